/* On paper through the system's printers: lp and lpstat are programs of the test, first on PATH. */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LPSTAT_TWO            \
	"#!/bin/sh\n"         \
	"echo Kabinet-12\n"   \
	"echo Uchitelskaya\n" \
	"echo 'назначение системы по умолчанию: Uchitelskaya'\n"

/* Writes down with what it was called, and keeps the paper. */
#define LP_GOOD                                                    \
	"#!/bin/sh\n"                                              \
	"for word; do printf '%s\\n' \"$word\" >>lp.words; done\n" \
	"for paper; do :; done\n"                                  \
	"printf '%s\\n' \"$paper\" >lp.path\n"                     \
	"ls -ld \"${paper%/*}\" >lp.folder\n"                      \
	"cat \"$paper\" >lp.paper\n"

static void program_write(const char *name, const char *text)
{
	char path[64];

	mkdir("bin", 0700);
	snprintf(path, sizeof(path), "bin/%s", name);
	table_write(path, text);
	assert_int_equal(chmod(path, 0700), 0);
}

/* The program with nothing but the test's own lp and lpstat, and the system's tools behind them. */
static struct term *print_open(const char *lpstat, const char *lp, const char *keys)
{
	const char *env[] = { "PATH=bin:tools", NULL };
	struct term *t;

	mkdir("tools", 0700);
	for (const char *const *tool = (const char *const[]){ "ls", "cat", "sleep", NULL }; *tool;
	     tool++) {
		char from[64], to[64];

		snprintf(from, sizeof(from), "/bin/%s", *tool);
		snprintf(to, sizeof(to), "tools/%s", *tool);
		assert_int_equal(symlink(from, to), 0);
	}
	if (lpstat)
		program_write("lpstat", lpstat);
	if (lp)
		program_write("lp", lp);
	t = screen_open_as(FILE_NAME, (struct term_options){ .env = env });
	term_keys(t, keys);
	return t;
}

/* While a printer is asked, keys do nothing: each Enter waits for what came before. */
static void enter(struct term *t, int times)
{
	for (; times; times--)
		term_keys(t, "<Enter>");
}

/* Nothing of what went to the printer is left lying about. */
static void nothing_is_left(void)
{
	char *path = file_text("lp.path");

	path[strcspn(path, "\n")] = '\0';
	assert_false(file_is_there(path));
	*strrchr(path, '/') = '\0';
	assert_false(file_is_there(path));
	free(path);
}

static void a_list_goes_to_the_printer_as_it_is_filtered(void **state)
{
	struct term *t = print_open(LPSTAT_TWO, LP_GOOD, "<F3>Быков<F5>принтер<Enter>");
	char *text;

	(void)state;
	term_expect(t, "Uchitelskaya"); /* the system's own stands first */
	term_expect(t, "Kabinet-12");
	term_keys(t, "Kab<Enter>");
	screen_keys(t, "<C-u>3<Enter>", "people");
	screen_says(t, "Kabinet-12");
	screen_says(t, "3");
	text = file_text("lp.words");
	assert_non_null(strstr(text, "-d\nKabinet-12\n-n\n3\n-t\nСписок школы\n--\n"));
	free(text);
	text = program_says("pdftotext", "-layout", "lp.paper", "-", NULL);
	assert_non_null(strstr(text, "Быков"));
	assert_null(strstr(text, "Ёлкина"));
	free(text);
	text = file_text("lp.folder");
	assert_memory_equal(text, "drwx------", 10); /* children's data: nobody else reads it */
	free(text);
	nothing_is_left();
	/* The printer taken last is offered first, in the next sitting too. */
	screen_leave(t);
	unlink("lp.words");
	t = screen_open_as(FILE_NAME, (struct term_options){ .env = (const char *const[]){
								     "PATH=bin:tools", NULL } });
	term_keys(t, "<F3><F5>");
	enter(t, 3);
	text = file_text("lp.words");
	assert_non_null(strstr(text, "-d\nKabinet-12\n-n\n1\n"));
	free(text);
	screen_leave(t);
}

static void the_order_goes_to_the_printer(void **state)
{
	struct term *t = print_open(LPSTAT_TWO, LP_GOOD, "<F5><F5>закрепл<Enter>");
	char *text;

	(void)state;
	enter(t, 1);
	term_keys(t, "2<Enter>");
	screen_is(t, "papers");
	screen_says(t, "Uchitelskaya");
	text = file_text("lp.words"); /* the 2 took the place of the 1 that was offered */
	assert_non_null(strstr(text, "-d\nUchitelskaya\n-n\n2\n"));
	free(text);
	text = program_says("pdftotext", "lp.paper", "-", NULL);
	assert_non_null(strstr(text, "ПРИКАЗ"));
	free(text);
	unlink("lp.words");
	term_keys(t, "1<F5>");
	enter(t, 2);
	screen_is(t, "paper");
	assert_true(file_is_there("lp.words"));
	nothing_is_left();
	/* And with its annex, as one job. */
	unlink("lp.words");
	screen_keys(t, "<Esc><F5>прилож<Enter>", "papers");
	enter(t, 2);
	text = file_text("lp.words");
	assert_non_null(strstr(text, "1.pdf\n"));
	assert_non_null(strstr(text, "2.pdf\n"));
	free(text);
	text = program_says("pdftotext", "lp.paper", "-", NULL); /* the last one */
	assert_non_null(strstr(text, "Ёлкина"));
	free(text);
	nothing_is_left();
	screen_leave(t);
}

static void a_grid_and_the_history_go_there_too(void **state)
{
	struct term *t = print_open(LPSTAT_TWO, LP_GOOD, "41<F5>");
	char *text;

	(void)state;
	enter(t, 3);
	screen_is(t, "training");
	text = program_says("pdftotext", "-layout", "lp.paper", "-", NULL);
	assert_non_null(strstr(text, "Алиева"));
	assert_non_null(strstr(text, "Отбор"));
	assert_non_null(strstr(text, "да")); /* the mark just made */
	free(text);
	term_keys(t, "<F10><C-p>История изменений<Enter><F5>");
	enter(t, 3);
	screen_is(t, "history");
	text = program_says("pdftotext", "-layout", "lp.paper", "-", NULL);
	assert_non_null(strstr(text, "people.cp1251.csv"));
	free(text);
	screen_leave(t);
}

static void copies_are_a_number(void **state)
{
	struct term *t = print_open(LPSTAT_TWO, LP_GOOD, "<F3><F5>");

	(void)state;
	enter(t, 2);
	term_keys(t, "<C-u>0<Enter>");
	screen_says(t, "99");
	term_keys(t, "<C-u>2x<Enter>");
	screen_says(t, "99");
	term_keys(t, "<Esc>");
	assert_false(file_is_there("lp.words"));
	screen_leave(t);
}

static void a_printer_that_refuses_is_quoted(void **state)
{
	struct term *t = print_open(
		LPSTAT_TWO, LP_GOOD "echo 'lp: Error - out of paper' >&2\nexit 1\n", "<F3><F5>");

	(void)state;
	enter(t, 3);
	screen_is(t, "people");
	screen_says(t, "out of paper");
	term_expect(t, "PDF");
	nothing_is_left();
	screen_leave(t);
}

/* Whom the program cannot print for is told what else there is. */
static void without_printers_there_is_a_sentence(void **state)
{
	struct term *t = print_open(NULL, NULL, "<F3><F5><Enter>");

	(void)state;
	screen_says(t, "CUPS");
	program_write("lpstat", "#!/bin/sh\necho 'no system default destination'\n");
	term_keys(t, "<F5><Enter>");
	screen_says(t, "ни одного принтера");
	program_write("lpstat", "#!/bin/sh\necho 'lpstat: server is down' >&2\nexit 1\n");
	term_keys(t, "<F5><Enter>");
	screen_says(t, "server is down");
	program_write("lpstat", LPSTAT_TWO); /* and lp is not there */
	term_keys(t, "<F5>");
	enter(t, 3);
	screen_says(t, "CUPS");
	screen_is(t, "people");
	screen_leave(t);
}

static char *text_awaited(const char *name)
{
	for (;;) {
		char *text = file_is_there(name) ? file_text(name) : NULL;

		if (text && *text)
			return text;
		free(text);
	}
}

/* The screen lives, and Esc ends the program that hangs with all that it started. */
static void a_hanging_printer_is_stopped(void **state)
{
	struct term *t = print_open(
		LPSTAT_TWO, "#!/bin/sh\nsleep 600 &\necho $! >lp.sleeps\nwait\n", "<F3><F5>");
	char *pid, proc[64];

	(void)state;
	enter(t, 2);
	term_send(t, "<Enter>");
	term_wait_text(t, "ринтер"); /* the job's title */
	pid = text_awaited("lp.sleeps");
	term_send(t, "<Esc>");
	term_wait(t);
	screen_is(t, "people");
	screen_says(t, "Остановлено");
	snprintf(proc, sizeof(proc), "/proc/%d/fd/0", atoi(pid));
	assert_false(file_is_there(proc));
	free(pid);
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_school(a_list_goes_to_the_printer_as_it_is_filtered),
		on_bonds(the_order_goes_to_the_printer),
		on_school(a_grid_and_the_history_go_there_too),
		on_school(copies_are_a_number),
		on_school(a_printer_that_refuses_is_quoted),
		on_school(without_printers_there_is_a_sentence),
		on_school(a_hanging_printer_is_stopped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
