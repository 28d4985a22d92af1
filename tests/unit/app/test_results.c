/* Results of questionnaires against the reference's figures, and what is never shown. */
#include "fixture.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "inner.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/app/records.h"
#include "nastavnik/app/results.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/store/read/results.h"
#include "nastavnik/store/write/record.h"
#include "nastavnik/store/write/sheet.h"

#include "../stats/answers.h"

static const char *const codes[] = { "comfort", "anxiety", "support", "trust", "lessons",
				     "pages",   "minutes", "visits",  "books", "marks",
				     "same",    "alone",   "glad" };
enum { ITEMS = sizeof(codes) / sizeof(codes[0]), PEOPLE = 120, SCALES = 4 };

struct world {
	struct fixture *f;
	int64_t people[PEOPLE + 1]; /* participations by number in the table */
};

static struct survey_item item_new(int64_t survey, size_t i)
{
	bool scale = i < SCALES || !strcmp(codes[i], "same");
	struct survey_item item;

	record_init(&survey_item_type, &item, survey, 0);
	item.position = (int64_t)i + 1;
	item.code = item.name = codes[i];
	item.kind = scale ? ITEM_SCALE : !strcmp(codes[i], "glad") ? ITEM_YESNO : ITEM_NUMBER;
	item.reverse = !strcmp(codes[i], "anxiety");
	item.scale = i < SCALES ? "climate" : "";
	if (scale) {
		item.low = 1;
		item.high = 10;
	}
	return item;
}

static struct survey survey_new(struct fixture *f, const char *code, int64_t wave, int64_t version)
{
	struct survey s;

	record_init(&survey_type, &s, 2026, 0);
	s.name = s.code = code;
	s.role = ROLE_MENTEE;
	s.wave = wave;
	s.version = version;
	/* A new version is made by the designer; here it stands beside the old one at once. */
	must(app_begin(f->app, "Questionnaire", ""));
	must(app_end(f->app, record_put(f->app->store, &survey_type, &s)));
	return s;
}

static struct survey survey_make(struct fixture *f, const char *code, int64_t wave, int64_t version)
{
	struct survey s = survey_new(f, code, wave, version);

	for (size_t i = 0; i < ITEMS; i++) {
		struct survey_item item = item_new(s.head.id, i);

		must(records_save(f->app, &survey_item_type, &item));
	}
	return s;
}

/* In the first grades from `grade` on. */
static void people_make(struct world *w, int grade)
{
	struct participants all;
	struct str table = { 0 };

	str_add(&table, "Фамилия;Имя;Класс\n");
	for (int i = 1; i <= PEOPLE; i++)
		str_printf(&table, "Ученик%03d;Зоя;%d%s\n", i, grade + i % 4, i > 118 ? "Я" : "А");
	import_text(w->f, IMPORT_MENTEES, str_text(&table));
	str_done(&table);
	must(app_participants(w->f->app, &w->f->arena, ROLE_MENTEE, &all));
	assert_int_equal(all.n, PEOPLE);
	for (size_t i = 0; i < all.n; i++) {
		int number = atoi(all.row[i].person.family + strlen("Ученик"));

		w->people[number] = all.row[i].id;
	}
}

static struct sheet sheet_new(int64_t survey, int64_t participation)
{
	return (struct sheet){ .survey = survey,
			       .participation = participation,
			       .filled_on = 20261001,
			       .note = "",
			       .entered_by = "",
			       .checked_by = "",
			       .source = "" };
}

static enum rc line_put(struct world *w, const struct survey_items *items, int64_t survey,
			char *cell[ANSWERS_CELLS])
{
	struct answer row[ITEMS];
	struct answers answers = { row, ITEMS };
	struct sheet sheet = sheet_new(survey, w->people[atoi(cell[0])]);

	for (size_t i = 0; i < ITEMS; i++)
		row[i] =
			(struct answer){ .item = item_by_code(items, codes[i])->head.id,
					 .status = *cell[i + 2] ? ANSWER_GIVEN : ANSWER_NONE,
					 .value = *cell[i + 2] ? atoll(cell[i + 2]) : FIELD_NOTHING,
					 .words = "" };
	return sheet_put(w->f->app->store, &sheet, &answers);
}

/* The sheets of a wave; of those whose number leaves that rest by two when `rest` is not -1. */
static void answers_fill(struct world *w, const struct survey *survey, int wave, int rest)
{
	FILE *f = fopen(DATA_DIR "/answers.csv", "r");
	char line[ANSWERS_LINE], *cell[ANSWERS_CELLS];
	struct survey_items items;
	struct survey s;

	assert_non_null(f);
	must(survey_get(w->f->app, &w->f->arena, survey->head.id, &s, &items));
	must(app_begin(w->f->app, "Sheets", ""));
	while (fgets(line, sizeof(line), f)) {
		line_cut(line, cell);
		if (atoi(cell[1]) == wave && (rest < 0 || atoi(cell[0]) % 2 == rest))
			must(line_put(w, &items, s.head.id, cell));
	}
	fclose(f);
	must(app_end(w->f->app, RC_OK));
}

static struct world *world(void **state)
{
	static struct world w;

	w = (struct world){ .f = *state };
	people_make(&w, 5);
	return &w;
}

static const struct item_result *row_of(const struct results *r, const char *code)
{
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->row[i].item->code, code) == 0)
			return &r->row[i];
	fail_msg("no item %s", code);
	return NULL;
}

static double number(int64_t n)
{
	return n == FIELD_NOTHING ? NAN : (double)n;
}

static void row_agrees(const struct item_result *r)
{
	const struct {
		const char *name;
		double got;
	} figures[] = {
		{ "n1", number(r->wave[0].n) },
		{ "n2", number(r->wave[1].n) },
		{ "pairs", number(r->pairs) },
		{ "mean1", r->wave[0].mean },
		{ "mean2", r->wave[1].mean },
		{ "median1", r->wave[0].median },
		{ "median2", r->wave[1].median },
		{ "share1", r->wave[0].share },
		{ "share2", r->wave[1].share },
		{ "better", number(r->better) },
		{ "same", number(r->same) },
		{ "worse", number(r->worse) },
		{ "w", r->w },
		{ "p", r->p },
		{ "effect", r->effect },
	};

	for (size_t i = 0; i < sizeof(figures) / sizeof(figures[0]); i++) {
		double wanted = figure(r->item->code, figures[i].name);

		if (isnan(wanted) != isnan(figures[i].got) ||
		    fabs(wanted - figures[i].got) > 1e-9 * fabs(wanted))
			fail_msg("%s, %s: %.17g instead of %.17g", r->item->code, figures[i].name,
				 figures[i].got, wanted);
	}
}

static void figures_agree_with_the_reference(void **state)
{
	struct world *w = world(state);
	struct survey before = survey_make(w->f, "x_before", WAVE_BEFORE, 1);
	struct survey after = survey_make(w->f, "x_after", WAVE_AFTER, 1);
	struct results r;

	answers_fill(w, &before, 1, -1);
	answers_fill(w, &after, 2, -1);
	must(results_load(w->f->app, &w->f->arena, &before, &after, RESULTS_WHOLE, &r));
	assert_int_equal(r.n, ITEMS);
	for (size_t i = 0; i < r.n; i++)
		row_agrees(&r.row[i]);
	assert_int_equal(r.scales, 1);
	assert_string_equal(r.scale[0].name, "climate");
	assert_int_equal(r.scale[0].items, SCALES);
	assert_int_equal(r.scale[0].cases[0], 87);
	assert_figure(r.scale[0].alpha[0], 0.8010430581440924);
	assert_figure(r.scale[0].alpha[1], 0.8731269943339681);
}

/* Half of the sheets were typed into the first version, half into the second, which asks in another
 * order; an item of one person says how many have answered and no more. */
static void versions_count_together(void **state)
{
	struct world *w = world(state);
	struct survey old = survey_make(w->f, "x_before", WAVE_BEFORE, 1);
	struct survey now = survey_make(w->f, "x_before", WAVE_BEFORE, 2);
	const struct item_result *alone;
	struct results r;

	answers_fill(w, &old, 1, 0);
	answers_fill(w, &now, 1, 1);
	must(results_load(w->f->app, &w->f->arena, &now, NULL, RESULTS_WHOLE, &r));
	assert_int_equal(r.n, ITEMS);
	assert_int_equal(row_of(&r, "comfort")->wave[0].n, 101);
	assert_figure(row_of(&r, "comfort")->wave[0].mean, figure("comfort", "mean1"));
	assert_true(row_of(&r, "comfort")->pairs == FIELD_NOTHING);
	alone = row_of(&r, "alone");
	assert_int_equal(alone->wave[0].n, 1);
	assert_true(isnan(alone->wave[0].mean));
	assert_null(alone->wave[0].count);
}

static const struct result_group *group_of(const struct results *r, const char *name)
{
	for (size_t g = 0; g < r->groups; g++)
		if (strcmp(r->group[g].name, name) == 0)
			return &r->group[g];
	fail_msg("no group %s", name);
	return NULL;
}

/* 7Я has one pupil and 8Я another: hidden alone, each would come out of the whole. So would the two
 * together, who are fewer than three. */
static void small_groups_are_not_shown_nor_to_be_reckoned(void **state)
{
	struct world *w = world(state);
	struct survey before = survey_make(w->f, "x_before", WAVE_BEFORE, 1);
	struct results r;
	size_t hidden = 0;
	int64_t shown = 0, n;

	answers_fill(w, &before, 1, -1);
	must(results_load(w->f->app, &w->f->arena, &before, NULL, RESULTS_BY_CLASS, &r));
	assert_int_equal(r.groups, 6);
	assert_string_equal(r.group[0].name, "5А");
	assert_true(group_of(&r, "8Я")->row[0].wave[0].n == FIELD_NOTHING);
	for (size_t g = 0; g < r.groups; g++) {
		n = r.group[g].row[0].wave[0].n;
		hidden += n == FIELD_NOTHING;
		shown += n == FIELD_NOTHING ? 0 : n;
		assert_true((n == FIELD_NOTHING) == isnan(r.group[g].row[0].wave[0].mean));
	}
	assert_true(hidden >= 2);
	assert_true(r.row[0].wave[0].n - shown >= r.group_min);
}

static void the_set_size_is_the_years(void **state)
{
	struct world *w = world(state);
	struct survey before = survey_make(w->f, "x_before", WAVE_BEFORE, 1);
	struct survey_rules rules = { .group_min = 0 };
	struct results r;

	answers_fill(w, &before, 1, -1);
	assert_int_equal(survey_rules_save(w->f->app, &rules), RC_INVALID);
	rules.group_min = 13;
	must(survey_rules_save(w->f->app, &rules));
	must(results_load(w->f->app, &w->f->arena, &before, NULL, RESULTS_WHOLE, &r));
	assert_true(isnan(row_of(&r, "minutes")->wave[0].mean));
	assert_false(isnan(row_of(&r, "visits")->wave[0].mean));
	/* It goes on into the next year. */
	must(app_year_open(w->f->app, 2027));
	must(survey_rules_get(app_store(w->f->app), 2027, &rules));
	assert_int_equal(rules.group_min, 13);
}

/* The next year begins with the same questionnaire; its pupils are asked anew. */
static void years_stand_beside_each_other(void **state)
{
	struct world *w = world(state);
	struct survey before = survey_make(w->f, "x_before", WAVE_BEFORE, 1), next;
	struct results r;

	answers_fill(w, &before, 1, -1);
	must(app_year_open(w->f->app, 2027));
	people_make(w, 6);
	must(survey_find(w->f->app, &w->f->arena, "x_before", &next));
	assert_true(next.head.id != before.head.id);
	answers_fill(w, &next, 2, -1);
	must(results_load(w->f->app, &w->f->arena, &next, NULL, RESULTS_BY_YEAR, &r));
	assert_int_equal(r.groups, 2);
	assert_string_equal(r.group[0].name, "2026/2027");
	assert_string_equal(r.group[1].name, "2027/2028");
	assert_figure(r.group[0].row[0].wave[0].mean, figure("comfort", "mean1"));
	assert_figure(r.group[1].row[0].wave[0].mean, figure("comfort", "mean2"));
	assert_figure(row_of(&r, "comfort")->wave[0].mean, figure("comfort", "mean2"));
}

static void words_put(struct world *w, int64_t survey, int64_t item, int person, const char *words)
{
	struct answer row[] = {
		{ .item = item, .status = ANSWER_GIVEN, .value = FIELD_NOTHING, .words = words }
	};
	struct answers answers = { row, 1 };
	struct sheet sheet = sheet_new(survey, w->people[person]);

	must(sheet_save(w->f->app, &sheet, &answers));
}

static void words_come_without_names_and_order(void **state)
{
	struct world *w = world(state);
	struct survey s = survey_new(w->f, "x_before", WAVE_BEFORE, 1);
	struct survey_item item = item_new(s.head.id, 0);
	struct result_words words;

	item.kind = ITEM_OPEN;
	item.low = item.high = FIELD_NOTHING;
	must(records_save(w->f->app, &survey_item_type, &item));
	words_put(w, s.head.id, item.head.id, 1, "ярче стало");
	words_put(w, s.head.id, item.head.id, 2, "Больше друзей");
	must(results_words(w->f->app, &w->f->arena, &s, codes[0], &words));
	assert_int_equal(words.n, 0);
	words_put(w, s.head.id, item.head.id, 3, "ничего");
	must(results_words(w->f->app, &w->f->arena, &s, codes[0], &words));
	assert_int_equal(words.n, 3);
	assert_string_equal(words.row[0], "Больше друзей");
	assert_string_equal(words.row[2], "ярче стало");
}

static void sentences_say_what_is_better(void **state)
{
	struct world *w = world(state);
	struct survey before = survey_make(w->f, "x_before", WAVE_BEFORE, 1);
	struct survey after = survey_make(w->f, "x_after", WAVE_AFTER, 1), first, other;
	struct arena *a = &w->f->arena;
	struct results r;

	answers_fill(w, &before, 1, -1);
	must(survey_compared(w->f->app, a, &before, &first, &other));
	assert_int_equal(other.head.id, 0);
	answers_fill(w, &after, 2, -1);
	must(survey_compared(w->f->app, a, &after, &first, &other));
	assert_string_equal(first.code, "x_before");
	assert_string_equal(other.code, "x_after");
	must(results_load(w->f->app, a, &before, &other, RESULTS_WHOLE, &r));
	assert_string_equal(result_sentence(a, row_of(&r, "comfort"), 3),
			    "More in 48 of 85, as before in 22, less in 15.");
	assert_string_equal(result_sentence(a, row_of(&r, "anxiety"), 3),
			    "Less, which is better, in 45 of 89, as before in 16, more in 28.");
	assert_string_equal(
		result_sentence(a, row_of(&r, "glad"), 3),
		"Now “yes”, “no” before: 28 of 86; the other way round: 9; as before: 49.");
	assert_non_null(strstr(result_sentence(a, row_of(&r, "alone"), 3), "Not shown"));
	assert_non_null(strstr(result_chance(a, row_of(&r, "comfort")), "hardly"));
	assert_non_null(
		strstr(result_chance(a, row_of(&r, "trust")), "may well be chance (p = 0,537)"));
	assert_string_equal(result_chance(a, row_of(&r, "alone")), "");
}

static bool paper_says(struct fixture *f, const char *name, const char *words)
{
	struct paper_wish wish = { .paper = paper_find(name) };
	struct paper_text text;

	assert_non_null(wish.paper);
	must(paper_lines(f->app, &wish, &f->arena, 100, &text));
	for (size_t i = 0; i < text.n; i++)
		if (strstr(text.line[i], words))
			return true;
	return false;
}

static void papers_have_both_waves_with_bars(void **state)
{
	struct world *w = world(state);
	struct survey before = survey_make(w->f, "x_before", WAVE_BEFORE, 1);
	struct survey after = survey_make(w->f, "x_after", WAVE_AFTER, 1);

	answers_fill(w, &before, 1, -1);
	answers_fill(w, &after, 2, -1);
	assert_true(paper_says(w->f, "survey_results", "48, 22, 15"));
	assert_true(paper_says(w->f, "survey_results", "5,34 → 6,25"));
	assert_true(paper_says(w->f, "survey_results", "▰▰▰▰▱"));
	assert_true(paper_says(w->f, "survey_results", "0,001"));
	assert_true(paper_says(w->f, "survey_answers", "43 → 24")); /* «нет» of glad */
	/* Of one answer nothing but the number is told. */
	assert_false(paper_says(w->f, "survey_results", "501,00"));
}

#define RESULTS_TEST(test) cmocka_unit_test_setup_teardown(test, fixture_setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		RESULTS_TEST(figures_agree_with_the_reference),
		RESULTS_TEST(versions_count_together),
		RESULTS_TEST(small_groups_are_not_shown_nor_to_be_reckoned),
		RESULTS_TEST(the_set_size_is_the_years),
		RESULTS_TEST(years_stand_beside_each_other),
		RESULTS_TEST(words_come_without_names_and_order),
		RESULTS_TEST(sentences_say_what_is_better),
		RESULTS_TEST(papers_have_both_waves_with_bars),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
