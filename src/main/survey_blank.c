/* nastavnik survey blank: questionnaires on paper, a sheet with a code for everybody who is asked.
 */
#include <stdio.h>

#include "nastavnik/app/blanks.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/base/i18n.h"
#include "survey.h"

static enum rc person_find(const struct args *args, const struct app *app, struct arena *a,
			   const struct survey *survey, struct paper_wish *wish)
{
	int64_t *id = arena_alloc(a, sizeof(*id));
	enum rc rc;

	if (!survey_is_coded(survey) || args->value[OPTION_BLANK])
		return err_set(RC_INVALID, _("This blank is for nobody by name: leave out %s."),
			       "--for");
	rc = blank_respondent(app, a, survey, args->value[OPTION_FOR], id);
	if (!rc)
		wish->people = (struct ids){ id, 1 };
	return rc;
}

/* Where nobody is asked by name, and with --blank, one sheet without a code. */
static enum rc wish_make(const struct args *args, struct app *app, struct arena *a,
			 struct paper_wish *wish)
{
	int64_t *id = arena_alloc(a, sizeof(*id));
	struct respondents people = { 0 };
	struct survey survey;
	enum rc rc = survey_find(app, a, args->word[2], &survey);

	if (!rc && args->value[OPTION_FOR])
		rc = person_find(args, app, a, &survey, wish);
	if (!rc && survey_is_coded(&survey) && !args->value[OPTION_BLANK])
		rc = survey_respondents(app, a, &survey, &people);
	if (!rc && people.n)
		rc = blanks_prepare(app, &survey, NULL);
	if (rc)
		return rc;
	*id = survey.head.id;
	wish->ids = (struct ids){ id, 1 };
	wish->paper = paper_find(people.n ? "questionnaire_coded" : "questionnaire");
	return RC_OK;
}

enum exit_code survey_blank(const struct args *args, struct app *app)
{
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	struct paper_wish wish = { 0 };
	size_t made = 0;
	enum rc rc = wish_make(args, app, &a, &wish);

	if (!rc)
		rc = paper_save(app, &wish, args->value[OPTION_OUT], args->value[OPTION_ENCODING],
				&issues, &made);
	if (!rc)
		printf("sheets %zu\nwritten %s\n", made, args->value[OPTION_OUT]);
	command_tell(&issues);
	arena_done(&a);
	return rc ? command_failed() : EXIT_DONE;
}
