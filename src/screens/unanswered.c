/* Who has not answered the questionnaires that are being collected, to be asked for them. */
#include <stdio.h>
#include <string.h>

#include "cells.h"
#include "nastavnik/app/unanswered.h"
#include "nastavnik/model/class.h"
#include "nastavnik/store/read/consent.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

enum { OWING_CODE, OWING_NAME, OWING_CLASS, OWING_WHAT, OWING_COLUMNS };

static const struct list_column owing_columns[] = {
	[OWING_CODE] = { N_("Code"), .width = 8, .drop = 1 },
	[OWING_NAME] = { N_("Full name"), .width = 24, .grow = 2 },
	[OWING_CLASS] = { N_("Class"), .width = 10 },
	[OWING_WHAT] = { N_("Not answered"), .width = 22, .grow = 1 },
	{ 0 },
};

struct owing_row {
	const struct unanswered *who;
	const char *code, *what;
};

struct owing {
	struct cells cells;
	struct unanswered_wish wish;
	char class_name[CLASS_SIZE];
	struct unanswered_list list;
	struct owing_row *row;
};

static struct owing *owing_of(const struct frame *f)
{
	return f->data;
}

static enum rc owing_init(struct frame *f)
{
	struct owing *o = arena_alloc(&f->arena, sizeof(*o));

	o->wish.class_name = o->class_name;
	if (f->arg)
		o->wish.survey = *(const int64_t *)f->arg;
	f->data = o;
	return RC_OK;
}

static int by_code(const void *a, const void *b)
{
	return strcmp(((const struct owing_row *)a)->code, ((const struct owing_row *)b)->code);
}

static int by_name(const void *a, const void *b)
{
	return cells_by_text(((const struct owing_row *)a)->who->who.name,
			     ((const struct owing_row *)b)->who->who.name);
}

static int by_class(const void *a, const void *b)
{
	return cells_by_class(((const struct owing_row *)a)->who->who.place,
			      ((const struct owing_row *)b)->who->who.place);
}

static int by_what(const void *a, const void *b)
{
	return cells_by_text(((const struct owing_row *)a)->what,
			     ((const struct owing_row *)b)->what);
}

static cells_order *const owing_order[OWING_COLUMNS] = {
	[OWING_CODE] = by_code,
	[OWING_NAME] = by_name,
	[OWING_CLASS] = by_class,
	[OWING_WHAT] = by_what,
};

static const char *what_text(struct arena *a, const struct unanswered *who)
{
	const char *text = "";

	for (size_t i = 0; i < who->n; i++)
		text = arena_printf(a, "%s%s%s", text, i ? ", " : "",
				    survey_short_name(who->missing[i]));
	return text;
}

/* Which questionnaires: of a single one its name. */
static enum rc what_shown(struct frame *f, const char **what)
{
	const struct unanswered_wish *wish = &owing_of(f)->wish;
	struct survey_items items;
	struct survey survey;
	enum rc rc;

	*what = wish->wave == WAVE_BEFORE  ? _("entry questionnaires")
		: wish->wave == WAVE_AFTER ? _("final questionnaires")
					   : _("all being collected");
	if (!wish->survey)
		return RC_OK;
	rc = survey_get(desk_app(f), &f->fresh, wish->survey, &survey, &items);
	if (!rc)
		*what = survey.name;
	return rc;
}

/* A printed list says what it is of. */
static enum rc owing_title(struct frame *f)
{
	const struct owing *o = owing_of(f);
	const char *form = choice_name(desk_choices(f, "form"), o->wish.form), *what;
	enum rc rc = what_shown(f, &what);

	if (!rc)
		frame_title(f, "%s · %s%s%s%s%s", text_of(f->view->title), what, *form ? " · " : "",
			    form, *o->class_name ? " · " : "", o->class_name);
	return rc;
}

static enum rc owing_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct owing *o = owing_of(f);
	struct arena *a = &f->fresh;
	enum rc rc = unanswered_load(desk_app(f), a, &o->wish, &o->list);

	if (!rc)
		rc = owing_title(f);
	if (rc)
		return rc;
	o->row = ARENA_NEW(a, struct owing_row, o->list.n);
	*n = 0;
	for (size_t i = 0; i < o->list.n; i++) {
		const struct unanswered *who = &o->list.row[i];
		struct owing_row row = { who, respondent_code(a, who->who.role, who->who.number),
					 what_text(a, who) };

		if (cells_found(a, query,
				arena_printf(a, "%s %s %s %s", row.code, who->who.name,
					     who->who.place, row.what)))
			o->row[(*n)++] = row;
	}
	cells_sort(a, o->row, *n, sizeof(*o->row), owing_order, query);
	o->cells.ids = (struct ids){ ARENA_NEW(a, int64_t, *n), *n };
	for (size_t i = 0; i < *n; i++)
		o->cells.ids.row[i] = o->row[i].who->who.participation;
	return RC_OK;
}

static enum rc owing_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct owing *o = owing_of(f);

	cells_page(&o->cells, page, OWING_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct owing_row *row = &o->row[i];

		cells_set(&o->cells, i, OWING_CODE, INK_TEXT, row->code);
		cells_set(&o->cells, i, OWING_NAME, INK_TEXT, row->who->who.name);
		cells_set(&o->cells, i, OWING_CLASS, INK_TEXT, row->who->who.place);
		cells_set(&o->cells, i, OWING_WHAT, INK_TEXT, row->what);
	}
	return RC_OK;
}

static const char *owing_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct owing *o = owing_of(f);

	if (found)
		return arena_printf(a, _("found %zu"), n);
	return arena_printf(a, _("%zu of %zu"), o->list.n, o->list.asked);
}

static void owing_pane(struct frame *f, struct lines *lines, size_t at)
{
	const struct unanswered *who = owing_of(f)->row[at].who;

	for (size_t i = 0; i < who->n; i++)
		lines_add(lines, INK_TEXT, "%s", who->missing[i]->name);
}

static const char *owing_status(struct frame *f, struct arena *a, size_t row)
{
	(void)f, (void)a, (void)row;
	return _("F2 – which questionnaires, F4 – which class. F5 prints the list. Letters find.");
}

static const char *owing_nothing(struct frame *f)
{
	const struct owing *o = owing_of(f);

	if (o->list.asked)
		return _("All have answered.");
	if (!o->list.surveys && !o->wish.survey && !o->wish.wave)
		return _("No sheet is entered yet: what is not being collected is shown by F2.");
	return _("Nobody is asked by these questionnaires: they go by the role and the form of "
		 "mentoring.");
}

/* What is shown */

enum { SHOW_COLLECTED = 1, SHOW_BEFORE, SHOW_AFTER, SHOW_FIXED = SHOW_AFTER };

static unsigned surveys_picked(struct frame *f, struct ids ids, void *data)
{
	struct owing *o = owing_of(f);
	int64_t id = ids.n ? ids.row[0] : 0;

	(void)data;
	if (!id)
		return UI_TAKEN;
	o->wish.survey = id > SHOW_FIXED ? id : 0;
	o->wish.wave = id == SHOW_BEFORE ? WAVE_BEFORE : id == SHOW_AFTER ? WAVE_AFTER : WAVE_NONE;
	return UI_TAKEN | UI_RELOAD;
}

static int64_t surveys_chosen(const struct owing *o)
{
	if (o->wish.survey)
		return o->wish.survey;
	return o->wish.wave == WAVE_BEFORE  ? SHOW_BEFORE
	       : o->wish.wave == WAVE_AFTER ? SHOW_AFTER
					    : SHOW_COLLECTED;
}

static unsigned owing_surveys(struct frame *f)
{
	struct survey_states all;
	struct choice *choice;
	size_t n = 0;

	if (surveys_load(desk_app(f), &f->arena, &all) != RC_OK)
		return ui_fault(f->ui);
	choice = ARENA_NEW(&f->arena, struct choice, all.n + SHOW_FIXED);
	choice[n++] =
		(struct choice){ SHOW_COLLECTED, "", _("All that are being collected"), false };
	choice[n++] = (struct choice){ SHOW_BEFORE, "", _("All entry questionnaires"), false };
	choice[n++] = (struct choice){ SHOW_AFTER, "", _("All final questionnaires"), false };
	for (size_t i = 0; i < all.n; i++)
		if (survey_is_by_name(&all.row[i].survey) && !all.row[i].survey.hidden)
			choice[n++] = (struct choice){ all.row[i].survey.head.id, "",
						       all.row[i].survey.name, false };
	return dialog_pick(
		f, &(struct picker){ .title = _("Which questionnaires?"),
				     .choices = { choice, n },
				     .chosen = { desk_id_arg(f, surveys_chosen(owing_of(f))), 1 },
				     .picked = surveys_picked });
}

/* Choices of a filter: all, then those of the list by their place. */
static unsigned class_picked(struct frame *f, struct ids ids, void *data)
{
	const struct choice *choice = data;
	struct owing *o = owing_of(f);

	if (!ids.n)
		return UI_TAKEN;
	snprintf(o->class_name, sizeof(o->class_name), "%s",
		 ids.row[0] == 1 ? "" : choice[ids.row[0] - 1].name);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned owing_class(struct frame *f)
{
	struct classes classes;
	struct choice *choice;

	if (class_list(desk_store(f), &f->arena, desk_year(f), &classes) != RC_OK)
		return ui_fault(f->ui);
	choice = ARENA_NEW(&f->arena, struct choice, classes.n + 1);
	choice[0] = (struct choice){ 1, "", _("All classes"), false };
	for (size_t i = 0; i < classes.n; i++)
		choice[i + 1] =
			(struct choice){ (int64_t)i + 2, "",
					 arena_strdup(&f->arena, classes.row[i].name), false };
	return dialog_pick(f, &(struct picker){ .title = _("Which class?"),
						.choices = { choice, classes.n + 1 },
						.picked = class_picked,
						.data = choice });
}

enum { FORM_ALL = INT32_MAX };

static unsigned form_picked(struct frame *f, struct ids ids, void *data)
{
	(void)data;
	if (!ids.n)
		return UI_TAKEN;
	owing_of(f)->wish.form = ids.row[0] == FORM_ALL ? 0 : ids.row[0];
	return UI_TAKEN | UI_RELOAD;
}

static unsigned owing_form(struct frame *f)
{
	const struct choices forms = desk_choices(f, "form");
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, forms.n + 1);

	choice[0] = (struct choice){ FORM_ALL, "", _("All forms"), false };
	memcpy(choice + 1, forms.row, forms.n * sizeof(*choice));
	return dialog_pick(f, &(struct picker){ .title = _("Which form of mentoring?"),
						.choices = { choice, forms.n + 1 },
						.picked = form_picked });
}

static unsigned owing_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static unsigned owing_open(struct frame *f)
{
	const struct respondent *who = &owing_of(f)->row[list_row(f)].who->who;
	struct base_new *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct base_new){ .role = who->role, .participant = who->participation };
	return view_push(f, who->role == ROLE_MENTEE ? &mentee_view : &mentor_view, arg);
}

static const struct action owing_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Which"),
	  .title = N_("Which questionnaires are looked at"),
	  .run = owing_surveys },
	{ .key = K_F(3),
	  .also = K_ENTER,
	  .label = N_("Card"),
	  .title = N_("The card of the participant"),
	  .enabled = list_has_row,
	  .run = owing_open },
	{ .key = K_F(4), .label = N_("Class"), .title = N_("Only one class"), .run = owing_class },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = owing_print },
	{ .title = N_("Only one form of mentoring"), .run = owing_form },
	{ .title = N_("Questionnaires"), .open = &surveys_view },
	{ 0 },
};

static const struct list_spec owing_list = {
	.columns = owing_columns,
	.sort = OWING_CLASS,
	.load = owing_load,
	.id = cells_id,
	.fetch = owing_fetch,
	.cell = cells_cell,
	.count = owing_count,
	.status = owing_status,
	.nothing = owing_nothing,
	.pane = owing_pane,
	.pane_rows = 3,
	.no_marks = true,
};

const struct view unanswered_view = {
	.name = "unanswered",
	.title = N_("Who has not answered"),
	.kind = &list_kind,
	.spec = &owing_list,
	.actions = owing_actions,
	.init = owing_init,
	.help = N_("People of the bases whose sheet is not entered yet, class by class. A "
		   "questionnaire is being collected once its first sheet is in; F2 shows others "
		   "too: all entry or final questionnaires, or a single one. F4 shows one class; "
		   "F5 prints the list with codes and names, to be given to the class teacher."),
};
