/* Results of questionnaires: the figures that scipy and R work out, in words and behind «Подробно».
 */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LINE = 400, CELLS = 20, PEOPLE = 120 };

/* The columns of tests/data/stats/answers.csv that the questionnaire asks for as well. */
static const struct {
	size_t column;
	const char *code;
} taken[] = { { 2, "comfort" }, { 3, "anxiety" }, { 4, "support" } };

/* A family name for each number, without a digit: that would be a code. */
static const char *family(int i, char buf[32])
{
	static const char *const syllable[] = { "ба", "ве", "ги", "до", "жу", "зы",
						"ке", "ли", "мо", "ну", "па", "ры" };

	snprintf(buf, 32, "Ки%s%sн", syllable[i / 12], syllable[i % 12]);
	return buf;
}

static void people_write(void)
{
	char name[32];
	FILE *f = fopen("people.csv", "w");

	assert_non_null(f);
	fputs("Фамилия;Имя;Класс;Форма\n", f);
	for (int i = 1; i <= PEOPLE; i++)
		fprintf(f, "%s;Зоя;%d%s;%s\n", family(i, name), 5 + i % 4, i > 118 ? "Я" : "А",
			i % 2 ? "ученик – ученик" : "");
	fclose(f);
}

/* One wave as the export of a web form. */
static void answers_write(const char *name, int wave)
{
	FILE *from = fopen(TABLES "/stats/answers.csv", "r"), *to = fopen(name, "w");
	char line[LINE], name_of[32];

	assert_non_null(from);
	assert_non_null(to);
	fputs("ФИО", to);
	for (size_t i = 0; i < sizeof(taken) / sizeof(taken[0]); i++)
		fprintf(to, ";%s", taken[i].code);
	fputs("\n", to);
	while (fgets(line, sizeof(line), from)) {
		char *cell[CELLS] = { NULL };
		size_t n = 0;

		for (char *at = line; at && n < CELLS; n++) {
			cell[n] = at;
			at = strchr(at, ',');
			if (at)
				*at++ = '\0';
		}
		if (atoi(cell[1]) != wave)
			continue;
		fprintf(to, "%s Зоя", family(atoi(cell[0]), name_of));
		for (size_t i = 0; i < sizeof(taken) / sizeof(taken[0]); i++)
			fprintf(to, ";%s", cell[taken[i].column]);
		fputs("\n", to);
	}
	fclose(from);
	fclose(to);
}

static int answers_setup(void **state)
{
	static const struct {
		const char *table, *survey;
	} waves[] = { { "before.csv", "pupil_pupil_mentee_before" },
		      { "after.csv", "pupil_pupil_mentee_after" } };

	if (empty_setup(state))
		return 1;
	people_write();
	assert_int_equal(command("import", "mentees", FILE_NAME, "--from", "people.csv", NULL), 0);
	for (int w = 0; w < 2; w++) {
		answers_write(waves[w].table, w + 1);
		assert_in_range(command("survey", "import", FILE_NAME, waves[w].survey, "--from",
					waves[w].table, "--partial", NULL),
				0, 1);
		unlink(waves[w].table);
	}
	unlink("people.csv");
	return 0;
}

static struct term *results(void)
{
	struct term *t = screen_open(FILE_NAME);

	menu_take(t, "Анкеты");
	screen_is(t, "surveys");
	screen_keys(t, "<F3>", "survey-results");
	return t;
}

static void both_waves_are_compared_at_once(void **state)
{
	struct term *t = results();

	(void)state;
	term_expect(t, "обе анкеты: ");
	term_keys(t, "комфортно");
	assert_true(body_has(t, "Выросло у 48 из 85, не изменилось у 22, снизилось у 15."));
	assert_true(body_has(t, "Различие вряд ли случайно (p < 0,001)."));
	/* Of the 85 who answered both times: the means differ by the shift beside them. */
	assert_true(body_has(t, "5,34 → 6,25"));
	assert_true(body_has(t, "+0,91"));
	screen_keys(t, "<Enter>", "survey-result");
	assert_true(body_has(t, "W = 1639,5"));
	assert_true(body_has(t, "r = 0,63"));
	assert_true(body_has(t, "101 → 103"));
	term_keys(t, "<PageDown>");
	assert_true(body_has(t, "верхняя полоса"));
	screen_keys(t, "<F10>", "survey-results");
	screen_leave(t);
}

static void who_wished_for_no_form_counts_with_that_of_the_questionnaire(void **state)
{
	struct term *t = results();

	(void)state;
	term_keys(t, "<F4><Down><Enter>");
	assert_true(body_has(t, "– ученик – ученик"));
	assert_false(body_has(t, "форма не указана"));
	screen_leave(t);
}

static void less_may_be_better(void **state)
{
	struct term *t = results();

	(void)state;
	term_keys(t, "тревожитесь");
	assert_true(body_has(t, "Снизилось (это к лучшему) у 45 из 89"));
	assert_true(body_has(t, "p = 0,013"));
	screen_keys(t, "<Enter>", "survey-result");
	assert_true(body_has(t, "45, 16, 28"));
	assert_true(body_has(t, "p = 0,0132"));
	screen_leave(t);
}

static void one_wave_alone_has_no_change(void **state)
{
	struct term *t = results();

	(void)state;
	term_keys(t, "<F2><Home><Enter>");
	screen_is(t, "survey-results");
	term_expect(t, "листов 110");
	term_keys(t, "комфортно");
	assert_true(body_has(t, "В среднем 5,29; 7 и больше: 24 из 101."));
	screen_leave(t);
}

/* The pupils of 7Я and 8Я are one each. */
static void small_groups_are_left_out(void **state)
{
	struct term *t = results();

	(void)state;
	term_keys(t, "<F4>классам<Enter>");
	screen_is(t, "survey-results");
	term_keys(t, "комфортно");
	assert_true(body_has(t, "– 5А"));
	assert_false(body_has(t, "– 8Я"));
	assert_false(body_has(t, "– 7Я"));
	screen_keys(t, "<Down><Enter>", "survey-result");
	assert_true(body_has(t, "5А"));
	screen_leave(t);
}

static void the_smallest_group_is_a_rule_of_the_year(void **state)
{
	struct term *t = results();

	(void)state;
	menu_take(t, "Какая группа слишком мала");
	screen_is(t, "survey-rules");
	term_keys(t, "<C-u>0<F2>");
	screen_is(t, "survey-rules");
	term_keys(t, "<C-u>50<F2>");
	screen_is(t, "survey-results");
	term_keys(t, "<F4>классам<Enter>");
	term_keys(t, "комфортно");
	assert_false(body_has(t, "– 5А"));
	term_keys(t, "<Esc><C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	screen_leave(t);
}

static void nothing_entered_says_so(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Анкеты");
	term_expect(t, "Карта куратора");
	screen_keys(t, "<F3>", "cards");
	screen_keys(t, "<F10>", "surveys");
	term_keys(t, "<End>");
	screen_keys(t, "<F3>", "survey-results");
	assert_true(body_has(t, "Ни одного листа этой анкеты ещё не введено."));
	screen_leave(t);
}

#define on_answers(test) cmocka_unit_test_setup_teardown(test, answers_setup, place_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_answers(both_waves_are_compared_at_once),
		on_answers(who_wished_for_no_form_counts_with_that_of_the_questionnaire),
		on_answers(less_may_be_better),
		on_answers(one_wave_alone_has_no_change),
		on_answers(small_groups_are_left_out),
		on_answers(the_smallest_group_is_a_rule_of_the_year),
		on_empty(nothing_entered_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
