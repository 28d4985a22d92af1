/* Any list on paper, as it is filtered and sorted: PDF or text; the bases also as a table. */
#include <string.h>

#include "nastavnik/app/papers.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/list.h"
#include "screens.h"

enum { WIDTH_MAX = 40 };

static size_t column_count(const struct list_spec *spec)
{
	size_t n = 0;

	while (spec->columns[n].title)
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

static enum rc list_write(struct frame *f, const struct save_task *task, struct issues *lost,
			  const char **said)
{
	const struct list_spec *spec = f->view->spec; /* lists only: their spec begins with it */
	/* Until the next load: the screen goes on with these rows instead of its page. */
	struct arena *a = &f->fresh;
	const char **cell = NULL;
	struct paper_table table = { .title = frame_title_text(f),
				     .note = list_find(f),
				     .columns = column_count(spec),
				     .rows = list_count(f) };
	const char **heading = ARENA_NEW(a, const char *, table.columns);
	enum rc rc = cells_read(f, a, spec, table.columns, table.rows, &cell);

	for (size_t c = 0; c < table.columns; c++)
		heading[c] = text_of(spec->columns[c].title);
	if (rc == RC_OK) {
		table.heading = heading;
		table.cell = cell;
		table.width = widths_make(a, heading, cell, table.columns, table.rows);
		rc = paper_table_save(desk_app(f), &table, task->path, task->encoding, lost);
	}
	if (rc == RC_OK)
		*said = arena_printf(&f->arena, _("Rows: %lld."), (long long)table.rows);
	return rc;
}

enum { AS_PDF = 1, AS_TEXT, AS_TABLE };

static unsigned print_picked(struct frame *f, struct ids ids, void *data)
{
	const enum export_kind *kind = data;
	bool pdf = ids.n && ids.row[0] == AS_PDF;

	if (!ids.n)
		return UI_TAKEN;
	if (ids.row[0] == AS_TABLE)
		return export_ask(f, *kind);
	return save_ask(f,
			&(struct save_task){ .title = frame_title_text(f),
					     .path = pdf ? _("list.pdf") : _("list.txt"),
					     .write = list_write },
			!pdf);
}

unsigned print_ask(struct frame *f, enum export_kind kind)
{
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, 3);
	enum export_kind *asked = arena_alloc(&f->arena, sizeof(*asked));

	*asked = kind;
	choice[0] = (struct choice){ .id = AS_PDF, .code = "", .name = _("On paper: PDF") };
	choice[1] = (struct choice){ .id = AS_TEXT, .code = "", .name = _("On paper: text") };
	choice[2] = (struct choice){ .id = AS_TABLE,
				     .code = "",
				     .name = _("As a table: CSV for Excel and LibreOffice") };
	return dialog_pick(f, &(struct picker){ .title = _("How is the list to be saved?"),
						.choices = { choice, kind == EXPORT_COUNT ? 2 : 3 },
						.picked = print_picked,
						.data = asked });
}
