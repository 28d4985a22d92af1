#include "nastavnik/model/outcome.h"

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"

enum { DATE_FIRST = 20000101, DATE_LAST = 21991231, WORDS_MAX = 2000 };

record_words again_words = { N_("would go on"), N_("would not"), NULL };
record_words award_kind_words = { N_("certificate of honour"),
				  N_("diploma"),
				  N_("letter of thanks"),
				  N_("badge"),
				  N_("present"),
				  NULL };
record_words award_decided_words = { N_("awarded"), N_("not awarded"), NULL };
record_words practice_kind_words = { N_("case"), N_("practice"), N_("programme"), NULL };

#define DAY(column, text, explained, flag, room)                                          \
	{                                                                                 \
		.name = #column, .label = text, .hint = explained, .kind = FIELD_DATE,    \
		.flags = flag, .offset = AT(column), .min = DATE_FIRST, .max = DATE_LAST, \
		.width = room                                                             \
	}
#define TEXT(column, text, explained, flag, length, room)                              \
	{                                                                              \
		.name = #column, .label = text, .hint = explained, .kind = FIELD_TEXT, \
		.flags = flag, .offset = AT(column), .max = length, .width = room      \
	}
#define WORDS(column, text, explained)                                                     \
	{                                                                                  \
		.name = #column, .label = text, .hint = explained, .kind = FIELD_LONGTEXT, \
		.offset = AT(column), .max = WORDS_MAX                                     \
	}
#define CHOICE(column, text, explained, flag, set, room)                                 \
	{                                                                                \
		.name = #column, .label = text, .hint = explained, .kind = FIELD_CHOICE, \
		.flags = flag, .offset = AT(column), .choices = set, .width = room       \
	}

/* clang-format off */
#define AT(member) offsetof(struct feedback, member)
static const struct field feedback_rows[] = {
	CHOICE(side, N_("Who says it"), N_("The mentee or the mentor."),
	       FIELD_REQUIRED | FIELD_IN_LIST, "pair_side", 14),
	CHOICE(participation, N_("Whose words"), N_("Whose words these are; in a group each mentee has his own."),
	       FIELD_IN_LIST, "participant", 20),
	DAY(on_day, N_("Date"), N_("When it was said or written."), FIELD_IN_LIST, 10),
	{ .name = "mark", .label = N_("Rating"), .hint = N_("1 the lowest, 10 the highest."),
	  .kind = FIELD_NUMBER, .flags = FIELD_IN_LIST, .offset = AT(mark), .min = 1, .max = 10,
	  .width = -5 },
	WORDS(gained, N_("What was gained"), N_("What the programme has given.")),
	WORDS(missed, N_("What was missing"), N_("What was missing, what to do otherwise.")),
	CHOICE(again, N_("Next year"), N_("Would they go on, or begin anew?"), FIELD_IN_LIST,
	       "again", 12),
};
static const struct fields feedback_fields = FIELD_TABLE(feedback_rows);
#undef AT

#define AT(member) offsetof(struct award, member)
static const struct field award_rows[] = {
	CHOICE(nomination, N_("Nomination"), N_("In which nomination; may stay empty."),
	       FIELD_IN_LIST, "nomination", 20),
	CHOICE(participation, N_("Participant"),
	       N_("A mentor or mentee of the year; leave it empty for somebody else."),
	       FIELD_IN_LIST, "participant", 24),
	TEXT(name, N_("Or by name"),
	     N_("Somebody who takes no part: a parent, a partner. Family name, name, patronymic."),
	     0, 200, 18),
	CHOICE(kind, N_("What"), N_("A certificate of honour, a diploma, a letter, a badge, a present."),
	       FIELD_REQUIRED | FIELD_IN_LIST, "award_kind", 12),
	CHOICE(decided, N_("Decided"), N_("Empty: still a nominee. The decision is the school's."),
	       FIELD_IN_LIST, "award_decided", 11),
	TEXT(reason, N_("What for"),
	     N_("Stands on the paper: “for great work with …”. Empty: the usual words."), 0, 400, 30),
	TEXT(number, N_("Number"), N_("Of the paper; F3 in the list numbers all that are awarded."),
	     FIELD_IN_WIDE_LIST, 40, 8),
	DAY(on_day, N_("Date of the paper"), N_("The day that stands on it."),
	    FIELD_IN_WIDE_LIST | FIELD_IN_YEAR, 10),
	DAY(received_on, N_("Received on"), N_("When it was handed over."), FIELD_IN_WIDE_LIST, 10),
};
static const struct fields award_fields = FIELD_TABLE(award_rows);
#undef AT

#define AT(member) offsetof(struct incentive, member)
static const struct field incentive_rows[] = {
	DAY(month, N_("Month"), N_("Any day of the month."),
	    FIELD_REQUIRED | FIELD_IN_YEAR | FIELD_READONLY, 10),
	CHOICE(participation, N_("Mentor"), N_("Whom it is about."),
	       FIELD_REQUIRED | FIELD_IN_LIST | FIELD_READONLY, "mentor", 24),
	{ .name = "basis", .label = N_("Basis"),
	  .hint = N_("What the program has counted; change it as you like."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_IN_LIST, .offset = AT(basis), .max = WORDS_MAX,
	  .width = 30 },
	{ .name = "points", .label = N_("Points"), .hint = N_("As the school counts them: 3 or 2,5."),
	  .kind = FIELD_NUMBER, .flags = FIELD_IN_LIST, .offset = AT(points), .min = 0,
	  .max = 10000, .decimals = 1, .width = -6 },
	TEXT(note, N_("Note"), N_("Is not printed."), FIELD_IN_WIDE_LIST, 250, 16),
};
static const struct fields incentive_fields = FIELD_TABLE(incentive_rows);
#undef AT

#define AT(member) offsetof(struct practice, member)
static const struct field practice_rows[] = {
	CHOICE(kind, N_("Kind"), N_("A case, a practice, a programme."),
	       FIELD_REQUIRED | FIELD_IN_LIST, "practice_kind", 10),
	TEXT(name, N_("Name"), N_("As others will look for it."), FIELD_REQUIRED | FIELD_IN_LIST,
	     300, 30),
	TEXT(author, N_("Author"), N_("Who made it; of a case better without pupils' names."),
	     FIELD_IN_LIST, 250, 18),
	CHOICE(form, N_("Form of mentoring"), N_("For which form it was made."), FIELD_IN_WIDE_LIST,
	       "form", 18),
	WORDS(request, N_("Request"), N_("With what somebody came.")),
	WORDS(done, N_("What was done"), N_("Step by step, so that others can repeat it.")),
	WORDS(result, N_("Result"), N_("What has changed, in figures where there are any.")),
	WORDS(repeat, N_("Can it be repeated"), N_("By whom, and what is needed for it.")),
	TEXT(link, N_("Link"), N_("Where it can be read or seen."), FIELD_IN_WIDE_LIST, 400, 20),
	DAY(reviewed_on, N_("Reviewed on"), N_("When it passed a review by experts."),
	    FIELD_IN_WIDE_LIST, 10),
};
static const struct fields practice_fields = FIELD_TABLE(practice_rows);
#undef AT

#define AT(member) offsetof(struct self_analysis, member)
static const struct field self_analysis_rows[] = {
	DAY(on_day, N_("Date"), N_("When it was handed in."), FIELD_IN_LIST | FIELD_IN_YEAR, 10),
	WORDS(aims, N_("Aims of the plan"), N_("What the teacher wanted to learn this year.")),
	WORDS(done, N_("What was done"), N_("Courses, lessons seen, materials, own work.")),
	WORDS(gained, N_("What was gained"), N_("What has become better, and by what it shows.")),
	WORDS(difficulties, N_("Difficulties"), N_("What did not work out, and why.")),
	WORDS(next, N_("Next year"), N_("What to go on with.")),
};
static const struct fields self_analysis_fields = FIELD_TABLE(self_analysis_rows);
#undef AT
/* clang-format on */

static void today_at_first(void *record, int today)
{
	struct feedback *feedback = record;

	feedback->on_day = today;
	feedback->side = SIDE_MENTEE;
}

static void award_fresh(void *record, int today)
{
	struct award *award = record;

	(void)today;
	award->kind = AWARD_GRAMOTA;
}

/* Somebody, one way or the other. */
static enum rc award_check(const void *record)
{
	const struct award *award = record;

	if (award->participation && *award->name)
		return err_set(RC_INVALID, _("Either a participant or a name: empty one of them."));
	if (!award->participation && !*award->name)
		return err_set(RC_INVALID, _("Whom is it for? Choose a participant, or type a "
					     "name."));
	if (award->received_on && award->on_day && award->received_on < award->on_day)
		return err_set(RC_INVALID,
			       _("It cannot be received before the day that stands on it."));
	return RC_OK;
}

static void practice_fresh(void *record, int today)
{
	struct practice *practice = record;

	(void)today;
	practice->kind = PRACTICE_CASE;
}

static void self_analysis_fresh(void *record, int today)
{
	struct self_analysis *analysis = record;

	analysis->on_day = today;
}

const struct record_type feedback_type = {
	.name = "feedback",
	.title = N_("Feedback"),
	.one = N_("feedback"),
	.owner = OWNER_BOND,
	.size = sizeof(struct feedback),
	.fields = &feedback_fields,
	.fresh = today_at_first,
};

const struct record_type award_type = {
	.name = "award",
	.title = N_("Awards"),
	.one = N_("award"),
	.size = sizeof(struct award),
	.fields = &award_fields,
	.fresh = award_fresh,
	.check = award_check,
};

const struct record_type incentive_type = {
	.name = "incentive",
	.title = N_("Payment for success"),
	.one = N_("line of the payment for success"),
	.size = sizeof(struct incentive),
	.fields = &incentive_fields,
};

const struct record_type practice_type = {
	.name = "practice",
	.title = N_("Bank of practices"),
	.one = N_("practice"),
	.size = sizeof(struct practice),
	.fields = &practice_fields,
	.fresh = practice_fresh,
};

const struct record_type self_analysis_type = {
	.name = "self_analysis",
	.title = N_("Teachers' self-analysis"),
	.one = N_("self-analysis"),
	.owner = OWNER_PARTICIPATION,
	.size = sizeof(struct self_analysis),
	.fields = &self_analysis_fields,
	.fresh = self_analysis_fresh,
};

int64_t month_of(int64_t date)
{
	return date ? date / 100 * 100 + 1 : DATE_NONE;
}

const char *month_text(struct arena *a, int64_t month)
{
	static const char *const names[] = { N_("January"), N_("February"), N_("March"),
					     N_("April"),   N_("May"),      N_("June"),
					     N_("July"),    N_("August"),   N_("September"),
					     N_("October"), N_("November"), N_("December") };
	int at = date_month((int)month);

	if (!at)
		return "";
	return arena_printf(a, _("%s %d"), text_of(names[at - 1]), date_year((int)month));
}
