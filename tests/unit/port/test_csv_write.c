#include "port_test.h"

#include <sys/stat.h>

static struct str file_bytes(const char *path)
{
	struct str bytes = { 0 };
	char buf[4096];
	size_t n;
	FILE *file = fopen(path, "rb");

	assert_non_null(file);
	while ((n = fread(buf, 1, sizeof(buf), file)))
		str_add_n(&bytes, buf, n);
	fclose(file);
	return bytes;
}

static struct csv *create(enum encoding encoding, struct issues *issues)
{
	struct csv_options options = { .encoding = encoding, .issues = issues };
	struct csv *csv;

	assert_int_equal(csv_create(in_folder("out.csv"), &options, &csv), RC_OK);
	return csv;
}

static void a_table_is_written_as_russian_excel_wants_it(void **state)
{
	struct csv *csv = create(ENCODING_UTF8_BOM, NULL);
	struct str bytes;

	(void)state;
	csv_cell(csv, "Имя");
	csv_cell(csv, "a;b");
	csv_cell(csv, "");
	csv_row_end(csv);
	csv_cell(csv, "он сказал \"да\"");
	csv_cell(csv, "1\n2");
	csv_cell(csv, "=1+2");
	csv_row_end(csv);
	assert_int_equal(csv_commit(csv), RC_OK);
	bytes = file_bytes(in_folder("out.csv"));
	assert_string_equal(bytes.text, "\xEF\xBB\xBFИмя;\"a;b\";\r\n"
					"\"он сказал \"\"да\"\"\";\"1\n2\";'=1+2\r\n");
	str_done(&bytes);
}

static void cells_that_a_spreadsheet_would_compute_are_made_safe(void **state)
{
	static const char *const cell[] = { "=1", "+7 900", "-1", "@x", "\ty", "'=1", "''+", "'x" };
	static const char expected[] = "'=1;'+7 900;'-1;'@x;'\ty;''=1;'''+;'x\r\n";
	struct csv *csv = create(ENCODING_UTF8, NULL);
	struct str bytes;

	(void)state;
	for (size_t i = 0; i < sizeof(cell) / sizeof(cell[0]); i++)
		csv_cell(csv, cell[i]);
	csv_row_end(csv);
	assert_int_equal(csv_commit(csv), RC_OK);
	bytes = file_bytes(in_folder("out.csv"));
	assert_string_equal(bytes.text, expected);
	str_done(&bytes);
}

static void what_the_encoding_lacks_is_told_by_row_and_column(void **state)
{
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	struct csv *csv = create(ENCODING_KOI8R, &issues);
	struct row_source *source;
	struct row row;

	(void)state;
	csv_cell(csv, "Школа");
	csv_cell(csv, "две\nстроки");
	csv_row_end(csv);
	csv_cell(csv, "№ 9 «Луч»");
	csv_cell(csv, "漢");
	csv_row_end(csv);
	assert_int_equal(csv_commit(csv), RC_OK);
	assert_int_equal(issues.n, 2);
	assert_int_equal(issues.row[0].row, 3);
	assert_string_equal(issues.row[0].name, "№ 9 «Луч»");
	assert_non_null(strstr(issues.row[0].text, "Column 1"));
	assert_non_null(strstr(issues.row[1].text, "Column 2"));
	source = open_found(in_folder("out.csv"));
	rows_next(source, &row);
	rows_next(source, &row);
	assert_string_equal(row.cell[0], "N 9 \"Луч\"");
	assert_string_equal(row.cell[1], "?");
	rows_close(source);
	arena_done(&a);
}

static uint32_t seed;

static uint32_t next(void)
{
	seed = seed * 1664525u + 1013904223u;
	return seed >> 12;
}

/* A cell of what breaks readers: delimiters, quotes, line ends, guards, letters. */
static void cell_make(struct str *cell)
{
	static const char *const piece[] = { ";", "\"", "\n", "'", "=", "+7", "-",    "@", "\t",
					     " ", ",",  "|",  "Ё", "щ", "7В", "sep=", "a" };

	str_clear(cell);
	for (uint32_t n = next() % 6; n; n--)
		str_add(cell, piece[next() % (sizeof(piece) / sizeof(piece[0]))]);
}

static void write_random(enum encoding encoding, size_t columns)
{
	struct csv *csv = create(encoding, NULL);
	struct str cell = { 0 };

	for (int row = 0; row < 40; row++) {
		for (size_t i = 0; i < columns; i++) {
			cell_make(&cell);
			csv_cell(csv, i ? str_text(&cell) : "Ключ");
		}
		csv_row_end(csv);
	}
	assert_int_equal(csv_commit(csv), RC_OK);
	str_done(&cell);
}

static void read_random(enum encoding encoding, size_t columns)
{
	struct row_options options = { .encoding = encoding, .delimiter = ';' };
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	struct row_source *source;
	struct str cell = { 0 };
	struct row row;

	assert_int_equal(rows_open(in_folder("out.csv"), &options, &source), RC_OK);
	source->issues = &issues;
	for (int k = 0; k < 40; k++) {
		assert_int_equal(rows_next(source, &row), RC_OK);
		assert_int_equal(row.n, columns);
		for (size_t i = 0; i < columns; i++) {
			cell_make(&cell);
			assert_string_equal(row.cell[i], i ? str_text(&cell) : "Ключ");
		}
	}
	assert_int_equal(rows_next(source, &row), RC_OK);
	assert_int_equal(row.n, 0);
	assert_int_equal(issues.n, 0);
	rows_close(source);
	str_done(&cell);
	arena_done(&a);
}

static void what_is_written_is_read_again_in_every_encoding(void **state)
{
	(void)state;
	for (int e = 0; e < ENCODING_COUNT; e++) {
		for (uint32_t round = 0; round < 14; round++) {
			size_t columns = 1 + round % 7;

			seed = round * 7919 + (uint32_t)e;
			write_random((enum encoding)e, columns);
			seed = round * 7919 + (uint32_t)e;
			read_random((enum encoding)e, columns);
		}
	}
}

static void a_dropped_table_leaves_the_old_file(void **state)
{
	struct str before, after;
	struct csv *csv;

	(void)state;
	csv = create(ENCODING_UTF8, NULL);
	csv_cell(csv, "old");
	csv_row_end(csv);
	assert_int_equal(csv_commit(csv), RC_OK);
	before = file_bytes(in_folder("out.csv"));
	csv = create(ENCODING_UTF8, NULL);
	csv_cell(csv, "new");
	csv_row_end(csv);
	csv_drop(csv);
	after = file_bytes(in_folder("out.csv"));
	assert_string_equal(before.text, after.text);
	str_done(&before);
	str_done(&after);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_is_written_as_russian_excel_wants_it),
		cmocka_unit_test(cells_that_a_spreadsheet_would_compute_are_made_safe),
		cmocka_unit_test(what_the_encoding_lacks_is_told_by_row_and_column),
		cmocka_unit_test(what_is_written_is_read_again_in_every_encoding),
		cmocka_unit_test(a_dropped_table_leaves_the_old_file),
	};

	return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
