/* Packets go out, are typed elsewhere, come back; what differs is decided by a person. */
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "nastavnik/app/disputes.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/packet_work.h"
#include "nastavnik/app/packets.h"
#include "nastavnik/app/people.h"
#include "nastavnik/app/records.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/paths.h"
#include "nastavnik/store/read/record.h"

static int64_t survey, met, where, use; /* of the school's questionnaire */

static int64_t add_item(struct fixture *f, struct survey_item item)
{
	struct survey_item fresh;

	record_init(&survey_item_type, &fresh, survey, 0);
	fresh.position = item.position;
	fresh.code = fresh.name = item.code;
	fresh.kind = item.kind;
	fresh.options = item.options ? item.options : "";
	fresh.only_if = item.only_if ? item.only_if : "";
	if (item.kind == ITEM_SCALE) {
		fresh.low = 1;
		fresh.high = 10;
	}
	must(records_save(f->app, &survey_item_type, &fresh));
	return fresh.head.id;
}

static void survey_make(struct fixture *f, int64_t kind)
{
	struct survey s;

	record_init(&survey_type, &s, 2026, 0);
	s.name = "Входная анкета 2026";
	s.code = kind == SURVEY_PEOPLE ? "test_entry" : "test_event";
	s.kind = kind;
	s.role = kind == SURVEY_PEOPLE ? ROLE_MENTEE : 0;
	must(records_save(f->app, &survey_type, &s));
	survey = s.head.id;
	met = add_item(f, (struct survey_item){ .position = 1, .code = "met", .kind = ITEM_YESNO });
	where = add_item(f, (struct survey_item){ .position = 2,
						  .code = "where",
						  .kind = ITEM_ONE,
						  .options = "дома\nв школе",
						  .only_if = "met = 1" });
	use = add_item(f, (struct survey_item){ .position = 3, .code = "use", .kind = ITEM_SCALE });
}

static const char *in_folder(struct fixture *f, const char *name)
{
	return arena_printf(&f->arena, "%s/%s", f->folder, name);
}

static void home_is(struct fixture *f, const char *name)
{
	setenv("XDG_DATA_HOME", in_folder(f, name), 1);
}

static int setup(void **state)
{
	setenv("NASTAVNIK_NOW", "2026-11-22T10:00:00", 1);
	if (fixture_setup(state))
		return 1;
	home_is(*state, "home");
	import_text(*state, IMPORT_MENTEES,
		    "Фамилия;Имя;Класс\nЁлкина;Зоя;7В\nБыков;Пётр;5А\nАнтонова;Ия;6Б\n");
	survey_make(*state, SURVEY_PEOPLE);
	return 0;
}

/* The packets' own files too. */
static int teardown(void **state)
{
	struct fixture *f = *state;
	const char *command = arena_printf(&f->arena, "rm -rf '%s'/home*", f->folder);

	return system(command) ? -1 : fixture_teardown(state);
}

static const char *give(struct fixture *f, const char *name, const char *passphrase)
{
	struct packet_order order = { survey, "Орлова", false, passphrase, in_folder(f, name) };
	int64_t forms;

	must(packet_give(f->app, &order, &forms));
	return order.path;
}

static void sheet_type(struct app *app, int64_t version, int64_t participation, int64_t value)
{
	struct answer row[] = {
		{ .item = met, .status = ANSWER_GIVEN, .value = value > 5, .words = "" },
		{ .item = where, .status = ANSWER_GIVEN, .value = 2, .words = "" },
		{ .item = use, .status = ANSWER_GIVEN, .value = value, .words = "" },
	};
	struct answers answers = { row, 3 };
	struct sheet sheet = { .survey = version,
			       .participation = participation,
			       .filled_on = 20261101,
			       .note = "",
			       .entered_by = "Орлова И. П.",
			       .entered_at = 20261122100000,
			       .checked_by = "",
			       .source = "" };

	must(sheet_save(app, &sheet, &answers));
}

/* Types one sheet into the packet as the program elsewhere does. */
static void type_there(const char *path, const char *passphrase, int64_t participation,
		       int64_t value)
{
	struct packet_work *work;

	must(packet_work_open(path, passphrase, &work));
	sheet_type(packet_work_app(work), packet_work_survey(work), participation, value);
	assert_true(packet_work_owes(work));
	must(packet_work_save(work));
	assert_false(packet_work_owes(work));
	packet_work_close(work);
}

static struct packet_report take(struct fixture *f, const char *path, const char *passphrase)
{
	struct packet_report report = { 0 };

	must(packet_take(f->app, &f->arena, path, passphrase, NULL, &report));
	return report;
}

static void assert_taken(struct packet_report report, size_t added, size_t same, size_t disputed)
{
	assert_int_equal(report.added, added);
	assert_int_equal(report.same, same);
	assert_int_equal(report.disputed, disputed);
}

static int64_t sheets_here(struct fixture *f)
{
	struct survey_states all;
	int64_t n = 0;

	must(surveys_load(f->app, &f->arena, &all));
	for (size_t i = 0; i < all.n; i++)
		n += all.row[i].entered.sheets + all.row[i].entered.disputed;
	return n;
}

static void assert_refused(struct fixture *f, const char *path, const char *passphrase,
			   const char *because)
{
	struct packet_report report;
	int64_t before = sheets_here(f);

	assert_int_not_equal(packet_take(f->app, &f->arena, path, passphrase, NULL, &report),
			     RC_OK);
	if (!strstr(err_last()->text, because))
		fail_msg("“%s” does not say “%s”", err_last()->text, because);
	assert_int_equal(sheets_here(f), before);
}

/* The answer that counts; 0: no sheet. */
static int64_t value_of(struct fixture *f, int64_t participation, int64_t item)
{
	struct survey_items items;
	struct answers answers;
	struct sheet sheet;
	struct survey s;
	int64_t id;

	must(survey_get(f->app, &f->arena, survey, &s, &items));
	must(sheet_of(f->app, &s, participation, &id));
	if (!id)
		return 0;
	must(sheet_get(app_store(f->app), &f->arena, id, &sheet, &answers));
	return answer_of(&answers, item)->value;
}

static void a_packet_comes_back_with_what_was_typed(void **state)
{
	struct fixture *f = *state;
	int64_t zoya = participant_named(f, ROLE_MENTEE, "Ёлкина");
	const char *path = give(f, "a.packet", NULL);
	struct packet_record record;
	struct records all;

	type_there(path, NULL, zoya, 8);
	type_there(path, NULL, participant_named(f, ROLE_MENTEE, "Быков"), 3);
	assert_taken(take(f, path, NULL), 2, 0, 0);
	assert_int_equal(value_of(f, zoya, use), 8);
	assert_taken(take(f, path, NULL), 0, 2, 0);
	must(record_list(app_store(f->app), &f->arena, &packet_type, survey, &all));
	assert_int_equal(all.n, 1);
	record = *(struct packet_record *)record_at(&packet_type, &all, 0);
	assert_int_equal(record.forms, 3);
	assert_int_equal(record.taken_on, 20261122);
	assert_string_equal(record.whom, "Орлова");
}

static void a_packet_without_names_has_none(void **state)
{
	struct fixture *f = *state;
	char text[16384] = "";
	FILE *file = fopen(give(f, "a.packet", NULL), "rb");

	assert_non_null(file);
	fread(text, 1, sizeof(text) - 1, file);
	fclose(file);
	assert_null(strstr(text, "лкина"));
	assert_non_null(strstr(text, "Входная анкета 2026"));
}

static void taking_is_one_step(void **state)
{
	struct fixture *f = *state;
	int64_t zoya = participant_named(f, ROLE_MENTEE, "Ёлкина");
	const char *path = give(f, "a.packet", NULL), *what;

	type_there(path, NULL, zoya, 8);
	take(f, path, NULL);
	must(history_undo(f->app, &f->arena, &what));
	assert_int_equal(value_of(f, zoya, use), 0);
	assert_taken(take(f, path, NULL), 1, 0, 0);
}

static void two_packets(struct fixture *f, const char *first, const char *second)
{
	int64_t zoya = participant_named(f, ROLE_MENTEE, "Ёлкина");
	struct disputes all;
	struct answer right[3];

	assert_taken(take(f, first, NULL), 2, 0, 0);
	assert_taken(take(f, second, NULL), 0, 1, 1);
	assert_taken(take(f, first, NULL), 0, 2, 0);
	assert_taken(take(f, second, NULL), 0, 2, 0);
	must(disputes_load(f->app, &f->arena, survey, &all));
	assert_int_equal(all.n, 1);
	assert_int_equal(all.row[0].ours.participation, zoya);
	assert_int_equal(all.row[0].n, 3); /* met, where, use */
	for (size_t i = 0; i < all.row[0].n; i++)
		right[i] = all.row[0].row[i].ours.value == 8 || all.row[0].row[i].ours.value == 1
				   ? all.row[0].row[i].ours
				   : all.row[0].row[i].theirs;
	right[1] = all.row[0].row[1].ours.status == ANSWER_GIVEN ? all.row[0].row[1].ours
								 : all.row[0].row[1].theirs;
	must(dispute_decide(f->app, &all.row[0], right));
	assert_int_equal(value_of(f, zoya, use), 8);
	assert_int_equal(value_of(f, zoya, met), 1);
	assert_int_equal(value_of(f, zoya, where), 2);
	assert_int_equal(value_of(f, participant_named(f, ROLE_MENTEE, "Быков"), use), 4);
	/* Nobody is asked again, in whatever order. */
	assert_taken(take(f, second, NULL), 0, 2, 0);
	assert_taken(take(f, first, NULL), 0, 2, 0);
	must(disputes_load(f->app, &f->arena, 0, &all));
	assert_int_equal(all.n, 0);
}

static void packets_make(struct fixture *f, const char *path[2])
{
	int64_t zoya = participant_named(f, ROLE_MENTEE, "Ёлкина");
	int64_t bykov = participant_named(f, ROLE_MENTEE, "Быков");

	path[0] = give(f, "a.packet", NULL);
	path[1] = give(f, "b.packet", NULL);
	type_there(path[0], NULL, zoya, 8);
	type_there(path[0], NULL, bykov, 4);
	type_there(path[1], NULL, zoya, 3);
	type_there(path[1], NULL, bykov, 4);
}

static void two_packets_give_the_same_in_both_orders(void **state)
{
	struct fixture *f = *state;
	const char *path[2], *what;
	struct arena a = { 0 };

	packets_make(f, path);
	two_packets(f, path[0], path[1]);
	for (int i = 0; i < 3; i++) /* the decision and both packets */
		must(history_undo(f->app, &a, &what));
	two_packets(f, path[1], path[0]);
	arena_done(&a);
}

static void a_decision_is_taken_back(void **state)
{
	struct fixture *f = *state;
	int64_t zoya = participant_named(f, ROLE_MENTEE, "Ёлкина");
	struct answer right[3];
	struct disputes all;
	const char *path[2], *what;
	int64_t n;

	packets_make(f, path);
	take(f, path[0], NULL);
	take(f, path[1], NULL);
	must(disputes_load(f->app, &f->arena, 0, &all));
	for (size_t i = 0; i < all.row[0].n; i++)
		right[i] = all.row[0].row[i].theirs;
	must(dispute_decide(f->app, &all.row[0], right));
	assert_int_equal(value_of(f, zoya, use), 3);
	must(history_undo(f->app, &f->arena, &what));
	assert_int_equal(value_of(f, zoya, use), 8);
	must(disputes_count(f->app, &n));
	assert_int_equal(n, 1);
	right[2].value = 11;
	assert_int_equal(dispute_decide(f->app, &all.row[0], right), RC_INVALID);
}

static void what_was_mended_here_stays_when_the_packet_comes_again(void **state)
{
	struct fixture *f = *state;
	int64_t zoya = participant_named(f, ROLE_MENTEE, "Ёлкина"), id;
	const char *path = give(f, "a.packet", NULL);
	struct survey_items items;
	struct answers answers;
	struct sheet sheet;
	struct survey s;

	type_there(path, NULL, zoya, 8);
	take(f, path, NULL);
	must(survey_get(f->app, &f->arena, survey, &s, &items));
	must(sheet_of(f->app, &s, zoya, &id));
	must(sheet_get(app_store(f->app), &f->arena, id, &sheet, &answers));
	answers.row[answers.n - 1].value = 9;
	must(sheet_save(f->app, &sheet, &answers));
	assert_taken(take(f, path, NULL), 0, 1, 0);
	assert_int_equal(value_of(f, zoya, use), 9);
}

/* Mends the packet's first sheet where it was typed. */
static void mend_there(const char *path, int64_t value)
{
	struct packet_work *work;
	struct arena a = { 0 };
	struct answers answers;
	struct sheets sheets;
	struct sheet sheet;

	must(packet_work_open(path, NULL, &work));
	must(sheet_list(app_store(packet_work_app(work)), &a, survey, &sheets));
	assert_int_equal(sheets.n, 1);
	must(sheet_get(app_store(packet_work_app(work)), &a, sheets.row[0].id, &sheet, &answers));
	answers.row[answers.n - 1].value = value;
	sheet.entered_at += 100;
	must(sheet_save(packet_work_app(work), &sheet, &answers));
	must(packet_work_save(work));
	packet_work_close(work);
	arena_done(&a);
}

static void what_was_mended_there_is_looked_at(void **state)
{
	struct fixture *f = *state;
	int64_t zoya = participant_named(f, ROLE_MENTEE, "Ёлкина");
	const char *path = give(f, "a.packet", NULL);
	int64_t n;

	type_there(path, NULL, zoya, 8);
	take(f, path, NULL);
	mend_there(path, 9);
	assert_taken(take(f, path, NULL), 0, 0, 1);
	assert_int_equal(value_of(f, zoya, use), 8);
	mend_there(path, 10);
	assert_taken(take(f, path, NULL), 0, 0, 1);
	must(disputes_count(f->app, &n));
	assert_int_equal(n, 1); /* the newer one, not both */
}

static void sheets_without_names_are_known_by_where_they_come_from(void **state)
{
	struct fixture *f = *state;
	struct survey_state *event = NULL;
	struct survey_states all;
	const char *path;

	survey_make(f, SURVEY_EVENT);
	path = give(f, "event.packet", NULL);
	type_there(path, NULL, 0, 8);
	type_there(path, NULL, 0, 8);
	assert_taken(take(f, path, NULL), 2, 0, 0);
	assert_taken(take(f, path, NULL), 0, 2, 0);
	must(surveys_load(f->app, &f->arena, &all));
	for (size_t i = 0; i < all.n; i++)
		if (all.row[i].survey.kind == SURVEY_EVENT && all.row[i].entered.sheets)
			event = &all.row[i];
	assert_non_null(event);
	assert_int_equal(event->entered.sheets, 2);
}

static void a_sealed_packet_goes_all_the_way(void **state)
{
	struct fixture *f = *state;
	int64_t zoya = participant_named(f, ROLE_MENTEE, "Ёлкина");
	struct packet_order order = { survey, "", true, "short", in_folder(f, "s.packet") };
	const char *path;

	assert_int_equal(packet_give(f->app, &order, NULL), RC_INVALID);
	assert_int_not_equal(access(order.path, F_OK), 0);
	path = give(f, "s.packet", "четыре слова вместе");
	assert_true(packet_is_sealed(path));
	type_there(path, "четыре слова вместе", zoya, 8);
	assert_true(packet_is_sealed(path));
	assert_refused(f, path, "четыре слова врозь", "another passphrase");
	assert_refused(f, path, NULL, "is sealed");
	assert_taken(take(f, path, "четыре слова вместе"), 1, 0, 0);
}

static void packets_of_others_are_refused(void **state)
{
	struct fixture *f = *state;
	const char *path = give(f, "a.packet", NULL);
	struct app *ours = f->app;
	struct school school;
	struct app *other;

	type_there(path, NULL, participant_named(f, ROLE_MENTEE, "Ёлкина"), 8);
	must(app_new(in_folder(f, "other.nastavnik"), "Другая школа", 2026, &other));
	f->app = other;
	assert_refused(f, path, NULL, "another school");
	f->app = ours;
	app_close(other);
	must(app_year_open(f->app, 2027));
	assert_refused(f, path, NULL, "2026/2027");
	school = *app_school(f->app);
	must(app_create(in_folder(f, "begun_anew.nastavnik"), &school, 2026, TERMS_QUARTERS,
			&other));
	f->app = other;
	assert_refused(f, path, NULL, "not in the file");
	f->app = ours;
	app_close(other);
}

static void people_who_are_gone_are_told(void **state)
{
	struct fixture *f = *state;
	int64_t zoya = participant_named(f, ROLE_MENTEE, "Ёлкина");
	const char *path = give(f, "a.packet", NULL);
	struct issues issues = { .arena = &f->arena };
	struct packet_report report;

	type_there(path, NULL, zoya, 8);
	type_there(path, NULL, participant_named(f, ROLE_MENTEE, "Быков"), 3);
	must(people_delete_participants(f->app, (struct ids){ &zoya, 1 }));
	assert_refused(f, path, NULL, "2Н-003");
	must(packet_take(f->app, &f->arena, path, NULL, &issues, &report));
	assert_int_equal(report.left_out, 1);
	assert_int_equal(issues.n, 1);
	assert_string_equal(issues.row[0].name, "2Н-003");
	assert_int_equal(report.added, 1);
}

static void typing_goes_on_where_it_stopped(void **state)
{
	struct fixture *f = *state;
	int64_t zoya = participant_named(f, ROLE_MENTEE, "Ёлкина");
	int64_t bykov = participant_named(f, ROLE_MENTEE, "Быков");
	const char *path = give(f, "a.packet", NULL);
	const char *away = in_folder(f, "away.packet");
	struct packet_work *work;

	must(packet_work_open(path, NULL, &work));
	sheet_type(packet_work_app(work), survey, zoya, 8);
	assert_int_equal(rename(path, away), 0); /* the stick is pulled out */
	assert_int_equal(packet_work_save(work), RC_IO);
	packet_work_close(work);
	must(packet_work_open(away, NULL, &work));
	assert_true(packet_work_owes(work));
	must(packet_work_save(work));
	packet_work_close(work);
	/* On another PC, where there is nothing but the packet. */
	home_is(f, "home2");
	type_there(away, NULL, bykov, 4);
	home_is(f, "home");
	must(packet_work_open(away, NULL, &work));
	assert_false(packet_work_owes(work));
	packet_work_close(work);
	assert_taken(take(f, away, NULL), 2, 0, 0);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_packet_comes_back_with_what_was_typed, setup,
						teardown),
		cmocka_unit_test_setup_teardown(a_packet_without_names_has_none, setup, teardown),
		cmocka_unit_test_setup_teardown(taking_is_one_step, setup, teardown),
		cmocka_unit_test_setup_teardown(two_packets_give_the_same_in_both_orders, setup,
						teardown),
		cmocka_unit_test_setup_teardown(a_decision_is_taken_back, setup, teardown),
		cmocka_unit_test_setup_teardown(
			what_was_mended_here_stays_when_the_packet_comes_again, setup, teardown),
		cmocka_unit_test_setup_teardown(what_was_mended_there_is_looked_at, setup,
						teardown),
		cmocka_unit_test_setup_teardown(
			sheets_without_names_are_known_by_where_they_come_from, setup, teardown),
#ifdef WITH_SEAL
		cmocka_unit_test_setup_teardown(a_sealed_packet_goes_all_the_way, setup, teardown),
#endif
		cmocka_unit_test_setup_teardown(packets_of_others_are_refused, setup, teardown),
		cmocka_unit_test_setup_teardown(people_who_are_gone_are_told, setup, teardown),
		cmocka_unit_test_setup_teardown(typing_goes_on_where_it_stopped, setup, teardown),
	};

	(void)argc;
	paths_init(argv[0]);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
