#include "nastavnik/app/calendar.h"

#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/consent.h"
#include "nastavnik/model/task.h"
#include "nastavnik/port/ics.h"
#include "nastavnik/port/save.h"

static const struct {
	const char *word, *name;
} kind_words[CALENDAR_KINDS + 1] = {
	[CALENDAR_TASK] = { N_("term"), N_("Terms of the roadmap") },
	[CALENDAR_MEETING] = { N_("meeting"), N_("Meetings of pairs, planned") },
	[CALENDAR_HELD] = { N_("was held"), N_("Meetings of pairs that were held") },
	[CALENDAR_EVENT] = { N_("event"), N_("Events") },
	[CALENDAR_LESSON] = { N_("lesson"), N_("Lessons of courses") },
	[CALENDAR_TEST] = { N_("test"), N_("Tests") },
	[CALENDAR_CONTEST] = { N_("contest"), N_("Days of contests") },
	[CALENDAR_DIARY] = { N_("diaries"), N_("Diaries that are due") },
	[CALENDAR_CONSENT] = { N_("consents"), N_("Consents that expire") },
	[CALENDAR_AGREEMENT] = { N_("agreement"), N_("Agreements that end") },
};

const char *calendar_kind_name(enum calendar_kind kind)
{
	return text_of(kind_words[kind].word);
}

struct choices calendar_kinds(struct arena *a)
{
	struct choice *row = ARENA_NEW(a, struct choice, CALENDAR_KINDS);

	for (int kind = 1; kind <= CALENDAR_KINDS; kind++)
		row[kind - 1] = (struct choice){ .id = kind,
						 .code = "",
						 .name = text_of(kind_words[kind].name) };
	return (struct choices){ row, CALENDAR_KINDS };
}

const char *calendar_month(int month)
{
	static const char *const name[] = {
		CN_("month", "January"), CN_("month", "February"),  CN_("month", "March"),
		CN_("month", "April"),   CN_("whole month", "May"), CN_("month", "June"),
		CN_("month", "July"),    CN_("month", "August"),    CN_("month", "September"),
		CN_("month", "October"), CN_("month", "November"),  CN_("month", "December"),
	};

	return text_in(name[month - 1]);
}

/* The same inside a sentence: «октябрь». */
static const char *month_within(int month)
{
	static const char *const name[] = {
		CN_("of a month", "January"),   CN_("of a month", "February"),
		CN_("of a month", "March"),     CN_("of a month", "April"),
		CN_("of a month", "May"),       CN_("of a month", "June"),
		CN_("of a month", "July"),      CN_("of a month", "August"),
		CN_("of a month", "September"), CN_("of a month", "October"),
		CN_("of a month", "November"),  CN_("of a month", "December"),
	};

	return text_in(name[month - 1]);
}

/* The words of an entry, by its kind. */
typedef const char *words_of(struct arena *a, const struct calendar_entry *e, bool names);

static const char *name_words(struct arena *a, const struct calendar_entry *e, bool names)
{
	(void)a, (void)names;
	return e->name;
}

/* «Орлова И.»: a calendar's lines are short. */
static const char *short_name(struct arena *a, const struct calendar_side *side)
{
	if (!*side->given)
		return side->family;
	return arena_printf(a, "%s %.*s.", side->family, (int)utf8_next(side->given, 0),
			    side->given);
}

/* «Орлова И. – Ёлкина З. и ещё 2» */
static const char *meeting_words(struct arena *a, const struct calendar_entry *e, bool names)
{
	const char *pair;

	if (!names || !e->pair)
		return _("Meeting of a pair");
	pair = arena_printf(a, "%s – %s", short_name(a, &e->pair->mentor),
			    short_name(a, &e->pair->mentee));
	if (e->pair->mentees < 2)
		return pair;
	return arena_printf(a, _("%s and %lld more"), pair, (long long)e->pair->mentees - 1);
}

static const char *held_words(struct arena *a, const struct calendar_entry *e, bool names)
{
	const char *pair = meeting_words(a, e, names);

	return *e->name && names ? arena_printf(a, "%s: %s", pair, e->name) : pair;
}

static const char *event_words(struct arena *a, const struct calendar_entry *e, bool names)
{
	char until[DATE_SIZE];

	(void)names;
	if (e->until == e->day)
		return e->name;
	return arena_printf(a, _("%s (until %s)"), e->name, date_format((int)e->until, until));
}

static const char *lesson_words(struct arena *a, const struct calendar_entry *e, bool names)
{
	(void)names;
	return *e->name ? arena_printf(a, "%s: %s", e->whole, e->name) : e->whole;
}

static const char *test_words(struct arena *a, const struct calendar_entry *e, bool names)
{
	(void)names;
	return arena_printf(a, _("Test: %s"), e->name);
}

static const char *contest_words(struct arena *a, const struct calendar_entry *e, bool names)
{
	static const char *const day[] = { N_("%s: works are taken until this day"),
					   N_("%s: the experts are through"), N_("%s: awards") };

	(void)names;
	return arena_printf(a, text_of(day[e->of - 1]), e->name);
}

static const char *diary_words(struct arena *a, const struct calendar_entry *e, bool names)
{
	(void)names;
	return arena_printf(a, _("Diaries for %s: %lld of %lld handed in"),
			    month_within(date_month((int)e->id)), (long long)e->done,
			    (long long)e->count);
}

static const char *consent_words(struct arena *a, const struct calendar_entry *e, bool names)
{
	(void)names;
	return arena_printf(a, _("%s: expires for %lld"),
			    consent_kind_title((enum consent_kind)e->id), (long long)e->count);
}

static const char *agreement_words(struct arena *a, const struct calendar_entry *e, bool names)
{
	(void)names;
	return *e->name ? arena_printf(a, _("%s: agreement No. %s ends"), e->whole, e->name)
			: arena_printf(a, _("%s: the agreement ends"), e->whole);
}

static words_of *const words[CALENDAR_KINDS + 1] = {
	[CALENDAR_TASK] = name_words,       [CALENDAR_MEETING] = meeting_words,
	[CALENDAR_HELD] = held_words,       [CALENDAR_EVENT] = event_words,
	[CALENDAR_LESSON] = lesson_words,   [CALENDAR_TEST] = test_words,
	[CALENDAR_CONTEST] = contest_words, [CALENDAR_DIARY] = diary_words,
	[CALENDAR_CONSENT] = consent_words, [CALENDAR_AGREEMENT] = agreement_words,
};

static bool is_done(const struct calendar_entry *e)
{
	switch ((enum calendar_kind)e->kind) {
	case CALENDAR_TASK:
		return e->done != DATE_NONE;
	case CALENDAR_DIARY:
		return e->done == e->count;
	case CALENDAR_HELD:
		return true;
	default:
		return false;
	}
}

/* What somebody waits for once its day is over; the rest has simply been. */
static bool is_owed(const struct calendar_entry *e)
{
	return (e->kind == CALENDAR_TASK && !e->optional) || e->kind == CALENDAR_MEETING ||
	       e->kind == CALENDAR_DIARY || e->kind == CALENDAR_CONSENT;
}

enum rc calendar_items_load(const struct app *app, struct arena *a, int from, int to,
			    unsigned kinds, bool names, struct calendar_items *out)
{
	struct calendar_query query = {
		.year = app->year.year, .from = from, .to = to, .kinds = kinds, .names = names
	};
	struct calendar_items items = { 0 };
	struct calendar found;
	enum rc rc = calendar_load(app->store, a, &query, &found);

	if (rc != RC_OK)
		return rc;
	items.row = ARENA_NEW(a, struct calendar_item, found.n);
	for (items.n = 0; items.n < found.n; items.n++) {
		struct calendar_item *item = &items.row[items.n];

		item->entry = found.row[items.n];
		item->done = is_done(&item->entry);
		item->overdue =
			!item->done && is_owed(&item->entry) && item->entry.day < date_today();
		item->text = words[item->entry.kind](a, &item->entry, names);
	}
	*out = items;
	return RC_OK;
}

/* The file */

/* What an entry is known by, whatever becomes of it. A pair has one next meeting: when it is put
 * off, or the one after it is planned, that event moves. Consents are told by day and kind. */
static const char *uid_make(const struct app *app, struct arena *a, const struct calendar_entry *e)
{
	static const char *const word[CALENDAR_KINDS + 1] = {
		[CALENDAR_TASK] = "task",       [CALENDAR_MEETING] = "meeting",
		[CALENDAR_HELD] = "held",       [CALENDAR_EVENT] = "event",
		[CALENDAR_LESSON] = "lesson",   [CALENDAR_TEST] = "test",
		[CALENDAR_CONTEST] = "contest", [CALENDAR_DIARY] = "diary",
		[CALENDAR_CONSENT] = "consent", [CALENDAR_AGREEMENT] = "agreement",
	};
	int64_t part = e->kind == CALENDAR_CONTEST   ? e->of
		       : e->kind == CALENDAR_CONSENT ? e->day
						     : app->year.year;

	return arena_printf(a, "%s-%llx-%lld@%s", word[e->kind],
			    (unsigned long long)(e->kind == CALENDAR_MEETING ? e->of : e->id),
			    (long long)part, app->school.uuid);
}

static void event_add(const struct app *app, struct arena *a, struct str *out,
		      const struct calendar_item *item)
{
	const struct calendar_entry *e = &item->entry;
	const char *summary = item->text;

	if (e->kind == CALENDAR_TASK)
		summary = arena_printf(a, item->done ? _("Done: %s") : _("Term: %s"), item->text);
	ics_add(out,
		&(struct ics_event){ .uid = uid_make(app, a, e),
				     .from = (int)e->day,
				     .until = (int)e->until,
				     .summary = summary,
				     .category = calendar_kind_name((enum calendar_kind)e->kind) },
		clock_now());
}

static enum rc items_save(const struct app *app, struct arena *a, const char *path,
			  const struct calendar_items *items)
{
	struct str out = { 0 };
	char year[12];
	enum rc rc;

	ics_begin(&out,
		  arena_printf(a, _("Mentoring programme %s"), year_name(app->year.year, year)));
	for (size_t i = 0; i < items->n; i++)
		event_add(app, a, &out, &items->row[i]);
	ics_end(&out);
	rc = text_save(path, ENCODING_UTF8, str_text(&out), NULL);
	str_done(&out);
	return rc;
}

enum rc calendar_save(const struct app *app, const char *path, bool names, size_t *events)
{
	int from = date_make((int)app->year.year, 8, 1), to = date_add_months(from, 13);
	struct arena a = { 0 };
	struct calendar_items items;
	enum rc rc =
		calendar_items_load(app, &a, from, date_add_days(to, -1),
				    CALENDAR_ALL & ~CALENDAR_BIT(CALENDAR_HELD), names, &items);

	if (!rc && !items.n)
		rc = err_set(RC_NOT_FOUND,
			     _("Nothing in this school year has a day yet: there is no calendar "
			       "to write."));
	if (!rc)
		rc = items_save(app, &a, path, &items);
	if (!rc && events)
		*events = items.n;
	arena_done(&a);
	return rc;
}
