/* Any list as it is filtered and sorted: to a printer, to a file of paper, or as a table. */
#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/papers.h"
#include "nastavnik/app/printer.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/grid.h"
#include "nastavnik/ui/list.h"
#include "nastavnik/ui/progress.h"
#include "screens.h"

enum { WIDTH_MAX = 40 };

static size_t column_count(const struct list_column *columns)
{
	size_t n = 0;

	while (columns[n].title)
		n++;
	return n;
}

/* On the screen a sign stands beside the word so that colour is not alone; on paper the word will
 * do. */
static const char *without_sign(const char *text)
{
	static const char *const sign[] = { GLYPH_OK " ", GLYPH_WARN " ", GLYPH_NOTE " " };

	for (size_t i = 0; i < sizeof(sign) / sizeof(sign[0]); i++) {
		if (strncmp(text, sign[i], strlen(sign[i])) == 0)
			return text + strlen(sign[i]);
	}
	return text;
}

static enum rc cells_read(struct frame *f, struct arena *a, const struct list_spec *spec,
			  size_t columns, size_t rows, const char ***out)
{
	const char **cell = ARENA_NEW(a, const char *, rows *columns);
	enum rc rc = spec->fetch ? spec->fetch(f, a, 0, rows) : RC_OK;

	if (rc != RC_OK)
		return rc;
	for (size_t r = 0; r < rows; r++) {
		for (size_t c = 0; c < columns; c++) {
			enum ink ink = INK_TEXT;

			cell[r * columns + c] =
				arena_strdup(a, without_sign(spec->cell(f, r, c, &ink)));
		}
	}
	*out = cell;
	return RC_OK;
}

/* A column likes to be as wide as its widest cell. */
static int *widths_make(struct arena *a, const char *const *heading, const char *const *cell,
			size_t columns, size_t rows)
{
	int *width = ARENA_NEW(a, int, columns);

	for (size_t c = 0; c < columns; c++) {
		width[c] = utf8_width(heading[c]) + 1;
		for (size_t r = 0; r < rows; r++) {
			int wide = utf8_width(cell[r * columns + c]);

			if (wide > width[c])
				width[c] = wide < WIDTH_MAX ? wide : WIDTH_MAX;
		}
	}
	return width;
}

/* How many they are and what the list is filtered and found by: «3 человека · найдено: Быков». */
static const char *list_note(struct frame *f, struct arena *a, const struct list_spec *spec)
{
	static const char dot[] = " · ";
	const char *find = list_find(f);
	const char *told = spec->count ? spec->count(f, a, list_count(f), false) : "";
	const char *filter = strstr(told, dot);

	if (!*find)
		return told;
	if (!filter || strcmp(filter + strlen(dot), _("all")) == 0)
		filter = "";
	return arena_printf(a, "%s%s: %s%s",
			    spec->count ? spec->count(f, a, list_count(f), true) : "",
			    spec->count ? "" : _("found"), find, filter);
}

static enum rc list_shown(struct frame *f, struct arena *a, struct paper_table *table)
{
	const struct list_spec *spec = f->view->spec; /* lists only: their spec begins with it */
	const struct list_column *columns = list_columns(f);
	const char **heading, **cell = NULL;
	bool *number;
	enum rc rc;

	table->columns = column_count(columns);
	table->rows = list_count(f);
	table->note = list_note(f, a, spec);
	rc = cells_read(f, a, spec, table->columns, table->rows, &cell);
	heading = ARENA_NEW(a, const char *, table->columns);
	number = ARENA_NEW(a, bool, table->columns);
	for (size_t c = 0; c < table->columns; c++) {
		heading[c] = text_of(columns[c].title);
		number[c] = columns[c].width < 0;
	}
	table->heading = heading;
	table->number = number;
	table->cell = cell;
	return rc;
}

/* The titles of the rows are a column too. */
static enum rc grid_shown(struct frame *f, struct arena *a, struct paper_table *table)
{
	const struct grid_spec *spec = f->view->spec;
	const char **heading, **cell;

	grid_size(f, &table->rows, &table->columns);
	table->columns++;
	table->note = spec->count ? spec->count(f, a) : "";
	heading = ARENA_NEW(a, const char *, table->columns);
	cell = ARENA_NEW(a, const char *, table->rows * table->columns);
	heading[0] = "";
	for (size_t c = 1; c < table->columns; c++)
		heading[c] = arena_strdup(a, spec->column_title(f, c - 1));
	for (size_t r = 0; r < table->rows; r++) {
		const char **row = cell + r * table->columns;

		row[0] = arena_strdup(a, spec->row_title(f, r));
		for (size_t c = 1; c < table->columns; c++)
			row[c] = arena_strdup(a, grid_cell(f, r, c - 1));
	}
	table->heading = heading;
	table->cell = cell;
	return RC_OK;
}

static enum rc list_write(struct frame *f, const struct save_task *task, struct issues *lost,
			  const char **said)
{
	/* Until the next load: the screen goes on with these rows instead of its page. */
	struct arena *a = &f->fresh;
	struct paper_table table = { .title = frame_title_text(f) };
	enum rc rc =
		f->view->kind == &grid_kind ? grid_shown(f, a, &table) : list_shown(f, a, &table);

	if (rc == RC_OK) {
		table.width = widths_make(a, table.heading, table.cell, table.columns, table.rows);
		rc = paper_table_save(desk_app(f), &table, task->path, task->encoding, lost);
	}
	if (rc == RC_OK)
		*said = arena_printf(&f->arena, _("Rows: %lld."), (long long)table.rows);
	return rc;
}

/* To a printer */

struct printing {
	struct save_task task;
	struct printers printers;
	const char *printer;
	int64_t copies;
	struct job job;
	struct frame *frame;
};

static enum rc printing_write(void *data, int paper, const char *path)
{
	const struct printing *p = data;
	struct issues lost = { .arena = &p->frame->arena, .limit = 1 };
	struct save_task task = p->task;
	const char *said = "";

	task.path = path;
	task.what += paper;
	task.encoding = NULL;
	return task.write(p->frame, &task, &lost, &said);
}

static unsigned printing_finished(struct frame *f, struct job *job, enum job_state state)
{
	const struct printing *p =
		(const struct printing *)((char *)job - offsetof(struct printing, job));

	if (state == JOB_FAILED)
		return ui_fault(f->ui);
	if (state == JOB_MORE)
		ui_say(f->ui, "%s", _("Stopped: nothing goes to the printer."));
	else
		ui_say(f->ui, _("Handed over to the printer %s, copies: %lld."), p->printer,
		       (long long)p->copies);
	/* A list wrote itself with its page's memory. */
	return UI_TAKEN | UI_RELOAD;
}

static unsigned printing_start(struct frame *f, struct printing *p)
{
	enum rc rc = print_start(&f->arena,
				 &(struct print_order){ .printer = p->printer,
							.copies = p->copies,
							.title = p->task.title,
							.papers = p->task.papers,
							.write = printing_write,
							.data = p },
				 &p->job);

	if (rc != RC_OK)
		return ui_fault(f->ui) | UI_RELOAD;
	printer_remember(desk_app(f), p->printer);
	return progress_start(f, &p->job, printing_finished);
}

static enum rc printing_copies(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct printing *p = data;
	char *end;
	long copies = strtol(text, &end, 10);

	if (end == text || *end || copies < 1 || copies > PRINT_COPIES_MAX)
		return err_set(RC_INVALID, _("How many copies? Type a number from 1 to %d."),
			       PRINT_COPIES_MAX);
	p->copies = copies;
	*took = printing_start(f, p);
	return RC_OK;
}

static unsigned printing_picked(struct frame *f, struct ids ids, void *data)
{
	struct printing *p = data;

	if (!ids.n)
		return UI_TAKEN;
	p->printer = p->printers.row[ids.row[0] - 1].name;
	return dialog_prompt(
		f, &(struct prompt){
			   .title = arena_printf(&f->arena, _("To the printer %s"), p->printer),
			   .label = _("Copies:"),
			   .text = "1",
			   .hint = _("Enter prints, Esc does not."),
			   .max = 2,
			   .entered = printing_copies,
			   .data = p });
}

/* The printers to choose from; at first the one taken last, else the system's own. */
static unsigned printing_pick(struct frame *f, struct printing *p)
{
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, p->printers.n);
	const char **right = ARENA_NEW(&f->arena, const char *, p->printers.n);
	const char *last = printer_last(desk_app(f), &f->arena);
	int64_t chosen = 1;

	for (size_t i = 0; i < p->printers.n; i++) {
		const struct printer *printer = &p->printers.row[i];

		choice[i] =
			(struct choice){ .id = (int64_t)i + 1, .code = "", .name = printer->name };
		right[i] = printer->usual ? _("the system's usual one") : "";
		if (strcmp(printer->name, last) == 0)
			chosen = choice[i].id;
	}
	return dialog_pick(f, &(struct picker){ .title = _("Which printer?"),
						.choices = { choice, p->printers.n },
						.chosen = { &chosen, 1 },
						.right = right,
						.picked = printing_picked,
						.data = p });
}

static unsigned printing_listed(struct frame *f, struct job *job, enum job_state state)
{
	struct printing *p = (struct printing *)((char *)job - offsetof(struct printing, job));

	if (state == JOB_FAILED)
		return ui_fault(f->ui);
	return state == JOB_DONE ? printing_pick(f, p) : UI_TAKEN | UI_REDRAW;
}

unsigned printer_ask(struct frame *f, const struct save_task *task)
{
	struct printing *p = arena_alloc(&f->arena, sizeof(*p));

	*p = (struct printing){ .task = *task, .frame = f };
	printers_start(&f->arena, &p->printers, &p->job);
	return progress_start(f, &p->job, printing_listed);
}

/* What F5 offers for a list and for a paper */

static const struct way {
	const char *name;   /* msgid */
	const char *ending; /* of the file; NULL: to a printer */
	bool encoding;      /* to be asked for */
	bool table;         /* for lists only */
} ways[] = {
	{ N_("To a printer…"), NULL, false, false },
	{ N_("As a file: PDF"), "pdf", false, false },
	{ N_("As a file: ODT, to be edited"), "odt", false, false },
	{ N_("As a file: text"), "txt", true, false },
	{ N_("As a table: Excel (.xlsx)"), "xlsx", false, true },
	{ N_("As a table: CSV"), "csv", true, true },
};

enum { WAYS = sizeof(ways) / sizeof(ways[0]) };

/* Where a task is to go; kind: the list that it is, EXPORT_COUNT of what has no other columns. */
struct print_wish {
	struct save_task task; /* its path has no ending yet */
	enum export_kind kind;
};

static unsigned print_picked(struct frame *f, struct ids ids, void *data)
{
	const struct print_wish *wish = data;
	struct save_task task = wish->task;

	if (!ids.n)
		return UI_TAKEN;
	const struct way *way = &ways[ids.row[0] - 1];
	if (!way->ending)
		return printer_ask(f, &task);
	task.path = arena_printf(&f->arena, "%s.%s", task.path, way->ending);
	if (way->table && wish->kind != EXPORT_COUNT)
		return export_ask(f, wish->kind, &task, way->encoding);
	return save_ask(f, &task, way->encoding);
}

static unsigned ways_ask(struct frame *f, const char *title, const struct save_task *task,
			 bool tables, enum export_kind kind)
{
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, WAYS);
	struct print_wish *wish = arena_alloc(&f->arena, sizeof(*wish));
	size_t n = 0;

	*wish = (struct print_wish){ *task, kind };
	for (int64_t i = 0; i < WAYS; i++) {
		if (tables || !ways[i].table)
			choice[n++] = (struct choice){ .id = i + 1,
						       .code = "",
						       .name = text_of(ways[i].name) };
	}
	return dialog_pick(f, &(struct picker){ .title = title,
						.choices = { choice, n },
						.picked = print_picked,
						.data = wish });
}

unsigned print_ask(struct frame *f, enum export_kind kind)
{
	const struct save_task task = { .title = frame_title_text(f),
					.path = C_("file", "list"),
					.write = list_write };

	return ways_ask(f, _("Where is the list to go?"), &task, true, kind);
}

unsigned table_ask(struct frame *f, const struct save_task *task)
{
	return ways_ask(f, task->title, task, true, EXPORT_COUNT);
}

unsigned paper_ask(struct frame *f, const struct save_task *task)
{
	return ways_ask(f, task->title, task, false, EXPORT_COUNT);
}
