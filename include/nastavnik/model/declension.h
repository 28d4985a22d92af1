/* Names of people in the cases that papers need. domain.md §8. */
#ifndef NASTAVNIK_MODEL_DECLENSION_H
#define NASTAVNIK_MODEL_DECLENSION_H

#include "nastavnik/base/arena.h"

/* The cases; a paper's text names all but the first by a suffix: {фио:дат}. */
enum noun_case {
	CASE_NOMINATIVE,   /* Иванова Мария */
	CASE_GENITIVE,     /* Ивановой Марии, :род */
	CASE_DATIVE,       /* Ивановой Марии, :дат */
	CASE_ACCUSATIVE,   /* Иванову Марию, :вин */
	CASE_INSTRUMENTAL, /* Ивановой Марией, :твор */
	NOUN_CASES
};

#endif
