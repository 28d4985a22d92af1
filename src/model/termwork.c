#include "nastavnik/model/termwork.h"

#include "nastavnik/base/i18n.h"

enum { DATE_FIRST = 20000101, DATE_LAST = 21991231, MARK_MAX = 10 };

record_words pair_sides = { N_("mentee"), N_("mentor"), NULL };

/* clang-format off */
#define TERM_ROW(record) \
	{ .name = "term", .label = N_("For which term"), \
	  .hint = N_("Left empty: for the whole year."), \
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_LIST, .offset = offsetof(struct record, term), \
	  .width = 14, .choices = "term" }
#define DAY_ROW(record) \
	{ .name = "on_day", .label = N_("Date"), \
	  .hint = N_("The day on which it was written."), \
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST | FIELD_IN_YEAR, \
	  .offset = offsetof(struct record, on_day), .min = DATE_FIRST, .max = DATE_LAST, .width = 10 }

#define AT(member) offsetof(struct term_report, member)
static const struct field report_rows[] = {
	TERM_ROW(term_report),
	{ .name = "side", .label = N_("Whose report"),
	  .hint = N_("Both sides tell how the term went."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(side),
	  .width = 14, .choices = "pair_side" },
	DAY_ROW(term_report),
	{ .name = "mark", .label = N_("How it goes, 1…10"),
	  .hint = N_("1: badly, 10: very well. May stay empty."),
	  .kind = FIELD_NUMBER, .flags = FIELD_IN_LIST, .offset = AT(mark), .min = 1,
	  .max = MARK_MAX, .width = -5 },
	{ .name = "done", .label = N_("What was done"),
	  .hint = N_("Meetings, tasks, what has changed."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(done), .width = 30 },
	{ .name = "difficulties", .label = N_("Difficulties"),
	  .hint = N_("What was hard, what got in the way."),
	  .kind = FIELD_LONGTEXT, .offset = AT(difficulties) },
	{ .name = "wishes", .label = N_("Wishes"),
	  .hint = N_("To the other side, to the curator; for the next term."),
	  .kind = FIELD_LONGTEXT, .offset = AT(wishes) },
};
#undef AT

#define AT(member) offsetof(struct review, member)
static const struct field review_rows[] = {
	TERM_ROW(review),
	DAY_ROW(review),
	{ .name = "aim", .label = N_("Aim of the study"),
	  .hint = N_("What for the programme was looked at."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_IN_LIST, .offset = AT(aim), .width = 30 },
	{ .name = "studied", .label = N_("What was studied"),
	  .hint = N_("Proposed by the program from the file; mend it as you like."),
	  .kind = FIELD_LONGTEXT, .offset = AT(studied) },
	{ .name = "conclusions", .label = N_("Conclusions"),
	  .hint = N_("Proposed by the program from the file; mend it as you like."),
	  .kind = FIELD_LONGTEXT, .offset = AT(conclusions) },
	{ .name = "recommendations", .label = N_("Recommendations"),
	  .hint = N_("Proposed by the program from the file; mend it as you like."),
	  .kind = FIELD_LONGTEXT, .offset = AT(recommendations) },
	{ .name = "considered", .label = N_("Considered at"),
	  .hint = N_("At the director's meeting, minutes of … № …; empty leaves a line to write on."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(considered), .max = 200,
	  .width = 20 },
};
#undef AT
/* clang-format on */
static const struct fields report_fields = FIELD_TABLE(report_rows);
static const struct fields review_fields = FIELD_TABLE(review_rows);

static void report_fresh(void *record, int today)
{
	struct term_report *report = record;

	report->on_day = today;
	report->side = SIDE_MENTOR;
}

static void review_fresh(void *record, int today)
{
	struct review *review = record;

	review->on_day = today;
}

const struct record_type term_report_type = {
	.name = "report",
	.title = N_("Reports of the pairs"),
	.one = N_("report of a pair"),
	.owner = OWNER_BOND,
	.size = sizeof(struct term_report),
	.fields = &report_fields,
	.fresh = report_fresh,
};

const struct record_type review_type = {
	.name = "review",
	.title = N_("Analytical reviews"),
	.one = N_("analytical review"),
	.owner = OWNER_YEAR,
	.size = sizeof(struct review),
	.fields = &review_fields,
	.fresh = review_fresh,
};
