/* The roadmap: what is done to many steps at once, and what the template gives again. */
#include "fixture.h"

#include <string.h>

#include "nastavnik/app/history.h"
#include "nastavnik/app/tasks.h"
#include "nastavnik/model/workday.h"
#include "nastavnik/store/read/task.h"

static struct tasks all_of(struct fixture *f)
{
	struct tasks tasks = { 0 };

	must(task_list(app_store(f->app), &f->arena, 2026, 0, &tasks));
	return tasks;
}

static const struct task *step(struct fixture *f, const char *code)
{
	struct tasks tasks = all_of(f);

	for (size_t i = 0; i < tasks.n; i++)
		if (!strcmp(tasks.row[i].code, code))
			return &tasks.row[i];
	return NULL;
}

/* The ids of two steps. */
static struct ids two(struct fixture *f, const char *one, const char *other)
{
	struct ids ids = { arena_alloc(&f->arena, 2 * sizeof(int64_t)), 2 };

	ids.row[0] = step(f, one)->id;
	ids.row[1] = step(f, other)->id;
	return ids;
}

static void undo(struct fixture *f)
{
	const char *what;

	must(history_undo(f->app, &f->arena, &what));
}

static void many_get_somebody_responsible_at_once(void **state)
{
	struct fixture *f = *state;
	struct task_change change = { .responsible = "Орлова И.В.", .result = "" };

	must(tasks_change(f->app, two(f, "curator", "close"), &change));
	assert_string_equal(step(f, "curator")->responsible, "Орлова И.В.");
	assert_string_equal(step(f, "close")->responsible, "Орлова И.В.");
	assert_string_equal(step(f, "curator")->result, "приказ о кураторе"); /* as it was */
	assert_string_equal(step(f, "team")->responsible, "");
	undo(f); /* it was one step */
	assert_string_equal(step(f, "curator")->responsible, "");
	assert_string_equal(step(f, "close")->responsible, "");
}

static void done_has_a_day_and_a_document(void **state)
{
	struct fixture *f = *state;
	struct task_change change = { .responsible = "",
				      .result = "приказ № 14",
				      .done_on = 20260903 };

	must(tasks_change(f->app, two(f, "curator", "team"), &change));
	assert_int_equal(step(f, "team")->done_on, 20260903);
	assert_string_equal(step(f, "team")->result, "приказ № 14");
}

static void a_tick_makes_all_of_them_done_first(void **state)
{
	struct fixture *f = *state;
	struct ids one = two(f, "curator", "team"), both = one;
	bool done;

	one.n = 1;
	must(tasks_tick(f->app, one, &done));
	assert_true(done);
	must(tasks_tick(f->app, both, &done));
	assert_true(done);
	assert_int_not_equal(step(f, "team")->done_on, 0);
	must(tasks_tick(f->app, both, &done));
	assert_false(done);
	assert_int_equal(step(f, "curator")->done_on, 0);
	assert_int_equal(step(f, "team")->done_on, 0);
}

static void terms_move_past_days_off(void **state)
{
	struct fixture *f = *state;
	struct task_move move = { .days = 7, .rest = REST_WEEKEND };

	/* 05.09.2026 is a Saturday, 31.05.2027 a Monday */
	must(tasks_move(f->app, two(f, "curator", "close"), &move));
	assert_int_equal(step(f, "curator")->due, 20260914);
	assert_int_equal(step(f, "close")->due, 20270607);
	assert_int_equal(step(f, "team")->due, 20260905);
	undo(f);
	assert_int_equal(step(f, "curator")->due, 20260905);
	move = (struct task_move){ .days = 0, .rest = REST_WEEKEND };
	must(tasks_move(f->app, two(f, "curator", "close"), &move));
	assert_int_equal(step(f, "curator")->due, 20260907);
	assert_int_equal(step(f, "close")->due, 20270531);
}

static void nothing_moves_when_one_would_leave_the_year(void **state)
{
	struct fixture *f = *state;
	struct task_move move = { .days = 100, .rest = REST_IGNORED };

	assert_int_equal(tasks_move(f->app, two(f, "curator", "close"), &move), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "08.09.2027"));
	assert_int_equal(step(f, "curator")->due, 20260905);
}

static void what_is_done_stays_where_it_is(void **state)
{
	struct fixture *f = *state;
	struct task_move move = { .days = 1, .rest = REST_IGNORED };
	struct ids ids = two(f, "curator", "close");
	bool done;

	ids.n = 1;
	must(tasks_tick(f->app, ids, &done));
	ids.n = 2;
	must(tasks_move(f->app, ids, &move));
	assert_int_equal(step(f, "curator")->due, 20260905);
	assert_int_equal(step(f, "close")->due, 20270601);
	ids.n = 1;
	assert_int_equal(tasks_move(f->app, ids, &move), RC_INVALID);
}

static void a_term_lies_in_the_school_year(void **state)
{
	struct fixture *f = *state;
	struct task task = *step(f, "curator");

	task.due = 20260731;
	assert_int_equal(tasks_save(f->app, &task), RC_INVALID);
	task.due = 20270901;
	assert_int_equal(tasks_save(f->app, &task), RC_INVALID);
	task.due = 20270831;
	must(tasks_save(f->app, &task));
}

static void done_is_a_day_of_this_year_or_the_last(void **state)
{
	struct fixture *f = *state;
	struct task_change change = { .responsible = "", .result = "", .done_on = 20620903 };
	struct ids ids = two(f, "regulation", "team");

	assert_int_equal(tasks_change(f->app, ids, &change), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "03.09.2062"));
	assert_int_equal(step(f, "team")->done_on, 0);
	change.done_on = 20260610; /* the regulation stands since June */
	must(tasks_change(f->app, ids, &change));
}

static void the_template_gives_what_is_missing(void **state)
{
	struct fixture *f = *state;
	size_t before = all_of(f).n;
	struct task changed = *step(f, "aims");
	struct tasks missing;

	changed.name = "Определить цели";
	must(tasks_save(f->app, &changed));
	must(tasks_missing(f->app, &f->arena, &missing));
	assert_int_equal(missing.n, 0);
	must(tasks_delete(f->app, two(f, "curator", "team")));
	assert_int_equal(all_of(f).n, before - 2);
	must(tasks_missing(f->app, &f->arena, &missing));
	assert_int_equal(missing.n, 2);
	assert_string_equal(missing.row[0].code, "curator");
	missing.n = 1;
	must(tasks_restore(f->app, &missing));
	assert_non_null(step(f, "curator"));
	assert_null(step(f, "team"));
	assert_string_equal(all_of(f).row[0].code, "curator"); /* in its old place */
	assert_string_equal(step(f, "aims")->name, "Определить цели");
}

static void what_was_deleted_is_not_in_the_next_year_either(void **state)
{
	struct fixture *f = *state;
	size_t before = all_of(f).n;
	struct tasks next, missing;

	must(tasks_delete(f->app, two(f, "curator", "team")));
	must(app_year_open(f->app, 2027));
	must(task_list(app_store(f->app), &f->arena, 2027, 0, &next));
	assert_int_equal(next.n, before - 2);
	must(tasks_missing(f->app, &f->arena, &missing)); /* but can be had */
	assert_int_equal(missing.n, 2);
	assert_int_equal(missing.row[0].due, 20270905);
}

#define on_school(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_school(many_get_somebody_responsible_at_once),
		on_school(done_has_a_day_and_a_document),
		on_school(a_tick_makes_all_of_them_done_first),
		on_school(terms_move_past_days_off),
		on_school(nothing_moves_when_one_would_leave_the_year),
		on_school(what_is_done_stays_where_it_is),
		on_school(a_term_lies_in_the_school_year),
		on_school(done_is_a_day_of_this_year_or_the_last),
		on_school(the_template_gives_what_is_missing),
		on_school(what_was_deleted_is_not_in_the_next_year_either),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
