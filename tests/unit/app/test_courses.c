/* Courses and interviews: who comes onto one, who has passed, certificates, decisions. */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/courses.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/interviews.h"
#include "nastavnik/app/people.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/attendance.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/record.h"

struct mentors {
	int64_t id[3];
};

static int setup(void **state)
{
	setenv("NASTAVNIK_NOW", "2026-11-22T10:00:00", 1);
	if (fixture_setup(state))
		return 1;
	import_text(*state, IMPORT_MENTORS,
		    "Фамилия;Имя;Отчество;Класс\n"
		    "Титов;Лев;Олегович;10А\nОрлова;Инна;Петровна;11А\nЯшин;Глеб;;9В\n");
	import_text(*state, IMPORT_MENTEES, "Фамилия;Имя;Отчество;Класс\nЁлкина;Зоя;;7В\n");
	return 0;
}

static struct mentors mentors_of(struct fixture *f)
{
	return (struct mentors){ { participant_named(f, ROLE_MENTOR, "Орлова"),
				   participant_named(f, ROLE_MENTOR, "Титов"),
				   participant_named(f, ROLE_MENTOR, "Яшин") } };
}

static int64_t add_course(struct fixture *f, enum role role)
{
	struct course c;

	record_init(&course_type, &c, 2026, date_today());
	c.role = role;
	c.name = "Основы наставничества";
	c.mark_max = 20;
	c.mark_pass = 12;
	must(records_save(f->app, &course_type, &c));
	return c.head.id;
}

static int64_t add_lesson(struct fixture *f, int64_t course, int64_t on)
{
	struct lesson l;

	record_init(&lesson_type, &l, course, date_today());
	l.on_day = on;
	must(records_save(f->app, &lesson_type, &l));
	return l.head.id;
}

static struct course_sheet sheet_of(struct fixture *f, int64_t course)
{
	struct course_sheet sheet;

	must(course_sheet_load(f->app, &f->arena, course, &sheet));
	return sheet;
}

/* Three mentors on a course of two lessons, all of them there. */
static int64_t course_held(struct fixture *f)
{
	struct mentors m = mentors_of(f);
	int64_t course = add_course(f, ROLE_MENTOR), lessons[2];
	struct course_sheet sheet;
	int64_t id[3];
	size_t added;

	lessons[0] = add_lesson(f, course, 20261005);
	lessons[1] = add_lesson(f, course, 20261012);
	must(courses_enrol(f->app, course, (struct ids){ m.id, 3 }, &added));
	assert_int_equal(added, 3);
	sheet = sheet_of(f, course);
	for (size_t i = 0; i < 3; i++)
		id[i] = sheet.row[i].learner.head.id;
	must(courses_attend(f->app, lessons[0], (struct ids){ id, 3 }, PRESENCE_THERE));
	must(courses_attend(f->app, lessons[1], (struct ids){ id, 3 }, PRESENCE_THERE));
	return course;
}

static void nobody_comes_twice_and_only_from_the_right_base(void **state)
{
	struct fixture *f = *state;
	struct mentors m = mentors_of(f);
	int64_t course = add_course(f, ROLE_MENTOR);
	int64_t mentee = participant_named(f, ROLE_MENTEE, "Ёлкина");
	size_t added = 7;

	must(courses_enrol(f->app, course, (struct ids){ m.id, 1 }, &added));
	assert_int_equal(added, 1);
	must(courses_enrol(f->app, course, (struct ids){ m.id, 3 }, &added));
	assert_int_equal(added, 2);
	assert_int_equal(courses_enrol(f->app, course, (struct ids){ m.id, 3 }, &added),
			 RC_CONFLICT);
	assert_int_equal(courses_enrol(f->app, course, (struct ids){ &mentee, 1 }, &added),
			 RC_INVALID);
	assert_non_null(strstr(err_last()->text, "Ёлкина"));
	assert_int_equal(sheet_of(f, course).n, 3);
	must(courses_enrol(f->app, add_course(f, ROLE_MENTEE), (struct ids){ &mentee, 1 }, &added));
}

static void attendance_and_test_say_who_has_passed(void **state)
{
	struct fixture *f = *state;
	int64_t course = course_held(f);
	struct course_sheet sheet = sheet_of(f, course);

	assert_string_equal(sheet.row[0].who.person.family, "Орлова"); /* by name */
	assert_int_equal(sheet.passed, 0);
	must(courses_mark(f->app, sheet.row[0].learner.head.id, 15));
	must(courses_mark(f->app, sheet.row[1].learner.head.id, 11));
	assert_int_equal(courses_mark(f->app, sheet.row[2].learner.head.id, 21), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "20"));
	must(courses_attend(f->app, sheet.lesson[1].head.id,
			    (struct ids){ &sheet.row[2].learner.head.id, 1 }, PRESENCE_ABSENT));
	sheet = sheet_of(f, course);
	assert_int_equal(sheet.passed, 1);
	assert_int_equal(sheet.row[0].learning, LEARNING_PASSED);
	assert_int_equal(sheet.row[1].learning, LEARNING_FAILED);
	assert_int_equal(sheet.row[2].learning, LEARNING_ABSENT);
	/* One lesson emptied has not been held. */
	for (size_t i = 0; i < 3; i++)
		must(courses_attend(f->app, sheet.lesson[1].head.id,
				    (struct ids){ &sheet.row[i].learner.head.id, 1 },
				    PRESENCE_NONE));
	sheet = sheet_of(f, course);
	assert_int_equal(sheet.row[0].attended.held, 1);
	assert_int_equal(sheet.row[0].learning, LEARNING_GOING);
}

static void certificates_follow_one_another(void **state)
{
	struct fixture *f = *state;
	int64_t course = course_held(f), id[3];
	struct course_sheet sheet = sheet_of(f, course);
	const char *number;
	size_t given;

	for (size_t i = 0; i < 3; i++) {
		id[i] = sheet.row[i].learner.head.id;
		must(courses_mark(f->app, id[i], 20 - (int64_t)i * 6)); /* 20, 14, 8 */
	}
	must(courses_next_number(f->app, &f->arena, &number));
	assert_string_equal(number, "1");
	assert_int_equal(courses_certify(f->app, (struct ids){ id, 3 }, "Н-1", 20261101, &given),
			 RC_INVALID);
	assert_non_null(strstr(err_last()->text, "Яшин"));
	assert_int_equal(courses_certify(f->app, (struct ids){ id, 2 }, "", 20261101, &given),
			 RC_INVALID);
	must(courses_certify(f->app, (struct ids){ id + 1, 1 }, "Н-10", 20261101, &given));
	must(courses_certify(f->app, (struct ids){ id, 2 }, "Н-10", 20261102, &given));
	assert_int_equal(given, 1); /* the second one keeps his, whose number is passed over */
	sheet = sheet_of(f, course);
	assert_string_equal(sheet.row[0].learner.certificate, "Н-11");
	assert_string_equal(sheet.row[1].learner.certificate, "Н-10");
	assert_int_equal(sheet.row[1].learner.certified_on, 20261101);
	must(courses_next_number(f->app, &f->arena, &number));
	assert_string_equal(number, "Н-12");
	sheet.row[0].learner.certificate = "Н-10"; /* by hand: it is another's */
	assert_int_equal(records_save(f->app, &learner_type, &sheet.row[0].learner), RC_CONFLICT);
	assert_int_equal(courses_receive(f->app, (struct ids){ id, 3 }, 20261103), RC_INVALID);
	assert_int_equal(courses_receive(f->app, (struct ids){ id, 2 }, 20261030), RC_INVALID);
	must(courses_receive(f->app, (struct ids){ id, 2 }, 20261103));
	assert_int_equal(sheet_of(f, course).row[0].learner.received_on, 20261103);
}

static void what_is_deleted_takes_what_belongs_to_it(void **state)
{
	struct fixture *f = *state;
	struct mentors m = mentors_of(f);
	int64_t course = course_held(f);
	struct course_sheet sheet = sheet_of(f, course);
	struct presence_marks marks;
	const char *said;
	int64_t n;

	must(records_delete(f->app, &lesson_type, (struct ids){ &sheet.lesson[0].head.id, 1 }));
	must(attendance_list(app_store(f->app), &f->arena, course, &marks));
	assert_int_equal(marks.n, 3);
	assert_int_equal(people_delete_participants(f->app, (struct ids){ &m.id[2], 1 }),
			 RC_CONFLICT);
	must(records_delete(f->app, &learner_type,
			    (struct ids){ &sheet.row[2].learner.head.id, 1 }));
	must(people_delete_participants(f->app, (struct ids){ &m.id[2], 1 }));
	must(attendance_list(app_store(f->app), &f->arena, course, &marks));
	assert_int_equal(marks.n, 2);
	assert_int_equal(sheet_of(f, course).n, 2);
	must(records_delete(f->app, &course_type, (struct ids){ &course, 1 }));
	must(attendance_list(app_store(f->app), &f->arena, course, &marks));
	assert_int_equal(marks.n, 0);
	must(record_count_year(app_store(f->app), &learner_type, 2026, &n));
	assert_int_equal(n, 0);
	must(history_undo(f->app, &f->arena, &said));
	assert_int_equal(sheet_of(f, course).n, 2);
	must(history_undo(f->app, &f->arena, &said));
	must(history_undo(f->app, &f->arena, &said));
	assert_int_equal(sheet_of(f, course).n, 3);
}

static void a_decision_may_select_in_one_step(void **state)
{
	struct fixture *f = *state;
	int64_t mentor = mentors_of(f).id[1];
	struct interview_rows rows;
	struct participant p;
	struct interview s;
	const char *said;

	record_init(&interview_type, &s, mentor, date_today());
	assert_int_equal(interviews_decide(f->app, &s, true), RC_INVALID); /* whose sheet? */
	s.interviewer = "Савельева И.Л.";
	s.mark[0] = 5;
	must(records_save(f->app, &interview_type, &s));
	s.decision = DECISION_SUITS;
	must(interviews_decide(f->app, &s, true));
	must(participant_get(app_store(f->app), &f->arena, mentor, &p));
	assert_int_equal(p.selected, 1);
	must(history_undo(f->app, &f->arena, &said));
	must(participant_get(app_store(f->app), &f->arena, mentor, &p));
	assert_int_equal(p.selected, 0);
	must(interviews_load(f->app, &f->arena, &rows));
	assert_int_equal(interviews_of(&rows, mentor).n, 1);
	assert_int_equal(interviews_of(&rows, mentor).sheet->decision, DECISION_NONE);
	assert_int_equal(interviews_of(&rows, mentors_of(f).id[0]).n, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, fixture_teardown)
		TEST(nobody_comes_twice_and_only_from_the_right_base),
		TEST(attendance_and_test_say_who_has_passed),
		TEST(certificates_follow_one_another),
		TEST(what_is_deleted_takes_what_belongs_to_it),
		TEST(a_decision_may_select_in_one_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
