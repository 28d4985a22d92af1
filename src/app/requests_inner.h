/* Requests within the steps of others. */
#ifndef NASTAVNIK_SRC_APP_REQUESTS_INNER_H
#define NASTAVNIK_SRC_APP_REQUESTS_INNER_H

#include "inner.h"
#include "nastavnik/model/bases.h"

/* Write an open request down unless there is one of that item; source: code of BOOK_SOURCE. */
enum rc request_nominate(struct app *app, struct arena *a, int64_t participation, int64_t item,
			 const char *source);
/* Open requests that are not among the topics any more are withdrawn as of today. */
enum rc requests_withdraw(struct app *app, struct arena *a, const struct participant *mentee);

/* The rules of record_rules.h. */
enum rc request_settle(struct app *app, struct arena *a, void *record);
enum rc request_follow(struct app *app, struct arena *a, const void *before, const void *after);

#endif
