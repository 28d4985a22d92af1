#include <stddef.h>

#include "screens.h"

const struct view *const desk_views[] = {
	/* Places stand in the menu “Go to” in this order. */
	&home_view,           &people_view,       &school_view,        &headcount_view,
	&mentees_view,        &mentors_view,      &consents_view,      &class_sheets_view,
	&training_view,       &ready_view,        &pairs_view,         &rules_view,
	&bonds_view,          &papers_view,       &import_view,        &books_view,
	&years_view,          &history_view,      &drafts_view,        &schools_view,
	&start_view,          &settings_view,     &about_view,         &step_view,
	&person_view,         &person_pick_view,  &mentee_view,        &mentor_view,
	&files_view,          &paste_view,        &preview_view,       &report_view,
	&leavers_view,        &book_view,         &book_item_view,     &variants_view,
	&bond_end_view,       &school_files_view, &stage_view,         &task_view,
	&year_new_view,       &paper_view,        &paper_facts_view,   &person_consents_view,
	&consent_view,        &class_sheet_view,  &people_filter_view, &mentees_filter_view,
	&mentors_filter_view, &category_view,     &categories_view,    NULL,
};
