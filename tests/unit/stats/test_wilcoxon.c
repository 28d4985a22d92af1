/* The signed-rank test: figures as scipy's and R's, and what has no figure. */
#include "nastavnik/stats/wilcoxon.h"

#include "answers.h"

static struct wilcoxon of_item(const char *item)
{
	double before[ANSWERS_PEOPLE], after[ANSWERS_PEOPLE], difference[ANSWERS_PEOPLE];
	size_t n = 0;

	answers_read(item, before, after);
	for (size_t i = 0; i < ANSWERS_PEOPLE; i++)
		if (!isnan(before[i]) && !isnan(after[i]))
			difference[n++] = after[i] - before[i];
	assert_figure((double)n, figure(item, "pairs"));
	return stats_wilcoxon(difference, n);
}

static void figures_agree_with_the_reference(void **state)
{
	static const struct {
		const char *item;
		bool exact;
	} items[] = {
		{ "comfort", false }, { "anxiety", false }, { "support", false },
		{ "trust", false },   { "lessons", true },  { "pages", false },
		{ "minutes", true },  { "visits", false },  { "books", false },
		{ "marks", false },   { "glad", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(items) / sizeof(items[0]); i++) {
		struct wilcoxon w = of_item(items[i].item);

		assert_true(w.exact == items[i].exact);
		assert_figure(w.w, figure(items[i].item, "w"));
		assert_figure(w.p, figure(items[i].item, "p"));
		assert_figure(w.effect, figure(items[i].item, "effect"));
	}
}

static void the_longest_exact_test_has_fifty_differences(void **state)
{
	(void)state;
	assert_int_equal(of_item("lessons").n, 50);
	assert_int_equal(of_item("pages").n, 51);
	assert_int_equal(of_item("books").n, 19);
}

static void without_a_difference_there_is_no_figure(void **state)
{
	const double zeros[] = { 0, 0, 0 };
	struct wilcoxon w = stats_wilcoxon(NULL, 0);

	(void)state;
	assert_int_equal(w.n, 0);
	assert_true(isnan(w.p) && isnan(w.effect));
	w = stats_wilcoxon(zeros, 3);
	assert_int_equal(w.n, 0);
	assert_true(isnan(w.p) && isnan(w.effect));
	assert_true(w.w == 0);
	w = of_item("same");
	assert_true(isnan(w.p) && w.w == 0);
}

static void one_difference_proves_nothing(void **state)
{
	const double one[] = { -4 }, with_zero[] = { 0, 2 };
	struct wilcoxon w = stats_wilcoxon(one, 1);

	(void)state;
	assert_true(w.exact && w.w == 0 && w.effect == -1);
	assert_figure(w.p, 1);
	w = stats_wilcoxon(with_zero, 2);
	assert_false(w.exact);
	assert_figure(w.p, 1);
}

/* Small ones can be counted by hand: 1, 2, -3 has W = 3; 5 of 8 sets have a sum of at most 3. */
static void small_samples_are_counted_out(void **state)
{
	const double three[] = { 1, 2, -3 }, five[] = { 1, 2, 3, 4, 5 };

	(void)state;
	assert_figure(stats_wilcoxon(three, 3).p, 1);
	assert_figure(stats_wilcoxon(five, 5).p, 2.0 / 32);
	assert_figure(stats_wilcoxon(five, 5).effect, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(figures_agree_with_the_reference),
		cmocka_unit_test(the_longest_exact_test_has_fifty_differences),
		cmocka_unit_test(without_a_difference_there_is_no_figure),
		cmocka_unit_test(one_difference_proves_nothing),
		cmocka_unit_test(small_samples_are_counted_out),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
