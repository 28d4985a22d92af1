/* Forming pairs: the best set, locks, changes by hand, reasons, confirming. */
#include "fixture.h"

#include <string.h>

#include "nastavnik/app/history.h"
#include "nastavnik/app/pairs.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/store/read/bond.h"

/* Mathematics for both, English for one; Титов has two places. */
static struct pairs *school_with_pairs(struct fixture *f)
{
	struct pairs *pairs;

	import_text(f, IMPORT_MENTORS,
		    "ФИО;Класс;Компетенции;Сколько наставляемых\n"
		    "Титов Лев;10А;математика;2\nЛаптев Семён;10Б;английский язык;1\n");
	import_text(f, IMPORT_MENTEES,
		    "ФИО;Класс;Запрос\n"
		    "Ёлкина Зоя;7В;английский язык\nБыков Пётр;6А;математика\n"
		    "Журавлёв Глеб;6Б;математика\n");
	must(pairs_open(f->app, &pairs));
	return pairs;
}

static int64_t line_of(const struct pairs *pairs, const char *family)
{
	for (size_t i = 0; i < pairs_count(pairs); i++) {
		if (!strcmp(pairs_line(pairs, i)->mentee->person.family, family))
			return (int64_t)i;
	}
	return -1;
}

static const char *mentor_of(const struct pairs *pairs, const char *family)
{
	int64_t line = line_of(pairs, family);

	return line < 0 ? "" : pairs_line(pairs, (size_t)line)->mentor->person.family;
}

static void everybody_gets_the_mentor_who_can_help(void **state)
{
	struct fixture *f = *state;
	struct pairs *pairs = school_with_pairs(f);

	must(pairs_run(pairs));
	assert_int_equal(pairs_facts(pairs)->matched, 3);
	assert_int_equal(pairs_facts(pairs)->places, 3);
	assert_int_equal(pairs_facts(pairs)->nobody, 0);
	assert_string_equal(mentor_of(pairs, "Ёлкина"), "Лаптев");
	assert_string_equal(mentor_of(pairs, "Быков"), "Титов");
	assert_string_equal(mentor_of(pairs, "Журавлёв"), "Титов");
	pairs_close(pairs);
}

static void without_anybody_to_pair_it_says_so(void **state)
{
	struct fixture *f = *state;
	struct pairs *pairs;

	must(pairs_open(f->app, &pairs));
	assert_int_equal(pairs_run(pairs), RC_NOT_FOUND);
	assert_string_equal(err_last()->text, "There are no mentees yet. Enter or import them.");
	assert_int_equal(pairs_facts(pairs)->proposal, 0);
	pairs_close(pairs);
}

static void a_swap_is_locked_and_a_rerun_keeps_it(void **state)
{
	struct fixture *f = *state;
	struct pairs *pairs = school_with_pairs(f);

	must(pairs_run(pairs));
	must(pairs_swap(pairs, (size_t)line_of(pairs, "Ёлкина"), (size_t)line_of(pairs, "Быков")));
	assert_string_equal(mentor_of(pairs, "Ёлкина"), "Титов");
	assert_string_equal(mentor_of(pairs, "Быков"), "Лаптев");
	must(pairs_run(pairs));
	assert_int_equal(pairs_facts(pairs)->proposal, 2);
	assert_string_equal(mentor_of(pairs, "Ёлкина"), "Титов");
	assert_string_equal(mentor_of(pairs, "Быков"), "Лаптев");
	assert_int_equal(pairs_line(pairs, 0)->pair.locked, 1);
	pairs_close(pairs);
}

static void a_locked_pair_is_not_removed_until_it_is_unlocked(void **state)
{
	struct fixture *f = *state;
	struct pairs *pairs = school_with_pairs(f);
	size_t line;

	must(pairs_run(pairs));
	line = (size_t)line_of(pairs, "Быков");
	must(pairs_lock(pairs, line, true));
	assert_int_equal(pairs_remove(pairs, line), RC_CONFLICT);
	must(pairs_lock(pairs, line, false));
	must(pairs_remove(pairs, line));
	assert_int_equal(line_of(pairs, "Быков"), -1);
	assert_int_equal(pairs_waiting(pairs, &f->arena, true).n, 1);
	pairs_close(pairs);
}

static void a_pair_by_hand_needs_a_free_place(void **state)
{
	struct fixture *f = *state;
	struct pairs *pairs = school_with_pairs(f);
	int64_t bykov = participant_named(f, ROLE_MENTEE, "Быков");
	int64_t laptev = participant_named(f, ROLE_MENTOR, "Лаптев");

	must(pairs_run(pairs));
	assert_int_equal(pairs_mentors_for(pairs, &f->arena, bykov, true).n, 1);
	assert_int_equal(pairs_mentors_for(pairs, &f->arena, bykov, false).n, 2);
	assert_int_equal(pairs_add(pairs, bykov, laptev), RC_CONFLICT);
	must(pairs_remove(pairs, (size_t)line_of(pairs, "Ёлкина")));
	must(pairs_add(pairs, bykov, laptev));
	assert_string_equal(mentor_of(pairs, "Быков"), "Лаптев");
	assert_int_equal(pairs_count(pairs), 2);
	pairs_close(pairs);
}

static void a_pair_by_hand_begins_a_proposal(void **state)
{
	struct fixture *f = *state;
	struct pairs *pairs = school_with_pairs(f);

	must(pairs_add(pairs, participant_named(f, ROLE_MENTEE, "Быков"),
		       participant_named(f, ROLE_MENTOR, "Лаптев")));
	assert_int_equal(pairs_facts(pairs)->proposal, 1);
	assert_int_equal(pairs_count(pairs), 1);
	pairs_close(pairs);
}

static void why_not_says_what_would_be_lost(void **state)
{
	struct fixture *f = *state;
	struct pairs *pairs = school_with_pairs(f);
	int64_t zoya = participant_named(f, ROLE_MENTEE, "Ёлкина");
	int64_t titov = participant_named(f, ROLE_MENTOR, "Титов");
	int64_t laptev = participant_named(f, ROLE_MENTOR, "Лаптев");

	must(pairs_run(pairs));
	assert_string_equal(pairs_why_not(pairs, &f->arena, zoya, laptev),
			    "These two are a pair of the proposal.");
	assert_non_null(
		strstr(pairs_why_not(pairs, &f->arena, zoya, titov), "would lose 200 points"));
	pairs_close(pairs);
}

static void why_not_names_who_would_be_left_without_a_pair(void **state)
{
	struct fixture *f = *state;
	struct pairs *pairs;

	import_text(f, IMPORT_MENTORS, "ФИО;Класс;Компетенции\nТитов Лев;10А;математика\n");
	import_text(f, IMPORT_MENTORS,
		    "ФИО;Класс;Компетенции;С кем не работать\nЛаптев Семён;10Б;физика;\n");
	import_text(f, IMPORT_MENTEES,
		    "ФИО;Класс;Запрос\nБыков Пётр;6А;математика\nЖуравлёв Глеб;6Б;физика\n");
	import_text(f, IMPORT_MENTEES, "ФИО;Класс;С кем не работать\nБыков Пётр;6А;Лаптев Семён\n");
	must(pairs_open(f->app, &pairs));
	must(pairs_run(pairs));
	assert_int_equal(pairs_count(pairs), 2);
	assert_string_equal(pairs_why_not(pairs, &f->arena,
					  participant_named(f, ROLE_MENTEE, "Журавлёв"),
					  participant_named(f, ROLE_MENTOR, "Титов")),
			    "Then left without a pair: Быков Пётр.");
	assert_int_equal(pairs_add(pairs, participant_named(f, ROLE_MENTEE, "Быков"),
				   participant_named(f, ROLE_MENTOR, "Лаптев")),
			 RC_INVALID);
	pairs_close(pairs);
}

static void confirming_makes_a_group_of_a_mentor_with_two(void **state)
{
	struct fixture *f = *state;
	struct pairs *pairs = school_with_pairs(f);
	struct members members;
	int64_t bonds;

	must(pairs_run(pairs));
	must(pairs_confirm(pairs, &bonds));
	assert_int_equal(bonds, 2);
	assert_int_equal(pairs_facts(pairs)->waiting, 0);
	assert_true(pairs_facts(pairs)->confirmed);
	must(members_load(app_store(f->app), &f->arena, 2026, &members));
	assert_int_equal(members.n, 3);
	assert_int_equal(pairs_confirm(pairs, &bonds), RC_CONFLICT);
	assert_int_equal(pairs_run(pairs), RC_NOT_FOUND);
	pairs_close(pairs);
}

static void a_confirmed_set_can_be_taken_back_after_a_restart(void **state)
{
	struct fixture *f = *state;
	struct pairs *pairs = school_with_pairs(f);
	const struct paper_wish wish = { .paper = paper_find("pair_list") };
	struct paper_text text;
	const char *what;
	int64_t bonds;

	must(pairs_run(pairs));
	must(pairs_confirm(pairs, &bonds));
	pairs_close(pairs);
	must(paper_lines(f->app, &wish, &f->arena, 80, &text));
	assert_true(text.n > 5);
	fixture_reopen(f);
	must(history_undo(f->app, &f->arena, &what));
	assert_string_equal(what, "Pairs confirmed: pairs: 3");
	assert_int_equal(paper_lines(f->app, &wish, &f->arena, 80, &text), RC_NOT_FOUND);
	must(pairs_open(f->app, &pairs));
	assert_int_equal(pairs_facts(pairs)->waiting, 3);
	assert_false(pairs_facts(pairs)->confirmed);
	pairs_close(pairs);
}

/* Variant 1 with two pairs made by hand, variant 2 found around them. */
static struct pairs *school_with_variants(struct fixture *f, struct proposals *all)
{
	struct pairs *pairs = school_with_pairs(f);

	must(pairs_run(pairs));
	must(pairs_swap(pairs, (size_t)line_of(pairs, "Ёлкина"), (size_t)line_of(pairs, "Быков")));
	must(pairs_run(pairs));
	must(pairs_variants(pairs, &f->arena, all));
	assert_int_equal(all->n, 2);
	return pairs;
}

static void an_older_variant_changed_becomes_a_new_one(void **state)
{
	struct fixture *f = *state;
	struct proposals all;
	struct pairs *pairs = school_with_variants(f, &all);

	must(pairs_take(pairs, all.row[1].id));
	assert_true(pairs_facts(pairs)->older);
	assert_int_equal(pairs_facts(pairs)->proposal, 1);
	must(pairs_reload(pairs)); /* it stays at hand */
	assert_int_equal(pairs_facts(pairs)->proposal, 1);
	must(pairs_lock(pairs, (size_t)line_of(pairs, "Быков"), false));
	must(pairs_remove(pairs, (size_t)line_of(pairs, "Быков")));
	assert_int_equal(pairs_facts(pairs)->proposal, 3);
	assert_false(pairs_facts(pairs)->older);
	must(pairs_take(pairs, all.row[1].id));
	assert_int_equal(pairs_count(pairs), 3); /* as it was */
	must(pairs_take(pairs, all.row[0].id));
	assert_int_equal(pairs_facts(pairs)->proposal, 2);
	pairs_close(pairs);
}

static void an_older_variant_is_confirmed_like_any_other(void **state)
{
	struct fixture *f = *state;
	struct proposals all;
	struct pairs *pairs = school_with_variants(f, &all);
	int64_t bonds;

	must(pairs_take(pairs, all.row[1].id));
	must(pairs_confirm(pairs, &bonds));
	assert_int_equal(bonds, 2);
	assert_true(pairs_facts(pairs)->confirmed);
	assert_int_equal(pairs_facts(pairs)->waiting, 0);
	assert_int_equal(pairs_facts(pairs)->proposal, 3);
	must(pairs_variants(pairs, &f->arena, &all));
	assert_int_equal(pairs_discard(pairs, all.row[0].id), RC_CONFLICT);
	pairs_close(pairs);
}

static void a_variant_is_discarded_and_had_back(void **state)
{
	struct fixture *f = *state;
	struct proposals all;
	struct pairs *pairs = school_with_variants(f, &all);
	const char *what;

	must(pairs_take(pairs, all.row[1].id));
	must(pairs_discard(pairs, all.row[1].id));
	assert_int_equal(pairs_facts(pairs)->proposal, 2); /* the newest is at hand again */
	assert_int_equal(pairs_take(pairs, all.row[1].id), RC_NOT_FOUND);
	assert_int_equal(pairs_discard(pairs, all.row[1].id), RC_NOT_FOUND);
	must(history_undo(f->app, &f->arena, &what));
	must(pairs_take(pairs, all.row[1].id));
	assert_int_equal(pairs_count(pairs), 3);
	pairs_close(pairs);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(everybody_gets_the_mentor_who_can_help),
		TEST(without_anybody_to_pair_it_says_so),
		TEST(a_swap_is_locked_and_a_rerun_keeps_it),
		TEST(a_locked_pair_is_not_removed_until_it_is_unlocked),
		TEST(a_pair_by_hand_needs_a_free_place),
		TEST(a_pair_by_hand_begins_a_proposal),
		TEST(why_not_says_what_would_be_lost),
		TEST(why_not_names_who_would_be_left_without_a_pair),
		TEST(confirming_makes_a_group_of_a_mentor_with_two),
		TEST(a_confirmed_set_can_be_taken_back_after_a_restart),
		TEST(an_older_variant_changed_becomes_a_new_one),
		TEST(an_older_variant_is_confirmed_like_any_other),
		TEST(a_variant_is_discarded_and_had_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
