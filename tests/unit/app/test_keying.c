/* Typing sheets: drafts, handing in, the second entry and its report. */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/draft.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/keying.h"
#include "nastavnik/app/records.h"

struct made {
	struct survey survey;
	int64_t use;
};

static int setup(void **state)
{
	setenv("NASTAVNIK_NOW", "2026-11-22T10:00:00", 1);
	if (fixture_setup(state))
		return 1;
	import_text(*state, IMPORT_MENTEES, "Фамилия;Имя;Класс\nЁлкина;Зоя;7В\nБыков;Пётр;5А\n");
	return 0;
}

static struct made made_survey(struct fixture *f)
{
	struct survey_item item;
	struct made made;

	record_init(&survey_type, &made.survey, 2026, 0);
	made.survey.name = made.survey.code = "trial";
	made.survey.role = ROLE_MENTEE;
	must(records_save(f->app, &survey_type, &made.survey));
	record_init(&survey_item_type, &item, made.survey.head.id, 0);
	item.position = 1;
	item.code = item.name = "use";
	must(records_save(f->app, &survey_item_type, &item));
	made.use = item.head.id;
	must(respondents_number(f->app, NULL));
	return made;
}

/* The first entry of the respondent of that code, not handed in. */
static void sheet_begin(struct fixture *f, const struct made *made, const char *code, int64_t use,
			struct keying_desk *desk)
{
	struct answer answer = { .status = ANSWER_GIVEN, .value = use, .words = "" };
	struct respondent r;
	size_t cleared, which;

	must(keying_whom(f->app, &f->arena, &made->survey, code, &r));
	must(keying_new(
		f->app, &f->arena,
		&(struct sheet){ .survey = made->survey.head.id, .participation = r.participation },
		desk));
	keying_put(&desk->keying, 0, &answer, &cleared, &which);
	must(keying_keep(f->app, &desk->keying));
}

static void a_sheet_is_a_draft_until_it_is_handed_in(void **state)
{
	struct fixture *f = *state;
	struct made made = made_survey(f);
	struct keying_desk desk, again;
	struct sheet_drafts drafts;
	struct respondents waiting;
	int64_t version = app_version(f->app);

	must(keying_waiting(f->app, &f->arena, &made.survey, &waiting));
	assert_int_equal(waiting.n, 2);
	sheet_begin(f, &made, "2н1", 8, &desk);
	assert_int_equal(app_version(f->app), version); /* drafts are no data */
	must(sheet_drafts_load(f->app, &f->arena, &made.survey, &drafts));
	assert_int_equal(drafts.n, 1);
	assert_int_equal(drafts.row[0].answers, 1);
	must(keying_waiting(f->app, &f->arena, &made.survey, &waiting));
	assert_int_equal(waiting.n, 1);
	must(keying_load(f->app, &f->arena, desk.keying.sheet.id, false, &again));
	assert_int_equal(again.keying.now[0].value, 8);
	assert_false(again.keying.mended);
	must(keying_finish(f->app, &again.keying));
	must(sheet_drafts_load(f->app, &f->arena, &made.survey, &drafts));
	assert_int_equal(drafts.n, 0);
	must(keying_load(f->app, &f->arena, desk.keying.sheet.id, false, &again));
	assert_true(again.keying.mended);
}

static void a_code_that_nobody_has_is_told(void **state)
{
	struct fixture *f = *state;
	struct made made = made_survey(f);
	struct respondent r;

	assert_int_equal(keying_whom(f->app, &f->arena, &made.survey, "99", &r), RC_NOT_FOUND);
	assert_non_null(strstr(err_last()->text, "2Н-099"));
	assert_int_equal(keying_whom(f->app, &f->arena, &made.survey, "xyz", &r), RC_INVALID);
}

static void a_sheet_that_cannot_be_saved_stays_a_draft(void **state)
{
	struct fixture *f = *state;
	struct made made = made_survey(f);
	struct keying_desk one, two;
	struct sheet_drafts drafts;

	sheet_begin(f, &made, "1", 8, &one);
	sheet_begin(f, &made, "1", 3, &two);
	must(keying_finish(f->app, &one.keying));
	assert_int_equal(keying_finish(f->app, &two.keying), RC_CONFLICT);
	must(sheet_drafts_load(f->app, &f->arena, &made.survey, &drafts));
	assert_int_equal(drafts.n, 1);
}

static void verified(struct fixture *f, int64_t id, int64_t use, int64_t taken)
{
	struct answer answer = { .status = ANSWER_GIVEN, .value = use, .words = "" };
	struct keying_desk desk;
	size_t cleared, which;

	must(keying_load(f->app, &f->arena, id, true, &desk));
	assert_int_equal(desk.keying.now[0].status, ANSWER_OPEN);
	keying_put(&desk.keying, 0, &answer, &cleared, &which);
	desk.keying.differ[0].taken = taken;
	desk.keying.differ[0].second = answer;
	must(keying_finish(f->app, &desk.keying));
}

static void the_report_counts_what_differed(void **state)
{
	struct fixture *f = *state;
	struct made made = made_survey(f);
	struct keying_desk one, two;
	struct verification v;
	struct ids due;
	const char *what;

	sheet_begin(f, &made, "1", 8, &one);
	must(keying_finish(f->app, &one.keying));
	sheet_begin(f, &made, "2", 8, &two);
	must(keying_finish(f->app, &two.keying));
	must(second_due(f->app, &f->arena, &made.survey, 0, &due));
	assert_int_equal(due.n, 0); /* none is the default */
	must(second_due(f->app, &f->arena, &made.survey, 10, &due));
	assert_int_equal(due.n, 1);
	must(second_due(f->app, &f->arena, &made.survey, 1, &due));
	assert_int_equal(due.n, 2);
	verified(f, one.keying.sheet.id, 8, 0);
	verified(f, two.keying.sheet.id, 5, 2);
	must(verification_load(f->app, &f->arena, &made.survey, &v));
	assert_int_equal(v.checked, 2);
	assert_int_equal(v.whole.fields, 2);
	assert_int_equal(v.whole.differ, 1);
	assert_int_equal(v.whole.wrong, 1);
	assert_string_equal(v.item[0].name, "use");
	assert_int_equal(v.bys, 1);
	must(history_undo(f->app, &f->arena, &what));
	must(verification_load(f->app, &f->arena, &made.survey, &v));
	assert_int_equal(v.whole.differ, 0);
	assert_int_equal(v.checked, 1);
}

int main(void)
{
#define on_file(test) cmocka_unit_test_setup_teardown(test, setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		on_file(a_sheet_is_a_draft_until_it_is_handed_in),
		on_file(a_code_that_nobody_has_is_told),
		on_file(a_sheet_that_cannot_be_saved_stays_a_draft),
		on_file(the_report_counts_what_differed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
