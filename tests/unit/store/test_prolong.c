/* A pair that goes on in the next year takes its plan along. */
#include "fixture.h"
#include "nastavnik/store/write/prolong.h"

static int64_t pair_make(struct fixture *f)
{
	struct bond_member m = {
		.mentor = add_participant(f, ROLE_MENTOR, "Орлова", "Инна"),
		.mentee = add_participant(f, ROLE_MENTEE, "Новикова", "Ия"),
		.form = f->form,
		.role_model = f->role_model,
		.from = 20260920,
		.reason = "",
		.score = -1,
	};

	must(step_begin(f->store, "test", ""));
	must(bond_member_add(f->store, &m));
	must(step_commit(f->store));
	sql_run(f->path, "UPDATE bond SET aim = 'урок', tasks = 'две', approved_on = 20260925,"
			 " result = 'готово', difficulties = 'мало времени'");
	sql_run(f->path, "INSERT INTO plan_item SELECT 1, id, 2, 'Посетить урок', NULL, 20280229,"
			 " 'отзыв', 20261101, 'был', 5 FROM bond");
	sql_run(f->path, "INSERT INTO plan_item SELECT 2, id, 1, 'Беседа', NULL, 0, '', 0, '', "
			 "NULL FROM bond");
	return m.bond;
}

/* 2027 with the books of 2026 under new ids. */
static void next_year(struct fixture *f)
{
	struct year year = invented_year(2027);

	must(step_begin(f->store, "test", ""));
	must(year_add(f->store, &year, NULL));
	must(step_commit(f->store));
	sql_run(f->path,
		"INSERT INTO book_item SELECT id + 1000000, 2027, book, code, name, synonyms,"
		" position, hidden, NULL, mentor_kind, mentee_kind FROM book_item");
}

static int64_t prolong(struct fixture *f, int64_t before)
{
	struct participant mentor = invented_participant(ROLE_MENTOR, "Орлова", "Инна");
	int64_t bond;

	mentor.person.year = 2027;
	must(step_begin(f->store, "test", ""));
	must(participant_put(f->store, &mentor));
	must(bond_prolong(f->store, before, 2027, mentor.id, &bond));
	must(step_commit(f->store));
	return bond;
}

#define NEW_BOND "FROM bond b WHERE b.year = 2027 AND "

static void the_plan_goes_along_with_nothing_done(void **state)
{
	struct fixture *f = *state;
	int64_t before = pair_make(f), bond;

	next_year(f);
	bond = prolong(f, before);
	assert_int_not_equal(bond, before);
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM bond b JOIN bond o ON o.id = "
					     "b.before WHERE o.year = 2026 AND b.year = 2027"),
			 1);
	assert_int_equal(sql_number(f->path, "SELECT count(*) " NEW_BOND
					     "b.aim = 'урок' AND b.tasks = 'две' AND b.result = ''"
					     " AND b.difficulties = 'мало времени'"
					     " AND b.approved_on = 0"),
			 1);
	assert_int_equal(sql_number(f->path, "SELECT b.form " NEW_BOND "1"), f->form + 1000000);
	assert_int_equal(sql_number(f->path, "SELECT b.role_model " NEW_BOND "1"),
			 f->role_model + 1000000);
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM plan_item i JOIN bond b"
					     " ON b.id = i.bond WHERE b.year = 2027"),
			 2);
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM plan_item i JOIN bond b"
					     " ON b.id = i.bond WHERE b.year = 2027 AND"
					     " i.due = 20290228 AND i.name = 'Посетить урок' AND"
					     " i.expected = 'отзыв' AND i.done_on = 0 AND"
					     " i.actual = '' AND i.mark IS NULL"),
			 1);
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM plan_item i JOIN bond b"
					     " ON b.id = i.bond WHERE b.year = 2027 AND"
					     " i.due = 0 AND i.part = 1"),
			 1);
}

static void what_lasts_is_counted_through_the_years(void **state)
{
	struct fixture *f = *state;
	int64_t before = pair_make(f), bond;
	struct lastings list;
	struct bond_member m;

	next_year(f);
	bond = prolong(f, before);
	m = (struct bond_member){ .bond = bond,
				  .mentee = add_participant(f, ROLE_MENTEE, "Первых", "Юрий"),
				  .from = 20270901,
				  .reason = "",
				  .score = -1 };
	must(step_begin(f->store, "test", ""));
	must(bond_member_add(f->store, &m));
	must(step_commit(f->store));
	must(lasting_list(f->store, &f->arena, 2026, &list));
	assert_int_equal(list.n, 1);
	assert_int_equal(list.row[0].years, 1);
	assert_true(list.row[0].at_work);
	must(lasting_list(f->store, &f->arena, 2027, &list));
	assert_int_equal(list.n, 1);
	assert_int_equal(list.row[0].years, 2);
	/* Who ended early does not last; who ended with the term does. */
	must(step_begin(f->store, "test", ""));
	must(bond_member_end(f->store, m.id, 20271201, "переезд"));
	must(step_commit(f->store));
	must(lasting_list(f->store, &f->arena, 2027, &list));
	assert_int_equal(list.n, 0);
	must(step_begin(f->store, "test", ""));
	must(bond_member_end(f->store, m.id, invented_year(2027).bond_to, "конец года"));
	must(step_commit(f->store));
	must(lasting_list(f->store, &f->arena, 2027, &list));
	assert_int_equal(list.n, 1);
	assert_false(list.row[0].at_work);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_plan_goes_along_with_nothing_done,
						fixture_setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(what_lasts_is_counted_through_the_years,
						fixture_setup, fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
