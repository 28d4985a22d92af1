/* The school years of a file beside each other. */
#include <string.h>

#include "fixture.h"
#include "inner.h"
#include "nastavnik/app/carry.h"
#include "nastavnik/app/closing.h"
#include "nastavnik/app/headcount.h"
#include "nastavnik/store/read/compare.h"
#include "nastavnik/store/write/bond.h"

static const char pupils[] = "ФИО;Класс;Кто\n"
			     "Ёлкина Зоя Андреевна;9В;ученик\n"
			     "Быков Пётр Ильич;5А;ученик\n"
			     "Титов Лев Олегович;8А;ученик\n"
			     "Зайцева Ия Петровна;8А;ученик\n";

static struct years_numbers compare(struct fixture *f)
{
	struct years_numbers years;

	must(years_compare(app_store(f->app), &f->arena, &years));
	return years;
}

static int64_t figure(const struct year_numbers *year, const char *name)
{
	for (size_t i = 0; i < compare_count; i++)
		if (!strcmp(compare_rows[i].name, name))
			return compare_rows[i].value(year);
	fail_msg("no figure %s", name);
	return 0;
}

static void pair_make(struct fixture *f, const char *mentor, const char *mentee, int64_t to)
{
	struct bond_member m = { .mentor = participant_named(f, ROLE_MENTOR, mentor),
				 .mentee = participant_named(f, ROLE_MENTEE, mentee),
				 .from = 20260920,
				 .reason = "",
				 .score = -1 };

	must(app_begin(f->app, "test", ""));
	must(app_end(f->app, bond_member_add(f->app->store, &m)));
	if (!to)
		return;
	must(app_begin(f->app, "test", ""));
	must(app_end(f->app, bond_member_end(f->app->store, m.id, to, "конец")));
}

/* Of 2026: three take part; of 2027 one again, as a mentor now, and one for the first time. */
static int setup(void **state)
{
	struct fixture *f;
	struct carry carry;
	struct carry_choice choice = { .year = 2027 };

	if (fixture_setup(state))
		return 1;
	f = *state;
	import_text(f, IMPORT_PEOPLE, pupils);
	import_text(f, IMPORT_MENTEES, "ФИО;Класс\nЁлкина Зоя Андреевна;9В\nБыков Пётр Ильич;5А\n");
	import_text(f, IMPORT_MENTORS, "ФИО;Должность\nОрлова Инна Викторовна;учитель\n");
	pair_make(f, "Орлова", "Ёлкина", 20270531);
	pair_make(f, "Орлова", "Быков", 20261101);
	must(carry_load(f->app, &f->arena, &carry));
	must(carry_year(f->app, &carry, &choice));
	import_text(f, IMPORT_MENTORS, "ФИО;Класс\nЁлкина Зоя Андреевна;10В\n");
	import_text(f, IMPORT_MENTEES, "ФИО;Класс\nТитов Лев Олегович;9А\n");
	return 0;
}

static void who_is_new_and_who_is_back(void **state)
{
	struct years_numbers years = compare(*state);
	const struct year_numbers *first = &years.row[0], *second = &years.row[1];

	assert_int_equal(years.n, 2);
	assert_int_equal(first->year, 2026);
	assert_int_equal(figure(first, "Took part"), 3);
	assert_int_equal(figure(first, "for the first time"), 3);
	assert_int_equal(figure(first, "took part before"), 0);
	assert_int_equal(figure(first, "Mentees"), 2);
	assert_int_equal(figure(first, "Mentors"), 1);
	assert_int_equal(figure(first, "were mentees before"), 0);
	assert_int_equal(figure(second, "Took part"), 2);
	assert_int_equal(figure(second, "for the first time"), 1);
	assert_int_equal(figure(second, "took part before"), 1);
	assert_int_equal(figure(second, "were mentees before"), 1);
}

static void coverage_is_of_the_list_or_of_what_was_typed(void **state)
{
	struct fixture *f = *state;
	struct years_numbers years = compare(f);

	assert_int_equal(figure(&years.row[0], "Coverage of pupils"), 500); /* 2 of 4 */
	assert_int_equal(figure(&years.row[1], "Coverage of pupils"), 250);
}

static void without_a_list_the_number_is_typed(void **state)
{
	struct fixture *f = *state;
	struct years_numbers years;

	import_text(f, IMPORT_MENTEES, "ФИО;Класс\nЁлкина Зоя Андреевна;9В\n");
	years = compare(f);
	assert_int_equal(figure(&years.row[0], "Coverage of pupils"), FIELD_NOTHING);
	must(headcount_type(f->app, HEADCOUNT_PUPILS, 8));
	years = compare(f);
	assert_int_equal(figure(&years.row[0], "Coverage of pupils"), 125);
}

static void to_the_end_is_to_the_day_of_the_term(void **state)
{
	struct fixture *f = *state;
	struct years_numbers years = compare(f);
	int64_t ended;

	assert_int_equal(figure(&years.row[0], "Mentees in them"), 2);
	assert_int_equal(figure(&years.row[0], "reached the end"), 1);
	assert_int_equal(figure(&years.row[0], "share of them"), 500);
	assert_int_equal(figure(&years.row[0], "of them groups"), 0);
	assert_int_equal(figure(&years.row[1], "share of them"), FIELD_NOTHING);
	assert_int_equal(figure(&years.row[1], "Satisfaction, 1 to 10"), FIELD_NOTHING);
	/* A year closed earlier has its end there. */
	pair_make(f, "Ёлкина", "Титов", 0);
	years = compare(f);
	assert_int_equal(figure(&years.row[1], "reached the end"), FIELD_NOTHING); /* not yet */
	must(year_close(f->app, 2027, &(struct closing){ 20280520, "конец года" }, &ended));
	years = compare(f);
	assert_int_equal(figure(&years.row[1], "reached the end"), 1);
	assert_int_equal(years.row[1].closed, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(who_is_new_and_who_is_back, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(coverage_is_of_the_list_or_of_what_was_typed, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(without_a_list_the_number_is_typed, fixture_setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(to_the_end_is_to_the_day_of_the_term, setup,
						fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
