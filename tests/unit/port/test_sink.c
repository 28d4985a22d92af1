/* Tables written as workbooks and CSV by one door, and read back. */
#include "port_test.h"

#include <dirent.h>
#include <sys/stat.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/paths.h"
#include "nastavnik/port/sink.h"

static const char *const heading[] = { "Фамилия", "Дата", "Часы" };

static struct sink *create(const char *name, struct issues *issues)
{
	const struct sink_options options = { .title = "Список: 7В [все] / с очень длинным именем",
					      .heading = heading,
					      .columns = 3,
					      .issues = issues };
	struct sink *sink;

	assert_int_equal(sink_open(in_folder(name), &options, &sink), RC_OK);
	return sink;
}

static void row_put(struct sink *sink, const char *text, int date, int64_t hours)
{
	sink_text(sink, text);
	sink_date(sink, date);
	sink_number(sink, hours, 1);
	sink_row_end(sink);
}

static void row_expect(struct row_source *source, const char *text, const char *date,
		       const char *hours)
{
	struct row row;

	assert_int_equal(rows_next(source, &row), RC_OK);
	assert_int_equal(row.n, 3);
	assert_string_equal(row.cell[0], text);
	assert_string_equal(row.cell[1], date);
	assert_string_equal(row.cell[2], hours);
}

static struct row_source *open_written(const char *name)
{
	struct row_options options = { .encoding = ENCODING_AUTO };
	struct row_source *source;

	assert_int_equal(rows_open(in_folder(name), &options, &source), RC_OK);
	return source;
}

static void both_kinds_say_the_same(void **state)
{
	static const char *const names[] = { "out.csv", "out.xlsx", "OUT.XLSX" };

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		struct sink *sink = create(names[i], NULL);
		struct row_source *source;

		row_put(sink, "=1+2", 20120302, 15);
		row_put(sink, "+7 900\nвторая строка", 20110000, -20);
		row_put(sink, "007", DATE_NONE, INT64_MIN);
		row_put(sink, "<a> & \"b\"", 19000101, 0);
		row_put(sink, "'+7", DATE_NONE, 10);
		assert_int_equal(sink_commit(sink), RC_OK);
		source = open_written(names[i]);
		row_expect(source, "Фамилия", "Дата", "Часы");
		row_expect(source, "=1+2", "02.03.2012", "1,5");
		row_expect(source, "+7 900\nвторая строка", "2011", i ? "-2,0" : "-2");
		row_expect(source, "007", "", "");
		row_expect(source, "<a> & \"b\"", "01.01.1900", i ? "0,0" : "0");
		row_expect(source, "'+7", "", i ? "1,0" : "1");
		rows_close(source);
	}
}

static void what_a_workbook_cannot_hold_is_told(void **state)
{
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	struct sink *sink = create("out.xlsx", &issues);
	char *text = test_malloc(SINK_CELL_MAX + 11);
	struct row_source *source;
	struct row row;

	(void)state;
	memset(text, 'a', SINK_CELL_MAX + 10);
	text[SINK_CELL_MAX + 10] = '\0';
	row_put(sink, text, DATE_NONE, 0);
	row_put(sink,
		"a\x01\x1f"
		"b\xEF\xBF\xBF",
		DATE_NONE, 0);
	assert_int_equal(sink_commit(sink), RC_OK);
	assert_int_equal(issues.n, 1);
	assert_int_equal(issues.row[0].row, 2);
	source = open_written("out.xlsx");
	rows_next(source, &row);
	rows_next(source, &row);
	assert_int_equal(strlen(row.cell[0]), SINK_CELL_MAX);
	rows_next(source, &row);
	assert_string_equal(row.cell[0], "ab");
	rows_close(source);
	test_free(text);
	arena_done(&a);
}

static void a_sheet_has_only_so_many_rows(void **state)
{
	const struct sink_options options = { .heading = heading, .columns = 1 };
	struct sink *sink;

	(void)state;
	assert_int_equal(sink_open(in_folder("full.xlsx"), &options, &sink), RC_OK);
	for (int i = 1; i < SINK_ROW_MAX; i++)
		sink_row_end(sink);
	sink_text(sink, "один лишний");
	sink_row_end(sink);
	assert_int_equal(sink_commit(sink), RC_INVALID);
	assert_int_not_equal(access(in_folder("full.xlsx"), F_OK), 0);
}

static size_t descriptors(void)
{
	DIR *open = opendir("/proc/self/fd");
	size_t n = 0;

	assert_non_null(open);
	while (readdir(open))
		n++;
	closedir(open);
	return n;
}

static void a_dropped_table_leaves_the_old_file_and_nothing_open(void **state)
{
	static const char *const names[] = { "old.csv", "old.xlsx" };
	struct stat before, after;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct sink *sink = create(names[i], NULL);
		size_t open;

		row_put(sink, "старое", DATE_NONE, 0);
		assert_int_equal(sink_commit(sink), RC_OK);
		assert_int_equal(stat(in_folder(names[i]), &before), 0);
		assert_int_equal(before.st_mode & 0777, 0600);
		open = descriptors();
		sink = create(names[i], NULL);
		row_put(sink, "новое", DATE_NONE, 0);
		sink_drop(sink);
		assert_int_equal(descriptors(), open);
		assert_int_equal(stat(in_folder(names[i]), &after), 0);
		assert_int_equal(before.st_ino, after.st_ino);
	}
	sink_drop(NULL);
}

static void other_names_and_places_are_refused(void **state)
{
	static const struct {
		const char *path;
		enum rc rc;
	} bad[] = { { "/nosuch/folder/out.xlsx", RC_IO },
		    { "/tmp", RC_INVALID },
		    { "list.xls", RC_INVALID },
		    { "list.ODS", RC_INVALID } };
	const struct sink_options options = { .heading = heading, .columns = 3 };
	struct sink *sink;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		assert_int_equal(sink_open(bad[i].path, &options, &sink), bad[i].rc);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(both_kinds_say_the_same),
		cmocka_unit_test(what_a_workbook_cannot_hold_is_told),
		cmocka_unit_test(a_sheet_has_only_so_many_rows),
		cmocka_unit_test(a_dropped_table_leaves_the_old_file_and_nothing_open),
		cmocka_unit_test(other_names_and_places_are_refused),
	};

	(void)argc;
	paths_init(argv[0]);
	return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
