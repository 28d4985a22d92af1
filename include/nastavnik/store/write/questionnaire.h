/* Adding whole questionnaires; a single question is a record (store/write/record.h). */
#ifndef NASTAVNIK_STORE_WRITE_QUESTIONNAIRE_H
#define NASTAVNIK_STORE_WRITE_QUESTIONNAIRE_H

#include "nastavnik/model/questionnaire.h"

struct store;

/* Add a version with its questions, all under new ids; survey.head.owner is the year. *id may be
 * NULL. */
enum rc questionnaire_add(struct store *s, const struct questionnaire *q, int64_t *id);
/* Add several. */
enum rc questionnaires_add(struct store *s, const struct questionnaires *all);

#endif
