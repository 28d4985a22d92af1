#include "stages.h"

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/read/task.h"
#include "screens.h"

const int stage_numbers[STAGES + 1] = { 0, 1, 2, 3, 4, 5, 6, 7 };

static const char *places_text(struct arena *a, const struct board *b)
{
	if (!b->mentors)
		return "";
	return arena_printf(a, ngettext("%lld place", "%lld places", (unsigned long)b->places),
			    (long long)b->places);
}

static const char *pairs_text(struct arena *a, const struct board *b)
{
	if (b->proposal_pairs && !b->proposal_confirmed)
		return arena_printf(a, _("proposal %lld"), (long long)b->proposal_number);
	if (!b->members)
		return "";
	return arena_printf(a, _("without a pair: %lld"), (long long)b->mentees_without_pair);
}

static const char *work_text(struct arena *a, const struct board *b)
{
	return b->bonds ? arena_printf(a, _("pairs, groups: %lld"), (long long)b->bonds) : "";
}

static const char *ended_text(struct arena *a, const struct board *b)
{
	return b->ended ? arena_printf(a, _("closed: %lld"), (long long)b->ended) : "";
}

/* What the data say has come out; otherwise the steps say it. */
static const char *(*const stage_result[STAGES + 1])(struct arena *a, const struct board *b) = {
	[3] = places_text,
	[5] = pairs_text,
	[6] = work_text,
	[7] = ended_text,
};

static void stage_count(const struct board *b, int stage, struct stage_state *state)
{
	const struct {
		int64_t done, total;
	} data[STAGES + 1] = {
		[2] = { b->mentees_complete, b->mentees },
		[3] = { b->mentors_complete, b->mentors },
		[4] = { b->mentors_ready, b->mentors },
		[5] = { b->mentees - b->mentees_without_pair, b->mentees },
	};

	if (stage < 2 || stage > 5)
		return;
	state->done = data[stage].done;
	state->total = data[stage].total;
}

static struct stage_state stage_state(struct arena *a, const struct stages *stages, int stage,
				      int today)
{
	struct stage_progress steps = stage_progress(&stages->tasks, stage, today);
	struct stage_state state = {
		.done = steps.done, .total = steps.all, .due = steps.due, .result = steps.result
	};
	const char *told = stage_result[stage] ? stage_result[stage](a, &stages->board) : "";

	stage_count(&stages->board, stage, &state);
	if (*told)
		state.result = told;
	state.late = state.due && state.due < today && state.done < state.total;
	return state;
}

enum rc stages_load(struct frame *f, struct stages *out)
{
	int today = app_year_closed(desk_app(f)) ? DATE_NONE : date_today(); /* nothing is late */
	struct stages stages = { .store = desk_store(f),
				 .year = desk_year(f),
				 .books = app_books(desk_app(f)) };
	enum rc rc = board_load(desk_store(f), desk_year(f), &stages.board);

	if (!rc)
		rc = task_list(desk_store(f), &f->fresh, desk_year(f), 0, &stages.tasks);
	if (rc)
		return rc;
	for (int stage = 1; stage <= STAGES; stage++)
		stages.state[stage] = stage_state(&f->fresh, &stages, stage, today);
	*out = stages;
	return RC_OK;
}

const char *stage_due_text(struct arena *a, const struct stage_state *state)
{
	if (!state->due)
		return "";
	return arena_printf(a, "%02d.%02d%s", date_day((int)state->due),
			    date_month((int)state->due), state->late ? " !" : "");
}
