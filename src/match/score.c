/* The five shares and their weighted mean; the formula stands in score.h. */
#include "nastavnik/match/score.h"

#include "rules.h"

enum { FULL = 1000, HALF = 500 };

static struct rule_share share_of(int64_t part, int64_t whole)
{
	return (struct rule_share){ .data = true,
				    .share = (int)((part * FULL + whole / 2) / whole) };
}

static const struct rule_share no_data = { .data = false };

bool ids_have(const struct ids *ids, int64_t id)
{
	for (size_t k = 0; k < ids->n; k++)
		if (ids->row[k] == id)
			return true;
	return false;
}

enum answer request_answer(const struct books *books, int64_t request,
			   const struct participant *mentor)
{
	const struct book_item *item = book_item_by_id(books, request);

	if (!item || item->answers.n == 0)
		return ANSWER_UNKNOWN;
	for (size_t k = 0; k < item->answers.n; k++)
		if (ids_have(&mentor->topics, item->answers.row[k]))
			return ANSWER_YES;
	return ANSWER_NO;
}

static struct rule_share share_topics(const struct pairing *p)
{
	int64_t whole = 0, answered = 0;

	if (p->mentor->topics.n == 0)
		return no_data;
	for (size_t k = 0; k < p->mentee->topics.n; k++) {
		enum answer answer = request_answer(p->books, p->mentee->topics.row[k], p->mentor);
		int weight = k == 0 ? 2 : 1;

		if (answer == ANSWER_UNKNOWN)
			continue;
		whole += weight;
		answered += answer == ANSWER_YES ? weight : 0;
	}
	return whole > 0 ? share_of(answered, whole) : no_data;
}

size_t choice_place(const struct participant *who, const struct participant *whom)
{
	for (size_t k = 0; k < who->choices.n; k++)
		if (who->choices.row[k] == whom->id)
			return k + 1;
	return 0;
}

/* (B + 1 - place) out of B, never below 0; a place behind the ballot's end counts like none. */
static int64_t choice_worth(const struct participant *who, const struct participant *whom,
			    int64_t ballot)
{
	int64_t place = (int64_t)choice_place(who, whom);

	return place > 0 && place <= ballot ? ballot + 1 - place : 0;
}

static struct rule_share share_choices(const struct pairing *p)
{
	const int64_t ballot = p->year->ballot_size > 0 ? p->year->ballot_size : 1;
	const int64_t ballots = (p->mentee->choices.n > 0) + (p->mentor->choices.n > 0);

	if (ballots == 0)
		return no_data;
	return share_of(choice_worth(p->mentee, p->mentor, ballot) +
				choice_worth(p->mentor, p->mentee, ballot),
			ballots * ballot);
}

static struct rule_share share_interests(const struct pairing *p)
{
	const struct ids *a = &p->mentee->interests, *b = &p->mentor->interests;
	int64_t common = 0;

	if (a->n == 0 || b->n == 0)
		return no_data;
	for (size_t k = 0; k < a->n; k++)
		common += ids_have(b, a->row[k]);
	return share_of(common, (int64_t)(a->n < b->n ? a->n : b->n));
}

static struct rule_share share_age(const struct pairing *p)
{
	const int64_t from = p->mentor->age_from, to = p->mentor->age_to;
	const int age = person_age(&p->mentee->person, p->year->year);
	int64_t outside = 0;

	if (age < 0 || (from == FIELD_NOTHING && to == FIELD_NOTHING))
		return no_data;
	if (from != FIELD_NOTHING && age < from)
		outside = from - age;
	if (to != FIELD_NOTHING && age > to && age - to > outside)
		outside = age - to;
	return share_of(outside == 0 ? FULL : outside == 1 ? HALF : 0, FULL);
}

static struct rule_share share_hours(const struct pairing *p)
{
	const int64_t offered = p->mentor->hours, wished = p->mentee->hours;

	if (offered == FIELD_NOTHING || wished == FIELD_NOTHING || wished <= 0 || offered < 0)
		return no_data;
	return share_of(offered < wished ? offered : wished, wished);
}

static const struct {
	struct rule_share (*share)(const struct pairing *p);
	size_t weight; /* offset in struct year */
} rules[RULE_COUNT] = {
	[RULE_TOPICS] = { share_topics, offsetof(struct year, weight_topics) },
	[RULE_CHOICES] = { share_choices, offsetof(struct year, weight_choices) },
	[RULE_INTERESTS] = { share_interests, offsetof(struct year, weight_interests) },
	[RULE_AGE] = { share_age, offsetof(struct year, weight_age) },
	[RULE_HOURS] = { share_hours, offsetof(struct year, weight_hours) },
};

static int rule_weight(const struct year *year, enum rule rule)
{
	const char *base = (const char *)year;

	return (int)*(const int64_t *)(const void *)(base + rules[rule].weight);
}

struct rule_share pairing_share(const struct pairing *p, enum rule rule)
{
	struct rule_share share = rules[rule].share(p);

	share.weight = rule_weight(p->year, rule);
	return share;
}

void match_score(const struct year *year, const struct books *books,
		 const struct participant *mentee, const struct participant *mentor,
		 struct score *out)
{
	const struct pairing p = { year, books, mentee, mentor };
	int64_t sum = 0, weights = 0;

	for (int rule = 0; rule < RULE_COUNT; rule++) {
		struct rule_share share = pairing_share(&p, (enum rule)rule);

		out->rule[rule] = share;
		if (!share.data)
			continue;
		sum += (int64_t)share.weight * share.share;
		weights += share.weight;
	}
	out->total = weights > 0 ? (int)((sum + weights / 2) / weights) : 0;
}
