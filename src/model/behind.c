/* Who is behind and by how many days; which pair is effective. */
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/work.h"

/* The pause that a day lies in; NULL. */
static const struct pause_span *pause_at(const struct work *w, int64_t day)
{
	for (size_t i = 0; i < w->pauses; i++)
		if (w->pause[i].from <= day && (!w->pause[i].until || w->pause[i].until >= day))
			return &w->pause[i];
	return NULL;
}

/* Days from behind `from` up to `on` that lie in no pause. Pauses come by day. */
static int64_t days_worked(const struct work *w, int from, int on)
{
	int64_t days = date_days(from, on);
	int seen = from; /* all up to it is counted */

	for (size_t i = 0; i < w->pauses; i++) {
		const struct pause_span *p = &w->pause[i];
		int first = (int)p->from > seen ? (int)p->from : date_add_days(seen, 1);
		int last = p->until && p->until < on ? (int)p->until : on;

		if (first > last)
			continue;
		days -= date_days(first, last) + 1;
		seen = last;
	}
	return days > 0 ? days : 0;
}

static int64_t positive(int64_t days)
{
	return days > 0 ? days : 0;
}

/* Was the pair at work on some day of the month, and in no pause all that time? */
static bool month_worked(const struct work *w, int first, int last)
{
	int from = w->from > first ? (int)w->from : first;
	int to = w->to && w->to < last ? (int)w->to : last;

	return from <= to && days_worked(w, date_add_days(from, -1), to) > 0;
}

/* The last day on which a diary of the month is in time. */
static int diary_term(const struct work_rules *rules, int64_t year, int month)
{
	int first = work_month(year, month), next = date_add_days(first, 31);

	return date_make(date_year(next), date_month(next), (int)rules->diary_day);
}

bool work_diary_due(const struct work *w, const struct work_rules *rules, int64_t year, int month,
		    int on)
{
	int first = work_month(year, month), next = date_add_days(first, 31);
	int last = date_add_days(date_make(date_year(next), date_month(next), 1), -1);

	return rules->diaries && diary_term(rules, year, month) < on &&
	       month_worked(w, first, last);
}

static void diaries_behind(struct behind *b, const struct work *w, const struct work_rules *rules,
			   int64_t year, int on)
{
	for (int m = WORK_MONTHS - 1; m >= 0; m--) {
		if (w->handed & 1u << m || !work_diary_due(w, rules, year, m, on))
			continue;
		b->oldest = m;
		b->diaries++;
		b->diary = date_days(diary_term(rules, year, m), on);
	}
}

struct behind work_behind(const struct work *w, const struct work_rules *rules, int64_t year,
			  int on)
{
	struct behind b = { 0 };
	int since = w->last > w->from ? (int)w->last : (int)w->from;

	if (!w->active || on < w->from || (w->to && on > w->to) || pause_at(w, on))
		return b;
	if (rules->meet_every)
		b.meeting = positive(days_worked(w, since, on) - rules->meet_every);
	if (w->next && w->next < on)
		b.planned = days_worked(w, (int)w->next, on);
	diaries_behind(&b, w, rules, year, on);
	b.days = b.meeting > b.diary ? b.meeting : b.diary;
	b.days = b.days > b.planned ? b.days : b.planned;
	return b;
}

static const char *joined(struct arena *a, const char *before, const char *text)
{
	return *before ? arena_printf(a, "%s, %s", before, text) : text;
}

const char *behind_show(struct arena *a, const struct work *w, const struct behind *b, int on)
{
	const char *text = "";
	char date[DATE_SIZE];

	if (b->meeting) {
		int64_t days = days_worked(w, (int)(w->last > w->from ? w->last : w->from), on);

		text = arena_printf(
			a,
			w->last ? ngettext("no meeting for %lld day", "no meeting for %lld days",
					   (unsigned long)days)
				: ngettext("not one meeting in %lld day",
					   "not one meeting in %lld days", (unsigned long)days),
			(long long)days);
	}
	if (b->planned)
		text = joined(a, text,
			      arena_printf(a, _("planned on %s"), date_format((int)w->next, date)));
	if (b->diaries == 1)
		text = joined(
			a, text,
			arena_printf(a, _("no diary %s"), text_of(work_month_for(b->oldest))));
	else if (b->diaries)
		text = joined(
			a, text,
			arena_printf(a,
				     ngettext("no diary of %lld month", "no diary of %lld months",
					      (unsigned long)b->diaries),
				     (long long)b->diaries));
	return text;
}

int64_t work_meetings_due(const struct work *w, const struct work_rules *rules, int on)
{
	int64_t term = w->to ? date_days((int)w->from, (int)w->to) : 0;
	int64_t passed = date_days((int)w->from, on);

	if (passed >= term || passed < 0)
		return passed < 0 ? 0 : rules->effective_meetings;
	return rules->effective_meetings * passed / term;
}

static bool plan_kept(const struct work *w, const struct work_rules *rules)
{
	return !w->due || w->done * 100 >= w->due * rules->effective_plan;
}

bool work_effective(const struct work *w, const struct work_rules *rules, int on)
{
	return !w->early && w->meetings >= work_meetings_due(w, rules, on) && plan_kept(w, rules);
}

const char *work_lacks(struct arena *a, const struct work *w, const struct work_rules *rules,
		       int on)
{
	int64_t due = work_meetings_due(w, rules, on);
	const char *text = w->early ? _("ended early") : "";

	if (w->meetings < due)
		text = joined(a, text,
			      arena_printf(a, _("meetings %lld of %lld"), (long long)w->meetings,
					   (long long)due));
	if (!plan_kept(w, rules))
		text = joined(
			a, text,
			arena_printf(a, _("plan %lld %%"), (long long)(w->done * 100 / w->due)));
	return text;
}

const char *effective_sentence(struct arena *a, const struct work_rules *rules)
{
	const char *meetings = arena_printf(
		a,
		ngettext("at least %lld meeting in its term, until then in proportion",
			 "at least %lld meetings in its term, until then in proportion",
			 (unsigned long)rules->effective_meetings),
		(long long)rules->effective_meetings);
	const char *plan = arena_printf(a, _("at least %lld %% of what its plan wants by now"),
					(long long)rules->effective_plan);
	const char *text = "";

	if (rules->effective_meetings)
		text = meetings;
	if (rules->effective_plan)
		text = joined(a, text, plan);
	return arena_printf(a, _("An effective pair: %s."),
			    joined(a, text, _("it has not ended early")));
}
