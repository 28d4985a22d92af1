/* Mean, median, share, distribution. */
#include "nastavnik/stats/describe.h"

#include "answers.h"

static size_t given(const double *all, double *out)
{
	size_t n = 0;

	for (size_t i = 0; i < ANSWERS_PEOPLE; i++)
		if (!isnan(all[i]))
			out[n++] = all[i];
	return n;
}

static void wave_agrees(const char *item, const double *all, int wave)
{
	char name[16];
	double x[ANSWERS_PEOPLE], good = figure(item, wave == 1 ? "share1" : "share2");
	size_t n = given(all, x);

	snprintf(name, sizeof(name), "n%d", wave);
	assert_figure((double)n, figure(item, name));
	if (n < 3)
		return;
	snprintf(name, sizeof(name), "mean%d", wave);
	assert_figure(stats_mean(x, n), figure(item, name));
	if (!isnan(good))
		assert_figure(stats_share(x, n, strcmp(item, "glad") ? 7 : 1), good);
	snprintf(name, sizeof(name), "median%d", wave);
	assert_figure(stats_median(x, n), figure(item, name));
}

static void figures_agree_with_the_reference(void **state)
{
	static const char *const items[] = { "comfort", "anxiety", "support", "trust", "lessons",
					     "pages",   "minutes", "visits",  "books", "marks",
					     "same",    "alone",   "glad" };
	double before[ANSWERS_PEOPLE], after[ANSWERS_PEOPLE];

	(void)state;
	for (size_t i = 0; i < sizeof(items) / sizeof(items[0]); i++) {
		answers_read(items[i], before, after);
		wave_agrees(items[i], before, 1);
		wave_agrees(items[i], after, 2);
	}
}

static void each_value_is_counted(void **state)
{
	const double x[] = { 1, 10, 3, 3, 11, 0, -2 };
	int64_t count[10];

	(void)state;
	stats_distribution(x, 7, 1, 10, count);
	assert_int_equal(count[0], 1);
	assert_int_equal(count[1], 0);
	assert_int_equal(count[2], 2);
	assert_int_equal(count[9], 1);
	stats_distribution(x, 0, 1, 10, count);
	assert_int_equal(count[2], 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_agree_with_the_reference),
		cmocka_unit_test(each_value_is_counted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
