/* Stages 6 and 7: confirmed pairs and groups, and how they end. */
#include <stdlib.h>

#include "cells.h"
#include "nastavnik/app/bonds.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/work.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/form.h"
#include "pairwork.h"
#include "screens.h"

enum {
	BOND_MENTOR,
	BOND_MENTEE,
	BOND_CLASS,
	BOND_MEETINGS,
	BOND_NEXT,
	BOND_FROM,
	BOND_TO,
	BOND_STATE,
	BOND_COLUMNS
};

static const struct list_column bond_columns[] = {
	[BOND_MENTOR] = { N_("Mentor"), .width = 17, .grow = 1 },
	[BOND_MENTEE] = { N_("Mentee"), .width = 17, .grow = 1 },
	[BOND_CLASS] = { N_("Class"), .width = 6, .drop = 2 },
	[BOND_MEETINGS] = { N_("Meetings"), .width = -7, .drop = 1 },
	[BOND_NEXT] = { N_("Next"), .width = 7, .drop = 1 },
	[BOND_FROM] = { N_("From"), .width = 10, .drop = 4 },
	[BOND_TO] = { N_("To"), .width = 10, .drop = 3 },
	[BOND_STATE] = { N_("State"), .width = 9 },
	{ 0 },
};

struct bond_row {
	const struct bond_member *member;
	const struct participant *mentor, *mentee;
	const struct work *work; /* of its pair or group */
	int64_t from, to;        /* its own days, or those of the year's order */
};

struct bond_rows {
	struct cells cells;
	struct works works; /* by bond */
	struct bond_row *row;
};

static int works_by_bond(const void *a, const void *b)
{
	const struct work *x = a, *y = b;

	return (x->bond > y->bond) - (x->bond < y->bond);
}

static enum rc bonds_works(struct frame *f, struct works *out)
{
	enum rc rc = works_load(desk_store(f), &f->fresh, app_year(desk_app(f)), date_today(), out);

	if (rc == RC_OK && out->n)
		qsort(out->row, out->n, sizeof(*out->row), works_by_bond);
	return rc;
}

static const struct work *bond_work(const struct works *works, int64_t bond)
{
	const struct work key = { .bond = bond };

	return works->n ? bsearch(&key, works->row, works->n, sizeof(key), works_by_bond) : NULL;
}

static const struct participant *bond_side(const struct participants *side, int64_t id)
{
	for (size_t i = 0; i < side->n; i++) {
		if (side->row[i].id == id)
			return &side->row[i];
	}
	return NULL;
}

static bool bond_found(struct arena *a, const struct bond_row *row, const struct list_query *query)
{
	return cells_found(a, query,
			   arena_printf(a, "%s %s %s", person_name(a, &row->mentor->person),
					person_name(a, &row->mentee->person),
					row->mentee->person.class_name));
}

/* Rows come in the order of the mentors' names. */

static int bonds_by_mentee(const void *a, const void *b)
{
	const struct bond_row *x = a, *y = b;
	int order = cells_by_text(x->mentee->person.family, y->mentee->person.family);

	return order ? order : cells_by_text(x->mentee->person.given, y->mentee->person.given);
}

static int bonds_by_class(const void *a, const void *b)
{
	const struct bond_row *x = a, *y = b;

	return cells_by_class(x->mentee->person.class_name, y->mentee->person.class_name);
}

static int bonds_by_from(const void *a, const void *b)
{
	const struct bond_row *x = a, *y = b;

	return (x->from > y->from) - (x->from < y->from);
}

static int bonds_by_to(const void *a, const void *b)
{
	const struct bond_row *x = a, *y = b;

	return (x->to > y->to) - (x->to < y->to);
}

static int bonds_by_state(const void *a, const void *b)
{
	const struct bond_row *x = a, *y = b;

	return (int)(x->member->state - y->member->state);
}

static int bonds_by_meetings(const void *a, const void *b)
{
	const struct bond_row *x = a, *y = b;
	int64_t n = x->work ? x->work->meetings : 0, m = y->work ? y->work->meetings : 0;

	return (n > m) - (n < m);
}

static int bonds_by_next(const void *a, const void *b)
{
	const struct bond_row *x = a, *y = b;
	int64_t n = x->work ? x->work->next : 0, m = y->work ? y->work->next : 0;

	return (n > m) - (n < m);
}

static cells_order *const bonds_order[BOND_COLUMNS] = {
	[BOND_MENTEE] = bonds_by_mentee,     [BOND_CLASS] = bonds_by_class,
	[BOND_MEETINGS] = bonds_by_meetings, [BOND_NEXT] = bonds_by_next,
	[BOND_FROM] = bonds_by_from,         [BOND_TO] = bonds_by_to,
	[BOND_STATE] = bonds_by_state,
};

static enum rc bonds_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct bond_rows *rows = arena_alloc(&f->fresh, sizeof(*rows));
	struct participants mentors, mentees;
	const struct year *year = app_year(desk_app(f));
	struct members members;
	enum rc rc = members_load(desk_store(f), &f->fresh, desk_year(f), &members);

	if (!rc)
		rc = bonds_works(f, &rows->works);
	if (!rc)
		rc = participant_load_all(desk_store(f), &f->fresh, desk_year(f), ROLE_MENTOR,
					  &mentors);
	if (!rc)
		rc = participant_load_all(desk_store(f), &f->fresh, desk_year(f), ROLE_MENTEE,
					  &mentees);
	if (rc)
		return rc;
	rows->row = ARENA_NEW(&f->fresh, struct bond_row, members.n);
	rows->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, members.n);
	*n = 0;
	for (size_t i = 0; i < members.n; i++) {
		const struct bond_member *member = &members.row[i];
		const struct bond_row row = { .member = member,
					      .mentor = bond_side(&mentors, member->mentor),
					      .mentee = bond_side(&mentees, member->mentee),
					      .work = bond_work(&rows->works, member->bond),
					      .from = member->from ? member->from : year->bond_from,
					      .to = member->to ? member->to : year->bond_to };

		if (row.mentor && row.mentee && bond_found(&f->fresh, &row, query))
			rows->row[(*n)++] = row;
	}
	cells_sort(&f->fresh, rows->row, *n, sizeof(*rows->row), bonds_order, query);
	for (size_t i = 0; i < *n; i++)
		rows->cells.ids.row[i] = rows->row[i].member->id;
	rows->cells.ids.n = *n;
	f->data = rows;
	return RC_OK;
}

static const struct bond_row *bond_row(const struct frame *f, size_t row)
{
	return &((const struct bond_rows *)f->data)->row[row];
}

/* «14.12», with a sign when the day is over and nothing was written down. */
static void bonds_next(struct cells *cells, struct arena *page, size_t i,
		       const struct bond_row *row)
{
	int64_t next = row->work ? row->work->next : DATE_NONE;
	bool late = next && next < date_today();

	if (next && row->member->state == MEMBER_ACTIVE)
		cells_set(cells, i, BOND_NEXT, late ? INK_WARN : INK_TEXT,
			  arena_printf(page, "%02d.%02d%s", date_day((int)next),
				       date_month((int)next), late ? " !" : ""));
}

static enum rc bonds_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct bond_rows *rows = f->data;
	char date[DATE_SIZE];

	cells_page(&rows->cells, page, BOND_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct bond_row *row = bond_row(f, i);
		bool ended = row->member->state == MEMBER_ENDED;
		enum ink ink = ended ? INK_DIM : INK_TEXT;

		cells_set(&rows->cells, i, BOND_MENTOR, ink,
			  person_short_name(page, &row->mentor->person));
		cells_set(&rows->cells, i, BOND_MENTEE, ink,
			  person_short_name(page, &row->mentee->person));
		cells_set(&rows->cells, i, BOND_CLASS, ink,
			  person_class_or_position(&row->mentee->person));
		if (row->work && row->work->meetings)
			cells_set(&rows->cells, i, BOND_MEETINGS, ink,
				  arena_printf(page, "%lld", (long long)row->work->meetings));
		bonds_next(&rows->cells, page, i, row);
		cells_set(&rows->cells, i, BOND_FROM, ink,
			  arena_strdup(page, date_format((int)row->from, date)));
		cells_set(&rows->cells, i, BOND_TO, ink,
			  arena_strdup(page, date_format((int)row->to, date)));
		cells_set(&rows->cells, i, BOND_STATE, ink, ended ? _("has ended") : _("at work"));
	}
	return RC_OK;
}

static const char *bonds_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct bond_rows *rows = f->data;
	size_t ended = 0;

	for (size_t i = 0; i < n; i++)
		ended += rows->row[i].member->state == MEMBER_ENDED;
	if (found)
		return arena_printf(a, _("found %zu"), n);
	return arena_printf(a, _("at work %zu · closed %zu"), n - ended, ended);
}

static const char *bonds_status(struct frame *f, struct arena *a, size_t row)
{
	const char *reason = bond_row(f, row)->member->reason;

	if (*reason)
		return arena_printf(a, _("Reason of the end: %s"), reason);
	return _("Ins: a meeting. Enter: the pair's card. F4 closes it with a date and a reason.");
}

static void bonds_card(struct frame *f, struct lines *lines, size_t at)
{
	const struct bond_row *row = bond_row(f, at);
	struct arena *a = lines->arena;
	char from[DATE_SIZE], to[DATE_SIZE];

	lines_add(lines, INK_TITLE, "%s", person_name(a, &row->mentor->person));
	lines_add(lines, INK_DIM, "%s", person_class_or_position(&row->mentor->person));
	lines_add(lines, INK_TITLE, "%s", person_name(a, &row->mentee->person));
	lines_add(lines, INK_DIM, "%s", person_class_or_position(&row->mentee->person));
	lines_pair(lines, _("Form"), book_item_name(app_books(desk_app(f)), row->member->form));
	lines_pair(lines, _("Term"),
		   arena_printf(a, "%s – %s", date_format((int)row->from, from),
				date_format((int)row->to, to)));
	lines_pair(lines, _("Reason of the end"), row->member->reason);
}

/* Ending a pair: a form of two fields. */
struct bond_end {
	int64_t on;
	const char *reason;
};

static const struct field bond_end_table[] = {
	{ .name = "on",
	  .label = N_("Date of the end"),
	  .hint = N_("The last day of the pair's work."),
	  .kind = FIELD_DATE,
	  .flags = FIELD_REQUIRED,
	  .offset = offsetof(struct bond_end, on),
	  .width = 10 },
	{ .name = "reason",
	  .label = N_("Reason"),
	  .hint = N_(
		  "In a word or two: the programme is done, moved away, asked for another mentor."),
	  .kind = FIELD_TEXT,
	  .flags = FIELD_REQUIRED,
	  .offset = offsetof(struct bond_end, reason),
	  .width = 40 },
};
static const struct fields bond_end_fields = { bond_end_table,
					       sizeof(bond_end_table) / sizeof(bond_end_table[0]) };

static enum rc bond_end_load(struct frame *f, void *record)
{
	struct bond_end *end = record;

	(void)f;
	end->on = date_today();
	end->reason = "";
	return RC_OK;
}

static enum rc bond_end_save(struct frame *f, void *record)
{
	const struct bond_end *end = record;
	enum rc rc = bonds_end(desk_app(f), *(const int64_t *)f->arg, end->on, end->reason);

	if (rc == RC_OK)
		ui_say(f->ui,
		       _("The pair is closed, the mentor's place is free. Ctrl+Z takes it back."));
	return rc;
}

static const struct form_part bond_end_parts[] = { { .fields = &bond_end_fields }, { 0 } };

static const struct form_spec bond_end_form = {
	.size = sizeof(struct bond_end),
	.parts = bond_end_parts,
	.load = bond_end_load,
	.draft = desk_draft_id,
	.save = bond_end_save,
	.writable = desk_writable,
};

const struct view bond_end_view = {
	.name = "bond-end",
	.title = N_("Stage 7 · Closing a pair"),
	.kind = &form_kind,
	.spec = &bond_end_form,
	.help = N_("A closed pair stays in the history with its date and reason; the mentor's "
		   "place is free "
		   "again and the mentee can get another mentor."),
};

static bool bond_at_work(struct frame *f)
{
	return list_has_row(f) && desk_writable(f) &&
	       action_needs(f, bond_row(f, list_row(f))->member->state == MEMBER_ACTIVE,
			    N_("This pair is not at work."));
}

static bool bond_changeable(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

static unsigned bond_end(struct frame *f)
{
	return view_push(f, &bond_end_view, desk_id_arg(f, list_current(f)));
}

static unsigned bond_delete_answered(struct frame *f, int button, void *data)
{
	const int64_t *id = data;

	if (button != 0)
		return UI_TAKEN;
	if (bonds_delete(desk_app(f), *id) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, _("The pair is deleted. Ctrl+Z has it back."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned bond_delete(struct frame *f)
{
	const struct bond_row *row = bond_row(f, list_row(f));

	return dialog_ask(
		f, &(struct question){
			   .title = _("Delete a confirmed pair?"),
			   .text = arena_printf(
				   &f->arena,
				   _("%s – %s. A pair that did work is closed with a date and a "
				     "reason (F4); delete only one confirmed by mistake."),
				   person_short_name(&f->arena, &row->mentor->person),
				   person_short_name(&f->arena, &row->mentee->person)),
			   .button = { _("Delete"), _("Leave") },
			   .chosen = 1,
			   .answered = bond_delete_answered,
			   .data = desk_id_arg(f, row->member->id) });
}

static unsigned bond_open(struct frame *f)
{
	return view_push(f, &pair_view, desk_id_arg(f, bond_row(f, list_row(f))->member->bond));
}

static unsigned bond_meet(struct frame *f)
{
	return meeting_new(f, bond_row(f, list_row(f))->member->bond, NULL);
}

static unsigned bond_replace(struct frame *f)
{
	return view_push(f, &pair_replace_view, desk_id_arg(f, list_current(f)));
}

static void id_add(struct ids *ids, int64_t id)
{
	for (size_t i = 0; i < ids->n; i++)
		if (ids->row[i] == id)
			return;
	ids->row[ids->n++] = id;
}

/* The bonds of the chosen rows, or of all that go on; each once. */
static struct ids bonds_of(struct frame *f, bool all)
{
	const struct bond_rows *rows = f->data;
	struct ids chosen = list_chosen(f, &f->arena);
	struct ids bonds = { ARENA_NEW(&f->arena, int64_t, rows->cells.ids.n), 0 };

	for (size_t i = 0; i < rows->cells.ids.n; i++) {
		const struct bond_member *m = rows->row[i].member;

		for (size_t k = 0; k < chosen.n && !all; k++)
			if (chosen.row[k] == m->id)
				id_add(&bonds, m->bond);
		if (all && m->state == MEMBER_ACTIVE)
			id_add(&bonds, m->bond);
	}
	return bonds;
}

static unsigned bonds_fill(struct frame *f)
{
	return plans_fill_ask(f, bonds_of(f, false));
}

static unsigned bonds_fill_empty(struct frame *f)
{
	return plans_fill_empty(f, bonds_of(f, true));
}

static unsigned bonds_give(struct frame *f)
{
	return handouts_give(f, bonds_of(f, false));
}

static unsigned bonds_export(struct frame *f)
{
	return print_ask(f, EXPORT_PAIRS);
}

static unsigned bond_papers(struct frame *f)
{
	const struct bond_row *row = bond_row(f, list_row(f));

	return papers_of_ask(f, (struct ids){ desk_id_arg(f, row->member->bond), 1 },
			     arena_printf(&f->arena, "%s – %s",
					  person_short_name(&f->arena, &row->mentor->person),
					  person_short_name(&f->arena, &row->mentee->person)));
}

static const struct action bond_actions[] = {
	{ .key = K_ENTER,
	  .also = K_F(3),
	  .title = N_("The pair's card: meetings, plan, programme"),
	  .enabled = list_has_row,
	  .run = bond_open },
	{ .key = K_INS,
	  .label = N_("Meeting"),
	  .title = N_("Write down a meeting"),
	  .help = N_("Its date and kind are proposed: the theme and F2 are enough."),
	  .enabled = bond_changeable,
	  .run = bond_meet },
	{ .key = K_F(2),
	  .label = N_("To file"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = bonds_export },
	{ .key = K_F(4),
	  .label = N_("Finish"),
	  .title = N_("Close the pair with a reason"),
	  .enabled = bond_at_work,
	  .run = bond_end },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Order and pair list"),
	  .open = &papers_view },
	{ .title = N_("Papers of the pair…"),
	  .help = N_("The papers that are made for one pair: sheets, plans, letters."),
	  .enabled = list_has_row,
	  .run = bond_papers },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Delete a pair confirmed by mistake"),
	  .enabled = bond_changeable,
	  .run = bond_delete },
	{ .title = N_("Replace the mentor or the mentee"),
	  .help = N_("The pair ends with its history, a new one takes its place: one step."),
	  .enabled = bond_at_work,
	  .run = bond_replace },
	{ .title = N_("Fill programme and plan from the template"),
	  .help = N_("Of the pair under the cursor or of all that are marked; what is there "
		     "already stays."),
	  .enabled = bond_changeable,
	  .run = bonds_fill },
	{ .title = N_("Fill all pairs that have no plan yet"),
	  .enabled = bond_changeable,
	  .run = bonds_fill_empty },
	{ .title = N_("Give out a material to the marked pairs"),
	  .help = N_("One record for each of them, in one step."),
	  .enabled = bond_changeable,
	  .run = bonds_give },
	{ 0 },
};

static const struct list_spec bonds_list = {
	.columns = bond_columns,
	.load = bonds_load,
	.id = cells_id,
	.fetch = bonds_fetch,
	.cell = cells_cell,
	.count = bonds_count,
	.status = bonds_status,
	.card = bonds_card,
	.empty = N_("No pair is confirmed yet: form and confirm them in stage 5."),
};

const struct view bonds_view = {
	.name = "bonds",
	.title = N_("Stages 6 and 7 · Pairs at work"),
	.kind = &list_kind,
	.spec = &bonds_list,
	.actions = bond_actions,
	.help = N_(
		"Confirmed pairs and groups of the year with their meetings so far and the day of "
		"the next one. Ins writes a meeting down, Enter opens the pair's card; F4 closes "
		"a pair with a date and a reason, nothing of its history is lost."),
	.place = true,
};
