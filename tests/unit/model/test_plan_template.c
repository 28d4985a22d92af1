/* Templates of plans: the shipped ones are sound and serve every role model; mistakes are told with
 * their line; dates lie in the term. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/err.h"
#include "nastavnik/model/book.h"
#include "nastavnik/model/methodology.h"
#include "nastavnik/model/plan_template.h"

#include "../../../src/model/methodology_private.h"

static struct arena arena;

static int done(void **state)
{
	(void)state;
	arena_done(&arena);
	return 0;
}

static enum rc parse(const char *text, struct plan_template *out)
{
	struct embed file = { .name = "plans/test.txt", .text = text, .size = strlen(text) };

	return plan_template_parse(&arena, &file, out);
}

static const struct book_item *item_coded(const struct books *books, enum book book,
					  const char *code)
{
	for (size_t i = 0; i < books->n; i++)
		if (books->row[i].book == (int64_t)book && strcmp(books->row[i].code, code) == 0)
			return &books->row[i];
	return NULL;
}

static struct books methodology(void)
{
	struct books books;
	const char *version;

	assert_int_equal(methodology_load(&arena, "r145", 2026, &books, &version), RC_OK);
	return books;
}

static void lines_sound(const struct books *books, const struct plan_template *plan, int part,
			const char *role)
{
	if (plan->part[part].n < 5)
		fail_msg("%s: part %d has %zu lines", role, part, plan->part[part].n);
	for (size_t i = 0; i < plan->part[part].n; i++) {
		const struct plan_line *line = &plan->part[part].row[i];

		if (!item_coded(books, BOOK_WORK, line->work))
			fail_msg("%s: %s: no such kind of work: %s", role, line->name, line->work);
	}
}

static void template_sound(const struct books *books, const struct plan_template *plan,
			   const char *role)
{
	if (!*plan->aim || !*plan->tasks || !*plan->success || !*plan->strategy ||
	    !*plan->difficulties)
		fail_msg("%s: something of the card is missing", role);
	lines_sound(books, plan, PLAN_PROGRAMME, role);
	lines_sound(books, plan, PLAN_DEVELOPMENT, role);
	if (plan_template_weeks(plan) < 28)
		fail_msg("%s: the plan ends long before the year", role);
}

static void every_role_model_has_a_template_of_its_own(void **state)
{
	struct books books = methodology();
	size_t roles = 0;

	(void)state;
	for (size_t i = 0; i < books.n; i++) {
		const struct book_item *item = &books.row[i];
		struct plan_template plan;

		if (item->book != BOOK_ROLE)
			continue;
		roles++;
		if (plan_template_find(&arena, "r145", item->code, "", &plan) != RC_OK)
			fail_msg("%s: %s", item->code, err_last()->text);
		template_sound(&books, &plan, item->code);
	}
	assert_true(roles >= 17);
}

static void every_form_has_one_for_pairs_without_a_role_model(void **state)
{
	struct books books = methodology();

	(void)state;
	for (size_t i = 0; i < books.n; i++) {
		const struct book_item *item = &books.row[i];
		struct plan_template plan;

		if (item->book == BOOK_FORM &&
		    plan_template_find(&arena, "r145", "", item->code, &plan) != RC_OK)
			fail_msg("%s: %s", item->code, err_last()->text);
	}
}

static void what_no_template_serves_is_said(void **state)
{
	struct plan_template plan;

	(void)state;
	assert_int_equal(plan_template_find(&arena, "r145", "", "", &plan), RC_NOT_FOUND);
	assert_non_null(strstr(err_last()->text, "role model"));
	assert_int_equal(plan_template_find(&arena, "r145", "no_such", "no_such", &plan),
			 RC_NOT_FOUND);
}

static void teachers_plans_have_the_kinds_of_work_they_need(void **state)
{
	static const char *const works[] = { "talk", "consultation", "lesson_visit", "training",
					     "coaching" };
	struct plan_template plan;

	(void)state;
	assert_int_equal(
		plan_template_find(&arena, "r145", "experienced", "teacher_teacher", &plan), RC_OK);
	for (size_t w = 0; w < sizeof(works) / sizeof(works[0]); w++) {
		size_t n = 0;

		for (size_t i = 0; i < plan.part[PLAN_DEVELOPMENT].n; i++)
			n += !strcmp(plan.part[PLAN_DEVELOPMENT].row[i].work, works[w]);
		if (!n)
			fail_msg("no %s", works[w]);
	}
}

#define HEAD "роль: achiever\nцель: Ц\n"

static void mistakes_are_told_with_their_line(void **state)
{
	static const struct {
		const char *text, *line, *word;
	} bad[] = {
		{ HEAD "раздел: план\n[3 Беседа | talk | итог\n", "line 4:", "[3 Беседа" },
		{ HEAD "[1] Беседа | talk | итог\n", "line 3:", "Беседа" },
		{ HEAD "раздел: прочее\n", "line 3:", "прочее" },
		{ HEAD "раздел: план\n[99] Беседа | talk | итог\n", "line 4:", "[99" },
		{ HEAD "раздел: план\n[2] Беседа | talk\n", "line 4:", "Беседа" },
		{ HEAD "раздел: план\n[2] А | talk | б | лишнее\n", "line 4:", "А" },
		{ HEAD "раздел: план\n[5] А | talk | б\n\n[2] Б | talk | б\n", "line 6:", "Б" },
		{ HEAD "цель: ещё\n", "line 3:", "цель" },
		{ HEAD "зачем: так\n", "line 3:", "зачем" },
		{ HEAD "просто слова\n", "line 3:", "просто слова" },
		{ "роль:\n", "line 1:", "роль" },
		{ "цель: Ц\n", "line", "роль" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct plan_template plan;

		if (parse(bad[i].text, &plan) == RC_OK)
			fail_msg("taken for good: %s", bad[i].text);
		if (!strstr(err_last()->text, bad[i].line) ||
		    !strstr(err_last()->text, bad[i].word))
			fail_msg("%s: said instead: %s", bad[i].text, err_last()->text);
	}
}

static void several_lines_of_a_word_are_joined(void **state)
{
	struct plan_template plan;

	(void)state;
	assert_int_equal(parse(HEAD "задача: Одна\nзадача: Другая\nраздел: план\n"
				    "[1] Беседа | talk | итог\n",
			       &plan),
			 RC_OK);
	assert_string_equal(plan.tasks, "Одна\nДругая");
	assert_int_equal(plan.part[PLAN_DEVELOPMENT].n, 1);
	assert_string_equal(plan.part[PLAN_DEVELOPMENT].row[0].work, "talk");
	assert_int_equal(plan.part[PLAN_PROGRAMME].n, 0);
}

static void days_lie_in_the_term_in_their_order(void **state)
{
	static const struct {
		int from, to;
	} term[] = { { 20260901, 20270531 },
		     { 20261005, 20270531 },
		     { 20270210, 20270531 },
		     { 20270501, 20270510 },
		     { 20270531, 20270531 } };

	(void)state;
	for (size_t t = 0; t < sizeof(term) / sizeof(term[0]); t++) {
		int before = 0;

		for (int64_t week = 0; week <= 35; week++) {
			int day = plan_template_day(term[t].from, term[t].to, week, 35);

			assert_in_range(day, term[t].from, term[t].to);
			assert_true(day >= before);
			if (date_weekday(day) == 7)
				assert_int_equal(day, term[t].to);
			before = day;
		}
	}
	/* In a whole year a week is a week. */
	assert_int_equal(plan_template_day(20260901, 20270531, 2, 35), 20260915);
	/* In a short term weeks are shorter, the last line ends it. */
	assert_int_equal(plan_template_day(20270210, 20270531, 35, 35), 20270531);
	assert_true(plan_template_day(20270210, 20270531, 2, 35) < 20270224);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_role_model_has_a_template_of_its_own),
		cmocka_unit_test(every_form_has_one_for_pairs_without_a_role_model),
		cmocka_unit_test(what_no_template_serves_is_said),
		cmocka_unit_test(teachers_plans_have_the_kinds_of_work_they_need),
		cmocka_unit_test(mistakes_are_told_with_their_line),
		cmocka_unit_test(several_lines_of_a_word_are_joined),
		cmocka_unit_test(days_lie_in_the_term_in_their_order),
	};

	return cmocka_run_group_tests(tests, NULL, done);
}
