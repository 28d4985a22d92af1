/* Requests from above: those that are kept, and those that are proposed ready-made. */
#include "inquiries.h"

#include "cells.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

enum { INQUIRIES_NAME, INQUIRIES_WHAT, INQUIRIES_N };

static const struct list_column inquiries_columns[] = {
	[INQUIRIES_NAME] = { N_("Request"), .width = 40, .grow = 2, .unsorted = true },
	[INQUIRIES_WHAT] = { N_("What it is about"), .width = 24, .grow = 1, .unsorted = true },
	{ 0 },
};

struct inquiries {
	struct cells cells;
	struct kept_inquiries all;
	size_t *row; /* of the list: the place among all */
};

static const struct kept_inquiry *kept_at(const struct frame *f, size_t row)
{
	const struct inquiries *list = f->data;

	return &list->all.row[list->row[row]];
}

struct inquiry_arg *inquiry_arg_make(struct frame *f, const struct kept_inquiry *kept)
{
	struct inquiry_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct inquiry_arg){ .kept = { kept->id, arena_strdup(&f->arena, kept->name),
					       arena_strdup(&f->arena, kept->text) },
				     .arena = &f->arena,
				     .issues = { .arena = &f->arena } };
	inquiry_read(&f->arena, arg->kept.text, &arg->inquiry, &arg->issues);
	return arg;
}

const char *inquiry_title(const struct inquiry_arg *arg)
{
	const struct inquiry_subject *subject = inquiry_subject_find(arg->inquiry.what);

	if (*arg->kept.name)
		return arg->kept.name;
	return subject ? text_of(subject->title) : _("new");
}

/* «Пары и группы · число» */
static const char *what_text(struct frame *f, const struct kept_inquiry *kept)
{
	struct inquiry q;

	inquiry_read(&f->fresh, kept->text, &q, NULL);
	const struct inquiry_subject *subject = inquiry_subject_find(q.what);
	return arena_printf(&f->fresh, "%s · %s", subject ? text_of(subject->title) : q.what,
			    q.count ? _("numbers") : _("list"));
}

static enum rc inquiries_read(struct frame *f, const struct list_query *query, size_t *n)
{
	struct inquiries *list = arena_alloc(&f->fresh, sizeof(*list));
	enum rc rc = inquiries_load(desk_app(f), &f->fresh, &list->all);

	if (rc)
		return rc;
	list->row = ARENA_NEW(&f->fresh, size_t, list->all.n);
	list->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, list->all.n), 0 };
	cells_page(&list->cells, &f->fresh, INQUIRIES_N, 0, list->all.n);
	for (size_t i = 0; i < list->all.n; i++) {
		const struct kept_inquiry *kept = &list->all.row[i];
		enum ink ink = kept->id ? INK_TEXT : INK_DIM;
		size_t at = list->cells.ids.n;

		if (!cells_found(&f->fresh, query, kept->name))
			continue;
		list->row[at] = i;
		cells_set(&list->cells, at, INQUIRIES_NAME, ink, kept->name);
		cells_set(&list->cells, at, INQUIRIES_WHAT, INK_DIM, what_text(f, kept));
		list->cells.ids.row[list->cells.ids.n++] = kept->id ? kept->id : -(int64_t)i - 1;
	}
	f->data = list;
	*n = list->cells.ids.n;
	return RC_OK;
}

static const char *inquiries_status(struct frame *f, struct arena *a, size_t row)
{
	(void)a;
	return kept_at(f, row)->id
		       ? _("Kept. Enter answers it, F4 changes it, F8 forgets it, Ins – a new one.")
		       : _("Ready-made. Enter answers it, F4 changes it, Ins makes a new one.");
}

static unsigned answer_run(struct frame *f)
{
	return view_push(f, &inquiry_result_view, inquiry_arg_make(f, kept_at(f, list_row(f))));
}

static unsigned builder_closed(struct frame *f, struct frame *builder)
{
	if (builder->answer)
		list_select(f, builder->answer);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned builder_open(struct frame *f, const struct kept_inquiry *kept)
{
	view_open(f->ui, f, &inquiry_view, inquiry_arg_make(f, kept), builder_closed);
	return UI_TAKEN;
}

static unsigned edit_run(struct frame *f)
{
	return builder_open(f, kept_at(f, list_row(f)));
}

static unsigned new_run(struct frame *f)
{
	return builder_open(
		f, &(struct kept_inquiry){ .name = "",
					   .text = "what=mentees\nnumbered\ncolumn=class_name\n" });
}

static bool may_forget(struct frame *f)
{
	return list_has_row(f) && desk_file_writable(f) &&
	       action_needs(f, kept_at(f, list_row(f))->id != 0,
			    N_("Ready-made requests stay: only kept ones can be forgotten."));
}

static unsigned forget_run(struct frame *f)
{
	if (inquiry_forget(desk_app(f), kept_at(f, list_row(f))) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, _("The request is forgotten. Ctrl+Z has it back."));
	return UI_TAKEN | UI_RELOAD;
}

static const struct action inquiries_actions[] = {
	{ .key = K_F(3),
	  .also = K_ENTER,
	  .label = N_("Answer"),
	  .title = N_("Answer the request"),
	  .enabled = list_has_row,
	  .run = answer_run },
	{ .key = K_F(4),
	  .label = N_("Edit"),
	  .title = N_("Change what is asked"),
	  .enabled = list_has_row,
	  .run = edit_run },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Forget the kept request"),
	  .enabled = may_forget,
	  .run = forget_run },
	{ .key = K_INS, .label = N_("New"), .title = N_("A new request"), .run = new_run },
	{ 0 },
};

static const struct list_spec inquiries_list = {
	.columns = inquiries_columns,
	.load = inquiries_read,
	.id = cells_id,
	.cell = cells_cell,
	.status = inquiries_status,
	.no_marks = true,
	.empty = N_("No requests are kept yet: Ins makes one."),
};

const struct view inquiries_view = {
	.name = "inquiries",
	.title = N_("Requests from above"),
	.kind = &list_kind,
	.spec = &inquiries_list,
	.actions = inquiries_actions,
	.help = N_(
		"What the municipality asks for by fourteen o'clock: how many, or who, by class, "
		"form, days and whatever else is known. Below your own requests stand ready-made "
		"ones. Enter answers a request as things stand now; from there it goes to a "
		"printer, a file or a table. F4 changes what is asked, Ins makes a new one. A "
		"kept request is good for other days and for another school year."),
	.place = true,
	.seldom = true,
};
