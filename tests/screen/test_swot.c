/* The SWOT board and the curator's cards. */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

static const char before[] = "ФИО;mood;wish;safety\n"
			     "Алексеев Тихон Евгеньевич;4;7;9\n"
			     "Алексеева Мария Сергеевна;4;7;9\n"
			     "Афанасьев Арсений Игоревич;4;7;9\n";
static const char after[] = "ФИО;mood;wish;safety;missing\n"
			    "Алексеев Тихон Евгеньевич;8;4;9;поездок\n"
			    "Алексеева Мария Сергеевна;8;4;9;\n"
			    "Афанасьев Арсений Игоревич;8;4;9;общих встреч\n";

static void bring_in(const char *survey, const char *table)
{
	table_write("answers.csv", table);
	assert_int_not_equal(command("survey", "import", FILE_NAME, survey, "--from", "answers.csv",
				     "--partial", NULL),
			     3);
}

static void the_curator_takes_words_moves_and_dismisses(void **state)
{
	bring_in("pupil_pupil_mentee_before", before);
	bring_in("pupil_pupil_mentee_after", after);
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Доска SWOT");
	screen_is(t, "swot");
	assert_true(body_has(t, "Благополучно"));
	assert_true(body_has(t, "Своими словами: 2 ответа"));
	term_keys(t, "<Down>");
	assert_true(body_has(t, "ответов: 3"));
	term_keys(t, "<F2>");
	screen_says(t, "Строка на доске");
	screen_keys(t, "<Enter>", "swot-line");
	term_keys(t, "<Down><C-a>Главное: <F2>");
	screen_is(t, "swot");
	assert_true(body_has(t, "Главное: "));
	term_keys(t, "<F3>Угр<Enter>");
	screen_says(t, "в другой части");
	term_keys(t, "<F8>");
	screen_says(t, "больше не предлагается");
	assert_false(body_has(t, "Главное: "));
	term_keys(t, "<C-z>");
	assert_true(body_has(t, "Главное: "));
	screen_keys(t, "<F6>", "swot-words");
	assert_true(body_has(t, "общих встреч"));
	screen_keys(t, "<F10>", "swot");
	term_keys(t, "<F5>");
	assert_true(body_has(t, "СИЛЬНЫЕ СТОРОНЫ"));
	screen_keys(t, "<F10>", "swot");
	screen_leave(t);
}

static void ones_own_line_needs_no_questionnaires(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Доска SWOT");
	screen_is(t, "swot");
	screen_says(t, "Предложения появятся");
	screen_keys(t, "<Down><Down><Ins>", "swot-line");
	term_keys(t, "<Down>Новый спортзал<F2>");
	screen_is(t, "swot");
	assert_true(body_has(t, "Новый спортзал"));
	screen_leave(t);
}

static void a_card_tells_its_level(void **state)
{
	bring_in("curator_card",
		 "Дата;aim;model;modern;climate;logic;participants;partners;activity;civic\n"
		 "15.09.2026;1;1;1;1;1;1;1;1;1\n");
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Карты куратора");
	screen_is(t, "cards");
	assert_true(body_has(t, "допустимый (9–14)"));
	assert_true(body_has(t, "▰▰▰▰▰▰▰▰▰▱▱▱▱▱▱▱▱▱"));
	screen_says(t, "Сумма – 9 из 18");
	term_keys(t, "<F5>");
	assert_true(body_has(t, "КАРТА КУРАТОРА"));
	screen_keys(t, "<F10>", "cards");
	screen_keys(t, "<F3>", "survey-sheets");
	screen_keys(t, "<F10>", "cards");
	/* A second card, typed here: the level stands at its end. */
	screen_keys(t, "<Ins>", "sheet");
	term_keys(t, "222222222");
	term_keys(t, " ");
	assert_true(term_has(t, "Сумма – 18 из 18, уровень оптимальный"));
	screen_keys(t, "<Enter>", "cards");
	assert_true(body_has(t, "оптимальный (15–18)"));
	term_keys(t, "<End>");
	assert_true(body_has(t, "2 (1) "));
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_school(the_curator_takes_words_moves_and_dismisses),
		on_empty(ones_own_line_needs_no_questionnaires),
		on_empty(a_card_tells_its_level),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
