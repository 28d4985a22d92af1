/*
 * The curator's first day: from no file and three workbooks made by an office program to an order
 * that the secretary can edit, the consents by class on paper, and all of it carried on into the
 * next school year.
 */
#include "screen.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void office_convert(const char *to, const char *filter, const char *file)
{
	char place[PATH_MAX], *said;

	snprintf(place, sizeof(place), "-env:UserInstallation=file://%s/.office",
		 getcwd((char[PATH_MAX]){ 0 }, PATH_MAX - 64));
	said = program_says("soffice", place, "--headless", filter, "--convert-to", to, file, NULL);
	free(said);
}

/* As a Russian office reads a table in cp1251: dates and decimal commas become typed cells. */
static void workbooks_made(void)
{
	static const struct {
		const char *name;
		char delimiter;
	} tables[] = { { "people", ';' }, { "mentees", ',' }, { "mentors", ';' } };

	for (size_t i = 0; i < sizeof(tables) / sizeof(tables[0]); i++) {
		char csv[64], xlsx[64], filter[64];

		snprintf(csv, sizeof(csv), "%s.cp1251.csv", tables[i].name);
		snprintf(xlsx, sizeof(xlsx), "%s.cp1251.xlsx", tables[i].name);
		snprintf(filter, sizeof(filter), "--infilter=CSV:%d,34,34,1,,1049,false,true",
			 tables[i].delimiter);
		table_copy(csv);
		office_convert("xlsx:Calc MS Excel 2007 XML", filter, csv);
		assert_true(file_is_there(xlsx));
		unlink(csv);
	}
}

static void school_founded(struct term *t)
{
	screen_is(t, "start");
	term_keys(t, SCHOOL_NAME "<F2>");
	screen_is(t, "home");
}

static void workbook_brought(struct term *t, const char *kind, const char *find, const char *added)
{
	term_keys(t, "<F2>");
	screen_is(t, "import");
	term_keys(t, kind);
	screen_is(t, "files");
	term_keys(t, find);
	term_keys(t, "<Enter>");
	screen_is(t, "preview");
	term_expect(t, "xlsx");
	term_keys(t, "<F2>");
	screen_is(t, "report");
	term_expect(t, COUNT_NEW(""));
	term_expect(t, added);
	term_keys(t, "<F2>");
	screen_says(t, SAID_BROUGHT_IN);
	term_keys(t, "<F10>");
	screen_is(t, "home");
}

/* A pile of signed papers, one key each. */
static void consents_noted(struct term *t)
{
	menu_take(t, "согласия");
	screen_is(t, "consents");
	term_expect(t, "обработку 83");
	term_keys(t, "2222222222");
	term_expect(t, "обработку 73");
	term_keys(t, "<F5><Enter>pdf<Enter><C-u>~/owing.pdf<Enter>");
	screen_says(t, "owing.pdf");
	term_keys(t, "<F10>");
	menu_take(t, "листы классов");
	screen_is(t, "class-sheets");
	term_keys(t, "5А");
	term_keys(t, "<F5>15.12.2026<Enter>pdf<Enter><C-u>~/sheet.pdf<Enter>");
	screen_says(t, "sheet.pdf");
	term_keys(t, "<F10>");
	screen_is(t, "home");
}

static void pairs_ordered(struct term *t)
{
	term_keys(t, "5");
	screen_is(t, "pairs");
	term_keys(t, "<Enter>");
	term_expect(t, "45");
	term_keys(t, "<C-k><Enter>");
	screen_says(t, "34");
	term_keys(t, "<F5>");
	screen_is(t, "papers");
	term_keys(t, "3<C-u>~/order.odt<Enter>");
	screen_says(t, "order.odt");
	term_keys(t, "<F10><F10>");
	screen_is(t, "home");
}

static void carried_on(struct term *t)
{
	menu_take(t, "учебные годы");
	screen_is(t, "years");
	term_keys(t, "<Ins>");
	screen_is(t, "year-new");
	term_keys(t, "<F2>");
	screen_is(t, "home");
	term_expect(t, "2027/2028");
	term_keys(t, "<F3>");
	screen_is(t, "people");
	term_keys(t, "Быков Пётр");
	term_expect(t, "6А"); /* 5А a year ago */
	term_keys(t, "<Esc><F10>");
}

/* September's list knows last year's people: nobody is doubled. */
static void fresh_list_brought(struct term *t)
{
	table_write("fresh.csv", "Фамилия;Имя;Отчество;Дата рождения;Класс\n"
				 "Быков;Пётр;Ильич;10.10.2014;6А\n"
				 "Новосёлова;Ярослава;Игоревна;03.04.2016;6А\n");
	term_keys(t, "<F2>1fresh<Enter><F2>");
	screen_is(t, "report");
	term_expect(t, COUNT_NEW("1"));
	term_keys(t, "<F2>");
	screen_says(t, SAID_BROUGHT_IN);
	term_keys(t, "<F10>");
	screen_is(t, "home");
}

static void papers_read(void)
{
	char *order, *owing, *sheet;

	office_convert("pdf", "--writer", "order.odt");
	order = program_says("pdftotext", "-layout", "order.pdf", "-", NULL);
	owing = program_says("pdftotext", "-layout", "owing.pdf", "-", NULL);
	sheet = program_says("pdftotext", "-layout", "sheet.pdf", "-", NULL);
	assert_non_null(strstr(order, SCHOOL_NAME));
	assert_non_null(strstr(order, "ПРИКАЗ"));
	assert_non_null(strstr(order, "Ёлкина Зоя"));
	assert_non_null(strstr(owing, "Ёлкина Зоя"));
	assert_non_null(strstr(sheet, "15.12.2026"));
	assert_non_null(strstr(sheet, "Быков Пётр"));
	assert_null(strstr(sheet, "Ёлкина Зоя")); /* another class */
	free(order);
	free(owing);
	free(sheet);
}

static void from_three_workbooks_to_the_next_year(void **state)
{
	struct term *t;

	(void)state;
	workbooks_made();
	t = screen_open(NULL);
	school_founded(t);
	workbook_brought(t, "1", "people", "600");
	workbook_brought(t, "2", "mentees", "45");
	workbook_brought(t, "3", "mentors", "40");
	consents_noted(t);
	pairs_ordered(t);
	carried_on(t);
	fresh_list_brought(t);
	screen_leave(t);
	papers_read();
	assert_int_equal(command("check", FILE_USUAL, NULL), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_place(from_three_workbooks_to_the_next_year),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
