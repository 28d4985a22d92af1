/*
 * A questionnaire of each kind of question, planted into FILE_NAME (id 900, items 901…910), whose
 * respondents have the numbers 1…45.
 */
#ifndef SURVEY_SCHOOL_H
#define SURVEY_SCHOOL_H

#include "screen.h"

/* Answers of a whole sheet: yes, 3 times, 7, ten, 5, ten, the second, the first and third. */
#define SHEET_KEYS "13<Enter>705-213<Enter><Enter><Enter>"

/* Plant it, and open its typing: the code is asked for. */
struct term *survey_typing(void);
/* In the list of questionnaires: put the cursor on it. */
void survey_find(struct term *t);
/* Code, answers, and handing in. */
void sheet_keys(struct term *t, int number, const char *answers);
/* What the query says of the file, columns joined by «|». */
void says_of_file(const char *sql, const char *expected);

#endif
