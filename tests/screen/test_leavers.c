/* People in motion: a fresh class list beside the school's, leaving and coming back, filters. */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Class 5А without Быков Пётр, who is in a pair; somebody new; a row that cannot be read. */
static void fresh_write(void)
{
	char *all;
	char text[32768] = "Класс;Фамилия;Имя;Отчество;Дата рождения\n";

	table_copy("people.utf8bom.csv");
	all = file_text("people.utf8bom.csv");
	for (char *line = strtok(all, "\n"); line; line = strtok(NULL, "\n")) {
		char *at = strstr(line, ";5А;"), *end;
		int semicolons = 0;

		if (!at || strstr(line, ";Быков;Пётр;"))
			continue;
		/* Класс;Фамилия;Имя;Отчество, then the sex, then the date */
		for (end = at + 1; semicolons < 4; end++)
			semicolons += *end == ';';
		strncat(text, at + 1, (size_t)(end - at - 1));
		end += strcspn(end, ";");
		strncat(text, end + 1, strcspn(end + 1, ";"));
		strcat(text, "\n");
	}
	strcat(text, "5А;Ящерицына;Ульяна;Павловна;11.12.2014\n");
	table_write("fresh.csv", text);
	free(all);
}

static struct term *compare_go(void)
{
	struct term *t;

	fresh_write();
	t = screen_go("<F2>4");
	screen_is(t, "files");
	term_keys(t, "<F4>fresh.csv<Enter>");
	screen_is(t, "preview");
	screen_keys(t, "<F2>", "leavers");
	return t;
}

static void the_comparison_tells_and_changes_nothing(void **state)
{
	struct term *t = compare_go();

	(void)state;
	term_expect(t, "новых 1 · нет в таблице 1 · сменили класс 0");
	term_expect(t, "Ящерицына Ульяна Павловна");
	term_expect(t, "нет в таблице");
	term_expect(t, "Быков Пётр Ильич");
	screen_keys(t, "Быков", "leavers"); /* found */
	assert_false(body_has(t, "Ящерицына"));
	term_expect(t, "в паре, она завершится");
	screen_leave(t);
	assert_int_equal(command("undo", FILE_NAME, NULL), 0); /* the step before: the pairs */
}

static void all_of_it_is_done_by_a_reason_and_a_day_and_taken_back(void **state)
{
	struct term *t = compare_go();

	(void)state;
	term_keys(t, "<C-a><F2>");
	term_expect(t, "перевод в другую школу");
	term_keys(t, "<Enter>");
	term_expect(t, "22.11.2026");
	term_keys(t, "<C-u>31.02.2026<Enter>");
	screen_says(t, "31.02.2026"); /* the line stays */
	term_keys(t, "<C-u>20.11.2026<Enter>");
	screen_says(t, "Добавлено 1, сменили класс 0, выбыли 1, закрыто пар 1");
	term_expect(t, "вносить нечего");
	term_keys(t, "<C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	term_expect(t, "новых 1 · нет в таблице 1");
	term_keys(t, "<C-y>");
	term_expect(t, "вносить нечего");
	screen_leave(t);
	t = screen_go("2");
	screen_is(t, "mentees");
	term_keys(t, "Быков");
	assert_false(body_has(t, "Быков Пётр Ильич")); /* out of the base */
	screen_leave(t);
}

static void whoever_has_left_is_found_by_the_filter_and_brought_back(void **state)
{
	struct term *t = screen_go("<F3>Быков Пётр");

	(void)state;
	menu_take(t, "Отметить выбытие");
	term_keys(t, "<Down><Enter><Enter>"); /* moving away, today */
	screen_says(t, "Отмечено выбывшими: 1, закрыто пар: 1");
	assert_false(body_has(t, "Быков Пётр Ильич"));
	term_keys(t, "<Esc><C-f><Enter>");
	screen_is(t, "people-filter");
	term_keys(t, "<Down><Down><Down>выбывшие<Enter><F2>");
	screen_is(t, "people");
	term_expect(t, "1 человек · выбывшие");
	term_expect(t, "Быков Пётр Ильич");
	menu_take(t, "Вернуть в школу");
	screen_says(t, "Снова в школе: 1");
	assert_false(body_has(t, "Быков Пётр Ильич"));
	term_expect(t, "Здесь никого: выбывшие"); /* the list is not empty, the filter is narrow */
	term_keys(t, "<C-f>");
	term_keys(t, "Показать всех<Enter>");
	term_expect(t, "616 человек · все");
	screen_leave(t);
}

static void a_reason_in_words(void **state)
{
	struct term *t = screen_go("<F3>Быков Пётр");

	(void)state;
	menu_take(t, "Отметить выбытие");
	term_keys(t, "<End><Enter><Enter>"); /* another reason: it cannot be empty */
	term_keys(t, "уехал с цирком<Enter>");
	term_expect(t, "уехал с цирком");
	term_keys(t, "<Enter>");
	screen_says(t, "Отмечено выбывшими: 1");
	screen_leave(t);
}

static void a_filter_is_kept_under_a_name_and_forgotten(void **state)
{
	struct term *t = screen_go("<F3>");

	(void)state;
	term_keys(t, "<C-f><Enter>");
	screen_is(t, "people-filter");
	term_keys(t, "7 \"в\"<F2>");
	screen_is(t, "people");
	term_expect(t, "25 человек · 7В");
	term_keys(t, "<C-f>Запомнить<Enter>");
	term_keys(t, "<C-u>мой класс<Enter>");
	screen_says(t, "запомнен");
	screen_leave(t);
	t = screen_go("<F3>");
	term_expect(t, "616 человек");
	term_keys(t, "<C-f>");
	term_expect(t, "мой класс");
	term_keys(t, "<Home><Enter>");
	term_expect(t, "25 человек · 7В");
	term_keys(t, "<C-f>Забыть<Enter><Enter>");
	screen_says(t, "забыт");
	term_keys(t, "<C-f>");
	term_expect_not(t, "мой класс");
	term_keys(t, "<Esc><C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	term_keys(t, "<C-f>");
	term_expect(t, "мой класс");
	term_keys(t, "<Esc>");
	screen_leave(t);
}

static void the_bases_are_filtered_by_what_is_there_and_what_is_not(void **state)
{
	struct term *t = screen_go("2");

	(void)state;
	screen_is(t, "mentees");
	term_keys(t, "<C-f><Enter>");
	screen_is(t, "mentees-filter");
	term_keys(t, "<Down><Down><Down>без запроса<Enter><F2>");
	term_expect(t, "1 наставляемый · без запроса");
	term_keys(t, "<F10>3<C-f><Enter>");
	screen_is(t, "mentors-filter");
	term_keys(t, "<Down><Down><Down><Down><Down><Down><Down>не обучены<Enter><F2>");
	screen_is(t, "mentors");
	term_expect(t, "40 наставников · не обучены");
	screen_leave(t);
}

static void many_are_changed_at_once(void **state)
{
	struct term *t = screen_go("<F3>");

	(void)state;
	term_keys(t, "<C-f><Enter>");
	screen_is(t, "people-filter");
	term_keys(t, "7в<F2>");
	term_expect(t, "25 человек · 7В");
	term_keys(t, "<C-a>");
	menu_take(t, "Изменить у отмеченных");
	term_keys(t, "<Enter>8 \"в\"<Enter>"); /* the class comes first */
	screen_says(t, "записей: 25. Ctrl+Z вернёт всё");
	assert_false(body_has(t, "Алексеева Мария")); /* 7В has nobody now */
	term_keys(t, "<C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	term_expect(t, "25 человек · 7В");
	screen_leave(t);
}

static void mentors_get_one_value_by_choice_and_by_words(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	term_keys(t, "3<C-a>");
	screen_is(t, "mentors");
	menu_take(t, "Изменить у отмеченных");
	term_keys(t, "Отбор<Enter><Enter>"); /* yes */
	screen_says(t, "записей: 40");
	term_keys(t, "<C-a>");
	menu_take(t, "Изменить у отмеченных");
	term_keys(t, "Сколько наставляемых<Enter>сорок<Enter>"); /* no number: the line stays */
	screen_says(t, "сорок");
	term_keys(t, "<C-u>2<Enter>");
	screen_says(t, "записей: 40");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_bonds(the_comparison_tells_and_changes_nothing),
		on_bonds(all_of_it_is_done_by_a_reason_and_a_day_and_taken_back),
		on_bonds(whoever_has_left_is_found_by_the_filter_and_brought_back),
		on_bonds(a_reason_in_words),
		on_school(a_filter_is_kept_under_a_name_and_forgotten),
		on_school(many_are_changed_at_once),
		on_school(mentors_get_one_value_by_choice_and_by_words),
		on_school(the_bases_are_filtered_by_what_is_there_and_what_is_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
