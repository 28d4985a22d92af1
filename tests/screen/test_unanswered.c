/* Who has not answered: by questionnaire and class, on paper, and answers of a web form that
 * shorten the list. */
#include <stdlib.h>
#include <string.h>

#include "screen.h"

/* Pairs are confirmed, so everybody has a form; codes are given, one sheet is in. */
static int answers_setup(void **state)
{
	if (bonds_setup(state))
		return 1;
	table_write("one.csv", "ФИО;Класс;comfort;met\nЁлкина Зоя;9А;8;да\n");
	return command("survey", "import", FILE_NAME, "pupil_pupil_mentee_before", "--from",
		       "one.csv", NULL);
}

#define on_answers(test) cmocka_unit_test_setup_teardown(test, answers_setup, place_teardown)

static struct term *surveys_go(void)
{
	struct term *t = screen_go("");

	menu_take(t, "анкеты");
	screen_is(t, "surveys");
	return t;
}

static void the_questionnaire_under_the_cursor(void **state)
{
	struct term *t = surveys_go();

	(void)state;
	menu_take(t, "кто не ответил");
	screen_is(t, "unanswered");
	term_expect(t, "Входная анкета: наставляемые, ученик – ученик");
	term_expect(t, "20 из 21");
	assert_false(body_has(t, "Ёлкина"));
	assert_true(body_has(t, "Сафонова Таисия"));
	screen_leave(t);
}

static void one_class_and_other_questionnaires(void **state)
{
	struct term *t = surveys_go();

	(void)state;
	menu_take(t, "кто не ответил");
	term_keys(t, "<F4>7в<Enter>");
	term_expect(t, "5 из 5");
	assert_false(body_has(t, "Демидова"));
	term_keys(t, "<F2>все итог<Enter>");
	term_expect(t, "итоговые анкеты · 7В");
	assert_true(body_has(t, "Итоговая анкета"));
	term_keys(t, "<F2>подходим<Enter><F4><Home><Enter>");
	term_expect(t, "85 из 85");
	term_keys(t, "<F2>учитель<Enter>");
	assert_true(body_has(t, "Отвечать на эти анкеты некому"));
	screen_leave(t);
}

static void nobody_is_left(void **state)
{
	struct term *t = surveys_go();

	(void)state;
	menu_take(t, "кто не ответил");
	term_keys(t, "<F4>9а<Enter>");
	assert_true(body_has(t, "Ответили все."));
	screen_leave(t);
}

static void the_list_is_printed_with_its_title(void **state)
{
	struct term *t = surveys_go();
	char *text;

	(void)state;
	menu_take(t, "кто не ответил");
	term_keys(t, "<F5>текст<Enter>utf-8<Enter>");
	screen_keys(t, "<C-u>~/owing.txt<Enter>", "unanswered");
	screen_says(t, "owing.txt");
	text = file_text("owing.txt");
	assert_non_null(strstr(text, "Кто не ответил · Входная анкета"));
	assert_non_null(strstr(text, "Сафонова Таисия"));
	free(text);
	screen_leave(t);
}

/* The board tells while sheets are being collected, and leads here. */
static void the_board_leads_to_the_list(void **state)
{
	struct term *t = screen_go("");

	(void)state;
	term_expect(t, "Анкеты: осталось ввести 20 листов");
	screen_keys(t, "<End><Up><Up><Up><Up><Enter>", "unanswered");
	term_expect(t, "все, что собираются");
	term_expect(t, "20 из 21");
	screen_leave(t);
}

/* F9 of the questionnaire: the table of the form, its columns, what it would bring, and in. */
static void a_web_form_is_brought_in(void **state)
{
	struct term *t;

	(void)state;
	table_write("forms.csv", "Отметка времени;Ваши фамилия и имя;comfort;Польза\n"
				 "21.11.2026 10:00:00;Сафонова Таисия;9;8\n"
				 "21.11.2026 10:05:00;Юм Ян Ли;3;11\n");
	t = surveys_go();
	menu_take(t, "загрузить ответы");
	screen_is(t, "files");
	term_keys(t, "forms<Enter>");
	screen_is(t, "preview");
	term_keys(t, "<End><Enter>полезна<Enter>");
	screen_keys(t, "<F2>", "report");
	assert_true(body_has(t, "от 1 до 10"));
	screen_keys(t, "<F2><Left><Enter>", "report");
	screen_says(t, "новых 1");
	screen_keys(t, "<F10>", "surveys");
	menu_take(t, "кто не ответил");
	term_expect(t, "19 из 21");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_answers(the_questionnaire_under_the_cursor),
		on_answers(one_class_and_other_questionnaires),
		on_answers(nobody_is_left),
		on_answers(the_list_is_printed_with_its_title),
		on_answers(the_board_leads_to_the_list),
		on_answers(a_web_form_is_brought_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
