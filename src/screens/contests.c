/* Stage 7: contests, each with its three steps: works, experts' sheets, awards. */
#include "contest.h"
#include "nastavnik/app/outcome.h"
#include "nastavnik/base/date.h"
#include "nastavnik/model/contest.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/menu.h"
#include "records.h"
#include "screens.h"

static const struct record_desk contests = {
	.type = &contest_type,
	.form = &contest_view,
	.sort = "taken_to",
	.empty = N_("No contest this year. Ins begins one, with the usual criteria."),
};

static enum rc name_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	int64_t id;
	enum rc rc = contest_add(desk_app(f), text, &id);

	(void)data;
	if (rc != RC_OK)
		return rc;
	list_select(f, id);
	ui_say(f->ui, _("The contest has three criteria: mend them as you like. Ctrl+Z takes it "
			"back."));
	view_push(f, &contest_desk_view, desk_id_arg(f, id));
	*took = UI_TAKEN | UI_RELOAD;
	return RC_OK;
}

static unsigned contest_new(struct frame *f)
{
	return dialog_prompt(f, &(struct prompt){ .title = _("A new contest"),
						  .label = _("Name:"),
						  .hint = _("Without quotes: Best practice of "
							    "mentoring."),
						  .entered = name_entered });
}

static unsigned contest_go(struct frame *f)
{
	return view_push(f, &contest_desk_view, desk_id_arg(f, list_current(f)));
}

static const struct action contests_actions[] = {
	{ .key = K_F(3),
	  .also = K_ENTER,
	  .label = N_("Open"),
	  .title = N_("Works, experts, sheets, places"),
	  .enabled = list_has_row,
	  .run = contest_go },
	{ .key = K_F(4),
	  .label = N_("Edit"),
	  .title = N_("Name, days, jury, number of the protocol"),
	  .enabled = list_has_row,
	  .run = record_edit },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = record_print },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Delete the contest with its works and marks"),
	  .enabled = record_may_change,
	  .run = record_delete_ask },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("A new contest"),
	  .enabled = desk_writable,
	  .run = contest_new },
	{ 0 },
};

const struct view contests_view = {
	.name = "contests",
	.title = N_("Stage 7 · Contests"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &contests,
	.actions = contests_actions,
	.help = N_("A contest goes in three steps: works are taken, experts judge them, awards are "
		   "given. Enter opens one; F4 writes its days and its jury."),
	.place = true,
	.seldom = true,
};

const struct view contest_view = {
	.name = "contest",
	.title = N_("A contest"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &contests,
	.help = N_("The days of the three steps, and who signs the protocol."),
};

/* Its parts */

static const struct record_desk criteria = { .type = &criterion_type,
					     .form = &criterion_view,
					     .empty = N_("Experts need criteria: Ins adds one.") };

const struct view criteria_view = {
	.name = "criteria",
	.title = N_("Criteria"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &criteria,
	.actions = record_actions,
	.help = N_("By what the experts judge, and the highest mark of each. A criterion that is "
		   "deleted takes its marks with it; Ctrl+Z has both back."),
};

const struct view criterion_view = {
	.name = "criterion",
	.title = N_("A criterion"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &criteria,
	.help = N_("Up to 9, a mark is one key on the expert's sheet; above that, two digits."),
};

static const struct record_desk experts = { .type = &expert_type,
					    .form = &expert_view,
					    .sort = "name",
					    .empty = N_("Who judges? Ins adds an expert.") };

const struct view experts_view = {
	.name = "experts",
	.title = N_("Experts"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &experts,
	.actions = record_actions,
	.help = N_("Each expert has a sheet of marks of his own."),
};

const struct view expert_view = {
	.name = "expert",
	.title = N_("An expert"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &experts,
	.help = N_("The whole name and the position, as the protocol prints them."),
};

static enum ink entry_ink(const struct field *field, const void *record)
{
	const struct entry *entry = record;

	(void)field;
	return entry->place && entry->place <= PLACE_THIRD ? INK_GOOD : INK_TEXT;
}

static const struct record_desk entries = { .type = &entry_type,
					    .form = &entry_view,
					    .sort = "taken_on",
					    .ink = entry_ink,
					    .empty = N_("No work has come yet: Ins takes one.") };

const struct view entries_view = {
	.name = "entries",
	.title = N_("Works"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &entries,
	.actions = record_actions,
	.help = N_("What has come to the contest, with its authors."),
};

const struct view entry_view = {
	.name = "entry",
	.title = N_("A work"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &entries,
	.help = N_("The place is what the jury decides; “Places” proposes it from the marks."),
};

/* The three steps of one contest. */

enum { DESK_CRITERIA = 1, DESK_EXPERTS, DESK_ENTRIES, DESK_PLACES, DESK_SHEETS };

static int64_t contest_id(const struct frame *f)
{
	return *(const int64_t *)f->arg;
}

static const char *until_text(struct arena *a, const char *title, int64_t date)
{
	char day[DATE_SIZE];

	return date ? arena_printf(a, _("%s · to %s"), title, date_format((int)date, day)) : title;
}

static void register_add(struct frame *f, struct menu_items *items, uint32_t key,
			 const struct view *open, size_t n)
{
	struct records_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	arg->owner = contest_id(f);
	menu_add(items, (struct menu_item){ .key = key,
					    .title = text_of(open->title),
					    .fact = { arena_printf(&f->fresh, "%zu", n) },
					    .total = -1,
					    .open = open,
					    .arg = arg,
					    .id = (int64_t)key });
}

/* Marks that an expert has given, of all that he is to give. */
static size_t marks_of(const struct contest_state *state, int64_t expert)
{
	size_t n = 0;

	for (size_t i = 0; i < state->marks.n; i++)
		n += state->marks.row[i].expert == expert;
	return n;
}

static void sheets_add(struct frame *f, struct menu_items *items, const struct contest_state *state)
{
	size_t all = state->entries.n * state->criteria.n;

	for (size_t i = 0; i < state->experts.n; i++) {
		const struct expert *expert = record_at(&expert_type, &state->experts, i);
		struct expert_sheet_arg *arg = arena_alloc(&f->arena, sizeof(*arg));
		size_t given = marks_of(state, expert->head.id);

		*arg = (struct expert_sheet_arg){ .contest = contest_id(f),
						  .expert = expert->head.id };
		menu_add(items,
			 (struct menu_item){
				 .title = arena_printf(&f->fresh, _("Sheet: %s"), expert->name),
				 .fact = { arena_printf(&f->fresh, "%zu/%zu", given, all) },
				 .done = (int64_t)given,
				 .total = all ? (int64_t)all : -1,
				 .open = &expert_sheet_view,
				 .arg = arg,
				 .id = expert->head.id });
	}
	if (!state->experts.n)
		menu_add(items, (struct menu_item){ .title = _("A sheet for each expert"),
						    .total = -1,
						    .ink = INK_DIM,
						    .open = &experts_view,
						    .arg = items->row[items->n - 1].arg,
						    .status = _("Add the experts first.") });
}

static enum rc contest_desk_load(struct frame *f, struct menu_items *items)
{
	struct contest_state state;
	enum rc rc = contest_load(desk_store(f), &f->fresh, contest_id(f), &state);
	size_t judged = 0;

	if (rc)
		return rc;
	frame_title(f, _("Contest “%s”"), state.contest.name);
	menu_heading(items,
		     until_text(&f->fresh, _("Step 1. Works are taken"), state.contest.taken_to));
	register_add(f, items, '1', &criteria_view, state.criteria.n);
	register_add(f, items, '2', &experts_view, state.experts.n);
	register_add(f, items, '3', &entries_view, state.entries.n);
	menu_heading(items,
		     until_text(&f->fresh, _("Step 2. Experts judge"), state.contest.judged_to));
	sheets_add(f, items, &state);
	menu_heading(items, until_text(&f->fresh, _("Step 3. Awards"), state.contest.awards_on));
	for (size_t i = 0; i < state.entries.n; i++)
		judged += state.ranking[i].rank != 0;
	menu_add(items,
		 (struct menu_item){
			 .key = '4',
			 .title = text_of(ranking_view.title),
			 .fact = { arena_printf(&f->fresh, "%zu/%zu", judged, state.entries.n) },
			 .done = (int64_t)judged,
			 .total = state.entries.n ? (int64_t)state.entries.n : -1,
			 .open = &ranking_view,
			 .arg = desk_id_arg(f, contest_id(f)),
			 .id = DESK_PLACES });
	return RC_OK;
}

static const struct menu_spec contest_desk_menu = {
	.column = { { "", .width = 18, .bar = true } },
	.load = contest_desk_load,
};

static unsigned contest_edit(struct frame *f)
{
	struct record_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct record_arg){ .id = contest_id(f), .owner = desk_year(f) };
	return view_push(f, &contest_view, arg);
}

static unsigned contest_paper(struct frame *f)
{
	return paper_show(f, "contest_protocol", contest_id(f), "");
}

static const struct action contest_desk_actions[] = {
	{ .key = K_F(4),
	  .label = N_("Edit"),
	  .title = N_("Name, days, jury, number of the protocol"),
	  .run = contest_edit },
	{ .key = K_F(5),
	  .label = N_("Protocol"),
	  .title = N_("Protocol of a contest"),
	  .run = contest_paper },
	{ 0 },
};

const struct view contest_desk_view = {
	.name = "contest-desk",
	.title = N_("A contest in three steps"),
	.kind = &menu_kind,
	.spec = &contest_desk_menu,
	.actions = contest_desk_actions,
	.help = N_("What the contest needs, in its order: criteria, experts and works; a sheet of "
		   "marks for each expert; places and the protocol."),
};
