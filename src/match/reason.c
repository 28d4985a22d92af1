/* Each share in words: one line for the person who looks at a pair. */
#include "rules.h"

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/model/class.h"

const char *rule_name(enum rule rule)
{
	static const char *const name[RULE_COUNT] = {
		[RULE_TOPICS] = N_("request and competences"),
		[RULE_CHOICES] = N_("mutual choice"),
		[RULE_INTERESTS] = N_("interests"),
		[RULE_AGE] = CN_("rule", "age"),
		[RULE_HOURS] = CN_("rule", "time"),
	};

	return text_in(name[rule]);
}

static void name_add(struct str *list, const char *name)
{
	if (list->len > 0)
		str_add(list, ", ");
	str_add(list, name);
}

/* The mentee's requests with this answer, by name. */
static char *requests_show(struct arena *a, const struct pairing *p, enum answer answer)
{
	struct str list = { 0 };
	char *text;

	for (size_t k = 0; k < p->mentee->topics.n; k++) {
		int64_t request = p->mentee->topics.row[k];

		if (request_answer(p->books, request, p->mentor) == answer)
			name_add(&list, book_item_name(p->books, request));
	}
	text = arena_strdup(a, str_text(&list));
	str_done(&list);
	return text;
}

static char *reason_topics(struct arena *a, const struct pairing *p)
{
	char *answered = requests_show(a, p, ANSWER_YES);
	char *open = requests_show(a, p, ANSWER_NO);

	if (*open == '\0')
		return answered;
	if (*answered == '\0')
		return arena_printf(a, _("without an answer: %s"), open);
	return arena_printf(a, _("%s; without an answer: %s"), answered, open);
}

/* One side's part of the sentence; "" when that ballot is empty. */
static char *choice_show(struct arena *a, const struct participant *who,
			 const struct participant *whom, const char *chosen, const char *not_chosen)
{
	size_t place = choice_place(who, whom);

	if (who->choices.n == 0)
		return arena_strdup(a, "");
	return place > 0 ? arena_printf(a, chosen, (int)place) : arena_strdup(a, not_chosen);
}

static char *reason_choices(struct arena *a, const struct pairing *p)
{
	char *mentee, *mentor;

	if (choice_place(p->mentee, p->mentor) == 1 && choice_place(p->mentor, p->mentee) == 1)
		return arena_strdup(a, _("they chose each other first"));
	mentee = choice_show(a, p->mentee, p->mentor, _("the mentee's choice: place %d"),
			     _("the mentee chose others"));
	mentor = choice_show(a, p->mentor, p->mentee, _("the mentor's choice: place %d"),
			     _("the mentor chose others"));
	if (*mentee == '\0' || *mentor == '\0')
		return *mentee == '\0' ? mentor : mentee;
	return arena_printf(a, "%s; %s", mentee, mentor);
}

static char *reason_interests(struct arena *a, const struct pairing *p)
{
	const struct ids *mine = &p->mentee->interests;
	struct str list = { 0 };
	char *text;

	for (size_t k = 0; k < mine->n; k++)
		if (ids_have(&p->mentor->interests, mine->row[k]))
			name_add(&list, book_item_name(p->books, mine->row[k]));
	text = arena_strdup(a, list.len > 0 ? list.text : _("no common interests"));
	str_done(&list);
	return text;
}

static char *reason_age(struct arena *a, const struct pairing *p)
{
	const struct person *person = &p->mentee->person;
	const int grade = class_grade(person->class_name);
	const int age = person_age(person, p->year->year);
	char *who = grade > 0 ? arena_printf(a, _("class %d"), grade)
			      : arena_printf(a, ngettext("%d year", "%d years", (unsigned long)age),
					     age);

	return arena_printf(a, _("%s, wished age: %s"), who,
			    age_range_show(a, p->mentor->age_from, p->mentor->age_to));
}

/* Tenths of an hour: «2», «1,5». */
static char *hours_show(struct arena *a, int64_t tenths)
{
	if (tenths % 10 == 0)
		return arena_printf(a, "%d", (int)(tenths / 10));
	return arena_printf(a, "%d,%d", (int)(tenths / 10), (int)(tenths % 10));
}

static char *reason_hours(struct arena *a, const struct pairing *p)
{
	const int64_t offered = p->mentor->hours, wished = p->mentee->hours;
	const bool whole = wished % 10 == 0; /* else a plural form of its own: «1,5 часа» */
	const unsigned long n = (unsigned long)wished / 10;
	char *want = hours_show(a, wished);

	if (offered >= wished && whole)
		return arena_printf(
			a, ngettext("%s hour a week, enough", "%s hours a week, enough", n), want);
	if (offered >= wished)
		return arena_printf(a, C_("fraction", "%s hours a week, enough"), want);
	if (whole)
		return arena_printf(a,
				    ngettext("%s instead of %s hour a week",
					     "%s instead of %s hours a week", n),
				    hours_show(a, offered), want);
	return arena_printf(a, C_("fraction", "%s instead of %s hours a week"),
			    hours_show(a, offered), want);
}

char *rule_reason(struct arena *a, enum rule rule, const struct year *year,
		  const struct books *books, const struct participant *mentee,
		  const struct participant *mentor)
{
	static char *(*const reason[RULE_COUNT])(struct arena *, const struct pairing *) = {
		[RULE_TOPICS] = reason_topics,       [RULE_CHOICES] = reason_choices,
		[RULE_INTERESTS] = reason_interests, [RULE_AGE] = reason_age,
		[RULE_HOURS] = reason_hours,
	};
	const struct pairing p = { year, books, mentee, mentor };

	if (!pairing_share(&p, rule).data)
		return arena_strdup(a, _("no data"));
	return reason[rule](a, &p);
}
