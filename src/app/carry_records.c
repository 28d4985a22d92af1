/* Records that live on in the new year: a type of register says which of its own. */
#include <string.h>

#include "carry_plan.h"
#include "inner.h"
#include "nastavnik/store/write/record.h"
#include "year.h"

/* Chosen items of the old books become those that stand for them; other choices stay. */
static void choices_carry(const struct record_type *type, void *record, const struct books *books,
			  const struct books *old)
{
	for (size_t i = 0; i < type->fields->n; i++) {
		const struct field *field = &type->fields->row[i];
		int64_t item;

		if (field->kind != FIELD_CHOICE)
			continue;
		item = field_int(field, record);
		if (book_item_by_id(old, item))
			field_set_int(field, record, item_heir_id(books, old, item));
	}
}

/* What the methodology brought into the new year already is not doubled. */
static bool is_there(const struct record_type *type, const struct records *there,
		     const void *record)
{
	struct arena a = { 0 };
	const char *label = record_label(&a, type, record);
	bool found = false;

	for (size_t i = 0; i < there->n && !found; i++)
		found = !strcmp(record_label(&a, type, record_at(type, there, i)), label);
	arena_done(&a);
	return found;
}

static enum rc type_carry(struct app *app, struct arena *a, const struct record_type *type,
			  int64_t year, const struct books *books)
{
	struct records all, there;
	enum rc rc = record_list_year(app->store, a, type, app->year.year, &all);

	if (!rc)
		rc = record_list_year(app->store, a, type, year, &there);
	for (size_t i = 0; !rc && i < all.n; i++) {
		void *record = record_at(type, &all, i);

		if (!type->lives_on(record, year) || is_there(type, &there, record))
			continue;
		*(struct record *)record = (struct record){ .owner = year };
		choices_carry(type, record, books, &app->books);
		rc = record_put(app->store, type, record);
	}
	return rc;
}

enum rc records_carry(struct app *app, const struct plan *plan, const struct books *books)
{
	const struct record_type *type;
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && (type = record_type_at(i)); i++) {
		struct arena a = { 0 };

		if (type->lives_on)
			rc = type_carry(app, &a, type, plan->choice->year, books);
		arena_done(&a);
	}
	return rc;
}
