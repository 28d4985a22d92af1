/* nastavnik list: what the screens tell, a line a fact, tab-separated for scripts. */
#include <stdio.h>
#include <string.h>

#include "list.h"
#include "nastavnik/app/consents.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/class.h"

enum rc list_class(const struct app *app, struct arena *a, const char *wanted,
		   char normal[CLASS_SIZE])
{
	struct classes classes;
	enum rc rc = class_list(app_store(app), a, app_year(app)->year, &classes);

	if (rc)
		return rc;
	class_normal(wanted, normal);
	for (size_t i = 0; i < classes.n; i++) {
		if (!strcmp(classes.row[i].name, normal))
			return RC_OK;
	}
	return err_set(RC_NOT_FOUND, _("There is no class %s in the school's list."), normal);
}

/* «Ёлкина Зоя Андреевна → 7В → 02.09.2026 → none → none» */
static void consent_line(const struct consent_row *row)
{
	struct arena a = { 0 };

	printf("%s\t%s", person_name(&a, &row->person), person_class_or_position(&row->person));
	for (int k = 0; k < CONSENT_KINDS; k++)
		printf("\t%s", consent_mark_show(&a, &row->mark[k]));
	putchar('\n');
	arena_done(&a);
}

static enum rc consents_print(const struct args *args, const struct app *app, struct arena *a)
{
	const char *wanted = args->value[OPTION_CLASS];
	char class_name[CLASS_SIZE] = "";
	struct consent_rows rows;
	enum rc rc = wanted ? list_class(app, a, wanted, class_name) : RC_OK;

	if (!rc)
		rc = consent_rows_load(app_store(app), a, app_year(app)->year,
				       CONSENTS_OF_PARTICIPANTS, "", &rows);
	for (size_t i = 0; !rc && i < rows.n; i++) {
		const struct consent_row *row = &rows.row[i];

		if ((!wanted || !strcmp(class_name, row->person.class_name)) &&
		    (!args->value[OPTION_OWING] || consents_owed(row)))
			consent_line(row);
	}
	return rc;
}

static enum exit_code list_consents(const struct args *args, struct app *app)
{
	struct arena a = { 0 };
	enum rc rc = consents_print(args, app, &a);
	enum exit_code code = rc ? command_failed() : EXIT_DONE;

	arena_done(&a);
	return rc == RC_NOT_FOUND ? EXIT_PROBLEMS : code;
}

static const char *const kinds[] = {
	"consents", "leavers", "ready", "tasks", "behind", "unanswered", NULL,
};

/* In that order; takes: options that not every list has. */
static const struct {
	list_run *run;
	unsigned takes;
} lists[] = {
	{ list_consents, OPTION_BIT(OPTION_CLASS) | OPTION_BIT(OPTION_OWING) },
	{ list_leavers,
	  OPTION_BIT(OPTION_FROM) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_SHEET) },
	{ list_ready, 0 },
	{ list_tasks, OPTION_BIT(OPTION_OVERDUE) },
	{ list_behind, 0 },
	{ list_unanswered, OPTION_BIT(OPTION_CLASS) },
};

/* An option of another list would silently do nothing. */
static bool options_fit(const struct args *args, int kind)
{
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (i == OPTION_YEAR || !args->value[i] || lists[kind].takes & OPTION_BIT(i))
			continue;
		err_set(RC_INVALID, _("The command “list %s” has no option %s."), kinds[kind],
			option_rows[i].name);
		return false;
	}
	return true;
}

static enum exit_code run(const struct args *args)
{
	int kind = command_choice(kinds, args->word[0]);
	struct app *app;

	if (kind < 0)
		return command_wrong_word(args->word[0], kinds);
	if (!options_fit(args, kind))
		return command_misused(&command_list);
	if (command_open(args, args->word[1], false, &app))
		return command_failed();
	enum exit_code code = lists[kind].run(args, app);
	app_close(app);
	return code;
}

const struct command command_list = {
	.name = "list",
	.words = { "consents|leavers|ready|tasks|behind|unanswered", "FILE" },
	.takes = OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_CLASS) | OPTION_BIT(OPTION_OWING) |
		 OPTION_BIT(OPTION_OVERDUE) | OPTION_BIT(OPTION_FROM) |
		 OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_SHEET),
	.summary = N_(
		"List consents, who came and left beside a fresh class list (--from), what is "
		"not ready for forming pairs, the steps of the roadmap, which pairs are behind by "
		"how many days, or who has not answered a questionnaire: a line each."),
	.run = run,
};
