/* The school's list: everybody of the year. */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void an_empty_list_says_what_to_do(void **state)
{
	struct term *t = screen_go("<F3>");

	(void)state;
	screen_is(t, "people");
	term_expect(t, "Ins");
	screen_refuses(t, "<F2>");
	screen_refuses(t, "<F4>");
	screen_refuses(t, "<F8>");
	screen_refuses(t, "<Enter>");
	screen_leave(t);
}

static void somebody_is_added_changed_and_deleted_and_had_back(void **state)
{
	struct term *t = screen_go("<F3>");

	(void)state;
	screen_keys(t, "<Ins>", "person");
	term_keys(t, "Ёлкин<Tab>Тихон<Tab><Tab>2012<Tab><Tab>8б<F2>");
	screen_is(t, "people");
	term_expect(t, "Ёлкин Тихон");
	term_expect(t, "8Б"); /* a class is written in one way */
	screen_keys(t, "<Enter>", "person");
	screen_keys(t, "<Tab><Tab>Олегович<F2>", "people");
	term_expect(t, "Ёлкин Тихон Олегович");
	term_keys(t, "<F8><Left><Enter>");
	term_expect_not(t, "Ёлкин");
	term_keys(t, "<C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	term_expect(t, "Ёлкин Тихон Олегович");
	term_keys(t, "<C-z>");
	assert_false(body_has(t, "Олегович"));
	term_keys(t, "<C-z>");
	assert_false(body_has(t, "Ёлкин Тихон"));
	term_keys(t, "<C-y><C-y>");
	screen_says(t, SAID_DONE_AGAIN);
	term_expect(t, "Ёлкин Тихон Олегович");
	screen_leave(t);
}

static void a_name_is_shown_in_its_cases_and_corrected(void **state)
{
	struct term *t = screen_go("<F3>Быков Пётр");

	(void)state;
	menu_take(t, "Падежи имени");
	screen_is(t, "name-cases");
	term_expect(t, "Быкову Петру Ильичу");
	term_keys(t, "<Tab><Tab>Быкову Петру");
	screen_keys(t, "<F2>", "people");
	menu_take(t, "Падежи имени");
	assert_false(body_has(t, "Быкову Петру Ильичу"));
	term_expect(t, "Быковым Петром Ильичом");
	screen_keys(t, "<Esc>", "people");
	term_keys(t, "<C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	screen_leave(t);
}

static void deleting_asks_first(void **state)
{
	struct term *t = screen_go("<F3>Быков Пётр<F8>");

	(void)state;
	term_expect(t, "Ctrl+Z");
	term_keys(t, "<Esc>");
	term_expect(t, "Быков Пётр Ильич");
	term_keys(t, "<F8><Enter>"); /* the button under the cursor is the harmless one */
	term_expect(t, "Быков Пётр Ильич");
	screen_leave(t);
}

static void who_stands_in_a_pair_is_not_deleted(void **state)
{
	struct term *t = screen_go("<F3>Быков Пётр<F8><Left><Enter>");

	(void)state;
	screen_is(t, "people");
	term_expect(t, "Быков Пётр Ильич");
	screen_leave(t);
}

static void a_wrong_date_is_said_when_the_field_is_left(void **state)
{
	struct term *t = screen_go("<F3><Ins>Ёлкин<Tab>Тихон<Tab><Tab>31.02.2012<Tab>");
	int row, col, at;

	(void)state;
	screen_is(t, "person");
	screen_says(t, "31.02.2012");
	term_cursor(t, &row, &col);
	at = term_find(t, "31.02.2012", &col);
	assert_int_equal(row, at); /* it stays once */
	term_keys(t, "<Tab>");
	term_cursor(t, &row, &col);
	assert_int_not_equal(row, at);    /* and lets go */
	screen_keys(t, "<F2>", "person"); /* but is not saved */
	term_keys(t, "<C-u>10.10.2012<F2>");
	screen_is(t, "people");
	term_expect(t, "617");
	screen_leave(t);
}

static void a_name_must_be_there(void **state)
{
	struct term *t = screen_go("<F3><Ins><F2>");

	(void)state;
	screen_is(t, "person");
	screen_says(t, "Фамилия");
	screen_keys(t, "Ёлкин<F2>", "person");
	screen_says(t, "Имя");
	screen_keys(t, "<Esc><Right><Enter>", "people"); /* do not save */
	term_expect(t, "616");
	screen_leave(t);
}

static void esc_with_changes_asks(void **state)
{
	struct term *t = screen_go("<F3>Быков Пётр<Enter>");

	(void)state;
	screen_is(t, "person");
	screen_keys(t, "<Esc>", "people"); /* nothing was changed: nothing is asked */
	term_keys(t, "<Enter>-Иванов<Esc>");
	screen_is(t, "person");
	term_keys(t, "<Esc>"); /* no answer: back to the form */
	term_expect(t, "Быков-Иванов");
	term_keys(t, "<Esc><Right><Enter>"); /* do not save */
	screen_is(t, "people");
	term_expect_not(t, "Быков-Иванов");
	term_keys(t, "<Enter>-Иванов<Esc><Enter>"); /* save */
	screen_is(t, "people");
	term_expect(t, "Быков-Иванов Пётр");
	screen_leave(t);
}

static struct term *twin_asked(void)
{
	struct term *t = screen_go("<F3><Ins>Быков<Tab>Петр<Tab>Ильич<Tab>2014<Tab><Tab>5Б<F2>");

	screen_is(t, "person");
	term_expect(t, "Быков Пётр Ильич"); /* the one who is known already */
	return t;
}

static void the_same_person_is_recognised(void **state)
{
	struct term *t = twin_asked();

	(void)state;
	screen_keys(t, "<Esc>", "person"); /* back to the form, nothing lost */
	term_expect(t, "Петр");
	screen_keys(t, "<F2><Enter>", "people"); /* the same: one record, with the new class */
	term_expect(t, "616");
	term_keys(t, "Быков Пётр");
	term_expect(t, "5Б");
	term_expect_not(t, "5А");
	screen_leave(t);
}

static void another_person_of_the_same_name_is_added(void **state)
{
	struct term *t = twin_asked();

	(void)state;
	screen_keys(t, "<Right><Enter>", "people");
	term_expect(t, "617");
	term_keys(t, "Быков Петр");
	term_expect(t, "5А");
	term_expect(t, "5Б");
	screen_leave(t);
}

static void typing_finds_in_either_layout(void **state)
{
	struct term *t = screen_go("<F3>bdfyjd gtnh");

	(void)state;
	term_expect(t, "Иванов Пётр Ильич");
	term_expect_not(t, "Абрамов");
	term_keys(t, "<Esc>");
	term_expect(t, "616");
	term_expect(t, "Иванов Пётр Ильич"); /* the cursor is where it was */
	term_keys(t, "<F7>елкин");           /* ё and е are one letter */
	term_expect(t, "Ёлкина Зоя");
	term_keys(t, "<Esc>никогонет");
	term_expect_not(t, "Ёлкин");
	screen_refuses(t, "<Enter>");
	term_keys(t, "<Esc>");
	screen_leave(t);
}

/* Rows by class, numbers as numbers: 2 before 10. */
static void the_list_is_sorted_by_any_column(void **state)
{
	struct term *t = screen_go("<F3><F6><Down><Enter><Home>");
	int row, col;

	(void)state;
	assert_int_equal(term_cursor_row(t), 3);
	term_expect(t, " 1А");
	term_keys(t, "<F6><Enter><Home>"); /* again: the other way round */
	term_expect_not(t, " 1А");
	row = term_find(t, "ФИО", &col);
	term_click(t, row, col);
	term_keys(t, "<Home>");
	assert_non_null(strstr(term_row(t, 3), "Абрамов"));
	screen_leave(t);
}

/* Six hundred rows feel like six: ends, pages, and the cursor follows its record. */
static void a_long_list_is_walked(void **state)
{
	struct term *t = screen_go("<F3><End>");

	(void)state;
	term_expect(t, "Яковлев");
	term_keys(t, "<PageUp><PageUp><Up><Home>");
	assert_int_equal(term_cursor_row(t), 3);
	term_keys(t, "<PageDown><Down>");
	term_resize(t, 12, 40);
	assert_int_not_equal(term_cursor_row(t), -1);
	term_resize(t, 40, 140);
	term_expect(t, "01.10.2017"); /* wide: the card of Александрова Эмилия stands beside */
	screen_leave(t);
}

static void the_longest_names_do_no_harm(void **state)
{
	struct term *t;

	(void)state;
	table_write("long.csv",
		    "Фамилия;Имя;Отчество;Класс\n"
		    "Константинопольская-Преображенская-Воскресенская;Анна-Мария-Магдалина-"
		    "Екатерина;Константиновна-Александровна-Святославовна;11А\n"
		    "О'Коннор;Д’Артаньян;;11А\n"
		    "Нгуен;Тхи Ань;;11А\n"
		    "Аль-Рашид;Эльдар;Ибрагим оглы;11А\n");
	assert_int_equal(command("import", "people", FILE_NAME, "--from", "long.csv", NULL), 0);
	t = screen_go("<F3>");
	term_expect(t, "Аль-Рашид Эльдар Ибрагим оглы");
	term_expect(t, "О'Коннор");
	term_keys(t, "Константино");
	term_expect(t, "11А"); /* the name is cut, not the columns after it */
	screen_keys(t, "<Enter>", "person");
	term_keys(t, "<End><Backspace><Backspace>й<F2>");
	screen_is(t, "people");
	term_resize(t, 24, 40);
	term_expect(t, "Константино");
	screen_keys(t, "<F8><Left><Enter>", "people");
	screen_leave(t);
}

static void from_here_one_gets_into_a_base(void **state)
{
	struct term *t = screen_go("<F3>Абрамов Борис<F2>");

	(void)state;
	term_expect(t, "Абрамов Борис Кириллович");
	screen_keys(t, "<Enter>", "mentee");
	term_expect(t, "Борис");
	screen_keys(t, "<F2>", "people");
	screen_keys(t, "<F2><Right><Enter>", "mentor"); /* and a mentor elsewhere */
	screen_keys(t, "<F2>", "people");
	term_keys(t, "<Esc><Esc>2Абрамов");
	term_expect(t, "Абрамов Борис Кириллович");
	term_keys(t, "<Esc><Esc>3Абрамов");
	term_expect(t, "Абрамов Борис Кириллович");
	screen_leave(t);
}

static void who_is_in_a_base_already_is_opened_there(void **state)
{
	struct term *t = screen_go("<F3>Быков Пётр<F2><Enter>");

	(void)state;
	screen_is(t, "mentee");
	screen_says(t, "есть в этой базе");
	term_expect(t, "английский язык; общение");
	screen_keys(t, "<Esc>", "people");
	screen_leave(t);
}

static void two_records_of_one_person_become_one(void **state)
{
	struct term *t;

	(void)state;
	table_write("twins.csv", "Фамилия;Имя;Отчество;Класс;Телефон\n"
				 "Ветров;Олег;;5А;\n"
				 "Ветров;Олег;Ильич;6Б;+7 (945) 000-00-01\n");
	assert_int_equal(command("import", "people", FILE_NAME, "--from", "twins.csv", NULL), 0);
	t = screen_go("<F3>Ветров<Home>");
	assert_true(body_has(t, "5А"));
	menu_take(t, "объединить");
	screen_is(t, "person-pick");
	term_keys(t, "ветров<Home><Enter>"); /* the same one */
	screen_says(t, "другую");
	menu_take(t, "объединить");
	term_keys(t, "ветров<End><Enter><Enter>"); /* the harmless button */
	assert_true(body_has(t, "6Б"));
	menu_take(t, "объединить");
	term_keys(t, "ветров<End><Enter><Left><Enter>");
	screen_is(t, "people");
	assert_true(body_has(t, "Ветров Олег Ильич"));
	assert_false(body_has(t, "6Б"));
	term_keys(t, "<C-z>");
	assert_true(body_has(t, "6Б"));
	screen_leave(t);
}

static void the_list_is_written_as_a_table(void **state)
{
	struct term *t = screen_go("<F3><F5>CSV<Enter><Enter>windows-1251<Enter>");
	char *text;

	(void)state;
	term_keys(t, "<C-u>~/list.csv<Enter>");
	screen_says(t, "616");
	term_keys(
		t,
		"<F5>CSV<Enter><Enter><Enter><C-u>~/list.csv<Enter>"); /* it is there: a question */
	term_keys(t, "<Esc>");
	screen_leave(t);
	text = program_says("iconv", "-f", "cp1251", "-t", "utf-8", "list.csv", NULL);
	assert_non_null(strstr(text, "Быков;Пётр;Ильич"));
	free(text);
}

static void the_list_becomes_a_sheet_with_real_dates(void **state)
{
	struct term *t = screen_go("<F3>Быков<F5>Excel<Enter>экране<Enter><C-u>~/seen<Enter>");
	char *text;

	(void)state;
	screen_says(t, "seen.xlsx");
	text = program_says("unzip", "-p", "seen.xlsx", "xl/worksheets/sheet1.xml", NULL);
	assert_non_null(strstr(text, "<t>Дата рождения</t>"));
	assert_null(strstr(text, "<t>Отчество</t>"));
	assert_non_null(strstr(text, "<v>4")); /* a day between 2009 and 2036 */
	assert_null(strstr(text, "Ёлкина"));
	free(text);
	screen_leave(t);
}

static void the_list_is_printed_as_it_is_filtered(void **state)
{
	struct term *t = screen_go("<F3>Быков<F5>PDF<Enter><C-u>~/list.pdf<Enter>");
	char *text;

	(void)state;
	screen_says(t, "list.pdf");
	screen_is(t, "people");
	term_expect(t, "Быков Пётр Ильич");
	screen_leave(t);
	text = program_says("pdftotext", "-layout", "list.pdf", "-", NULL);
	assert_non_null(strstr(text, "Быков Пётр Ильич"));
	assert_null(strstr(text, "Ёлкина"));
	free(text);
}

static void a_path_that_cannot_be_written_is_said(void **state)
{
	struct term *t =
		screen_go("<F3><F5>CSV<Enter><Enter><Enter><C-u>~/nowhere/list.csv<Enter>");

	(void)state;
	screen_is(t, "people");
	term_expect(t, "nowhere");
	assert_false(file_is_there("list.csv"));
	term_keys(t, "<Esc>");
	screen_leave(t);
}

static void the_second_program_only_reads(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	screen_keys(t, "<F3>", "people");
	term_expect(t, "616");
	screen_refuses(t, "<Ins>");
	screen_refuses(t, "<F8>");
	screen_refuses(t, "<F2>");
	screen_refuses(t, "<C-z>");
	screen_keys(t, "Быков Пётр<Enter>", "person");
	screen_refuses(t, "-Иванов<F2>");
	screen_keys(t, "<Esc>", "people");
	term_expect(t, "Быков Пётр");
	term_keys(first, "<F3>Быков Пётр<Enter>-Иванов<F2>"); /* the first one goes on */
	term_expect(first, "Быков-Иванов");
	screen_leave_both(first, t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(an_empty_list_says_what_to_do),
		on_empty(somebody_is_added_changed_and_deleted_and_had_back),
		on_school(a_name_is_shown_in_its_cases_and_corrected),
		on_school(deleting_asks_first),
		on_bonds(who_stands_in_a_pair_is_not_deleted),
		on_school(a_wrong_date_is_said_when_the_field_is_left),
		on_school(a_name_must_be_there),
		on_school(esc_with_changes_asks),
		on_school(the_same_person_is_recognised),
		on_school(another_person_of_the_same_name_is_added),
		on_school(typing_finds_in_either_layout),
		on_school(the_list_is_sorted_by_any_column),
		on_school(a_long_list_is_walked),
		on_empty(the_longest_names_do_no_harm),
		on_school(from_here_one_gets_into_a_base),
		on_school(who_is_in_a_base_already_is_opened_there),
		on_empty(two_records_of_one_person_become_one),
		on_school(the_list_is_written_as_a_table),
		on_school(the_list_becomes_a_sheet_with_real_dates),
		on_school(the_list_is_printed_as_it_is_filtered),
		on_school(a_path_that_cannot_be_written_is_said),
		on_school(the_second_program_only_reads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
