/* Stage 7: what each pair has come to, against its plan. */
#include <string.h>

#include "cells.h"
#include "nastavnik/app/outcome.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/form.h"
#include "screens.h"

enum {
	RESULT_MENTEE,
	RESULT_MENTOR,
	RESULT_PLAN,
	RESULT_MEETINGS,
	RESULT_PASSED,
	RESULT_TEXT,
	RESULT_COLUMNS
};

static const struct list_column result_columns[] = {
	[RESULT_MENTEE] = { N_("Mentee"), .width = 19, .grow = 1 },
	[RESULT_MENTOR] = { N_("Mentor"), .width = 19, .grow = 1 },
	[RESULT_PLAN] = { N_("Plan"), .width = -6 },
	[RESULT_MEETINGS] = { N_("Meet."), .width = -6 },
	[RESULT_PASSED] = { N_("Outcome"), .width = 12 },
	[RESULT_TEXT] = { N_("Result"), .width = 10, .grow = 1, .drop = 1 },
	{ 0 },
};

struct result_row {
	const struct bond_member *member;
	const struct participant *mentor, *mentee;
	const struct bond_sum *sum;
	const struct year *year;
};

struct result_rows {
	struct cells cells;
	struct result_row *row;
};

static const struct participant *side_of(const struct participants *side, int64_t id)
{
	for (size_t i = 0; i < side->n; i++)
		if (side->row[i].id == id)
			return &side->row[i];
	return NULL;
}

static const struct bond_sum *sum_of(const struct bond_sums *sums, int64_t bond)
{
	static const struct bond_sum nothing;

	for (size_t i = 0; i < sums->n; i++)
		if (sums->row[i].bond == bond)
			return &sums->row[i];
	return &nothing;
}

/* What became of it, and in what order the column stands. */
enum outcome { OUTCOME_AT_WORK, OUTCOME_EARLY, OUTCOME_ENDED, OUTCOME_PASSED };

static enum outcome outcome_of(const struct result_row *row)
{
	if (row->member->passed)
		return OUTCOME_PASSED;
	if (row->member->state != MEMBER_ENDED)
		return OUTCOME_AT_WORK;
	return bond_member_lasts(row->member, row->year) ? OUTCOME_ENDED : OUTCOME_EARLY;
}

static const char *outcome_text(const struct result_row *row)
{
	static const char *const words[] = { [OUTCOME_AT_WORK] = N_("at work"),
					     [OUTCOME_EARLY] = N_("ended early"),
					     [OUTCOME_ENDED] = N_("has ended"),
					     [OUTCOME_PASSED] = N_("whole way") };

	return text_of(words[outcome_of(row)]);
}

static int by_mentor(const void *a, const void *b)
{
	const struct result_row *x = a, *y = b;

	return cells_by_text(x->mentor->person.family, y->mentor->person.family);
}

static int by_mentee(const void *a, const void *b)
{
	const struct result_row *x = a, *y = b;

	return cells_by_text(x->mentee->person.family, y->mentee->person.family);
}

static int by_plan(const void *a, const void *b)
{
	const struct bond_sum *x = ((const struct result_row *)a)->sum;
	const struct bond_sum *y = ((const struct result_row *)b)->sum;
	int64_t left = x->plan_done * (y->plan ? y->plan : 1);
	int64_t right = y->plan_done * (x->plan ? x->plan : 1);

	return (left > right) - (left < right);
}

static int by_meetings(const void *a, const void *b)
{
	const struct result_row *x = a, *y = b;

	return (x->sum->meetings > y->sum->meetings) - (x->sum->meetings < y->sum->meetings);
}

static int by_outcome(const void *a, const void *b)
{
	return (int)outcome_of(a) - (int)outcome_of(b);
}

static int by_result(const void *a, const void *b)
{
	const struct result_row *x = a, *y = b;

	return cells_by_text(x->member->result, y->member->result);
}

static cells_order *const results_order[RESULT_COLUMNS] = {
	[RESULT_MENTEE] = by_mentee,     [RESULT_MENTOR] = by_mentor,  [RESULT_PLAN] = by_plan,
	[RESULT_MEETINGS] = by_meetings, [RESULT_PASSED] = by_outcome, [RESULT_TEXT] = by_result,
};

static bool result_found(struct arena *a, const struct result_row *row,
			 const struct list_query *query)
{
	return cells_found(a, query,
			   arena_printf(a, "%s %s %s %s %s", person_name(a, &row->mentor->person),
					person_name(a, &row->mentee->person),
					row->mentee->person.class_name, outcome_text(row),
					row->member->result));
}

static void results_take(struct frame *f, struct result_rows *rows, const struct members *members,
			 const struct participants *sides, const struct bond_sums *sums,
			 const struct list_query *query)
{
	size_t n = 0;

	rows->row = ARENA_NEW(&f->fresh, struct result_row, members->n);
	rows->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, members->n);
	for (size_t i = 0; i < members->n; i++) {
		const struct bond_member *member = &members->row[i];
		const struct result_row row = { .member = member,
						.mentor = side_of(&sides[0], member->mentor),
						.mentee = side_of(&sides[1], member->mentee),
						.sum = sum_of(sums, member->bond),
						.year = app_year(desk_app(f)) };

		if (row.mentor && row.mentee && result_found(&f->fresh, &row, query))
			rows->row[n++] = row;
	}
	rows->cells.ids.n = n;
	cells_sort(&f->fresh, rows->row, n, sizeof(*rows->row), results_order, query);
	for (size_t i = 0; i < n; i++)
		rows->cells.ids.row[i] = rows->row[i].member->id;
}

static enum rc results_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct result_rows *rows = arena_alloc(&f->fresh, sizeof(*rows));
	struct participants *sides = ARENA_NEW(&f->fresh, struct participants, 2);
	struct members *members = arena_alloc(&f->fresh, sizeof(*members));
	struct bond_sums *sums = arena_alloc(&f->fresh, sizeof(*sums));
	const struct store *s = desk_store(f);
	enum rc rc = members_load(s, &f->fresh, desk_year(f), members);

	if (!rc)
		rc = participant_load_all(s, &f->fresh, desk_year(f), ROLE_MENTOR, &sides[0]);
	if (!rc)
		rc = participant_load_all(s, &f->fresh, desk_year(f), ROLE_MENTEE, &sides[1]);
	if (!rc)
		rc = bond_sums_load(s, &f->fresh, desk_year(f), sums);
	if (rc)
		return rc;
	results_take(f, rows, members, sides, sums, query);
	*n = rows->cells.ids.n;
	f->data = rows;
	return RC_OK;
}

static const struct result_row *result_row(const struct frame *f, size_t row)
{
	return &((const struct result_rows *)f->data)->row[row];
}

static void result_show(struct cells *cells, struct arena *page, size_t at,
			const struct result_row *row)
{
	const struct bond_sum *sum = row->sum;
	enum ink ink = row->member->state == MEMBER_ENDED ? INK_DIM : INK_TEXT;

	cells_set(cells, at, RESULT_MENTEE, ink, person_short_name(page, &row->mentee->person));
	cells_set(cells, at, RESULT_MENTOR, ink, person_short_name(page, &row->mentor->person));
	cells_set(cells, at, RESULT_PLAN, ink,
		  sum->plan ? arena_printf(page, "%lld/%lld", (long long)sum->plan_done,
					   (long long)sum->plan)
			    : "–");
	cells_set(cells, at, RESULT_MEETINGS, ink,
		  arena_printf(page, "%lld", (long long)sum->meetings));
	cells_set(cells, at, RESULT_PASSED, row->member->passed ? INK_GOOD : ink,
		  row->member->passed ? arena_printf(page, GLYPH_OK " %s", outcome_text(row))
				      : outcome_text(row));
	cells_set(cells, at, RESULT_TEXT, ink, row->member->result);
}

static enum rc results_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct result_rows *rows = f->data;

	cells_page(&rows->cells, page, RESULT_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++)
		result_show(&rows->cells, page, i, &rows->row[i]);
	return RC_OK;
}

static const char *results_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	size_t passed = 0, early = 0;

	for (size_t i = 0; i < n; i++) {
		passed += result_row(f, i)->member->passed != 0;
		early += outcome_of(result_row(f, i)) == OUTCOME_EARLY;
	}
	if (found)
		return arena_printf(a, _("found %zu"), n);
	return arena_printf(a, _("of %zu: whole way %zu · early %zu"), n, passed, early);
}

static const char *results_status(struct frame *f, struct arena *a, size_t at)
{
	const struct bond_member *member = result_row(f, at)->member;
	char date[DATE_SIZE];

	if (outcome_of(result_row(f, at)) == OUTCOME_EARLY)
		return arena_printf(a, _("Ended on %s: %s"), date_format((int)member->to, date),
				    *member->reason ? member->reason : _("no reason is given"));
	if (*member->result)
		return arena_printf(a, _("Result: %s"), member->result);
	return _("Enter – the result. F2 – the marked went the whole way. Space marks.");
}

static void results_card(struct frame *f, struct lines *lines, size_t at)
{
	const struct result_row *row = result_row(f, at);
	struct arena *a = lines->arena;

	lines_add(lines, INK_TITLE, "%s", person_name(a, &row->mentee->person));
	lines_add(lines, INK_DIM, "%s", person_class_or_position(&row->mentee->person));
	lines_add(lines, INK_TITLE, "%s", person_name(a, &row->mentor->person));
	lines_add(lines, INK_DIM, "%s", person_class_or_position(&row->mentor->person));
	lines_pair(lines, _("Form"), book_item_name(app_books(desk_app(f)), row->member->form));
	if (row->sum->plan)
		lines_pair(lines, _("Plan"),
			   arena_printf(a, "%s %lld/%lld",
					bar_text(a, 10, row->sum->plan_done, row->sum->plan),
					(long long)row->sum->plan_done, (long long)row->sum->plan));
	lines_pair(lines, _("Meetings"), arena_printf(a, "%lld", (long long)row->sum->meetings));
	lines_pair(lines, _("Outcome"), outcome_text(row));
	lines_pair(lines, _("Result"), row->member->result);
	lines_pair(lines, _("Case or review"), row->member->link);
	lines_pair(lines, _("Reason of the end"), row->member->reason);
}

/* One result */

#define AT(column) offsetof(struct bond_member, column)
/* clang-format off */
static const struct field result_table[] = {
	{ .name = "passed", .label = N_("Went the whole way"),
	  .hint = N_("Yes: the programme was carried through to its end."),
	  .kind = FIELD_YESNO, .offset = AT(passed), .width = 5 },
	{ .name = "result", .label = N_("Result"),
	  .hint = N_("What was reached against the plan, in a sentence or two."),
	  .kind = FIELD_LONGTEXT, .offset = AT(result), .max = 2000 },
	{ .name = "link", .label = N_("Case or review"),
	  .hint = N_("Its name or a link; F3 in the list takes a case of the bank."),
	  .kind = FIELD_TEXT, .offset = AT(link), .max = 400, .width = 40 },
};
/* clang-format on */
#undef AT
static const struct fields result_fields = FIELD_TABLE(result_table);

static enum rc member_read(struct frame *f, struct arena *a, int64_t id, struct bond_member *out)
{
	struct members members;
	enum rc rc = members_load(desk_store(f), a, desk_year(f), &members);

	if (rc)
		return rc;
	for (size_t i = 0; i < members.n; i++)
		if (members.row[i].id == id) {
			*out = members.row[i];
			return RC_OK;
		}
	return err_set(RC_NOT_FOUND, _("There is no such pair any more."));
}

static enum rc result_load(struct frame *f, void *record)
{
	return member_read(f, &f->arena, *(const int64_t *)f->arg, record);
}

static enum rc result_save(struct frame *f, void *record)
{
	enum rc rc;

	/* No step would be recorded, and Ctrl+Z would take back another one. */
	if (!form_changed(f))
		return RC_OK;
	rc = results_save(desk_app(f), record);
	if (rc == RC_OK)
		ui_say(f->ui, _("Saved. Ctrl+Z takes it back."));
	return rc;
}

static const struct form_part result_parts[] = { { .fields = &result_fields }, { 0 } };

static const struct form_spec result_form = {
	.size = sizeof(struct bond_member),
	.parts = result_parts,
	.load = result_load,
	.draft = desk_draft_id,
	.save = result_save,
	.writable = desk_writable,
};

const struct view result_view = {
	.name = "result",
	.title = N_("Stage 7 · Result of a pair"),
	.kind = &form_kind,
	.spec = &result_form,
	.help = N_("What the mentee has reached. It stands in both bases, in the year's report and "
		   "in the mentor's record over the years."),
};

/* What can be done */

static bool may_write(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

static unsigned result_open(struct frame *f)
{
	return view_push(f, &result_view, desk_id_arg(f, list_current(f)));
}

static bool all_passed(struct frame *f, struct ids ids)
{
	const struct result_rows *rows = f->data;
	size_t passed = 0;

	for (size_t i = 0; i < rows->cells.ids.n; i++)
		for (size_t at = 0; at < ids.n; at++)
			passed += rows->row[i].member->id == ids.row[at] &&
				  rows->row[i].member->passed;
	return passed == ids.n;
}

static unsigned result_pass(struct frame *f)
{
	struct ids ids = list_chosen(f, &f->arena);
	bool pass = !all_passed(f, ids);

	if (results_pass(desk_app(f), ids, pass) != RC_OK)
		return ui_fault(f->ui);
	list_unmark(f);
	if (pass)
		ui_say(f->ui,
		       ngettext("%zu mentee went the whole way. Ctrl+Z takes it back.",
				"%zu mentees went the whole way. Ctrl+Z takes it back.", ids.n),
		       ids.n);
	else
		ui_say(f->ui, _("The mark is taken away. Ctrl+Z has it back."));
	return UI_TAKEN | UI_RELOAD;
}

/* The case's link, or its name where it has none. */
static unsigned case_picked(struct frame *f, struct ids ids, void *data)
{
	struct bond_member member;
	struct practice practice = { .link = "" };
	int64_t id = list_current(f);

	(void)data;
	if (member_read(f, &f->fresh, id, &member) != RC_OK)
		return ui_fault(f->ui);
	if (ids.n && record_get(desk_store(f), &f->fresh, &practice_type, ids.row[0], &practice))
		return ui_fault(f->ui);
	member.link = practice.link;
	if (ids.n && !*practice.link)
		member.link = practice.name;
	if (results_save(desk_app(f), &member) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, _("Saved. Ctrl+Z takes it back."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned result_case(struct frame *f)
{
	struct records practices;
	struct choice *row;

	if (record_list(desk_store(f), &f->arena, &practice_type, desk_year(f), &practices))
		return ui_fault(f->ui);
	row = ARENA_NEW(&f->arena, struct choice, practices.n);
	for (size_t i = 0; i < practices.n; i++) {
		const struct practice *p = record_at(&practice_type, &practices, i);

		row[i] = (struct choice){ .id = p->head.id, .code = "", .name = p->name };
	}
	if (!practices.n) {
		ui_say(f->ui, _("The bank has no case of this year yet: “Bank of practices”."));
		return UI_TAKEN | UI_REDRAW;
	}
	return dialog_pick(f, &(struct picker){ .title = _("Which case tells of this pair?"),
						.choices = { row, practices.n },
						.nothing = true,
						.picked = case_picked });
}

static unsigned results_print(struct frame *f)
{
	return print_ask(f, EXPORT_PAIRS);
}

static const struct action results_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Whole way"),
	  .title = N_("The marked went the whole way; once more: they did not"),
	  .enabled = may_write,
	  .run = result_pass },
	{ .key = K_F(3),
	  .label = N_("Case"),
	  .title = N_("Take a case of the bank as the link of this result"),
	  .enabled = may_write,
	  .run = result_case },
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Result"),
	  .title = N_("Write the result"),
	  .enabled = list_has_row,
	  .run = result_open },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = results_print },
	{ .title = N_("Close the pair with a reason"), .open = &bonds_view },
	{ .title = N_("Feedback"), .open = &feedbacks_view },
	{ 0 },
};

static const struct list_spec results_list = {
	.columns = result_columns,
	.load = results_load,
	.id = cells_id,
	.fetch = results_fetch,
	.cell = cells_cell,
	.count = results_count,
	.status = results_status,
	.card = results_card,
	.empty = N_("No pair is confirmed yet: form and confirm them in stage 5."),
};

const struct view results_view = {
	.name = "results",
	.title = N_("Stage 7 · Results of pairs"),
	.kind = &list_kind,
	.spec = &results_list,
	.actions = results_actions,
	.help = N_("Each mentee with what was planned and done, the meetings, and how it ended. "
		   "Mark with Space those who carried the programme through and press F2; Enter "
		   "writes the result in words."),
	.place = true,
};
