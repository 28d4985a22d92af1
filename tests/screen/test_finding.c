/* Finding anything: the menu of F9, the palette, help, the settings, what the program is. */
#include "screen.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define SETTINGS ".config/nastavnik/settings.conf"

/* From the board, a list and a form: everywhere the same way. */
static void the_menu_leads_to_every_place(void **state)
{
	struct term *t = screen_go("2");

	(void)state;
	screen_is(t, "mentees");
	term_keys(t, "<F9>");
	term_expect(t, "Здесь");
	term_keys(t, "<Right><Right>");
	term_expect(t, "Доска года");
	term_click_text(t, "Согласия");
	screen_is(t, "consents");
	screen_keys(t, "<F10>", "mentees");                  /* back where one came from */
	screen_keys(t, "<F9><Right><Right><Enter>", "home"); /* what is open is gone back to */
	screen_leave(t);
}

static void letters_on_the_board_find_commands(void **state)
{
	static const char *const words[] = { "настр", "yfcnh", "НАСТР" };

	(void)state;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		struct term *t = screen_go(words[i]);

		term_keys(t, "<Enter>");
		screen_is(t, "settings");
		screen_leave(t);
	}
}

static void the_palette_knows_what_other_screens_do(void **state)
{
	struct term *t = screen_go("<C-p>справочники<Enter>");

	(void)state;
	screen_is(t, "books");
	term_keys(t, "<C-p>база наставл убр");
	term_expect(t, "Убрать из базы");
	term_keys(t, "<Enter>");
	screen_is(t, "mentees");
	screen_says(t, "F8"); /* a row must be chosen first: nothing was taken away */
	term_keys(t, "<C-p>список школы добав<Enter>"); /* this asks for no row */
	screen_is(t, "person");
	term_keys(t, "<Esc>");
	screen_leave(t);
}

static void what_only_reads_says_why_not(void **state)
{
	struct term *first, *second = screen_second(&first);

	(void)state;
	term_keys(second, "<F9>");
	term_expect(second, "– Загрузить таблицу");
	screen_says(second, "только читать");
	term_keys(second, "<Esc>");
	screen_leave_both(first, second);
}

static void the_second_takes_over_when_the_first_has_left(void **state)
{
	struct term *first, *second = screen_second(&first);

	(void)state;
	term_keys(second, "3");
	assert_non_null(strstr(term_row(second, 0), SAID_READONLY)); /* a list says it too */
	menu_take(second, "открыть для записи");
	term_expect(second, "можно только читать"); /* the first is there still */
	term_send(first, "<F10>");
	assert_int_equal(term_exit(first), 0);
	term_free(first);
	term_keys(second, "<Down>");
	assert_non_null(strstr(term_row(second, 0), "свободен"));
	menu_take(second, "открыть для записи");
	screen_is(second, "home");
	assert_non_null(strstr(term_row(second, 0), SAID_SAVED));
	screen_leave(second);
}

static void settings_are_tried_out_and_kept(void **state)
{
	struct term *t = screen_go("<C-p>настройки<Enter><Right><Right>");
	char *text;

	(void)state;
	screen_is(t, "settings");
	term_expect(t, "синие");
	term_golden(t, GOLDEN, "settings-norton");
	term_keys(t, "<Esc><Right><Enter>"); /* do not save */
	screen_is(t, "home");
	assert_false(file_is_there(SETTINGS));
	term_keys(t, "<C-p>настройки<Enter>");
	term_expect(t, "тёмные");
	term_golden(t, GOLDEN, "settings");
	term_keys(t, "<Right><Down><Down> <F2>");
	screen_says(t, "сохранены");
	screen_leave(t);
	text = file_text(SETTINGS);
	assert_string_equal(text, "theme = light\nlanguage = ru\nmouse = no\nplain = no\n");
	free(text);
	t = screen_go("<C-p>настройки<Enter>");
	term_expect(t, "светлые");
	screen_leave(t);
}

static void english_counts_from_the_next_start(void **state)
{
	struct term *t = screen_go("<C-p>настройки<Enter><Down><Right><F2><F9>");

	(void)state;
	term_expect(t, "Программа");
	term_keys(t, "<Esc>");
	screen_leave(t);
	t = screen_go("<F9>");
	term_expect(t, "Program");
	term_keys(t, "<Esc>");
	screen_leave(t);
}

static void without_colours_all_is_there(void **state)
{
	static const char *const env[] = { "NO_COLOR=1", NULL };
	struct term *t = screen_open_as(
		FILE_NAME, (struct term_options){ .env = env, .rows = 24, .cols = 80 });

	(void)state;
	term_keys(t, "2");
	term_golden(t, GOLDEN, "no-color");
	screen_leave(t);
}

static void simple_signs_are_in_every_font(void **state)
{
	struct term *t = screen_go("<C-p>настройки<Enter><Down><Down><Down> <F2>");

	(void)state;
	screen_is(t, "home");
	term_expect_not(t, "▰");
	term_expect_not(t, "─");
	term_expect(t, "----");
	term_expect(t, "№ 9"); /* letters and signs of writing stay */
	screen_leave(t);
}

static void a_date_that_stands_there_is_typed_anew(void **state)
{
	struct term *t = screen_go("<F3>абрамов борис<Enter>");

	(void)state;
	screen_is(t, "person");
	term_expect(t, "28.02.2011");
	term_keys(t, "<Down><Down><Down>01012012");
	term_expect(t, "01.01.2012");
	term_expect_not(t, "28.02.2011");
	term_keys(t, "<C-z><End><Backspace>0"); /* mended, not typed anew */
	term_expect(t, "28.02.2010");
	term_keys(t, "<F1>");
	term_expect(t, "01.09.2026, набирается 01092026");
	term_keys(t, "<Esc><Esc><Right><Enter>");
	screen_is(t, "people");
	screen_leave(t);
}

static void the_program_tells_of_itself(void **state)
{
	struct term *t = screen_go("<C-p>о программе<Enter>");

	(void)state;
	screen_is(t, "about");
	term_expect(t, FILE_NAME);
	term_expect(t, ".config");
	term_expect(t, ".bak");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_school(the_menu_leads_to_every_place),
		on_empty(letters_on_the_board_find_commands),
		on_school(the_palette_knows_what_other_screens_do),
		on_empty(what_only_reads_says_why_not),
		on_school(the_second_takes_over_when_the_first_has_left),
		on_empty(settings_are_tried_out_and_kept),
		on_empty(english_counts_from_the_next_start),
		on_school(without_colours_all_is_there),
		on_empty(simple_signs_are_in_every_font),
		on_school(a_date_that_stands_there_is_typed_anew),
		on_empty(the_program_tells_of_itself),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
