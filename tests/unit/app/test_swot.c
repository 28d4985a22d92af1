/* The SWOT board and the curator's cards of a year. */
#include "fixture.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/cards.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/app/swot.h"
#include "nastavnik/store/read/participant.h"

enum { PEOPLE = 4 };

static int setup(void **state)
{
	setenv("NASTAVNIK_NOW", "2026-11-22T10:00:00", 1);
	if (fixture_setup(state))
		return 1;
	import_text(*state, IMPORT_MENTEES,
		    "Фамилия;Имя;Класс;Форма\nЁлкина;Зоя;7В;ученик – ученик\n"
		    "Быков;Пётр;5А;ученик – ученик\nАнтонова;Ия;6Б;ученик – ученик\n"
		    "Горин;Лев;8А;ученик – ученик\n");
	return 0;
}

/* A sheet of a respondent; codes not named are left without an answer. */
static void fill(struct fixture *f, const char *survey, const char *who, const char *const *code,
		 const int64_t *value, size_t n)
{
	struct survey found, version;
	struct survey_items items;
	struct answer answer[ITEM_MAX];
	struct answers answers = { answer, 0 };
	struct sheet sheet = {
		.filled_on = 20261115, .note = "", .entered_by = "", .checked_by = "", .source = ""
	};

	must(survey_find(f->app, &f->arena, survey, &found));
	must(survey_get(f->app, &f->arena, found.head.id, &version, &items));
	sheet.survey = found.head.id;
	sheet.participation = who ? participant_named(f, ROLE_MENTEE, who) : 0;
	for (size_t i = 0; i < items.n; i++) {
		struct answer *to = &answer[answers.n++];

		*to = (struct answer){ .item = items.row[i].head.id,
				       .status = ANSWER_NONE,
				       .value = FIELD_NOTHING,
				       .words = "" };
		for (size_t k = 0; k < n; k++)
			if (!strcmp(items.row[i].code, code[k])) {
				to->status = ANSWER_GIVEN;
				to->value = value[k];
			}
		if (items.row[i].kind == ITEM_OPEN && who) {
			to->status = ANSWER_GIVEN;
			to->words = "мало общих встреч";
			to->value = FIELD_NOTHING;
		}
	}
	must(sheet_save(f->app, &sheet, &answers));
}

static const char *const who[PEOPLE] = { "Ёлкина", "Быков", "Антонова", "Горин" };
static const char *const codes[] = { "mood", "wish", "safety" };

/* mood rises from 4 to 8, wish falls from 7 to 4, safety is high twice. */
static void answer_all(struct fixture *f, size_t people)
{
	static const int64_t before[] = { 4, 7, 9 }, after[] = { 8, 4, 9 };

	for (size_t i = 0; i < people; i++) {
		fill(f, "pupil_pupil_mentee_before", who[i], codes, before, 3);
		fill(f, "pupil_pupil_mentee_after", who[i], codes, after, 3);
	}
}

static struct swot_board board(struct fixture *f, struct swot_wish wish)
{
	struct swot_board b;

	must(swot_load(f->app, &f->arena, wish, &b));
	return b;
}

/* The line of a part whose words hold the question's. */
static struct swot *line_of(struct swot_board *b, int64_t part, const char *code)
{
	for (size_t i = 0; i < b->lines.n; i++) {
		const char *last = strrchr(b->lines.row[i].code, '/');

		if (b->lines.row[i].part == part && last && !strcmp(last + 1, code))
			return &b->lines.row[i];
	}
	return NULL;
}

static void each_part_is_proposed_from_its_figures(void **state)
{
	struct fixture *f = *state;

	answer_all(f, PEOPLE);
	struct swot_board b = board(f, (struct swot_wish){ 0 });
	assert_int_equal(b.taken, 0);
	const struct swot *line = line_of(&b, SWOT_STRENGTHS, "safety");
	assert_non_null(line);
	assert_non_null(strstr(line->basis, "mean 9 "));
	assert_non_null(strstr(line->basis, "answered: 4"));
	assert_non_null(line_of(&b, SWOT_WEAKNESSES, "wish"));
	line = line_of(&b, SWOT_OPPORTUNITIES, "mood");
	assert_non_null(line);
	assert_non_null(strstr(line->basis, "was 4, is 8 "));
	assert_non_null(strstr(line->basis, "answered twice: 4"));
	assert_non_null(line_of(&b, SWOT_THREATS, "wish"));
	assert_null(line_of(&b, SWOT_THREATS, "safety"));
}

static void too_few_people_propose_nothing(void **state)
{
	struct fixture *f = *state;
	struct swot_quotes quotes;

	answer_all(f, 2);
	struct swot_board b = board(f, (struct swot_wish){ 0 });
	assert_int_equal(b.lines.n, 0);
	assert_true(b.hidden > 0);
	must(swot_quotes_load(f->app, &f->arena, 0, &quotes));
	assert_int_equal(quotes.n, 0);
}

static void what_is_taken_or_dismissed_is_not_proposed_again(void **state)
{
	struct fixture *f = *state;
	const char *undone;

	answer_all(f, PEOPLE);
	struct swot_board b = board(f, (struct swot_wish){ 0 });
	size_t proposed = b.proposed;
	struct swot *safety = line_of(&b, SWOT_STRENGTHS, "safety");
	struct swot *wish = line_of(&b, SWOT_THREATS, "wish");
	safety->name = "Своими словами";
	must(swot_take(f->app, safety));
	must(swot_dismiss(f->app, wish));
	b = board(f, (struct swot_wish){ 0 });
	assert_int_equal(b.taken, 1);
	assert_int_equal(b.dismissed, 1);
	assert_int_equal(b.proposed, proposed - 2);
	assert_string_equal(line_of(&b, SWOT_STRENGTHS, "safety")->name, "Своими словами");
	assert_null(line_of(&b, SWOT_THREATS, "wish"));
	b = board(f, (struct swot_wish){ .dismissed = true });
	wish = line_of(&b, SWOT_THREATS, "wish");
	assert_int_equal(wish->state, SWOT_DISMISSED);
	must(swot_move(f->app, wish, SWOT_WEAKNESSES));
	b = board(f, (struct swot_wish){ 0 });
	assert_int_equal(b.taken, 2);
	assert_int_equal(b.dismissed, 0);
	for (int i = 0; i < 3; i++)
		must(history_undo(f->app, &f->arena, &undone));
	b = board(f, (struct swot_wish){ 0 });
	assert_int_equal(b.proposed, proposed);
	assert_int_equal(b.taken, 0);
}

static void ones_own_line_is_deleted_when_it_is_dismissed(void **state)
{
	struct fixture *f = *state;
	struct swot own = { .part = SWOT_THREATS,
			    .name = "Ремонт школы",
			    .basis = "",
			    .code = "",
			    .state = SWOT_TAKEN };

	must(swot_take(f->app, &own));
	assert_true(own.head.id != 0);
	must(swot_dismiss(f->app, &own));
	assert_int_equal(board(f, (struct swot_wish){ .dismissed = true }).lines.n, 0);
}

static void a_board_of_one_form_has_its_lines_alone(void **state)
{
	struct fixture *f = *state;

	answer_all(f, PEOPLE);
	struct swot_board b = board(f, (struct swot_wish){ 0 });
	int64_t form = b.lines.row[0].form;
	assert_true(form != 0);
	assert_int_equal(board(f, (struct swot_wish){ .form = form }).lines.n, b.lines.n);
	assert_int_equal(board(f, (struct swot_wish){ .form = form + 1 }).lines.n, 0);
}

static void open_answers_stand_beside_without_names(void **state)
{
	struct fixture *f = *state;
	struct swot_quotes quotes;

	answer_all(f, PEOPLE);
	must(swot_quotes_load(f->app, &f->arena, 0, &quotes));
	assert_true(quotes.n >= PEOPLE);
	assert_string_equal(quotes.row[0].words, "мало общих встреч");
}

static const char *paper_words(struct fixture *f, const char *name)
{
	const struct paper *paper = paper_find(name);
	struct paper_text text;
	const char *all = "";
	enum rc rc =
		paper_lines(f->app, &(struct paper_wish){ .paper = paper }, &f->arena, 100, &text);

	if (rc)
		fail_msg("%s", err_last()->text);
	for (size_t i = 0; i < text.n; i++)
		all = arena_printf(&f->arena, "%s%s\n", all, text.line[i]);
	return all;
}

static void the_board_is_printed_in_four_parts(void **state)
{
	struct fixture *f = *state;
	struct paper_text text;

	assert_int_equal(paper_lines(f->app, &(struct paper_wish){ .paper = paper_find("swot") },
				     &f->arena, 80, &text),
			 RC_NOT_FOUND);
	answer_all(f, PEOPLE);
	struct swot_board b = board(f, (struct swot_wish){ 0 });
	struct swot *line = line_of(&b, SWOT_OPPORTUNITIES, "mood");
	line->name = "Дети бодрее";
	must(swot_take(f->app, line));
	const char *words = paper_words(f, "swot");
	assert_non_null(strstr(words, "СИЛЬНЫЕ СТОРОНЫ"));
	assert_non_null(strstr(words, "УГРОЗЫ"));
	assert_non_null(strstr(words, "– Дети бодрее (ученик"));
	assert_non_null(strstr(words, "was 4, is 8"));
	assert_null(strstr(words, "Ёлкина"));
}

/* The curator's card */

static const char *const criteria[CARD_CRITERIA] = { "aim",      "model",    "modern",
						     "climate",  "logic",    "participants",
						     "partners", "activity", "civic" };

static struct card_result card_of(struct fixture *f, const int64_t *points, size_t n)
{
	struct cards cards;

	fill(f, "curator_card", NULL, criteria, points, n);
	must(cards_load(f->app, &f->arena, &cards));
	return cards.row[cards.n - 1].result;
}

static void the_verdict_goes_by_the_sum(void **state)
{
	static const struct {
		int64_t point[CARD_CRITERIA];
		int64_t sum;
		enum card_verdict verdict;
	} row[] = {
		{ { 2, 2, 2, 2, 2, 2, 2, 2, 2 }, 18, CARD_HIGH },
		{ { 2, 2, 2, 2, 2, 2, 2, 1, 0 }, 15, CARD_HIGH },
		{ { 2, 2, 2, 2, 2, 2, 2, 0, 0 }, 14, CARD_MIDDLE },
		{ { 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 9, CARD_MIDDLE },
		{ { 1, 1, 1, 1, 1, 1, 1, 1, 0 }, 8, CARD_LOW },
		{ { 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0, CARD_LOW },
	};

	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		struct card_result got = card_of(*state, row[i].point, CARD_CRITERIA);

		assert_int_equal(got.sum, row[i].sum);
		assert_int_equal(got.verdict, row[i].verdict);
	}
}

static void a_card_with_a_gap_has_no_verdict(void **state)
{
	static const int64_t point[CARD_CRITERIA] = { 2, 2, 2, 2, 2, 2, 2, 2, 2 };
	struct card_result got = card_of(*state, point, CARD_CRITERIA - 1);

	assert_int_equal(got.sum, 16);
	assert_int_equal(got.answered, 8);
	assert_int_equal(got.verdict, CARD_OPEN);
	assert_string_equal(card_verdict_range(got.verdict), "");
}

static void a_card_is_printed_with_its_bars_and_the_cards_before(void **state)
{
	static const int64_t first[CARD_CRITERIA] = { 1, 1, 1, 1, 1, 1, 1, 1, 1 };
	static const int64_t second[CARD_CRITERIA] = { 2, 2, 2, 2, 2, 2, 2, 2, 0 };
	struct fixture *f = *state;

	card_of(f, first, CARD_CRITERIA);
	card_of(f, second, CARD_CRITERIA);
	const char *words = paper_words(f, "curator_card");
	assert_non_null(strstr(words, "Сумма: 9 из 18 – допустимый уровень (9–14 баллов)."));
	assert_non_null(strstr(words, "Сумма: 16 из 18 – оптимальный уровень (15–18 баллов)."));
	assert_non_null(strstr(words, "Карты этого года"));
	assert_non_null(strstr(words, "▰▱"));
	assert_non_null(strstr(words, "Участники довольны"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define STORY(name) cmocka_unit_test_setup_teardown(name, setup, fixture_teardown)
		STORY(each_part_is_proposed_from_its_figures),
		STORY(too_few_people_propose_nothing),
		STORY(what_is_taken_or_dismissed_is_not_proposed_again),
		STORY(ones_own_line_is_deleted_when_it_is_dismissed),
		STORY(a_board_of_one_form_has_its_lines_alone),
		STORY(open_answers_stand_beside_without_names),
		STORY(the_board_is_printed_in_four_parts),
		STORY(the_verdict_goes_by_the_sum),
		STORY(a_card_with_a_gap_has_no_verdict),
		STORY(a_card_is_printed_with_its_bars_and_the_cards_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
