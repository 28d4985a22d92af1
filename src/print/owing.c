/* Who owes which consent: a table a class, to be cut and handed out. */
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/print/sheets.h"
#include "papers.h"

static struct places owing_places(struct arena *a, const void *data, size_t row, bool *joined)
{
	const struct owing_row *r = (const struct owing_row *)data + row;
	struct place *place = ARENA_NEW(a, struct place, 3);

	place[0] = (struct place){ "number", arena_printf(a, "%zu", row + 1) };
	place[1] = (struct place){ "name", r->name };
	place[2] = (struct place){ "owes", r->owes };
	*joined = false;
	return (struct places){ place, 3 };
}

/* Rows first … first + n - 1 are of one class. */
static enum rc class_add(struct doc *doc, const struct paper_owing *owing, size_t first, size_t n)
{
	char date[DATE_SIZE];
	const char *name = owing->row[first].class_name;
	const struct paper_order order = { .school = owing->school,
					   .town = "",
					   .director = "",
					   .curator = "",
					   .curator_position = "",
					   .year = owing->year,
					   .methodology = owing->methodology,
					   .number = "",
					   .date = owing->date };
	struct places common = paper_places(doc->arena, &order, false);
	struct place *place = ARENA_NEW(doc->arena, struct place, common.n + 4);
	const struct template_table table = {
		.name = "owing", .rows = n, .row = owing_places, .data = &owing->row[first]
	};
	size_t k = common.n;

	memcpy(place, common.row, k * sizeof(*place));
	place[k++] = (struct place){ "class", name };
	place[k++] = (struct place){ "adults", *name ? "" : "+" };
	place[k++] = (struct place){ "cut", first ? "+" : "" };
	place[k++] =
		(struct place){ "today", arena_strdup(doc->arena, date_format(owing->date, date)) };
	return paper_template(doc, &order, "owing", (struct places){ place, k }, &table);
}

enum rc paper_owing(struct arena *a, const struct paper_owing *owing, struct doc **doc)
{
	struct doc *paper = doc_new(a, "");

	for (size_t i = 0, end; i < owing->n; i = end) {
		enum rc rc;

		for (end = i + 1; end < owing->n; end++)
			if (strcmp(owing->row[end].class_name, owing->row[i].class_name) != 0)
				break;
		rc = class_add(paper, owing, i, end - i);
		if (rc != RC_OK)
			return rc;
	}
	*doc = paper;
	return RC_OK;
}
