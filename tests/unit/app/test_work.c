/* Stage 6 in bulk: diaries, who is behind, meetings from the shared table, the year in numbers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "inner.h"
#include "nastavnik/app/bonds.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/app/records.h"
#include "nastavnik/app/review.h"
#include "nastavnik/app/work.h"
#include "nastavnik/model/pairwork.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/store/write/bond.h"

#define HEAD "Наставник;Наставляемый;Дата;Тема;Результат\n"

static int64_t pair_make(struct fixture *f, const char *mentor, const char *mentee)
{
	struct bond_member m = { .mentor = participant_named(f, ROLE_MENTOR, mentor),
				 .mentee = participant_named(f, ROLE_MENTEE, mentee),
				 .from = 20260901,
				 .reason = "",
				 .score = -1 };

	must(app_begin(f->app, "test", ""));
	must(app_end(f->app, bond_member_add(f->app->store, &m)));
	return m.bond;
}

static int setup(void **state)
{
	struct fixture *f;

	if (fixture_setup(state))
		return 1;
	f = *state;
	import_text(f, IMPORT_MENTEES,
		    "ФИО;Класс\nЁлкина Зоя Андреевна;7В\nБыков Пётр Ильич;5А\n"
		    "Иванов Лев Ильич;6А\n");
	import_text(f, IMPORT_MENTORS,
		    "ФИО;Должность\nОрлова Инна Викторовна;учитель\n"
		    "Титов Лев Олегович;учитель\n");
	pair_make(f, "Титов", "Иванов");
	return 0;
}

static struct records meetings_of(struct fixture *f)
{
	struct records meetings;

	must(record_list_year(app_store(f->app), &f->arena, &meeting_type, 2026, &meetings));
	return meetings;
}

static const struct meeting *meeting_on(struct fixture *f, int64_t on_day)
{
	struct records meetings = meetings_of(f);

	for (size_t i = 0; i < meetings.n; i++) {
		const struct meeting *m = record_at(&meeting_type, &meetings, i);

		if (m->on_day == on_day)
			return m;
	}
	return NULL;
}

static void the_shared_table_is_never_doubled(void **state)
{
	struct fixture *f = *state;
	struct import_report report =
		import_text(f, IMPORT_MEETINGS,
			    HEAD "Л.О. Титов;Иванов Лев (6 «а»);05.10.2026;Дроби;\n"
				 "Титов Лев;;12.10.2026;Доли;Уже лучше\n"
				 "Титов Лев Олегович;Иванов Л.;12.10.2026;Спорт;\n");

	assert_int_equal(report.added, 3);
	report = import_text(f, IMPORT_MEETINGS,
			     HEAD "Титов Л.О.;Иванов Лев;5.10.26;ДРОБИ;Разобрали\n"
				  "Титов Лев;;12.10.2026;Доли;\n"
				  "Титов Лев;Иванов Л.;12.10.2026;Спорт и отдых;\n"
				  "Титов Лев;Иванов Л.;12.10.2026;Спорт и отдых;\n");
	assert_int_equal(report.added, 0);
	assert_int_equal(report.changed, 2);
	assert_int_equal(report.unchanged, 2);
	assert_int_equal(meetings_of(f).n, 3);
	assert_string_equal(meeting_on(f, 20261005)->result, "Разобрали");
	/* An empty cell wipes nothing. */
	report = import_text(f, IMPORT_MEETINGS, HEAD "Титов Лев;;05.10.2026;Дроби;\n");
	assert_int_equal(report.unchanged, 1);
	assert_string_equal(meeting_on(f, 20261005)->result, "Разобрали");
}

static void what_was_typed_is_found_in_the_table(void **state)
{
	struct fixture *f = *state;
	struct import_report report;
	struct meeting typed;
	struct work_desk desk;

	must(work_desk_load(f->app, &f->arena, &desk));
	record_init(&meeting_type, &typed, desk.works.row[0].bond, 20261005);
	typed.on_day = 20261005;
	typed.theme = "Дроби";
	must(records_save(f->app, &meeting_type, &typed));
	report = import_text(f, IMPORT_MEETINGS, HEAD "Титов Лев;;05.10.2026;дроби;Понял\n");
	assert_int_equal(report.added, 0);
	assert_int_equal(report.changed, 1);
	assert_string_equal(meeting_on(f, 20261005)->theme, "Дроби");
	assert_string_equal(meeting_on(f, 20261005)->result, "Понял");
	assert_string_equal(meeting_on(f, 20261005)->source, "");
}

static void rows_that_cannot_be_are_rejected_with_a_sentence(void **state)
{
	struct fixture *f = *state;
	struct import_report report =
		import_text(f, IMPORT_MEETINGS,
			    HEAD "Титов Лев;;05.10.2025;х;\nТитов Лев;;05.12.2026;х;\n"
				 "Титов Лев;;;х;\nТитов Лев;;32.10.2026;х;\n"
				 "Кузнецов;;05.10.2026;х;\nТитов Лев;Быков Пётр;05.10.2026;х;\n"
				 ";;05.10.2026;х;\n");

	assert_int_equal(report.rejected, 7);
	assert_int_equal(report.added, 0);
	assert_int_equal(meetings_of(f).n, 0);
	assert_non_null(
		strstr(f->issues.row[0].text, "05.10.2025 does not lie in the school year"));
	assert_non_null(strstr(f->issues.row[1].text, "has not come yet"));
}

static struct import *meetings_open(struct fixture *f, const char *text)
{
	struct import *import;

	must(import_open(f->app, IMPORT_MEETINGS, fixture_table(f, text), &import));
	return import;
}

static void import_run_of(struct import *import)
{
	struct job job;

	must(import_start(import, &(struct import_options){ .partial = true }, &job));
	assert_int_equal(job_run(&job), JOB_DONE);
}

static void one_column_may_name_the_pair_either_way(void **state)
{
	struct fixture *f = *state;
	struct import_report report = import_text(f, IMPORT_MEETINGS,
						  "Пара;Дата;Тема\n"
						  "Титов Л.О. – Иванов Лев;05.10.2026;Дроби\n"
						  "Иванов Лев / Титов Лев;06.10.2026;Доли\n"
						  "Иванов;07.10.2026;Спорт\nТитов;08.10.2026;Кино\n"
						  "Титов – Быков;09.10.2026;Чужие\n");

	assert_int_equal(report.added, 4);
	assert_int_equal(report.rejected, 1);
}

static void several_pairs_are_one_question_for_all_rows(void **state)
{
	struct fixture *f = *state;
	struct import *import;
	const struct import_question *question;
	int64_t other = pair_make(f, "Титов", "Ёлкина");

	import = meetings_open(f, HEAD "Титов Лев;;05.10.2026;Дроби;\nТитов Лев;;12.10.2026;Доли;\n"
				       "Титов Лев;Ёлкина;13.10.2026;Сама;\n");
	import_run_of(import);
	assert_int_equal(import_report(import)->unsure, 2);
	assert_int_equal(import_report(import)->added, 1);
	assert_int_equal(import_report(import)->questions, 1);
	question = import_report(import)->question;
	assert_int_equal(question->n, 2);
	assert_true(question->no_other);
	for (size_t i = 0; i < question->n; i++)
		if (!strcmp(question->candidate[i].family, "Ёлкина"))
			import_answer(import, question->line, IMPORT_SAME,
				      question->candidate[i].id);
	import_run_of(import);
	assert_int_equal(import_report(import)->unsure, 0);
	assert_int_equal(import_report(import)->added, 2);
	assert_int_equal(meeting_on(f, 20261012)->head.owner, other);
	import_close(import);
}

static void columns_are_mapped_once(void **state)
{
	static const char odd[] = "Колонка А;Колонка Б;Колонка В\n"
				  "Титов Лев;05.10.2026;Дроби\n";
	struct fixture *f = *state;
	struct import *import = meetings_open(f, odd);
	static const char *const wanted[] = { "mentor", "on_day", "theme" };
	struct choices targets;

	must(import_set_heading(import, 1));
	targets = import_targets(import);
	for (size_t column = 0; column < 3; column++)
		for (size_t i = 0; i < targets.n; i++)
			if (!strcmp(targets.row[i].code, wanted[column]))
				must(import_map(import, column, targets.row[i].id));
	import_run_of(import);
	assert_int_equal(import_report(import)->added, 1);
	import_close(import);
	import = meetings_open(f, odd);
	must(import_set_heading(import, 1));
	import_run_of(import);
	assert_int_equal(import_report(import)->unchanged, 1);
	import_close(import);
}

static void a_month_of_diaries_is_one_step(void **state)
{
	struct fixture *f = *state;
	struct work_desk desk;
	struct diaries there;
	struct diary d = { .month = 20261001, .mark = FIELD_NOTHING, .remark = "" };

	must(work_desk_load(f->app, &f->arena, &desk));
	d.bond = desk.works.row[0].bond;
	diary_set(&d, 4, 20261122);
	must(diaries_save(f->app, &(struct diaries){ &d, 1 }, "Титов – Иванов"));
	must(diaries_load(app_store(f->app), &f->arena, 2026, &there));
	assert_int_equal(there.n, 1);
	assert_int_equal(there.row[0].mark, 4);
	d.month = 20261201;
	assert_int_equal(diaries_save(f->app, &(struct diaries){ &d, 1 }, ""), RC_INVALID);
	d.month = 20251201;
	assert_int_equal(diaries_save(f->app, &(struct diaries){ &d, 1 }, ""), RC_INVALID);
	d.month = 20261001;
	diary_set(&d, 0, 0);
	must(diaries_save(f->app, &(struct diaries){ &d, 1 }, ""));
	must(diaries_load(app_store(f->app), &f->arena, 2026, &there));
	assert_int_equal(there.n, 0);
}

static void who_is_behind_stands_by_days(void **state)
{
	struct fixture *f = *state;
	struct behind_rows rows;
	struct work_desk desk;

	pair_make(f, "Орлова", "Быков");
	import_text(f, IMPORT_MEETINGS, HEAD "Орлова Инна;;20.11.2026;Дроби;\n");
	must(work_desk_load(f->app, &f->arena, &desk));
	behind_list(f->app, &f->arena, &desk, &rows);
	assert_int_equal(rows.n, 2);
	assert_string_equal(rows.row[0].work->mentor.family, "Титов");
	assert_int_equal(rows.row[0].behind.meeting, 68);
	assert_int_equal(rows.row[1].behind.meeting, 0);
	assert_int_equal(rows.row[1].behind.diaries, 2);
	assert_int_equal(diary_month_count(f->app, &desk).owed, 2);
	desk.rules.diaries = 0;
	must(work_rules_save(f->app, &desk.rules));
	must(work_desk_load(f->app, &f->arena, &desk));
	behind_list(f->app, &f->arena, &desk, &rows);
	assert_int_equal(rows.n, 1);
	assert_int_equal(diary_month_count(f->app, &desk).month, -1);
	desk.rules.diary_day = 31;
	assert_int_equal(work_rules_save(f->app, &desk.rules), RC_INVALID);
}

static void a_pause_and_an_early_end_are_seen(void **state)
{
	struct fixture *f = *state;
	struct pause pause;
	struct members members;
	struct work_desk desk;

	must(work_desk_load(f->app, &f->arena, &desk));
	record_init(&pause_type, &pause, desk.works.row[0].bond, 20261001);
	pause.on_day = 20261001;
	pause.until = 20261031;
	pause.reason = "курсы";
	must(records_save(f->app, &pause_type, &pause));
	must(work_desk_load(f->app, &f->arena, &desk));
	assert_int_equal(desk.works.row[0].pauses, 1);
	/* Thirty-one days less, and no diary of October. */
	assert_int_equal(work_behind(&desk.works.row[0], &desk.rules, 2026, 20261122).meeting, 37);
	assert_int_equal(work_behind(&desk.works.row[0], &desk.rules, 2026, 20261122).diaries, 1);
	must(members_load(app_store(f->app), &f->arena, 2026, &members));
	must(bonds_end(f->app, members.row[0].id, 20261120, "переезд"));
	must(work_desk_load(f->app, &f->arena, &desk));
	assert_true(desk.works.row[0].early);
	assert_false(work_effective(&desk.works.row[0], &desk.rules, 20261122));
	assert_int_equal(work_behind(&desk.works.row[0], &desk.rules, 2026, 20261122).days, 0);
}

static void rules_go_on_into_the_next_year(void **state)
{
	struct fixture *f = *state;
	struct work_rules rules = {
		.meet_every = 7, .diary_day = 10, .effective_meetings = 20, .effective_plan = 50
	};

	must(work_rules_save(f->app, &rules));
	must(app_year_open(f->app, 2027));
	must(work_rules_get(app_store(f->app), 2027, &rules));
	assert_int_equal(rules.meet_every, 7);
	assert_int_equal(rules.diaries, 0);
	assert_int_equal(rules.effective_meetings, 20);
}

/* The whole text of a paper. */
static char *paper_text_of(struct fixture *f, const char *name)
{
	const struct paper_wish wish = { .paper = paper_find(name) };
	struct paper_text text;
	char *all = arena_strdup(&f->arena, "");

	must(paper_lines(f->app, &wish, &f->arena, 80, &text));
	for (size_t i = 0; i < text.n; i++)
		all = arena_printf(&f->arena, "%s%s\n", all, text.line[i]);
	return all;
}

static void the_review_is_proposed_and_names_nobody(void **state)
{
	struct fixture *f = *state;
	struct review review;
	const char *text;

	import_text(f, IMPORT_MEETINGS,
		    HEAD "Титов Лев;;05.10.2026;Дроби;\nТитов Лев;;19.11.2026;Доли;\n");
	record_init(&review_type, &review, 2026, 20261122);
	must(review_propose(f->app, &f->arena, &review));
	assert_non_null(strstr(review.studied, "Сформировано пар и групп – 1"));
	assert_non_null(strstr(review.studied, "Проведено встреч – 2"));
	assert_non_null(strstr(review.conclusions, "Результативных пар и групп – 1 из 1"));
	must(records_save(f->app, &review_type, &review));
	text = paper_text_of(f, "review");
	assert_non_null(strstr(text, "АНАЛИТИЧЕСКАЯ СПРАВКА"));
	assert_non_null(strstr(text, "II четверть"));
	assert_null(strstr(text, "Титов"));
	text = paper_text_of(f, "year_report");
	assert_non_null(strstr(text, "Встреч"));
	assert_non_null(strstr(text, "октябрь"));
	assert_null(strstr(text, "Титов"));
}

static void the_report_of_an_empty_year_is_refused(void **state)
{
	struct fixture *f = *state;
	const struct paper_wish wish = { .paper = paper_find("year_report") };
	struct paper_text text;

	assert_int_equal(paper_lines(f->app, &wish, &f->arena, 80, &text), RC_NOT_FOUND);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_shared_table_is_never_doubled, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(what_was_typed_is_found_in_the_table, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(rows_that_cannot_be_are_rejected_with_a_sentence,
						setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(one_column_may_name_the_pair_either_way, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(several_pairs_are_one_question_for_all_rows, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(columns_are_mapped_once, setup, fixture_teardown),
		cmocka_unit_test_setup_teardown(a_month_of_diaries_is_one_step, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(who_is_behind_stands_by_days, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(a_pause_and_an_early_end_are_seen, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(rules_go_on_into_the_next_year, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(the_review_is_proposed_and_names_nobody, setup,
						fixture_teardown),
		cmocka_unit_test_setup_teardown(the_report_of_an_empty_year_is_refused,
						fixture_setup, fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
