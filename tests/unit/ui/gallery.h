/* Parts of the gallery. */
#ifndef GALLERY_H
#define GALLERY_H

#include "nastavnik/base/field.h"
#include "nastavnik/base/job.h"
#include "nastavnik/ui/view.h"

struct person {
	int64_t id;
	const char *family, *given;
	int64_t birth, grade, points, consent;
	int64_t request;
	struct ids interests;
	const char *note;
	const char *phone;
	const char *key, *fold; /* for sorting by family, and for finding */
};

struct gallery {
	struct person *person;
	size_t people;
	int64_t job_steps;
	struct job job;
	size_t rescued; /* forms that were told to save what they can */
	struct arena arena;
};

extern const struct choices interests, requests;
extern const struct view people_view, person_view, visits_view, paper_view, empty_view, broken_view;
extern const struct fields person_fields;

void people_make(struct gallery *g);
void people_free(struct gallery *g);

#endif
