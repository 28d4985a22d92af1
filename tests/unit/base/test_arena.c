#include <string.h>

#include "nastavnik/base/arena.h"
#include "unit.h"

static void a_piece_is_zeroed_and_aligned_even_in_memory_used_before(void **state)
{
	struct arena a = { 0 };
	struct arena_mark mark;

	(void)state;
	arena_alloc(&a, 1);
	mark = arena_mark(&a);
	memset(arena_alloc(&a, 100), 'x', 100);
	arena_back(&a, mark);
	for (size_t size = 0; size < 40; size++) {
		const char *piece = arena_alloc(&a, size);

		assert_non_null(piece);
		assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(piece[i], 0);
	}
	arena_done(&a);
}

static void texts_are_copied_and_null_is_the_empty_text(void **state)
{
	struct arena a = { 0 };
	char text[] = "Ёлкина";
	char *copy = arena_strdup(&a, text);

	(void)state;
	memset(text, '?', sizeof(text) - 1);
	assert_string_equal(copy, "Ёлкина");
	assert_string_equal(arena_strdup(&a, NULL), "");
	assert_string_equal(arena_strndup(&a, "abcdef", 3), "abc");
	assert_string_equal(arena_strndup(&a, NULL, 0), "");
	arena_done(&a);
}

static void a_format_may_give_a_text_of_any_length(void **state)
{
	struct arena a = { 0 };
	char *text;

	(void)state;
	assert_string_equal(arena_printf(&a, "%d–%s", 7, "В"), "7–В");
	for (int n = 250; n < 260; n++)
		assert_int_equal(strlen(arena_printf(&a, "%0*d", n, 1)), n);
	text = arena_printf(&a, "%0*d", 3000000, 1);
	assert_int_equal(strlen(text), 3000000);
	assert_int_equal(text[2999999], '1');
	arena_done(&a);
}

static void an_array_keeps_its_elements_while_it_grows(void **state)
{
	struct arena a = { 0 };
	size_t cap = 0;
	int *row = NULL;

	(void)state;
	for (int i = 0; i < 10000; i++) {
		row = arena_grow(&a, row, (size_t)i, &cap, sizeof(*row));
		row[i] = i;
		if (i % 7 == 0)
			arena_alloc(&a, 3); /* something else stands behind it: it must move */
	}
	assert_true(cap >= 10000);
	for (int i = 0; i < 10000; i++)
		assert_int_equal(row[i], i);
	arena_done(&a);
}

static void the_newest_array_grows_where_it_lies(void **state)
{
	struct arena a = { 0 };
	size_t cap = 0;
	int *row = arena_grow(&a, NULL, 0, &cap, sizeof(int)), *grown;

	(void)state;
	grown = arena_grow(&a, row, cap, &cap, sizeof(int));
	assert_ptr_equal(grown, row);
	for (size_t i = 8; i < cap; i++)
		assert_int_equal(grown[i], 0);
	arena_done(&a);
}

static void going_back_to_a_mark_gives_the_memory_after_it_back(void **state)
{
	struct arena a = { 0 };
	char *kept = arena_strdup(&a, "kept");
	struct arena_mark mark = arena_mark(&a);
	size_t total = a.total;

	(void)state;
	for (int i = 0; i < 100; i++)
		arena_alloc(&a, 10000);
	assert_true(a.total > 1000000);
	arena_back(&a, mark);
	assert_int_equal(a.total, total);
	assert_string_equal(kept, "kept");
	arena_done(&a);
}

static void going_back_in_an_empty_arena_keeps_a_block_for_the_next_round(void **state)
{
	struct arena a = { 0 };
	struct arena_mark mark = arena_mark(&a);
	size_t total;

	(void)state;
	arena_alloc(&a, 5000);
	total = a.total;
	for (int i = 0; i < 1000; i++) {
		arena_back(&a, mark);
		arena_alloc(&a, 5000);
	}
	assert_int_equal(a.total, total);
	arena_done(&a);
	assert_int_equal(a.total, 0);
	assert_null(a.block);
}

static void a_reset_arena_is_empty_but_keeps_its_newest_block(void **state)
{
	struct arena a = { 0 };

	(void)state;
	arena_reset(&a);
	for (int i = 0; i < 50; i++)
		arena_alloc(&a, 4000);
	arena_reset(&a);
	assert_non_null(a.block);
	assert_true(a.total < 200000);
	arena_done(&a);
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_piece_is_zeroed_and_aligned_even_in_memory_used_before),
		cmocka_unit_test(texts_are_copied_and_null_is_the_empty_text),
		cmocka_unit_test(a_format_may_give_a_text_of_any_length),
		cmocka_unit_test(an_array_keeps_its_elements_while_it_grows),
		cmocka_unit_test(the_newest_array_grows_where_it_lies),
		cmocka_unit_test(going_back_to_a_mark_gives_the_memory_after_it_back),
		cmocka_unit_test(going_back_in_an_empty_arena_keeps_a_block_for_the_next_round),
		cmocka_unit_test(a_reset_arena_is_empty_but_keeps_its_newest_block),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
