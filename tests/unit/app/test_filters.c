/* Filters of the lists: what they ask for, how they are kept and read again. */
#include "fixture.h"

#include <string.h>

#include "nastavnik/app/filters.h"
#include "nastavnik/app/history.h"

static size_t mentees_n(struct fixture *f, const struct filter *filter)
{
	struct participant_query query = { .year = 2026, .role = ROLE_MENTEE };
	struct ids ids;

	filter_participants_query(filter, &query);
	must(participant_ids(app_store(f->app), &f->arena, &query, &ids));
	return ids.n;
}

static size_t people_n(struct fixture *f, const struct filter *filter)
{
	struct person_query query = { .year = 2026 };
	struct ids ids;

	filter_people_query(filter, &query);
	must(person_ids(app_store(f->app), &f->arena, &query, &ids));
	return ids.n;
}

static void school_fill(struct fixture *f)
{
	import_text(f, IMPORT_PEOPLE,
		    "ФИО;Класс\nБыков Пётр;7В\nЁлкина Зоя;7А\nТитов Лев;11Б\nКим Ян;1Б\n");
	import_text(f, IMPORT_MENTEES,
		    "ФИО;Класс;Запрос\nБыков Пётр;7В;математика\nЁлкина Зоя;7А;\n");
}

static void conditions_restrict_a_list(void **state)
{
	struct fixture *f = *state;

	school_fill(f);
	assert_int_equal(people_n(f, &(struct filter){ .class_name = "" }), 4);
	assert_int_equal(people_n(f, &(struct filter){ .class_name = "7" }), 2);
	assert_int_equal(people_n(f, &(struct filter){ .class_name = "7В" }), 1);
	assert_int_equal(people_n(f, &(struct filter){ .class_name = "1" }), 1); /* not 11Б */
	assert_int_equal(people_n(f, &(struct filter){ .class_name = "", .part = PART_MENTEE }), 2);
	assert_int_equal(people_n(f, &(struct filter){ .class_name = "", .part = PART_MENTOR }), 0);
	assert_int_equal(people_n(f, &(struct filter){ .class_name = "", .part = PART_NONE }), 2);
	assert_int_equal(people_n(f, &(struct filter){ .class_name = "", .left = LEFT_ONLY }), 0);
	assert_int_equal(mentees_n(f, &(struct filter){ .class_name = "", .topics = FILTER_HAS }),
			 1);
	assert_int_equal(mentees_n(f, &(struct filter){ .class_name = "", .topics = FILTER_LACKS }),
			 1);
	assert_int_equal(mentees_n(f, &(struct filter){ .class_name = "7А", .topics = FILTER_HAS }),
			 0);
}

static void a_kept_filter_reads_as_it_was(void **state)
{
	struct fixture *f = *state;
	const struct choices forms = app_choices(f->app).get(app_choices(f->app).data, "form");
	const struct filter filter = { .class_name = "7В",
				       .form = forms.row[0].id,
				       .consent = FILTER_LACKS,
				       .left = LEFT_TOO };
	struct kept_filters kept;
	struct filter again;

	must(filter_keep(f->app, FILTER_MENTEES, " мой  класс ", &filter));
	must(filters_kept(f->app, &f->arena, FILTER_MENTEES, &kept));
	assert_int_equal(kept.n, 1);
	assert_string_equal(kept.row[0].name, "мой класс");
	filter_read(f->app, &f->arena, FILTER_MENTEES, kept.row[0].text, &again);
	assert_string_equal(again.class_name, "7В");
	assert_int_equal(again.form, filter.form);
	assert_int_equal(again.consent, FILTER_LACKS);
	assert_int_equal(again.left, LEFT_TOO);
	assert_non_null(strstr(filter_tell(f->app, &f->arena, FILTER_MENTEES, &again),
			       "without a consent"));
	must(filters_kept(f->app, &f->arena, FILTER_MENTORS, &kept));
	assert_int_equal(kept.n, 0); /* of another list */
}

static void the_same_name_is_kept_once_and_can_be_forgotten(void **state)
{
	struct fixture *f = *state;
	const struct filter seventh = { .class_name = "7" }, eighth = { .class_name = "8" };
	struct kept_filters kept;
	const char *what;

	must(filter_keep(f->app, FILTER_PEOPLE, "класс", &seventh));
	must(filter_keep(f->app, FILTER_PEOPLE, "класс", &eighth));
	must(filters_kept(f->app, &f->arena, FILTER_PEOPLE, &kept));
	assert_int_equal(kept.n, 1);
	assert_non_null(strstr(kept.row[0].text, "8"));
	must(filter_forget(f->app, &kept.row[0]));
	must(filters_kept(f->app, &f->arena, FILTER_PEOPLE, &kept));
	assert_int_equal(kept.n, 0);
	must(history_undo(f->app, &f->arena, &what));
	must(filters_kept(f->app, &f->arena, FILTER_PEOPLE, &kept));
	assert_int_equal(kept.n, 1);
}

static void nothing_to_keep_is_said(void **state)
{
	struct fixture *f = *state;
	const struct filter all = { .class_name = "" }, seventh = { .class_name = "7" };

	assert_int_equal(filter_keep(f->app, FILTER_PEOPLE, "все", &all), RC_INVALID);
	assert_int_equal(filter_keep(f->app, FILTER_PEOPLE, "  ", &seventh), RC_INVALID);
}

/* A file of another program, or of a later version: what is not understood is dropped. */
static void words_that_are_not_understood_are_dropped(void **state)
{
	struct fixture *f = *state;
	struct filter filter;

	filter_read(f->app, &f->arena, FILTER_PEOPLE,
		    "class_name=7В\nform=что-то\nnonsense\n=\npart=mentor\nleft=", &filter);
	assert_string_equal(filter.class_name, "7В");
	assert_int_equal(filter.part, PART_MENTOR);
	assert_int_equal(filter.form, 0);
	assert_int_equal(filter.left, LEFT_OUT);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(conditions_restrict_a_list),
		TEST(a_kept_filter_reads_as_it_was),
		TEST(the_same_name_is_kept_once_and_can_be_forgotten),
		TEST(nothing_to_keep_is_said),
		TEST(words_that_are_not_understood_are_dropped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
