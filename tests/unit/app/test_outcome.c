/* Closing a year: results, nominees, awards and their papers, payment for success, contests. */
#include "fixture.h"

#include <string.h>

#include "incentive.h"

#include "nastavnik/app/bonds.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/outcome.h"
#include "nastavnik/app/pairs.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/app/records.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/record.h"

enum { OCTOBER = 20261001, TODAY = 20261122 };

/* A teacher with two mentees, a pupil with one. */
static void school_with_bonds(struct fixture *f)
{
	struct pairs *pairs;
	int64_t bonds;

	import_text(f, IMPORT_MENTORS,
		    "ФИО;Статус;Класс;Должность;Компетенции;Сколько наставляемых\n"
		    "Орлова Инна Петровна;педагог;;учитель физики;математика;2\n"
		    "Лаптев Семён Юрьевич;ученик;10Б;;английский язык;1\n");
	import_text(f, IMPORT_MENTEES,
		    "ФИО;Класс;Запрос\n"
		    "Ёлкина Зоя;7В;английский язык\nБыков Пётр;6А;математика\n"
		    "Журавлёв Глеб;6Б;математика\n");
	must(pairs_open(f->app, &pairs));
	must(pairs_run(pairs));
	must(pairs_confirm(pairs, &bonds));
	pairs_close(pairs);
}

static struct members members_of(struct fixture *f)
{
	struct members members;

	must(members_load(app_store(f->app), &f->arena, 2026, &members));
	return members;
}

/* Does a line of the paper hold the text? */
static bool paper_has(struct fixture *f, const char *paper, const char *text)
{
	const struct paper_wish wish = { .paper = paper_find(paper) };
	struct paper_text lines;

	assert_non_null(wish.paper);
	must(paper_lines(f->app, &wish, &f->arena, 100, &lines));
	for (size_t i = 0; i < lines.n; i++)
		if (strstr(lines.line[i], text))
			return true;
	return false;
}

static void paper_lacks(struct fixture *f, const char *paper)
{
	const struct paper_wish wish = { .paper = paper_find(paper) };
	struct paper_text lines;

	assert_int_equal(paper_lines(f->app, &wish, &f->arena, 100, &lines), RC_NOT_FOUND);
	assert_true(*err_last()->text);
}

static void a_result_is_one_step_and_comes_back(void **state)
{
	struct fixture *f = *state;
	struct bond_member member;
	int64_t ids[3];
	const char *what;

	school_with_bonds(f);
	member = members_of(f).row[0];
	member.result = "Оценка по алгебре: 4";
	member.passed = 1;
	must(results_save(f->app, &member));
	assert_string_equal(members_of(f).row[0].result, "Оценка по алгебре: 4");
	for (size_t i = 0; i < 3; i++)
		ids[i] = members_of(f).row[i].id;
	must(results_pass(f->app, (struct ids){ ids, 3 }, true));
	assert_int_equal(members_of(f).row[2].passed, 1);
	/* The words stay where only the mark was set. */
	assert_string_equal(members_of(f).row[0].result, "Оценка по алгебре: 4");
	must(history_undo(f->app, &f->arena, &what));
	assert_int_equal(members_of(f).row[2].passed, 0);
	ids[2] = 1;
	assert_int_equal(results_pass(f->app, (struct ids){ ids, 3 }, false), RC_NOT_FOUND);
	assert_int_equal(members_of(f).row[0].passed, 1);
}

static void nominees_are_all_mentors_with_a_pair(void **state)
{
	struct fixture *f = *state;
	struct nominees nominees;

	school_with_bonds(f);
	must(nominees_load(f->app, &f->arena, &nominees));
	assert_int_equal(nominees.n, 2);
	assert_int_equal(nominees.row[0].pairs + nominees.row[1].pairs, 3);
	assert_int_equal(nominees.row[0].meetings, 0);
}

static void awards_go_from_nominee_to_paper(void **state)
{
	struct fixture *f = *state;
	int64_t people[2], ids[2];
	struct records awards;
	size_t n;

	school_with_bonds(f);
	people[0] = participant_named(f, ROLE_MENTOR, "Орлова");
	people[1] = participant_named(f, ROLE_MENTEE, "Ёлкина");
	must(awards_nominate(f->app, (struct ids){ people, 2 }, 0, AWARD_GRAMOTA));
	must(record_list(app_store(f->app), &f->arena, &award_type, 2026, &awards));
	assert_int_equal(awards.n, 2);
	for (size_t i = 0; i < 2; i++)
		ids[i] = ((struct record *)record_at(&award_type, &awards, i))->id;
	paper_lacks(f, "gramota");
	paper_lacks(f, "receipt");
	assert_int_equal(awards_number(f->app, "Г-1", TODAY, &n), RC_NOT_FOUND);
	must(awards_decide(f->app, (struct ids){ ids, 2 }, AWARD_GIVEN));
	assert_int_equal(awards_number(f->app, "номер", TODAY, &n), RC_INVALID);
	must(awards_number(f->app, "Г-09", TODAY, &n));
	assert_int_equal(n, 2);
	assert_true(paper_has(f, "gramota", "Орлова Инна Петровна"));
	assert_true(paper_has(f, "gramota", "7В"));
	assert_true(paper_has(f, "gramota", "Г-10"));
	assert_true(paper_has(f, "receipt", "грамота"));
	paper_lacks(f, "diploma");
	assert_int_equal(awards_receive(f->app, (struct ids){ ids, 1 }, TODAY - 1), RC_INVALID);
	must(awards_receive(f->app, (struct ids){ ids, 1 }, TODAY));
	assert_true(paper_has(f, "receipt", "22.11.2026"));
	/* Who is not awarded after all loses the number. */
	must(awards_decide(f->app, (struct ids){ ids, 2 }, AWARD_REFUSED));
	paper_lacks(f, "gramota");
	must(record_list(app_store(f->app), &f->arena, &award_type, 2026, &awards));
	assert_string_equal(((struct award *)record_at(&award_type, &awards, 0))->number, "");
}

static void names_of_letters_stand_in_the_dative(void **state)
{
	struct fixture *f = *state;
	struct award award;

	record_init(&award_type, &award, 2026, TODAY);
	award.name = "Крылова Анна Львовна";
	award.kind = AWARD_THANKS;
	award.decided = AWARD_GIVEN;
	award.reason = "за помощь в проведении фестиваля";
	must(records_save(f->app, &award_type, &award));
	assert_true(paper_has(f, "thanks", "Крыловой Анне Львовне"));
	assert_true(paper_has(f, "thanks", "фестиваля"));
	assert_true(paper_has(f, "receipt", "благодарственное"));
}

static void only_teachers_are_paid(void **state)
{
	struct fixture *f = *state;
	struct records lines;
	struct incentive *line;
	size_t n;

	assert_int_equal(incentives_make(f->app, OCTOBER, &n), RC_NOT_FOUND);
	paper_lacks(f, "incentive");
	school_with_bonds(f);
	must(incentives_make(f->app, OCTOBER, &n));
	assert_int_equal(n, 1);
	must(incentives_make(f->app, OCTOBER, &n));
	assert_int_equal(n, 0); /* there already */
	must(record_list(app_store(f->app), &f->arena, &incentive_type, 2026, &lines));
	line = record_at(&incentive_type, &lines, 0);
	assert_string_equal(line->basis, "mentees: 2");
	line->basis = "открытый урок";
	line->points = 25;
	must(records_save_all(f->app, &incentive_type, &lines, "Points typed"));
	assert_true(paper_has(f, "incentive", "открытый урок"));
	assert_true(paper_has(f, "incentive", "2,5"));
	assert_true(paper_has(f, "incentive", "октябрь 2026"));
	must(incentives_recount(f->app, (struct ids){ &line->head.id, 1 }));
	assert_false(paper_has(f, "incentive", "открытый урок"));
}

static void a_month_is_counted_from_what_was_done(void **state)
{
	struct fixture *f = *state;
	const struct month_work work = {
		.pairs = 1, .meetings = 3, .consultations = 2, .events = 1, .diaries = 1
	};

	assert_string_equal(incentive_basis(&f->arena, &work),
			    "mentees: 1, meetings held: 3, consultations given: 2, "
			    "events taken part in: 1, the diary is handed in");
	assert_string_equal(incentive_basis(&f->arena, &(struct month_work){ 0 }), "");
}

/* One expert, two works, the usual criteria. */
static struct contest_state contest_made(struct fixture *f)
{
	struct contest_state contest;
	struct expert expert;
	struct entry entry;
	int64_t id;

	must(contest_add(f->app, "Лучшая практика", &id));
	record_init(&expert_type, &expert, id, TODAY);
	expert.name = "Орлова Инна Петровна";
	must(records_save(f->app, &expert_type, &expert));
	for (int i = 0; i < 2; i++) {
		record_init(&entry_type, &entry, id, TODAY);
		entry.name = i ? "Наш театр" : "Старшие друзья";
		entry.author = "Титов Лев Олегович";
		must(records_save(f->app, &entry_type, &entry));
	}
	must(contest_load(app_store(f->app), &f->arena, id, &contest));
	return contest;
}

static enum rc mark(struct fixture *f, const struct contest_state *c, size_t entry,
		    size_t criterion, int64_t value)
{
	const struct entry_mark mark = {
		((struct record *)record_at(&entry_type, &c->entries, entry))->id,
		((struct record *)record_at(&expert_type, &c->experts, 0))->id,
		((struct record *)record_at(&criterion_type, &c->criteria, criterion))->id, value
	};

	return contest_mark(f->app, &mark);
}

static void a_contest_is_judged_and_places_are_proposed(void **state)
{
	struct fixture *f = *state;
	struct contest_state c = contest_made(f);
	int64_t id = c.contest.head.id;
	size_t n;

	assert_int_equal(contest_add(f->app, "", &id), RC_INVALID);
	assert_int_equal(c.criteria.n, 3);
	assert_int_equal(contest_places(f->app, id, &n), RC_NOT_FOUND);
	paper_lacks(f, "contest_diploma");
	assert_int_equal(mark(f, &c, 0, 0, 6), RC_INVALID);
	for (size_t i = 0; i < 3; i++) {
		must(mark(f, &c, 0, i, 4));
		must(mark(f, &c, 1, i, 5));
	}
	must(mark(f, &c, 0, 0, 0)); /* taken away: the sheet is not whole */
	must(contest_places(f->app, id, &n));
	assert_int_equal(n, 1);
	must(mark(f, &c, 0, 0, 3));
	must(contest_places(f->app, id, &n));
	must(contest_load(app_store(f->app), &f->arena, id, &c));
	assert_int_equal(((struct entry *)record_at(&entry_type, &c.entries, 0))->place,
			 PLACE_SECOND);
	assert_int_equal(((struct entry *)record_at(&entry_type, &c.entries, 1))->place,
			 PLACE_FIRST);
	assert_true(paper_has(f, "contest_protocol", "15,00"));
	assert_true(paper_has(f, "contest_protocol", "Старшие друзья"));
	assert_true(paper_has(f, "contest_diploma", "I степени"));
	assert_true(paper_has(f, "expert_sheet", "Орлова Инна Петровна"));
}

static void a_contest_that_is_deleted_leaves_nothing(void **state)
{
	struct fixture *f = *state;
	struct contest_state c = contest_made(f);
	struct records left;
	const char *what;

	must(mark(f, &c, 0, 0, 4));
	must(records_delete(f->app, &contest_type, (struct ids){ &c.contest.head.id, 1 }));
	must(record_list_year(app_store(f->app), &f->arena, &entry_type, 2026, &left));
	assert_int_equal(left.n, 0);
	must(history_undo(f->app, &f->arena, &what));
	must(contest_load(app_store(f->app), &f->arena, c.contest.head.id, &c));
	assert_int_equal(c.marks.n, 1);
}

static void a_mentors_years_are_told(void **state)
{
	struct fixture *f = *state;
	struct participant mentor;
	struct service service;

	school_with_bonds(f);
	must(participant_get(app_store(f->app), &f->arena,
			     participant_named(f, ROLE_MENTOR, "Орлова"), &mentor));
	must(service_load(app_store(f->app), &f->arena, mentor.person.id, &service));
	assert_int_equal(service.pairs, 2);
	assert_int_equal(service.pair[0].year, 2026);
	assert_int_equal(service.pair[0].role, ROLE_MENTOR);
	assert_true(*service.pair[0].family);
	assert_true(paper_has(f, "service", "Орловой Инне Петровне"));
	assert_true(paper_has(f, "service", "Быков Пётр"));
}

static void a_practice_is_a_paper(void **state)
{
	struct fixture *f = *state;
	struct practice practice;

	paper_lacks(f, "practice");
	record_init(&practice_type, &practice, 2026, TODAY);
	practice.name = "Перемена с книгой";
	practice.request = "мало читают";
	must(records_save(f->app, &practice_type, &practice));
	assert_true(paper_has(f, "practice", "Перемена с книгой"));
	assert_true(paper_has(f, "practice", "мало читают"));
	assert_false(paper_has(f, "practice", "Автор"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define test(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		test(a_result_is_one_step_and_comes_back),
		test(nominees_are_all_mentors_with_a_pair),
		test(awards_go_from_nominee_to_paper),
		test(names_of_letters_stand_in_the_dative),
		test(only_teachers_are_paid),
		test(a_month_is_counted_from_what_was_done),
		test(a_contest_is_judged_and_places_are_proposed),
		test(a_contest_that_is_deleted_leaves_nothing),
		test(a_mentors_years_are_told),
		test(a_practice_is_a_paper),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
