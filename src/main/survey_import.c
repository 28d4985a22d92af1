/* nastavnik survey import: answers from the table of a web form. */
#include "nastavnik/app/import.h"
#include "nastavnik/app/surveys.h"
#include "survey.h"

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
	code = command_table_run(args, import);
	import_close(import);
	return code;
}
