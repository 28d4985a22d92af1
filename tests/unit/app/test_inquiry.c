/* Requests from above: rows, conditions, days, groups, totals, names said aloud. */
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/categories.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/inquiry.h"
#include "nastavnik/app/pairs.h"

static int setup(void **state)
{
	setenv("NASTAVNIK_NOW", "2026-11-22T10:00:00", 1);
	setenv("NASTAVNIK_LANG", "en", 1);
	if (fixture_setup(state))
		return 1;
	import_text(*state, IMPORT_MENTORS,
		    "Фамилия;Имя;Класс;Должность;Компетенции\nТитов;Лев;10А;;математика\n"
		    "Орлова;Инна;;учитель физики;физика\n");
	import_text(*state, IMPORT_MENTEES,
		    "Фамилия;Имя;Класс;Дата рождения;Дата включения;Форма\n"
		    "Ёлкина;Зоя;7В;01.03.2013;01.09.2026;ученик – ученик\n"
		    "Быков;Пётр;7А;01.03.2013;05.10.2026;ученик – ученик\n"
		    "Антонова;Ия;10А;01.03.2010;01.11.2026;студент – ученик\n");
	return 0;
}

/* The answer as lines of cells with "|" between; issues may be NULL. */
static const char *answer(struct fixture *f, const char *text, struct issues *issues)
{
	struct issues lost = { .arena = &f->arena };
	struct inquiry_answer out;
	struct inquiry q;
	const char *all = "";

	if (!issues)
		issues = &lost;
	inquiry_read(&f->arena, text, &q, issues);
	must(inquiry_run(f->app, &f->arena, &q, &out, issues));
	for (size_t r = 0; r <= out.rows; r++)
		for (size_t c = 0; c < out.columns; c++)
			all = arena_printf(&f->arena, "%s%s%s", all,
					   r ? out.cell[(r - 1) * out.columns + c] : out.heading[c],
					   c + 1 < out.columns ? "|" : "\n");
	assert_int_equal(lost.n, 0);
	return all;
}

static void a_list_has_the_columns_as_they_were_asked_for(void **state)
{
	assert_string_equal(
		answer(*state, "what=mentees\nnumbered\ncolumn=class_name|Литера\ncolumn=name\n",
		       NULL),
		"№|Литера|Full name\n"
		"1|10А|Антонова Ия\n2|7А|Быков Пётр\n3|7В|Ёлкина Зоя\n"
		"|Total: 3|\n");
}

static void conditions_stand_beside_each_other(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(answer(f, "what=mentees\ncount\nif=class_name is 7\n", NULL),
			    "How many\n2\n");
	assert_string_equal(answer(f, "what=mentees\ncount\nif=class_name is 7в; 10\n", NULL),
			    "How many\n2\n");
	assert_string_equal(answer(f, "what=mentees\ncount\nif=grade is 8–11\n", NULL),
			    "How many\n1\n");
	assert_string_equal(
		answer(f, "what=mentees\ncount\nif=form is pupil_pupil\nif=age is –13\n", NULL),
		"How many\n2\n");
	assert_string_equal(answer(f, "what=mentees\ncount\nif=form not pupil_pupil\n", NULL),
			    "How many\n1\n");
	assert_string_equal(answer(f, "what=mentees\ncount\nif=partners filled\n", NULL),
			    "How many\n0\n");
	assert_string_equal(answer(f, "what=mentors\ncount\nif=position is физик\n", NULL),
			    "How many\n1\n");
	assert_string_equal(answer(f, "what=mentees\ncount\nif=paired is 0\n", NULL),
			    "How many\n3\n");
}

static void days_tell_who_was_there_then(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(
		answer(f, "what=mentees\ncount\nfrom=01.10.2026\nto=01.10.2026\n", NULL),
		"How many\n1\n");
	assert_string_equal(
		answer(f, "what=mentees\ncount\nfrom=01.09.2026\nto=31.10.2026\n", NULL),
		"How many\n2\n");
}

static void groups_come_in_the_order_of_classes_with_totals(void **state)
{
	assert_string_equal(
		answer(*state, "what=mentees\ncount\ngroup=form\ngroup=class_name\n", NULL),
		"Form of mentoring|Class|How many\n"
		"ученик – ученик|7А|1\nученик – ученик|7В|1\nTotal: ученик – ученик||2\n"
		"студент – ученик|10А|1\nTotal: студент – ученик||1\nTotal||3\n");
	assert_string_equal(
		answer(*state, "what=mentees\nnumbered\ncolumn=given\ngroup=grade\n", NULL),
		"№|Parallel|Given name\n1|7|Пётр\n2|7|Зоя\n|Total: 7: 2|\n"
		"3|10|Ия\n|Total: 10: 1|\n|Total: 3|\n");
}

static void pairs_and_their_meetings_are_counted(void **state)
{
	struct fixture *f = *state;
	struct pairs *pairs;
	int64_t bonds;

	must(pairs_open(f->app, &pairs));
	must(pairs_add(pairs, participant_named(f, ROLE_MENTEE, "Ёлкина"),
		       participant_named(f, ROLE_MENTOR, "Титов")));
	must(pairs_confirm(pairs, &bonds));
	pairs_close(pairs);
	import_text(f, IMPORT_MEETINGS,
		    "Наставник;Наставляемый;Дата;Тема\nТитов Лев;Ёлкина Зоя;05.10.2026;Дроби\n"
		    "Титов Лев;Ёлкина Зоя;12.11.2026;Задачи\n");
	assert_string_equal(
		answer(f, "what=pairs\ncolumn=mentor\ncolumn=mentee\ncolumn=meetings\n", NULL),
		"Mentor|Mentee|Meetings held\nТитов Лев|Ёлкина Зоя|2\nTotal: 1||2\n");
	assert_string_equal(answer(f,
				   "what=mentees\ncount\ncolumn=paired|В паре\n"
				   "column=meetings\nfrom=01.10.2026\nto=31.10.2026\n"
				   "if=class_name is 7В\n",
				   NULL),
			    "How many|В паре|Meetings held\n1|1|1\n");
	assert_string_equal(answer(f,
				   "what=meetings\ncount\nfrom=01.11.2026\nto=30.11.2026\n"
				   "group=month\n",
				   NULL),
			    "Month|How many\n2026.11|1\nTotal|1\n");
	assert_string_equal(answer(f, "what=mentors\ncolumn=partners\nif=paired is 1\n", NULL),
			    "Mentees by name\nЁлкина Зоя\nTotal: 1\n");
}

static void a_group_is_one_however_many_its_mentees(void **state)
{
	struct fixture *f = *state;
	struct pairs *pairs;
	int64_t bonds;

	import_text(f, IMPORT_MENTORS, "Фамилия;Имя;Класс;Мест\nТитов;Лев;10А;2\n");
	must(pairs_open(f->app, &pairs));
	must(pairs_add(pairs, participant_named(f, ROLE_MENTEE, "Ёлкина"),
		       participant_named(f, ROLE_MENTOR, "Титов")));
	must(pairs_add(pairs, participant_named(f, ROLE_MENTEE, "Быков"),
		       participant_named(f, ROLE_MENTOR, "Титов")));
	must(pairs_confirm(pairs, &bonds));
	pairs_close(pairs);
	assert_int_equal(bonds, 1);
	import_text(f, IMPORT_MEETINGS,
		    "Наставник;Наставляемый;Дата;Тема\nТитов Лев;Ёлкина Зоя;05.10.2026;Дроби\n");
	assert_string_equal(answer(f, "what=pairs\ncount\ngroup=mentor\ncolumn=meetings\n", NULL),
			    "Mentor|How many|Meetings held\nТитов Лев|1|1\nTotal|1|1\n");
	assert_string_equal(answer(f, "what=pairs\ncolumn=mentee\ncolumn=meetings\n", NULL),
			    "Mentee|Meetings held\nБыков Пётр|1\nЁлкина Зоя|1\nTotal: 2|1\n");
}

static void what_is_not_understood_is_told_and_not_asked(void **state)
{
	struct fixture *f = *state;
	struct issues issues = { .arena = &f->arena };

	assert_string_equal(answer(f,
				   "what=mentees\ncount\nif=form is nothing_such\n"
				   "if=colour is red\ngroup=colour\ncolumn=colour\n",
				   &issues),
			    "How many\n3\n");
	assert_int_equal(issues.n, 4);
	assert_non_null(strstr(issues.row[2].text, "Form of mentoring"));
}

static void an_unknown_subject_and_a_list_without_columns_are_refused(void **state)
{
	struct fixture *f = *state;
	struct issues issues = { .arena = &f->arena };
	struct inquiry_answer out = { .found = 7 };
	struct inquiry q = { .what = "ships", .count = true };

	assert_int_equal(inquiry_run(f->app, &f->arena, &q, &out, &issues), RC_INVALID);
	q = (struct inquiry){ .what = "pairs" };
	assert_int_equal(inquiry_run(f->app, &f->arena, &q, &out, &issues), RC_INVALID);
	assert_int_equal(out.found, 7);
}

static void categories_are_numbers_and_only_while_they_are_shown(void **state)
{
	struct fixture *f = *state;
	struct issues issues = { .arena = &f->arena };
	struct inquiry_answer out;
	struct inquiry q;

	inquiry_read(&f->arena, "what=categories\ncolumn=category\ncolumn=in_base\n", &q, NULL);
	assert_int_equal(inquiry_run(f->app, &f->arena, &q, &out, &issues), RC_INVALID);
	categories_show(f->app, true);
	must(inquiry_run(f->app, &f->arena, &q, &out, &issues));
	assert_int_equal(out.columns, 2);
	assert_string_equal(inquiry_personal(&f->arena, &q), "");
}

static void names_are_said_aloud(void **state)
{
	struct fixture *f = *state;
	struct issues issues = { .arena = &f->arena };
	struct inquiry_answer out;
	struct inquiry q;

	inquiry_read(&f->arena,
		     "what=mentees\ncolumn=name\ncolumn=class_name\nif=class_name is 7\n", &q,
		     NULL);
	assert_string_equal(inquiry_personal(&f->arena, &q), "Full name");
	must(inquiry_run(f->app, &f->arena, &q, &out, &issues));
	assert_string_equal(out.note, "Class – 7 · With personal data: Full name");
	q.count = true;
	assert_string_equal(inquiry_personal(&f->arena, &q), "");
	inquiry_read(&f->arena, "what=events\ncolumn=name\n", &q, NULL);
	assert_string_equal(inquiry_personal(&f->arena, &q), "");
}

static void a_kept_request_is_offered_before_the_proposals(void **state)
{
	struct fixture *f = *state;
	struct kept_inquiries all;
	struct kept_inquiry kept = { .name = " Сколько  пар по формам ", .text = "what=pairs\n" };
	const char *undone;

	must(inquiries_load(f->app, &f->arena, &all));
	size_t proposed = all.n;
	assert_true(proposed > 5);
	must(inquiry_keep(f->app, &kept));
	must(inquiries_load(f->app, &f->arena, &all));
	assert_int_equal(all.n, proposed);
	assert_string_equal(all.row[0].name, "Сколько пар по формам");
	assert_true(all.row[0].id != 0);
	must(inquiry_forget(f->app, &all.row[0]));
	must(history_undo(f->app, &f->arena, &undone));
	must(inquiries_load(f->app, &f->arena, &all));
	assert_string_equal(all.row[0].text, "what=pairs\n");
	kept.name = " ";
	assert_int_equal(inquiry_keep(f->app, &kept), RC_INVALID);
}

/* What the methodology proposes is understood to the last word. */
static void all_proposals_can_be_answered(void **state)
{
	struct fixture *f = *state;
	struct kept_inquiries all;

	must(inquiries_load(f->app, &f->arena, &all));
	for (size_t i = 0; i < all.n; i++)
		assert_true(*answer(f, all.row[i].text, NULL));
}

static void the_answer_is_a_table_and_a_paper(void **state)
{
	struct fixture *f = *state;
	struct issues issues = { .arena = &f->arena };
	struct inquiry_answer out;
	struct inquiry q;
	const char *path = arena_printf(&f->arena, "%s/ответ.csv", f->folder);
	char text[4096] = "";

	inquiry_read(&f->arena, "what=mentees\ncount\ngroup=grade\n", &q, NULL);
	must(inquiry_run(f->app, &f->arena, &q, &out, &issues));
	must(inquiry_save(f->app, &out, "Ответ", path, NULL, &issues));
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	assert_non_null(strstr(text, "7;2"));
	assert_non_null(strstr(text, "Total;3"));
	path = arena_printf(&f->arena, "%s/ответ.txt", f->folder);
	must(inquiry_save(f->app, &out, "Ответ", path, NULL, &issues));
	file = fopen(path, "r");
	assert_non_null(file);
	text[fread(text, 1, sizeof(text) - 1, file)] = '\0';
	fclose(file);
	assert_non_null(strstr(text, "Ответ"));
	assert_null(strstr(text, "│ № │")); /* unless it is asked for */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define STORY(name) cmocka_unit_test_setup_teardown(name, setup, fixture_teardown)
		STORY(a_list_has_the_columns_as_they_were_asked_for),
		STORY(conditions_stand_beside_each_other),
		STORY(days_tell_who_was_there_then),
		STORY(groups_come_in_the_order_of_classes_with_totals),
		STORY(pairs_and_their_meetings_are_counted),
		STORY(a_group_is_one_however_many_its_mentees),
		STORY(what_is_not_understood_is_told_and_not_asked),
		STORY(an_unknown_subject_and_a_list_without_columns_are_refused),
		STORY(categories_are_numbers_and_only_while_they_are_shown),
		STORY(names_are_said_aloud),
		STORY(a_kept_request_is_offered_before_the_proposals),
		STORY(all_proposals_can_be_answered),
		STORY(the_answer_is_a_table_and_a_paper),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
