/* Last year's people go on into the new year. */
#include <string.h>

#include "fixture.h"
#include "inner.h"
#include "nastavnik/app/carry.h"
#include "nastavnik/app/closing.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/leavers.h"
#include "nastavnik/app/people.h"
#include "nastavnik/app/settings.h"
#include "nastavnik/app/tasks.h"
#include "nastavnik/model/class.h"
#include "nastavnik/store/read/task.h"
#include "nastavnik/store/write/bond.h"

static const char school[] = "ФИО;Класс;Дата рождения;Должность;Кто\n"
			     "Ёлкина Зоя Андреевна;7В;01.02.2013;;ученик\n"
			     "Быков Пётр Ильич;10А хим;;;ученик\n"
			     "Титов Лев Олегович;9А;;;ученик\n"
			     "Уходящий Марк Ильич;11А;;;ученик\n"
			     "Орлова Инна Викторовна;;;учитель физики;учитель\n";

static int setup(void **state)
{
	if (fixture_setup(state))
		return 1;
	import_text(*state, IMPORT_PEOPLE, school);
	return 0;
}

static struct carry_choice load(struct fixture *f, struct carry *carry)
{
	struct carry_choice choice = { .year = 2027 };

	must(carry_load(f->app, &f->arena, carry));
	choice.mentors = carry_staying(carry, &f->arena, &carry->mentors);
	return choice;
}

static const struct person *person_named(struct fixture *f, const char *family)
{
	struct people *people = arena_alloc(&f->arena, sizeof(*people));

	must(person_load(app_store(f->app), &f->arena, app_year(f->app)->year, people));
	for (size_t i = 0; i < people->n; i++)
		if (!strcmp(people->row[i].family, family))
			return &people->row[i];
	return NULL;
}

static void pupils_go_up_and_staff_stays(void **state)
{
	struct fixture *f = *state;
	struct carry carry;
	struct carry_choice choice = load(f, &carry);
	struct carry_counts n;

	carry_count(&carry, &choice, &n);
	assert_int_equal(n.up, 3);
	assert_int_equal(n.stay, 1);
	assert_int_equal(n.graduates, 0);
	assert_int_equal(n.gone, 1);
	must(carry_year(f->app, &carry, &choice));
	assert_int_equal(app_year(f->app)->year, 2027);
	assert_int_equal(people_count(f), 4);
	assert_string_equal(person_named(f, "Ёлкина")->class_name, "8В");
	assert_string_equal(person_named(f, "Быков")->class_name, "11А хим");
	assert_string_equal(person_named(f, "Орлова")->position, "учитель физики");
	assert_null(person_named(f, "Уходящий"));
	must(app_year_select(f->app, 2026));
	assert_string_equal(person_named(f, "Ёлкина")->class_name, "7В");
	assert_non_null(person_named(f, "Уходящий"));
}

static void graduates_may_stay_and_others_may_leave(void **state)
{
	struct fixture *f = *state;
	struct carry carry;
	struct carry_choice choice = load(f, &carry);
	int64_t lev = person_named(f, "Титов")->id;

	assert_true(carry_may_leave(person_named(f, "Титов")));
	assert_false(carry_may_leave(person_named(f, "Ёлкина")));
	choice.keep_graduates = 1;
	choice.leaving = (struct ids){ &lev, 1 };
	must(carry_year(f->app, &carry, &choice));
	assert_null(person_named(f, "Титов"));
	assert_int_equal(person_named(f, "Уходящий")->kind, KIND_GRADUATE);
	assert_string_equal(person_named(f, "Уходящий")->class_name, "");
}

static void the_evening_school_has_a_twelfth_class(void **state)
{
	struct fixture *f = *state;
	struct carry carry;
	struct carry_choice choice;

	import_text(f, IMPORT_PEOPLE, "ФИО;Класс\nВечерняя Анна Ильинична;12А\n");
	choice = load(f, &carry);
	must(carry_year(f->app, &carry, &choice));
	assert_null(person_named(f, "Вечерняя"));
	assert_string_equal(person_named(f, "Уходящий")->class_name, "12А");
}

/* The list that the secretary gives in September finds everybody again. */
static void a_fresh_list_doubles_nobody(void **state)
{
	struct fixture *f = *state;
	struct carry carry;
	struct carry_choice choice = load(f, &carry);
	struct import_report report;

	must(carry_year(f->app, &carry, &choice));
	report = import_text(f, IMPORT_PEOPLE,
			     "ФИО;Класс\nЁлкина Зоя Андреевна;8В\nБыков Пётр;11А\n"
			     "Титов Лев Олегович;10А\nНовикова Яна Игоревна;5А\n");
	assert_int_equal(report.added, 1);
	assert_int_equal(report.unsure, 0);
	assert_int_equal(people_count(f), 5);
}

static void mentors_go_on_without_last_years_papers(void **state)
{
	struct fixture *f = *state;
	struct carry carry;
	struct carry_choice choice;
	struct participant mentor;

	import_text(f, IMPORT_MENTORS,
		    "ФИО;Класс;Должность;Компетенции;Ресурс времени;Согласие\n"
		    "Орлова Инна Викторовна;;учитель физики;физика;2;02.09.2026\n"
		    "Уходящий Марк Ильич;11А;;математика;1;02.09.2026\n");
	choice = load(f, &carry);
	assert_int_equal(choice.mentors.n, 1); /* who finishes the school is not proposed */
	must(carry_year(f->app, &carry, &choice));
	must(participant_get(app_store(f->app), &f->arena,
			     participant_named(f, ROLE_MENTOR, "Орлова"), &mentor));
	assert_int_equal(mentor.topics.n, 1);
	assert_string_equal(book_item_name(app_books(f->app), mentor.topics.row[0]), "физика");
	assert_int_equal(mentor.hours, 20);
	assert_int_equal(mentor.consent_on, 0);
	assert_int_equal(participant_named(f, ROLE_MENTOR, "Уходящий"), 0);
}

static void steps_go_on_with_their_terms(void **state)
{
	struct fixture *f = *state;
	struct task own = { .stage = 3,
			    .code = "",
			    .name = "Купить значки",
			    .due = 20280229,
			    .done_on = 20271001,
			    .responsible = "завхоз",
			    .result = "",
			    .note = "чек" };
	struct carry carry;
	struct carry_choice choice;
	struct tasks before, tasks;
	size_t found = 0;

	choice = load(f, &carry);
	must(carry_year(f->app, &carry, &choice)); /* the year of the leap day */
	must(tasks_save(f->app, &own));
	must(task_list(app_store(f->app), &f->arena, 2027, 0, &before));
	choice = load(f, &carry);
	choice.year = 2028;
	must(carry_year(f->app, &carry, &choice));
	must(task_list(app_store(f->app), &f->arena, 2028, 0, &tasks));
	assert_int_equal(tasks.n, before.n);
	for (size_t i = 0; i < tasks.n; i++) {
		const struct task *task = &tasks.row[i];

		assert_int_equal(task->done_on, 0);
		if (strcmp(task->name, own.name) != 0)
			continue;
		found++;
		assert_int_equal(task->due, 20290228);
		assert_string_equal(task->responsible, "завхоз");
		assert_string_equal(task->note, "");
	}
	assert_int_equal(found, 1);
}

/* Who finishes the school is offered as a mentor: he keeps what he could as one, or begins anew. */
static void graduates_become_mentors(void **state)
{
	struct fixture *f = *state;
	struct carry carry;
	struct carry_choice choice;
	struct carry_counts n;
	struct participant mentor;
	int64_t both[2];

	import_text(f, IMPORT_PEOPLE, "ФИО;Класс\nЛетова Яна Игоревна;11Б\n");
	import_text(f, IMPORT_MENTORS,
		    "ФИО;Класс;Компетенции\nУходящий Марк Ильич;11А;математика\n");
	choice = load(f, &carry);
	assert_true(carry_finishes(&carry, person_named(f, "Летова")));
	assert_false(carry_finishes(&carry, person_named(f, "Титов")));
	both[0] = person_named(f, "Уходящий")->id;
	both[1] = person_named(f, "Летова")->id;
	choice.graduates = (struct ids){ both, 2 };
	carry_count(&carry, &choice, &n);
	assert_int_equal(n.graduates, 2);
	assert_int_equal(n.gone, 0);
	assert_int_equal(n.mentors, 2);
	must(carry_year(f->app, &carry, &choice));
	must(participant_get(app_store(f->app), &f->arena,
			     participant_named(f, ROLE_MENTOR, "Уходящий"), &mentor));
	assert_int_equal(mentor.person.kind, KIND_GRADUATE);
	assert_int_equal(mentor.topics.n, 1);
	must(participant_get(app_store(f->app), &f->arena,
			     participant_named(f, ROLE_MENTOR, "Летова"), &mentor));
	assert_int_equal(mentor.person.kind, KIND_GRADUATE);
	assert_string_equal(mentor.person.class_name, "");
	assert_int_equal(mentor.capacity, 1);
}

static int64_t pair_make(struct fixture *f, int64_t bond, const char *mentee)
{
	struct bond_member m = { .bond = bond,
				 .mentor = participant_named(f, ROLE_MENTOR, "Орлова"),
				 .mentee = participant_named(f, ROLE_MENTEE, mentee),
				 .from = 20260920,
				 .reason = "",
				 .score = -1 };

	must(app_begin(f->app, "test", ""));
	must(app_end(f->app, bond_member_add(f->app->store, &m)));
	return m.bond;
}

/* Two novices in one group with a teacher; a pupil with the same one. */
static int64_t teachers_make(struct fixture *f)
{
	int64_t bond;

	import_text(f, IMPORT_MENTORS,
		    "ФИО;Должность;Кто\nОрлова Инна Викторовна;учитель физики;учитель\n");
	import_text(f, IMPORT_MENTEES,
		    "ФИО;Класс;Должность;Кто\nНовикова Ия Олеговна;;учитель;учитель\n"
		    "Первых Юрий Ильич;;учитель;учитель\nЁлкина Зоя Андреевна;7В;;ученик\n");
	bond = pair_make(f, 0, "Новикова");
	pair_make(f, bond, "Первых");
	pair_make(f, 0, "Ёлкина");
	return bond;
}

static struct members members_of(struct fixture *f, int64_t year)
{
	struct members members;

	must(members_load(app_store(f->app), &f->arena, year, &members));
	return members;
}

static void teachers_pairs_go_on(void **state)
{
	struct fixture *f = *state;
	int64_t bond = teachers_make(f);
	struct carry carry;
	struct carry_choice choice = load(f, &carry);
	struct carry_counts n;
	struct members now, then;

	choice.mentors = choice.mentees = (struct ids){ 0 }; /* the pair brings both sides */
	choice.pairs = (struct ids){ &bond, 1 };
	assert_int_equal(carry.pairs.n, 2); /* the pupil's pair is not offered */
	assert_int_equal(carry.pairs.row[0].years, 1);
	carry_count(&carry, &choice, &n);
	assert_int_equal(n.pairs, 2);
	assert_int_equal(n.mentors, 1);
	assert_int_equal(n.mentees, 2);
	must(carry_year(f->app, &carry, &choice));
	now = members_of(f, 2027);
	assert_int_equal(now.n, 2);
	assert_int_equal(now.row[0].bond, now.row[1].bond);
	assert_int_not_equal(now.row[0].bond, bond);
	assert_int_equal(now.row[0].from, 20270901);
	assert_int_equal(now.row[0].state, MEMBER_ACTIVE);
	assert_int_equal(now.row[0].mentor, participant_named(f, ROLE_MENTOR, "Орлова"));
	then = members_of(f, 2026);
	for (size_t i = 0; i < then.n; i++) {
		bool pupil = then.row[i].bond != bond;

		assert_int_equal(then.row[i].state, pupil ? MEMBER_ACTIVE : MEMBER_ENDED);
		assert_int_equal(then.row[i].to, pupil ? 0 : 20270531);
	}
}

static void three_years_are_the_most(void **state)
{
	struct fixture *f = *state;
	int64_t bond = teachers_make(f);
	struct carry carry;
	struct carry_choice choice;

	for (int64_t year = 2027; year <= 2028; year++) {
		choice = load(f, &carry);
		assert_int_equal(carry.pairs.n, 2);
		assert_int_equal(carry.pairs.row[0].years, year - 2026);
		bond = carry.pairs.row[0].bond;
		choice.year = year;
		choice.pairs = (struct ids){ &bond, 1 };
		must(carry_year(f->app, &carry, &choice));
	}
	load(f, &carry);
	assert_int_equal(carry.pairs.n, 0);
}

static void pairs_go_on_out_of_a_closed_year(void **state)
{
	struct fixture *f = *state;
	int64_t bond = teachers_make(f), ended;
	struct carry carry;
	struct carry_choice choice;
	const char *what;

	must(year_close(f->app, 2026, &(struct closing){ 20270531, "конец года" }, &ended));
	assert_int_equal(ended, 2);
	choice = load(f, &carry);
	assert_true(carry.closed);
	assert_int_equal(carry.pairs.n, 2);
	choice.pairs = (struct ids){ &bond, 1 };
	must(carry_year(f->app, &carry, &choice));
	assert_int_equal(members_of(f, 2027).n, 2);
	assert_string_equal(members_of(f, 2026).row[0].reason, "конец года"); /* untouched */
	must(history_undo(f->app, &f->arena, &what));
	assert_int_equal(members_of(f, 2026).n, 3);
	must(history_redo(f->app, &f->arena, &what));
	assert_int_equal(members_of(f, 2027).n, 2);
}

static void who_leaves_takes_the_pair_along(void **state)
{
	struct fixture *f = *state;
	int64_t bond = teachers_make(f), gone = 0;
	struct carry carry;
	struct carry_choice choice;
	struct carry_counts n;
	struct ids away = { &gone, 1 };

	gone = person_named(f, "Орлова")->id;
	must(people_leave(f->app, away, 20270601, "переезд", &(int64_t){ 0 }));
	choice = load(f, &carry);
	choice.pairs = (struct ids){ &bond, 1 };
	carry_count(&carry, &choice, &n);
	assert_int_equal(n.pairs, 0);
	must(carry_year(f->app, &carry, &choice));
	assert_int_equal(members_of(f, 2027).n, 0);
}

static void the_rules_of_the_school_stay(void **state)
{
	struct fixture *f = *state;
	struct carry carry;
	struct carry_choice choice;
	struct year year = *app_year(f->app);
	int64_t ended;

	year.ballot_size = 5;
	year.weight_topics = 70;
	year.bond_from = 20261001;
	year.bond_to = 20270525;
	year.order_number = "12";
	year.order_date = 20261030;
	must(settings_save_year(f->app, &year));
	must(year_close(f->app, 2026, &(struct closing){ 20270525, "конец года" }, &ended));
	choice = load(f, &carry);
	must(carry_year(f->app, &carry, &choice));
	assert_int_equal(app_year(f->app)->ballot_size, 5);
	assert_int_equal(app_year(f->app)->weight_topics, 70);
	assert_int_equal(app_year(f->app)->bond_from, 20271001);
	assert_int_equal(app_year(f->app)->bond_to, 20280525);
	assert_string_equal(app_year(f->app)->order_number, "");
	assert_int_equal(app_year(f->app)->order_date, 0);
	assert_false(app_year_closed(f->app));
}

static void the_whole_of_it_is_one_step(void **state)
{
	struct fixture *f = *state;
	struct carry carry;
	struct carry_choice choice = load(f, &carry);
	const char *what;

	must(carry_year(f->app, &carry, &choice));
	must(history_undo(f->app, &f->arena, &what));
	assert_int_equal(app_year(f->app)->year, 2026);
	assert_int_equal(app_year_select(f->app, 2027), RC_NOT_FOUND);
	assert_int_equal(people_count(f), 5);
	must(history_redo(f->app, &f->arena, &what));
	must(app_year_select(f->app, 2027));
	assert_int_equal(people_count(f), 4);
	must(app_year_select(f->app, 2026));
	assert_int_equal(carry_year(f->app, &carry, &choice), RC_CONFLICT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(pupils_go_up_and_staff_stays, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(graduates_may_stay_and_others_may_leave, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(the_evening_school_has_a_twelfth_class, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(a_fresh_list_doubles_nobody, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(mentors_go_on_without_last_years_papers, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(steps_go_on_with_their_terms, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(graduates_become_mentors, setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(teachers_pairs_go_on, setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(three_years_are_the_most, setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(pairs_go_on_out_of_a_closed_year, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(who_leaves_takes_the_pair_along, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(the_rules_of_the_school_stay, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(the_whole_of_it_is_one_step, setup,
						fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
