/*
 * Indicators: what a programme is judged by. domain.md §5: the six of Р-145, the school's list, the
 * results at the level of the school. What the file can tell is counted as of a day, by pure rules
 * over facts that were read before; the rest is typed.
 */
#ifndef NASTAVNIK_MODEL_INDICATOR_H
#define NASTAVNIK_MODEL_INDICATOR_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"
#include "nastavnik/base/id.h"
#include "nastavnik/model/headcount.h"
#include "nastavnik/model/record.h"
#include "nastavnik/model/school.h"

/* The numbers below are stored: never renumber. */

/* Whose indicator it is: of Р-145, of the school, at the level of the school. */
enum indicator_list { INDICATORS_R145 = 1, INDICATORS_SCHOOL, INDICATORS_RESULTS, INDICATOR_LISTS };
/* Their words, for the person. */
extern record_words indicator_lists;

/* What its values are. */
enum indicator_kind { INDICATOR_PERCENT = 1, INDICATOR_NUMBER, INDICATOR_AVERAGE };
/* Their words, for the person. */
extern record_words indicator_kinds;

struct indicator {
	struct record head; /* of a year */
	int64_t position;   /* FIELD_NOTHING: last */
	const char *number; /* «1.1» */
	const char *name;
	int64_t list;     /* enum indicator_list */
	int64_t kind;     /* enum indicator_kind */
	int64_t reverse;  /* 1: less is better */
	const char *note; /* what it is made of */
	int64_t hidden;
	const char *rule; /* of indicator_rules; "": it is typed */
	const char *code; /* stable; targets know it by this */
};
extern const struct record_type indicator_type;

/* When it is told. NOW is never stored. */
enum moment { MOMENT_START = 1, MOMENT_BETWEEN, MOMENT_END, MOMENT_NOW, MOMENTS };
/* «Начало» …; msgid. */
extern const char *const moment_names[MOMENTS];

/* As of which days of a year it is told; [MOMENT_NOW] is not kept. */
struct indicator_days {
	int64_t on[MOMENTS]; /* DATE_NONE: as proposed */
};
/* 1 October, 15 January, the last day of the pairs' term; what is set stays. */
void indicator_days_propose(const struct year *year, struct indicator_days *days);

/* What an indicator comes to. */
struct indicator_value {
	int64_t indicator; /* its id */
	int64_t moment;    /* enum moment */
	int64_t value;     /* hundredths; FIELD_NOTHING: not known */
	int64_t part, whole;
	int64_t on_day;    /* as of which day it was counted or typed */
	int64_t typed;     /* 1: typed, 0: counted and fixed */
	const char *basis; /* from what it was typed */
};
struct indicator_values {
	struct indicator_value *row;
	size_t n;
};

/* What is aimed at. */
struct target {
	const char *code; /* of the indicator */
	int64_t year;     /* school year; of history the calendar year */
	int64_t value;    /* hundredths */
	int64_t history;  /* 1: of a project that is over, never a verdict */
};
struct targets {
	struct target *row;
	size_t n;
};
/* What is aimed at in a school year, history aside; FIELD_NOTHING: nothing. */
int64_t target_of(const struct targets *targets, const char *code, int64_t year);

/* Is the target reached? */
enum verdict { VERDICT_NONE, VERDICT_MET, VERDICT_MISSED };
/* VERDICT_NONE without a target or a value. */
enum verdict indicator_verdict(const struct indicator *indicator, int64_t value, int64_t target);

/* «70 %» with a no-break space, «12», «4,15»; "" of FIELD_NOTHING. In the arena. */
const char *indicator_show(struct arena *a, const struct indicator *indicator, int64_t value);
/* What was typed, in hundredths: «70», «70,5», «70 %»; "" is FIELD_NOTHING. RC_INVALID with a
 * sentence: no number, less than 0. */
enum rc indicator_parse(const struct indicator *indicator, const char *text, int64_t *value);

/* A methodology's indicators and targets, without ids. RC_NOT_FOUND: there is no such methodology;
 * RC_BUG with file and line: a mistake in a file. */
enum rc indicators_of_methodology(struct arena *a, const struct year *year, struct records *out);
enum rc targets_of_methodology(struct arena *a, const struct year *year, struct targets *out);

/* Facts to count from, read by store/read/indicator.h. */

/* Of somebody in a base. */
struct indicator_person {
	int64_t id, person; /* of the participation; of the person */
	int64_t role;       /* enum role */
	int64_t kind;       /* enum person_kind */
	int64_t birth;
	const char *class_name;
	const char *place;   /* folded, for comparing; "" */
	const char *subbase; /* code; "" */
	int64_t joined;      /* DATE_NONE: before all */
	int64_t left;        /* DATE_NONE: is here */
	int64_t asked;       /* 1: has a request */
	int64_t asked_on;    /* first known day of it; DATE_NONE: not known */
	int64_t trained;     /* 1 */
	int64_t certified;   /* first day of a certificate; DATE_NONE: none */
	int64_t before;      /* 1: a mentee in an earlier year */
};

/* Of anything else, by what it is. */
struct fact {
	int64_t id;
	int64_t on;       /* DATE_NONE: not known, counts from the beginning */
	int64_t yes;      /* event, guest: 1 in another organisation; partner: 1 gives mentors;
			   * sheet: 1 satisfied */
	int64_t role;     /* sheet: enum role */
	int64_t whose;    /* guest, sheet: participation; 0: of nobody in the bases */
	int64_t kind;     /* guest: enum person_kind */
	const char *name; /* partner: folded; "" else */
};
struct fact_rows {
	struct fact *row;
	size_t n;
};

struct indicator_facts {
	struct indicator_person *person; /* of the bases */
	size_t people;
	struct indicator_person *school; /* everybody of the year; role 0: takes no part */
	size_t schooled;
	int64_t typed[HEADCOUNTS]; /* head counts; FIELD_NOTHING */
	int64_t age_on; /* ages are counted on this day; DATE_NONE: on that of the count */
	struct fact_rows event, guest, partner, practice, sheet;
};

/* What the ids behind a figure are. */
enum behind_figure {
	BEHIND_PEOPLE, /* participations */
	BEHIND_PARTNERS,
	BEHIND_EVENTS,
	BEHIND_PRACTICES,
};

struct indicator_count {
	int64_t value;       /* hundredths; FIELD_NOTHING: cannot be told */
	int64_t part, whole; /* whole is FIELD_NOTHING of a number, or not known */
	int lacks;           /* enum headcount + 1: what has to be typed; 0: nothing */
	bool few;            /* fewer have answered than may be shown */
	enum behind_figure behind;
	struct ids ids; /* what is counted in part */
};

struct indicator_rule;
/* NULL: there is no such rule. */
const struct indicator_rule *indicator_rule(const char *name);
/* From what it is counted; a msgid. */
const char *indicator_rule_of(const struct indicator_rule *rule);
/* Count by a rule as of a day; ids in the arena. least: groups of questionnaires below it are not
 * told. */
struct indicator_count indicator_count(struct arena *a, const struct indicator_rule *rule,
				       const struct indicator_facts *facts, int on, int64_t least);

#endif
