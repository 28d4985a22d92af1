/*
 * bench_ui GALLERY: the median time from a key to the finished picture on a list of 100,000 rows,
 * the terminal's own work included. Prints one fact a line.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "term.h"

enum { ROUNDS = 101 };

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int compare(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Median of pressing a key, with another pressed untimed before each time (NULL: none). */
static void measure(struct term *t, const char *name, const char *before, const char *key)
{
	double seconds[ROUNDS];

	for (int i = 0; i < ROUNDS; i++) {
		if (before)
			term_keys(t, before);
		double from = now();

		term_keys(t, key);
		seconds[i] = now() - from;
	}
	qsort(seconds, ROUNDS, sizeof(*seconds), compare);
	printf("%s median_ms=%.2f worst_ms=%.2f\n", name, seconds[ROUNDS / 2] * 1000,
	       seconds[ROUNDS - 1] * 1000);
}

int main(int argc, char **argv)
{
	if (argc < 2)
		return 2;
	const char *program[] = { argv[1], "100000", NULL };
	struct term *t = term_start(&(struct term_options){ .argv = program });

	term_keys(t, "1");
	measure(t, "down", NULL, "<Down>");
	measure(t, "page_down", NULL, "<PageDown>");
	measure(t, "end", "<Home>", "<End>");
	measure(t, "find_letter", "<Backspace>", "т");
	term_free(t);
	return 0;
}
