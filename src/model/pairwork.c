#include "nastavnik/model/pairwork.h"

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"

enum { MARK_MIN = 1, MARK_MAX = 5, DATE_FIRST = 20000101, DATE_LAST = 21991231 };

record_words meeting_kinds = { N_("organising"), N_("trial work"), N_("planning"),
			       N_("regular"),    N_("final"),      NULL };
record_words plan_parts = { N_("personalised programme"), N_("development plan"), NULL };
record_words visit_ways = { N_("the mentor at the mentee's"), N_("the mentee at the mentor's"),
			    NULL };

static enum rc order_check(int64_t from, int64_t to, const char *sentence)
{
	return from && to && to < from ? err_set(RC_INVALID, "%s", sentence) : RC_OK;
}

/* clang-format off */
#define AT(member) offsetof(struct meeting, member)
static const struct field meeting_rows[] = {
	{ .name = "on_day", .label = N_("Date"),
	  .hint = N_("When the pair met."),
	  .kind = FIELD_DATE, .flags = FIELD_REQUIRED | FIELD_IN_LIST | FIELD_IN_YEAR,
	  .offset = AT(on_day), .min = DATE_FIRST, .max = DATE_LAST, .width = 10 },
	{ .name = "theme", .label = N_("Theme"),
	  .hint = N_("What it was about: “Fractions: working at the mistakes”."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(theme),
	  .max = 300, .width = 18 },
	{ .name = "result", .label = N_("Outcome"),
	  .hint = N_("What came out of it, what was agreed on."),
	  .kind = FIELD_TEXT, .offset = AT(result), .max = 1000,
	  .width = 20 },
	{ .name = "mark", .label = N_("Grade"),
	  .hint = N_("How it went, from 1 to 5; may stay empty."),
	  .kind = FIELD_NUMBER, .flags = FIELD_IN_LIST, .offset = AT(mark), .min = MARK_MIN,
	  .max = MARK_MAX, .width = -6 },
	{ .name = "next_on", .label = N_("Next meeting on"),
	  .hint = N_("The day agreed on; proposed by how often pairs meet this year."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST | FIELD_IN_YEAR, .offset = AT(next_on),
	  .min = DATE_FIRST, .max = DATE_LAST, .width = 11 },
	{ .name = "kind", .label = N_("Kind of meeting"),
	  .hint = N_("Organising, trial, planning with the curator, regular, final."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(kind),
	  .width = 15, .choices = "meeting_kind" },
	{ .name = "source", .label = N_("Read from"),
	  .hint = N_("The line of the shared table it came from."),
	  .kind = FIELD_TEXT, .flags = FIELD_READONLY | FIELD_NO_IMPORT | FIELD_NO_EXPORT,
	  .offset = AT(source) },
};
#undef AT

#define AT(member) offsetof(struct plan_item, member)
static const struct field plan_item_rows[] = {
	{ .name = "name", .label = N_("What is to be done"),
	  .hint = N_("A task, a project, an event of the pair."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 300, .width = 24 },
	{ .name = "work", .label = N_("Kind of work"),
	  .hint = N_("Talk, consultation, lesson visit, training, coaching…"),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_WIDE_LIST, .offset = AT(work), .width = 14,
	  .choices = "work" },
	{ .name = "due", .label = N_("Term"),
	  .hint = N_("By when, within the school year."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST | FIELD_IN_YEAR, .offset = AT(due),
	  .min = DATE_FIRST, .max = DATE_LAST, .width = 12 },
	{ .name = "expected", .label = N_("Planned result"),
	  .hint = N_("What will be there then."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(expected), .max = 500,
	  .width = 20 },
	{ .name = "done_on", .label = N_("Done on"),
	  .hint = N_("F2 in the list writes today's day."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST | FIELD_IN_YEAR, .offset = AT(done_on),
	  .min = DATE_FIRST, .max = DATE_LAST, .width = 10 },
	{ .name = "actual", .label = N_("Actual result"),
	  .hint = N_("What is there indeed."),
	  .kind = FIELD_TEXT, .offset = AT(actual), .max = 500, .width = 20 },
	{ .name = "mark", .label = N_("Grade"),
	  .hint = N_("The mentor's, from 1 to 5; may stay empty."),
	  .kind = FIELD_NUMBER, .flags = FIELD_IN_LIST, .offset = AT(mark), .min = MARK_MIN,
	  .max = MARK_MAX, .width = -6 },
	{ .name = "part", .label = N_("Part"),
	  .hint = N_("Of the programme or of the development plan."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED | FIELD_READONLY, .offset = AT(part),
	  .choices = "plan_part" },
};
#undef AT

#define AT(member) offsetof(struct visit, member)
static const struct field visit_rows[] = {
	{ .name = "on_day", .label = N_("Date"),
	  .hint = N_("Of the lesson."),
	  .kind = FIELD_DATE, .flags = FIELD_REQUIRED | FIELD_IN_LIST | FIELD_IN_YEAR,
	  .offset = AT(on_day), .min = DATE_FIRST, .max = DATE_LAST, .width = 10 },
	{ .name = "way", .label = N_("Who at whose lesson"),
	  .hint = N_("Visits are mutual: the mentee sees the mentor's lessons too."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(way),
	  .width = 26, .choices = "visit_way" },
	{ .name = "class", .label = N_("Class"),
	  .hint = N_("In which class the lesson was."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(class_name), .max = 20,
	  .width = 7 },
	{ .name = "theme", .label = N_("Theme of the lesson"),
	  .hint = N_("As the register has it."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(theme),
	  .max = 300, .width = 24 },
	{ .name = "seen", .label = N_("What was seen"),
	  .hint = N_("What succeeded, what did not."),
	  .kind = FIELD_LONGTEXT, .offset = AT(seen), .max = 4000 },
	{ .name = "advice", .label = N_("Advice"),
	  .hint = N_("What to keep, what to try otherwise."),
	  .kind = FIELD_LONGTEXT, .offset = AT(advice), .max = 4000 },
};
#undef AT

#define AT(member) offsetof(struct handout, member)
static const struct field handout_rows[] = {
	{ .name = "on_day", .label = N_("Date"),
	  .hint = N_("When it was given out."),
	  .kind = FIELD_DATE, .flags = FIELD_REQUIRED | FIELD_IN_LIST | FIELD_IN_YEAR,
	  .offset = AT(on_day), .min = DATE_FIRST, .max = DATE_LAST, .width = 10 },
	{ .name = "name", .label = N_("Material"),
	  .hint = N_("A memo, a programme, a set of exercises."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 300, .width = 30 },
	{ .name = "link", .label = N_("Where it lies"),
	  .hint = N_("A link, a file's name or a folder."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(link), .max = 500,
	  .width = 20 },
};
#undef AT

#define AT(member) offsetof(struct consultation, member)
static const struct field consultation_rows[] = {
	{ .name = "on_day", .label = N_("Date"),
	  .hint = N_("When it was given."),
	  .kind = FIELD_DATE, .flags = FIELD_REQUIRED | FIELD_IN_LIST | FIELD_IN_YEAR,
	  .offset = AT(on_day), .min = DATE_FIRST, .max = DATE_LAST, .width = 10 },
	{ .name = "whom", .label = N_("To whom"),
	  .hint = N_("The mentor, the mentee, both, the parents."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(whom), .max = 200,
	  .width = 20 },
	{ .name = "theme", .label = N_("Theme"),
	  .hint = N_("What was asked."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(theme),
	  .max = 300, .width = 24 },
	{ .name = "result", .label = N_("Outcome"),
	  .hint = N_("What was advised or agreed on."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(result), .max = 1000,
	  .width = 20 },
};
#undef AT

#define AT(member) offsetof(struct pause, member)
static const struct field pause_rows[] = {
	{ .name = "on_day", .label = N_("From"),
	  .hint = N_("The first day on which the pair did not work."),
	  .kind = FIELD_DATE, .flags = FIELD_REQUIRED | FIELD_IN_LIST | FIELD_IN_YEAR,
	  .offset = AT(on_day), .min = DATE_FIRST, .max = DATE_LAST, .width = 10 },
	{ .name = "until", .label = N_("To"),
	  .hint = N_("The last one; empty while it goes on."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST | FIELD_IN_YEAR, .offset = AT(until),
	  .min = DATE_FIRST, .max = DATE_LAST, .width = 10 },
	{ .name = "reason", .label = N_("Reason"),
	  .hint = N_("Illness, exams, holidays…"),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(reason),
	  .max = 300, .width = 40 },
};
#undef AT
/* clang-format on */

static const struct fields meeting_fields = FIELD_TABLE(meeting_rows),
			   plan_item_fields = FIELD_TABLE(plan_item_rows),
			   visit_fields = FIELD_TABLE(visit_rows),
			   handout_fields = FIELD_TABLE(handout_rows),
			   consultation_fields = FIELD_TABLE(consultation_rows),
			   pause_fields = FIELD_TABLE(pause_rows);

int64_t meeting_kind_after(int64_t last)
{
	return last < MEETING_REGULAR ? last + 1 : MEETING_REGULAR;
}

static void meeting_fresh(void *record, int today)
{
	struct meeting *meeting = record;

	meeting->on_day = today;
	meeting->kind = MEETING_FIRST;
}

static enum rc meeting_check(const void *record)
{
	const struct meeting *meeting = record;

	return order_check(meeting->on_day, meeting->next_on,
			   _("The next meeting cannot be before this one: look at the two "
			     "dates."));
}

const struct record_type meeting_type = {
	.name = "meeting",
	.title = N_("Meetings"),
	.one = N_("meeting"),
	.owner = OWNER_BOND,
	.size = sizeof(struct meeting),
	.fields = &meeting_fields,
	.fresh = meeting_fresh,
	.check = meeting_check,
};

bool plan_item_overdue(const struct plan_item *item, int today)
{
	return !item->done_on && item->due && item->due < today;
}

static void programme_item_fresh(void *record, int today)
{
	(void)today;
	((struct plan_item *)record)->part = PLAN_PROGRAMME;
}

const struct record_type programme_item_type = {
	.name = "programme_item",
	.title = N_("Personalised programme"),
	.one = N_("line of the programme"),
	.owner = OWNER_BOND,
	.size = sizeof(struct plan_item),
	.fields = &plan_item_fields,
	.fresh = programme_item_fresh,
};

static void plan_item_fresh(void *record, int today)
{
	(void)today;
	((struct plan_item *)record)->part = PLAN_DEVELOPMENT;
}

const struct record_type plan_item_type = {
	.name = "plan_item",
	.title = N_("Development plan"),
	.one = N_("line of the plan"),
	.owner = OWNER_BOND,
	.size = sizeof(struct plan_item),
	.fields = &plan_item_fields,
	.fresh = plan_item_fresh,
};

static void visit_fresh(void *record, int today)
{
	struct visit *visit = record;

	visit->on_day = today;
	visit->way = VISIT_BY_MENTOR;
}

const struct record_type visit_type = {
	.name = "visit",
	.title = N_("Lesson visits"),
	.one = N_("lesson visit"),
	.owner = OWNER_BOND,
	.size = sizeof(struct visit),
	.fields = &visit_fields,
	.fresh = visit_fresh,
};

static void handout_fresh(void *record, int today)
{
	((struct handout *)record)->on_day = today;
}

const struct record_type handout_type = {
	.name = "handout",
	.title = N_("Materials given out"),
	.one = N_("material"),
	.owner = OWNER_BOND,
	.size = sizeof(struct handout),
	.fields = &handout_fields,
	.fresh = handout_fresh,
};

static void consultation_fresh(void *record, int today)
{
	((struct consultation *)record)->on_day = today;
}

const struct record_type consultation_type = {
	.name = "consultation",
	.title = N_("Consultations"),
	.one = N_("consultation"),
	.owner = OWNER_BOND,
	.size = sizeof(struct consultation),
	.fields = &consultation_fields,
	.fresh = consultation_fresh,
};

static void pause_fresh(void *record, int today)
{
	((struct pause *)record)->on_day = today;
}

static enum rc pause_check(const void *record)
{
	const struct pause *pause = record;

	return order_check(pause->on_day, pause->until,
			   _("A pause cannot end before it begins: look at the two dates."));
}

const struct record_type pause_type = {
	.name = "pause",
	.title = N_("Pauses"),
	.one = N_("pause"),
	.owner = OWNER_BOND,
	.size = sizeof(struct pause),
	.fields = &pause_fields,
	.fresh = pause_fresh,
	.check = pause_check,
};
