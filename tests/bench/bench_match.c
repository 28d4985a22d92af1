/*
 * bench_match CANDIDATES.csv CAPACITY.csv [-o MATCH.csv]: solves one matching and prints its
 * figures. Both tables are read twice, by one character at a time: the edges then lie in memory
 * once, as the solver wants them, and nothing else of their size exists.
 */
#include <errno.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "nastavnik/base/str.h"
#include "nastavnik/match/solve.h"
#include "peak.h"

enum { EXIT_USAGE = 2, EXIT_COULD_NOT = 3 };

static const char help[] =
	"Usage: bench_match CANDIDATES.csv CAPACITY.csv [-o MATCH.csv]\n"
	"CANDIDATES.csv: lines mentee,mentor,score; ids are whole numbers 0...2^64-1, score "
	"0...1000.\n"
	"CAPACITY.csv:   lines mentor,capacity; a mentor without a line has capacity 1.\n"
	"A heading line is allowed in both. MATCH.csv has lines mentee,mentor,score, with a "
	"heading\n"
	"when CANDIDATES.csv has one.\n"
	"Prints matched=N score=S seconds=T peak_kb=K; seconds do not count reading and writing.\n"
	"Exit codes: 0 done, 2 usage, 3 a table cannot be read or a line of it is wrong.\n";

/* A table of numbers. */
struct table {
	const char *path;
	FILE *file;
	uint64_t line; /* of the row read last, from 1 */
	bool heading;
};

static _Noreturn void table_fail(const struct table *t, const char *what)
{
	fprintf(stderr, "bench_match: %s, line %" PRIu64 ": %s\n", t->path, t->line, what);
	exit(EXIT_COULD_NOT);
}

static void table_rewind(struct table *t)
{
	if (fseek(t->file, 0, SEEK_SET) != 0) {
		fprintf(stderr, "bench_match: %s: %s; it must be a file that can be read twice.\n",
			t->path, strerror(errno));
		exit(EXIT_COULD_NOT);
	}
	t->line = 0;
}

static void table_open(struct table *t, const char *path)
{
	*t = (struct table){ .path = path, .file = fopen(path, "r") };
	if (!t->file || getc(t->file) == EOF) {
		fprintf(stderr, "bench_match: %s: %s\n", path,
			!t->file || ferror(t->file) ? strerror(errno) : "the table is empty.");
		exit(EXIT_COULD_NOT);
	}
	table_rewind(t);
}

static bool is_digit(int c)
{
	return c >= '0' && c <= '9';
}

static int skip_blanks(FILE *file)
{
	int c = getc_unlocked(file);

	while (c == ' ' || c == '\t' || c == '\r')
		c = getc_unlocked(file);
	return c;
}

/* The number that begins with c; the character behind it and blanks goes to *end. */
static uint64_t read_number(const struct table *t, int c, int *end)
{
	uint64_t number = 0;

	if (!is_digit(c))
		table_fail(t, "a whole number is expected here.");
	for (; is_digit(c); c = getc_unlocked(t->file))
		if (__builtin_mul_overflow(number, 10, &number) ||
		    __builtin_add_overflow(number, (uint64_t)(c - '0'), &number))
			table_fail(t, "a number is larger than 64 bits hold.");
	if (c == ' ' || c == '\t' || c == '\r')
		c = skip_blanks(t->file);
	*end = c;
	return number;
}

/* The first character of the next row that is not empty; EOF. The heading is stepped over. */
static int row_begin(struct table *t)
{
	for (;;) {
		int c = skip_blanks(t->file);

		if (c == EOF)
			break;
		t->line++;
		if (c == '\n')
			continue;
		if (t->line == 1 && c == 0xef) { /* a byte order mark */
			getc_unlocked(t->file);
			getc_unlocked(t->file);
			c = skip_blanks(t->file);
		}
		if (is_digit(c) || c == '-' || t->line > 1)
			return c;
		t->heading = true;
		while (c != '\n' && c != EOF)
			c = getc_unlocked(t->file);
	}
	if (ferror(t->file))
		table_fail(t, "the table cannot be read further.");
	return EOF;
}

/* Read a row of n numbers; false at the end of the table. */
static bool row_read(struct table *t, int n, uint64_t *number)
{
	int c = row_begin(t);

	if (c == EOF)
		return false;
	for (int k = 0; k < n; k++) {
		number[k] = read_number(t, k > 0 ? skip_blanks(t->file) : c, &c);
		if (k + 1 < n ? c != ',' : c != '\n' && c != EOF)
			table_fail(t, n == 3 ? "the line must be mentee,mentor,score."
					     : "the line must be mentor,capacity.");
	}
	return true;
}

/* Ids to numbers 0, 1, … in order of first mention: open addressing. */
struct id_map {
	uint64_t *id; /* by number */
	size_t n, cap;
	uint32_t *slot; /* number + 1; 0: free */
	size_t slots;   /* a power of two */
};

static size_t id_slot(const struct id_map *map, uint64_t id)
{
	size_t k = (size_t)((id * 0x9e3779b97f4a7c15u) >> 20) & (map->slots - 1);

	while (map->slot[k] != 0 && map->id[map->slot[k] - 1] != id)
		k = (k + 1) & (map->slots - 1);
	return k;
}

static void id_map_grow(struct id_map *map)
{
	map->slots = map->slots ? map->slots * 2 : 1024;
	free(map->slot);
	map->slot = mem_alloc(map->slots * sizeof(*map->slot));
	for (size_t i = 0; i < map->n; i++)
		map->slot[id_slot(map, map->id[i])] = (uint32_t)i + 1;
}

static uint32_t id_number(struct id_map *map, uint64_t id)
{
	size_t k;

	if (map->n * 2 >= map->slots)
		id_map_grow(map);
	k = id_slot(map, id);
	if (map->slot[k] == 0) {
		map->id = mem_grow(map->id, map->n, &map->cap, sizeof(*map->id));
		map->id[map->n++] = id;
		map->slot[k] = (uint32_t)map->n;
	}
	return map->slot[k] - 1;
}

static void id_map_done(struct id_map *map)
{
	free(map->id);
	free(map->slot);
}

struct input {
	struct id_map mentees, mentors;
	uint64_t *first;
	uint32_t *mentor;
	uint16_t *score;
	uint32_t *capacity;
};

/* First reading: who there is, and how many candidates each mentee has. */
static uint64_t *candidates_count(struct table *t, struct input *in)
{
	uint64_t row[3], *count = NULL;
	size_t cap = 0;

	while (row_read(t, 3, row)) {
		uint32_t i = id_number(&in->mentees, row[0]);

		id_number(&in->mentors, row[1]);
		if (row[2] > MATCH_SCORE_MAX)
			table_fail(t, "the score must be 0...1000.");
		while (cap <= i) {
			size_t old = cap;

			count = mem_grow(count, old, &cap, sizeof(*count));
			memset(count + old, 0, (cap - old) * sizeof(*count));
		}
		count[i]++;
	}
	return count;
}

/* Second reading: every edge to its place. */
static void candidates_read(const char *path, struct input *in, bool *heading)
{
	struct table t;
	uint64_t row[3], *count, edges = 0;
	size_t mentees, mentors;

	table_open(&t, path);
	count = candidates_count(&t, in);
	in->first = mem_alloc((in->mentees.n + 1) * sizeof(*in->first));
	for (size_t i = 0; i < in->mentees.n; i++) {
		in->first[i] = edges;
		edges += count[i];
		count[i] = in->first[i];
	}
	in->first[in->mentees.n] = edges;
	mentees = in->mentees.n;
	mentors = in->mentors.n;
	in->mentor = mem_alloc((edges + 1) * sizeof(*in->mentor));
	in->score = mem_alloc((edges + 1) * sizeof(*in->score));
	table_rewind(&t);
	while (row_read(&t, 3, row)) {
		uint32_t i = id_number(&in->mentees, row[0]);
		uint32_t j = id_number(&in->mentors, row[1]);

		if (i >= mentees || j >= mentors || count[i] >= in->first[i + 1])
			table_fail(&t, "the table changed while it was being read.");
		in->mentor[count[i]] = j;
		in->score[count[i]++] = (uint16_t)row[2];
	}
	*heading = t.heading;
	fclose(t.file);
	free(count);
}

/* Nobody may stand twice in the list of one mentee. */
static void candidates_check(const struct input *in, const char *path)
{
	uint32_t *seen = mem_alloc((in->mentors.n + 1) * sizeof(*seen));

	for (uint32_t i = 0; i < in->mentees.n; i++) {
		for (uint64_t e = in->first[i]; e < in->first[i + 1]; e++) {
			uint32_t j = in->mentor[e];

			if (seen[j] == i + 1) {
				fprintf(stderr,
					"bench_match: %s: mentee %" PRIu64 " and mentor %" PRIu64
					" stand together in two lines.\n",
					path, in->mentees.id[i], in->mentors.id[j]);
				exit(EXIT_COULD_NOT);
			}
			seen[j] = i + 1;
		}
	}
	free(seen);
}

static void capacity_read(const char *path, struct input *in)
{
	const size_t known = in->mentors.n;
	bool *seen;
	struct table t;
	uint64_t row[2];

	in->capacity = mem_alloc((known + 1) * sizeof(*in->capacity));
	seen = mem_alloc((known + 1) * sizeof(*seen));
	for (size_t j = 0; j < known; j++)
		in->capacity[j] = 1;
	table_open(&t, path);
	while (row_read(&t, 2, row)) {
		size_t k = known > 0 ? id_slot(&in->mentors, row[0]) : 0;
		uint32_t j = known > 0 ? in->mentors.slot[k] : 0;

		if (row[1] > UINT32_MAX)
			table_fail(&t, "the capacity is too large.");
		if (j == 0) /* nobody's candidate */
			continue;
		if (seen[j - 1])
			table_fail(&t, "this mentor has a line already.");
		seen[j - 1] = true;
		in->capacity[j - 1] = (uint32_t)row[1];
	}
	fclose(t.file);
	free(seen);
}

static bool match_write(const char *path, const struct input *in, const int32_t *partner,
			bool heading)
{
	FILE *file = fopen(path, "w");

	if (!file)
		return false;
	if (heading)
		fputs("mentee,mentor,score\n", file);
	for (size_t i = 0; i < in->mentees.n; i++) {
		uint64_t e = in->first[i];

		if (partner[i] == MATCH_NONE)
			continue;
		while (in->mentor[e] != (uint32_t)partner[i])
			e++;
		fprintf(file, "%" PRIu64 ",%" PRIu64 ",%d\n", in->mentees.id[i],
			in->mentors.id[partner[i]], in->score[e]);
	}
	if (ferror(file)) {
		fclose(file);
		return false;
	}
	return fclose(file) == 0;
}

static double seconds_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static struct match_result input_solve(const struct input *in, int32_t *partner, double *seconds)
{
	const struct match_problem problem = {
		.mentees = (uint32_t)in->mentees.n,
		.mentors = (uint32_t)in->mentors.n,
		.first = in->first,
		.mentor = in->mentor,
		.score = in->score,
		.capacity = in->capacity,
	};
	const double start = seconds_now();
	struct match_result result = match_solve(&problem, partner);

	*seconds = seconds_now() - start;
	return result;
}

static void input_done(struct input *in)
{
	id_map_done(&in->mentees);
	id_map_done(&in->mentors);
	free(in->first);
	free(in->mentor);
	free(in->score);
	free(in->capacity);
}

static _Noreturn void usage(void)
{
	fputs(help, stderr);
	exit(EXIT_USAGE);
}

int main(int argc, char **argv)
{
	struct input in = { 0 };
	struct match_result result;
	const char *out = NULL;
	bool heading, written = true;
	double seconds;
	int32_t *partner;

	if (argc == 2 && strcmp(argv[1], "--help") == 0) {
		fputs(help, stdout);
		return EXIT_SUCCESS;
	}
	if (argc == 5 && strcmp(argv[3], "-o") == 0)
		out = argv[4];
	else if (argc != 3)
		usage();
	candidates_read(argv[1], &in, &heading);
	candidates_check(&in, argv[1]);
	capacity_read(argv[2], &in);
	partner = mem_alloc((in.mentees.n + 1) * sizeof(*partner));
	result = input_solve(&in, partner, &seconds);
	if (out && !match_write(out, &in, partner, heading)) {
		fprintf(stderr, "bench_match: %s: %s\n", out, strerror(errno));
		written = false;
	}
	printf("matched=%" PRIu32 " score=%" PRIu64 " seconds=%.3f peak_kb=%ld\n", result.matched,
	       result.total, seconds, peak_kb());
	free(partner);
	input_done(&in);
	return written ? EXIT_SUCCESS : EXIT_COULD_NOT;
}
