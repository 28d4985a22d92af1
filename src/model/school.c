#include "nastavnik/model/school.h"

#include <stdio.h>
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"

enum {
	FIRST_MONTH = 9,    /* the school year is 01.09–31.08 */
	NEW_FROM_MONTH = 8, /* in August schools already work on the next one */
	WEIGHT_MAX = 100,
	BALLOT_MAX = 10,
	DATE_FIRST = 20000101,
	DATE_LAST = 21991231,
};

#define AT(member) offsetof(struct school, member)

/* clang-format off */
static const struct field school_rows[] = {
	{ .name = "name", .label = N_("Full name of the school"),
	  .hint = N_("As the charter has it; it heads orders."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED, .offset = AT(name), .max = 500, .width = 40 },
	{ .name = "short_name", .label = N_("Short name"),
	  .hint = N_("For the first line of the screen; the full name when empty."),
	  .kind = FIELD_TEXT, .offset = AT(short_name), .width = 24 },
	{ .name = "town", .label = N_("Town"),
	  .hint = N_("As it stands on orders: the city, the village."),
	  .kind = FIELD_TEXT, .offset = AT(town), .width = 20 },
	{ .name = "director", .label = N_("Director"),
	  .hint = N_("Family name, given name, patronymic."),
	  .help = N_("The name is printed in signatures as initials and family name."),
	  .kind = FIELD_TEXT, .offset = AT(director), .width = 24 },
	{ .name = "director_acting", .label = N_("Acting director"),
	  .hint = N_("Then papers say so in the signature."),
	  .kind = FIELD_YESNO, .offset = AT(director_acting), .width = 5 },
	{ .name = "curator", .label = N_("Curator"),
	  .hint = N_("Family name, given name, patronymic."),
	  .kind = FIELD_TEXT, .offset = AT(curator), .width = 24 },
	{ .name = "curator_position", .label = N_("Position of the curator"),
	  .hint = N_("As orders have it: deputy director for education."),
	  .kind = FIELD_TEXT, .offset = AT(curator_position), .width = 24 },
};
/* clang-format on */
const struct fields school_fields = { school_rows, sizeof(school_rows) / sizeof(school_rows[0]) };

#undef AT
#define AT(member) offsetof(struct year, member)

static enum rc term_check(const struct field *field, const void *record)
{
	const struct year *y = record;

	(void)field;
	if (y->bond_from == DATE_NONE || y->bond_to == DATE_NONE || y->bond_from <= y->bond_to)
		return RC_OK;
	return err_set(RC_INVALID, _("The term ends before it begins. Check the two dates."));
}

static enum rc weights_check(const struct field *field, const void *record)
{
	const struct year *y = record;

	(void)field;
	if (y->weight_topics + y->weight_choices + y->weight_interests + y->weight_age +
		    y->weight_hours >
	    0)
		return RC_OK;
	return err_set(RC_INVALID, _("All weights are 0: nothing would tell a good pair from a bad "
				     "one. Give at least one rule a weight."));
}

/* clang-format off */
static const struct field order_rows[] = {
	{ .name = "order_number", .label = N_("Order number"),
	  .hint = N_("Empty until the secretary has registered the order."),
	  .kind = FIELD_TEXT, .offset = AT(order_number), .max = 40, .width = 10 },
	{ .name = "order_date", .label = N_("Order date"),
	  .hint = N_("Empty until the secretary has registered the order."),
	  .kind = FIELD_DATE, .offset = AT(order_date), .min = DATE_FIRST, .max = DATE_LAST,
	  .width = 10 },
	{ .name = "bond_from", .label = N_("Pairs work from"),
	  .hint = N_("The beginning of the term printed in the pair list."),
	  .kind = FIELD_DATE, .flags = FIELD_REQUIRED, .offset = AT(bond_from), .min = DATE_FIRST,
	  .max = DATE_LAST, .width = 10, .check = term_check },
	{ .name = "bond_to", .label = N_("Pairs work to"),
	  .hint = N_("The end of the term printed in the pair list."),
	  .kind = FIELD_DATE, .flags = FIELD_REQUIRED, .offset = AT(bond_to), .min = DATE_FIRST,
	  .max = DATE_LAST, .width = 10, .check = term_check },
};

#define WEIGHT_ROW(member, weight_label, weight_hint) \
	{ .name = #member, .label = weight_label, .hint = weight_hint, .kind = FIELD_NUMBER, \
	  .flags = FIELD_REQUIRED, .offset = AT(member), .max = WEIGHT_MAX, .width = -5, \
	  .check = weights_check }

static const struct field match_rows[] = {
	WEIGHT_ROW(weight_topics, N_("Weight: request and competences"),
		   N_("0…100: how much it counts that the mentor can help with the request.")),
	WEIGHT_ROW(weight_choices, N_("Weight: mutual choice"),
		   N_("0…100: how much the ballots count.")),
	WEIGHT_ROW(weight_interests, N_("Weight: interests"),
		   N_("0…100: how much common interests count.")),
	WEIGHT_ROW(weight_age, N_("Weight: age"),
		   N_("0…100: how much the age wished by the mentor counts.")),
	WEIGHT_ROW(weight_hours, N_("Weight: time"),
		   N_("0…100: how much it counts that the mentor has the time wished for.")),
	{ .name = "ballot_size", .label = N_("Choices in a ballot"),
	  .hint = N_("How many people everybody may name after the group meeting, 1…10."),
	  .kind = FIELD_NUMBER, .flags = FIELD_REQUIRED, .offset = AT(ballot_size), .min = 1,
	  .max = BALLOT_MAX, .width = -5 },
	{ .name = "need_trained", .label = N_("Only selected and trained mentors"),
	  .hint = N_("Yes: others are not proposed. No: the program only warns."),
	  .kind = FIELD_YESNO, .offset = AT(need_trained), .width = 5 },
	{ .name = "need_consent", .label = N_("Only with a signed consent"),
	  .hint = N_("Yes: others are not proposed. No: the program only warns."),
	  .kind = FIELD_YESNO, .offset = AT(need_consent), .width = 5 },
};
/* clang-format on */
const struct fields year_order_fields = { order_rows, sizeof(order_rows) / sizeof(order_rows[0]) };
const struct fields year_match_fields = { match_rows, sizeof(match_rows) / sizeof(match_rows[0]) };

struct choices terms_choices(struct arena *a)
{
	const struct choice row[] = {
		{ .id = TERMS_QUARTERS, .code = "quarters", .name = _("quarters") },
		{ .id = TERMS_TRIMESTERS, .code = "trimesters", .name = _("trimesters") },
		{ .id = TERMS_HALF_YEARS, .code = "half-years", .name = _("half-years") },
	};
	struct choice *choice = arena_alloc(a, sizeof(row));

	memcpy(choice, row, sizeof(row));
	return (struct choices){ choice, sizeof(row) / sizeof(row[0]) };
}

void year_init(struct year *y, int64_t year)
{
	*y = (struct year){
		.year = year,
		.methodology = "r145",
		.methodology_version = "",
		.order_number = "",
		.bond_from = date_make((int)year, FIRST_MONTH, 1),
		.bond_to = date_make((int)year + 1, 5, 31),
		.weight_topics = 50,
		.weight_choices = 20,
		.weight_interests = 10,
		.weight_age = 10,
		.weight_hours = 10,
		.ballot_size = 3,
		.terms = TERMS_QUARTERS,
	};
}

char *year_name(int64_t year, char buf[12])
{
	int first = (int)(year % 10000);

	snprintf(buf, 12, "%d/%d", first, first + 1);
	return buf;
}

int64_t year_of(int date)
{
	return date_year(date) -
	       (date_month(date) > 0 && date_month(date) < NEW_FROM_MONTH ? 1 : 0);
}

bool year_has(int64_t year, int date)
{
	return date >= date_make((int)year, NEW_FROM_MONTH, 1) &&
	       date < date_make((int)year + 1, NEW_FROM_MONTH + 1, 1);
}
