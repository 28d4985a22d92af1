#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/utf8.h"
#include "unit.h"

static struct arena arena;

static int arena_free(void **state)
{
	(void)state;
	arena_done(&arena);
	return 0;
}

static void names_written_differently_fold_the_same(void **state)
{
	static const char *const same[][2] = {
		{ "Ёлкина", "ЕЛКИНА" },
		{ "  Иванов\u00A0\u00A0Пётр\t", "иванов петр" },
		{ "О'Коннор", "О’КОННОР" },
		{ "О`Коннор", "о\u02BCконнор" },
		{ "Салтыков–Щедрин", "салтыков-щедрин" },
		{ "Салтыков\u2011Щедрин", "САЛТЫКОВ—ЩЕДРИН" },
		{ "7 «В»", "7 \"в\"" },
		{ "Йогин", "И\u0306огин" },
		{ "Ёж", "Е\u0308Ж" },
		{ "Ива\u00ADнов", "Иванов" },
		{ "Łódź", "łÓDŹ" },
		{ "Әлия", "әЛИЯ" },
		{ "Ԕ", "ԕ" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		assert_string_equal(utf8_fold(&arena, same[i][0]), utf8_fold(&arena, same[i][1]));
}

static void a_fold_is_what_one_would_type_to_find_it(void **state)
{
	(void)state;
	assert_string_equal(utf8_fold(&arena, " Ёлкина  «Зоя» — №7 "), "елкина зоя - №7");
	assert_string_equal(utf8_fold(&arena, "« а »"), "а");
	assert_string_equal(utf8_fold(&arena, "Й, й; I"), "й, й; i");
	assert_string_equal(utf8_fold(&arena, ""), "");
	assert_string_equal(utf8_fold(&arena, " '' "), "");
}

static void letters_that_differ_stay_apart(void **state)
{
	(void)state;
	assert_string_not_equal(utf8_fold(&arena, "й"), utf8_fold(&arena, "и"));
	assert_string_not_equal(utf8_fold(&arena, "ъ"), utf8_fold(&arena, "ь"));
	assert_string_not_equal(utf8_fold(&arena, "B"), utf8_fold(&arena, "В"));
}

static void a_fold_too_long_is_cut_between_characters(void **state)
{
	char buf[64];

	(void)state;
	for (size_t size = 1; size < 20; size++) {
		size_t n = utf8_fold_into("Ёлк ЩЕДРИН №", buf, size);

		assert_true(n < size);
		assert_int_equal(strlen(buf), n);
		assert_true(utf8_valid(buf, n));
		assert_memory_equal(buf, "елк щедрин №", n);
		assert_true(n + UTF8_MAX >= size);
	}
}

static void a_long_text_folds_whole(void **state)
{
	char *text = arena_alloc(&arena, 100001), *fold;

	(void)state;
	for (int i = 0; i < 50000; i++)
		memcpy(text + i * 2, i % 2 ? "Ё" : "Я", 2);
	fold = utf8_fold(&arena, text);
	assert_int_equal(strlen(fold), 100000);
	assert_memory_equal(fold + 99996, "яе", 4);
}

static int sign(int value)
{
	return (value > 0) - (value < 0);
}

static void sort_keys_put_texts_in_russian_order(void **state)
{
	static const char *const order[] = {
		"7А",
		"Adams",
		"абаев",
		"Абаев Ян",
		"Абаева",
		"Абаева-Юнг",
		"Бах",
		"Ёлка",
		"Ель",
		"Еля",
		"Ёля",
		"Жуков",
		"Иванов",
		"Иванова",
		"Йогин",
		"Кузнец",
		"Щедрин-Салтыков",
		"Щедринов",
		"Юрий",
		"Я",
	};
	size_t n = sizeof(order) / sizeof(order[0]);

	(void)state;
	for (size_t i = 0; i < n; i++)
		for (size_t j = 0; j < n; j++)
			assert_int_equal(sign(strcmp(utf8_sort_key(&arena, order[i]),
						     utf8_sort_key(&arena, order[j]))),
					 sign((int)i - (int)j));
}

static void a_word_with_io_stands_behind_the_same_word_without(void **state)
{
	static const char *const order[] = {
		"елеле", "елелё", "елёле", "ёлеле", "ёлёлё", "елелек"
	};
	size_t n = sizeof(order) / sizeof(order[0]);

	(void)state;
	for (size_t i = 1; i < n; i++)
		assert_true(strcmp(utf8_sort_key(&arena, order[i - 1]),
				   utf8_sort_key(&arena, order[i])) < 0);
	assert_string_equal(utf8_sort_key(&arena, "Петр"), "петр");
	assert_string_equal(utf8_sort_key(&arena, "ПЁТР"), "петр\1\2");
	assert_string_equal(utf8_sort_key(&arena, "ПЕ\u0308ТР"), utf8_sort_key(&arena, "пётр"));
}

static void a_sort_key_that_is_cut_keeps_the_order_of_its_beginning(void **state)
{
	char buf[16];

	(void)state;
	assert_int_equal(utf8_sort_key_into("Ёлкина-Палкина", buf, sizeof(buf)), 15);
	assert_string_equal(buf, "елкина-п");
}

/* Any letters of any script, in any order: folding what is folded changes nothing. */
static void folding_twice_changes_nothing(void **state)
{
	uint32_t seed = 1;

	(void)state;
	for (int round = 0; round < 3000; round++) {
		struct arena_mark mark = arena_mark(&arena);
		char text[64], *at = text, *once;

		for (int i = 0; i < 8; i++) {
			seed = seed * 1664525 + 1013904223;
			at += utf8_encode(1 + (seed >> 8) % (i % 2 ? 0x52F : 0x1FFFF), at);
		}
		*at = '\0';
		once = utf8_fold(&arena, text);
		assert_true(utf8_valid(once, strlen(once)));
		assert_string_equal(utf8_fold(&arena, once), once);
		arena_back(&arena, mark);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_written_differently_fold_the_same),
		cmocka_unit_test(a_fold_is_what_one_would_type_to_find_it),
		cmocka_unit_test(letters_that_differ_stay_apart),
		cmocka_unit_test(a_fold_too_long_is_cut_between_characters),
		cmocka_unit_test(a_long_text_folds_whole),
		cmocka_unit_test(sort_keys_put_texts_in_russian_order),
		cmocka_unit_test(a_word_with_io_stands_behind_the_same_word_without),
		cmocka_unit_test(a_sort_key_that_is_cut_keeps_the_order_of_its_beginning),
		cmocka_unit_test(folding_twice_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, arena_free);
}
