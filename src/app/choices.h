/* Choice sets for tables: hidden items too, since old records keep them. */
#ifndef NASTAVNIK_SRC_APP_CHOICES_H
#define NASTAVNIK_SRC_APP_CHOICES_H

#include "inner.h"

struct choice_sets {
	struct choices set[APP_SETS];
};

/* All sets of the year worked on, in the arena. */
void choice_sets_load(const struct app *app, struct arena *a, struct choice_sets *sets);
/* Valid as long as the sets. */
struct choice_source choice_sets_source(struct choice_sets *sets);
/* The names of participants sorted by name, each only once: namesakes have their class behind. */
struct choices participant_choices(struct arena *a, const struct participants *all);

/* Pairs and groups of the year by name; those that have ended are known but hidden. */
struct choices bond_choices(const struct app *app, struct arena *a);

#endif
