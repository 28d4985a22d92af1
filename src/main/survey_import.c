/* nastavnik survey import: answers from the table of a web form. */
#include <stdio.h>

#include "nastavnik/app/import.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/i18n.h"
#include "survey.h"

/* A question whose heading nobody knows must not be lost in silence. */
static void columns_tell(const struct import *import)
{
	for (size_t i = 0; i < import_facts(import)->columns; i++) {
		const struct import_column *column = import_column(import, i);

		if (!column->target && *column->heading)
			fprintf(stderr, _("column “%s” is no question of it and is left out\n"),
				column->heading);
	}
}

enum exit_code survey_import(const struct args *args, struct app *app)
{
	struct import_what what = { .kind = IMPORT_ANSWERS };
	struct arena a = { 0 };
	struct survey survey;
	enum exit_code code;
	struct import *import;
	enum rc rc = survey_find(app, &a, args->word[2], &survey);

	if (!rc) {
		what.of = survey.head.id;
		rc = command_table_open(args, app, &what, &import);
	}
	arena_done(&a);
	if (rc)
		return command_failed();
	columns_tell(import);
	code = command_table_run(args, import);
	import_close(import);
	return code;
}
