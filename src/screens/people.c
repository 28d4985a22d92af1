/* The school's list: everybody of the year, whatever part they take. */
#include "nastavnik/app/people.h"
#include "change.h"
#include "filters.h"
#include "leavers.h"
#include "nastavnik/app/leavers.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/form.h"
#include "screens.h"

enum { PEOPLE_NAME, PEOPLE_CLASS, PEOPLE_BIRTH, PEOPLE_KIND, PEOPLE_PHONE, PEOPLE_COLUMNS };

static const struct list_column people_columns[] = {
	[PEOPLE_NAME] = { N_("Full name"), .width = 30, .grow = 2 },
	[PEOPLE_CLASS] = { N_("Class or position"), .width = 16, .grow = 1 },
	[PEOPLE_BIRTH] = { N_("Date of birth"), .width = 13, .drop = 2 },
	[PEOPLE_KIND] = { N_("Who"), .width = 10, .drop = 1 },
	[PEOPLE_PHONE] = { N_("Telephone"), .width = 18, .drop = 3, .wide = true },
	{ 0 },
};

/* The field that a column is sorted by; the name is the order of its own. */
static const char *const people_sort[PEOPLE_COLUMNS] = {
	[PEOPLE_CLASS] = "class_name",
	[PEOPLE_BIRTH] = "birth",
	[PEOPLE_KIND] = "kind",
	[PEOPLE_PHONE] = "phone",
};

struct people_rows {
	struct filtered shown;
	const struct person *page;
};

static enum rc people_init(struct frame *f)
{
	struct people_rows *rows = arena_alloc(&f->arena, sizeof(*rows));

	rows->shown = (struct filtered){ .list = FILTER_PEOPLE, .filter.class_name = "" };
	f->data = rows;
	return RC_OK;
}

static enum rc people_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct people_rows *rows = f->data;
	struct person_query asked = { .year = desk_year(f),
				      .filter = query->find,
				      .sort = people_sort[query->column],
				      .descending = query->descending };
	struct ids ids;
	enum rc rc;

	filter_people_query(&rows->shown.filter, &asked);
	rc = person_ids(desk_store(f), &f->fresh, &asked, &ids);
	if (rc != RC_OK)
		return rc;
	rows->shown.cells.ids = ids;
	*n = ids.n;
	return RC_OK;
}

static enum rc people_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct people_rows *rows = f->data;
	struct cells *cells = &rows->shown.cells;
	struct person *person = ARENA_NEW(page, struct person, n);
	enum rc rc =
		person_page(desk_store(f), page, desk_year(f), cells->ids.row + first, n, person);
	char date[DATE_SIZE];

	if (rc != RC_OK)
		return rc;
	cells_page(cells, page, PEOPLE_COLUMNS, first, n);
	rows->page = person;
	for (size_t i = 0; i < n; i++, person++) {
		cells_set(cells, first + i, PEOPLE_NAME, INK_TEXT, person_name(page, person));
		cells_set(cells, first + i, PEOPLE_CLASS, INK_TEXT,
			  person_class_or_position(person));
		cells_set(cells, first + i, PEOPLE_BIRTH, INK_TEXT,
			  arena_strdup(page, date_format((int)person->birth, date)));
		cells_set(cells, first + i, PEOPLE_KIND, INK_TEXT,
			  person_kind_name((enum person_kind)person->kind));
		cells_set(cells, first + i, PEOPLE_PHONE, INK_TEXT, person->phone);
	}
	return RC_OK;
}

static const char *people_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	return arena_printf(
		a, "%s · %s",
		arena_printf(a, ngettext("%zu person", "%zu people", (unsigned long)n), n),
		found ? _("found") : filtered_tell(f, a));
}

static const struct person *people_row(const struct frame *f, size_t row)
{
	const struct people_rows *rows = f->data;

	return &rows->page[row - rows->shown.cells.first];
}

static void people_card(struct frame *f, struct lines *lines, size_t row)
{
	const struct person *person = people_row(f, row);

	desk_card(f, lines, person_fields, person);
	left_card(lines, person);
}

/* One person as a form; arg is NULL for a new one, else the id of the record. */
static enum rc person_load_record(struct frame *f, void *record)
{
	struct person *person = record;

	if (f->arg)
		return person_get(desk_store(f), &f->arena, *(const int64_t *)f->arg, desk_year(f),
				  person);
	*person = (struct person){ .year = desk_year(f),
				   .family = "",
				   .given = "",
				   .patronymic = "",
				   .phone = "",
				   .email = "",
				   .note = "",
				   .kind = KIND_PUPIL,
				   .class_name = "",
				   .position = "",
				   .place = "",
				   .left_why = "" };
	return RC_OK;
}

static enum rc person_store(struct frame *f, struct person *person, enum people_twin_rule rule)
{
	enum rc rc = people_save_person(desk_app(f), person, rule, NULL);

	if (rc == RC_OK) {
		f->answer = person->id;
		ui_say(f->ui, _("Saved: %s. Ctrl+Z takes it back."),
		       person_short_name(&f->arena, person));
	}
	return rc;
}

static unsigned person_twin_answered(struct frame *f, int button, void *data)
{
	struct person *person = form_record(f);
	const int64_t *twin = data;

	if (button != 0 && button != 1)
		return UI_TAKEN;
	if (button == 0)
		person->id = *twin;
	if (person_store(f, person, PEOPLE_ANOTHER) != RC_OK)
		return ui_fault(f->ui);
	form_saved(f);
	return UI_TAKEN | UI_RELOAD | UI_CLOSE;
}

static enum rc person_save_record(struct frame *f, void *record)
{
	struct person *person = record;
	struct people_twins twins = { 0 };
	enum rc rc;

	/* No step would be recorded, and Ctrl+Z would take back another one. */
	if (person->id && !form_changed(f))
		return RC_OK;
	rc = person_store(f, person, PEOPLE_ASK);
	if (rc != RC_CONFLICT || people_twins(desk_app(f), &f->arena, person, &twins) != RC_OK ||
	    !twins.n)
		return rc;
	desk_ask_twin(f, &twins.row[0].person, person_twin_answered);
	return rc;
}

static const struct form_part person_parts[] = {
	{ .fields = &person_fields },
	{ 0 },
};

static const struct form_spec person_form = {
	.size = sizeof(struct person),
	.parts = person_parts,
	.load = person_load_record,
	.draft = desk_draft_id,
	.save = person_save_record,
	.writable = desk_writable,
	.choices = desk_choices,
};

const struct view person_view = {
	.name = "person",
	.title = N_("A person of the school"),
	.kind = &form_kind,
	.spec = &person_form,
	.help = N_("Class and position belong to the school year, the name and the date of birth "
		   "to the "
		   "person. A patronymic may be absent; of the birth the year alone is enough."),
};

static unsigned people_form_closed(struct frame *f, struct frame *form)
{
	if (!form->answer)
		return UI_TAKEN;
	list_select(f, form->answer);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned people_new(struct frame *f)
{
	view_open(f->ui, f, &person_view, NULL, people_form_closed);
	return UI_TAKEN;
}

static unsigned people_edit(struct frame *f)
{
	view_open(f->ui, f, &person_view, desk_id_arg(f, list_current(f)), people_form_closed);
	return UI_TAKEN;
}

static unsigned people_delete_answered(struct frame *f, int button, void *data)
{
	const int64_t *id = data;

	if (button != 0)
		return UI_TAKEN;
	if (people_delete_person(desk_app(f), *id) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, _("The record is deleted. Ctrl+Z has it back."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned people_delete(struct frame *f)
{
	struct person person;

	if (person_get(desk_store(f), &f->arena, list_current(f), 0, &person) != RC_OK)
		return ui_fault(f->ui);
	return dialog_ask(
		f, &(struct question){ .title = _("Delete from the school's list?"),
				       .text = arena_printf(&f->arena,
							    _("%s goes with all years and both "
							      "bases. It can be had back: Ctrl+Z."),
							    person_name(&f->arena, &person)),
				       .button = { _("Delete"), _("Leave") },
				       .chosen = 1,
				       .answered = people_delete_answered,
				       .data = desk_id_arg(f, person.id) });
}

/* Two records of one person become one */

struct people_pair {
	int64_t keep, gone;
};

static unsigned people_join_answered(struct frame *f, int button, void *data)
{
	const struct people_pair *pair = data;

	if (button != 0)
		return UI_TAKEN;
	if (people_join(desk_app(f), pair->keep, pair->gone) != RC_OK)
		return ui_fault(f->ui);
	list_select(f, pair->keep);
	ui_say(f->ui, _("The two records are one now. Ctrl+Z takes it back."));
	return UI_TAKEN | UI_RELOAD;
}

static const char *people_words(struct arena *a, const struct person *person)
{
	char born[DATE_SIZE];

	return arena_printf(a, "%s, %s %s", person_name(a, person),
			    person_class_or_position(person),
			    date_format((int)person->birth, born));
}

static unsigned people_join_picked(struct frame *f, struct frame *picked)
{
	struct arena *a = &f->arena;
	struct people_pair *pair = arena_alloc(a, sizeof(*pair));
	struct person keep, gone;

	*pair = (struct people_pair){ list_current(f), picked->answer };
	if (!pair->gone)
		return UI_TAKEN;
	if (pair->gone == pair->keep) {
		err_set(RC_INVALID, _("It is one record already: choose the other one."));
		return ui_fault(f->ui);
	}
	if (person_get(desk_store(f), a, pair->keep, 0, &keep) != RC_OK ||
	    person_get(desk_store(f), a, pair->gone, 0, &gone) != RC_OK)
		return ui_fault(f->ui);
	return dialog_ask(
		f,
		&(struct question){
			.title = _("Join the two records?"),
			.text = arena_printf(
				a,
				_("This one stays: %s.\nThis one goes: %s.\nWhere they differ, "
				  "the first one is right; what is empty there is filled in from "
				  "the second. Its years, bases and pairs go over."),
				people_words(a, &keep), people_words(a, &gone)),
			.button = { _("Join"), _("Leave") },
			.chosen = 1,
			.answered = people_join_answered,
			.data = pair });
}

static unsigned people_join_ask(struct frame *f)
{
	struct frame *pick = view_open(f->ui, f, &person_pick_view, NULL, people_join_picked);

	if (pick)
		frame_title(pick, "%s", _("List of the school · which record is the same person?"));
	return UI_TAKEN;
}

static unsigned people_enlist_answered(struct frame *f, int button, void *data)
{
	const int64_t *id = data;
	struct base_new *arg = arena_alloc(&f->arena, sizeof(*arg));
	enum role role = button == 0 ? ROLE_MENTEE : ROLE_MENTOR;
	struct participant there;
	enum rc rc;

	if (button != 0 && button != 1)
		return UI_TAKEN;
	*arg = (struct base_new){ .role = role, .person = *id };
	rc = participant_find(desk_store(f), &f->arena, *id, desk_year(f), role, &there);
	if (rc != RC_OK && rc != RC_NOT_FOUND)
		return ui_fault(f->ui);
	if (rc == RC_OK) {
		arg->participant = there.id;
		ui_say(f->ui, _("Already in this base: here is the record."));
	}
	return view_push(f, role == ROLE_MENTEE ? &mentee_view : &mentor_view, arg);
}

/* «В базу»: the person becomes a mentee or a mentor; the form of the base opens. */
static unsigned people_enlist(struct frame *f)
{
	struct person person;

	if (person_get(desk_store(f), &f->arena, list_current(f), 0, &person) != RC_OK)
		return ui_fault(f->ui);
	return dialog_ask(f, &(struct question){ .title = _("Into which base?"),
						 .text = person_name(&f->arena, &person),
						 .button = { _("Base of mentees"),
							     _("Base of mentors"), _("Neither") },
						 .answered = people_enlist_answered,
						 .data = desk_id_arg(f, person.id) });
}

/* Leaving the school, coming back */

static enum rc people_leave_do(struct frame *f, int64_t on, const char *why, void *data)
{
	const struct ids *ids = data;
	int64_t bonds;
	enum rc rc = people_leave(desk_app(f), *ids, on, why, &bonds);

	if (rc != RC_OK)
		return rc;
	list_unmark(f);
	ui_say(f->ui, _("Out of the lists: %zu, pairs closed: %lld. Ctrl+Z takes it back."), ids->n,
	       (long long)bonds);
	return RC_OK;
}

static unsigned people_leave_ask(struct frame *f)
{
	struct ids *ids = arena_alloc(&f->arena, sizeof(*ids));

	*ids = list_chosen(f, &f->arena);
	return leave_ask(f,
			 arena_printf(&f->arena,
				      ngettext("Why does %zu person leave?",
					       "Why do %zu people leave?", ids->n),
				      ids->n),
			 people_leave_do, ids);
}

static unsigned people_return_run(struct frame *f)
{
	struct ids ids = list_chosen(f, &f->arena);

	if (people_return(desk_app(f), ids) != RC_OK)
		return ui_fault(f->ui);
	list_unmark(f);
	ui_say(f->ui, _("Back at the school: %zu. Ctrl+Z takes it back."), ids.n);
	return UI_TAKEN | UI_RELOAD;
}

/* Has the person under the cursor left? */
static bool people_at_leaver(struct frame *f)
{
	struct arena a = { 0 };
	struct person person;
	bool left =
		list_has_row(f) &&
		person_get(desk_store(f), &a, list_current(f), desk_year(f), &person) == RC_OK &&
		person.left_on;

	arena_done(&a);
	return left;
}

static bool people_leavable(struct frame *f)
{
	return list_has_row(f) && desk_writable(f) && !people_at_leaver(f);
}

static bool people_returnable(struct frame *f)
{
	return desk_writable(f) && people_at_leaver(f);
}

/* What belongs to the year may be one for many. */
static unsigned people_change(struct frame *f)
{
	static const char *const names[] = { "class_name", "kind", "position", "place", NULL };
	static const struct change change = { &person_fields, names, people_set_persons };

	return change_ask(f, &change);
}

static bool people_at_category(struct frame *f)
{
	return list_has_row(f) && categories_open_to(f);
}

static unsigned people_category(struct frame *f)
{
	return view_push(f, &category_view, desk_id_arg(f, list_current(f)));
}

static unsigned people_cases(struct frame *f)
{
	return view_push(f, &name_cases_view, desk_id_arg(f, list_current(f)));
}

static unsigned people_headcount(struct frame *f)
{
	return view_push(f, &headcount_view, NULL);
}

static unsigned people_categories(struct frame *f)
{
	return view_push(f, &categories_view, NULL);
}

static unsigned people_export(struct frame *f)
{
	return print_ask(f, EXPORT_PEOPLE);
}

static bool people_changeable(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

static const struct action people_actions[] = {
	{ .key = K_F(2),
	  .label = N_("To base"),
	  .title = N_("Make a mentee or a mentor"),
	  .enabled = people_changeable,
	  .run = people_enlist },
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Edit"),
	  .title = N_("Edit the person"),
	  .enabled = list_has_row,
	  .run = people_edit },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = people_export },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Delete the person"),
	  .enabled = people_changeable,
	  .run = people_delete },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("Add a person"),
	  .anywhere = true,
	  .enabled = desk_writable,
	  .run = people_new },
	{ .title = N_("Change in the marked ones…"),
	  .help = N_("One value for all records that are marked (Space, Ctrl+A), or for the one "
		     "under the cursor, in one step."),
	  .enabled = people_changeable,
	  .run = people_change },
	{ .title = N_("Has left the school…"),
	  .help = N_("The marked people, or the one under the cursor: asks once for the reason and "
		     "the day. Their pairs end, the mentor's place is free again; they stay in the "
		     "history."),
	  .enabled = people_leavable,
	  .run = people_leave_ask },
	{ .title = N_("Back at the school"),
	  .help = N_("As if they had not left. Pairs that were closed stay closed."),
	  .enabled = people_returnable,
	  .run = people_return_run },
	{ .title = N_("Join with another record"),
	  .help = N_("When somebody stands in the list twice: the record under the cursor stays, "
		     "the other one goes into it."),
	  .enabled = people_changeable,
	  .run = people_join_ask },
	{ .title = N_("Cases of the name"),
	  .help = N_("How the name stands in certificates and letters; a wrong case is mended "
		     "here."),
	  .enabled = list_has_row,
	  .run = people_cases },
	FILTER_ACTION,
	{ .title = N_("Head counts"), .run = people_headcount },
	{ .title = N_("Show or hide categories"),
	  .help = N_("Specially sensitive facts of pupils, hidden at each start. They stand on a "
		     "screen of their own and nowhere else."),
	  .run = categories_switch },
	{ .title = N_("Categories of the person"),
	  .enabled = people_at_category,
	  .run = people_category },
	{ .title = N_("Categories in numbers"),
	  .enabled = categories_open_to,
	  .run = people_categories },
	{ .title = N_("Bring in a class list"), .enabled = desk_writable, .open = &import_view },
	{ .title = N_("A fresh class list: who came, who left"),
	  .help = N_("The list that the e-journal gives out today beside the one in the file. "
		     "Nothing is changed until you say so."),
	  .anywhere = true,
	  .enabled = desk_writable,
	  .run = compare_begin },
	{ 0 },
};

static const char *people_status(struct frame *f, struct arena *a, size_t row)
{
	(void)a, (void)row;
	return desk_writable(f) ? _("Type to find. F2 – into a base, Ins adds a person.")
				: _("Type to find. Enter opens the record.");
}

#define PEOPLE_LIST(unmarked)                                                                    \
	{                                                                                        \
		.columns = people_columns, .load = people_load, .id = cells_id,                  \
		.fetch = people_fetch, .cell = cells_cell, .count = people_count,                \
		.status = people_status, .card = people_card, .nothing = filtered_nothing,       \
		.empty = N_("Nobody is in the school's list yet. Bring in the class lists (F9) " \
			    "or add a person – Ins."),                                           \
		.no_marks = unmarked                                                             \
	}

static const struct list_spec people_list = PEOPLE_LIST(false);
static const struct list_spec pick_list = PEOPLE_LIST(true);

const struct view people_view = {
	.name = "people",
	.title = N_("List of the school"),
	.kind = &list_kind,
	.spec = &people_list,
	.actions = people_actions,
	.help = N_("Everybody of the school year: pupils, teachers, parents, guests. From here a "
		   "person is "
		   "taken into the base of mentees or mentors. Class lists come from the "
		   "electronic journal "
		   "as a CSV table."),
	.init = people_init,
	.paste = people_paste,
	.place = true,
};

/* The same list, to choose somebody from: Enter answers with the person's id. */
static unsigned people_pick(struct frame *f)
{
	f->answer = list_current(f);
	return UI_TAKEN | UI_CLOSE;
}

static const struct action people_pick_actions[] = {
	{ .key = K_ENTER,
	  .also = K_F(2),
	  .label = N_("Choose"),
	  .title = N_("Choose this person"),
	  .enabled = list_has_row,
	  .run = people_pick },
	{ 0 },
};

const struct view person_pick_view = {
	.name = "person-pick",
	.title = N_("List of the school · whom to add?"),
	.kind = &list_kind,
	.spec = &pick_list,
	.actions = people_pick_actions,
	.help = N_("Type a part of the name; Enter chooses the person under the cursor."),
	.init = people_init,
};
