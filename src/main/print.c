/* nastavnik print: papers on the confirmed pairs, and sheets by class. */
#include <stdio.h>

#include "command.h"
#include "nastavnik/app/consents.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/class.h"

/* Behind the papers on pairs: what is printed by class. */
enum { PRINT_CLASSES = PAPER_COUNT };

static const char *const kinds[] = {
	[PAPER_ORDER] = "order", [PAPER_PAIRS] = "pairs", [PRINT_CLASSES] = "classes", NULL
};

/* The sheets of one class, or of all of them and the teachers'. */
static enum rc classes_save(const struct app *app, const struct args *args, struct issues *issues)
{
	char normal[CLASS_SIZE] = "";
	const char *wanted = args->value[OPTION_CLASS], *class_name = normal;
	const struct class_sheets what = {
		.class_name = &class_name, .n = wanted != NULL, .all = !wanted, .staff = !wanted
	};

	if (wanted)
		class_normal(wanted, normal);
	return class_sheets_save(app, &what, args->value[OPTION_OUT], args->value[OPTION_ENCODING],
				 issues, NULL);
}

static enum rc kind_save(const struct app *app, const struct args *args, int kind,
			 struct issues *issues)
{
	if (kind == PRINT_CLASSES)
		return classes_save(app, args, issues);
	return paper_save(app, (enum paper)kind, args->value[OPTION_OUT],
			  args->value[OPTION_ENCODING], issues);
}

static enum exit_code print_do(const struct args *args, const struct app *app, int kind)
{
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	enum rc rc = kind_save(app, args, kind, &issues);
	enum exit_code code = EXIT_DONE;

	if (rc == RC_NOT_FOUND) {
		command_failed();
		code = EXIT_PROBLEMS;
	} else if (rc) {
		code = command_failed();
	} else {
		command_tell(&issues);
		printf("written %s\n", args->value[OPTION_OUT]);
		if (issues.n)
			code = EXIT_PROBLEMS;
	}
	arena_done(&a);
	return code;
}

static enum exit_code run(const struct args *args)
{
	return command_on_kind(args, kinds, print_do);
}

const struct command command_print = {
	.name = "print",
	.words = { "order|pairs|classes", "FILE" },
	.needs = OPTION_BIT(OPTION_OUT),
	.takes = OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_CLASS),
	.summary = N_("Write the order or the pair list of the confirmed pairs, or sheets for the "
		      "class teachers, as PDF or text."),
	.run = run,
};
