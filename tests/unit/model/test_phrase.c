#include "nastavnik/model/participant.h"
#include "unit.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))
#define NONE FIELD_NOTHING

static void wished_ages_are_read_as_people_write_them(void **state)
{
	static const struct {
		const char *text;
		int64_t from, to;
	} rows[] = {
		{ "8–11 классы", 14, 18 },
		{ "8-11 кл.", 14, 18 },
		{ "10-14 лет", 10, 14 },
		{ "с 10 до 14 лет", 10, 14 },
		{ "10 – 14", 10, 14 },
		{ "5-7", 11, 14 },
		{ "с 5 по 7 класс", 11, 14 },
		{ "5 класс - 7 класс", 11, 14 },
		{ "от 5 до 9 класса", 11, 16 },
		{ "5, 6, 7 классы", 11, 14 },
		{ "5 и 6 классы", 11, 13 },
		{ "ученики 5-х и 6-х классов", 11, 13 },
		{ "7 класс", 13, 14 },
		{ "классы 5-9", 11, 16 },
		{ "12 лет", 12, 12 },
		{ "10–14 лет (4–8 класс)", 10, 14 },
		{ "10–14 лет, 2 человека", 10, 14 },
		{ "от 10", 10, NONE },
		{ "от 10 лет", 10, NONE },
		{ "10+", 10, NONE },
		{ "старше 12", 13, NONE },
		{ "не младше 12 лет", 12, NONE },
		{ "до 14 лет", NONE, 14 },
		{ "не старше 15", NONE, 15 },
		{ "младше 12 лет", NONE, 11 },
		{ "до 7 класса", NONE, 14 },
		{ "от 8 класса", 14, NONE },
		{ "старшеклассники", 16, 18 },
		{ "Старшие классы", 16, 18 },
		{ "начальная школа", 7, 11 },
		{ "младшие школьники", 7, 11 },
		{ "среднее звено", 11, 16 },
		{ "подростки", 11, 16 },
		{ "взрослые", 18, NONE },
		{ "молодые педагоги", 18, NONE },
		{ "любой", NONE, NONE },
		{ "Любые", NONE, NONE },
		{ "не важно", NONE, NONE },
		{ "без разницы", NONE, NONE },
		{ "все", NONE, NONE },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t from = -1, to = -1;

		if (!age_range_parse(rows[i].text, &from, &to))
			fail_msg("not understood: %s", rows[i].text);
		if (from != rows[i].from || to != rows[i].to)
			print_error("%s\n", rows[i].text);
		assert_int_equal(from, rows[i].from);
		assert_int_equal(to, rows[i].to);
	}
}

static void ages_that_say_nothing_are_refused_and_change_nothing(void **state)
{
	static const char *const texts[] = { "",  "-",        "хорошие дети", "2012",
					     "0", "13 класс", "500 лет" };

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		int64_t from = 77, to = 88;

		assert_false(age_range_parse(texts[i], &from, &to));
		assert_int_equal(from, 77);
		assert_int_equal(to, 88);
	}
}

static void ages_are_shown_with_their_open_sides(void **state)
{
	struct arena a = { 0 };

	(void)state;
	assert_string_equal(age_range_show(&a, 14, 17), "14–17 years");
	assert_string_equal(age_range_show(&a, 14, NONE), "from 14 years");
	assert_string_equal(age_range_show(&a, NONE, 17), "up to 17 years");
	assert_string_equal(age_range_show(&a, 12, 12), "12 years");
	assert_string_equal(age_range_show(&a, NONE, NONE), "");
	arena_done(&a);
}

static void hours_are_read_as_people_write_them(void **state)
{
	static const struct {
		const char *text;
		int64_t tenths;
	} rows[] = {
		{ "2", 20 },
		{ "1,5", 15 },
		{ "1.5", 15 },
		{ "0,5", 5 },
		{ "2 часа", 20 },
		{ "2ч", 20 },
		{ "1 ч.", 10 },
		{ "час", 10 },
		{ "час в неделю", 10 },
		{ "1 час в неделю", 10 },
		{ "два часа", 20 },
		{ "полтора часа", 15 },
		{ "полчаса", 5 },
		{ "30 минут", 5 },
		{ "45 мин", 8 },
		{ "30", 5 },
		{ "90", 15 },
		{ "1 ч 30 мин", 15 },
		{ "1-2 часа", 15 },
		{ "1 – 2 часа в неделю", 15 },
		{ "до 3 часов в неделю", 30 },
		{ "не более 2 часов", 20 },
		{ "4 часа в месяц", 10 },
		{ "2 часа в месяц", 5 },
		{ "1 час в 2 недели", 5 },
		{ "1 час в две недели", 5 },
		{ "раз в месяц по 2 часа", 5 },
		{ "2 раза в неделю по 1 часу", 20 },
		{ "2 раза в неделю по 45 минут", 15 },
		{ "по часу 2 раза в неделю", 20 },
		{ "час в день", 50 },
		{ "ежедневно по 30 минут", 25 },
		{ "1 урок в неделю", 8 },
		{ "2 ЧАСА", 20 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		int64_t hours = -1;

		if (!hours_parse(rows[i].text, &hours))
			fail_msg("not understood: %s", rows[i].text);
		if (hours != rows[i].tenths)
			print_error("%s\n", rows[i].text);
		assert_int_equal(hours, rows[i].tenths);
	}
}

static void hours_that_say_nothing_are_refused_and_change_nothing(void **state)
{
	static const char *const texts[] = {
		"",  "-",   "много",          "сколько нужно", "не знаю",
		"0", "500", "1 раз в неделю", "0 недель",      "99999999999999 часов в день"
	};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		int64_t hours = 77;

		assert_false(hours_parse(texts[i], &hours));
		assert_int_equal(hours, 77);
	}
}

static void long_nonsense_does_no_harm(void **state)
{
	char text[5000];
	int64_t from, to, hours;

	(void)state;
	for (size_t i = 0; i < sizeof(text) - 1; i++)
		text[i] = "7-, а"[i % 4];
	text[sizeof(text) - 1] = '\0';
	age_range_parse(text, &from, &to);
	hours_parse(text, &hours);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wished_ages_are_read_as_people_write_them),
		cmocka_unit_test(ages_that_say_nothing_are_refused_and_change_nothing),
		cmocka_unit_test(ages_are_shown_with_their_open_sides),
		cmocka_unit_test(hours_are_read_as_people_write_them),
		cmocka_unit_test(hours_that_say_nothing_are_refused_and_change_nothing),
		cmocka_unit_test(long_nonsense_does_no_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
