/* Sheets typed a second time, and piles of them. */
#include "screen.h"

#include <string.h>

#include "survey_school.h"

/* As SHEET_KEYS, with another answer to the third question; the words take no part. */
#define AGAIN(use) "13<Enter>" use "05-213<Enter> "

/* Five sheets by their first entry, and the code of a second one is asked for. */
static struct term *second_go(void)
{
	struct term *t = survey_typing();

	for (int i = 1; i <= 5; i++)
		sheet_keys(t, i, SHEET_KEYS);
	screen_keys(t, "<F10>", "surveys");
	screen_keys(t, "<Enter>", "survey-sheets");
	screen_keys(t, "<Ins>", "sheet");
	return t;
}

static void planted_mistakes_are_found_and_told(void **state)
{
	struct term *t = second_go();

	(void)state;
	term_keys(t, "1<Enter>");
	term_expect(t, "второй ввод");
	assert_false(body_has(t, "в библиотеке")); /* blind */
	term_keys(t, AGAIN("7") "<Enter>");
	screen_says(t, "сверен");
	term_keys(t, "2<Enter>13<Enter>8");
	term_expect(t, "Первый ввод: 7 · сейчас: 8. Сверьтесь с бумагой.");
	term_keys(t, "05"); /* nothing is taken before somebody has looked */
	screen_says(t, "сверьтесь с бумагой");
	term_keys(t, "<F2>05-213<Enter> <Enter>");
	screen_says(t, "сверен");
	term_keys(t, "3<Enter>13<Enter>8<F3>05-213<Enter> <Enter>");
	screen_says(t, "сверен");
	term_keys(t, "4<Enter>13<Enter>8<F4>905-213<Enter> <Enter>");
	screen_says(t, "сверен");
	says_of_file(
		"select group_concat(a.value || ':' || coalesce(m.taken, 0), ' ') from answer a"
		" join sheet h on h.id = a.sheet join participation p on p.id = "
		"h.participation"
		" left join mismatch m on m.sheet = h.id and m.item = a.item"
		" where a.item = 903 and p.number = 1",
		"7:0");
	says_of_file("select sum(p.number * 100 + a.value * 10 + m.taken) from answer a"
		     " join sheet h on h.id = a.sheet join participation p on p.id = "
		     "h.participation"
		     " join mismatch m on m.sheet = h.id and m.item = a.item",
		     /* 2: 7, the first; 3: 8, the second; 4: 9, anew */
		     "1146");
	screen_keys(t, "<F10>", "survey-sheets");
	term_expect(t, "✓ сверен");
	menu_take(t, "показал второй");
	screen_is(t, "verification");
	term_expect(t, "листов 4 · согласие 91,7 %"); /* 33 of 36 */
	screen_says(t, "55,6");                       /* 2 of 36 */
	term_expect(t, "500,0");                      /* 2 of 4, the third question */
	screen_leave(t);
}

static void a_second_entry_that_stopped_goes_on_and_can_be_taken_back(void **state)
{
	struct term *t = second_go();

	(void)state;
	term_keys(t, "5<Enter>13<Enter>8<F3>0");
	screen_kill(t);
	t = screen_open(FILE_NAME);
	menu_take(t, "Анкеты");
	survey_find(t);
	screen_keys(t, "<Enter>", "survey-sheets");
	term_expect(t, "сверка начата");
	term_keys(t, "<End>");
	screen_keys(t, "<Enter>", "sheet");
	term_expect(t, "второй ввод");
	term_keys(t, "5-213<Enter> <Enter>");
	screen_says(t, "сверен");
	says_of_file(
		"select a.value, m.taken, h.compared from sheet h join answer a on a.sheet = h.id"
		" and a.item = 903 join mismatch m on m.sheet = h.id",
		"8|2|9");
	screen_keys(t, "<F10>", "survey-sheets");
	term_keys(t, "<C-z>");
	says_of_file("select sum(checked_at), (select count(*) from mismatch) from sheet", "0|0");
	screen_leave(t);
}

static void a_pile_tells_what_is_missing(void **state)
{
	struct term *t = survey_typing();

	(void)state;
	screen_keys(t, "<F10>", "surveys");
	screen_keys(t, "<Enter>", "survey-sheets");
	menu_take(t, "Пачки");
	screen_is(t, "batches");
	screen_keys(t, "<Ins>", "batch");
	term_keys(t, "пачка 2<Tab><Tab>3<F2>");
	screen_is(t, "batches");
	term_expect(t, "не хватает: 3");
	screen_keys(t, "<Enter>", "sheet");
	term_expect(t, "лист 1 из 3 · пачка 2");
	sheet_keys(t, 1, SHEET_KEYS);
	sheet_keys(t, 2, SHEET_KEYS);
	term_expect(t, "лист 3 из 3 · пачка 2");
	screen_keys(t, "<F10>", "batches");
	term_expect(t, "не хватает: 1");
	screen_refuses(t, "<F8>");
	screen_keys(t, "<Enter>", "sheet");
	sheet_keys(t, 3, SHEET_KEYS);
	screen_keys(t, "<F10>", "batches");
	term_expect(t, "введены все");
	screen_says(t, "каждый десятый");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_school(planted_mistakes_are_found_and_told),
		on_school(a_second_entry_that_stopped_goes_on_and_can_be_taken_back),
		on_school(a_pile_tells_what_is_missing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
