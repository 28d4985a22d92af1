/* Stage 6 in bulk: diaries, who is behind, the rules, reports by term, the analytical review. */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

#define FIRST "Алиева Лейла"

static void diaries_are_filled_with_one_key_a_cell(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Дневники наставников");
	screen_is(t, "diaries");
	term_expect(t, "за октябрь: сдано 0, не сдано 34");
	assert_true(body_has(t, "сен  окт  ноя"));
	/* September: handed in, read, marked; by the place of the key. */
	term_keys(t, "1");
	assert_true(body_has(t, "сдан !"));
	term_keys(t, "25");
	assert_true(body_has(t, "5    !"));
	term_keys(t, "<Home><Up><Up><Up><Enter>Хорошо ведёт<Enter>");
	assert_true(body_has(t, "сд.*"));
	screen_says(t, "Ctrl+Z");
	term_keys(t, "<C-z>");
	assert_false(body_has(t, "сд.*"));
	term_keys(t, "<Del>");
	assert_false(body_has(t, "сдан"));
	screen_leave(t);
}

static void the_history_tells_of_a_diary(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Дневники наставников");
	term_keys(t, "2");
	menu_take(t, "История");
	screen_is(t, "history");
	term_expect(t, "Дневник наставника");
	screen_keys(t, "<Enter>", "step");
	assert_true(body_has(t, "дневник за сентябрь"));
	assert_true(body_has(t, "Прочитан"));
	screen_leave(t);
}

static void a_month_is_filled_for_all_or_for_the_marked(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Дневники наставников");
	screen_is(t, "diaries");
	term_keys(t, "<Right>  <F2>");
	term_expect(t, "2 выделенным парам");
	term_keys(t, "<Enter>");
	term_expect(t, "за октябрь: сдано 2, не сдано 32");
	term_keys(t, "<F2><Enter>");
	term_expect(t, "за октябрь: сдано 34, не сдано 0");
	term_keys(t, "<F2><Right><Enter>");
	screen_says(t, "34");
	term_keys(t, "<C-z><C-z>");
	term_expect(t, "за октябрь: сдано 2, не сдано 32");
	/* What has not come yet cannot have been handed in. */
	term_keys(t, "<End>1");
	screen_says(t, "ещё не наступил");
	screen_leave(t);
}

static void diaries_that_are_not_asked_for_never_nag(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	term_expect(t, "За прошлый месяц не сданы 34 дневника");
	menu_take(t, "Кто отстаёт");
	menu_take(t, "Правила этапа 6");
	screen_is(t, "work-rules");
	term_keys(t, "<Down> <F2>");
	term_expect_not(t, "За прошлый месяц");
	menu_take(t, "Дневники наставников");
	term_expect(t, "дневники не спрашиваются");
	assert_false(body_has(t, "!"));
	screen_leave(t);
}

static void who_is_behind_stands_by_days(void **state)
{
	struct term *t;

	(void)state;
	table_write("встречи.csv", "Наставник;Наставляемый;Дата встречи;Тема\n"
				   "Алиева Л.;Филиппов Матвей;20.11.2026;Дроби\n");
	assert_int_equal(command("import", "meetings", FILE_NAME, "--from", "встречи.csv", NULL),
			 0);
	t = screen_open(FILE_NAME);
	menu_take(t, "Кто отстаёт");
	screen_is(t, "behind");
	term_expect(t, "отстают 34 из 34");
	assert_true(body_has(t, "ни одной встречи за 82 дня"));
	assert_true(body_has(t, "Результативная пара: не меньше 8 встреч"));
	term_keys(t, "алиева");
	assert_true(body_has(t, "нет дневника за 2 месяца"));
	assert_true(body_has(t, "последняя встреча: 20.11.2026"));
	term_keys(t, "<Esc><F2>");
	term_expect(t, "Как работают пары");
	term_keys(t, "<Enter>");
	term_expect(t, "Отчёты пары");
	screen_keys(t, "8", "pair-reports");
	screen_leave(t);
}

static void reports_of_both_sides_stand_by_term(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Кто отстаёт");
	menu_take(t, "Отчёты пар по периодам");
	screen_is(t, "term-reports");
	term_expect(t, "отчётов: 0");
	screen_keys(t, "<Right><Enter>", "pair-report");
	assert_true(body_has(t, "1-я четверть"));
	assert_true(body_has(t, "наставляемый"));
	term_keys(t, "<Down><Down><Down>9<Down>Встречались<F2>");
	screen_is(t, "term-reports");
	term_expect(t, "отчётов: 1");
	screen_keys(t, "<Enter>", "pair-report");
	assert_true(body_has(t, "Встречались"));
	screen_keys(t, "<F10>", "term-reports");
	term_keys(t, "<C-z>");
	term_expect(t, "отчётов: 0");
	screen_leave(t);
}

static void a_review_comes_with_texts_and_prints(void **state)
{
	struct term *t = screen_open(FILE_NAME);
	char *text;

	(void)state;
	menu_take(t, "Кто отстаёт");
	menu_take(t, "Аналитические справки");
	screen_is(t, "reviews");
	screen_keys(t, "<Ins>", "review");
	assert_true(body_has(t, "Оценить ход и результаты"));
	assert_true(body_has(t, "В базе наставляемых – 45"));
	term_keys(t, "<F2>");
	screen_is(t, "reviews");
	assert_true(body_has(t, "22.11.2026"));
	term_keys(t, "<F5>");
	term_expect(t, "АНАЛИТИЧЕСКАЯ СПРАВКА");
	screen_keys(t, "<F10>", "reviews");
	screen_leave(t);
	assert_int_equal(command("print", "review", FILE_NAME, "-o", "r.txt", NULL), 0);
	text = file_text("r.txt");
	assert_non_null(strstr(text, "АНАЛИТИЧЕСКАЯ СПРАВКА"));
	assert_non_null(strstr(text, "за 2026/2027 учебный год"));
	assert_null(strstr(text, FIRST));
	free(text);
	assert_int_equal(command("print", "year_report", FILE_NAME, "-o", "y.txt", NULL), 0);
	text = file_text("y.txt");
	assert_non_null(strstr(text, "По классам"));
	assert_null(strstr(text, FIRST));
	free(text);
}

static void meetings_come_from_the_shared_table(void **state)
{
	struct term *t;

	(void)state;
	table_write("встречи.csv", "Наставник;Наставляемый;Дата встречи;Тема;Итог\n"
				   "Алиева Лейла;;05.10.2026;Дроби;Разобрали\n"
				   "Алиева Лейла;;05.10.2025;Давно;\n");
	t = screen_go("<F2>5");
	screen_is(t, "files");
	term_keys(t, "встречи");
	screen_keys(t, "<Enter>", "preview");
	assert_true(body_has(t, "Дата встречи"));
	screen_keys(t, "<F2>", "report");
	term_expect(t, "не в учебном году 2026/2027");
	term_keys(t, "<F2><Left><Enter>");
	screen_says(t, "новых 1");
	term_keys(t, "<C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_bonds(diaries_are_filled_with_one_key_a_cell),
		on_bonds(the_history_tells_of_a_diary),
		on_bonds(a_month_is_filled_for_all_or_for_the_marked),
		on_bonds(diaries_that_are_not_asked_for_never_nag),
		on_bonds(who_is_behind_stands_by_days),
		on_bonds(reports_of_both_sides_stand_by_term),
		on_bonds(a_review_comes_with_texts_and_prints),
		on_bonds(meetings_come_from_the_shared_table),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
