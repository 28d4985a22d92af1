#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/str.h"
#include "unit.h"

static void an_empty_string_has_a_text_too(void **state)
{
	struct str s = { 0 };

	(void)state;
	assert_string_equal(str_text(&s), "");
	assert_null(s.text);
	str_add(&s, "");
	assert_string_equal(s.text, "");
	str_done(&s);
	assert_null(s.text);
}

static void pieces_of_all_kinds_are_added_in_order(void **state)
{
	struct str s = { 0 };

	(void)state;
	str_add(&s, "Ёлкина");
	str_add_char(&s, ' ');
	str_add_n(&s, "Зоя!", strlen("Зоя"));
	str_printf(&s, ", %d%s", 7, "В");
	assert_string_equal(s.text, "Ёлкина Зоя, 7В");
	assert_int_equal(s.len, strlen("Ёлкина Зоя, 7В"));
	str_done(&s);
}

static void a_format_longer_than_the_room_is_written_whole(void **state)
{
	struct str s = { 0 };

	(void)state;
	for (int n = 1; n < 2000; n += 37) {
		str_clear(&s);
		str_add(&s, "x");
		str_printf(&s, "%0*d", n, 5);
		assert_int_equal(s.len, n + 1);
		assert_int_equal(strlen(s.text), n + 1);
		assert_int_equal(s.text[n], '5');
	}
	str_done(&s);
}

static void bytes_with_a_nul_among_them_are_kept(void **state)
{
	struct str s = { 0 };

	(void)state;
	str_add_n(&s, "a\0b", 3);
	assert_int_equal(s.len, 3);
	assert_memory_equal(s.text, "a\0b", 4);
	str_done(&s);
}

static void clearing_keeps_the_memory(void **state)
{
	struct str s = { 0 };
	size_t cap;

	(void)state;
	str_printf(&s, "%01000d", 1);
	cap = s.cap;
	str_clear(&s);
	assert_string_equal(s.text, "");
	assert_int_equal(s.cap, cap);
	str_done(&s);
}

static void a_heap_array_keeps_its_elements_while_it_grows(void **state)
{
	size_t cap = 0;
	int *row = NULL;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		row = mem_grow(row, (size_t)i, &cap, sizeof(*row));
		row[i] = i;
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(row[i], i);
	free(row);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_string_has_a_text_too),
		cmocka_unit_test(pieces_of_all_kinds_are_added_in_order),
		cmocka_unit_test(a_format_longer_than_the_room_is_written_whole),
		cmocka_unit_test(bytes_with_a_nul_among_them_are_kept),
		cmocka_unit_test(clearing_keeps_the_memory),
		cmocka_unit_test(a_heap_array_keeps_its_elements_while_it_grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
