/* Consents: noted with one key a row, each a record with its history; class sheets and back. */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

/* The screen of consents of a fresh school. */
static struct term *consents_open(void)
{
	struct term *t = screen_open(FILE_NAME);

	menu_take(t, "Согласия");
	screen_is(t, "consents");
	return t;
}

static size_t marks(struct term *t, const char *mark)
{
	const char *text = term_screen(t);
	size_t n = 0;

	for (const char *at = text; (at = strstr(at, mark)); at += strlen(mark))
		n++;
	return n;
}

static void an_empty_school_says_what_to_do(void **state)
{
	struct term *t = consents_open();

	(void)state;
	assert_true(body_has(t, "этапов 2 и 3"));
	term_keys(t, "123 *<Ins><Enter>");
	screen_is(t, "consents");
	screen_keys(t, "<F10>", "home");
	menu_take(t, "Листы классов");
	screen_is(t, "class-sheets");
	assert_true(body_has(t, "Список школы пуст"));
	screen_leave(t);
}

static void thirty_rows_are_marked_with_thirty_keys(void **state)
{
	struct term *t = consents_open();

	(void)state;
	term_expect(t, "без согласия на участие 83, на обработку 83");
	assert_true(body_has(t, "Публикация")); /* all three on 80 columns */
	term_keys(t, "111111111111111111111111111111");
	term_expect(t, "без согласия на участие 53, на обработку 83");
	term_keys(t, "<Home>");
	assert_int_equal(marks(t, "✓ 22.11.2026"), 19);
	term_keys(t, "<Right>     "); /* the other kind by Space */
	term_expect(t, "на участие 53, на обработку 78");
	/* Each key is one step. */
	term_keys(t, "<C-z><C-z>");
	screen_says(t, SAID_TAKEN_BACK);
	term_expect(t, "на участие 53, на обработку 80");
	term_keys(t, "<C-y>");
	term_expect(t, "на обработку 79");
	/* The same key on a row that has it takes it away. */
	term_keys(t, "<Home>1");
	term_expect(t, "на участие 54,");
	screen_leave(t);
}

static void what_was_marked_is_there_after_a_power_cut(void **state)
{
	struct term *t = consents_open();

	(void)state;
	term_keys(t, "2222222");
	screen_kill(t);
	t = consents_open();
	term_expect(t, "на участие 83, на обработку 76");
	term_keys(t, "<C-z>");
	term_expect(t, "на обработку 77");
	screen_leave(t);
}

static void a_paper_out_of_a_pile_is_found_by_its_name(void **state)
{
	struct term *t = consents_open();

	(void)state;
	term_keys(t, "быков");
	assert_true(body_has(t, "Быков Пётр"));
	term_keys(t, "3"); /* publication; the next name begins anew */
	screen_says(t, "публикация – 22.11.2026");
	term_keys(t, "`krby"); /* Ёлкина, on the other layout */
	assert_true(body_has(t, "Ёлкина"));
	assert_false(body_has(t, "Быков"));
	term_keys(t, "1<Esc>");
	assert_int_equal(command("list", "consents", FILE_NAME, "--class", "5А", NULL), 0);
	screen_leave(t);
}

static void one_date_for_all_marked(void **state)
{
	struct term *t = consents_open();

	(void)state;
	term_keys(t, "<F2>");
	screen_keys(t, "<C-u>31.12.2026<Enter>", "consents"); /* a day to come */
	term_expect(t, "ещё не наступил");
	screen_keys(t, "<C-u>2.9.26<Enter>", "consents");
	screen_says(t, "02.09.2026");
	term_keys(t, "<Ins><Ins><Ins>2");
	screen_says(t, "отмечено у 3");
	term_keys(t, "<Home>");
	assert_int_equal(marks(t, "✓ 02.09.2026"), 3);
	term_keys(t, "*2"); /* all */
	term_expect(t, "на обработку 0");
	term_keys(t, "<C-z>"); /* in one step */
	term_expect(t, "на обработку 80");
	screen_leave(t);
}

static void the_filter_leaves_who_owes(void **state)
{
	struct term *t = consents_open();

	(void)state;
	term_keys(t, "*1*2"); /* nobody owes anything: publication is optional */
	term_keys(t, "<F4>кто не<Enter>");
	term_expect(t, "показано 0");
	term_keys(t, "<C-z>");
	term_expect(t, "показано 83");
	term_keys(t, "<F4>Класс 5А<Enter>");
	term_expect(t, "5А: кто не сдал");
	term_expect(t, "показано 6");
	term_keys(t, "2"); /* the row goes, the cursor stands on the next one */
	term_expect(t, "показано 5");
	term_keys(t, "<F4><Enter>");
	term_expect(t, "человек 83");
	screen_leave(t);
}

static void the_board_leads_to_those_whom_it_counts(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	term_click_text(t, "45 наставляемых без согласия на обработку");
	screen_is(t, "consents");
	term_expect(t, "показано 45");
	/* Space notes what they are asked for. */
	term_keys(t, " ");
	term_expect(t, "показано 44");
	screen_keys(t, "<F10>", "home");
	term_expect(t, "44 наставляемых без согласия на обработку");
	screen_leave(t);
}

static void a_consent_has_its_history(void **state)
{
	struct term *t = consents_open();

	(void)state;
	screen_keys(t, "быков п", "consents");
	screen_keys(t, "<Enter>", "person-consents");
	assert_true(body_has(t, "Согласий пока нет"));
	screen_keys(t, "<Ins>", "consent");
	/* the kind is chosen, the day is no day to come, the term does not end before it */
	term_keys(t, "<F4>обработка<Enter><Tab><C-u>01.12.2026<Tab>");
	screen_says(t, "ещё не наступил");
	term_keys(t, "<C-u>01.09.2026<Tab><C-u>Быкова Анна Петровна<Tab>01.08.2026<Tab>");
	screen_says(t, "раньше дня подписания");
	screen_keys(t, "<C-u>31.05.2027<F2>", "person-consents");
	assert_true(body_has(t, "действует"));
	assert_true(body_has(t, "Быкова Анна"));
	term_keys(t, "<F2>");
	screen_keys(t, "<C-u>01.08.2026<Enter>", "person-consents"); /* before it was signed */
	term_expect(t, "раньше дня подписания");
	screen_keys(t, "<C-u>05.10.2026<Enter>", "person-consents");
	assert_true(body_has(t, "отозвано 05.10.2026"));
	screen_keys(t, "<F10>", "consents");
	assert_true(body_has(t, "! отозвано"));
	screen_keys(t, "<Enter>", "person-consents");
	term_keys(t, "<F8><Left><Enter>");
	assert_true(body_has(t, "Согласий пока нет"));
	term_keys(t, "<C-z><C-z>"); /* the record is back, and stands again */
	assert_true(body_has(t, "действует"));
	screen_leave(t);
}

static void a_base_leads_to_the_persons_consents(void **state)
{
	struct term *t = screen_go("2Быков<F2><C-u>02.09.2026<Enter>");

	(void)state;
	menu_take(t, "Все согласия");
	screen_is(t, "person-consents");
	assert_true(body_has(t, "02.09.2026"));
	assert_true(body_has(t, "действует"));
	screen_leave(t);
}

static void who_owes_what_is_printed_by_class(void **state)
{
	struct term *t = consents_open();
	char *text;

	(void)state;
	term_keys(t, "*1<F5><Enter>текст<Enter>utf-8<Enter>");
	screen_keys(t, "<C-u>~/owing.txt<Enter>", "consents");
	screen_says(t, "owing.txt");
	text = file_text("owing.txt");
	assert_non_null(strstr(text, "5А класс: не сданы согласия"));
	assert_non_null(strstr(text, "Взрослые: не сданы согласия"));
	assert_non_null(strstr(text, "обработка данных"));
	assert_null(strstr(text, "участие"));
	assert_null(strstr(text, "математика"));
	free(text);
	screen_leave(t);
}

static void a_class_sheet_goes_out_and_comes_back(void **state)
{
	struct term *t = screen_open(FILE_NAME);
	char *text;

	(void)state;
	menu_take(t, "Листы классов");
	screen_is(t, "class-sheets");
	term_keys(t, "7В<F5><C-u>01.12.2026<Enter>текст<Enter>utf-8<Enter>");
	screen_keys(t, "<C-u>~/sheet.txt<Enter>", "class-sheets");
	screen_says(t, "sheet.txt");
	text = file_text("sheet.txt");
	assert_non_null(strstr(text, "Лист класса 7В"));
	assert_non_null(strstr(text, "Вернуть куратору до 01.12.2026"));
	assert_non_null(strstr(text, "1│Алексеев Степан"));
	assert_null(strstr(text, "математика")); /* requests are never printed in words */
	assert_null(strstr(text, "Лист класса 7Б"));
	free(text);

	screen_keys(t, "<Enter>", "class-sheet");
	term_expect(t, "запросов 7 · согласий 0, 0, 0");
	/* A request makes the pupil a mentee; the cursor goes down the column. */
	term_keys(t, "мат<Enter>");
	term_expect(t, "запросов 8");
	assert_non_null(strstr(term_row(t, 3), "математика"));
	/* Down the column by Space, the other kinds by their digits. */
	term_keys(t, "<Up><Right>   23");
	term_expect(t, "согласий 3, 1, 1");
	/* Along the row. */
	term_keys(t, "<F6><Home><Right>   ");
	term_expect(t, "согласий 4, 0, 0"); /* Space takes away what is there */
	term_keys(t, "<C-z><C-z><C-z>");
	term_expect(t, "согласий 3, 1, 1");
	screen_kill(t);

	t = screen_open(FILE_NAME);
	menu_take(t, "Листы классов");
	screen_keys(t, "7В<Enter>", "class-sheet"); /* goes on where it was left */
	term_expect(t, "запросов 8 · согласий 3, 1, 1");
	term_keys(t, "<Del>");
	term_expect(t, "запросов 7");
	screen_keys(t, "<F3>", "person-consents");
	screen_keys(t, "<F10><F5><Enter>текст<Enter>utf-8<Enter><C-u>~/again.txt<Enter>",
		    "class-sheet");
	text = file_text("again.txt"); /* the sheet, not the rows with their requests */
	assert_non_null(strstr(text, "Лист класса 7В"));
	assert_null(strstr(text, "профориентация"));
	free(text);
	screen_leave(t);
}

static void the_second_program_notes_nothing(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	menu_take(t, "Согласия");
	screen_is(t, "consents");
	term_keys(t, "1 ");
	term_expect(t, "на участие 83");
	screen_keys(t, "<F10>", "home");
	menu_take(t, "Листы классов");
	screen_keys(t, "5А<Enter>", "class-sheet");
	term_keys(t, "<Right>1 2м");
	term_expect(t, "согласий 0, 0, 0");
	screen_leave_both(first, t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(an_empty_school_says_what_to_do),
		on_school(thirty_rows_are_marked_with_thirty_keys),
		on_school(what_was_marked_is_there_after_a_power_cut),
		on_school(a_paper_out_of_a_pile_is_found_by_its_name),
		on_school(one_date_for_all_marked),
		on_school(the_filter_leaves_who_owes),
		on_school(the_board_leads_to_those_whom_it_counts),
		on_school(a_consent_has_its_history),
		on_school(a_base_leads_to_the_persons_consents),
		on_school(who_owes_what_is_printed_by_class),
		on_school(a_class_sheet_goes_out_and_comes_back),
		on_school(the_second_program_notes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
