/* Last year's people go on into the new year. */
#include <string.h>

#include "fixture.h"
#include "nastavnik/app/carry.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/people.h"
#include "nastavnik/app/tasks.h"
#include "nastavnik/model/class.h"
#include "nastavnik/store/read/task.h"

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
			    .done_on = 20261001,
			    .responsible = "завхоз",
			    .result = "",
			    .note = "чек" };
	struct carry carry;
	struct carry_choice choice;
	struct tasks before, tasks;
	size_t found = 0;

	must(tasks_save(f->app, &own));
	must(task_list(app_store(f->app), &f->arena, 2026, 0, &before));
	choice = load(f, &carry);
	must(carry_year(f->app, &carry, &choice));
	must(task_list(app_store(f->app), &f->arena, 2027, 0, &tasks));
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
		cmocka_unit_test_setup_teardown(the_whole_of_it_is_one_step, setup,
						fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
