#include "nastavnik/model/person.h"
#include "unit.h"

#define COUNT(table) (sizeof(table) / sizeof((table)[0]))

static const struct person known = {
	.id = 1,
	.year = 2026,
	.family = "Ёлкина",
	.given = "Зоя",
	.patronymic = "Андреевна",
	.birth = 20110726,
	.phone = "",
	.email = "",
	.note = "",
	.class_name = "9А",
	.position = "",
	.place = "",
	.kind = KIND_PUPIL,
};

static void folded_name_and_birth_date_are_the_same_person(void **state)
{
	struct person fresh = known;

	(void)state;
	fresh.family = "ЕЛКИНА";
	fresh.patronymic = "";
	fresh.class_name = "";
	assert_int_equal(person_same(&known, &fresh, 2026), SAME_YES);
	/* Whatever the class says: she may have moved. */
	fresh.class_name = "5Б";
	assert_int_equal(person_same(&known, &fresh, 2026), SAME_YES);
}

static void another_name_birth_date_or_patronymic_says_no(void **state)
{
	struct person fresh = known;

	(void)state;
	fresh.given = "Зинаида";
	assert_int_equal(person_same(&known, &fresh, 2026), SAME_NO);
	fresh = known;
	fresh.family = "Белкина";
	assert_int_equal(person_same(&known, &fresh, 2026), SAME_NO);
	fresh = known;
	fresh.birth = 20110727;
	assert_int_equal(person_same(&known, &fresh, 2026), SAME_NO);
	fresh = known;
	fresh.birth = 20100000;
	assert_int_equal(person_same(&known, &fresh, 2026), SAME_NO);
	fresh = known;
	fresh.patronymic = "Олеговна";
	assert_int_equal(person_same(&known, &fresh, 2026), SAME_NO);
}

static void without_birth_date_the_class_decides(void **state)
{
	static const struct {
		int64_t old_year, year;
		const char *old_class, *fresh_class;
		enum same same;
	} rows[] = {
		{ 2026, 2026, "9А", "9А", SAME_YES },   { 2026, 2026, "9А", "9", SAME_YES },
		{ 2026, 2026, "9А", "9Б", SAME_MAYBE }, { 2026, 2026, "9А", "5А", SAME_MAYBE },
		{ 2025, 2026, "8А", "9А", SAME_YES },   { 2025, 2026, "8", "9А", SAME_YES },
		{ 2025, 2026, "8Б", "9А", SAME_MAYBE }, { 2025, 2026, "9А", "9А", SAME_MAYBE },
		{ 2024, 2026, "7А", "9А", SAME_MAYBE }, { 2026, 2025, "9А", "8А", SAME_YES },
		{ 2026, 2026, "9А", "", SAME_MAYBE },   { 2026, 2026, "", "9А", SAME_MAYBE },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct person old = known, fresh = known;

		old.year = rows[i].old_year;
		old.class_name = rows[i].old_class;
		fresh.birth = 0;
		fresh.class_name = rows[i].fresh_class;
		assert_int_equal(person_same(&old, &fresh, rows[i].year), rows[i].same);
	}
}

static void a_year_of_birth_alone_agrees_unless_the_class_contradicts(void **state)
{
	struct person fresh = known;

	(void)state;
	fresh.birth = 20110000;
	assert_int_equal(person_same(&known, &fresh, 2026), SAME_YES);
	fresh.class_name = "";
	assert_int_equal(person_same(&known, &fresh, 2026), SAME_YES);
	fresh.class_name = "8Б";
	assert_int_equal(person_same(&known, &fresh, 2026), SAME_MAYBE);
}

static void staff_are_known_by_the_full_name(void **state)
{
	struct person old = known, fresh;

	(void)state;
	old.birth = 0;
	old.class_name = "";
	old.kind = KIND_TEACHER;
	fresh = old;
	assert_int_equal(person_same(&old, &fresh, 2026), SAME_YES);
	assert_int_equal(person_same(&old, &fresh, 2027), SAME_YES);
	fresh.kind = KIND_UNKNOWN;
	assert_int_equal(person_same(&old, &fresh, 2026), SAME_YES);
	fresh.kind = KIND_EMPLOYER;
	assert_int_equal(person_same(&old, &fresh, 2026), SAME_MAYBE);
	fresh.kind = KIND_TEACHER;
	fresh.patronymic = "";
	assert_int_equal(person_same(&old, &fresh, 2026), SAME_MAYBE);
}

static void a_pupil_is_not_the_teacher_of_that_name(void **state)
{
	struct person teacher = known, pupil = known;

	(void)state;
	teacher.kind = KIND_TEACHER;
	teacher.class_name = "";
	teacher.birth = 0;
	pupil.kind = KIND_UNKNOWN; /* the class says it */
	pupil.patronymic = "";
	assert_int_equal(person_same(&teacher, &pupil, 2026), SAME_NO);
	/* Years later the pupil may have become one. */
	pupil.year = 2020;
	assert_int_equal(person_same(&pupil, &teacher, 2026), SAME_MAYBE);
}

static void given_names_may_be_cut_in_another_place(void **state)
{
	struct person old = known, fresh = known;
	char a[64] = "", b[64] = "x";

	(void)state;
	old.given = "Тхи Ань";
	old.patronymic = "";
	fresh.given = "Тхи";
	fresh.patronymic = "Ань";
	assert_int_equal(person_same(&old, &fresh, 2026), SAME_YES);
	person_name_key(&old, a, sizeof(a));
	person_name_key(&fresh, b, sizeof(b));
	assert_string_equal(a, b);
	fresh.patronymic = "Минь";
	assert_int_equal(person_same(&old, &fresh, 2026), SAME_NO);
}

static void importing_the_same_row_twice_finds_the_same_person(void **state)
{
	struct person bare = known;

	(void)state;
	assert_int_equal(person_same(&known, &known, 2026), SAME_YES);
	bare.birth = 0;
	assert_int_equal(person_same(&bare, &bare, 2026), SAME_YES);
	bare.class_name = "";
	assert_int_equal(person_same(&bare, &bare, 2026), SAME_YES);
	bare.patronymic = "";
	assert_int_equal(person_same(&bare, &bare, 2026), SAME_MAYBE);
	bare.phone = "+7 000 123-45-67";
	assert_int_equal(person_same(&bare, &bare, 2026), SAME_YES);
}

static void a_shared_telephone_does_not_join_parent_and_child(void **state)
{
	struct person father = known, son = known;

	(void)state;
	father.birth = son.birth = 0;
	father.patronymic = son.patronymic = "";
	father.phone = son.phone = "+7 000 123-45-67";
	father.class_name = "";
	father.kind = KIND_PARENT;
	assert_int_equal(person_same(&father, &son, 2026), SAME_NO);
	father.year = 2024;
	assert_int_equal(person_same(&father, &son, 2026), SAME_MAYBE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(folded_name_and_birth_date_are_the_same_person),
		cmocka_unit_test(another_name_birth_date_or_patronymic_says_no),
		cmocka_unit_test(without_birth_date_the_class_decides),
		cmocka_unit_test(a_year_of_birth_alone_agrees_unless_the_class_contradicts),
		cmocka_unit_test(staff_are_known_by_the_full_name),
		cmocka_unit_test(a_pupil_is_not_the_teacher_of_that_name),
		cmocka_unit_test(given_names_may_be_cut_in_another_place),
		cmocka_unit_test(importing_the_same_row_twice_finds_the_same_person),
		cmocka_unit_test(a_shared_telephone_does_not_join_parent_and_child),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
