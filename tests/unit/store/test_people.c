/* People: lists in Russian order, finding, pages, candidates for the same person, deleting. */
#include "fixture.h"

#include <string.h>

static struct ids list(struct fixture *f, struct person_query query)
{
	struct ids ids = { 0 };

	query.year = query.year ? query.year : 2026;
	must(person_ids(f->store, &f->arena, &query, &ids));
	return ids;
}

/* The families of a list, in its order. */
static const char *families(struct fixture *f, struct person_query query)
{
	struct ids ids = list(f, query);
	struct person *row = ARENA_NEW(&f->arena, struct person, ids.n);
	const char *out = "";

	must(person_page(f->store, &f->arena, 2026, ids.row, ids.n, row));
	for (size_t i = 0; i < ids.n; i++)
		out = arena_printf(&f->arena, "%s%s%s", out, i ? " " : "", row[i].family);
	return out;
}

static void a_school(struct fixture *f)
{
	add_person(f, "Яшин", "Лев", "7В");
	add_person(f, "Ёлкина", "Зоя", "10А");
	add_person(f, "Елкина", "Анна", "5Б");
	add_person(f, "Еловой", "Пётр", "9А");
	add_person(f, "О'Коннор", "Шон", "11");
	add_person(f, "Салтыков-Щедрин", "Глеб", "7А");
}

static void people_stand_in_russian_order(void **state)
{
	struct fixture *f = *state;

	a_school(f);
	assert_string_equal(families(f, (struct person_query){ 0 }),
			    "Елкина Ёлкина Еловой О'Коннор Салтыков-Щедрин Яшин");
	assert_string_equal(families(f, (struct person_query){ .descending = true }),
			    "Яшин Салтыков-Щедрин О'Коннор Еловой Ёлкина Елкина");
}

static void classes_stand_in_their_order_and_those_without_one_behind(void **state)
{
	struct fixture *f = *state;
	struct person teacher = invented_person("Орлова", "Инна", "");

	a_school(f);
	teacher.position = "учитель физики";
	must(step_begin(f->store, "New person", ""));
	must(person_put(f->store, &teacher));
	must(step_commit(f->store));
	assert_string_equal(families(f, (struct person_query){ .sort = "class_name" }),
			    "Елкина Салтыков-Щедрин Яшин Еловой Ёлкина О'Коннор Орлова");
	assert_string_equal(families(f, (struct person_query){ .class_name = "7а" }),
			    "Салтыков-Щедрин");
}

static void every_column_sorts(void **state)
{
	struct fixture *f = *state;

	a_school(f);
	for (size_t i = 0; i < person_fields.n; i++) {
		struct person_query query = { .sort = person_fields.row[i].name };
		struct ids up = list(f, query), down;

		query.descending = true;
		down = list(f, query);
		assert_int_equal(up.n, 6);
		assert_int_equal(down.n, 6);
	}
	assert_string_equal(families(f, (struct person_query){ .sort = "given" }),
			    "Елкина Салтыков-Щедрин Ёлкина Яшин Еловой О'Коннор");
}

static void finding_knows_parts_classes_and_the_other_layout(void **state)
{
	struct fixture *f = *state;
	static const struct {
		const char *filter, *families;
	} cases[] = {
		{ "ЁЛК", "Елкина Ёлкина" },
		{ "елкина зоя", "Ёлкина" },
		{ "зоя елк", "Ёлкина" },
		{ "ел", "Елкина Ёлкина Еловой" },
		{ "`krbyf", "Елкина Ёлкина" },
		{ "коннор", "О'Коннор" },
		{ "щедрин", "Салтыков-Щедрин" },
		{ "7в", "Яшин" },
		{ "7b", "Яшин" },
		{ "7", "Салтыков-Щедрин Яшин" },
		{ "лев 7в", "Яшин" },
		{ "лев 9", "" },
		{ "ъ", "" },
		{ "  ", "Елкина Ёлкина Еловой О'Коннор Салтыков-Щедрин Яшин" },
		{ "%", "" },
		{ "_", "" },
	};

	a_school(f);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(families(f, (struct person_query){ .filter = cases[i].filter }),
				    cases[i].families);
}

static void a_new_name_moves_the_person_in_all_years(void **state)
{
	struct fixture *f = *state;
	int64_t id = add_person(f, "Яшина", "Анна", "7В");
	struct year next = invented_year(2027);
	struct person p;
	struct ids ids;

	add_person(f, "Быков", "Пётр", "7В");
	must(step_begin(f->store, "Next year", ""));
	must(year_add(f->store, &next, NULL));
	must(person_get(f->store, &f->arena, id, 2026, &p));
	p.year = 2027;
	p.class_name = "8В";
	p.family = "Алексеева";
	must(person_put(f->store, &p));
	must(step_commit(f->store));
	assert_string_equal(families(f, (struct person_query){ 0 }), "Алексеева Быков");
	ids = list(f, (struct person_query){ .year = 2027 });
	assert_int_equal(ids.n, 1);
	must(person_get(f->store, &f->arena, id, 2026, &p));
	assert_string_equal(p.class_name, "7В");
	must(person_get(f->store, &f->arena, id, 0, &p));
	assert_int_equal(p.year, 2027);
	assert_string_equal(p.class_name, "8В");
}

static void a_page_says_who_is_gone(void **state)
{
	struct fixture *f = *state;
	int64_t ids[2] = { add_person(f, "Быков", "Пётр", "5А"), 12345 };
	struct person row[2];

	must(person_page(f->store, &f->arena, 2027, ids, 2, row));
	assert_int_equal(row[0].id, ids[0]);
	assert_int_equal(row[0].year, 0);
	assert_string_equal(row[0].class_name, "");
	assert_int_equal(row[1].id, 0);
	assert_string_equal(row[1].family, "");
}

static size_t candidates(struct fixture *f, const char *family, const char *given, int64_t year,
			 struct people *out)
{
	struct person p = invented_person(family, given, "");

	p.year = year;
	must(person_candidates(f->store, &f->arena, &p, out));
	return out->n;
}

static void candidates_share_family_and_given_name_only(void **state)
{
	struct fixture *f = *state;
	struct person p = invented_person("Ёлкина", "Зоя", "10А");
	struct people found;

	a_school(f);
	p.patronymic = "Андреевна";
	must(step_begin(f->store, "New person", ""));
	must(person_put(f->store, &p));
	must(step_commit(f->store));
	add_person(f, "Ёлкина", "Зоянна", "10А");
	add_person(f, "Иванов", "", "10А");
	add_person(f, "Иванов", "Иван", "10А");
	assert_int_equal(candidates(f, "елкина", "ЗОЯ", 2026, &found), 2);
	assert_int_equal(candidates(f, "Елкина", "Анна", 2026, &found), 1);
	assert_string_equal(found.row[0].class_name, "5Б");
	assert_int_equal(candidates(f, "Иванов", "", 2026, &found), 1);
	assert_int_equal(candidates(f, "Ёлк", "", 2026, &found), 0);
}

static size_t candidates_born(struct fixture *f, int64_t birth)
{
	struct person p = invented_person("Белова", "Ада", "7В");
	struct people found;

	p.birth = birth;
	must(person_candidates(f->store, &f->arena, &p, &found));
	return found.n;
}

static void who_was_born_on_another_day_is_no_candidate(void **state)
{
	static const int64_t births[] = { 20130201, 20130000, 20130302 };
	struct fixture *f = *state;

	must(step_begin(f->store, "New people", ""));
	for (size_t i = 0; i < sizeof(births) / sizeof(births[0]); i++) {
		struct person p = invented_person("Белова", "Ада", "7В");

		p.birth = births[i];
		must(person_put(f->store, &p));
	}
	must(step_commit(f->store));
	assert_int_equal(candidates_born(f, 20130201), 2);
	assert_int_equal(candidates_born(f, 20130403), 1);
	assert_int_equal(candidates_born(f, 20130000), 3);
	assert_int_equal(candidates_born(f, 0), 3);
}

static void a_candidate_is_seen_as_his_newest_year_before(void **state)
{
	struct fixture *f = *state;
	int64_t id = add_person(f, "Яшина", "Анна", "7В");
	struct year next = invented_year(2027), last = invented_year(2025);
	struct people found;
	struct person p;

	must(step_begin(f->store, "Years", ""));
	must(year_add(f->store, &next, NULL));
	must(year_add(f->store, &last, NULL));
	must(person_get(f->store, &f->arena, id, 2026, &p));
	p.year = 2027;
	p.class_name = "8В";
	must(person_put(f->store, &p));
	must(step_commit(f->store));
	assert_int_equal(candidates(f, "Яшина", "Анна", 2026, &found), 1);
	assert_string_equal(found.row[0].class_name, "7В");
	assert_int_equal(candidates(f, "Яшина", "Анна", 2028, &found), 1);
	assert_string_equal(found.row[0].class_name, "8В");
	assert_int_equal(candidates(f, "Яшина", "Анна", 2025, &found), 1);
	assert_string_equal(found.row[0].class_name, "7В");
}

static void a_person_goes_with_all_that_hangs_on_him(void **state)
{
	struct fixture *f = *state;
	struct participant p = invented_participant(ROLE_MENTEE, "Ёлкина", "Зоя"), mentor;
	int64_t id = add_participant(f, ROLE_MENTOR, "Титов", "Лев");
	struct issues issues = { .arena = &f->arena };

	p.topics = (struct ids){ &f->request, 1 };
	p.choices = (struct ids){ &id, 1 };
	p.consent_on = 20260902;
	must(step_begin(f->store, "New participant", ""));
	must(participant_put(f->store, &p));
	must(participant_get(f->store, &f->arena, id, &mentor));
	mentor.refusals = (struct ids){ &p.id, 1 };
	must(participant_put(f->store, &mentor));
	must(step_commit(f->store));
	must(step_begin(f->store, "Person deleted", ""));
	must(person_delete(f->store, p.person.id));
	assert_int_equal(person_delete(f->store, p.person.id), RC_NOT_FOUND);
	must(step_commit(f->store));
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM ballot"), 0);
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM consent"), 0);
	must(store_check(f->store, &issues));
	assert_int_equal(issues.n, 0);
}

static void who_is_in_a_confirmed_pair_stays(void **state)
{
	struct fixture *f = *state;
	struct bond_member m = { .mentor = add_participant(f, ROLE_MENTOR, "Титов", "Лев"),
				 .mentee = add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя"),
				 .from = 20260901,
				 .reason = "",
				 .score = 780 };
	struct participant p;

	must(participant_get(f->store, &f->arena, m.mentee, &p));
	must(step_begin(f->store, "Pairs confirmed", ""));
	must(bond_member_add(f->store, &m));
	assert_int_equal(person_delete(f->store, p.person.id), RC_CONFLICT);
	assert_int_equal(participant_delete(f->store, m.mentor), RC_CONFLICT);
	must(bond_member_end(f->store, m.id, 20261001, "переезд"));
	assert_int_equal(person_delete(f->store, p.person.id), RC_CONFLICT);
	must(bond_member_delete(f->store, m.id));
	must(person_delete(f->store, p.person.id));
	must(step_commit(f->store));
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM bond"), 0);
}

static void a_person_without_a_family_name_is_refused(void **state)
{
	struct fixture *f = *state;
	struct person p = invented_person("", "Зоя", "9А");

	must(step_begin(f->store, "New person", ""));
	assert_int_equal(person_put(f->store, &p), RC_INVALID);
	p.family = "Ёлкина";
	must(person_put(f->store, &p));
	must(step_commit(f->store));
}

/* The list is kept between the letters of a find: no change may be missed. */
static void a_find_sees_each_change_undo_and_rollback(void **state)
{
	struct fixture *f = *state;
	const struct person_query find = { .filter = "елк" };
	struct person p = invented_person("Белкин", "Ян", "8А");
	struct step undone;

	add_person(f, "Ёлкина", "Зоя", "10А");
	assert_string_equal(families(f, find), "Ёлкина");
	add_person(f, "Стрелков", "Олег", "7В");
	assert_string_equal(families(f, find), "Ёлкина Стрелков");
	must(step_undo(f->store, &f->arena, &undone));
	assert_string_equal(families(f, find), "Ёлкина");
	must(step_begin(f->store, "New person", ""));
	must(person_put(f->store, &p));
	assert_string_equal(families(f, find), "Ёлкина Белкин"); /* what begins so goes first */
	step_rollback(f->store);
	assert_string_equal(families(f, find), "Ёлкина");
	fixture_reopen(f, 0);
	assert_string_equal(families(f, find), "Ёлкина");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(people_stand_in_russian_order),
		TEST(classes_stand_in_their_order_and_those_without_one_behind),
		TEST(every_column_sorts),
		TEST(finding_knows_parts_classes_and_the_other_layout),
		TEST(a_find_sees_each_change_undo_and_rollback),
		TEST(a_new_name_moves_the_person_in_all_years),
		TEST(a_page_says_who_is_gone),
		TEST(candidates_share_family_and_given_name_only),
		TEST(who_was_born_on_another_day_is_no_candidate),
		TEST(a_candidate_is_seen_as_his_newest_year_before),
		TEST(a_person_goes_with_all_that_hangs_on_him),
		TEST(who_is_in_a_confirmed_pair_stays),
		TEST(a_person_without_a_family_name_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
