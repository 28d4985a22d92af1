/* The history: what was done, field by field, and going back to any point of it. */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Three steps on an empty file: a person comes, changes, another one comes. */
#define THREE_STEPS                                                         \
	"<F3><Ins>Ёлкин<Tab>Тихон<Tab><Tab>2012<Tab><Tab>8б<F2>" \
	"<Enter><Tab><Tab>Олегович<Tab><C-u>17.05.2012<F2>"         \
	"<Ins>Юм<Tab>Ян<Tab><F2><F10>"

static void a_change_is_read_field_by_field(void **state)
{
	struct term *t = screen_go(THREE_STEPS);

	(void)state;
	menu_take(t, "История изменений");
	screen_keys(t, "", "history");
	screen_keys(t, "<Down><Enter>", "step");
	term_expect(t, "Ёлкин Тихон, 8Б");
	term_expect(t, "Отчество");
	term_expect(t, "Олегович");
	term_expect(t, "Дата рождения");
	term_expect(t, "17.05.2012");
	term_expect_not(t, "name_key"); /* nothing of the file's own */
	term_expect_not(t, "ёлкин");
	screen_keys(t, "<Esc><Down><Enter>", "step"); /* the first one: all that was filled in */
	term_expect(t, "Фамилия");
	term_expect(t, "2012");
	term_expect(t, "ученик");
	screen_keys(t, "Фамил", "step");
	term_expect_not(t, "ученик");
	screen_leave(t);
}

static void everything_is_taken_back_up_to_a_point(void **state)
{
	struct term *t = screen_go(THREE_STEPS);

	(void)state;
	menu_take(t, "История изменений");
	screen_keys(t, "<Down><F2>", "history");
	term_expect(t, "Олегович"); /* nothing yet: it asks, and the harmless button is chosen */
	term_keys(t, "<Enter>");
	term_expect_not(t, STATE_TAKEN_BACK);
	term_keys(t, "<F2><Left><Enter>");
	screen_says(t, "2");
	term_expect(t, STATE_TAKEN_BACK);
	screen_keys(t, "<F10><F3>", "people");
	term_expect(t, "Ёлкин Тихон");
	assert_false(body_has(t, "Олегович"));
	assert_false(body_has(t, "Юм"));
	/* And again, up to the newest: it stands first. */
	screen_keys(t, "<F10><C-p>История изменений<Enter><Home><F2><Left><Enter>", "history");
	term_expect_not(t, STATE_TAKEN_BACK);
	screen_keys(t, "<F10><F3>", "people");
	term_expect(t, "Ёлкин Тихон Олегович");
	term_expect(t, "Юм Ян");
	screen_leave(t);
}

static void what_became_a_memory_is_not_gone_to(void **state)
{
	struct term *t = screen_go(THREE_STEPS);

	(void)state;
	/* The newest is taken back and something else is done: it is dropped. */
	term_keys(t, "<C-z><F3><Ins>Гай<Tab>Олег<Tab><F2><F10>");
	menu_take(t, "История изменений");
	screen_keys(t, "<Down>", "history");
	screen_refuses(t, "<F2>");
	screen_keys(t, "<Enter>", "step");
	assert_false(body_has(t, "Юм Ян, "));
	term_expect(t, "уже не");
	screen_leave(t);
}

/* 600 people and 45 mentees came at once: the beginning of it, and how much there is. */
static void a_large_change_is_shown_in_part(void **state)
{
	struct term *t = screen_at("История изменений", "history", "<End><Enter>");

	(void)state;
	screen_is(t, "step");
	term_expect(t, "500");
	term_expect(t, "Фамилия");
	screen_keys(t, "<Esc><Home><Down><Enter>", "step"); /* the mentees */
	term_expect(t, "Запросы");
	screen_leave(t);
}

static void pairs_are_told_by_their_people(void **state)
{
	struct term *t = screen_at("История изменений", "history", "<Enter>");

	(void)state;
	term_expect(t, " · пара");
	term_keys(t, "Ёлкина");
	assert_true(body_has(t, "Ёлкина"));
	screen_leave(t);
}

/* A record that is gone now is named all the same. */
static void a_deletion_names_whom_it_took(void **state)
{
	struct term *t = screen_go("<F3>Абрамов Борис<F8><Left><Enter><F10>");

	(void)state;
	screen_keys(t, "<C-p>История изменений<Enter><Enter>", "step");
	term_expect(t, "Абрамов Борис");
	term_expect(t, "28.02.2011");
	screen_leave(t);
}

static void the_second_program_reads_the_history_only(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	menu_take(t, "История изменений");
	screen_keys(t, "<Home>", "history");
	screen_refuses(t, "<F2>");
	screen_keys(t, "<Enter>", "step");
	screen_leave_both(first, t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(a_change_is_read_field_by_field),
		on_empty(everything_is_taken_back_up_to_a_point),
		on_empty(what_became_a_memory_is_not_gone_to),
		on_school(a_large_change_is_shown_in_part),
		on_bonds(pairs_are_told_by_their_people),
		on_school(a_deletion_names_whom_it_took),
		on_school(the_second_program_reads_the_history_only),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
