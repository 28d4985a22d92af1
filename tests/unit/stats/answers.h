/* The invented answers of tests/data/stats and the reference's figures of them. */
#ifndef TESTS_STATS_ANSWERS_H
#define TESTS_STATS_ANSWERS_H

#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../unit.h"

enum { ANSWERS_PEOPLE = 200, ANSWERS_CELLS = 20, ANSWERS_LINE = 512 };

/* Cut a line of a CSV without quotes; empty cells stay. */
static inline size_t line_cut(char *line, char *cell[ANSWERS_CELLS])
{
	size_t n = 0;

	line[strcspn(line, "\n")] = '\0';
	for (char *at = line; at && n < ANSWERS_CELLS; n++) {
		cell[n] = at;
		at = strchr(at, ',');
		if (at)
			*at++ = '\0';
	}
	return n;
}

/* An item's answers by respondent, NAN where there is none. */
static inline void answers_read(const char *item, double before[ANSWERS_PEOPLE],
				double after[ANSWERS_PEOPLE])
{
	FILE *f = fopen(DATA_DIR "/answers.csv", "r");
	char line[ANSWERS_LINE], *cell[ANSWERS_CELLS];
	size_t column = 0, n;

	assert_non_null(f);
	for (size_t i = 0; i < ANSWERS_PEOPLE; i++)
		before[i] = after[i] = NAN;
	assert_non_null(fgets(line, sizeof(line), f));
	n = line_cut(line, cell);
	while (column < n && strcmp(cell[column], item) != 0)
		column++;
	assert_true(column < n);
	while (fgets(line, sizeof(line), f)) {
		n = line_cut(line, cell);
		if (column < n && *cell[column])
			(cell[1][0] == '1' ? before : after)[atoi(cell[0])] = atof(cell[column]);
	}
	fclose(f);
}

/* A figure of the reference; NAN: there is none. */
static inline double figure(const char *item, const char *name)
{
	FILE *f = fopen(DATA_DIR "/figures.csv", "r");
	char head[ANSWERS_LINE], line[ANSWERS_LINE], *cell[ANSWERS_CELLS], *title[ANSWERS_CELLS];
	size_t column = 0, n;
	double found = NAN;
	bool is_there = false;

	assert_non_null(f);
	assert_non_null(fgets(head, sizeof(head), f));
	n = line_cut(head, title);
	while (column < n && strcmp(title[column], name) != 0)
		column++;
	assert_true(column < n);
	while (!is_there && fgets(line, sizeof(line), f)) {
		line_cut(line, cell);
		is_there = strcmp(cell[0], item) == 0;
		if (is_there && *cell[column])
			found = atof(cell[column]);
	}
	fclose(f);
	assert_true(is_there);
	return found;
}

/* Equal to 10^-9 of the reference's figure; none is equal to none. */
#define assert_figure(got, wanted)                                                                \
	do {                                                                                      \
		double got_ = (got), wanted_ = (wanted);                                          \
		if (isnan(got_) != isnan(wanted_) || fabs(got_ - wanted_) > 1e-9 * fabs(wanted_)) \
			fail_msg("%s: %.17g instead of %.17g", #got, got_, wanted_);              \
	} while (0)

#endif
