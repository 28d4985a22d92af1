/* What a person must act on: bad rows, broken rules, questions. Data, never an error. */
#ifndef NASTAVNIK_BASE_ISSUE_H
#define NASTAVNIK_BASE_ISSUE_H

#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"

enum issue_level {
	ISSUE_NOTE,     /* worth knowing: what was not mapped, what was guessed */
	ISSUE_WARNING,  /* allowed, but look at it */
	ISSUE_QUESTION, /* the person has to choose; until then the row is left out */
	ISSUE_ERROR,    /* refused */
};

struct issue {
	enum issue_level level;
	int64_t row;     /* line of the table the record begins on, from 1; 0: no row */
	int64_t subject; /* id of the record it is about; 0: none */
	const char *name; /* what it is about, for the person: «Иванов Пётр», a column's heading; or
			     "" */
	const char *text; /* one translated sentence, full stop included */
};

struct issues {
	struct arena *arena; /* where rows and texts live */
	struct issue *row;
	size_t n, cap;
	size_t count[4]; /* by level */
	size_t limit;    /* at most so many are kept (counts go on); 0: no limit */
};

/* Add one; name may be NULL; the format gives the text. */
void issue_add(struct issues *list, enum issue_level level, int64_t row, int64_t subject,
	       const char *name, const char *format, ...) __attribute__((format(printf, 6, 7)));

#endif
