/* The program is killed in the middle of writing, again and again: whatever step_commit() has
 * reported is in the file, and the file is sound. */
#include "../unit/store/fixture.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS = 30 };

/* Write people for ever; tell the id of each once it is saved. */
static void write_for_ever(const char *path, int told)
{
	struct store *s;

	/* A forked program goes on with its parent's ids; a seeded one draws them anew at each
	 * opening. */
	setenv("NASTAVNIK_SEED", "1", 1);
	if (store_open(path, 0, &s) != RC_OK)
		_exit(1);
	for (int i = 0;; i++) {
		struct person p = invented_person("Журавлёва", "Анна", "7В");
		bool bulk = i % 5 == 4;

		if ((bulk ? step_begin_bulk : step_begin)(s, "New person", "") != RC_OK)
			_exit(2);
		for (int n = bulk ? 300 : 1; n; n--) {
			p.id = 0;
			if (person_put(s, &p) != RC_OK)
				_exit(3);
		}
		if (step_commit(s) != RC_OK)
			_exit(4);
		if (write(told, &p.id, sizeof(p.id)) != sizeof(p.id))
			_exit(5);
		if (i % 7 == 6)
			store_checkpoint_idle(s);
	}
}

/* Kill it once it has told of n people; all that it told of, also afterwards, goes to ids. */
static void run_and_kill(const char *path, size_t n, struct arena *a, struct ids *ids, size_t *cap)
{
	int pipes[2], status;
	int64_t id;
	pid_t pid;

	assert_int_equal(pipe(pipes), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		close(pipes[0]);
		write_for_ever(path, pipes[1]);
	}
	close(pipes[1]);
	for (size_t i = 0; read(pipes[0], &id, sizeof(id)) == sizeof(id); i++) {
		ids->row = arena_grow(a, ids->row, ids->n, cap, sizeof(*ids->row));
		ids->row[ids->n++] = id;
		if (i == n)
			kill(pid, SIGKILL);
	}
	close(pipes[0]);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
}

static void what_was_reported_saved_survives_a_kill(void **state)
{
	struct fixture *f = *state;
	struct ids ids = { 0 };
	size_t cap = 0;

	store_close(f->store);
	f->store = NULL;
	for (size_t round = 0; round < ROUNDS; round++) {
		struct issues issues = { .arena = &f->arena };
		struct person p;

		run_and_kill(f->path, round * 3 % 17, &f->arena, &ids, &cap);
		must(store_open(f->path, 0, &f->store));
		assert_false(store_is_readonly(f->store));
		must(store_check(f->store, &issues));
		assert_int_equal(issues.n, 0);
		for (size_t i = 0; i < ids.n; i++)
			must(person_get(f->store, &f->arena, ids.row[i], 2026, &p));
		store_close(f->store);
		f->store = NULL;
	}
	assert_true(ids.n > ROUNDS);
}

static void after_a_kill_undo_still_leads_to_the_beginning(void **state)
{
	struct fixture *f = *state;
	struct ids ids = { 0 };
	size_t cap = 0;
	struct step step;
	enum rc rc;

	store_close(f->store);
	f->store = NULL;
	run_and_kill(f->path, 12, &f->arena, &ids, &cap);
	must(store_open(f->path, 0, &f->store));
	while ((rc = step_undo(f->store, &f->arena, &step)) == RC_OK)
		;
	assert_int_equal(rc, RC_NOT_FOUND);
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM person"), 0);
	while ((rc = step_redo(f->store, &f->arena, &step)) == RC_OK)
		;
	assert_true(sql_number(f->path, "SELECT count(*) FROM person") >= (int64_t)ids.n);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(what_was_reported_saved_survives_a_kill),
		TEST(after_a_kill_undo_still_leads_to_the_beginning),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
