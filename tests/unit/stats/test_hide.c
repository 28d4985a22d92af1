/* Groups too small to be shown. */
#include "nastavnik/stats/hide.h"

#include "../unit.h"

enum { GROUPS = 5 };

static void hides(const int64_t n[GROUPS], int64_t min, const char *wanted)
{
	bool hidden[GROUPS];

	stats_hide(n, GROUPS, min, hidden);
	for (size_t i = 0; i < GROUPS; i++)
		if (hidden[i] != (wanted[i] == 'h'))
			fail_msg("group %zu of %s", i, wanted);
}

static void large_groups_are_all_shown(void **state)
{
	(void)state;
	hides((int64_t[]){ 3, 4, 5, 6, 7 }, 3, ".....");
	hides((int64_t[]){ 1, 1, 0, 1, 1 }, 0, ".....");
}

/* One hidden alone would come out of the whole: the smallest of the others goes with it. */
static void one_is_never_hidden_alone(void **state)
{
	(void)state;
	hides((int64_t[]){ 9, 2, 8, 5, 7 }, 3, ".h.h.");
	hides((int64_t[]){ 9, 2, 1, 5, 7 }, 3, ".hh..");
	hides((int64_t[]){ 9, 1, 1, 5, 7 }, 3, ".hhh.");
}

static void empty_groups_protect_nobody(void **state)
{
	(void)state;
	hides((int64_t[]){ 9, 0, 8, 5, 7 }, 3, ".h...");
	hides((int64_t[]){ 9, 0, 8, 2, 7 }, 3, ".h.hh");
	hides((int64_t[]){ 2, 0, 0, 0, 0 }, 3, "hhhhh");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(large_groups_are_all_shown),
		cmocka_unit_test(one_is_never_hidden_alone),
		cmocka_unit_test(empty_groups_protect_nobody),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
