/* What results are grouped by: whose sheets there are. */
#ifndef NASTAVNIK_STORE_READ_RESULTS_H
#define NASTAVNIK_STORE_READ_RESULTS_H

#include "nastavnik/model/survey.h"

struct store;

/* What a year lays down for all results. RC_NOT_FOUND: the file has no such year. */
enum rc survey_rules_get(const struct store *s, int64_t year, struct survey_rules *out);

/* A sheet that counts, and whose it is. */
struct sheet_owner {
	int64_t sheet;
	int64_t participation;  /* 0: nobody of the bases */
	int64_t form;           /* book item: wished for, else of the newest pair; 0: none */
	int64_t role_model;     /* book item: of the newest pair, else wished for; 0: none */
	const char *class_name; /* for who has no class the position; "" */
};

/* Rows in an arena. */
struct sheet_owners {
	struct sheet_owner *row;
	size_t n;
};

/* Of all sheets of a version that count (rivals do not), in the order of sheet_answers(). */
enum rc sheet_owners(const struct store *s, struct arena *a, int64_t survey,
		     struct sheet_owners *out);

#endif
