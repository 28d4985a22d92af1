/* The demonstration school in November: entry questionnaires are being typed, those who settled in
 * during the first quarter have filled in the final ones, an event was judged. */
#include "demo.h"
#include "inner.h"
#include "nastavnik/app/records.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/write/record.h"
#include "nastavnik/store/write/sheet.h"

#include <string.h>

/* How much of a questionnaire has been typed. */
static const struct demo_survey {
	const char *code;
	size_t percent; /* of those who are asked */
	size_t sheets;  /* of a questionnaire that is nobody's by name */
	int64_t rise;   /* of most answers since the beginning of the year */
	int64_t filled_on;
} typed[] = {
	{ "pupil_pupil_mentee_before", 80, 0, 0, 20260918 },
	{ "pupil_pupil_mentor_before", 100, 0, 0, 20260918 },
	{ "teacher_teacher_mentee_before", 100, 0, 0, 20260921 },
	{ "pupil_pupil_mentee_after", 45, 0, 2, 20261113 },
	{ "fit", 35, 0, 0, 20261005 },
	{ "event", 0, 14, 1, 20261023 },
	{ "curator_card", 0, 1, 0, 20261106 },
};

/* What people write in their own words; many write nothing. */
static const struct demo_words {
	const char *code, *words[3];
} own_words[] = {
	{ "where", { "В пришкольном лагере, помогал вожатому", "В прошлой школе", "В кружке" } },
	{ "expectations",
	  { "Хочу увереннее отвечать у доски", "Новых друзей", "Помощь с алгеброй" } },
	{ "valuable", { "Чтобы слушали", "Доверие", "Что наставник сам недавно был новеньким" } },
	{ "missing", { "Времени", "Общих встреч", "" } },
	{ "liked", { "Игра на знакомство", "Рассказы выпускников", "Что не скучно" } },
	{ "better", { "Больше времени на вопросы", "", "Позвать родителей" } },
	{ "note", { "По дневникам и беседам с парами; больше общих встреч", "", "" } },
};

static const char *words_of(const char *code, int64_t mix)
{
	for (size_t i = 0; i < sizeof(own_words) / sizeof(own_words[0]); i++)
		if (strcmp(own_words[i].code, code) == 0)
			return own_words[i].words[mix % 3];
	return "";
}

static int64_t within(int64_t value, int64_t low, int64_t high)
{
	return value < low ? low : value > high ? high : value;
}

/* The same answers each time: who and which question decide. */
static int64_t demo_value(const struct survey_item *item, int64_t who, int64_t rise)
{
	int64_t at = item->position, mix = who * 7 + at * 5 + who * at % 11;
	int64_t moved = rise && mix % 5 ? rise - mix % 2 : -(rise > 0);

	switch (item->kind) {
	case ITEM_SCALE:
		if (item->high - item->low < 5)
			return within(item->low + 1 + at % 4 % 2, item->low, item->high);
		return within(item->low + 2 + mix % 6 + (item->reverse ? -moved : moved), item->low,
			      item->high);
	case ITEM_YESNO:
		return mix % 4 != 0;
	case ITEM_ONE:
		return 1 + mix % 2;
	case ITEM_SEVERAL:
		return 1 + mix % 7;
	default:
		return within(2 + mix % 5, item->low, item->high);
	}
}

static struct answer demo_answer(const struct survey_item *item, int64_t who, int64_t rise)
{
	struct answer answer = {
		.item = item->head.id, .status = ANSWER_GIVEN, .value = FIELD_NOTHING, .words = ""
	};

	if (item->kind == ITEM_OPEN)
		answer.words = words_of(item->code, who + item->position);
	else
		answer.value = demo_value(item, who, rise);
	if ((item->kind == ITEM_OPEN && !*answer.words) || (who * 3 + item->position) % 41 == 0)
		answer = (struct answer){ .item = item->head.id,
					  .status = ANSWER_NONE,
					  .value = FIELD_NOTHING,
					  .words = "" };
	return answer;
}

/* Questions stand in their order, so what is asked is known when its turn comes. */
static struct answers demo_answers(struct arena *a, const struct survey_items *items, int64_t who,
				   int64_t rise)
{
	struct answers answers = { ARENA_NEW(a, struct answer, items->n), 0 };

	for (size_t i = 0; i < items->n; i++) {
		const struct survey_item *item = &items->row[i];
		struct answer answer = demo_answer(item, who, rise);

		if (!item_asked(items, item, &answers))
			answer = (struct answer){ .item = item->head.id,
						  .status = ANSWER_SKIPPED,
						  .value = FIELD_NOTHING,
						  .words = "" };
		answers.row[answers.n++] = answer;
	}
	return answers;
}

struct demo_sheets {
	struct app *app;
	struct arena *arena;
	const struct demo_survey *demo;
	struct survey survey;
	struct survey_items items;
	int64_t batch;
};

static enum rc sheet_write(const struct demo_sheets *d, int64_t participation, int64_t who)
{
	struct answers answers = demo_answers(d->arena, &d->items, who, d->demo->rise);
	struct sheet sheet = { .survey = d->survey.head.id,
			       .participation = participation,
			       .batch = d->batch,
			       .number = participation ? 0 : who,
			       .filled_on = d->demo->filled_on,
			       .note = "",
			       .entered_by = "методист",
			       .entered_at = clock_now(),
			       .checked_by = "",
			       .source = "" };

	return sheet_put(d->app->store, &sheet, &answers);
}

/* The pile they came in, with a few that nobody has typed yet. */
static enum rc batch_write(struct demo_sheets *d, size_t sheets, size_t asked)
{
	struct batch batch;
	enum rc rc;

	record_init(&batch_type, &batch, d->survey.head.id, (int)d->demo->filled_on);
	batch.name = "пачка 1";
	batch.forms = (int64_t)(sheets < asked ? sheets + 2 : sheets);
	rc = record_put(d->app->store, &batch_type, &batch);
	d->batch = batch.head.id;
	return rc;
}

static enum rc sheets_write(struct demo_sheets *d)
{
	struct respondents people;
	enum rc rc = survey_respondents(d->app, d->arena, &d->survey, &people);
	size_t n = d->demo->sheets ? d->demo->sheets : people.n * d->demo->percent / 100;

	if (!rc && n && people.n)
		rc = batch_write(d, n, people.n);
	for (size_t i = 0; i < n && !rc; i++)
		rc = d->demo->sheets
			     ? sheet_write(d, 0, (int64_t)i + 1)
			     : sheet_write(d, people.row[i].participation, people.row[i].number);
	return rc;
}

static enum rc survey_fill(struct app *app, const struct demo_survey *demo)
{
	struct arena a = { 0 };
	struct demo_sheets d = { .app = app, .arena = &a, .demo = demo };
	enum rc rc = survey_find(app, &a, demo->code, &d.survey);

	if (!rc)
		rc = survey_get(app, &a, d.survey.head.id, &d.survey, &d.items);
	if (!rc)
		rc = app_begin(app, "Sheet entered", d.survey.name);
	if (!rc)
		rc = app_end(app, sheets_write(&d));
	arena_done(&a);
	return rc;
}

enum rc demo_surveys(struct app *app)
{
	enum rc rc = respondents_number(app, NULL);

	for (size_t i = 0; i < sizeof(typed) / sizeof(typed[0]) && !rc; i++)
		rc = survey_fill(app, &typed[i]);
	return rc;
}
