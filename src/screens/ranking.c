/* Stage 7: works of a contest by the experts' marks, and the places. */
#include "cells.h"
#include "nastavnik/app/outcome.h"
#include "nastavnik/app/records.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

enum {
	RANK_RANK,
	RANK_ENTRY,
	RANK_AUTHOR,
	RANK_EXPERTS,
	RANK_SUM,
	RANK_MEAN,
	RANK_PLACE,
	RANK_COLUMNS
};

static const struct list_column ranking_columns[] = {
	[RANK_RANK] = { N_("№"), .width = -5, .unsorted = true },
	[RANK_ENTRY] = { N_("Work"), .width = 20, .grow = 2, .unsorted = true },
	[RANK_AUTHOR] = { N_("Author"), .width = 14, .grow = 1, .drop = 1, .unsorted = true },
	[RANK_EXPERTS] = { N_("Sheets"), .width = -6, .unsorted = true },
	[RANK_SUM] = { N_("Sum"), .width = -6, .unsorted = true },
	[RANK_MEAN] = { N_("Mean"), .width = -7, .unsorted = true },
	[RANK_PLACE] = { N_("Place"), .width = 10, .unsorted = true },
	{ 0 },
};

struct ranking_rows {
	struct cells cells;
	struct contest_state state;
	size_t *at; /* places in state.ranking */
};

static int64_t contest_id(const struct frame *f)
{
	return *(const int64_t *)f->arg;
}

static const struct entry *entry_of(const struct contest_state *state, int64_t id)
{
	for (size_t i = 0; i < state->entries.n; i++) {
		const struct entry *entry = record_at(&entry_type, &state->entries, i);

		if (entry->head.id == id)
			return entry;
	}
	return NULL;
}

static enum rc ranking_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct ranking_rows *rows = arena_alloc(&f->fresh, sizeof(*rows));
	const struct contest_state *state = &rows->state;
	enum rc rc = contest_load(desk_store(f), &f->fresh, contest_id(f), &rows->state);

	if (rc)
		return rc;
	rows->at = ARENA_NEW(&f->fresh, size_t, state->entries.n);
	rows->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, state->entries.n);
	*n = 0;
	for (size_t i = 0; i < state->entries.n; i++) {
		const struct entry *entry = entry_of(state, state->ranking[i].entry);

		if (!cells_found(&f->fresh, query,
				 arena_printf(&f->fresh, "%s %s", entry->name, entry->author)))
			continue;
		rows->at[*n] = i;
		rows->cells.ids.row[(*n)++] = entry->head.id;
	}
	rows->cells.ids.n = *n;
	f->data = rows;
	return RC_OK;
}

static const char *hundredths_text(struct arena *a, int64_t n)
{
	if (n == FIELD_NOTHING)
		return "–";
	return arena_printf(a, _("%lld.%02lld"), (long long)n / 100, (long long)n % 100);
}

static const char *place_text(struct frame *f, int64_t place)
{
	const struct choices places = desk_choices(f, "entry_place");

	return place > 0 && (size_t)place <= places.n ? places.row[place - 1].name : "";
}

static void ranking_show(struct frame *f, struct ranking_rows *rows, struct arena *page, size_t at)
{
	const struct contest_state *state = &rows->state;
	const struct ranking *s = &state->ranking[rows->at[at]];
	const struct entry *entry = entry_of(state, s->entry);
	const char *text[RANK_COLUMNS] = {
		[RANK_RANK] = ranking_text(page, state->ranking, state->entries.n, rows->at[at]),
		[RANK_ENTRY] = entry->name,
		[RANK_AUTHOR] = entry->author,
		[RANK_EXPERTS] =
			arena_printf(page, "%lld/%zu", (long long)s->experts, state->experts.n),
		[RANK_SUM] = arena_printf(page, "%lld", (long long)s->sum),
		[RANK_MEAN] = hundredths_text(page, s->mean),
		[RANK_PLACE] = entry->place ? place_text(f, entry->place)
			       : s->place   ? arena_printf(page, "(%s)", place_text(f, s->place))
					    : "",
	};
	bool whole = (size_t)s->experts == state->experts.n;

	for (size_t c = 0; c < RANK_COLUMNS; c++)
		cells_set(&rows->cells, at, c, INK_TEXT, text[c]);
	cells_set(&rows->cells, at, RANK_EXPERTS, whole ? INK_TEXT : INK_WARN,
		  whole ? text[RANK_EXPERTS] : arena_printf(page, "!%s", text[RANK_EXPERTS]));
	cells_set(&rows->cells, at, RANK_PLACE, entry->place ? INK_GOOD : INK_DIM,
		  text[RANK_PLACE]);
}

static enum rc ranking_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct ranking_rows *rows = f->data;

	cells_page(&rows->cells, page, RANK_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++)
		ranking_show(f, rows, page, i);
	return RC_OK;
}

static const char *ranking_status(struct frame *f, struct arena *a, size_t at)
{
	const struct ranking_rows *rows = f->data;
	const struct ranking *s = &rows->state.ranking[rows->at[at]];

	if ((size_t)s->experts < rows->state.experts.n)
		return arena_printf(a, _("Whole sheets %lld of %zu: only they count for the mean."),
				    (long long)s->experts, rows->state.experts.n);
	return _("In brackets – what the marks propose. F2 takes it, F4 decides by hand.");
}

static bool may_place(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

static unsigned ranking_propose(struct frame *f)
{
	size_t n = 0;

	if (contest_places(desk_app(f), contest_id(f), &n) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui,
	       ngettext("%zu place is written down. Ctrl+Z takes it back.",
			"%zu places are written down. Ctrl+Z takes them back.", n),
	       n);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned place_picked(struct frame *f, struct ids ids, void *data)
{
	const struct ranking_rows *rows = f->data;
	struct entry entry = *entry_of(&rows->state, list_current(f));

	(void)data;
	entry.place = ids.n ? ids.row[0] : PLACE_NONE;
	if (records_save(desk_app(f), &entry_type, &entry) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, _("Saved. Ctrl+Z takes it back."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned ranking_decide(struct frame *f)
{
	return dialog_pick(f, &(struct picker){ .title = _("Which place?"),
						.choices = desk_choices(f, "entry_place"),
						.nothing = true,
						.picked = place_picked });
}

static unsigned ranking_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action ranking_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Accept"),
	  .title = N_("Write down the places that the marks propose"),
	  .enabled = may_place,
	  .run = ranking_propose },
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Decide"),
	  .title = N_("The place of this work, by hand"),
	  .enabled = may_place,
	  .run = ranking_decide },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list"),
	  .enabled = list_has_row,
	  .run = ranking_print },
	{ 0 },
};

static const struct list_spec ranking_list = {
	.columns = ranking_columns,
	.load = ranking_load,
	.id = cells_id,
	.fetch = ranking_fetch,
	.cell = cells_cell,
	.status = ranking_status,
	.empty = N_("No work has come to this contest yet."),
	.no_marks = true,
};

const struct view ranking_view = {
	.name = "ranking",
	.title = N_("Places by the marks"),
	.kind = &list_kind,
	.spec = &ranking_list,
	.actions = ranking_actions,
	.help = N_("Works by the mean of the experts' sums; only whole sheets count, so an expert "
		   "who has not come to a work yet does not pull it down. Equal means share a "
		   "place: the jury decides by hand (F4)."),
};
