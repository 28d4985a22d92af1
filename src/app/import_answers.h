/* Answers from a web form: the questionnaire, and which column of the table is which question. */
#ifndef NASTAVNIK_SRC_APP_IMPORT_ANSWERS_H
#define NASTAVNIK_SRC_APP_IMPORT_ANSWERS_H

#include "import_inner.h"
#include "nastavnik/model/survey.h"

/* Fields of a row: who it is, when it was filled in, then one a question. */
#define ANSWERS_FILLED "filled-on"

struct survey_lines {
	struct survey survey;
	struct survey_items items;
	size_t first; /* field of the first question */
	/* Of each column: the question that its heading names, items.n none, and of its options. */
	struct heading_says {
		size_t item;
		int64_t option; /* 0: the column is not of one */
	} * says;
};

/* import_questions.c: the field table of a questionnaire, in import->made. */
struct fields question_fields(struct import *import);
/* What the headings say, code or words of a question, over what was guessed. */
void questions_look(struct import *import);
/* What the row's columns say to the i-th question, as a text that answer_parse() reads; NULL: no
 * column is about it. In the row's arena. */
const char *question_text(const struct import_row *row, const struct row *cells, size_t i);

#endif
