/* Texts of papers with places in them, and names of schools in the genitive. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "genitive.h"
#include "template.h"

static const struct place places[] = {
	{ "year", "2026/2027" },
	{ "number", "" },
	{ "school", "Школа № 9" },
	{ "form", "ученик – ученик" },
};

static struct places no_rows(struct arena *a, const void *data, size_t row, bool *joined)
{
	(void)a;
	(void)data;
	(void)row;
	*joined = false;
	return (struct places){ 0 };
}

static const struct template_table no_table = { .name = "none", .row = no_rows };

static int arena_make(void **state)
{
	*state = calloc(1, sizeof(struct arena));
	return *state ? 0 : -1;
}

static int arena_drop(void **state)
{
	arena_done(*state);
	free(*state);
	return 0;
}

static enum rc add(struct doc *doc, const char *text)
{
	return template_add(doc, "test.txt", text, (struct places){ places, 4 }, &no_table);
}

/* The only paragraph of a text. */
static const char *paragraph(struct arena *a, const char *text)
{
	struct doc *doc = doc_new(a, "");

	assert_int_equal(add(doc, text), RC_OK);
	assert_int_equal(doc->n, 1);
	return doc->block[0].left;
}

static void items_are_numbered_without_gaps(void **state)
{
	struct doc *doc = doc_new(*state, "");

	assert_int_equal(add(doc, "+.~Один.\n\n.left if=number\n+.~Пропал.\n\n.left\n+.~Два.\n"),
			 RC_OK);
	assert_int_equal(doc->n, 2);
	assert_string_equal(doc->block[0].left, "1.\u00a0Один.");
	assert_string_equal(doc->block[1].left, "2.\u00a0Два.");
}

static void places_give_way_to_their_values(void **state)
{
	assert_string_equal(paragraph(*state, ".left\nна {year} год\n"), "на 2026/2027 год");
	assert_string_equal(paragraph(*state, ".left\n{year}"), "2026/2027");
}

static void a_place_without_a_value_has_words_instead(void **state)
{
	assert_string_equal(paragraph(*state, ".left\n№~{number|______}"), "№\u00a0______");
}

static void an_optional_part_goes_with_its_empty_place(void **state)
{
	assert_string_equal(paragraph(*state, ".left\nа[ № {number}] б[ {year}]"), "а б 2026/2027");
}

static void values_get_spaces_that_do_not_break(void **state)
{
	assert_string_equal(paragraph(*state, ".left\n{school}"), "Школа\u00a0№\u00a09");
	assert_string_equal(paragraph(*state, ".left\n{form}"), "ученик\u00a0– ученик");
}

static void lines_are_joined_and_an_empty_line_parts_them(void **state)
{
	struct doc *doc = doc_new(*state, "");

	assert_int_equal(add(doc, "# remark\n.justify first=125 keep\nодин\nдва\n\nтри\\nчетыре\n"),
			 RC_OK);
	assert_int_equal(doc->n, 2);
	assert_string_equal(doc->block[0].left, "один два");
	assert_string_equal(doc->block[1].left, "три\nчетыре");
	assert_int_equal(doc->block[1].style.first, 125);
	assert_true(doc->block[1].style.keep);
}

static void two_sided_lines_are_parted_by_a_bar_outside_of_braces(void **state)
{
	struct doc *doc = doc_new(*state, "");

	assert_int_equal(add(doc, ".sides\n{number | нет} | {year}\n"), RC_INVALID);
	assert_int_equal(add(doc, ".sides\n{number|нет} | {year}\n"), RC_OK);
	assert_string_equal(doc->block[0].left, "нет");
	assert_string_equal(doc->block[0].right, "2026/2027");
}

static void a_paragraph_for_an_empty_place_is_left_out(void **state)
{
	assert_string_equal(paragraph(*state, ".left if=number\nнет\n.left if=year\nда\n"), "да");
}

static void faults_are_told_with_file_and_line(void **state)
{
	static const struct {
		const char *text, *said;
	} fault[] = {
		{ ".left\n\n{nobody}\n", "nobody" },
		{ ".left\n{year\n", "{" },
		{ ".sides\nодин\n", "|" },
		{ ".middle\nтекст\n", "middle" },
		{ ".left big\nтекст\n", "big" },
		{ ".left size=x\n", "size=x" },
		{ ".left if=nobody\n", "if=nobody" },
		{ ".table pairs\n", "pairs" },
		{ ".table none\nИмя\n", "|" },
		{ ".paper depth=3\n", "depth=3" },
	};

	for (size_t i = 0; i < sizeof(fault) / sizeof(fault[0]); i++) {
		assert_int_equal(add(doc_new(*state, ""), fault[i].text), RC_INVALID);
		assert_non_null(strstr(err_last()->text, "test.txt"));
		assert_non_null(strstr(err_last()->text, fault[i].said));
	}
}

static void names_of_schools_are_declined_up_to_their_own_name(void **state)
{
	static const char *const name[][2] = {
		{ "Муниципальное бюджетное общеобразовательное учреждение «Школа № 9»",
		  "Муниципального бюджетного общеобразовательного учреждения «Школа № 9»" },
		{ "Муниципальное казённое общеобразовательное учреждение средняя "
		  "общеобразовательная школа № 3",
		  "Муниципального казённого общеобразовательного учреждения средней "
		  "общеобразовательной школы № 3" },
		{ "МБОУ «Школа № 9»", "МБОУ «Школа № 9»" },
		{ "МБОУ СОШ № 12", "МБОУ СОШ № 12" },
		{ "Гимназия имени А.С. Пушкина", "Гимназии имени А.С. Пушкина" },
		{ "Физико-математический лицей", "Физико-математического лицея" },
		{ "Школа-интернат с углублённым изучением языков",
		  "Школы-интерната с углублённым изучением языков" },
		{ "", "" },
	};

	for (size_t i = 0; i < sizeof(name) / sizeof(name[0]); i++)
		assert_string_equal(school_genitive(*state, name[i][0]), name[i][1]);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
#define STORY(name) cmocka_unit_test_setup_teardown(name, arena_make, arena_drop)
		STORY(items_are_numbered_without_gaps),
		STORY(places_give_way_to_their_values),
		STORY(a_place_without_a_value_has_words_instead),
		STORY(an_optional_part_goes_with_its_empty_place),
		STORY(values_get_spaces_that_do_not_break),
		STORY(lines_are_joined_and_an_empty_line_parts_them),
		STORY(two_sided_lines_are_parted_by_a_bar_outside_of_braces),
		STORY(a_paragraph_for_an_empty_place_is_left_out),
		STORY(faults_are_told_with_file_and_line),
		STORY(names_of_schools_are_declined_up_to_their_own_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
