/* What may be answered, when a question is asked, and how an answer reads. */
#include "../unit.h"

#include <string.h>

#include "nastavnik/model/survey.h"

static struct survey_item rows[] = {
	{ .head = { 1, 9 }, .position = 1, .code = "met", .name = "Met", .kind = ITEM_YESNO },
	{ .head = { 2, 9 },
	  .position = 2,
	  .code = "where",
	  .name = "Where",
	  .kind = ITEM_SEVERAL,
	  .options = "кружок; секция\nв школе\nлагерь",
	  .only_if = "met = 1" },
	{ .head = { 3, 9 },
	  .position = 3,
	  .code = "camp",
	  .name = "Camp",
	  .kind = ITEM_NUMBER,
	  .low = 1,
	  .high = FIELD_NOTHING,
	  .soft_low = FIELD_NOTHING,
	  .soft_high = 30,
	  .only_if = "where=2,3" },
	{ .head = { 4, 9 },
	  .position = 4,
	  .code = "use",
	  .name = "Use",
	  .kind = ITEM_SCALE,
	  .low = 1,
	  .high = 10,
	  .good = FIELD_NOTHING },
	{ .head = { 5, 9 },
	  .position = 5,
	  .code = "how",
	  .name = "How",
	  .kind = ITEM_ONE,
	  .options = "сам\nс друзьями" },
	{ .head = { 6, 9 }, .position = 6, .code = "day", .name = "Day", .kind = ITEM_DATE },
	{ .head = { 7, 9 }, .position = 7, .code = "words", .name = "Words", .kind = ITEM_OPEN },
};
static struct survey_items items = { rows, sizeof(rows) / sizeof(rows[0]) };

static int fill_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < items.n; i++) {
		rows[i].options = rows[i].options ? rows[i].options : "";
		rows[i].good = FIELD_NOTHING;
		rows[i].only_if = rows[i].only_if ? rows[i].only_if : "";
	}
	return 0;
}

static struct answer parsed(struct arena *a, const char *code, const char *text)
{
	struct answer answer = { 0 };

	assert_int_equal(answer_parse(a, item_by_code(&items, code), text, &answer), RC_OK);
	return answer;
}

static void refused(struct arena *a, const char *code, const char *text)
{
	struct answer answer = { .value = 77 };

	if (answer_parse(a, item_by_code(&items, code), text, &answer) != RC_INVALID)
		fail_msg("%s: “%s” is taken", code, text);
	assert_int_equal(answer.value, 77);
	assert_true(*err_last()->text);
}

static void answers_are_read_as_people_and_web_forms_write_them(void **state)
{
	struct arena a = { 0 };

	(void)state;
	assert_int_equal(parsed(&a, "met", "yes").value, 1);
	assert_int_equal(parsed(&a, "met", "NO").value, 0);
	assert_int_equal(parsed(&a, "use", " 10 ").value, 10);
	assert_int_equal(parsed(&a, "use", "7,0").value, 7);
	assert_int_equal(parsed(&a, "how", "С друзьями").value, 2);
	assert_int_equal(parsed(&a, "how", "1").value, 1);
	assert_int_equal(parsed(&a, "where", "1, 3").value, 5);
	assert_int_equal(parsed(&a, "where", "кружок; секция; лагерь").value, 5);
	assert_int_equal(parsed(&a, "day", "1.9.2026").value, 20260901);
	assert_string_equal(parsed(&a, "words", "  всё   хорошо ").words, "всё хорошо");
	assert_int_equal(parsed(&a, "use", "").status, ANSWER_NONE);
	refused(&a, "use", "11");
	refused(&a, "use", "7,5");
	refused(&a, "use", "много");
	refused(&a, "met", "2");
	refused(&a, "how", "3");
	refused(&a, "where", "4");
	refused(&a, "where", "в школе; дома");
	refused(&a, "day", "31.02.2026");
	refused(&a, "camp", "0");
	arena_done(&a);
}

static void a_question_is_asked_as_the_answers_before_it_say(void **state)
{
	struct answer row[] = { { .item = 1, .status = ANSWER_GIVEN, .value = 1, .words = "" },
				{ .item = 2, .status = ANSWER_GIVEN, .value = 2, .words = "" } };
	struct answers answers = { row, 1 };

	(void)state;
	assert_true(item_asked(&items, &rows[0], &answers));
	assert_true(item_asked(&items, &rows[1], &answers));
	assert_false(item_asked(&items, &rows[2], &answers));
	answers.n = 2;
	assert_true(item_asked(&items, &rows[2], &answers));
	row[1].value = 1;
	assert_false(item_asked(&items, &rows[2], &answers));
	row[1].status = ANSWER_SKIPPED;
	row[1].value = 2;
	assert_false(item_asked(&items, &rows[2], &answers));
	row[0].value = 0;
	assert_false(item_asked(&items, &rows[1], &answers));
	row[0].status = ANSWER_NONE;
	assert_false(item_asked(&items, &rows[1], &answers));
}

static void rare_values_are_odd_and_high_ones_good(void **state)
{
	struct answer days = { .item = 3, .status = ANSWER_GIVEN, .value = 31, .words = "" };

	(void)state;
	assert_true(answer_is_odd(&rows[2], &days));
	days.value = 30;
	assert_false(answer_is_odd(&rows[2], &days));
	assert_int_equal(item_good(&rows[3]), 7);
	assert_int_equal(item_good(&rows[0]), 1);
	assert_int_equal(item_good(&rows[6]), FIELD_NOTHING);
}

static void answers_read_as_on_paper(void **state)
{
	struct arena a = { 0 };
	struct answer several = parsed(&a, "where", "2;3"), none = parsed(&a, "use", "");

	(void)state;
	assert_string_equal(answer_show(&a, &rows[1], &several), "в школе; лагерь");
	assert_string_equal(answer_show(&a, &rows[3], &none), "no answer");
	assert_string_equal(answer_show(&a, &rows[3], NULL), "");
	arena_done(&a);
}

static void codes_are_read_however_they_are_typed(void **state)
{
	static const struct {
		const char *text;
		enum role role;
		int64_t number;
	} good[] = { { "2Н-017", ROLE_MENTEE, 17 },
		     { "3н4", ROLE_MENTOR, 4 },
		     { "2-17", ROLE_MENTEE, 17 },
		     { " 2 H 017 ", ROLE_MENTEE, 17 },
		     { "17", ROLE_MENTOR, 17 } };
	static const char *const bad[] = { "", "Н", "4Н-017", "2Н-", "2Н-0", "0", "17a", "2Н-17б" };
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		enum role role = ROLE_MENTOR;
		int64_t number = 0;

		assert_int_equal(respondent_parse(good[i].text, &role, &number), RC_OK);
		assert_int_equal(role, good[i].role);
		assert_int_equal(number, good[i].number);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		enum role role = ROLE_MENTOR;
		int64_t number = 5;

		if (respondent_parse(bad[i], &role, &number) != RC_INVALID)
			fail_msg("“%s” is taken", bad[i]);
		assert_int_equal(number, 5);
	}
	assert_string_equal(respondent_code(&a, ROLE_MENTEE, 17), "2Н-017");
	assert_string_equal(respondent_code(&a, ROLE_MENTOR, 1234), "3Н-1234");
	assert_string_equal(respondent_code(&a, ROLE_MENTEE, 0), "");
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_are_read_as_people_and_web_forms_write_them),
		cmocka_unit_test(a_question_is_asked_as_the_answers_before_it_say),
		cmocka_unit_test(rare_values_are_odd_and_high_ones_good),
		cmocka_unit_test(answers_read_as_on_paper),
		cmocka_unit_test(codes_are_read_however_they_are_typed),
	};

	return cmocka_run_group_tests(tests, fill_texts, NULL);
}
