/*
 * Every call that the store makes to the disk fails once, fails for good, finds no room, or is the
 * last one before a power cut: what was said to be saved is there, what was said not to be saved is
 * not, the file is sound, and the journal still leads back to the beginning.
 */
#include "../unit/store/fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fault_vfs.h"

enum belief { ABSENT, PRESENT, UNKNOWN };

/* What the sentences have told so far. */
struct told {
	enum belief is[2]; /* of two persons */
};

static const char *const names[] = { "Ёжиков", "Щукина" };

/* The two sentences that leave it open. */
static bool in_doubt(void)
{
	return strstr(err_last()->text, "opened again") ||
	       strstr(err_last()->text, "does not confirm");
}

static enum belief heard(enum rc rc, enum belief yes, enum belief no)
{
	return rc == RC_OK ? yes : in_doubt() ? UNKNOWN : no;
}

static void add(struct store *s, struct told *told, int who)
{
	struct person p = invented_person(names[who], "Анна", "7В");
	enum rc rc = step_begin(s, "New person", names[who]);

	if (rc == RC_OK)
		rc = person_put(s, &p);
	if (rc == RC_OK)
		rc = step_commit(s);
	else
		step_rollback(s);
	told->is[who] = heard(rc, PRESENT, ABSENT);
}

static void turn(struct store *s, struct arena *a, struct told *told,
		 enum rc (*how)(struct store *, struct arena *, struct step *), enum belief then)
{
	struct step step = { .detail = "" };
	enum rc rc = how(s, a, &step);

	for (int who = 0; who < 2; who++) {
		if (rc == RC_OK && strcmp(step.detail, names[who]) == 0)
			told->is[who] = then;
		else if (rc != RC_OK && in_doubt())
			told->is[who] = UNKNOWN;
	}
}

static void work(struct fixture *f, struct told *told)
{
	struct store *s;

	if (store_open(f->path, 0, &s) != RC_OK)
		return;
	add(s, told, 0);
	add(s, told, 1);
	turn(s, &f->arena, told, step_undo, ABSENT);
	store_checkpoint_idle(s);
	turn(s, &f->arena, told, step_redo, PRESENT);
	store_close(s);
}

static bool is_there(struct fixture *f, const char *family)
{
	struct person_query query = { .year = 2026, .filter = family };
	struct ids ids;

	must(person_ids(f->store, &f->arena, &query, &ids));
	return ids.n > 0;
}

static void copy_file(const char *from, const char *to)
{
	char buf[65536];
	FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
	size_t n;

	assert_non_null(in);
	assert_non_null(out);
	while ((n = fread(buf, 1, sizeof(buf), in)) > 0)
		assert_int_equal(fwrite(buf, 1, n, out), n);
	fclose(in);
	assert_int_equal(fclose(out), 0);
}

static void remove_beside(struct fixture *f)
{
	static const char *const suffixes[] = { "-wal", "-shm", "-journal", ".lock" };

	for (size_t i = 0; i < 4; i++)
		unlink(arena_printf(&f->arena, "%s%s", f->path, suffixes[i]));
}

static void verify(struct fixture *f, const struct told *told, const char *before, int call)
{
	struct issues issues = { .arena = &f->arena };
	struct step step;
	enum rc rc;
	char *after;

	if (store_open(f->path, 0, &f->store) != RC_OK)
		fail_msg("call %d: %s", call, err_last()->text);
	must(store_check(f->store, &issues));
	if (issues.n)
		fail_msg("call %d: %s", call, issues.row[0].text);
	for (int who = 0; who < 2; who++)
		if (told->is[who] != UNKNOWN &&
		    is_there(f, names[who]) != (told->is[who] == PRESENT))
			fail_msg("call %d: %s should be %s", call, names[who],
				 told->is[who] == PRESENT ? "there" : "away");
	while ((rc = step_undo(f->store, &f->arena, &step)) == RC_OK)
		;
	assert_int_equal(rc, RC_NOT_FOUND);
	store_close(f->store);
	f->store = NULL;
	after = dump_records(f->path);
	assert_string_equal(before, after);
	free(after);
}

static void sweep(void **state, bool shared, enum fault fault)
{
	struct fixture *f = *state;
	char *fresh = fixture_path(f, "fresh.nastavnik"), *before;
	struct arena_mark mark;
	bool reached = true;
	int call;

	store_close(f->store);
	f->store = NULL;
	unlink(f->path);
	fault_vfs_use(shared);
	must(create_file(f, fresh, &f->store));
	store_close(f->store);
	before = dump_records(fresh);
	mark = arena_mark(&f->arena);
	for (call = 1; reached; call++) {
		struct told told = { { ABSENT, ABSENT } };

		copy_file(fresh, f->path);
		fault_arm(fault, call);
		work(f, &told);
		reached = fault_disarm();
		if (fault == FAULT_POWER && reached) {
			fault_power_cut((unsigned)call);
			unlink(arena_printf(&f->arena, "%s-shm", f->path));
		}
		verify(f, &told, before, call);
		remove_beside(f);
		arena_back(&f->arena, mark);
	}
	print_message("%d calls\n", call - 2);
	assert_true(call > 50);
	free(before);
}

#define SWEEP(name, shared, fault)           \
	static void name(void **state)       \
	{                                    \
		sweep(state, shared, fault); \
	}

SWEEP(with_a_log_any_call_may_fail_once, true, FAULT_ONCE)
SWEEP(with_a_log_the_disk_may_die_at_any_call, true, FAULT_ALWAYS)
SWEEP(with_a_log_the_disk_may_be_full_at_any_call, true, FAULT_FULL)
SWEEP(with_a_log_the_power_may_go_at_any_call, true, FAULT_POWER)
SWEEP(with_a_rollback_journal_any_call_may_fail_once, false, FAULT_ONCE)
SWEEP(with_a_rollback_journal_the_disk_may_die_at_any_call, false, FAULT_ALWAYS)
SWEEP(with_a_rollback_journal_the_disk_may_be_full_at_any_call, false, FAULT_FULL)
SWEEP(with_a_rollback_journal_the_power_may_go_at_any_call, false, FAULT_POWER)

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(with_a_log_any_call_may_fail_once),
		TEST(with_a_log_the_disk_may_die_at_any_call),
		TEST(with_a_log_the_disk_may_be_full_at_any_call),
		TEST(with_a_log_the_power_may_go_at_any_call),
		TEST(with_a_rollback_journal_any_call_may_fail_once),
		TEST(with_a_rollback_journal_the_disk_may_die_at_any_call),
		TEST(with_a_rollback_journal_the_disk_may_be_full_at_any_call),
		TEST(with_a_rollback_journal_the_power_may_go_at_any_call),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
