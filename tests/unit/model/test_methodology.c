#include <string.h>

#include "nastavnik/base/err.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/methodology.h"
#include "nastavnik/model/person.h"
#include "unit.h"

#include "../../../src/model/methodology_private.h"

static size_t count(const struct books *books, enum book book)
{
	size_t n = 0;

	for (size_t i = 0; i < books->n; i++)
		n += books->row[i].book == book;
	return n;
}

static const struct book_item *item_of(const struct books *books, enum book book, const char *code)
{
	for (size_t i = 0; i < books->n; i++)
		if (books->row[i].book == book && strcmp(books->row[i].code, code) == 0)
			return &books->row[i];
	return NULL;
}

static void the_shipped_methodology_is_complete(void **state)
{
	struct arena a = { 0 };
	struct books books = { 0 };
	const char *version = "";

	(void)state;
	assert_int_equal(methodology_load(&a, "r145", 2026, &books, &version), RC_OK);
	assert_string_not_equal(version, "");
	assert_true(count(&books, BOOK_REQUEST) >= 40);
	assert_true(count(&books, BOOK_COMPETENCE) >= 40);
	assert_true(count(&books, BOOK_INTEREST) >= 40);
	assert_int_equal(count(&books, BOOK_FORM), 13);
	assert_true(count(&books, BOOK_ROLE) >= 16);
	assert_non_null(item_of(&books, BOOK_FORM, "pupil_pupil"));
	arena_done(&a);
}

static void every_item_is_whole_and_in_order(void **state)
{
	struct arena a = { 0 };
	struct books books = { 0 };
	const char *version;

	(void)state;
	assert_int_equal(methodology_load(&a, "r145", 2030, &books, &version), RC_OK);
	for (size_t i = 0; i < books.n; i++) {
		const struct book_item *item = &books.row[i], *before = item - 1;

		assert_true(item->id > 0);
		assert_int_equal(item->year, 2030);
		assert_true(*item->code != '\0' && *item->name != '\0');
		assert_ptr_equal(book_item_by_id(&books, item->id), item);
		assert_ptr_equal(item_of(&books, (enum book)item->book, item->code), item);
		if (i > 0 && before->book == item->book)
			assert_int_equal(item->position, before->position + 1);
		else
			assert_true(item->position == 1 && (i == 0 || before->book < item->book));
	}
	arena_done(&a);
}

static void every_request_is_answered_and_every_competence_answers(void **state)
{
	struct arena a = { 0 };
	struct books books = { 0 };
	const char *version;

	(void)state;
	assert_int_equal(methodology_load(&a, "r145", 2026, &books, &version), RC_OK);
	for (size_t i = 0; i < books.n; i++) {
		const struct book_item *item = &books.row[i];
		bool answers = item->book != BOOK_COMPETENCE;

		if (item->book == BOOK_REQUEST)
			assert_true(item->answers.n > 0);
		else
			assert_int_equal(item->answers.n, 0);
		for (size_t k = 0; k < item->answers.n; k++)
			assert_int_equal(book_item_by_id(&books, item->answers.row[k])->book,
					 BOOK_COMPETENCE);
		for (size_t r = 0; r < books.n && !answers; r++)
			for (size_t k = 0; k < books.row[r].answers.n; k++)
				answers = answers || books.row[r].answers.row[k] == item->id;
		if (!answers)
			print_error("nobody asks for %s\n", item->code);
		assert_true(answers);
	}
	arena_done(&a);
}

static void roles_belong_to_forms_and_forms_have_sides(void **state)
{
	struct arena a = { 0 };
	struct books books = { 0 };
	const char *version;

	(void)state;
	assert_int_equal(methodology_load(&a, "r145", 2026, &books, &version), RC_OK);
	for (size_t i = 0; i < books.n; i++) {
		const struct book_item *item = &books.row[i];

		if (item->book == BOOK_ROLE)
			assert_int_equal(book_item_by_id(&books, item->form)->book, BOOK_FORM);
		if (item->book == BOOK_FORM)
			assert_true(item->mentor_kind > 0 && item->mentee_kind > 0);
	}
	assert_int_equal(item_of(&books, BOOK_FORM, "student_pupil")->mentor_kind, KIND_STUDENT);
	assert_int_equal(item_of(&books, BOOK_FORM, "student_pupil")->mentee_kind, KIND_PUPIL);
	arena_done(&a);
}

static void no_word_stands_for_two_items_of_a_book(void **state)
{
	struct arena a = { 0 };
	struct books books = { 0 };
	const char *version;
	struct seen {
		const char *fold, *code;
		int64_t book;
	} * seen;
	size_t n = 0;

	(void)state;
	assert_int_equal(methodology_load(&a, "r145", 2026, &books, &version), RC_OK);
	seen = ARENA_NEW(&a, struct seen, 4000);
	for (size_t i = 0; i < books.n; i++) {
		const struct book_item *item = &books.row[i];
		char *words = arena_printf(&a, "%s;%s", item->name, item->synonyms), *word;

		while ((word = strsep(&words, ";")) != NULL) {
			const char *fold = utf8_fold(&a, word);

			for (size_t k = 0; k < n; k++) {
				if (seen[k].book != item->book || strcmp(seen[k].fold, fold) != 0 ||
				    *fold == '\0')
					continue;
				print_error("“%s” in %s and %s\n", word, seen[k].code, item->code);
				fail();
			}
			assert_true(n < 4000);
			seen[n++] = (struct seen){ fold, item->code, item->book };
		}
	}
	arena_done(&a);
}

static void an_unknown_methodology_is_not_found(void **state)
{
	struct arena a = { 0 };
	struct books books = { .n = 77 };
	const char *version = "same";

	(void)state;
	assert_int_equal(methodology_load(&a, "r999", 2026, &books, &version), RC_NOT_FOUND);
	assert_int_equal(books.n, 77);
	assert_string_equal(version, "same");
	arena_done(&a);
}

/* Reads requests.txt of that text together with one competence and one form. */
static enum rc parse(struct arena *a, const char *file, const char *text, struct books *books)
{
	static const char competences[] = "[math] математика\n";
	static const char forms[] =
		"[pair] ученик – ученик\nнаставник: ученик\nнаставляемый: любой\n";
	const struct embed files[] = {
		{ file, text, strlen(text) },
		{ "competences.txt", competences, sizeof(competences) - 1 },
		{ "forms.txt", forms, sizeof(forms) - 1 },
		{ "readme.txt", "?", 1 },
	};
	const char *version;

	return methodology_parse(a, files, sizeof(files) / sizeof(files[0]), 2026, books, &version);
}

static void files_are_read_as_a_teacher_would_write_them(void **state)
{
	static const char text[] =
		"# comment\r\n\r\n  [m] \tматематика \r\n слова: матем; алгебра\r\n"
		"слова: геометрия\n\tпомогает: math\n[empty] без слов\nпомогает:math";
	struct arena a = { 0 };
	struct books books = { 0 };
	const struct book_item *item;

	(void)state;
	assert_int_equal(parse(&a, "x/requests.txt", text, &books), RC_OK);
	assert_int_equal(books.n, 4);
	item = item_of(&books, BOOK_REQUEST, "m");
	assert_string_equal(item->name, "математика");
	assert_string_equal(item->synonyms, "матем; алгебра; геометрия");
	assert_int_equal(item->answers.n, 1);
	assert_int_equal(item->answers.row[0], item_of(&books, BOOK_COMPETENCE, "math")->id);
	assert_int_equal(item_of(&books, BOOK_FORM, "pair")->mentee_kind, 0);
	arena_done(&a);
}

static void mistakes_are_told_with_file_and_line(void **state)
{
	static const struct {
		const char *file, *text, *where;
	} rows[] = {
		{ "requests.txt", "слова: а\n", "requests.txt, line 1" },
		{ "requests.txt", "# x\n[m математика\n", "requests.txt, line 2" },
		{ "requests.txt", "[] математика\n", "requests.txt, line 1" },
		{ "requests.txt", "[m]\n", "requests.txt, line 1" },
		{ "requests.txt", "[m] а\nпросто строка\n", "requests.txt, line 2" },
		{ "requests.txt", "[m] а\nпомощь: math\n", "requests.txt, line 2" },
		{ "requests.txt", "[m] а\nформа: pair\n", "requests.txt, line 2" },
		{ "requests.txt", "[m] а\nпомогает: math, nobody\n", "requests.txt, line 1" },
		{ "requests.txt", "[m] а\n[m] б\n", "requests.txt, line 2" },
		{ "roles.txt", "[r] а – б\nформа: none\n", "roles.txt, line 1" },
		{ "roles.txt", "[r] а – б\nпомогает: math\n", "roles.txt, line 2" },
		{ "interests.txt", "[i] а\nнаставник: ученик\n", "interests.txt, line 2" },
		{ "about.txt", "[a] б\n", "about.txt, line 1" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct arena a = { 0 };
		struct books books = { .n = 77 };

		assert_int_equal(parse(&a, rows[i].file, rows[i].text, &books), RC_BUG);
		assert_non_null(strstr(err_last()->text, rows[i].where));
		assert_int_equal(books.n, 77);
		arena_done(&a);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_shipped_methodology_is_complete),
		cmocka_unit_test(every_item_is_whole_and_in_order),
		cmocka_unit_test(every_request_is_answered_and_every_competence_answers),
		cmocka_unit_test(roles_belong_to_forms_and_forms_have_sides),
		cmocka_unit_test(no_word_stands_for_two_items_of_a_book),
		cmocka_unit_test(an_unknown_methodology_is_not_found),
		cmocka_unit_test(files_are_read_as_a_teacher_would_write_them),
		cmocka_unit_test(mistakes_are_told_with_file_and_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
