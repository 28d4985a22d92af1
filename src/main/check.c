/* nastavnik check and backup: looking after the file. */
#include <stdio.h>

#include "command.h"
#include "nastavnik/app/check.h"
#include "nastavnik/base/i18n.h"

static enum exit_code check(const struct args *args)
{
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	enum exit_code code = EXIT_DONE;
	struct app *app;

	if (command_open(args, args->word[0], false, &app))
		return command_failed();
	if (check_run(app, &issues)) {
		code = command_failed();
	} else {
		command_tell(&issues);
		printf("errors %zu\nwarnings %zu\n", issues.count[ISSUE_ERROR],
		       issues.count[ISSUE_WARNING]);
		if (issues.count[ISSUE_ERROR])
			code = EXIT_PROBLEMS;
	}
	arena_done(&a);
	app_close(app);
	return code;
}

static enum exit_code backup(const struct args *args)
{
	enum exit_code code = EXIT_DONE;
	struct app *app;

	if (command_open(args, args->word[0], false, &app))
		return command_failed();
	if (backup_make(app, args->word[1]))
		code = command_failed();
	else
		printf("written %s\n", args->word[1]);
	app_close(app);
	return code;
}

const struct command command_check = {
	.name = "check",
	.words = { "FILE" },
	.takes = OPTION_BIT(OPTION_YEAR),
	.summary = N_("Check the file and the rules for every record."),
	.run = check,
};

const struct command command_backup = {
	.name = "backup",
	.words = { "FILE", "COPY" },
	.summary = N_("Copy the file as it is now."),
	.run = backup,
};
