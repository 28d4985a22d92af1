/*
 * bench_years NASTAVNIK YEARS PEOPLE PAIRS MEETINGS: a school of many years in the real program.
 * Each screen that can be gone to from everywhere is opened through the palette; timed is the key
 * that opens it. The last lines count the comparison of the years alone.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "nastavnik/store/read/compare.h"
#include "nastavnik/store/write/store.h"
#include "pty_run.h"
#include "screens.h"
#include "years_make.h"

enum { ROUNDS = 11 };

#define PALETTE "\020"

static void bench_place(struct run *r, const char *title)
{
	struct series s = { .name = title, .wanted = "50" };

	for (int i = 0; i < ROUNDS; i++) {
		run_keys(r, PALETTE);
		run_keys(r, title);
		run_press(r, &s, "\r");
		run_keys(r, KEY_F10);
	}
	series_print(&s);
}

static void bench_places(const char *program, const char *file)
{
	struct run r;

	run_start(&r, program, file);
	for (size_t i = 0; desk_views[i]; i++)
		if (desk_views[i]->place)
			bench_place(&r, desk_views[i]->title);
	run_stop(&r);
}

static void bench_compare(const char *file)
{
	struct series s = { .name = "all years counted", .wanted = "50" };
	struct store *store;

	if (store_open(file, STORE_READ_ONLY, &store))
		run_fail(err_last()->text);
	for (int i = 0; i < ROUNDS; i++) {
		double wall = run_clock(CLOCK_MONOTONIC), cpu = run_clock(CLOCK_PROCESS_CPUTIME_ID);
		struct years_numbers years;
		struct arena a = { 0 };

		if (years_compare(store, &a, &years))
			run_fail(err_last()->text);
		arena_done(&a);
		s.wall[s.n] = run_clock(CLOCK_MONOTONIC) - wall;
		s.cpu[s.n++] = run_clock(CLOCK_PROCESS_CPUTIME_ID) - cpu;
	}
	store_close(store);
	series_print(&s);
}

int main(int argc, char **argv)
{
	char folder[] = "/tmp/nastavnik-bench-XXXXXX", file[64], lock[80];
	struct years_size size;

	if (argc != 6) {
		fprintf(stderr, "bench_years NASTAVNIK YEARS PEOPLE PAIRS MEETINGS\n");
		return 2;
	}
	size = (struct years_size){ atoi(argv[2]), atoi(argv[3]), atoi(argv[4]), atoi(argv[5]) };
	if (!mkdtemp(folder))
		run_fail("no folder below /tmp");
	snprintf(file, sizeof(file), "%s/school.nastavnik", folder);
	snprintf(lock, sizeof(lock), "%s.lock", file);
	setenv("NASTAVNIK_LANG", "en", 1); /* titles are found as the program names them */
	setenv("NASTAVNIK_NOW", "2027-03-01T10:00:00", 1);
	years_make(file, &size);
	bench_places(argv[1], file);
	bench_compare(file);
	unlink(file);
	unlink(lock);
	rmdir(folder);
	return 0;
}
