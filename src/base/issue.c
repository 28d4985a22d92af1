#include "nastavnik/base/issue.h"

#include <stdarg.h>

void issue_add(struct issues *list, enum issue_level level, int64_t row, int64_t subject,
	       const char *name, const char *format, ...)
{
	va_list args;
	char *text;

	list->count[level]++;
	if (list->limit && list->n >= list->limit)
		return;
	va_start(args, format);
	text = arena_vprintf(list->arena, format, args);
	va_end(args);
	list->row = arena_grow(list->arena, list->row, list->n, &list->cap, sizeof(*list->row));
	list->row[list->n++] = (struct issue){
		.level = level,
		.row = row,
		.subject = subject,
		.name = arena_strdup(list->arena, name),
		.text = text,
	};
}
