/* nastavnik export: lists as tables. */
#include <stdio.h>

#include "command.h"
#include "nastavnik/app/export.h"
#include "nastavnik/base/i18n.h"

static const char *const kinds[] = {
	[EXPORT_PEOPLE] = "people", [EXPORT_MENTEES] = "mentees", [EXPORT_MENTORS] = "mentors",
	[EXPORT_PAIRS] = "pairs",   [EXPORT_COUNT] = NULL,
};

static enum exit_code export_do(const struct args *args, const struct app *app, int kind)
{
	struct export_options options = { .encoding = args->value[OPTION_ENCODING] };
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	enum exit_code code = EXIT_DONE;
	int64_t rows;

	if (export_run(app, (enum export_kind)kind, args->value[OPTION_TO], &options, &issues,
		       &rows)) {
		code = command_failed();
	} else {
		command_tell(&issues);
		printf("rows %lld\n", (long long)rows);
		if (issues.n)
			code = EXIT_PROBLEMS;
	}
	arena_done(&a);
	return code;
}

static enum exit_code run(const struct args *args)
{
	return command_on_kind(args, kinds, export_do);
}

const struct command command_export = {
	.name = "export",
	.words = { "people|mentees|mentors|pairs", "FILE" },
	.needs = OPTION_BIT(OPTION_TO),
	.takes = OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_ENCODING),
	.summary = N_("Write a list as a table: Excel (.xlsx) or CSV, by the ending of the name."),
	.run = run,
};
