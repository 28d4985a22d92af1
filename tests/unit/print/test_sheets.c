/* Sheets for class teachers and who owes what, compared with pages that people have read.
 * NASTAVNIK_GOLDEN=1 writes them anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/print/sheets.h"
#include "nastavnik/print/text.h"

struct fixture {
	struct arena a;
	struct str text;
};

static int fixture_make(void **state)
{
	*state = mem_alloc(sizeof(struct fixture));
	return 0;
}

static int fixture_drop(void **state)
{
	struct fixture *f = *state;

	arena_done(&f->a);
	str_done(&f->text);
	free(f);
	return 0;
}

static char *file_read(struct arena *a, const char *path)
{
	FILE *file = fopen(path, "rb");
	static char buf[1 << 16];

	if (!file)
		fail_msg("%s is not there; NASTAVNIK_GOLDEN=1 writes it", path);
	size_t n = fread(buf, 1, sizeof(buf), file);
	fclose(file);
	return arena_strndup(a, buf, n);
}

static void golden_check(struct fixture *f, const struct doc *doc, const char *name)
{
	const char *path = arena_printf(&f->a, "%s/%s.txt", GOLDEN_DIR, name);
	struct text_pages pages;

	text_layout(&f->a, doc, &(struct text_setup){ 0 }, &pages);
	text_write(&pages, &f->text);
	if (getenv("NASTAVNIK_GOLDEN")) {
		FILE *file = fopen(path, "wb");

		assert_non_null(file);
		assert_int_equal(fwrite(f->text.text, 1, f->text.len, file), f->text.len);
		assert_int_equal(fclose(file), 0);
	}
	assert_string_equal(str_text(&f->text), file_read(&f->a, path));
}

static const struct sheet_row pupils[] = {
	{ "Быков Пётр Ильич", true, { true, true, false } },
	{ "Ёлкина Зоя Андреевна", false, { false } },
	{ "Константинопольский-Задунайский Александр-Максимилиан Вениаминович",
	  false,
	  { true, false, true } },
};
static const struct sheet_row teachers[] = { { "Орлова Инна Петровна", false, { true } } };

static struct paper_sheets sheets_made(const struct sheet *sheet, size_t n)
{
	return (struct paper_sheets){ .school = "МБОУ «Школа № 9» города Зареченска",
				      .methodology = "r145",
				      .year = 2026,
				      .return_by = 20260915,
				      .tick = "✓",
				      .sheet = sheet,
				      .n = n };
}

static void a_sheet_has_ticks_for_what_is_known_and_boxes_for_the_rest(void **state)
{
	struct fixture *f = *state;
	const struct sheet sheet[] = { { "7В", pupils, 3 }, { "", teachers, 1 } };
	struct paper_sheets sheets = sheets_made(sheet, 2);
	struct doc *doc = NULL;

	assert_int_equal(paper_class_sheets(&f->a, &sheets, &doc), RC_OK);
	golden_check(f, doc, "class-sheets");
}

static void without_a_day_there_is_a_place_to_write_it(void **state)
{
	struct fixture *f = *state;
	const struct sheet sheet = { "7В", pupils, 1 };
	struct paper_sheets sheets = sheets_made(&sheet, 1);
	struct doc *doc = NULL;
	struct text_pages pages;

	sheets.return_by = 0;
	assert_int_equal(paper_class_sheets(&f->a, &sheets, &doc), RC_OK);
	text_layout(&f->a, doc, &(struct text_setup){ 0 }, &pages);
	text_write(&pages, &f->text);
	assert_non_null(strstr(str_text(&f->text), "«___» __________ 20___ г."));
}

static void who_owes_is_a_table_a_class_with_a_line_to_cut(void **state)
{
	struct fixture *f = *state;
	static const struct owing_row row[] = {
		{ "5А", "Быков Пётр Ильич", "участие; обработка данных" },
		{ "5А", "Ёлкина Зоя Андреевна", "обработка данных – истекло 31.05.2026" },
		{ "7В", "Журавлёв Глеб", "участие – отозвано 01.10.2026" },
		{ "", "Орлова Инна Петровна", "обработка данных" },
	};
	const struct paper_owing owing = { .school = "МБОУ «Школа № 9»",
					   .methodology = "r145",
					   .year = 2026,
					   .date = 20261122,
					   .row = row,
					   .n = 4 };
	struct doc *doc = NULL;

	assert_int_equal(paper_owing(&f->a, &owing, &doc), RC_OK);
	golden_check(f, doc, "owing");
}

static void an_unknown_methodology_is_told_by_name(void **state)
{
	struct fixture *f = *state;
	const struct sheet sheet = { "7В", pupils, 1 };
	struct paper_sheets sheets = sheets_made(&sheet, 1);
	struct doc *doc = NULL;

	sheets.methodology = "z9";
	assert_int_equal(paper_class_sheets(&f->a, &sheets, &doc), RC_NOT_FOUND);
	assert_null(doc);
	assert_non_null(strstr(err_last()->text, "z9"));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
#define STORY(name) cmocka_unit_test_setup_teardown(name, fixture_make, fixture_drop)
		STORY(a_sheet_has_ticks_for_what_is_known_and_boxes_for_the_rest),
		STORY(without_a_day_there_is_a_place_to_write_it),
		STORY(who_owes_is_a_table_a_class_with_a_line_to_cut),
		STORY(an_unknown_methodology_is_told_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
