#include <stddef.h>

#include "screens.h"

const struct view *const desk_views[] = {
	&home_view,      &start_view,   &school_view,      &rules_view,
	&history_view,   &people_view,  &person_view,      &person_pick_view,
	&mentees_view,   &mentors_view, &mentee_view,      &mentor_view,
	&training_view,  &import_view,  &files_view,       &preview_view,
	&report_view,    &leavers_view, &books_view,       &book_view,
	&book_item_view, &pairs_view,   &bonds_view,       &bond_end_view,
	&papers_view,    &paper_view,   &paper_facts_view, &people_filter_view,
	&mentees_filter_view, &mentors_filter_view, &drafts_view, NULL,
};
