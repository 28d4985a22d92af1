/* Answers of all versions of a questionnaire as one table. */
#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/surveys.h"
#include "nastavnik/store/read/record.h"
#include "results_inner.h"

enum rc versions_of(const struct app *app, struct arena *a, int64_t year, const char *code,
		    struct ids *out)
{
	struct records all;
	struct ids ids;
	enum rc rc = record_list(app->store, a, &survey_type, year, &all);

	if (rc)
		return rc;
	ids = (struct ids){ ARENA_NEW(a, int64_t, all.n), 0 };
	for (size_t i = all.n; i-- > 0;) {
		const struct survey *survey = record_at(&survey_type, &all, i);

		if (strcmp(survey->code, code) == 0)
			ids.row[ids.n++] = survey->head.id;
	}
	*out = ids;
	return RC_OK;
}

size_t answer_table_column(const struct answer_table *t, const char *code)
{
	for (size_t i = 0; i < t->items; i++)
		if (strcmp(t->item[i]->code, code) == 0)
			return i;
	return SIZE_MAX;
}

/* In which column the answers to an item stand. */
struct item_column {
	int64_t item;
	size_t column;
};

struct item_columns {
	struct item_column *row; /* by item */
	size_t n, cap;
};

static int column_order(const void *a, const void *b)
{
	const struct item_column *x = a, *y = b;

	return (x->item > y->item) - (x->item < y->item);
}

/* The columns of the newest version come first. A code that was of another kind once is another
 * question: its old answers are left out. */
static void items_take(struct arena *a, struct answer_table *t, size_t *cap,
		       const struct survey_items *items, struct item_columns *columns)
{
	for (size_t i = 0; i < items->n; i++) {
		const struct survey_item *item = &items->row[i];
		size_t column = answer_table_column(t, item->code);

		if (column == SIZE_MAX) {
			t->item = arena_grow(a, t->item, t->items, cap, sizeof(*t->item));
			column = t->items++;
			t->item[column] = item;
		}
		if (t->item[column]->kind != item->kind)
			continue;
		columns->row = arena_grow(a, columns->row, columns->n, &columns->cap,
					  sizeof(*columns->row));
		columns->row[columns->n++] = (struct item_column){ item->head.id, column };
	}
}

static enum rc items_read(const struct app *app, struct arena *a, const struct ids *versions,
			  struct answer_table *t, struct item_columns *columns)
{
	struct survey_items items;
	struct survey survey;
	size_t cap = 0;
	enum rc rc = RC_OK;

	for (size_t v = 0; v < versions->n && !rc; v++) {
		rc = survey_get(app, a, versions->row[v], &survey, &items);
		if (!rc && !v)
			t->survey = survey;
		if (!rc)
			items_take(a, t, &cap, &items, columns);
	}
	if (columns->n)
		qsort(columns->row, columns->n, sizeof(*columns->row), column_order);
	return rc;
}

/* What a version brought. */
struct part {
	struct sheet_owners owners;
	struct sheet_answers answers;
};

static void table_room(struct arena *a, struct answer_table *t, const struct part *part, size_t n)
{
	size_t sheets = 0;

	for (size_t i = 0; i < n; i++)
		sheets += part[i].owners.n;
	t->sheet = ARENA_NEW(a, struct sheet_owner, sheets);
	t->status = arena_alloc(a, sheets * t->items);
	t->value = ARENA_NEW(a, int64_t, sheets * t->items);
}

/* Both come sheet by sheet in one order. */
static void part_add(struct answer_table *t, const struct part *part,
		     const struct item_columns *columns)
{
	size_t at = 0;

	for (size_t i = 0; i < part->owners.n; i++) {
		const struct sheet_owner *owner = &part->owners.row[i];
		size_t base = t->sheets * t->items;

		t->sheet[t->sheets++] = *owner;
		for (; at < part->answers.n && part->answers.row[at].sheet == owner->sheet; at++) {
			const struct answer *answer = &part->answers.row[at].answer;
			const struct item_column *found =
				bsearch(&(struct item_column){ .item = answer->item }, columns->row,
					columns->n, sizeof(*columns->row), column_order);

			if (!found)
				continue;
			t->status[base + found->column] = (unsigned char)answer->status;
			t->value[base + found->column] = answer->value;
		}
	}
}

enum rc answer_table_load(const struct app *app, struct arena *a, int64_t year, const char *code,
			  struct answer_table *out)
{
	struct answer_table t = { 0 };
	struct item_columns columns = { 0 };
	struct ids versions;
	struct part *part;
	enum rc rc = versions_of(app, a, year, code, &versions);

	if (!rc)
		rc = items_read(app, a, &versions, &t, &columns);
	if (rc)
		return rc;
	part = ARENA_NEW(a, struct part, versions.n);
	for (size_t v = 0; v < versions.n && !rc; v++) {
		rc = sheet_owners(app->store, a, versions.row[v], &part[v].owners);
		if (!rc)
			rc = sheet_answers(app->store, a, versions.row[v], false, &part[v].answers);
	}
	if (rc)
		return rc;
	table_room(a, &t, part, versions.n);
	for (size_t v = 0; v < versions.n; v++)
		part_add(&t, &part[v], &columns);
	*out = t;
	return RC_OK;
}
