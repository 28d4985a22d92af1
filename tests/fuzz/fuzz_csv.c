/*
 * libFuzzer harness of the CSV reader: whatever the bytes, every row can be read or is refused with
 * a sentence, all cells are valid UTF-8, rewinding gives the same rows, and what was read can be
 * written and read again.
 *
 *	CC=clang meson setup build-fuzz -Dfuzz=enabled -Db_sanitize=address \
 *		-Db_lundef=false -Dc_args=-fsanitize=fuzzer-no-link
 *	ninja -C build-fuzz tests/fuzz/fuzz_csv
 *	mkdir corpus	# libFuzzer adds to the first folder what it finds
 *	build-fuzz/tests/fuzz/fuzz_csv -detect_leaks=0 -max_len=4096 corpus tests/data
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "nastavnik/base/utf8.h"
#include "nastavnik/model/participant.h"
#include "nastavnik/port/csv.h"
#include "nastavnik/port/table.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* A file in memory; path gets its name. */
static int memory_file(const void *bytes, size_t n, char path[40])
{
	int fd = memfd_create("table", MFD_CLOEXEC);

	if (fd < 0 || write(fd, bytes, n) != (ssize_t)n)
		abort();
	snprintf(path, 40, "/proc/self/fd/%d", fd);
	return fd;
}

static uint64_t row_hash(const struct row *row, uint64_t hash)
{
	for (size_t i = 0; i < row->n; i++) {
		const char *cell = row->cell[i];

		if (!utf8_valid(cell, strlen(cell)))
			abort();
		for (; *cell; cell++)
			hash = (hash ^ (uint8_t)*cell) * 1099511628211u;
		hash = (hash ^ 0xFF) * 1099511628211u;
	}
	return hash;
}

/* All rows; *good is false when the table was refused in the middle. */
static uint64_t read_all(struct row_source *source, bool *good)
{
	uint64_t hash = 14695981039346656037u;
	struct row row;
	enum rc rc;

	while (!(rc = rows_next(source, &row)) && row.n)
		hash = row_hash(&row, hash);
	*good = !rc;
	return hash;
}

static void map_all(struct row_source *source)
{
	struct arena a = { 0 };
	const char **value = ARENA_NEW(&a, const char *, mentor_fields.n);
	struct table table;
	struct row row;

	if (!table_map(&a, source, mentor_fields, TABLE_HEADING_AUTO, &table)) {
		while (!table_next(&table, source, &row) && row.n)
			table_values(&a, &table, &row, value);
	}
	arena_done(&a);
}

/* Control characters, by which the reader tells what is no text: some are let through. */
static bool is_noisy(const char *cell)
{
	for (; *cell; cell++) {
		if ((unsigned char)*cell < ' ')
			return true;
	}
	return false;
}

/* What was read, written as UTF-8 and read again, is the same; but a copy in which control
 * characters stand closer together may be refused as no text. */
static void write_again(struct row_source *source, uint64_t hash)
{
	struct csv_options options = { .encoding = ENCODING_UTF8_BOM, .delimiter = ';' };
	struct row_options again = { .encoding = ENCODING_UTF8, .delimiter = ';' };
	char path[] = "/dev/shm/nastavnik-fuzz-XXXXXX";
	struct row_source *copy;
	struct csv *csv;
	bool good, noisy = false;
	struct row row;

	close(mkstemp(path));
	if (rows_rewind(source) || csv_create(path, &options, &csv))
		abort();
	while (!rows_next(source, &row) && row.n) {
		for (size_t i = 0; i < row.n; i++) {
			noisy = noisy || is_noisy(row.cell[i]);
			csv_cell(csv, row.cell[i]);
		}
		csv_row_end(csv);
	}
	if (csv_commit(csv))
		abort();
	if (csv_open(path, &again, &copy)) {
		if (!noisy)
			abort();
	} else {
		copy->facts.columns = 0; /* no padding but what was written */
		if (read_all(copy, &good) != hash || !good)
			abort();
		rows_close(copy);
	}
	unlink(path);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct row_options options = { .encoding = ENCODING_AUTO };
	struct arena a = { 0 };
	struct issues issues = { .arena = &a, .limit = 100 };
	struct row_source *source;
	char path[40];
	int fd = memory_file(bytes, n, path);

	if (!rows_open(path, &options, &source)) {
		bool good, again;
		uint64_t hash;

		source->issues = &issues;
		hash = read_all(source, &good);
		if (rows_rewind(source) || read_all(source, &again) != hash || again != good)
			abort();
		if (good && hash != 14695981039346656037u && source->facts.columns)
			write_again(source, hash);
		map_all(source);
		rows_close(source);
	}
	arena_done(&a);
	close(fd);
	return 0;
}
