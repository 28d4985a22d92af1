/* The two bases, their forms, and the grid of selection and training: stages 2, 3 and 4. */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void empty_bases_say_what_to_do(void **state)
{
	struct term *t = screen_go("2");

	(void)state;
	screen_is(t, "mentees");
	term_expect(t, "Ins");
	screen_refuses(t, "<Enter>");
	screen_refuses(t, "<F5>");
	screen_refuses(t, "<F8>");
	screen_keys(t, "<F10>3", "mentors");
	term_expect(t, "Ins");
	screen_refuses(t, "<F8>");
	screen_keys(t, "<F10>4", "training");
	screen_refuses(t, "1");
	screen_leave(t);
}

static void a_mentee_comes_from_the_schools_list(void **state)
{
	struct term *t = screen_go("2<Ins><Enter>");

	(void)state;
	screen_is(t, "person-pick");
	term_expect(t, "616");
	screen_keys(t, "Громова Ульяна<Enter>", "mentee");
	term_expect(t, "1Б");
	screen_keys(t, "<F2>", "mentees");
	term_expect(t, "46");
	assert_non_null(strstr(term_row(t, term_cursor_row(t)), "Громова Ульяна"));
	screen_keys(t, "<Ins><Enter><Esc>", "mentees"); /* nobody was chosen */
	term_keys(t, "<C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	assert_false(body_has(t, "Громова Ульяна"));
	screen_leave(t);
}

static void somebody_new_gets_into_the_list_too(void **state)
{
	struct term *t = screen_go("3<Ins><Right><Enter>");

	(void)state;
	screen_is(t, "mentor");
	screen_keys(t, "Шишкин<Tab>Лев<Tab>Львович<Tab>1980<Tab>п<Enter>", "mentor");
	screen_keys(t, "<F2>", "mentors");
	term_expect(t, "Шишкин Лев Львович");
	term_expect(t, "41");
	term_keys(t, "<F10><F3>Шишкин");
	term_expect(t, "Шишкин Лев Львович");
	screen_leave(t);
}

static void a_twin_is_asked_about_here_too(void **state)
{
	struct term *t = screen_go("2<Ins><Right><Enter>Громова<Tab>Ульяна<Tab>Денисовна<Tab>"
				   "23.07.2019<Tab><Tab>1Б<F2>");

	(void)state;
	screen_is(t, "mentee");
	screen_keys(t, "<Enter>", "mentees"); /* the same */
	term_expect(t, "46");
	screen_keys(t, "<F10><F3>", "people");
	term_expect(t, "616");
	screen_leave(t);
}

static void who_is_in_the_base_is_not_put_in_twice(void **state)
{
	struct term *t = screen_go("2<Ins><Enter>Быков Пётр<Enter>");

	(void)state;
	term_keys(t, "<F2>");
	screen_says(t, "Быков Пётр");
	term_keys(t, "<Esc>");
	screen_is(t, "mentees");
	term_expect(t, "45");
	screen_leave(t);
}

/* The first request is the main one: the order of choosing is kept. */
static void requests_keep_the_order_of_choosing(void **state)
{
	struct term *t = screen_go("2Быков<Enter><Tab><Tab><Tab><Tab><Tab><Tab>");

	(void)state;
	screen_is(t, "mentee");
	term_expect(t, "английский язык; общение");
	term_keys(t, " htr<Esc><Esc>"); /* the picker is left: nothing has changed */
	term_expect(t, "английский язык; общение");
	term_keys(t, "рус<Enter><Enter>");
	term_expect(t, "английский язык; общение; русский язык");
	term_keys(t, "англ<Enter><Enter>"); /* chosen once more: taken out */
	term_expect(t, "  общение; русский язык");
	screen_keys(t, "<F2>", "mentees");
	assert_false(body_has(t, "английский"));
	term_keys(t, "<C-z>");
	assert_true(body_has(t, "английский"));
	screen_leave(t);
}

static void numbers_and_dates_are_checked_on_leaving(void **state)
{
	struct term *t = screen_go("2Быков<Enter><Tab><Tab><Tab><Tab><Tab><Tab><Tab><Tab>");

	(void)state;
	term_keys(t, "<C-u>много<Tab>");
	screen_says(t, "много");
	screen_keys(t, "<F2>", "mentee");
	term_keys(t, "<C-u>2,5<Tab><Tab>31.13.2026<Tab>");
	screen_says(t, "31.13.2026");
	term_keys(t, "<C-u>1.9.26<Tab>");
	screen_keys(t, "<F2>", "mentees");
	term_expect(t, "01.09.2026"); /* the consent is there now */
	screen_leave(t);
}

static void what_is_odd_is_said_and_not_forbidden(void **state)
{
	struct term *t = screen_go("2Цой Юлия<Enter>"); /* without a request and a consent */

	(void)state;
	screen_is(t, "mentee");
	term_expect(t, "! ");
	screen_keys(t, "<Tab>я<F2>", "mentees");
	screen_says(t, "Цой Юлия");
	screen_leave(t);
}

/* «Подробно» opens what is seldom needed. */
static void the_rest_of_a_mentors_form_is_one_key_away(void **state)
{
	struct term *t = screen_go("3Титов<Enter>");

	(void)state;
	screen_is(t, "mentor");
	term_expect_not(t, "mentor4@school.example");
	term_keys(t, "<PageDown><PageDown>");
	term_click_text(t, "▸");
	term_keys(t, "<Down><Down><Down><Down><Down><Down>");
	term_expect(t, "mentor4@school.example");
	screen_keys(t, "<Esc>", "mentors"); /* opening it is no change */
	screen_leave(t);
}

static void marked_records_are_taken_out_together(void **state)
{
	struct term *t = screen_go("2<End> <Up><Up> <F8>");

	(void)state;
	term_expect(t, "2");
	term_keys(t, "<Enter>"); /* the harmless button */
	term_expect(t, "45");
	term_keys(t, "<F8><Left><Enter>");
	term_expect(t, "43");
	term_keys(t, "<C-z>");
	term_expect(t, "45");
	screen_keys(t, "<F10><F3>", "people");
	term_expect(t, "616"); /* the persons stay */
	screen_leave(t);
}

static void consents_of_all_marked_are_noted_at_once(void **state)
{
	struct term *t = screen_go("2  <F2>");

	(void)state;
	term_keys(t, "<C-u>31.02.2026<Enter>"); /* no such day: the line stays */
	term_keys(t, "<C-u>05.09.2026<Enter>");
	screen_is(t, "mentees");
	assert_non_null(strstr(term_row(t, 3), "05.09.2026"));
	assert_non_null(strstr(term_row(t, 4), "05.09.2026"));
	assert_null(strstr(term_row(t, 5), "05.09.2026"));
	term_keys(t, "<C-z>"); /* all of them were one step */
	assert_false(body_has(t, "05.09.2026"));
	screen_leave(t);
}

static void who_stands_in_a_pair_stays_in_the_base(void **state)
{
	struct term *t = screen_go("2Быков<F8><Left><Enter>");

	(void)state;
	screen_is(t, "mentees");
	assert_true(body_has(t, "Быков Пётр"));
	screen_leave(t);
}

static void bases_are_found_in_and_sorted(void **state)
{
	struct term *t = screen_go("2,srjd");

	(void)state;
	assert_true(body_has(t, "Быков Пётр"));
	assert_false(body_has(t, "Алексеев"));
	term_keys(t, "<Esc><F6><Down><Enter><Home>");
	assert_non_null(strstr(term_row(t, 3), " 5"));
	term_keys(t, "<F6><Enter><Home>");
	assert_non_null(strstr(term_row(t, 3), " 9"));
	term_keys(t, "<F10>3<F6><Down><Down><Enter><Home>"); /* by competence */
	screen_is(t, "mentors");
	term_keys(t, "vfntvfnbrf"); /* a competence is found too: математика */
	assert_true(body_has(t, "Лаптев") || body_has(t, "vfntvfnbrf"));
	screen_leave(t);
}

/* A line of «Что дальше» opens only those whom it speaks of. */
static void the_boards_advice_opens_whom_it_counts(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	term_click_text(t, "1 наставляемый без запроса");
	screen_is(t, "mentees");
	assert_true(body_has(t, "Цой Юлия"));
	assert_false(body_has(t, "Быков"));
	term_keys(t, "<Enter><Tab><Tab><Tab><Tab><Tab><Tab>математика<Enter><Enter><F2>");
	screen_is(t, "mentees");
	assert_false(body_has(t, "Быков"));
	screen_leave(t);
}

static void a_base_goes_out_and_comes_in_again_unchanged(void **state)
{
	struct term *t = screen_go("2<F5>CSV<Enter><Enter>windows-1251<Enter>");

	(void)state;
	term_keys(t, "<C-u>~/mentees.csv<Enter>");
	screen_says(t, "45");
	menu_take(t, "загрузить");
	screen_is(t, "import");
	screen_keys(t, "2mentees<Enter>", "preview");
	screen_keys(t, "<F2>", "report");
	term_expect(t, COUNT_NOTHING);
	screen_leave(t);
}

/* The sheet of a workbook, as XML. */
static char *workbook_sheet(const char *path)
{
	return program_says("unzip", "-p", path, "xl/worksheets/sheet1.xml", NULL);
}

static void a_base_goes_out_as_a_workbook_as_it_is_filtered(void **state)
{
	struct term *t = screen_go("2Быков<F5>Excel<Enter><Enter><C-u>~/all<Enter>");
	char *text;

	(void)state;
	screen_says(t, "all.xlsx");
	text = workbook_sheet("all.xlsx");
	assert_non_null(strstr(text, "<t>Быков</t>"));
	assert_null(strstr(text, "Ёлкина"));
	assert_non_null(strstr(text, "<t>Телефон</t>"));
	free(text);
	/* What the screen shows is less. */
	term_keys(t, "<F5>Excel<Enter><Down><Enter><C-u>~/seen.xlsx<Enter>");
	screen_says(t, "seen.xlsx");
	text = workbook_sheet("seen.xlsx");
	assert_non_null(strstr(text, "<t>Быков"));
	assert_null(strstr(text, "<t>Телефон</t>"));
	assert_null(strstr(text, "Ёлкина"));
	free(text);
	screen_leave(t);
}

static void a_workbook_keeps_the_order_of_the_screen(void **state)
{
	struct term *t = screen_go("2<F6><Enter><F5>Excel<Enter><Enter><C-u>~/down.xlsx<Enter>");
	const char *last, *first;
	char *text;

	(void)state;
	screen_says(t, "45");
	text = workbook_sheet("down.xlsx");
	last = strstr(text, "<t>Алексеев</t>");
	first = strstr(text, "<t>Юм</t>");
	assert_non_null(last);
	assert_non_null(first);
	assert_true(first < last); /* from the end of the alphabet */
	free(text);
	screen_leave(t);
}

static void a_wide_screen_shows_the_card_and_its_warnings(void **state)
{
	struct term *t = screen_go("2Цой Юлия");

	(void)state;
	term_resize(t, 40, 120);
	term_expect(t, "│");
	term_expect(t, "! ");
	term_keys(t, "<Esc><Home><Down>");
	term_expect(t, "Алексеева");
	screen_leave(t);
}

/* Three hundred mentees with all that a row can hold. */
static void a_base_of_the_worst_rows_holds(void **state)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);
	struct term *t;

	(void)state;
	fputs("Фамилия;Имя;Отчество;Класс;Запросы\n", out);
	for (int i = 0; i < 300; i++)
		fprintf(out,
			"Константинопольская-Преображенская-%d;Анна-Мария-Магдалина;"
			"Константиновна-Александровна;%dА;\"математика; русский язык; физика; "
			"химия; чтобы не задавали много и понимали с полуслова\"\n",
			i, 5 + i % 7);
	fclose(out);
	table_write("worst.csv", text);
	free(text);
	assert_int_equal(command("import", "mentees", FILE_NAME, "--from", "worst.csv", NULL), 0);
	t = screen_go("2");
	term_expect(t, "300");
	term_keys(t, "<End><PageUp><Enter>");
	screen_is(t, "mentee");
	term_expect(t, "математика; русский язык");
	screen_keys(t, "<F2>", "mentees");
	term_resize(t, 12, 40);
	term_expect(t, "Констан");
	screen_leave(t);
}

static void training_is_marked_by_one_key_a_cell(void **state)
{
	struct term *t = screen_go("4");
	const char *row;

	(void)state;
	screen_is(t, "training");
	term_expect(t, "Алиева Лейла");
	screen_says(t, "1 – да");
	term_expect(t, "отбор 0");
	term_keys(t, "11"); /* the cursor goes on to the next mentor */
	term_keys(t, "<Up><Up><Right>1");
	assert_non_null(strstr(term_row(t, 0), "отбор 2 · обучение 1"));
	row = term_row(t, 3);
	assert_non_null(strstr(row, MARK_PASSED));
	assert_non_null(strstr(strstr(row, MARK_PASSED) + 1, MARK_PASSED));
	assert_non_null(strstr(term_row(t, 4), MARK_PASSED));
	term_keys(t, "<Up><Del>");
	row = strstr(term_row(t, 3), MARK_PASSED);
	assert_non_null(row);
	assert_null(strstr(row + 1, MARK_PASSED));
	term_keys(t, "<C-z><C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	screen_keys(t, "<F10>", "home");
	term_expect(t, "0/40"); /* both are needed */
	term_keys(t, "<C-y>");
	term_expect(t, "1/40");
	screen_leave(t);
}

static void the_second_program_changes_no_base(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	screen_keys(t, "2", "mentees");
	screen_refuses(t, "<Ins>");
	screen_refuses(t, "<F8>");
	screen_keys(t, "Быков<Enter>", "mentee");
	screen_keys(t, "<Esc><Esc><Esc>4", "training");
	term_keys(t, "1");
	assert_false(body_has(t, MARK_PASSED " "));
	screen_leave_both(first, t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(empty_bases_say_what_to_do),
		on_school(a_mentee_comes_from_the_schools_list),
		on_school(somebody_new_gets_into_the_list_too),
		on_school(a_twin_is_asked_about_here_too),
		on_school(who_is_in_the_base_is_not_put_in_twice),
		on_school(requests_keep_the_order_of_choosing),
		on_school(numbers_and_dates_are_checked_on_leaving),
		on_school(what_is_odd_is_said_and_not_forbidden),
		on_school(the_rest_of_a_mentors_form_is_one_key_away),
		on_school(marked_records_are_taken_out_together),
		on_school(consents_of_all_marked_are_noted_at_once),
		on_bonds(who_stands_in_a_pair_stays_in_the_base),
		on_school(bases_are_found_in_and_sorted),
		on_school(the_boards_advice_opens_whom_it_counts),
		on_school(a_base_goes_out_and_comes_in_again_unchanged),
		on_school(a_base_goes_out_as_a_workbook_as_it_is_filtered),
		on_school(a_workbook_keeps_the_order_of_the_screen),
		on_school(a_wide_screen_shows_the_card_and_its_warnings),
		on_empty(a_base_of_the_worst_rows_holds),
		on_school(training_is_marked_by_one_key_a_cell),
		on_school(the_second_program_changes_no_base),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
