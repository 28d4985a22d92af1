/* The rules of stage 6, diaries, months and terms of a school year. */
#include "nastavnik/model/work.h"

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"

enum { DAY_MAX = 28, MEET_MAX = 120, MEETINGS_MAX = 200, PERCENT_MAX = 100, FIRST_MONTH = 9 };

#define AT(member) offsetof(struct work_rules, member)

/* clang-format off */
static const struct field rule_rows[] = {
	{ .name = "meet_every", .label = N_("Days between meetings"),
	  .hint = N_("A pair that has not met for longer is behind. 0: nobody is asked."),
	  .kind = FIELD_NUMBER, .flags = FIELD_REQUIRED, .offset = AT(meet_every), .max = MEET_MAX,
	  .width = -5 },
	{ .name = "diaries", .label = N_("Diaries are handed in"),
	  .hint = N_("No: nothing is asked for. By law a teacher's diary is voluntary."),
	  .kind = FIELD_YESNO, .offset = AT(diaries), .width = 5 },
	{ .name = "diary_day", .label = N_("Diary: by which day"),
	  .hint = N_("Of the next month. 5: the diary of October is behind from 6 November on."),
	  .kind = FIELD_NUMBER, .flags = FIELD_REQUIRED, .offset = AT(diary_day), .min = 1,
	  .max = DAY_MAX, .width = -5 },
	{ .name = "effective_meetings", .label = N_("Effective: meetings in the term"),
	  .hint = N_("Until the term is over, in proportion to the time that has passed. 0: they do "
		     "not count."),
	  .kind = FIELD_NUMBER, .flags = FIELD_REQUIRED, .offset = AT(effective_meetings),
	  .max = MEETINGS_MAX, .width = -5 },
	{ .name = "effective_plan", .label = N_("Effective: plan done, %"),
	  .hint = N_("Of the lines whose day has come; a pair without a plan is judged by its "
		     "meetings. 0: it does not count."),
	  .kind = FIELD_NUMBER, .flags = FIELD_REQUIRED, .offset = AT(effective_plan),
	  .max = PERCENT_MAX, .width = -5 },
};
/* clang-format on */
const struct fields work_rule_fields = FIELD_TABLE(rule_rows);
#undef AT

int64_t diary_state(const struct diary *d)
{
	if (d->mark >= DIARY_MARKED && d->mark <= DIARY_BEST)
		return d->mark;
	return d->read_on ? DIARY_READ : d->handed_on ? DIARY_HANDED : 0;
}

void diary_set(struct diary *d, int64_t state, int on)
{
	d->mark = state >= DIARY_MARKED ? state : FIELD_NOTHING;
	if (state < DIARY_READ)
		d->read_on = DATE_NONE;
	else if (!d->read_on)
		d->read_on = on;
	if (!state)
		d->handed_on = DATE_NONE;
	else if (!d->handed_on)
		d->handed_on = on;
}

bool diary_is_empty(const struct diary *d)
{
	return !d->handed_on && !d->read_on && d->mark == FIELD_NOTHING && !*d->remark;
}

int work_month_of(int64_t year, int date)
{
	int month = (date_year(date) - (int)year) * WORK_MONTHS + date_month(date) - FIRST_MONTH;

	return date_whole(date) && month >= 0 && month < WORK_MONTHS ? month : -1;
}

int work_month(int64_t year, int month)
{
	int at = FIRST_MONTH - 1 + month;

	return date_make((int)year + at / WORK_MONTHS, at % WORK_MONTHS + 1, 1);
}

static const struct {
	const char *brief, *in_sentence;
} months[WORK_MONTHS] = {
	{ N_("Sep"), N_("for September") },     { N_("Oct"), N_("for October") },
	{ N_("Nov"), N_("for November") },      { N_("Dec"), N_("for December") },
	{ N_("Jan"), N_("for January") },       { N_("Feb"), N_("for February") },
	{ N_("Mar"), N_("for March") },         { N_("Apr"), N_("for April") },
	{ CN_("month", "May"), N_("for May") }, { N_("Jun"), N_("for June") },
	{ N_("Jul"), N_("for July") },          { N_("Aug"), N_("for August") },
};

const char *work_month_short(int month)
{
	return months[month].brief;
}

const char *work_month_for(int month)
{
	return months[month].in_sentence;
}

/* Month in which each term begins, from September; the last ends with the year. */
static const int term_begins[][TERMS_QUARTERS + 1] = {
	[TERMS_HALF_YEARS] = { 0, 4, WORK_MONTHS },
	[TERMS_TRIMESTERS] = { 0, 3, 6, WORK_MONTHS },
	[TERMS_QUARTERS] = { 0, 2, 4, 7, WORK_MONTHS },
};

bool work_term(const struct year *year, int64_t term, int *from, int *to)
{
	int first, last;

	if (term < 0 || term > year->terms || year->terms < TERMS_HALF_YEARS ||
	    year->terms > TERMS_QUARTERS)
		return false;
	first = term ? term_begins[year->terms][term - 1] : 0;
	last = (term ? term_begins[year->terms][term] : WORK_MONTHS) - 1;
	*from = work_month(year->year, first);
	*to = last + 1 < WORK_MONTHS ? date_add_days(work_month(year->year, last + 1), -1)
				     : date_make((int)year->year + 1, FIRST_MONTH - 1, 31);
	return true;
}

const char *work_term_name(struct arena *a, const struct year *year, int64_t term)
{
	if (!term)
		return _("the whole year");
	if (year->terms == TERMS_HALF_YEARS)
		return arena_printf(a, _("half-year %lld"), (long long)term);
	if (year->terms == TERMS_TRIMESTERS)
		return arena_printf(a, _("trimester %lld"), (long long)term);
	return arena_printf(a, _("quarter %lld"), (long long)term);
}

const char *work_name(struct arena *a, const struct work *w)
{
	const char *mentor = person_short_name(a, &w->mentor);
	const char *mentee = person_short_name(a, &w->mentee);

	if (w->mentees > 1)
		return arena_printf(a, "%s – %s +%zu", mentor, mentee, w->mentees - 1);
	return arena_printf(a, "%s – %s", mentor, mentee);
}
