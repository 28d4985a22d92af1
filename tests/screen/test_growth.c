/* Marks and absences of the mentees: typed, brought in from the e-journal, summed up. */
#include <stdlib.h>
#include <string.h>

#include "screen.h"

static struct term *growth_go(void)
{
	struct term *t = screen_go("");

	menu_take(t, "мониторинг");
	screen_is(t, "monitoring");
	menu_take(t, "отметки и пропуски");
	screen_is(t, "growth");
	return t;
}

static void an_empty_table_says_what_to_do(void **state)
{
	struct term *t = growth_go();

	(void)state;
	assert_true(body_has(t, "Заполнять пока нечего"));
	term_keys(t, "<Ins>");
	screen_says(t, "Обычные показатели добавлены");
	screen_keys(t, "<F4>", "measures");
	assert_true(body_has(t, "Пропуски уроков"));
	screen_leave(t);
}

static void numbers_are_typed_one_after_another(void **state)
{
	struct term *t = growth_go();

	(void)state;
	term_keys(t, "<Ins>4,25<Enter>3ю5<Enter>12<Down>");
	term_expect(t, "заполнено 3 из 360");
	assert_true(body_has(t, "4,25"));
	assert_true(body_has(t, "3,5"));
	term_keys(t, "<Up><Del>");
	term_expect(t, "заполнено 2 из 360");
	term_keys(t, "<C-z>");
	term_expect(t, "заполнено 3 из 360");
	term_keys(t, "0<Enter>");
	screen_says(t, "средний балл – от 1 до 100");
	term_keys(t, "<F6>");
	screen_says(t, "вправо по строке");
	screen_leave(t);
}

static void what_is_typed_is_not_lost_on_leaving(void **state)
{
	struct term *t = growth_go();

	(void)state;
	term_keys(t, "<Ins>4,2");
	term_keys(t, "<F10>");
	menu_take(t, "отметки и пропуски");
	screen_is(t, "growth");
	term_expect(t, "заполнено 1 из 360");
	screen_leave(t);
}

static void a_measure_goes_with_its_values(void **state)
{
	struct term *t = growth_go();

	(void)state;
	term_keys(t, "<Ins>4,25<Enter>5<Enter>");
	screen_keys(t, "<F4>", "measures");
	screen_keys(t, "<Ins>Физика<F2>", "measures");
	term_keys(t, "<F6>показат<Enter><Home><Down><Down><F8>");
	assert_true(body_has(t, "уйдут 2 значения"));
	screen_keys(t, "<Left><Enter>", "measures");
	assert_false(body_has(t, "математика"));
	term_keys(t, "<C-z>");
	assert_true(body_has(t, "математика"));
	screen_keys(t, "<Enter>", "measure");
	screen_leave(t);
}

static void the_journal_is_brought_in(void **state)
{
	struct term *t;

	(void)state;
	table_write("journal.csv", "ФИО;Класс;Алгебра;Пропуски уроков\n"
				   "Ёлкина Зоя Андреевна;9А;4,25;3\nСафонова Таисия;7В;3.5;0\n"
				   "Юм Ян Ли;7Б;н/а;1\nНекто Иной;7В;5;5\n");
	t = growth_go();
	term_keys(t, "<F2>");
	term_expect(t, "в конце");
	screen_keys(t, "<Enter>journal<Enter>", "preview");
	term_keys(t, "<Down><Down><Enter>новый<Enter><Down><Enter>пропуски<Enter>");
	screen_keys(t, "<F2>", "report");
	assert_true(body_has(t, "Пропущена 1 строка"));
	screen_keys(t, "<F2>", "report");
	screen_says(t, "новых 3");
	screen_keys(t, "<F10>", "growth");
	term_expect(t, "заполнено 5 из 180");
	screen_leave(t);
}

static void sums_hide_what_would_tell_of_one(void **state)
{
	struct term *t = growth_go();

	(void)state;
	term_keys(t, "<Ins><F6>4<Enter>5<Enter>");
	screen_keys(t, "<F3>", "growth-sums");
	term_expect(t, "меньше 3 человек");
	screen_keys(t, "<F10><Home>", "growth");
	term_keys(t, "<Down>3<Enter>3<Enter><Down><Left><Left>5<Enter>4<Enter>");
	screen_keys(t, "<F3>", "growth-sums");
	term_expect(t, "среднее 4 → 4");
	term_expect(t, "лучше 1, так же 1");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_school(an_empty_table_says_what_to_do),
		on_school(numbers_are_typed_one_after_another),
		on_school(what_is_typed_is_not_lost_on_leaving),
		on_school(a_measure_goes_with_its_values),
		on_school(the_journal_is_brought_in),
		on_school(sums_hide_what_would_tell_of_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
