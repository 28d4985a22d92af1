#include "nastavnik/base/field.h"

#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"

bool field_is_text(const struct field *f)
{
	return f->kind == FIELD_TEXT || f->kind == FIELD_LONGTEXT;
}

bool field_is_int(const struct field *f)
{
	return !field_is_text(f) && f->kind != FIELD_CHOICES;
}

/* memcpy, not a cast: a table may name any offset, and the compiler makes one load of it. */
static void value_get(const struct field *f, const void *record, void *value, size_t size)
{
	memcpy(value, (const char *)record + f->offset, size);
}

static void value_set(const struct field *f, void *record, const void *value, size_t size)
{
	memcpy((char *)record + f->offset, value, size);
}

const char *field_text(const struct field *f, const void *record)
{
	const char *text;

	value_get(f, record, &text, sizeof(text));
	return text ? text : "";
}

int64_t field_int(const struct field *f, const void *record)
{
	int64_t value;

	value_get(f, record, &value, sizeof(value));
	return value;
}

struct ids field_ids(const struct field *f, const void *record)
{
	struct ids ids;

	value_get(f, record, &ids, sizeof(ids));
	return ids;
}

void field_set_text(const struct field *f, void *record, const char *text)
{
	value_set(f, record, &text, sizeof(text));
}

void field_set_int(const struct field *f, void *record, int64_t value)
{
	value_set(f, record, &value, sizeof(value));
}

void field_set_ids(const struct field *f, void *record, struct ids ids)
{
	value_set(f, record, &ids, sizeof(ids));
}

bool field_is_empty(const struct field *f, const void *record)
{
	switch (f->kind) {
	case FIELD_TEXT:
	case FIELD_LONGTEXT:
		return !*field_text(f, record);
	case FIELD_NUMBER:
		return field_int(f, record) == FIELD_NOTHING;
	case FIELD_DATE:
	case FIELD_CHOICE:
		return !field_int(f, record);
	case FIELD_CHOICES:
		return !field_ids(f, record).n;
	case FIELD_YESNO:
		break;
	}
	return false;
}

static bool ids_equal(struct ids a, struct ids b)
{
	return a.n == b.n && (!a.n || !memcmp(a.row, b.row, a.n * sizeof(*a.row)));
}

bool field_equal(const struct field *f, const void *a, const void *b)
{
	if (field_is_text(f))
		return !strcmp(field_text(f, a), field_text(f, b));
	if (field_is_int(f))
		return field_int(f, a) == field_int(f, b);
	return ids_equal(field_ids(f, a), field_ids(f, b));
}

const struct field *field_find(struct fields fields, const char *name)
{
	for (size_t i = 0; i < fields.n; i++)
		if (!strcmp(fields.row[i].name, name))
			return fields.row + i;
	return NULL;
}

/*
 * Rules.
 */

static enum rc check_length(const struct field *f, const void *record)
{
	size_t most = f->max ? (size_t)f->max : f->kind == FIELD_TEXT ? 250 : 10000;
	const char *text = field_text(f, record);
	/* Bytes are never fewer than characters: most texts need no counting. */
	size_t n = strlen(text) <= most ? 0 : utf8_count(text);

	if (n <= most)
		return RC_OK;
	return err_set(RC_INVALID,
		       _("“%s”: the text is too long: %zu characters, at most %zu fit."),
		       text_of(f->label), n, most);
}

static enum rc check_number(const struct field *f, const void *record)
{
	int64_t value = field_int(f, record);
	char min[NUMBER_SIZE], max[NUMBER_SIZE];

	if (value == FIELD_NOTHING || f->min >= f->max || (value >= f->min && value <= f->max))
		return RC_OK;
	return err_set(RC_INVALID, _("“%s”: a number from %s to %s is expected."),
		       text_of(f->label), number_format(f->min, f->decimals, min),
		       number_format(f->max, f->decimals, max));
}

/* A year alone is inside when any day of it could be. */
static bool date_inside(int date, int64_t min, int64_t max)
{
	return date_whole(date) ? date >= min && date <= max
				: date_year(date) >= min / 10000 && date_year(date) <= max / 10000;
}

static enum rc check_date(const struct field *f, const void *record)
{
	int date = (int)field_int(f, record);
	char min[DATE_SIZE], max[DATE_SIZE];

	if (date == DATE_NONE)
		return RC_OK;
	if (!date_valid(date))
		return err_set(RC_INVALID, _("“%s”: there is no such day."), text_of(f->label));
	if (!date_whole(date) && !(f->flags & FIELD_YEAR_ALONE))
		return err_set(RC_INVALID,
			       _("“%s”: the day and the month are needed too, such as 01.09.2026."),
			       text_of(f->label));
	if (f->min >= f->max || date_inside(date, f->min, f->max))
		return RC_OK;
	return err_set(RC_INVALID, _("“%s”: a date from %s to %s is expected."), text_of(f->label),
		       date_format((int)f->min, min), date_format((int)f->max, max));
}

static enum rc check_kind(const struct field *f, const void *record)
{
	switch (f->kind) {
	case FIELD_TEXT:
	case FIELD_LONGTEXT:
		return check_length(f, record);
	case FIELD_NUMBER:
		return check_number(f, record);
	case FIELD_DATE:
		return check_date(f, record);
	case FIELD_CHOICE:
	case FIELD_CHOICES:
	case FIELD_YESNO:
		break;
	}
	return RC_OK;
}

enum rc field_check(const struct field *f, const void *record)
{
	enum rc rc;

	if ((f->flags & FIELD_REQUIRED) && field_is_empty(f, record))
		return err_set(RC_INVALID, _("“%s” must be filled in."), text_of(f->label));
	rc = check_kind(f, record);
	if (rc == RC_OK && f->check)
		rc = f->check(f, record);
	return rc;
}
