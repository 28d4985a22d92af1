/* A sheet while it is typed. */
#include "../unit.h"

#include <string.h>

#include "nastavnik/model/keying.h"

static struct survey_item rows[] = {
	{ .head = { .id = 1 },
	  .position = 1,
	  .code = "met",
	  .name = "met",
	  .kind = ITEM_YESNO,
	  .options = "",
	  .only_if = "",
	  .required = 1,
	  .second = 1 },
	{ .head = { .id = 2 },
	  .position = 2,
	  .code = "times",
	  .name = "times",
	  .kind = ITEM_NUMBER,
	  .low = 0,
	  .high = 31,
	  .options = "",
	  .only_if = "met = 1",
	  .required = 1,
	  .second = 1 },
	{ .head = { .id = 3 },
	  .position = 3,
	  .code = "use",
	  .name = "use",
	  .kind = ITEM_SCALE,
	  .low = 1,
	  .high = 10,
	  .low_label = "none",
	  .high_label = "much",
	  .options = "",
	  .only_if = "",
	  .required = 1,
	  .second = 1 },
	{ .head = { .id = 4 },
	  .position = 4,
	  .code = "help",
	  .name = "help",
	  .kind = ITEM_SEVERAL,
	  .options = "a\nb\nc",
	  .only_if = "",
	  .second = 1 },
	{ .head = { .id = 5 },
	  .position = 5,
	  .code = "words",
	  .name = "words",
	  .kind = ITEM_OPEN,
	  .options = "",
	  .only_if = "" },
};
static const struct survey_items items = { rows, 5 };
static const struct sheet head = {
	.id = 77, .survey = 9, .participation = 5, .batch = 3, .note = "two\nlines"
};

static struct answer value(int64_t n)
{
	return (struct answer){ .status = ANSWER_GIVEN, .value = n, .words = "" };
}

static size_t put(struct keying *k, size_t i, struct answer answer)
{
	size_t cleared = 0, which = 99;

	keying_put(k, i, &answer, &cleared, &which);
	return cleared;
}

static void what_is_not_asked_is_passed_over_and_comes_back(void **state)
{
	struct arena a = { 0 };
	struct keying k;

	(void)state;
	keying_begin(&k, &a, &items, &head);
	assert_int_equal(keying_next(&k, 0), 2);
	assert_int_equal(put(&k, 0, value(1)), 0);
	assert_int_equal(keying_next(&k, 0), 1);
	put(&k, 1, value(4));
	assert_int_equal(put(&k, 0, value(0)), 1);
	assert_int_equal(k.now[1].status, ANSWER_SKIPPED);
	assert_int_equal(keying_before(&k, 2), 0);
	assert_int_equal(keying_open(&k), 2);
	assert_true(keying_back(&k));
	assert_int_equal(k.at, 0);
	assert_int_equal(k.now[1].value, 4);
	arena_done(&a);
}

static void its_text_brings_all_of_it_back(void **state)
{
	struct answer words = { .status = ANSWER_GIVEN,
				.value = FIELD_NOTHING,
				.words = "back\\slash\nand line" };
	struct arena a = { 0 };
	struct keying k, again;
	struct sheet read;
	const char *text;

	(void)state;
	keying_begin(&k, &a, &items, &head);
	put(&k, 0, value(1));
	put(&k, 1, value(4));
	put(&k, 0, value(0));
	put(&k, 4, words);
	k.at = 3;
	k.line = "half a ";
	text = keying_text(&a, &k);
	assert_int_equal(keying_survey(text), 9);
	assert_int_equal(keying_answers(text), 2);
	assert_true(keying_head(&a, text, &read));
	assert_int_equal(read.participation, 5);
	assert_int_equal(read.batch, 3);
	assert_string_equal(read.note, "two\nlines");
	keying_begin(&again, &a, &items, &read);
	keying_resume(&again, text);
	assert_int_equal(again.at, 3);
	assert_string_equal(again.line, "half a ");
	assert_string_equal(again.now[4].words, "back\\slash\nand line");
	assert_int_equal(again.now[1].status, ANSWER_SKIPPED);
	put(&again, 0, value(1));
	assert_int_equal(again.now[1].value, 4);
	arena_done(&a);
}

static void a_broken_text_is_none(void **state)
{
	static const char *const broken[] = { "", "survey", "survey 9\nof 1 2\n", "form 1\n" };
	struct arena a = { 0 };
	struct keying k;
	struct sheet read;

	(void)state;
	for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++)
		assert_false(keying_head(&a, broken[i], &read));
	keying_begin(&k, &a, &items, &head);
	keying_resume(&k, "answer 3 1 99 0 \nanswer 8 1 1 0 \nanswer 3 7 1 0\ntaken 3 9\nanswer");
	assert_int_equal(k.now[2].status, ANSWER_OPEN);
	arena_done(&a);
}

static void a_second_entry_is_blind_and_compares(void **state)
{
	struct answer first[] = { { 1, ANSWER_GIVEN, 0, "", 0 },
				  { 2, ANSWER_SKIPPED, FIELD_NOTHING, "", 0 },
				  { 3, ANSWER_GIVEN, 7, "", 0 },
				  { 4, ANSWER_NONE, FIELD_NOTHING, "", 0 },
				  { 5, ANSWER_GIVEN, FIELD_NOTHING, "x", 0 } };
	const struct answer none = { .status = ANSWER_NONE, .value = FIELD_NOTHING, .words = "" };
	const struct answer seven = value(7), eight = value(8);
	struct arena a = { 0 };
	struct keying k;
	size_t done, all;

	(void)state;
	keying_begin(&k, &a, &items, &head);
	keying_again(&k, &(struct answers){ first, 5 });
	assert_int_equal(k.now[2].status, ANSWER_OPEN);
	assert_string_equal(k.now[4].words, "x"); /* takes no part */
	assert_false(keying_wants(&k, 4));
	assert_false(keying_differs(&k, 2, &seven));
	assert_true(keying_differs(&k, 2, &eight));
	assert_false(keying_differs(&k, 3, &none));
	keying_count(&k, &done, &all);
	assert_int_equal(all, 3);
	arena_done(&a);
}

static void keys_mean_what_the_scale_says(void **state)
{
	struct survey_item from_0 = rows[2], wide = rows[2], few = rows[2];

	(void)state;
	from_0.low = 0;
	wide.high = 100;
	few.high = 5;
	assert_int_equal(item_key_value(&rows[2], '0'), 10);
	assert_int_equal(item_key_value(&rows[2], '-'), FIELD_NOTHING);
	assert_int_equal(item_key_value(&from_0, '0'), 0);
	assert_int_equal(item_key_value(&from_0, '-'), 10);
	assert_int_equal(item_key_value(&few, '0'), 0); /* refused by its limits */
	assert_int_equal(item_key_value(&few, 'q'), FIELD_NOTHING);
	assert_true(item_by_key(&few) && item_by_key(&from_0));
	assert_false(item_by_key(&wide));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_not_asked_is_passed_over_and_comes_back),
		cmocka_unit_test(its_text_brings_all_of_it_back),
		cmocka_unit_test(a_broken_text_is_none),
		cmocka_unit_test(a_second_entry_is_blind_and_compares),
		cmocka_unit_test(keys_mean_what_the_scale_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
