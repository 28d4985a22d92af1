/* Cronbach's alpha. */
#include "nastavnik/stats/alpha.h"

#include "answers.h"

/* The scale «climate» of a wave: three items, and one where less is better, turned. */
static double climate(int wave)
{
	static const char *const items[] = { "comfort", "anxiety", "support", "trust" };
	static double by_wave[2][ANSWERS_PEOPLE], x[4][ANSWERS_PEOPLE], cases[4 * ANSWERS_PEOPLE];
	size_t n = 0;

	for (size_t k = 0; k < 4; k++) {
		answers_read(items[k], by_wave[0], by_wave[1]);
		memcpy(x[k], by_wave[wave - 1], sizeof(x[k]));
	}
	for (size_t i = 0; i < ANSWERS_PEOPLE; i++) {
		if (isnan(x[0][i] + x[1][i] + x[2][i] + x[3][i]))
			continue;
		for (size_t k = 0; k < 4; k++)
			cases[n * 4 + k] = k == 1 ? 11 - x[k][i] : x[k][i];
		n++;
	}
	return stats_alpha(cases, n, 4);
}

static double wanted(int wave)
{
	FILE *f = fopen(DATA_DIR "/alpha.csv", "r");
	char line[ANSWERS_LINE], *cell[ANSWERS_CELLS];
	double found = NAN;

	assert_non_null(f);
	while (fgets(line, sizeof(line), f)) {
		line_cut(line, cell);
		if (atoi(cell[0]) == wave)
			found = atof(cell[2]);
	}
	fclose(f);
	assert_false(isnan(found));
	return found;
}

static void it_agrees_with_the_reference(void **state)
{
	(void)state;
	assert_figure(climate(1), wanted(1));
	assert_figure(climate(2), wanted(2));
}

static void what_does_not_vary_has_none(void **state)
{
	const double same[] = { 3, 4, 3, 4, 3, 4 }, two[] = { 1, 1, 2, 2 };

	(void)state;
	assert_true(isnan(stats_alpha(same, 3, 2)));
	assert_true(isnan(stats_alpha(same, 6, 1)));
	assert_true(isnan(stats_alpha(same, 1, 6)));
	assert_true(isnan(stats_alpha(NULL, 0, 2)));
	assert_figure(stats_alpha(two, 2, 2), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_agrees_with_the_reference),
		cmocka_unit_test(what_does_not_vary_has_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
