/*
 * A contest in three steps: works are taken, experts judge them, awards are given. domain.md §6.
 * Everything but the contest itself belongs to one contest.
 */
#ifndef NASTAVNIK_MODEL_CONTEST_H
#define NASTAVNIK_MODEL_CONTEST_H

#include "nastavnik/model/record.h"

struct contest {
	struct record head; /* of the year */
	const char *name;
	int64_t taken_to, judged_to, awards_on; /* the last day of each step */
	const char *chair, *secretary;
	const char *number; /* of the protocol */
	const char *note;
};

struct criterion {
	struct record head;
	const char *name;
	int64_t mark_max; /* 1…99 */
};

/* Who judges. */
struct expert {
	struct record head;
	const char *name, *position;
};

/* Stored. */
enum entry_place { PLACE_NONE = 0, PLACE_FIRST = 1, PLACE_SECOND, PLACE_THIRD, PLACE_PART };

struct entry {
	struct record head;
	const char *name, *author;
	int64_t nomination; /* book item */
	int64_t taken_on;
	const char *link;
	int64_t place; /* enum entry_place */
};

/* Their registers. */
extern const struct record_type contest_type, criterion_type, expert_type, entry_type;
/* Words of their choices. */
extern record_words entry_place_words;

/* What one expert gave one work by one criterion. */
struct entry_mark {
	int64_t entry, expert, criterion; /* ids */
	int64_t mark;
};

/* Rows of a list, in an arena. */
struct entry_marks {
	struct entry_mark *row;
	size_t n;
};

/* An entry among the others. */
struct ranking {
	int64_t entry;
	int64_t sum;     /* of all marks of all experts */
	int64_t experts; /* who gave a mark by every criterion */
	int64_t mean;    /* hundredths: the mean sum of those experts; FIELD_NOTHING: none did */
	int64_t rank;    /* 1…; equals share the better one; 0: not judged */
	int64_t place;   /* enum entry_place proposed: ranks 1 to 3, the others take part */
};

/*
 * The entries by their means, best first, those that nobody has judged to the end last. Only whole
 * sheets count for the mean: an expert who has not come to a work yet does not pull it down. In an
 * arena.
 */
struct ranking *rankings_make(struct arena *a, const struct records *entries,
			      const struct records *criteria, const struct records *experts,
			      const struct entry_marks *marks);
/* «1», or «2–3» when works share places; "" for one that is not judged. In the arena. */
const char *ranking_text(struct arena *a, const struct ranking *all, size_t n, size_t row);

#endif
