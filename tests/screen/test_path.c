/* The curator's path: from no file at all to the printed order, in each of the ways people work. */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

/* What is typed differs by the layout that happens to be on; the path does not. */
struct manner {
	const char *people, *mentees, *mentors; /* finds the table in the file browser */
	const char *confirm; /* finds «Закрепить приказом» in the F9 menu */
	const char *bonds;   /* and «Работа пар и групп» */
	bool small;          /* the terminal is 12 × 40 */
	struct term_options terminal;
};

static const struct manner russian = {
	.people = "people",
	.mentees = "mentees",
	.mentors = "mentors",
	.confirm = "закрепить",
	.bonds = "работа",
};

static void tables_copy(void)
{
	table_copy("people.cp1251.csv");
	table_copy("mentees.cp1251.csv");
	table_copy("mentors.cp1251.csv");
}

/* The start form: the school's name is enough. */
static void school_found(struct term *t)
{
	screen_is(t, "start");
	term_keys(t, SCHOOL_NAME "<F2>");
	screen_is(t, "home");
	term_expect(t, "Школа №");
}

/* From the board: what it is, which file, the preview, the check, the run, and back again. */
static void table_brought(struct term *t, const char *kind, const char *find, const char *added)
{
	term_keys(t, "<F2>");
	screen_is(t, "import");
	term_keys(t, kind);
	screen_is(t, "files");
	term_keys(t, find);
	term_keys(t, "<Enter>");
	screen_is(t, "preview");
	term_keys(t, "<F2>");
	screen_is(t, "report");
	term_expect(t, added);
	term_keys(t, "<F2>");
	screen_is(t, "report");
	term_expect(t, added);
	screen_says(t, SAID_BROUGHT_IN);
	term_keys(t, "<F10>"); /* straight back to where it was begun */
	screen_is(t, "home");
}

static void bases_seen(struct term *t)
{
	term_keys(t, "<F3>");
	screen_is(t, "people");
	term_expect(t, "616"); /* with the mentors who are no pupils */
	term_keys(t, "<F10>2");
	screen_is(t, "mentees");
	term_expect(t, "45");
	term_keys(t, "<F10>3");
	screen_is(t, "mentors");
	term_expect(t, "40");
	term_keys(t, "<F10>");
}

/* A request put in by hand: Цой Юлия came without one. */
static void request_given(struct term *t)
{
	term_keys(t, "2Цой Юлия<Enter>");
	screen_is(t, "mentee");
	term_keys(t, "<Tab><Tab><Tab><Tab><Tab><Tab>математика<Enter><Enter><F2>");
	screen_is(t, "mentees");
	term_expect(t, "матем");
	term_keys(t, "<F10>");
	screen_is(t, "home");
}

static void pairs_made(struct term *t, const struct manner *how)
{
	term_keys(t, "5");
	screen_is(t, "pairs");
	term_keys(t, "<Enter>");
	screen_is(t, "pairs");
	term_expect(t, "45");
	term_keys(t, "<F6>"); /* the lock is kept by finding again */
	screen_says(t, SAID_LOCKED);
	term_keys(t, "<F2><Enter>"); /* why not the mentor that the list offers first? */
	term_keys(t, "<Enter>");
	term_keys(t, "<Down><F4><End><Enter>"); /* the last mentor of all, by hand */
	if (!how->small)
		term_expect(t, STATE_LOCKED);
	term_keys(t, "<C-z><Ins>");
	term_expect(t, "45");
	menu_take(t, how->confirm);
	term_expect(t, BUTTON_CONFIRM);
	term_keys(t, "<Enter>");
	screen_is(t, "pairs");
	screen_says(t, "34"); /* eleven mentors take two mentees and more */
}

static void order_registered(struct term *t)
{
	term_keys(t, "<F5>");
	screen_is(t, "papers");
	term_keys(t, "9");
	screen_is(t, "paper-facts");
	term_keys(t, "127-о<Tab>01.12.2026<F2>");
	screen_is(t, "papers");
	term_expect(t, "127-о");
}

static void papers_saved(struct term *t)
{
	term_keys(t, "1");
	screen_is(t, "paper");
	term_expect(t, "01.12.2026");
	term_keys(t, "<Esc>");
	screen_is(t, "papers");
	term_keys(t, "2<C-u>~/order.pdf<Enter>");
	screen_says(t, "order.pdf");
	term_keys(t, "6<C-u>~/pairs.pdf<Enter>");
	screen_says(t, "pairs.pdf");
	term_keys(t, "8<Home><Enter>"); /* in the encoding offered first */
	term_keys(t, "<C-u>~/pairs.txt<Enter>");
	screen_says(t, "pairs.txt");
	term_keys(t, "<F10><F10>");
	screen_is(t, "home");
}

static void paper_names_all(const char *text)
{
	assert_non_null(strstr(text, "Быков Пётр Ильич"));
	assert_non_null(strstr(text, "Ёлкина Зоя"));
	assert_non_null(strstr(text, "Гончарова Варвара"));
	assert_null(strstr(text, "математика")); /* a request never stands on paper */
}

static void papers_read(void)
{
	char *order = program_says("pdftotext", "-layout", "order.pdf", "-", NULL);
	char *pairs = program_says("pdftotext", "-layout", "pairs.pdf", "-", NULL);
	char *text = file_text("pairs.txt");

	assert_non_null(strstr(order, "127-о"));
	assert_non_null(strstr(order, "МБОУ «Школа № 9»"));
	paper_names_all(pairs);
	paper_names_all(text);
	free(order);
	free(pairs);
	free(text);
}

/* Another day: all of it is there, and the last steps can still be taken back. */
static void reopened(const char *file, const struct manner *how)
{
	struct term *t = screen_open_as(file, how->terminal);

	screen_is(t, "home");
	bases_seen(t);
	term_keys(t, "6");
	screen_is(t, "bonds");
	term_keys(t, "<F10>5");
	screen_is(t, "pairs");
	term_keys(t, "<C-z>"); /* number and date */
	screen_says(t, SAID_TAKEN_BACK);
	term_keys(t, "<C-z>"); /* the confirmation */
	screen_says(t, SAID_TAKEN_BACK);
	menu_take(t, how->bonds);
	screen_is(t, "bonds");
	term_expect_not(t, STATE_AT_WORK);
	term_keys(t, "<C-y>");
	screen_says(t, SAID_DONE_AGAIN);
	term_expect(t, STATE_AT_WORK);
	term_keys(t, "<C-y>");
	screen_leave(t);
	assert_int_equal(command("check", file ? file : FILE_USUAL, NULL), 0);
}

static void path_walk(const char *file, const struct manner *how)
{
	struct term *t;

	tables_copy();
	t = screen_open_as(file, how->terminal);
	school_found(t);
	table_brought(t, "1", how->people, "600");
	table_brought(t, "2", how->mentees, "45");
	table_brought(t, "3", how->mentors, "40");
	bases_seen(t);
	request_given(t);
	pairs_made(t, how);
	order_registered(t);
	papers_saved(t);
	screen_leave(t);
	papers_read();
	reopened(file, how);
}

static void from_no_file_to_the_printed_order(void **state)
{
	(void)state;
	path_walk(FILE_NAME, &russian);
}

static void without_a_word_the_usual_file_is_made(void **state)
{
	(void)state;
	path_walk(NULL, &russian);
	assert_true(file_is_there(FILE_USUAL));
}

static void with_the_other_layout_on(void **state)
{
	struct manner how = russian;

	(void)state;
	how.people = "зущзду";
	how.mentees = "ьутеууы";
	how.mentors = "ьутещкы";
	how.confirm = "pfrhtgbnm";
	how.bonds = "hf,jnf";
	path_walk(FILE_NAME, &how);
}

static void on_the_smallest_terminal(void **state)
{
	struct manner how = russian;

	(void)state;
	how.small = true;
	how.terminal = (struct term_options){ .rows = 12, .cols = 40 };
	path_walk(FILE_NAME, &how);
}

static void on_the_console_without_locale_and_colours(void **state)
{
	static const char *const env[] = { "NO_COLOR=1", NULL };
	struct manner how = russian;

	(void)state;
	how.terminal = (struct term_options){ .term = "linux", .locale = "nosuch", .env = env };
	path_walk(FILE_NAME, &how);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_place(from_no_file_to_the_printed_order),
		on_place(without_a_word_the_usual_file_is_made),
		on_place(with_the_other_layout_on),
		on_place(on_the_smallest_terminal),
		on_place(on_the_console_without_locale_and_colours),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
