/* nastavnik list unanswered: whose sheets of the questionnaires being collected are not there. */
#include <stdio.h>

#include "list.h"
#include "nastavnik/app/unanswered.h"

/* «2Н-017 → Ёлкина Зоя Андреевна → 7В → pupil_pupil_mentee_before fit»; "" without a code. */
static void unanswered_line(struct arena *a, const struct unanswered *row)
{
	printf("%s\t%s\t%s\t", respondent_code(a, row->who.role, row->who.number), row->who.name,
	       row->who.place);
	for (size_t i = 0; i < row->n; i++)
		printf("%s%s", i ? " " : "", row->missing[i]->code);
	putchar('\n');
}

/* 1 while somebody has not answered. */
enum exit_code list_unanswered(const struct args *args, struct app *app)
{
	const char *wanted = args->value[OPTION_CLASS];
	char class_name[CLASS_SIZE] = "";
	struct unanswered_wish wish = { .class_name = class_name };
	struct unanswered_list list = { 0 };
	struct arena a = { 0 };
	enum exit_code code;
	enum rc rc = wanted ? list_class(app, &a, wanted, class_name) : RC_OK;

	if (!rc)
		rc = unanswered_load(app, &a, &wish, &list);
	for (size_t i = 0; i < list.n; i++)
		unanswered_line(&a, &list.row[i]);
	code = rc ? command_failed() : list.n ? EXIT_PROBLEMS : EXIT_DONE;
	arena_done(&a);
	return rc == RC_NOT_FOUND ? EXIT_PROBLEMS : code;
}
