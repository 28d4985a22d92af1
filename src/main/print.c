/* nastavnik print: papers on the confirmed pairs. */
#include <stdio.h>

#include "command.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/base/i18n.h"

static const char *const kinds[] = {
	[PAPER_ORDER] = "order", [PAPER_PAIRS] = "pairs", [PAPER_COUNT] = NULL
};

static enum exit_code print_do(const struct args *args, const struct app *app, int kind)
{
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	enum rc rc = paper_save(app, (enum paper)kind, args->value[OPTION_OUT],
				args->value[OPTION_ENCODING], &issues);
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
	.words = { "order|pairs", "FILE" },
	.needs = OPTION_BIT(OPTION_OUT),
	.takes = OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_ENCODING),
	.summary = N_("Write the order or the pair list of the confirmed pairs, as PDF or text."),
	.run = run,
};
