/* Mentees, mentors, reference books, pairs, proposals, the board. */
#include "fixture.h"

#include <string.h>

static struct participant full_mentor(struct fixture *f, const int64_t *topics)
{
	struct participant p = invented_participant(ROLE_MENTOR, "Титов", "Лев");
	int64_t *kept = ARENA_NEW(&f->arena, int64_t, 2);

	memcpy(kept, topics, 2 * sizeof(*kept));
	p.form = f->form;
	p.role_model = f->role_model;
	p.topics = (struct ids){ kept, 2 };
	p.topic_words = "общение, математика, шахматы";
	p.interests = (struct ids){ &f->interest, 1 };
	p.interest_words = "театр";
	p.hours = 15;
	p.joined = 20260903;
	p.consent_on = 20260902;
	p.data_consent_on = 20260903;
	p.publish_consent_on = 20260904;
	p.note = "примечание";
	p.achievements = "олимпиада";
	p.age_from = 10;
	p.capacity = 3;
	p.selected = p.trained = 1;
	p.person.birth = 2010;
	return p;
}

static void a_participant_comes_back_as_it_was_put(void **state)
{
	struct fixture *f = *state;
	int64_t topics[2] = { f->other_competence, f->competence };
	int64_t mentee = add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя");
	int64_t refused = add_participant(f, ROLE_MENTEE, "Быков", "Пётр");
	struct participant p = full_mentor(f, topics), back;
	struct fields fields = participant_fields(ROLE_MENTOR);

	p.choices = (struct ids){ &mentee, 1 };
	p.refusals = (struct ids){ &refused, 1 };
	must(step_begin(f->store, "New mentor", ""));
	must(participant_put(f->store, &p));
	must(step_commit(f->store));
	fixture_reopen(f, 0);
	must(participant_get(f->store, &f->arena, p.id, &back));
	for (size_t i = 0; i < fields.n; i++)
		if (!field_equal(&fields.row[i], &p, &back))
			fail_msg("%s", fields.row[i].name);
	assert_int_equal(back.age_to, FIELD_NOTHING);
	assert_string_equal(back.topic_words, p.topic_words);
	must(participant_find(f->store, &f->arena, p.person.id, 2026, ROLE_MENTOR, &back));
	assert_int_equal(back.id, p.id);
	assert_int_equal(
		participant_find(f->store, &f->arena, p.person.id, 2026, ROLE_MENTEE, &back),
		RC_NOT_FOUND);
}

static void all_at_once_is_the_same_as_one_by_one(void **state)
{
	struct fixture *f = *state;
	struct participants all;
	int64_t topics[2] = { f->other_competence, f->competence };
	struct fields fields = participant_fields(ROLE_MENTOR);

	for (int i = 0; i < 20; i++) {
		struct participant p = full_mentor(f, topics);

		p.person.family = arena_printf(&f->arena, "Титов-%c", 'z' - i);
		p.topics.n = (size_t)i % 3;
		p.interests.n = (size_t)i % 2;
		must(step_begin(f->store, "New mentor", ""));
		must(participant_put(f->store, &p));
		must(step_commit(f->store));
	}
	must(participant_load_all(f->store, &f->arena, 2026, ROLE_MENTOR, &all));
	assert_int_equal(all.n, 20);
	for (size_t i = 0; i < all.n; i++) {
		struct participant one;

		must(participant_get(f->store, &f->arena, all.row[i].id, &one));
		for (size_t j = 0; j < fields.n; j++)
			assert_true(field_equal(&fields.row[j], &all.row[i], &one));
		assert_true(i == 0 || strcmp(all.row[i - 1].person.family, one.person.family) < 0);
	}
	must(participant_load_all(f->store, &f->arena, 2026, ROLE_MENTEE, &all));
	assert_int_equal(all.n, 0);
}

static void a_person_is_once_in_each_base(void **state)
{
	struct fixture *f = *state;
	struct participant mentor, again;
	int64_t id = add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя");

	must(participant_get(f->store, &f->arena, id, &mentor));
	mentor.consent_on = 20260902;
	must(step_begin(f->store, "Both", ""));
	must(participant_put(f->store, &mentor));
	again = mentor;
	again.id = 0;
	assert_int_equal(participant_put(f->store, &again), RC_CONFLICT);
	again.role = ROLE_MENTOR;
	again.consent_on = 0;
	again.topics.n = again.interests.n = again.choices.n = again.refusals.n = 0;
	must(participant_put(f->store, &again));
	must(step_commit(f->store));
	/* The consent is the person's: it counts for both. */
	must(participant_get(f->store, &f->arena, again.id, &mentor));
	assert_int_equal(mentor.consent_on, 20260902);
	assert_int_equal(mentor.person.id, again.person.id);
}

static size_t count(struct fixture *f, struct participant_query query)
{
	struct ids ids;

	query.year = 2026;
	must(participant_ids(f->store, &f->arena, &query, &ids));
	return ids.n;
}

static void lists_tell_who_lacks_what(void **state)
{
	struct fixture *f = *state;
	int64_t topics[2] = { f->competence, f->other_competence };
	struct participant p = full_mentor(f, topics);
	struct bond_member m = { .reason = "", .from = 20260901, .score = -1 };

	must(step_begin(f->store, "New mentor", ""));
	must(participant_put(f->store, &p));
	must(step_commit(f->store));
	m.mentor = p.id;
	m.mentee = add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя");
	add_participant(f, ROLE_MENTEE, "Быков", "Пётр");
	assert_int_equal(count(f, (struct participant_query){ .role = 1, .lack = LACK_TOPICS }), 2);
	assert_int_equal(count(f, (struct participant_query){ .role = 1, .lack = LACK_PAIR }), 2);
	assert_int_equal(count(f, (struct participant_query){ .role = 2, .lack = LACK_PAIR }), 1);
	must(step_begin(f->store, "Pair", ""));
	must(bond_member_add(f->store, &m));
	must(step_commit(f->store));
	assert_int_equal(count(f, (struct participant_query){ .role = 1, .lack = LACK_PAIR }), 1);
	assert_int_equal(count(f, (struct participant_query){ .role = 2, .lack = LACK_PAIR }), 0);
	assert_int_equal(count(f, (struct participant_query){ .role = 2, .lack = LACK_CONSENT }),
			 0);
	assert_int_equal(count(f, (struct participant_query){ .role = 2, .lack = LACK_TRAINED }),
			 0);
	assert_int_equal(
		count(f, (struct participant_query){ .role = 1, .lack = LACK_CONSENT | LACK_PAIR }),
		1);
	assert_int_equal(count(f, (struct participant_query){ .role = 2, .topic = f->competence }),
			 1);
	assert_int_equal(count(f, (struct participant_query){ .role = 2, .topic = f->request }), 0);
	assert_int_equal(count(f, (struct participant_query){ .role = 2, .filter = "титов матем" }),
			 1);
	assert_int_equal(count(f, (struct participant_query){ .role = 2, .filter = "шахм 10а" }),
			 1);
	assert_int_equal(
		count(f, (struct participant_query){ .role = 2, .filter = "театр ёлкина" }), 0);
}

static void every_column_of_both_bases_sorts(void **state)
{
	struct fixture *f = *state;

	add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя");
	add_participant(f, ROLE_MENTOR, "Титов", "Лев");
	for (int64_t role = ROLE_MENTEE; role <= ROLE_MENTOR; role++) {
		struct fields fields = participant_fields(role);

		for (size_t i = 0; i < fields.n; i++)
			for (int down = 0; down <= 1; down++)
				assert_int_equal(count(f,
						       (struct participant_query){
							       .role = role,
							       .sort = fields.row[i].name,
							       .descending = down }),
						 1);
	}
}

static void a_line_of_a_book_in_use_is_hidden_not_deleted(void **state)
{
	struct fixture *f = *state;
	int64_t topics[2] = { f->competence, f->other_competence }, uses;
	struct participant p = full_mentor(f, topics);
	struct book_item item = {
		.year = 2026, .book = BOOK_COMPETENCE, .code = "", .name = "шахматы", .synonyms = ""
	};
	struct books books;

	must(step_begin(f->store, "New mentor", ""));
	must(participant_put(f->store, &p));
	must(book_item_put(f->store, &item));
	assert_int_equal(book_item_delete(f->store, f->competence), RC_CONFLICT);
	assert_int_equal(book_item_delete(f->store, f->form), RC_CONFLICT);
	must(book_item_delete(f->store, item.id));
	must(book_item_delete(f->store, f->other_request));
	assert_int_equal(book_item_delete(f->store, f->other_request), RC_NOT_FOUND);
	must(step_commit(f->store));
	must(book_item_uses(f->store, f->competence, &uses));
	assert_int_equal(uses, 1);
	must(books_load(f->store, &f->arena, 2026, &books));
	assert_int_equal(books.n, 7);
}

static void a_group_is_one_bond_with_several_members(void **state)
{
	struct fixture *f = *state;
	struct bond_member first = { .mentor = add_participant(f, ROLE_MENTOR, "Титов", "Лев"),
				     .mentee = add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя"),
				     .form = f->form,
				     .role_model = f->role_model,
				     .from = 20260901,
				     .to = 20270531,
				     .reason = "",
				     .score = 910 };
	struct bond_member second = { .mentee = add_participant(f, ROLE_MENTEE, "Быков", "Пётр"),
				      .from = 20261001,
				      .reason = "",
				      .score = -1 };
	struct members all;

	must(step_begin(f->store, "Pairs confirmed", ""));
	must(bond_member_add(f->store, &first));
	second.bond = first.bond;
	must(bond_member_add(f->store, &second));
	must(bond_member_end(f->store, second.id, 20261101, "переезд"));
	assert_int_equal(bond_member_end(f->store, 7, 20261101, ""), RC_NOT_FOUND);
	must(step_commit(f->store));
	assert_int_equal(second.mentor, first.mentor);
	assert_int_equal(second.form, f->form);
	must(members_load(f->store, &f->arena, 2026, &all));
	assert_int_equal(all.n, 2);
	assert_int_equal(all.row[0].mentee, second.mentee);
	assert_int_equal(all.row[0].state, MEMBER_ENDED);
	assert_int_equal(all.row[0].to, 20261101);
	assert_string_equal(all.row[0].reason, "переезд");
	assert_int_equal(all.row[0].score, -1);
	assert_int_equal(all.row[1].score, 910);
	assert_int_equal(all.row[1].role_model, f->role_model);
}

static void proposals_are_numbered_changed_and_deleted(void **state)
{
	struct fixture *f = *state;
	struct proposal_pair pairs[2] = {
		{ .mentor = add_participant(f, ROLE_MENTOR, "Титов", "Лев"),
		  .mentee = add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя"),
		  .form = f->form,
		  .score = 780 },
		{ .mentee = add_participant(f, ROLE_MENTEE, "Быков", "Пётр"),
		  .score = 640,
		  .locked = 1 },
	};
	struct proposal p = { .year = 2026, .pair = pairs, .n = 2 }, back;
	struct proposals heads;

	assert_int_equal(proposal_latest(f->store, &f->arena, 2026, &back), RC_NOT_FOUND);
	pairs[1].mentor = pairs[0].mentor;
	must(step_begin(f->store, "Proposals", ""));
	must(proposal_save(f->store, &p));
	must(proposal_save(f->store, &p));
	assert_int_equal(p.number, 2);
	must(proposal_latest(f->store, &f->arena, 2026, &back));
	assert_int_equal(back.id, p.id);
	assert_int_equal(back.n, 2);
	assert_int_equal(back.pair[0].mentee, pairs[1].mentee); /* by name */
	assert_int_equal(back.pair[0].locked, 1);
	back.n = 1;
	back.pair[0].by_hand = 1;
	back.confirmed = 1790000000;
	must(proposal_update(f->store, &back));
	must(step_commit(f->store));
	must(proposal_list(f->store, &f->arena, 2026, &heads));
	assert_int_equal(heads.n, 2);
	assert_int_equal(heads.row[0].n, 1);
	assert_int_equal(heads.row[0].confirmed, 1790000000);
	assert_int_equal(heads.row[1].n, 2);
	must(step_begin(f->store, "Proposal deleted", ""));
	must(proposal_delete(f->store, p.id));
	assert_int_equal(proposal_delete(f->store, p.id), RC_NOT_FOUND);
	must(step_commit(f->store));
	must(proposal_latest(f->store, &f->arena, 2026, &back));
	assert_int_equal(back.number, 1);
}

static void the_board_counts(void **state)
{
	struct fixture *f = *state;
	int64_t topics[2] = { f->competence, f->other_competence };
	struct participant p = full_mentor(f, topics);
	struct board b;
	int64_t people;

	must(board_load(f->store, 2026, &b));
	assert_false(b.anybody);
	assert_int_equal(b.places, 0);
	must(step_begin(f->store, "New mentor", ""));
	must(participant_put(f->store, &p));
	must(step_commit(f->store));
	add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя");
	add_participant(f, ROLE_MENTOR, "Орлова", "Инна");
	must(board_load(f->store, 2026, &b));
	must(person_count(f->store, 2026, &people));
	assert_true(b.anybody);
	assert_int_equal(people, 3);
	assert_int_equal(b.mentees, 1);
	assert_int_equal(b.mentors, 2);
	assert_int_equal(b.places, 4);
	assert_int_equal(b.mentees_without_topic, 1);
	assert_int_equal(b.mentors_without_topic, 1);
	assert_int_equal(b.mentors_without_consent, 1);
	assert_int_equal(b.mentees_without_pair, 1);
	assert_int_equal(b.mentors_ready, 1);
	assert_int_equal(b.proposals, 0);
}

static void a_year_is_opened_once(void **state)
{
	struct fixture *f = *state;
	struct year year = invented_year(2026), back;
	struct years all;

	must(step_begin(f->store, "Next year", ""));
	assert_int_equal(year_add(f->store, &year, NULL), RC_CONFLICT);
	year.year = 2027;
	assert_int_equal(year_put(f->store, &year), RC_NOT_FOUND);
	must(year_add(f->store, &year, NULL));
	year.order_number = "12-о";
	must(year_put(f->store, &year));
	must(step_commit(f->store));
	must(year_list(f->store, &f->arena, &all));
	assert_int_equal(all.n, 2);
	assert_int_equal(all.row[0].year, 2027);
	must(year_get(f->store, &f->arena, 2027, &back));
	assert_string_equal(back.order_number, "12-о");
	assert_int_equal(year_get(f->store, &f->arena, 2030, &back), RC_NOT_FOUND);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(a_participant_comes_back_as_it_was_put),
		TEST(all_at_once_is_the_same_as_one_by_one),
		TEST(a_person_is_once_in_each_base),
		TEST(lists_tell_who_lacks_what),
		TEST(every_column_of_both_bases_sorts),
		TEST(a_line_of_a_book_in_use_is_hidden_not_deleted),
		TEST(a_group_is_one_bond_with_several_members),
		TEST(proposals_are_numbered_changed_and_deleted),
		TEST(the_board_counts),
		TEST(a_year_is_opened_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
