/*
 * Questionnaires as the methodology has them: data/methodology/…/questionnaires, a file each. How a
 * file is made up: about.txt of the methodology. What makes a questionnaire sound is here too: the
 * designer keeps the same rules as the files.
 */
#ifndef NASTAVNIK_MODEL_QUESTIONNAIRE_H
#define NASTAVNIK_MODEL_QUESTIONNAIRE_H

#include "nastavnik/model/book.h"
#include "nastavnik/model/survey.h"

/* One version with its questions. */
struct questionnaire {
	struct survey survey;
	const char *form; /* code of BOOK_FORM; "": all, or survey.form says it */
	struct survey_items items;
};

/* Several. */
struct questionnaires {
	struct questionnaire *row;
	size_t n;
};

/* All of a methodology, by the names of the files, without ids, owners and forms; texts in the
 * arena. RC_BUG with file, line and reason: a text has a mistake. */
enum rc questionnaires_of_methodology(struct arena *a, const char *methodology,
				      struct questionnaires *out);
/* Make them the year's: owner, and the form by its code. What stands for a form that the books do
 * not have is left out. */
void questionnaires_bind(struct questionnaires *all, int64_t year, const struct books *books);
/* By the code of the survey; NULL: none. */
const struct questionnaire *questionnaire_coded(const struct questionnaires *all, const char *code);

/* The code must be the only one of its kind, and only_if name an earlier question and answers that
 * it can have. RC_INVALID with a sentence. items are by position, item is one of them. */
enum rc item_fits(const struct survey_items *items, const struct survey_item *item);
/* Do both ask so that answers under one code can be counted together: the kind, the limits and the
 * answers to choose from? (More answers to choose from at the end do no harm.) */
bool item_comparable(const struct survey_item *before, const struct survey_item *after);
/* A code out of the words of a question, at most 14 characters: latin letters and "_", none of
 * the codes of items; never "". In the arena. */
const char *item_code_of(struct arena *a, const char *words, const struct survey_items *items);

#endif
