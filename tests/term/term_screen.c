/* What stands on the screen. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "term_private.h"

static int on_property(VTermProp property, VTermValue *value, void *data)
{
	struct term *t = data;

	if (property == VTERM_PROP_CURSORVISIBLE)
		t->cursor_shown = value->boolean;
	else if (property == VTERM_PROP_ALTSCREEN)
		t->alternate = value->boolean;
	return 1;
}

const VTermScreenCallbacks term_callbacks = { .settermprop = on_property };

int term_rows(const struct term *t)
{
	return t->rows;
}

int term_cols(const struct term *t)
{
	return t->cols;
}

bool term_alternate(const struct term *t)
{
	return t->alternate;
}

static VTermScreenCell cell_at(struct term *t, int row, int col)
{
	VTermScreenCell cell;

	memset(&cell, 0, sizeof(cell));
	vterm_screen_get_cell(t->screen, (VTermPos){ .row = row, .col = col }, &cell);
	return cell;
}

static size_t encode(uint32_t cp, char *to)
{
	if (cp < 0x80) {
		to[0] = (char)cp;
		return 1;
	}
	size_t n = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	static const unsigned char lead[] = { 0, 0, 0xc0, 0xe0, 0xf0 };

	for (size_t i = n - 1; i > 0; i--, cp >>= 6)
		to[i] = (char)(0x80 | (cp & 0x3f));
	to[0] = (char)(lead[n] | cp);
	return n;
}

/* Text of a row into buf; returns its end without trailing spaces. */
static char *row_text(struct term *t, int row, char *buf)
{
	char *to = buf, *end = buf;

	for (int col = 0; col < t->cols; col++) {
		VTermScreenCell cell = cell_at(t, row, col);

		if (cell.chars[0] == (uint32_t)-1) /* the second half of a wide character */
			continue;
		if (!cell.chars[0] || cell.chars[0] == ' ') {
			*to++ = ' ';
			continue;
		}
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i]; i++)
			to += encode(cell.chars[i], to);
		end = to;
	}
	*end = '\0';
	return end;
}

static size_t row_size(const struct term *t)
{
	return (size_t)t->cols * VTERM_MAX_CHARS_PER_CELL * 4 + 2;
}

const char *term_row(struct term *t, int row)
{
	t->texts[0] = realloc(t->texts[0], row_size(t));
	row_text(t, row, t->texts[0]);
	return t->texts[0];
}

const char *term_screen(struct term *t)
{
	t->texts[1] = realloc(t->texts[1], row_size(t) * (size_t)t->rows + 1);
	char *to = t->texts[1];

	for (int row = 0; row < t->rows; row++) {
		to = row_text(t, row, to);
		*to++ = '\n';
	}
	*to = '\0';
	return t->texts[1];
}

int term_find(struct term *t, const char *text, int *col)
{
	for (int row = 0; row < t->rows; row++) {
		const char *line = term_row(t, row), *at = strstr(line, text);

		if (!at)
			continue;
		*col = 0;
		for (; line < at; line++)
			*col += (*line & 0xc0) != 0x80;
		return row;
	}
	return -1;
}

bool term_has(struct term *t, const char *text)
{
	int col;

	return term_find(t, text, &col) >= 0;
}

bool term_reverse(struct term *t, int row, int col)
{
	return cell_at(t, row, col).attrs.reverse;
}

bool term_bold(struct term *t, int row, int col)
{
	return cell_at(t, row, col).attrs.bold;
}

int term_cursor_row(struct term *t)
{
	for (int row = 0; row < t->rows; row++) {
		int col = 0;

		while (col < t->cols && term_reverse(t, row, col))
			col++;
		if (col == t->cols)
			return row;
	}
	return -1;
}

bool term_cursor(struct term *t, int *row, int *col)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(t->vt), &at);
	*row = at.row;
	*col = at.col;
	return t->cursor_shown;
}

const char *term_left_over(struct term *t)
{
	static const char leave[] = "\033[?1049l";
	const char *from = t->output ? t->output : "", *at;

	while ((at = strstr(from, leave)))
		from = at + sizeof(leave) - 1;
	free(t->texts[2]);
	t->texts[2] = calloc(strlen(from) + 1, 1);
	char *to = t->texts[2];

	for (; *from; from++) /* without escape sequences and carriage returns */
		if (*from == '\033') {
			from++;
			if (*from == '[')
				do
					from++;
				while (*from && (*from < '@' || *from > '~'));
			if (!*from)
				break;
		} else if (*from != '\r') {
			*to++ = *from;
		}
	return t->texts[2];
}

void term_expect(struct term *t, const char *text)
{
	if (!term_has(t, text))
		term_fail(t, "not on the screen", text);
}

void term_expect_not(struct term *t, const char *text)
{
	if (term_has(t, text))
		term_fail(t, "on the screen", text);
}

void term_expect_row(struct term *t, int row, const char *text)
{
	if (strcmp(term_row(t, row), text) != 0)
		term_fail(t, "another row was expected", text);
}

/*
 * One letter for how a cell looks; a space for plain ones. Of a blank only what can be seen counts:
 * whether a blank is bold depends on how the terminal library came to leave it blank.
 */
static char attribute_letter(const VTermScreenCell *cell)
{
	bool blank = cell->chars[0] == 0 || cell->chars[0] == ' ';

	if (cell->attrs.reverse)
		return 'r';
	if (blank && !cell->attrs.underline && VTERM_COLOR_IS_DEFAULT_BG(&cell->bg))
		return ' ';
	if (cell->attrs.bold && !blank)
		return 'b';
	if (cell->attrs.underline)
		return 'u';
	if (VTERM_COLOR_IS_INDEXED(&cell->fg) && cell->fg.indexed.idx < 16 &&
	    !VTERM_COLOR_IS_DEFAULT_FG(&cell->fg))
		return (char)('A' + cell->fg.indexed.idx);
	if (!VTERM_COLOR_IS_DEFAULT_FG(&cell->fg) || !VTERM_COLOR_IS_DEFAULT_BG(&cell->bg))
		return '#';
	return ' ';
}

static void golden_write(struct term *t, FILE *out)
{
	int cursor_row, cursor_col;
	bool shown = term_cursor(t, &cursor_row, &cursor_col);

	fprintf(out, "%d x %d, cursor %s %d:%d\n", t->cols, t->rows, shown ? "at" : "hidden at",
		cursor_row, cursor_col);
	for (int row = 0; row < t->rows; row++) {
		char *letters = calloc((size_t)t->cols + 1, 1);
		int end = 0;

		for (int col = 0; col < t->cols; col++) {
			VTermScreenCell cell = cell_at(t, row, col);

			letters[col] = attribute_letter(&cell);
			if (letters[col] != ' ')
				end = col + 1;
		}
		letters[end] = '\0';
		fprintf(out, "%2d|%s\n", row, term_row(t, row));
		if (end)
			fprintf(out, "  :%s\n", letters);
		free(letters);
	}
}

static char *file_read(const char *path)
{
	FILE *in = fopen(path, "r");
	char *text = calloc(1 << 20, 1);

	if (in) {
		text[fread(text, 1, (1 << 20) - 1, in)] = '\0';
		fclose(in);
	}
	return text;
}

/* Where two texts differ first, as two lines for the person. */
static void golden_differ(struct term *t, const char *path, const char *want, const char *got)
{
	char text[2048];

	while (*want && *got) {
		size_t n = strcspn(want, "\n"), m = strcspn(got, "\n");

		if (n != m || memcmp(want, got, n) != 0)
			break;
		want += n + (want[n] == '\n');
		got += m + (got[m] == '\n');
	}
	snprintf(text, sizeof(text),
		 "%s\nwant %.*s\ngot  %.*s\n(NASTAVNIK_GOLDEN=write makes it anew)", path,
		 (int)strcspn(want, "\n"), want, (int)strcspn(got, "\n"), got);
	term_fail(t, "differs from", text);
}

void term_golden(struct term *t, const char *folder, const char *name)
{
	const char *mode = getenv("NASTAVNIK_GOLDEN");
	bool write = mode && !strcmp(mode, "write");
	char path[1024], *got = NULL;
	size_t size;
	FILE *out = open_memstream(&got, &size);

	golden_write(t, out);
	fclose(out);
	snprintf(path, sizeof(path), "%s/%s.txt", folder, name);
	char *want = file_read(path);

	if (write && strcmp(want, got) != 0) {
		mkdir(folder, 0777);
		out = fopen(path, "w");
		if (!out)
			term_fail(t, "cannot be written", path);
		fputs(got, out);
		fclose(out);
	} else if (strcmp(want, got) != 0) {
		golden_differ(t, path, want, got);
	}
	free(want);
	free(got);
}
