#include <errno.h>
#include <string.h>

#include "nastavnik/base/err.h"
#include "nastavnik/base/utf8.h"
#include "unit.h"

static void the_code_is_returned_and_the_sentence_kept(void **state)
{
	(void)state;
	assert_int_equal(err_last()->code, RC_OK);
	assert_string_equal(err_last()->text, "");
	assert_int_equal(err_set(RC_INVALID, "row %d: “%s”", 7, "Ёлкина"), RC_INVALID);
	assert_int_equal(err_last()->code, RC_INVALID);
	assert_string_equal(err_last()->text, "row 7: “Ёлкина”");
}

static void a_sentence_may_be_built_around_the_one_before(void **state)
{
	(void)state;
	err_set(RC_IO, "the disk is full");
	err_set(RC_DB, "not saved: %s", err_last()->text);
	assert_string_equal(err_last()->text, "not saved: the disk is full");
}

static void a_sentence_too_long_is_cut_between_letters(void **state)
{
	char letters[3000];

	(void)state;
	for (size_t i = 0; i + 2 < sizeof(letters); i += 2)
		memcpy(letters + i, "ё", 3);
	for (int lead = 0; lead < 3; lead++) {
		err_set(RC_IO, "%.*s%s", lead, "xx", letters);
		assert_true(strlen(err_last()->text) >= sizeof(err_last()->text) - 3);
		assert_true(utf8_valid(err_last()->text, strlen(err_last()->text)));
	}
}

static void errno_has_words_for_a_person(void **state)
{
	(void)state;
	assert_string_equal(errno_text(ENOSPC), "there is no space left on the disk");
	assert_string_equal(errno_text(EXDEV), strerror(EXDEV));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_code_is_returned_and_the_sentence_kept),
		cmocka_unit_test(a_sentence_may_be_built_around_the_one_before),
		cmocka_unit_test(a_sentence_too_long_is_cut_between_letters),
		cmocka_unit_test(errno_has_words_for_a_person),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
