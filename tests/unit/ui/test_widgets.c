/* Menu, dialogs, grid, text, progress, help, key bar: the rest of the gallery. */
#include <string.h>

#include "pty.h"

static void the_board_has_its_look(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_expect_row(t, 4,
			" 2 Карточка человека                           ▰▰▰▰▰▰▰▰▰▱  45/48  01.10");
	term_expect_row(t, 22, " Список: поиск, порядок, отметки.");
	term_golden(t, GOLDEN, "board");
	gallery_leave(t);
}

static void items_answer_to_both_layouts(void **state)
{
	/* В lies on d, с on c, ы on s, р on h, о on j */
	static const char *const letters[][2] = {
		{ "в", "Удалить наставника?" },
		{ "D", "Удалить наставника?" },
		{ "с", "Новая школа" },
		{ "c", "Новая школа" },
		{ "Ы", "Интересы" },
		{ "s", "Интересы" },
	};
	struct term *t = gallery();

	(void)state;
	for (size_t i = 0; i < sizeof(letters) / sizeof(letters[0]); i++) {
		term_keys(t, letters[i][0]);
		term_expect(t, letters[i][1]);
		term_keys(t, "<Esc>");
		term_expect_not(t, letters[i][1]);
	}
	gallery_leave(t);
}

static void the_cursor_skips_headings(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_keys(t, "<Up>");
	assert_int_equal(term_cursor_row(t), 3);
	term_keys(t, "<Down><Down><Down><Down><Down>");
	assert_int_equal(term_cursor_row(t), 10);
	term_keys(t, "<End><Down>");
	assert_int_equal(term_cursor_row(t), 14);
	term_keys(t, "<Home>");
	assert_int_equal(term_cursor_row(t), 3);
	gallery_leave(t);
}

static void a_question_is_answered_by_its_buttons(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_keys(t, "в");
	term_golden(t, GOLDEN, "question");
	term_keys(t, "<Enter>"); /* the harmless button has the cursor */
	term_expect(t, "Нажато: 1");
	term_keys(t, "в<Left><Enter>");
	term_expect(t, "Нажато: 0");
	term_keys(t, "в<Esc>");
	term_expect(t, "Нажато: -1");
	term_keys(t, "вyнY"); /* letters press nothing */
	term_expect(t, "Удалить наставника?");
	term_click_text(t, "[ Удалить");
	term_expect(t, "Нажато: 0");
	gallery_leave(t);
}

static void a_line_is_asked_for(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_keys(t, "с<C-u>нет<Enter>");
	term_expect(t, "Такое имя не подходит: «нет».");
	term_keys(t, "<C-u>Лицей № 2<Enter>");
	term_expect(t, "Введено: Лицей № 2");
	gallery_leave(t);
}

static void several_are_picked(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_keys(t, "ы");
	term_golden(t, GOLDEN, "picker");
	term_keys(t, "<Home> <End> <Enter>");
	term_expect(t, "Выбрано: 3 1 8");
	term_keys(t, "ы яяя");
	term_expect(t, "nothing is found");
	term_keys(t, "<Enter><Down><Esc><Esc>");
	term_expect_not(t, "Интересы");
	gallery_leave(t);
}

static void long_work_shows_how_far_it_is(void **state)
{
	const char *argv[] = { GALLERY, "48", "300", NULL };
	const char *env[] = { "NASTAVNIK_LANG=en", NULL };
	struct term *t = term_start(&(struct term_options){ .argv = argv, .env = env });

	(void)state;
	term_keys(t, "р");
	term_expect(t, "Сделано: 300");
	gallery_leave(t);
}

static void long_work_can_be_stopped(void **state)
{
	const char *argv[] = { GALLERY, "48", "1000000000", NULL };
	const char *env[] = { "NASTAVNIK_LANG=en", NULL };
	struct term *t = term_start(&(struct term_options){ .argv = argv, .env = env });

	(void)state;
	term_send(t, "р");
	term_wait_text(t, "[ Esc – Stop ]");
	term_keys(t, "2<Down><Enter><F9><Esc>"); /* other keys do nothing meanwhile */
	term_expect(t, "Остановлено: 0");
	gallery_leave(t);
}

static void a_grid_is_filled_by_single_keys(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_keys(t, "31нyб,"); /* н and y are one key, б and , too */
	term_expect(t, "Пятый ещё болел: отметить нельзя.");
	term_keys(t, "<Home><Right>");
	term_expect(t, "1 – был  Н – не был  Б – болел");
	term_keys(t, "<Home><Up><Up> ");
	term_golden(t, GOLDEN, "grid");
	term_keys(t, "<Del><End><PageDown><PageDown>1");
	term_click(t, 3, 33);
	term_keys(t, "<Esc>");
	gallery_leave(t);
}

static void a_text_is_read_and_searched(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_keys(t, "4");
	term_expect(t, "ПРИКАЗ");
	term_keys(t, "<PageDown>");
	term_expect_not(t, "ПРИКАЗ");
	term_keys(t, "<Home><F7>№ 42<Enter>");
	term_expect(t, "42. Наставляемый № 42");
	term_keys(t, "<F7><C-u>№ 4<Enter>");
	term_keys(t, "<F3><F3>");
	term_expect(t, "№ 4");
	term_keys(t, "<F7><C-u>нет такого<Enter>");
	term_expect(t, "It is not in this text.");
	term_keys(t, "<Esc><End>");
	term_expect(t, "60. Наставляемый");
	term_keys(t, "<Right><Right>");
	term_expect_not(t, "60. Наставляемый");
	term_keys(t, "<Esc>");
	gallery_leave(t);
}

static void what_cannot_open_says_why(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_keys(t, "о");
	term_expect(t, "Файл школы не читается: диск отключён."); /* two rows: nothing is cut */
	term_expect(t, "лежит на нём.");
	term_keys(t, "<Down>");
	term_expect_not(t, "Файл школы");
	gallery_leave(t);
}

static void help_is_made_from_the_keys(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_keys(t, "1<F1>");
	term_expect(t, "Все, кто хочет, чтобы им помогли.");
	term_expect(t, "F4, Enter  Править карточку. Открывает карточку человека.");
	term_expect(t, "Ctrl+Z     Вернуть. Отменяет последнее действие.");
	term_keys(t, "<F1><Esc><Esc>"); /* no help about help on top of it */
	term_expect(t, "Галерея");
	gallery_leave(t);
}

static void the_menu_has_everything_with_its_key(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_keys(t, "1<F9>");
	term_golden(t, GOLDEN, "pulldown");
	term_keys(t, "<Right><Down><Down>");
	term_expect(t, "Ctrl+T");
	term_expect(t, "Space does the same");
	term_keys(t, "<Left><Left>");
	term_expect(t, "Вернуть");
	term_keys(t, "<F9>"); /* closes it */
	term_expect_not(t, "Вернуть");
	term_keys(t, "<Esc>");
	gallery_leave(t);
}

static void a_letter_of_the_menu_works_in_both_layouts(void **state)
{
	static const char *const keys[] = { "с", "c", "С", "<Down><Down><Enter>" };
	struct term *t = gallery();

	(void)state;
	term_keys(t, "1");
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		term_keys(t, "<F9>");
		term_keys(t, keys[i]);
		term_expect(t, "ПРИКАЗ");
		term_keys(t, "<Esc>");
	}
	term_keys(t, "<F9>");
	term_click_text(t, "Печать списка");
	term_expect(t, "ПРИКАЗ");
	term_keys(t, "<Esc><F9>");
	term_click_text(t, "Program");
	term_expect(t, "Вернуть");
	term_click(t, 20, 70); /* beside the menu */
	term_expect_not(t, "Вернуть");
	term_keys(t, "<Esc>");
	gallery_leave(t);
}

static void what_is_not_possible_says_why_in_the_menu(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_keys(t, "1яяя<F9><Down>");
	term_expect(t, "– Править карточку");
	term_expect(t, "There is no row under the cursor.");
	term_keys(t, "<Enter>"); /* it stays, and says it still */
	term_expect(t, "There is no row under the cursor.");
	term_keys(t, "<F1>");
	term_expect(t, "! There is no row under the cursor.");
	term_keys(t, "<Esc><Esc><C-p>прав");
	term_expect(t, "There is no row under the cursor.");
	term_keys(t, "<Esc><Esc><Esc><Esc>");
	gallery_leave(t);
}

static void the_palette_finds_a_command_by_parts_of_its_name(void **state)
{
	static const char *const parts[] = { "gtxf", "печ сп", "списка печ", "ПЕЧАТЬ", "еча" };
	struct term *t = gallery();

	(void)state;
	term_keys(t, "1<C-p>");
	term_golden(t, GOLDEN, "palette");
	term_keys(t, "<Esc>");
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		term_keys(t, "<C-p>");
		term_keys(t, parts[i]);
		term_keys(t, "<Enter>");
		term_expect(t, "ПРИКАЗ");
		term_keys(t, "<Esc>");
	}
	term_keys(t, "<C-p>");
	term_paste(t, "печать\tсписка");
	term_keys(t, "<Enter>");
	term_expect(t, "ПРИКАЗ");
	term_keys(t, "<Esc>");
	term_keys(t, "<Esc>");
	gallery_leave(t);
}

static void the_key_bar_shows_only_what_works(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_expect_row(
		t, 23,
		" 1Help                         5Печать                         9Menu 10Exit");
	term_keys(t, "1");
	term_expect_row(t, 23,
			" 1Help 2Новый         4Правка 5Печать 6Order 7Find 8Удалить 9Menu 10Back");
	term_keys(t, "яяя"); /* nothing to edit, nothing to delete */
	term_expect_not(t, "4Правка");
	term_keys(t, "<F4>");
	term_expect(t, "There is no row under the cursor.");
	term_keys(t, "<Esc>");
	term_click_text(t, "10Back");
	term_expect(t, "Галерея");
	gallery_leave(t);
}

static void every_way_to_a_function_key_works(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_keys(t, "<M-5>");
	term_expect(t, "ПРИКАЗ");
	term_keys(t, "<M-0>");
	term_keys(t, "<Esc>5"); /* Esc has nothing to close on the board */
	term_expect(t, "ПРИКАЗ");
	term_keys(t, "<Esc>");
	term_expect(t, "Галерея");
	term_click_text(t, "5Печать");
	term_expect(t, "ПРИКАЗ");
	term_keys(t, "<Esc><Esc><Down>1"); /* after another key a digit is a digit again */
	term_expect(t, "База наставляемых");
	term_keys(t, "<Esc>");
	gallery_leave(t);
}

static void esc_never_leaves_the_program(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_keys(t, "<Esc><Esc><Esc><C-c><C-c>");
	term_expect(t, "Галерея");
	gallery_leave(t);
}

static void undo_is_everywhere_but_in_fields(void **state)
{
	struct term *t = gallery();

	(void)state;
	term_keys(t, "<C-z>");
	term_expect(t, "Возвращено.");
	term_keys(t, "<Down>я"); /* я lies on z: terminals that send no control character */
	term_expect(t, "Возвращено.");
	term_keys(t, "1<C-z>");
	term_expect(t, "Возвращено.");
	term_keys(t, "<Enter>а<C-z>");
	term_expect_not(t, "Возвращено.");
	term_keys(t, "<Esc>");
	if (term_has(t, "Do not save"))
		term_keys(t, "<Right><Enter>");
	term_keys(t, "<Esc>");
	gallery_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_board_has_its_look),
		cmocka_unit_test(items_answer_to_both_layouts),
		cmocka_unit_test(the_cursor_skips_headings),
		cmocka_unit_test(a_question_is_answered_by_its_buttons),
		cmocka_unit_test(a_line_is_asked_for),
		cmocka_unit_test(several_are_picked),
		cmocka_unit_test(long_work_shows_how_far_it_is),
		cmocka_unit_test(long_work_can_be_stopped),
		cmocka_unit_test(a_grid_is_filled_by_single_keys),
		cmocka_unit_test(a_text_is_read_and_searched),
		cmocka_unit_test(what_cannot_open_says_why),
		cmocka_unit_test(help_is_made_from_the_keys),
		cmocka_unit_test(the_menu_has_everything_with_its_key),
		cmocka_unit_test(a_letter_of_the_menu_works_in_both_layouts),
		cmocka_unit_test(what_is_not_possible_says_why_in_the_menu),
		cmocka_unit_test(the_palette_finds_a_command_by_parts_of_its_name),
		cmocka_unit_test(the_key_bar_shows_only_what_works),
		cmocka_unit_test(every_way_to_a_function_key_works),
		cmocka_unit_test(esc_never_leaves_the_program),
		cmocka_unit_test(undo_is_everywhere_but_in_fields),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
