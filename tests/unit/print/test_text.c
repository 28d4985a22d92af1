/* Papers as text: pages that people read, compared with pages that people have read.
 * NASTAVNIK_GOLDEN=1 writes them anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "nastavnik/base/utf8.h"
#include "nastavnik/print/papers.h"
#include "nastavnik/print/text.h"
#include "papers_made.h"

struct fixture {
	struct arena a;
	struct str text;
};

static int fixture_make(void **state)
{
	*state = mem_alloc(sizeof(struct fixture));
	return 0;
}

static int fixture_drop(void **state)
{
	struct fixture *f = *state;

	arena_done(&f->a);
	str_done(&f->text);
	free(f);
	return 0;
}

static const char *golden_path(struct arena *a, const char *name)
{
	return arena_printf(a, "%s/%s.txt", GOLDEN_DIR, name);
}

static char *file_read(struct arena *a, const char *path)
{
	FILE *file = fopen(path, "rb");
	static char buf[1 << 16];

	if (!file)
		fail_msg("%s is not there; NASTAVNIK_GOLDEN=1 writes it", path);
	size_t n = fread(buf, 1, sizeof(buf), file);
	fclose(file);
	return arena_strndup(a, buf, n);
}

static void golden_check(struct fixture *f, const char *name)
{
	const char *path = golden_path(&f->a, name);

	if (getenv("NASTAVNIK_GOLDEN")) {
		FILE *file = fopen(path, "wb");
		assert_non_null(file);
		assert_int_equal(fwrite(f->text.text, 1, f->text.len, file), f->text.len);
		assert_int_equal(fclose(file), 0);
	}
	assert_string_equal(str_text(&f->text), file_read(&f->a, path));
}

static struct text_pages lay(struct fixture *f, const struct doc *doc, struct text_setup setup)
{
	struct text_pages pages;

	text_layout(&f->a, doc, &setup, &pages);
	text_write(&pages, &f->text);
	return pages;
}

static struct doc *order_doc(struct fixture *f, const struct paper_order *order)
{
	struct doc *doc = NULL;

	assert_int_equal(paper_order(&f->a, order, &doc), RC_OK);
	return doc;
}

static void an_order_with_its_pair_list_reads_as_the_secretary_expects(void **state)
{
	struct fixture *f = *state;
	struct paper_order order = order_made(&f->a, 9);

	lay(f, order_doc(f, &order), (struct text_setup){ 0 });
	golden_check(f, "order");
}

static void an_order_without_number_date_and_director_leaves_places_to_write(void **state)
{
	struct fixture *f = *state;
	struct paper_order order = order_made(&f->a, 1);

	order.number = order.director = order.curator = "";
	order.date = 0;
	lay(f, order_doc(f, &order), (struct text_setup){ 0 });
	golden_check(f, "order-empty");
}

static void a_pair_list_in_ascii_has_no_character_that_cp1251_lacks(void **state)
{
	struct fixture *f = *state;
	struct paper_order order = order_made(&f->a, 5);
	struct doc *doc = NULL;

	assert_int_equal(paper_pair_list(&f->a, &order, &doc), RC_OK);
	lay(f, doc, (struct text_setup){ .ascii = true });
	golden_check(f, "pairs-ascii");
	for (const char *at = f->text.text; *at;) {
		uint32_t cp;
		at += utf8_decode(at, &cp);
		assert_false(cp >= 0x2500 && cp < 0x2600);
		assert_int_not_equal(cp, 0xa0);
	}
}

static void a_long_school_name_and_long_posts_stay_inside_their_places(void **state)
{
	struct fixture *f = *state;
	struct paper_order order = order_of_long_names(&f->a, 3);

	lay(f, order_doc(f, &order), (struct text_setup){ 0 });
	golden_check(f, "order-long");
}

static size_t page_end(const struct text_pages *pages, size_t page)
{
	return page + 1 < pages->pages ? pages->page[page + 1] : pages->lines;
}

static void no_page_is_longer_or_wider_than_the_paper(void **state)
{
	struct fixture *f = *state;
	struct paper_order order = order_made(&f->a, 400);
	struct text_pages pages = lay(f, order_doc(f, &order), (struct text_setup){ 0 });

	assert_true(pages.pages > 10);
	for (size_t p = 0; p < pages.pages; p++)
		assert_in_range(page_end(&pages, p) - pages.page[p], 1, 60);
	for (size_t i = 0; i < pages.lines; i++)
		assert_in_range(utf8_width(pages.line[i]), 0, 80);
}

static bool line_has(const struct text_pages *pages, size_t i, const char *words)
{
	return strstr(pages->line[i], words) != NULL;
}

static void each_page_of_a_long_table_has_the_number_and_the_headings(void **state)
{
	struct fixture *f = *state;
	struct paper_order order = order_made(&f->a, 400);
	struct doc *doc = NULL;

	assert_int_equal(paper_pair_list(&f->a, &order, &doc), RC_OK);
	struct text_pages pages = lay(f, doc, (struct text_setup){ 0 });
	assert_int_equal(atoi(pages.line[0]), 0);
	for (size_t p = 1; p < pages.pages; p++) {
		assert_int_equal(atoi(pages.line[pages.page[p]]), (int)p + 1);
		assert_true(line_has(&pages, pages.page[p] + 2, "┌"));
		assert_true(line_has(&pages, pages.page[p] + 3, "Наставник"));
	}
}

/* A row of this paper begins with the mentor's first name and ends with the mentor's number. */
static void rows_of_three_lines_are_never_cut_over_forty_pages(void **state)
{
	struct fixture *f = *state;
	struct paper_order order = order_of_long_names(&f->a, 400);
	struct doc *doc = NULL;
	size_t rows = 0;

	assert_int_equal(paper_pair_list(&f->a, &order, &doc), RC_OK);
	struct text_pages pages = lay(f, doc, (struct text_setup){ 0 });
	assert_true(pages.pages >= 40);
	for (size_t p = 0; p < pages.pages; p++) {
		int open = 0;
		for (size_t i = pages.page[p]; i < page_end(&pages, p); i++) {
			open += line_has(&pages, i, "Воскресенская");
			if (line_has(&pages, i, "категории")) {
				open--;
				rows++;
			}
		}
		assert_int_equal(open, 0);
	}
	assert_int_equal(rows, 400);
}

static void a_group_that_goes_on_on_the_next_page_names_its_mentor_again(void **state)
{
	struct fixture *f = *state;
	struct paper_order order = order_made(&f->a, 60);
	struct paper_pair *pair = ARENA_NEW(&f->a, struct paper_pair, 60);
	struct doc *doc = NULL;
	size_t named = 0;

	for (size_t i = 0; i < 60; i++) {
		pair[i] = order.pair[0];
		pair[i].mentor = "Единственная Ева";
	}
	order.pair = pair;
	assert_int_equal(paper_pair_list(&f->a, &order, &doc), RC_OK);
	struct text_pages pages = lay(f, doc, (struct text_setup){ 0 });
	for (size_t i = 0; i < pages.lines; i++)
		named += line_has(&pages, i, "Единственная");
	assert_true(pages.pages > 2);
	assert_int_equal(named, pages.pages);
}

static void a_row_taller_than_a_page_is_cut_and_loses_no_word(void **state)
{
	struct fixture *f = *state;
	struct doc *doc = doc_new(&f->a, "Список");
	const struct doc_column column[] = { { .heading = "Имя", .weight = 1 },
					     { .heading = "Слова", .weight = 1 } };
	struct doc_table *table = doc_table(doc, column, 2);
	struct str words = { 0 };

	for (int i = 1; i <= 150; i++)
		str_printf(&words, "слово-%d\n", i);
	doc_table_row(doc, table, (const char *const[]){ "Ольга", str_text(&words) });
	struct text_pages pages = lay(f, doc, (struct text_setup){ 0 });
	assert_int_equal(pages.pages, 3);
	for (int i = 1; i <= 150; i++)
		assert_non_null(strstr(f->text.text, arena_printf(&f->a, "слово-%d ", i)));
	str_done(&words);
}

static void signatures_never_stand_alone_on_a_page(void **state)
{
	struct fixture *f = *state;

	for (size_t n = 8; n < 40; n++) {
		struct paper_order order = order_made(&f->a, n);
		struct doc *doc = NULL;
		assert_int_equal(paper_pair_list(&f->a, &order, &doc), RC_OK);
		struct text_pages pages = lay(f, doc, (struct text_setup){ 0 });
		bool row = false;
		for (size_t i = pages.page[pages.pages - 1]; i < pages.lines; i++) {
			row = row || line_has(&pages, i, "01.09.2026");
			if (line_has(&pages, i, "Директор"))
				assert_true(row);
		}
	}
}

static void a_narrow_screen_gets_one_endless_page(void **state)
{
	struct fixture *f = *state;
	struct paper_order order = order_made(&f->a, 12);

	struct text_pages pages =
		lay(f, order_doc(f, &order), (struct text_setup){ .columns = 60, .lines = -1 });
	for (size_t i = 0; i < pages.lines; i++)
		assert_in_range(utf8_width(pages.line[i]), 0, 60);
	golden_check(f, "order-screen");
}

static void a_wide_list_lies_on_its_side(void **state)
{
	struct fixture *f = *state;
	static const struct doc_column column[] = {
		{ .heading = "ФИО", .weight = 35 },
		{ .heading = "Класс", .weight = 6, .align = DOC_CENTRE },
		{ .heading = "Запрос", .weight = 40 },
		{ .heading = "Согласие", .weight = 12 },
	};
	static const char *const cell[] = {
		"Ёлкина Зоя Андреевна",
		"9А",
		"профориентация",
		"02.09.2026",
		"О'Коннор Патрик",
		"10А",
		"английский язык, разговорная практика, подготовка к экзаменам",
		"",
	};
	const struct paper_list list = { .school = "МБОУ «Школа № 9»",
					 .title = "База наставляемых на 2026/2027 учебный год",
					 .note = "по состоянию на 22.11.2026",
					 .column = column,
					 .columns = 4,
					 .cell = cell,
					 .rows = 2 };
	const struct doc *doc = paper_list(&f->a, &list);

	assert_true(doc->landscape);
	lay(f, doc, (struct text_setup){ 0 });
	golden_check(f, "list");
}

static void bars_are_as_long_as_their_values(void **state)
{
	struct fixture *f = *state;

	lay(f, chart_made(&f->a), (struct text_setup){ 0 });
	golden_check(f, "bars");
	str_clear(&f->text);
	lay(f, chart_made(&f->a), (struct text_setup){ .ascii = true });
	golden_check(f, "bars-ascii");
}

static void a_bar_is_read_back_and_other_text_is_none(void **state)
{
	struct fixture *f = *state;
	int value[DOC_BARS] = { 0 };

	assert_int_equal(doc_bar_read(doc_bar_pair(&f->a, 0, 1000), value), 2);
	assert_int_equal(value[0], 0);
	assert_int_equal(value[1], 1000);
	assert_int_equal(doc_bar_read(doc_bar(&f->a, 1234), value), 1);
	assert_int_equal(value[0], 1000);
	static const char *const none[] = { "", "–", "5,4", "1001", "5:", "1:2:3", " 5", "-1" };
	for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
		assert_int_equal(doc_bar_read(none[i], value), 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
#define STORY(name) cmocka_unit_test_setup_teardown(name, fixture_make, fixture_drop)
		STORY(an_order_with_its_pair_list_reads_as_the_secretary_expects),
		STORY(an_order_without_number_date_and_director_leaves_places_to_write),
		STORY(a_pair_list_in_ascii_has_no_character_that_cp1251_lacks),
		STORY(a_long_school_name_and_long_posts_stay_inside_their_places),
		STORY(no_page_is_longer_or_wider_than_the_paper),
		STORY(each_page_of_a_long_table_has_the_number_and_the_headings),
		STORY(rows_of_three_lines_are_never_cut_over_forty_pages),
		STORY(a_group_that_goes_on_on_the_next_page_names_its_mentor_again),
		STORY(a_row_taller_than_a_page_is_cut_and_loses_no_word),
		STORY(signatures_never_stand_alone_on_a_page),
		STORY(a_narrow_screen_gets_one_endless_page),
		STORY(a_wide_list_lies_on_its_side),
		STORY(bars_are_as_long_as_their_values),
		STORY(a_bar_is_read_back_and_other_text_is_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
