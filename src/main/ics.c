/* nastavnik ics: the calendar of the year for calendar programs and telephones. */
#include <stdio.h>

#include "command.h"
#include "nastavnik/app/calendar.h"
#include "nastavnik/base/i18n.h"

static enum exit_code run(const struct args *args)
{
	const char *path = args->value[OPTION_OUT];
	struct app *app;
	size_t events;
	enum rc rc;

	if (command_open(args, args->word[0], false, &app))
		return command_failed();
	rc = calendar_save(app, path, args->value[OPTION_NAMES] != NULL, &events);
	if (rc)
		command_failed();
	else
		printf("written %s\nevents %zu\n", path, events);
	app_close(app);
	return rc == RC_NOT_FOUND ? EXIT_PROBLEMS : rc ? EXIT_COULD_NOT : EXIT_DONE;
}

const struct command command_ics = {
	.name = "ics",
	.words = { "FILE" },
	.needs = OPTION_BIT(OPTION_OUT),
	.takes = OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_NAMES),
	.summary = N_("Write the calendar of the year as iCalendar (.ics). Without --names nobody "
		      "is named in it."),
	.run = run,
};
