#include "nastavnik/model/indicator.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"

enum { VALUE_MAX = 1000000 };

record_words indicator_lists = {
	[INDICATORS_R145 - 1] = N_("R-145"),
	[INDICATORS_SCHOOL - 1] = N_("the school's list"),
	[INDICATORS_RESULTS - 1] = N_("results of the school"),
	NULL,
};

record_words indicator_kinds = {
	[INDICATOR_PERCENT - 1] = N_("per cent"),
	[INDICATOR_NUMBER - 1] = N_("number"),
	[INDICATOR_AVERAGE - 1] = N_("average"),
	NULL,
};

const char *const moment_names[MOMENTS] = {
	[MOMENT_START] = N_("as of the start"),
	[MOMENT_BETWEEN] = N_("between"),
	[MOMENT_END] = N_("as of the end"),
	[MOMENT_NOW] = N_("now"),
};

/* clang-format off */
#define AT(member) offsetof(struct indicator, member)
static const struct field indicator_rows[] = {
	{ .name = "position", .label = N_("Place"),
	  .hint = N_("Its place in the list; empty: the last."),
	  .kind = FIELD_NUMBER, .flags = FIELD_MORE, .offset = AT(position), .min = 1, .max = 999,
	  .width = -5 },
	{ .name = "number", .label = N_("№"),
	  .hint = N_("As it stands in the report: 1.1"),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(number), .max = 10, .width = 5 },
	{ .name = "name", .label = N_("Indicator"),
	  .hint = N_("What is measured, in your own words."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 250, .width = 40 },
	{ .name = "list", .label = N_("List"),
	  .hint = N_("In which part of the report it stands."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(list),
	  .width = 12, .choices = "indicator_list" },
	{ .name = "kind", .label = N_("Kind"),
	  .hint = N_("A share in per cent, a number, or an average."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(kind),
	  .width = 8, .choices = "indicator_kind" },
	{ .name = "reverse", .label = N_("Less is better"),
	  .hint = N_("Such as conflicts: the target is reached when the value is not above it."),
	  .kind = FIELD_YESNO, .offset = AT(reverse) },
	{ .name = "note", .label = N_("What it is made of"),
	  .hint = N_("Whom or what it counts, and of how many."),
	  .kind = FIELD_LONGTEXT, .offset = AT(note), .max = 500 },
	{ .name = "hidden", .label = N_("Not shown"),
	  .hint = N_("Neither on the screen nor in the report; what was typed stays."),
	  .kind = FIELD_YESNO, .flags = FIELD_IN_LIST, .offset = AT(hidden), .width = 9 },
	{ .name = "rule", .label = N_("Counted by the rule"),
	  .hint = N_("Empty: the value is typed."),
	  .kind = FIELD_TEXT, .flags = FIELD_READONLY | FIELD_MORE, .offset = AT(rule), .max = 40 },
	{ .name = "code", .label = N_("Code"),
	  .hint = N_("For commands and tables; it does not change."),
	  .kind = FIELD_TEXT, .flags = FIELD_READONLY | FIELD_MORE, .offset = AT(code), .max = 40 },
};
#undef AT
/* clang-format on */

static const struct fields indicator_fields = FIELD_TABLE(indicator_rows);

static void indicator_fresh(void *record, int today)
{
	struct indicator *indicator = record;

	(void)today;
	indicator->position = FIELD_NOTHING;
	indicator->list = INDICATORS_RESULTS;
	indicator->kind = INDICATOR_NUMBER;
}

const struct record_type indicator_type = {
	.name = "indicator",
	.title = N_("List of indicators"),
	.one = N_("indicator"),
	.size = sizeof(struct indicator),
	.fields = &indicator_fields,
	.fresh = indicator_fresh,
};

void indicator_days_propose(const struct year *year, struct indicator_days *days)
{
	const int y = (int)year->year;
	const int64_t usual[MOMENTS] = {
		[MOMENT_START] = date_make(y, 10, 1),
		[MOMENT_BETWEEN] = date_make(y + 1, 1, 15),
		[MOMENT_END] = year->bond_to ? year->bond_to : date_make(y + 1, 5, 31),
	};

	for (int m = MOMENT_START; m <= MOMENT_END; m++)
		if (!days->on[m])
			days->on[m] = usual[m];
}

int64_t target_of(const struct targets *targets, const char *code, int64_t year)
{
	for (size_t i = 0; i < targets->n; i++) {
		const struct target *t = &targets->row[i];

		if (!t->history && t->year == year && strcmp(t->code, code) == 0)
			return t->value;
	}
	return FIELD_NOTHING;
}

enum verdict indicator_verdict(const struct indicator *indicator, int64_t value, int64_t target)
{
	if (value == FIELD_NOTHING || target == FIELD_NOTHING)
		return VERDICT_NONE;
	return (indicator->reverse ? value <= target : value >= target) ? VERDICT_MET
									: VERDICT_MISSED;
}

/* Shares are told to a tenth, averages to a hundredth. */
const char *indicator_show(struct arena *a, const struct indicator *indicator, int64_t value)
{
	char text[NUMBER_SIZE];

	if (value == FIELD_NOTHING)
		return "";
	if (indicator->kind == INDICATOR_PERCENT)
		return arena_printf(a, "%s\u00a0%%", number_format((value + 5) / 10, 1, text));
	return arena_strdup(a, number_format(value, 2, text));
}

enum rc indicator_parse(const struct indicator *indicator, const char *text, int64_t *value)
{
	int64_t number = 0, unit = 0;
	bool digits = false;
	const char *at = text;

	while (isspace((unsigned char)*at))
		at++;
	if (!*at) {
		*value = FIELD_NOTHING;
		return RC_OK;
	}
	for (; isdigit((unsigned char)*at) || ((*at == ',' || *at == '.') && !unit); at++) {
		if (!isdigit((unsigned char)*at)) {
			unit = 100;
			continue;
		}
		digits = true;
		if (unit != 1 && number <= VALUE_MAX * INT64_C(100))
			number = number * 10 + (*at - '0');
		unit = unit > 1 ? unit / 10 : unit;
	}
	number *= unit ? unit : 100;
	if (!strncmp(at, "\u00a0", 2))
		at += 2;
	while (isspace((unsigned char)*at))
		at++;
	if (*at == '%' && indicator->kind == INDICATOR_PERCENT)
		at++;
	if (!digits || *at)
		return err_set(RC_INVALID, _("“%s” is no number. Type it as 70 or 4,25."), text);
	if (number > VALUE_MAX * INT64_C(100))
		return err_set(RC_INVALID, _("Type a number between 0 and %d."), VALUE_MAX);
	*value = number;
	return RC_OK;
}
