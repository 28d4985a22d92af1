/* nastavnik survey list: questionnaires, their questions' codes, how many sheets there are. */
#include <stdio.h>

#include "nastavnik/app/surveys.h"
#include "nastavnik/base/i18n.h"
#include "survey.h"

static enum rc survey_print(const struct app *app, struct arena *a, const struct survey_state *s)
{
	struct survey_items items;
	struct survey survey;
	enum rc rc = survey_get(app, a, s->survey.head.id, &survey, &items);

	if (rc)
		return rc;
	printf("%s\t%s\t%lld\t%lld\t%lld\t", survey.code, survey.name, (long long)s->asked,
	       (long long)s->entered.sheets, (long long)s->entered.checked);
	for (size_t i = 0; i < items.n; i++)
		printf("%s%s", i ? " " : "", items.row[i].code);
	putchar('\n');
	return RC_OK;
}

enum exit_code survey_list(const struct args *args, struct app *app)
{
	struct arena a = { 0 };
	struct survey_states all = { 0 };
	enum rc rc = surveys_load(app, &a, &all);

	(void)args;
	if (!rc && !all.n)
		rc = err_set(RC_NOT_FOUND,
			     _("The year has no questionnaires. They come when the file is opened "
			       "where it may be changed."));
	for (size_t i = 0; i < all.n && !rc; i++)
		rc = survey_print(app, &a, &all.row[i]);
	arena_done(&a);
	return rc ? command_failed() : EXIT_DONE;
}
