/*
 * A table that is pasted: rows copied from a spreadsheet or a Word table come in here, until one
 * goes on to the preview. A terminal that tells pastes from typing sends a block; in one that does
 * not, the same letters come as if typed, and are taken as they come.
 */
#include <stdlib.h>
#include <string.h>

#include "import.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/list.h"

enum { PASTE_NUMBER, PASTE_TEXT, PASTE_COLUMNS };

static const struct list_column paste_columns[] = {
	[PASTE_NUMBER] = { N_("Row"), .width = -6, .unsorted = true },
	[PASTE_TEXT] = { N_("What was pasted"), .width = 60, .grow = 1, .unsorted = true },
	{ 0 },
};

struct paste_desk {
	struct cells cells;
	struct import_what what;
	struct str text;
	size_t *row; /* where each begins; in f->fresh */
	size_t n;
};

static struct paste_desk *paste_desk(const struct frame *f)
{
	return f->data;
}

static enum rc paste_init(struct frame *f)
{
	struct paste_desk *desk = arena_alloc(&f->arena, sizeof(*desk));

	desk->what = *(const struct import_what *)f->arg;
	f->data = desk;
	frame_title(f, _("Paste a table · %s"), import_title(desk->what.kind));
	return RC_OK;
}

static void paste_done(struct frame *f)
{
	if (paste_desk(f))
		str_done(&paste_desk(f)->text);
}

/* Behind the quote that closes a cell; NULL: none does. */
static const char *quoted_end(const char *at)
{
	while ((at = strchr(at + 1, '"')) != NULL && at[1] == '"')
		at++;
	return at ? at + 1 : NULL;
}

/* Behind a row: a cell in quotes may have line ends of its own, as Excel copies them. */
static const char *row_end(const char *at)
{
	bool begins = true; /* of a cell */

	for (; *at && *at != '\n'; at++) {
		const char *end = begins && *at == '"' ? quoted_end(at) : NULL;

		if (end)
			at = end - 1;
		begins = *at == '\t';
	}
	return *at ? at + 1 : at;
}

static bool row_is_blank(const char *from, const char *end)
{
	return from + strspn(from, " \t\r\n") >= end;
}

static enum rc paste_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct paste_desk *desk = paste_desk(f);
	const char *text = str_text(&desk->text);
	size_t cap = 0;

	(void)query;
	desk->row = NULL;
	desk->n = 0;
	for (const char *at = text, *end; *at; at = end) {
		end = row_end(at);
		if (row_is_blank(at, end))
			continue;
		desk->row = arena_grow(&f->fresh, desk->row, desk->n, &cap, sizeof(*desk->row));
		desk->row[desk->n++] = (size_t)(at - text);
	}
	desk->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, desk->n), desk->n };
	for (size_t i = 0; i < desk->n; i++)
		desk->cells.ids.row[i] = (int64_t)i + 1;
	*n = desk->n;
	return RC_OK;
}

/* A row as one line; a bar stands where a cell ends. */
static const char *row_text(struct arena *a, const char *from)
{
	const char *end = row_end(from);
	struct str out = { 0 };
	char *text;

	for (; from < end; from++) {
		if (*from == '\t')
			str_add(&out, " │ ");
		else
			str_add_char(&out, *from == '\n' ? ' ' : *from);
	}
	text = arena_strdup(a, str_text(&out));
	str_done(&out);
	return text;
}

static enum rc paste_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct paste_desk *desk = paste_desk(f);

	cells_page(&desk->cells, page, PASTE_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		cells_set(&desk->cells, i, PASTE_NUMBER, INK_DIM, arena_printf(page, "%zu", i + 1));
		cells_set(&desk->cells, i, PASTE_TEXT, INK_TEXT,
			  row_text(page, desk->text.text + desk->row[i]));
	}
	return RC_OK;
}

static const char *paste_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	(void)f, (void)found;
	return arena_printf(a, ngettext("%zu row", "%zu rows", n), n);
}

static const char *paste_status(struct frame *f, struct arena *a, size_t row)
{
	(void)f, (void)a, (void)row;
	return _("F2 – on to the preview. More rows may be pasted; F8 begins anew.");
}

/* ---- what comes in ---- */

static unsigned text_take(struct frame *f, const char *text, size_t n)
{
	struct paste_desk *desk = paste_desk(f);

	if (desk->text.len + n > IMPORT_PASTE_MAX) {
		ui_say(f->ui, _("More than 4 MB cannot be pasted, and this was not taken. Save the "
				"table as a file and choose it."));
		return UI_TAKEN | UI_REDRAW;
	}
	str_add_n(&desk->text, text, n);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned paste_block(struct frame *f, const char *text)
{
	struct paste_desk *desk = paste_desk(f);
	size_t n = desk->text.len;

	/* A block is rows of its own. */
	if (n && desk->text.text[n - 1] != '\n')
		text_take(f, "\n", 1);
	return text_take(f, text, strlen(text));
}

static unsigned letter_take_back(struct frame *f)
{
	struct paste_desk *desk = paste_desk(f);

	if (!desk->text.len)
		return UI_IGNORED;
	desk->text.len = utf8_prev(desk->text.text, desk->text.len);
	desk->text.text[desk->text.len] = '\0';
	return UI_TAKEN | UI_RELOAD;
}

static unsigned paste_key(struct frame *f, const struct event *event)
{
	char buf[UTF8_MAX];

	if (key_is_char(event->key))
		return text_take(f, buf, utf8_encode(event->key, buf));
	switch (event->key) {
	case K_TAB:
		return text_take(f, "\t", 1);
	case K_ENTER:
		return text_take(f, "\n", 1);
	case K_PASTE:
		return text_take(f, event->text, strlen(event->text));
	case K_BACKSPACE:
		return letter_take_back(f);
	default:
		return UI_IGNORED;
	}
}

/* ---- what can be done ---- */

static bool has_rows(struct frame *f)
{
	return action_needs(f, paste_desk(f)->n > 0, N_("Nothing was pasted yet."));
}

static unsigned paste_go(struct frame *f)
{
	const struct paste_desk *desk = paste_desk(f);

	return preview_paste(f, &desk->what, str_text(&desk->text), import_closed) == RC_OK
		       ? UI_TAKEN
		       : ui_fault(f->ui);
}

static unsigned paste_clear(struct frame *f)
{
	str_clear(&paste_desk(f)->text);
	ui_say(f->ui, _("What was pasted is forgotten. Paste anew."));
	return UI_TAKEN | UI_RELOAD;
}

static const struct action paste_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Preview"),
	  .title = N_("On to the preview"),
	  .help = N_("Shows which column goes where. Nothing is changed yet."),
	  .enabled = has_rows,
	  .run = paste_go },
	{ .key = K_F(8),
	  .label = N_("Clear"),
	  .title = N_("Forget what was pasted"),
	  .enabled = has_rows,
	  .run = paste_clear },
	{ 0 },
};

static const struct list_spec paste_list = {
	.columns = paste_columns,
	.load = paste_load,
	.id = cells_id,
	.fetch = paste_fetch,
	.cell = cells_cell,
	.count = paste_count,
	.status = paste_status,
	.empty = N_(
		"Copy the rows in Excel, LibreOffice or Word, headings too, and paste them here: "
		"Ctrl+Shift+V, Shift+Ins or the right button of the mouse. Then press F2."),
	.no_marks = true,
	.key = paste_key,
};

const struct view paste_view = {
	.name = "paste",
	.title = N_("Paste a table"),
	.kind = &list_kind,
	.spec = &paste_list,
	.actions = paste_actions,
	.help = N_(
		"Rows copied from a spreadsheet or from a table of Word. Several pastes follow "
		"each "
		"other; what is here lives in memory alone until you bring it in. A block may also "
		"be pasted straight into the list of the school and the bases of mentees and "
		"mentors."),
	.init = paste_init,
	.paste = paste_block,
	.done = paste_done,
};

/* ---- a block pasted into a list ---- */

/* The list stays, with the new people in it. */
static unsigned list_filled(struct frame *f, struct frame *above)
{
	(void)f;
	return above->answer ? UI_TAKEN | UI_RELOAD : UI_TAKEN;
}

static unsigned list_paste(struct frame *f, enum import_kind kind, const char *text)
{
	const struct import_what what = { .kind = kind };

	return preview_paste(f, &what, text, list_filled) == RC_OK ? UI_TAKEN : ui_fault(f->ui);
}

unsigned people_paste(struct frame *f, const char *text)
{
	return list_paste(f, IMPORT_PEOPLE, text);
}

unsigned mentees_paste(struct frame *f, const char *text)
{
	return list_paste(f, IMPORT_MENTEES, text);
}

unsigned mentors_paste(struct frame *f, const char *text)
{
	return list_paste(f, IMPORT_MENTORS, text);
}
