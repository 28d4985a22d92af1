#include "year.h"

#include <stdlib.h>
#include <string.h>

#include "inner.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/methodology.h"
#include "nastavnik/store/read/school.h"
#include "nastavnik/store/write/school.h"
#include "nastavnik/store/write/step.h"

enum rc year_first(struct arena *a, int64_t number, struct year *year, struct books *books)
{
	struct year fresh;
	const char *version;

	year_init(&fresh, number);
	enum rc rc = methodology_load(a, fresh.methodology, number, books, &version);
	if (rc)
		return rc;
	fresh.methodology_version = version;
	*year = fresh;
	return RC_OK;
}

/* The item of the new books that stands for an item of the old ones. */
static struct book_item *item_heir(const struct books *books, const struct book_item *old)
{
	for (size_t i = 0; i < books->n; i++) {
		struct book_item *item = &books->row[i];

		if (item->book != old->book)
			continue;
		if (*old->code ? !strcmp(item->code, old->code) : !strcmp(item->name, old->name))
			return item;
	}
	return NULL;
}

static int64_t item_heir_id(const struct books *books, const struct books *old, int64_t id)
{
	const struct book_item *before = book_item_by_id(old, id);
	const struct book_item *heir = before ? item_heir(books, before) : NULL;

	return heir ? heir->id : 0;
}

/* An item that the school added itself, with references to items of its own year. */
static struct book_item item_carry(struct arena *a, const struct books *books,
				   const struct books *old, const struct book_item *item,
				   int64_t year)
{
	struct book_item carried = *item;

	carried.id = id_new();
	carried.year = year;
	carried.form = item_heir_id(books, old, item->form);
	carried.answers = (struct ids){ ARENA_NEW(a, int64_t, item->answers.n), 0 };
	for (size_t i = 0; i < item->answers.n; i++) {
		int64_t id = item_heir_id(books, old, item->answers.row[i]);

		if (id)
			carried.answers.row[carried.answers.n++] = id;
	}
	return carried;
}

static int item_order(const void *a, const void *b)
{
	const struct book_item *x = a, *y = b;

	if (x->book != y->book)
		return x->book < y->book ? -1 : 1;
	return x->position < y->position ? -1 : x->position > y->position;
}

/* Competences come before requests, which refer to them. */
static void items_carry(struct arena *a, struct books *books, const struct books *old, int64_t year)
{
	struct books all = { ARENA_NEW(a, struct book_item, books->n + old->n), books->n };

	memcpy(all.row, books->row, books->n * sizeof(*books->row));
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < old->n; i++) {
			const struct book_item *item = &old->row[i];
			struct book_item *heir = item_heir(&all, item);

			if ((item->book == BOOK_REQUEST) != (pass == 1))
				continue;
			if (!heir) {
				all.row[all.n++] = item_carry(a, &all, old, item, year);
				continue;
			}
			heir->name = item->name;
			heir->synonyms = item->synonyms;
			heir->hidden = item->hidden;
			heir->position = item->position;
		}
	}
	qsort(all.row, all.n, sizeof(*all.row), item_order);
	*books = all;
}

enum rc year_next(struct arena *a, const struct year *before, const struct books *old,
		  int64_t number, struct year *year, struct books *books)
{
	struct year fresh;
	enum rc rc = year_first(a, number, &fresh, books);

	if (rc)
		return rc;
	fresh.weight_topics = before->weight_topics;
	fresh.weight_choices = before->weight_choices;
	fresh.weight_interests = before->weight_interests;
	fresh.weight_age = before->weight_age;
	fresh.weight_hours = before->weight_hours;
	fresh.ballot_size = before->ballot_size;
	fresh.need_trained = before->need_trained;
	fresh.need_consent = before->need_consent;
	fresh.terms = before->terms;
	items_carry(a, books, old, number);
	*year = fresh;
	return RC_OK;
}

enum rc app_year_select(struct app *app, int64_t year)
{
	return year == app->year.year ? RC_OK : app_facts_load(app, year);
}

static bool year_is_there(const struct app *app, int64_t year)
{
	struct arena a = { 0 };
	struct years years = { 0 };
	bool found = false;

	year_list(app->store, &a, &years);
	for (size_t i = 0; i < years.n; i++)
		found |= years.row[i].year == year;
	arena_done(&a);
	return found;
}

enum rc app_year_open(struct app *app, int64_t number)
{
	struct arena a = { 0 };
	struct year year;
	struct books books;
	char name[12];

	if (year_is_there(app, number))
		return app_year_select(app, number);
	if (number < 2000 || number > 2199)
		return err_set(RC_INVALID, _("The school year must be between 2000 and 2199."));
	enum rc rc = year_next(&a, &app->year, &app->books, number, &year, &books);
	if (!rc)
		rc = app_begin(app, N_("School year opened"), year_name(number, name));
	if (!rc)
		rc = app_end(app, year_add(app->store, &year, &books));
	arena_done(&a);
	return rc ? rc : app_facts_load(app, number);
}
