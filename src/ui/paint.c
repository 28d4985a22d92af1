#define NCURSES_WIDECHAR 1
#include "nastavnik/ui/paint.h"

#include <curses.h>
#include <string.h>
#include <wchar.h>

#include "nastavnik/base/utf8.h"
#include "private.h"
#include "tty.h"
#include "wrap.h"

enum { PAINT_MAX = 512 }; /* characters in one run; more is painted in several */

/* Characters of the text that fit in cols columns, as this terminal can show them. */
struct run {
	wchar_t text[PAINT_MAX + 1];
	size_t n;
	int width;
};

static void run_add(struct run *run, uint32_t cp)
{
	run->text[run->n++] = (wchar_t)cp;
	run->width += utf8_width_cp(cp);
}

static size_t run_fill(struct run *run, const char *text, int cols)
{
	size_t at = 0, len;
	uint32_t cp, twin;

	run->n = 0;
	run->width = 0;
	while (run->n < PAINT_MAX && (len = utf8_decode(text + at, &cp))) {
		const char *shown = tty_twin(cp);

		if (shown && utf8_decode(shown, &twin))
			cp = twin;
		if (cp < ' ' || cp == 0x7f) /* a control character would move the cursor */
			cp = ' ';
		if (run->width + utf8_width_cp(cp) > cols)
			break;
		run_add(run, cp);
		at += len;
	}
	run->text[run->n] = L'\0';
	return at;
}

static void ink_set(enum ink ink)
{
	struct look look = tty_look(ink);

	attr_set((attr_t)look.attributes, look.pair, NULL);
}

int paint_text(int y, int x, int cols, enum ink ink, const char *text)
{
	struct run run;
	int left = cols < COLS - x ? cols : COLS - x;
	int taken = 0;

	if (y < 0 || y >= LINES || x < 0)
		return 0;
	ink_set(ink);
	while (*text && left > 0) {
		size_t got = run_fill(&run, text, left);

		if (got == 0)
			break;
		mvaddnwstr(y, x + taken, run.text, (int)run.n);
		text += got;
		taken += run.width;
		left -= run.width;
	}
	return taken;
}

void paint_fill(int y, int x, int cols, enum ink ink, const char *character)
{
	char row[PAINT_MAX * 4 + 1];
	size_t len = strlen(character), n = 0;

	for (int i = 0; i < cols && n + len < sizeof(row); i++, n += len)
		memcpy(row + n, character, len);
	row[n] = '\0';
	paint_text(y, x, cols, ink, row);
}

/* Does the text take more than cols columns? */
static bool too_wide(const char *text, int cols)
{
	return text[utf8_fit(text, cols)] != '\0';
}

void paint_cell(int y, int x, int cols, enum ink ink, const char *text)
{
	int size = cols < 0 ? -cols : cols;

	if (size == 0)
		return;
	if (too_wide(text, size)) {
		char cut[1024];
		size_t n = utf8_fit(text, size - 1);

		n = n < sizeof(cut) ? n : sizeof(cut) - 1;
		memcpy(cut, text, n);
		cut[n] = '\0';
		int taken = paint_text(y, x, size - 1, ink, cut);

		taken += paint_text(y, x + taken, size - taken, ink, GLYPH_MORE);
		paint_fill(y, x + taken, size - taken, ink, " ");
		return;
	}
	int pad = size - utf8_width(text);

	if (cols < 0) {
		paint_fill(y, x, pad, ink, " ");
		x += pad;
	}
	int taken = paint_text(y, x, size, ink, text);

	if (cols > 0)
		paint_fill(y, x + taken, pad, ink, " ");
}

int paint_lines(struct area area, const struct lines *lines, int first)
{
	int label = lines_label_width(lines, area.cols), row = 0;

	for (size_t i = 0; i < lines->n; i++) {
		const struct line *line = &lines->row[i];
		int indent = line->indent + (line->label ? label : 0);
		const char *text = line->text;
		bool begin = true;

		do {
			size_t shown, taken = wrap_next(text, area.cols - indent, &shown);
			int y = area.y + row - first;

			if (row >= first && y < area.y + area.rows) {
				char buf[1024];

				shown = shown < sizeof(buf) ? shown : sizeof(buf) - 1;
				memcpy(buf, text, shown);
				buf[shown] = '\0';
				if (begin && line->label)
					paint_cell(y, area.x + line->indent, label - 2, INK_DIM,
						   line->label);
				paint_text(y, area.x + indent, area.cols - indent, line->ink, buf);
			}
			text += taken;
			row++;
			begin = false;
		} while (*text);
	}
	return row;
}
