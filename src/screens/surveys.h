/* What the screens of questionnaires share. */
#ifndef SCREENS_SURVEYS_H
#define SCREENS_SURVEYS_H

#include "nastavnik/app/surveys.h"
#include "nastavnik/store/read/draft.h"
#include "nastavnik/ui/view.h"

/* The questionnaire under the cursor of the list "surveys", its newest version; NULL: none. */
const struct survey_state *survey_current(struct frame *f);

/* For action tables: F5 of a list. */
unsigned survey_list_print(struct frame *f);

/* Typing a sheet: what the view "sheet" is opened with. */
struct sheet_arg {
	int64_t survey; /* a version */
	int64_t sheet;  /* one that is there, or the draft of a new one; 0: asks for the respondent
			 */
	int64_t batch;  /* of new ones; 0: none */
	bool second;    /* the second entry of that sheet, or of those whose codes are typed */
};

/* The name beside a code: "" where the code stands for it, as in packets without names. */
const char *sheet_name(const char *code, const char *name);

/* Opens it; gives enum took. */
unsigned sheet_type(struct frame *f, struct sheet_arg what);
/* A sheet that was begun, by its draft: what it is called, and going on with it. */
const char *sheet_draft_name(struct frame *f, const struct draft *draft);
unsigned sheet_draft_open(struct frame *f, const struct draft *draft);

#endif
