/* What the screens of a questionnaire's results share. */
#ifndef SCREENS_SURVEY_RESULTS_H
#define SCREENS_SURVEY_RESULTS_H

#include "nastavnik/app/results.h"
#include "nastavnik/ui/view.h"

/* What is looked at. */
struct results_ask {
	int64_t survey, with; /* any version; with 0: nothing is compared */
	enum results_by by;
};

/* What the view of one item is opened with; must live as long as the frame. */
struct result_arg {
	struct results_ask ask;
	const char *code;  /* of the item */
	const char *group; /* its name; "": the whole */
};

/* Work it out, into f->fresh. */
enum rc results_read(struct frame *f, const struct results_ask *ask, struct results *out);

#endif
