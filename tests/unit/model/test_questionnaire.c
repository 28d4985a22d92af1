/* Files of questionnaires: all are sound, before and after ask under the same codes; mistakes are
 * told with their line. Rules of the designer. */
#include "unit.h"

#include <stdio.h>
#include <string.h>

#include "nastavnik/base/err.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/methodology.h"
#include "nastavnik/model/questionnaire.h"

#include "../../../src/model/methodology_private.h"

static struct arena arena;

static const char *const forms[] = { "pupil_pupil", "teacher_teacher", "student_pupil",
				     "employer_pupil", "employer_student" };
enum { FORMS = sizeof(forms) / sizeof(forms[0]) };
static const char *const sides[] = { "mentee", "mentor" };

static int done(void **state)
{
	(void)state;
	arena_done(&arena);
	return 0;
}

static struct questionnaires shipped(void)
{
	struct questionnaires all;

	if (questionnaires_of_methodology(&arena, "r145", &all))
		fail_msg("%s", err_last()->text);
	return all;
}

static const struct questionnaire *one(const struct questionnaires *all, const char *form,
				       const char *side, const char *wave)
{
	const char *code = arena_printf(&arena, "%s_%s_%s", form, side, wave);
	const struct questionnaire *q = questionnaire_coded(all, code);

	if (!q)
		fail_msg("there is no questionnaire %s", code);
	return q;
}

static const struct survey_item *coded(const struct questionnaire *q, const char *code)
{
	const struct survey_item *item = item_by_code(&q->items, code);

	if (!item)
		fail_msg("%s does not ask for %s", q->survey.code, code);
	return item;
}

static void every_form_and_role_is_asked_twice(void **state)
{
	struct questionnaires all = shipped();

	(void)state;
	assert_int_equal(all.n, FORMS * 4 + 3);
	for (size_t f = 0; f < FORMS; f++) {
		for (int s = 0; s < 2; s++) {
			const struct questionnaire *before =
				one(&all, forms[f], sides[s], "before");
			const struct questionnaire *after = one(&all, forms[f], sides[s], "after");

			assert_string_equal(before->form, forms[f]);
			assert_string_equal(after->form, forms[f]);
			assert_int_equal(before->survey.role, s ? ROLE_MENTOR : ROLE_MENTEE);
			assert_int_equal(after->survey.role, before->survey.role);
			assert_int_equal(before->survey.wave, WAVE_BEFORE);
			assert_int_equal(after->survey.wave, WAVE_AFTER);
		}
	}
}

/* What cannot be compared must not have one code. */
static void one_code_asks_for_one_thing(void **state)
{
	struct questionnaires all = shipped();

	(void)state;
	for (size_t f = 0; f < FORMS; f++) {
		for (int s = 0; s < 2; s++) {
			const struct questionnaire *before =
				one(&all, forms[f], sides[s], "before");
			const struct questionnaire *after = one(&all, forms[f], sides[s], "after");
			size_t both = 0;

			for (size_t i = 0; i < after->items.n; i++) {
				const struct survey_item *item = &after->items.row[i];
				const struct survey_item *twin =
					item_by_code(&before->items, item->code);

				both += twin && item_counts(item);
				if (twin && !item_comparable(twin, item))
					fail_msg("%s: %s cannot be compared", after->survey.code,
						 item->code);
			}
			if (both < 8)
				fail_msg("%s: only %zu can be compared", after->survey.code, both);
		}
	}
}

static size_t scale_size(const struct questionnaire *q, const char *scale)
{
	size_t n = 0;

	for (size_t i = 0; i < q->items.n; i++)
		n += strcmp(q->items.row[i].scale, scale) == 0;
	return n;
}

/* Alpha needs three; a paper must not be long; nothing asks who it is. */
static void questionnaires_are_fit_for_paper(void **state)
{
	struct questionnaires all = shipped();

	(void)state;
	for (size_t i = 0; i < all.n; i++) {
		const struct questionnaire *q = &all.row[i];

		if (q->survey.kind == SURVEY_PEOPLE && (q->items.n < 14 || q->items.n > 18))
			fail_msg("%s has %zu questions", q->survey.code, q->items.n);
		for (size_t k = 0; k < q->items.n; k++) {
			const struct survey_item *item = &q->items.row[k];

			if (*item->scale && scale_size(q, item->scale) < 3)
				fail_msg("%s: %s: too few", q->survey.code, item->scale);
			if (!*item->section)
				fail_msg("%s: %s has no section", q->survey.code, item->code);
			if (item->kind == ITEM_SCALE && (!*item->low_label || !*item->high_label))
				fail_msg("%s: %s: ends without words", q->survey.code, item->code);
			if (strstr(item->name, "амилия") || strstr(item->name, "огласие"))
				fail_msg("%s: %s asks who it is", q->survey.code, item->code);
		}
	}
}

static void satisfaction_is_asked_of_everybody_at_the_end(void **state)
{
	struct questionnaires all = shipped();

	(void)state;
	for (size_t f = 0; f < FORMS; f++) {
		for (int s = 0; s < 2; s++) {
			const struct survey_item *item =
				coded(one(&all, forms[f], sides[s], "after"), "satisfaction");

			assert_int_equal(item->low, 1);
			assert_int_equal(item->high, 10);
			assert_int_equal(item_good(item), 7);
		}
	}
}

static void what_is_worse_when_more_is_marked(void **state)
{
	struct questionnaires all = shipped();

	(void)state;
	assert_int_equal(coded(one(&all, "pupil_pupil", "mentee", "after"), "anxiety")->reverse, 1);
	assert_int_equal(
		coded(one(&all, "teacher_teacher", "mentor", "before"), "burnout")->reverse, 1);
	assert_int_equal(coded(one(&all, "pupil_pupil", "mentee", "after"), "mood")->reverse, 0);
}

static void the_card_has_nine_criteria_of_three_points(void **state)
{
	struct questionnaires all = shipped();
	const struct questionnaire *card = questionnaire_coded(&all, "curator_card");
	size_t n = 0;

	(void)state;
	assert_non_null(card);
	assert_int_equal(card->survey.kind, SURVEY_CARD);
	for (size_t i = 0; i < card->items.n; i++) {
		const struct survey_item *item = &card->items.row[i];

		n += item->kind == ITEM_SCALE && item->low == 0 && item->high == 2;
	}
	assert_int_equal(n, 9);
	assert_int_equal(questionnaire_coded(&all, "fit")->survey.kind, SURVEY_FIT);
	assert_int_equal(questionnaire_coded(&all, "event")->survey.kind, SURVEY_EVENT);
}

static void forms_are_those_of_the_year(void **state)
{
	struct questionnaires all = shipped();
	struct books books;
	const char *version;

	(void)state;
	assert_int_equal(methodology_load(&arena, "r145", 2026, &books, &version), RC_OK);
	questionnaires_bind(&all, 2026, &books);
	assert_int_equal(all.n, FORMS * 4 + 3);
	assert_string_equal(
		book_item_name(&books, one(&all, "pupil_pupil", "mentee", "before")->survey.form),
		"ученик – ученик");
	assert_int_equal(questionnaire_coded(&all, "fit")->survey.form, 0);
	assert_int_equal(questionnaire_coded(&all, "fit")->survey.head.owner, 2026);
	books.n = 0;
	all = shipped();
	questionnaires_bind(&all, 2026, &books);
	assert_int_equal(all.n, 3);
}

static enum rc parse(const char *text, struct questionnaire *out)
{
	struct embed file = { .name = "q/test.txt", .text = text, .size = strlen(text) };

	return questionnaire_parse(&arena, &file, out);
}

static void every_kind_of_answer_is_read(void **state)
{
	struct questionnaire q;

	(void)state;
	assert_int_equal(
		parse("название: Проба\nвид: после события\nвступление: Раз.\nвступление: Два.\n"
		      "раздел: Первый\n[a] Да?\n ответ: да или нет\n"
		      "[b] Какой?\n ответ: один из\n вариант: тот\n вариант: этот\n"
		      "[c] Сколько?\n ответ: число 0…40\n обычно: 1…9\n если: b = 2\n"
		      "[d] Сколько ещё?\n ответ: число\n"
		      "раздел: Второй\n[e] Когда?\n ответ: дата\n обязательно: нет\n"
		      "[f] Что?\n ответ: своими словами\n"
		      "[g] Как?\n ответ: шкала -2…2\n края: так | иначе\n меньше – лучше: да\n"
		      " хорошо от: 1\n показатель: Проба\n",
		      &q),
		RC_OK);
	assert_string_equal(q.survey.code, "test");
	assert_string_equal(q.survey.intro, "Раз.\nДва.");
	assert_int_equal(q.items.n, 7);
	assert_int_equal(q.items.row[1].kind, ITEM_ONE);
	assert_int_equal(item_options(&q.items.row[1]), 2);
	assert_int_equal(q.items.row[2].high, 40);
	assert_int_equal(q.items.row[2].soft_high, 9);
	assert_string_equal(q.items.row[2].only_if, "b = 2");
	assert_int_equal(q.items.row[3].high, FIELD_NOTHING);
	assert_int_equal(q.items.row[4].kind, ITEM_DATE);
	assert_int_equal(q.items.row[4].required, 0);
	assert_string_equal(q.items.row[4].section, "Второй");
	assert_int_equal(q.items.row[5].second, 0);
	assert_int_equal(q.items.row[6].low, -2);
	assert_string_equal(q.items.row[6].high_label, "иначе");
	assert_int_equal(item_good(&q.items.row[6]), 1);
}

#define GOOD "название: Проба\n[a] Да?\nответ: да или нет\n"

static void mistakes_are_told_with_their_line(void **state)
{
	static const struct {
		const char *text, *line;
	} bad[] = {
		{ "", "line 1" },
		{ "название: Проба\n", "line 2" },
		{ "[a] Да?\nответ: да или нет\n", "line 3" },
		{ "название: Проба\nвид: всех\n", "line 2" },
		{ "название: Проба\nответ: дата\n", "line 2" },
		{ "название: Проба\n[a Да?\n", "line 2" },
		{ "название: Проба\n\n[] Да?\nответ: дата\n", "line 3" },
		{ "название: Проба\n[код] Да?\nответ: дата\n", "line 2" },
		{ "название: Проба\n[a] Да?\n", "line 2" },
		{ "название: Проба\n[a] Да?\nответ: как-нибудь\n", "line 3" },
		{ "название: Проба\n[a] Да?\nответ: шкала\n", "line 3" },
		{ "название: Проба\n[a] Да?\nответ: шкала 10…1\n", "line 3" },
		{ "название: Проба\n[a] Да?\nответ: дата 1…2\n", "line 3" },
		{ "название: Проба\n[a] Да?\nответ: один из\nвариант: та\n", "line 2" },
		{ "название: Проба\n[a] Да?\nответ: шкала 1…5\nкраи: а | б\n", "line 4" },
		{ "название: Проба\n[a] Да?\nответ: шкала 1…5\nкрая: а, б\n", "line 4" },
		{ GOOD "[a] Ещё?\nответ: дата\n", "line 2" },
		{ GOOD "если: b = 1\n", "line 2" },
		{ GOOD "[b] Ещё?\nответ: дата\nесли: c = 1\n", "line 4" },
		{ GOOD "[b] Ещё?\nответ: дата\nесли: a = 2\n", "line 4" },
		{ GOOD "[b] Ещё?\nответ: дата\nесли: a\n", "line 4" },
		{ GOOD "обязательно: иногда\n", "line 4" },
		{ GOOD "хорошо от: семи\n", "line 4" },
		{ GOOD "вид: участников\n", "line 4" },
		{ GOOD "просто строка\n", "line 4" },
		{ GOOD "показатель:\n", "line 4" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		struct questionnaire q = { .form = "untouched" };

		if (parse(bad[i].text, &q) == RC_OK)
			fail_msg("taken: %s", bad[i].text);
		assert_int_equal(err_last()->code, RC_BUG);
		if (!strstr(err_last()->text, bad[i].line) ||
		    !strstr(err_last()->text, "q/test.txt"))
			fail_msg("%s\nsays: %s", bad[i].text, err_last()->text);
		assert_string_equal(q.form, "untouched");
	}
}

static void codes_come_from_words(void **state)
{
	struct survey_item taken = { .code = "kak" };
	struct survey_items none = { 0 }, items = { &taken, 1 };

	(void)state;
	assert_string_equal(item_code_of(&arena, "Щука и ёж", &none), "schuka_i_ezh");
	assert_string_equal(item_code_of(&arena, "Насколько вам интересно?", &none),
			    "naskolko_vam");
	assert_string_equal(item_code_of(&arena, "Достопримечательности", &none), "dostoprimechat");
	assert_string_equal(item_code_of(&arena, "Как?", &items), "kak_2");
	assert_string_equal(item_code_of(&arena, "Plan B2", &none), "plan_b2");
	assert_string_equal(item_code_of(&arena, "?!", &none), "q");
}

static void answers_under_one_code_can_be_counted_together(void **state)
{
	struct survey_item scale = { .kind = ITEM_SCALE, .low = 1, .high = 10, .options = "" };
	struct survey_item other = scale, chosen = { .kind = ITEM_ONE, .options = "а\nб" };
	struct survey_item more = chosen;

	(void)state;
	assert_true(item_comparable(&scale, &other));
	other.high = 5;
	assert_false(item_comparable(&scale, &other));
	other = scale;
	other.reverse = 1;
	assert_false(item_comparable(&scale, &other));
	assert_false(item_comparable(&scale, &chosen));
	more.options = "а\nб\nв";
	assert_true(item_comparable(&chosen, &more));
	assert_false(item_comparable(&more, &chosen));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_and_role_is_asked_twice),
		cmocka_unit_test(one_code_asks_for_one_thing),
		cmocka_unit_test(questionnaires_are_fit_for_paper),
		cmocka_unit_test(satisfaction_is_asked_of_everybody_at_the_end),
		cmocka_unit_test(what_is_worse_when_more_is_marked),
		cmocka_unit_test(the_card_has_nine_criteria_of_three_points),
		cmocka_unit_test(forms_are_those_of_the_year),
		cmocka_unit_test(every_kind_of_answer_is_read),
		cmocka_unit_test(mistakes_are_told_with_their_line),
		cmocka_unit_test(codes_come_from_words),
		cmocka_unit_test(answers_under_one_code_can_be_counted_together),
	};

	return cmocka_run_group_tests(tests, NULL, done);
}
