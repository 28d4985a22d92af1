#include "nastavnik/model/contest.h"

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"

enum { DATE_FIRST = 20000101, DATE_LAST = 21991231 };

record_words entry_place_words = { N_("1st place"), N_("2nd place"), N_("3rd place"),
				   N_("takes part"), NULL };

#define DAY(column, text, explained, flag)                                                \
	{                                                                                 \
		.name = #column, .label = text, .hint = explained, .kind = FIELD_DATE,    \
		.flags = flag, .offset = AT(column), .min = DATE_FIRST, .max = DATE_LAST, \
		.width = 10                                                               \
	}
#define TEXT(column, text, explained, flag, length, room)                              \
	{                                                                              \
		.name = #column, .label = text, .hint = explained, .kind = FIELD_TEXT, \
		.flags = flag, .offset = AT(column), .max = length, .width = room      \
	}

/* clang-format off */
#define AT(member) offsetof(struct contest, member)
static const struct field contest_rows[] = {
	TEXT(name, N_("Name"), N_("Without quotes: Best practice of mentoring."),
	     FIELD_REQUIRED | FIELD_IN_LIST, 300, 30),
	DAY(taken_to, N_("Works are taken to"), N_("The last day of the first step."),
	    FIELD_IN_LIST | FIELD_IN_YEAR),
	DAY(judged_to, N_("Experts judge to"), N_("The last day of the second step."),
	    FIELD_IN_LIST | FIELD_IN_YEAR),
	DAY(awards_on, N_("Awards on"), N_("The day of the third step."),
	    FIELD_IN_LIST | FIELD_IN_YEAR),
	TEXT(chair, N_("Chair of the jury"), N_("Signs the protocol. Family name, name, patronymic."), 0, 200, 20),
	TEXT(secretary, N_("Secretary"), N_("Keeps the protocol. Family name, name, patronymic."), 0, 200, 20),
	TEXT(number, N_("Number of the protocol"), N_("May stay empty until it is registered."),
	     0, 40, 8),
	{ .name = "note", .label = N_("Note"), .hint = N_("Whatever is worth remembering."),
	  .kind = FIELD_LONGTEXT, .offset = AT(note) },
};
static const struct fields contest_fields = FIELD_TABLE(contest_rows);
#undef AT

#define AT(member) offsetof(struct criterion, member)
static const struct field criterion_rows[] = {
	TEXT(name, N_("Criterion"), N_("What the experts judge by."),
	     FIELD_REQUIRED | FIELD_IN_LIST, 250, 40),
	{ .name = "mark_max", .label = N_("Highest mark"), .hint = N_("From 1 to 99."),
	  .kind = FIELD_NUMBER, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(mark_max),
	  .min = 1, .max = 99, .width = -15 },
};
static const struct fields criterion_fields = FIELD_TABLE(criterion_rows);
#undef AT

#define AT(member) offsetof(struct expert, member)
static const struct field expert_rows[] = {
	TEXT(name, N_("Full name"), N_("Family name, name, patronymic."), FIELD_REQUIRED | FIELD_IN_LIST,
	     200, 30),
	TEXT(position, N_("Position"), N_("As the protocol names it."), FIELD_IN_LIST, 250, 30),
};
static const struct fields expert_fields = FIELD_TABLE(expert_rows);
#undef AT

#define AT(member) offsetof(struct entry, member)
static const struct field entry_rows[] = {
	TEXT(name, N_("Work"), N_("Its title."), FIELD_REQUIRED | FIELD_IN_LIST, 300, 28),
	TEXT(author, N_("Author"), N_("Family name, name, patronymic; several with commas."),
	     FIELD_IN_LIST, 300, 22),
	{ .name = "nomination", .label = N_("Nomination"), .hint = N_("In which nomination."),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_WIDE_LIST, .offset = AT(nomination), .width = 18,
	  .choices = "nomination" },
	DAY(taken_on, N_("Taken on"), N_("When it came."), FIELD_IN_LIST),
	TEXT(link, N_("Link"), N_("Where the work lies."), FIELD_IN_WIDE_LIST, 400, 20),
	{ .name = "place", .label = N_("Place"), .hint = N_("What the jury decided."),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_LIST, .offset = AT(place), .width = 10,
	  .choices = "entry_place" },
};
static const struct fields entry_fields = FIELD_TABLE(entry_rows);
#undef AT
/* clang-format on */

/* One step begins when the one before has ended. */
static enum rc contest_check(const void *record)
{
	const struct contest *c = record;

	if (c->taken_to && c->judged_to && c->judged_to < c->taken_to)
		return err_set(RC_INVALID,
			       _("Experts cannot have done before the last works are taken."));
	if (c->judged_to && c->awards_on && c->awards_on < c->judged_to)
		return err_set(RC_INVALID, _("Awards come after the experts have judged."));
	return RC_OK;
}

static void criterion_fresh(void *record, int today)
{
	struct criterion *criterion = record;

	(void)today;
	criterion->mark_max = 5;
}

static void entry_fresh(void *record, int today)
{
	struct entry *entry = record;

	entry->taken_on = today;
}

const struct record_type contest_type = {
	.name = "contest",
	.title = N_("Contests"),
	.one = N_("contest"),
	.size = sizeof(struct contest),
	.fields = &contest_fields,
	.check = contest_check,
};

const struct record_type criterion_type = {
	.name = "criterion",
	.title = N_("Criteria"),
	.one = N_("criterion of a contest"),
	.owner = OWNER_RECORD,
	.size = sizeof(struct criterion),
	.fields = &criterion_fields,
	.fresh = criterion_fresh,
};

const struct record_type expert_type = {
	.name = "expert",
	.title = N_("Experts"),
	.one = N_("expert of a contest"),
	.owner = OWNER_RECORD,
	.size = sizeof(struct expert),
	.fields = &expert_fields,
};

const struct record_type entry_type = {
	.name = "entry",
	.title = N_("Works of the contest"),
	.one = N_("work of a contest"),
	.owner = OWNER_RECORD,
	.size = sizeof(struct entry),
	.fields = &entry_fields,
	.fresh = entry_fresh,
};
