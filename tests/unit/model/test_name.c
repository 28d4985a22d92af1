#include <string.h>

#include "nastavnik/model/person.h"
#include "unit.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

struct split {
	const char *full, *family, *given, *patronymic;
};

static void check_splits(const struct split *row, size_t n)
{
	struct arena a = { 0 };

	for (size_t i = 0; i < n; i++) {
		struct person p = { 0 };

		assert_true(name_split(&a, row[i].full, &p));
		assert_string_equal(p.family, row[i].family);
		assert_string_equal(p.given, row[i].given);
		assert_string_equal(p.patronymic, row[i].patronymic);
	}
	arena_done(&a);
}

static void ordinary_names_fall_into_three_parts(void **state)
{
	static const struct split rows[] = {
		{ "Ёлкина Зоя Андреевна", "Ёлкина", "Зоя", "Андреевна" },
		{ "  Петров   Пётр\t", "Петров", "Пётр", "" },
		{ "Иванов\u00A0Иван\u00A0Иванович", "Иванов", "Иван", "Иванович" },
		{ "САЛТЫКОВ-ЩЕДРИН МИХАИЛ ЕВГРАФОВИЧ", "САЛТЫКОВ-ЩЕДРИН", "МИХАИЛ", "ЕВГРАФОВИЧ" },
		{ "О'Коннор Шон", "О'Коннор", "Шон", "" },
		{ "О’Коннор Шон", "О’Коннор", "Шон", "" },
		{ "Ли Ян", "Ли", "Ян", "" },
		{ "Кузьмич Илья Кузьмич", "Кузьмич", "Илья", "Кузьмич" },
		{ "Абрамович Роман Аркадьевич", "Абрамович", "Роман", "Аркадьевич" },
		{ "Иванова Анна-Мария Петровна", "Иванова", "Анна-Мария", "Петровна" },
	};

	(void)state;
	check_splits(rows, COUNT(rows));
}

static void names_of_other_peoples_keep_their_parts_together(void **state)
{
	static const struct split rows[] = {
		{ "Мамедов Эльдар Расул оглы", "Мамедов", "Эльдар", "Расул оглы" },
		{ "Мамедов Эльдар Расул Оглы", "Мамедов", "Эльдар", "Расул Оглы" },
		{ "Мамедов Эльдар Расул-оглы", "Мамедов", "Эльдар", "Расул-оглы" },
		{ "Гасанова Лейла Азер кызы", "Гасанова", "Лейла", "Азер кызы" },
		{ "Асанов Бакыт Эсен уулу", "Асанов", "Бакыт", "Эсен уулу" },
		{ "Мамедов Эльдар оглы", "Мамедов", "Эльдар", "оглы" },
		{ "Гарсиа Маркес Анна Сергеевна", "Гарсиа Маркес", "Анна", "Сергеевна" },
		{ "фон Мекк Надежда Филаретовна", "фон Мекк", "Надежда", "Филаретовна" },
		{ "Де ла Круз Мария", "Де ла Круз", "Мария", "" },
		{ "Нгуен Тхи Минь Ань", "Нгуен", "Тхи Минь Ань", "" },
		{ "Нгуен Тхи Ань", "Нгуен", "Тхи Ань", "" },
		{ "НГУЕН ТХИ АНЬ", "НГУЕН", "ТХИ АНЬ", "" },
		{ "Иванова (Петрова) Мария Ивановна", "Иванова (Петрова)", "Мария", "Ивановна" },
	};

	(void)state;
	check_splits(rows, COUNT(rows));
}

static void oddities_of_tables_are_put_right(void **state)
{
	static const struct split rows[] = {
		{ "1. Иванов, Иван Иванович", "Иванов", "Иван", "Иванович" },
		{ "12) Иванов Иван", "Иванов", "Иван", "" },
		{ "Иванов Иван -", "Иванов", "Иван", "" },
		{ "Иванов Иван —", "Иванов", "Иван", "" },
		{ "Иван Иванович Иванов", "Иванов", "Иван", "Иванович" },
		{ "Анна Ильинична Носова", "Носова", "Анна", "Ильинична" },
		{ "Иванов И.И.", "Иванов", "И.", "И." },
		{ "Иванов И. И.", "Иванов", "И.", "И." },
		{ "И.И. Иванов", "Иванов", "И.", "И." },
		/* Latin o, a, e among Cyrillic letters */
		{ "Иван\157в М\141рия С\145ргеевна", "Иванов", "Мария", "Сергеевна" },
		/* Latin O before the apostrophe */
		{ "O'Коннор Шон", "О'Коннор", "Шон", "" },
		/* a soft hyphen, a zero-width space */
		{ "Ива\u00ADнов\u200BИван", "Иванов", "Иван", "" },
	};

	(void)state;
	check_splits(rows, COUNT(rows));
}

static void one_word_is_all_family(void **state)
{
	struct arena a = { 0 };
	struct person p = { 0 };

	(void)state;
	assert_false(name_split(&a, "Иванов", &p));
	assert_string_equal(p.family, "Иванов");
	assert_string_equal(p.given, "");
	assert_string_equal(p.patronymic, "");
	assert_false(name_split(&a, "  ", &p));
	assert_string_equal(p.family, "");
	arena_done(&a);
}

static void very_many_words_do_no_harm(void **state)
{
	struct arena a = { 0 };
	struct person p = { 0 };
	char text[4000] = "";

	(void)state;
	for (int i = 0; i < 200; i++)
		strcat(text, "очень ");
	name_split(&a, text, &p);
	assert_non_null(p.family);
	assert_non_null(p.given);
	assert_non_null(p.patronymic);
	arena_done(&a);
}

static void latin_names_stay_latin(void **state)
{
	struct arena a = { 0 };
	struct person p = { 0 };

	(void)state;
	assert_true(name_split(&a, "Smith John", &p));
	assert_string_equal(p.family, "Smith");
	/* One Latin letter has no Cyrillic twin: better to leave the word than to guess. */
	assert_string_equal(name_case(&a, "Ивaноs"), "Ивaноs");
	/* All letters have twins, but none is Cyrillic. */
	assert_string_equal(name_case(&a, "Coxe"), "Coxe");
	arena_done(&a);
}

static void one_case_becomes_how_people_write(void **state)
{
	static const struct {
		const char *text, *cased;
	} rows[] = {
		{ "ЁЛКИНА", "Ёлкина" },
		{ "ёлкина", "Ёлкина" },
		{ "салтыков-щедрин", "Салтыков-Щедрин" },
		{ "О'КОННОР", "О'Коннор" },
		{ "о’коннор", "О’Коннор" },
		{ "O'КОННОР", "О'Коннор" },
		{ "МАР'ЯНА", "Мар'яна" },
		{ "РАСУЛ ОГЛЫ", "Расул оглы" },
		{ "азер кызы", "Азер кызы" },
		{ "МАМЕД-ОГЛЫ", "Мамед-оглы" },
		{ "оглы", "оглы" },
		{ "ФОН МЕКК", "фон Мекк" },
		{ "ДЕ ЛА КРУЗ", "де ла Круз" },
		{ "ДЕ", "Де" },
		{ "И.И.", "И.И." },
		{ "и.и.", "И.И." },
		{ "ИВАНОВА (ПЕТРОВА)", "Иванова (Петрова)" },
		{ "  ИВАНОВ  ", "Иванов" },
		{ "Я", "Я" },
		{ "smith", "Smith" },
		{ "", "" },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_string_equal(name_case(&a, rows[i].text), rows[i].cased);
	arena_done(&a);
}

static void mixed_case_is_left_as_it_is(void **state)
{
	static const char *const names[] = { "Иванов",         "МакГрегор",  "фон Мекк",
					     "Де ла Круз",     "Расул оглы", "О'Коннор",
					     "Салтыков-щедрин" };
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++)
		assert_string_equal(name_case(&a, names[i]), names[i]);
	arena_done(&a);
}

static void casing_twice_changes_nothing(void **state)
{
	static const char *const names[] = { "САЛТЫКОВ-ЩЕДРИН", "ФОН МЕКК", "О'КОННОР",
					     "расул оглы" };
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(names); i++) {
		const char *once = name_case(&a, names[i]);

		assert_string_equal(name_case(&a, once), once);
	}
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ordinary_names_fall_into_three_parts),
		cmocka_unit_test(names_of_other_peoples_keep_their_parts_together),
		cmocka_unit_test(oddities_of_tables_are_put_right),
		cmocka_unit_test(one_word_is_all_family),
		cmocka_unit_test(very_many_words_do_no_harm),
		cmocka_unit_test(latin_names_stay_latin),
		cmocka_unit_test(one_case_becomes_how_people_write),
		cmocka_unit_test(mixed_case_is_left_as_it_is),
		cmocka_unit_test(casing_twice_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
