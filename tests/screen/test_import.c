/* Bringing in tables: which, from where, what was understood, what would be done, doing it. */
#include "screen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* From the board to the preview of a class list in the current folder. */
static struct term *preview_of(const char *name)
{
	struct term *t = screen_go("<F2>1");

	screen_is(t, "files");
	term_keys(t, name);
	screen_keys(t, "<Enter>", "preview");
	return t;
}

static void an_empty_folder_says_so(void **state)
{
	struct term *t = screen_go("<F2>");

	(void)state;
	screen_is(t, "import");
	screen_keys(t, "<Down><Down><Enter>", "files");
	term_expect(t, "../");
	screen_leave(t);
}

static void folders_are_walked(void **state)
{
	struct term *t;

	(void)state;
	mkdir("таблицы", 0700);
	table_write("таблицы/класс.csv", "ФИО;Класс\nИванов Лев;5А\n");
	table_write("notes.pdf", "not a table");
	t = screen_go("<F2>1");
	term_expect(t, "таблицы/");
	term_expect_not(t, "notes.pdf");
	screen_keys(t, "nf,kbws<Enter>", "files"); /* таблицы, in the other layout */
	term_expect(t, "класс.csv");
	screen_keys(t, "<Enter>", "files"); /* ../ stands first */
	term_expect(t, "таблицы/");
	term_keys(t, "<F4>таблицы/класс.csv<Enter>"); /* a path may be typed too */
	screen_is(t, "preview");
	term_expect(t, "Иванов Лев");
	screen_leave(t);
}

/* Each gets a sentence with its name in it, and the file browser stays. */
static void what_is_no_table_gets_a_sentence(void **state)
{
	static const char *const bad[] = { "empty.csv", "sheet.xlsx", "noise.csv", "other.csv",
					   "blank.csv" };
	struct term *t;

	(void)state;
	table_write("empty.csv", "");
	table_write("sheet.xlsx", "PK\003\004");
	table_write("noise.csv", "\x01\x02\x03\xff\xfe\x80\x81");
	table_write("blank.csv", "\n\n\n");
	assert_int_equal(command("backup", FILE_NAME, "other.csv", NULL), 0); /* a database */
	t = screen_go("<F2>1");
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		term_keys(t, bad[i]);
		term_keys(t, "<Enter>");
		screen_is(t, "files");
		if (i != 4)
			screen_says(t, bad[i]);
		term_keys(t, "<Esc>");
	}
	term_keys(t, "<F4>nosuch.csv<Enter>");
	term_expect(t, "nosuch.csv");
	term_keys(t, "<Esc>");
	screen_leave(t);
}

static void a_table_that_went_away_is_said(void **state)
{
	struct term *t;

	(void)state;
	table_write("here.csv", "ФИО;Класс\nИванов Лев;5А\n");
	t = screen_go("<F2>1<Down>");
	unlink("here.csv");
	screen_keys(t, "<Enter>", "files");
	screen_says(t, "here.csv");
	screen_leave(t);
}

static void the_preview_shows_what_was_understood(void **state)
{
	struct term *t;

	(void)state;
	table_copy("people.cp1251.csv");
	t = preview_of("people");
	term_expect(t, "Windows-1251");
	term_expect(t, "Фамилия");
	term_expect(t, "Архипов");
	term_keys(t, "<Down><Down>");
	term_expect(t, "Григорьева"); /* the next rows of the column, in the pane */
	term_keys(t, "отч");          /* found by the heading or by where it goes */
	assert_true(body_has(t, "Отчество"));
	assert_false(body_has(t, "Фамилия"));
	term_keys(t, "<Enter>– не<Enter><Esc>"); /* and the one that was found is changed */
	assert_true(strstr(term_row(t, 7), "– не загружать –"));
	assert_true(body_has(t, "Фамилия"));
	screen_leave(t);
}

static void every_encoding_is_found_and_can_be_changed(void **state)
{
	static const char *const names[][2] = { { "people.koi8r.csv", "KOI8-R" },
						{ "people.cp866.csv", "866" },
						{ "people.utf16.csv", "UTF-16" },
						{ "people.utf8bom.csv", "UTF-8" } };
	struct term *t = screen_go("<F2>1");

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		table_copy(names[i][0]);
		term_keys(t, "<F10>1");
		term_keys(t, names[i][0]);
		screen_keys(t, "<Enter>", "preview");
		term_expect(t, names[i][1]);
		term_expect(t, "Архипов");
		screen_keys(t, "<F10>", "files");
		unlink(names[i][0]);
	}
	table_copy("people.koi8r.csv");
	screen_keys(t, "<F10>1people<Enter>", "preview");
	term_keys(t, "<F4>1251<Enter>");
	term_expect_not(t, "Архипов");
	term_keys(t, "<F4>koi<Enter>");
	term_expect(t, "Архипов");
	screen_leave(t);
}

static void a_column_goes_where_one_says(void **state)
{
	struct term *t;

	(void)state;
	table_write("list.csv", "Прозвание;Класс\nИванов Лев;5А\nПетрова Яна;5Б\n");
	t = preview_of("list");
	term_keys(t, "<Home><Enter>фио<Enter><F2>");
	screen_is(t, "report");
	term_expect(t, COUNT_NEW("2"));
	screen_keys(t, "<F2>", "report");
	screen_keys(t, "<F10><F3>", "people");
	term_expect(t, "Иванов Лев");
	term_expect(t, "5Б");
	screen_leave(t);
}

static void delimiter_and_headings_can_be_set_right(void **state)
{
	struct term *t;

	(void)state;
	table_write("list.csv", "Иванов|Лев|5А\nПетрова|Яна|5Б\n");
	t = preview_of("list");
	menu_take(t, "разделитель");
	term_keys(t, "<End><Enter>"); /* the bar */
	screen_is(t, "preview");
	menu_take(t, "строка");
	term_keys(t, "<C-u>x<Enter>");
	term_expect(t, "0"); /* that is no line; 0 when there are none */
	term_keys(t, "<C-u>0<Enter>");
	term_keys(t, "<Home><Enter>фам<Enter><Down><Enter>имя<Enter><Down><Enter>класс<Enter>");
	screen_keys(t, "<F2>", "report");
	term_expect(t, COUNT_NEW("2"));
	screen_leave(t);
}

/* Both rows are of people whom the file knows twice, or not quite. */
static struct term *report_with_everything(void)
{
	struct term *t;

	table_write("bad.csv", "Фамилия;Имя;Отчество;Класс;Дата рождения\n"
			       "Иванов;Пётр;;;\n"
			       "Петров;;;5А;\n"
			       "Новый;Ян;;5А;31.02.2010\n"
			       "Шишкин;Лев;;5А;10.10.2014\n");
	t = preview_of("bad");
	screen_keys(t, "<F2>", "report");
	term_expect(t, COUNT_NEW("1"));
	return t;
}

static void a_question_is_answered(void **state)
{
	struct term *t = report_with_everything();

	(void)state;
	assert_non_null(strstr(term_row(t, 3), "Иванов Пётр")); /* questions stand first */
	term_keys(t, "<Enter>");
	term_expect(t, "Иванов Пётр Ильич, 5А");
	term_expect(t, "Иванов Пётр Ильич, 9Б");
	term_keys(t, "<Esc>"); /* no answer yet */
	assert_non_null(strstr(term_row(t, 3), "Иванов Пётр"));
	screen_keys(t, "<Enter><Enter>", "report");
	assert_false(body_has(t, "Иванов Пётр"));
	screen_leave(t);
}

static void rejected_rows_go_to_a_table_of_their_own(void **state)
{
	struct term *t = report_with_everything();
	char *text;

	(void)state;
	term_keys(t, "<F5><C-u>~/rejected.csv<Enter>");
	screen_says(t, "rejected.csv");
	assert_true(body_has(t, "Новый Ян")); /* the report stands there as before */
	text = file_text("rejected.csv");
	assert_non_null(strstr(text, "31.02.2010"));
	assert_null(strstr(text, "Шишкин"));
	free(text);
	screen_leave(t);
}

static void all_or_nothing_unless_one_agrees(void **state)
{
	struct term *t = report_with_everything();

	(void)state;
	screen_keys(t, "<F2><Enter>", "report"); /* the harmless button: nothing */
	screen_keys(t, "<F10><F10><F10><F10><F3>", "people");
	term_expect(t, "616");
	screen_keys(t, "<F10><F2>1bad<Enter><F2>", "report");
	screen_keys(t, "<F2><Left><Enter>", "report");
	screen_says(t, SAID_BROUGHT_IN);
	screen_refuses(t, "<F2>"); /* once is enough */
	term_keys(t, "<F10><F3>");
	term_expect(t, "617");
	term_keys(t, "<C-z>");
	term_expect(t, "616");
	screen_leave(t);
}

static void after_one_table_comes_the_next(void **state)
{
	struct term *t;

	(void)state;
	table_write("list.csv", "ФИО;Класс\nИванов Лев;5А\n");
	t = preview_of("list");
	screen_keys(t, "<F2>", "report");
	screen_keys(t, "<F2>", "report");
	assert_non_null(strstr(term_row(t, 0), SAID_BROUGHT_IN));
	term_keys(t, "<C-z>"); /* the report says what is true now */
	assert_null(strstr(term_row(t, 0), SAID_BROUGHT_IN));
	assert_non_null(strstr(term_row(t, 0), "возвращена"));
	term_keys(t, "<C-y>");
	assert_non_null(strstr(term_row(t, 0), SAID_BROUGHT_IN));
	screen_keys(t, "<Enter>", "import");
	screen_keys(t, "2", "files");
	screen_leave(t);
}

static void the_same_table_twice_changes_nothing(void **state)
{
	struct term *t;

	(void)state;
	table_copy("people.utf8bom.csv");
	t = preview_of("people");
	screen_keys(t, "<F2>", "report");
	term_expect(t, COUNT_NOTHING);
	term_keys(t, "<F2>");
	term_expect_not(t, "Ctrl+Z"); /* there is nothing to take back */
	screen_leave(t);
}

static void what_the_books_do_not_know_is_shown(void **state)
{
	struct term *t;

	(void)state;
	table_write("mentees.csv", "ФИО;Класс;Запрос\nБыков Пётр Ильич;5А;квантовая телепатия\n");
	t = screen_go("<F2>2mentees<Enter><F2>");
	screen_is(t, "report");
	assert_true(body_has(t, "Быков Пётр"));
	term_keys(t, "<F2>"); /* with a remark in it, it is brought in all the same */
	screen_says(t, SAID_BROUGHT_IN);
	screen_leave(t);
}

static void the_report_is_found_in_and_sorted(void **state)
{
	struct term *t;

	(void)state;
	table_write("list.csv", "ФИО;Класс\nЯшин;5А\nАбрамов;5Б\nЁлкина;5В\n");
	t = preview_of("list");
	screen_keys(t, "<F2>", "report");
	assert_non_null(strstr(term_row(t, 3), "  2  "));
	term_keys(t, "<F6>о ком<Enter><Home>");
	assert_non_null(strstr(term_row(t, 3), "Абрамов"));
	term_keys(t, "<F6>строка<Enter><F6>строка<Enter><Home>"); /* twice: from below */
	assert_non_null(strstr(term_row(t, 3), "Ёлкина"));
	term_keys(t, "ziby"); /* in the other layout */
	assert_true(body_has(t, "Яшин"));
	assert_false(body_has(t, "Абрамов"));
	screen_leave(t);
}

/* Ragged rows, quotes that hold line ends, names of three lines, no class: nothing stops it. */
static void the_worst_table_is_reported_row_by_row(void **state)
{
	char *text = NULL;
	size_t size;
	FILE *out = open_memstream(&text, &size);
	struct term *t;

	(void)state;
	fputs("Фамилия;Имя;Класс\n", out);
	for (int i = 0; i < 400; i++)
		fprintf(out, "%s%d;%s;%s\n",
			i % 3 ? "Константинопольская-Преображенская-Воскресенская-"
			      : "\"Две\nстроки ",
			i, i % 3 ? "Анна-Мария-Магдалина-Екатерина;;;лишнее" : "\";Лев", "99Я");
	fclose(out);
	table_write("worst.csv", text);
	free(text);
	t = preview_of("worst");
	screen_keys(t, "<F2>", "report");
	term_keys(t, "<End>");
	assert_int_not_equal(term_cursor_row(t), -1);
	term_resize(t, 12, 40);
	term_keys(t, "<PageUp><PageUp><Home>");
	screen_is(t, "report");
	screen_leave(t);
}

static void another_sheet_is_chosen(void **state)
{
	struct term *t;

	(void)state;
	table_copy("shapes.xlsx");
	t = preview_of("shapes");
	term_expect(t, "лист «7 «В»», 3 из 4"); /* the first one is empty, the second hidden */
	term_expect(t, "Абрамов Лев Ильич");
	term_keys(t, "<F4>");
	term_expect(t, "Черновик (скрытый)");
	term_keys(t, "пустой<Enter>"); /* nothing on it: a sentence, and the sheet stays */
	screen_says(t, "Пустой");
	term_expect(t, "Абрамов Лев Ильич");
	term_keys(t, "<F4>8<Enter>");
	term_expect(t, "лист «8А», 4 из 4");
	term_expect(t, "Яшин");
	screen_keys(t, "<F2>", "report");
	term_expect(t, COUNT_NEW("1"));
	screen_keys(t, "<F2>", "report");
	screen_says(t, SAID_BROUGHT_IN);
	screen_leave(t);
}

/* A spreadsheet has no encoding, a text no sheets: F4 is the one that makes sense. */
static void spreadsheets_have_no_delimiter(void **state)
{
	struct term *t;

	(void)state;
	table_copy("people.ods");
	t = preview_of("people");
	term_expect(t, "Архипов");
	assert_false(menu_has(t, "другой разделитель"));
	term_keys(t, "<F4>");
	term_expect(t, "Какой лист?");
	term_keys(t, "<Esc>");
	screen_leave(t);
}

/* As Excel copies: tabs, a cell of two lines in quotes, CRLF. */
#define PASTED "ФИО\tКласс\tТелефон\n\"Иванов\nПётр\"\t7 \"В\"\t89160000001\nЯшина Ия\t8А\t\n"

static void a_block_pasted_into_a_list_is_brought_in(void **state)
{
	struct term *t = screen_go("<F3>");

	(void)state;
	screen_is(t, "people");
	term_paste(t, PASTED);
	screen_is(t, "preview");
	term_expect(t, "Вставленная таблица");
	screen_keys(t, "<F2>", "report");
	term_expect(t, COUNT_NEW("2"));
	screen_keys(t, "<F2>", "report");
	screen_keys(t, "<Enter>", "people"); /* back in the list, and they are in it */
	assert_true(body_has(t, "Иванов Пётр"));
	assert_true(body_has(t, "7В"));
	term_paste(t, "Яшина"); /* no table: found, as if typed */
	assert_false(body_has(t, "Иванов Пётр"));
	screen_leave(t);
}

static void a_block_pasted_into_the_menu_asks_what_it_is(void **state)
{
	struct term *t = screen_go("<F2>");

	(void)state;
	term_paste(t, "ФИО\tКласс\tЗапрос\nБыков Пётр\t5А\tматематика\n");
	term_expect(t, "Что вставляется?");
	term_keys(t, "наставляем<Enter>");
	screen_is(t, "preview");
	term_expect(t, "Быков Пётр");
	screen_keys(t, "<F10>", "import");
	screen_keys(t, "1", "files"); /* the folder takes a block too */
	term_paste(t, PASTED);
	screen_is(t, "preview");
	screen_leave(t);
}

/* A terminal that does not tell a paste from typing sends its letters, Tab and Enter. */
static void a_paste_that_comes_as_typing_is_taken(void **state)
{
	struct term *t = screen_go("<F2>8");

	(void)state;
	term_expect(t, "Что вставляется?");
	term_keys(t, "<Enter>");
	screen_is(t, "paste");
	screen_refuses(t, "<F2>"); /* nothing is there yet */
	term_keys(t, "ФИО<Tab>Класс<Enter>Иванов Пётр<Tab>7В<Enter>");
	term_expect(t, "2 строки");
	term_expect(t, "Иванов Пётр │ 7В");
	term_paste(t, "Яшина Ия\t8А\nЯшина Зоя\t8А"); /* and blocks follow */
	term_expect(t, "4 строки");
	screen_keys(t, "<F2>", "preview");
	screen_keys(t, "<F2>", "report");
	term_expect(t, COUNT_NEW("3"));
	screen_keys(t, "<F10><F10>", "paste"); /* nothing is lost on the way back */
	term_expect(t, "4 строки");
	term_keys(t, "<F8>");
	term_expect(t, "0 строк");
	screen_leave(t);
}

static void a_paste_that_was_cut_is_told(void **state)
{
	struct term *t = screen_go("<F3>");

	(void)state;
	term_paste(t, "Фамилия\tИмя\tКласс\tТелефон\nИванов\tПётр\t7В\t1\nЯшина\tИя");
	screen_keys(t, "<F2>", "report");
	term_expect(t, COUNT_NEW("2")); /* what came is not lost */
	term_keys(t, "<Home>");
	term_expect(t, "обрывается посреди");
	assert_non_null(strstr(term_row(t, 3), "Ия"));
	screen_leave(t);
}

static void the_second_program_brings_nothing_in(void **state)
{
	struct term *first, *t = screen_second(&first);

	(void)state;
	screen_refuses(t, "<F2>");
	assert_false(menu_has(t, "Загрузить таблицу"));
	screen_leave_both(first, t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(an_empty_folder_says_so),
		on_empty(folders_are_walked),
		on_empty(what_is_no_table_gets_a_sentence),
		on_empty(a_table_that_went_away_is_said),
		on_empty(the_preview_shows_what_was_understood),
		on_empty(every_encoding_is_found_and_can_be_changed),
		on_empty(a_column_goes_where_one_says),
		on_empty(delimiter_and_headings_can_be_set_right),
		on_school(a_question_is_answered),
		on_school(rejected_rows_go_to_a_table_of_their_own),
		on_school(all_or_nothing_unless_one_agrees),
		on_empty(after_one_table_comes_the_next),
		on_school(the_same_table_twice_changes_nothing),
		on_school(what_the_books_do_not_know_is_shown),
		on_empty(the_report_is_found_in_and_sorted),
		on_school(the_worst_table_is_reported_row_by_row),
		on_empty(another_sheet_is_chosen),
		on_empty(spreadsheets_have_no_delimiter),
		on_empty(a_block_pasted_into_a_list_is_brought_in),
		on_empty(a_block_pasted_into_the_menu_asks_what_it_is),
		on_empty(a_paste_that_comes_as_typing_is_taken),
		on_empty(a_paste_that_was_cut_is_told),
		on_school(the_second_program_brings_nothing_in),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
