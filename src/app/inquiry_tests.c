#include "inquiry_tests.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"

/* Reading values: each returns false when the text is none */

static bool value_text(struct arena *a, const char *text, struct inquiry_value *out)
{
	*out = (struct inquiry_value){ .fold = utf8_fold(a, text) };
	return *text;
}

static bool value_number(struct arena *a, const struct field *f, const char *text,
			 struct inquiry_value *out)
{
	struct field number = {
		.name = "", .label = "", .kind = FIELD_NUMBER, .decimals = f->decimals
	};
	const char *from, *to;
	int64_t low = FIELD_NOTHING, high = FIELD_NOTHING;

	inquiry_range(a, text, &from, &to);
	if (field_parse(a, &number, &low, from, NULL) || field_parse(a, &number, &high, to, NULL) ||
	    (!*from && !*to))
		return false;
	*out = (struct inquiry_value){ .low = low, .high = *to ? high : INT64_MAX };
	return true;
}

static bool value_date(const char *text, struct inquiry_value *out)
{
	int64_t from, to;

	if (inquiry_period_parse(text, &from, &to) || (!from && !to))
		return false;
	*out = (struct inquiry_value){ .low = from, .high = to ? to : INT64_MAX };
	return true;
}

static bool value_choice(struct arena *a, const struct field *f, const char *text,
			 const struct choice_source *source, struct inquiry_value *out)
{
	const struct choices set = source->get(source->data, f->choices);
	const char *fold = utf8_fold(a, text);

	for (size_t i = 0; i < set.n; i++)
		if ((*set.row[i].code && !strcmp(set.row[i].code, text)) ||
		    !strcmp(utf8_fold(a, set.row[i].name), fold)) {
			*out = (struct inquiry_value){ .low = set.row[i].id,
						       .high = set.row[i].id };
			return true;
		}
	return false;
}

static bool value_yesno(struct arena *a, const char *text, struct inquiry_value *out)
{
	const char *fold = utf8_fold(a, text);
	bool yes = !strcmp(fold, "1") || !strcmp(fold, utf8_fold(a, _("yes")));

	*out = (struct inquiry_value){ .low = yes, .high = yes };
	return yes || !strcmp(fold, "0") || !strcmp(fold, utf8_fold(a, _("no")));
}

static bool value_read(struct arena *a, const struct field *f, const char *text,
		       const struct choice_source *source, struct inquiry_value *out)
{
	switch (f->kind) {
	case FIELD_NUMBER:
		return value_number(a, f, text, out);
	case FIELD_DATE:
		return value_date(text, out);
	case FIELD_CHOICE:
	case FIELD_CHOICES:
		return value_choice(a, f, text, source, out);
	case FIELD_YESNO:
		return value_yesno(a, text, out);
	default:
		return value_text(a, text, out);
	}
}

/* «7; 8А»: all of them must be understood. */
static bool values_read(struct arena *a, struct inquiry_check *check, const char *text,
			const struct choice_source *source)
{
	while (*text) {
		size_t n = strcspn(text, ";");
		const char *one = utf8_squeeze(a, arena_strndup(a, text, n));

		if (*one &&
		    (check->n == INQUIRY_VALUES ||
		     !value_read(a, check->field->field, one, source, &check->value[check->n++])))
			return false;
		text += n + (text[n] == ';');
	}
	return check->n > 0;
}

void inquiry_checks_make(struct arena *a, const struct inquiry *q,
			 const struct inquiry_fields *fields, const struct choice_source *source,
			 struct inquiry_checks *out, struct issues *issues)
{
	out->n = 0;
	for (size_t i = 0; i < q->conditions; i++) {
		const struct inquiry_condition *c = &q->condition[i];
		struct inquiry_check *check = &out->row[out->n];
		bool compares = c->test == INQUIRY_IS || c->test == INQUIRY_NOT;

		*check = (struct inquiry_check){ .field = inquiry_field(fields, c->field),
						 .test = c->test };
		if (check->field && (!compares || values_read(a, check, c->value, source))) {
			out->n++;
			continue;
		}
		issue_add(issues, ISSUE_WARNING, 0, 0, NULL,
			  _("The condition “%s %s” is not understood and was not asked."),
			  check->field ? text_of(check->field->field->label) : c->field, c->value);
	}
}

/* Asking */

/* «7» is a whole parallel, «7В» a class; other texts contain what is asked for. */
static bool text_is(struct arena *a, const struct field *f, const char *text,
		    const struct inquiry_value *value)
{
	size_t digits = strspn(value->fold, "0123456789");

	if (strstr(f->name, "class") && digits && class_grade(text)) {
		if (!value->fold[digits])
			return class_grade(text) == atoi(value->fold);
		return class_same(text, value->fold);
	}
	return strstr(utf8_fold(a, text), value->fold) != NULL;
}

static bool ids_have(struct ids ids, int64_t id)
{
	for (size_t i = 0; i < ids.n; i++)
		if (ids.row[i] == id)
			return true;
	return false;
}

static bool value_is(struct arena *a, const struct field *f, const void *record,
		     const struct inquiry_value *value)
{
	if (field_is_text(f))
		return text_is(a, f, field_text(f, record), value);
	if (f->kind == FIELD_CHOICES)
		return ids_have(field_ids(f, record), value->low);
	if (f->kind == FIELD_YESNO)
		return (field_int(f, record) != 0) == (value->low != 0);
	if (field_is_empty(f, record))
		return false;
	return field_int(f, record) >= value->low && field_int(f, record) <= value->high;
}

static bool check_pass(struct arena *a, const struct inquiry_check *check, const char *row)
{
	const struct field *f = check->field->field;
	const void *record = row + check->field->offset;
	bool is = false;

	if (check->test == INQUIRY_EMPTY || check->test == INQUIRY_FILLED)
		return field_is_empty(f, record) == (check->test == INQUIRY_EMPTY);
	for (size_t i = 0; i < check->n && !is; i++)
		is = value_is(a, f, record, &check->value[i]);
	return is == (check->test == INQUIRY_IS);
}

bool inquiry_checks_pass(struct arena *a, const struct inquiry_checks *checks, const char *row)
{
	for (size_t i = 0; i < checks->n; i++)
		if (!check_pass(a, &checks->row[i], row))
			return false;
	return true;
}
