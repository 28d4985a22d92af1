/* What a school year leaves undone: advice for whoever closes it. */
#ifndef NASTAVNIK_STORE_READ_CLOSING_H
#define NASTAVNIK_STORE_READ_CLOSING_H

#include <stdint.h>

#include "nastavnik/base/err.h"

struct store;

struct unfinished {
	int64_t at_work;     /* pairs and groups that go on */
	int64_t no_result;   /* memberships without a result */
	int64_t no_feedback; /* bonds that nobody has told about afterwards */
	int64_t tasks;       /* steps of the stages that are not optional and not done */
	int64_t diaries;     /* months of bonds without a diary; 0 where none are asked for */
	int64_t requests;    /* of mentees, still open */
	int64_t nominees;    /* awards that nobody has decided on */
};

/* Count it all for one year; months to come ask for no diary. */
enum rc unfinished_count(const struct store *s, int64_t year, int today, struct unfinished *out);

#endif
