/* Requests from above: ready-made ones, one made by hand, kept, answered again. */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

static void a_ready_made_request_is_answered_and_written_as_a_table(void **state)
{
	struct term *t = screen_open(FILE_NAME);
	char *text;

	(void)state;
	menu_take(t, "Запросы сверху");
	screen_is(t, "inquiries");
	assert_true(body_has(t, "Сколько пар по формам"));
	screen_keys(t, "<Enter>", "inquiry-result");
	assert_true(body_has(t, "ученик – ученик"));
	assert_true(body_has(t, "Всего"));
	assert_true(term_has(t, "без имён"));
	term_keys(t, "<F5>CSV<Enter>");
	term_keys(t, "<Enter>");
	term_keys(t, "<C-u>пары.csv<Enter>");
	screen_says(t, "пары.csv");
	screen_keys(t, "<F10>", "inquiries");
	screen_leave(t);
	text = file_text("пары.csv");
	assert_non_null(strstr(text, "ученик – ученик;"));
	assert_non_null(strstr(text, "Всего;34"));
	free(text);
}

static void a_request_is_made_by_hand_kept_and_changed_for_other_days(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Запросы сверху");
	screen_keys(t, "<Ins>", "inquiry");
	/* Columns: the name first, then the class under the asker's heading. */
	screen_keys(t, "<Down><Down><Enter>", "inquiry-columns");
	term_keys(t, "<F4><C-u>Литера<Enter>");
	assert_true(body_has(t, "Литера"));
	term_keys(t, "<Down> ");
	assert_true(body_has(t, "ФИО (имена!)"));
	term_keys(t, "<Home><F3>");
	screen_keys(t, "<F10>", "inquiry");
	assert_true(body_has(t, "ФИО, Литера"));
	assert_true(body_has(t, "С персональными данными: ФИО"));
	/* A condition: the seventh classes. */
	term_keys(t, "<End><Enter>Класс<Enter><Enter>7<Enter>");
	assert_true(body_has(t, "Класс – 7"));
	term_keys(t, "<F2>Семиклассники<Enter>");
	screen_says(t, "Запрос сохранён");
	screen_keys(t, "<F3>", "inquiry-result");
	assert_true(term_has(t, "С ПЕРСОНАЛЬНЫМИ ДАННЫМИ"));
	screen_keys(t, "<F10>", "inquiry");
	screen_keys(t, "<F10>", "inquiries");
	assert_true(body_has(t, "Семиклассники"));
	/* The same for numbers, by class, on a day; left without keeping. */
	screen_keys(t, "<F4>", "inquiry");
	term_keys(t, "<Down><Enter>");
	assert_true(body_has(t, "числа: сколько"));
	term_keys(t, "<Down><Down><Down><Enter>01.10.2026<Enter>");
	assert_true(body_has(t, "01.10.2026"));
	term_keys(t, "<F10>");
	assert_true(body_has(t, "Сохранить под названием"));
	screen_keys(t, "<Right><Enter>", "inquiries");
	term_keys(t, "<F8>");
	screen_says(t, "Запрос забыт");
	assert_false(body_has(t, "Семиклассники"));
	term_keys(t, "<C-z>");
	assert_true(body_has(t, "Семиклассники"));
	screen_leave(t);
}

static void groups_and_another_subject_are_chosen(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Запросы сверху");
	screen_keys(t, "<Ins>", "inquiry");
	term_keys(t, "<Enter>Пары<Enter>");
	assert_true(body_has(t, "Выберите столбцы списка"));
	term_keys(t, "<Down><Enter><Down><Down><Enter>Форма <Enter>");
	assert_true(body_has(t, "числа: сколько"));
	assert_true(body_has(t, "Количество"));
	assert_true(body_has(t, "Форма наставничества"));
	term_keys(t, "<Down><Enter>вчера<Enter>");
	screen_says(t, "не период");
	term_keys(t, "<Esc><F10>");
	screen_keys(t, "<Right><Enter>", "inquiries");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_bonds(a_ready_made_request_is_answered_and_written_as_a_table),
		on_school(a_request_is_made_by_hand_kept_and_changed_for_other_days),
		on_bonds(groups_and_another_subject_are_chosen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
