/* Texts of papers with places in them, and names of schools in the genitive. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "nastavnik/model/school.h"
#include "nastavnik/print/template.h"

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

static const char *const forms[NOUN_CASES] = { "Ёлкина Зоя", "Ёлкиной Зои", "Ёлкиной Зое",
					       "Ёлкину Зою", "Ёлкиной Зоей" };

static enum rc add(struct doc *doc, const char *text)
{
	struct scope s = { .arena = doc->arena };

	scope_text(&s, "year|год", "2026/2027");
	scope_text(&s, "number", "");
	scope_text(&s, "school", "Школа № 9");
	scope_text(&s, "form", "ученик – ученик");
	scope_name(&s, "name|фио", forms, "З.А. Ёлкина");
	scope_text(scope_row(scope_table(&s, "people|люди")), "name", "Ёлкина Зоя");
	scope_table(&s, "none");
	return template_add(doc, "test.txt", text, &s);
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

static void a_place_has_a_latin_and_a_russian_name(void **state)
{
	assert_string_equal(paragraph(*state, ".left\n{год} = {year}"), "2026/2027 = 2026/2027");
}

static void a_name_stands_in_the_case_that_is_asked_for(void **state)
{
	assert_string_equal(paragraph(*state, ".left\n{фио}, {фио:род}, {name:дат}"),
			    "Ёлкина Зоя, Ёлкиной Зои, Ёлкиной Зое");
	assert_string_equal(paragraph(*state, ".left\n{фио:вин}, {фио:твор}, {фио:иоф|нет}"),
			    "Ёлкину Зою, Ёлкиной Зоей, З.А. Ёлкина");
}

static void a_paragraph_may_stand_for_a_place_that_is_empty(void **state)
{
	assert_string_equal(
		paragraph(*state, ".left not=number\nбез номера\n.left not=year\nнет\n"),
		"без номера");
}

static void blank_rows_are_left_to_be_written_by_hand(void **state)
{
	struct doc *doc = doc_new(*state, "");
	const struct doc_table *table;

	assert_int_equal(add(doc, ".table people blank=3\n№ | width=90 | right | {№}\n"
				  "ФИО | weight=1 | left | {name}\n"),
			 RC_OK);
	table = doc->block[0].table;
	assert_int_equal(table->rows, 3);
	assert_string_equal(table->row[0].cell[1], "Ёлкина Зоя");
	assert_string_equal(table->row[2].cell[0], "3");
	assert_string_equal(table->row[2].cell[1], "");
	assert_int_equal(add(doc, ".table blank=2\n№ | width=90 | right | {row}\n"), RC_OK);
	assert_int_equal(doc->block[1].table->rows, 2);
	assert_int_equal(doc->block[1].table->height, 0);
	assert_int_equal(add(doc, ".table blank=1 height=90\n№ | width=90 | right | {row}\n"),
			 RC_OK);
	assert_int_equal(doc->block[2].table->height, 90);
}

static void a_paper_says_its_margins_and_its_side(void **state)
{
	struct doc *doc = doc_new(*state, "");

	assert_int_equal(add(doc, ".paper size=100 left=150 no-numbers landscape title=Лист {год}\n"
				  ".left\nтекст\n"),
			 RC_OK);
	assert_true(doc->landscape);
	assert_false(doc->numbers);
	assert_int_equal(doc->left, 150);
	assert_string_equal(doc->title, "Лист 2026/2027");
}

static void the_line_is_where_the_fault_stands(void **state)
{
	static const struct {
		const char *text, *said;
	} fault[] = {
		{ "# раз\n.left\nодин {year}\nдва {nobody}\nтри\n\nещё\n", "line 4:" },
		{ ".left\nодин\n# два\n{nobody}\n", "line 4:" },
		{ ".table people\nА | weight=1 | left | {name}\nБ | weight=1 | left | {nobody}\n"
		  "В | weight=1 | left |\n\n.left\n",
		  "line 3:" },
		{ ".sides\n{year}\n| {nobody}\n", "line 3:" },
	};

	for (size_t i = 0; i < sizeof(fault) / sizeof(fault[0]); i++) {
		assert_int_equal(add(doc_new(*state, ""), fault[i].text), RC_INVALID);
		assert_non_null(strstr(err_last()->text, fault[i].said));
	}
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
		{ ".left if=nobody\n", "nobody" },
		{ ".table pairs\n", "pairs" },
		{ ".table none\nИмя\n", "|" },
		{ ".paper depth=3\n", "depth=3" },
		{ ".left\n{фио:пред}\n", "пред" },
		{ ".left\n{year:дат}\n", "дат" },
		{ ".left not=nobody\n", "nobody" },
		{ ".left blank=3\n", "blank=3" },
		{ ".table blank=2\n№ | width=90 | right | {name1}\n", "name1" },
	};

	for (size_t i = 0; i < sizeof(fault) / sizeof(fault[0]); i++) {
		assert_int_equal(add(doc_new(*state, ""), fault[i].text), RC_INVALID);
		assert_non_null(strstr(err_last()->text, "test.txt"));
		assert_non_null(strstr(err_last()->text, fault[i].said));
	}
}

static void a_column_of_bars_says_so(void **state)
{
	struct doc *doc = doc_new(*state, "");

	assert_int_equal(add(doc, ".table people\nИмя | weight=5 | left once | {name}\n"
				  "Доля | weight=2 | left bar | 500\n"),
			 RC_OK);
	assert_false(doc->block[0].table->column[0].bar);
	assert_true(doc->block[0].table->column[1].bar);
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
		STORY(a_place_has_a_latin_and_a_russian_name),
		STORY(a_name_stands_in_the_case_that_is_asked_for),
		STORY(a_paragraph_may_stand_for_a_place_that_is_empty),
		STORY(blank_rows_are_left_to_be_written_by_hand),
		STORY(a_paper_says_its_margins_and_its_side),
		STORY(the_line_is_where_the_fault_stands),
		STORY(faults_are_told_with_file_and_line),
		STORY(a_column_of_bars_says_so),
		STORY(names_of_schools_are_declined_up_to_their_own_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
