#include "nastavnik/base/utf8.h"
#include "unit.h"

static struct arena arena;

static int arena_free(void **state)
{
	(void)state;
	arena_done(&arena);
	return 0;
}

static void assert_typed(const char *text, const char *meant)
{
	assert_string_equal(utf8_other_layout(&arena, text), meant);
}

static void a_name_typed_in_the_wrong_layout_is_read(void **state)
{
	(void)state;
	assert_typed("Bdfyjd", "Иванов");
	assert_typed("`krbyf", "ёлкина");
	assert_typed("~krbyf", "Ёлкина");
	assert_typed("j'rjyyjh", "оэконнор");
	assert_typed(">hbq <f{", "Юрий БаХ");
	assert_typed("", "");
}

static void the_other_way_round_too(void **state)
{
	(void)state;
	assert_typed("руддщ", "hello");
	assert_typed("Руддщб цщкдв.", "Hello, world/");
	assert_typed("№7й", "#7q");
}

static void digits_and_what_both_layouts_share_stay(void **state)
{
	(void)state;
	assert_typed("2026!*()-_=+", "2026!*()-_=+");
	assert_typed("中", "中");
}

static void every_cyrillic_letter_comes_back_after_two_turns(void **state)
{
	const char *letters = "ёйцукенгшщзхъфывапролджэячсмитьбюЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ";

	(void)state;
	assert_typed(utf8_other_layout(&arena, letters), letters);
}

static void a_letter_command_is_known_by_its_key(void **state)
{
	(void)state;
	assert_int_equal(utf8_key_position(U'й'), 'q');
	assert_int_equal(utf8_key_position(U'Й'), 'Q');
	assert_int_equal(utf8_key_position(U'х'), '[');
	assert_int_equal(utf8_key_position(U'ё'), '`');
	assert_int_equal(utf8_key_position('q'), 'q');
	assert_int_equal(utf8_key_position('/'), '/');
	assert_int_equal(utf8_key_position(U'№'), U'№');
	assert_int_equal(utf8_key_position(U'ї'), U'ї');
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_typed_in_the_wrong_layout_is_read),
		cmocka_unit_test(the_other_way_round_too),
		cmocka_unit_test(digits_and_what_both_layouts_share_stay),
		cmocka_unit_test(every_cyrillic_letter_comes_back_after_two_turns),
		cmocka_unit_test(a_letter_command_is_known_by_its_key),
	};

	return cmocka_run_group_tests(tests, NULL, arena_free);
}
