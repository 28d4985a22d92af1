/* The calendar of the year: days, months beside, what can be opened and put there. */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

#define OPEN "<Home><Enter><Home><Down><Enter>"

/* Meetings of a pair, an event of four days, a course and a contest, as their own screens write. */
static void year_filled(void)
{
	static const char fill[] =
		"import sqlite3; s = sqlite3.connect('" FILE_NAME "')\n"
		"b = [r[0] for r in s.execute('SELECT id FROM bond ORDER BY id LIMIT 4')]\n"
		"for n, bond in enumerate(b):\n"
		"  s.execute('INSERT INTO meeting VALUES (?,?,4,20261118,?,?,NULL,?,?)',\n"
		"            (7000 + n, bond, 'дроби', '', 20261120 + 3 * n, ''))\n"
		"s.execute(\"INSERT INTO event VALUES (8001,2026,7,NULL,'Фестиваль "
		"уроков',20261124,"
		"20261127,'','',NULL,0,'','')\")\n"
		"s.execute(\"INSERT INTO course VALUES (8002,2026,2,'Школа "
		"наставника','',9,20261203,"
		"10,6,0,'')\")\n"
		"s.execute(\"INSERT INTO lesson VALUES (8003,8002,20261126,'Цели',1,'')\")\n"
		"s.execute(\"INSERT INTO contest VALUES (8004,2026,'Лучший "
		"наставник',20261130,20261215,"
		"20261225,'','','','')\")\n"
		"s.commit()";

	free(program_says("python3", "-c", fill, NULL));
}

static void it_opens_on_today(void **state)
{
	struct term *t = screen_go(OPEN);

	(void)state;
	screen_is(t, "calendar");
	term_expect(t, "Календарь · Ноябрь 2026");
	assert_true(body_has(t, "пн вт ср чт пт сб вс"));
	assert_true(body_has(t, "22 вс <  сегодня"));
	assert_true(body_has(t, "22<")); /* and in the month beside */
	assert_true(body_has(t, "Декабрь 2026"));
	screen_says(t, "Ins – запись на 22.11.2026");
	screen_leave(t);
}

static void what_is_overdue_has_a_sign_in_list_and_month(void **state)
{
	struct term *t = screen_go(OPEN);

	(void)state;
	assert_true(body_has(t, "20!"));
	assert_true(body_has(t, "! Составить персонализированн"));
	term_expect(t, "просрочено за год 25");
	screen_leave(t);
}

static void keys_go_by_days_and_months(void **state)
{
	struct term *t = screen_go(OPEN "<Right>");

	(void)state;
	screen_says(t, "23.11.2026");
	term_keys(t, "<Left><Left>");
	screen_says(t, "21.11.2026");
	term_keys(t, "<PageDown>");
	term_expect(t, "Календарь · Декабрь 2026");
	screen_says(t, "21.12.2026");
	term_keys(t, "<Home>");
	term_expect(t, "Календарь · Ноябрь 2026");
	screen_says(t, "22.11.2026");
	for (int i = 0; i < 4; i++)
		term_keys(t, "<PageUp>");
	term_expect(t, "Календарь · Август 2026"); /* the year is prepared then */
	term_keys(t, "<PageUp>");
	term_expect(t, "Календарь · Август 2026");
	screen_leave(t);
}

static void a_day_across_the_month_is_reached_by_arrows(void **state)
{
	struct term *t = screen_go(OPEN "<Left>");

	(void)state;
	for (int i = 0; i < 21; i++)
		term_keys(t, "<Left>");
	term_expect(t, "Календарь · Октябрь 2026");
	screen_leave(t);
}

static void the_last_day_of_a_shorter_month_will_do(void **state)
{
	struct term *t = screen_go(OPEN "<PageDown>");

	(void)state;
	for (int i = 0; i < 9; i++)
		term_keys(t, "<Right>");
	screen_says(t, "31.12.2026");
	term_keys(t, "<PageDown><PageDown>");
	screen_says(t, "28.02.2027");
	screen_leave(t);
}

static void a_click_on_a_month_goes_there(void **state)
{
	struct term *t = screen_go(OPEN);

	(void)state;
	term_click(t, 7, 4); /* the third whole week of November: Tuesday */
	screen_says(t, "17.11.2026");
	term_click(t, 16, 16); /* and of December: Saturday */
	term_expect(t, "Календарь · Декабрь 2026");
	screen_says(t, "26.12.2026");
	screen_leave(t);
}

static void a_step_is_opened_and_ticked(void **state)
{
	struct term *t = screen_go(OPEN "<Left><Left>");

	(void)state;
	screen_keys(t, "<Enter>", "task");
	assert_true(body_has(t, "Составить персонализированные программы"));
	screen_keys(t, "<F10>", "calendar");
	term_keys(t, " ");
	screen_says(t, "Ctrl+Z");
	assert_true(body_has(t, "✓ Составить персонализированн"));
	term_keys(t, "<C-z>");
	assert_true(body_has(t, "! Составить персонализированн"));
	screen_leave(t);
}

static void what_is_new_stands_on_its_day(void **state)
{
	struct term *t = screen_go(OPEN "<Right><Ins>");

	(void)state;
	term_expect(t, "6 · Работа пар и групп");
	screen_keys(t, "работа пар<Enter>", "task");
	assert_true(body_has(t, "23.11.2026"));
	screen_keys(t, "Позвонить родителям<F2>", "calendar");
	assert_true(body_has(t, "23 пн    Позвонить родителям"));
	screen_leave(t);
}

static void pairs_events_courses_and_contests_stand_in_it(void **state)
{
	struct term *t;

	(void)state;
	year_filled();
	t = screen_go(OPEN);
	assert_true(body_has(t, "Состоялось встреч: 4"));
	assert_true(body_has(t, "Фестиваль уроков (по 27.11"));
	assert_true(body_has(t, "Школа наставника: Цели"));
	assert_true(body_has(t, "23·24·25·26·27·")); /* all days of the festival */
	assert_true(body_has(t, "мероприятие"));
	term_keys(t, "<Left><Left><Left><Left><Enter>"); /* the meetings one by one */
	assert_true(body_has(t, "дроби"));
	screen_keys(t, "<Enter>", "bonds"); /* the pair that met */
	screen_keys(t, "<F10>", "calendar");
	term_keys(t, "лучший");
	term_expect(t, "найдено 3"); /* in the whole year */
	assert_true(body_has(t, "25.12"));
	term_keys(t, "<Esc>");
	screen_leave(t);
}

static void only_what_is_asked_for_is_shown(void **state)
{
	struct term *t;

	(void)state;
	year_filled();
	t = screen_go(OPEN "<F2>");
	term_expect(t, "Встречи пар, назначенные");
	term_keys(t, "<Down><Down><Down> <Enter>");
	assert_true(body_has(t, "Фестиваль уроков"));
	assert_false(body_has(t, "Состоялось встреч"));
	term_expect(t, "часть");
	term_keys(t, "<F2> <Enter>"); /* nothing marked any more */
	assert_true(body_has(t, "Состоялось встреч"));
	screen_leave(t);
}

static void the_year_is_seen_at_once(void **state)
{
	struct term *t = screen_go(OPEN "<F3>");

	(void)state;
	screen_is(t, "calendar-year");
	assert_true(body_has(t, "Сентябрь 2026"));
	assert_true(body_has(t, "! 10"));
	screen_keys(t, "<Home><Down><Enter>", "calendar");
	term_expect(t, "Календарь · Сентябрь 2026");
	screen_leave(t);
}

static void the_board_leads_there_when_the_week_has_something(void **state)
{
	struct term *t;

	(void)state;
	year_filled();
	t = screen_open(FILE_NAME);
	term_expect(t, "В ближайшие семь дней");
	screen_leave(t);
}

static void a_file_for_calendar_programs_is_written(void **state)
{
	struct term *t;
	char *text;

	(void)state;
	year_filled();
	t = screen_go(OPEN);
	menu_take(t, "программ-календарей");
	term_expect(t, "Без имён");
	term_keys(t, "<Enter>");
	term_expect(t, "~/календарь.ics");
	term_keys(t, "<Enter>");
	screen_says(t, "Записей: ");
	text = file_text("календарь.ics");
	assert_non_null(strstr(text, "SUMMARY:Встреча пары\r\n"));
	free(text);
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(it_opens_on_today),
		on_empty(what_is_overdue_has_a_sign_in_list_and_month),
		on_empty(keys_go_by_days_and_months),
		on_empty(a_day_across_the_month_is_reached_by_arrows),
		on_empty(the_last_day_of_a_shorter_month_will_do),
		on_empty(a_click_on_a_month_goes_there),
		on_empty(a_step_is_opened_and_ticked),
		on_empty(what_is_new_stands_on_its_day),
		on_bonds(pairs_events_courses_and_contests_stand_in_it),
		on_bonds(only_what_is_asked_for_is_shown),
		on_empty(the_year_is_seen_at_once),
		on_bonds(the_board_leads_there_when_the_week_has_something),
		on_bonds(a_file_for_calendar_programs_is_written),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
