/* Spreadsheets that LibreOffice has saved: tests/data/make_sheets.py says what is in them. */
#include "nastavnik/base/paths.h"
#include "port_test.h"

static const char *data_file(const char *name)
{
	static char path[256];

	snprintf(path, sizeof(path), TEST_DATA "/%s", name);
	return path;
}

static struct row_source *sheet_of(const char *name, const char *sheet)
{
	struct row_options options = { .encoding = ENCODING_AUTO, .sheet = sheet };
	struct row_source *source;

	if (rows_open(data_file(name), &options, &source))
		fail_msg("%s: %s", name, err_last()->text);
	return source;
}

/* The row of a line of the sheet. */
static struct row row_of(struct row_source *source, int64_t line)
{
	struct row row;

	assert_int_equal(rows_rewind(source), RC_OK);
	do {
		assert_int_equal(rows_next(source, &row), RC_OK);
		assert_true(row.n > 0);
	} while (row.line < line);
	assert_int_equal(row.line, line);
	return row;
}

static void cell_is(struct row_source *source, int64_t line, size_t column, const char *wanted)
{
	struct row row = row_of(source, line);

	assert_true(column < row.n);
	assert_string_equal(row.cell[column], wanted);
}

static const char *const shapes[] = { "shapes.xlsx", "shapes.ods" };

static void the_first_sheet_with_rows_is_taken(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct row_source *source = sheet_of(shapes[i], NULL);
		const struct row_facts *facts = &source->facts;

		assert_int_equal(facts->sheets, 4);
		assert_int_equal(facts->sheet, 2); /* «Пустой» is empty, «Черновик» hidden */
		assert_string_equal(facts->sheet_list[2].name, "7 «В»");
		assert_true(facts->sheet_list[1].hidden);
		assert_false(facts->sheet_list[3].hidden);
		assert_int_equal(facts->columns, 6);
		rows_close(source);
	}
}

static void sheets_are_known_by_name(void **state)
{
	struct row_options options = { .encoding = ENCODING_AUTO, .sheet = "9Г" };
	struct row_source *source;

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		source = sheet_of(shapes[i], "7 в"); /* case and quotes do not count */
		assert_int_equal(source->facts.sheet, 2);
		rows_close(source);
		source = sheet_of(shapes[i], "Черновик"); /* hidden ones too, when asked for */
		cell_is(source, 2, 0, "Скрытая");
		rows_close(source);
		assert_int_equal(rows_open(data_file(shapes[i]), &options, &source), RC_NOT_FOUND);
		assert_non_null(strstr(err_last()->text, "7 «В»; 8А"));
	}
	options.sheet = "Пустой";
	assert_int_equal(rows_open(data_file("shapes.xlsx"), &options, &source), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "Пустой"));
}

static void cells_are_as_they_are_shown(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct row_source *source = sheet_of(shapes[i], NULL);

		cell_is(source, 5, 2, "03.05.2013");
		cell_is(source, 5, 3, "79161234567"); /* a telephone is no 7,9E+10 */
		cell_is(source, 5, 5, "две\nстроки");
		cell_is(source, 6, 2, "30.11.2013"); /* shown with the month as a word */
		cell_is(source, 6, 5, "50%");
		cell_is(source, 7, 2, "28.02.2013 10:15");
		cell_is(source, 8, 2, "2013");
		cell_is(source, 10, 2, "07.06.2013");         /* a formula */
		cell_is(source, 12, 5, "три  пробела и вид"); /* and not the note on it */
		cell_is(source, 13, 5, "09:05");
		rows_close(source);
	}
}

static void errors_of_formulas_are_empty_and_told(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct arena a = { 0 };
		struct issues issues = { .arena = &a };
		struct row_source *source = sheet_of(shapes[i], NULL);
		struct row row;

		source->issues = &issues;
		while (!rows_next(source, &row) && row.n) {
			if (row.line == 10)
				assert_string_equal(row.cell[5], "");
		}
		assert_int_equal(issues.n, 1);
		assert_int_equal(issues.row[0].row, 10);
		assert_string_equal(issues.row[0].name, "#Н/Д");
		rows_close(source);
		arena_done(&a);
	}
}

static void merged_headings_stand_in_each_column(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct row_source *source = sheet_of(shapes[i], NULL);

		cell_is(source, 1, 0, "Список учащихся"); /* a title says nothing of its columns */
		cell_is(source, 1, 1, "");
		cell_is(source, 3, 3, "Связь");
		cell_is(source, 3, 4, "Связь");
		cell_is(source, 4, 0, "ФИО"); /* from the row above */
		cell_is(source, 4, 3, "Телефон");
		cell_is(source, 6, 1, "7В"); /* a class beside two pupils is that of both */
		cell_is(source, 7, 1, "7 \"В\"");
		rows_close(source);
	}
}

static void both_formats_and_csv_have_the_same_rows(void **state)
{
	static const char *const names[] = { "people", "mentees", "mentors" };
	char file[64];

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		struct row_source *source[3];
		struct row row[3];
		int64_t rows = 0;

		snprintf(file, sizeof(file), "%s.utf8bom.csv", names[i]);
		source[0] = sheet_of(file, NULL);
		snprintf(file, sizeof(file), "%s.xlsx", names[i]);
		source[1] = sheet_of(file, NULL);
		snprintf(file, sizeof(file), "%s.ods", names[i]);
		source[2] = sheet_of(file, NULL);
		do {
			for (size_t k = 0; k < 3; k++)
				assert_int_equal(rows_next(source[k], &row[k]), RC_OK);
			for (size_t k = 1; k < 3; k++) {
				assert_int_equal(row[k].n, row[0].n);
				for (size_t c = 0; c < row[0].n; c++)
					assert_string_equal(row[k].cell[c], row[0].cell[c]);
			}
			rows++;
		} while (row[0].n);
		assert_true(rows > 40);
		for (size_t k = 0; k < 3; k++)
			rows_close(source[k]);
	}
}

static void rewinding_gives_the_same_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < 2; i++) {
		struct row_source *source = sheet_of(shapes[i], NULL);

		for (int times = 0; times < 3; times++) {
			struct row row;
			int64_t rows = 0;

			while (!rows_next(source, &row) && row.n)
				rows++;
			assert_int_equal(rows, 12);
			assert_int_equal(rows_next(source, &row), RC_OK);
			assert_int_equal(row.n, 0); /* the end stays the end */
			assert_int_equal(rows_rewind(source), RC_OK);
		}
		assert_int_equal(source->facts.done, 0);
		assert_true(source->facts.size > 1000);
		rows_close(source);
	}
}

static void what_is_pasted_has_a_name_and_a_cut_end(void **state)
{
	struct row_options options = { .encoding = ENCODING_UTF8, .pasted_as = "вставка" };
	static const char text[] = "ФИО\tКласс\tГод\nИванов Лев\t7В\t2013\nЯшина И\t8";
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	struct row_source *source;
	struct row row;

	(void)state;
	assert_int_equal(rows_open(file_with(text, strlen(text)), &options, &source), RC_OK);
	source->issues = &issues;
	while (!rows_next(source, &row) && row.n)
		;
	rows_close(source);
	assert_int_equal(issues.n, 1);
	assert_int_equal(issues.row[0].row, 3);
	/* Rows that are complete have a line end, whatever is in their last cells. */
	assert_int_equal(rows_open(file_with(text, strlen(text) - strlen("\nЯшина И\t8")), &options,
				   &source),
			 RC_OK);
	source->issues = &issues;
	while (!rows_next(source, &row) && row.n)
		;
	rows_close(source);
	assert_int_equal(issues.n, 1);
	assert_int_equal(rows_open(file_with("", 0), &options, &source), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "вставка"));
	arena_done(&a);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_sheet_with_rows_is_taken),
		cmocka_unit_test(sheets_are_known_by_name),
		cmocka_unit_test(cells_are_as_they_are_shown),
		cmocka_unit_test(errors_of_formulas_are_empty_and_told),
		cmocka_unit_test(merged_headings_stand_in_each_column),
		cmocka_unit_test(both_formats_and_csv_have_the_same_rows),
		cmocka_unit_test(rewinding_gives_the_same_rows),
		cmocka_unit_test(what_is_pasted_has_a_name_and_a_cut_end),
	};

	(void)argc;
	paths_init(argv[0]); /* the module is found from here */
	return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
