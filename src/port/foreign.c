/* Files that are no text: which of them are tables, and what to say of the others. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "nastavnik/base/i18n.h"
#include "sheet.h"

/* ---- zip archives ---- */

static const char is_document[] =
	N_("“%s” is a text document, not a table. Open it, copy the table in it and paste it here "
	   "(“Paste a table” in the menu “Bring in a table”).");
static const char is_old_book[] =
	N_("“%s” is a table in the old format of Excel (.xls). Open it in "
	   "Excel or LibreOffice, save it as .xlsx and choose that file.");
static const char is_locked[] =
	N_("“%s” is protected by a password. Take the password off in Excel (File, Info, Protect "
	   "Workbook), save and choose the file again.");

/* Parts by which one knows what an archive is, and what to tell the person. */
static const struct {
	const char *part;
	bool ending; /* the name only ends so */
	const char *text;
} archive_table[] = {
	{ "xl/workbook.bin", false,
	  N_("“%s” is a binary table of Excel (.xlsb). Open it in Excel or LibreOffice, save it as "
	     ".xlsx and choose that file.") },
	{ "word/document.xml", false, is_document },
	{ "ppt/presentation.xml", false,
	  N_("“%s” is a presentation, not a table. Choose an .xlsx, .ods or CSV file.") },
	{ "Index/Document.iwa", false,
	  N_("“%s” is a table of Apple Numbers. Export it there as Excel (.xlsx) and choose that "
	     "file.") },
	{ "Index.zip", true,
	  N_("“%s” is a table of Apple Numbers. Export it there as Excel (.xlsx) and choose that "
	     "file.") },
	{ ".xlsx", true,
	  N_("“%s” is an archive with tables in it. Unpack it and choose a table.") },
	{ ".csv", true, N_("“%s” is an archive with tables in it. Unpack it and choose a table.") },
};
static const char is_archive[] =
	N_("“%s” is an archive, and no table is in it. Choose an .xlsx, .ods or CSV file.");

/* What OpenDocument says of itself in its first part. */
static bool mimetype_is(const struct parts *parts, const char *kind)
{
	static const char head[] = "application/vnd.oasis.opendocument.";
	int64_t index = parts->library->find(parts->archive, "mimetype");
	char text[80] = "";

	if (index < 0 || parts->library->head(parts->archive, index, text, sizeof(text) - 1) <= 0)
		return false;
	return !strncmp(text, head, sizeof(head) - 1) &&
	       !strncmp(text + sizeof(head) - 1, kind, strlen(kind));
}

static enum rc archive_refuse(const struct parts *parts)
{
	if (mimetype_is(parts, "text"))
		return err_set(RC_INVALID, _(is_document), parts->path);
	for (size_t i = 0; i < sizeof(archive_table) / sizeof(archive_table[0]); i++) {
		const char *part = archive_table[i].part;
		int64_t index = archive_table[i].ending
					? parts->library->find_ending(parts->archive, part)
					: parts->library->find(parts->archive, part);

		if (index >= 0)
			return err_set(RC_INVALID, _(archive_table[i].text), parts->path);
	}
	/* A password of LibreOffice 24 packs the whole book into one part. */
	if (parts->library->find(parts->archive, "encrypted-package") >= 0)
		return parts_fault_tell(parts, PARTS_LOCKED, NULL);
	return err_set(RC_INVALID, _(is_archive), parts->path);
}

enum rc sheet_open(const char *path, const struct row_options *options, struct row_source **source)
{
	struct parts parts = { 0 };
	int64_t workbook;
	enum rc rc = parts_open(&parts, path);

	if (rc) {
		parts_close(&parts);
		return rc;
	}
	workbook = parts.library->find(parts.archive, "xl/workbook.xml");
	if (workbook >= 0)
		return xlsx_open(parts, workbook, options, source);
	if (mimetype_is(&parts, "spreadsheet"))
		return ods_open(parts, options, source);
	rc = archive_refuse(&parts);
	parts_close(&parts);
	return rc;
}

/* ---- OLE containers ---- */

/* Names of streams, as their directory has them: UTF-16. */
static const struct {
	const char *name;
	const char *text;
} stream_table[] = {
	{ "EncryptedPackage", is_locked },
	{ "Workbook", is_old_book },
	{ "Book", is_old_book },
	{ "WordDocument", is_document },
	{ "PowerPoint Document",
	  N_("“%s” is a presentation, not a table. Choose an .xlsx, .ods or CSV file.") },
};
static const char is_ole[] =
	N_("“%s” is a file of an old office program. Open it there, save the table as .xlsx and "
	   "choose that file.");

static bool has_stream(const char *bytes, size_t n, const char *name)
{
	char wide[64] = "";
	size_t length = strlen(name);

	for (size_t i = 0; i < length; i++)
		wide[2 * i] = name[i];
	/* Its end too: «Book» is no «Bookmarks». */
	return memmem(bytes, n, wide, 2 * length + 2) != NULL;
}

static const char *container_text(const char *bytes, size_t n)
{
	for (size_t i = 0; i < sizeof(stream_table) / sizeof(stream_table[0]); i++) {
		if (has_stream(bytes, n, stream_table[i].name))
			return stream_table[i].text;
	}
	return is_ole;
}

enum rc ole_refuse(const char *path)
{
	enum { HEAD = 16 << 20 }; /* the directory may stand anywhere; mostly at the front */
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	char *bytes = mem_alloc(HEAD);
	size_t n = 0;
	ssize_t got;
	enum rc rc;

	while (fd >= 0 && n < HEAD && (got = read(fd, bytes + n, HEAD - n)) > 0)
		n += (size_t)got;
	if (fd >= 0)
		close(fd);
	rc = err_set(RC_INVALID, _(container_text(bytes, n)), path);
	free(bytes);
	return rc;
}
