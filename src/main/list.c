/* nastavnik list: what the screens tell, a line a fact, tab-separated for scripts. */
#include <stdio.h>
#include <string.h>

#include "list.h"
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

static enum exit_code list_consents(const struct args *args, struct app *app)
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

static const char *const kinds[] = { "consents", "leavers", "ready", NULL };
static list_run *const lists[] = { list_consents, list_leavers, list_ready };

static enum exit_code run(const struct args *args)
{
	int kind = command_choice(kinds, args->word[0]);
	struct app *app;

	if (kind < 0)
		return command_wrong_word(args->word[0], kinds);
	if (command_open(args, args->word[1], false, &app))
		return command_failed();
	enum exit_code code = lists[kind](args, app);
	app_close(app);
	return code;
}

const struct command command_list = {
	.name = "list",
	.words = { "consents|leavers|ready", "FILE" },
	.takes = OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_CLASS) | OPTION_BIT(OPTION_OWING) |
		 OPTION_BIT(OPTION_FROM) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_SHEET),
	.summary =
		N_("List consents, who came and left beside a fresh class list (--from), or what "
		   "is not ready for forming pairs: a line a person."),
	.run = run,
};
