/* Kinds of terminals, character sets, sizes, signals, keys cut into bytes. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pty.h"

/* The same short way through the gallery, whatever the terminal. */
static void walk(struct term *t)
{
	term_expect(t, "Галерея");
	assert_int_equal(term_cursor_row(t), 3);
	term_keys(t, "1<Down>");
	assert_int_equal(term_cursor_row(t), 4);
	term_keys(t, "ёлк<Esc><F4>");
	term_expect(t, "Карточка");
	term_keys(t, "Ж<F2>");
	term_expect(t, "Сохранено: ");
	term_keys(t, "<F9><Esc><F10>");
	term_expect(t, "Галерея");
	gallery_leave(t);
}

static void every_kind_of_terminal_serves(void **state)
{
	static const char *const kinds[] = { "xterm-256color", "xterm", "linux",       "screen",
					     "tmux-256color",  "vt100", "rxvt-unicode" };

	(void)state;
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		walk(gallery_start("48", (struct term_options){ .term = kinds[i] }));
}

static void no_color_means_none(void **state)
{
	const char *env[] = { "NASTAVNIK_LANG=en", "NO_COLOR=1", NULL };
	struct term *t = gallery_start("48", (struct term_options){ .env = env });

	(void)state;
	term_golden(t, GOLDEN, "board_mono");
	walk(t);
}

static void the_linux_console_gets_what_its_font_has(void **state)
{
	struct term *t = gallery_start("48", (struct term_options){ .term = "linux" });

	(void)state;
	term_expect(t, "##########  12/12");
	term_expect_not(t, "▰");
	term_keys(t, "1");
	term_expect(t, "+ 02.09.2026");
	term_expect(t, "ФИО ↑");
	term_keys(t, "<Esc>");
	gallery_leave(t);
}

static void a_locale_that_does_not_exist_is_no_obstacle(void **state)
{
	(void)state;
	walk(gallery_start("48", (struct term_options){ .locale = "nosuch" }));
	walk(gallery_start("48", (struct term_options){ .locale = "C" }));
}

/* Locales of 8 bits are made where localedef is there; the folder of the test is the build's. */
static bool locale_make(const char *name, const char *charset)
{
	char command[512];

	snprintf(command, sizeof(command),
		 "mkdir -p locales && { [ -f locales/%s/LC_CTYPE ] || localedef -i ru_RU -f %s "
		 "locales/%s; } "
		 "2>/dev/null >&2",
		 name, charset, name);
	return system(command) == 0;
}

static void walk_charset(const char *name, const char *charset, const char *bar)
{
	char path[1024], here[800];
	const char *env[] = { "NASTAVNIK_LANG=en", path, NULL };

	if (!locale_make(name, charset)) {
		print_message("[  SKIPPED ] %s: localedef cannot make it here\n", name);
		skip();
	}
	if (!getcwd(here, sizeof(here)))
		fail();
	snprintf(path, sizeof(path), "LOCPATH=%s/locales", here);

	struct term *t = gallery_start(
		"48", (struct term_options){ .env = env, .locale = name, .charset = charset });

	term_expect(t, bar);
	term_expect_not(t, "?");
	term_golden(t, GOLDEN, name);
	walk(t);
}

static void koi8_r_is_spoken(void **state)
{
	(void)state;
	walk_charset("ru_RU.KOI8-R", "KOI8-R", "Галерея · Школа N 9 · 2026/2027");
}

static void cp1251_is_spoken(void **state)
{
	(void)state;
	walk_charset("ru_RU.CP1251", "CP1251", "Галерея · Школа № 9 · 2026/2027");
}

static void keys_may_come_byte_by_byte(void **state)
{
	const char *env[] = { "NASTAVNIK_LANG=en", "ESCDELAY=60000", NULL };
	struct term *t = gallery_start("48", (struct term_options){ .env = env });

	(void)state;
	term_keys_split(t, "<Down><Up><Home><End>");
	assert_int_equal(term_cursor_row(t), 14);
	term_keys_split(t, "1<PageDown><PageUp><Down>щедр<Backspace><Backspace>");
	term_expect(t, "Find: ще_");
	term_keys_split(t, "<Backspace><Backspace><F4><End>Ё<Left><Del><Home>Ъ<F2>");
	term_expect(t, "Сохранено: Ъ");
	term_keys_split(t, "<F9><F10><F1><F10><F6><F10><M-0>");
	term_expect(t, "Галерея");
	gallery_leave(t);
}

static void every_size_down_to_the_smallest_is_drawn(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_resize(t, 12, 40);
	term_golden(t, GOLDEN, "board_narrow");
	term_resize(t, 11, 40);
	term_expect(t, "The window is too small: 40 × 11.");
	term_keys(t, "<F10><F10>"); /* what cannot be seen takes no keys */
	term_resize(t, 1, 1);
	term_resize(t, 3, 20);
	term_resize(t, 100, 300);
	term_expect(t, "Галерея");
	term_keys(t, "1");
	for (int rows = 12; rows < 30; rows += 3)
		for (int cols = 40; cols < 140; cols += 9) {
			term_resize(t, rows, cols);
			term_expect(t, "Этап 2 · База");
			term_expect(t, "1Help");
		}
	term_keys(t, "<Esc>");
	gallery_leave(t);
}

static void a_storm_of_sizes_ends_in_the_last(void **state)
{
	struct term *t = gallery();

	(void)state;
	for (int round = 0; round < 20; round++) {
		for (int i = 0; i < 12; i++)
			term_resize_only(t, 12 + (i * 7 + round) % 30, 40 + (i * 13) % 90);
		term_resize(t, 20 + round, 60 + round);
		term_expect(t, "Галерея");
	}
	term_keys(t, "<Down>");
	assert_int_equal(term_cursor_row(t), 4);
	gallery_leave(t);
}

/* In the middle of a form: it is told to save what can be saved, and the terminal is as it was. */
static void ended_by(int number)
{
	struct term *t = gallery();

	term_keys(t, "1<Enter>недописанн");
	term_signal(t, number);
	assert_int_equal(term_exit(t), 4);
	assert_false(term_alternate(t));
	assert_non_null(strstr(term_left_over(t), "прервано; сохранено: 1"));
	term_free(t);
}

static void signals_lose_nothing(void **state)
{
	(void)state;
	ended_by(SIGTERM);
	ended_by(SIGHUP);
	ended_by(SIGINT);
}

static void a_signal_stops_long_work(void **state)
{
	const char *argv[] = { GALLERY, "48", "1000000000", NULL };
	struct term *t = term_start(&(struct term_options){ .argv = argv });

	(void)state;
	term_send(t, "р");
	term_wait_text(t, "%");
	term_signal(t, SIGTERM);
	assert_int_equal(term_exit(t), 4);
	term_free(t);
}

static void a_closed_window_ends_the_program(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_keys(t, "1<Enter>недописанн");
	term_hang_up(t);
	assert_in_range(term_exit(t), 4,
			5); /* the signal or the end of input, whichever is seen first */
	term_free(t);
}

/* Ends at once with a sentence. */
static void refused(const char *kind, const char *sentence)
{
	const char *argv[] = { GALLERY, NULL };
	const char *env[] = { "NASTAVNIK_LANG=en", kind ? NULL : "TERM", NULL };
	struct term *t =
		term_spawn(&(struct term_options){ .argv = argv, .env = env, .term = kind });

	assert_int_equal(term_exit(t), 3);
	if (!strstr(term_left_over(t), sentence))
		fail_msg("%s", term_left_over(t));
	term_free(t);
}

static void a_terminal_that_cannot_serve_is_told_so(void **state)
{
	(void)state;
	refused("nosuch-terminal",
		"Nothing is known about a terminal of the kind “nosuch-terminal”.");
	refused("dumb", "A terminal of the kind “dumb” cannot show a full screen.");
	refused(NULL, "The terminal's kind is not known: TERM is not set.");
}

static void a_pipe_is_no_terminal(void **state)
{
	(void)state;
	FILE *out = popen("NASTAVNIK_LANG=en LC_ALL=C.UTF-8 " GALLERY " 2>&1 </dev/null", "r");
	char text[512] = "";

	assert_non_null(fgets(text, sizeof(text), out));
	assert_int_equal(WEXITSTATUS(pclose(out)), 3);
	assert_non_null(strstr(text, "This program needs a terminal"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_of_terminal_serves),
		cmocka_unit_test(no_color_means_none),
		cmocka_unit_test(the_linux_console_gets_what_its_font_has),
		cmocka_unit_test(a_locale_that_does_not_exist_is_no_obstacle),
		cmocka_unit_test(koi8_r_is_spoken),
		cmocka_unit_test(cp1251_is_spoken),
		cmocka_unit_test(keys_may_come_byte_by_byte),
		cmocka_unit_test(every_size_down_to_the_smallest_is_drawn),
		cmocka_unit_test(a_storm_of_sizes_ends_in_the_last),
		cmocka_unit_test(signals_lose_nothing),
		cmocka_unit_test(a_signal_stops_long_work),
		cmocka_unit_test(a_closed_window_ends_the_program),
		cmocka_unit_test(a_terminal_that_cannot_serve_is_told_so),
		cmocka_unit_test(a_pipe_is_no_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
