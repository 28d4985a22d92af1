#include "nastavnik/model/growth.h"

#include <ctype.h>
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"

record_words measure_kinds = {
	[MEASURE_MARK - 1] = N_("average mark"),
	[MEASURE_ABSENCES - 1] = N_("absences"),
	[MEASURE_CONFLICTS - 1] = N_("conflicts"),
	[MEASURE_OTHER - 1] = N_("something else"),
	NULL,
};

record_words growth_moments = {
	[GROWTH_START - 1] = N_("at the start"),
	[GROWTH_END - 1] = N_("at the end"),
	NULL,
};

/* clang-format off */
#define AT(member) offsetof(struct measure, member)
static const struct field measure_rows[] = {
	{ .name = "name", .label = N_("Measure"),
	  .hint = N_("As the e-journal heads it: a subject, absences of lessons, conflicts."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 100, .width = 40 },
	{ .name = "kind", .label = N_("Kind"),
	  .hint = N_("An average mark lies between 1 and 100; the others are counted."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(kind),
	  .width = 18, .choices = "measure_kind" },
	{ .name = "reverse", .label = N_("Less is better"),
	  .hint = N_("So it is with absences and conflicts."),
	  .kind = FIELD_YESNO, .flags = FIELD_IN_LIST, .offset = AT(reverse), .width = 14 },
};
/* clang-format on */
#undef AT
static const struct fields measure_fields = FIELD_TABLE(measure_rows);

static void measure_fresh(void *record, int today)
{
	struct measure *m = record;

	(void)today;
	m->kind = MEASURE_MARK;
}

const struct record_type measure_type = {
	.name = "measure",
	.title = N_("Measures of the e-journal"),
	.one = N_("measure"),
	.owner = OWNER_YEAR,
	.size = sizeof(struct measure),
	.fields = &measure_fields,
	.fresh = measure_fresh,
};

enum { MARK_LOW = 100, MARK_HIGH = 10000 };

enum rc growth_check(const struct measure *measure, int64_t value)
{
	if (value == FIELD_NOTHING)
		return RC_OK;
	if (measure->kind == MEASURE_MARK && (value < MARK_LOW || value > MARK_HIGH))
		return err_set(RC_INVALID, _("%s: an average mark lies between 1 and 100."),
			       measure->name);
	if (value < 0 || value > GROWTH_MAX)
		return err_set(RC_INVALID, _("%s: a number from 0 to %d is expected."),
			       measure->name, GROWTH_MAX / 100);
	return RC_OK;
}

/* What e-journals write where there is nothing. */
static bool says_nothing(const char *text)
{
	static const char *const none[] = { "",  "-",   "–",   "—",   "н/а", "н/д",
					    "x", "нет", "б/о", "осв", "н.а." };

	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		if (!strcmp(text, none[i]))
			return true;
	return false;
}

/* «4,256» is 426: what is finer than hundredths is rounded. false: no number. */
static bool hundredths_parse(const char *text, int64_t *value)
{
	int64_t whole = 0, part = 0, unit = 100;
	const char *at = text;

	for (; isdigit((unsigned char)*at) && whole <= GROWTH_MAX; at++)
		whole = whole * 10 + (*at - '0');
	if (at == text)
		return false;
	if ((*at == ',' || *at == '.') && isdigit((unsigned char)at[1])) {
		for (at++; isdigit((unsigned char)*at); at++, unit /= 10) {
			if (unit > 1)
				part += (*at - '0') * (unit / 10);
			else if (unit == 1 && *at >= '5')
				part++;
		}
	}
	*value = whole * 100 + part;
	return !*at;
}

enum rc growth_parse(const struct measure *measure, const char *text, int64_t *value)
{
	struct arena a = { 0 };
	const char *plain = utf8_fold(&a, utf8_squeeze(&a, text));
	int64_t parsed = FIELD_NOTHING;
	enum rc rc = RC_OK;

	if (!says_nothing(plain) && !hundredths_parse(plain, &parsed))
		rc = err_set(RC_INVALID, _("%s: “%s” is no number such as 4,25."), measure->name,
			     text);
	if (!rc)
		rc = growth_check(measure, parsed);
	if (!rc)
		*value = parsed;
	arena_done(&a);
	return rc;
}

enum measure_kind measure_kind_of(const char *name)
{
	static const struct {
		const char *word;
		enum measure_kind kind;
	} words[] = {
		{ "пропу", MEASURE_ABSENCES },     { "прогул", MEASURE_ABSENCES },
		{ "отсутств", MEASURE_ABSENCES },  { "absen", MEASURE_ABSENCES },
		{ "конфликт", MEASURE_CONFLICTS }, { "conflict", MEASURE_CONFLICTS },
		{ "замечан", MEASURE_OTHER },
	};
	struct arena a = { 0 };
	const char *folded = utf8_fold(&a, name);
	enum measure_kind kind = MEASURE_MARK;

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (strstr(folded, words[i].word))
			kind = words[i].kind;
	arena_done(&a);
	return kind;
}

bool measure_kind_reverse(enum measure_kind kind)
{
	return kind == MEASURE_ABSENCES || kind == MEASURE_CONFLICTS;
}

void growth_count(const struct measure *measure, const int64_t value[GROWTH_MOMENTS],
		  struct growth_sum *sum)
{
	int64_t start = value[0], end = value[1], gain;

	sum->starts += start != FIELD_NOTHING;
	sum->ends += end != FIELD_NOTHING;
	if (start == FIELD_NOTHING || end == FIELD_NOTHING)
		return;
	gain = measure->reverse ? start - end : end - start;
	sum->start += start;
	sum->end += end;
	sum->pairs++;
	sum->better += gain > 0;
	sum->same += gain == 0;
	sum->worse += gain < 0;
}
