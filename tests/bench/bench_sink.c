/*
 * How fast tables are written: 100,000 rows of 12 cells, texts, a date and a number. Prints
 * rows=N bytes=N seconds=T cpu_seconds=C peak_mb=M, where peak_mb is the whole process's largest
 * memory; a busy machine hardly changes C.
 *
 *	bench_sink xlsx|csv [ROWS]
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/port/sink.h"
#include "peak.h"

enum { ROWS = 100000, TEXTS = 10, COLUMNS = TEXTS + 2 };

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void row_write(struct sink *sink, int row)
{
	static const char *const text[TEXTS] = { "Константинопольский", "Александра",
						 "Вячеславовна",        "7В",
						 "+7 (900) 000-00-00",  "a.b@school.example",
						 "математика; физика",  "шахматы, плавание",
						 "обучающийся",         "=1+2" };

	for (int i = 0; i < TEXTS; i++)
		sink_text(sink, text[i]);
	sink_date(sink, 20100101 + row % 28);
	sink_number(sink, row % 50, 1);
	sink_row_end(sink);
}

static enum rc table_write(const char *path, int rows)
{
	static const char *const heading[COLUMNS] = { "Фамилия",    "Имя",      "Отчество",
						      "Класс",      "Телефон",  "Почта",
						      "Запросы",    "Интересы", "Статус",
						      "Примечание", "Дата",     "Часы" };
	const struct sink_options options = { .title = "Наставляемые",
					      .heading = heading,
					      .columns = COLUMNS };
	struct sink *sink;
	enum rc rc = sink_open(path, &options, &sink);

	if (rc)
		return rc;
	for (int row = 0; row < rows; row++)
		row_write(sink, row);
	return sink_commit(sink);
}

static double seconds_of(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec * 1e-6;
}

int main(int argc, char **argv)
{
	int rows = argc > 2 ? atoi(argv[2]) : ROWS;
	char path[64];
	struct rusage usage;
	struct stat made;
	double begin;

	if (argc < 2)
		return 2;
	text_init(argv[0]);
	snprintf(path, sizeof(path), "/tmp/nastavnik-bench-%ld.%s", (long)getpid(), argv[1]);
	begin = now();
	if (table_write(path, rows) || stat(path, &made)) {
		fprintf(stderr, "%s\n", err_last()->text);
		return 3;
	}
	getrusage(RUSAGE_SELF, &usage);
	printf("rows=%d bytes=%lld seconds=%.3f cpu_seconds=%.3f peak_mb=%ld\n", rows,
	       (long long)made.st_size, now() - begin,
	       seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime), peak_kb() / 1024);
	unlink(path);
	return 0;
}
