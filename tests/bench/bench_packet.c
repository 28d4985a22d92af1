/*
 * A packet of 5,000 sheets of 16 answers: how long it takes to be written, taken back, taken back
 * once more, and taken back where every sheet differs. Wanted for taking back: 1 s.
 *
 *	bench_packet [sheets]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "nastavnik/app/import.h"
#include "nastavnik/app/packets.h"
#include "nastavnik/app/records.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/port/packet.h"

enum { ITEMS = 16 };

static char folder[] = "/tmp/nastavnik-bench-XXXXXX";

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void must(enum rc rc)
{
	if (rc == RC_OK)
		return;
	fprintf(stderr, "bench_packet: %s\n", err_last()->text);
	exit(3);
}

static const char *in_folder(struct arena *a, const char *name)
{
	return arena_printf(a, "%s/%s", folder, name);
}

static void mentees_import(struct app *app, struct arena *a, int n)
{
	const char *path = in_folder(a, "mentees.csv");
	FILE *file = fopen(path, "w");
	struct import *import;
	struct job job;

	if (!file)
		exit(3);
	fputs("Фамилия;Имя;Класс\n", file);
	for (int i = 0; i < n; i++)
		fprintf(file, "Быков%c%c%c;Пётр;%dА\n", 'a' + i % 26, 'a' + i / 26 % 26,
			'a' + i / 676 % 26, 5 + i % 5);
	fclose(file);
	must(import_open(app, IMPORT_MENTEES, path, &import));
	must(import_start(import, &(struct import_options){ .partial = true }, &job));
	if (job_run(&job) == JOB_FAILED)
		must(err_last()->code);
	import_close(import);
}

static int64_t survey_make(struct app *app, struct arena *a)
{
	struct survey survey;

	record_init(&survey_type, &survey, 2026, 0);
	survey.name = survey.code = "bench";
	survey.role = ROLE_MENTEE;
	must(records_save(app, &survey_type, &survey));
	for (int i = 0; i < ITEMS; i++) {
		struct survey_item item;

		record_init(&survey_item_type, &item, survey.head.id, 0);
		item.position = i + 1;
		item.name = item.code = arena_printf(a, "item%d", i);
		must(records_save(app, &survey_item_type, &item));
	}
	return survey.head.id;
}

/* All of them, answered; by: what is added to each answer. */
static void packet_fill(struct arena *a, const char *path, int64_t first, int by)
{
	struct packet packet;

	must(packet_load(a, path, NULL, NULL, &packet));
	packet.sheet = ARENA_NEW(a, struct packet_sheet, packet.people);
	packet.sheets = packet.people;
	for (size_t i = 0; i < packet.people; i++) {
		struct packet_sheet *sheet = &packet.sheet[i];

		sheet->head = (struct sheet){ .id = first + (int64_t)i,
					      .participation = packet.person[i].participation,
					      .filled_on = 20261101,
					      .note = "",
					      .entered_by = "Орлова И. П.",
					      .entered_at = 20261122100000,
					      .checked_by = "",
					      .source = "" };
		sheet->answers = (struct answers){ ARENA_NEW(a, struct answer, ITEMS), ITEMS };
		for (int k = 0; k < ITEMS; k++)
			sheet->answers.row[k] =
				(struct answer){ packet.items.row[k].head.id, ANSWER_GIVEN,
						 1 + ((int)i + k + by) % 10, "", 0 };
	}
	must(packet_save(path, NULL, &packet));
}

static void take(struct app *app, const char *what, const char *path)
{
	struct arena a = { 0 };
	struct packet_report report;
	double begin = now();
	clock_t cpu = clock();

	must(packet_take(app, &a, path, NULL, NULL, &report));
	printf("%s: %.3f s, cpu %.3f s (added %zu, same %zu, disputed %zu)\n", what, now() - begin,
	       (double)(clock() - cpu) / CLOCKS_PER_SEC, report.added, report.same,
	       report.disputed);
	arena_done(&a);
}

static const char *give(struct app *app, struct arena *a, int64_t survey, const char *name)
{
	const struct packet_order order = { survey, "", false, NULL, in_folder(a, name) };
	double begin = now();

	must(packet_give(app, &order, NULL));
	printf("given out: %.3f s\n", now() - begin);
	return order.path;
}

int main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 5000;
	struct arena a = { 0 };
	const char *first, *second;
	char command[64];
	struct app *app;
	int64_t survey;

	if (!mkdtemp(folder))
		return 3;
	setenv("XDG_DATA_HOME", folder, 1);
	must(app_new(in_folder(&a, "school.nastavnik"), "Школа", 2026, &app));
	mentees_import(app, &a, n);
	survey = survey_make(app, &a);
	first = give(app, &a, survey, "a.packet");
	second = give(app, &a, survey, "b.packet");
	packet_fill(&a, first, 1 << 20, 0);
	packet_fill(&a, second, 1 << 21, 1);
	take(app, "taken back (wanted 1 s)", first);
	take(app, "taken again", first);
	take(app, "another with other answers", second);
	app_close(app);
	arena_done(&a);
	snprintf(command, sizeof(command), "rm -r '%s'", folder);
	return system(command);
}
