/* Papers as OpenDocument texts: what stands in their parts. Whether LibreOffice takes them is asked
 * by tests/cli/test_odt.py. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "nastavnik/print/odt.h"

enum { MIMETYPE, CONTENT, STYLES, META, MANIFEST };

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

static void expect(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("%s is not in\n%s", part, text);
}

static size_t count(const char *text, const char *part)
{
	size_t n = 0;

	for (text = strstr(text, part); text; text = strstr(text + 1, part))
		n++;
	return n;
}

static const char *content(struct arena *a, const struct doc *doc)
{
	struct odt_part part[ODT_PARTS];

	odt_make(a, doc, part);
	return part[CONTENT].text;
}

static void the_parts_of_the_file_are_named_in_its_manifest(void **state)
{
	struct odt_part part[ODT_PARTS];

	odt_make(*state, doc_new(*state, "Приказ  «А & Б»"), part);
	assert_string_equal(part[MIMETYPE].name, "mimetype");
	assert_string_equal(part[MIMETYPE].text, "application/vnd.oasis.opendocument.text");
	for (size_t i = CONTENT; i < MANIFEST; i++)
		expect(part[MANIFEST].text, part[i].name);
	expect(part[META].text, "<dc:title>Приказ «А &amp; Б»</dc:title>");
}

static void text_is_what_was_said(void **state)
{
	struct doc *doc = doc_new(*state, "");

	doc_paragraph(doc, (struct doc_style){ 0 }, "<a> & \"b\"  c\n d\te\x01");
	expect(content(*state, doc), ">&lt;a&gt; &amp; &quot;b&quot; <text:s/>c<text:line-break/>"
				     "<text:s/>d<text:tab/>e</text:p>");
}

static void paragraphs_that_stand_alike_have_one_style(void **state)
{
	const struct doc_style justified = { .align = DOC_JUSTIFY, .first = DOC_INDENT };
	struct doc *doc = doc_new(*state, "");
	const char *text;

	doc_paragraph(doc, (struct doc_style){ .align = DOC_CENTRE, .bold = true }, "ПРИКАЗ");
	doc_paragraph(doc, justified, "1. Раз.");
	doc_paragraph(doc, justified, "2. Два.");
	doc_paragraph(doc, justified, "");
	text = content(*state, doc);
	assert_int_equal(count(text, "<style:style "), 2);
	assert_int_equal(count(text, "<text:p "), 3);
	expect(text, "fo:text-align=\"justify\" fo:text-indent=\"12.5mm\"");
	expect(text, "fo:text-align=\"center\"");
	expect(text, "fo:font-weight=\"bold\"");
}

static void only_the_first_page_has_no_number(void **state)
{
	struct doc *doc = doc_new(*state, "");
	struct odt_part part[ODT_PARTS];

	doc_page_break(doc); /* nothing to break yet */
	doc_paragraph(doc, (struct doc_style){ 0 }, "Приказ");
	doc_page_break(doc);
	doc_paragraph(doc, (struct doc_style){ 0 }, "Приложение");
	odt_make(*state, doc, part);
	assert_int_equal(count(part[CONTENT].text, "style:master-page-name=\"First\""), 1);
	assert_int_equal(count(part[CONTENT].text, "style:master-page-name=\"Standard\""), 1);
	assert_int_equal(count(part[STYLES].text, "<text:page-number"), 1);
	doc->numbers = false;
	odt_make(*state, doc, part);
	assert_int_equal(count(part[STYLES].text, "<text:page-number"), 0);
}

static struct doc *group_table(struct arena *a)
{
	static const struct doc_column column[] = {
		{ .heading = "№", .width = 120, .align = DOC_CENTRE },
		{ .heading = "Наставник", .weight = 1 },
		{ .heading = "Наставляемый", .weight = 3 },
	};
	struct doc *doc = doc_new(a, "");
	struct doc_table *table = doc_table(doc, column, 3);

	doc_table_row(doc, table, (const char *const[]){ "1.1", "Орлова Инна", "Иванов Пётр" });
	doc_table_joined(doc, table, (const char *const[]){ "1.2", "", "Ёлкина Зоя" });
	return doc;
}

static void a_table_repeats_its_heading_and_keeps_its_rows_whole(void **state)
{
	const char *text = content(*state, group_table(*state));

	assert_int_equal(count(text, "<table:table-header-rows>"), 1);
	assert_int_equal(count(text, "<table:table-row "), 3);
	assert_int_equal(count(text, "fo:keep-together=\"always\""), 1);
	expect(text, "style:column-width=\"12.0mm\"");
	expect(text, "<text:p text:style-name=\"End\"/>"); /* behind the table */
}

/* Which row begins a page is not known here. */
static void each_row_of_a_group_names_the_mentor(void **state)
{
	assert_int_equal(count(content(*state, group_table(*state)), "Орлова Инна"), 2);
}

static void a_heading_stands_over_all_columns(void **state)
{
	struct doc *doc = group_table(*state);
	const char *text;

	doc_table_heading(doc, doc->block[0].table, "Этап 2");
	text = content(*state, doc);
	expect(text, "table:number-columns-spanned=\"3\"");
	expect(text, "Этап 2</text:p></table:table-cell><table:covered-table-cell/>"
		     "<table:covered-table-cell/></table:table-row>");
}

static void a_long_post_stands_above_the_line_to_sign_on(void **state)
{
	struct doc *doc = doc_new(*state, "");
	const char *text;

	doc_signature(doc, (struct doc_style){ 0 }, "Директор", "М.П. Иванова");
	doc_signature(doc, (struct doc_style){ 0 },
		      "Исполняющий обязанности директора муниципального учреждения", "");
	text = content(*state, doc);
	expect(text, "Директор<text:tab/>____________<text:tab/>М.П. Иванова</text:p>");
	expect(text, "учреждения<text:line-break/><text:tab/>____________<text:tab/>_____");
}

static void a_bar_is_made_of_characters(void **state)
{
	static const struct doc_column column[] = { { "Было и стало", 1, 500, DOC_LEFT, true },
						    { "Слова", 1, 0, DOC_LEFT, false } };
	struct doc *doc = doc_new(*state, "");
	struct doc_table *table = doc_table(doc, column, 2);

	doc->size = 100;
	doc_table_row(doc, table, (const char *[]){ doc_bar_pair(*state, 500, 1000), "500" });
	const char *text = content(*state, doc);
	expect(text, ">▒▒▒▒▒▒▒▒░░░░░░░░<text:line-break/>████████████████</text:p>");
	expect(text, ">500</text:p>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define ODT_TEST(name) cmocka_unit_test_setup_teardown(name, arena_make, arena_drop)
		ODT_TEST(the_parts_of_the_file_are_named_in_its_manifest),
		ODT_TEST(text_is_what_was_said),
		ODT_TEST(paragraphs_that_stand_alike_have_one_style),
		ODT_TEST(only_the_first_page_has_no_number),
		ODT_TEST(a_table_repeats_its_heading_and_keeps_its_rows_whole),
		ODT_TEST(each_row_of_a_group_names_the_mentor),
		ODT_TEST(a_heading_stands_over_all_columns),
		ODT_TEST(a_long_post_stands_above_the_line_to_sign_on),
		ODT_TEST(a_bar_is_made_of_characters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
