/*
 * Results of a questionnaire before and after: a school's usual one, then 100,000 answers. Wanted
 * are 50 ms and 0.5 s from the file to the figures.
 *
 *	bench_results [forms a wave] [items]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "inner.h"
#include "nastavnik/app/import.h"
#include "nastavnik/app/records.h"
#include "nastavnik/app/results.h"
#include "nastavnik/base/str.h"
#include "nastavnik/store/write/sheet.h"
#include "peak.h"

enum { FORMS = 200, ITEMS = 16, TIMES = 5 };

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec * 1e-6;
}

static void must(enum rc rc)
{
	if (rc == RC_OK)
		return;
	fprintf(stderr, "bench_results: %s\n", err_last()->text);
	exit(3);
}

static unsigned next_random(void)
{
	static unsigned long long state = 42;

	state = state * 6364136223846793005ull + 1442695040888963407ull;
	return (unsigned)(state >> 33);
}

/* A family name without digits for each number. */
static void name_add(struct str *s, size_t n)
{
	static const char *const syllable[] = { "ба", "ве", "ги", "до", "жу",
						"зы", "ке", "ли", "мо", "ну" };

	str_add(s, "Ки");
	for (int i = 0; i < 5; i++, n /= 10)
		str_add(s, syllable[n % 10]);
}

static void people_import(struct app *app, const char *folder, size_t n)
{
	struct str text = { 0 };
	char path[256];
	struct import *import;
	struct job job;
	FILE *f;

	snprintf(path, sizeof(path), "%s/people.csv", folder);
	str_add(&text, "Фамилия;Имя;Класс\n");
	for (size_t i = 0; i < n; i++) {
		name_add(&text, i);
		str_printf(&text, ";Зоя;%zuА\n", 5 + i % 5);
	}
	f = fopen(path, "w");
	if (!f || fputs(str_text(&text), f) < 0 || fclose(f))
		exit(3);
	str_done(&text);
	must(import_open(app, IMPORT_MENTEES, path, &import));
	must(import_start(import, &(struct import_options){ .partial = true }, &job));
	if (job_run(&job) != JOB_DONE)
		exit(3);
	import_close(import);
}

static struct survey survey_make(struct app *app, const char *code, int64_t wave, size_t items,
				 int64_t *item)
{
	struct arena a = { 0 };
	struct survey s;

	record_init(&survey_type, &s, 2026, 0);
	s.name = s.code = code;
	s.wave = wave;
	must(records_save(app, &survey_type, &s));
	for (size_t i = 0; i < items; i++) {
		struct survey_item fresh;

		record_init(&survey_item_type, &fresh, s.head.id, 0);
		fresh.position = (int64_t)i + 1;
		fresh.code = fresh.name = arena_printf(&a, "item%zu", i);
		fresh.low = 1;
		fresh.high = 10;
		fresh.scale = i % 4 ? "scale" : "";
		must(records_save(app, &survey_item_type, &fresh));
		item[i] = fresh.head.id;
	}
	arena_done(&a);
	return s;
}

static void sheets_put(struct app *app, const struct survey *survey, const int64_t *item,
		       size_t items, const struct participants *people)
{
	struct answer *row = calloc(items, sizeof(*row));
	struct answers answers = { row, items };

	must(app_begin(app, "Sheets", ""));
	for (size_t p = 0; p < people->n; p++) {
		struct sheet sheet = { .survey = survey->head.id,
				       .participation = people->row[p].id,
				       .note = "",
				       .entered_by = "",
				       .checked_by = "",
				       .source = "" };

		for (size_t i = 0; i < items; i++)
			row[i] = (struct answer){ .item = item[i],
						  .status = ANSWER_GIVEN,
						  .value = 1 + next_random() % 10,
						  .words = "" };
		must(sheet_put(app->store, &sheet, &answers));
	}
	must(app_end(app, RC_OK));
	free(row);
}

static double results_time(struct app *app, const struct survey *before, const struct survey *after,
			   enum results_by by)
{
	double best = 1e9;

	for (int i = 0; i < TIMES; i++) {
		struct arena a = { 0 };
		struct results r;
		double from = now();

		must(results_load(app, &a, before, after, by, &r));
		best = now() - from < best ? now() - from : best;
		arena_done(&a);
	}
	return best;
}

static void run(size_t forms, size_t items, const char *wanted)
{
	char folder[] = "/tmp/nastavnik-bench-XXXXXX", path[64];
	int64_t *item = calloc(items, sizeof(*item));
	struct participants people;
	struct survey before, after;
	struct arena a = { 0 };
	struct app *app;

	if (!mkdtemp(folder))
		exit(3);
	snprintf(path, sizeof(path), "%s/school.nastavnik", folder);
	must(app_new(path, "Школа № 9", 2026, &app));
	people_import(app, folder, forms);
	must(app_participants(app, &a, ROLE_MENTEE, &people));
	before = survey_make(app, "bench_before", WAVE_BEFORE, items, item);
	sheets_put(app, &before, item, items, &people);
	after = survey_make(app, "bench_after", WAVE_AFTER, items, item);
	sheets_put(app, &after, item, items, &people);
	printf("results_ms forms 2*%zu items %zu answers %zu: %.1f (wanted %s), by class %.1f\n",
	       people.n, items, people.n * items * 2,
	       results_time(app, &before, &after, RESULTS_WHOLE), wanted,
	       results_time(app, &before, &after, RESULTS_BY_CLASS));
	app_close(app);
	arena_done(&a);
	free(item);
	unlink(path);
	snprintf(path, sizeof(path), "%s/people.csv", folder);
	unlink(path);
	rmdir(folder);
}

int main(int argc, char **argv)
{
	if (argc > 2) {
		run(strtoul(argv[1], NULL, 10), strtoul(argv[2], NULL, 10), "-");
	} else {
		run(FORMS, ITEMS, "50");
		run(3125, ITEMS, "500");
	}
	printf("peak_mb %.1f\n", (double)peak_kb() / 1024);
	return 0;
}
