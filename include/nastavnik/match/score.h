/*
 * How well two participants go together, and whether they may. domain.md §4.
 *
 * score = Σ weight·share / Σ weight over the rules that have data, in 0…1000 (shown as 0…100); a
 * rule without data drops out of both sums and says «нет данных». The rules' shares, each 0…1, are
 * written out at enum rule.
 */
#ifndef NASTAVNIK_MATCH_SCORE_H
#define NASTAVNIK_MATCH_SCORE_H

#include <stdbool.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/model/bond.h"
#include "nastavnik/model/book.h"
#include "nastavnik/model/school.h"

enum rule {
	/* Requests answered by the mentor's competences, the main (first) request counting double:
	 * answered weight / whole weight. A request for which the book names no competences does
	 * not count. No data: no request that counts, or no competence. */
	RULE_TOPICS,
	/* Mutual choice: mean over the ballots there are (mentee's, mentor's) of (B + 1 - place) /
	 * B, 0 when not chosen or chosen behind place B; B is the ballot's size. No data: neither
	 * filled in a ballot. */
	RULE_CHOICES,
	/* Common interests / the smaller number of interests of the two. No data: one has none. */
	RULE_INTERESTS,
	/* 1 inside the mentor's wished age, 0.5 one year outside, 0 beyond. No data: no wish, or
	 * the mentee's age is unknown. */
	RULE_AGE,
	/* min(1, offered hours / wished hours). No data: one of them is empty, or none are wished.
	 */
	RULE_HOURS,
	RULE_COUNT
};

/* Why two may not become a pair. */
enum refusal {
	FIT_OK,
	FIT_SAME_PERSON,
	FIT_FORM,       /* the forms they want differ, or the form has not their kinds */
	FIT_ROLE_MODEL, /* they want different ones, or one of another form than theirs */
	FIT_MENTEE_REFUSED,
	FIT_MENTOR_REFUSED,
	FIT_NOT_TRAINED, /* only where the year asks for it */
	FIT_NO_CONSENT,  /* likewise */
	FIT_NO_PLACE,    /* capacity used up; match_fit() never says this */
	FIT_COUNT
};

struct rule_share {
	bool data;
	int weight; /* as set for the year */
	int share;  /* 0…1000, rounded; 0 without data */
};

struct score {
	int total; /* 0…1000, rounded; 0 also when no rule with a weight has data */
	struct rule_share rule[RULE_COUNT];
};

/* Everything but capacity and locks, which the app counts. The first refusal in this order: same
 * person, mentee's, mentor's, form, role model, training, consent. A kind that is not known fits
 * any form. */
enum refusal match_fit(const struct year *year, const struct books *books,
		       const struct participant *mentee, const struct participant *mentor);
void match_score(const struct year *year, const struct books *books,
		 const struct participant *mentee, const struct participant *mentor,
		 struct score *out);
/* The form the bond of these two has: the mentee's, else the mentor's (the form itself, or that of
 * the role model they want), else the first of the book, hidden ones left out, whose sides fit
 * their kinds; 0: none. */
int64_t match_form(const struct books *books, const struct participant *mentee,
		   const struct participant *mentor);
/* «запрос и компетенции», … */
const char *rule_name(enum rule rule);
/* One line that says why the share is what it is: «профориентация», «9 класс, желаемый возраст:
 * 14–17 лет», «1 вместо 2 часов в неделю», «нет данных». No names of other people. */
char *rule_reason(struct arena *a, enum rule rule, const struct year *year,
		  const struct books *books, const struct participant *mentee,
		  const struct participant *mentor);
/* A sentence: «Титов Лев: записан отказ работать с этим наставляемым.»; "" for FIT_OK. */
char *refusal_reason(struct arena *a, enum refusal refusal, const struct participant *mentee,
		     const struct participant *mentor);
/* Warnings for a pair that is allowed: mentor younger than mentee, mentor not selected or not
 * trained, a consent that is missing. The subject is the participation the warning is about. */
void match_warn(const struct year *year, const struct participant *mentee,
		const struct participant *mentor, struct issues *out);

#endif
