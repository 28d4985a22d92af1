/* School years beside each other: what was counted of each, and the figures that follow from it. */
#ifndef NASTAVNIK_MODEL_COMPARE_H
#define NASTAVNIK_MODEL_COMPARE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One year as the file has it; who left during the year is counted too, but where it says so. */
struct year_numbers {
	int64_t year, closed;
	int64_t people; /* who took part; whoever did in both roles counts once */
	int64_t fresh;  /* of them, who took part for the first time */
	int64_t mentees, mentors;
	int64_t grown;       /* mentors who were mentees in a year before */
	int64_t listed;      /* in the list, who left not among them */
	int64_t pupils;      /* in the list, who left not among them; or typed; 0: not known */
	int64_t pupils_part; /* of them, mentees */
	int64_t pupils_both; /* of them, in either role */
	int64_t pairs, reached, bonds; /* memberships; of them, to the end; pairs and groups */
	int64_t at_work;               /* memberships that nobody has ended */
	int64_t groups;                /* bonds with several mentees */
	int64_t meetings;
	int64_t feedback, feedback_marks; /* answers with a mark, and the sum of the marks 1…10 */
	int64_t awards;
};

/* Years, the oldest first, in an arena. */
struct years_numbers {
	struct year_numbers *row;
	size_t n;
};

/* What a figure is told in. */
enum compare_unit { COMPARE_NUMBER, COMPARE_SHARE, COMPARE_TENTHS };

/* One line of the comparison. */
struct compare_row {
	const char *name; /* msgid: «Охват учеников» */
	const char *help; /* msgid: what is counted */
	bool under;       /* a part of the line above */
	enum compare_unit unit;
	/* Shares in tenths of a per cent, tenths as such; FIELD_NOTHING: there are no data. */
	int64_t (*value)(const struct year_numbers *year);
};
extern const struct compare_row compare_rows[];
extern const size_t compare_count;

#endif
