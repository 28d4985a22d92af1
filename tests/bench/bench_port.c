/*
 * How fast tables are read: 100,000 rows of 11 columns in Windows-1251 (15 MB), bytes to cells.
 * Prints rows=N cells=N bytes=N seconds=T peak_kb=K, where peak_kb is the reader's largest heap.
 *
 *	bench_port [TABLE.csv]   a table of your own instead
 */
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "nastavnik/port/csv.h"

enum { ROWS = 100000 };

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void table_write(const char *path)
{
	static const char *const text[] = { "Константинопольский",
					    "Александра",
					    "Вячеславовна",
					    "12.11.2012",
					    "7В",
					    "+7 (900) 000-00-00",
					    "a.b@school.example",
					    "математика; физика",
					    "шахматы, плавание",
					    "1,5",
					    "обучающийся" };
	const struct csv_options options = { .encoding = ENCODING_CP1251 };
	struct csv *csv;

	if (csv_create(path, &options, &csv))
		exit(3);
	for (int row = 0; row < ROWS; row++) {
		for (size_t i = 0; i < sizeof(text) / sizeof(text[0]); i++)
			csv_cell(csv, text[i]);
		csv_row_end(csv);
	}
	if (csv_commit(csv))
		exit(3);
}

static long heap_kb(void)
{
	struct mallinfo2 info = mallinfo2();

	return (long)((info.uordblks + info.hblkhd) / 1024);
}

static int table_read(const char *path)
{
	const struct row_options options = { .encoding = ENCODING_AUTO };
	long before = heap_kb(), peak = before;
	size_t rows = 0, cells = 0;
	struct row_source *source;
	double begin = now();
	struct row row;

	if (rows_open(path, &options, &source)) {
		fprintf(stderr, "%s\n", err_last()->text);
		return 3;
	}
	while (!rows_next(source, &row) && row.n) {
		rows++;
		cells += row.n;
		if (rows % 1024 == 0 && heap_kb() > peak)
			peak = heap_kb();
	}
	printf("rows=%zu cells=%zu bytes=%lld seconds=%.3f peak_kb=%ld\n", rows, cells,
	       (long long)source->facts.size, now() - begin, peak - before);
	rows_close(source);
	return 0;
}

int main(int argc, char **argv)
{
	char path[] = "/tmp/nastavnik-bench-XXXXXX";
	int fd, rc;

	if (argc > 1)
		return table_read(argv[1]);
	fd = mkstemp(path);
	if (fd < 0)
		return 3;
	close(fd);
	table_write(path);
	rc = table_read(path);
	unlink(path);
	return rc;
}
