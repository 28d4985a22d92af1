/* nastavnik list: what the screens tell, a line a fact, tab-separated for scripts. */
#include <stdio.h>
#include <string.h>

#include "command.h"
#include "nastavnik/app/consents.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/class.h"

/* «7 "в"» is «7В». */
static bool class_wanted(const char *wanted, const char *class_name)
{
	char normal[CLASS_SIZE];

	if (!wanted)
		return true;
	class_normal(wanted, normal);
	return !strcmp(normal, class_name);
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

static enum exit_code list_consents(const struct args *args, const struct app *app)
{
	const char *class_name = args->value[OPTION_CLASS];
	struct arena a = { 0 };
	struct consent_rows rows;
	enum exit_code code = EXIT_DONE;

	if (consent_rows_load(app_store(app), &a, app_year(app)->year, CONSENTS_OF_PARTICIPANTS, "",
			      &rows))
		code = command_failed();
	else
		for (size_t i = 0; i < rows.n; i++) {
			const struct consent_row *row = &rows.row[i];

			if (class_wanted(class_name, row->person.class_name) &&
			    (!args->value[OPTION_OWING] || consents_owed(row)))
				consent_line(row);
		}
	arena_done(&a);
	return code;
}

static const char *const kinds[] = { "consents", NULL };
static enum exit_code (*const lists[])(const struct args *args, const struct app *app) = {
	list_consents,
};

static enum exit_code list_do(const struct args *args, const struct app *app, int kind)
{
	return lists[kind](args, app);
}

static enum exit_code run(const struct args *args)
{
	return command_on_kind(args, kinds, list_do);
}

const struct command command_list = {
	.name = "list",
	.words = { "consents", "FILE" },
	.takes = OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_CLASS) | OPTION_BIT(OPTION_OWING),
	.summary = N_("List who has given which consent, a line a person."),
	.run = run,
};
