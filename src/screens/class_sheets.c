/* Sheets for the class teachers: which classes, print them, type them back. */
#include "cells.h"
#include "nastavnik/app/consents.h"
#include "nastavnik/base/date.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

enum { COLUMN_CLASS, COLUMN_PUPILS, COLUMN_MENTEES, COLUMN_OWING, COLUMNS };

static const struct list_column sheet_columns[] = {
	[COLUMN_CLASS] = { N_("Class"), .width = 20, .grow = 1, .unsorted = true },
	[COLUMN_PUPILS] = { N_("In the list"), .width = -10, .unsorted = true },
	[COLUMN_MENTEES] = { N_("Participants"), .width = -12, .unsorted = true },
	[COLUMN_OWING] = { N_("Owe a consent"), .width = -15, .unsorted = true },
	{ 0 },
};

/* One sheet: a class, or the teachers. */
struct sheet_line {
	const char *name; /* «7В»; "": the teachers */
	int64_t people, participants, owing;
};

struct sheets_screen {
	struct cells cells;
	struct sheet_line *row;
	size_t n;
};

static struct sheets_screen *screen_of(const struct frame *f)
{
	return f->data;
}

static struct sheet_line *line_find(struct sheet_line *row, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++) {
		if (!cells_by_class(row[i].name, name))
			return &row[i];
	}
	return NULL;
}

/* Participants and what they owe, by class; a teacher has none. */
static enum rc lines_count(struct frame *f, struct sheet_line *row, size_t n)
{
	struct consent_rows rows;
	enum rc rc = consent_rows_load(desk_store(f), &f->fresh, desk_year(f),
				       CONSENTS_OF_PARTICIPANTS, "", &rows);

	for (size_t i = 0; rc == RC_OK && i < rows.n; i++) {
		const struct consent_row *person = &rows.row[i];
		bool staff = person->person.kind == KIND_TEACHER;
		struct sheet_line *line = line_find(row, n, staff ? "" : person->person.class_name);

		if (!line || (!staff && !*person->person.class_name))
			continue;
		line->participants++;
		line->owing += consents_owed(person);
	}
	return rc;
}

static enum rc lines_read(struct frame *f, struct sheet_line **row, size_t *n)
{
	struct classes classes;
	struct consent_rows staff;
	enum rc rc = class_list(desk_store(f), &f->fresh, desk_year(f), &classes);

	if (!rc)
		rc = consent_rows_load(desk_store(f), &f->fresh, desk_year(f), CONSENTS_OF_STAFF,
				       "", &staff);
	if (rc)
		return rc;
	*row = ARENA_NEW(&f->fresh, struct sheet_line, classes.n + 1);
	*n = 0;
	for (size_t i = 0; i < classes.n; i++)
		(*row)[(*n)++] = (struct sheet_line){ .name = classes.row[i].name,
						      .people = classes.row[i].pupils };
	if (staff.n)
		(*row)[(*n)++] = (struct sheet_line){ .name = "", .people = (int64_t)staff.n };
	return lines_count(f, *row, *n);
}

static const char *line_name(const struct sheet_line *line)
{
	return *line->name ? line->name : _("Teachers");
}

static enum rc sheets_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct sheets_screen *s = arena_alloc(&f->fresh, sizeof(*s));
	enum rc rc = lines_read(f, &s->row, &s->n);

	if (rc != RC_OK)
		return rc;
	s->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, s->n), 0 };
	for (size_t i = 0; i < s->n; i++) {
		if (cells_found(&f->fresh, query, line_name(&s->row[i])))
			s->cells.ids.row[s->cells.ids.n++] = (int64_t)i + 1;
	}
	*n = s->cells.ids.n;
	f->data = s;
	return RC_OK;
}

static const struct sheet_line *line_of(const struct frame *f, int64_t id)
{
	return &screen_of(f)->row[id - 1];
}

static enum rc sheets_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct sheets_screen *s = screen_of(f);

	cells_page(&s->cells, page, COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct sheet_line *line = line_of(f, s->cells.ids.row[i]);
		const int64_t number[] = { line->people, line->participants, line->owing };

		cells_set(&s->cells, i, COLUMN_CLASS, INK_TEXT, line_name(line));
		for (size_t c = 0; c < sizeof(number) / sizeof(number[0]); c++)
			cells_set(&s->cells, i, COLUMN_PUPILS + c,
				  c + COLUMN_PUPILS == COLUMN_OWING && number[c] ? INK_WARN
										 : INK_TEXT,
				  arena_printf(page, "%lld", (long long)number[c]));
	}
	return RC_OK;
}

static const char *sheets_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	int64_t owing = 0;

	for (size_t i = 0; i < screen_of(f)->n; i++)
		owing += screen_of(f)->row[i].owing;
	if (found)
		return arena_printf(a, _("found %zu"), n);
	return arena_printf(a, _("sheets %zu · owe a consent %lld"), n, (long long)owing);
}

static const char *sheets_status(struct frame *f, struct arena *a, size_t row)
{
	(void)f, (void)a, (void)row;
	return _("F5 prints the sheet or the marked ones (Space). Enter types one in.");
}

/* The marked sheets, or all of them: a sheet of one class is the rarer wish. */
struct sheets_wanted {
	const char **name;
	size_t n;
	bool staff;
	int return_by;
};

static struct sheets_wanted *wanted_make(struct frame *f)
{
	struct sheets_wanted *wanted = arena_alloc(&f->arena, sizeof(*wanted));
	struct ids ids = list_chosen(f, &f->arena);

	wanted->name = ARENA_NEW(&f->arena, const char *, ids.n);
	for (size_t i = 0; i < ids.n; i++) {
		const struct sheet_line *line = line_of(f, ids.row[i]);

		if (*line->name)
			wanted->name[wanted->n++] = arena_strdup(&f->arena, line->name);
		else
			wanted->staff = true;
	}
	return wanted;
}

static enum rc sheets_write(struct frame *f, const struct save_task *task, struct issues *lost,
			    const char **said)
{
	const struct sheets_wanted *wanted = task->data;
	const struct class_sheets what = { .class_name = wanted->name,
					   .n = wanted->n,
					   .staff = wanted->staff,
					   .return_by = wanted->return_by };
	size_t sheets;
	enum rc rc =
		class_sheets_save(desk_app(f), &what, task->path, task->encoding, lost, &sheets);

	if (rc == RC_OK)
		*said = arena_printf(&f->arena, _("Sheets: %zu."), sheets);
	return rc;
}

static enum rc return_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct sheets_wanted *wanted = data;
	int on;

	if (!date_parse(text, &on) || (on && !date_whole(on)))
		return err_set(RC_INVALID,
			       _("Give a day, such as 15.09.2026, or leave the line empty."));
	wanted->return_by = on;
	*took = paper_ask(f, &(struct save_task){ .title = _("Sheets for the class teachers"),
						  .path = _("class-sheets"),
						  .write = sheets_write,
						  .data = wanted });
	return RC_OK;
}

enum { RETURN_DAYS = 7 };

static unsigned wanted_print(struct frame *f, struct sheets_wanted *wanted)
{
	char date[DATE_SIZE];
	int back = date_add_days(date_today(), RETURN_DAYS);

	return dialog_prompt(
		f, &(struct prompt){
			   .title = _("Sheets for the class teachers"),
			   .label = _("To be returned by:"),
			   .text = arena_strdup(&f->arena, date_format(back, date)),
			   .hint = _("Printed on each sheet; an empty line leaves a place to "
				     "write it by hand."),
			   .max = 30,
			   .entered = return_entered,
			   .data = wanted });
}

static unsigned sheets_print(struct frame *f)
{
	return wanted_print(f, wanted_make(f));
}

unsigned class_sheet_print(struct frame *f, const char *class_name)
{
	struct sheets_wanted *wanted = arena_alloc(&f->arena, sizeof(*wanted));

	wanted->name = ARENA_NEW(&f->arena, const char *, 1);
	wanted->staff = !*class_name;
	if (*class_name)
		wanted->name[wanted->n++] = class_name;
	return wanted_print(f, wanted);
}

static unsigned sheets_open(struct frame *f)
{
	const struct sheet_line *line = line_of(f, list_current(f));

	return view_push(f, &class_sheet_view, arena_strdup(&f->arena, line->name));
}

static const struct action sheets_actions[] = {
	{ .key = K_F(3),
	  .also = K_ENTER,
	  .label = N_("Type in"),
	  .title = N_("Type a sheet back"),
	  .enabled = list_has_row,
	  .run = sheets_open },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the sheets"),
	  .help = N_("The marked classes (Space marks, Ctrl+A all), or the one under the cursor."),
	  .enabled = list_has_row,
	  .run = sheets_print },
	{ .title = N_("Consents"), .open = &consents_view },
	{ 0 },
};

static const struct list_spec sheets_list = {
	.columns = sheet_columns,
	.load = sheets_load,
	.id = cells_id,
	.fetch = sheets_fetch,
	.cell = cells_cell,
	.count = sheets_count,
	.status = sheets_status,
	.empty = N_("The school's list is empty: bring in the list of classes first."),
};

const struct view class_sheets_view = {
	.name = "class-sheets",
	.title = N_("Class sheets"),
	.kind = &list_kind,
	.spec = &sheets_list,
	.actions = sheets_actions,
	.help = N_(
		"A class sheet goes to the class teacher, who names pupils that ask for a mentor "
		"and collects consents. It has the pupils in the order of the school's list; "
		"what is known already stands there as a tick, requests are never printed in "
		"words. When it comes back, Enter opens the same rows to type it in."),
	.place = true,
	.seldom = true,
};
