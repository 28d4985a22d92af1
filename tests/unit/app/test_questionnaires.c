/* Questionnaires of the year: where they come from, from year to year, and what an edit does to one
 * that was answered. */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/history.h"
#include "nastavnik/app/questionnaires.h"
#include "nastavnik/app/records.h"
#include "nastavnik/app/surveys.h"

enum { SHIPPED = 23 };

static int setup(void **state)
{
	setenv("NASTAVNIK_NOW", "2026-11-22T10:00:00", 1);
	return fixture_setup(state);
}

static struct survey_states all_of(struct fixture *f)
{
	struct survey_states all;

	must(surveys_load(f->app, &f->arena, &all));
	return all;
}

static struct questionnaire newest(struct fixture *f, const char *code)
{
	struct questionnaire q = { .form = "" };
	struct survey found;

	must(survey_find(f->app, &f->arena, code, &found));
	must(survey_get(f->app, &f->arena, found.head.id, &q.survey, &q.items));
	return q;
}

static struct survey_item item_of(struct fixture *f, const char *survey, const char *code)
{
	struct questionnaire q = newest(f, survey);
	const struct survey_item *item = item_by_code(&q.items, code);

	if (!item)
		fail_msg("%s has no %s", survey, code);
	return *item;
}

static size_t versions_of(struct fixture *f, const char *code)
{
	struct ids ids;

	must(survey_versions(f->app, &f->arena, code, &ids));
	return ids.n;
}

static void undo(struct fixture *f)
{
	const char *what;

	must(history_undo(f->app, &f->arena, &what));
}

/* One sheet of the card, with its first criterion answered. */
static void answer(struct fixture *f, const char *code)
{
	struct questionnaire q = newest(f, code);
	struct answer row[ITEM_MAX];
	struct sheet sheet = { .survey = q.survey.head.id,
			       .filled_on = 20261120,
			       .note = "",
			       .entered_by = "",
			       .checked_by = "",
			       .source = "" };
	struct answers answers = { row, q.items.n };

	for (size_t i = 0; i < q.items.n; i++)
		row[i] = (struct answer){ .item = q.items.row[i].head.id,
					  .status = ANSWER_NONE,
					  .value = FIELD_NOTHING,
					  .words = "" };
	row[0].status = ANSWER_GIVEN;
	row[0].value = q.items.row[0].low == FIELD_NOTHING ? 1 : q.items.row[0].low;
	must(sheet_save(f->app, &sheet, &answers));
}

static void refused(enum rc rc, enum rc want, const char *words)
{
	assert_int_equal(rc, want);
	if (!strstr(err_last()->text, words))
		fail_msg("says: %s", err_last()->text);
}

static void a_new_file_has_those_of_the_methodology(void **state)
{
	struct fixture *f = *state;
	struct survey_states all = all_of(f);

	assert_int_equal(all.n, SHIPPED);
	assert_string_equal(all.row[0].survey.code, "pupil_pupil_mentee_before");
	assert_string_equal(book_item_name(app_books(f->app), all.row[0].survey.form),
			    "ученик – ученик");
	assert_int_equal(newest(f, "pupil_pupil_mentee_before").items.n, 17);
	must(surveys_complete(f->app));
	assert_int_equal(all_of(f).n, SHIPPED);
}

static void a_year_without_gets_them_once(void **state)
{
	struct fixture *f = *state;
	struct survey_states all = all_of(f);

	for (size_t i = 0; i < all.n; i++)
		must(records_delete(f->app, &survey_type,
				    (struct ids){ &all.row[i].survey.head.id, 1 }));
	assert_int_equal(all_of(f).n, 0);
	must(surveys_complete(f->app));
	assert_int_equal(all_of(f).n, SHIPPED);
	undo(f);
	assert_int_equal(all_of(f).n, 0);
}

static void the_schools_own_live_on(void **state)
{
	struct fixture *f = *state;
	struct survey_item wish = item_of(f, "fit", "wish");
	struct survey event = newest(f, "event").survey;
	int64_t card = newest(f, "curator_card").survey.head.id, copy;

	wish.name = "О чём ещё поговорить?";
	must(records_save(f->app, &survey_item_type, &wish));
	event.hidden = 1;
	must(records_save(f->app, &survey_type, &event));
	answer(f, "fit");
	wish = item_of(f, "fit", "wish");
	wish.name = "О чём поговорить с куратором?";
	must(records_save(f->app, &survey_item_type, &wish));
	assert_int_equal(newest(f, "fit").survey.version, 2);
	must(survey_copy(f->app, newest(f, "fit").survey.head.id, &copy));
	must(records_delete(f->app, &survey_type, (struct ids){ &card, 1 }));

	must(app_year_open(f->app, 2027));
	assert_int_equal(all_of(f).n, SHIPPED); /* one more, one less */
	assert_int_equal(newest(f, "fit").survey.version, 1);
	assert_string_equal(item_of(f, "fit", "wish").name, "О чём поговорить с куратором?");
	assert_int_equal(newest(f, "event").survey.hidden, 1);
	assert_int_equal(newest(f, "podhodim_li_my").survey.version, 1);
	assert_string_equal(book_item_name(app_books(f->app),
					   newest(f, "student_pupil_mentor_after").survey.form),
			    "студент – ученик");
	assert_int_equal(versions_of(f, "curator_card"), 0);
}

static void an_edit_before_any_answer_stays_in_the_version(void **state)
{
	struct fixture *f = *state;
	struct survey_item item = item_of(f, "fit", "common");

	item.name = "Насколько у вас общие интересы?";
	item.high = 5;
	must(records_save(f->app, &survey_item_type, &item));
	assert_int_equal(versions_of(f, "fit"), 1);
	assert_int_equal(item_of(f, "fit", "common").high, 5);
	assert_int_equal(item_of(f, "fit", "common").head.id, item.head.id);
}

static void an_edit_of_an_answered_one_makes_a_version(void **state)
{
	struct fixture *f = *state;
	struct survey_item item = item_of(f, "fit", "common");
	struct questionnaire old = newest(f, "fit"), now;
	struct survey survey;

	answer(f, "fit");
	item.name = "Насколько у вас общие интересы?";
	must(records_save(f->app, &survey_item_type, &item));
	now = newest(f, "fit");
	assert_int_equal(now.survey.version, 2);
	assert_int_equal(item.head.owner, now.survey.head.id);
	assert_string_equal(item_of(f, "fit", "common").name, item.name);
	assert_int_equal(now.items.n, old.items.n);
	for (size_t i = 0; i < now.items.n; i++)
		assert_string_equal(now.items.row[i].code, old.items.row[i].code);
	must(survey_get(f->app, &f->arena, old.survey.head.id, &survey, &old.items));
	assert_string_equal(item_by_code(&old.items, "common")->name,
			    "Насколько у вас много общего в интересах и целях?");
	assert_int_equal(all_of(f).n, SHIPPED);
	item.name = "И ещё раз?"; /* nobody has answered that one */
	must(records_save(f->app, &survey_item_type, &item));
	assert_int_equal(versions_of(f, "fit"), 2);
	undo(f);
	undo(f);
	assert_int_equal(versions_of(f, "fit"), 1);
	assert_int_equal(newest(f, "fit").survey.head.id, old.survey.head.id);
}

static void what_changes_no_meaning_makes_none(void **state)
{
	struct fixture *f = *state;
	struct survey_item item = item_of(f, "fit", "common");
	struct survey survey = newest(f, "fit").survey;

	answer(f, "fit");
	item.second = 0;
	item.good = 8;
	must(records_save(f->app, &survey_item_type, &item));
	survey.name = "Подходим ли мы";
	survey.second = 10;
	survey.speed = 1;
	must(records_save(f->app, &survey_type, &survey));
	assert_int_equal(versions_of(f, "fit"), 1);
	assert_int_equal(item_of(f, "fit", "common").good, 8);
	assert_string_equal(newest(f, "fit").survey.name, "Подходим ли мы");
	survey.role = ROLE_MENTEE;
	refused(records_save(f->app, &survey_type, &survey), RC_INVALID, "answered already");
}

static void what_cannot_be_compared_needs_another_code(void **state)
{
	struct fixture *f = *state;
	struct survey_item item = item_of(f, "fit", "common");

	answer(f, "fit");
	item.high = 5;
	refused(records_save(f->app, &survey_item_type, &item), RC_INVALID, "another code");
	item.code = "common5";
	must(records_save(f->app, &survey_item_type, &item));
	assert_int_equal(newest(f, "fit").survey.version, 2);
	/* The old code is still spoken for, though the newest version has it no more. */
	item.code = "common";
	refused(records_save(f->app, &survey_item_type, &item), RC_INVALID, "another code");
}

static void questions_move_and_go(void **state)
{
	struct fixture *f = *state;
	struct questionnaire q = newest(f, "pupil_pupil_mentee_before");
	int64_t id, two[2] = { q.items.row[3].head.id, q.items.row[4].head.id };

	must(survey_item_move(f->app, q.items.row[2].head.id, 1, &id));
	assert_int_equal(id, q.items.row[2].head.id);
	assert_string_equal(newest(f, "pupil_pupil_mentee_before").items.row[3].code, "comfort");
	undo(f);
	refused(survey_item_move(f->app, q.items.row[1].head.id, -1, &id), RC_INVALID,
		"no earlier question");
	refused(survey_item_move(f->app, q.items.row[0].head.id, -1, &id), RC_INVALID, "first");
	refused(records_delete(f->app, &survey_item_type,
			       (struct ids){ &q.items.row[0].head.id, 1 }),
		RC_INVALID, "no earlier question");
	assert_int_equal(newest(f, "pupil_pupil_mentee_before").items.n, 17);
	must(records_delete(f->app, &survey_item_type, (struct ids){ two, 2 }));
	q = newest(f, "pupil_pupil_mentee_before");
	assert_int_equal(q.items.n, 15);
	for (size_t i = 0; i < q.items.n; i++)
		assert_int_equal(q.items.row[i].position, i + 1);
}

/* Several at once: one new version, all of them gone from it. */
static void questions_of_an_answered_one_go_in_one_version(void **state)
{
	struct fixture *f = *state;
	struct questionnaire q = newest(f, "fit");
	int64_t two[2] = { q.items.row[1].head.id, q.items.row[2].head.id }, id;

	answer(f, "fit");
	must(records_delete(f->app, &survey_item_type, (struct ids){ two, 2 }));
	q = newest(f, "fit");
	assert_int_equal(q.survey.version, 2);
	assert_int_equal(q.items.n, 4);
	assert_null(item_by_code(&q.items, "common"));
	assert_null(item_by_code(&q.items, "clear"));
	undo(f);
	assert_int_equal(versions_of(f, "fit"), 1);
	must(survey_item_move(f->app, newest(f, "fit").items.row[0].head.id, 1, &id));
	assert_int_equal(newest(f, "fit").survey.version, 2);
	assert_int_equal(newest(f, "fit").items.row[1].head.id, id);
	assert_string_equal(newest(f, "fit").items.row[1].code, "comfort");
}

static void a_new_question_gets_place_and_code(void **state)
{
	struct fixture *f = *state;
	struct survey_item item;

	record_init(&survey_item_type, &item, newest(f, "fit").survey.head.id, 20261122);
	item.name = "Что нового?";
	item.kind = ITEM_OPEN;
	item.low = item.high = FIELD_NOTHING;
	item.position = 2;
	must(records_save(f->app, &survey_item_type, &item));
	assert_string_equal(newest(f, "fit").items.row[1].code, "chto_novogo");
	assert_int_equal(newest(f, "fit").items.row[2].position, 3);
	item.head.id = 0;
	item.code = "chto_novogo";
	refused(records_save(f->app, &survey_item_type, &item), RC_CONFLICT, "already");
	item.code = "";
	item.position = FIELD_NOTHING;
	must(records_save(f->app, &survey_item_type, &item));
	assert_string_equal(newest(f, "fit").items.row[7].code, "chto_novogo_2");
	item.only_if = "clear = 11";
	refused(records_save(f->app, &survey_item_type, &item), RC_INVALID, "no answer 11");
	item.only_if = "chto_novogo_2 = 1";
	refused(records_save(f->app, &survey_item_type, &item), RC_INVALID, "no earlier question");
	item.only_if = "chto_novogo = 1";
	refused(records_save(f->app, &survey_item_type, &item), RC_INVALID, "no number");
}

static void an_answered_one_is_not_deleted(void **state)
{
	struct fixture *f = *state;
	int64_t id = newest(f, "fit").survey.head.id, copy;

	answer(f, "fit");
	refused(records_delete(f->app, &survey_type, (struct ids){ &id, 1 }), RC_CONFLICT,
		"sheets: 1");
	assert_int_equal(newest(f, "fit").items.n, 6);
	must(survey_copy(f->app, id, &copy));
	must(records_delete(f->app, &survey_type, (struct ids){ &copy, 1 }));
	assert_int_equal(all_of(f).n, SHIPPED);
}

static void codes_of_questionnaires_stay_apart(void **state)
{
	struct fixture *f = *state;
	struct survey s = newest(f, "fit").survey;

	s.code = "other";
	refused(records_save(f->app, &survey_type, &s), RC_INVALID, "stays");
	s.head.id = 0;
	s.code = "event";
	refused(records_save(f->app, &survey_type, &s), RC_CONFLICT, "event");
	s.code = "";
	s.name = "Опрос родителей";
	must(records_save(f->app, &survey_type, &s));
	assert_string_equal(newest(f, "Опрос родителей").survey.code, "opros");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_new_file_has_those_of_the_methodology),
		TEST(a_year_without_gets_them_once),
		TEST(the_schools_own_live_on),
		TEST(an_edit_before_any_answer_stays_in_the_version),
		TEST(an_edit_of_an_answered_one_makes_a_version),
		TEST(what_changes_no_meaning_makes_none),
		TEST(what_cannot_be_compared_needs_another_code),
		TEST(questions_move_and_go),
		TEST(questions_of_an_answered_one_go_in_one_version),
		TEST(a_new_question_gets_place_and_code),
		TEST(an_answered_one_is_not_deleted),
		TEST(codes_of_questionnaires_stay_apart),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
