/* Who has not answered: people of the bases whose sheet of a questionnaire is not in the file. */
#ifndef NASTAVNIK_APP_UNANSWERED_H
#define NASTAVNIK_APP_UNANSWERED_H

#include "nastavnik/app/surveys.h"

/* Which questionnaires, and of whom. All zero: those that are being collected (a sheet is in the
 * file already), of everybody. */
struct unanswered_wish {
	int64_t survey;         /* a version of one; 0: of all */
	int64_t wave;           /* enum survey_wave, then also before its first sheet; 0: any */
	int64_t form;           /* book item; 0: any */
	const char *class_name; /* in its normal spelling; NULL or "": all */
};

/* Somebody, and what he has not answered. */
struct unanswered {
	struct respondent who;
	const struct survey **missing; /* at least one */
	size_t n;
};

struct unanswered_list {
	struct unanswered *row; /* by role and name */
	size_t n;
	size_t surveys; /* questionnaires that were looked at */
	size_t asked;   /* people whom they are for; those who are not in `row` have answered */
};

/* In the arena. RC_NOT_FOUND with a sentence: wish->survey is gone. */
enum rc unanswered_load(const struct app *app, struct arena *a, const struct unanswered_wish *wish,
			struct unanswered_list *out);
/* «Входная анкета» where the role and form of the person say which, else its name; translated. */
const char *survey_short_name(const struct survey *survey);

#endif
