/* Stage 6: what is written down of a pair's work. A list shows one pair's, or those of all. */
#include "pairwork.h"

#include <string.h>

#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/model/pairwork.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/store/read/work.h"
#include "records.h"
#include "screens.h"

#define OF_PAIRS .owners = "bond", .owners_title = N_("Pair")

/* Meetings */

/* The newest of a pair; NULL: it has not met yet. */
static const struct meeting *meeting_last(struct frame *f, int64_t bond)
{
	struct records all = { 0 };

	record_list(desk_store(f), &f->arena, &meeting_type, bond, &all);
	return all.n ? record_at(&meeting_type, &all, all.n - 1) : NULL;
}

/* As often as pairs meet this year; within it. */
static int64_t meeting_next(struct frame *f, const struct meeting *meeting)
{
	struct work_rules rules = { 0 };
	int next;

	if (meeting->kind == MEETING_FINAL ||
	    work_rules_get(desk_store(f), desk_year(f), &rules) != RC_OK || !rules.meet_every)
		return DATE_NONE;
	next = date_add_days((int)meeting->on_day, (int)rules.meet_every);
	return year_of(next) == desk_year(f) ? next : DATE_NONE;
}

static void meeting_begin(struct frame *f, void *record)
{
	struct meeting *meeting = record;
	const struct meeting *last = meeting_last(f, meeting->head.owner);
	int today = date_today();

	if (last) {
		meeting->kind = meeting_kind_after(last->kind);
		if (last->next_on && last->next_on <= today && last->next_on > last->on_day)
			meeting->on_day = last->next_on;
	}
	meeting->next_on = meeting_next(f, meeting);
}

static bool meeting_shown(struct frame *f, const struct field *field, const void *record)
{
	const struct meeting *meeting = record;

	(void)f;
	return strcmp(field->name, "source") != 0 || *meeting->source;
}

static const struct record_desk meetings = {
	.type = &meeting_type,
	.form = &meeting_view,
	.sort = "on_day",
	.empty = N_("No meeting is written down yet: Ins adds one. The date and the kind are "
		    "proposed."),
	.shown = meeting_shown,
	.begin = meeting_begin,
	OF_PAIRS,
};

const struct view meetings_view = {
	.name = "meetings",
	.title = N_("Meetings"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &meetings,
	.actions = record_actions,
	.help = N_("A pair's meetings go from the organising one over the trial and the planning "
		   "one to regular ones and the final one; the next kind and date are proposed."),
	.place = true,
};

const struct view meeting_view = {
	.name = "meeting",
	.title = N_("A meeting"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &meetings,
	.help = N_("Enough are the date and the theme: F2 saves."),
};

/* The programme and the plan */

static enum ink plan_ink(const struct field *field, const void *record)
{
	const struct plan_item *item = record;

	if (item->done_on)
		return strcmp(field->name, "done_on") == 0 ? INK_GOOD : INK_DIM;
	if (strcmp(field->name, "due") == 0 && plan_item_overdue(item, date_today()))
		return INK_WARN;
	return INK_TEXT;
}

static bool plan_shown(struct frame *f, const struct field *field, const void *record)
{
	(void)f, (void)record;
	return strcmp(field->name, "part") != 0;
}

/* The chosen lines become done today; when all of them are, they are not done after all. */
static enum rc plan_ticked(struct frame *f, const struct record_type *type, struct ids ids,
			   bool *done)
{
	struct records items = { ARENA_NEW(&f->fresh, struct plan_item, ids.n), ids.n };
	enum rc rc = RC_OK;

	*done = false;
	for (size_t i = 0; i < ids.n && !rc; i++) {
		struct plan_item *item = record_at(type, &items, i);

		rc = record_get(desk_store(f), &f->fresh, type, ids.row[i], item);
		*done |= !item->done_on;
	}
	for (size_t i = 0; i < ids.n; i++) {
		struct plan_item *item = record_at(type, &items, i);

		if (!*done)
			item->done_on = DATE_NONE;
		else if (!item->done_on)
			item->done_on = date_today();
	}
	return rc ? rc
		  : records_save_all(desk_app(f), type, &items,
				     *done ? N_("Lines of the plan done")
					   : N_("Lines of the plan not done after all"));
}

static unsigned plan_tick(struct frame *f)
{
	const struct record_desk *desk = f->view->subject;
	struct ids ids = list_chosen(f, &f->fresh);
	bool done;

	if (plan_ticked(f, desk->type, ids, &done) != RC_OK)
		return ui_fault(f->ui);
	list_unmark(f);
	list_select(f, list_next(f));
	ui_say(f->ui, done ? _("Done today. Ctrl+Z takes it back.")
			   : _("Not done after all. Ctrl+Z takes it back."));
	return UI_TAKEN | UI_RELOAD;
}

static const struct action plan_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Done"),
	  .title = N_("Done today; once more: not done"),
	  .help = N_("Of the line under the cursor, or of all that are marked."),
	  .enabled = record_may_change,
	  .run = plan_tick },
	RECORD_ACTIONS,
	{ 0 },
};

static const struct record_desk plan = {
	.type = &plan_item_type,
	.form = &plan_item_view,
	.sort = "due",
	.empty = N_("The plan is empty: the pair's card fills it from the template of its role "
		    "model, Ins adds a line."),
	.ink = plan_ink,
	.shown = plan_shown,
	OF_PAIRS,
};

const struct view plan_view = {
	.name = "plan",
	.title = N_("Development plan"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &plan,
	.actions = plan_actions,
	.help = N_("The individual development plan: what is to be done by when, with which "
		   "result, and what came out of it. Red terms are over."),
	.place = true,
	.seldom = true,
};

const struct view plan_item_view = {
	.name = "plan-item",
	.title = N_("A line of the plan"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &plan,
	.help = N_("Planned beforehand: what, term, planned result; afterwards: done, actual "
		   "result, the mentor's mark."),
};

static const struct record_desk programme = {
	.type = &programme_item_type,
	.form = &programme_item_view,
	.sort = "due",
	.empty = N_("The programme is empty: the pair's card fills it from the template of its "
		    "role model, Ins adds a line."),
	.ink = plan_ink,
	.shown = plan_shown,
	OF_PAIRS,
};

const struct view programme_view = {
	.name = "programme",
	.title = N_("Personalised programme"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &programme,
	.actions = plan_actions,
	.help = N_("The pair's programme of the year, which the director approves: its events with "
		   "terms and expected results."),
};

const struct view programme_item_view = {
	.name = "programme-item",
	.title = N_("A line of the programme"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &programme,
	.help = N_("The programme is approved as a whole: the day stands in the pair's card."),
};

/* Lesson visits, materials, consultations, pauses */

static unsigned visit_sheet(struct frame *f)
{
	const struct visit *visit = record_current(f);

	return papers_of_ask(f, (struct ids){ desk_id_arg(f, visit->head.id), 1 },
			     arena_strdup(&f->arena, visit->theme));
}

static const struct action visits_actions[] = {
	RECORD_ACTIONS,
	{ .title = N_("Sheet of the visit"),
	  .help = N_("Seen first, then printed; blank ones are in the list of papers."),
	  .enabled = list_has_row,
	  .run = visit_sheet },
	{ 0 },
};

static const struct record_desk visits = {
	.type = &visit_type,
	.form = &visit_view,
	.sort = "on_day",
	.empty = N_("No lesson visit is written down yet: Ins adds one."),
	OF_PAIRS,
};

const struct view visits_view = {
	.name = "visits",
	.title = N_("Lesson visits"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &visits,
	.actions = visits_actions,
	.help = N_("Mentor and mentee see each other's lessons and talk them over: what was seen, "
		   "what is advised."),
};

const struct view visit_view = {
	.name = "visit",
	.title = N_("A lesson visit"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &visits,
	.help = N_("What was seen and the advice are printed on the visit's sheet."),
};

static const struct record_desk handouts = {
	.type = &handout_type,
	.form = &handout_view,
	.sort = "on_day",
	.empty = N_("Nothing was given out yet: Ins adds it. In the list of pairs many get it at "
		    "once."),
	OF_PAIRS,
};

const struct view handouts_view = {
	.name = "handouts",
	.title = N_("Materials given out"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &handouts,
	.actions = record_actions,
	.help = N_("Memos, programmes, sets of exercises that the pair has got."),
};

const struct view handout_view = {
	.name = "handout",
	.title = N_("Material given out"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &handouts,
	.help = N_("What was given out, when, and where it lies."),
};

static const struct record_desk consultations = {
	.type = &consultation_type,
	.form = &consultation_view,
	.sort = "on_day",
	.empty = N_("No consultation is written down yet: Ins adds one."),
	OF_PAIRS,
};

const struct view consultations_view = {
	.name = "consultations",
	.title = N_("Consultations"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &consultations,
	.actions = record_actions,
	.help = N_("The curator's consultations, and those of the psychologist or others, for the "
		   "pair."),
};

const struct view consultation_view = {
	.name = "consultation",
	.title = N_("A consultation"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &consultations,
	.help = N_("Whom it was given to, what was asked, what was advised."),
};

static const struct record_desk pauses = {
	.type = &pause_type,
	.form = &pause_view,
	.sort = "on_day",
	.empty = N_("The pair has worked without a pause. Ins adds one: from when, until when, "
		    "why."),
	OF_PAIRS,
};

const struct view pauses_view = {
	.name = "pauses",
	.title = N_("Pauses"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &pauses,
	.actions = record_actions,
	.help = N_("While a pair pauses, nothing is overdue; its places stay taken."),
};

const struct view pause_view = {
	.name = "pause",
	.title = N_("A pause"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &pauses,
	.help = N_("The end stays empty while the pause goes on."),
};

/* A new meeting of a pair from anywhere. */
unsigned meeting_new(struct frame *f, int64_t bond, frame_closed *closed)
{
	struct record_arg *arg = arena_alloc(&f->arena, sizeof(*arg));
	struct meeting *meeting = arena_alloc(&f->arena, sizeof(*meeting));

	record_init(&meeting_type, meeting, bond, date_today());
	meeting_begin(f, meeting);
	*arg = (struct record_arg){ .owner = bond, .fresh = meeting };
	view_open(f->ui, f, &meeting_view, arg, closed);
	return UI_TAKEN;
}

/* One material for many pairs: the form of a handout whose pairs stand in the argument. */

static enum rc give_load(struct frame *f, void *record)
{
	(void)f;
	record_init(&handout_type, record, 0, date_today());
	return RC_OK;
}

static enum rc give_save(struct frame *f, void *record)
{
	const struct ids *bonds = f->arg;
	struct records all = { ARENA_NEW(&f->arena, struct handout, bonds->n), bonds->n };
	enum rc rc;

	for (size_t i = 0; i < bonds->n; i++) {
		struct handout *handout = record_at(&handout_type, &all, i);

		*handout = *(const struct handout *)record;
		handout->head.owner = bonds->row[i];
	}
	rc = records_save_all(desk_app(f), &handout_type, &all, N_("Material given out"));
	if (rc == RC_OK)
		ui_say(f->ui,
		       ngettext("Given out to %zu pair. Ctrl+Z takes it back.",
				"Given out to %zu pairs. Ctrl+Z takes it back.", bonds->n),
		       bonds->n);
	return rc;
}

static struct form_shape give_shape(struct frame *f)
{
	struct form_part *part = ARENA_NEW(&f->arena, struct form_part, 2);

	part[0].fields = handout_type.fields;
	return (struct form_shape){ .size = sizeof(struct handout), .parts = part };
}

static const struct form_spec give_form = {
	.shape = give_shape,
	.load = give_load,
	.save = give_save,
	.writable = desk_writable,
};

const struct view pairs_handout_view = {
	.name = "pairs-handout",
	.title = N_("Material for the marked pairs"),
	.kind = &form_kind,
	.spec = &give_form,
	.help = N_("Each of the marked pairs gets a record of its own, all in one step."),
};

unsigned handouts_give(struct frame *f, struct ids bonds)
{
	struct ids *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = bonds;
	return view_push(f, &pairs_handout_view, arg);
}
