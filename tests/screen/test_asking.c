/* Stages 2 and 3 beside the bases: requests, entry questionnaires, invitations, sub-bases, cards.
 */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

static void requests_have_a_history(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Этап 2 · Запросы");
	screen_is(t, "requests");
	assert_true(body_has(t, "F9"));
	menu_take(t, "Записать запросы");
	assert_true(body_has(t, "открыт"));
	term_keys(t, "Ёлкина");
	assert_true(body_has(t, "Ёлкина Зоя"));
	term_keys(t, "<F2>у<Enter>"); /* met */
	screen_says(t, "Закрыто");
	term_expect(t, "удовлетворён");
	/* It has left the card. */
	screen_keys(t, "<Esc><F10>2Ёлкина", "mentees");
	assert_true(body_has(t, "! нет"));
	menu_take(t, "Все запросы человека");
	screen_is(t, "requests");
	term_expect(t, "Ёлкина Зоя");
	assert_true(body_has(t, "удовлетворён"));
	screen_keys(t, "<Ins>", "request");
	term_keys(t, "физика<Enter><F2>");
	screen_is(t, "requests");
	assert_true(body_has(t, "физика"));
	screen_keys(t, "<F10>", "mentees");
	term_expect(t, "физика");
	screen_leave(t);
}

static void a_new_request_asks_whose_it_is(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Этап 2 · Запросы");
	term_keys(t, "<Ins>Быков");
	term_keys(t, "<Enter>");
	screen_is(t, "request");
	term_keys(t, "<F2>");
	screen_is(t, "request"); /* about nothing */
	screen_says(t, "О чём запрос");
	term_keys(t, "физика<Enter><F2>");
	screen_is(t, "requests");
	assert_true(body_has(t, "Быков Пётр"));
	screen_leave(t);
}

static void entry_questionnaires_are_noted_by_one_key(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Входные анкеты");
	screen_is(t, "entry-sheets");
	term_expect(t, "сдано 0 из 85");
	term_keys(t, "  ");
	term_expect(t, "сдано 2 из 85");
	assert_true(body_has(t, "22.11.2026"));
	term_keys(t, "<C-a><F2>25.09.2026<Enter>");
	term_expect(t, "сдано 85 из 85");
	term_keys(t, "<C-z>");
	term_expect(t, "сдано 2 из 85");
	screen_keys(t, "<F10>", "home");
	screen_leave(t);
}

static void who_agreed_goes_into_the_base(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Приглашения");
	screen_keys(t, "<Ins>", "invitation");
	term_keys(t, "<Down>Ветров Павел Андреевич<Down>выпуск<Enter><Down>университет<F2>");
	screen_is(t, "invitations");
	term_keys(t, "<F2>");
	screen_says(t, "Теперь в базе");
	term_expect(t, "согласие");
	screen_keys(t, "<F10>3Ветров", "mentors");
	assert_true(body_has(t, "Ветров Павел Андреевич"));
	screen_keys(t, "<F4>", "mentor");
	assert_true(body_has(t, "выпускник"));
	screen_keys(t, "<F3>", "service");
	screen_leave(t);
}

static void a_yes_in_the_form_is_followed_by_the_offer(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Приглашения");
	screen_keys(t, "<Ins>", "invitation");
	term_keys(t, "<Down>Самойлова Ирина<Down><Down><Down><Down><Down>согласие<Enter><F2>");
	term_expect(t, "Ответ – согласие");
	term_keys(t, "<Enter>");
	screen_says(t, "Теперь в базе");
	screen_keys(t, "<F10>3Самойлова", "mentors");
	assert_true(body_has(t, "Самойлова Ирина"));
	screen_leave(t);
}

static void sub_bases_are_counted_and_lead_to_their_mentors(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Подбазы");
	screen_is(t, "subbases");
	assert_true(body_has(t, "не указана"));
	term_keys(t, "<F2>");
	screen_says(t, "Подбаза указана 40");
	assert_false(body_has(t, "не указана"));
	screen_keys(t, "<Home><Enter>", "mentors");
	term_expect(t, "ученики");
	screen_leave(t);
}

static void cards_for_a_bank_are_asked_about(void **state)
{
	struct term *t = screen_go("3Орлова");
	char *text;

	(void)state;
	menu_take(t, "Карточки для");
	term_expect(t, "покинет школу");
	term_keys(t, "<Left><Enter>"); /* CSV */
	term_expect(t, "кодировк");
	term_keys(t, "<Enter>");
	term_expect(t, "банк_наставников");
	term_keys(t, "<Enter>");
	screen_is(t, "mentors");
	assert_true(file_is_there("банк_наставников.csv"));
	text = file_text("банк_наставников.csv");
	assert_non_null(strstr(text, "Орлова"));
	assert_null(strstr(text, "Титов"));
	free(text);
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_school(requests_have_a_history),
		on_school(a_new_request_asks_whose_it_is),
		on_school(entry_questionnaires_are_noted_by_one_key),
		on_school(who_agreed_goes_into_the_base),
		on_school(a_yes_in_the_form_is_followed_by_the_offer),
		on_school(sub_bases_are_counted_and_lead_to_their_mentors),
		on_school(cards_for_a_bank_are_asked_about),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
