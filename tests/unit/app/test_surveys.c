/* Questionnaires of the year: who is asked, codes, sheets. */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/history.h"
#include "nastavnik/app/people.h"
#include "nastavnik/app/records.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/store/read/participant.h"

struct made {
	int64_t survey, met, where, use;
};

static int setup(void **state)
{
	setenv("NASTAVNIK_NOW", "2026-11-22T10:00:00", 1);
	if (fixture_setup(state))
		return 1;
	import_text(*state, IMPORT_MENTORS, "Фамилия;Имя;Класс\nТитов;Лев;10А\nОрлова;Инна;11А\n");
	import_text(*state, IMPORT_MENTEES,
		    "Фамилия;Имя;Класс;Форма\nЁлкина;Зоя;7В;ученик – ученик\n"
		    "Быков;Пётр;5А;студент – ученик\nАнтонова;Ия;6Б;ученик – ученик\n");
	return 0;
}

static int64_t add_item(struct fixture *f, int64_t survey, struct survey_item item)
{
	struct survey_item fresh;

	record_init(&survey_item_type, &fresh, survey, 0);
	fresh.position = item.position;
	fresh.code = fresh.name = item.code;
	fresh.kind = item.kind;
	fresh.options = item.options ? item.options : "";
	fresh.only_if = item.only_if ? item.only_if : "";
	must(records_save(f->app, &survey_item_type, &fresh));
	return fresh.head.id;
}

static struct made make_survey(struct fixture *f, const char *code, int64_t role, int64_t form)
{
	struct made made;
	struct survey s;

	record_init(&survey_type, &s, 2026, 0);
	s.name = code;
	s.code = code;
	s.role = role;
	s.form = form;
	must(records_save(f->app, &survey_type, &s));
	made.survey = s.head.id;
	made.met =
		add_item(f, made.survey,
			 (struct survey_item){ .position = 1, .code = "met", .kind = ITEM_YESNO });
	made.where = add_item(f, made.survey,
			      (struct survey_item){ .position = 2,
						    .code = "where",
						    .kind = ITEM_ONE,
						    .options = "дома\nв школе",
						    .only_if = "met = 1" });
	made.use =
		add_item(f, made.survey,
			 (struct survey_item){ .position = 3, .code = "use", .kind = ITEM_SCALE });
	return made;
}

static int64_t form_of(struct fixture *f, const char *code)
{
	const struct books *books = app_books(f->app);

	for (size_t i = 0; i < books->n; i++)
		if (books->row[i].book == BOOK_FORM && !strcmp(books->row[i].code, code))
			return books->row[i].id;
	fail_msg("no form %s", code);
	return 0;
}

static struct answer given(int64_t item, int64_t value)
{
	return (struct answer){ .item = item, .status = ANSWER_GIVEN, .value = value, .words = "" };
}

static struct sheet blank(int64_t survey, int64_t participation)
{
	return (struct sheet){ .survey = survey,
			       .participation = participation,
			       .note = "",
			       .entered_by = "",
			       .checked_by = "",
			       .source = "" };
}

static struct survey_state state_of(struct fixture *f, const char *code)
{
	struct survey_states all;

	must(surveys_load(f->app, &f->arena, &all));
	for (size_t i = 0; i < all.n; i++)
		if (strcmp(all.row[i].survey.code, code) == 0)
			return all.row[i];
	fail_msg("no questionnaire %s", code);
	return (struct survey_state){ 0 };
}

static void those_of_the_form_and_role_are_asked(void **state)
{
	struct fixture *f = *state;
	struct respondents people;
	struct survey survey;

	make_survey(f, "pupils", ROLE_MENTEE, form_of(f, "pupil_pupil"));
	make_survey(f, "mentors", ROLE_MENTOR, 0);
	must(survey_find(f->app, &f->arena, "pupils", &survey));
	must(survey_respondents(f->app, &f->arena, &survey, &people));
	assert_int_equal(people.n, 2);
	assert_string_equal(people.row[0].name, "Антонова Ия");
	assert_string_equal(people.row[1].place, "7В");
	must(survey_find(f->app, &f->arena, "MENTORS", &survey));
	must(survey_respondents(f->app, &f->arena, &survey, &people));
	assert_int_equal(people.n, 2);
	assert_int_equal(survey_find(f->app, &f->arena, "nothing", &survey), RC_NOT_FOUND);
}

static void codes_are_given_once_and_go_on_behind_the_last(void **state)
{
	struct fixture *f = *state;
	struct participant p;
	int64_t bykov = participant_named(f, ROLE_MENTEE, "Быков");
	size_t n = 0;

	must(respondents_number(f->app, &n));
	assert_int_equal(n, 5);
	must(participant_get(app_store(f->app), &f->arena, bykov, &p));
	assert_int_equal(p.number, 2);
	must(respondents_number(f->app, &n));
	assert_int_equal(n, 0);
	import_text(f, IMPORT_MENTEES, "Фамилия;Имя;Класс\nАбрамова;Ада;5А\n");
	must(respondents_number(f->app, &n));
	assert_int_equal(n, 1);
	must(participant_get(app_store(f->app), &f->arena,
			     participant_named(f, ROLE_MENTEE, "Абрамова"), &p));
	assert_int_equal(p.number, 4);
	/* Saving the card leaves the code alone. */
	p.note = "с сентября";
	must(people_save_participant(f->app, &p, PEOPLE_ASK, NULL));
	must(participant_get(app_store(f->app), &f->arena, p.id, &p));
	assert_int_equal(p.number, 4);
}

static void a_sheet_is_saved_with_what_was_not_asked(void **state)
{
	struct fixture *f = *state;
	struct made made = make_survey(f, "pupils", ROLE_MENTEE, 0);
	struct answer row[] = { given(made.met, 0), given(made.where, 2), given(made.use, 8) };
	struct answers answers = { row, 3 }, read;
	struct sheet sheet = blank(made.survey, participant_named(f, ROLE_MENTEE, "Ёлкина"));

	must(sheet_save(f->app, &sheet, &answers));
	must(sheet_get(app_store(f->app), &f->arena, sheet.id, &sheet, &read));
	assert_int_equal(read.n, 3);
	assert_int_equal(answer_of(&read, made.where)->status, ANSWER_SKIPPED);
	assert_int_equal(answer_of(&read, made.use)->value, 8);
	assert_int_equal(state_of(f, "pupils").asked, 3);
	assert_int_equal(state_of(f, "pupils").entered.sheets, 1);
	must(sheets_delete(f->app, (struct ids){ &sheet.id, 1 }));
	assert_int_equal(state_of(f, "pupils").entered.sheets, 0);
}

static void an_entry_questionnaire_is_noted_as_handed_in(void **state)
{
	struct fixture *f = *state;
	struct survey survey;
	struct survey_items items;
	struct participant p;
	int64_t id = participant_named(f, ROLE_MENTEE, "Ёлкина");
	struct answer none = { 0 };
	struct answers answers = { &none, 0 };
	struct sheet sheet;
	const char *what;

	must(survey_find(f->app, &f->arena, "pupil_pupil_mentee_before", &survey));
	must(survey_get(f->app, &f->arena, survey.head.id, &survey, &items));
	sheet = blank(survey.head.id, id);
	sheet.filled_on = 20260917;
	must(sheet_save(f->app, &sheet, &answers));
	must(participant_get(app_store(f->app), &f->arena, id, &p));
	assert_int_equal(p.entry_on, 20260917);
	must(history_undo(f->app, &f->arena, &what));
	must(participant_get(app_store(f->app), &f->arena, id, &p));
	assert_int_equal(p.entry_on, 0);
}

static void a_second_sheet_and_a_wrong_answer_are_refused(void **state)
{
	struct fixture *f = *state;
	struct made made = make_survey(f, "pupils", ROLE_MENTEE, 0);
	struct answer row[] = { given(made.met, 1), given(made.where, 2), given(made.use, 11) };
	struct answers answers = { row, 3 };
	struct sheet sheet = blank(made.survey, participant_named(f, ROLE_MENTEE, "Ёлкина"));
	struct sheet twin = sheet;

	assert_int_equal(sheet_save(f->app, &sheet, &answers), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "use"));
	assert_int_equal(sheet.id, 0);
	row[2].value = 10;
	must(sheet_save(f->app, &sheet, &answers));
	assert_int_equal(sheet_save(f->app, &twin, &answers), RC_CONFLICT);
	/* Mended under its own id. */
	row[2].value = 9;
	must(sheet_save(f->app, &sheet, &answers));
	must(sheet_get(app_store(f->app), &f->arena, sheet.id, &sheet, &answers));
	assert_int_equal(answer_of(&answers, made.use)->value, 9);
}

static void sheets_of_nobody_are_numbered(void **state)
{
	struct fixture *f = *state;
	struct made made = make_survey(f, "talk", 0, 0);
	struct answer row[] = { given(made.use, 10) };
	struct answers answers = { row, 1 };
	struct sheet first = blank(made.survey, 0), second = blank(made.survey, 0);

	must(sheet_save(f->app, &first, &answers));
	must(sheet_save(f->app, &second, &answers));
	assert_int_equal(first.number, 1);
	assert_int_equal(second.number, 2);
	assert_string_equal(sheet_label(f->app, &f->arena, &second), "№ 2");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, fixture_teardown)
		TEST(those_of_the_form_and_role_are_asked),
		TEST(codes_are_given_once_and_go_on_behind_the_last),
		TEST(a_sheet_is_saved_with_what_was_not_asked),
		TEST(an_entry_questionnaire_is_noted_as_handed_in),
		TEST(a_second_sheet_and_a_wrong_answer_are_refused),
		TEST(sheets_of_nobody_are_numbered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
