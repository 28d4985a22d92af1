/* The designer of questionnaires, and their blanks. */
#include "screen.h"

#include <string.h>

static int asked_setup(void **state)
{
	int rc = empty_setup(state);

	table_write("mentees.csv", "Фамилия;Имя;Класс;Форма\n"
				   "Ёлкина;Зоя;7В;ученик – ученик\n"
				   "Быков;Пётр;5А;ученик – ученик\n");
	table_write("answers.csv", "ФИО;comfort;met\nЁлкина Зоя;8;да\n");
	return rc || command("import", "mentees", FILE_NAME, "--from", "mentees.csv", NULL);
}

static int answered_setup(void **state)
{
	return asked_setup(state) ||
	       command("survey", "import", FILE_NAME, "pupil_pupil_mentee_before", "--from",
		       "answers.csv", NULL);
}

#define on_asked(test) cmocka_unit_test_setup_teardown(test, asked_setup, place_teardown)
#define on_answered(test) cmocka_unit_test_setup_teardown(test, answered_setup, place_teardown)

static struct term *surveys_open(void)
{
	struct term *t = screen_open(FILE_NAME);

	menu_take(t, "Анкеты");
	screen_is(t, "surveys");
	return t;
}

static void a_question_is_added_moved_and_deleted(void **state)
{
	struct term *t = surveys_open();

	(void)state;
	screen_keys(t, "Подходим<F4>", "survey_items");
	term_expect(t, "Подходим ли мы друг другу");
	assert_true(body_has(t, "common"));
	screen_keys(t, "<Ins>", "survey_item");
	term_keys(t, "<Down><Down><Down>Что вас удивило?<F2>");
	screen_is(t, "survey_items");
	term_expect(t, "chto_vas");
	assert_true(strstr(term_row(t, 4), "chto_vas") != NULL);
	term_keys(t, "<F6>");
	term_expect(t, "3  chto_vas");
	term_keys(t, "<F2><F2>");
	term_expect(t, "1  chto_vas");
	screen_refuses(t, "<F2>");
	term_keys(t, "<F8>");
	screen_says(t, "Вопрос удалён. Ctrl+Z");
	assert_false(body_has(t, "chto_vas"));
	term_keys(t, "<C-z>");
	term_expect(t, "chto_vas");
	screen_leave(t);
}

/* What was answered stays; the list goes on with the new version. */
static void an_answered_question_begins_a_version(void **state)
{
	struct term *t = surveys_open();

	(void)state;
	screen_keys(t, "<F4>", "survey_items");
	term_keys(t, "<Down><Down>");
	screen_keys(t, "<F4>", "survey_item");
	term_keys(t, "<Down><Down><Down><C-u>Легко ли вам с наставником?<F2>");
	screen_is(t, "survey_items");
	screen_says(t, "начата версия 2");
	term_expect(t, "Легко ли вам");
	term_expect(t, "версия 2");
	term_keys(t, "<C-z>");
	term_expect(t, "Насколько комфортно");
	assert_false(body_has(t, "Легко ли вам"));
	screen_keys(t, "<F10>", "surveys");
	term_keys(t, "<F8>");
	screen_says(t, "не удаляется");
	screen_leave(t);
}

static void what_cannot_be_compared_is_refused(void **state)
{
	struct term *t = surveys_open();

	(void)state;
	screen_keys(t, "<F4>", "survey_items");
	term_keys(t, "<Down><Down>");
	screen_keys(t, "<F4>", "survey_item");
	term_keys(t, "<Down><Down><Down><Down><Down><Down><C-u>5<F2>");
	screen_is(t, "survey_item");
	screen_says(t, "дайте ему другой код");
	screen_kill(t);
}

static void a_copy_and_a_new_one(void **state)
{
	struct term *t = surveys_open();

	(void)state;
	term_keys(t, "Отзыв");
	term_expect(t, "Отзыв о событии");
	menu_take(t, "Скопировать анкету");
	screen_says(t, "Скопировано");
	term_expect(t, "Отзыв о событии (копия)");
	menu_take(t, "Название, вступление");
	screen_is(t, "survey_form");
	screen_keys(t, "<Esc>", "surveys");
	screen_keys(t, "<Esc><Ins>", "survey_form");
	term_keys(t, "Опрос родителей<F2>");
	screen_is(t, "surveys");
	screen_keys(t, "<F4>", "survey_items");
	term_expect(t, "Вопросов пока нет");
	screen_keys(t, "<F10>", "surveys");
	screen_leave(t);
}

static void blanks_are_shown_and_saved(void **state)
{
	struct term *t = surveys_open();

	(void)state;
	term_keys(t, "<F5>");
	term_expect(t, "для всех, кто отвечает: 2");
	term_keys(t, "<Enter>");
	term_expect(t, "Анкета: листы с кодами");
	screen_says(t, "Коды получили 2 человека");
	assert_true(body_has(t, "Код: 2Н-001"));
	assert_false(body_has(t, "Ёлкина"));
	term_keys(t, "<F2><C-u>blank.pdf<Enter>");
	screen_says(t, "blank.pdf");
	assert_true(file_is_there("blank.pdf"));
	screen_keys(t, "<F10>", "surveys");
	term_keys(t, "<F5><Down><Enter>Ёлкина<Enter>");
	assert_true(body_has(t, "Код: 2Н-00"));
	screen_keys(t, "<F10>", "surveys");
	term_keys(t, "<F5><Down><Down><Enter>");
	term_expect(t, "Анкета: бланк без кода");
	assert_true(body_has(t, "Код: ____"));
	screen_keys(t, "<F10>", "surveys");
	term_keys(t, "<F5><Down><Down><Down><Enter>");
	term_expect(t, "Коды для анкет");
	assert_true(body_has(t, "Ёлкина Зоя"));
	screen_keys(t, "<F10>", "surveys");
	term_keys(t, "<F4><F3>");
	term_expect(t, "Анкета: бланк без кода");
	assert_true(body_has(t, "Входная анкета"));
	screen_keys(t, "<F10>", "survey_items");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_asked(a_question_is_added_moved_and_deleted),
		on_answered(an_answered_question_begins_a_version),
		on_answered(what_cannot_be_compared_is_refused),
		on_asked(a_copy_and_a_new_one),
		on_asked(blanks_are_shown_and_saved),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
