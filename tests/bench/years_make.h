/* A school file of many years, for the benches; written as the program writes. */
#ifndef TESTS_BENCH_YEARS_MAKE_H
#define TESTS_BENCH_YEARS_MAKE_H

/* What each of the years has. */
struct years_size {
	int years;    /* the newest is 2026/2027 */
	int people;   /* the same in each of them */
	int pairs;    /* each mentor has one mentee */
	int meetings; /* of each pair */
};

/* Make the file; what goes wrong ends the program with a sentence. */
void years_make(const char *path, const struct years_size *size);

#endif
