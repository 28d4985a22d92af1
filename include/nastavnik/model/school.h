/* The school, its years, and the settings that belong to a year. */
#ifndef NASTAVNIK_MODEL_SCHOOL_H
#define NASTAVNIK_MODEL_SCHOOL_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/base/field.h"

/* One a file. Texts are never NULL. */
struct school {
	const char *uuid;
	const char *name;       /* full, as the charter has it */
	const char *short_name; /* for the head of screens; "" : name */
	const char *town;
	const char *director;    /* «Иванова Мария Петровна» */
	int64_t director_acting; /* 1: «и.о. директора» */
	const char *curator;
	const char *curator_position;
};
extern const struct fields school_fields;

/* A short name out of the charter's: «МБОУ «СОШ № 9»», in the arena; "" when there is nothing to
 * shorten. */
const char *school_short_name(struct arena *a, const char *name);

/*
 * The full name in the genitive, «Муниципального бюджетного учреждения «Школа № 9»», in the arena:
 * adjectives and nouns that names of schools begin with are declined, up to the first word that is
 * neither: a quoted name, «№ 9», «имени …», «с углублённым …» stay, and so do abbreviations
 * («МБОУ»).
 */
const char *school_genitive(struct arena *a, const char *name);

/* Into how many terms a school year falls; stored, and ids of the choices «terms». */
enum terms { TERMS_HALF_YEARS = 2, TERMS_TRIMESTERS = 3, TERMS_QUARTERS = 4 };
/* «четверти», «триместры», «полугодия»; texts live as long as the arena. */
struct choices terms_choices(struct arena *a);

/* A school year, 01.09–31.08, and what its papers and its matching need. */
struct year {
	int64_t year;            /* 2026 is 2026/2027 */
	int64_t closed;          /* 1: can only be read, see app_change_why() */
	int64_t closed_on;       /* DATE_NONE: is open */
	const char *methodology; /* "r145" */
	const char *methodology_version;
	const char *order_number;   /* may be "" until the secretary registers it */
	int64_t order_date;         /* DATE_NONE likewise */
	int64_t bond_from, bond_to; /* term printed in the pair list; default 1 Sept … 31 May */
	/* forming pairs, domain.md §4 */
	int64_t weight_topics, weight_choices, weight_interests, weight_age,
		weight_hours; /* 0…100 */
	int64_t ballot_size;  /* choices in a ballot, default 3 */
	int64_t need_trained; /* 1: only selected and trained mentors take part; 0: warn */
	int64_t need_consent; /* 1: only with a signed consent; 0: warn */
	int64_t terms;        /* enum terms */
	int64_t count_on;     /* date as of which ages are counted; DATE_NONE: today */
};
extern const struct fields year_order_fields; /* order_number, order_date, bond_from, bond_to */
extern const struct fields year_match_fields; /* weights, ballot_size, need_* */

/* The defaults of a school year that is opened. */
void year_init(struct year *y, int64_t year);
/* «2026/2027» */
char *year_name(int64_t year, char buf[12]);
/* School year of a date: from August on the new one counts. */
int64_t year_of(int date);
/* Does a date lie in a school year? The August before it counts, when it is prepared. */
bool year_has(int64_t year, int date);

#endif
