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

static void well_formed_bytes_are_valid(void **state)
{
	static const char *const texts[] = { "",    "abc",        "Ёлкина",
					     "№ 7", "\U0001F600", "\xEF\xBF\xBD" };

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_true(utf8_valid(texts[i], strlen(texts[i])));
	assert_true(utf8_valid("a\0b", 3));
}

static void ill_formed_bytes_are_not(void **state)
{
	static const char *const texts[] = {
		"\x80",
		"\xC0\x80",
		"\xC1\xBF",
		"\xE0\x80\x80",
		"\xED\xA0\x80",
		"\xF0\x80\x80\x80",
		"\xF4\x90\x80\x80",
		"\xF5\x80\x80\x80",
		"\xD0",
		"\xD0z",
		"\xE2\x80",
		"abc\xFF",
		"\xCF\xF0\xE8\xE2", /* «Прив» of cp1251 */
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		assert_false(utf8_valid(texts[i], strlen(texts[i])));
	assert_false(utf8_valid("Ё", 1));
}

static void every_code_point_is_decoded_as_it_was_encoded(void **state)
{
	(void)state;
	for (uint32_t cp = 1; cp < 0x110000; cp++) {
		char buf[UTF8_MAX + 1] = { 0 };
		uint32_t back;
		size_t n;

		if (cp >= 0xD800 && cp < 0xE000)
			continue;
		n = utf8_encode(cp, buf);
		if (utf8_decode(buf, &back) != n || back != cp || !utf8_valid(buf, n))
			fail_msg("U+%04X", cp);
	}
}

static void what_is_no_character_becomes_the_replacement(void **state)
{
	char buf[UTF8_MAX];
	uint32_t cp;

	(void)state;
	assert_int_equal(utf8_decode("\xD0", &cp), 1);
	assert_int_equal(cp, 0xFFFD);
	assert_int_equal(utf8_decode("\xFFz", &cp), 1);
	assert_int_equal(cp, 0xFFFD);
	assert_int_equal(utf8_decode("", &cp), 0);
	assert_int_equal(utf8_encode(0xD800, buf), 3);
	assert_memory_equal(buf, "\xEF\xBF\xBD", 3);
}

/* и with a breve, a flag, a family, Hangul of three parts: one cluster each. */
static const char clusters[] = "aи\u0306\U0001F1F7\U0001F1FA\u1112\u1161\u11AB\r\nё";

static void one_step_is_one_cluster_forward(void **state)
{
	static const size_t borders[] = { 0, 1, 5, 13, 22, 24, 26 };

	(void)state;
	for (size_t i = 0; i + 1 < sizeof(borders) / sizeof(borders[0]); i++)
		assert_int_equal(utf8_next(clusters, borders[i]), borders[i + 1]);
	assert_int_equal(utf8_next(clusters, 26), 26);
	assert_int_equal(utf8_count(clusters), 6);
}

static void and_the_same_cluster_back(void **state)
{
	static const size_t borders[] = { 0, 1, 5, 13, 22, 24, 26 };

	(void)state;
	for (size_t i = 1; i < sizeof(borders) / sizeof(borders[0]); i++)
		assert_int_equal(utf8_prev(clusters, borders[i]), borders[i - 1]);
	assert_int_equal(utf8_prev(clusters, 0), 0);
	assert_int_equal(utf8_prev("Иванов Пётр", strlen("Иванов Пётр")), strlen("Иванов Пёт"));
}

static void width_is_counted_in_columns(void **state)
{
	(void)state;
	assert_int_equal(utf8_width(""), 0);
	assert_int_equal(utf8_width("Салтыков-Щедрин"), 15);
	assert_int_equal(utf8_width("и\u0306"), 1);
	assert_int_equal(utf8_width("中文"), 4);
	assert_int_equal(utf8_width("\t\n\x1B"), 0);
	assert_int_equal(utf8_width("№ ▰ «»"), 6);
}

static void a_text_is_cut_to_columns_between_clusters(void **state)
{
	(void)state;
	assert_int_equal(utf8_fit("Ёлкина", 3), strlen("Ёлк"));
	assert_int_equal(utf8_fit("Ёлкина", 6), strlen("Ёлкина"));
	assert_int_equal(utf8_fit("Ёлкина", 100), strlen("Ёлкина"));
	assert_int_equal(utf8_fit("Ёлкина", 0), 0);
	assert_int_equal(utf8_fit("Ёлкина", -5), 0);
	assert_int_equal(utf8_fit("中文", 3), strlen("中"));
	assert_int_equal(utf8_fit("и\u0306а", 1), strlen("и\u0306"));
}

static void letters_taken_apart_are_put_together(void **state)
{
	(void)state;
	assert_string_equal(utf8_nfc(&arena, "И\u0306ог е\u0308ж"), "Йог ёж");
	assert_string_equal(utf8_nfc(&arena, "Ёлкина — №7"), "Ёлкина — №7");
	assert_string_equal(utf8_nfc(&arena, "e\u0301"), "é");
	assert_string_equal(utf8_nfc(&arena, "\u2126"), "Ω");
	assert_string_equal(utf8_nfc(&arena, ""), "");
}

static void stray_bytes_are_shown_as_the_replacement(void **state)
{
	(void)state;
	assert_string_equal(utf8_nfc(&arena, "a\xFF"
					     "b"),
			    "a\uFFFDb");
	assert_string_equal(utf8_nfc(&arena, "ё\xD0"), "ё\uFFFD");
	assert_string_equal(utf8_squeeze(&arena, " \xFF "), "\uFFFD");
}

static void white_space_of_every_kind_is_squeezed(void **state)
{
	(void)state;
	assert_string_equal(utf8_squeeze(&arena, "  Ёлкина \t\r\n Зоя\u00A0\u2009 "), "Ёлкина Зоя");
	assert_string_equal(utf8_squeeze(&arena, " \n\t "), "");
	assert_string_equal(utf8_squeeze(&arena, "И\u0306 о"), "Й о");
}

static void what_nobody_sees_is_dropped(void **state)
{
	(void)state;
	assert_string_equal(utf8_squeeze(&arena, "\uFEFFИва\u00ADнов\u200B"), "Иванов");
	assert_string_equal(utf8_squeeze(&arena, "a\x1B[31mb\x07"), "a[31mb");
	assert_string_equal(utf8_squeeze(&arena, "a \u200B b"), "a b");
}

static void case_goes_by_the_russian_rules(void **state)
{
	static const uint32_t upper[] = {
		'A', 'Z', U'А', U'Я', U'Ё', U'Й', U'Ї', U'Ў', U'Ә', U'Ó'
	};
	static const uint32_t lower[] = {
		'a', 'z', U'а', U'я', U'ё', U'й', U'ї', U'ў', U'ә', U'ó'
	};

	(void)state;
	for (size_t i = 0; i < sizeof(upper) / sizeof(upper[0]); i++) {
		assert_int_equal(utf8_lower(upper[i]), lower[i]);
		assert_int_equal(utf8_lower(lower[i]), lower[i]);
		assert_int_equal(utf8_upper(lower[i]), upper[i]);
		assert_int_equal(utf8_upper(upper[i]), upper[i]);
	}
	assert_int_equal(utf8_lower('7'), '7');
	assert_int_equal(utf8_upper(U'№'), U'№');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(well_formed_bytes_are_valid),
		cmocka_unit_test(ill_formed_bytes_are_not),
		cmocka_unit_test(every_code_point_is_decoded_as_it_was_encoded),
		cmocka_unit_test(what_is_no_character_becomes_the_replacement),
		cmocka_unit_test(one_step_is_one_cluster_forward),
		cmocka_unit_test(and_the_same_cluster_back),
		cmocka_unit_test(width_is_counted_in_columns),
		cmocka_unit_test(a_text_is_cut_to_columns_between_clusters),
		cmocka_unit_test(letters_taken_apart_are_put_together),
		cmocka_unit_test(stray_bytes_are_shown_as_the_replacement),
		cmocka_unit_test(white_space_of_every_kind_is_squeezed),
		cmocka_unit_test(what_nobody_sees_is_dropped),
		cmocka_unit_test(case_goes_by_the_russian_rules),
	};

	return cmocka_run_group_tests(tests, NULL, arena_free);
}
