/* Stage 7: results, feedback, nominees and awards, payment for success, practices, contests. */
#include "screen.h"

#include <string.h>

static struct term *go(const char *title, const char *view)
{
	struct term *t = screen_open(FILE_NAME);

	menu_take(t, title);
	screen_is(t, view);
	return t;
}

static void the_marked_have_gone_the_whole_way(void **state)
{
	struct term *t = go("Результаты пар", "results");

	(void)state;
	term_expect(t, "из 45: прошли 0");
	term_keys(t, "  <F2>");
	screen_says(t, "2 наставляемых");
	term_expect(t, "из 45: прошли 2");
	assert_true(body_has(t, "пройдена"));
	screen_keys(t, "<Enter>", "result");
	term_keys(t, "<Down>Оценка по алгебре: с 3 до 4<F2>");
	screen_is(t, "results");
	screen_says(t, "Ctrl+Z");
	/* Found by what was reached, and taken back step by step. */
	term_keys(t, "алгебре");
	assert_true(body_has(t, "работает"));
	term_keys(t, "<Esc><C-z><C-z>");
	term_expect(t, "прошли 0");
	screen_leave(t);
}

static void a_case_of_the_bank_is_the_link_of_a_result(void **state)
{
	struct term *t = go("Результаты пар", "results");

	(void)state;
	term_keys(t, "<F3>");
	screen_says(t, "Банк практик");
	menu_take(t, "Банк практик");
	screen_is(t, "practices");
	screen_keys(t, "<Ins>", "practice");
	term_keys(t, "<Down>Как Зоя полюбила физику<F2>");
	screen_keys(t, "<F10>", "results");
	term_keys(t, "<F3><Down><Enter>");
	screen_says(t, "Ctrl+Z");
	screen_keys(t, "<Enter>", "result");
	assert_true(body_has(t, "Как Зоя полюбила физику"));
	screen_keys(t, "<F10>", "results");
	screen_leave(t);
}

static void a_pair_that_ended_before_its_term_is_told_apart(void **state)
{
	struct term *t = go("Результаты пар", "results");

	(void)state;
	menu_take(t, "Работа пар и групп");
	menu_take(t, "Завершить пару");
	screen_is(t, "bond-end");
	term_keys(t, "<Down>переезд<F2>");
	menu_take(t, "Результаты пар");
	screen_is(t, "results");
	term_expect(t, "досрочно 1");
	term_keys(t, "досрочно");
	screen_says(t, "досрочно");
	term_keys(t, "<Esc>");
	screen_leave(t);
}

static void feedback_is_typed_cell_by_cell(void **state)
{
	struct term *t = go("Обратная связь", "feedbacks");

	(void)state;
	term_keys(t, "970");
	term_expect(t, "наставляемые 7,0 (1)");
	term_expect(t, "наставники 9,5 (2)");
	term_keys(t, "<Home><Right>+");
	assert_true(body_has(t, "да"));
	term_keys(t, "<Right>помощь<Enter>");
	assert_true(body_has(t, "помощь"));
	screen_keys(t, "<F4>", "feedback");
	term_keys(t, "<Down><Down><Down>8<F2>");
	screen_is(t, "feedbacks");
	term_keys(t, "<C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	screen_leave(t);
}

static void nominees_become_awards_with_numbers(void **state)
{
	struct term *t = go("Кто отличился", "nominees");

	(void)state;
	assert_true(body_has(t, "результативные пары"));
	assert_true(body_has(t, "/40"));
	term_keys(t, "  <F2><Enter><Down><Enter>");
	screen_says(t, "2 номинанта");
	screen_keys(t, "<F3>", "awards");
	/* Somebody who takes no part, by name; not both. */
	screen_keys(t, "<Ins>", "award");
	term_keys(t, "<Down><Down>Крылова Анна Львовна<F2>");
	screen_is(t, "awards");
	assert_true(body_has(t, "Крылова Анна Львовна"));
	term_keys(t, "<F3>1<Enter>");
	screen_says(t, "кто награждён");
	term_keys(t, "<Esc><C-a><F2><Down><Enter>");
	assert_true(body_has(t, "награждение"));
	term_keys(t, "<F3>без цифр<Enter>");
	screen_says(t, "заканчивается цифрой");
	term_keys(t, "<C-u>Г-09<Enter>");
	screen_says(t, "3 бумаг");
	screen_keys(t, "<F4>", "award");
	assert_true(body_has(t, "Г-"));
	assert_true(body_has(t, "22.11.2026"));
	screen_keys(t, "<F10>", "awards");
	menu_take(t, "Бумага этой награды");
	assert_true(body_has(t, "ГРАМОТА"));
	screen_keys(t, "<F10>", "awards");
	menu_take(t, "Отмеченные вручены");
	term_keys(t, "<C-u>20.11.2026<Enter>");
	screen_says(t, "раньше даты");
	term_keys(t, "<C-u>24.11.2026<Enter>");
	screen_says(t, "Ctrl+Z");
	screen_leave(t);
}

static void points_are_typed_one_after_another(void **state)
{
	struct term *t = go("Представление на стимулирование", "incentives");

	(void)state;
	term_expect(t, "октябрь 2026");
	term_keys(t, "<F2>");
	screen_says(t, "9 строк");
	term_keys(t, "<F2>");
	screen_says(t, "уже есть");
	screen_keys(t, "<F6>", "incentive-points");
	term_keys(t, "3<Enter>2,5<Enter>много<F2>");
	screen_is(t, "incentive-points");
	screen_says(t, "много");
	term_keys(t, "<C-u>4<F2>");
	screen_is(t, "incentives");
	assert_true(body_has(t, "2,5"));
	screen_keys(t, "<F4>", "incentive");
	term_keys(t, "провёл урок для пар<F2>");
	screen_is(t, "incentives");
	assert_true(body_has(t, "провёл урок"));
	menu_take(t, "Пересчитать основание");
	assert_false(body_has(t, "провёл урок"));
	menu_take(t, "стимулирование директору");
	assert_true(body_has(t, "ПРЕДСТАВЛЕНИЕ"));
	screen_keys(t, "<F10>", "incentives");
	term_keys(t, "<F3>март<Enter>");
	term_expect(t, "март 2027");
	term_keys(t, "<F2>");
	screen_leave(t);
}

static void practices_are_found_by_any_of_their_words(void **state)
{
	struct term *t = go("Банк практик", "practices");

	(void)state;
	screen_keys(t, "<Ins>", "practice");
	term_keys(t, "<Down>Перемена с книгой<Down>Орлова И.П.<Down><Down>мало читают<F2>");
	screen_is(t, "practices");
	assert_true(body_has(t, "2026/2027"));
	screen_keys(t, "<Ins>", "practice");
	term_keys(t, "<F4>прак<Enter><Down>Школа вожатых<F2>");
	screen_is(t, "practices");
	term_keys(t, "мало читают");
	assert_true(body_has(t, "Перемена с книгой"));
	assert_false(body_has(t, "Школа вожатых"));
	term_keys(t, "<Esc><F2>прак<Enter>");
	assert_true(body_has(t, "Школа вожатых"));
	assert_false(body_has(t, "Перемена с книгой"));
	screen_leave(t);
}

static void another_years_practice_is_only_read(void **state)
{
	struct term *t = go("Банк практик", "practices");

	(void)state;
	screen_keys(t, "<Ins>", "practice");
	term_keys(t, "<Down>Перемена с книгой<F2>");
	menu_take(t, "учебные годы");
	screen_is(t, "years");
	screen_keys(t, "<Ins><F2>", "practices");
	assert_true(body_has(t, "2026/2027"));
	assert_true(body_has(t, "Перемена с книгой"));
	screen_refuses(t, "<F8>");
	term_keys(t, "<F3>");
	term_expect(t, "2026/2027 учебный год");
	screen_keys(t, "<F10>", "practices");
	screen_keys(t, "<F4>", "practice");
	term_keys(t, "<Down>!");
	assert_false(body_has(t, "книгой!"));
	screen_keys(t, "<F10>", "practices");
	screen_leave(t);
}

/* A contest with two experts and three works. */
static struct term *contest_go(void)
{
	struct term *t = go("Конкурсы", "contests");

	screen_keys(t, "<Ins>Лучшая практика<Enter>", "contest-desk");
	screen_keys(t, "1", "criteria");
	assert_true(body_has(t, "Новизна"));
	assert_true(body_has(t, "Возможность тиражирования"));
	screen_keys(t, "<F10>", "contest-desk");
	screen_keys(t, "2", "experts");
	screen_keys(t, "<Ins>", "expert");
	term_keys(t, "Алексеева Мария Петровна<Down>методист<F2>");
	screen_keys(t, "<Ins>", "expert");
	term_keys(t, "Юдин Пётр<F2>");
	screen_keys(t, "<F10>", "contest-desk");
	screen_keys(t, "3", "entries");
	for (int i = 0; i < 3; i++) {
		screen_keys(t, "<Ins>", "entry");
		term_keys(t, i == 0 ? "Старшие друзья" : i == 1 ? "Наш театр" : "Кейс 5Б");
		term_keys(t, "<Down>Орлова Инна<F2>");
	}
	screen_keys(t, "<F10>", "contest-desk");
	return t;
}

static void experts_judge_and_places_are_proposed(void **state)
{
	struct term *t = contest_go();

	(void)state;
	screen_keys(t, "<Down><Enter>", "expert-sheet");
	term_keys(t, "555");
	term_expect(t, "оценок 3 из 9");
	term_keys(t, "9");
	screen_says(t, "наибольшая оценка – 5");
	term_keys(t, "555444");
	screen_keys(t, "<F10>", "contest-desk");
	screen_keys(t, "<Down><Enter>", "expert-sheet");
	term_keys(t, "555555");
	screen_keys(t, "<F10>", "contest-desk");
	screen_keys(t, "4", "ranking");
	assert_true(body_has(t, "1–2"));
	assert_true(body_has(t, "15,00"));
	assert_true(body_has(t, "(1 место)"));
	assert_true(body_has(t, "!1/2"));
	term_keys(t, "<F2>");
	screen_says(t, "3 места");
	assert_false(body_has(t, "2 место"));
	term_keys(t, "<Down><Enter>2 м<Enter>");
	assert_true(body_has(t, "2 место"));
	screen_keys(t, "<F10>", "contest-desk");
	term_keys(t, "<F5>");
	term_expect(t, "ПРОТОКОЛ");
	screen_keys(t, "<F10>", "contest-desk");
	screen_leave(t);
}

static void a_contest_goes_with_all_that_is_in_it(void **state)
{
	struct term *t = contest_go();

	(void)state;
	screen_keys(t, "<Down><Enter>", "expert-sheet");
	term_keys(t, "543");
	screen_keys(t, "<F10>", "contest-desk");
	screen_keys(t, "<F4>", "contest");
	term_keys(t, "<Down>01.03.2027<Down>01.02.2027<F2>");
	screen_says(t, "раньше приёма");
	term_keys(t, "<C-u>10.03.2027<F2>");
	screen_is(t, "contest-desk");
	term_expect(t, "до 10.03.2027");
	screen_keys(t, "1", "criteria");
	screen_keys(t, "<F4>", "criterion");
	term_keys(t, "<Down><C-u>10<F2>");
	screen_is(t, "criteria");
	screen_keys(t, "<F10>", "contest-desk");
	screen_keys(t, "<F10>", "contests");
	term_keys(t, "<F8>");
	screen_says(t, "Ctrl+Z");
	assert_false(body_has(t, "Лучшая практика"));
	term_keys(t, "<C-z>");
	screen_keys(t, "<Enter>", "contest-desk");
	term_expect(t, "3/9");
	/* What an expert gave is told in words. */
	menu_take(t, "История");
	screen_is(t, "history");
	term_keys(t, "Оценка эксперта");
	screen_keys(t, "<Enter>", "step");
	assert_true(body_has(t, "Старшие друзья"));
	assert_true(body_has(t, "Алексеева Мария Петровна"));
	screen_leave(t);
}

static void the_final_event_is_an_event_of_the_stage(void **state)
{
	struct term *t = go("Итоговые", "final-events");

	(void)state;
	assert_true(body_has(t, "Ins"));
	term_keys(t, "<Ins><F10>");
	screen_is(t, "final-events");
	screen_leave(t);
}

static void mentees_are_asked_who_goes_on(void **state)
{
	struct term *t = go("Кто продолжит", "going-on");

	(void)state;
	term_keys(t, "2213");
	term_expect(t, "спрошено 4 · станут наставниками 2");
	term_keys(t, "<C-z>");
	term_expect(t, "спрошено 3");
	screen_leave(t);
}

static void a_teacher_looks_back(void **state)
{
	struct term *t = go("Самоанализ", "self-analyses");

	(void)state;
	term_keys(t, "<Ins>Орлова<Enter>");
	screen_is(t, "self-analysis");
	term_keys(t, "<Down>освоить проекты<F2>");
	screen_is(t, "self-analyses");
	assert_true(body_has(t, "Орлова"));
	screen_leave(t);
}

static void a_mentors_years_are_told_from_his_card(void **state)
{
	struct term *t = go("База наставников", "mentors");

	(void)state;
	term_keys(t, "Громов");
	menu_take(t, "По годам");
	screen_is(t, "service");
	term_expect(t, "пар 3");
	assert_true(body_has(t, "2026/2027"));
	assert_true(body_has(t, "работает"));
	term_keys(t, "<F5>");
	term_expect(t, "СПРАВКА");
	screen_keys(t, "<F10>", "service");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_bonds(the_marked_have_gone_the_whole_way),
		on_bonds(a_case_of_the_bank_is_the_link_of_a_result),
		on_bonds(a_pair_that_ended_before_its_term_is_told_apart),
		on_bonds(feedback_is_typed_cell_by_cell),
		on_bonds(nominees_become_awards_with_numbers),
		on_bonds(points_are_typed_one_after_another),
		on_empty(practices_are_found_by_any_of_their_words),
		on_school(another_years_practice_is_only_read),
		on_empty(experts_judge_and_places_are_proposed),
		on_empty(a_contest_goes_with_all_that_is_in_it),
		on_empty(the_final_event_is_an_event_of_the_stage),
		on_bonds(mentees_are_asked_who_goes_on),
		on_bonds(a_teacher_looks_back),
		on_bonds(a_mentors_years_are_told_from_his_card),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
