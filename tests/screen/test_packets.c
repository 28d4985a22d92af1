/* Packets: given out, typed on another computer, taken back, and what differs decided. */
#include "screen.h"

#include <stdlib.h>
#include <string.h>

#include "survey_school.h"

/* The planted questionnaire as packets, codes only. */
static void packets_give(const char *first, const char *second)
{
	screen_leave(survey_typing());
	assert_int_equal(command("survey", "packet", FILE_NAME, "trial", "-o", first, NULL), 0);
	if (second)
		assert_int_equal(
			command("survey", "packet", FILE_NAME, "trial", "-o", second, NULL), 0);
}

/* A sheet typed into a packet in the real program. */
static void packet_type(const char *packet, int number, const char *answers)
{
	struct term *t = screen_open(packet);

	screen_is(t, "packet-desk");
	screen_keys(t, "1", "sheet");
	sheet_keys(t, number, answers);
	screen_keys(t, "<F10>", "packet-desk");
	screen_leave(t);
}

static void packet_take(struct term *t, const char *packet)
{
	screen_is(t, "packets");
	screen_keys(t, "<F2>", "packet-files");
	term_keys(t, "<F4>");
	term_keys(t, packet);
	term_keys(t, "<Enter>");
}

static struct term *packets_open(void)
{
	struct term *t = screen_open(FILE_NAME);

	menu_take(t, "Выданные пакеты");
	screen_is(t, "packets");
	return t;
}

static void a_packet_is_given_out_by_keys(void **state)
{
	struct term *t = survey_typing();

	(void)state;
	screen_keys(t, "<F10>", "surveys");
	menu_take(t, "Выдать пакетом");
	screen_is(t, "packet-give");
	term_expect(t, "Проверочная");
	term_keys(t, "<Down>Орлова<Down> ");
	term_expect(t, "откроет кто угодно"); /* names were said aloud */
	term_keys(t, " <Down><Down><C-u>~/out<F2>");
	screen_is(t, "surveys");
	screen_says(t, "Выдано только с кодами");
	assert_true(file_is_there("out.packet"));
	screen_leave(t);
	t = packets_open();
	term_expect(t, "Орлова");
	screen_leave(t);
}

static void a_packet_shows_only_typing(void **state)
{
	struct term *t;

	(void)state;
	packets_give("a.packet", NULL);
	t = screen_open("a.packet");
	screen_is(t, "packet-desk");
	term_expect(t, "введено 0 из 45");
	term_keys(t, "<C-p>Люди<Enter>"); /* there is no such place */
	term_keys(t, "<Esc><Esc>");
	screen_is(t, "packet-desk");
	screen_keys(t, "<F2>", "sheet");
	sheet_keys(t, 7, SHEET_KEYS);
	/* Half a sheet, and the power goes. */
	term_keys(t, "8<Enter>13<Enter>9");
	screen_kill(t);
	t = screen_open("a.packet");
	screen_is(t, "packet-desk");
	term_expect(t, "введено 1 из 45");
	term_expect(t, "начато 1");
	term_expect(t, "ещё не записано");
	term_keys(t, "3");
	screen_says(t, "Всё записано в пакет");
	screen_keys(t, "2", "survey-sheets");
	term_expect(t, "2Н-007");
	/* Without names a code stands there once. */
	assert_false(body_has(t, "2Н-007    2Н-007"));
	screen_keys(t, "<F10>", "packet-desk");
	/* Everything of the packet cannot be taken back, what was typed can. */
	term_keys(t, "<C-z>");
	term_expect(t, "введено 0 из 45");
	term_keys(t, "<C-z>");
	screen_says(t, "Возвращать больше нечего");
	term_keys(t, "<C-y>");
	term_expect(t, "введено 1 из 45");
	screen_leave(t);
	t = packets_open();
	packet_take(t, "a.packet");
	screen_is(t, "packets");
	screen_says(t, "добавлено 1");
	says_of_file("select count(*) from sheet where survey = 900", "1");
	packet_take(t, "a.packet");
	screen_says(t, "уже есть 1");
	says_of_file("select count(*) from sheet where survey = 900", "1");
	screen_leave(t);
}

/* What was typed twice in the packet is verified at the school, with what differed. */
static void a_second_entry_comes_along(void **state)
{
	struct term *t;

	(void)state;
	packets_give("a.packet", NULL);
	packet_type("a.packet", 7, SHEET_KEYS);
	assert_int_equal(command("survey", "take", FILE_NAME, "a.packet", NULL), 0);
	t = screen_open("a.packet");
	screen_keys(t, "2", "survey-sheets");
	screen_keys(t, "<Ins>", "sheet");
	term_keys(t, "7<Enter>13<Enter>8<F2>05-213<Enter> <Enter>"); /* the first was right */
	screen_says(t, "сверен");
	screen_keys(t, "<F10>", "survey-sheets");
	screen_keys(t, "<F10>", "packet-desk");
	screen_leave(t);
	assert_int_equal(command("survey", "take", FILE_NAME, "a.packet", NULL), 0);
	says_of_file("select count(*), sum(checked_at > 0), (select count(*) from mismatch)"
		     " from sheet where survey = 900",
		     "1|1|1");
}

#define OTHER_KEYS "13<Enter>405-213<Enter><Enter><Enter>" /* 4 where the other has 7 */

static void take_both(const char *first, const char *second)
{
	struct term *t = packets_open();

	packet_take(t, first);
	screen_says(t, "добавлено 1");
	packet_take(t, second);
	term_expect(t, "введён дважды");
	term_keys(t, "<Enter>");
	screen_is(t, "disputes");
	term_expect(t, "2Н-007");
	term_expect(t, "1 из 10");
	screen_keys(t, "<Enter>", "dispute");
	term_expect(t, "Вопрос use");
	term_keys(t, "<F2>");
	screen_says(t, "Не решён 1 вопрос");
	term_keys(t, "<F4>7<Enter>"); /* the paper says */
	term_expect(t, "✓ 7");
	screen_keys(t, "<F2>", "disputes");
	screen_says(t, "Решено: 2Н-007");
	term_expect(t, "решать нечего");
	says_of_file("select value from answer w join sheet h on h.id = w.sheet"
		     " where item = 903 and rival is null",
		     "7");
	says_of_file("select count(*), sum(rival is not null and decided_at > 0) from sheet"
		     " where survey = 900",
		     "2|1");
	/* The decision is taken back and made again. */
	term_keys(t, "<C-z>");
	term_expect(t, "2Н-007");
	term_keys(t, "<C-y>");
	term_expect(t, "решать нечего");
	screen_keys(t, "<F10>", "packets");
	packet_take(t, first);
	screen_says(t, "уже есть 1");
	screen_leave(t);
}

static void what_differs_is_decided_in_one_order(void **state)
{
	(void)state;
	packets_give("a.packet", "b.packet");
	packet_type("a.packet", 7, SHEET_KEYS);
	packet_type("b.packet", 7, OTHER_KEYS);
	take_both("a.packet", "b.packet");
}

static void and_in_the_other(void **state)
{
	(void)state;
	packets_give("a.packet", "b.packet");
	packet_type("a.packet", 7, SHEET_KEYS);
	packet_type("b.packet", 7, OTHER_KEYS);
	take_both("b.packet", "a.packet");
}

static void the_board_says_what_waits(void **state)
{
	struct term *t;

	(void)state;
	packets_give("a.packet", "b.packet");
	packet_type("a.packet", 7, SHEET_KEYS);
	packet_type("b.packet", 7, OTHER_KEYS);
	assert_int_equal(command("survey", "take", FILE_NAME, "a.packet", NULL), 0);
	assert_int_equal(command("survey", "take", FILE_NAME, "b.packet", NULL), 1);
	t = screen_open(FILE_NAME);
	term_expect(t, "Разошлись ответы: 1 лист");
	screen_leave(t);
}

#ifdef WITH_SEAL
static void a_sealed_packet_asks_for_its_passphrase(void **state)
{
	struct term *t;

	(void)state;
	packets_give("a.packet", NULL);
	table_write("secret", "четыре слова вместе\n");
	assert_int_equal(command("survey", "packet", FILE_NAME, "trial", "-o", "s.packet",
				 "--passphrase", "secret", NULL),
			 0);
	t = screen_open("s.packet");
	screen_is(t, "packet-door");
	term_keys(t, "<Enter>четыре слова врозь");
	assert_false(body_has(t, "слова"));
	term_expect(t, "******************");
	term_keys(t, "<Enter>");
	screen_says(t, "другой парольной фразой");
	term_keys(t, "<C-u>четыре слова вместе<Enter>");
	screen_is(t, "packet-desk");
	screen_keys(t, "1", "sheet");
	sheet_keys(t, 7, SHEET_KEYS);
	screen_keys(t, "<F10>", "packet-desk");
	screen_leave(t);
	t = packets_open();
	packet_take(t, "s.packet");
	term_keys(t, "четыре слова вместе<Enter>");
	screen_is(t, "packets");
	screen_says(t, "добавлено 1");
	screen_leave(t);
}
#endif

static void a_damaged_packet_is_told_with_its_place(void **state)
{
	struct term *t;
	char *text, *at;

	(void)state;
	packets_give("a.packet", NULL);
	packet_type("a.packet", 7, SHEET_KEYS);
	packet_type("a.packet", 8, SHEET_KEYS);
	text = file_text("a.packet");
	at = strstr(text, "\tsheet\t");
	at[10] = at[10] == '1' ? '2' : '1';
	table_write("a.packet", text);
	free(text);
	t = packets_open();
	packet_take(t, "a.packet");
	term_expect(t, "Пакет повреждён: строка 59");
	term_keys(t, "<Enter>");
	says_of_file("select count(*) from sheet where survey = 900", "0");
	packet_take(t, "a.packet");
	term_keys(t, "<Left><Enter>"); /* what is whole */
	screen_says(t, "добавлено 1");
	says_of_file("select count(*) from sheet where survey = 900", "1");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_school(a_packet_is_given_out_by_keys),
		on_school(a_packet_shows_only_typing),
		on_school(a_second_entry_comes_along),
		on_school(what_differs_is_decided_in_one_order),
		on_school(and_in_the_other),
		on_school(the_board_says_what_waits),
#ifdef WITH_SEAL
		on_school(a_sealed_packet_asks_for_its_passphrase),
#endif
		on_school(a_damaged_packet_is_told_with_its_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
