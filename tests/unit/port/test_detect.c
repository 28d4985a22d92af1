#include "port_test.h"

#include "nastavnik/base/utf8.h"

/* Samples are put together from these by a fixed sequence, so that every run sees the same ones. */
static const char *const family[] = {
	"Иванов",          "Смирнова", "Ёлкин",    "Щербаков", "Журавлёв",
	"Салтыков-Щедрин", "Быкова",   "Яхонтова", "Эрнст",    "Цой",
	"Хохлов",          "Фёдорова", "Юдин",     "Гончаров", "Кузьмина",
	"Петров",          "Мамедов",  "Нгуен",    "О'Коннор", "Васильев",
};
static const char *const given[] = { "Пётр",   "Анна",  "Зоя",    "Глеб",   "Эльдар", "Юлия",
				     "Степан", "Жанна", "Михаил", "Ксения", "Лев",    "Фаина" };
static const char *const patronymic[] = { "Ильич",      "Сергеевна", "Евграфович", "Львовна",
					  "Рашид оглы", "Андреевна", "Юрьевич",    "" };
static const char *const word[] = {
	"математика", "помощь",     "по",        "русскому",   "языку",  "подготовка", "к",
	"экзамену",   "хочу",       "научиться", "выступать",  "перед",  "классом",    "физика",
	"и",          "химия",      "не",        "получается", "решать", "задачи",     "дружба",
	"шахматы",    "объявление", "съезд",     "футбол",
};

#define PICK(list) (list)[next() % (sizeof(list) / sizeof((list)[0]))]

static uint32_t seed;

static uint32_t next(void)
{
	seed = seed * 1664525u + 1013904223u;
	return seed >> 12;
}

static void add_name(struct str *out, const char *between)
{
	const char *middle = PICK(patronymic);

	str_printf(out, "%s%s%s%s%s", PICK(family), between, PICK(given), *middle ? between : "",
		   middle);
}

static void names(struct str *out)
{
	for (int i = 0; i < 5; i++) {
		add_name(out, " ");
		str_add(out, "\n");
	}
}

static void table(struct str *out, int rows)
{
	str_add(out, "Фамилия;Имя;Отчество;Класс\r\n");
	for (int i = 1; i < rows; i++) {
		add_name(out, ";");
		str_printf(out, ";%u%s\r\n", next() % 11 + 1, i % 2 ? "А" : "В");
	}
}

static void three_rows(struct str *out)
{
	table(out, 3);
}

static void ten_rows(struct str *out)
{
	table(out, 10);
}

static void sentence(struct str *out)
{
	for (int i = 0; i < 8; i++)
		str_printf(out, "%s%s", i ? " " : "", PICK(word));
	str_add(out, ".");
}

static void upper_case(struct str *out)
{
	struct str lower = { 0 };
	const char *at;
	uint32_t cp;

	for (int i = 0; i < 4; i++) {
		add_name(&lower, " ");
		str_add(&lower, "\n");
	}
	for (at = lower.text; *at;) {
		char letter[5] = "";

		at += utf8_decode(at, &cp);
		utf8_encode(utf8_upper(cp), letter);
		str_add(out, letter);
	}
	str_done(&lower);
}

/* 40 of each of five kinds in one encoding, with a byte order mark or without. */
static void samples(enum encoding encoding, bool mark, enum encoding expected)
{
	static void (*const kind[])(struct str *) = { names, three_rows, sentence, ten_rows,
						      upper_case };

	seed = 2026;
	for (int i = 0; i < 200; i++) {
		struct str text = { 0 }, bytes = { 0 };

		kind[i % 5](&text);
		encode(encoding, text.text, mark, &bytes);
		if (encoding_detect(bytes.text, bytes.len) != expected)
			fail_msg("%s is taken for %s: %s", encoding_name(encoding),
				 encoding_name(encoding_detect(bytes.text, bytes.len)), text.text);
		str_done(&text);
		str_done(&bytes);
	}
}

static void windows_1251_is_recognised(void **state)
{
	(void)state;
	samples(ENCODING_CP1251, false, ENCODING_CP1251);
}

static void koi8_r_is_recognised(void **state)
{
	(void)state;
	samples(ENCODING_KOI8R, false, ENCODING_KOI8R);
}

static void cp866_is_recognised(void **state)
{
	(void)state;
	samples(ENCODING_CP866, false, ENCODING_CP866);
}

static void utf_8_is_recognised_with_and_without_a_mark(void **state)
{
	(void)state;
	samples(ENCODING_UTF8, false, ENCODING_UTF8);
	samples(ENCODING_UTF8_BOM, true, ENCODING_UTF8_BOM);
}

static void utf_16_is_recognised_with_and_without_a_mark(void **state)
{
	(void)state;
	samples(ENCODING_UTF16LE, true, ENCODING_UTF16LE);
	samples(ENCODING_UTF16BE, true, ENCODING_UTF16BE);
	samples(ENCODING_UTF16LE, false, ENCODING_UTF16LE);
	samples(ENCODING_UTF16BE, false, ENCODING_UTF16BE);
}

static void single_family_names_are_mostly_enough(void **state)
{
	static const enum encoding eight[] = { ENCODING_CP1251, ENCODING_KOI8R, ENCODING_CP866 };
	int right = 0, total = 0;

	(void)state;
	for (size_t e = 0; e < 3; e++) {
		for (size_t i = 0; i < sizeof(family) / sizeof(family[0]); i++) {
			struct str bytes = { 0 };

			encode(eight[e], family[i], false, &bytes);
			right += encoding_detect(bytes.text, bytes.len) == eight[e];
			total++;
			str_done(&bytes);
		}
	}
	assert_true(right * 10 >= total * 9);
}

static void ascii_and_a_cut_letter_are_utf_8(void **state)
{
	(void)state;
	assert_int_equal(encoding_detect("", 0), ENCODING_UTF8);
	assert_int_equal(encoding_detect("id;name\r\n1;Ivanov\r\n", 19), ENCODING_UTF8);
	assert_int_equal(encoding_detect("\xD0\x9F\xD1", 3), ENCODING_UTF8);
}

static void a_few_broken_bytes_leave_it_utf_8(void **state)
{
	static const char pasted[] =
		"Фамилия;Имя\r\nПетров;Пётр\r\n\xC8\xE2\xE0\xED\xEE\xE2;\xC8\xE2\xE0\xED\r\n";
	static const char with_nul[] = "Фамилия;Имя\r\nПет\0ров;Пётр\r\n";

	(void)state;
	assert_int_equal(encoding_detect(pasted, sizeof(pasted) - 1), ENCODING_UTF8);
	assert_int_equal(encoding_detect(with_nul, sizeof(with_nul) - 1), ENCODING_UTF8);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(windows_1251_is_recognised),
		cmocka_unit_test(koi8_r_is_recognised),
		cmocka_unit_test(cp866_is_recognised),
		cmocka_unit_test(utf_8_is_recognised_with_and_without_a_mark),
		cmocka_unit_test(utf_16_is_recognised_with_and_without_a_mark),
		cmocka_unit_test(single_family_names_are_mostly_enough),
		cmocka_unit_test(ascii_and_a_cut_letter_are_utf_8),
		cmocka_unit_test(a_few_broken_bytes_leave_it_utf_8),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
