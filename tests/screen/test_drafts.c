/* A form half filled when the program goes away is offered again. */
#include "screen.h"

#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define SAID_HALF_FILLED "незаконченная запись"
#define SAID_GO_ON "[ Продолжить ]"

/* Bytes in the log beside the file: what was written since the last pause. */
static long long log_size(void)
{
	struct stat st;

	return stat(FILE_NAME "-wal", &st) == 0 ? (long long)st.st_size : 0;
}

/* The program rests: what is being typed is kept, and all is on the disk. */
static void pause_await(void)
{
	while (log_size())
		sched_yield();
}

/* From the board to what was left half filled. */
static void drafts_open(struct term *t)
{
	term_expect(t, SAID_HALF_FILLED);
	term_keys(t, "<Home>");
	while (!strstr(term_row(t, term_cursor_row(t)), SAID_HALF_FILLED))
		term_keys(t, "<Down>");
	screen_keys(t, "<Enter>", "drafts");
}

static void what_was_typed_before_the_power_went_is_offered(void **state)
{
	struct term *t = screen_go("<F3><Ins>Ёлкина<Tab>Зоя<Tab>");

	(void)state;
	screen_kill(t);
	t = screen_open(FILE_NAME);
	term_expect(t, SAID_HALF_FILLED);
	screen_keys(t, "<F3><Ins>", "person");
	term_expect(t, SAID_GO_ON);
	term_keys(t, "<Enter>");
	term_expect(t, "Ёлкина");
	term_expect(t, "Зоя");
	/* The cursor stands where it stood: in the patronymic. */
	screen_keys(t, "Игоревна<F2>", "people");
	term_expect(t, "Ёлкина Зоя Игоревна");
	screen_keys(t, "<F10>", "home");
	term_expect_not(t, SAID_HALF_FILLED);
	screen_leave(t);
}

/* Nobody leaves a field to be safe: a pause is enough. */
static void a_word_in_the_middle_is_kept_at_a_pause(void **state)
{
	struct term *t = screen_go("<F3><Ins>Ёлкина<Tab>");

	(void)state;
	assert_true(log_size() > 0); /* the first field is kept */
	term_keys(t, "Зоя\\");       /* the second one is being typed */
	pause_await();
	screen_kill(t);
	t = screen_go("<F3><Ins><Enter>");
	term_expect(t, "Ёлкина");
	term_expect(t, "Зоя\\");
	term_keys(t, "<Esc><Right><Enter>"); /* do not save */
	screen_leave(t);
}

static void a_change_of_a_record_comes_back_to_that_record(void **state)
{
	struct term *t = screen_go("2Ёлкина<Enter>");

	(void)state;
	screen_is(t, "mentee");
	term_keys(t, "<Tab><Tab><C-u>Тихоновна<Tab><C-u>32.13.2012<Tab><Tab>");
	screen_kill(t);
	t = screen_go("2Быков<Enter>"); /* another record has no draft */
	screen_is(t, "mentee");
	term_expect_not(t, SAID_GO_ON);
	screen_keys(t, "<Esc><Esc><F10>", "home");
	screen_keys(t, "2Ёлкина<Enter><Enter>", "mentee");
	term_expect(t, "Тихоновна");
	term_expect(t, "32.13.201"); /* what was wrong is still there to be put right */
	screen_keys(t, "<F2>", "mentee");
	screen_says(t, "32.13.2012");
	screen_keys(t, "<C-u>2012<F2>", "mentees");
	term_expect(t, "Тихоновна");
	screen_leave(t);
}

static void the_board_leads_to_what_was_left(void **state)
{
	struct term *t = screen_go("<F3>Быков Пётр<Enter><Tab><Tab><C-u>Олегович<Tab>");

	(void)state;
	screen_kill(t);
	t = screen_open(FILE_NAME);
	drafts_open(t);
	term_expect(t, "Быков Пётр");
	screen_keys(t, "<Enter><Enter>", "person");
	term_expect(t, "Олегович");
	screen_keys(t, "<F2>", "drafts");
	assert_false(body_has(t, "Быков"));
	screen_leave(t);
}

static void it_is_thrown_away_when_that_is_said(void **state)
{
	struct term *t = screen_go("<F3><Ins>Ёлкина<Tab>");

	(void)state;
	screen_kill(t);
	t = screen_go("<F3><Ins><Esc>"); /* not decided */
	screen_is(t, "people");
	screen_keys(t, "<Ins>", "person");
	term_expect(t, SAID_GO_ON);
	term_keys(t, "<Right><Enter>"); /* anew */
	assert_false(body_has(t, "Ёлкина"));
	screen_keys(t, "<Esc>", "people");
	screen_keys(t, "<Ins>", "person");
	term_expect_not(t, SAID_GO_ON);
	term_keys(t, "Юм<Tab>");
	screen_kill(t);
	t = screen_open(FILE_NAME);
	drafts_open(t);
	term_keys(t, "<F8><Enter>"); /* the harmless button */
	term_expect(t, "Юм");
	term_keys(t, "<F8><Left><Enter>");
	term_expect_not(t, "Юм");
	screen_keys(t, "<F10>", "home");
	term_expect_not(t, SAID_HALF_FILLED);
	screen_leave(t);
}

static void what_is_saved_or_dropped_leaves_nothing(void **state)
{
	struct term *t = screen_go("<F3><Ins>Ёлкина<Tab>Зоя<Tab><F2>");

	(void)state;
	screen_is(t, "people");
	screen_keys(t, "<Ins>Юм<Tab>Ян<Tab><Esc>", "person");
	term_keys(t, "<Right><Enter>"); /* do not save */
	screen_is(t, "people");
	screen_keys(t, "<F10><F5>9127-о<Tab><F2>", "papers");
	/* One that the file may know already is saved past a question. */
	screen_keys(t, "<F10><F3><Ins>Ёлкина<Tab>Зоя<Tab><F2><Right><Enter>", "people");
	screen_kill(t);
	t = screen_open(FILE_NAME);
	term_expect_not(t, SAID_HALF_FILLED);
	screen_leave(t);
}

/* Long texts, choices and the other forms. */
static void every_form_is_kept(void **state)
{
	static const struct {
		const char *open, *keys, *typed;
	} form[] = {
		{ "3<Ins><Right><Enter>", "Юм<Tab>Ян Ли<Tab>", "Ян Ли" },
		{ "<F5>9", "127-о<Tab>", "127-о" },
		{ "<C-p>Справочники<Enter><Enter><Ins>", "танцы на льду<Tab>", "танцы на льду" },
		{ "6<F4>", "<Tab>переезд<BackTab>", "переезд" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(form) / sizeof(form[0]); i++) {
		struct term *t = screen_go(form[i].open);

		term_expect_not(t, SAID_GO_ON);
		term_keys(t, form[i].keys);
		screen_kill(t);
		t = screen_open(FILE_NAME);
		term_expect(t, SAID_HALF_FILLED);
		term_keys(t, form[i].open);
		term_expect(t, SAID_GO_ON);
		term_keys(t, "<Enter>");
		term_expect(t, form[i].typed);
		term_keys(t, "<Esc><Right><Enter>");
		screen_leave(t);
	}
}

static void being_told_to_go_keeps_the_last_letter(void **state)
{
	struct term *t = screen_go("<F3><Ins>Ёлки");

	(void)state;
	term_signal(t, SIGTERM);
	(void)term_exit(t);
	term_free(t);
	t = screen_go("<F3><Ins><Enter>");
	term_expect(t, "Ёлки");
	term_keys(t, "<Esc><Right><Enter>"); /* do not save */
	screen_leave(t);
}

/* Who may only read has nothing to go on with. */
static void the_second_program_is_offered_nothing(void **state)
{
	struct term *first = screen_go("<F3><Ins>Ёлкина<Tab>"), *t = screen_open(FILE_NAME);

	(void)state;
	term_expect_not(t, SAID_HALF_FILLED);
	term_keys(first, "<Esc><Right><Enter>");
	screen_leave_both(first, t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(what_was_typed_before_the_power_went_is_offered),
		on_empty(a_word_in_the_middle_is_kept_at_a_pause),
		on_school(a_change_of_a_record_comes_back_to_that_record),
		on_school(the_board_leads_to_what_was_left),
		on_empty(it_is_thrown_away_when_that_is_said),
		on_empty(what_is_saved_or_dropped_leaves_nothing),
		on_bonds(every_form_is_kept),
		on_empty(being_told_to_go_keeps_the_last_letter),
		on_empty(the_second_program_is_offered_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
