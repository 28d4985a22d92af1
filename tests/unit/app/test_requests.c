/* Requests as records beside the topics of the card; invitations that become mentors. */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/consents.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/invitations.h"
#include "nastavnik/app/people.h"
#include "nastavnik/app/records.h"
#include "nastavnik/app/requests.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/store/read/record.h"

enum { TODAY = 20261122 };

static int setup(void **state)
{
	setenv("NASTAVNIK_NOW", "2026-11-22T10:00:00", 1);
	if (fixture_setup(state))
		return 1;
	import_text(*state, IMPORT_PEOPLE,
		    "Фамилия;Имя;Отчество;Класс;Статус\nЁлкина;Зоя;Андреевна;7В;ученик\n"
		    "Яшин;Лев;Ильич;10А;ученик\n");
	import_text(*state, IMPORT_MENTEES,
		    "Фамилия;Имя;Отчество;Класс;Основной запрос\n"
		    "Ёлкина;Зоя;Андреевна;7В;математика, общение\n");
	return 0;
}

static int64_t item_named(struct fixture *f, enum book book, const char *name)
{
	const struct books *books = app_books(f->app);

	for (size_t i = 0; i < books->n; i++)
		if (books->row[i].book == (int64_t)book && !strcmp(books->row[i].name, name))
			return books->row[i].id;
	fail_msg("no item %s", name);
	return 0;
}

static struct participant elkina(struct fixture *f)
{
	struct participant mentee;

	must(participant_get(app_store(f->app), &f->arena,
			     participant_named(f, ROLE_MENTEE, "Ёлкина"), &mentee));
	return mentee;
}

static struct records requests_of(struct fixture *f)
{
	struct records list;

	must(record_list(app_store(f->app), &f->arena, &request_type, elkina(f).id, &list));
	return list;
}

static bool asks_for(struct fixture *f, const char *name)
{
	struct ids topics = elkina(f).topics;
	int64_t item = item_named(f, BOOK_REQUEST, name);

	for (size_t i = 0; i < topics.n; i++)
		if (topics.row[i] == item)
			return true;
	return false;
}

static struct request add_request(struct fixture *f, const char *name)
{
	struct request request;

	record_init(&request_type, &request, elkina(f).id, TODAY);
	request.item = item_named(f, BOOK_REQUEST, name);
	must(records_save(f->app, &request_type, &request));
	return request;
}

static void an_open_request_is_a_topic_and_a_closed_one_is_not(void **state)
{
	struct fixture *f = *state;
	struct request request = add_request(f, "физика");
	struct ids one = { &request.head.id, 1 };

	assert_true(asks_for(f, "физика"));
	assert_true(asks_for(f, "математика"));
	must(requests_close(f->app, one, REQUEST_MET, TODAY));
	assert_false(asks_for(f, "физика"));
	must(record_get(app_store(f->app), &f->arena, &request_type, request.head.id, &request));
	assert_int_equal(request.state, REQUEST_MET);
	assert_int_equal(request.closed_on, TODAY);
	must(requests_close(f->app, one, REQUEST_OPEN, TODAY));
	assert_true(asks_for(f, "физика"));
	must(record_get(app_store(f->app), &f->arena, &request_type, request.head.id, &request));
	assert_int_equal(request.closed_on, 0);
	must(records_delete(f->app, &request_type, one));
	assert_false(asks_for(f, "физика"));
	assert_true(asks_for(f, "математика"));
}

static void each_is_one_step_that_can_be_taken_back(void **state)
{
	struct fixture *f = *state;
	struct request request = add_request(f, "физика");
	const char *what;

	must(requests_close(f->app, (struct ids){ &request.head.id, 1 }, REQUEST_WITHDRAWN, TODAY));
	must(history_undo(f->app, &f->arena, &what));
	assert_true(asks_for(f, "физика"));
	must(history_undo(f->app, &f->arena, &what));
	assert_false(asks_for(f, "физика"));
	assert_int_equal(requests_of(f).n, 0);
}

static void of_two_open_ones_the_topic_stays_until_the_last(void **state)
{
	struct fixture *f = *state;
	struct request first = add_request(f, "физика"), second = add_request(f, "физика");

	must(records_delete(f->app, &request_type, (struct ids){ &first.head.id, 1 }));
	assert_true(asks_for(f, "физика"));
	must(records_delete(f->app, &request_type, (struct ids){ &second.head.id, 1 }));
	assert_false(asks_for(f, "физика"));
}

static void another_item_takes_the_place_of_the_first(void **state)
{
	struct fixture *f = *state;
	struct request request = add_request(f, "физика");

	request.item = item_named(f, BOOK_REQUEST, "химия");
	must(records_save(f->app, &request_type, &request));
	assert_false(asks_for(f, "физика"));
	assert_true(asks_for(f, "химия"));
}

static void topics_become_records_once(void **state)
{
	struct fixture *f = *state;
	size_t n;

	must(requests_adopt(f->app, &n));
	assert_int_equal(n, 2);
	assert_int_equal(requests_of(f).n, 2);
	must(requests_adopt(f->app, &n));
	assert_int_equal(n, 0);
	assert_int_equal(elkina(f).topics.n, 2);
}

static void what_is_taken_out_of_the_card_is_withdrawn(void **state)
{
	struct fixture *f = *state;
	struct participant mentee;
	struct records list;
	size_t n;

	must(requests_adopt(f->app, &n));
	mentee = elkina(f);
	mentee.topics.n = 1;
	must(people_save_participant(f->app, &mentee, PEOPLE_ANOTHER, NULL));
	list = requests_of(f);
	n = 0;
	for (size_t i = 0; i < list.n; i++)
		n += ((const struct request *)list.row)[i].state == REQUEST_WITHDRAWN;
	assert_int_equal(n, 1);
}

static void a_class_sheet_names_the_request_and_who_said_so(void **state)
{
	struct fixture *f = *state;
	int64_t item = item_named(f, BOOK_REQUEST, "физика");
	struct participant mentee;
	struct records list;
	struct people people;
	int64_t person = 0;

	must(person_load(app_store(f->app), &f->arena, 2026, &people));
	for (size_t i = 0; i < people.n; i++)
		if (!strcmp(people.row[i].family, "Яшин"))
			person = people.row[i].id;
	must(consents_request(f->app, person, item));
	must(participant_find(app_store(f->app), &f->arena, person, 2026, ROLE_MENTEE, &mentee));
	assert_int_equal(mentee.topics.row[0], item);
	must(record_list(app_store(f->app), &f->arena, &request_type, mentee.id, &list));
	assert_int_equal(list.n, 1);
	assert_int_equal(((const struct request *)list.row)->source,
			 item_named(f, BOOK_SOURCE, "классный руководитель"));
}

static void a_request_says_what_it_is_about_and_in_which_order(void **state)
{
	struct fixture *f = *state;
	struct request request;

	record_init(&request_type, &request, elkina(f).id, TODAY);
	assert_int_equal(records_save(f->app, &request_type, &request), RC_INVALID);
	request.words = "ничего не успеваю";
	request.state = REQUEST_MET;
	request.closed_on = 20261101;
	assert_int_equal(records_save(f->app, &request_type, &request), RC_INVALID);
	request.closed_on = 0;
	must(records_save(f->app, &request_type, &request));
}

static int64_t invite(struct fixture *f, const char *name, const char *subbase, const char *place,
		      const char *contact)
{
	struct invitation invitation;

	record_init(&invitation_type, &invitation, 2026, TODAY);
	invitation.name = name;
	invitation.subbase = item_named(f, BOOK_SUBBASE, subbase);
	invitation.place = place;
	invitation.contact = contact;
	must(records_save(f->app, &invitation_type, &invitation));
	return invitation.head.id;
}

static struct participant mentor_get(struct fixture *f, int64_t id)
{
	struct participant mentor;

	must(participant_get(app_store(f->app), &f->arena, id, &mentor));
	return mentor;
}

static void who_agreed_is_in_list_and_base_with_what_was_written(void **state)
{
	struct fixture *f = *state;
	int64_t id =
		invite(f, "Рудаков Илья Фёдорович", "выпускники", "ИТ-компания", "r@example.org");
	struct invitation invitation;
	struct participant mentor;
	const char *what;
	int64_t made;

	must(invitations_accept(f->app, id, 0, PEOPLE_ASK, &made));
	mentor = mentor_get(f, made);
	assert_string_equal(mentor.person.family, "Рудаков");
	assert_string_equal(mentor.person.patronymic, "Фёдорович");
	assert_string_equal(mentor.person.place, "ИТ-компания");
	assert_string_equal(mentor.person.email, "r@example.org");
	assert_int_equal(mentor.person.kind, KIND_GRADUATE);
	assert_int_equal(mentor.subbase, item_named(f, BOOK_SUBBASE, "выпускники"));
	must(record_get(app_store(f->app), &f->arena, &invitation_type, id, &invitation));
	assert_int_equal(invitation.answer, ANSWER_YES);
	assert_int_equal(invitation.answered_on, TODAY);
	must(history_undo(f->app, &f->arena, &what));
	assert_int_equal(participant_named(f, ROLE_MENTOR, "Рудаков"), 0);
	must(record_get(app_store(f->app), &f->arena, &invitation_type, id, &invitation));
	assert_int_equal(invitation.answer, ANSWER_AWAITED);
}

static void a_pupil_of_the_list_is_the_same_person(void **state)
{
	struct fixture *f = *state;
	int64_t id = invite(f, "Яшин Лев Ильич", "ученики", "10 а", "");
	size_t before = people_count(f);
	struct participant mentor;
	struct people_twins twins;
	struct person person;
	int64_t made, again;

	assert_int_equal(invitations_accept(f->app, id, 0, PEOPLE_ASK, &made), RC_CONFLICT);
	must(invitation_person(f->app, &f->arena, id, &person));
	assert_string_equal(person.class_name, "10А");
	must(people_twins(f->app, &f->arena, &person, &twins));
	assert_int_equal(twins.n, 1);
	must(invitations_accept(f->app, id, twins.row[0].person.id, PEOPLE_ASK, &made));
	assert_int_equal(people_count(f), before);
	mentor = mentor_get(f, made);
	assert_string_equal(mentor.person.class_name, "10А");
	/* Once more: a mentor already, he stays the same. */
	must(invitations_accept(f->app, id, twins.row[0].person.id, PEOPLE_ASK, &again));
	assert_int_equal(again, made);
}

static void one_word_is_no_name(void **state)
{
	struct fixture *f = *state;
	int64_t made, id = invite(f, "Иванов", "родители", "", "");

	assert_int_equal(invitations_accept(f->app, id, 0, PEOPLE_ASK, &made), RC_INVALID);
	assert_int_equal(participant_named(f, ROLE_MENTOR, "Иванов"), 0);
}

static void sub_bases_come_by_the_kind_of_people(void **state)
{
	struct fixture *f = *state;
	size_t n;

	import_text(f, IMPORT_MENTORS,
		    "Фамилия;Имя;Отчество;Статус;Класс;Подбаза\n"
		    "Яшин;Лев;Ильич;ученик;10А;\nОрлова;Инна;Петровна;педагог;;предприниматели\n");
	must(subbases_fill(f->app, &n));
	assert_int_equal(n, 1);
	assert_int_equal(mentor_get(f, participant_named(f, ROLE_MENTOR, "Яшин")).subbase,
			 item_named(f, BOOK_SUBBASE, "ученики"));
	assert_int_equal(mentor_get(f, participant_named(f, ROLE_MENTOR, "Орлова")).subbase,
			 item_named(f, BOOK_SUBBASE, "предприниматели"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, fixture_teardown)
		TEST(an_open_request_is_a_topic_and_a_closed_one_is_not),
		TEST(each_is_one_step_that_can_be_taken_back),
		TEST(of_two_open_ones_the_topic_stays_until_the_last),
		TEST(another_item_takes_the_place_of_the_first),
		TEST(topics_become_records_once),
		TEST(what_is_taken_out_of_the_card_is_withdrawn),
		TEST(a_class_sheet_names_the_request_and_who_said_so),
		TEST(a_request_says_what_it_is_about_and_in_which_order),
		TEST(who_agreed_is_in_list_and_base_with_what_was_written),
		TEST(a_pupil_of_the_list_is_the_same_person),
		TEST(one_word_is_no_name),
		TEST(sub_bases_come_by_the_kind_of_people),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
