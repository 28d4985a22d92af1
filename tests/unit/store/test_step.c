/* Steps: all or nothing, taken back and done again, whatever was done and across restarts. */
#include "fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/str.h"

static void a_step_is_there_after_a_restart(void **state)
{
	struct fixture *f = *state;
	int64_t id = add_person(f, "Ёлкина", "Зоя", "9А");
	struct person p;

	fixture_reopen(f, 0);
	must(person_get(f->store, &f->arena, id, 2026, &p));
	assert_string_equal(p.family, "Ёлкина");
	assert_string_equal(p.class_name, "9А");
	assert_int_equal(p.kind, KIND_PUPIL);
}

static void a_rolled_back_step_leaves_nothing(void **state)
{
	struct fixture *f = *state;
	char *before = dump_records(f->path), *after;
	struct person p = invented_person("Быков", "Пётр", "5А");
	struct steps steps;

	must(step_begin(f->store, "New person", ""));
	must(person_put(f->store, &p));
	step_rollback(f->store);
	after = dump_records(f->path);
	assert_string_equal(before, after);
	must(step_list(f->store, &f->arena, 0, &steps));
	assert_int_equal(steps.n, 0);
	free(before);
	free(after);
}

static void a_step_that_changed_nothing_leaves_no_trace(void **state)
{
	struct fixture *f = *state;
	int64_t id = add_person(f, "Быков", "Пётр", "5А");
	struct step step, undone;
	struct person p;
	struct steps steps;

	must(step_undo(f->store, &f->arena, &undone));
	must(step_redo(f->store, &f->arena, &undone));
	must(step_undo(f->store, &f->arena, &undone));
	must(step_begin(f->store, "Nothing", ""));
	must(step_commit(f->store));
	must(step_to_redo(f->store, &f->arena, &step));
	must(step_redo(f->store, &f->arena, &undone));
	must(person_get(f->store, &f->arena, id, 2026, &p));
	must(step_begin(f->store, "The same again", ""));
	must(person_put(f->store, &p));
	must(step_commit(f->store));
	must(step_list(f->store, &f->arena, 0, &steps));
	assert_int_equal(steps.n, 1);
}

static void undo_names_what_it_took_back(void **state)
{
	struct fixture *f = *state;
	struct step undone;
	struct person p;
	int64_t id = add_person(f, "Титов", "Лев", "10А");

	fixture_reopen(f, 0);
	must(step_undo(f->store, &f->arena, &undone));
	assert_string_equal(undone.name, "New person");
	assert_string_equal(undone.detail, "Титов");
	assert_int_equal(undone.status, STEP_UNDONE);
	assert_int_equal(person_get(f->store, &f->arena, id, 2026, &p), RC_NOT_FOUND);
	assert_int_equal(step_undo(f->store, &f->arena, &undone), RC_NOT_FOUND);
}

static void a_new_step_forgets_what_was_undone(void **state)
{
	struct fixture *f = *state;
	struct step step;
	struct steps steps;

	add_person(f, "Титов", "Лев", "10А");
	must(step_undo(f->store, &f->arena, &step));
	add_person(f, "Орлова", "Инна", "10А");
	assert_int_equal(step_redo(f->store, &f->arena, &step), RC_NOT_FOUND);
	must(step_list(f->store, &f->arena, 0, &steps));
	assert_int_equal(steps.n, 2);
	assert_int_equal(steps.row[0].status, STEP_DONE);
	assert_int_equal(steps.row[1].status, STEP_DROPPED);
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM step_chunk WHERE step = 1"), 0);
}

static void undo_refuses_steps_of_another_version(void **state)
{
	struct fixture *f = *state;
	struct step step;

	add_person(f, "Титов", "Лев", "10А");
	sql_run(f->path, "UPDATE step SET schema = 0");
	assert_int_equal(step_undo(f->store, &f->arena, &step), RC_INVALID);
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM person"), 1);
}

static void undo_changes_nothing_in_a_file_that_others_changed(void **state)
{
	struct fixture *f = *state;
	struct step step;
	char *before, *after;

	add_person(f, "Титов", "Лев", "10А");
	sql_run(f->path, "UPDATE person SET given = 'Лёва'");
	before = dump_records(f->path);
	assert_int_equal(step_undo(f->store, &f->arena, &step), RC_DB);
	after = dump_records(f->path);
	assert_string_equal(before, after);
	must(step_begin(f->store, "Afterwards", "")); /* that one is over */
	step_rollback(f->store);
	free(before);
	free(after);
}

static void what_is_written_outside_a_step_is_refused(void **state)
{
	struct fixture *f = *state;
	struct person p = invented_person("Быков", "Пётр", "5А");

	assert_int_equal(person_put(f->store, &p), RC_BUG);
	assert_int_equal(step_commit(f->store), RC_BUG);
	assert_int_equal(p.id, 0);
	must(step_begin(f->store, "One", ""));
	assert_int_equal(step_begin(f->store, "Two", ""), RC_BUG);
	step_rollback(f->store);
}

static void settings_are_kept_and_not_undone(void **state)
{
	struct fixture *f = *state;
	const char *text;
	struct step step;

	must(setting_set(f->store, "theme", "dark"));
	add_person(f, "Титов", "Лев", "10А");
	must(step_undo(f->store, &f->arena, &step));
	fixture_reopen(f, 0);
	must(setting_get(f->store, &f->arena, "theme", &text));
	assert_string_equal(text, "dark");
	must(setting_set(f->store, "theme", ""));
	must(setting_get(f->store, &f->arena, "theme", &text));
	assert_string_equal(text, "");
}

/* A bulk of many parts, mixed with changes of what is there already. */
static void a_bulk_is_taken_back_and_done_again_whole(void **state)
{
	enum { PEOPLE = 10000 };
	struct fixture *f = *state;
	char *before, *between, *after;
	struct step step;
	struct person old;
	int64_t id = add_person(f, "Титов", "Лев", "10А");

	before = dump_records(f->path);
	must(person_get(f->store, &f->arena, id, 2026, &old));
	must(step_begin_bulk(f->store, "Import of people", ""));
	for (int i = 0; i < PEOPLE; i++) {
		char family[32];
		struct person p = invented_person(family, "Анна", "7В");

		snprintf(family, sizeof(family), "Ученица-%d", i * 7919 % PEOPLE);
		must(person_put(f->store, &p));
		if (i % 3000 == 0) {
			old.phone = family;
			must(person_put(f->store, &old));
			p.note = "дважды";
			must(person_put(f->store, &p));
		}
	}
	must(step_set_detail(f->store, "people.csv"));
	must(step_commit(f->store));
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM person_year"), PEOPLE + 1);
	assert_true(sql_number(f->path, "SELECT max(part) FROM step_chunk") > 3);
	between = dump_records(f->path);
	fixture_reopen(f, 0);
	must(step_undo(f->store, &f->arena, &step));
	assert_string_equal(step.detail, "people.csv");
	after = dump_records(f->path);
	assert_string_equal(before, after);
	free(after);
	must(step_redo(f->store, &f->arena, &step));
	after = dump_records(f->path);
	assert_string_equal(between, after);
	free(before);
	free(between);
	free(after);
}

enum { CROWD = 10000 };

static void put_crowd(struct fixture *f, const char *given, int64_t kind)
{
	for (int i = 0; i < CROWD; i++) {
		char family[32];
		struct person p = invented_person(family, given, "7В");

		snprintf(family, sizeof(family), "Ученица-%d", i * 7919 % CROWD);
		p.kind = i == CROWD / 2 ? kind : KIND_PUPIL;
		person_put(f->store, &p); /* a failure must outlive whatever follows it */
	}
}

/* People of a bulk wait to be put in together; nobody may notice. */
static void who_was_just_put_in_a_bulk_is_found_at_once(void **state)
{
	struct fixture *f = *state;
	struct person p = invented_person("Ёлкина", "Зоя", "9А"), found;
	int64_t n;

	must(step_begin_bulk(f->store, "Import of people", ""));
	put_crowd(f, "Анна", KIND_PUPIL);
	must(person_put(f->store, &p));
	must(person_get(f->store, &f->arena, p.id, 2026, &found));
	assert_string_equal(found.class_name, "9А");
	must(person_count(f->store, 2026, &n));
	assert_int_equal(n, CROWD + 1);
	must(step_commit(f->store));
}

static void a_bulk_given_up_half_way_leaves_nothing(void **state)
{
	struct fixture *f = *state;
	char *before = dump_records(f->path), *after;

	must(step_begin_bulk(f->store, "Import of people", ""));
	put_crowd(f, "Анна", KIND_PUPIL);
	step_rollback(f->store);
	after = dump_records(f->path);
	assert_string_equal(before, after);
	free(after);
	/* The next one begins with nobody of this one. */
	must(step_begin_bulk(f->store, "Import of people", ""));
	put_crowd(f, "Ольга", KIND_PUPIL);
	must(step_commit(f->store));
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM person WHERE given <> 'Ольга'"),
			 0);
	free(before);
}

/* The file's own net, below the checks of the model, catches one of a crowd. */
static void a_bulk_with_one_who_cannot_be_stored_stores_nobody(void **state)
{
	struct fixture *f = *state;
	char *before = dump_records(f->path), *after;

	must(step_begin_bulk(f->store, "Import of people", ""));
	put_crowd(f, "Анна", -1);
	put_crowd(f, "Анна", KIND_PUPIL);
	assert_int_not_equal(step_commit(f->store), RC_OK);
	assert_true(err_last()->text[0]);
	after = dump_records(f->path);
	assert_string_equal(before, after);
	add_person(f, "Ёлкина", "Зоя", "9А");
	free(before);
	free(after);
}

/* New people are recorded ahead of what else a step does: also when they need what it did before.
 */
static void a_step_that_opens_a_year_and_fills_it_can_be_done_again(void **state)
{
	struct fixture *f = *state;
	struct year next = invented_year(2027);
	struct person p = invented_person("Ёлкина", "Зоя", "8А"), gone;
	struct participant mentee = invented_participant(ROLE_MENTEE, "Быков", "Пётр");
	char *before = dump_records(f->path), *after, *again;
	struct step step;

	p.year = mentee.person.year = 2027;
	gone = p;
	must(step_begin(f->store, "Next year", ""));
	must(year_add(f->store, &next, NULL));
	must(person_put(f->store, &p));
	must(person_put(f->store, &gone));
	must(participant_put(f->store, &mentee));
	must(person_delete(f->store, gone.id));
	p.family = "Елкина";
	must(person_put(f->store, &p));
	must(step_commit(f->store));
	after = dump_records(f->path);
	for (int i = 0; i < 2; i++) {
		must(step_undo(f->store, &f->arena, &step));
		again = dump_records(f->path);
		assert_string_equal(before, again);
		free(again);
		must(step_redo(f->store, &f->arena, &step));
		again = dump_records(f->path);
		assert_string_equal(after, again);
		free(again);
	}
	free(before);
	free(after);
}

/*
 * The property: after any chain of actions, undo gives back each earlier state exactly, redo each
 * later one, also when the file is closed and opened in between.
 */
enum { CHAIN = 60, POOL = 64 };

struct world {
	struct fixture *f;
	int64_t people[POOL], mentees[POOL], mentors[POOL], members[POOL], proposals[POOL];
	size_t n_people, n_mentees, n_mentors, n_members, n_proposals;
};

static unsigned dice(unsigned sides)
{
	static unsigned long long state = 20260901;

	state = state * 6364136223846793005ull + 1442695040888963407ull;
	return (unsigned)(state >> 33) % sides;
}

static const char *dice_name(void)
{
	static const char *const names[] = { "Ёлкина", "О'Коннор", "Салтыков-Щедрин", "Мамедов",
					     "Быкова" };

	return names[dice(5)];
}

static int64_t dice_of(const int64_t *pool, size_t n)
{
	return n ? pool[dice((unsigned)n)] : 0;
}

static void keep(int64_t *pool, size_t *n, int64_t id)
{
	pool[*n < POOL ? (*n)++ : dice(POOL)] = id;
}

static void put_someone(struct world *w)
{
	struct person p = invented_person(dice_name(), dice_name(), dice(2) ? "7В" : "8А");

	must(person_put(w->f->store, &p));
	keep(w->people, &w->n_people, p.id);
}

static void change_someone(struct world *w)
{
	struct person p;

	if (person_get(w->f->store, &w->f->arena, dice_of(w->people, w->n_people), 2026, &p) !=
	    RC_OK)
		return;
	p.family = dice_name();
	p.birth = dice(2) ? 20110101 + (int)dice(28) : 2011;
	p.class_name = dice(2) ? "" : "11Б";
	must(person_put(w->f->store, &p));
}

static void delete_someone(struct world *w)
{
	enum rc rc = person_delete(w->f->store, dice_of(w->people, w->n_people));

	assert_true(rc == RC_OK || rc == RC_NOT_FOUND || rc == RC_CONFLICT);
}

static void put_participant(struct world *w)
{
	struct fixture *f = w->f;
	enum role role = dice(2) ? ROLE_MENTEE : ROLE_MENTOR;
	struct participant p = invented_participant(role, dice_name(), dice_name());
	int64_t topics[2] = { role == ROLE_MENTEE ? f->request : f->competence,
			      role == ROLE_MENTEE ? f->other_request : f->other_competence };
	int64_t other = role == ROLE_MENTEE ? dice_of(w->mentors, w->n_mentors)
					    : dice_of(w->mentees, w->n_mentees);
	struct participant there;

	p.topics = (struct ids){ topics, dice(3) };
	p.interests = (struct ids){ &f->interest, dice(2) };
	p.form = dice(2) ? f->form : 0;
	p.consent_on = dice(2) ? 20260902 : 0;
	p.data_consent_on = dice(2) ? 20260902 : 0;
	if (other && participant_get(f->store, &f->arena, other, &there) == RC_OK)
		*(dice(2) ? &p.choices : &p.refusals) = (struct ids){ &other, 1 };
	must(participant_put(f->store, &p));
	if (role == ROLE_MENTEE)
		keep(w->mentees, &w->n_mentees, p.id);
	else
		keep(w->mentors, &w->n_mentors, p.id);
	keep(w->people, &w->n_people, p.person.id);
}

static void change_participant(struct world *w)
{
	struct participant p;

	if (participant_get(w->f->store, &w->f->arena, dice_of(w->mentees, w->n_mentees), &p) !=
	    RC_OK)
		return;
	p.topics.n = p.topics.n ? p.topics.n - 1 : 0;
	p.consent_on = p.consent_on ? 0 : 20260903;
	p.note = dice_name();
	p.person.given = dice_name();
	must(participant_put(w->f->store, &p));
}

static void delete_participant(struct world *w)
{
	enum rc rc = participant_delete(w->f->store, dice_of(w->mentors, w->n_mentors));

	assert_true(rc == RC_OK || rc == RC_NOT_FOUND || rc == RC_CONFLICT);
}

static void bind_two(struct world *w)
{
	struct bond_member m = { .mentor = dice_of(w->mentors, w->n_mentors),
				 .mentee = dice_of(w->mentees, w->n_mentees),
				 .form = w->f->form,
				 .from = 20260901,
				 .reason = "",
				 .score = dice(2) ? 780 : -1 };

	if (bond_member_add(w->f->store, &m) == RC_OK)
		keep(w->members, &w->n_members, m.id);
}

static void part_two(struct world *w)
{
	int64_t id = dice_of(w->members, w->n_members);
	enum rc rc = dice(2) ? bond_member_end(w->f->store, id, 20261001, "переезд")
			     : bond_member_delete(w->f->store, id);

	assert_true(rc == RC_OK || rc == RC_NOT_FOUND);
}

static void propose(struct world *w)
{
	struct proposal_pair pair = { .mentor = dice_of(w->mentors, w->n_mentors),
				      .mentee = dice_of(w->mentees, w->n_mentees),
				      .score = 640 };
	struct proposal p = { .year = 2026, .pair = &pair, .n = 1 };
	struct participant there;

	if (participant_get(w->f->store, &w->f->arena, pair.mentor, &there) != RC_OK ||
	    participant_get(w->f->store, &w->f->arena, pair.mentee, &there) != RC_OK)
		p.n = 0;
	must(proposal_save(w->f->store, &p));
	keep(w->proposals, &w->n_proposals, p.id);
}

static void change_proposal(struct world *w)
{
	struct proposal p;

	if (proposal_load(w->f->store, &w->f->arena, dice_of(w->proposals, w->n_proposals), &p) !=
	    RC_OK)
		return;
	for (size_t i = 0; i < p.n; i++)
		p.pair[i].locked = !p.pair[i].locked;
	p.confirmed = dice(2) ? 1790000000 : 0;
	if (dice(3))
		must(proposal_update(w->f->store, &p));
	else
		must(proposal_delete(w->f->store, p.id));
}

static void change_books(struct world *w)
{
	struct books books;
	struct book_item *item;

	must(books_load(w->f->store, &w->f->arena, 2026, &books));
	item = &books.row[dice((unsigned)books.n)];
	item->name = dice_name();
	if (item->book == BOOK_REQUEST)
		item->answers.n = 0;
	must(book_item_put(w->f->store, item));
}

static void change_school(struct world *w)
{
	struct school school;
	struct year year;

	must(school_get(w->f->store, &w->f->arena, &school));
	must(year_get(w->f->store, &w->f->arena, 2026, &year));
	school.director = dice_name();
	year.weight_topics = dice(100);
	must(school_put(w->f->store, &school));
	must(year_put(w->f->store, &year));
}

static void (*const actions[])(struct world *) = {
	put_someone,     put_someone,        change_someone,     delete_someone, put_participant,
	put_participant, change_participant, delete_participant, bind_two,       part_two,
	propose,         change_proposal,    change_books,       change_school,
};

static void do_something(struct world *w)
{
	must(step_begin(w->f->store, "Something", ""));
	for (unsigned n = 1 + dice(4); n; n--)
		actions[dice(sizeof(actions) / sizeof(actions[0]))](w);
	must(step_commit(w->f->store));
}

static void assert_state(struct fixture *f, const char *wanted)
{
	char *now = dump_records(f->path);

	assert_string_equal(wanted, now);
	free(now);
}

static void undo_and_redo_walk_any_chain_exactly(void **state)
{
	struct fixture *f = *state;
	struct world w = { .f = f };
	char *states[CHAIN + 1] = { dump_records(f->path) };
	size_t at = 0, top = 0;
	struct step step;

	while (top < CHAIN) {
		do_something(&w);
		states[top + 1] = dump_records(f->path);
		/* What changed nothing is no step. */
		if (strcmp(states[top], states[top + 1]) == 0)
			free(states[top + 1]);
		else
			top++;
	}
	at = top;
	for (int turn = 0; turn < 8; turn++) {
		for (unsigned n = dice(CHAIN); n && at; n--) {
			must(step_undo(f->store, &f->arena, &step));
			assert_state(f, states[--at]);
		}
		fixture_reopen(f, 0);
		for (unsigned n = dice(CHAIN); n && at < top; n--) {
			must(step_redo(f->store, &f->arena, &step));
			assert_state(f, states[++at]);
		}
	}
	while (at) {
		must(step_undo(f->store, &f->arena, &step));
		assert_state(f, states[--at]);
	}
	assert_int_equal(step_undo(f->store, &f->arena, &step), RC_NOT_FOUND);
	for (size_t i = 0; i <= top; i++)
		free(states[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(a_step_is_there_after_a_restart),
		TEST(a_rolled_back_step_leaves_nothing),
		TEST(a_step_that_changed_nothing_leaves_no_trace),
		TEST(undo_names_what_it_took_back),
		TEST(a_new_step_forgets_what_was_undone),
		TEST(undo_refuses_steps_of_another_version),
		TEST(undo_changes_nothing_in_a_file_that_others_changed),
		TEST(what_is_written_outside_a_step_is_refused),
		TEST(settings_are_kept_and_not_undone),
		TEST(a_bulk_is_taken_back_and_done_again_whole),
		TEST(who_was_just_put_in_a_bulk_is_found_at_once),
		TEST(a_bulk_given_up_half_way_leaves_nothing),
		TEST(a_bulk_with_one_who_cannot_be_stored_stores_nobody),
		TEST(a_step_that_opens_a_year_and_fills_it_can_be_done_again),
		TEST(undo_and_redo_walk_any_chain_exactly),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
