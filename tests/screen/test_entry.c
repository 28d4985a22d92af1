/* Typing sheets of a questionnaire: one key an answer, kept as they are typed. */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "survey_school.h"

static void an_empty_year_has_its_questionnaires(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Анкеты");
	screen_is(t, "surveys");
	term_expect(t, "Входная анкета");
	screen_leave(t);
}

static void ten_sheets_are_typed_by_keys_alone(void **state)
{
	struct term *t = survey_typing();

	(void)state;
	for (int i = 1; i <= 10; i++)
		sheet_keys(t, i, SHEET_KEYS);
	term_expect(t, "сейчас введено: 10");
	says_of_file("select count(*) from sheet where survey = 900", "10");
	/* yes, 3 times, 7, ten on 1…10, 5, ten on 0…10, the second option, the first and third */
	says_of_file("select group_concat(value, ' ') from (select value from answer where sheet ="
		     " (select h.id from sheet h join participation p on p.id = h.participation"
		     " where p.number = 4 and p.role = 1 and h.survey = 900) order by item)",
		     "1 3 7 10 5 10 2 5");
	says_of_file("select count(*) from answer where item = 910 and status = 2", "10");
	says_of_file("select count(*) from draft", "0");
	term_keys(t, "<F10>");
	term_expect(t, "10");
	screen_leave(t);
}

static void after_a_power_cut_work_goes_on_at_the_same_field(void **state)
{
	struct term *t = survey_typing();

	(void)state;
	term_keys(t, "7<Enter>13<Enter>9");
	screen_kill(t);
	t = screen_open(FILE_NAME);
	term_expect(t, "незаконченная запись");
	menu_take(t, "Анкеты");
	survey_find(t);
	screen_keys(t, "<Enter>", "survey-sheets");
	term_expect(t, "начат 3/10");
	screen_keys(t, "<Enter>", "sheet");
	term_expect(t, "2Н-007");
	/* comfort is the field that waits */
	term_keys(t, "0");
	says_of_file("select count(*) from draft where form = 'sheet' and text like '%answer 904 1 "
		     "10 0%'",
		     "1");
	term_keys(t, "5-213<Enter><Enter><Enter><Enter>");
	says_of_file("select count(*) from sheet where survey = 900", "1");
	says_of_file("select count(*) from draft", "0");
	screen_leave(t);
}

/* Half a line, too. */
static void what_stands_in_a_line_is_there_again(void **state)
{
	struct term *t = survey_typing();

	(void)state;
	term_keys(t, "7<Enter>13<Enter>905-21<Enter><Enter>дружить с матем");
	screen_kill(t);
	t = screen_open(FILE_NAME);
	menu_take(t, "Анкеты");
	survey_find(t);
	term_keys(t, "<F2>7<Enter>");
	screen_is(t, "sheet");
	term_expect(t, "дружить с матем");
	term_keys(t, "атикой<Enter><Enter>");
	says_of_file("select words from answer where item = 910", "дружить с математикой");
	screen_leave(t);
}

static void limits_refuse_and_doubts_ask_once(void **state)
{
	struct term *t = survey_typing();

	(void)state;
	term_keys(t, "1<Enter>1");
	term_keys(t, "99<Enter>"); /* hard: at most 31 times */
	screen_says(t, "от 0 до 31");
	term_keys(t, "<C-u>20<Enter>"); /* soft: seldom above 12 */
	screen_says(t, "Так на бумаге?");
	term_keys(t, "<Enter>");
	term_keys(t, "7");
	term_keys(t, "1"); /* seldom below 2 */
	screen_says(t, "Так на бумаге?");
	term_keys(t, "<Enter>5");
	term_keys(t, "4"); /* use on 0…10 */
	term_keys(t, "9"); /* no such option */
	screen_says(t, "от 1 до 3");
	term_keys(t, "3 <Enter><Enter><Enter>");
	says_of_file("select group_concat(value || ':' || doubt, ' ') from (select * from answer"
		     " where item in (902, 904) order by item)",
		     "20:1 1:1");
	screen_leave(t);
}

static void what_is_not_asked_any_more_goes_with_a_warning_and_comes_back(void **state)
{
	struct term *t = survey_typing();

	(void)state;
	term_keys(t, "2<Enter>14<Enter><Up><Up>");
	term_keys(t, "0");
	screen_says(t, "ответ убран");
	term_expect(t, "не спрашивают");
	term_keys(t, "<C-z>");
	term_keys(t, "<Down><Down>7");
	says_of_file("select count(*) from draft where text like '%answer 902 1 4 0%'", "1");
	term_keys(t, "<Up><Up><Up>0");
	term_keys(t, "<Down>05-213<Enter><Enter><Enter><Enter>");
	says_of_file("select status from answer where item = 902", "3");
	screen_leave(t);
}

static void space_is_no_answer_and_ins_repeats(void **state)
{
	struct term *t = survey_typing();

	(void)state;
	sheet_keys(t, 1, SHEET_KEYS);
	term_keys(t, "2<Enter><Ins><Ins><Ins> <Ins><Ins><Ins><Ins><Enter><Enter><Enter>");
	says_of_file("select group_concat(coalesce(value, '-'), ' ') from (select value from answer"
		     " where sheet = (select h.id from sheet h join participation p on p.id ="
		     " h.participation where p.number = 2 and p.role = 1) order by item)",
		     "1 3 7 - 5 10 2 5 - -");
	says_of_file("select count(*) from answer where item = 904 and status = 2", "1");
	screen_leave(t);
}

static void a_sheet_that_is_not_whole_says_what_is_open(void **state)
{
	struct term *t = survey_typing();

	(void)state;
	term_keys(t, "3<Enter>13<Enter><F2>");
	term_expect(t, "Не набрано: № 3, 4, 5, 6, 7, 8");
	term_keys(t, "<Enter>7");
	term_keys(t, "<F2><Right><Enter>");
	screen_says(t, "сдан");
	says_of_file("select count(*) from answer where status = 2", "7");
	screen_leave(t);
}

static void a_code_of_somebody_else_is_asked_about(void **state)
{
	struct term *t = survey_typing();

	(void)state;
	term_keys(t, "777<Enter>");
	screen_says(t, "Кода 2Н-777 в этом году ни у кого нет");
	term_keys(t, "<C-u>3-1<Enter>");
	screen_says(t, "не из тех, кого спрашивает эта анкета");
	term_keys(t, "<Enter>");
	term_expect(t, "3Н-001");
	screen_leave(t);
}

static void a_sheet_that_is_nobodys_needs_no_code(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Анкеты");
	term_keys(t, "Отзыв о событии");
	screen_keys(t, "<F2>", "sheet");
	term_expect(t, "новый лист");
	term_keys(t, "                    <Enter>");
	screen_says(t, "Лист № 1 сдан");
	term_expect(t, "новый лист");
	screen_leave(t);
}

static void sheets_that_were_begun_stand_among_the_unfinished(void **state)
{
	struct term *t = survey_typing();

	(void)state;
	term_keys(t, "9<Enter>15<Enter>");
	term_keys(t, "<F10>");
	menu_take(t, "Незаконченные");
	screen_is(t, "drafts");
	term_expect(t, "2Н-009");
	screen_keys(t, "<Enter>", "sheet");
	term_expect(t, "2Н-009");
	screen_keys(t, "<F10>", "drafts");
	term_keys(t, "<F8><Left><Enter>");
	says_of_file("select count(*) from draft", "0");
	screen_leave(t);
}

static void who_only_reads_is_told_so(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	menu_take(t, "Анкеты");
	screen_is(t, "surveys");
	screen_refuses(t, "<F2>");
	screen_leave_both(first, t);
}

/* Keys typed ahead for the next sheet answer nothing in one that is not whole. */
static void what_is_open_is_told_at_the_end_too(void **state)
{
	struct term *t = survey_typing();

	(void)state;
	term_keys(t, "3<Enter>13<Enter>7<Enter>5-213<Enter><Enter><Enter><Enter>");
	screen_says(t, "Не набрано: № 4");
	term_keys(t, "4<Enter>13<Enter>");
	screen_says(t, "Не набрано: № 4");
	term_keys(t, "<Up>9");
	term_keys(t, "<Down><Down><Down><Down><Down><Down><Enter>");
	screen_says(t, "сдан");
	says_of_file("select value from answer where item = 904", "9");
	screen_leave(t);
}

static void five_hundred_keys_at_once_are_taken_in_order(void **state)
{
	struct term *t = survey_typing();
	char keys[4096] = "";

	(void)state;
	for (int i = 1; i <= 25; i++) {
		char one[64];

		snprintf(one, sizeof(one),
			 "%d<Enter>1%d<Enter>%d05-213<Enter><Enter><Enter><Enter>", i, i % 13,
			 i % 10);
		strcat(keys, one);
	}
	term_keys(t, keys);
	term_expect(t, "сейчас введено: 25");
	says_of_file("select count(*), sum(n.value = p.number % 13),"
		     " sum(u.value = iif(p.number % 10 = 0, 10, p.number % 10))"
		     " from sheet h join participation p on p.id = h.participation"
		     " join answer n on n.sheet = h.id and n.item = 902"
		     " join answer u on u.sheet = h.id and u.item = 903",
		     "25|25|25");
	screen_leave(t);
}

static void sheets_are_mended_noted_and_deleted(void **state)
{
	struct term *t = survey_typing();

	(void)state;
	sheet_keys(t, 5, SHEET_KEYS);
	term_keys(t, "5<Enter>"); /* it is handed in: opened to be mended */
	screen_says(t, "уже сдан");
	term_keys(t, "<Down><Down>2<F6>смято<Enter><F2>");
	says_of_file("select note, (select value from answer where item = 903) from sheet",
		     "смято|2");
	screen_keys(t, "<F10>", "surveys");
	screen_keys(t, "<Enter>", "survey-sheets");
	term_keys(t, "<F8><Right><Enter>");
	term_expect(t, "Пока не введено");
	term_keys(t, "<C-z>");
	term_expect(t, "2Н-005");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(an_empty_year_has_its_questionnaires),
		on_school(ten_sheets_are_typed_by_keys_alone),
		on_school(after_a_power_cut_work_goes_on_at_the_same_field),
		on_school(what_stands_in_a_line_is_there_again),
		on_school(limits_refuse_and_doubts_ask_once),
		on_school(what_is_not_asked_any_more_goes_with_a_warning_and_comes_back),
		on_school(space_is_no_answer_and_ins_repeats),
		on_school(a_sheet_that_is_not_whole_says_what_is_open),
		on_school(what_is_open_is_told_at_the_end_too),
		on_school(a_code_of_somebody_else_is_asked_about),
		on_school(a_sheet_that_is_nobodys_needs_no_code),
		on_school(sheets_that_were_begun_stand_among_the_unfinished),
		on_school(who_only_reads_is_told_so),
		on_school(five_hundred_keys_at_once_are_taken_in_order),
		on_school(sheets_are_mended_noted_and_deleted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
