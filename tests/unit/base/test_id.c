#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/id.h"
#include "unit.h"

enum { N = 200000 };

static int64_t drawn[N];

static int by_value(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* Begins the sequence of a seed as a program that has just started would. */
static void seed(const char *text, uint64_t salt)
{
	setenv("NASTAVNIK_SEED", text, 1);
	id_stir(salt);
}

static void a_seed_gives_the_same_ids_again(void **state)
{
	int64_t first[5];

	(void)state;
	seed("1", 0);
	for (int i = 0; i < 5; i++)
		first[i] = id_new();
	seed("1", 0);
	for (int i = 0; i < 5; i++)
		assert_int_equal(id_new(), first[i]);
	seed("2", 0);
	assert_int_not_equal(id_new(), first[0]);
}

static void another_salt_gives_other_ids_under_the_same_seed(void **state)
{
	int64_t first;

	(void)state;
	seed("1", 0);
	first = id_new();
	seed("1", 1);
	assert_true(llabs(id_new() - first) > 65536);
}

static void ids_are_positive_unique_and_lie_together_in_runs(void **state)
{
	int steps = 0;

	(void)state;
	unsetenv("NASTAVNIK_SEED");
	for (int i = 0; i < N; i++) {
		drawn[i] = id_new();
		assert_true(drawn[i] > 0);
		steps += i && drawn[i] != drawn[i - 1] + 1;
	}
	assert_in_range(steps, N / 65536, N / 65536 + 1);
	qsort(drawn, N, sizeof(*drawn), by_value);
	for (int i = 1; i < N; i++)
		assert_int_not_equal(drawn[i], drawn[i - 1]);
}

static void a_uuid_is_of_version_4(void **state)
{
	char a[37], b[37];

	(void)state;
	for (int i = 0; i < 100; i++) {
		uuid_new(a);
		assert_int_equal(strlen(a), 36);
		assert_int_equal(strspn(a, "0123456789abcdef-"), 36);
		assert_int_equal(a[14], '4');
		assert_non_null(strchr("89ab", a[19]));
		assert_true(a[8] == '-' && a[13] == '-' && a[18] == '-' && a[23] == '-');
	}
	uuid_new(b);
	assert_string_not_equal(a, b);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_seed_gives_the_same_ids_again),
		cmocka_unit_test(another_salt_gives_other_ids_under_the_same_seed),
		cmocka_unit_test(ids_are_positive_unique_and_lie_together_in_runs),
		cmocka_unit_test(a_uuid_is_of_version_4),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
