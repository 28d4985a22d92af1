/*
 * A class list of ROWS people × 11 columns imported with all checks into a new file, and imported
 * again: as CSV (cp1251, semicolons), as a workbook that the program has written, or as the one
 *that is given. Prints one line a run; wanted for 100,000 rows: 1.5 s and 60 MB of CSV, 3 s and 80
 *MB of .xlsx. cpu is the processor's time (user and system), which tells more where others use the
 * machine too.
 *
 *	bench_import ROWS|TABLE [csv|xlsx]
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "nastavnik/app/import.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/port/sink.h"
#include "peak.h"

static const char *const families[] = { "Иванов",   "Смирнов",  "Ёлкин",    "Попов",   "Васильев",
					"Соколов",  "Михайлов", "Новиков",  "Фёдоров", "Морозов",
					"Алексеев", "Семёнов",  "Журавлёв", "Орлов",   "Титов" };
static const char *const endings[] = { "",      "ский", "енко", "ин",  "чук",  "ов",
				       "ченко", "ович", "ых",   "ман", "швили" };
static const char *const given[] = { "Александр", "Максим", "Иван",  "Артём",  "Дмитрий", "Никита",
				     "Михаил",    "Егор",   "Илья",  "Матвей", "Фёдор",   "Пётр",
				     "Тимофей",   "Семён",  "Захар", "Юрий",   "Глеб" };
static const char *const patronymics[] = { "Александрович", "Алексеевич", "Борисович", "Ильич",
					   "Петрович",      "Сергеевич",  "Юрьевич" };
static const char *const letters[] = { "А", "Б", "В", "Г" };

#define PICK(list) (list)[rand() % (int)(sizeof(list) / sizeof((list)[0]))]

static void cell(struct sink *sink, struct arena *a, const char *format, int value)
{
	sink_text(sink, arena_printf(a, format, value));
}

static void table_row(struct sink *sink, struct arena *a, int i)
{
	int grade = 1 + rand() % 11;

	cell(sink, a, "%d", i + 1);
	sink_text(sink, arena_printf(a, "%s%s-%s", PICK(families), PICK(endings), PICK(families)));
	sink_text(sink, PICK(given));
	sink_text(sink, PICK(patronymics));
	sink_text(sink,
		  arena_printf(a, "%02d.%02d.%d", 1 + rand() % 28, 1 + rand() % 12, 2019 - grade));
	sink_text(sink, arena_printf(a, "%d%s", grade, PICK(letters)));
	sink_text(sink, "");
	sink_text(sink, "");
	sink_text(sink, arena_printf(a, "+7 (9%02d) %03d-%02d-%02d", rand() % 100, rand() % 1000,
				     rand() % 100, rand() % 100));
	cell(sink, a, "pupil%d@school.example", i);
	cell(sink, a, "личное дело %d", i);
	sink_row_end(sink);
}

static enum rc table_make(const char *path, int rows)
{
	static const char *const headings[] = {
		"№ п/п",     "Фамилия",   "Имя",          "Отчество", "Дата рождения",
		"Класс",     "Должность", "Место работы", "Телефон",  "Электронная почта",
		"Примечание"
	};
	struct sink_options options = { .heading = headings,
					.columns = sizeof(headings) / sizeof(headings[0]),
					.encoding = ENCODING_CP1251 };
	struct arena a = { 0 };
	struct sink *sink;
	enum rc rc = sink_open(path, &options, &sink);

	if (rc)
		return rc;
	srand(1);
	for (int i = 0; i < rows; i++) {
		table_row(sink, &a, i);
		arena_reset(&a);
	}
	arena_done(&a);
	return sink_commit(sink);
}

static double cpu_seconds(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
	       (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static enum rc import_once(struct app *app, const char *path)
{
	struct import_options options = { .partial = true };
	const struct import_report *report;
	struct import *import;
	int64_t start = clock_ms();
	double cpu = cpu_seconds();
	struct job job;
	enum rc rc = import_open(app, IMPORT_PEOPLE, path, &import);

	if (rc)
		return rc;
	rc = import_start(import, &options, &job);
	if (!rc && job_run(&job) == JOB_FAILED)
		rc = err_last()->code;
	report = import_report(import);
	if (!rc)
		printf("rows=%lld added=%lld changed=%lld unchanged=%lld unsure=%lld rejected=%lld "
		       "skipped=%lld seconds=%.2f cpu=%.2f peak_kb=%ld\n",
		       (long long)report->rows, (long long)report->added,
		       (long long)report->changed, (long long)report->unchanged,
		       (long long)report->unsure, (long long)report->rejected,
		       (long long)report->skipped, (double)(clock_ms() - start) / 1000,
		       cpu_seconds() - cpu, peak_kb());
	import_close(import);
	return rc;
}

static enum rc bench(const char *folder, const char *what, const char *format)
{
	struct arena a = { 0 };
	int rows = atoi(what);
	const char *table = rows ? arena_printf(&a, "%s/table.%s", folder, format) : what;
	const char *file = arena_printf(&a, "%s/school.nastavnik", folder);
	struct app *app;
	enum rc rc = rows ? table_make(table, rows) : RC_OK;

	if (!rc)
		rc = app_new(file, "Школа", 2026, &app);
	if (!rc) {
		rc = import_once(app, table);
		if (!rc)
			rc = import_once(app, table);
		app_close(app);
	}
	if (rows)
		unlink(table);
	unlink(file);
	unlink(arena_printf(&a, "%s.lock", file));
	arena_done(&a);
	return rc;
}

int main(int argc, char **argv)
{
	char folder[] = "/tmp/nastavnik-bench-XXXXXX";

	text_init(argv[0]);
	if (argc < 2 || argc > 3) {
		fprintf(stderr, "bench_import ROWS|TABLE [csv|xlsx]\n");
		return 2;
	}
	if (!mkdtemp(folder) || bench(folder, argv[1], argc > 2 ? argv[2] : "csv")) {
		fprintf(stderr, "%s\n", err_last()->text);
		return 1;
	}
	rmdir(folder);
	return 0;
}
