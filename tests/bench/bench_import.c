/*
 * A class list of ROWS people × 11 columns (cp1251, semicolons) imported with all checks into a new
 * file, and imported again. Prints one line a run; wanted for 100,000 rows: 1.5 s and 60 MB. cpu is
 * the processor's time (user and system), which tells more where others use the machine too.
 *
 *	bench_import ROWS
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "nastavnik/app/import.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/port/csv.h"

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

static void cell(struct csv *csv, struct arena *a, const char *format, int value)
{
	csv_cell(csv, arena_printf(a, format, value));
}

static void table_row(struct csv *csv, struct arena *a, int i)
{
	int grade = 1 + rand() % 11;

	cell(csv, a, "%d", i + 1);
	csv_cell(csv, arena_printf(a, "%s%s-%s", PICK(families), PICK(endings), PICK(families)));
	csv_cell(csv, PICK(given));
	csv_cell(csv, PICK(patronymics));
	csv_cell(csv,
		 arena_printf(a, "%02d.%02d.%d", 1 + rand() % 28, 1 + rand() % 12, 2019 - grade));
	csv_cell(csv, arena_printf(a, "%d%s", grade, PICK(letters)));
	csv_cell(csv, "");
	csv_cell(csv, "");
	csv_cell(csv, arena_printf(a, "+7 (9%02d) %03d-%02d-%02d", rand() % 100, rand() % 1000,
				   rand() % 100, rand() % 100));
	cell(csv, a, "pupil%d@school.example", i);
	cell(csv, a, "личное дело %d", i);
	csv_row_end(csv);
}

static enum rc table_make(const char *path, int rows)
{
	static const char *const headings[] = {
		"№ п/п",     "Фамилия",   "Имя",          "Отчество", "Дата рождения",
		"Класс",     "Должность", "Место работы", "Телефон",  "Электронная почта",
		"Примечание"
	};
	struct csv_options options = { .encoding = ENCODING_CP1251 };
	struct arena a = { 0 };
	struct csv *csv;
	enum rc rc = csv_create(path, &options, &csv);

	if (rc)
		return rc;
	for (size_t i = 0; i < sizeof(headings) / sizeof(headings[0]); i++)
		csv_cell(csv, headings[i]);
	csv_row_end(csv);
	srand(1);
	for (int i = 0; i < rows; i++) {
		table_row(csv, &a, i);
		arena_reset(&a);
	}
	arena_done(&a);
	return csv_commit(csv);
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
	struct rusage usage;
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
	getrusage(RUSAGE_SELF, &usage);
	if (!rc)
		printf("rows=%lld added=%lld changed=%lld unchanged=%lld unsure=%lld rejected=%lld "
		       "skipped=%lld seconds=%.2f cpu=%.2f peak_kb=%ld\n",
		       (long long)report->rows, (long long)report->added,
		       (long long)report->changed, (long long)report->unchanged,
		       (long long)report->unsure, (long long)report->rejected,
		       (long long)report->skipped, (double)(clock_ms() - start) / 1000,
		       cpu_seconds() - cpu, usage.ru_maxrss);
	import_close(import);
	return rc;
}

static enum rc bench(const char *folder, int rows)
{
	struct arena a = { 0 };
	const char *table = arena_printf(&a, "%s/table.csv", folder);
	const char *file = arena_printf(&a, "%s/school.nastavnik", folder);
	struct app *app;
	enum rc rc = table_make(table, rows);

	if (!rc)
		rc = app_new(file, "Школа", 2026, &app);
	if (!rc) {
		rc = import_once(app, table);
		if (!rc)
			rc = import_once(app, table);
		app_close(app);
	}
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
	if (argc != 2 || atoi(argv[1]) < 1) {
		fprintf(stderr, "bench_import ROWS\n");
		return 2;
	}
	if (!mkdtemp(folder) || bench(folder, atoi(argv[1]))) {
		fprintf(stderr, "%s\n", err_last()->text);
		return 1;
	}
	rmdir(folder);
	return 0;
}
