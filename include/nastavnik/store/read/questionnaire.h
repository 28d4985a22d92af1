/* What stands in the way of changing a questionnaire. */
#ifndef NASTAVNIK_STORE_READ_QUESTIONNAIRE_H
#define NASTAVNIK_STORE_READ_QUESTIONNAIRE_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/base/err.h"

struct store;

/* Of a version: sheets of it that are in the file, packets of it that were given out. */
struct survey_use {
	int64_t sheets, packets;
};
enum rc survey_use(const struct store *s, int64_t survey, struct survey_use *out);

#endif
