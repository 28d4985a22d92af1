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
#include "nastavnik/print/text.h"
#include "papers_made.h"

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

struct pupil {
	const char *name;
	bool request, consent[3];
};

static const struct pupil pupils[] = {
	{ "Быков Пётр Ильич", true, { true, true, false } },
	{ "Ёлкина Зоя Андреевна", false, { false } },
	{ "Константинопольский-Задунайский Александр-Максимилиан Вениаминович",
	  false,
	  { true, false, true } },
};
static const struct pupil teachers[] = { { "Орлова Инна Петровна", false, { true } } };

static const char *tick(bool is_there)
{
	return is_there ? "✓" : "";
}

static void sheet_add(struct doc *doc, const char *class_name, const struct pupil *pupil, size_t n,
		      int return_by)
{
	struct scope s = { .arena = doc->arena };
	struct scope_table *table = scope_table(&s, "class");

	scope_text(&s, "school", "МБОУ «Школа № 9» города Зареченска");
	scope_text(&s, "year", "2026/2027");
	scope_text(&s, "class", class_name);
	scope_flag(&s, "staff", !*class_name);
	scope_date(&s, "return_by", return_by);
	scope_text(&s, "tick", "✓");
	for (size_t i = 0; i < n; i++) {
		struct scope *row = scope_row(table);

		scope_number(row, "number", (int64_t)i + 1);
		scope_text(row, "name", pupil[i].name);
		scope_text(row, "request", tick(pupil[i].request));
		scope_text(row, "take_part", tick(pupil[i].consent[0]));
		scope_text(row, "data", tick(pupil[i].consent[1]));
		scope_text(row, "publish", tick(pupil[i].consent[2]));
	}
	assert_int_equal(text_made(doc, "class_sheet", &s), RC_OK);
}

static void a_sheet_has_ticks_for_what_is_known_and_boxes_for_the_rest(void **state)
{
	struct fixture *f = *state;
	struct doc *doc = doc_new(&f->a, "");

	sheet_add(doc, "7В", pupils, 3, 20260915);
	doc_page_break(doc);
	sheet_add(doc, "", teachers, 1, 20260915);
	assert_int_equal(doc->left, 200);
	assert_false(doc->numbers);
	golden_check(f, doc, "class-sheets");
}

static void without_a_day_there_is_a_place_to_write_it(void **state)
{
	struct fixture *f = *state;
	struct doc *doc = doc_new(&f->a, "");
	struct text_pages pages;

	sheet_add(doc, "7В", pupils, 1, 0);
	text_layout(&f->a, doc, &(struct text_setup){ 0 }, &pages);
	text_write(&pages, &f->text);
	assert_non_null(strstr(str_text(&f->text), "«___» __________ 20___ г."));
}

struct debt {
	const char *name, *owes;
};

static void owing_add(struct doc *doc, const char *class_name, const struct debt *debt, size_t n)
{
	struct scope s = { .arena = doc->arena };
	struct scope_table *table = scope_table(&s, "owing");

	scope_text(&s, "school", "МБОУ «Школа № 9»");
	scope_text(&s, "year", "2026/2027");
	scope_text(&s, "class", class_name);
	scope_flag(&s, "adults", !*class_name);
	scope_flag(&s, "cut", doc->n > 0);
	scope_date(&s, "today", 20261122);
	for (size_t i = 0; i < n; i++) {
		struct scope *row = scope_row(table);

		scope_number(row, "number", (int64_t)i + 1);
		scope_text(row, "name", debt[i].name);
		scope_text(row, "owes", debt[i].owes);
	}
	assert_int_equal(text_made(doc, "owing", &s), RC_OK);
}

static void who_owes_is_a_table_a_class_with_a_line_to_cut(void **state)
{
	struct fixture *f = *state;
	static const struct debt debt[] = {
		{ "Быков Пётр Ильич", "участие; обработка данных" },
		{ "Ёлкина Зоя Андреевна", "обработка данных – истекло 31.05.2026" },
		{ "Журавлёв Глеб", "участие – отозвано 01.10.2026" },
		{ "Орлова Инна Петровна", "обработка данных" },
	};
	struct doc *doc = doc_new(&f->a, "");

	owing_add(doc, "5А", debt, 2);
	owing_add(doc, "7В", debt + 2, 1);
	owing_add(doc, "", debt + 3, 1);
	golden_check(f, doc, "owing");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
#define STORY(name) cmocka_unit_test_setup_teardown(name, fixture_make, fixture_drop)
		STORY(a_sheet_has_ticks_for_what_is_known_and_boxes_for_the_rest),
		STORY(without_a_day_there_is_a_place_to_write_it),
		STORY(who_owes_is_a_table_a_class_with_a_line_to_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
