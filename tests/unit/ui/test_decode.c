/* Bytes of terminals become the keys that people press, however reads cut them. */
#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "decode.h"
#include "nastavnik/base/embed.h"

static struct keymap map;

static void keys_come(const char *bytes, size_t n, struct event *event, size_t *count)
{
	static struct decoder d;

	decode_done(&d);
	d = (struct decoder){ .map = &map };
	*count = 0;
	for (size_t i = 0; i < n; i++)
		if (decode_byte(&d, (unsigned char)bytes[i], &event[*count]))
			++*count;
	while (decode_waiting(&d))
		if (decode_timeout(&d, &event[*count]))
			++*count;
}

static void one_key(const char *bytes, uint32_t key)
{
	struct event event[16];
	size_t n;

	keys_come(bytes, strlen(bytes), event, &n);
	assert_int_equal(n, 1);
	assert_int_equal(event[0].key, key);
}

static void keys_of_the_usual_terminals_are_known(void **state)
{
	(void)state;
	one_key("\033[A", K_UP);
	one_key("\033OA", K_UP);
	one_key("\033[1~", K_HOME);
	one_key("\033[H", K_HOME);
	one_key("\033OP", K_F(1));
	one_key("\033[11~", K_F(1));
	one_key("\033[[A", K_F(1));
	one_key("\033[[E", K_F(5));
	one_key("\033[21~", K_F(10));
	one_key("\033[1;5D", K_WORD_LEFT);
	one_key("\033[Z", K_BACKTAB);
	one_key("\177", K_BACKSPACE);
	one_key("\b", K_BACKSPACE);
	one_key("\r", K_ENTER);
	one_key("\032", K_CTRL('z'));
}

static void every_line_of_keys_conf_says_a_key(void **state)
{
	(void)state;
	assert_true(map.n > 50);
	for (size_t i = 0; i < map.n; i++) {
		assert_int_equal(map.row[i].bytes[0], '\033');
		one_key(map.row[i].bytes, map.row[i].key);
	}
}

static void letters_of_both_alphabets_come_whole(void **state)
{
	(void)state;
	one_key("a", 'a');
	one_key("Ё", 0x401);
	one_key("щ", 0x449);
	one_key("\033й", K_ALT(0x439));
	one_key("\0335", K_ALT('5'));
}

static void a_lone_esc_is_esc(void **state)
{
	struct event event[4];
	size_t n;

	(void)state;
	one_key("\033", K_ESC);
	keys_come("\033\033", 2, event, &n);
	assert_int_equal(n, 2);
	assert_int_equal(event[1].key, K_ESC);
}

static void a_key_after_a_broken_one_is_not_lost(void **state)
{
	struct event event[8];
	size_t n;

	(void)state;
	keys_come("\033[1;\033[B", 7, event, &n); /* broken off by the next sequence */
	assert_int_equal(n, 1);
	assert_int_equal(event[0].key, K_DOWN);
	keys_come("\xd0z", 2, event, &n); /* half a letter, then a whole one */
	assert_int_equal(n, 1);
	assert_int_equal(event[0].key, 'z');
	keys_come("\xff\xfeы", 4, event, &n);
	assert_int_equal(n, 1);
	assert_int_equal(event[0].key, 0x44b);
	keys_come("\033[99;99~x", 9, event, &n); /* a key that nobody knows */
	assert_int_equal(n, 1);
	assert_int_equal(event[0].key, 'x');
	keys_come("\033[0000000000000000000000000000000000000000000000x", 49, event, &n);
	assert_int_equal(n, 0); /* as long as it may be */
}

static void a_paste_is_one_event(void **state)
{
	struct event event[4];
	size_t n;
	const char bytes[] = "\033[200~Иванов\r\nПётр\rx\033[A\t\033[201~";

	(void)state;
	keys_come(bytes, sizeof(bytes) - 1, event, &n);
	assert_int_equal(n, 1);
	assert_int_equal(event[0].key, K_PASTE);
	assert_string_equal(event[0].text, "Иванов\nПётр\nx[A\t");
}

static void pasted_letters_are_composed(void **state)
{
	struct event event[4];
	size_t n;
	const char bytes[] = "\033[200~\xd0\xb8\xcc\x86\033[201~"; /* и + breve */

	(void)state;
	keys_come(bytes, sizeof(bytes) - 1, event, &n);
	assert_int_equal(n, 1);
	assert_string_equal(event[0].text, "й");
}

static void a_paste_that_never_ends_ends_by_time(void **state)
{
	struct event event[4];
	size_t n;

	(void)state;
	keys_come("\033[200~abc", 9, event, &n);
	assert_int_equal(n, 1);
	assert_string_equal(event[0].text, "abc");
}

static void clicks_are_told_in_both_ways(void **state)
{
	struct event event[4];
	size_t n;

	(void)state;
	keys_come("\033[<0;81;24M", 11, event, &n);
	assert_int_equal(n, 1);
	assert_int_equal(event[0].key, K_CLICK);
	assert_int_equal(event[0].x, 80);
	assert_int_equal(event[0].y, 23);
	keys_come("\033[<0;81;24m", 11, event, &n); /* the button goes up */
	assert_int_equal(n, 0);
	keys_come("\033[M !!", 6, event, &n);
	assert_int_equal(n, 1);
	assert_int_equal(event[0].key, K_CLICK);
	assert_int_equal(event[0].x, 0);
}

static void any_bytes_at_all_do_no_harm(void **state)
{
	static struct decoder d;
	struct event event;
	uint32_t random = 1;

	(void)state;
	d = (struct decoder){ .map = &map };
	for (int i = 0; i < 200000; i++) {
		random = random * 1664525 + 1013904223;
		unsigned char byte = (unsigned char)(random >> 24);

		/* sequences must be likely */
		if (byte < 40)
			byte = (unsigned char)"\033[<;M~200"[byte % 9];
		if (decode_byte(&d, byte, &event))
			assert_int_not_equal(event.key, K_NONE);
	}
	while (decode_waiting(&d))
		decode_timeout(&d, &event);
	decode_done(&d);
}

static void keys_of_one_place_are_the_same(void **state)
{
	(void)state;
	assert_true(key_same('q', 0x439));  /* й */
	assert_true(key_same(0x412, 'd'));  /* В */
	assert_true(key_same('B', 0x438));  /* и */
	assert_false(key_same('v', 0x432)); /* в lies on d */
	assert_true(key_same('7', '7'));
}

static void keys_have_names(void **state)
{
	char buf[KEY_NAME_SIZE];

	(void)state;
	assert_string_equal(key_label(K_F(10), buf), "F10");
	assert_string_equal(key_label(K_CTRL('z'), buf), "Ctrl+Z");
	assert_string_equal(key_label(K_ALT(0x439), buf), "Alt+Й");
	assert_string_equal(key_label(K_DEL, buf), "Del");
	assert_int_equal(key_by_name("F12"), K_F(12));
	assert_int_equal(key_by_name("Ctrl+Q"), K_CTRL('q'));
	assert_int_equal(key_by_name("WordLeft"), K_WORD_LEFT);
	assert_int_equal(key_by_name("F13"), K_NONE);
	assert_int_equal(key_by_name("nonsense"), K_NONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(keys_of_the_usual_terminals_are_known),
		cmocka_unit_test(every_line_of_keys_conf_says_a_key),
		cmocka_unit_test(letters_of_both_alphabets_come_whole),
		cmocka_unit_test(a_lone_esc_is_esc),
		cmocka_unit_test(a_key_after_a_broken_one_is_not_lost),
		cmocka_unit_test(a_paste_is_one_event),
		cmocka_unit_test(pasted_letters_are_composed),
		cmocka_unit_test(a_paste_that_never_ends_ends_by_time),
		cmocka_unit_test(clicks_are_told_in_both_ways),
		cmocka_unit_test(any_bytes_at_all_do_no_harm),
		cmocka_unit_test(keys_of_one_place_are_the_same),
		cmocka_unit_test(keys_have_names),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	keymap_parse(&map, embed_find("keys.conf")->text);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
