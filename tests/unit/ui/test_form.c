/* The form on a terminal: typing, checking, choosing, saving, leaving. */
#include "pty.h"

/* The form of the first person of the list, on a screen of its own size. */
static struct term *form_sized(int rows, int cols)
{
	struct term *t = gallery_start("48", (struct term_options){ .rows = rows, .cols = cols });

	term_keys(t, "1<Enter>");
	term_expect(t, "Карточка");
	return t;
}

static struct term *form(void)
{
	return form_sized(24, 80);
}

/* Back from the form, from the list, and out. */
static void leave(struct term *t)
{
	term_keys(t, "<Esc>");
	if (term_has(t, "Do not save"))
		term_keys(t, "<Right><Enter>");
	term_expect(t, "Этап 2 · База");
	term_keys(t, "<Esc>");
	gallery_leave(t);
}

static void it_shows_the_record_by_its_fields(void **state)
{
	struct term *t = form();
	int row, col;

	(void)state;
	term_expect_row(t, 3, "   Фамилия *                     Алексеева");
	term_expect(t, "Дата рождения                 01.01.2011");
	term_expect(t, "Как в паспорте.");
	assert_true(term_cursor(t, &row, &col));
	assert_int_equal(row, 3);
	assert_int_equal(col, 33 + 9);
	term_golden(t, GOLDEN, "form");
	leave(t);
}

static void what_was_typed_is_saved_by_f2(void **state)
{
	struct term *t = form();

	(void)state;
	term_keys(t, "<C-u>Яковлева<Tab><C-u>Инна<Tab><C-u>14032012<Tab><C-u>7<F2>");
	term_expect(t, "Сохранено: Яковлева Инна");
	term_expect(t, "Яковлева Инна                        7В");
	term_keys(t, "<Enter>");
	term_expect(t, "14.03.2012");
	leave(t);
}

static void ctrl_s_saves_too(void **state)
{
	struct term *t = form();

	(void)state;
	term_keys(t, "а<C-s>");
	term_expect(t, "Сохранено: Алексееваа Мария");
	term_keys(t, "<Esc>");
	gallery_leave(t);
}

static void a_required_field_must_be_filled_in(void **state)
{
	struct term *t = form();
	int row, col;

	(void)state;
	term_keys(t, "<C-u><Down><Down>"); /* leaving it empty is allowed */
	term_cursor(t, &row, &col);
	assert_int_equal(row, 5);
	term_keys(t, "<F2>");
	term_expect_not(t, "Сохранено");
	term_cursor(t, &row, &col); /* saving is not: the cursor is back */
	assert_int_equal(row, 3);
	leave(t);
}

static void a_wrong_value_keeps_the_cursor_once(void **state)
{
	struct term *t = form();
	int row, col;

	(void)state;
	term_keys(t, "<Down><Down><C-u>31022012<Down>");
	term_cursor(t, &row, &col);
	assert_int_equal(row, 5);
	term_expect(t, "31.02.2012");
	term_keys(t, "<Down>"); /* whoever insists may go on */
	term_cursor(t, &row, &col);
	assert_int_equal(row, 6);
	term_expect(t, " ! Дата рождения                 31.02.2012");
	term_keys(t, "<F2>"); /* but it is not saved */
	term_expect_not(t, "Сохранено");
	term_cursor(t, &row, &col);
	assert_int_equal(row, 5);
	term_keys(t, "<C-u>28022012<F2>");
	term_expect(t, "Сохранено");
	term_keys(t, "<Esc>");
	gallery_leave(t);
}

static void a_year_alone_is_understood(void **state)
{
	struct term *t = form();

	(void)state;
	term_keys(t, "<Down><Down><C-u>2012<Down>");
	term_expect(t, "Дата рождения                 2012");
	leave(t);
}

static void undo_works_within_the_field(void **state)
{
	struct term *t = form();

	(void)state;
	term_keys(t, "<Home>Салтыкова-<C-z>");
	term_expect(t, "Фамилия *                     Алексеева");
	term_expect_not(t, "Салтыкова-");
	term_keys(t, "<C-y>");
	term_expect(t, "Салтыкова-Алексеева");
	leave(t);
}

static void a_paste_goes_into_one_field(void **state)
{
	struct term *t = form();

	(void)state;
	term_keys(t, "<C-u>");
	term_paste(t, "О'Коннор\nШон\t");
	term_expect(t, "Фамилия *                     О'Коннор Шон");
	leave(t);
}

static void a_long_value_scrolls_sideways(void **state)
{
	struct term *t = form_sized(12, 40);
	int row, col;

	(void)state;
	term_keys(t, "<Down><C-u>");
	for (int i = 0; i < 10; i++)
		term_keys(t, "абвгд ежзи");
	assert_true(term_cursor(t, &row, &col));
	assert_true(col < 40);
	term_expect(t, "абвгд ежзи");
	term_keys(t, "ъ");
	term_expect(t, "At most 100 characters fit here.");
	term_keys(t, "<Home>");
	term_cursor(t, &row, &col);
	assert_int_equal(col, 3 + 16 + 2);
	leave(t);
}

static void a_choice_is_stepped_through_and_picked(void **state)
{
	struct term *t = form();

	(void)state;
	term_keys(t, "<Down><Down><Down><Down><Right>");
	term_expect(t, "Запрос                        английский язык");
	term_keys(t, "<Right><Right><Right><Right><Right><Left>");
	term_expect(t, "Запрос                        профориентация");
	term_keys(t, " ");
	term_expect(t, "– nothing –");
	term_golden(t, GOLDEN, "form_choice");
	term_keys(t, "<Esc>мат"); /* a letter opens the list and finds */
	term_expect(t, "Find: мат_");
	term_keys(t, "<Enter>");
	term_expect(t, "Запрос                        математика, ОГЭ");
	term_keys(t, "<Del>");
	term_expect_not(t, "математика");
	leave(t);
}

static void several_are_chosen_in_an_order(void **state)
{
	struct term *t = form();

	(void)state;
	term_keys(t, "<Down><Down><Down><Down><Down><F4>");
	term_keys(t, "<Down><Down> <Home> <Enter>");
	term_expect(t, "Интересы                      футбол; шахматы");
	term_keys(t, " nt<Enter><Enter>"); /* те in the other layout: театр */
	term_expect(t, "футбол; шахматы; театр");
	term_keys(t, " <Esc>");
	term_expect(t, "футбол; шахматы; театр");
	leave(t);
}

static void what_is_hidden_is_not_offered(void **state)
{
	struct term *t = form();

	(void)state;
	term_keys(t, "<Down><Down><Down><Down><Right><Right><Right><Right><Right>");
	term_expect(t, "Запрос                        новый класс, общение");
	term_keys(t, " ");
	term_expect_not(t, "карточки");
	term_keys(t, "<Esc><Down> ");
	term_expect(t, "природа");
	term_expect_not(t, "йо-йо");
	term_keys(t, "<Esc>");
	leave(t);
}

static void who_has_what_is_hidden_now_keeps_it(void **state)
{
	struct term *t = gallery_start("48", (struct term_options){ .rows = 24, .cols = 80 });

	(void)state;
	term_keys(t, "1<End><Enter><Down><Down><Down><Down><Down>");
	term_expect(t, "Интересы                      йо-йо");
	term_keys(t, "<F4><Home> <Enter>");
	term_expect(t, "йо-йо; шахматы");
	term_keys(t, "<F4><End>");
	term_expect(t, "1 йо-йо");
	term_keys(t, " <Enter>"); /* taken out: it is theirs no more */
	term_expect_not(t, "йо-йо");
	term_keys(t, "<F4>");
	term_expect_not(t, "йо-йо");
	term_keys(t, "<Esc>");
	leave(t);
}

static void yes_and_no_change_by_space(void **state)
{
	struct term *t = form();

	(void)state;
	term_expect(t, "! Согласия на обработку данных пока нет.");
	term_keys(t, "<Down><Down><Down><Down><Down><Down> ");
	term_expect_not(t, "! Согласия");
	leave(t);
}

static void a_long_text_has_lines(void **state)
{
	struct term *t = form();

	(void)state;
	term_keys(t, "<Down><Down><Down><Down><Down><Down><Down>");
	term_keys(t, "Первая строка<Enter>вторая<Up><End>!<Tab><BackTab>");
	term_expect(t, "Первая строка!");
	term_expect(t, "                                 вторая");
	term_paste(t, "а\nб");
	term_keys(t, "<F2>");
	term_expect(t, "Сохранено");
	term_keys(t, "<Enter>");
	term_expect(t, "Первая строка!");
	leave(t);
}

static void rare_fields_stand_behind_more(void **state)
{
	struct term *t = form();

	(void)state;
	term_expect_not(t, "Телефон");
	term_click_text(t, "▸ More");
	term_click_text(t, "▸ More");
	term_expect(t, "Телефон");
	term_keys(t, "<Down>+7 900<Down>13<F2>");
	term_expect(t, "Баллы: 13 здесь не ставят.");
	term_keys(t, "<C-u>12,5<F2>"); /* no decimals here */
	term_expect_not(t, "Сохранено");
	term_keys(t, "<C-u>12<F2>");
	term_expect(t, "Сохранено");
	term_keys(t, "<Esc>");
	gallery_leave(t);
}

static void esc_with_changes_asks(void **state)
{
	struct term *t = form();

	(void)state;
	term_keys(t, "Х<Esc>");
	term_expect(t, "Save what was changed?");
	term_golden(t, GOLDEN, "form_leave");
	term_keys(t, "<Right><Right><Enter>"); /* stay */
	term_expect(t, "АлексееваХ");
	term_keys(t, "<F10><Esc>"); /* Esc in the question is to stay, too */
	term_expect(t, "АлексееваХ");
	term_keys(t, "<C-c><Enter>"); /* save */
	term_expect(t, "Сохранено: АлексееваХ");
	term_keys(t, "<Enter>У<Esc><Right><Enter>"); /* do not */
	term_expect_not(t, "АлексееваХУ");
	term_keys(t, "<Esc>");
	gallery_leave(t);
}

static void without_changes_nothing_is_asked(void **state)
{
	struct term *t = form();

	(void)state;
	term_keys(t, "<Down><Down><Down><Right><Esc>");
	term_expect(t, "Этап 2 · База");
	term_keys(t, "<Esc>");
	gallery_leave(t);
}

static void help_begins_with_the_field(void **state)
{
	struct term *t = form();

	(void)state;
	term_keys(t, "<F1>");
	term_expect_row(t, 2, " Фамилия");
	term_expect_row(t, 3, " Как в паспорте.");
	term_expect(t, "F2, Ctrl+S");
	term_keys(t, "<Esc>");
	leave(t);
}

static void the_smallest_screen_is_enough(void **state)
{
	struct term *t = form_sized(12, 40);

	(void)state;
	term_golden(t, GOLDEN, "form_narrow");
	term_keys(t, "<PageDown><PageDown><PageDown>");
	term_expect(t, "▸ More");
	term_keys(t, " <PageDown>");
	term_expect(t, "Баллы");
	term_keys(t, "<PageUp><PageUp><PageUp>");
	term_expect(t, "Кто это");
	leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_shows_the_record_by_its_fields),
		cmocka_unit_test(what_was_typed_is_saved_by_f2),
		cmocka_unit_test(ctrl_s_saves_too),
		cmocka_unit_test(a_required_field_must_be_filled_in),
		cmocka_unit_test(a_wrong_value_keeps_the_cursor_once),
		cmocka_unit_test(a_year_alone_is_understood),
		cmocka_unit_test(undo_works_within_the_field),
		cmocka_unit_test(a_paste_goes_into_one_field),
		cmocka_unit_test(a_long_value_scrolls_sideways),
		cmocka_unit_test(a_choice_is_stepped_through_and_picked),
		cmocka_unit_test(several_are_chosen_in_an_order),
		cmocka_unit_test(what_is_hidden_is_not_offered),
		cmocka_unit_test(who_has_what_is_hidden_now_keeps_it),
		cmocka_unit_test(yes_and_no_change_by_space),
		cmocka_unit_test(a_long_text_has_lines),
		cmocka_unit_test(rare_fields_stand_behind_more),
		cmocka_unit_test(esc_with_changes_asks),
		cmocka_unit_test(without_changes_nothing_is_asked),
		cmocka_unit_test(help_begins_with_the_field),
		cmocka_unit_test(the_smallest_screen_is_enough),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
