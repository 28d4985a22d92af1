/* Stage 2: who has handed in the entry questionnaire; one key a person. */
#include "cells.h"
#include "nastavnik/app/people.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

enum { ENTRY_NAME, ENTRY_CLASS, ENTRY_ROLE, ENTRY_ON, ENTRY_COLUMNS };

static const struct list_column entry_columns[] = {
	[ENTRY_NAME] = { N_("Full name"), .width = 30, .grow = 2 },
	[ENTRY_CLASS] = { N_("Class"), .width = 10, .grow = 1 },
	[ENTRY_ROLE] = { N_("Role"), .width = 12 },
	[ENTRY_ON] = { N_("Handed in"), .width = 13 },
	{ 0 },
};

struct entry_row {
	const struct participant *p;
	const char *name;
};

struct entry_desk {
	struct cells cells;
	struct entry_row *row;
	size_t handed, all; /* of everybody, whatever is found */
};

static int by_name(const void *a, const void *b)
{
	const struct entry_row *x = a, *y = b;

	return cells_by_text(x->name, y->name);
}

static int by_class(const void *a, const void *b)
{
	const struct entry_row *x = a, *y = b;

	return cells_by_class(person_class_or_position(&x->p->person),
			      person_class_or_position(&y->p->person));
}

static int by_role(const void *a, const void *b)
{
	const struct entry_row *x = a, *y = b;

	return (x->p->role > y->p->role) - (x->p->role < y->p->role);
}

static int by_day(const void *a, const void *b)
{
	const struct entry_row *x = a, *y = b;

	return (x->p->entry_on > y->p->entry_on) - (x->p->entry_on < y->p->entry_on);
}

static cells_order *const entry_order[ENTRY_COLUMNS] = { [ENTRY_NAME] = by_name,
							 [ENTRY_CLASS] = by_class,
							 [ENTRY_ROLE] = by_role,
							 [ENTRY_ON] = by_day };

static const char *role_text(const struct participant *p)
{
	return p->role == ROLE_MENTEE ? _("mentee") : _("mentor");
}

static void entries_add(struct frame *f, struct entry_desk *desk, const struct participants *all,
			const struct list_query *query, size_t *n)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct participant *p = &all->row[i];
		const char *name = person_name(&f->fresh, &p->person);

		desk->all++;
		desk->handed += p->entry_on != DATE_NONE;
		if (cells_found(&f->fresh, query,
				arena_printf(&f->fresh, "%s %s %s", name,
					     person_class_or_position(&p->person), role_text(p))))
			desk->row[(*n)++] = (struct entry_row){ p, name };
	}
}

static enum rc entries_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct entry_desk *desk = arena_alloc(&f->fresh, sizeof(*desk));
	struct participants of[2];
	size_t room = 0;

	for (int side = 0; side < 2; side++) {
		enum rc rc = participant_load_all(desk_store(f), &f->fresh, desk_year(f),
						  side ? ROLE_MENTOR : ROLE_MENTEE, &of[side]);

		if (rc != RC_OK)
			return rc;
		participants_here(&of[side]);
		room += of[side].n;
	}
	desk->row = ARENA_NEW(&f->fresh, struct entry_row, room);
	desk->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, room);
	*n = 0;
	for (int side = 0; side < 2; side++)
		entries_add(f, desk, &of[side], query, n);
	cells_sort(&f->fresh, desk->row, *n, sizeof(*desk->row), entry_order, query);
	for (size_t i = 0; i < *n; i++)
		desk->cells.ids.row[i] = desk->row[i].p->id;
	desk->cells.ids.n = *n;
	f->data = desk;
	return RC_OK;
}

static enum rc entries_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct entry_desk *desk = f->data;
	char date[DATE_SIZE];

	cells_page(&desk->cells, page, ENTRY_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct participant *p = desk->row[i].p;
		const char *on = p->entry_on ? arena_printf(page, GLYPH_OK " %s",
							    date_format((int)p->entry_on, date))
					     : GLYPH_NOTE;

		cells_set(&desk->cells, i, ENTRY_NAME, INK_TEXT, desk->row[i].name);
		cells_set(&desk->cells, i, ENTRY_CLASS, INK_TEXT,
			  person_class_or_position(&p->person));
		cells_set(&desk->cells, i, ENTRY_ROLE, INK_TEXT, role_text(p));
		cells_set(&desk->cells, i, ENTRY_ON, p->entry_on ? INK_GOOD : INK_DIM, on);
	}
	return RC_OK;
}

static const char *entries_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct entry_desk *desk = f->data;

	if (found)
		return arena_printf(a, _("found %zu"), n);
	return arena_printf(a, _("handed in %zu of %zu"), desk->handed, desk->all);
}

static const char *entries_status(struct frame *f, struct arena *a, size_t row)
{
	(void)f, (void)a, (void)row;
	return _("Space: handed in today, and once more: not. Marked ones and another day: F2.");
}

static const struct field *entry_field(void)
{
	return field_find(mentee_fields, "entry_on"); /* of both roles alike */
}

static enum rc entry_write(struct frame *f, struct ids ids, const char *date)
{
	enum rc rc = people_set_all(desk_app(f), ids, entry_field(), date);

	if (rc != RC_OK)
		return rc;
	list_unmark(f);
	ui_say(f->ui, "%s",
	       *date ? _("Noted. Ctrl+Z takes it back.") : _("Taken away. Ctrl+Z has it back."));
	return RC_OK;
}

static unsigned entry_toggle(struct frame *f)
{
	const struct entry_desk *desk = f->data;
	const struct participant *p = desk->row[list_row(f)].p;
	int64_t id = p->id;
	char today[DATE_SIZE];

	date_format(date_today(), today);
	if (entry_write(f, (struct ids){ &id, 1 }, p->entry_on ? "" : today) != RC_OK)
		return ui_fault(f->ui);
	list_select(f, list_next(f));
	return UI_TAKEN | UI_RELOAD;
}

static bool entries_changeable(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

static unsigned entries_key(struct frame *f, const struct event *event)
{
	if (event->key != ' ' || *list_find(f))
		return UI_IGNORED;
	return entries_changeable(f) ? entry_toggle(f) : UI_TAKEN;
}

static enum rc date_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	const struct ids *ids = data;
	enum rc rc = entry_write(f, *ids, text);

	if (rc == RC_OK)
		*took = UI_TAKEN | UI_RELOAD;
	return rc;
}

static unsigned entries_date(struct frame *f)
{
	struct ids *ids = arena_alloc(&f->arena, sizeof(*ids));
	char today[DATE_SIZE];

	*ids = list_chosen(f, &f->arena);
	return dialog_prompt(
		f, &(struct prompt){
			   .title = arena_printf(
				   &f->arena,
				   ngettext("Entry questionnaire of %zu participant",
					    "Entry questionnaires of %zu participants", ids->n),
				   ids->n),
			   .label = _("Date:"),
			   .text = arena_strdup(&f->arena, date_format(date_today(), today)),
			   .hint = _("The day they were handed in; an empty line takes it away."),
			   .max = 10,
			   .entered = date_entered,
			   .data = ids });
}

static unsigned entries_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action entries_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Date"),
	  .title = N_("Handed in on a day"),
	  .help = N_("One date for the marked ones (Ctrl+A, Shift+arrows), or for the one under "
		     "the cursor."),
	  .enabled = entries_changeable,
	  .run = entries_date },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = entries_print },
	{ .title = N_("Handed in today; once more: not"),
	  .help = N_("Space does the same and goes on to the next line."),
	  .enabled = entries_changeable,
	  .run = entry_toggle },
	{ 0 },
};

static const struct list_spec entries_list = {
	.columns = entry_columns,
	.load = entries_load,
	.id = cells_id,
	.fetch = entries_fetch,
	.cell = cells_cell,
	.count = entries_count,
	.status = entries_status,
	.empty = N_("Nobody is in the bases yet: fill them first."),
	.key = entries_key,
};

const struct view entry_sheets_view = {
	.name = "entry-sheets",
	.title = N_("Entry questionnaires"),
	.kind = &list_kind,
	.spec = &entries_list,
	.actions = entries_actions,
	.help = N_("Who of the mentees and mentors has handed in the entry questionnaire, and "
		   "when. Space notes today's date and goes on; sorted by class it is quickest "
		   "with the pile of a class in hand."),
	.place = true,
	.seldom = true,
};
