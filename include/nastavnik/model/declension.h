/*
 * Names of people in the cases that papers need. The program proposes a form, a correction on the
 * person's card wins; what no rule knows stays in the nominative rather than being wrong. The rules
 * are those of Russian grammars for surnames (men's and women's, indeclinable ones, -ия, -ец).
 * domain.md §8.
 */
#ifndef NASTAVNIK_MODEL_DECLENSION_H
#define NASTAVNIK_MODEL_DECLENSION_H

#include "nastavnik/base/arena.h"
#include "nastavnik/base/field.h"
#include "nastavnik/model/person.h"
#include "nastavnik/model/record.h"

/* The cases; a paper's text names all but the first by a suffix: {фио:дат}. */
enum noun_case {
	CASE_NOMINATIVE,   /* Иванова Мария */
	CASE_GENITIVE,     /* Ивановой Марии, :род */
	CASE_DATIVE,       /* Ивановой Марии, :дат */
	CASE_ACCUSATIVE,   /* Иванову Марию, :вин */
	CASE_INSTRUMENTAL, /* Ивановой Марией, :твор */
	NOUN_CASES
};

/* Stored, and ids of the choices "gender". */
enum gender { GENDER_UNKNOWN = 0, GENDER_HE = 1, GENDER_SHE = 2 };

/* What the declension gets wrong: a person's whole name in the cases, "" where the program's form
 * serves. Texts are never NULL. */
struct name_case {
	int64_t person; /* 0: there is no correction */
	int64_t gender; /* enum gender; unknown: as the name tells */
	const char *genitive, *dative, *accusative, *instrumental;
};
extern const struct fields name_case_fields;
extern record_words gender_words; /* by enum gender */
/* No correction of that person. */
void name_case_init(struct name_case *own, int64_t person);
/* Does it correct anything? */
bool name_case_says(const struct name_case *own);

/* By the patronymic, else the given name, else the family name. */
enum gender person_gender(struct arena *a, const struct person *p);
/* The whole name in all cases, in the arena; own: the correction, NULL or empty: none. */
void person_decline(struct arena *a, const struct person *p, const struct name_case *own,
		    const char *cases[NOUN_CASES]);

#endif
