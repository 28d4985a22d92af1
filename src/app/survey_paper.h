/* The questions of a questionnaire as they stand on paper. */
#ifndef NASTAVNIK_SRC_APP_SURVEY_PAPER_H
#define NASTAVNIK_SRC_APP_SURVEY_PAPER_H

#include "nastavnik/model/survey.h"
#include "nastavnik/print/doc.h"

/* Add them with room to answer; box: what is ticked, «☐» or what stands for it. Russian whatever
 * the interface speaks, as all papers are. */
void survey_paper_add(struct doc *doc, const struct survey_items *items, const char *box);

#endif
