#include "port_test.h"

#include <malloc.h>
#include <sys/stat.h>

/* The table as one text: cells between «|», rows ended by «/», what is wrong behind. */
static char *read_all(struct arena *a, struct row_source *source)
{
	struct issues issues = { .arena = a };
	struct str out = { 0 };
	struct row row;
	char *text;

	source->issues = &issues;
	for (;;) {
		if (rows_next(source, &row)) {
			str_printf(&out, "!%s", err_last()->text);
			break;
		}
		if (!row.n)
			break;
		for (size_t i = 0; i < row.n; i++)
			str_printf(&out, "%s%s", i ? "|" : "", row.cell[i]);
		str_add(&out, "/");
	}
	for (size_t i = 0; i < issues.n; i++)
		str_printf(&out, " %d@%d", issues.row[i].text[7] - '0', (int)issues.row[i].row);
	text = arena_strdup(a, str_text(&out));
	str_done(&out);
	source->issues = NULL;
	return text;
}

static void check(const void *bytes, size_t n, const char *expected)
{
	struct arena a = { 0 };
	struct row_source *source = open_found(file_with(bytes, n));

	assert_string_equal(read_all(&a, source), expected);
	/* The same again from the beginning. */
	assert_int_equal(rows_rewind(source), RC_OK);
	assert_string_equal(read_all(&a, source), expected);
	rows_close(source);
	arena_done(&a);
}

#define CHECK(text, expected) check((text), sizeof(text) - 1, (expected))

static void cells_are_cut_by_the_rules_of_csv(void **state)
{
	(void)state;
	CHECK("a;b\nc;d\n", "a|b/c|d/");
	CHECK("a;b\r\nc;d\r\n", "a|b/c|d/");
	CHECK("a;b\rc;d\r", "a|b/c|d/");
	CHECK("a;b\nc;d", "a|b/c|d/");
	CHECK("a;b\nc;", "a|b/c|/");
	CHECK("\"a\";\"b;c\"\nd;e\n", "a|b;c/d|e/");
	CHECK("\"a\"\"b\";\"\"\"\"\nd;e\n", "a\"b|\"/d|e/");
	CHECK("\"\";b\nd;e\n", "|b/d|e/");
	CHECK("\"1\n2\";b\nd;e\n", "1\n2|b/d|e/");
	CHECK("\"1\r\n2\";\"x\ry\"\r\nd;e\r\n", "1\n2|x\ny/d|e/");
	CHECK("a;b\n\"c\";\"d\"", "a|b/c|d/");
	CHECK("a;OOO \"B\"\nc;d\n", "a|OOO \"B\"/c|d/");
	CHECK("a;\"b\"c\nd;e\n", "a|bc/d|e/");
	CHECK("a;\"b\" ;x\nd;e;f\n", "a|b |x/d|e|f/");
	CHECK(" a ; b \nc;d\n", " a | b /c|d/");
	CHECK("one\ntwo\n", "one/two/");
}

static void the_delimiter_is_found_by_rows_of_equal_length(void **state)
{
	static const struct {
		const char *text;
		char delimiter;
	} row[] = {
		{ "a;b\nc;d\n", ';' },
		{ "a,b\nc,d\n", ',' },
		{ "a\tb\nc\td\n", '\t' },
		{ "a|b\nc|d\n", '|' },
		{ "List, class 7\n\na;b\n1,5;x\n2,5;y, z\n", ';' },
		{ "a,b\n\"x;y;z\",1\n\"u;v;w\",2\n", ',' },
		{ "a\tb, c\nd, e\tf\ng, h\ti, j\n", '\t' },
		{ "\"q;\n;;\",b\nc,d\n", ',' },
		{ "name\nIvanov\n", ';' },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		struct row_source *source = open_found(file_with(row[i].text, strlen(row[i].text)));

		assert_int_equal(source->facts.delimiter, row[i].delimiter);
		rows_close(source);
	}
}

static void the_sep_line_of_excel_names_the_delimiter(void **state)
{
	(void)state;
	CHECK("sep=,\r\na,b;c\r\nd,e;f\r\n", "a|b;c/d|e;f/");
	CHECK("sep=|\na|b\n", "a|b/");
	CHECK("SEP=;\n\na;b\n", "a|b/");
	CHECK("sep=x;y\na;b\n", "sep=x|y/a|b/");
}

static void rows_tell_the_line_they_begin_on(void **state)
{
	static const char text[] = "title\r\n\r\na;\"1\r\n2\n3\"\r\n;\r\nb;c\r\n";
	static const int64_t line[] = { 1, 3, 7 };
	struct row_source *source = open_found(file_with(text, sizeof(text) - 1));
	struct row row;

	(void)state;
	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(rows_next(source, &row), RC_OK);
		assert_int_equal(row.n, 2);
		assert_int_equal(row.line, line[i]);
	}
	assert_int_equal(rows_next(source, &row), RC_OK);
	assert_int_equal(row.n, 0);
	rows_close(source);
}

static void short_rows_are_padded_and_superfluous_cells_are_told(void **state)
{
	(void)state;
	CHECK("a;b;c\n1\n2;3\n4;5;6\n", "a|b|c/1||/2|3|/4|5|6/");
	CHECK("a;b\nc;d\ne;f;;\n", "a|b/c|d/e|f||/");
	CHECK("a;b\nc;d\ne;f;g;h\n", "a|b/c|d/e|f|g|h/ 3@3");
}

static void a_quote_that_is_never_closed_swallows_nothing(void **state)
{
	(void)state;
	CHECK("a;b\n\"c;d\ne;f\n", "a|b/\"c|d/e|f/ 1@2");
	CHECK("a;b\nc;\"d\ne;f\n\"g\";h\n", "a|b/c|\"d/e|f/g|h/ 2@2");
	CHECK("a;b\nc;\"", "a|b/c|\"/ 2@2");
	CHECK("a;b\nc;\"d\"\"\ne;f", "a|b/c|\"d\"\"/e|f/ 2@2");
}

static void blank_rows_are_passed_over(void **state)
{
	(void)state;
	CHECK("a;b\n\n;\n \t;  \n\"\";\" \"\nc;d\n", "a|b/c|d/");
	CHECK("a;b\n\"\"\"\";\nc;\";\"\n", "a|b/\"|/c|;/");
}

static void zero_bytes_are_left_out_and_told(void **state)
{
	(void)state;
	CHECK("name;class\nIva\0nov;7\nPetrov;8\n", "name|class/Ivanov|7/Petrov|8/ 1@2");
}

static void letters_that_cannot_be_read_are_told_by_row_and_column(void **state)
{
	struct arena a = { 0 };
	struct row_options options = { .encoding = ENCODING_UTF8 };
	struct row_source *source;

	(void)state;
	assert_int_equal(rows_open(file_with("a;b\nc;d\xC8\xE2\ne;f\n", 14), &options, &source),
			 RC_OK);
	assert_string_equal(read_all(&a, source), "a|b/c|d\xEF\xBF\xBD\xEF\xBF\xBD/e|f/ 2@2");
	assert_int_equal(source->facts.broken, 2);
	rows_close(source);
	arena_done(&a);
}

static void the_guard_apostrophe_is_taken_off(void **state)
{
	(void)state;
	CHECK("'+7 900;'=1\n''-;'x\n", "+7 900|=1/'-|'x/");
	CHECK("+7 900;-1\n\"'@a\";'\n", "+7 900|-1/@a|'/");
}

static void the_dos_end_mark_is_no_row(void **state)
{
	(void)state;
	CHECK("a;b\r\nc;d\r\n\x1A", "a|b/c|d/");
}

static void every_encoding_is_read_without_being_named(void **state)
{
	static const char text[] =
		"Фамилия;Имя;Класс\r\nЁлкина;Зоя;7В\r\n\"Петров;\r\nИванов\";Пётр;11\r\n";

	(void)state;
	for (int e = 0; e < ENCODING_COUNT; e++) {
		struct str bytes = { 0 };
		struct row_source *source;

		encode((enum encoding)e, text, e != ENCODING_UTF8, &bytes);
		check(bytes.text, bytes.len,
		      "Фамилия|Имя|Класс/Ёлкина|Зоя|7В/Петров;\nИванов|Пётр|11/");
		source = open_found(in_folder("table.csv"));
		assert_int_equal(source->facts.encoding, e);
		assert_int_equal(source->facts.columns, 3);
		assert_int_equal(source->facts.size, bytes.len);
		rows_close(source);
		str_done(&bytes);
	}
}

static void the_first_letter_may_be_far_from_the_beginning(void **state)
{
	struct str bytes = { 0 };
	struct row_source *source;

	(void)state;
	for (int i = 0; i < 20000; i++)
		str_add(&bytes, "12345;67890\r\n");
	str_add(&bytes, "\xC8\xE2\xE0\xED\xEE\xE2;\xCF\xE5\xF2\xF0\r\n");
	source = open_found(file_with(bytes.text, bytes.len));
	assert_int_equal(source->facts.encoding, ENCODING_CP1251);
	rows_close(source);
	str_done(&bytes);
}

static void assert_refused(const char *path, enum rc rc, const char *word)
{
	struct row_options options = { .encoding = ENCODING_AUTO };
	struct row_source *source = NULL;

	assert_int_equal(rows_open(path, &options, &source), rc);
	assert_null(source);
	assert_non_null(strstr(err_last()->text, word));
	assert_non_null(strstr(err_last()->text, path));
}

static void what_is_no_table_is_refused_with_a_sentence(void **state)
{
	static const struct {
		const char *bytes;
		size_t n;
		const char *word;
	} row[] = {
#define BYTES(text) text, sizeof(text) - 1
		{ BYTES(""), "empty" },
		{ BYTES("\xEF\xBB\xBF"), "empty" },
		{ BYTES("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on"), "old office program" },
		{ BYTES("%PDF-1.7\n"), "PDF" },
		{ BYTES("SQLite format 3\0 and so on"), "database" },
		{ BYTES("{\\rtf1 text}"), "document" },
		{ BYTES("\xEF\xBB\xBF\n <HTML><table>"), "web page" },
		{ BYTES("\0\0\0\0\0\0\0\0\0\0"), "no text" },
		{ BYTES("\x7F"
			"ELF\x02\x01\x01\0\0\0\0\0\x01\x02\x03\x04\x05\x06\x07\x08"),
		  "no text" },
#undef BYTES
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++)
		assert_refused(file_with(row[i].bytes, row[i].n), RC_INVALID, row[i].word);
	assert_refused(folder, RC_INVALID, "folder");
	assert_refused("/dev/null", RC_INVALID, "regular file");
	assert_refused(in_folder("nothing.csv"), RC_NOT_FOUND, "no file");
	assert_refused("/dev/null/a.csv", RC_NOT_FOUND, "no file");
}

static void a_file_without_permission_is_refused(void **state)
{
	const char *path = file_with("a;b\n", 4);

	(void)state;
	if (!geteuid())
		skip(); /* root may read everything */
	assert_int_equal(chmod(path, 0), 0);
	assert_refused(path, RC_IO, "permission");
	assert_int_equal(chmod(path, 0600), 0);
}

static char *many(char c, size_t n)
{
	char *text = mem_alloc(n + 1);

	memset(text, c, n);
	return text;
}

static void limits_are_told_with_the_line(void **state)
{
	static const struct {
		char c;
		size_t n;
		const char *word;
	} row[] = {
		{ 'x', ROWS_CELL_MAX + 1, "1 MB" },
		{ ';', ROWS_COLUMN_MAX, "1000 columns" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		char *text = many(row[i].c, row[i].n);
		struct arena a = { 0 };
		struct str bytes = { 0 };
		struct row_source *source;
		char *result;

		str_printf(&bytes, "a;b\nc;d\n%s\n", text);
		source = open_found(file_with(bytes.text, bytes.len));
		result = read_all(&a, source);
		assert_non_null(strstr(result, "a|b/c|d/!Line 3 "));
		assert_non_null(strstr(result, row[i].word));
		rows_close(source);
		str_done(&bytes);
		arena_done(&a);
		free(text);
	}
}

static void a_cell_and_a_row_may_be_as_large_as_the_limit(void **state)
{
	char *text = many('x', ROWS_CELL_MAX);
	struct str bytes = { 0 };
	struct row_source *source;
	struct row row;

	(void)state;
	str_printf(&bytes, "a;b;c\n\"%s\";%s;c\n", text, text);
	source = open_found(file_with(bytes.text, bytes.len));
	assert_int_equal(rows_next(source, &row), RC_OK);
	assert_int_equal(rows_next(source, &row), RC_OK);
	assert_string_equal(row.cell[0], text);
	assert_string_equal(row.cell[1], text);
	assert_string_equal(row.cell[2], "c");
	str_clear(&bytes);
	str_printf(&bytes, "a;b\n%s;%s;%s;%s;%s\n", text, text, text, text, text);
	rows_close(source);
	source = open_found(file_with(bytes.text, bytes.len));
	assert_int_equal(rows_next(source, &row), RC_OK);
	assert_int_equal(rows_next(source, &row), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "4 MB"));
	rows_close(source);
	str_done(&bytes);
	free(text);
}

static size_t heap_bytes(void)
{
	struct mallinfo2 info = mallinfo2();

	return info.uordblks + info.hblkhd;
}

static void a_file_of_a_gigabyte_never_lies_in_memory(void **state)
{
	struct str bytes = { 0 };
	struct row_source *source;
	struct row row;
	size_t before, most = 0;
	enum rc rc;

	(void)state;
	while (bytes.len < 100000)
		str_add(&bytes, "12345;67890\r\n");
	assert_int_equal(truncate(file_with(bytes.text, bytes.len), 1 << 30), 0);
	before = heap_bytes();
	source = open_found(in_folder("table.csv"));
	/* The rows are fine; the hole behind them is one endless cell. */
	while (!(rc = rows_next(source, &row)) && row.n)
		most = heap_bytes() > most ? heap_bytes() : most;
	assert_int_equal(rc, RC_INVALID);
	assert_true(heap_bytes() - before < 8 << 20);
	assert_true(most - before < 1 << 20);
	rows_close(source);
	str_done(&bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_are_cut_by_the_rules_of_csv),
		cmocka_unit_test(the_delimiter_is_found_by_rows_of_equal_length),
		cmocka_unit_test(the_sep_line_of_excel_names_the_delimiter),
		cmocka_unit_test(rows_tell_the_line_they_begin_on),
		cmocka_unit_test(short_rows_are_padded_and_superfluous_cells_are_told),
		cmocka_unit_test(a_quote_that_is_never_closed_swallows_nothing),
		cmocka_unit_test(blank_rows_are_passed_over),
		cmocka_unit_test(zero_bytes_are_left_out_and_told),
		cmocka_unit_test(letters_that_cannot_be_read_are_told_by_row_and_column),
		cmocka_unit_test(the_guard_apostrophe_is_taken_off),
		cmocka_unit_test(the_dos_end_mark_is_no_row),
		cmocka_unit_test(every_encoding_is_read_without_being_named),
		cmocka_unit_test(the_first_letter_may_be_far_from_the_beginning),
		cmocka_unit_test(what_is_no_table_is_refused_with_a_sentence),
		cmocka_unit_test(a_file_without_permission_is_refused),
		cmocka_unit_test(limits_are_told_with_the_line),
		cmocka_unit_test(a_cell_and_a_row_may_be_as_large_as_the_limit),
		cmocka_unit_test(a_file_of_a_gigabyte_never_lies_in_memory),
	};

	return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
