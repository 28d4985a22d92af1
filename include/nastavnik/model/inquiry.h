/*
 * A request from above, such as the municipality sends to be answered by fourteen o'clock: how many
 * or who, with which columns, under which conditions. Kept as a text, a line each, any order but
 * for columns, conditions and groups among themselves:
 *
 *	what=mentees		of what: a subject of app/inquiry.h
 *	count			numbers only; without it a list
 *	numbered		the list's rows are numbered
 *	from=01.10.2026		within these days; both the same: as things stood on that day
 *	to=31.10.2026
 *	column=class_name|Класс	a field, and behind "|" the asker's own heading
 *	if=class_name is 7; 8А	a field and what is asked of it: is, not, empty, filled
 *	group=form		grouped by, once or twice
 *
 * Values stand as they are typed: choices by code or name, several between ";"; numbers and dates
 * as «14–17», «14–», «–17» or one alone; of texts a part. So a request is good in another year too.
 * Fields are named here only: what there is, app/inquiry.h knows.
 */
#ifndef NASTAVNIK_MODEL_INQUIRY_H
#define NASTAVNIK_MODEL_INQUIRY_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"
#include "nastavnik/base/issue.h"

/* At most; columns leave room for the number and the groups on the screen. */
enum { INQUIRY_COLUMNS = 12, INQUIRY_CONDITIONS = 12, INQUIRY_GROUPS = 2 };

/* What is asked of a field. */
enum inquiry_test { INQUIRY_IS, INQUIRY_NOT, INQUIRY_EMPTY, INQUIRY_FILLED };

/* A column of the answer. */
struct inquiry_column {
	const char *field;
	const char *heading; /* "": the field's own */
};

/* What a field must be. */
struct inquiry_condition {
	const char *field;
	enum inquiry_test test;
	const char *value; /* "" where nothing is compared with */
};

/* All zero but what, which is a subject, is a list without columns. Texts are never NULL. */
struct inquiry {
	const char *what;
	bool count, numbered;
	int64_t from, to; /* dates; DATE_NONE: open */
	struct inquiry_column column[INQUIRY_COLUMNS];
	size_t columns;
	struct inquiry_condition condition[INQUIRY_CONDITIONS];
	size_t conditions;
	const char *group[INQUIRY_GROUPS];
	size_t groups;
};

/* The text, in the arena. */
char *inquiry_write(struct arena *a, const struct inquiry *inquiry);
/* Read it into the arena. A line that says nothing known, or one too many, is told in issues (may
 * be NULL) and left out. */
void inquiry_read(struct arena *a, const char *text, struct inquiry *out, struct issues *issues);

/* «14–17», «14-17», «14–», «–17», «14»: two texts in the arena, "" where it is open. */
void inquiry_range(struct arena *a, const char *text, const char **from, const char **to);
/* «01.10.2026–31.10.2026», one date, a month («10.2026»), "": two dates. RC_INVALID with a
 * sentence.
 */
enum rc inquiry_period_parse(const char *text, int64_t *from, int64_t *to);
/* The same the other way round: «01.10.2026–31.10.2026», «22.11.2026», "". In the arena. */
const char *inquiry_period_show(struct arena *a, int64_t from, int64_t to);

/* The place of a field among the columns; columns: it is none. */
size_t inquiry_column_find(const struct inquiry *inquiry, const char *field);
/* Add a field behind the columns, or take it out. false: there is no room. */
bool inquiry_column_switch(struct inquiry *inquiry, const char *field);
/* Move a column by one place up (-1) or down (1), where there is one. */
void inquiry_column_move(struct inquiry *inquiry, size_t column, int by);

#endif
