/* A CSV file as a row source: bytes, decoded in chunks, cut into cells in place. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "csv_scan.h"
#include "csv_text.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/port/csv.h"

enum {
	CHUNK = 64 * 1024,
	ASCII_MAX = 64 << 20, /* so far a letter is looked for to find the encoding */
};

struct csv_source {
	struct row_source base;
	char *path;
	char *name; /* for the person: the path, or what a paste is called */
	bool pasted;
	int fd;
	struct decoder *decoder;
	struct str text; /* decoded, from the newest row on */
	size_t at;       /* where the next row begins */
	bool last;       /* all of the file is in text */
	int64_t line;    /* of the next row */
	struct csv_scan scan;
	const char **cell;
	size_t cap;
	unsigned char chunk[CHUNK];
};

static struct csv_source *csv_of(struct row_source *source)
{
	return (struct csv_source *)(void *)source;
}

/* ---- opening ---- */

static enum rc open_fault(const char *path, int fault)
{
	switch (fault) {
	case ENOENT:
	case ENOTDIR:
		return err_set(RC_NOT_FOUND, _("There is no file “%s”: check the name."), path);
	case EACCES:
	case EPERM:
		return err_set(RC_IO, _("No permission to read “%s”."), path);
	case EISDIR:
		return err_set(RC_INVALID, _("“%s” is a folder: choose a file in it."), path);
	default:
		return err_set(RC_IO, _("“%s” cannot be read: %s."), path, errno_text(fault));
	}
}

static enum rc file_open(struct csv_source *s)
{
	struct stat st;

	s->fd = open(s->path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (s->fd < 0 || fstat(s->fd, &st))
		return open_fault(s->name, errno);
	if (S_ISDIR(st.st_mode))
		return open_fault(s->name, EISDIR);
	/* A table is read more than once: for its encoding, its headings, its rows. */
	if (!S_ISREG(st.st_mode))
		return err_set(RC_INVALID,
			       _("“%s” is not a regular file: save the table to a file first."),
			       s->name);
	if (!st.st_size)
		return err_set(RC_INVALID, _("“%s” is empty."), s->name);
	s->base.facts.size = st.st_size;
	return RC_OK;
}

/* The next bytes of the file into chunk; *n is 0 at its end. */
static enum rc chunk_read(struct csv_source *s, size_t *n)
{
	size_t got = 0;

	while (got < CHUNK) {
		ssize_t rc = read(s->fd, s->chunk + got, CHUNK - got);

		if (rc < 0 && errno == EINTR)
			continue;
		if (rc < 0)
			return open_fault(s->name, errno);
		if (!rc)
			break;
		got += (size_t)rc;
	}
	*n = got;
	return RC_OK;
}

static bool has_letters(const unsigned char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (bytes[i] >= 0x80)
			return true;
	}
	return false;
}

/* Programs write tabs and line ends, DOS a Ctrl+Z at the end; other control characters are rare in
 * a table and common in what is none. */
static bool is_junk(const char *text, size_t n)
{
	const unsigned char *bytes = (const unsigned char *)text;
	size_t control = 0;

	for (size_t i = 0; i < n; i++)
		control += bytes[i] < 0x20 && bytes[i] != '\t' && bytes[i] != '\n' &&
			   bytes[i] != '\r' && bytes[i] != 0x1A;
	return control > 2 + n / 64;
}

/* Finds the encoding by the first chunk that has letters at all. */
static enum rc encoding_find(struct csv_source *s)
{
	enum encoding found = ENCODING_UTF8, first = ENCODING_UTF8;
	size_t n = 0, total = 0;

	do {
		enum rc rc = chunk_read(s, &n);

		if (rc)
			return rc;
		if (!n)
			break;
		found = encoding_detect(s->chunk, n);
		if (!total)
			first = found;
		total += n;
	} while (first == ENCODING_UTF8 && !has_letters(s->chunk, n) && total < ASCII_MAX);
	if (s->base.facts.encoding == ENCODING_AUTO)
		s->base.facts.encoding = first == ENCODING_UTF8 ? found : first;
	return RC_OK;
}

/* ---- reading ---- */

/* Decode one more chunk behind the text that is not used yet. */
static enum rc text_more(struct csv_source *s)
{
	size_t n = 0;
	enum rc rc = chunk_read(s, &n);

	if (rc)
		return rc;
	if (s->at) {
		memmove(s->text.text, s->text.text + s->at, s->text.len - s->at + 1);
		s->text.len -= s->at;
		s->at = 0;
	}
	s->last = n < CHUNK;
	s->base.facts.done += (int64_t)n;
	s->base.facts.broken += decoder_add(s->decoder, s->chunk, n, s->last, &s->text);
	return RC_OK;
}

/* Excel's first line "sep=;" names the delimiter and is no row. */
static void sep_line(struct csv_source *s)
{
	const char *text = str_text(&s->text);
	size_t size;

	if (s->text.len < 5 || strncasecmp(text, "sep=", 4))
		return;
	size = 5 + strspn(text + 5, "\r\n");
	if ((text[5] && size == 5) || !strchr(";,|\t", text[4]))
		return;
	s->base.facts.delimiter = text[4];
	s->at = text[5] == '\r' && text[6] == '\n' ? 7 : text[5] ? 6 : 5;
	s->line = 2;
}

static enum rc csv_rewind(struct row_source *source)
{
	struct csv_source *s = csv_of(source);
	struct decoder *decoder;
	enum rc rc = decoder_new(source->facts.encoding, &decoder);

	if (rc)
		return rc;
	decoder_free(s->decoder);
	s->decoder = decoder;
	str_clear(&s->text);
	s->at = 0;
	s->line = 1;
	source->facts.done = 0;
	source->facts.broken = 0;
	if (lseek(s->fd, 0, SEEK_SET))
		return open_fault(s->name, errno);
	rc = text_more(s);
	if (!rc)
		sep_line(s);
	return rc;
}

static enum rc limit_fault(const struct csv_source *s, enum csv_state state)
{
	if (state == CSV_TOO_MANY_CELLS)
		return err_set(
			RC_INVALID,
			_("Line %lld has more than %d columns: “%s” is no table of people, or "
			  "its delimiter is another one."),
			(long long)s->line, (int)ROWS_COLUMN_MAX, s->name);
	return err_set(
		RC_INVALID,
		state == CSV_CELL_TOO_LARGE
			? _("Line %lld has a cell of more than 1 MB: “%s” is no table of people, "
			    "or it is damaged.")
			: _("Line %lld is longer than 4 MB: “%s” is no table of people, or it is "
			    "damaged."),
		(long long)s->line, s->name);
}

/* Scan the next row, reading on as far as it needs. */
static enum rc row_find(struct csv_source *s, bool *end)
{
	for (;;) {
		enum csv_state state = csv_scan(&s->scan, str_text(&s->text) + s->at,
						s->text.len - s->at, s->last);
		enum rc rc;

		*end = state == CSV_END;
		if (state == CSV_ROW || state == CSV_END)
			return RC_OK;
		if (state != CSV_MORE)
			return limit_fault(s, state);
		rc = text_more(s);
		if (rc)
			return rc;
	}
}

/* By the bytes alone, so that blank rows cost nothing. *quotes: it depends on what is in them. */
static bool row_looks_blank(const char *text, const struct csv_scan *scan, bool *quotes)
{
	*quotes = false;
	for (size_t i = 0; i < scan->size; i++) {
		unsigned char c = (unsigned char)text[i];

		if (c == '"')
			*quotes = true;
		else if (c > ' ' && c != (unsigned char)scan->delimiter)
			return false;
	}
	return true;
}

/* ---- what was wrong with a row ---- */

static void issue_at(struct csv_source *s, size_t column, const char *cell, const char *sentence)
{
	char name[CSV_HEAD_SIZE];

	issue_add(s->base.issues, ISSUE_WARNING, s->line, 0, csv_text_head(cell, name), sentence,
		  column);
}

/* Spreadsheets copy all cells of a row, and end it: a last one that is short and open is a part. */
static bool row_is_cut(const struct csv_source *s)
{
	size_t end = s->at + s->scan.size;

	return s->pasted && s->last && end == s->text.len && s->scan.n < s->base.facts.columns &&
	       s->text.text[end - 1] != '\n';
}

static void row_report(struct csv_source *s, const struct csv_text_faults *faults, bool cut)
{
	if (faults->broken)
		issue_at(s, faults->broken, s->cell[faults->broken - 1],
			 _("Column %zu: a character cannot be read in this encoding (shown as �). "
			   "Choose another encoding or correct the table."));
	if (faults->nul)
		issue_at(s, faults->nul, s->cell[faults->nul - 1],
			 _("Column %zu: a zero byte is left out; the table may be damaged."));
	if (s->scan.stray)
		issue_at(s, s->scan.stray, s->cell[s->scan.stray - 1],
			 _("Column %zu: a quote is never closed; it was read as a letter. Check "
			   "this "
			   "row in the table."));
	if (cut)
		issue_at(s, s->scan.n, s->cell[s->scan.n - 1],
			 _("Column %zu: what was pasted ends in the middle of this row. Look "
			   "whether all of the table was copied."));
	for (size_t i = s->base.facts.columns; i < s->scan.n; i++) {
		if (!csv_text_blank(s->cell[i])) {
			issue_at(s, i + 1, s->cell[i],
				 _("Column %zu: there is more in this row than there are columns. "
				   "Check "
				   "quotes and delimiters in it."));
			break;
		}
	}
}

/* ---- rows ---- */

/* Make room for n cells and the padding behind them. */
static void cell_room(struct csv_source *s, size_t n)
{
	if (n <= s->cap)
		return;
	s->cap = n + 32;
	s->cell = mem_realloc(s->cell, s->cap * sizeof(*s->cell));
}

static void row_take(struct csv_source *s, struct row *row)
{
	size_t columns = s->base.facts.columns, n = s->scan.n;
	struct csv_text_faults faults = { 0 };
	bool cut = row_is_cut(s); /* before the cells are ended in place */

	cell_room(s, n > columns ? n : columns);
	csv_text_cells(s->text.text + s->at, &s->scan, s->cell, &faults);
	for (size_t i = n; i < columns; i++)
		s->cell[i] = "";
	if (s->base.issues)
		row_report(s, &faults, cut);
	row->cell = s->cell;
	row->n = n > columns ? n : columns;
	row->line = s->line;
}

static bool cells_are_blank(const struct row *row)
{
	for (size_t i = 0; i < row->n; i++) {
		if (!csv_text_blank(row->cell[i]))
			return false;
	}
	return true;
}

static enum rc csv_next(struct row_source *source, struct row *row)
{
	struct csv_source *s = csv_of(source);
	bool end, blank, quotes;

	do {
		enum rc rc = row_find(s, &end);

		if (rc)
			return rc;
		if (end) {
			*row = (struct row){ .line = s->line };
			return RC_OK;
		}
		blank = row_looks_blank(s->text.text + s->at, &s->scan, &quotes);
		if (!blank || quotes)
			row_take(s, row);
		if (blank && quotes)
			blank = cells_are_blank(row);
		s->at += s->scan.size;
		s->line += (int64_t)s->scan.lines;
	} while (blank);
	return RC_OK;
}

static void csv_close(struct row_source *source)
{
	struct csv_source *s = csv_of(source);

	if (s->fd >= 0)
		close(s->fd);
	decoder_free(s->decoder);
	str_done(&s->text);
	csv_scan_done(&s->scan);
	free(s->cell);
	free(s->path);
	free(s->name);
	free(s);
}

static const struct row_source_kind csv_kind = {
	.next = csv_next,
	.rewind = csv_rewind,
	.close = csv_close,
};

static enum rc csv_begin(struct csv_source *s, char delimiter)
{
	struct row_facts *facts = &s->base.facts;
	const char *text;
	enum rc rc = file_open(s);

	if (!rc)
		rc = encoding_find(s);
	if (!rc)
		rc = csv_rewind(&s->base);
	if (rc)
		return rc;
	text = str_text(&s->text) + s->at;
	if (!s->text.len)
		return err_set(RC_INVALID, _("“%s” is empty."), s->name);
	if (is_junk(str_text(&s->text), s->text.len))
		return err_set(RC_INVALID, _("“%s” is no text: choose a table saved as CSV."),
			       s->name);
	if (delimiter)
		facts->delimiter = delimiter;
	else if (!facts->delimiter)
		facts->delimiter = csv_delimiter_guess(text, s->text.len - s->at, s->last);
	s->scan.delimiter = facts->delimiter;
	facts->columns = csv_width_guess(text, s->text.len - s->at, s->last, facts->delimiter);
	return RC_OK;
}

enum rc csv_open(const char *path, const struct row_options *options, struct row_source **source)
{
	struct csv_source *s = mem_alloc(sizeof(*s));
	enum rc rc;

	s->base.kind = &csv_kind;
	s->base.facts.encoding = options->encoding;
	s->path = mem_strdup(path);
	s->name = mem_strdup(options->pasted_as ? options->pasted_as : path);
	s->pasted = options->pasted_as != NULL;
	s->fd = -1;
	rc = csv_begin(s, options->delimiter);
	if (rc)
		csv_close(&s->base);
	else
		*source = &s->base;
	return rc;
}
