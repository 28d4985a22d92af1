/* The order and the pair list: what the secretary registers, a look at them, and files of them. */
#include "papers.h"
#include "nastavnik/app/settings.h"
#include "nastavnik/store/read/school.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/form.h"
#include "nastavnik/ui/menu.h"

/* The two papers that belong together. */
enum paper_number { PAPER_ORDER, PAPER_PAIRS, PAPER_COUNT };

static struct paper_shown paper_of(enum paper_number number)
{
	return (struct paper_shown){
		.wish.paper = paper_find(number == PAPER_ORDER ? "order" : "pair_list"), .whom = ""
	};
}

static const char *paper_title(enum paper_number number)
{
	return text_of(paper_of(number).wish.paper->title);
}

/* Number, date and term: a form over the year. */
static enum rc paper_facts_load(struct frame *f, void *record)
{
	return year_get(desk_store(f), &f->arena, desk_year(f), record);
}

static enum rc paper_facts_save(struct frame *f, void *record)
{
	enum rc rc;

	/* No step would be recorded, and Ctrl+Z would take back another one. */
	if (!form_changed(f))
		return RC_OK;
	rc = settings_save_year(desk_app(f), record);
	if (rc == RC_OK)
		ui_say(f->ui, _("Saved. Ctrl+Z takes it back."));
	return rc;
}

static const struct form_part paper_facts_parts[] = { { .fields = &year_order_fields }, { 0 } };

static const struct form_spec paper_facts_form = {
	.size = sizeof(struct year),
	.parts = paper_facts_parts,
	.load = paper_facts_load,
	.draft = desk_draft_year,
	.save = paper_facts_save,
	.writable = desk_writable,
};

const struct view paper_facts_view = {
	.name = "paper-facts",
	.title = N_("Number and date of the order, term of the pairs"),
	.kind = &form_kind,
	.spec = &paper_facts_form,
	.help = N_("The secretary gives number and date when the order is registered; until then "
		   "they stay "
		   "empty and the paper has lines in their place."),
};

/* The menu of papers */

enum paper_item { ITEM_FACTS, ITEM_SHOW, ITEM_PDF, ITEM_ODT, ITEM_TEXT, ITEM_ALL };

static int64_t paper_item_id(enum paper_item item, enum paper_number paper)
{
	return (int64_t)item * PAPER_COUNT + paper + 1;
}

static void paper_items(struct menu_items *items, enum paper_number paper, uint32_t key)
{
	static const char *const title[] = { [ITEM_SHOW] = N_("Show on the screen"),
					     [ITEM_PDF] = N_("Save as PDF"),
					     [ITEM_ODT] = N_("Save as ODT, to be edited"),
					     [ITEM_TEXT] = N_("Save as text") };

	menu_heading(items, paper_title(paper));
	for (enum paper_item i = ITEM_SHOW; i <= ITEM_TEXT; i++)
		menu_add(items, (struct menu_item){ .key = key++,
						    .title = text_of(title[i]),
						    .total = -1,
						    .id = paper_item_id(i, paper) });
}

static enum rc papers_load(struct frame *f, struct menu_items *items)
{
	const struct year *year = app_year(desk_app(f));

	paper_items(items, PAPER_ORDER, '1');
	paper_items(items, PAPER_PAIRS, '5');
	menu_heading(items, _("For both"));
	menu_add(items, (struct menu_item){ .key = '9',
					    .title = _("Number, date, term"),
					    .right = *year->order_number ? year->order_number
									 : _("not registered yet"),
					    .total = -1,
					    .open = &paper_facts_view,
					    .id = paper_item_id(ITEM_FACTS, PAPER_ORDER) });
	menu_heading(items, _("Other papers"));
	menu_add(items, (struct menu_item){ .key = '0',
					    .title = _("All papers of the school"),
					    .total = -1,
					    .open = &all_papers_view,
					    .id = paper_item_id(ITEM_ALL, PAPER_ORDER) });
	return RC_OK;
}

static unsigned papers_run(struct frame *f, const struct menu_item *item)
{
	static const char *const ending[] = {
		[ITEM_PDF] = "pdf", [ITEM_ODT] = "odt", [ITEM_TEXT] = "txt"
	};
	enum paper_item what = (enum paper_item)((item->id - 1) / PAPER_COUNT);
	struct paper_shown shown = paper_of((enum paper_number)((item->id - 1) % PAPER_COUNT));

	if (what == ITEM_SHOW)
		return paper_open(f, &shown);
	return paper_save_as(f, &shown, ending[what]);
}

enum { PAPERS_ALL = PAPER_COUNT + 1 };

static unsigned papers_print_picked(struct frame *f, struct ids ids, void *data)
{
	const struct paper_shown both[] = { paper_of(PAPER_ORDER), paper_of(PAPER_PAIRS) };

	(void)data;
	if (!ids.n)
		return UI_TAKEN;
	if (ids.row[0] == PAPERS_ALL)
		return paper_print(f, both, PAPER_COUNT);
	return paper_print(f, &both[ids.row[0] - 1], 1);
}

static unsigned papers_print(struct frame *f)
{
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, PAPERS_ALL);

	choice[PAPER_COUNT] = (struct choice){ .id = PAPERS_ALL,
					       .code = "",
					       .name = _("The order with its annex") };
	for (int i = 0; i < PAPER_COUNT; i++)
		choice[i] = (struct choice){ .id = i + 1,
					     .code = "",
					     .name = paper_title((enum paper_number)i) };
	return dialog_pick(f, &(struct picker){ .title = _("What is to be printed?"),
						.choices = { choice, PAPERS_ALL },
						.picked = papers_print_picked });
}

static const struct action papers_actions[] = {
	{ .key = K_F(5), .label = N_("Print"), .title = N_("To a printer"), .run = papers_print },
	{ 0 },
};

static const struct menu_spec papers_menu = { .load = papers_load, .run = papers_run };

const struct view papers_view = {
	.name = "papers",
	.title = N_("Order and pair list"),
	.kind = &menu_kind,
	.spec = &papers_menu,
	.actions = papers_actions,
	.help = N_("Both papers are made of the confirmed pairs. The pair list never carries "
		   "requests or role "
		   "models."),
	.place = true,
	.seldom = true,
};
