/* Papers as PDF, read back with the tools of poppler. */
#include <dirent.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "nastavnik/base/paths.h"
#include "nastavnik/base/str.h"
#include "nastavnik/print/pdf.h"
#include "papers_made.h"

struct fixture {
	struct arena a;
	char folder[64];
	const char *path;
	struct str said; /* by the newest command */
};

static int fixture_make(void **state)
{
	struct fixture *f = mem_alloc(sizeof(*f));

	strcpy(f->folder, "/tmp/nastavnik-pdf-XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	f->path = arena_printf(&f->a, "%s/приказ.pdf", f->folder);
	*state = f;
	return 0;
}

static int fixture_drop(void **state)
{
	struct fixture *f = *state;
	int status = system(arena_printf(&f->a, "rm -r '%s'", f->folder));

	arena_done(&f->a);
	str_done(&f->said);
	free(f);
	return status;
}

/* What a command says; it must succeed. */
static const char *say(struct fixture *f, const char *command)
{
	FILE *pipe = popen(command, "r");
	char buf[4096];
	size_t n;

	assert_non_null(pipe);
	str_clear(&f->said);
	while ((n = fread(buf, 1, sizeof(buf), pipe)) > 0)
		str_add_n(&f->said, buf, n);
	if (pclose(pipe) != 0)
		fail_msg("failed: %s", command);
	return str_text(&f->said);
}

static const char *tool(struct fixture *f, const char *command, const char *more)
{
	return say(f, arena_printf(&f->a, "%s '%s' %s", command, f->path, more));
}

static size_t count(const char *text, const char *words)
{
	size_t n = 0;

	for (const char *at = text; (at = strstr(at, words)); at += strlen(words))
		n++;
	return n;
}

static size_t paper_write(struct fixture *f, const struct doc *doc)
{
	size_t pages = 0;
	enum rc rc = pdf_write(doc, f->path, &pages);

	if (rc != RC_OK)
		fail_msg("%s", err_last()->text);
	return pages;
}

static struct doc *order_doc(struct fixture *f, const struct paper_order *order)
{
	struct doc *doc = NULL;

	assert_int_equal(paper_order(&f->a, order, &doc), RC_OK);
	return doc;
}

static size_t order_write(struct fixture *f, size_t pairs)
{
	struct paper_order order = order_made(&f->a, pairs);

	return paper_write(f, order_doc(f, &order));
}

static size_t long_list_write(struct fixture *f, size_t pairs)
{
	struct paper_order order = order_of_long_names(&f->a, pairs);
	struct doc *doc = NULL;

	assert_int_equal(paper_pair_list(&f->a, &order, &doc), RC_OK);
	return paper_write(f, doc);
}

static void words_of_the_order_can_be_found_and_copied(void **state)
{
	struct fixture *f = *state;

	order_write(f, 9);
	const char *text = tool(f, "pdftotext -layout", "-");
	assert_non_null(strstr(text, "О закреплении наставнических пар (групп)"));
	assert_non_null(strstr(text, "ПРИКАЗЫВАЮ:"));
	assert_non_null(strstr(text, "от 15.09.2026 № 112-од"));
	assert_non_null(strstr(text, "«Школа № 9»"));
	assert_non_null(strstr(text, "Салтыкова-Щедрина"));
	assert_non_null(strstr(text, "Черных Александра Константиновна"));
	assert_null(strstr(text, "\u00a0"));
}

static void plain_text_keeps_the_words_whole_too(void **state)
{
	struct fixture *f = *state;

	order_write(f, 60);
	const char *text = tool(f, "pdftotext", "-");
	struct paper_order order = order_made(&f->a, 60);
	for (size_t i = 0; i < order.n; i++) {
		char *save, *name = arena_strdup(&f->a, order.pair[i].mentee);
		for (char *word = strtok_r(name, " ", &save); word;
		     word = strtok_r(NULL, " ", &save))
			if (!strstr(text, word))
				fail_msg("%s is not in the paper", word);
	}
}

static void empty_number_and_date_leave_lines_to_write_on(void **state)
{
	struct fixture *f = *state;
	struct paper_order order = order_made(&f->a, 1);

	order.number = "";
	order.date = 0;
	paper_write(f, order_doc(f, &order));
	const char *text = tool(f, "pdftotext -layout", "-");
	assert_int_equal(count(text, "от ____________"), 2);
	assert_int_equal(count(text, "№ ______"), 2);
}

static void the_file_knows_its_title_and_its_pages(void **state)
{
	struct fixture *f = *state;
	size_t pages = order_write(f, 400);
	const char *info = tool(f, "pdfinfo", "");

	assert_non_null(strstr(
		info, "Приказ о закреплении наставнических пар (групп) на 2026/2027 учебный год"));
	assert_non_null(strstr(info, arena_printf(&f->a, "Pages:           %zu\n", pages)));
	assert_non_null(strstr(info, "(A4)"));
}

static void all_fonts_are_embedded_and_have_a_map_to_letters(void **state)
{
	struct fixture *f = *state;

	order_write(f, 9);
	const char *fonts = tool(f, "pdffonts", "| tail -n +3");
	assert_true(count(fonts, "\n") >= 2);
	assert_int_equal(count(fonts, "yes yes yes"), count(fonts, "\n"));
}

static void each_page_but_the_first_has_number_and_headings(void **state)
{
	struct fixture *f = *state;
	size_t pages = long_list_write(f, 100);
	const char *at = tool(f, "pdftotext -layout", "-");

	for (size_t page = 1; page <= pages; page++) {
		const char *end = strchr(at, '\f');
		assert_non_null(end);
		const char *text = arena_strndup(&f->a, at, (size_t)(end - at));
		assert_int_equal(atoi(text), page > 1 ? (int)page : 0);
		/* the last page may hold nothing but the end of the table and the signatures */
		assert_int_equal(count(text, "Форма"), 1);
		at = end + 1;
	}
}

static void rows_keep_their_order_and_are_never_cut_over_forty_pages(void **state)
{
	struct fixture *f = *state;

	assert_true(long_list_write(f, 400) >= 40);
	const char *text = tool(f, "pdftotext -layout", "-");
	const char *last = text;
	for (size_t i = 1; i <= 400; i++) {
		const char *at = strstr(text, arena_printf(&f->a, "№%zu,", i));
		assert_non_null(at);
		assert_true(at > last || i == 1);
		last = at;
	}
	for (const char *at = text, *end; (end = strchr(at, '\f')); at = end + 1) {
		const char *page = arena_strndup(&f->a, at, (size_t)(end - at));
		assert_int_equal(count(page, "Воскресенская"), count(page, "категории"));
	}
}

static void five_thousand_pairs_are_a_paper_too(void **state)
{
	struct fixture *f = *state;
	size_t pages = order_write(f, 5000);

	assert_true(pages > 200);
	assert_non_null(strstr(tool(f, "pdfinfo", ""), arena_printf(&f->a, "%zu\n", pages)));
}

static void the_same_paper_gives_the_same_bytes(void **state)
{
	struct fixture *f = *state;
	const char *first = arena_printf(&f->a, "%s/first.pdf", f->folder);

	setenv("SOURCE_DATE_EPOCH", "1790000000", 1);
	order_write(f, 30);
	assert_int_equal(rename(f->path, first), 0);
	order_write(f, 30);
	unsetenv("SOURCE_DATE_EPOCH");
	say(f, arena_printf(&f->a, "cmp '%s' '%s'", first, f->path));
	assert_non_null(strstr(tool(f, "pdfinfo -isodates", ""), "2026-09-21"));
}

static size_t files_in(const char *folder)
{
	DIR *dir = opendir(folder);
	size_t n = 0;

	assert_non_null(dir);
	for (const struct dirent *e; (e = readdir(dir));)
		n += e->d_name[0] != '.';
	closedir(dir);
	return n;
}

static void a_full_disk_leaves_the_old_paper_alone(void **state)
{
	struct fixture *f = *state;
	struct paper_order order = order_made(&f->a, 400);
	const struct doc *doc = order_doc(f, &order);
	struct rlimit before, little = { .rlim_cur = 4096 };
	struct stat was, is;

	order_write(f, 1);
	assert_int_equal(stat(f->path, &was), 0);
	signal(SIGXFSZ, SIG_IGN);
	getrlimit(RLIMIT_FSIZE, &before);
	little.rlim_max = before.rlim_max;
	setrlimit(RLIMIT_FSIZE, &little);
	enum rc rc = pdf_write(doc, f->path, NULL);
	setrlimit(RLIMIT_FSIZE, &before);
	assert_int_equal(rc, RC_IO);
	assert_non_null(strstr(err_last()->text, f->path));
	assert_int_equal(stat(f->path, &is), 0);
	assert_int_equal(is.st_size, was.st_size);
	assert_int_equal(is.st_ino, was.st_ino);
	assert_int_equal(files_in(f->folder), 1);
}

static void places_that_are_no_files_are_refused_by_name(void **state)
{
	struct fixture *f = *state;
	const struct doc *doc = doc_new(&f->a, "Пусто");
	const char *const bad[] = { f->folder, "/dev/null",
				    arena_printf(&f->a, "%s/нет/приказ.pdf", f->folder) };

	for (size_t i = 0; i < 3; i++) {
		assert_int_equal(pdf_write(doc, bad[i], NULL), RC_IO);
		assert_non_null(strstr(err_last()->text, bad[i]));
	}
	assert_int_equal(files_in(f->folder), 0);
}

static void a_link_to_a_paper_stays_a_link(void **state)
{
	struct fixture *f = *state;
	const char *link = arena_printf(&f->a, "%s/link.pdf", f->folder);
	struct stat st;

	order_write(f, 1);
	assert_int_equal(symlink(f->path, link), 0);
	assert_int_equal(pdf_write(doc_new(&f->a, "Пусто"), link, NULL), RC_OK);
	assert_int_equal(lstat(link, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(files_in(f->folder), 2);
}

/* This program again, in another place: what it says of writing a paper there. */
static const char *said_elsewhere(struct fixture *f)
{
	return say(f, arena_printf(&f->a, "'%s/bin/program' '%s'", f->folder, f->path));
}

static void the_module_is_found_where_it_was_installed_and_missed_where_it_was_not(void **state)
{
	struct fixture *f = *state;
	const char *lib =
		MODULE_DIR[0] == '/' ? NULL : arena_printf(&f->a, "%s/%s", f->folder, MODULE_DIR);

	if (!lib)
		skip(); /* an absolute libdir is not under the prefix */
	say(f, arena_printf(&f->a, "mkdir -p '%s/bin' && cp /proc/%ld/exe '%s/bin/program'",
			    f->folder, (long)getpid(), f->folder));
	assert_non_null(strstr(said_elsewhere(f), "nastavnik-pdf.so"));
	say(f, arena_printf(&f->a, "mkdir -p '%s' && cp '%s' '%s'", lib, MODULE, lib));
	assert_string_equal(said_elsewhere(f), "written\n");
	assert_non_null(strstr(tool(f, "pdfinfo", ""), "Pages:           1\n"));
}

static void without_russian_fonts_the_package_to_install_is_named(void **state)
{
	struct fixture *f = *state;
	const char *conf = arena_printf(&f->a, "%s/fonts.conf", f->folder);
	FILE *file = fopen(conf, "w");

	assert_non_null(file);
	fprintf(file, "<fontconfig><dir>%s</dir></fontconfig>\n", f->folder);
	assert_int_equal(fclose(file), 0);
	const char *said = say(f, arena_printf(&f->a, "FONTCONFIG_FILE='%s' /proc/%ld/exe '%s'",
					       conf, (long)getpid(), f->path));
	assert_non_null(strstr(said, "fonts-paratype"));
	assert_int_equal(access(f->path, F_OK), -1);
}

/* Dark dots of the page, 36 an inch. */
static long dots(struct fixture *f, int value)
{
	static const struct doc_column column[] = { { "", 1, 0, DOC_LEFT, true } };
	struct doc *doc = doc_new(&f->a, "");
	long dark = 0;

	doc->size = 400;
	doc_table_row(doc, doc_table(doc, column, 1), (const char *[]){ doc_bar(&f->a, value) });
	assert_int_equal(paper_write(f, doc), 1);
	say(f, arena_printf(&f->a, "pdftoppm -gray -r 36 '%s'", f->path));
	for (size_t i = 0; i < f->said.len; i++)
		dark += (unsigned char)f->said.text[i] < 100;
	return dark;
}

static void a_bar_is_as_long_as_its_value(void **state)
{
	struct fixture *f = *state;
	long none = dots(f, 0), half = dots(f, 500) - none, whole = dots(f, 1000) - none;

	assert_true(whole > 1000);
	assert_in_range(half * 100 / whole, 46, 54);
}

static int write_one(const char *path)
{
	struct arena a = { 0 };
	enum rc rc = pdf_write(doc_new(&a, "Пусто"), path, NULL);

	puts(rc == RC_OK ? "written" : err_last()->text);
	arena_done(&a);
	return 0;
}

int main(int argc, char **argv)
{
	static const struct CMUnitTest tests[] = {
#define STORY(name) cmocka_unit_test_setup_teardown(name, fixture_make, fixture_drop)
		STORY(words_of_the_order_can_be_found_and_copied),
		STORY(plain_text_keeps_the_words_whole_too),
		STORY(empty_number_and_date_leave_lines_to_write_on),
		STORY(the_file_knows_its_title_and_its_pages),
		STORY(all_fonts_are_embedded_and_have_a_map_to_letters),
		STORY(each_page_but_the_first_has_number_and_headings),
		STORY(rows_keep_their_order_and_are_never_cut_over_forty_pages),
		STORY(five_thousand_pairs_are_a_paper_too),
		STORY(the_same_paper_gives_the_same_bytes),
		STORY(a_full_disk_leaves_the_old_paper_alone),
		STORY(places_that_are_no_files_are_refused_by_name),
		STORY(a_link_to_a_paper_stays_a_link),
		STORY(a_bar_is_as_long_as_its_value),
		STORY(without_russian_fonts_the_package_to_install_is_named),
		STORY(the_module_is_found_where_it_was_installed_and_missed_where_it_was_not),
	};

	paths_init(argv[0]);
	if (argc > 1)
		return write_one(argv[1]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
