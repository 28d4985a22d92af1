/* Papers by class: the sheet to fill in, and who owes what. */
#include "nastavnik/print/sheets.h"

#include <string.h>

#include "nastavnik/base/date.h"
#include "papers.h"

static const char *date_text(struct arena *a, int date)
{
	char buf[DATE_SIZE];

	return arena_strdup(a, date_format(date, buf));
}

struct sheet_source {
	const struct paper_sheets *sheets;
	const struct sheet *sheet;
};

static struct places keep_places(struct arena *a, const struct place *place, size_t n)
{
	struct place *kept = ARENA_NEW(a, struct place, n);

	memcpy(kept, place, n * sizeof(*kept));
	return (struct places){ kept, n };
}

static struct places sheet_places(struct arena *a, const void *data, size_t row, bool *joined)
{
	const struct sheet_source *source = data;
	const struct sheet_row *r = &source->sheet->row[row];
	const char *tick = source->sheets->tick;
	const struct place place[] = {
		{ "number", arena_printf(a, "%zu", row + 1) },
		{ "name", r->name },
		{ "request", r->request ? tick : "" },
		{ "take_part", r->consent[0] ? tick : "" },
		{ "data", r->consent[1] ? tick : "" },
		{ "publish", r->consent[2] ? tick : "" },
	};

	*joined = false;
	return keep_places(a, place, sizeof(place) / sizeof(place[0]));
}

static enum rc sheet_add(struct doc *doc, const struct paper_sheets *sheets,
			 const struct sheet *sheet)
{
	struct arena *a = doc->arena;
	const struct paper_order order = { .school = sheets->school,
					   .town = "",
					   .director = "",
					   .curator = "",
					   .curator_position = "",
					   .year = sheets->year,
					   .methodology = sheets->methodology,
					   .number = "" };
	struct places common = paper_places(a, &order, false);
	struct place *place = ARENA_NEW(a, struct place, common.n + 4);
	struct sheet_source source = { sheets, sheet };
	const struct template_table table = {
		.name = "class", .rows = sheet->n, .row = sheet_places, .data = &source
	};
	size_t n = common.n;

	memcpy(place, common.row, n * sizeof(*place));
	place[n++] = (struct place){ "class", sheet->class_name };
	place[n++] = (struct place){ "staff", *sheet->class_name ? "" : "+" };
	place[n++] = (struct place){ "return_by", date_text(a, sheets->return_by) };
	place[n++] = (struct place){ "tick", sheets->tick };
	return paper_template(doc, &order, "class_sheet", (struct places){ place, n }, &table);
}

/* Nothing is filed in a binder here: margins are narrow, so that a class of thirty is one page. */
static void margins_narrow(struct doc *paper)
{
	paper->left = 200;
	paper->top = paper->bottom = 120;
}

enum rc paper_class_sheets(struct arena *a, const struct paper_sheets *sheets, struct doc **doc)
{
	struct doc *paper = doc_new(a, "");

	margins_narrow(paper);
	paper->numbers = false; /* each sheet goes to another teacher */
	for (size_t i = 0; i < sheets->n; i++) {
		enum rc rc;

		if (i)
			doc_page_break(paper);
		rc = sheet_add(paper, sheets, &sheets->sheet[i]);
		if (rc != RC_OK)
			return rc;
	}
	*doc = paper;
	return RC_OK;
}
