/* Head counts: counted from the list or typed, and how many of them take part. */
#include "nastavnik/app/headcount.h"

#include <stdlib.h>

#include "cells.h"
#include "nastavnik/base/date.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

enum { COUNT_WHOM, COUNT_NUMBER, COUNT_FROM, COUNT_PART, COUNT_SHARE, COUNT_COLUMNS };

static const struct list_column headcount_columns[] = {
	[COUNT_WHOM] = { N_("Whom"), .width = 26, .grow = 1, .unsorted = true },
	[COUNT_NUMBER] = { N_("How many"), .width = -7, .unsorted = true },
	[COUNT_FROM] = { N_("Found out"), .width = 10, .unsorted = true },
	[COUNT_PART] = { N_("Take part"), .width = 19, .unsorted = true },
	[COUNT_SHARE] = { N_("Coverage"), .width = -7, .unsorted = true },
	{ 0 },
};

struct headcount_desk {
	struct cells cells;
	struct headcount_rows rows;
};

static const struct headcount_desk *headcount_desk(const struct frame *f)
{
	return f->data;
}

/* The rule and its count in a row of the list, whose ids count them from 1. */
static enum headcount headcount_at(const struct frame *f, size_t row)
{
	return (enum headcount)(headcount_desk(f)->cells.ids.row[row] - 1);
}

static const char *share_text(struct arena *a, int64_t share)
{
	if (share == FIELD_NOTHING)
		return "";
	return arena_printf(a, _("%lld.%lld %%"), (long long)share / 10, (long long)share % 10);
}

static void headcount_cells(struct frame *f, struct headcount_desk *desk, size_t at,
			    enum headcount which)
{
	const struct headcount_rule *rule = &headcount_rules[which];
	const struct headcount_row *row = &desk->rows.row[which];
	bool known = row->number != FIELD_NOTHING;
	struct arena *a = &f->fresh;

	cells_set(&desk->cells, at, COUNT_WHOM, INK_TEXT, text_of(rule->name));
	cells_set(&desk->cells, at, COUNT_NUMBER, known ? INK_TEXT : INK_DIM,
		  known ? arena_printf(a, "%lld", (long long)row->number) : "–");
	cells_set(&desk->cells, at, COUNT_FROM, INK_DIM,
		  row->counted ? _("from the list")
		  : known      ? _("typed")
			       : _("type it: F4"));
	cells_set(&desk->cells, at, COUNT_PART, INK_TEXT,
		  arena_printf(a, "%s: %lld", text_of(rule->part_name), (long long)row->part));
	cells_set(&desk->cells, at, COUNT_SHARE, INK_TEXT, share_text(a, row->share));
}

static enum rc headcounts_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct headcount_desk *desk = arena_alloc(&f->fresh, sizeof(*desk));
	enum rc rc = headcount_load(desk_app(f), &desk->rows);

	if (rc != RC_OK)
		return rc;
	desk->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, HEADCOUNTS);
	cells_page(&desk->cells, &f->fresh, COUNT_COLUMNS, 0, HEADCOUNTS);
	for (enum headcount i = 0; i < HEADCOUNTS; i++) {
		if (!cells_found(&f->fresh, query, text_of(headcount_rules[i].name)))
			continue;
		headcount_cells(f, desk, desk->cells.ids.n, i);
		desk->cells.ids.row[desk->cells.ids.n++] = (int64_t)i + 1;
	}
	f->data = desk;
	*n = desk->cells.ids.n;
	return RC_OK;
}

static const char *headcount_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	char day[DATE_SIZE];

	(void)n, (void)found;
	return arena_printf(a, _("as of %s"), date_format(headcount_desk(f)->rows.on, day));
}

static void headcount_pane(struct frame *f, struct lines *lines, size_t at)
{
	const struct headcount_row *row = &headcount_desk(f)->rows.row[headcount_at(f, at)];

	if (row->guessed)
		lines_add(lines, INK_TEXT,
			  ngettext("%lld without a date of birth is counted by the usual age of "
				   "the class.",
				   "%lld without a date of birth are counted by the usual age of "
				   "the class.",
				   (unsigned long)row->guessed),
			  (long long)row->guessed);
	if (row->unknown)
		lines_add(lines, INK_WARN,
			  ngettext("%lld with neither a date of birth nor a class is not counted.",
				   "%lld with neither a date of birth nor a class are not counted.",
				   (unsigned long)row->unknown),
			  (long long)row->unknown);
	if (!row->counted && headcount_rules[headcount_at(f, at)].kind)
		lines_add(lines, INK_TEXT, "%s",
			  _("The school's list has only those who take part: bring in the class "
			    "lists, and it is counted, or type the number."));
}

static const char *headcount_status(struct frame *f, struct arena *a, size_t row)
{
	(void)a;
	return headcount_desk(f)->rows.row[headcount_at(f, row)].counted
		       ? _("Counted from the school's list. F2 – as of another day.")
		       : _("F4 – type the number. F2 – as of another day.");
}

static enum rc number_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	const int64_t *which = data;
	char *end;
	long long number = strtoll(text, &end, 10);
	enum rc rc;

	if (*text && (end == text || *end))
		return err_set(RC_INVALID, _("“%s” is no number."), text);
	rc = headcount_type(desk_app(f), (enum headcount) * which, *text ? number : FIELD_NOTHING);
	if (rc == RC_OK)
		ui_say(f->ui, _("Saved. Ctrl+Z takes it back."));
	*took = UI_TAKEN | UI_RELOAD;
	return rc;
}

static bool headcount_typed(struct frame *f)
{
	return list_has_row(f) && desk_writable(f) &&
	       !headcount_desk(f)->rows.row[headcount_at(f, list_row(f))].counted;
}

static unsigned headcount_edit(struct frame *f)
{
	enum headcount which = headcount_at(f, list_row(f));
	int64_t number = headcount_desk(f)->rows.row[which].number;

	return dialog_prompt(f, &(struct prompt){ .title = text_of(headcount_rules[which].name),
						  .label = _("How many:"),
						  .text = number == FIELD_NOTHING
								  ? ""
								  : arena_printf(&f->arena, "%lld",
										 (long long)number),
						  .hint = _("An empty line: not known."),
						  .max = 6,
						  .entered = number_entered,
						  .data = desk_id_arg(f, which) });
}

static enum rc day_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	int on = DATE_NONE;
	enum rc rc;

	(void)data;
	if (!date_parse(text, &on))
		return err_set(RC_INVALID, _("“%s” is no date. Type it as 01.09.2026."), text);
	rc = headcount_date(desk_app(f), on);
	*took = UI_TAKEN | UI_RELOAD;
	return rc;
}

static unsigned headcount_day(struct frame *f)
{
	int64_t on = app_year(desk_app(f))->count_on;
	char day[DATE_SIZE];

	return dialog_prompt(
		f, &(struct prompt){ .title = _("As of which day?"),
				     .label = _("Date:"),
				     .text = arena_strdup(&f->arena, date_format((int)on, day)),
				     .hint = _("Ages are counted on this day; an empty line: "
					       "today."),
				     .max = 10,
				     .entered = day_entered });
}

static unsigned headcount_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action headcount_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Day"),
	  .title = N_("Count as of another day"),
	  .enabled = desk_writable,
	  .run = headcount_day },
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Type"),
	  .title = N_("Type the number"),
	  .enabled = headcount_typed,
	  .run = headcount_edit },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the numbers"),
	  .enabled = list_has_row,
	  .run = headcount_print },
	{ 0 },
};

static const struct list_spec headcount_list = {
	.columns = headcount_columns,
	.load = headcounts_load,
	.id = cells_id,
	.cell = cells_cell,
	.count = headcount_count,
	.status = headcount_status,
	.pane = headcount_pane,
	.pane_rows = 3,
	.no_marks = true,
};

const struct view headcount_view = {
	.name = "headcount",
	.title = N_("Head counts"),
	.kind = &list_kind,
	.spec = &headcount_list,
	.actions = headcount_actions,
	.help = N_("Of how many the reports tell a share. Where the school's list is in the file, "
		   "it is counted, by the date of birth on the day that stands above; who has no "
		   "date of birth is counted by the usual age of the class. What no list tells is "
		   "typed: novice teachers, partner enterprises."),
	.place = true,
	.seldom = true,
};
