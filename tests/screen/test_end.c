/* How it ends when nobody asked it to: signals, the end of input, a power cut, no room to show. */
#include "screen.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

/* A person that was saved, and a form that was not. */
static struct term *in_the_middle_of_a_form(void)
{
	struct term *t = screen_go("<F3><Ins>Ёлкин<Tab>Тихон<F2>");

	screen_is(t, "people");
	screen_keys(t, "<Ins>Полузаписанный<Tab>Ян", "person");
	return t;
}

/* What was saved is there, the file is sound, and nothing lies beside it. */
static void what_was_saved_is_there(void)
{
	struct term *t = screen_go("<F3>");

	term_expect(t, "Ёлкин Тихон");
	term_keys(t, "<C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	term_keys(t, "<C-y>");
	screen_leave(t);
	assert_int_equal(command("check", FILE_NAME, NULL), 0);
}

/* What was typed and not saved is offered again; the next round begins without it. */
static void the_rest_is_offered(void)
{
	struct term *t = screen_go("<F3><Ins>");

	term_expect(t, "[ Продолжить ]");
	screen_keys(t, "<Right><Enter><Esc>", "people");
	screen_leave(t);
}

static void a_signal_in_the_middle_of_a_form(void **state)
{
	static const int signals[] = { SIGTERM, SIGHUP, SIGINT };

	(void)state;
	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		struct term *t = in_the_middle_of_a_form();

		term_signal(t, signals[i]);
		assert_int_equal(term_exit(t), 0);
		assert_false(term_alternate(t)); /* the terminal is as it was */
		assert_false(file_is_there(FILE_NAME "-wal"));
		term_free(t);
		what_was_saved_is_there();
		the_rest_is_offered();
		command("undo", FILE_NAME, NULL);
	}
}

static void a_breakdown_gives_the_terminal_back(void **state)
{
	struct term *t = in_the_middle_of_a_form();

	(void)state;
	term_signal(t, SIGABRT);
	assert_int_equal(term_exit(t), 128 + SIGABRT);
	assert_false(term_alternate(t));
	term_expect(t, "всё сохранённое цело");
	term_free(t);
	what_was_saved_is_there();
}

static void the_window_is_closed_in_the_middle_of_a_form(void **state)
{
	struct term *t = in_the_middle_of_a_form();

	(void)state;
	term_hang_up(t);
	assert_in_range(term_exit(t), 0, 3); /* nobody is there to see a status */
	assert_false(file_is_there(FILE_NAME "-wal"));
	term_free(t);
	what_was_saved_is_there();
}

static void a_power_cut_after_it_said_saved(void **state)
{
	struct term *t = in_the_middle_of_a_form();

	(void)state;
	screen_kill(t);
	what_was_saved_is_there();
}

static void a_power_cut_after_an_import_and_pairs(void **state)
{
	struct term *t;

	(void)state;
	t = screen_go("5<Enter><C-k><Enter>");
	screen_is(t, "pairs");
	screen_kill(t);
	t = screen_go("6");
	term_expect(t, STATE_AT_WORK);
	screen_leave(t);
	assert_int_equal(command("check", FILE_NAME, NULL), 0);
}

static void a_signal_while_a_table_comes_in_leaves_the_file_as_it_was(void **state)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);
	struct term *t;

	(void)state;
	fputs("Фамилия;Имя;Класс\n", out);
	for (int i = 0; i < 60000; i++)
		fprintf(out, "Фамилия%d;Имя;5А\n", i);
	fclose(out);
	table_write("long.csv", text);
	free(text);
	t = screen_go("<F2>1long<Enter>");
	screen_is(t, "preview");
	term_send(t, "<F2>");
	term_signal(t, SIGTERM);
	assert_int_equal(term_exit(t), 0);
	term_free(t);
	t = screen_go("<F3>");
	assert_false(body_has(t, "Фамилия"));
	screen_leave(t);
}

static void a_terminal_too_small_says_so_and_comes_back(void **state)
{
	struct term *t = screen_go("<F3><Ins>Ёлкин<Tab>Ти");

	(void)state;
	term_resize(t, 8, 30);
	term_expect_not(t, "Ёлкин");
	assert_true(strlen(term_row(t, 0)) + strlen(term_row(t, 1)) > 5); /* a sentence */
	term_resize(t, 24, 80);
	screen_is(t, "person");
	term_expect(t, "Ёлкин");
	term_resize(t, 1, 1);
	term_resize(t, 24, 80);
	screen_keys(t, "хон<F2>", "people");
	term_expect(t, "Ёлкин Тихон");
	screen_leave(t);
}

static void a_storm_of_resizes_ends_well(void **state)
{
	struct term *t = screen_go("5");

	(void)state;
	for (int i = 0; i < 60; i++)
		term_resize_only(t, 5 + i % 40, 20 + i * 7 % 140);
	term_resize(t, 24, 80);
	screen_is(t, "pairs");
	screen_leave(t);
}

static void without_a_terminal_it_says_so(void **state)
{
	(void)state;
	assert_int_equal(command(FILE_NAME, NULL), 3);
}

static void a_terminal_without_a_cursor_is_refused(void **state)
{
	const char *argv[] = { NASTAVNIK, FILE_NAME, NULL };
	struct term *t = term_spawn(&(struct term_options){ .argv = argv, .term = "dumb" });

	(void)state;
	assert_int_equal(term_exit(t), 3);
	assert_true(strlen(term_left_over(t)) > 10);
	term_free(t);
}

/* The file goes away under the program: what cannot be kept is said, the form stays, and a copy of
 * all that was saved can still be had. */
static void the_file_vanishes(void **state)
{
	struct term *t = in_the_middle_of_a_form();

	(void)state;
	assert_int_equal(unlink(FILE_NAME), 0);
	term_keys(t, "<F2>");
	term_expect(t, SAID_GONE);
	term_expect(t, "Полузаписанный");
	screen_keys(t, "<F10><Right><Enter>", "people");
	screen_keys(t, "<F10>", "home");
	menu_take(t, MENU_COPY);
	term_keys(t, "<C-u>copy.nastavnik<Enter>");
	term_expect(t, SAID_COPIED);
	screen_kill(t);
	assert_int_equal(command("check", "copy.nastavnik", NULL), 0);
	assert_int_equal(command("undo", "copy.nastavnik", NULL), 0); /* the person is in it */
}

/* The file on a disk of its own, of 1 MB, in a name space of mounts that ends with the test;
 * without the right to that the test is skipped. */
static int disk_setup(void **state)
{
	place_setup(state);
	assert_int_equal(mkdir("disk", 0700), 0);
	*state = unshare(CLONE_NEWNS) || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) ||
				 mount("tmpfs", "disk", "tmpfs", 0, "size=2m")
			 ? NULL
			 : realpath("disk", NULL);
	return *state ? chdir("disk") : 0;
}

static int disk_teardown(void **state)
{
	assert_int_equal(chdir("/"), 0);
	if (*state)
		assert_int_equal(umount(*state), 0);
	free(*state);
	return place_teardown(state);
}

static void disk_fill(void)
{
	char block[1024] = "";
	int fd = open("rest", O_WRONLY | O_CREAT | O_CLOEXEC, 0600);

	assert_int_not_equal(fd, -1);
	while (write(fd, block, sizeof(block)) > 0)
		continue;
	close(fd);
}

/* No room: the form stays as it is until there is some. */
static void the_disk_is_full_in_the_middle_of_a_form(void **state)
{
	struct term *t;

	if (!*state)
		skip();
	assert_int_equal(command("new", FILE_NAME, "--school", SCHOOL_NAME, NULL), 0);
	/* Nothing was saved yet: no log waits that would make room when it is written home. */
	t = screen_go("<F3><Ins>Полузаписанный<Tab>Ян");
	disk_fill();
	term_keys(t, "<F2>");
	term_expect(t, SAID_NO_ROOM);
	term_expect(t, "Полузаписанный");
	term_keys(t, "<F2>");
	term_expect(t, SAID_NO_ROOM);
	assert_int_equal(unlink("rest"), 0);
	screen_keys(t, "<F2>", "people");
	term_expect(t, "Полузаписанный Ян");
	screen_leave(t);
	assert_int_equal(command("check", FILE_NAME, NULL), 0);
}

/* Somebody puts another file in its place: that one is left alone. */
static void the_file_is_replaced(void **state)
{
	struct term *t = in_the_middle_of_a_form();

	(void)state;
	assert_int_equal(command("new", "other.nastavnik", "--school", "Другая", NULL), 0);
	free(program_says("cp", "other.nastavnik", "same.nastavnik", NULL));
	assert_int_equal(rename("other.nastavnik", FILE_NAME), 0);
	term_keys(t, "<F2>");
	term_expect(t, SAID_GONE);
	term_expect(t, "Полузаписанный");
	screen_keys(t, "<F10><Right><Enter>", "people");
	screen_leave(t);
	free(program_says("cmp", "same.nastavnik", FILE_NAME, NULL));
}

/* A copy never takes the place of another file. */
static void a_copy_of_the_file(void **state)
{
	struct term *t = screen_go("<F3><Ins>Ёлкин<Tab>Тихон<F2><F10>");

	(void)state;
	screen_is(t, "home");
	table_write("taken.nastavnik", "нужное");
	menu_take(t, MENU_COPY);
	term_keys(t, "<C-u>taken.nastavnik<Enter>");
	term_expect(t, "taken.nastavnik уже есть");
	term_keys(t, "<C-u>copy.nastavnik<Enter>");
	term_expect(t, SAID_COPIED);
	screen_leave(t);
	assert_int_equal(command("undo", "copy.nastavnik", NULL), 0);
}

/* The demonstration school is a copy: each time it is the same, and nothing stays of it. */
static void the_demonstration_leaves_nothing_behind(void **state)
{
	struct term *t = screen_open("--demo");

	(void)state;
	screen_is(t, "home");
	screen_keys(t, "1<Tab>Испорченная<F2>", "home");
	term_expect(t, "Испорченная");
	screen_leave(t);
	assert_int_equal(rmdir("."),
			 -1); /* the folder is the home: only empty when removed by name */
	assert_int_equal(chdir("/"), 0);
	assert_int_equal(rmdir(getenv("HOME")), 0);
	assert_int_equal(mkdir(getenv("HOME"), 0700), 0);
	assert_int_equal(chdir(getenv("HOME")), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(a_signal_in_the_middle_of_a_form),
		on_empty(a_breakdown_gives_the_terminal_back),
		on_empty(the_window_is_closed_in_the_middle_of_a_form),
		on_empty(a_power_cut_after_it_said_saved),
		on_school(a_power_cut_after_an_import_and_pairs),
		on_empty(a_signal_while_a_table_comes_in_leaves_the_file_as_it_was),
		on_empty(a_terminal_too_small_says_so_and_comes_back),
		on_pairs(a_storm_of_resizes_ends_well),
		on_empty(without_a_terminal_it_says_so),
		on_empty(a_terminal_without_a_cursor_is_refused),
		on_empty(the_file_vanishes),
		on_empty(the_file_is_replaced),
		cmocka_unit_test_setup_teardown(the_disk_is_full_in_the_middle_of_a_form,
						disk_setup, disk_teardown),
		on_empty(a_copy_of_the_file),
		on_place(the_demonstration_leaves_nothing_behind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
