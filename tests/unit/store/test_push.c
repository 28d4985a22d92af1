/*
 * Drafts reach the disk behind the back of whoever types. This test is the disk: fdatasync() of
 * another thread than ours stands still until it is let go on.
 */
#include <pthread.h>
#include <stdio.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "fixture.h"
#include "nastavnik/store/write/draft.h"
#include "nastavnik/store/write/store.h"

static pthread_t typist;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static bool slow;
static int behind; /* syncs that another thread began */

int fdatasync(int fd)
{
	if (!pthread_equal(pthread_self(), typist)) {
		pthread_mutex_lock(&lock);
		behind++;
		pthread_cond_broadcast(&changed);
		while (slow)
			pthread_cond_wait(&changed, &lock);
		pthread_mutex_unlock(&lock);
	}
	return (int)syscall(SYS_fdatasync, fd);
}

static void disk_slow(bool is)
{
	pthread_mutex_lock(&lock);
	slow = is;
	pthread_cond_broadcast(&changed);
	pthread_mutex_unlock(&lock);
}

static void disk_busy(void)
{
	pthread_mutex_lock(&lock);
	while (!behind)
		pthread_cond_wait(&changed, &lock);
	pthread_mutex_unlock(&lock);
}

static void draft_type(struct store *s, int n)
{
	char text[20];

	snprintf(text, sizeof(text), "%d", n);
	must(draft_put(s, &(struct draft){ .form = "sheet", .record = 1, .text = text }));
}

static void typing_does_not_wait_for_a_slow_disk(void **state)
{
	struct fixture *f = *state;
	struct draft draft;

	typist = pthread_self();
	behind = 0;
	disk_slow(true);
	draft_type(f->store, 0);
	disk_busy();
	for (int i = 1; i <= 500; i++)
		draft_type(f->store, i); /* would stand still here */
	must(draft_get(f->store, &f->arena, "sheet", 1, &draft));
	assert_string_equal(draft.text, "500");
	assert_int_equal(behind, 1);
	disk_slow(false);
	store_close(f->store);
	f->store = NULL;
	assert_int_equal(behind, 2); /* all that was typed meanwhile is one turn */
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(typing_does_not_wait_for_a_slow_disk, fixture_setup,
						fixture_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
