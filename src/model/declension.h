/* The tables of the declension. */
#ifndef NASTAVNIK_MODEL_SRC_DECLENSION_H
#define NASTAVNIK_MODEL_SRC_DECLENSION_H

#include <stdbool.h>
#include <stddef.h>

enum { NAME_HE = 1, NAME_SHE = 2, NAME_ANY = 3 };

/* What a rule asks of a word beyond its ending. */
enum rule_needs {
	RULE_WHOLE = 1, /* the word is the ending */
	RULE_SHORT = 2, /* one vowel in the word */
	RULE_LONG = 4,  /* more than one */
	RULE_FIRST = 8, /* more of the name follows: «Бонч-Бруевич» */
};

/* How a word that ends so is declined: the last `cut` characters give way to the endings of the
 * genitive, dative, accusative and instrumental. No endings: it stays as it is. */
struct name_rule {
	const char *ending; /* folded: small letters, е for ё */
	int who;            /* NAME_* */
	unsigned needs;     /* enum rule_needs */
	int cut;
	const char *form[4];
};

/* The first that fits holds. */
struct name_rules {
	const struct name_rule *row;
	size_t n;
};

extern const struct name_rules family_rules, given_rules, patronymic_rules;

/* Given names whose ending says another gender than is usual, and those that both have. */
int given_exception(const char *folded);

#endif
