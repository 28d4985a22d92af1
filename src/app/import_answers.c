/*
 * Answers of a web form: one row of the table is one sheet.
 *
 * A sheet is known by its respondent. One that says the same is no news; what the sheet in the file
 * was never asked is added to it; one that says something else is kept beside the sheet that
 * counts, as its rival, until somebody has looked at both. Where nobody says who he is, after an
 * event, a row is known by the second in which it was sent, else by all that it says.
 */
#include "import_answers.h"

#include <string.h>

#include "import_who.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/read/store.h"
#include "nastavnik/store/write/sheet.h"
#include "surveys_inner.h"

/* A sheet that is in the file; answers stand by the newest version's questions. */
struct known_sheet {
	int64_t id, survey, participation, rival, origin;
	struct answer *answer;
};

struct answers_run {
	struct who who;
	struct id_set asked; /* participations that the questionnaire is for */
	struct known_sheet *sheet;
	size_t sheets, cap;
	struct answer *answer; /* of the row, one a question */
	bool *given;           /* a column of the table is about the question */
	int64_t *origin;       /* of the rows so far that have no respondent */
	size_t origins, origins_cap;
};

/* Opening */

static enum rc answers_open(struct import *import)
{
	struct survey_lines *lines = ARENA_NEW(&import->made, struct survey_lines, 1);
	enum rc rc =
		survey_get(import->app, &import->made, import->of, &lines->survey, &lines->items);

	if (!rc && !lines->items.n)
		rc = err_set(RC_INVALID, _("The questionnaire “%s” has no questions yet."),
			     lines->survey.name);
	if (rc)
		return rc;
	import->survey = lines;
	import->fields = question_fields(import);
	import->remember = arena_printf(&import->made, "columns-answers-%s", lines->survey.code);
	return RC_OK;
}

static bool has_question(const struct import *import)
{
	for (size_t i = 0; i < import->survey->items.n; i++)
		if (table_has(&import->table, import->survey->items.row[i].code))
			return true;
	return false;
}

static enum rc answers_columns(const struct import *import)
{
	enum rc rc = survey_is_by_name(&import->survey->survey) ? who_columns(import) : RC_OK;

	if (!rc && !has_question(import))
		rc = err_set(RC_INVALID,
			     _("No column of “%s” was recognised as a question of “%s”. A heading "
			       "is the question's code or its words; say which column is which."),
			     import->name, import->survey->survey.name);
	return rc;
}

/* What the file has */

static void answers_place(const struct survey_items *newest, const struct survey_items *own,
			  const struct answer *from, struct answer *to)
{
	const struct survey_item *item = item_by_id(own, from->item);
	const struct survey_item *now = item ? item_by_code(newest, item->code) : NULL;

	if (now)
		to[now - newest->row] = *from;
}

static void sheet_know(struct import_run *run, const struct sheet *sheet, struct answer *answer)
{
	struct answers_run *r = run->answers;

	r->sheet = arena_grow(&run->arena, r->sheet, r->sheets, &r->cap, sizeof(*r->sheet));
	r->sheet[r->sheets] = (struct known_sheet){ .id = sheet->id,
						    .survey = sheet->survey,
						    .participation = sheet->participation,
						    .rival = sheet->rival,
						    .origin = sheet->origin,
						    .answer = answer };
	r->sheets++;
}

static enum rc version_know(struct import_run *run, int64_t id)
{
	const struct app *app = run->import->app;
	const struct survey_items *newest = &run->import->survey->items;
	struct sheets sheets = { 0 };
	struct survey_items own;
	struct survey survey;
	enum rc rc = survey_get(app, &run->arena, id, &survey, &own);

	if (!rc)
		rc = sheet_list(app->store, &run->arena, id, &sheets);
	for (size_t i = 0; i < sheets.n && !rc; i++) {
		struct answer *answer = ARENA_NEW(&run->arena, struct answer, newest->n);
		struct answers all;

		rc = sheet_get(app->store, &run->arena, sheets.row[i].id, &sheets.row[i], &all);
		for (size_t k = 0; !rc && k < all.n; k++)
			answers_place(newest, &own, &all.row[k], answer);
		if (!rc)
			sheet_know(run, &sheets.row[i], answer);
	}
	return rc;
}

static enum rc asked_know(struct import_run *run)
{
	struct respondents asked = { 0 };
	enum rc rc = survey_respondents(run->import->app, &run->arena, &run->import->survey->survey,
					&asked);

	for (size_t i = 0; !rc && i < asked.n; i++)
		id_set_add(&run->arena, &run->answers->asked, asked.row[i].participation);
	return rc;
}

static enum rc answers_begin(struct import_run *run)
{
	const struct survey *survey = &run->import->survey->survey;
	struct ids versions = { 0 };
	enum rc rc;

	run->answers = ARENA_NEW(&run->arena, struct answers_run, 1);
	run->answers->answer = ARENA_NEW(&run->arena, struct answer, run->import->survey->items.n);
	run->answers->given = ARENA_NEW(&run->arena, bool, run->import->survey->items.n);
	rc = who_load(run, (enum role)survey->role, &run->answers->who);
	if (!rc)
		rc = asked_know(run);
	if (!rc)
		rc = survey_versions(run->import->app, &run->arena, survey->code, &versions);
	for (size_t i = 0; i < versions.n && !rc; i++)
		rc = version_know(run, versions.row[i]);
	return rc;
}

/* What the row says */

static struct answers row_answers(const struct import_row *row)
{
	return (struct answers){ row->run->answers->answer, row->run->import->survey->items.n };
}

/* *some: there is an answer among them. Kept texts live as long as the run. */
static enum rc answers_read(struct import_row *row, const struct row *cells, bool *some)
{
	struct answers_run *r = row->run->answers;
	const struct survey_items *items = &row->run->import->survey->items;

	*some = false;
	for (size_t i = 0; i < items->n; i++) {
		const char *text = question_text(row, cells, i);
		enum rc rc;

		r->answer[i] = (struct answer){ .item = items->row[i].head.id,
						.value = FIELD_NOTHING,
						.words = "" };
		r->given[i] = text != NULL;
		if (!text)
			continue;
		rc = answer_parse(&row->run->arena, &items->row[i], text, &r->answer[i]);
		if (rc)
			return rc;
		*some |= r->answer[i].status == ANSWER_GIVEN;
		/* It stands so in the form: there is nobody to be asked. */
		r->answer[i].doubt = answer_is_odd(&items->row[i], &r->answer[i]);
	}
	return RC_OK;
}

/* What was answered although another answer makes it idle does not count: that is said. */
static enum rc answers_fit(struct import_row *row)
{
	const struct survey_items *items = &row->run->import->survey->items;
	struct answers answers = row_answers(row);
	bool *was = ARENA_NEW(&row->run->row, bool, items->n);
	enum rc rc;

	for (size_t i = 0; i < items->n; i++)
		was[i] = answers.row[i].status == ANSWER_GIVEN;
	rc = answers_settle(items, &answers);
	for (size_t i = 0; !rc && i < items->n; i++)
		if (was[i] && answers.row[i].status == ANSWER_SKIPPED)
			issue_add(&row->run->import->issues, ISSUE_NOTE, row->line, 0,
				  who_label(row),
				  _("“%s” was not to be answered after the answers before it; left "
				    "out."),
				  items->row[i].name);
	return rc;
}

/* «21.11.2026 10:33:12», «2026/11/21 10:33:12 AM GMT+3»; the day of today when there is none. */
static int filled_on(const struct import_row *row)
{
	const char *text = import_value(row, ANSWERS_FILLED);
	char *day = arena_strndup(&row->run->row, text, strcspn(text, " T,"));
	int date;

	for (char *at = day; *at; at++)
		if (*at == '/' && strlen(day) > 4 && day[4] == '/')
			*at = '-';
	if (*day && date_parse(day, &date) && date_whole(date))
		return date;
	if (*text)
		issue_add(&row->run->import->issues, ISSUE_NOTE, row->line, 0, who_label(row),
			  _("“%s” is no date: the sheet gets the date of today."), text);
	return date_today();
}

/* Rows without a respondent */

static uint64_t text_hash(uint64_t hash, const char *text)
{
	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * 0x100000001b3u;
	return (hash ^ 0x1f) * 0x100000001b3u;
}

/* Two colons: the second is in it, and two people hardly send in one second. */
static bool stamp_tells(const char *stamp)
{
	const char *colon = strchr(stamp, ':');

	return colon && strchr(colon + 1, ':');
}

/* The same number for the same row whenever the table is brought in; never 0. */
static int64_t row_origin(const struct import_row *row, const struct row *cells)
{
	struct import_run *run = row->run;
	struct answers_run *r = run->answers;
	const char *stamp = import_value(row, ANSWERS_FILLED);
	uint64_t hash = text_hash(0xcbf29ce484222325u, stamp);
	int64_t origin;

	for (size_t i = 0; i < run->import->survey->items.n && !stamp_tells(stamp); i++) {
		const char *text = question_text(row, cells, i);

		hash = text_hash(hash, text ? utf8_squeeze(&run->row, text) : "");
	}
	origin = (int64_t)(hash >> 2) + 1;
	for (size_t i = 0; i < r->origins; i++)
		origin += r->origin[i] == origin; /* said twice, it is two people */
	r->origin =
		arena_grow(&run->arena, r->origin, r->origins, &r->origins_cap, sizeof(*r->origin));
	r->origin[r->origins++] = origin;
	return origin;
}

/* Into the file */

/* Does the row answer what the sheet in the file was never asked? Another table had fewer columns.
 */
static bool is_gain(const struct import_run *run, const struct known_sheet *known, size_t i)
{
	return known->answer[i].status == ANSWER_OPEN &&
	       run->answers->answer[i].status == ANSWER_GIVEN &&
	       known->survey == run->import->survey->survey.head.id;
}

static bool same_said(const struct answer *a, const struct answer *b)
{
	bool one = a->status == ANSWER_GIVEN, other = b->status == ANSWER_GIVEN;

	return one && other ? answer_equal(a, b) : one == other;
}

/* The first question to which they say something else; items.n: none. */
static size_t first_difference(const struct import_run *run, const struct known_sheet *known)
{
	const struct answers_run *r = run->answers;
	size_t n = run->import->survey->items.n;

	for (size_t i = 0; i < n; i++)
		if (r->given[i] && !is_gain(run, known, i) &&
		    !same_said(&r->answer[i], &known->answer[i]))
			return i;
	return n;
}

/* The sheet that says the same, else the one that counts; NULL: there is none. */
static struct known_sheet *known_find(const struct import_run *run, const struct sheet *sheet)
{
	const struct answers_run *r = run->answers;
	struct known_sheet *counts = NULL;

	for (size_t i = 0; i < r->sheets; i++) {
		struct known_sheet *known = &r->sheet[i];
		bool mine = sheet->participation ? known->participation == sheet->participation
						 : known->origin == sheet->origin;

		if (!mine)
			continue;
		if (first_difference(run, known) == run->import->survey->items.n)
			return known;
		if (!known->rival)
			counts = known;
	}
	return counts;
}

static const char *said(struct arena *a, const struct survey_item *item,
			const struct answer *answer)
{
	const char *text = answer_show(a, item, answer);

	return *text ? text : _("no answer");
}

static void rival_tell(struct import_row *row, const struct known_sheet *known, size_t at)
{
	const struct survey_item *item = &row->run->import->survey->items.row[at];
	struct arena *a = &row->run->row;

	issue_add(&row->run->import->issues, ISSUE_WARNING, row->line, 0, who_label(row),
		  _("Another sheet is in the file: “%s” is “%s” there and “%s” here. Both are "
		    "kept; say which one counts."),
		  item->name, said(a, item, &known->answer[at]),
		  said(a, item, &row->run->answers->answer[at]));
}

static enum rc sheet_write(struct import_row *row, struct sheet *sheet)
{
	struct import_run *run = row->run;
	const struct survey_items *items = &run->import->survey->items;
	struct answers answers = row_answers(row);
	struct answer *kept = ARENA_NEW(&run->arena, struct answer, items->n);
	enum rc rc = sheet->participation ? RC_OK
					  : sheet_next_number(run->import->app->store,
							      sheet->survey, &sheet->number);

	if (!rc)
		rc = sheet_put(run->import->app->store, sheet, &answers);
	if (rc)
		return rc;
	memcpy(kept, answers.row, items->n * sizeof(*kept));
	sheet_know(run, sheet, kept);
	return RC_OK;
}

/* The sheet in the file gets what only this table asks. */
static enum rc sheet_complete(struct import_row *row, struct known_sheet *known)
{
	struct import_run *run = row->run;
	enum rc rc = RC_OK;

	row->fate = ROW_UNCHANGED;
	for (size_t i = 0; i < run->import->survey->items.n && !rc; i++) {
		if (!is_gain(run, known, i))
			continue;
		row->fate = ROW_CHANGED;
		known->answer[i] = run->answers->answer[i];
		rc = answer_put(run->import->app->store, known->id, &known->answer[i]);
	}
	return rc;
}

static enum rc sheet_store(struct import_row *row, struct sheet *sheet)
{
	struct known_sheet *known = known_find(row->run, sheet);
	size_t at = known ? first_difference(row->run, known) : 0;

	if (known && at == row->run->import->survey->items.n)
		return sheet_complete(row, known);
	row->fate = ROW_ADDED;
	sheet->rival = known ? known->id : 0;
	if (known)
		rival_tell(row, known, at);
	return sheet_write(row, sheet);
}

static void asked_tell(const struct import_row *row, const struct participant *p)
{
	if (!id_set_has(&row->run->answers->asked, p->id))
		issue_add(&row->run->import->issues, ISSUE_WARNING, row->line, 0, who_label(row),
			  _("This questionnaire is meant for others. The answers are taken all the "
			    "same."));
}

static struct sheet sheet_begin(const struct import_row *row)
{
	const struct import *import = row->run->import;

	return (struct sheet){
		.survey = import->survey->survey.head.id,
		.filled_on = filled_on(row),
		.note = "",
		.entered_by = store_operator(import->app->store),
		.entered_at = clock_now(),
		.checked_by = "",
		.source = import->name,
	};
}

/* Whose it is. participation and origin 0: the row waits or is left out. */
static enum rc sheet_whose(struct import_row *row, const struct row *cells, struct sheet *sheet)
{
	const struct participant *p = NULL;
	enum rc rc;

	if (!survey_is_by_name(&row->run->import->survey->survey)) {
		sheet->origin = row_origin(row, cells);
		return RC_OK;
	}
	rc = who_find(row, &row->run->answers->who, &p);
	if (rc == RC_NOT_FOUND)
		return err_set(RC_INVALID, "%s", arena_strdup(&row->run->row, err_last()->text));
	if (rc || !p)
		return rc;
	asked_tell(row, p);
	sheet->participation = p->id;
	return RC_OK;
}

static bool row_is_empty(const struct row *cells)
{
	for (size_t i = 0; i < cells->n; i++)
		if (cells->cell[i][strspn(cells->cell[i], " \t")])
			return false;
	return true;
}

static enum rc answers_row(struct import_row *row, const struct row *cells)
{
	struct sheet sheet;
	bool some = false;
	enum rc rc;

	row->fate = ROW_SKIPPED;
	if (row_is_empty(cells))
		return RC_OK;
	row->fresh.person.family = who_label(row);
	row->fresh.person.given = row->fresh.person.patronymic = "";
	rc = answers_read(row, cells, &some);
	if (!rc && !some) {
		issue_add(&row->run->import->issues, ISSUE_NOTE, row->line, 0, who_label(row),
			  _("The row has no answer and was left out."));
		return RC_OK;
	}
	if (!rc)
		rc = answers_fit(row);
	if (rc)
		return rc;
	sheet = sheet_begin(row);
	rc = sheet_whose(row, cells, &sheet);
	if (rc || (!sheet.participation && !sheet.origin))
		return rc;
	return sheet_store(row, &sheet);
}

const struct import_kind_row import_answers_kind = {
	.step = N_("Import of answers"),
	.title = N_("Importing answers"),
	.nothing = N_("There are headings and no answers below them."),
	.open = answers_open,
	.look = questions_look,
	.columns = answers_columns,
	.begin = answers_begin,
	.row = answers_row,
};
