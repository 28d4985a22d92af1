/* «к приказу Муниципального бюджетного учреждения «Школа № 9»»: the name of a school in the
 * genitive. */
#ifndef NASTAVNIK_PRINT_SRC_GENITIVE_H
#define NASTAVNIK_PRINT_SRC_GENITIVE_H

#include "nastavnik/base/arena.h"

/*
 * Adjectives and nouns that names of schools begin with are declined, up to the first word that is
 * neither: a quoted name, «№ 9», «имени …», «с углублённым …» stay, and so do abbreviations
 * («МБОУ»).
 */
const char *school_genitive(struct arena *a, const char *name);

#endif
