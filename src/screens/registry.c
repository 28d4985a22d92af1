#include <stddef.h>

#include "screens.h"

const struct view *const desk_views[] = {
	&home_view,   &start_view,  &school_view,      &rules_view,   &history_view,
	&people_view, &person_view, &person_pick_view, &mentees_view, &mentors_view,
	&mentee_view, &mentor_view, &training_view,    &import_view,  &books_view,
	&pairs_view,  &bonds_view,  &papers_view,      NULL,
};
