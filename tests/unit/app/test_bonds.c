/* Pairs at work: their cards, replacing somebody, deleting, plans from templates, meetings. */
#include "fixture.h"

#include <string.h>

#include "nastavnik/app/bonds.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/pairs.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/app/plans.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/str.h"
#include "nastavnik/model/pairwork.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/record.h"

/* Титов has a group of two, Лаптев a pair; Юдин and Жукова wait. */
static void school_at_work(struct fixture *f)
{
	struct pairs *pairs;
	int64_t made;

	import_text(f, IMPORT_MENTORS,
		    "ФИО;Класс;Компетенции;Сколько наставляемых\n"
		    "Титов Лев;10А;математика;2\nЛаптев Семён;10Б;английский язык;1\n");
	import_text(f, IMPORT_MENTEES,
		    "ФИО;Класс;Запрос\n"
		    "Ёлкина Зоя;7В;английский язык\nБыков Пётр;6А;математика\n"
		    "Журавлёв Глеб;6Б;математика\n");
	must(pairs_open(f->app, &pairs));
	must(pairs_run(pairs));
	must(pairs_confirm(pairs, &made));
	pairs_close(pairs);
	import_text(f, IMPORT_MENTORS,
		    "ФИО;Класс;Компетенции;Сколько наставляемых\nЮдин Олег;11А;математика;2\n");
	import_text(f, IMPORT_MENTEES, "ФИО;Класс;Запрос\nЖукова Анна;7А;английский язык\n");
}

static struct bond_member member_of(struct fixture *f, const char *family, int64_t state)
{
	int64_t mentee = participant_named(f, ROLE_MENTEE, family);
	struct members members;

	must(members_load(app_store(f->app), &f->arena, 2026, &members));
	for (size_t i = 0; i < members.n; i++)
		if (members.row[i].mentee == mentee && members.row[i].state == state)
			return members.row[i];
	fail_msg("%s is in no such pair", family);
	return (struct bond_member){ 0 };
}

static int64_t bond_of(struct fixture *f, const char *family)
{
	return member_of(f, family, MEMBER_ACTIVE).bond;
}

static struct bond bond_read(struct fixture *f, int64_t id)
{
	struct bond bond;

	must(bond_get(app_store(f->app), &f->arena, id, &bond));
	return bond;
}

static struct records records_of(struct fixture *f, const struct record_type *type, int64_t owner)
{
	struct records records;

	must(record_list(app_store(f->app), &f->arena, type, owner, &records));
	return records;
}

static struct meeting *meeting_on(struct fixture *f, int64_t bond, int64_t day)
{
	struct meeting *meeting = arena_alloc(&f->arena, sizeof(*meeting));

	record_init(&meeting_type, meeting, bond, (int)day);
	meeting->theme = "Дроби";
	return meeting;
}

static void a_card_is_saved_and_taken_back(void **state)
{
	struct fixture *f = *state;
	const char *what;

	school_at_work(f);
	struct bond bond = bond_read(f, bond_of(f, "Ёлкина"));

	bond.aim = "Говорить без страха";
	bond.approved_on = 20261001;
	must(bonds_save(f->app, &bond));
	assert_string_equal(bond_read(f, bond.id).aim, "Говорить без страха");
	assert_int_equal(bond_read(f, bond.id).approved_on, 20261001);
	bond.approved_on = 20271001; /* another school year */
	assert_int_equal(bonds_save(f->app, &bond), RC_INVALID);
	must(history_undo(f->app, &f->arena, &what));
	assert_string_equal(bond_read(f, bond.id).aim, "");
}

static void a_mentor_is_replaced_in_one_step(void **state)
{
	struct fixture *f = *state;
	const char *what;
	int64_t fresh = 0;

	school_at_work(f);
	struct bond_member old = member_of(f, "Ёлкина", MEMBER_ACTIVE);
	struct bond card = bond_read(f, old.bond);
	struct replacement r = { .member = old.id,
				 .who = REPLACED_MENTOR,
				 .mentor = participant_named(f, ROLE_MENTOR, "Юдин"),
				 .on = 20261110,
				 .reason = "переезд" };

	card.aim = "Говорить без страха";
	card.mentor_strengths = "терпение";
	must(bonds_save(f->app, &card));
	must(bonds_replace(f->app, &r, &fresh));

	struct bond_member ended = member_of(f, "Ёлкина", MEMBER_ENDED);
	struct bond_member goes_on = member_of(f, "Ёлкина", MEMBER_ACTIVE);
	struct bond bond = bond_read(f, fresh);
	assert_int_equal(ended.to, 20261110);
	assert_string_equal(ended.reason, "переезд");
	assert_int_equal(goes_on.bond, fresh);
	assert_int_equal(goes_on.from, 20261111);
	assert_int_equal(goes_on.mentor, r.mentor);
	assert_int_equal(bond.replaces, old.bond);
	assert_string_equal(bond.aim, "Говорить без страха"); /* of the one who stays */
	assert_string_equal(bond.mentor_strengths, "");       /* not of the one who left */
	/* His place is free: the other way round it works again. */
	must(history_undo(f->app, &f->arena, &what));
	assert_int_equal(member_of(f, "Ёлкина", MEMBER_ACTIVE).bond, old.bond);
}

static void a_group_goes_to_the_new_mentor_whole(void **state)
{
	struct fixture *f = *state;
	int64_t fresh = 0;

	school_at_work(f);
	struct replacement r = { .member = member_of(f, "Быков", MEMBER_ACTIVE).id,
				 .who = REPLACED_MENTOR,
				 .mentor = participant_named(f, ROLE_MENTOR, "Юдин"),
				 .on = 20261110,
				 .reason = "болезнь" };
	must(bonds_replace(f->app, &r, &fresh));
	assert_int_equal(bond_of(f, "Быков"), fresh);
	assert_int_equal(bond_of(f, "Журавлёв"), fresh);
}

static void a_mentee_of_a_group_is_replaced_where_he_was(void **state)
{
	struct fixture *f = *state;
	int64_t fresh = 0;

	school_at_work(f);
	int64_t group = bond_of(f, "Быков");
	struct replacement r = { .member = member_of(f, "Быков", MEMBER_ACTIVE).id,
				 .who = REPLACED_MENTEE,
				 .mentee = participant_named(f, ROLE_MENTEE, "Жукова"),
				 .on = 20261110,
				 .reason = "переезд" };
	must(bonds_replace(f->app, &r, &fresh));
	assert_int_equal(fresh, group);
	assert_int_equal(bond_of(f, "Жукова"), group);
	assert_int_equal(bond_of(f, "Журавлёв"), group);
	assert_int_equal(member_of(f, "Быков", MEMBER_ENDED).bond, group);
}

static void a_mentee_of_a_pair_leaves_a_new_pair(void **state)
{
	struct fixture *f = *state;
	int64_t fresh = 0;

	school_at_work(f);
	int64_t old = bond_of(f, "Ёлкина");
	struct replacement r = { .member = member_of(f, "Ёлкина", MEMBER_ACTIVE).id,
				 .who = REPLACED_MENTEE,
				 .mentee = participant_named(f, ROLE_MENTEE, "Жукова"),
				 .on = 20261110,
				 .reason = "переезд" };
	must(bonds_replace(f->app, &r, &fresh));
	assert_int_not_equal(fresh, old);
	assert_int_equal(bond_of(f, "Жукова"), fresh);
	assert_int_equal(bond_read(f, fresh).replaces, old);
}

static void a_replacement_that_cannot_be_is_refused(void **state)
{
	struct fixture *f = *state;
	int64_t fresh = 0;

	school_at_work(f);
	struct replacement r = { .member = member_of(f, "Ёлкина", MEMBER_ACTIVE).id,
				 .who = REPLACED_MENTOR,
				 .mentor = participant_named(f, ROLE_MENTOR, "Титов"),
				 .on = 20261110,
				 .reason = "переезд" };
	assert_int_equal(bonds_replace(f->app, &r, &fresh), RC_CONFLICT); /* no free place */
	assert_non_null(strstr(err_last()->text, "Титов"));
	r.mentor = participant_named(f, ROLE_MENTOR, "Лаптев");
	assert_int_equal(bonds_replace(f->app, &r, &fresh), RC_INVALID); /* is in it now */
	r.mentor = participant_named(f, ROLE_MENTOR, "Юдин");
	r.on = 20260801;
	assert_int_equal(bonds_replace(f->app, &r, &fresh), RC_INVALID); /* out of the year */
	r.on = 20261110;
	r.reason = "";
	assert_int_equal(bonds_replace(f->app, &r, &fresh), RC_INVALID);
	r.reason = "переезд";
	r.mentor = 0;
	assert_int_equal(bonds_replace(f->app, &r, &fresh), RC_INVALID);
	r.mentor = participant_named(f, ROLE_MENTOR, "Юдин");
	must(bonds_replace(f->app, &r, &fresh));
	assert_int_equal(bonds_replace(f->app, &r, &fresh), RC_CONFLICT); /* has ended */
}

/* Two teachers: the labour code asks for a notice, the program says so and does not forbid. */
static void a_short_notice_between_teachers_is_a_remark(void **state)
{
	struct fixture *f = *state;
	struct issues said = { .arena = &f->arena };
	struct pairs *pairs;
	int64_t made;

	import_text(f, IMPORT_MENTORS,
		    "ФИО;Должность;Компетенции\n"
		    "Орлова Инна;учитель физики;школьная документация\n");
	import_text(f, IMPORT_MENTEES,
		    "ФИО;Должность;Запрос\nКузин Пётр;учитель химии;школьная документация\n");
	must(pairs_open(f->app, &pairs));
	must(pairs_run(pairs));
	must(pairs_confirm(pairs, &made));
	pairs_close(pairs);
	import_text(f, IMPORT_MENTORS,
		    "ФИО;Должность;Компетенции\n"
		    "Павлова Ольга;учитель биологии;школьная документация\n");
	struct replacement r = { .member = member_of(f, "Кузин", MEMBER_ACTIVE).id,
				 .who = REPLACED_MENTOR,
				 .mentor = participant_named(f, ROLE_MENTOR, "Павлова"),
				 .on = date_today(),
				 .reason = "" };
	must(bonds_replace_warn(f->app, &r, &said));
	assert_int_equal(said.n, 1);
	assert_non_null(strstr(said.row[0].text, "351.8"));
	r.on = date_add_days(date_today(), 30);
	said.n = 0;
	must(bonds_replace_warn(f->app, &r, &said));
	assert_int_equal(said.n, 0);
}

static void a_pair_that_has_worked_is_not_deleted(void **state)
{
	struct fixture *f = *state;
	struct plans_filled filled;
	struct members members;

	school_at_work(f);
	struct bond_member pair = member_of(f, "Ёлкина", MEMBER_ACTIVE);
	struct ids bonds = { &pair.bond, 1 };
	struct meeting *meeting = meeting_on(f, pair.bond, 20261012);

	must(plans_fill(f->app, bonds, PLANS_LEAVE, &filled));
	must(records_save(f->app, &meeting_type, meeting));
	assert_int_equal(bonds_delete(f->app, pair.id), RC_CONFLICT);
	assert_non_null(strstr(err_last()->text, "meetings: 1"));
	must(records_delete(f->app, &meeting_type, (struct ids){ &meeting->head.id, 1 }));
	/* Its plan alone is no work: it goes with the pair. */
	must(bonds_delete(f->app, pair.id));
	must(members_load(app_store(f->app), &f->arena, 2026, &members));
	assert_int_equal(members.n, 2);
	assert_int_equal(records_of(f, &plan_item_type, pair.bond).n, 0);
}

static void a_plan_is_filled_once_and_never_overwritten(void **state)
{
	struct fixture *f = *state;
	struct plans_filled filled = { 0 };
	struct plan_item own;
	const char *what;

	school_at_work(f);
	int64_t two[] = { bond_of(f, "Ёлкина"), bond_of(f, "Быков") };
	struct ids bonds = { two, 2 };
	size_t begun = 9;

	record_init(&plan_item_type, &own, two[0], 20261001);
	own.name = "Своя строка";
	must(records_save(f->app, &plan_item_type, &own));
	must(plans_count_begun(f->app, bonds, &begun));
	assert_int_equal(begun, 1);
	must(plans_fill(f->app, bonds, PLANS_LEAVE, &filled));
	assert_int_equal(filled.bonds, 2);
	assert_int_equal(records_of(f, &plan_item_type, two[0]).n, 1); /* stays as it is */
	assert_true(records_of(f, &programme_item_type, two[0]).n >= 5);
	assert_true(records_of(f, &plan_item_type, two[1]).n >= 6);
	assert_true(*bond_read(f, two[1]).aim);
	/* What is missing is added, the own line stays, and a second time nothing is left to add.
	 */
	must(plans_fill(f->app, bonds, PLANS_ADD, &filled));
	assert_int_equal(filled.bonds, 1);
	assert_int_equal(records_of(f, &plan_item_type, two[0]).n, filled.lines + 1);
	must(plans_fill(f->app, bonds, PLANS_ADD, &filled));
	assert_int_equal(filled.bonds, 0);
	/* One step each. */
	must(history_undo(f->app, &f->arena, &what));
	assert_int_equal(records_of(f, &plan_item_type, two[0]).n, 1);
	must(history_undo(f->app, &f->arena, &what));
	assert_int_equal(records_of(f, &plan_item_type, two[1]).n, 0);
	assert_string_equal(bond_read(f, two[1]).aim, "");
}

/* The template's dates lie between the pair's first and last day. */
static void the_lines_of_a_plan_lie_in_the_term(void **state)
{
	struct fixture *f = *state;
	struct plans_filled filled;

	school_at_work(f);
	int64_t bond = bond_of(f, "Ёлкина");
	must(plans_fill(f->app, (struct ids){ &bond, 1 }, PLANS_LEAVE, &filled));

	struct records items = records_of(f, &plan_item_type, bond);
	for (size_t i = 0; i < items.n; i++) {
		const struct plan_item *item = record_at(&plan_item_type, &items, i);

		assert_in_range(item->due, 20260901, 20270531);
		assert_int_not_equal(item->work, 0);
		assert_int_equal(item->part, PLAN_DEVELOPMENT);
	}
}

static void dates_of_a_meeting_are_looked_at(void **state)
{
	struct fixture *f = *state;

	school_at_work(f);
	struct meeting *meeting = meeting_on(f, bond_of(f, "Ёлкина"), 20261012);

	meeting->next_on = 20261005; /* before it */
	assert_int_equal(records_save(f->app, &meeting_type, meeting), RC_INVALID);
	meeting->next_on = 20270902; /* in the next school year */
	assert_int_equal(records_save(f->app, &meeting_type, meeting), RC_INVALID);
	meeting->next_on = DATE_NONE;
	meeting->on_day = 20250910; /* in the last one */
	assert_int_equal(records_save(f->app, &meeting_type, meeting), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "10.09.2025"));
	meeting->on_day = 20261012;
	meeting->mark = 6;
	assert_int_equal(records_save(f->app, &meeting_type, meeting), RC_INVALID);
	meeting->mark = 5;
	must(records_save(f->app, &meeting_type, meeting));
	assert_int_equal(records_of(f, &meeting_type, meeting->head.owner).n, 1);
}

static void kinds_of_meetings_follow_one_another(void **state)
{
	(void)state;
	assert_int_equal(meeting_kind_after(0), MEETING_FIRST);
	assert_int_equal(meeting_kind_after(MEETING_FIRST), MEETING_TRIAL);
	assert_int_equal(meeting_kind_after(MEETING_PLANNING), MEETING_REGULAR);
	assert_int_equal(meeting_kind_after(MEETING_REGULAR), MEETING_REGULAR);
	assert_int_equal(meeting_kind_after(MEETING_FINAL), MEETING_REGULAR);
}

/* All lines of a paper made for one; RC_NOT_FOUND's sentence otherwise. */
static const char *paper_said(struct fixture *f, const char *name, int64_t id)
{
	struct paper_wish wish = { .paper = paper_find(name), .ids = { &id, 1 } };
	struct paper_text text;
	const char *all = "";

	if (paper_lines(f->app, &wish, &f->arena, 200, &text) != RC_OK)
		return arena_strdup(&f->arena, err_last()->text);
	for (size_t i = 0; i < text.n; i++)
		all = arena_printf(&f->arena, "%s%s\n", all, text.line[i]);
	return all;
}

static void said(const char *text, const char *words)
{
	if (!strstr(text, words))
		fail_msg("not on the paper: %s\n%s", words, text);
}

static void programme_plan_and_visit_are_papers(void **state)
{
	struct fixture *f = *state;
	struct plans_filled filled;
	struct visit visit;

	school_at_work(f);
	int64_t bond = bond_of(f, "Ёлкина");
	said(paper_said(f, "programme", bond), "The programme is empty");
	said(paper_said(f, "plan", bond), "The plan is empty");
	must(plans_fill(f->app, (struct ids){ &bond, 1 }, PLANS_LEAVE, &filled));

	const char *programme = paper_said(f, "programme", bond);
	said(programme, "УТВЕРЖДАЮ");
	said(programme, "Наставник: Лаптев Семён, 10Б");
	said(programme, "Наставляемый: Ёлкина Зоя, 7В");
	said(programme, "с 01.09.2026 по 31.05.2027");
	said(programme, "Организационная встреча");
	said(programme, "Куратор");

	const char *plan = paper_said(f, "plan", bond);
	said(plan, "Раздел 1. Анализ трудностей");
	said(plan, "Планируемый результат");
	said(plan, "Критерии успешности");
	assert_null(strstr(plan, "Ролевая модель")); /* pupils sign it */

	record_init(&visit_type, &visit, bond, 20261008);
	visit.theme = "Дроби";
	visit.class_name = "5А";
	visit.seen = "Внимание всего класса";
	must(records_save(f->app, &visit_type, &visit));
	const char *sheet = paper_said(f, "visit_sheet", visit.head.id);
	said(sheet, "Посещает: Лаптев Семён");
	said(sheet, "Урок ведёт: Ёлкина Зоя");
	said(sheet, "08.10.2026");
	said(sheet, "Внимание всего класса");
}

/* Many pairs: all plans in one step, in a moment. */
static void every_pair_of_a_large_school_gets_its_plan(void **state)
{
	enum { PAIRS = 60 };
	struct fixture *f = *state;
	struct plans_filled filled;
	struct members members;
	struct str text = { 0 };
	struct pairs *pairs;
	int64_t made, bonds[PAIRS];

	str_printf(&text, "ФИО;Класс;Компетенции\n");
	for (int i = 0; i < PAIRS; i++)
		str_printf(&text, "Наставников%d Лев;10А;математика\n", i);
	import_text(f, IMPORT_MENTORS, str_text(&text));
	str_done(&text);
	str_printf(&text, "ФИО;Класс;Запрос\n");
	for (int i = 0; i < PAIRS; i++)
		str_printf(&text, "Ученик%d Пётр;7В;математика\n", i);
	import_text(f, IMPORT_MENTEES, str_text(&text));
	str_done(&text);
	must(pairs_open(f->app, &pairs));
	must(pairs_run(pairs));
	must(pairs_confirm(pairs, &made));
	pairs_close(pairs);
	must(members_load(app_store(f->app), &f->arena, 2026, &members));
	assert_int_equal(members.n, PAIRS);
	for (size_t i = 0; i < members.n; i++)
		bonds[i] = members.row[i].bond;
	must(plans_fill(f->app, (struct ids){ bonds, PAIRS }, PLANS_LEAVE, &filled));
	assert_int_equal(filled.bonds, PAIRS);
	assert_true(filled.lines >= 10 * (size_t)PAIRS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(a_card_is_saved_and_taken_back),
		TEST(a_mentor_is_replaced_in_one_step),
		TEST(a_group_goes_to_the_new_mentor_whole),
		TEST(a_mentee_of_a_group_is_replaced_where_he_was),
		TEST(a_mentee_of_a_pair_leaves_a_new_pair),
		TEST(a_replacement_that_cannot_be_is_refused),
		TEST(a_short_notice_between_teachers_is_a_remark),
		TEST(a_pair_that_has_worked_is_not_deleted),
		TEST(a_plan_is_filled_once_and_never_overwritten),
		TEST(the_lines_of_a_plan_lie_in_the_term),
		TEST(dates_of_a_meeting_are_looked_at),
		TEST(kinds_of_meetings_follow_one_another),
		TEST(programme_plan_and_visit_are_papers),
		TEST(every_pair_of_a_large_school_gets_its_plan),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
