#include "nastavnik/model/training.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/participant.h"

enum { DATE_FIRST = 20000101, DATE_LAST = 21991231, HOURS_MAX = 500, MARK_MAX = 1000 };

record_words decision_words = {
	[DECISION_SUITS - 1] = N_("suits"),
	[DECISION_NOT - 1] = N_("does not suit"),
	[DECISION_LATER - 1] = N_("later"),
	NULL,
};

record_words course_role_words = {
	[ROLE_MENTEE - 1] = N_("mentees"),
	[ROLE_MENTOR - 1] = N_("mentors"),
	NULL,
};

/* Interviews */

/* clang-format off */
#define AT(member) offsetof(struct interview, member)
#define CRITERION(at, field, title, says) \
	{ .name = field, .label = title, .hint = says, .kind = FIELD_NUMBER, \
	  .offset = AT(mark[at]), .min = 0, .max = CRITERION_MAX, .width = -4 }

static const struct field interview_rows[] = {
	{ .name = "on_day", .label = N_("Date"),
	  .hint = N_("The day of the interview."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST | FIELD_IN_YEAR, .offset = AT(on_day),
	  .min = DATE_FIRST, .max = DATE_LAST, .width = 10 },
	{ .name = "interviewer", .label = N_("Interviewer"),
	  .hint = N_("Who held it: family name and initials."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(interviewer),
	  .max = 120, .width = 20 },
	CRITERION(0, "experience", N_("Professional experience"),
		  N_("0 – none yet, 3 – some years in the field, 5 – a master others learn from.")),
	CRITERION(1, "strengths", N_("Competences and strengths"),
		  N_("0 – cannot name any, 3 – names them, 5 – names them and shows by examples.")),
	CRITERION(2, "communication", N_("Communication"),
		  N_("0 – does not listen, 3 – talks freely, 5 – wins trust, hears what is unsaid.")),
	CRITERION(3, "time", N_("Time resource"),
		  N_("0 – has none, 3 – an hour a week, 5 – as much as is needed, at fixed hours.")),
	CRITERION(4, "life", N_("Life experience"),
		  N_("0 – nothing to lean on, 3 – has coped with much, 5 – an example to others.")),
	CRITERION(5, "suits", N_("Fits what mentees ask for"),
		  N_("0 – no such requests, 3 – answers one, 5 – answers what is asked for most.")),
	CRITERION(6, "civic", N_("Civic position"),
		  N_("0 – keeps aloof, 3 – joins in when asked, 5 – begins good causes.")),
	CRITERION(7, "motivation", N_("Motivation"),
		  N_("0 – was told to, 3 – is ready to try, 5 – knows why, and wants it.")),
	{ .name = "decision", .label = N_("Decision"),
	  .hint = N_("What the interviewer proposes; empty until it is made."),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_LIST, .offset = AT(decision), .width = 12,
	  .choices = "decision" },
	{ .name = "reason", .label = N_("Reason"),
	  .hint = N_("Why so, in a sentence or two."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(reason), .max = 2000,
	  .width = 24 },
};
/* clang-format on */
#undef AT
static const struct fields interview_fields = FIELD_TABLE(interview_rows);

static void interview_fresh(void *record, int today)
{
	((struct interview *)record)->on_day = today;
}

const struct record_type interview_type = {
	.name = "interview",
	.title = N_("Interviews"),
	.one = N_("interview"),
	.owner = OWNER_PARTICIPATION,
	.size = sizeof(struct interview),
	.fields = &interview_fields,
	.fresh = interview_fresh,
};

const struct field *criterion_field(size_t criterion)
{
	return field_find(interview_fields, "experience") + criterion;
}

/* Half a tenth goes up. */
static int64_t tenths(int64_t sum, int64_t n)
{
	return n ? (sum * 20 + n) / (2 * n) : FIELD_NOTHING;
}

void interview_means(const struct interview *sheets, size_t n, struct interview_means *out)
{
	int64_t sum = 0, asked = 0;

	for (size_t c = 0; c < CRITERIA; c++) {
		int64_t one = 0, times = 0;

		for (size_t i = 0; i < n; i++) {
			if (sheets[i].mark[c] == FIELD_NOTHING)
				continue;
			one += sheets[i].mark[c];
			times++;
		}
		out->by[c] = tenths(one, times);
		sum += one;
		asked += times;
	}
	out->all = tenths(sum, asked);
}

int64_t interview_mean(const struct interview *sheet)
{
	struct interview_means means;

	interview_means(sheet, 1, &means);
	return means.all;
}

/* Courses */

#define AT(member) offsetof(struct course, member)
/* clang-format off */
static const struct field course_rows[] = {
	{ .name = "role", .label = N_("For whom"),
	  .hint = N_("Mentors or mentees: from that base learners are taken."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(role),
	  .width = 12, .choices = "course_role" },
	{ .name = "name", .label = N_("Course"),
	  .hint = N_("Its name, as the certificate has it: “Basics of mentoring”."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 200, .width = 30 },
	{ .name = "teacher", .label = N_("Taught by"),
	  .hint = N_("Who teaches: family name and initials."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(teacher), .max = 120,
	  .width = 18 },
	{ .name = "hours", .label = N_("Hours"),
	  .hint = N_("Of the whole course; the certificate names them."),
	  .kind = FIELD_NUMBER, .flags = FIELD_IN_LIST, .offset = AT(hours), .min = 1,
	  .max = HOURS_MAX, .width = -5 },
	{ .name = "test_on", .label = N_("Test on"),
	  .hint = N_("The day of the test; empty: there is none."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST | FIELD_IN_YEAR, .offset = AT(test_on),
	  .min = DATE_FIRST, .max = DATE_LAST, .width = 10 },
	{ .name = "mark_max", .label = N_("Points at most"),
	  .hint = N_("The most that the test can bring: 20."),
	  .kind = FIELD_NUMBER, .offset = AT(mark_max), .min = 1, .max = MARK_MAX, .width = -5 },
	{ .name = "mark_pass", .label = N_("Points to pass"),
	  .hint = N_("With so many the test is passed; empty: no test is needed."),
	  .kind = FIELD_NUMBER, .offset = AT(mark_pass), .min = 1, .max = MARK_MAX, .width = -5 },
	{ .name = "attend", .label = N_("Attendance, %"),
	  .hint = N_("The share of lessons that is needed; empty: attendance decides nothing."),
	  .help = N_("An absence with a reason does not count. The share is judged when all "
		     "lessons have been held."),
	  .kind = FIELD_NUMBER, .offset = AT(attend), .min = 1, .max = 100, .width = -5 },
	{ .name = "note", .label = N_("Note"),
	  .hint = N_("Whatever is worth remembering."),
	  .kind = FIELD_LONGTEXT, .offset = AT(note) },
};
/* clang-format on */
#undef AT
static const struct fields course_fields = FIELD_TABLE(course_rows);

static void course_fresh(void *record, int today)
{
	struct course *c = record;

	(void)today;
	c->role = ROLE_MENTOR;
	c->attend = 70;
}

static enum rc course_check(const void *record)
{
	const struct course *c = record;

	if (c->mark_pass == FIELD_NOTHING)
		return RC_OK;
	if (c->mark_max == FIELD_NOTHING)
		return err_set(RC_INVALID, _("Say how many points the test can bring at most."));
	if (c->mark_pass > c->mark_max)
		return err_set(RC_INVALID,
			       _("To pass the test takes %lld points, but it brings %lld at most."),
			       (long long)c->mark_pass, (long long)c->mark_max);
	return RC_OK;
}

const struct record_type course_type = {
	.name = "course",
	.title = N_("Courses"),
	.one = N_("course"),
	.size = sizeof(struct course),
	.fields = &course_fields,
	.fresh = course_fresh,
	.check = course_check,
};

#define AT(member) offsetof(struct lesson, member)
/* clang-format off */
static const struct field lesson_rows[] = {
	{ .name = "on_day", .label = N_("Date"),
	  .hint = N_("The day of the lesson."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST | FIELD_IN_YEAR, .offset = AT(on_day),
	  .min = DATE_FIRST, .max = DATE_LAST, .width = 10 },
	{ .name = "name", .label = N_("Theme"),
	  .hint = N_("What it is about."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(name), .max = 200, .width = 30 },
	{ .name = "hours", .label = N_("Hours"),
	  .hint = N_("Of this lesson; may stay empty."),
	  .kind = FIELD_NUMBER, .flags = FIELD_IN_LIST, .offset = AT(hours), .min = 1, .max = 24,
	  .width = -5 },
	{ .name = "teacher", .label = N_("Taught by"),
	  .hint = N_("Where it is not the teacher of the course."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(teacher), .max = 120,
	  .width = 18 },
};
/* clang-format on */
#undef AT
static const struct fields lesson_fields = FIELD_TABLE(lesson_rows);

static enum rc lesson_check(const void *record)
{
	const struct lesson *l = record;

	return l->on_day || *l->name ? RC_OK
				     : err_set(RC_INVALID, _("Give the lesson a date or a theme."));
}

const struct record_type lesson_type = {
	.name = "lesson",
	.title = N_("Lessons"),
	.one = N_("lesson"),
	.owner = OWNER_RECORD,
	.size = sizeof(struct lesson),
	.fields = &lesson_fields,
	.check = lesson_check,
};

#define AT(member) offsetof(struct learner, member)
/* clang-format off */
static const struct field learner_rows[] = {
	{ .name = "participation", .label = N_("Learner"),
	  .hint = N_("Who is on the course."),
	  .kind = FIELD_CHOICE, .flags = FIELD_READONLY, .offset = AT(participation), .width = 30,
	  .choices = "participant" },
	{ .name = "mark", .label = N_("Points of the test"),
	  .hint = N_("As many as the test brought."),
	  .kind = FIELD_NUMBER, .offset = AT(mark), .min = 0, .max = MARK_MAX, .width = -5 },
	{ .name = "certificate", .label = N_("Certificate number"),
	  .hint = N_("As it stands on the certificate; empty: none was given."),
	  .kind = FIELD_TEXT, .offset = AT(certificate), .max = 40, .width = 14 },
	{ .name = "certified_on", .label = N_("Given on"),
	  .hint = N_("The day that stands on the certificate."),
	  .kind = FIELD_DATE, .offset = AT(certified_on), .min = DATE_FIRST, .max = DATE_LAST,
	  .width = 10 },
	{ .name = "received_on", .label = N_("Received on"),
	  .hint = N_("The day it was handed over against a signature."),
	  .kind = FIELD_DATE, .offset = AT(received_on), .min = DATE_FIRST, .max = DATE_LAST,
	  .width = 10 },
};
/* clang-format on */
#undef AT
static const struct fields learner_fields = FIELD_TABLE(learner_rows);

static enum rc learner_check(const void *record)
{
	const struct learner *l = record;

	if (!*l->certificate && (l->certified_on || l->received_on))
		return err_set(RC_INVALID, _("A certificate without a number cannot be given."));
	if (l->received_on && l->received_on < l->certified_on)
		return err_set(RC_INVALID,
			       _("The certificate was received before it was given: check both "
				 "dates."));
	return RC_OK;
}

const struct record_type learner_type = {
	.name = "learner",
	.title = N_("Learners"),
	.one = N_("learner"),
	.owner = OWNER_RECORD,
	.size = sizeof(struct learner),
	.fields = &learner_fields,
	.check = learner_check,
};

int64_t attended_share(const struct attended *a)
{
	int64_t counted = a->held - a->excused;

	return counted > 0 ? (a->there * 200 + counted) / (2 * counted) : FIELD_NOTHING;
}

enum learning course_learning(const struct course *c, const struct learner *l,
			      const struct attended *a)
{
	bool test = c->mark_pass != FIELD_NOTHING;
	bool lessons = c->attend != FIELD_NOTHING && a->lessons;
	int64_t share = attended_share(a);

	if (!test && !lessons)
		return a->there && a->held == a->lessons ? LEARNING_PASSED : LEARNING_GOING;
	if (lessons && a->held < a->lessons)
		return LEARNING_GOING;
	if (lessons && share < c->attend)
		return LEARNING_ABSENT;
	if (test && l->mark == FIELD_NOTHING)
		return LEARNING_GOING;
	return test && l->mark < c->mark_pass ? LEARNING_FAILED : LEARNING_PASSED;
}

const char *learning_name(enum learning learning)
{
	static const char *const names[] = { [LEARNING_GOING] = N_("is learning"),
					     [LEARNING_ABSENT] = N_("attended too little"),
					     [LEARNING_FAILED] = N_("test not passed"),
					     [LEARNING_PASSED] = N_("has passed") };

	return text_of(names[learning]);
}

char *number_after(struct arena *a, const char *number)
{
	size_t end = strlen(number), from = end;
	unsigned long long next;

	while (from > 0 && end - from < 15 && number[from - 1] >= '0' && number[from - 1] <= '9')
		from--;
	if (from == end)
		return arena_printf(a, "%s%s1", number, end ? " " : "");
	next = strtoull(number + from, NULL, 10) + 1;
	return arena_printf(a, "%.*s%0*llu", (int)from, number, (int)(end - from), next);
}
