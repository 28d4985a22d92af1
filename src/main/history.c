/* nastavnik undo, redo and history: the journal. */
#include <stdio.h>

#include "command.h"
#include "nastavnik/app/history.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/read/step.h"

static enum exit_code change(const struct args *args, const char *word,
			     enum rc (*step)(struct app *app, struct arena *a, const char **what))
{
	struct arena a = { 0 };
	const char *what;
	struct app *app;

	if (command_open_write(args, args->word[0], false, &app))
		return command_failed();
	enum rc rc = step(app, &a, &what);
	if (rc)
		command_failed();
	else
		printf("%s %s\n", word, what);
	arena_done(&a);
	app_close(app);
	return rc == RC_OK ? EXIT_DONE : rc == RC_NOT_FOUND ? EXIT_PROBLEMS : EXIT_COULD_NOT;
}

static enum exit_code undo(const struct args *args)
{
	return change(args, "undone", history_undo);
}

static enum exit_code redo(const struct args *args)
{
	return change(args, "redone", history_redo);
}

static const char *step_status_name(int64_t status)
{
	static const char *const name[] = {
		[STEP_DONE] = "done", [STEP_UNDONE] = "undone", [STEP_DROPPED] = "dropped"
	};

	return name[status];
}

/* A line a step, the newest first: number, time, who, state, what. */
static enum exit_code history(const struct args *args)
{
	struct arena a = { 0 };
	struct steps steps;
	struct app *app;

	if (command_open(args, args->word[0], false, &app))
		return command_failed();
	enum rc rc = step_list(app_store(app), &a, 0, &steps);
	for (size_t i = 0; !rc && i < steps.n; i++) {
		const struct step *step = &steps.row[i];
		char at[20];

		printf("%lld\t%s\t%s\t%s\t%s%s%s\n", (long long)step->id,
		       clock_format(step->at, at), step->operator, step_status_name(step->status),
		       text_of(step->name), *step->detail ? ": " : "", step->detail);
	}
	arena_done(&a);
	app_close(app);
	return rc ? command_failed() : EXIT_DONE;
}

const struct command command_undo = {
	.name = "undo",
	.words = { "FILE" },
	.summary = N_("Take the newest change back."),
	.run = undo,
};

const struct command command_redo = {
	.name = "redo",
	.words = { "FILE" },
	.summary = N_("Do again what was taken back last."),
	.run = redo,
};

const struct command command_history = {
	.name = "history",
	.words = { "FILE" },
	.summary = N_("List the changes, the newest first."),
	.run = history,
};
