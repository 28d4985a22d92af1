/* Answers of web forms: whose they are, which column is which question, what is there already. */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/records.h"
#include "nastavnik/app/surveys.h"

enum { MET, WHERE, USE, WORDS, ITEMS };

static int64_t survey_id;

static void add_item(struct fixture *f, struct survey_item item)
{
	struct survey_item fresh;

	record_init(&survey_item_type, &fresh, survey_id, 0);
	fresh.position = item.position;
	fresh.code = item.code;
	fresh.name = item.name;
	fresh.kind = item.kind;
	fresh.options = item.options ? item.options : "";
	fresh.only_if = item.only_if ? item.only_if : "";
	fresh.soft_high = item.soft_high ? item.soft_high : FIELD_NOTHING;
	must(records_save(f->app, &survey_item_type, &fresh));
}

static void make_survey(struct fixture *f, const char *code, int64_t kind, int64_t role)
{
	struct survey s;

	record_init(&survey_type, &s, 2026, 0);
	s.name = "Входная анкета";
	s.code = code;
	s.kind = kind;
	s.role = role;
	must(records_save(f->app, &survey_type, &s));
	survey_id = s.head.id;
	add_item(f, (struct survey_item){ .position = 1,
					  .code = "met",
					  .name = "Встречались ли вы с наставником раньше?",
					  .kind = ITEM_YESNO });
	add_item(f, (struct survey_item){ .position = 2,
					  .code = "where",
					  .name = "Где вы встречались",
					  .kind = ITEM_SEVERAL,
					  .options = "дома\nв школе, на уроке",
					  .only_if = "met = 1" });
	add_item(f, (struct survey_item){ .position = 3,
					  .code = "use",
					  .name = "Польза «личных» встреч",
					  .kind = ITEM_SCALE,
					  .soft_high = 9 });
	add_item(f,
		 (struct survey_item){
			 .position = 4, .code = "words", .name = "Чего ждёте", .kind = ITEM_OPEN });
}

static int setup(void **state)
{
	setenv("NASTAVNIK_NOW", "2026-11-22T10:00:00", 1);
	if (fixture_setup(state))
		return 1;
	import_text(*state, IMPORT_MENTORS, "Фамилия;Имя;Класс\nТитов;Лев;10А\n");
	import_text(*state, IMPORT_MENTEES,
		    "Фамилия;Имя;Отчество;Класс\nЁлкина;Зоя;Андреевна;7В\nБыков;Пётр;Ильич;5А\n"
		    "Быков;Пётр;Олегович;6Б\nАнтонова;Ия;;6Б\n");
	must(respondents_number(((struct fixture *)*state)->app, NULL));
	make_survey(*state, "before", SURVEY_PEOPLE, ROLE_MENTEE);
	return 0;
}

static struct import *answers_open(struct fixture *f, const char *text)
{
	const struct import_what what = { IMPORT_ANSWERS, survey_id };
	struct import *import;

	must(import_open_as(f->app, &what, fixture_table(f, text), &import));
	return import;
}

static struct import_report run(struct import *import, const struct import_options *options)
{
	struct job job;

	must(import_start(import, options, &job));
	while (job.step(&job) == JOB_MORE)
		;
	return *import_report(import);
}

static struct import_report bring(struct fixture *f, const char *text, bool partial)
{
	struct import *import = answers_open(f, text);
	struct import_report report = run(import, &(struct import_options){ .partial = partial });

	f->issues = (struct issues){ .arena = &f->arena };
	for (size_t i = 0; i < report.issues->n; i++)
		issue_add(&f->issues, report.issues->row[i].level, report.issues->row[i].row, 0,
			  report.issues->row[i].name, "%s", report.issues->row[i].text);
	import_close(import);
	return report;
}

static struct sheets all_sheets(struct fixture *f)
{
	struct sheets sheets;

	must(sheet_list(app_store(f->app), &f->arena, survey_id, &sheets));
	return sheets;
}

/* The answers that count of somebody, shown, by question. */
static const char *said(struct fixture *f, const char *family, size_t item)
{
	struct survey_items items;
	struct survey survey;
	struct answers answers;
	struct sheet sheet;
	int64_t id;

	must(survey_get(f->app, &f->arena, survey_id, &survey, &items));
	must(sheet_of(f->app, &survey, participant_named(f, ROLE_MENTEE, family), &id));
	assert_int_not_equal(id, 0);
	must(sheet_get(app_store(f->app), &f->arena, id, &sheet, &answers));
	return answer_show(&f->arena, &items.row[item],
			   answer_of(&answers, items.row[item].head.id));
}

#define HEAD                                                                                                                         \
	"Отметка времени;Ваш код;1. Встречались ли вы с наставником раньше? *;" \
	"Где вы встречались;3) Польза \"личных\" встреч;Чего ждёте?\n"
#define ROW1 "21.11.2026 10:33:12;2Н-004;да;в школе, на уроке, дома;8;Друга\n"
#define ROW2 "21.11.2026 10:40:00;1;нет;;10;\n"

static void a_question_is_known_by_its_words(void **state)
{
	struct fixture *f = *state;
	struct import_report report = bring(f, HEAD ROW1 ROW2, false);
	struct sheets sheets = all_sheets(f);

	assert_true(report.kept);
	assert_int_equal(report.added, 2);
	assert_string_equal(said(f, "Ёлкина", MET), "yes");
	assert_string_equal(said(f, "Ёлкина", WHERE), "дома; в школе, на уроке");
	assert_string_equal(said(f, "Ёлкина", USE), "8");
	assert_string_equal(said(f, "Ёлкина", WORDS), "Друга");
	assert_string_equal(said(f, "Антонова", WHERE), "");
	assert_string_equal(said(f, "Антонова", WORDS), "no answer");
	assert_int_equal(sheets.n, 2);
	assert_int_equal(sheets.row[0].filled_on, 20261121);
	assert_string_not_equal(sheets.row[0].source, "");
}

static void the_same_table_adds_nothing(void **state)
{
	struct fixture *f = *state;
	struct import_report report;

	bring(f, HEAD ROW1 ROW2, false);
	report = bring(f, HEAD ROW2 ROW1 "22.11.2026 9:00:00;2-2;да;дома;3;\n", false);
	assert_int_equal(report.unchanged, 2);
	assert_int_equal(report.added, 1);
	assert_int_equal(all_sheets(f).n, 3);
}

static void a_preview_keeps_nothing(void **state)
{
	struct fixture *f = *state;
	struct import *import = answers_open(f, HEAD ROW1);
	struct import_report report = run(import, &(struct import_options){ .dry = true });

	assert_int_equal(report.added, 1);
	import_close(import);
	assert_int_equal(all_sheets(f).n, 0);
}

/* What differs stands beside the sheet that counts, and is told; once more it is no news. */
static void other_answers_become_a_rival(void **state)
{
	struct fixture *f = *state;
	struct import_report report;
	struct sheets sheets;

	bring(f, HEAD ROW1, false);
	report = bring(f, HEAD "22.11.2026 12:00:00;2Н-004;да;дома;5;Друга\n", false);
	sheets = all_sheets(f);
	assert_int_equal(report.added, 1);
	assert_int_equal(sheets.n, 2);
	assert_true(!sheets.row[0].rival != !sheets.row[1].rival);
	assert_string_equal(said(f, "Ёлкина", USE), "8");
	assert_int_equal(f->issues.n, 1);
	assert_non_null(strstr(f->issues.row[0].text, "Both are kept"));
	report = bring(f, HEAD "22.11.2026 12:00:00;2Н-004;да;дома;5;Друга\n", false);
	assert_int_equal(report.unchanged, 1);
	assert_int_equal(all_sheets(f).n, 2);
}

/* A table that asks less says nothing of the rest. */
static void a_column_that_is_not_there_wipes_nothing(void **state)
{
	struct fixture *f = *state;
	struct import_report report;

	bring(f, HEAD ROW1, false);
	report = bring(f, "Код;use\n2Н-004;8\n", false);
	assert_int_equal(report.unchanged, 1);
	assert_string_equal(said(f, "Ёлкина", WORDS), "Друга");
}

/* What another table asks is added to the sheet that is there. */
static void two_tables_make_one_sheet(void **state)
{
	struct fixture *f = *state;
	struct import_report report;

	bring(f, "Код;met\n2Н-004;да\n", false);
	report = bring(f, "Код;met;use\n2Н-004;да;8\n", false);
	assert_int_equal(report.changed, 1);
	assert_int_equal(all_sheets(f).n, 1);
	assert_string_equal(said(f, "Ёлкина", USE), "8");
	assert_string_equal(said(f, "Ёлкина", MET), "yes");
	report = bring(f, "Код;use\n2Н-004;7\n", false);
	assert_int_equal(report.added, 1); /* a rival: that was answered otherwise */
	assert_string_equal(said(f, "Ёлкина", USE), "8");
}

static void names_find_people_too(void **state)
{
	struct fixture *f = *state;
	struct import_report report =
		bring(f, "ФИО;Класс;use\nЕлкина Зоя;;7\nБыков Пётр;6б;4\nИя Антонова;;2\n", false);

	assert_int_equal(report.added, 3);
	assert_string_equal(said(f, "Ёлкина", USE), "7");
}

static void namesakes_are_asked_about(void **state)
{
	struct fixture *f = *state;
	struct import *import = answers_open(f, "ФИО;use\nБыков Пётр;4\nБыков Пётр;5\n");
	struct import_report report = run(import, &(struct import_options){ 0 });
	int64_t first, second;

	assert_int_equal(report.unsure, 2);
	assert_int_equal(report.question[0].n, 2);
	first = report.question[0].candidate[0].id;
	second = report.question[0].candidate[1].id;
	import_answer(import, 2, IMPORT_SAME, first);
	import_answer(import, 3, IMPORT_SAME, second);
	report = run(import, &(struct import_options){ 0 });
	assert_int_equal(report.added, 2);
	assert_true(report.kept);
	import_close(import);
}

static void what_cannot_be_is_rejected(void **state)
{
	static const struct {
		const char *row, *why;
	} bad[] = {
		{ "2Н-099;да;;5;", "2Н-099" },
		{ "3Н-001;да;;5;", "3Н-001" },
		{ "ляля9;да;;5;", "no respondent's" },
		{ "2Н-004;да;;11;", "from 1 to 10" },
		{ "2Н-004;может;;5;", "none of those" },
		{ ";да;;5;", "neither a code" },
		{ "2Н-004;да;на луне;5;", "none of those" },
	};
	struct fixture *f = *state;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		const char *text = arena_printf(
			&f->arena, "Код;met;where;use;words\n2-1;да;;5;\n%s\n", bad[i].row);
		struct import_report report = bring(f, text, false);

		assert_false(report.kept);
		assert_int_equal(report.rejected, 1);
		assert_int_equal(f->issues.row[0].row, 3);
		if (!strstr(f->issues.row[0].text, bad[i].why))
			fail_msg("%s: %s", bad[i].row, f->issues.row[0].text);
		assert_int_equal(all_sheets(f).n, 0);
	}
	assert_true(bring(f, "Код;met;use\n2-1;да;5\n2-99;да;5\n", true).kept);
	assert_int_equal(all_sheets(f).n, 1);
}

static void a_code_of_somebody_else_is_rejected(void **state)
{
	struct fixture *f = *state;
	struct import_report report = bring(f, "Код;ФИО;use\n2Н-004;Антонова Ия;5\n", false);

	assert_int_equal(report.rejected, 1);
	report = bring(f, "Код;ФИО;use\n2Н-004;Ёлкина З.;5\n", false);
	assert_int_equal(report.added, 1);
}

/* «Где? [дома]» is a column of its own. */
static void options_may_have_columns(void **state)
{
	struct fixture *f = *state;

	bring(f,
	      "Код или ФИО;met;Где вы встречались? [Дома];Где вы встречались? [В школе, на уроке]\n"
	      "Ёлкина Зоя;да;Нет;Да\n2-1;да;+;+\n",
	      false);
	assert_string_equal(said(f, "Ёлкина", WHERE), "в школе, на уроке");
	assert_string_equal(said(f, "Антонова", WHERE), "дома; в школе, на уроке");
}

static void an_idle_answer_is_told(void **state)
{
	struct fixture *f = *state;

	bring(f, "Код;met;where;use\n2-4;нет;дома;10\n", false);
	assert_string_equal(said(f, "Ёлкина", WHERE), "");
	assert_int_equal(f->issues.n, 1);
	assert_int_equal(f->issues.row[0].level, ISSUE_NOTE);
}

static int64_t target_named(const struct import *import, const char *code)
{
	struct choices targets = import_targets(import);

	for (size_t i = 0; i < targets.n; i++)
		if (!strcmp(targets.row[i].code, code))
			return targets.row[i].id;
	return 0;
}

/* What was said once of a questionnaire's columns holds for the next table. */
static void columns_are_remembered(void **state)
{
	struct fixture *f = *state;
	struct import *import = answers_open(f, "Код;Насколько полезно\n2-4;7\n");
	struct import_report report;
	struct job job;

	assert_int_equal(import_start(import, &(struct import_options){ 0 }, &job), RC_INVALID);
	must(import_map(import, 1, target_named(import, "use")));
	report = run(import, &(struct import_options){ 0 });
	assert_int_equal(report.added, 1);
	import_close(import);
	report = bring(f, "Код;Насколько полезно\n2-1;6\n", false);
	assert_int_equal(report.added, 1);
	assert_string_equal(said(f, "Антонова", USE), "6");
}

/* After an event nobody says who he is: a row is known by when it was sent. */
static void rows_without_names_are_known_again(void **state)
{
	struct fixture *f = *state;
	struct import_report report;

	make_survey(f, "after_talk", SURVEY_EVENT, 0);
	report = bring(f, "Отметка времени;use\n21.11.2026 10:33:12;8\n21.11.2026 10:33:50;8\n",
		       false);
	assert_int_equal(report.added, 2);
	report = bring(f,
		       "Отметка времени;use\n21.11.2026 10:33:50;8\n21.11.2026 10:33:12;8\n"
		       "21.11.2026 10:35:00;1\n",
		       false);
	assert_int_equal(report.unchanged, 2);
	assert_int_equal(report.added, 1);
	assert_int_equal(all_sheets(f).n, 3);
	report = bring(f, "use;words\n5;хорошо\n5;хорошо\n", false);
	assert_int_equal(report.added, 2);
	report = bring(f, "use;words\n5;хорошо\n5;хорошо\n", false);
	assert_int_equal(report.unchanged, 2);
	assert_int_equal(all_sheets(f).n, 5);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, fixture_teardown)
	const struct CMUnitTest tests[] = {
		TEST(a_question_is_known_by_its_words),
		TEST(the_same_table_adds_nothing),
		TEST(a_preview_keeps_nothing),
		TEST(other_answers_become_a_rival),
		TEST(a_column_that_is_not_there_wipes_nothing),
		TEST(two_tables_make_one_sheet),
		TEST(names_find_people_too),
		TEST(namesakes_are_asked_about),
		TEST(what_cannot_be_is_rejected),
		TEST(a_code_of_somebody_else_is_rejected),
		TEST(options_may_have_columns),
		TEST(an_idle_answer_is_told),
		TEST(columns_are_remembered),
		TEST(rows_without_names_are_known_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
