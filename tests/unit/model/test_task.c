#include <string.h>

#include "nastavnik/base/err.h"
#include "nastavnik/model/task.h"
#include "unit.h"

#include "../../../src/model/methodology_private.h"

static struct year year_with(int64_t terms)
{
	struct year year;

	year_init(&year, 2026);
	year.terms = terms;
	return year;
}

static const struct task *task_by_code(const struct tasks *tasks, const char *code)
{
	for (size_t i = 0; i < tasks->n; i++)
		if (!strcmp(tasks->row[i].code, code))
			return &tasks->row[i];
	return NULL;
}

static void every_stage_of_the_shipped_methodology_has_steps(void **state)
{
	struct arena a = { 0 };
	struct year year = year_with(TERMS_QUARTERS);
	struct tasks tasks;

	(void)state;
	assert_int_equal(tasks_of_methodology(&a, &year, &tasks), RC_OK);
	for (int stage = 1; stage <= STAGES; stage++) {
		struct stage_progress p = stage_progress(&tasks, stage, 20260901);

		assert_true(p.all >= 3);
		assert_int_equal(p.done, 0);
		assert_int_equal(p.overdue, 0);
		assert_true(p.due > 20260901 && p.due <= 20270831);
	}
	for (size_t i = 0; i < tasks.n; i++) {
		const struct task *task = &tasks.row[i], *before = task - 1;

		assert_true(task->id > 0 && *task->code && *task->name);
		assert_int_equal(task->year, 2026);
		if (i && before->stage == task->stage)
			assert_int_equal(task->position, before->position + 1);
		else
			assert_int_equal(task->position, 1);
	}
	arena_done(&a);
}

static void terms_of_the_year_choose_the_steps(void **state)
{
	static const struct {
		int64_t terms;
		const char *there, *not_there;
	} cases[] = {
		{ TERMS_QUARTERS, "control_quarter3", "control_half1" },
		{ TERMS_TRIMESTERS, "control_trimester2", "control_quarter2" },
		{ TERMS_HALF_YEARS, "control_half2", "control_trimester1" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct arena a = { 0 };
		struct year year = year_with(cases[i].terms);
		struct tasks tasks;

		assert_int_equal(tasks_of_methodology(&a, &year, &tasks), RC_OK);
		assert_non_null(task_by_code(&tasks, cases[i].there));
		assert_null(task_by_code(&tasks, cases[i].not_there));
		arena_done(&a);
	}
}

static enum rc parse(struct arena *a, const char *text, struct tasks *tasks)
{
	struct embed file = { .name = "stages.txt", .text = text, .size = strlen(text) };
	struct year year = year_with(TERMS_QUARTERS);

	return tasks_parse(a, &file, &year, tasks);
}

static void days_lie_in_the_school_year(void **state)
{
	struct arena a = { 0 };
	struct tasks tasks;

	(void)state;
	assert_int_equal(parse(&a,
			       "этап: 2\n[a] А\nсрок: 31.08\n[b] Б\nсрок: 31.12\n[c] В\n"
			       "срок: 28.02\nнеобязательный: да\n[d] Г\nитог: приказ\n",
			       &tasks),
			 RC_OK);
	assert_int_equal(tasks.n, 4);
	assert_int_equal(tasks.row[0].due, 20260831);
	assert_int_equal(tasks.row[1].due, 20261231);
	assert_int_equal(tasks.row[2].due, 20270228);
	assert_int_equal(tasks.row[2].optional, 1);
	assert_int_equal(tasks.row[3].due, 0);
	assert_string_equal(tasks.row[3].result, "приказ");
	assert_int_equal(tasks.row[3].stage, 2);
	arena_done(&a);
}

/* A teacher may change the file: a mistake is told with its line. */
static void mistakes_are_told_with_their_line(void **state)
{
	static const char *const bad[] = {
		"[a] А\n",
		"этап: 8\n",
		"этап: 1\n[a]\n",
		"этап: 1\n[a] А\nсрок: 31.02\n",
		"этап: 1\n[a] А\nсрок: осень\n",
		"этап: 1\n[a] А\nнеобязательный: может быть\n",
		"этап: 1\n[a] А\nучёба: недели\n",
		"этап: 1\n[a] А\n[a] Б\n",
		"этап: 1\n[a] А\nцвет: синий\n",
		"этап: 1\nпросто слова\n",
		"этап: 1\nитог: приказ\n",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct arena a = { 0 };
		struct tasks tasks;

		assert_int_equal(parse(&a, bad[i], &tasks), RC_BUG);
		assert_non_null(strstr(err_last()->text, "stages.txt"));
		arena_done(&a);
	}
}

static void optional_and_done_steps_are_never_overdue(void **state)
{
	struct task row[] = {
		{ .stage = 1, .due = 20260901, .result = "" },
		{ .stage = 1, .due = 20260901, .result = "", .optional = 1 },
		{ .stage = 1, .due = 20260901, .done_on = 20261001, .result = "приказ" },
		{ .stage = 1, .due = 20261201, .done_on = 20260920, .result = "план" },
		{ .stage = 1, .result = "" },
		{ .stage = 2, .due = 20260901, .result = "" },
	};
	const struct tasks tasks = { row, sizeof(row) / sizeof(row[0]) };
	struct stage_progress p = stage_progress(&tasks, 1, 20261122);

	(void)state;
	assert_int_equal(p.all, 4);
	assert_int_equal(p.done, 2);
	assert_int_equal(p.overdue, 1);
	assert_int_equal(p.due, 20261201);
	assert_string_equal(p.result, "приказ"); /* what was done last */
	assert_true(task_overdue(&row[0], 20260902));
	assert_false(task_overdue(&row[0], 20260901)); /* the day itself is in time */
}

static void short_names_are_what_schools_say(void **state)
{
	static const struct {
		const char *full, *brief;
	} cases[] = {
		{ "Муниципальное бюджетное общеобразовательное учреждение «Средняя "
		  "общеобразовательная школа № 9» города Нового",
		  "МБОУ «СОШ № 9»" },
		{ "МУНИЦИПАЛЬНОЕ АВТОНОМНОЕ ОБЩЕОБРАЗОВАТЕЛЬНОЕ УЧРЕЖДЕНИЕ «Гимназия «Исток»",
		  "МАОУ «Гимназия «Исток»" },
		{ "Муниципальное казенное общеобразовательное учреждение «Основная "
		  "общеобразовательная школа села Ольхово»",
		  "МКОУ «ООШ села Ольхово»" },
		{ "МБОУ «Школа № 9»", "" },
		{ "Лицей", "" },
		{ "", "" },
	};
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_string_equal(school_short_name(&a, cases[i].full), cases[i].brief);
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_stage_of_the_shipped_methodology_has_steps),
		cmocka_unit_test(terms_of_the_year_choose_the_steps),
		cmocka_unit_test(days_lie_in_the_school_year),
		cmocka_unit_test(mistakes_are_told_with_their_line),
		cmocka_unit_test(optional_and_done_steps_are_never_overdue),
		cmocka_unit_test(short_names_are_what_schools_say),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
