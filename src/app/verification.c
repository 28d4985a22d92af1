/* Which sheets are typed twice, and what the second entry shows. */
#include <stdlib.h>
#include <string.h>

#include "inner.h"
#include "nastavnik/app/keying.h"

static int by_entry(const void *a, const void *b)
{
	const struct sheet *x = a, *y = b;

	if (x->entered_at != y->entered_at)
		return x->entered_at < y->entered_at ? -1 : 1;
	return (x->id > y->id) - (x->id < y->id);
}

enum rc second_due(const struct app *app, struct arena *a, const struct survey *survey, int64_t n,
		   struct ids *out)
{
	int64_t every = n ? n : survey->second;
	struct ids versions = { 0 }, due = { 0 };
	enum rc rc = survey_versions(app, a, survey->code, &versions);
	size_t cap = 0;

	if (every == FIELD_NOTHING || every < 1)
		versions.n = 0;
	for (size_t v = 0; v < versions.n && !rc; v++) {
		struct sheets sheets;

		rc = sheet_list(app->store, a, versions.row[v], &sheets);
		if (!rc && sheets.n)
			qsort(sheets.row, sheets.n, sizeof(*sheets.row), by_entry);
		for (size_t i = 0; i < sheets.n && !rc; i += (size_t)every) {
			if (sheets.row[i].checked_at || sheets.row[i].rival)
				continue;
			due.row = arena_grow(a, due.row, due.n, &cap, sizeof(*due.row));
			due.row[due.n++] = sheets.row[i].id;
		}
	}
	if (!rc)
		*out = due;
	return rc;
}

/* A line of the report by name; made when there is none. */
static struct agreement *line_of(struct arena *a, struct agreement **row, size_t *n, size_t *cap,
				 const char *name)
{
	for (size_t i = 0; i < *n; i++)
		if (strcmp((*row)[i].name, name) == 0)
			return &(*row)[i];
	*row = arena_grow(a, *row, *n, cap, sizeof(**row));
	(*row)[*n] = (struct agreement){ .name = name };
	return &(*row)[(*n)++];
}

static void add(struct agreement *line, int64_t fields, const struct mismatch *m)
{
	line->fields += fields;
	line->differ += m != NULL;
	line->wrong += m && m->taken != 1;
}

static const struct mismatch *mismatch_of(const struct mismatches *all, int64_t sheet, int64_t item)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->row[i].sheet == sheet && all->row[i].item == item)
			return &all->row[i];
	return NULL;
}

struct report {
	struct arena *a;
	struct verification *v;
	size_t item_cap, by_cap;
};

/* The fields of a sheet that were typed twice: what was asked of what takes part. */
static void sheet_report(struct report *r, const struct sheet *sheet,
			 const struct survey_items *items, const struct answers *answers,
			 const struct mismatches *differ)
{
	struct verification *v = r->v;

	for (size_t i = 0; i < items->n; i++) {
		const struct survey_item *item = &items->row[i];
		const struct answer *answer = answer_of(answers, item->head.id);
		const struct mismatch *m = mismatch_of(differ, sheet->id, item->head.id);

		if (!item->second || !answer || answer->status == ANSWER_SKIPPED)
			continue;
		add(&v->whole, 1, m);
		add(line_of(r->a, &v->item, &v->items, &r->item_cap, item->name), 1, m);
		add(line_of(r->a, &v->by, &v->bys, &r->by_cap, sheet->entered_by), 1, m);
	}
	v->checked++;
}

static enum rc version_report(const struct app *app, struct report *r, int64_t version)
{
	struct survey survey;
	struct survey_items items;
	struct sheets sheets = { 0 };
	struct mismatches differ;
	enum rc rc = survey_get(app, r->a, version, &survey, &items);

	if (!rc)
		rc = sheet_list(app->store, r->a, version, &sheets);
	if (!rc)
		rc = mismatch_list(app->store, r->a, version, &differ);
	for (size_t i = 0; i < sheets.n && !rc; i++) {
		struct answers answers;
		struct sheet sheet;

		r->v->sheets += !sheets.row[i].rival;
		if (!sheets.row[i].checked_at)
			continue;
		rc = sheet_get(app->store, r->a, sheets.row[i].id, &sheet, &answers);
		if (!rc)
			sheet_report(r, &sheet, &items, &answers, &differ);
	}
	return rc;
}

enum rc verification_load(const struct app *app, struct arena *a, const struct survey *survey,
			  struct verification *out)
{
	struct verification v = { 0 };
	struct report report = { a, &v, 0, 0 };
	struct ids versions = { 0 };
	enum rc rc = survey_versions(app, a, survey->code, &versions);

	for (size_t i = 0; i < versions.n && !rc; i++)
		rc = version_report(app, &report, versions.row[i]);
	if (!rc)
		*out = v;
	return rc;
}
