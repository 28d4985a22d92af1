/* Noting consents, taking them back, what the class sheet brings, and papers by class. */
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/consents.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/app/people.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/step.h"

static int setup(void **state)
{
	struct fixture *f;

	setenv("NASTAVNIK_NOW", "2026-11-22T10:00:00", 1);
	if (fixture_setup(state))
		return 1;
	f = *state;
	import_text(f, IMPORT_PEOPLE,
		    "Фамилия;Имя;Отчество;Класс\n"
		    "Ёлкина;Зоя;Андреевна;7В\nБыков;Пётр;Ильич;7В\nЯшин;Лев;;10А\n");
	import_text(f, IMPORT_MENTEES,
		    "Фамилия;Имя;Отчество;Класс;Законный представитель\n"
		    "Ёлкина;Зоя;Андреевна;7В;Ёлкина Анна Петровна\n");
	return 0;
}

static struct consent_rows rows_of(struct fixture *f, enum consent_people people,
				   const char *class_name)
{
	struct consent_rows rows;

	must(consent_rows_load(app_store(f->app), &f->arena, 2026, people, class_name, &rows));
	return rows;
}

static struct consent_row elkina(struct fixture *f)
{
	struct consent_rows rows = rows_of(f, CONSENTS_OF_PARTICIPANTS, "");

	assert_int_equal(rows.n, 1);
	return rows.row[0];
}

static enum rc note(struct fixture *f, enum consent_kind kind, int64_t on)
{
	int64_t person = elkina(f).person.id;

	return consents_mark(f->app, (struct ids){ &person, 1 }, kind, on);
}

static void a_key_notes_it_and_takes_it_away(void **state)
{
	struct fixture *f = *state;
	struct consents all;

	assert_true(consents_owed(&(struct consent_row){ .person = elkina(f).person }));
	must(note(f, CONSENT_DATA, 20260902));
	assert_int_equal(elkina(f).mark[1].on, 20260902);
	must(note(f, CONSENT_DATA, 20260903)); /* a slip in the date is mended */
	must(consent_list(app_store(f->app), &f->arena, elkina(f).person.id, 2026, &all));
	assert_int_equal(all.n, 1);
	assert_int_equal(all.row[0].signed_on, 20260903);
	assert_string_equal(all.row[0].signed_by, "Ёлкина Анна Петровна");
	must(note(f, CONSENT_DATA, DATE_NONE));
	must(note(f, CONSENT_DATA, DATE_NONE)); /* there is none: nothing happens */
	assert_int_equal(elkina(f).mark[1].state, CONSENT_NONE);
}

static void the_same_twice_is_no_step(void **state)
{
	struct fixture *f = *state;
	struct steps before, after;

	must(note(f, CONSENT_TAKE_PART, 20260902));
	must(step_list(app_store(f->app), &f->arena, 0, &before));
	must(note(f, CONSENT_TAKE_PART, 20260902));
	must(step_list(app_store(f->app), &f->arena, 0, &after));
	assert_int_equal(before.n, after.n);
}

static void a_day_to_come_is_refused_and_nothing_is_changed(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(note(f, CONSENT_TAKE_PART, 20261123), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "still to come"));
	assert_int_equal(elkina(f).mark[0].state, CONSENT_NONE);
}

static void what_was_withdrawn_stays_as_history(void **state)
{
	struct fixture *f = *state;
	struct consents all;

	must(note(f, CONSENT_TAKE_PART, 20260902));
	assert_int_equal(consents_withdraw(f->app, elkina(f).mark[0].id, 20260801), RC_INVALID);
	must(consents_withdraw(f->app, elkina(f).mark[0].id, 20261001));
	assert_int_equal(elkina(f).mark[0].state, CONSENT_WITHDRAWN);
	must(note(f, CONSENT_TAKE_PART, DATE_NONE));
	assert_int_equal(elkina(f).mark[0].state, CONSENT_WITHDRAWN);
	must(note(f, CONSENT_TAKE_PART, 20261105)); /* a new paper */
	must(consent_list(app_store(f->app), &f->arena, elkina(f).person.id, 2026, &all));
	assert_int_equal(all.n, 2);
	must(consents_delete(f->app, elkina(f).mark[0].id));
	assert_int_equal(elkina(f).mark[0].state, CONSENT_WITHDRAWN);
}

static void a_paper_of_an_earlier_year_is_not_taken_away_by_a_key(void **state)
{
	struct fixture *f = *state;
	struct consent c;

	must(consents_new(f->app, &f->arena, elkina(f).person.id, &c));
	c.kind = CONSENT_DATA;
	c.signed_on = 20260902;
	c.until = 20310831;
	must(consents_save(f->app, &c));
	must(app_year_open(f->app, 2027));
	import_text(f, IMPORT_MENTEES, "Фамилия;Имя;Отчество;Класс\nЁлкина;Зоя;Андреевна;8В\n");

	struct consent_rows rows;
	must(consent_rows_load(app_store(f->app), &f->arena, 2027, CONSENTS_OF_PARTICIPANTS, "",
			       &rows));
	assert_int_equal(rows.row[0].mark[1].state, CONSENT_STANDS);
	assert_int_equal(consents_mark(f->app, (struct ids){ &rows.row[0].person.id, 1 },
				       CONSENT_DATA, DATE_NONE),
			 RC_CONFLICT);
	assert_non_null(strstr(err_last()->text, "earlier school year"));
}

static void a_request_from_the_sheet_makes_a_mentee(void **state)
{
	struct fixture *f = *state;
	struct consent_rows class_rows = rows_of(f, CONSENTS_OF_CLASS, "7В");
	const struct books *books = app_books(f->app);
	int64_t item[2] = { 0 };
	struct participant p;

	for (size_t i = 0, n = 0; i < books->n && n < 2; i++)
		if (books->row[i].book == BOOK_REQUEST)
			item[n++] = books->row[i].id;
	assert_int_equal(class_rows.n, 2);
	assert_int_equal(class_rows.row[0].mentee, 0);
	must(consents_request(f->app, class_rows.row[0].person.id, 0)); /* nothing to take away */
	assert_int_equal(rows_of(f, CONSENTS_OF_CLASS, "7В").row[0].mentee, 0);
	must(consents_request(f->app, class_rows.row[0].person.id, item[0]));
	must(consents_request(f->app, class_rows.row[0].person.id, item[1]));
	class_rows = rows_of(f, CONSENTS_OF_CLASS, "7В");
	assert_int_equal(class_rows.row[0].request, item[1]);
	must(participant_get(app_store(f->app), &f->arena, class_rows.row[0].mentee, &p));
	assert_int_equal(p.topics.n, 2); /* the first one is the second now */
	must(consents_request(f->app, class_rows.row[0].person.id, 0));
	assert_int_equal(rows_of(f, CONSENTS_OF_CLASS, "7В").row[0].request, item[0]);
}

static void who_has_no_data_consent_is_warned_of_apart(void **state)
{
	struct fixture *f = *state;
	struct issues issues = { .arena = &f->arena };
	struct participant p;

	must(note(f, CONSENT_TAKE_PART, 20260902));
	must(participant_get(app_store(f->app), &f->arena, elkina(f).mentee, &p));
	must(people_warn(f->app, &p, &issues));
	assert_string_equal(issues.row[issues.n - 1].text,
			    "There is no signed consent to the processing of personal data.");
	issues = (struct issues){ .arena = &f->arena };
	must(note(f, CONSENT_DATA, 20260902));
	must(participant_get(app_store(f->app), &f->arena, p.id, &p));
	assert_int_equal(p.data_consent_on, 20260902);
	must(people_warn(f->app, &p, &issues));
	for (size_t i = 0; i < issues.n; i++)
		assert_null(strstr(issues.row[i].text, "consent"));
}

static void joining_two_records_keeps_the_papers_of_both(void **state)
{
	struct fixture *f = *state;
	struct consent_rows pupils = rows_of(f, CONSENTS_OF_CLASS, "7В");
	int64_t keep = pupils.row[0].person.id, gone = pupils.row[1].person.id;
	struct consents all;

	must(consents_mark(f->app, (struct ids){ &gone, 1 }, CONSENT_TAKE_PART, 20260902));
	must(consents_mark(f->app, (struct ids){ &gone, 1 }, CONSENT_PUBLISH, 20260903));
	must(people_join(f->app, keep, gone));
	must(consent_list(app_store(f->app), &f->arena, keep, 2026, &all));
	assert_int_equal(all.n, 2);
}

static char *text_of_file(struct fixture *f, const char *name)
{
	FILE *file = fopen(arena_printf(&f->arena, "%s/%s", f->folder, name), "rb");
	char *text = arena_alloc(&f->arena, 1 << 16);

	assert_non_null(file);
	text[fread(text, 1, (1 << 16) - 1, file)] = '\0';
	fclose(file);
	return text;
}

static void sheets_of_the_classes_that_were_asked_for(void **state)
{
	struct fixture *f = *state;
	const char *path = arena_printf(&f->arena, "%s/sheets.txt", f->folder);
	const char *name[] = { "7В", "10А", "5Ж" };
	struct class_sheets what = { .class_name = name, .n = 1 };
	size_t sheets;

	must(note(f, CONSENT_TAKE_PART, 20260902));
	must(class_sheets_save(f->app, &what, path, NULL, NULL, &sheets));
	assert_int_equal(sheets, 1);
	assert_non_null(strstr(text_of_file(f, "sheets.txt"), "Быков Пётр Ильич"));
	assert_null(strstr(text_of_file(f, "sheets.txt"), "Яшин"));
	what.n = 2;
	must(class_sheets_save(f->app, &what, path, NULL, NULL, &sheets));
	assert_int_equal(sheets, 2);
	what = (struct class_sheets){ .class_name = name + 2, .n = 1 };
	assert_int_equal(class_sheets_save(f->app, &what, path, NULL, NULL, NULL), RC_NOT_FOUND);
	assert_non_null(strstr(err_last()->text, "5Ж"));
	what = (struct class_sheets){ .all = true, .staff = true };
	must(class_sheets_save(f->app, &what, path, "cp1251", NULL, &sheets));
	assert_int_equal(sheets, 2); /* there is no teacher in the list */
	assert_null(strstr(text_of_file(f, "sheets.txt"), "\xe2\x9c\x93"));
}

static void when_nobody_owes_there_is_nothing_to_print(void **state)
{
	struct fixture *f = *state;
	const char *path = arena_printf(&f->arena, "%s/owing.txt", f->folder);
	const struct paper_wish wish = { .paper = paper_find("owing") };
	size_t classes;

	must(paper_save(f->app, &wish, path, NULL, NULL, &classes));
	assert_int_equal(classes, 1);
	assert_non_null(strstr(text_of_file(f, "owing.txt"), "7В класс: не сданы согласия"));
	must(note(f, CONSENT_TAKE_PART, 20260902));
	must(note(f, CONSENT_DATA, 20260902));
	assert_int_equal(paper_save(f->app, &wish, path, NULL, NULL, NULL), RC_NOT_FOUND);
}

#define test(name) cmocka_unit_test_setup_teardown(name, setup, fixture_teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		test(a_key_notes_it_and_takes_it_away),
		test(the_same_twice_is_no_step),
		test(a_day_to_come_is_refused_and_nothing_is_changed),
		test(what_was_withdrawn_stays_as_history),
		test(a_paper_of_an_earlier_year_is_not_taken_away_by_a_key),
		test(a_request_from_the_sheet_makes_a_mentee),
		test(who_has_no_data_consent_is_warned_of_apart),
		test(joining_two_records_keeps_the_papers_of_both),
		test(sheets_of_the_classes_that_were_asked_for),
		test(when_nobody_owes_there_is_nothing_to_print),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
