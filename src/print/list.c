/* Any list of the screen on paper. */
#include "nastavnik/print/papers.h"

/* What one line of a portrait page holds in a list's size. */
enum { LIST_SIZE = 100, PORTRAIT_CHARACTERS = 84, NUMBER_WIDTH = 100 };

static void list_head(struct doc *doc, const struct paper_list *list)
{
	const struct doc_style school = { .align = DOC_CENTRE, .after = 5 };
	const struct doc_style title = {
		.align = DOC_CENTRE, .bold = true, .size = 120, .after = 5, .keep = true
	};
	const struct doc_style note = { .align = DOC_CENTRE, .after = 5, .keep = true };

	if (*list->school)
		doc_paragraph(doc, school, list->school);
	doc_paragraph(doc, title, list->title);
	if (*list->note)
		doc_paragraph(doc, note, list->note);
}

static int list_weight(const struct paper_list *list)
{
	int weight = 0;

	for (size_t c = 0; c < list->columns; c++)
		weight += list->column[c].weight;
	return weight;
}

static void list_rows(struct doc *doc, const struct paper_list *list)
{
	size_t numbers = list->plain ? 0 : 1, columns = list->columns + numbers;
	struct doc_column *column = ARENA_NEW(doc->arena, struct doc_column, columns);
	const char **cell = ARENA_NEW(doc->arena, const char *, columns);

	if (numbers)
		column[0] = (struct doc_column){ .heading = "№",
						 .width = NUMBER_WIDTH,
						 .align = DOC_RIGHT };
	for (size_t c = numbers; c < columns; c++)
		column[c] = list->column[c - numbers];
	struct doc_table *table = doc_table(doc, column, columns);
	for (size_t r = 0; r < list->rows; r++) {
		if (numbers)
			cell[0] = arena_printf(doc->arena, "%zu", r + 1);
		for (size_t c = numbers; c < columns; c++)
			cell[c] = list->cell[r * list->columns + c - numbers];
		doc_table_row(doc, table, cell);
	}
}

struct doc *paper_list(struct arena *a, const struct paper_list *list)
{
	struct doc *doc = doc_new(a, list->title);

	doc->size = LIST_SIZE;
	doc->landscape = list_weight(list) > PORTRAIT_CHARACTERS;
	list_head(doc, list);
	list_rows(doc, list);
	return doc;
}
