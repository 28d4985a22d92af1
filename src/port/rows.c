/* Opening tables of any kind by what is in them. */
#include "nastavnik/port/rows.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/port/csv.h"
#include "sheet.h"

enum { HEAD_SIZE = 4096 };

/* What a file that is no table begins with, and what to tell the person. */
static const struct magic {
	const char *bytes;
	size_t n;
	const char *text; /* msgid with one %s, the path */
} magic_table[] = {
#define MAGIC(bytes, text)                         \
	{                                          \
		(bytes), sizeof(bytes) - 1, (text) \
	}
	MAGIC("%PDF", N_("“%s” is a PDF, not a table. Ask for the table as .xlsx or CSV.")),
	MAGIC("SQLite format 3",
	      N_("“%s” is a database, not a table. Choose an .xlsx, .ods or CSV file.")),
	MAGIC("{\\rtf",
	      N_("“%s” is a text document, not a table. Open it, copy the table in it and paste it "
		 "here (“Paste a table” in the menu “Bring in a table”).")),
#undef MAGIC
};

/* E-journals hand out web pages that are called .xls. */
static const char web_page[] =
	N_("“%s” is a web page (some programs call such files .xls). Open it in your spreadsheet "
	   "program, save it as .xlsx and choose that file.");

static bool is_web_page(const char *head)
{
	static const char *const tags[] = { "<html", "<!doctype", "<table", "<?xml", "<meta" };

	head += !strncmp(head, "\xEF\xBB\xBF", 3) ? 3 : 0;
	head += strspn(head, " \t\r\n");
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
		if (!strncasecmp(head, tags[i], strlen(tags[i])))
			return true;
	}
	return false;
}

static bool begins_with(const char *head, size_t n, const char *bytes)
{
	return n >= strlen(bytes) && !memcmp(head, bytes, strlen(bytes));
}

/* Looks at the first bytes; RC_INVALID when it is known to be something else than a table. */
static enum rc magic_check(const char *path, const char *head, size_t n)
{
	for (size_t i = 0; i < sizeof(magic_table) / sizeof(magic_table[0]); i++) {
		const struct magic *magic = &magic_table[i];

		if (n >= magic->n && !memcmp(head, magic->bytes, magic->n))
			return err_set(RC_INVALID, _(magic->text), path);
	}
	if (is_web_page(head))
		return err_set(RC_INVALID, _(web_page), path);
	return RC_OK;
}

enum rc rows_open(const char *path, const struct row_options *options, struct row_source **source)
{
	char head[HEAD_SIZE + 1];
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	ssize_t n = fd < 0 ? -1 : read(fd, head, HEAD_SIZE);

	if (fd >= 0)
		close(fd);
	/* What cannot be opened or read, csv_open() says in words. */
	if (n > 0) {
		enum rc rc;

		head[n] = '\0';
		/* An archive, also an empty one. */
		if (begins_with(head, (size_t)n, "PK\x03\x04") ||
		    begins_with(head, (size_t)n, "PK\x05\x06"))
			return sheet_open(path, options, source);
		if (begins_with(head, (size_t)n, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"))
			return ole_refuse(path);
		rc = magic_check(path, head, (size_t)n);
		if (rc)
			return rc;
	}
	return csv_open(path, options, source);
}

enum rc rows_next(struct row_source *source, struct row *row)
{
	return source->kind->next(source, row);
}

enum rc rows_rewind(struct row_source *source)
{
	return source->kind->rewind(source);
}

void rows_close(struct row_source *source)
{
	if (source)
		source->kind->close(source);
}
