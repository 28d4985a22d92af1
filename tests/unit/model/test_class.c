#include <string.h>

#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"
#include "unit.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static void classes_are_written_one_way_however_they_were_typed(void **state)
{
	static const struct {
		const char *typed, *normal;
	} rows[] = {
		{ "7В", "7В" },           { "7в", "7В" },
		{ "7 В", "7В" },          { "7-В", "7В" },
		{ "7–в", "7В" },          { "7 \"в\"", "7В" },
		{ "7«В»", "7В" },         { "7 «В» класс", "7В" },
		{ "7 в класс", "7В" },    { "7В кл.", "7В" },
		{ "кл. 7в", "7В" },       { "класс 7В", "7В" },
		{ "07В", "7В" },          { "  7 В ", "7В" },
		{ "7\102", "7В" }, /* Latin B */
		{ "7\142", "7В" },        { "5\101", "5А" },
		{ "9\103", "9С" },        { "7_В", "7В" },
		{ "7/В", "7В" },          { "7-й В", "7В" },
		{ "7-й", "7" },           { "11", "11" },
		{ "11 класс", "11" },     { "1", "1" },
		{ "12", "12" },           { "9Ё", "9Ё" },
		{ "10А хим", "10А хим" }, { "10 А (хим)", "10А хим" },
		{ "10 хим", "10 хим" },   { "10ФМ", "10ФМ" },
		{ "10фм", "10ФМ" },       { "7-2", "7-2" },
		{ "7.2", "7-2" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char buf[CLASS_SIZE], again[CLASS_SIZE];

		assert_true(class_normal(rows[i].typed, buf));
		assert_string_equal(buf, rows[i].normal);
		assert_true(class_normal(buf, again));
		assert_string_equal(again, buf);
	}
}

static void what_is_no_class_comes_back_squeezed(void **state)
{
	static const struct {
		const char *typed, *squeezed;
	} rows[] = {
		{ "", "" },           { "   ", "" },      { " учитель ", "учитель" },
		{ "VII", "VII" },     { "0", "0" },       { "13", "13" },
		{ "110", "110" },     { "2026", "2026" }, { "до  школы", "до школы" },
		{ "класс", "класс" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char buf[CLASS_SIZE];

		assert_false(class_normal(rows[i].typed, buf));
		assert_string_equal(buf, rows[i].squeezed);
		assert_int_equal(class_grade(buf), 0);
		assert_int_equal(class_order(buf), 0);
	}
}

static void long_texts_are_cut_at_a_character(void **state)
{
	static const char *const texts[] = {
		"10А химико-биологический профиль",
		"учитель русского языка и литературы",
		"10 Ааааааааааааааааааааааааааааааа",
		"заместитель\u00A0директора",
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		char buf[CLASS_SIZE];
		size_t len;

		class_normal(texts[i], buf);
		len = strlen(buf);
		assert_true(len < CLASS_SIZE);
		assert_true(utf8_valid(buf, len));
		assert_true(len == 0 || buf[len - 1] != ' ');
	}
}

static void the_grade_is_the_number_in_front(void **state)
{
	(void)state;
	assert_int_equal(class_grade("7В"), 7);
	assert_int_equal(class_grade("11"), 11);
	assert_int_equal(class_grade("10А хим"), 10);
	assert_int_equal(class_grade("12"), 12);
	assert_int_equal(class_grade(""), 0);
	assert_int_equal(class_grade("учитель"), 0);
	assert_int_equal(class_grade("2026"), 0);
}

static void a_year_later_the_class_is_one_higher(void **state)
{
	(void)state;
	assert_true(class_next("7В", "8В"));
	assert_true(class_next("9А", "10А"));
	assert_true(class_next("7", "8В"));
	assert_true(class_next("7В", "8"));
	assert_true(class_next("10А хим", "11А"));
	assert_false(class_next("7В", "8Б"));
	assert_false(class_next("7В", "7В"));
	assert_false(class_next("7В", "9В"));
	assert_false(class_next("8В", "7В"));
	assert_false(class_next("", "1А"));
	assert_false(class_next("7-1", "8-2"));
}

static void the_same_class_may_lack_its_letter(void **state)
{
	(void)state;
	assert_true(class_same("7В", "7В"));
	assert_true(class_same("7", "7В"));
	assert_true(class_same("10А хим", "10А"));
	assert_true(class_same("", ""));
	assert_false(class_same("7В", "7Б"));
	assert_false(class_same("7В", "8В"));
	assert_false(class_same("", "7В"));
}

static void classes_sort_by_grade_then_letter(void **state)
{
	static const char *const order[] = { "",   "1",  "1А", "1Б", "2А",  "7-1", "7-2",
					     "7Е", "7Ё", "7Ж", "9Я", "10А", "11Б", "12" };

	(void)state;
	for (size_t i = 1; i < COUNT(order); i++)
		assert_true(class_order(order[i - 1]) < class_order(order[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(classes_are_written_one_way_however_they_were_typed),
		cmocka_unit_test(what_is_no_class_comes_back_squeezed),
		cmocka_unit_test(long_texts_are_cut_at_a_character),
		cmocka_unit_test(the_grade_is_the_number_in_front),
		cmocka_unit_test(a_year_later_the_class_is_one_higher),
		cmocka_unit_test(the_same_class_may_lack_its_letter),
		cmocka_unit_test(classes_sort_by_grade_then_letter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
