/*
 * Head counts: how many there are of whom a report asks for a share. domain.md §5, the table of
 * indicators: its denominators, and who of them takes part.
 */
#ifndef NASTAVNIK_MODEL_HEADCOUNT_H
#define NASTAVNIK_MODEL_HEADCOUNT_H

#include <stdbool.h>

#include "nastavnik/model/participant.h"

enum headcount {
	HEADCOUNT_PUPILS,
	HEADCOUNT_PUPILS_10_19,
	HEADCOUNT_PUPILS_15_19,
	HEADCOUNT_TEACHERS,
	HEADCOUNT_NOVICES,     /* novice teachers: the file has no length of service */
	HEADCOUNT_ENTERPRISES, /* partner enterprises */
	HEADCOUNTS
};

struct headcount_rule {
	const char *code;      /* stored: never rename */
	const char *name;      /* msgid */
	enum person_kind kind; /* counted in the list by kind and age; KIND_UNKNOWN: only typed */
	int age_from, age_to;  /* full years, both included; 0 and 0: any */
	enum role role;        /* who of them takes part: in this role */
	enum person_kind part; /* and of this kind */
	bool places;           /* what takes part are places of work, not persons */
	const char *part_name; /* msgid: «наставляемые» */
};
extern const struct headcount_rule headcount_rules[HEADCOUNTS];

/* How the age was found out. */
enum age_source { AGE_UNKNOWN, AGE_BY_CLASS, AGE_BY_BIRTH };

/* Is a person one of those whom the rule counts in the list? *source says how; AGE_BY_BIRTH when
 * the rule asks for no age. */
bool headcount_counts(const struct headcount_rule *rule, const struct person *p, int on,
		      enum age_source *source);

#endif
