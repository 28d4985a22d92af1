/* The proposals of stage 5: any of them is taken up again, or deleted. */
#include "nastavnik/app/pairs.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/ui/list.h"
#include "screens.h"

enum { VARIANT_NUMBER, VARIANT_WHEN, VARIANT_PAIRS, VARIANT_STATE };

static const struct list_column variant_columns[] = {
	[VARIANT_NUMBER] = { N_("Proposal"), .width = -8, .unsorted = true },
	[VARIANT_WHEN] = { N_("When formed"), .width = 18, .unsorted = true },
	[VARIANT_PAIRS] = { N_("Pairs"), .width = -6, .unsorted = true },
	[VARIANT_STATE] = { N_("State"), .width = 24, .grow = 1, .unsorted = true },
	{ 0 },
};

/* The screen of pairs, which lies below and whose proposals these are. */
static struct pairs *pairs_of(const struct frame *f)
{
	return f->arg;
}

static const struct proposal *variant(const struct frame *f, size_t row)
{
	return &((const struct proposals *)f->data)->row[row];
}

static enum rc variants_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct proposals *all = arena_alloc(&f->fresh, sizeof(*all));
	enum rc rc = pairs_variants(pairs_of(f), &f->fresh, all);

	(void)query;
	if (rc)
		return rc;
	f->data = all;
	*n = all->n;
	return RC_OK;
}

static int64_t variants_id(struct frame *f, size_t row)
{
	return variant(f, row)->id;
}

static const char *variant_state(const struct frame *f, size_t row)
{
	const struct pairs_facts *facts = pairs_facts(pairs_of(f));
	const struct proposal *p = variant(f, row);
	bool at_hand = facts->older ? p->number == facts->proposal : row == 0;

	if (p->confirmed)
		return at_hand ? _("confirmed, on the screen") : _("confirmed");
	return at_hand ? _("on the screen") : "";
}

static const char *variants_cell(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	const struct proposal *p = variant(f, row);
	char when[20];

	switch (column) {
	case VARIANT_NUMBER:
		return arena_printf(&f->fresh, "%lld", (long long)p->number);
	case VARIANT_WHEN:
		return arena_strdup(&f->fresh, clock_format(p->made_at, when));
	case VARIANT_PAIRS:
		return arena_printf(&f->fresh, "%zu", p->n);
	default:
		*ink = INK_DIM;
		return variant_state(f, row);
	}
}

static const char *variants_status(struct frame *f, struct arena *a, size_t row)
{
	(void)f, (void)a, (void)row;
	return _("Enter shows its pairs. What you change there becomes a proposal of its own.");
}

static const struct list_spec variants_list = {
	.columns = variant_columns,
	.load = variants_load,
	.id = variants_id,
	.cell = variants_cell,
	.status = variants_status,
	.empty = N_("No pairs have been proposed yet: Ins in stage 5."),
	.no_marks = true,
};

static unsigned variant_take(struct frame *f)
{
	if (pairs_take(pairs_of(f), list_current(f)))
		return ui_fault(f->ui);
	return UI_TAKEN | UI_RELOAD | UI_CLOSE;
}

static bool variant_deletable(struct frame *f)
{
	return list_has_row(f) && desk_writable(f) &&
	       action_needs(f, !variant(f, list_row(f))->confirmed,
			    N_("It is confirmed by order and stays."));
}

static unsigned variant_delete(struct frame *f)
{
	const struct proposal *p = variant(f, list_row(f));

	if (pairs_discard(pairs_of(f), p->id))
		return ui_fault(f->ui);
	ui_say(f->ui, _("Proposal %lld is deleted. Ctrl+Z has it back."), (long long)p->number);
	return UI_TAKEN | UI_RELOAD;
}

static const struct action variant_actions[] = {
	{ .key = K_F(3),
	  .also = K_ENTER,
	  .label = N_("Show"),
	  .title = N_("Show the pairs of this proposal"),
	  .enabled = list_has_row,
	  .run = variant_take },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Delete the proposal"),
	  .help = N_("Its pairs go with it; Ctrl+Z has all of it back. Pairs at work are not "
		     "touched."),
	  .enabled = variant_deletable,
	  .run = variant_delete },
	{ 0 },
};

const struct view variants_view = {
	.name = "variants",
	.title = N_("Stage 5 · All proposals"),
	.kind = &list_kind,
	.spec = &variants_list,
	.actions = variant_actions,
	.help = N_("Each time pairs are found, a proposal is saved, so that you can compare and go "
		   "back. Enter shows one of them in stage 5, where it can be confirmed like any "
		   "other. A proposal that has been confirmed stays as it was."),
};
