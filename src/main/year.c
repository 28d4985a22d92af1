/* nastavnik year: close a school year, or open a closed one again. */
#include <stdio.h>

#include "command.h"
#include "nastavnik/app/closing.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/read/closing.h"

/* What stays undone is told, as the screen does; it is no problem of the command. */
static void unfinished_print(const struct unfinished *left)
{
	const struct {
		const char *name;
		int64_t n;
	} rows[] = {
		{ "without_result", left->no_result }, { "without_feedback", left->no_feedback },
		{ "open_steps", left->tasks },         { "missing_diaries", left->diaries },
		{ "open_requests", left->requests },   { "undecided_nominees", left->nominees },
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		printf("%s %lld\n", rows[i].name, (long long)rows[i].n);
}

static enum rc year_shut(struct app *app, int64_t year)
{
	struct closing closing;
	struct unfinished left;
	int64_t ended;
	char name[12], day[DATE_SIZE];
	enum rc rc = unfinished_count(app_store(app), year, date_today(), &left);

	if (!rc)
		rc = closing_propose(app, year, &closing);
	if (!rc)
		rc = year_close(app, year, &closing, &ended);
	if (rc)
		return rc;
	printf("year %s\nstate closed\npairs_ended %lld\n", year_name(year, name),
	       (long long)ended);
	if (ended)
		printf("ended_on %s\n", date_format((int)closing.on, day));
	unfinished_print(&left);
	return RC_OK;
}

static enum rc year_unlock(struct app *app, int64_t year)
{
	char name[12];
	enum rc rc = year_reopen(app, year);

	if (!rc)
		printf("year %s\nstate open\n", year_name(year, name));
	return rc;
}

static const char *const kinds[] = { "close", "open", NULL };
static enum rc (*const work[])(struct app *app, int64_t year) = { year_shut, year_unlock };

static enum exit_code run(const struct args *args)
{
	int kind = command_choice(kinds, args->word[0]);
	struct app *app;

	if (kind < 0)
		return command_wrong_word(args->word[0], kinds);
	if (command_open_write(args, args->word[1], false, &app))
		return command_failed();
	enum rc rc = work[kind](app, app_year(app)->year);
	app_close(app);
	return rc ? command_failed() : EXIT_DONE;
}

const struct command command_year = {
	.name = "year",
	.words = { "close|open", "FILE" },
	.takes = OPTION_BIT(OPTION_YEAR),
	.summary = N_("Close a school year, so that it can only be read (pairs at work end), or "
		      "open a closed one again; without --year, the newest."),
	.run = run,
};
