#include <string.h>

#include "nastavnik/model/person.h"
#include "unit.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct person zoya = {
	.family = "Ёлкина",
	.given = "Зоя",
	.patronymic = "Андреевна",
	.class_name = "9А",
	.position = "",
	.kind = KIND_PUPIL,
	.birth = 20110726,
};

static void names_are_shown_in_three_lengths(void **state)
{
	struct arena a = { 0 };
	struct person sean = zoya, lone = zoya;

	(void)state;
	sean.family = "О'Коннор";
	sean.given = "шон";
	sean.patronymic = "";
	lone.given = lone.patronymic = "";
	assert_string_equal(person_name(&a, &zoya), "Ёлкина Зоя Андреевна");
	assert_string_equal(person_short_name(&a, &zoya), "Ёлкина Зоя");
	assert_string_equal(person_initials(&a, &zoya), "З.А. Ёлкина");
	assert_string_equal(person_name(&a, &sean), "О'Коннор шон");
	assert_string_equal(person_initials(&a, &sean), "Ш. О'Коннор");
	assert_string_equal(person_name(&a, &lone), "Ёлкина");
	assert_string_equal(person_initials(&a, &lone), "Ёлкина");
	arena_done(&a);
}

static void beside_the_name_stands_class_else_position_else_status(void **state)
{
	struct person p = zoya;

	(void)state;
	assert_string_equal(person_class_or_position(&p), "9А");
	p.class_name = "";
	p.position = "учитель физики";
	assert_string_equal(person_class_or_position(&p), "учитель физики");
	p.position = "";
	assert_string_equal(person_class_or_position(&p), person_kind_name(KIND_PUPIL));
	p.kind = KIND_UNKNOWN;
	assert_string_equal(person_class_or_position(&p), "");
}

static void age_is_of_the_first_of_september(void **state)
{
	struct person p = zoya;

	(void)state;
	assert_int_equal(person_age(&p, 2026), 15);
	p.birth = 20110902;
	assert_int_equal(person_age(&p, 2026), 14);
	p.birth = 20110000;
	assert_int_equal(person_age(&p, 2026), 15);
	p.birth = 0;
	assert_int_equal(person_age(&p, 2026), 15); /* by the class */
	p.class_name = "";
	assert_int_equal(person_age(&p, 2026), -1);
}

static void kinds_are_known_by_code_and_by_the_words_people_use(void **state)
{
	static const struct {
		const char *text;
		enum person_kind kind;
	} rows[] = {
		{ "pupil", KIND_PUPIL },
		{ "teacher", KIND_TEACHER },
		{ "ученик", KIND_PUPIL },
		{ "Ученица", KIND_PUPIL },
		{ "обучающийся", KIND_PUPIL },
		{ "ученик 9 класса", KIND_PUPIL },
		{ "Педагог", KIND_TEACHER },
		{ "учитель физики", KIND_TEACHER },
		{ "педагог-психолог", KIND_TEACHER },
		{ "классный руководитель", KIND_TEACHER },
		{ "Студентка", KIND_STUDENT },
		{ "студент, выпускник школы", KIND_STUDENT },
		{ "работодатель", KIND_EMPLOYER },
		{ "Сотрудник предприятия", KIND_EMPLOYER },
		{ "индивидуальный предприниматель", KIND_EMPLOYER },
		{ "родитель", KIND_PARENT },
		{ "мама ученика", KIND_PARENT },
		{ "выпускница", KIND_GRADUATE },
		{ "общественный деятель", KIND_OTHER },
		{ "другое", KIND_OTHER },
		{ "", KIND_UNKNOWN },
		{ "космонавт", KIND_UNKNOWN },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_int_equal(person_kind_of(rows[i].text), rows[i].kind);
}

static void every_kind_has_a_code_and_a_name_that_lead_back(void **state)
{
	struct arena a = { 0 };
	struct choices choices = person_kind_choices(&a);

	(void)state;
	assert_int_equal(choices.n, KIND_COUNT - 1);
	for (size_t i = 0; i < choices.n; i++) {
		enum person_kind kind = (enum person_kind)choices.row[i].id;

		assert_string_equal(choices.row[i].name, person_kind_name(kind));
		assert_int_equal(person_kind_of(choices.row[i].code), kind);
		assert_int_equal(person_kind_of(choices.row[i].name), kind);
	}
	assert_string_equal(person_kind_name(KIND_UNKNOWN), "");
	arena_done(&a);
}

static void the_name_key_is_folded_and_fits(void **state)
{
	struct person loud = zoya;
	char a[64] = "", b[64] = "", tiny[8] = "";

	(void)state;
	loud.family = "ЕЛКИНА";
	loud.given = " зоя ";
	loud.patronymic = "";
	size_t n = person_name_key(&zoya, a, sizeof(a));

	person_name_key(&loud, b, sizeof(b));
	assert_string_equal(a, b);
	assert_string_equal(a, "елкина зоя");
	assert_int_equal(n, strlen(a));
	assert_true(person_name_key(&zoya, tiny, sizeof(tiny)) < sizeof(tiny));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_shown_in_three_lengths),
		cmocka_unit_test(beside_the_name_stands_class_else_position_else_status),
		cmocka_unit_test(age_is_of_the_first_of_september),
		cmocka_unit_test(kinds_are_known_by_code_and_by_the_words_people_use),
		cmocka_unit_test(every_kind_has_a_code_and_a_name_that_lead_back),
		cmocka_unit_test(the_name_key_is_folded_and_fits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
