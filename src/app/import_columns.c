/* Which column of a table that comes every month is which: said once, kept in the file's settings.
 */
#include <string.h>

#include "import_inner.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/read/school.h"
#include "nastavnik/store/write/school.h"

static const char nowhere[] = "-";

/* A line of the setting: «дата встречи», a tab, "on_day". */
static void line_apply(struct import *import, const char *heading, const char *target)
{
	struct table *table = &import->table;

	for (size_t i = 0; i < table->n; i++) {
		struct column *column = &table->column[i];
		const struct field *field = field_find(table->fields, target);

		if (strcmp(utf8_fold(&import->looked, column->heading), heading) != 0 ||
		    (!field && strcmp(target, nowhere) != 0))
			continue;
		column->use = field ? COLUMN_FIELD : COLUMN_IGNORE;
		column->field = field;
		column->sure = 100;
	}
}

void import_columns_recall(struct import *import)
{
	const char *name = import->remember, *text = "";
	char *save, *lines;

	if (!name || setting_get(import->app->store, &import->looked, name, &text) != RC_OK)
		return;
	lines = arena_strdup(&import->looked, text);
	for (char *line = strtok_r(lines, "\n", &save); line; line = strtok_r(NULL, "\n", &save)) {
		char *tab = strchr(line, '\t');

		if (!tab)
			continue;
		*tab = '\0';
		line_apply(import, line, tab + 1);
	}
}

enum rc import_columns_keep(const struct import *import)
{
	const char *name = import->remember;
	struct arena a = { 0 };
	struct str text = { 0 };
	enum rc rc;

	if (!name || !import->table.heading_line)
		return RC_OK;
	for (size_t i = 0; i < import->table.n; i++) {
		const struct column *column = &import->table.column[i];

		if (*column->heading)
			str_printf(&text, "%s\t%s\n", utf8_fold(&a, column->heading),
				   column->field ? column->field->name : nowhere);
	}
	rc = setting_set(import->app->store, name, str_text(&text));
	str_done(&text);
	arena_done(&a);
	return rc;
}
