#include "nastavnik/model/record.h"

#include <string.h>

#include "nastavnik/base/date.h"

void *record_at(const struct record_type *type, const struct records *records, size_t row)
{
	return (char *)records->row + row * type->size;
}

void record_init(const struct record_type *type, void *record, int64_t owner, int today)
{
	struct record *head = record;

	memset(record, 0, type->size);
	head->owner = owner;
	for (size_t i = 0; i < type->fields->n; i++) {
		const struct field *field = &type->fields->row[i];

		if (field_is_text(field))
			field_set_text(field, record, "");
		else if (field->kind == FIELD_NUMBER)
			field_set_int(field, record, FIELD_NOTHING);
	}
	if (type->fresh)
		type->fresh(record, today);
}

static const char *first_text(const struct record_type *type, const void *record)
{
	for (size_t i = 0; i < type->fields->n; i++) {
		const struct field *field = &type->fields->row[i];

		if (field_is_text(field) && *field_text(field, record))
			return field_text(field, record);
	}
	return "";
}

const char *record_label(struct arena *a, const struct record_type *type, const void *record)
{
	const struct field *name = field_find(*type->fields, "name");
	const char *text = name ? field_text(name, record) : "";

	if (!*text)
		text = first_text(type, record);
	for (size_t i = 0; i < type->fields->n && !*text; i++) {
		const struct field *field = &type->fields->row[i];

		if (field->kind == FIELD_DATE)
			text = field_show(a, field, record, NULL);
	}
	return text;
}
