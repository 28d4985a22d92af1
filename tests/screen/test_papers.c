/* The order and the pair list: number and date, on the screen, as PDF and as text. */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static void without_confirmed_pairs_nothing_is_printed(void **state)
{
	struct term *t = screen_go("<F5>");

	(void)state;
	screen_is(t, "papers");
	screen_keys(t, "1", "papers");
	screen_keys(t, "5", "papers");
	screen_keys(t, "2<C-u>~/order.pdf<Enter>", "papers");
	screen_keys(t, "3<C-u>~/order.odt<Enter>", "papers");
	screen_keys(t, "4<Enter><C-u>~/order.txt<Enter>", "papers");
	assert_false(file_is_there("order.pdf"));
	assert_false(file_is_there("order.odt"));
	assert_false(file_is_there("order.txt"));
	screen_leave(t);
}

static void number_date_and_term_are_kept(void **state)
{
	struct term *t = screen_go("<F5>9");

	(void)state;
	screen_is(t, "paper-facts");
	term_keys(t, "127-о<Tab>32.12.2026<Tab>");
	screen_says(t, "32.12.2026");
	screen_keys(t, "<C-u>01.12.2026<Tab><Tab><C-u>01.01.2020<F2>", "paper-facts");
	screen_keys(t, "<C-u>31.05.2027<F2>", "papers"); /* a term ends after it began */
	term_expect(t, "127-о");
	term_keys(t, "<C-z>");
	term_expect_not(t, "127-о");
	screen_keys(t, "9x<Esc><Right><Enter>", "papers"); /* do not save */
	screen_leave(t);
}

static void the_order_is_read_on_the_screen(void **state)
{
	struct term *t = screen_go("<F5>1");

	(void)state;
	screen_is(t, "paper");
	term_expect(t, "ПРИКАЗ");
	term_expect(t, "№ ____"); /* not registered yet: a place to write it */
	term_keys(t, "<End>");
	term_expect(t, "____");
	term_keys(t, "<Home><F7>приказываю<Enter>");
	assert_true(body_has(t, "ПРИКАЗЫВАЮ"));
	term_resize(t, 12, 40);
	term_keys(t, "<PageDown><PageDown><PageUp><Right><Right><Left>");
	screen_is(t, "paper");
	screen_leave(t);
}

static void the_pair_list_names_everybody_and_no_request(void **state)
{
	static const char *const names[] = { "Алексеев Тихон", "Ёлкина Зоя", "О'Коннор",
					     "Юм Ян Ли" };
	struct term *t = screen_go("<F5>8<Enter><C-u>~/list.txt<Enter>");
	char *text;

	(void)state;
	screen_says(t, "list.txt");
	text = file_text("list.txt");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		assert_non_null(strstr(text, names[i]));
	assert_null(strstr(text, "математика"));
	free(text);
	screen_keys(t, "5", "paper");
	term_expect(t, "2026/2027");
	screen_leave(t);
}

static void text_in_an_encoding_of_choice(void **state)
{
	struct term *t = screen_go("<F5>8cp866<Enter><C-u>~/list.txt<Enter>");
	char *text;

	(void)state;
	screen_says(t, "list.txt");
	text = program_says("iconv", "-f", "cp866", "-t", "utf-8", "list.txt", NULL);
	assert_non_null(strstr(text, "Ёлкина"));
	free(text);
	screen_leave(t);
}

static void a_file_that_is_there_is_not_lost_unasked(void **state)
{
	struct term *t;
	char *text;

	(void)state;
	table_write("order.pdf", "precious");
	t = screen_go("<F5>2<C-u>~/order.pdf<Enter>");
	term_keys(t, "<Enter>"); /* the harmless button */
	text = file_text("order.pdf");
	assert_string_equal(text, "precious");
	free(text);
	term_keys(t, "2<C-u>~/order.pdf<Enter><Left><Enter>");
	screen_says(t, "order.pdf");
	text = file_text("order.pdf");
	assert_memory_equal(text, "%PDF-", 5);
	free(text);
	screen_leave(t);
}

static void a_place_that_cannot_be_written_is_said(void **state)
{
	struct term *t;

	(void)state;
	mkdir("folder", 0700);
	t = screen_go("<F5>2<C-u>~/folder<Enter><Left><Enter>");
	screen_is(t, "papers");
	screen_says(t, "folder");
	screen_keys(t, "2<C-u>~/nowhere/order.pdf<Enter>", "papers");
	screen_says(t, "nowhere");
	screen_keys(t, "2<C-u>/dev/full<Enter><Left><Enter>", "papers"); /* a full disk */
	screen_leave(t);
}

static void papers_are_saved_from_where_they_are_read(void **state)
{
	struct term *t = screen_go("<F5>1<F2><C-u>~/order.pdf<Enter>");
	char *text;

	(void)state;
	screen_says(t, "order.pdf");
	term_keys(t, "<F6>1251<Enter><C-u>~/order.txt<Enter>");
	screen_says(t, "order.txt");
	text = program_says("pdftotext", "order.pdf", "-", NULL);
	assert_non_null(strstr(text, "ПРИКАЗ"));
	free(text);
	text = program_says("iconv", "-f", "cp1251", "-t", "utf-8", "order.txt", NULL);
	assert_non_null(strstr(text, "ПРИКАЗ"));
	free(text);
	screen_leave(t);
}

/* The part of an OpenDocument text that holds the words. */
static char *odt_content(const char *path)
{
	return program_says("unzip", "-p", path, "content.xml", NULL);
}

static void the_order_is_saved_for_the_secretary_to_edit(void **state)
{
	struct term *t = screen_go("<F5>3<C-u>~/order<Enter>"); /* the ending is added */
	char *text;

	(void)state;
	screen_says(t, "order.odt");
	text = odt_content("order.odt");
	assert_non_null(strstr(text, "ПРИКАЗЫВАЮ:"));
	assert_non_null(strstr(text, "Приложение №"));
	free(text);
	screen_keys(t, "7<C-u>~/pairs.odt<Enter>", "papers");
	text = odt_content("pairs.odt");
	assert_non_null(strstr(text, "Ёлкина Зоя"));
	assert_null(strstr(text, "ПРИКАЗЫВАЮ"));
	free(text);
	screen_keys(t, "1", "paper");
	screen_keys(t, "<F4><C-u>~/again.odt<Enter>", "paper");
	screen_says(t, "again.odt");
	assert_true(file_is_there("again.odt"));
	screen_leave(t);
}

/* Who may only read may print. */
static void the_second_program_prints(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	screen_keys(t, "<F5>2<C-u>~/order.pdf<Enter>", "papers");
	assert_true(file_is_there("order.pdf"));
	screen_keys(t, "9", "paper-facts");
	screen_refuses(t, "127-о<F2>");
	screen_keys(t, "<Esc>", "papers");
	term_expect_not(t, "127-о");
	screen_leave_both(first, t);
}

static void the_catalogue_shows_a_paper_for_one_for_all_or_blank(void **state)
{
	struct term *t = screen_go("<F5>0");

	(void)state;
	screen_is(t, "all-papers");
	term_keys(t, "лист учёта<Enter>");
	term_expect(t, "На всех: 34");
	term_keys(t, "<Enter>");
	term_expect(t, "Алиева Лейла Вагиф кызы, 11А");
	screen_keys(t, "<F10>", "all-papers");
	term_keys(t, "<Enter><Down><Enter>");
	term_expect(t, "Наставник: ____");
	screen_keys(t, "<F10>", "all-papers");
	term_keys(t, "<Enter>Ёлкина<Enter>");
	assert_true(body_has(t, "Ёлкина Зоя Андреевна"));
	assert_false(body_has(t, "Алиева"));
	term_keys(t, "<F4>");
	screen_says(t, "не правят"); /* nothing to be edited in it */
	term_keys(t, "<F2><C-u>~/sheet.pdf<Enter>");
	screen_says(t, "sheet.pdf");
	assert_true(file_is_there("sheet.pdf"));
	screen_leave(t);
}

/* From the record: what is made for this very participant, this very pair. */
static void a_record_has_its_papers(void **state)
{
	struct term *t = screen_go("<Home><Down><Enter><Home><Enter>Ёлкина Зоя<Esc>");

	(void)state;
	screen_is(t, "mentees");
	menu_take(t, "Бумаги участника");
	term_expect(t, "Согласие на обработку данных");
	term_keys(t, "заявление<Enter>");
	term_expect(t, "Ёлкиной Зои Андреевны");
	screen_keys(t, "<F10>", "mentees");
	menu_take(t, "Все согласия человека");
	menu_take(t, "Заявление или согласие на подпись");
	term_keys(t, "публикацию<Enter>");
	term_expect(t, "для распространения");
	term_keys(t, "<F10><F10>");
	screen_is(t, "mentees");
	term_keys(t, "<F10><F10><Home><Down><Down><Down><Down><Down><Enter><Home><Enter>");
	screen_is(t, "bonds");
	term_keys(t, "Ёлкина Зоя<Esc>");
	menu_take(t, "Бумаги пары");
	term_keys(t, "лист учёта<Enter>");
	term_expect(t, "Наставляемый: Ёлкина Зоя Андреевна");
	screen_leave(t);
}

static void a_paper_is_sent_to_a_file_straight_from_the_catalogue(void **state)
{
	struct term *t = screen_go("<F5>0реестр<F5>PDF<Enter><C-u>~/registry.pdf<Enter>");
	char *text;

	(void)state;
	screen_is(t, "all-papers");
	screen_says(t, "registry.pdf");
	text = program_says("pdftotext", "-layout", "registry.pdf", "-", NULL);
	assert_non_null(strstr(text, "Реестр наставников на 2026/2027"));
	assert_null(strstr(text, "+7")); /* no telephone */
	free(text);
	screen_leave(t);
}

static void with_nobody_to_make_it_for_there_is_a_sentence(void **state)
{
	struct term *t = screen_go("<F5>0база наставляемых<Enter>");

	(void)state;
	screen_is(t, "all-papers");
	screen_says(t, "печатать нечего");
	screen_leave(t);
}

/* The school's own words: a copy to edit, a fault in it by its line, the old words again. */
static void a_text_of_ones_own_wins_until_it_is_given_up(void **state)
{
	struct term *t = screen_go("<F5>0реестр<F4><Enter>");
	char *text;

	(void)state;
	text = file_text("school.papers/mentor_registry.txt");
	assert_non_null(strstr(text, "Реестр наставников на"));
	free(text);
	table_write("school.papers/mentor_registry.txt", ".left\n\nСвои слова: {год}\n");
	term_keys(t, "<Enter>");
	term_expect(t, "Свои слова: 2026/2027");
	screen_keys(t, "<F10>", "all-papers");
	table_write("school.papers/mentor_registry.txt", ".left\n\nСвои слова: {годы}\n");
	screen_keys(t, "<Enter>", "all-papers");
	screen_says(t, "строка 3");
	screen_says(t, "годы");
	menu_take(t, "Вернуть текст из методики");
	assert_true(file_is_there("school.papers/mentor_registry.txt.old"));
	term_keys(t, "<Enter>");
	term_expect(t, "Реестр наставников");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_school(without_confirmed_pairs_nothing_is_printed),
		on_bonds(number_date_and_term_are_kept),
		on_bonds(the_order_is_read_on_the_screen),
		on_bonds(the_pair_list_names_everybody_and_no_request),
		on_bonds(text_in_an_encoding_of_choice),
		on_bonds(a_file_that_is_there_is_not_lost_unasked),
		on_bonds(a_place_that_cannot_be_written_is_said),
		on_bonds(papers_are_saved_from_where_they_are_read),
		on_bonds(the_order_is_saved_for_the_secretary_to_edit),
		on_bonds(the_second_program_prints),
		on_bonds(the_catalogue_shows_a_paper_for_one_for_all_or_blank),
		on_bonds(a_record_has_its_papers),
		on_bonds(a_paper_is_sent_to_a_file_straight_from_the_catalogue),
		on_empty(with_nobody_to_make_it_for_there_is_a_sentence),
		on_bonds(a_text_of_ones_own_wins_until_it_is_given_up),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
