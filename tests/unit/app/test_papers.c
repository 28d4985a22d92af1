/* Papers of a small school, compared with pages that people have read. NASTAVNIK_GOLDEN=write makes
 * them anew. */
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "nastavnik/app/blanks.h"
#include "nastavnik/app/bonds.h"
#include "nastavnik/app/pairs.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/app/people.h"
#include "nastavnik/app/settings.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/school.h"

static void school_named(struct fixture *f, const char *post)
{
	struct school school;

	must(school_get(app_store(f->app), &f->arena, &school));
	school.name = "Муниципальное бюджетное общеобразовательное учреждение «Школа № 9»";
	school.town = "г. Заречный";
	school.director = "Иванова Мария Петровна";
	school.curator = "Петрова Анна Ильинична";
	school.curator_position = post;
	must(settings_save_school(f->app, &school));
}

static int papers_setup(void **state)
{
	struct fixture *f;

	if (fixture_setup(state))
		return 1;
	f = *state;
	school_named(f, "Заместитель директора");
	import_text(f, IMPORT_MENTORS,
		    "ФИО;Класс;Должность;Компетенции;Сколько наставляемых;Телефон;Достижения\n"
		    "Титов Лев Романович;;учитель математики;математика;2;+7 900 000-00-01;\n"
		    "Лаптева Ия Семёновна;10Б;;английский язык;1;;призёр олимпиады\n");
	import_text(f, IMPORT_MENTEES,
		    "ФИО;Класс;Запрос;Дата рождения;Представитель\n"
		    "Ёлкина Зоя Андреевна;7В;английский язык;14.03.2013;Ёлкина Анна Львовна\n"
		    "Быков Пётр Ильич;6А;математика;02.09.2014;Быков Илья Ильич\n"
		    "Журавлёв Глеб;6Б;математика;2014;\n");
	return 0;
}

static int papers_teardown(void **state)
{
	struct fixture *f = *state;
	const char *folder = arena_printf(&f->arena, "%s/school.papers", f->folder);

	unlink(arena_printf(&f->arena, "%s/mentor_registry.txt", folder));
	unlink(arena_printf(&f->arena, "%s/mentor_registry.txt.old", folder));
	unlink(arena_printf(&f->arena, "%s/how.txt", folder));
	rmdir(folder);
	return fixture_teardown(state);
}

static void pairs_made(struct fixture *f)
{
	struct pairs *pairs;
	int64_t bonds;

	must(pairs_open(f->app, &pairs));
	must(pairs_run(pairs));
	must(pairs_confirm(pairs, &bonds));
	pairs_close(pairs);
}

static char *file_read(struct arena *a, const char *path)
{
	static char buf[1 << 18];
	FILE *file = fopen(path, "rb");
	size_t n;

	if (!file)
		fail_msg("%s is not there; NASTAVNIK_GOLDEN=write makes it", path);
	n = fread(buf, 1, sizeof(buf), file);
	fclose(file);
	return arena_strndup(a, buf, n);
}

/* The paper's text pages. */
static const char *paper_text(struct fixture *f, const struct paper_wish *wish)
{
	const char *path = arena_printf(&f->arena, "%s/paper.txt", f->folder);

	must(paper_save(f->app, wish, path, NULL, NULL, NULL));
	return file_read(&f->arena, path);
}

/* On one line: a name may be parted by the end of one. */
static const char *paper_flat(struct fixture *f, const struct paper_wish *wish)
{
	char *text = arena_strdup(&f->arena, paper_text(f, wish)), *to = text;

	for (const char *p = text; *p; p++) {
		char c = *p == '\n' ? ' ' : *p;

		if (c != ' ' || to == text || to[-1] != ' ')
			*to++ = c;
	}
	*to = '\0';
	return text;
}

static void golden_check(struct fixture *f, const char *name, const char *text)
{
	const char *path = arena_printf(&f->arena, "%s/%s.txt", GOLDEN_DIR, name);

	if (getenv("NASTAVNIK_GOLDEN")) {
		FILE *file = fopen(path, "wb");

		assert_non_null(file);
		fputs(text, file);
		assert_int_equal(fclose(file), 0);
	}
	assert_string_equal(text, file_read(&f->arena, path));
}

/* For the first whom it can be made for, or the year. */
static struct paper_wish first_of(struct fixture *f, const char *name)
{
	struct paper_wish wish = { .paper = paper_find(name) };
	struct choices choices;

	assert_non_null(wish.paper);
	must(paper_choices(f->app, wish.paper, &f->arena, &choices));
	if (choices.n)
		wish.ids = (struct ids){ memcpy(arena_alloc(&f->arena, sizeof(int64_t)),
						&choices.row[0].id, sizeof(int64_t)),
					 1 };
	return wish;
}

static void papers_read_as_people_expect_them(void **state)
{
	static const char *const name[] = {
		"mentee_base",
		"mentor_base",
		"mentor_registry",
		"regulation",
		"application_pupil",
		"application_adult",
		"consent_data_pupil",
		"consent_data_adult",
		"consent_publish_pupil",
		"consent_publish_adult",
		"diary_blank",
		"meeting_sheet",
		"order",
		"questionnaire",
		"monitoring",
	};
	struct fixture *f = *state;

	pairs_made(f);
	for (size_t i = 0; i < sizeof(name) / sizeof(name[0]); i++) {
		struct paper_wish wish = first_of(f, name[i]);

		golden_check(f, name[i], paper_text(f, &wish));
	}
}

static struct survey survey_coded(struct fixture *f, const char *code)
{
	struct survey survey;

	must(survey_find(f->app, &f->arena, code, &survey));
	return survey;
}

/* Who has what code is known to the curator alone. */
static void sheets_have_codes_and_no_names(void **state)
{
	struct fixture *f = *state;
	struct survey fit = survey_coded(f, "fit"), event = survey_coded(f, "event");
	struct paper_wish sheets = { .paper = paper_find("questionnaire_coded"),
				     .ids = { &fit.head.id, 1 } };
	const struct paper_wish codes = { .paper = paper_find("respondent_codes") };
	const char *path = arena_printf(&f->arena, "%s/paper.txt", f->folder), *text;
	int64_t person;
	size_t n;

	assert_int_equal(paper_save(f->app, &sheets, path, NULL, NULL, &n), RC_NOT_FOUND);
	must(blanks_prepare(f->app, &fit, &n));
	assert_int_equal(n, 5);
	must(blanks_prepare(f->app, &fit, &n));
	assert_int_equal(n, 0);
	must(paper_save(f->app, &sheets, path, NULL, NULL, &n));
	assert_int_equal(n, 5);
	text = file_read(&f->arena, path);
	assert_non_null(strstr(text, "2Н-003"));
	assert_non_null(strstr(text, "3Н-002"));
	assert_null(strstr(text, "Ёлкина"));
	golden_check(f, "respondent_codes", paper_text(f, &codes));

	must(blank_respondent(f->app, &f->arena, &fit, "3н-1", &person));
	assert_int_equal(person, participant_named(f, ROLE_MENTOR, "Лаптева"));
	assert_int_equal(blank_respondent(f->app, &f->arena, &fit, "1", &person), RC_INVALID);
	must(blank_respondent(f->app, &f->arena, &fit, "быков", &person));
	sheets.people = (struct ids){ &person, 1 };
	must(paper_save(f->app, &sheets, path, NULL, NULL, &n));
	assert_int_equal(n, 1);
	sheets.ids.row = &event.head.id;
	sheets.people.n = 0;
	assert_int_equal(paper_save(f->app, &sheets, path, NULL, NULL, &n), RC_NOT_FOUND);
	assert_int_equal(blank_respondent(f->app, &f->arena, &event, "Быков", &person),
			 RC_NOT_FOUND);
}

static void a_blank_is_for_nobody(void **state)
{
	struct fixture *f = *state;
	struct paper_wish wish = { .paper = paper_find("consent_data_pupil"), .blank = true };

	golden_check(f, "consent_data_pupil-blank", paper_text(f, &wish));
}

static size_t pages_of(const char *text)
{
	size_t n = 1;

	for (; *text; text++)
		n += *text == '\f';
	return n;
}

static void for_all_it_is_one_document_of_those_who_have_not_signed(void **state)
{
	struct fixture *f = *state;
	const struct paper_wish wish = { .paper = paper_find("application_pupil") };
	struct participant zoya;

	assert_int_equal(pages_of(paper_text(f, &wish)),
			 4); /* three mentees, a pupil who mentors */
	must(participant_get(app_store(f->app), &f->arena,
			     participant_named(f, ROLE_MENTEE, "Ёлкина"), &zoya));
	zoya.consent_on = 20260905;
	must(people_save_participant(f->app, &zoya, PEOPLE_ANOTHER, NULL));
	assert_int_equal(pages_of(paper_text(f, &wish)), 3);
	assert_null(strstr(paper_text(f, &wish), "Ёлкин"));
}

static void a_name_has_its_case_and_the_cards_correction(void **state)
{
	struct fixture *f = *state;
	struct paper_wish wish = first_of(f, "application_pupil");
	struct name_case own;

	assert_non_null(strstr(paper_flat(f, &wish), "Быкова Петра Ильича"));
	assert_non_null(strstr(paper_flat(f, &wish), "от Быкова Ильи Ильича"));
	assert_non_null(strstr(paper_flat(f, &wish), "Ивановой Марии Петровне"));
	name_case_init(&own, wish.ids.row[0]);
	own.genitive = "Быкова-Петра";
	must(people_save_cases(f->app, &own));
	assert_non_null(strstr(paper_flat(f, &wish), "Быкова-Петра"));
}

static void the_curators_post_stands_inside_a_sentence(void **state)
{
	static const char *const post[][2] = {
		{ "Заместитель директора", "Ильинична, заместитель директора." },
		{ "ЗДВР", "Ильинична, ЗДВР." },
		{ "", "Ильинична." },
	};
	struct fixture *f = *state;
	const struct paper_wish wish = { .paper = paper_find("order") };

	pairs_made(f);
	for (size_t i = 0; i < sizeof(post) / sizeof(post[0]); i++) {
		struct paper_text text;
		bool found = false;

		school_named(f, post[i][0]);
		must(paper_lines(f->app, &wish, &f->arena, 200, &text));
		for (size_t k = 0; k < text.n; k++)
			found |= strstr(text.line[k], post[i][1]) != NULL;
		assert_true(found);
	}
}

static void a_pair_that_has_ended_has_its_papers_but_is_not_among_all(void **state)
{
	struct fixture *f = *state;
	struct paper_wish wish = { .paper = paper_find("meeting_sheet") };
	struct members members;

	pairs_made(f);
	assert_int_equal(pages_of(paper_text(f, &wish)), 2); /* a group is one */
	must(members_load(app_store(f->app), &f->arena, 2026, &members));
	must(bonds_end(f->app, members.row[0].id, 20261120, "переезд"));
	assert_int_equal(pages_of(paper_text(f, &wish)), 1);
	assert_null(strstr(paper_text(f, &wish), "Лаптева"));
	wish.ids = (struct ids){ &members.row[0].bond, 1 };
	assert_non_null(strstr(paper_text(f, &wish), "Лаптева"));
}

static void own_write(struct fixture *f, const char *text)
{
	FILE *file =
		fopen(paper_own_path(f->app, &f->arena, paper_find("mentor_registry"), NULL), "wb");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
}

static void the_schools_own_text_wins(void **state)
{
	struct fixture *f = *state;
	const struct paper_wish wish = { .paper = paper_find("mentor_registry") };
	const char *path = arena_printf(&f->arena, "%s/paper.txt", f->folder);
	bool there;

	must(paper_own_make(f->app, wish.paper));
	assert_int_equal(paper_own_make(f->app, wish.paper), RC_CONFLICT);
	paper_own_path(f->app, &f->arena, wish.paper, &there);
	assert_true(there);
	assert_int_equal(
		access(arena_printf(&f->arena, "%s/school.papers/how.txt", f->folder), R_OK), 0);
	assert_non_null(strstr(paper_text(f, &wish), "Реестр наставников"));
	/* as Windows' notepad saves it */
	own_write(f,
		  ".left\r\n\xc2\xe0\xf8\xe8 \xed\xe0\xf1\xf2\xe0\xe2\xed\xe8\xea\xe8 {year}\r\n");
	assert_string_equal(paper_text(f, &wish), "Ваши наставники 2026/2027\n");
	unlink(path);
	own_write(f, ".left\nРеестр\n\n.table mentors\nФИО | weight=1 | left | {nobody}\n");
	assert_int_equal(paper_save(f->app, &wish, path, NULL, NULL, NULL), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "mentor_registry.txt, line 5"));
	assert_int_not_equal(access(path, F_OK), 0);
	must(paper_own_drop(f->app, wish.paper));
	assert_int_equal(paper_own_drop(f->app, wish.paper), RC_NOT_FOUND);
	assert_non_null(strstr(paper_text(f, &wish), "Реестр наставников"));
}

/* The places that how.txt promises to every paper. */
static void every_paper_knows_the_places_of_all(void **state)
{
	struct fixture *f = *state;
	const struct paper_wish wish = { .paper = paper_find("mentor_registry") };

	must(paper_own_make(f->app, wish.paper));
	own_write(f, ".left\n{школа} {школы} {школа_кратко} {город} {год} {сегодня}\n"
		     "{сегодня_словами} {директор:твор} {директор_иоф} {должность_директора}\n"
		     "{куратор:дат} {куратор_иоф} {должность_куратора} {куратор_должность}\n"
		     "[{номер_приказа}] [{дата_приказа}] {клетка}\n");
	assert_non_null(strstr(paper_flat(f, &wish), "Ивановой Марией Петровной"));
	assert_non_null(strstr(paper_flat(f, &wish), "Петровой Анне Ильиничне"));
	assert_non_null(strstr(paper_flat(f, &wish), "22 ноября 2026 г."));
}

static void with_nothing_in_it_there_is_a_sentence(void **state)
{
	struct fixture *f = *state;
	const char *path = arena_printf(&f->arena, "%s/paper.txt", f->folder);
	struct app *empty;

	must(app_new(arena_printf(&f->arena, "%s/empty.nastavnik", f->folder), "Школа", 2026,
		     &empty));
	for (size_t i = 0; paper_at(i); i++) {
		const struct paper_wish wish = { .paper = paper_at(i) };
		enum rc rc = paper_save(empty, &wish, path, NULL, NULL, NULL);

		if (rc == RC_OK)
			unlink(path);
		else
			assert_int_equal(rc, RC_NOT_FOUND);
		assert_int_not_equal(access(path, F_OK), 0);
		if (rc != RC_OK)
			assert_true(*err_last()->text);
	}
	app_close(empty);
}

static void names_are_stable_and_every_paper_has_its_text(void **state)
{
	struct fixture *f = *state;

	for (size_t i = 0; paper_at(i); i++) {
		const struct paper *paper = paper_at(i);
		struct stat st;

		assert_ptr_equal(paper_find(paper->name), paper);
		assert_in_range(paper->stage, 1, 7);
		assert_int_equal(
			stat(arena_printf(&f->arena, "%s/%s.txt", TEXTS_DIR, paper->name), &st), 0);
	}
	assert_null(paper_find("nonsense"));
}

#define test(name) cmocka_unit_test_setup_teardown(name, papers_setup, papers_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		test(papers_read_as_people_expect_them),
		test(sheets_have_codes_and_no_names),
		test(a_blank_is_for_nobody),
		test(for_all_it_is_one_document_of_those_who_have_not_signed),
		test(a_name_has_its_case_and_the_cards_correction),
		test(the_curators_post_stands_inside_a_sentence),
		test(a_pair_that_has_ended_has_its_papers_but_is_not_among_all),
		test(the_schools_own_text_wins),
		test(every_paper_knows_the_places_of_all),
		test(with_nothing_in_it_there_is_a_sentence),
		test(names_are_stable_and_every_paper_has_its_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
