/*
 * bench_match_make FAMILY MENTEES MENTORS CANDIDATES CAPACITY SEED CANDIDATES.csv CAPACITY.csv:
 * makes inputs for bench_match. CANDIDATES is the number of candidates each mentee has.
 */
#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/str.h"
#include "nastavnik/match/solve.h"

static const char help[] =
	"Usage: bench_match_make FAMILY MENTEES MENTORS CANDIDATES CAPACITY SEED CANDIDATES.csv "
	"CAPACITY.csv\n"
	"FAMILY:   uniform, equal, near (places on a map), far, product (the same order for all),\n"
	"          popular (the score is the mentor's alone), coarse (11 values)\n"
	"CAPACITY: one, few (0...3), power (few have very many)\n";

static uint64_t state;

/* xorshift64*, G. Marsaglia 2003, S. Vigna 2016. */
static uint64_t draw(uint64_t below)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (state * 0x2545f4914f6cdd1du >> 11) % below;
}

static double draw_unit(void)
{
	return (double)draw((uint64_t)1 << 40) / (double)((uint64_t)1 << 40);
}

struct point {
	double x, y;
};

static double uniform(struct point a, struct point b)
{
	(void)a;
	(void)b;
	return (double)draw(MATCH_SCORE_MAX + 1) / MATCH_SCORE_MAX;
}

static double equal(struct point a, struct point b)
{
	(void)a;
	(void)b;
	return 0.5;
}

static double far(struct point a, struct point b)
{
	return hypot(a.x - b.x, a.y - b.y) / sqrt(2);
}

static double near(struct point a, struct point b)
{
	return 1 - far(a, b);
}

static double product(struct point a, struct point b)
{
	return a.x * b.x;
}

static double popular(struct point a, struct point b)
{
	(void)a;
	return b.x;
}

static double coarse(struct point a, struct point b)
{
	return floor(uniform(a, b) * 10) / 10;
}

static const struct family {
	const char *name;
	double (*score)(struct point mentee, struct point mentor); /* 0…1 */
} families[] = {
	{ .name = "uniform", .score = uniform }, { .name = "equal", .score = equal },
	{ .name = "near", .score = near },       { .name = "far", .score = far },
	{ .name = "product", .score = product }, { .name = "popular", .score = popular },
	{ .name = "coarse", .score = coarse },
};

static const struct family *family_find(const char *name)
{
	for (size_t k = 0; k < sizeof(families) / sizeof(families[0]); k++)
		if (strcmp(families[k].name, name) == 0)
			return &families[k];
	return NULL;
}

static uint64_t capacity_draw(const char *kind)
{
	if (strcmp(kind, "few") == 0)
		return draw(4);
	if (strcmp(kind, "power") == 0)
		return (uint64_t)fmin(1000, 0.6 / pow(draw_unit() + 1e-9, 0.8));
	return 1;
}

static void candidates_write(FILE *file, const struct family *family, uint32_t n, uint32_t m,
			     uint32_t k)
{
	struct point *mentor = mem_alloc(m * sizeof(*mentor));
	uint32_t *taken = mem_alloc(m * sizeof(*taken));

	for (uint32_t j = 0; j < m; j++)
		mentor[j] = (struct point){ draw_unit(), draw_unit() };
	for (uint32_t i = 0; i < n; i++) {
		struct point mentee = { draw_unit(), draw_unit() };

		for (uint32_t c = 0; c < k; c++) {
			uint32_t j = c;

			if (k < m)
				do
					j = (uint32_t)draw(m);
				while (taken[j] == i + 1);
			taken[j] = i + 1;
			fprintf(file, "%" PRIu32 ",%" PRIu32 ",%d\n", i, j,
				(int)(family->score(mentee, mentor[j]) * MATCH_SCORE_MAX));
		}
	}
	free(mentor);
	free(taken);
}

int main(int argc, char **argv)
{
	const struct family *family = argc == 9 ? family_find(argv[1]) : NULL;
	uint32_t n, m, k;
	FILE *candidates, *capacity;

	if (!family) {
		fputs(help, stderr);
		return 2;
	}
	n = (uint32_t)strtoul(argv[2], NULL, 10);
	m = (uint32_t)strtoul(argv[3], NULL, 10);
	k = (uint32_t)strtoul(argv[4], NULL, 10);
	state = strtoull(argv[6], NULL, 10) * 2 + 1;
	candidates = fopen(argv[7], "w");
	capacity = fopen(argv[8], "w");
	if (!candidates || !capacity || k > m) {
		fputs("bench_match_make: the files cannot be written, or CANDIDATES > MENTORS.\n",
		      stderr);
		return 3;
	}
	for (uint32_t j = 0; j < m; j++)
		fprintf(capacity, "%" PRIu32 ",%" PRIu64 "\n", j, capacity_draw(argv[5]));
	candidates_write(candidates, family, n, m, k);
	return fclose(candidates) == 0 && fclose(capacity) == 0 ? 0 : 3;
}
