#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/field.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"

char *number_format(int64_t value, int decimals, char buf[NUMBER_SIZE])
{
	uint64_t size = value < 0 ? -(uint64_t)value : (uint64_t)value, unit = 1, fraction;
	const char *sign = value < 0 ? "-" : "";

	for (int i = 0; i < decimals; i++)
		unit *= 10;
	fraction = size % unit;
	while (decimals && fraction % 10 == 0) {
		fraction /= 10;
		decimals--;
	}
	if (decimals)
		snprintf(buf, NUMBER_SIZE, "%s%" PRIu64 ",%0*" PRIu64, sign, size / unit, decimals,
			 fraction);
	else
		snprintf(buf, NUMBER_SIZE, "%s%" PRIu64, sign, size / unit);
	return buf;
}

const char *choice_name(struct choices choices, int64_t id)
{
	for (size_t i = 0; i < choices.n; i++)
		if (choices.row[i].id == id)
			return choices.row[i].name;
	return "";
}

static char *show_choices(struct arena *a, struct ids ids, struct choices choices)
{
	struct str out = { 0 };
	char *text;

	for (size_t i = 0; i < ids.n; i++) {
		const char *name = choice_name(choices, ids.row[i]);

		if (*name)
			str_printf(&out, "%s%s", out.len ? "; " : "", name);
	}
	text = arena_strdup(a, out.text);
	str_done(&out);
	return text;
}

static struct choices choices_of(const struct field *f, const struct choice_source *source)
{
	return source->get(source->data, f->choices);
}

char *field_show(struct arena *a, const struct field *f, const void *record,
		 const struct choice_source *source)
{
	char number[NUMBER_SIZE], date[DATE_SIZE];

	if (field_is_empty(f, record))
		return arena_strdup(a, "");
	switch (f->kind) {
	case FIELD_TEXT:
	case FIELD_LONGTEXT:
		return arena_strdup(a, field_text(f, record));
	case FIELD_NUMBER:
		return arena_strdup(a, number_format(field_int(f, record), f->decimals, number));
	case FIELD_DATE:
		return arena_strdup(a, date_format((int)field_int(f, record), date));
	case FIELD_CHOICE:
		return arena_strdup(a, choice_name(choices_of(f, source), field_int(f, record)));
	case FIELD_CHOICES:
		return show_choices(a, field_ids(f, record), choices_of(f, source));
	case FIELD_YESNO:
		break;
	}
	return arena_strdup(a, field_int(f, record) ? _("yes") : _("no"));
}
