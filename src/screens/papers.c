/* The order and the pair list: what the secretary registers, a look at them, and files of them. */
#include "nastavnik/app/papers.h"
#include "nastavnik/app/settings.h"
#include "nastavnik/store/read/school.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/form.h"
#include "nastavnik/ui/menu.h"
#include "nastavnik/ui/text.h"
#include "screens.h"

enum { PAPER_COLUMNS = 78 }; /* what a screen of 80 columns shows whole */

enum paper_number { PAPER_ORDER, PAPER_PAIRS, PAPER_COUNT };

static const struct paper *paper_of(enum paper_number number)
{
	return paper_find(number == PAPER_ORDER ? "order" : "pair_list");
}

static const char *paper_title(enum paper_number number)
{
	return text_of(paper_of(number)->title);
}

/* A paper on the screen; arg: const enum paper_number. */
static enum rc paper_view_load(struct frame *f, struct lines *lines)
{
	const enum paper_number *paper = f->arg;
	struct paper_text text;
	enum rc rc = paper_lines(desk_app(f), &(struct paper_wish){ .paper = paper_of(*paper) },
				 &f->fresh, PAPER_COLUMNS, &text);

	if (rc != RC_OK)
		return rc;
	frame_title(f, "%s", paper_title(*paper));
	for (size_t i = 0; i < text.n; i++)
		lines_add(lines, INK_TEXT, "%s", text.line[i]);
	return RC_OK;
}

static const struct text_spec paper_text_spec = { .load = paper_view_load, .paper = true };

static enum rc paper_write(struct frame *f, const struct save_task *task, struct issues *lost,
			   const char **said)
{
	(void)said;
	return paper_save(desk_app(f),
			  &(struct paper_wish){ .paper = paper_of((enum paper_number)task->what) },
			  task->path, task->encoding, lost, NULL);
}

/* What a paper can be saved as. */
enum paper_file { FILE_PDF, FILE_ODT, FILE_TEXT };

static unsigned paper_save_as(struct frame *f, enum paper_number paper, enum paper_file file)
{
	static const char *const ending[] = {
		[FILE_PDF] = "pdf", [FILE_ODT] = "odt", [FILE_TEXT] = "txt"
	};
	const char *name = paper == PAPER_ORDER ? _("order") : _("pair-list");

	return save_ask(
		f,
		&(struct save_task){ .title = paper_title(paper),
				     .path = arena_printf(&f->arena, "%s.%s", name, ending[file]),
				     .what = paper,
				     .write = paper_write },
		file == FILE_TEXT);
}

static unsigned paper_print(struct frame *f, enum paper_number paper)
{
	return printer_ask(f, &(struct save_task){ .title = paper_title(paper),
						   .what = paper,
						   .write = paper_write });
}

static unsigned paper_view_print(struct frame *f)
{
	return paper_print(f, *(const enum paper_number *)f->arg);
}

static unsigned paper_view_pdf(struct frame *f)
{
	return paper_save_as(f, *(const enum paper_number *)f->arg, FILE_PDF);
}

static unsigned paper_view_odt(struct frame *f)
{
	return paper_save_as(f, *(const enum paper_number *)f->arg, FILE_ODT);
}

static unsigned paper_view_text(struct frame *f)
{
	return paper_save_as(f, *(const enum paper_number *)f->arg, FILE_TEXT);
}

static const struct action paper_actions[] = {
	{ .key = K_F(2), .label = N_("PDF"), .title = N_("Save as PDF"), .run = paper_view_pdf },
	{ .key = K_F(4),
	  .label = N_("ODT"),
	  .title = N_("Save as ODT, to be edited"),
	  .help = N_("A text for LibreOffice or Word: the secretary can still change the wording."),
	  .run = paper_view_odt },
	{ .key = K_F(6), .label = N_("Text"), .title = N_("Save as text"), .run = paper_view_text },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("To a printer"),
	  .run = paper_view_print },
	{ 0 },
};

const struct view paper_view = {
	.name = "paper",
	.title = N_("A paper"),
	.kind = &text_kind,
	.spec = &paper_text_spec,
	.actions = paper_actions,
	.help = N_("The paper as it will be printed. An empty number or date leaves a place to "
		   "write it by hand."),
};

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

enum paper_item { ITEM_FACTS, ITEM_SHOW, ITEM_PDF, ITEM_ODT, ITEM_TEXT };

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
	return RC_OK;
}

static unsigned papers_run(struct frame *f, const struct menu_item *item)
{
	enum paper_item what = (enum paper_item)((item->id - 1) / PAPER_COUNT);
	enum paper_number *paper = arena_alloc(&f->arena, sizeof(*paper));

	*paper = (enum paper_number)((item->id - 1) % PAPER_COUNT);
	if (what == ITEM_SHOW)
		return view_push(f, &paper_view, paper);
	return paper_save_as(f, *paper, (enum paper_file)(what - ITEM_PDF));
}

enum { PAPERS_ALL = PAPER_COUNT + 1 };

static unsigned papers_print_picked(struct frame *f, struct ids ids, void *data)
{
	(void)data;
	if (ids.n && ids.row[0] == PAPERS_ALL)
		return printer_ask(f, &(struct save_task){ .title = _("The order with its annex"),
							   .papers = PAPER_COUNT,
							   .write = paper_write });
	return ids.n ? paper_print(f, (enum paper_number)(ids.row[0] - 1)) : UI_TAKEN;
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
};
