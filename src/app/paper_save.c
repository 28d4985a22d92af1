/* A paper or a list into a file, in the format of its ending. */
#include <string.h>
#include <strings.h>

#include "inner.h"
#include "nastavnik/app/export.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/port/save.h"
#include "nastavnik/port/zip.h"
#include "nastavnik/print/odt.h"
#include "nastavnik/print/papers.h"
#include "nastavnik/print/pdf.h"
#include "nastavnik/print/text.h"

static enum rc pdf_save(const struct doc *doc, const char *path, enum encoding encoding,
			struct issues *issues)
{
	(void)encoding, (void)issues;
	return pdf_write(doc, path, NULL);
}

/* Box characters are in UTF-8, UTF-16, KOI8-R and cp866, but not in cp1251. */
static enum rc pages_save(const struct doc *doc, const char *path, enum encoding encoding,
			  struct issues *issues)
{
	struct text_setup setup = { .ascii = encoding == ENCODING_CP1251 };
	struct text_pages pages = { 0 };
	struct arena a = { 0 };
	struct str out = { 0 };

	text_layout(&a, doc, &setup, &pages);
	text_write(&pages, &out);
	enum rc rc = text_save(path, encoding, str_text(&out), issues);
	str_done(&out);
	arena_done(&a);
	return rc;
}

static enum rc odt_save(const struct doc *doc, const char *path, enum encoding encoding,
			struct issues *issues)
{
	struct odt_part part[ODT_PARTS];
	struct zip_part packed[ODT_PARTS];
	struct arena a = { 0 };

	(void)encoding, (void)issues;
	odt_make(&a, doc, part);
	for (size_t i = 0; i < ODT_PARTS; i++)
		packed[i] = (struct zip_part){ part[i].name, part[i].text, .stored = i == 0 };
	enum rc rc = zip_save(path, packed, ODT_PARTS);
	arena_done(&a);
	return rc;
}

static const struct {
	const char *ending;
	enum rc (*save)(const struct doc *doc, const char *path, enum encoding encoding,
			struct issues *issues);
} formats[] = {
	{ ".pdf", pdf_save },         { ".odt", odt_save },        { ".txt", pages_save },
	{ ".xlsx", doc_tables_save }, { ".csv", doc_tables_save },
};

static bool ends_with(const char *path, const char *ending)
{
	size_t n = strlen(path), k = strlen(ending);

	return n > k && !strcasecmp(path + n - k, ending);
}

static enum rc paper_write(const struct doc *doc, const char *path, enum encoding encoding,
			   struct issues *issues)
{
	for (size_t i = 0; i < sizeof(formats) / sizeof(formats[0]); i++) {
		if (ends_with(path, formats[i].ending))
			return formats[i].save(doc, path, encoding, issues);
	}
	return err_set(RC_INVALID,
		       _("%s: end the name in .pdf, .odt or .txt, or in .xlsx or .csv for the "
			 "tables alone, so that it is clear what to write."),
		       path);
}

enum rc app_doc_save(const struct doc *doc, const char *path, const char *encoding,
		     struct issues *issues)
{
	enum encoding chosen = ENCODING_UTF8;
	enum rc rc = encoding ? encoding_parse(encoding, &chosen) : RC_OK;

	if (!rc)
		rc = paper_write(doc, path, chosen == ENCODING_AUTO ? ENCODING_UTF8 : chosen,
				 issues);
	/* Not found is what there is to print; a missing part of the program is another thing. */
	return rc == RC_NOT_FOUND ? RC_IO : rc;
}

/* Endings of tables, also of those that are refused with a sentence of their own. */
static bool is_table(const char *path)
{
	static const char *const ending[] = { ".xlsx", ".csv", ".xls", ".xlsm", ".ods" };

	for (size_t i = 0; i < sizeof(ending) / sizeof(ending[0]); i++) {
		if (ends_with(path, ending[i]))
			return true;
	}
	return false;
}

enum rc paper_table_save(const struct app *app, const struct paper_table *table, const char *path,
			 const char *encoding, struct issues *issues)
{
	struct arena a = { 0 };
	struct doc_column *column;
	enum rc rc;

	if (is_table(path))
		return export_table(app, table, path,
				    &(struct export_options){ .encoding = encoding }, issues);
	column = ARENA_NEW(&a, struct doc_column, table->columns);
	for (size_t i = 0; i < table->columns; i++) {
		bool number = table->number && table->number[i];

		column[i] = (struct doc_column){ .heading = table->heading[i],
						 .weight = table->width[i],
						 .align = number ? DOC_RIGHT : DOC_LEFT };
	}
	rc = app_doc_save(paper_list(&a, &(struct paper_list){ .school = app->school.name,
							       .title = table->title,
							       .note = table->note,
							       .column = column,
							       .columns = table->columns,
							       .cell = table->cell,
							       .rows = table->rows,
							       .plain = table->plain }),
			  path, encoding, issues);
	arena_done(&a);
	return rc;
}
