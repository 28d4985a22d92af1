/* Another program run beside this one: what it says, how it ends, and that it does end. */
#include "fixture.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "child.h"

static struct child run(const char *script, int64_t limit)
{
	char program[] = "sh", option[] = "-c", text[256];
	char *argv[] = { program, option, text, NULL };
	struct child child;

	snprintf(text, sizeof(text), "%s", script);
	assert_int_equal(child_start(&child, argv, limit), RC_OK);
	while (!child_wait(&child, 20))
		;
	return child;
}

static void it_is_heard_on_both_sides(void **state)
{
	struct child child = run("echo said; echo complained >&2; exit 3", 10000);

	(void)state;
	assert_string_equal(str_text(&child.said[CHILD_OUT]), "said\n");
	assert_string_equal(str_text(&child.said[CHILD_ERR]), "complained\n");
	assert_int_equal(child.code, 3);
	assert_false(child.late);
	child_done(&child);
}

/* What it started goes with it: the second `sleep` would hold the pipe for ten minutes. */
static void it_is_stopped_at_its_limit(void **state)
{
	struct child child = run("sleep 600 & sleep 600", 50);

	(void)state;
	assert_true(child.late);
	assert_int_equal(child.code, 128 + SIGKILL);
	child_done(&child);
}

static void one_that_talks_without_end_is_not_remembered_without_end(void **state)
{
	struct child child = run("head -c 1000000 /dev/zero | tr '\\0' x", 60000);

	(void)state;
	assert_int_equal(child.code, 0);
	assert_int_equal(child.said[CHILD_OUT].len, CHILD_SAID_MAX);
	child_done(&child);
}

static void one_that_is_not_there_is_not_found(void **state)
{
	char program[] = "no-such-program-anywhere";
	char *argv[] = { program, NULL };
	struct child child;

	(void)state;
	assert_int_equal(child_start(&child, argv, 1000), RC_NOT_FOUND);
}

static void it_may_be_given_up_while_it_runs(void **state)
{
	char program[] = "sleep", time[] = "600";
	char *argv[] = { program, time, NULL };
	struct child child;

	(void)state;
	assert_int_equal(child_start(&child, argv, 600000), RC_OK);
	pid_t pid = child.pid;

	assert_false(child_wait(&child, 1));
	child_done(&child);
	assert_int_equal(kill(pid, 0), -1); /* and nobody has to wait for it any more */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_is_heard_on_both_sides),
		cmocka_unit_test(it_is_stopped_at_its_limit),
		cmocka_unit_test(one_that_talks_without_end_is_not_remembered_without_end),
		cmocka_unit_test(one_that_is_not_there_is_not_found),
		cmocka_unit_test(it_may_be_given_up_while_it_runs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
