/* The tables of the demonstration school: what they promise to show. */
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"
#include "nastavnik/model/methodology.h"
#include "nastavnik/model/participant.h"
#include "unit.h"

enum { CELLS = 20, SIZE_MAX_TABLE = 200000 };

struct table {
	struct arena arena;
	char *(*row)[CELLS]; /* row 0 is the heading */
	size_t n;
};

/* One cell of a line; quotes as the script writes them. */
static char *cell_cut(char **line)
{
	char *cell = *line, *out = cell, *p = cell;
	bool quoted = *p == '"';

	for (p += quoted; *p != '\0' && (quoted || *p != ';'); p++) {
		if (quoted && *p == '"' && *++p != '"')
			break;
		*out++ = *p;
	}
	*line = *p == ';' ? p + 1 : NULL;
	*out = '\0';
	return cell;
}

static void table_open(struct table *t, const char *name)
{
	const struct embed *file = embed_find(name);
	char *text, *line;

	assert_non_null(file);
	assert_true(file->size < SIZE_MAX_TABLE);
	assert_true(utf8_valid(file->text, file->size));
	*t = (struct table){ 0 };
	t->row = arena_alloc(&t->arena, 1000 * sizeof(*t->row));
	text = arena_strdup(&t->arena, file->text);
	while ((line = strsep(&text, "\n")) != NULL && *line != '\0') {
		assert_true(t->n < 1000);
		for (size_t c = 0; line != NULL && c < CELLS; c++)
			t->row[t->n][c] = cell_cut(&line);
		t->n++;
	}
}

static const char *cell(const struct table *t, size_t row, const char *heading)
{
	for (size_t c = 0; c < CELLS && t->row[0][c] != NULL; c++)
		if (strcmp(t->row[0][c], heading) == 0)
			return t->row[row][c];
	fail_msg("no column %s", heading);
	return "";
}

static int birth_of(const struct table *t, size_t row)
{
	int birth = 0;

	assert_true(date_parse(cell(t, row, "Дата рождения"), &birth));
	return birth;
}

static void the_school_has_about_six_hundred_pupils_whose_age_fits(void **state)
{
	struct table t;

	(void)state;
	table_open(&t, "demo/pupils.csv");
	assert_in_range(t.n - 1, 580, 640);
	for (size_t i = 1; i < t.n; i++) {
		char class_name[CLASS_SIZE];
		int age = date_age(birth_of(&t, i), 20260901);

		assert_true(class_normal(cell(&t, i, "Класс"), class_name));
		assert_string_equal(class_name, cell(&t, i, "Класс"));
		assert_in_range(age - class_grade(class_name), 5, 7);
		assert_true(*cell(&t, i, "Фамилия") != '\0' && *cell(&t, i, "Имя") != '\0');
		if (*cell(&t, i, "Телефон") != '\0')
			assert_memory_equal(cell(&t, i, "Телефон"), "+7 000 ", 7);
	}
	arena_done(&t.arena);
}

/* Ends in «вич» and «ич» or «вна» and «чна» like the family's gender, as far as endings tell it. */
static void patronymics_have_the_gender_of_the_family_name(void **state)
{
	static const char *const files[] = { "demo/pupils.csv", "demo/staff.csv" };

	(void)state;
	for (size_t f = 0; f < 2; f++) {
		struct table t;

		table_open(&t, files[f]);
		for (size_t i = 1; i < t.n; i++) {
			const char *family = cell(&t, i, "Фамилия"), *own = cell(&t, i, "Отчество");
			size_t n = strlen(family), k = strlen(own);

			if (n < 6 || k < 6 || strstr(own, " ") != NULL)
				continue;
			if (strcmp(family + n - 6, "ова") == 0 ||
			    strcmp(family + n - 6, "ева") == 0)
				assert_string_equal(own + k - 4, "на");
			if (strcmp(family + n - 4, "ов") == 0 || strcmp(family + n - 4, "ев") == 0)
				assert_string_equal(own + k - 4, "ич");
		}
		arena_done(&t.arena);
	}
}

static bool has_name(const struct table *t, const char *family, const char *given)
{
	for (size_t i = 1; i < t->n; i++)
		if (strcmp(cell(t, i, "Фамилия"), family) == 0 &&
		    strcmp(cell(t, i, "Имя"), given) == 0)
			return true;
	return false;
}

static void the_names_that_break_programs_are_there(void **state)
{
	struct table t;
	size_t namesakes = 0, without = 0;

	(void)state;
	table_open(&t, "demo/pupils.csv");
	assert_true(has_name(&t, "Ёлкин", "Егор"));
	assert_true(has_name(&t, "О'Коннор", "Шон"));
	assert_true(has_name(&t, "Салтыков-Щедрин", "Пётр"));
	assert_true(has_name(&t, "Мамедов", "Эльдар"));
	for (size_t i = 1; i < t.n; i++) {
		without += *cell(&t, i, "Отчество") == '\0';
		namesakes += strcmp(cell(&t, i, "Фамилия"), "Иванов") == 0 &&
			     strcmp(cell(&t, i, "Имя"), "Иван") == 0 &&
			     strcmp(cell(&t, i, "Отчество"), "Иванович") == 0;
	}
	assert_true(without >= 2);
	assert_int_equal(namesakes, 2);
	arena_done(&t.arena);
}

/* How many cells of a column are empty, mapped in full, mapped in part or not at all. */
static void map_column(const struct table *t, const char *heading, enum book book, size_t *empty,
		       size_t *unknown)
{
	struct arena a = { 0 };
	struct books books = { 0 };
	const char *version;
	struct book_index *index;

	assert_int_equal(methodology_load(&a, "r145", 2026, &books, &version), RC_OK);
	index = book_index_new(&books, book);
	for (size_t i = 1; i < t->n; i++) {
		struct ids ids = { 0 };
		struct str rest = { 0 };

		book_map(&a, index, cell(t, i, heading), &ids, &rest);
		*empty += *cell(t, i, heading) == '\0';
		*unknown += rest.len > 0;
		if (rest.len > 0)
			print_message("not in the book: %s\n", str_text(&rest));
		str_done(&rest);
	}
	book_index_free(index);
	arena_done(&a);
}

static void forty_five_mentees_have_requests_but_a_few(void **state)
{
	struct table t;
	size_t empty = 0, unknown = 0, no_consent = 0;

	(void)state;
	table_open(&t, "demo/mentees.csv");
	assert_int_equal(t.n - 1, 45);
	map_column(&t, "Основной запрос", BOOK_REQUEST, &empty, &unknown);
	assert_int_equal(empty, 2);
	assert_int_equal(unknown, 1);
	empty = unknown = 0;
	map_column(&t, "Интересы", BOOK_INTEREST, &empty, &unknown);
	assert_int_equal(unknown, 0);
	for (size_t i = 1; i < t.n; i++)
		no_consent += *cell(&t, i, "Согласие на участие") == '\0';
	assert_int_equal(no_consent, 3);
	arena_done(&t.arena);
}

static void forty_mentors_have_competences_but_one(void **state)
{
	struct table t;
	size_t empty = 0, unknown = 0;

	(void)state;
	table_open(&t, "demo/mentors.csv");
	assert_int_equal(t.n - 1, 40);
	map_column(&t, "Основные компетенции", BOOK_COMPETENCE, &empty, &unknown);
	assert_int_equal(empty, 1);
	assert_int_equal(unknown, 0);
	arena_done(&t.arena);
}

static void what_mentors_offer_is_understood(void **state)
{
	struct table t;

	(void)state;
	table_open(&t, "demo/mentors.csv");
	for (size_t i = 1; i < t.n; i++) {
		const char *ages = cell(&t, i, "Желаемый возраст наставляемых");
		const char *hours = cell(&t, i, "Ресурс времени на программу наставничества");
		int64_t from, to, tenths;

		if (*ages != '\0')
			assert_true(age_range_parse(ages, &from, &to));
		if (*hours != '\0')
			assert_true(hours_parse(hours, &tenths));
		assert_int_not_equal(person_kind_of(cell(&t, i, "Статус")), KIND_UNKNOWN);
	}
	arena_done(&t.arena);
}

/* Every pupil and teacher of the bases is in the school's list with the same date of birth. */
static void participants_of_the_school_are_in_its_lists(void **state)
{
	static const char *const bases[] = { "demo/mentees.csv", "demo/mentors.csv" };
	struct table lists[2];
	size_t outside = 0;

	(void)state;
	table_open(&lists[0], "demo/pupils.csv");
	table_open(&lists[1], "demo/staff.csv");
	for (size_t b = 0; b < 2; b++) {
		struct table t;

		table_open(&t, bases[b]);
		for (size_t i = 1; i < t.n; i++) {
			size_t found = 0;

			for (size_t l = 0; l < 2; l++) {
				for (size_t k = 1; k < lists[l].n; k++) {
					struct person p = { .family = cell(&lists[l], k, "Фамилия"),
							    .given = cell(&lists[l], k, "Имя"),
							    .patronymic = cell(&lists[l], k,
									       "Отчество") };

					found += strcmp(person_name(&t.arena, &p),
							cell(&t, i, "ФИО")) == 0 &&
						 birth_of(&t, i) == birth_of(&lists[l], k);
				}
			}
			assert_in_range(found, 0, 1);
			outside += found == 0;
		}
		arena_done(&t.arena);
	}
	assert_int_equal(outside, 8); /* students, employers, graduates, a parent */
	arena_done(&lists[0].arena);
	arena_done(&lists[1].arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_school_has_about_six_hundred_pupils_whose_age_fits),
		cmocka_unit_test(patronymics_have_the_gender_of_the_family_name),
		cmocka_unit_test(the_names_that_break_programs_are_there),
		cmocka_unit_test(forty_five_mentees_have_requests_but_a_few),
		cmocka_unit_test(forty_mentors_have_competences_but_one),
		cmocka_unit_test(what_mentors_offer_is_understood),
		cmocka_unit_test(participants_of_the_school_are_in_its_lists),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
