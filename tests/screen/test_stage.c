/* A stage's screen: what the data say above, the steps of the methodology below. */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

/* To the first step of stage 1, below its doors. */
#define FIRST_STEP "<Home><Enter>Назначить<Esc>"

static void every_stage_has_its_screen_and_its_doors(void **state)
{
	static const char *const behind[] = { "roadmap", "mentees", "mentors", "training",
					      "pairs",   "bonds",   "results" };
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	screen_keys(t, "<Home>", "home");
	for (size_t i = 0; i < sizeof(behind) / sizeof(behind[0]); i++) {
		screen_keys(t, "<Enter>", "stage");
		screen_keys(t, "<Home><Enter>", behind[i]);
		screen_keys(t, "<F10>", "stage");
		screen_keys(t, "<F10><Down>", "home");
	}
	screen_leave(t);
}

/* A door has no other cells: its text is not cut at the first column. */
static void a_door_says_all_it_has_to_say(void **state)
{
	struct term *t = screen_go("<Home><Down><Enter>");

	(void)state;
	assert_true(body_has(t, "База наставляемых · 0/45 с запросом и согласиями"));
	screen_leave(t);
}

static void a_step_is_done_with_one_key(void **state)
{
	struct term *t = screen_go(FIRST_STEP);

	(void)state;
	screen_is(t, "stage");
	assert_true(body_has(t, "Назначить куратора программы"));
	assert_true(body_has(t, "05.09 !")); /* past its term */
	term_keys(t, " ");
	assert_true(body_has(t, "✓ 22.11"));
	term_expect(t, "шагов 1/7 · до 15.09");
	screen_says(t, "Ctrl+Z");
	term_keys(t, "<Up> "); /* once more: not done after all */
	assert_false(body_has(t, "✓"));
	term_keys(t, "<C-z>");
	assert_true(body_has(t, "✓ 22.11"));
	screen_keys(t, "<F10>", "home");
	term_expect(t, "1/7");
	term_expect(t, "приказ о курато"); /* what has come out */
	screen_leave(t);
}

static void a_step_has_a_term_and_somebody_responsible(void **state)
{
	struct term *t = screen_go(FIRST_STEP "<F4>");

	(void)state;
	screen_is(t, "task");
	term_keys(t, "<Tab><C-u>31.02.2026<Tab>");
	screen_is(t, "task"); /* no such day */
	screen_keys(t, "<C-u>30.11.2026<Tab><Tab>Орлова И.В.<F2>", "stage");
	assert_true(body_has(t, "30.11"));
	assert_true(body_has(t, "Орлова И.В."));
	term_keys(t, "орлова");
	assert_true(body_has(t, "Назначить"));
	assert_false(body_has(t, "Утвердить дорожную карту"));
	screen_leave(t);
}

static void the_school_adds_steps_of_its_own(void **state)
{
	struct term *t = screen_go("<Home><Enter><Ins>Купить значки<Tab>20.09.2026<F2>");

	(void)state;
	screen_is(t, "stage");
	term_expect(t, "Купить значки");
	term_expect(t, "шагов 0/8");
	term_keys(t, "<F8>"); /* the cursor went to it */
	term_expect(t, "шагов 0/7");
	term_keys(t, "<C-z>");
	term_expect(t, "Купить значки");
	screen_leave(t);
}

static void a_school_may_do_without_a_step_of_the_methodology(void **state)
{
	struct term *t = screen_go(FIRST_STEP "<F8>");

	(void)state;
	term_expect(t, "шагов 0/6");
	term_keys(t, "<C-z>"
		     "назначить<Esc>");
	term_expect(t, "шагов 0/7");
	/* …or keep it and not be asked for it */
	screen_keys(t, "<F4><Tab><Tab><Tab><Tab><Tab> <F2>", "stage");
	term_expect(t, "шагов 0/6");
	screen_leave(t);
}

static void what_is_past_its_term_is_listed_at_once(void **state)
{
	struct term *t = screen_go("<End><Enter>");

	(void)state;
	screen_is(t, "stage");
	term_expect(t, "Просроченные шаги");
	assert_true(body_has(t, "1  Назначить куратора программы"));
	term_keys(t, " ");
	assert_false(body_has(t, "Назначить куратора программы"));
	screen_refuses(t, "<Ins>"); /* of which stage would it be? */
	screen_leave(t);
}

/* A file of a program that knew no steps gets them when it is opened for writing. */
static void an_older_file_gets_its_steps(void **state)
{
	static const char forget[] = "import sqlite3; s = sqlite3.connect('" FILE_NAME "');"
				     "s.execute('DELETE FROM task'); s.commit()";
	struct term *t;

	(void)state;
	free(program_says("python3", "-c", forget, NULL));
	t = screen_go("<Home><Enter>");
	assert_true(body_has(t, "Утвердить дорожную карту"));
	screen_keys(t, "<F10><C-p>История изменений<Enter>", "history");
	assert_true(body_has(t, "Шаги этапов"));
	screen_leave(t);
}

static void the_second_program_ticks_nothing(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	screen_keys(t, FIRST_STEP, "stage");
	screen_refuses(t, " ");
	screen_refuses(t, "<F2>");
	screen_refuses(t, "<Ins>");
	assert_false(body_has(t, "✓"));
	screen_leave_both(first, t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_school(every_stage_has_its_screen_and_its_doors),
		on_school(a_door_says_all_it_has_to_say),
		on_empty(a_step_is_done_with_one_key),
		on_empty(a_step_has_a_term_and_somebody_responsible),
		on_empty(the_school_adds_steps_of_its_own),
		on_empty(a_school_may_do_without_a_step_of_the_methodology),
		on_empty(what_is_past_its_term_is_listed_at_once),
		on_empty(an_older_file_gets_its_steps),
		on_empty(the_second_program_ticks_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
