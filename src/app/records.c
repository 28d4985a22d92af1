#include "nastavnik/app/records.h"

#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/record.h"
#include "nastavnik/store/write/step.h"
#include "record_rules.h"

static enum rc date_check(const struct app *app, const struct field *field, const void *record)
{
	int64_t on = field_int(field, record);
	char date[DATE_SIZE], name[12];

	if (!(field->flags & FIELD_IN_YEAR) || !on || year_has(app->year.year, (int)on))
		return RC_OK;
	return err_set(RC_INVALID,
		       _("%s: %s does not lie in the school year %s. Mend the date, or choose the "
			 "other year first."),
		       text_of(field->label), date_format((int)on, date),
		       year_name(app->year.year, name));
}

enum rc records_check(const struct app *app, const struct record_type *type, const void *record)
{
	enum rc rc = fields_check(*type->fields, record);

	for (size_t i = 0; i < type->fields->n && !rc; i++)
		if (type->fields->row[i].kind == FIELD_DATE)
			rc = date_check(app, &type->fields->row[i], record);
	return !rc && type->check ? type->check(record) : rc;
}

/* «документ: О назначении куратора» */
static const char *record_detail(struct arena *a, const struct record_type *type,
				 const void *record)
{
	const char *label = record_label(a, type, record);

	return arena_printf(a, "%s%s%s", text_of(type->one), *label ? ": " : "", label);
}

/* What is to be written: the record with what follows from it, checked. In the arena. */
static enum rc record_settle(struct app *app, struct arena *a, const struct record_type *type,
			     const void *record, void *fresh)
{
	const struct record_rule *rule = record_rule_of(type);
	enum rc rc;

	memcpy(fresh, record, type->size);
	rc = rule && rule->settle ? rule->settle(app, a, fresh) : RC_OK;
	return rc ? rc : records_check(app, type, fresh);
}

/* Within a step: write one, and what follows from it. */
static enum rc row_put(struct app *app, struct arena *a, const struct record_type *type,
		       void *record)
{
	const struct record_rule *rule = record_rule_of(type);
	bool follows = rule && rule->follow;
	const struct record *head = record;
	void *before = NULL;
	enum rc rc = RC_OK;

	if (follows && head->id) {
		before = arena_alloc(a, type->size);
		rc = record_get(app->store, a, type, head->id, before);
	}
	if (!rc)
		rc = rule && rule->put ? rule->put(app, a, record)
				       : record_put(app->store, type, record);
	return !rc && follows ? rule->follow(app, a, before, record) : rc;
}

enum rc records_save(struct app *app, const struct record_type *type, void *record)
{
	struct arena a = { 0 };
	struct record *head = record, *fresh = arena_alloc(&a, type->size);
	enum rc rc = record_settle(app, &a, type, record, fresh);

	if (!rc)
		rc = app_begin(app, head->id ? N_("Record changed") : N_("Record added"),
			       record_detail(&a, type, fresh));
	if (!rc)
		rc = app_end(app, row_put(app, &a, type, fresh));
	if (!rc)
		*head = *fresh;
	arena_done(&a);
	return rc;
}

/* How many, or which one. */
static const char *several(struct arena *a, const struct record_type *type, size_t n,
			   const void *first)
{
	return n == 1 ? record_detail(a, type, first)
		      : arena_printf(a, "%s: %zu", text_of(type->title), n);
}

static enum rc rows_put(struct app *app, struct arena *a, const struct record_type *type,
			const struct records *records)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < records->n && !rc; i++)
		rc = row_put(app, a, type, record_at(type, records, i));
	return rc;
}

enum rc records_save_all(struct app *app, const struct record_type *type, struct records *records,
			 const char *name)
{
	struct arena a = { 0 };
	struct records fresh = { arena_alloc(&a, records->n * type->size + 1), records->n };
	enum rc rc = RC_OK;

	for (size_t i = 0; i < records->n && !rc; i++)
		rc = record_settle(app, &a, type, record_at(type, records, i),
				   record_at(type, &fresh, i));
	if (!rc && records->n)
		rc = app_begin(app, name, several(&a, type, fresh.n, fresh.row));
	if (!rc && records->n)
		rc = app_end(app, rows_put(app, &a, type, &fresh));
	for (size_t i = 0; i < records->n && !rc; i++)
		*(struct record *)record_at(type, records, i) =
			*(struct record *)record_at(type, &fresh, i);
	arena_done(&a);
	return rc;
}

static enum rc row_delete(struct app *app, struct arena *a, const struct record_type *type,
			  int64_t id)
{
	const struct record_rule *rule = record_rule_of(type);
	void *before = arena_alloc(a, type->size);
	enum rc rc = record_get(app->store, a, type, id, before);

	if (!rc)
		rc = rule && rule->remove ? rule->remove(app, a, before)
					  : record_delete(app->store, type, id);
	return !rc && rule && rule->follow ? rule->follow(app, a, before, NULL) : rc;
}

static enum rc rows_delete(struct app *app, struct arena *a, const struct record_type *type,
			   struct ids ids)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < ids.n && !rc; i++)
		rc = row_delete(app, a, type, ids.row[i]);
	return rc;
}

enum rc records_delete(struct app *app, const struct record_type *type, struct ids ids)
{
	struct arena a = { 0 };
	void *first = arena_alloc(&a, type->size);
	enum rc rc = ids.n ? record_get(app->store, &a, type, ids.row[0], first) : RC_OK;

	if (!rc && ids.n)
		rc = app_begin(app, N_("Records deleted"), several(&a, type, ids.n, first));
	if (!rc && ids.n)
		rc = app_end(app, rows_delete(app, &a, type, ids));
	arena_done(&a);
	return rc;
}
