/* Reading a paper's text line by line. */
#include "nastavnik/print/template.h"

#include <stdlib.h>
#include <string.h>

#include "expand.h"
#include "nastavnik/base/i18n.h"

enum { COLUMNS_MAX = 24, CELL_PARTS = 4 };

/* What a text may ask for: tenths of a point, of a millimetre, of a line; rows. */
enum {
	LETTER_MIN = 50,
	LETTER_MAX = 400,
	SPACE_MAX = 300,
	MARGIN_MIN = 100,
	MARGIN_MAX = 600,
	WIDTH_MAX = 2500,
	BLANK_MAX = 200,
	HEIGHT_MAX = 500,
};

struct column {
	struct doc_column doc;
	const char *cell; /* its words with places */
	int line;
	bool once;
};

struct reader {
	struct doc *doc;
	const char *name;
	int line;
	struct places places;
	const struct scope_table *source; /* of the table that is read; NULL: without rows */
	int blank, height;                /* rows it has at least, and of what height */
	/* how the text below the last directive stands */
	enum doc_kind kind;
	struct doc_style style;
	bool left_out;
	int size;             /* of this text, where it is not the paper's */
	int item;             /* number of the last paragraph that has one */
	struct str paragraph; /* lines of the file */
	int first;            /* the line it begins in */
	struct column column[COLUMNS_MAX];
	size_t columns;
};

static enum rc refuse_at(const struct reader *r, int line, const char *what)
{
	return err_set(RC_INVALID, _("%s, line %d: %s. Mend the text of the paper."), r->name, line,
		       what);
}

static enum rc reader_refuse(const struct reader *r, const char *what)
{
	return refuse_at(r, r->line, what);
}

/* Which line of the file a fault stands in: `line` is where the text begins. */
static enum rc fault_refuse(const struct reader *r, const char *text, int line, struct fault *fault)
{
	for (const char *at = text; fault->at && at < fault->at; at++)
		line += *at == '\n';
	return refuse_at(r, line, str_text(&fault->words));
}

/* text is part of one that begins at `begin` in that line of the file. */
static enum rc words_expand(struct reader *r, const char *begin, int line, const char *text,
			    size_t n, const char **out)
{
	struct fault fault = { 0 };
	struct str words = { 0 };
	enum rc rc = expand(&r->places, text, n, &words, &fault);

	if (rc == RC_OK)
		*out = arena_strdup(r->doc->arena, str_text(&words));
	else
		rc = fault_refuse(r, begin, line, &fault);
	str_done(&words);
	str_done(&fault.words);
	return rc;
}

static bool is_space(char c)
{
	return c == ' ' || c == '\n';
}

/* Where " | " stands outside of braces; NULL. */
static const char *bar_find(const char *text)
{
	int depth = 0;

	for (; *text; text++) {
		depth += (*text == '{') - (*text == '}');
		if (depth == 0 && is_space(text[0]) && text[1] == '|' &&
		    (is_space(text[2]) || !text[2]))
			return text;
	}
	return NULL;
}

/* "+. Text" is the next item: one that is left out leaves no gap in the numbers. */
static const char *item_numbered(struct reader *r, const char *paragraph, const char *text)
{
	if (strncmp(paragraph, "+.", 2) != 0)
		return text;
	return arena_printf(r->doc->arena, "%d%s", ++r->item, text + 1);
}

static enum rc paragraph_add(struct reader *r, const char *text)
{
	const char *bar = bar_find(text), *left, *right = "", *second;
	bool two = r->kind == DOC_SIDES || r->kind == DOC_SIGNATURE;
	enum rc rc;

	if (two && !bar)
		return refuse_at(r, r->first, _("two texts with “ | ” between are expected"));
	second = two ? bar + 2 + strspn(bar + 2, " \n") : NULL;
	rc = words_expand(r, text, r->first, text, two ? (size_t)(bar - text) : strlen(text),
			  &left);
	if (rc == RC_OK && two)
		rc = words_expand(r, text, r->first, second, strlen(second), &right);
	if (rc != RC_OK)
		return rc;
	left = item_numbered(r, text, left);
	if (r->kind == DOC_SIDES)
		doc_sides(r->doc, r->style, left, right);
	else if (r->kind == DOC_SIGNATURE)
		doc_signature(r->doc, r->style, left, right);
	else if (r->kind == DOC_CORNER)
		doc_corner(r->doc, r->style, left);
	else
		doc_paragraph(r->doc, r->style, left);
	return RC_OK;
}

static enum rc row_cells(struct reader *r, bool joined, const char **before, const char **cell)
{
	for (size_t c = 0; c < r->columns; c++) {
		const struct column *column = &r->column[c];
		const char *text;
		enum rc rc = words_expand(r, column->cell, column->line, column->cell,
					  strlen(column->cell), &text);
		if (rc != RC_OK)
			return rc;
		bool same = joined && column->once && strcmp(text, before[c]) == 0;
		cell[c] = same ? "" : text;
		before[c] = text;
	}
	return RC_OK;
}

static enum rc table_row(struct reader *r, struct doc_table *table, const char **before)
{
	const char *cell[COLUMNS_MAX];
	const struct scope *row = r->places.row;
	bool joined = row && row->joined;
	enum rc rc;

	if (row && row->heading) {
		doc_table_heading(r->doc, table, row->heading);
		return RC_OK;
	}
	rc = row_cells(r, joined, before, cell);
	if (rc != RC_OK)
		return rc;
	if (joined)
		doc_table_joined(r->doc, table, cell);
	else
		doc_table_row(r->doc, table, cell);
	return RC_OK;
}

static size_t table_rows(const struct reader *r)
{
	size_t rows = r->source ? r->source->rows : 0;

	return rows < (size_t)r->blank ? (size_t)r->blank : rows;
}

static enum rc table_add(struct reader *r)
{
	static const struct scope none;
	struct doc_column column[COLUMNS_MAX];
	const char *before[COLUMNS_MAX];
	size_t filled = r->source ? r->source->rows : 0;
	enum rc rc = RC_OK;

	for (size_t c = 0; c < r->columns && rc == RC_OK; c++) {
		const char *heading = r->column[c].doc.heading;

		column[c] = r->column[c].doc;
		rc = words_expand(r, heading, r->column[c].line, heading, strlen(heading),
				  &column[c].heading);
	}
	if (rc != RC_OK)
		return rc;
	struct doc_table *table = doc_table(r->doc, column, r->columns);
	table->size = r->style.size;
	table->height = r->height;
	r->doc->block[r->doc->n - 1].style = r->style;
	for (size_t i = 0; i < table_rows(r) && rc == RC_OK; i++) {
		r->places.row = i < filled ? r->source->row[i] : &none;
		r->places.number = i + 1;
		r->places.blank = r->source && i >= filled;
		rc = table_row(r, table, before);
	}
	r->places = (struct places){ .paper = r->places.paper };
	return rc;
}

/* The paragraph or the table read so far is complete. */
static enum rc reader_flush(struct reader *r)
{
	enum rc rc = RC_OK;

	if (r->kind == DOC_TABLE && r->columns > 0 && table_rows(r) > 0 && !r->left_out)
		rc = table_add(r);
	else if (r->paragraph.len > 0 && !r->left_out)
		rc = paragraph_add(r, str_text(&r->paragraph));
	r->columns = 0;
	str_clear(&r->paragraph);
	return rc;
}

static const struct word {
	const char *name;
	enum doc_kind kind;
	enum doc_align align;
} words[] = {
	{ "left", DOC_PARAGRAPH, DOC_LEFT },      { "right", DOC_PARAGRAPH, DOC_RIGHT },
	{ "centre", DOC_PARAGRAPH, DOC_CENTRE },  { "justify", DOC_PARAGRAPH, DOC_JUSTIFY },
	{ "corner", DOC_CORNER, DOC_LEFT },       { "sides", DOC_SIDES, DOC_LEFT },
	{ "signature", DOC_SIGNATURE, DOC_LEFT }, { "table", DOC_TABLE, DOC_LEFT },
	{ "break", DOC_PAGE_BREAK, DOC_LEFT },
};

static const struct word *word_find(const char *name)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strcmp(words[i].name, name) == 0)
			return &words[i];
	return NULL;
}

/* "name=12": the number, when the option has that name and a sound value. */
static bool option_number(const char *option, const char *name, int min, int max, int *value)
{
	size_t n = strlen(name);
	char *end;

	if (strncmp(option, name, n) != 0 || option[n] != '=')
		return false;
	long number = strtol(option + n + 1, &end, 10);
	if (end == option + n + 1 || *end || number < min || number > max)
		return false;
	*value = (int)number;
	return true;
}

static enum rc option_unknown(const struct reader *r, const char *option)
{
	return reader_refuse(r, arena_printf(r->doc->arena, _("“%s” is not understood"), option));
}

/* "if=place" leaves out what it says nothing for, "not=place" the other. */
static enum rc option_condition(struct reader *r, const char *place, bool wanted)
{
	struct str value = { 0 };
	struct fault fault = { 0 };
	enum rc rc = place_value(&r->places, place, strlen(place), &value, &fault);

	if (rc == RC_OK)
		r->left_out |= (value.len > 0) != wanted;
	else
		rc = reader_refuse(r, str_text(&fault.words));
	str_done(&value);
	str_done(&fault.words);
	return rc;
}

static enum rc option_style(struct reader *r, const char *option)
{
	struct doc_style *style = &r->style;

	if (strcmp(option, "bold") == 0)
		style->bold = true;
	else if (strcmp(option, "keep") == 0)
		style->keep = true;
	else if (strncmp(option, "if=", 3) == 0)
		return option_condition(r, option + 3, true);
	else if (strncmp(option, "not=", 4) == 0)
		return option_condition(r, option + 4, false);
	else if (!option_number(option, "size", LETTER_MIN, LETTER_MAX, &style->size) &&
		 !option_number(option, "before", 0, SPACE_MAX, &style->before) &&
		 !option_number(option, "after", 0, SPACE_MAX, &style->after) &&
		 !option_number(option, "first", 0, MARGIN_MAX, &style->first) &&
		 !(r->kind == DOC_TABLE &&
		   (option_number(option, "blank", 0, BLANK_MAX, &r->blank) ||
		    option_number(option, "height", 0, HEIGHT_MAX, &r->height))))
		return option_unknown(r, option);
	return RC_OK;
}

static bool option_paper(struct doc *doc, const char *option)
{
	if (strcmp(option, "landscape") == 0)
		doc->landscape = true;
	else if (strcmp(option, "no-numbers") == 0)
		doc->numbers = false;
	else
		return option_number(option, "size", LETTER_MIN, LETTER_MAX, &doc->size) ||
		       option_number(option, "spacing", 80, 300, &doc->spacing) ||
		       option_number(option, "left", MARGIN_MIN, MARGIN_MAX, &doc->left) ||
		       option_number(option, "right", MARGIN_MIN, MARGIN_MAX, &doc->right) ||
		       option_number(option, "top", MARGIN_MIN, MARGIN_MAX, &doc->top) ||
		       option_number(option, "bottom", MARGIN_MIN, MARGIN_MAX, &doc->bottom);
	return true;
}

/* The paper is as its first text says; the size of one that follows is its own. */
static enum rc directive_paper(struct reader *r, char *options)
{
	char *title = strstr(options, "title="), *save;
	bool first = r->doc->n == 0;
	struct doc paper = *r->doc;

	if (title && first && !*r->doc->title) {
		enum rc rc =
			words_expand(r, title, r->line, title + 6, strlen(title + 6), &paper.title);
		if (rc != RC_OK)
			return rc;
	}
	if (title)
		*title = '\0';
	for (char *o = strtok_r(options, " ", &save); o; o = strtok_r(NULL, " ", &save))
		if (!option_paper(&paper, o))
			return option_unknown(r, o);
	r->size = paper.size;
	if (first)
		*r->doc = paper;
	return RC_OK;
}

/* ".table pairs": the table of that name; an option in its place: one of blank rows only. */
static enum rc table_find(struct reader *r, const char *name, bool *named)
{
	const struct scope *paper = r->places.paper;

	r->source = NULL;
	r->blank = r->height = 0;
	*named = name && !strchr(name, '=');
	for (size_t i = 0; *named && !r->source && i < paper->tables; i++) {
		if (name_matches(paper->table[i]->name, name, strlen(name)))
			r->source = paper->table[i];
	}
	if (*named && !r->source)
		return option_unknown(r, name);
	return RC_OK;
}

static enum rc directive_style(struct reader *r, const char *name, char *options)
{
	const struct word *word = word_find(name);
	char *save, *o = strtok_r(options, " ", &save);
	enum rc rc = RC_OK;

	if (!word)
		return option_unknown(r, name);
	r->kind = word->kind;
	r->style = (struct doc_style){ .align = word->align, .size = r->size };
	r->left_out = false;
	if (r->kind == DOC_PAGE_BREAK)
		doc_page_break(r->doc);
	if (r->kind == DOC_TABLE) {
		bool named;

		rc = table_find(r, o, &named);
		if (named)
			o = strtok_r(NULL, " ", &save);
	}
	for (; o && rc == RC_OK; o = strtok_r(NULL, " ", &save))
		rc = option_style(r, o);
	return rc;
}

static enum rc directive_read(struct reader *r, char *line)
{
	char *options = line + strcspn(line, " ");

	if (*options)
		*options++ = '\0';
	return strcmp(line, "paper") == 0 ? directive_paper(r, options)
					  : directive_style(r, line, options);
}

static enum rc column_option(struct reader *r, struct column *column, const char *option)
{
	const struct word *word = word_find(option);

	if (word && word->kind == DOC_PARAGRAPH)
		column->doc.align = word->align;
	else if (strcmp(option, "once") == 0)
		column->once = true;
	else if (strcmp(option, "bar") == 0)
		column->doc.bar = true;
	else if (!option_number(option, "width", 1, WIDTH_MAX, &column->doc.width) &&
		 !option_number(option, "weight", 1, WIDTH_MAX, &column->doc.weight))
		return option_unknown(r, option);
	return RC_OK;
}

/* heading | width | how | cell */
static enum rc column_read(struct reader *r, char *line)
{
	char *part[CELL_PARTS] = { line, NULL, NULL, NULL }, *save;

	for (size_t i = 1; i < CELL_PARTS; i++) {
		const char *bar = bar_find(part[i - 1]);
		if (!bar || r->columns == COLUMNS_MAX)
			return reader_refuse(r, _("a column needs heading | width | how | cell"));
		part[i] = part[i - 1] + (bar - part[i - 1]);
		*part[i] = '\0';
		part[i] += part[i][2] ? 3 : 2;
	}
	struct column *column = &r->column[r->columns++];
	*column = (struct column){ .doc.heading = part[0], .cell = part[3], .line = r->line };
	for (size_t i = 1; i < 3; i++) {
		for (char *o = strtok_r(part[i], " ", &save); o; o = strtok_r(NULL, " ", &save)) {
			enum rc rc = column_option(r, column, o);
			if (rc != RC_OK)
				return rc;
		}
	}
	return RC_OK;
}

static enum rc line_read(struct reader *r, char *line)
{
	enum rc rc = RC_OK;

	if (*line == '#') {
		if (r->paragraph.len > 0)
			str_add_char(&r->paragraph, '\n');
		return RC_OK;
	}
	if (*line == '.' || (!*line && r->kind != DOC_TABLE))
		rc = reader_flush(r);
	if (rc != RC_OK || !*line)
		return rc;
	if (*line == '.')
		return directive_read(r, line + 1);
	if (r->kind == DOC_TABLE)
		return column_read(r, line);
	if (r->paragraph.len > 0)
		str_add_char(&r->paragraph, '\n');
	else
		r->first = r->line;
	str_add(&r->paragraph, line);
	return RC_OK;
}

enum rc template_add(struct doc *doc, const char *name, const char *text, const struct scope *scope)
{
	struct reader r = { .doc = doc, .name = name, .places.paper = scope };
	enum rc rc = RC_OK;

	for (const char *at = text; *at && rc == RC_OK;) {
		size_t n = strcspn(at, "\n");
		r.line++;
		rc = line_read(&r, arena_strndup(doc->arena, at, n));
		at += at[n] ? n + 1 : n;
	}
	if (rc == RC_OK)
		rc = reader_flush(&r);
	str_done(&r.paragraph);
	return rc;
}
