#include "nastavnik/model/book.h"
#include "unit.h"

static struct book_item items[] = {
	{ .id = 11,
	  .book = BOOK_REQUEST,
	  .code = "math",
	  .name = "математика",
	  .synonyms = "",
	  .position = 1 },
	{ .id = 12,
	  .book = BOOK_REQUEST,
	  .code = "",
	  .name = "своё",
	  .synonyms = "",
	  .position = 2 },
	{ .id = 13,
	  .book = BOOK_REQUEST,
	  .code = "old",
	  .name = "старое",
	  .synonyms = "",
	  .position = 3,
	  .hidden = 1 },
	{ .id = 21,
	  .book = BOOK_COMPETENCE,
	  .code = "math",
	  .name = "математика (помощь)",
	  .synonyms = "",
	  .position = 1 },
};
static const struct books books = { items, sizeof(items) / sizeof(items[0]) };

static void items_are_found_by_id(void **state)
{
	(void)state;
	assert_string_equal(book_item_by_id(&books, 12)->name, "своё");
	assert_null(book_item_by_id(&books, 99));
	assert_string_equal(book_item_name(&books, 13), "старое");
	assert_string_equal(book_item_name(&books, 99), "");
}

static void hidden_items_are_choices_too_and_marked(void **state)
{
	struct arena a = { 0 };
	struct choices choices = book_choices(&a, &books, BOOK_REQUEST);

	(void)state;
	assert_int_equal(choices.n, 3);
	assert_int_equal(choices.row[0].id, 11);
	assert_false(choices.row[0].hidden);
	assert_true(choices.row[2].hidden);
	assert_string_equal(choices.row[0].code, "math");
	assert_string_equal(choices.row[1].name, "своё");
	assert_int_equal(book_choices(&a, &books, BOOK_ROLE).n, 0);
	arena_done(&a);
}

static void every_book_has_a_title(void **state)
{
	(void)state;
	for (int book = BOOK_REQUEST; book <= BOOK_ROLE; book++)
		assert_string_not_equal(book_title((enum book)book), "");
	assert_string_equal(book_title((enum book)99), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(items_are_found_by_id),
		cmocka_unit_test(hidden_items_are_choices_too_and_marked),
		cmocka_unit_test(every_book_has_a_title),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
