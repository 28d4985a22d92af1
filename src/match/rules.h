/* What the shares, their reasons and the refusals share: looking at one mentee beside one mentor.
 */
#ifndef NASTAVNIK_MATCH_RULES_H
#define NASTAVNIK_MATCH_RULES_H

#include "nastavnik/match/score.h"

struct pairing {
	const struct year *year;
	const struct books *books;
	const struct participant *mentee, *mentor;
};

/* ANSWER_UNKNOWN: the book does not say which competences answer the request. */
enum answer { ANSWER_UNKNOWN, ANSWER_NO, ANSWER_YES };

bool ids_have(const struct ids *ids, int64_t id);
enum answer request_answer(const struct books *books, int64_t request,
			   const struct participant *mentor);
/* Place of whom in the ballot of who, from 1; 0: not chosen. */
size_t choice_place(const struct participant *who, const struct participant *whom);
/* The share of one rule with its weight. */
struct rule_share pairing_share(const struct pairing *p, enum rule rule);

#endif
