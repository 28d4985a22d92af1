/* nastavnik new: a file with one school and its first year. */
#include <stdio.h>

#include "command.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"

static enum exit_code run(const struct args *args)
{
	int64_t year = args->year ? args->year : year_of(date_today());
	struct app *app;
	char name[12];

	if (app_new(args->word[0], args->value[OPTION_SCHOOL], year, &app))
		return command_failed();
	printf("school %s\nyear %s\n", app_school(app)->name, year_name(app_year(app)->year, name));
	app_close(app);
	return EXIT_DONE;
}

const struct command command_new = {
	.name = "new",
	.words = { "FILE" },
	.needs = OPTION_BIT(OPTION_SCHOOL),
	.takes = OPTION_BIT(OPTION_YEAR),
	.summary = N_("Make a new file for a school."),
	.run = run,
};
