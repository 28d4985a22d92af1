/* Forms left half filled, to go on with or to throw away. */
#include <string.h>

#include "nastavnik/app/draft.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/form.h"
#include "nastavnik/ui/list.h"
#include "records.h"
#include "screens.h"
#include "surveys.h"
#include "task.h"

enum { DRAFT_FORM, DRAFT_OF, DRAFT_WHEN };

static const struct list_column drafts_columns[] = {
	[DRAFT_FORM] = { N_("What"), .width = 24, .grow = 1, .unsorted = true },
	[DRAFT_OF] = { N_("Of what"), .width = 24, .grow = 1, .unsorted = true },
	[DRAFT_WHEN] = { N_("When"), .width = 16, .unsorted = true },
	{ 0 },
};

/* Opening a form for the record that its draft() has named. */

static unsigned by_id(struct frame *f, const struct view *view, int64_t record)
{
	return view_push(f, view, record ? desk_id_arg(f, record) : NULL);
}

static unsigned by_participant(struct frame *f, const struct view *view, int64_t record)
{
	struct base_new *arg = arena_alloc(&f->arena, sizeof(*arg));
	struct participant p;

	*arg = (struct base_new){ .role = view == &mentor_view ? ROLE_MENTOR : ROLE_MENTEE };
	if (record && participant_get(desk_store(f), &f->fresh, record, &p) == RC_OK)
		arg->participant = record;
	else
		arg->person = record;
	return view_push(f, view, arg);
}

/* Of a new step the draft names its stage, below 0. */
static unsigned by_task(struct frame *f, const struct view *view, int64_t record)
{
	(void)view;
	return task_open(f, record > 0 ? record : 0, record < 0 ? (int)-record : 1, DATE_NONE);
}

static unsigned by_item(struct frame *f, const struct view *view, int64_t record)
{
	return view_push(f, view, book_item_arg(f, record));
}

static const struct {
	const struct view *view;
	unsigned (*open)(struct frame *f, const struct view *view, int64_t record);
} forms[] = {
	{ &person_view, by_id },          { &mentee_view, by_participant },
	{ &mentor_view, by_participant }, { &book_item_view, by_item },
	{ &task_view, by_task },          { &bond_end_view, by_id },
	{ &school_view, by_id },          { &pair_card_view, by_id },
	{ &pair_replace_view, by_id },    { &rules_view, by_id },
	{ &paper_facts_view, by_id },     { &work_rules_view, by_id },
	{ &pair_term_view, by_id },
};

/* A second entry is typed on the screen of the first. */
static const struct view *form_named(const char *name)
{
	if (strcmp(name, "sheet2") == 0)
		return &sheet_view;
	for (const struct view *const *view = desk_views; *view; view++)
		if (strcmp((*view)->name, name) == 0)
			return *view;
	return NULL;
}

static const struct draft *draft_of(const struct frame *f, size_t row)
{
	return &((const struct drafts *)f->data)->row[row];
}

static enum rc drafts_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct drafts *drafts = arena_alloc(&f->fresh, sizeof(*drafts));
	enum rc rc = draft_list(desk_store(f), &f->fresh, drafts);

	(void)query;
	if (rc != RC_OK)
		return rc;
	f->data = drafts;
	*n = drafts->n;
	return RC_OK;
}

/* Rows have no ids of their own; forms and records together are one. */
static int64_t drafts_id(struct frame *f, size_t row)
{
	(void)f;
	return (int64_t)row + 1;
}

/* «Ёлкина Зоя»: as it was being typed, else as the file has it; "" when nobody can tell. */
static const char *draft_whom(struct frame *f, const struct draft *draft)
{
	struct arena *a = &f->fresh;
	const char *family = form_draft_value(a, draft->text, "family");
	const char *given = form_draft_value(a, draft->text, "given");
	const char *name = form_draft_value(a, draft->text, "name");
	struct participant p;

	if (form_named(draft->form) == &sheet_view)
		return sheet_draft_name(f, draft);
	if (draft->record && participant_get(desk_store(f), a, draft->record, &p) == RC_OK)
		return person_name(a, &p.person);
	if (draft->record &&
	    person_get(desk_store(f), a, draft->record, desk_year(f), &p.person) == RC_OK)
		return person_name(a, &p.person);
	if (family || given)
		return arena_printf(a, "%s%s%s", family ? family : "", family && given ? " " : "",
				    given ? given : "");
	return name ? name : "";
}

static const char *drafts_cell(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	const struct draft *draft = draft_of(f, row);
	const struct view *view = form_named(draft->form);
	char when[20];

	(void)ink;
	switch (column) {
	case DRAFT_FORM:
		return view ? text_of(view->title) : draft->form;
	case DRAFT_OF:
		return draft_whom(f, draft);
	default:
		return arena_strdup(&f->fresh, clock_format(draft->at, when));
	}
}

static const char *drafts_status(struct frame *f, struct arena *a, size_t row)
{
	(void)f, (void)a, (void)row;
	return _("Enter goes on with it, F8 throws it away.");
}

static const struct list_spec drafts_list = {
	.columns = drafts_columns,
	.load = drafts_load,
	.id = drafts_id,
	.cell = drafts_cell,
	.status = drafts_status,
	.empty = N_("Nothing was left half filled."),
	.no_marks = true,
};

static unsigned drafts_open(struct frame *f)
{
	const struct draft *draft = draft_of(f, list_row(f));

	const struct view *view = form_named(draft->form);

	if (view == &sheet_view)
		return sheet_draft_open(f, draft);
	if (view && is_record_form(view))
		return view_push(f, view, record_draft_arg(f, view, draft->record));
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
		if (forms[i].view == view)
			return forms[i].open(f, view, draft->record);
	ui_say(f->ui, "%s", _("Open the record in its list: what was typed is offered there."));
	return UI_TAKEN;
}

static unsigned drafts_forget(struct frame *f, int button, void *data)
{
	const struct draft *draft = data;

	if (button != 0)
		return UI_TAKEN;
	draft_keep(desk_app(f), draft->form, draft->record, "");
	return UI_TAKEN | UI_RELOAD;
}

static unsigned drafts_delete(struct frame *f)
{
	struct draft *draft = arena_alloc(&f->arena, sizeof(*draft));
	const struct draft *chosen = draft_of(f, list_row(f));

	*draft = (struct draft){ .form = arena_strdup(&f->arena, chosen->form),
				 .record = chosen->record };
	return dialog_ask(
		f, &(struct question){ .title = _("Throw away what was typed?"),
				       .text = _("What is saved stays as it is. What was typed and "
						 "not saved cannot be had back."),
				       .button = { _("Throw away"), _("Leave it") },
				       .chosen = 1,
				       .answered = drafts_forget,
				       .data = draft });
}

static const struct action drafts_actions[] = {
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Go on"),
	  .title = N_("Go on filling in the form"),
	  .enabled = list_has_row,
	  .run = drafts_open },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Throw away what was typed"),
	  .enabled = list_has_row,
	  .run = drafts_delete },
	{ 0 },
};

const struct view drafts_view = {
	.name = "drafts",
	.title = N_("Forms left half filled"),
	.kind = &list_kind,
	.spec = &drafts_list,
	.actions = drafts_actions,
	.help = N_("When the power fails or the window is closed while a form is filled in, what "
		   "was typed stays here and is offered when the form is opened again."),
	.place = true,
	.seldom = true,
};
