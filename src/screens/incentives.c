/* Stage 7: the monthly paper on payment for success: a line a mentor, points typed down a column.
 */
#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/outcome.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/ui/dialog.h"
#include "records.h"
#include "screens.h"

/* The month shown; made by the list itself. */
struct month_arg {
	struct records_arg head;
	int64_t month;
};

static struct month_arg *month_arg(const struct frame *f)
{
	return f->arg;
}

static bool incentive_wanted(struct frame *f, const void *record)
{
	const struct incentive *row = record;

	return row->month == month_arg(f)->month;
}

static enum ink incentive_ink(const struct field *field, const void *record)
{
	const struct incentive *row = record;

	(void)field;
	return row->points == FIELD_NOTHING ? INK_TEXT : INK_GOOD;
}

static const struct record_desk incentives = {
	.type = &incentive_type,
	.form = &incentive_view,
	.sort = "participation",
	.ink = incentive_ink,
	.wanted = incentive_wanted,
	.empty = N_("No line of this month yet: F2 writes one for each mentor whose pairs worked, "
		    "with what the program has counted. F3 takes another month."),
};

static void month_title(struct frame *f)
{
	frame_title(f, "%s · %s", text_of(f->view->title),
		    month_text(&f->arena, month_arg(f)->month));
}

static enum rc incentives_init(struct frame *f)
{
	f->arg = arena_alloc(&f->arena, sizeof(struct month_arg));
	return RC_OK;
}

/* Last month is what is asked for now; at the beginning of the year worked on, which may have
 * become another one, its first. */
static enum rc incentives_load(struct frame *f)
{
	struct month_arg *arg = month_arg(f);
	int64_t month = month_of(date_add_days((int)month_of(date_today()), -1));

	if (arg->head.owner == desk_year(f))
		return RC_OK;
	if (year_of((int)month) != desk_year(f))
		month = date_make((int)desk_year(f), 9, 1);
	*arg = (struct month_arg){ .head.owner = desk_year(f), .month = month };
	month_title(f);
	return RC_OK;
}

static unsigned incentives_write(struct frame *f)
{
	size_t n = 0;

	if (incentives_make(desk_app(f), month_arg(f)->month, &n) != RC_OK)
		return ui_fault(f->ui);
	if (n)
		ui_say(f->ui,
		       ngettext("%zu line is added. Ctrl+Z takes it back.",
				"%zu lines are added. Ctrl+Z takes them back.", n),
		       n);
	else
		ui_say(f->ui, _("Every mentor whose pairs worked has a line already."));
	return UI_TAKEN | UI_RELOAD;
}

/* The months of the school year as choices; their ids are the months. */
static struct choices months(struct frame *f)
{
	enum { MONTHS = 12 };
	struct choice *row = ARENA_NEW(&f->arena, struct choice, MONTHS);
	int64_t month = date_make((int)desk_year(f), 9, 1);

	for (int i = 0; i < MONTHS; i++) {
		row[i] = (struct choice){ .id = month,
					  .code = "",
					  .name = month_text(&f->arena, month) };
		month = month_of(date_add_days((int)month, 31));
	}
	return (struct choices){ row, MONTHS };
}

static unsigned month_picked(struct frame *f, struct ids ids, void *data)
{
	(void)data;
	if (!ids.n)
		return UI_TAKEN;
	month_arg(f)->month = ids.row[0];
	list_unmark(f);
	month_title(f);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned incentives_month(struct frame *f)
{
	return dialog_pick(f, &(struct picker){ .title = _("Which month?"),
						.choices = months(f),
						.picked = month_picked });
}

static unsigned incentives_anew(struct frame *f)
{
	if (incentives_recount(desk_app(f), list_chosen(f, &f->fresh)) != RC_OK)
		return ui_fault(f->ui);
	list_unmark(f);
	ui_say(f->ui, _("The basis is counted anew. Ctrl+Z has the old one back."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned incentives_points(struct frame *f)
{
	return view_push(f, &incentive_points_view, desk_id_arg(f, month_arg(f)->month));
}

static unsigned incentives_paper(struct frame *f)
{
	return paper_show(f, "incentive", month_arg(f)->month,
			  month_text(&f->arena, month_arg(f)->month));
}

static const struct action incentives_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Lines"),
	  .title = N_("Write a line for each mentor whose pairs worked in the month"),
	  .enabled = desk_writable,
	  .run = incentives_write },
	{ .key = K_F(3),
	  .label = N_("Month"),
	  .title = N_("Another month"),
	  .run = incentives_month },
	{ .key = K_F(6),
	  .label = N_("Points"),
	  .title = N_("Type the points one after another"),
	  .enabled = record_may_change,
	  .run = incentives_points },
	RECORD_ACTIONS,
	{ .title = N_("Payment for success: to the director"),
	  .enabled = list_has_row,
	  .run = incentives_paper },
	{ .title = N_("Count the basis of the marked anew"),
	  .enabled = record_may_change,
	  .run = incentives_anew },
	{ 0 },
};

const struct view incentives_view = {
	.name = "incentives",
	.title = N_("Payment for success"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &incentives,
	.actions = incentives_actions,
	.init = incentives_init,
	.load = incentives_load,
	.help = N_("The monthly paper by which the director pays mentors for success. F2 writes a "
		   "line for each mentor whose pairs worked, with what the program has counted; "
		   "F6 takes the points one after another; Enter mends the words of one line. The "
		   "paper stands among the papers of stage 7."),
	.place = true,
	.seldom = true,
};

const struct view incentive_view = {
	.name = "incentive",
	.title = N_("A line of the payment for success"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &incentives,
	.help = N_("The basis is a sentence that the program has written from what was done in the "
		   "month; change it as you like. Points may have one digit behind the comma."),
};

/* Points of a month: a form whose fields are its lines. */

struct points_form {
	struct records rows;
	struct fields fields;
	struct form_part part[2];
};

static enum rc points_rows(struct frame *f, struct points_form *p)
{
	const int64_t month = *(const int64_t *)f->arg;
	struct records all;
	enum rc rc = record_list(desk_store(f), &f->arena, &incentive_type, desk_year(f), &all);

	if (rc)
		return rc;
	p->rows.row = ARENA_NEW(&f->arena, struct incentive, all.n);
	for (size_t i = 0; i < all.n; i++) {
		const struct incentive *row = record_at(&incentive_type, &all, i);

		if (row->month == month)
			*(struct incentive *)record_at(&incentive_type, &p->rows, p->rows.n++) =
				*row;
	}
	return RC_OK;
}

static const char *mentor_name(struct frame *f, int64_t id)
{
	const struct choices mentors = desk_choices(f, "mentor");

	for (size_t i = 0; i < mentors.n; i++)
		if (mentors.row[i].id == id)
			return mentors.row[i].name;
	return "";
}

/* Names are labels here; they are no words of the program and pass through the catalogue as they
 * are. */
static void points_fields(struct frame *f, struct points_form *p)
{
	struct field *field = ARENA_NEW(&f->arena, struct field, p->rows.n);

	for (size_t i = 0; i < p->rows.n; i++) {
		const struct incentive *row = record_at(&incentive_type, &p->rows, i);

		field[i] = *field_find(*incentive_type.fields, "points");
		field[i].name = arena_printf(&f->arena, "%lld", (long long)row->head.id);
		field[i].label = mentor_name(f, row->participation);
		field[i].hint = *row->basis ? row->basis : field[i].hint;
		field[i].offset = i * sizeof(int64_t);
	}
	p->fields = (struct fields){ field, p->rows.n };
}

static enum rc points_init(struct frame *f)
{
	struct points_form *p = arena_alloc(&f->arena, sizeof(*p));
	enum rc rc = points_rows(f, p);

	if (rc)
		return rc;
	points_fields(f, p);
	p->part[0].fields = &p->fields;
	f->data = p;
	frame_title(f, "%s · %s", text_of(f->view->title),
		    month_text(&f->arena, *(const int64_t *)f->arg));
	return RC_OK;
}

static struct form_shape points_shape(struct frame *f)
{
	const struct points_form *p = f->data;

	return (struct form_shape){ .size = (p->rows.n + 1) * sizeof(int64_t), .parts = p->part };
}

static enum rc points_load(struct frame *f, void *record)
{
	const struct points_form *p = f->data;
	int64_t *points = record;

	for (size_t i = 0; i < p->rows.n; i++)
		points[i] = ((struct incentive *)record_at(&incentive_type, &p->rows, i))->points;
	return RC_OK;
}

static enum rc points_save(struct frame *f, void *record)
{
	const struct points_form *p = f->data;
	const int64_t *points = record;
	struct records changed = { ARENA_NEW(&f->arena, struct incentive, p->rows.n), 0 };
	enum rc rc;

	for (size_t i = 0; i < p->rows.n; i++) {
		struct incentive row = *(struct incentive *)record_at(&incentive_type, &p->rows, i);

		if (row.points == points[i])
			continue;
		row.points = points[i];
		*(struct incentive *)record_at(&incentive_type, &changed, changed.n++) = row;
	}
	rc = records_save_all(desk_app(f), &incentive_type, &changed, N_("Points typed"));
	if (rc == RC_OK && changed.n)
		ui_say(f->ui, _("Saved. Ctrl+Z takes it back."));
	return rc;
}

static const struct form_spec points_form = {
	.shape = points_shape,
	.load = points_load,
	.save = points_save,
	.writable = desk_writable,
};

const struct view incentive_points_view = {
	.name = "incentive-points",
	.title = N_("Points"),
	.kind = &form_kind,
	.spec = &points_form,
	.init = points_init,
	.help = N_("Type a number and Enter: the next mentor follows. Below stands what the "
		   "program has counted for the one under the cursor. F2 saves all of them as one "
		   "step."),
};
