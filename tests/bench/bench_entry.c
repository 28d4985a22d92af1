/*
 * bench_entry NASTAVNIK SHEETS: the curator's card typed again and again on the real program, one
 * key an answer: from a key to the picture, and answers a second.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pty_run.h"

enum { QUESTIONS = 9, SERIES_MAX = 200 };

static void file_make(const char *program, const char *file)
{
	char command[4096];

	snprintf(command, sizeof(command), "'%s' new '%s' --school Школа --year 2026 >/dev/null",
		 program, file);
	if (system(command))
		run_fail("the file could not be made");
}

static void type_sheets(struct run *r, int sheets)
{
	struct series key = { .name = "key to picture", .wanted = "20" };
	struct series done = { .name = "handing a sheet in", .wanted = "-" };
	double from = run_clock(CLOCK_MONOTONIC), taken;

	for (int i = 0; i < sheets; i++) {
		for (int q = 0; q < QUESTIONS; q++) {
			struct series *into = key.n < SERIES_MAX ? &key : NULL;

			if (into)
				run_press(r, into, q % 2 ? "1" : "2");
			else
				run_keys(r, q % 2 ? "1" : "2");
		}
		if (done.n < SERIES_MAX)
			run_press(r, &done, "\r");
		else
			run_keys(r, "\r");
	}
	taken = (run_clock(CLOCK_MONOTONIC) - from) / 1000;
	series_print(&key);
	series_print(&done);
	printf("%-24s n=%d seconds=%.2f a_second=%.0f wanted_a_second=50\n", "answers",
	       sheets * QUESTIONS, taken, sheets * QUESTIONS / taken);
}

int main(int argc, char **argv)
{
	char folder[] = "/tmp/nastavnik-bench-XXXXXX", file[64], lock[80];
	struct run r;

	if (argc != 3 || atoi(argv[2]) < 1) {
		fprintf(stderr, "bench_entry NASTAVNIK SHEETS\n");
		return 2;
	}
	unsetenv("NASTAVNIK_LANG"); /* Russian, as people have it */
	if (!mkdtemp(folder))
		run_fail("no folder below /tmp");
	snprintf(file, sizeof(file), "%s/school.nastavnik", folder);
	snprintf(lock, sizeof(lock), "%s.lock", file);
	file_make(argv[1], file);
	run_start(&r, argv[1], file);
	run_keys(&r, "\x10"
		     "Анкеты\r");
	run_keys(&r, "Карта");
	run_keys(&r, "\x1bOQ");
	type_sheets(&r, atoi(argv[2]));
	run_stop(&r);
	unlink(file);
	unlink(lock);
	rmdir(folder);
	return 0;
}
