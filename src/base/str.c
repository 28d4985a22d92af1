#include "nastavnik/base/str.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* No gettext here: it may need memory itself. */
_Noreturn void mem_out(void)
{
	fputs("nastavnik: не хватает памяти; всё сохранённое цело / out of memory; "
	      "what was saved is safe\n",
	      stderr);
	abort();
}

void *mem_alloc(size_t size)
{
	void *p = calloc(1, size ? size : 1);

	if (!p)
		mem_out();
	return p;
}

void *mem_realloc(void *p, size_t size)
{
	p = realloc(p, size ? size : 1);
	if (!p)
		mem_out();
	return p;
}

char *mem_strdup(const char *text)
{
	size_t n = strlen(text) + 1;

	return memcpy(mem_alloc(n), text, n);
}

void *mem_grow(void *row, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return row;
	*cap = *cap ? *cap * 2 : 8;
	if (*cap > PTRDIFF_MAX / size)
		mem_out();
	return mem_realloc(row, *cap * size);
}

/* Room for n more bytes and the NUL. */
static void str_room(struct str *s, size_t n)
{
	if (s->text && n < s->cap - s->len)
		return;
	if (n > PTRDIFF_MAX / 2 - s->len)
		mem_out();
	s->cap = (s->len + n + 1) * 2;
	if (s->cap < 64)
		s->cap = 64;
	s->text = mem_realloc(s->text, s->cap);
}

void str_add_n(struct str *s, const char *text, size_t n)
{
	str_room(s, n);
	if (n)
		memcpy(s->text + s->len, text, n);
	s->len += n;
	s->text[s->len] = '\0';
}

void str_add(struct str *s, const char *text)
{
	str_add_n(s, text, strlen(text));
}

void str_add_char(struct str *s, char c)
{
	str_add_n(s, &c, 1);
}

void str_printf(struct str *s, const char *format, ...)
{
	va_list args;
	int n;

	str_room(s, 128);
	va_start(args, format);
	n = vsnprintf(s->text + s->len, s->cap - s->len, format, args);
	va_end(args);
	if (n > 0 && (size_t)n >= s->cap - s->len) {
		str_room(s, (size_t)n);
		va_start(args, format);
		vsnprintf(s->text + s->len, s->cap - s->len, format, args);
		va_end(args);
	}
	if (n > 0)
		s->len += (size_t)n;
	s->text[s->len] = '\0';
}

void str_clear(struct str *s)
{
	s->len = 0;
	if (s->text)
		s->text[0] = '\0';
}

void str_done(struct str *s)
{
	free(s->text);
	*s = (struct str){ 0 };
}

const char *str_text(const struct str *s)
{
	return s->text ? s->text : "";
}
