/* Stage 7: who of the mentors stands out, by what the program has counted; people decide. */
#include "cells.h"
#include "nastavnik/app/outcome.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

enum {
	NOMINEE_PLACE,
	NOMINEE_NAME,
	NOMINEE_EFFECT,
	NOMINEE_MEET,
	NOMINEE_DONE,
	NOMINEE_MARK,
	NOMINEE_DIARY,
	NOMINEE_SCORE,
	NOMINEE_COLUMNS
};

static const struct list_column nominee_columns[] = {
	[NOMINEE_PLACE] = { N_("№"), .width = -3 },
	[NOMINEE_NAME] = { N_("Mentor"), .width = 20, .grow = 1 },
	[NOMINEE_EFFECT] = { N_("Effect."), .width = -7 },
	[NOMINEE_MEET] = { N_("Meet."), .width = -6 },
	[NOMINEE_DONE] = { N_("Plan"), .width = -6 },
	[NOMINEE_MARK] = { N_("Rating"), .width = -6 },
	[NOMINEE_DIARY] = { N_("Diar."), .width = -6 },
	[NOMINEE_SCORE] = { N_("Total"), .width = -6 },
	{ 0 },
};

struct nominee_row {
	const struct nominee *facts;
	const struct person *person;
	size_t place;
};

struct nominee_rows {
	struct cells cells;
	struct nominee_row *row;
};

static int by_place(const void *a, const void *b)
{
	const struct nominee_row *x = a, *y = b;

	return (x->place > y->place) - (x->place < y->place);
}

static int by_name(const void *a, const void *b)
{
	const struct nominee_row *x = a, *y = b;

	return cells_by_text(x->person->family, y->person->family);
}

static int by_meetings(const void *a, const void *b)
{
	const struct nominee *x = ((const struct nominee_row *)a)->facts;
	const struct nominee *y = ((const struct nominee_row *)b)->facts;

	return (x->meetings > y->meetings) - (x->meetings < y->meetings);
}

static cells_order *const nominees_order[NOMINEE_COLUMNS] = {
	[NOMINEE_PLACE] = by_place,
	[NOMINEE_NAME] = by_name,
	[NOMINEE_MEET] = by_meetings,
	[NOMINEE_SCORE] = by_place,
};

static const struct person *mentor_person(const struct participants *mentors, int64_t id)
{
	for (size_t i = 0; i < mentors->n; i++)
		if (mentors->row[i].id == id)
			return &mentors->row[i].person;
	return NULL;
}

static enum rc nominees_rows(struct frame *f, const struct list_query *query, size_t *n)
{
	struct nominee_rows *rows = arena_alloc(&f->fresh, sizeof(*rows));
	struct participants *mentors = arena_alloc(&f->fresh, sizeof(*mentors));
	struct nominees nominees;
	enum rc rc = nominees_load(desk_app(f), &f->fresh, &nominees);

	if (!rc)
		rc = participant_load_all(desk_store(f), &f->fresh, desk_year(f), ROLE_MENTOR,
					  mentors);
	if (rc)
		return rc;
	rows->row = ARENA_NEW(&f->fresh, struct nominee_row, nominees.n);
	rows->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, nominees.n);
	*n = 0;
	for (size_t i = 0; i < nominees.n; i++) {
		const struct nominee_row row = { .facts = &nominees.row[i],
						 .person = mentor_person(
							 mentors, nominees.row[i].participation),
						 .place = i + 1 };

		if (row.person && cells_found(&f->fresh, query, person_name(&f->fresh, row.person)))
			rows->row[(*n)++] = row;
	}
	cells_sort(&f->fresh, rows->row, *n, sizeof(*rows->row), nominees_order, query);
	for (size_t i = 0; i < *n; i++)
		rows->cells.ids.row[i] = rows->row[i].facts->participation;
	rows->cells.ids.n = *n;
	f->data = rows;
	return RC_OK;
}

static const char *of_text(struct arena *a, int64_t part, int64_t whole)
{
	return whole ? arena_printf(a, "%lld/%lld", (long long)part, (long long)whole) : "–";
}

static const char *tenths_text(struct arena *a, int64_t thousandths)
{
	return arena_printf(a, _("%lld.%lld"), (long long)thousandths / 10,
			    (long long)thousandths % 10);
}

static const char *mark_text(struct arena *a, const struct nominee *n)
{
	return n->marks ? tenths_text(a, (n->mark_sum * 10 + n->marks / 2) / n->marks) : "–";
}

static void nominee_show(struct cells *cells, struct arena *page, size_t at,
			 const struct nominee_row *row)
{
	const struct nominee *n = row->facts;
	const char *text[NOMINEE_COLUMNS] = {
		[NOMINEE_PLACE] = arena_printf(page, "%zu", row->place),
		[NOMINEE_NAME] = person_short_name(page, row->person),
		[NOMINEE_EFFECT] = of_text(page, n->effective, n->pairs),
		[NOMINEE_MEET] = of_text(page, n->meetings, n->meetings_due),
		[NOMINEE_DONE] = of_text(page, n->plan_done, n->plan),
		[NOMINEE_MARK] = mark_text(page, n),
		[NOMINEE_DIARY] = of_text(page, n->diaries, n->diaries_due),
		[NOMINEE_SCORE] = tenths_text(page, n->score),
	};

	for (size_t c = 0; c < NOMINEE_COLUMNS; c++)
		cells_set(cells, at, c, c == NOMINEE_SCORE ? INK_TITLE : INK_TEXT, text[c]);
}

static enum rc nominees_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct nominee_rows *rows = f->data;

	cells_page(&rows->cells, page, NOMINEE_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++)
		nominee_show(&rows->cells, page, i, &rows->row[i]);
	return RC_OK;
}

/* What the total of the row is made of: each part with its weight. */
static void nominees_pane(struct frame *f, struct lines *lines, size_t at)
{
	static const char *const words[NOMINEE_PARTS] = {
		[NOMINEE_EFFECTIVE] = N_("effective pairs"),
		[NOMINEE_MEETINGS] = N_("meetings"),
		[NOMINEE_PLAN] = N_("plan done"),
		[NOMINEE_FEEDBACK] = N_("mentees' marks"),
		[NOMINEE_DIARIES] = N_("diaries"),
	};
	const struct nominee_rows *rows = f->data;
	const char *text = "";

	for (enum nominee_part part = 0; part < NOMINEE_PARTS; part++) {
		int64_t share = nominee_share(rows->row[at].facts, part);
		const char *value =
			share == FIELD_NOTHING
				? "–"
				: tenths_text(lines->arena, share * nominee_weight[part] / 100);

		text = arena_printf(lines->arena, "%s%s%s %s/%d", text, *text ? " · " : "",
				    text_of(words[part]), value, nominee_weight[part]);
	}
	lines_add(lines, INK_TEXT, "%s", text);
	lines_add(lines, INK_DIM, "%s",
		  _("The weights make 100; what nobody can judge yet (–) is left out and the rest "
		    "weighs more. The decision is the school's."));
}

static const char *nominees_status(struct frame *f, struct arena *a, size_t row)
{
	(void)f, (void)a, (void)row;
	return _("Space marks, F2 puts the marked on the list of awards as nominees.");
}

/* Nominating: what, then in which nomination. */

struct nomination {
	struct ids people;
	int64_t kind;
};

static unsigned nomination_picked(struct frame *f, struct ids ids, void *data)
{
	const struct nomination *what = data;

	if (awards_nominate(desk_app(f), what->people, ids.n ? ids.row[0] : 0, what->kind) != RC_OK)
		return ui_fault(f->ui);
	list_unmark(f);
	ui_say(f->ui,
	       ngettext("%zu nominee: decide on the screen “Awards”. Ctrl+Z takes it back.",
			"%zu nominees: decide on the screen “Awards”. Ctrl+Z takes it back.",
			what->people.n),
	       what->people.n);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned kind_picked(struct frame *f, struct ids ids, void *data)
{
	struct nomination *what = data;

	if (!ids.n)
		return UI_TAKEN;
	what->kind = ids.row[0];
	return dialog_pick(f, &(struct picker){ .title = _("In which nomination?"),
						.choices = desk_choices(f, "nomination"),
						.nothing = true,
						.picked = nomination_picked,
						.data = what });
}

static bool may_nominate(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

static unsigned nominees_nominate(struct frame *f)
{
	struct nomination *what = arena_alloc(&f->arena, sizeof(*what));

	what->people = list_chosen(f, &f->arena);
	return dialog_pick(f, &(struct picker){ .title = _("Nominate for what?"),
						.choices = desk_choices(f, "award_kind"),
						.picked = kind_picked,
						.data = what });
}

static unsigned nominees_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action nominees_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Nominate"),
	  .title = N_("Put the marked on the list of awards"),
	  .enabled = may_nominate,
	  .run = nominees_nominate },
	{ .key = K_F(3), .label = N_("Awards"), .title = N_("Awards"), .open = &awards_view },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list"),
	  .enabled = list_has_row,
	  .run = nominees_print },
	{ 0 },
};

static const struct list_spec nominees_list = {
	.columns = nominee_columns,
	.load = nominees_rows,
	.id = cells_id,
	.fetch = nominees_fetch,
	.cell = cells_cell,
	.status = nominees_status,
	.pane = nominees_pane,
	.pane_rows = 4,
	.empty = N_("No pair is confirmed yet: form and confirm them in stage 5."),
};

const struct view nominees_view = {
	.name = "nominees",
	.title = N_("Stage 7 · Who stands out"),
	.kind = &list_kind,
	.spec = &nominees_list,
	.actions = nominees_actions,
	.help = N_("Mentors in the order of what the program has counted: pairs that are effective "
		   "by the year's rule (40 of 100), meetings against what the rule asks for (20), "
		   "plan done (20), the mean of their mentees' marks (10), diaries handed in (10). "
		   "It is advice: a nomination and the decision are made by people."),
	.place = true,
	.seldom = true,
};
