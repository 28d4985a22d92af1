/* The consents of one person, each a record with its history; and the form of one. */
#include "cells.h"
#include "nastavnik/app/consents.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/form.h"
#include "screens.h"

enum { COLUMN_KIND, COLUMN_SIGNED, COLUMN_BY, COLUMN_UNTIL, COLUMN_STATE, COLUMNS };

static const struct list_column consent_columns[] = {
	[COLUMN_KIND] = { N_("Consent to"), .width = 16 },
	[COLUMN_SIGNED] = { N_("Signed on"), .width = 11 },
	[COLUMN_BY] = { N_("Signed by"), .width = 14, .grow = 1 },
	[COLUMN_UNTIL] = { N_("Good until"), .width = 11, .drop = 1 },
	[COLUMN_STATE] = { N_("State"), .width = 21 },
	{ 0 },
};

struct person_consents {
	struct cells cells;
	struct consents all; /* as they are shown */
};

static int64_t person_of(const struct frame *f)
{
	return *(const int64_t *)f->arg;
}

static int by_kind(const void *a, const void *b)
{
	const struct consent *x = a, *y = b;

	return (x->kind > y->kind) - (x->kind < y->kind);
}

static int by_signed(const void *a, const void *b)
{
	const struct consent *x = a, *y = b;

	return (x->signed_on > y->signed_on) - (x->signed_on < y->signed_on);
}

static int by_signer(const void *a, const void *b)
{
	const struct consent *x = a, *y = b;

	return cells_by_text(x->signed_by, y->signed_by);
}

static int by_until(const void *a, const void *b)
{
	const struct consent *x = a, *y = b;

	return (x->until > y->until) - (x->until < y->until);
}

static int by_state(const void *a, const void *b)
{
	int today = date_today();

	return (int)consent_state(a, today) - (int)consent_state(b, today);
}

static cells_order *const consents_order[COLUMNS] = {
	by_kind, by_signed, by_signer, by_until, by_state,
};

static enum rc consents_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct person_consents *screen = arena_alloc(&f->fresh, sizeof(*screen));
	struct person person;
	struct consents all;
	enum rc rc = person_get(desk_store(f), &f->fresh, person_of(f), desk_year(f), &person);

	if (!rc)
		rc = consent_list(desk_store(f), &f->fresh, person.id, desk_year(f), &all);
	if (rc)
		return rc;
	frame_title(f, _("Consents · %s, %s"), person_short_name(&f->fresh, &person),
		    person_class_or_position(&person));
	*n = 0;
	for (size_t i = 0; i < all.n; i++) {
		const struct consent c = all.row[i];

		if (cells_found(&f->fresh, query,
				arena_printf(&f->fresh, "%s %s",
					     consent_kind_name((enum consent_kind)c.kind),
					     c.signed_by)))
			all.row[(*n)++] = c;
	}
	all.n = *n;
	cells_sort(&f->fresh, all.row, all.n, sizeof(*all.row), consents_order, query);
	screen->all = all;
	screen->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, all.n), all.n };
	for (size_t i = 0; i < all.n; i++)
		screen->cells.ids.row[i] = all.row[i].id;
	f->data = screen;
	return RC_OK;
}

static const char *date_text(struct arena *a, int64_t on)
{
	char date[DATE_SIZE];

	return arena_strdup(a, date_format((int)on, date));
}

static const char *state_text(struct arena *a, const struct consent *c, enum ink *ink)
{
	struct consent_mark mark = { 0 };

	consent_mark_add(&mark, c, date_today());
	*ink = mark.state == CONSENT_STANDS ? INK_GOOD : INK_WARN;
	return mark.state == CONSENT_STANDS ? _("in force")
					    : arena_printf(a, "! %s", consent_mark_show(a, &mark));
}

static enum rc consents_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct person_consents *screen = f->data;

	cells_page(&screen->cells, page, COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct consent *c = &screen->all.row[i];
		enum ink ink;
		const char *state = state_text(page, c, &ink);

		cells_set(&screen->cells, i, COLUMN_KIND, INK_TEXT,
			  consent_kind_name((enum consent_kind)c->kind));
		cells_set(&screen->cells, i, COLUMN_SIGNED, INK_TEXT,
			  date_text(page, c->signed_on));
		cells_set(&screen->cells, i, COLUMN_BY, INK_TEXT, c->signed_by);
		cells_set(&screen->cells, i, COLUMN_UNTIL, INK_TEXT, date_text(page, c->until));
		cells_set(&screen->cells, i, COLUMN_STATE, ink, state);
	}
	return RC_OK;
}

static void consents_card(struct frame *f, struct lines *lines, size_t row)
{
	const struct person_consents *screen = f->data;
	const struct consent *c = &screen->all.row[row];
	enum ink ink;
	const char *state = state_text(lines->arena, c, &ink);

	lines_add(lines, INK_TITLE, "%s", consent_kind_title((enum consent_kind)c->kind));
	lines_add(lines, ink, "%s", state);
	lines_pair(lines, _("Signed on"), date_text(lines->arena, c->signed_on));
	lines_pair(lines, _("Signed by"), c->signed_by);
	lines_pair(lines, _("Good until"), date_text(lines->arena, c->until));
	lines_pair(lines, _("Withdrawn on"), date_text(lines->arena, c->withdrawn_on));
}

static const char *consents_status(struct frame *f, struct arena *a, size_t row)
{
	(void)a, (void)row;
	return desk_writable(f) ? _("F2 notes that a consent was withdrawn; the record stays.")
				: _("The file is open for reading only.");
}

static unsigned consent_closed(struct frame *f, struct frame *form)
{
	if (!form->answer)
		return UI_TAKEN;
	list_select(f, form->answer);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned consent_open(struct frame *f, int64_t id)
{
	struct consent_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct consent_arg){ id, person_of(f) };
	view_open(f->ui, f, &consent_view, arg, consent_closed);
	return UI_TAKEN;
}

static unsigned consent_new(struct frame *f)
{
	return consent_open(f, 0);
}

static unsigned consent_edit(struct frame *f)
{
	return consent_open(f, list_current(f));
}

static enum rc withdrawn_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	const int64_t *id = data;
	int on;
	enum rc rc;

	if (!date_parse(text, &on) || !date_whole(on))
		return err_set(RC_INVALID, _("Give a day, such as 02.09.2026."));
	rc = consents_withdraw(desk_app(f), *id, on);
	if (rc != RC_OK)
		return rc;
	ui_say(f->ui, _("Withdrawn: the consent counts no more. Ctrl+Z takes it back."));
	*took = UI_TAKEN | UI_RELOAD;
	return RC_OK;
}

static unsigned consent_withdraw(struct frame *f)
{
	return dialog_prompt(
		f,
		&(struct prompt){
			.title = _("The consent is withdrawn"),
			.label = _("Date:"),
			.text = date_text(&f->arena, date_today()),
			.hint = _(
				"The day of the written withdrawal. The record stays as history."),
			.max = 30,
			.entered = withdrawn_entered,
			.data = desk_id_arg(f, list_current(f)) });
}

static unsigned delete_answered(struct frame *f, int button, void *data)
{
	const int64_t *id = data;

	if (button != 0)
		return UI_TAKEN;
	if (consents_delete(desk_app(f), *id) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, _("The record is deleted. Ctrl+Z has it back."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned consent_remove(struct frame *f)
{
	return dialog_ask(
		f, &(struct question){
			   .title = _("Delete the record?"),
			   .text = _("Only a consent noted by mistake is deleted. One that was "
				     "withdrawn stays, with the day of withdrawal (F2)."),
			   .button = { _("Delete"), _("Leave") },
			   .chosen = 1,
			   .answered = delete_answered,
			   .data = desk_id_arg(f, list_current(f)) });
}

static unsigned consents_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static bool can_change(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

static unsigned consent_papers(struct frame *f)
{
	const int64_t *person = f->arg;
	struct person p;

	if (person_get(desk_store(f), &f->arena, *person, desk_year(f), &p) != RC_OK)
		return ui_fault(f->ui);
	return papers_of_ask(f, (struct ids){ desk_id_arg(f, p.id), 1 },
			     person_name(&f->arena, &p));
}

static const struct action consent_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Withdraw"),
	  .title = N_("The consent was withdrawn"),
	  .enabled = can_change,
	  .run = consent_withdraw },
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Edit"),
	  .title = N_("Edit the record"),
	  .enabled = list_has_row,
	  .run = consent_edit },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = consents_print },
	{ .title = N_("Application or consent to be signed…"),
	  .help = N_("The paper for this person, filled in with what is known."),
	  .run = consent_papers },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Delete a consent noted by mistake"),
	  .enabled = can_change,
	  .run = consent_remove },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("Add a consent"),
	  .enabled = desk_writable,
	  .run = consent_new },
	{ 0 },
};

static const struct list_spec consent_records = {
	.columns = consent_columns,
	.sort = COLUMN_SIGNED,
	.descending = true,
	.load = consents_load,
	.id = cells_id,
	.fetch = consents_fetch,
	.cell = cells_cell,
	.status = consents_status,
	.card = consents_card,
	.empty = N_("No consent is noted yet: add one – Ins."),
	.no_marks = true,
};

const struct view person_consents_view = {
	.name = "person-consents",
	.title = N_("Consents of a person"),
	.kind = &list_kind,
	.spec = &consent_records,
	.actions = consent_actions,
	.help = N_("All papers that the person, or the representative, has signed for this year, "
		   "withdrawn and expired ones too. A consent to data processing or publication "
		   "with a term counts in later years too, up to its last day."),
};

/* The form */

static enum rc consent_load(struct frame *f, void *record)
{
	const struct consent_arg *arg = f->arg;

	if (arg->id)
		return consent_get(desk_store(f), &f->arena, arg->id, record);
	return consents_new(desk_app(f), &f->arena, arg->person, record);
}

/* Of a new one the person: ids of both are drawn from one well. */
static int64_t consent_draft(const struct frame *f)
{
	const struct consent_arg *arg = f->arg;

	return arg->id ? arg->id : arg->person;
}

static enum rc consent_save(struct frame *f, void *record)
{
	struct consent *c = record;
	enum rc rc;

	/* No step would be recorded, and Ctrl+Z would take back another one. */
	if (c->id && !form_changed(f))
		return RC_OK;
	rc = consents_save(desk_app(f), c);
	if (rc != RC_OK)
		return rc;
	f->answer = c->id;
	ui_say(f->ui, _("Saved. Ctrl+Z takes it back."));
	return RC_OK;
}

static struct choices consent_choices(struct frame *f, const char *set)
{
	(void)set;
	return consent_kind_choices(&f->arena);
}

static const struct form_part consent_parts[] = { { .fields = &consent_fields }, { 0 } };

static const struct form_spec consent_form = {
	.size = sizeof(struct consent),
	.parts = consent_parts,
	.load = consent_load,
	.draft = consent_draft,
	.save = consent_save,
	.writable = desk_writable,
	.choices = consent_choices,
};

const struct view consent_view = {
	.name = "consent",
	.title = N_("A consent"),
	.kind = &form_kind,
	.spec = &consent_form,
	.help = N_("One signed paper: to what, when, by whom, until when. For a minor the legal "
		   "representative signs; from 14 on the pupil usually signs too."),
};
