#include "year.h"

#include <stdlib.h>
#include <string.h>

#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/indicator.h"
#include "nastavnik/model/methodology.h"
#include "nastavnik/store/read/school.h"
#include "nastavnik/store/read/task.h"
#include "nastavnik/store/write/questionnaire.h"
#include "nastavnik/store/write/record.h"
#include "nastavnik/store/write/results.h"
#include "nastavnik/store/write/school.h"
#include "nastavnik/store/write/step.h"
#include "nastavnik/store/write/task.h"
#include "nastavnik/store/write/work.h"

enum rc year_first(struct arena *a, struct year_start *start)
{
	const char *version;
	enum rc rc = methodology_load(a, start->year.methodology, start->year.year, &start->books,
				      &version);

	if (rc)
		return rc;
	start->year.methodology_version = version;
	rc = tasks_of_methodology(a, &start->year, &start->tasks);
	if (!rc)
		rc = grounds_of_methodology(a, &start->year, &start->grounds);
	if (!rc)
		rc = questionnaires_of_methodology(a, start->year.methodology, &start->surveys);
	if (!rc)
		rc = indicators_of_methodology(a, &start->year, &start->indicators);
	if (!rc)
		questionnaires_bind(&start->surveys, start->year.year, &start->books);
	return rc;
}

/* The item of the new books that stands for an item of the old ones. */
static struct book_item *item_heir(const struct books *books, const struct book_item *old)
{
	for (size_t i = 0; i < books->n; i++) {
		struct book_item *item = &books->row[i];

		if (item->book != old->book)
			continue;
		if (*old->code ? !strcmp(item->code, old->code) : !strcmp(item->name, old->name))
			return item;
	}
	return NULL;
}

int64_t item_heir_id(const struct books *books, const struct books *old, int64_t id)
{
	const struct book_item *before = book_item_by_id(old, id);
	const struct book_item *heir = before ? item_heir(books, before) : NULL;

	return heir ? heir->id : 0;
}

/* An item that the school added itself, with references to items of its own year. */
static struct book_item item_carry(struct arena *a, const struct books *books,
				   const struct books *old, const struct book_item *item,
				   int64_t year)
{
	struct book_item carried = *item;

	carried.id = id_new();
	carried.year = year;
	carried.form = item_heir_id(books, old, item->form);
	carried.answers = (struct ids){ ARENA_NEW(a, int64_t, item->answers.n), 0 };
	for (size_t i = 0; i < item->answers.n; i++) {
		int64_t id = item_heir_id(books, old, item->answers.row[i]);

		if (id)
			carried.answers.row[carried.answers.n++] = id;
	}
	return carried;
}

static int item_order(const void *a, const void *b)
{
	const struct book_item *x = a, *y = b;

	if (x->book != y->book)
		return x->book < y->book ? -1 : 1;
	return x->position < y->position ? -1 : x->position > y->position;
}

/* Competences come before requests, which refer to them. */
static void items_carry(struct arena *a, struct books *books, const struct books *old, int64_t year)
{
	struct books all = { ARENA_NEW(a, struct book_item, books->n + old->n), books->n };

	memcpy(all.row, books->row, books->n * sizeof(*books->row));
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < old->n; i++) {
			const struct book_item *item = &old->row[i];
			struct book_item *heir = item_heir(&all, item);

			if ((item->book == BOOK_REQUEST) != (pass == 1))
				continue;
			if (!heir) {
				all.row[all.n++] = item_carry(a, &all, old, item, year);
				continue;
			}
			heir->name = item->name;
			heir->synonyms = item->synonyms;
			heir->hidden = item->hidden;
			heir->position = item->position;
		}
	}
	qsort(all.row, all.n, sizeof(*all.row), item_order);
	*books = all;
}

static struct task *task_heir(const struct tasks *tasks, const struct task *old)
{
	for (size_t i = 0; i < tasks->n; i++)
		if (*old->code && !strcmp(tasks->row[i].code, old->code))
			return &tasks->row[i];
	return NULL;
}

/* The same day some years later; of 29 February the day before. */
static int64_t date_move(int64_t date, int years)
{
	int on = (int)date;
	int moved = date_make(date_year(on) + years, date_month(on), date_day(on));

	return moved || !on ? moved : date_make(date_year(on) + years, 2, 28);
}

/* What the school made of a step last year, with nothing done of it yet. */
static struct task task_carry(const struct task *old, int64_t id, int64_t year)
{
	struct task carried = *old;

	carried.id = id;
	carried.year = year;
	carried.due = date_move(old->due, (int)(year - old->year));
	carried.done_on = DATE_NONE;
	carried.note = "";
	return carried;
}

/* A step that the school deleted is not proposed again by the same version of the methodology; in
 * the roadmap it can be had again. */
static enum rc tasks_leave_out(struct arena *a, const struct year_start *before,
			       struct year_start *next)
{
	struct tasks *tasks = &next->tasks, proposed;
	size_t n = 0;
	enum rc rc;

	if (!before->tasks.n ||
	    strcmp(before->year.methodology_version, next->year.methodology_version) != 0)
		return RC_OK;
	rc = tasks_of_methodology(a, &before->year, &proposed);
	if (rc)
		return rc;
	for (size_t i = 0; i < tasks->n; i++)
		if (task_heir(&before->tasks, &tasks->row[i]) ||
		    !task_heir(&proposed, &tasks->row[i]))
			tasks->row[n++] = tasks->row[i];
	tasks->n = n;
	return RC_OK;
}

static void tasks_carry(struct arena *a, struct tasks *tasks, const struct tasks *old, int64_t year)
{
	struct tasks all = { ARENA_NEW(a, struct task, tasks->n + old->n), tasks->n };

	if (tasks->n)
		memcpy(all.row, tasks->row, tasks->n * sizeof(*tasks->row));
	for (size_t i = 0; i < old->n; i++) {
		struct task *heir = task_heir(&all, &old->row[i]);

		if (heir)
			*heir = task_carry(&old->row[i], heir->id, year);
		else if (!*old->row[i].code)
			all.row[all.n++] = task_carry(&old->row[i], id_new(), year);
	}
	*tasks = all;
}

static bool ground_known(const struct records *grounds, const char *code)
{
	for (size_t i = 0; i < grounds->n; i++)
		if (strcmp(((const struct ground *)grounds->row)[i].code, code) == 0)
			return true;
	return false;
}

/* The school's grounds of last year, with what the methodology has new. */
static void grounds_carry(struct arena *a, struct records *grounds, const struct records *old,
			  int64_t year)
{
	struct ground *row = ARENA_NEW(a, struct ground, grounds->n + old->n);
	const struct ground *fresh = grounds->row;
	struct records all = { row, old->n };

	if (old->n)
		memcpy(row, old->row, old->n * sizeof(*row));
	for (size_t i = 0; i < old->n; i++)
		row[i].head = (struct record){ .owner = year };
	for (size_t i = 0; i < grounds->n; i++)
		if (!ground_known(&all, fresh[i].code))
			row[all.n++] = fresh[i];
	*grounds = all;
}

/* All rules of the school stay; what was of that one year does not. */
static struct year year_after(const struct year *before, int64_t number)
{
	int years = (int)(number - before->year);
	struct year year, fresh;

	year_init(&fresh, number);
	year = *before;
	year.year = number;
	year.closed = 0;
	year.closed_on = DATE_NONE;
	year.methodology = fresh.methodology;
	year.methodology_version = fresh.methodology_version;
	year.order_number = "";
	year.order_date = DATE_NONE;
	year.bond_from = date_move(before->bond_from, years);
	year.bond_to = date_move(before->bond_to, years);
	year.count_on = DATE_NONE;
	return year;
}

enum rc year_next(struct arena *a, const struct year_start *before, int64_t number,
		  struct year_start *start)
{
	struct year_start next;
	enum rc rc;

	next.year = year_after(&before->year, number);
	rc = year_first(a, &next);
	if (!rc)
		rc = tasks_leave_out(a, before, &next);
	if (rc)
		return rc;
	items_carry(a, &next.books, &before->books, number);
	grounds_carry(a, &next.grounds, &before->grounds, number);
	tasks_carry(a, &next.tasks, &before->tasks, number);
	indicators_carry(a, &next.indicators, &before->indicators, number);
	rc = questionnaires_carry(a, before, &next);
	if (rc)
		return rc;
	*start = next;
	return RC_OK;
}

enum rc app_year_select(struct app *app, int64_t year)
{
	return year == app->year.year ? RC_OK : app_facts_load(app, year);
}

static bool year_is_there(const struct app *app, int64_t year)
{
	struct arena a = { 0 };
	struct years years = { 0 };
	bool found = false;

	year_list(app->store, &a, &years);
	for (size_t i = 0; i < years.n; i++)
		found |= years.row[i].year == year;
	arena_done(&a);
	return found;
}

enum rc year_prepare(const struct app *app, struct arena *a, int64_t number,
		     struct year_start *start)
{
	struct year_start before = { .year = app->year, .books = app->books };
	char name[12];
	enum rc rc;

	if (number < 2000 || number > 2199)
		return err_set(RC_INVALID, _("The school year must be between 2000 and 2199."));
	if (year_is_there(app, number))
		return err_set(RC_CONFLICT, _("The school year %s is in the file already."),
			       year_name(number, name));
	rc = task_list(app->store, a, app->year.year, 0, &before.tasks);
	if (!rc)
		rc = record_list(app->store, a, &ground_type, app->year.year, &before.grounds);
	if (!rc)
		rc = questionnaires_newest(app, a, &before.surveys);
	if (!rc)
		rc = record_list(app->store, a, &indicator_type, app->year.year,
				 &before.indicators);
	return rc ? rc : year_next(a, &before, number, start);
}

enum rc year_write(struct app *app, const struct year_start *start)
{
	struct survey_rules survey_rules;
	struct work_rules rules;
	enum rc rc = year_add(app->store, &start->year, &start->books);

	if (!rc)
		rc = work_rules_get(app->store, app->year.year, &rules);
	if (!rc)
		rc = work_rules_put(app->store, start->year.year, &rules);
	if (!rc)
		rc = survey_rules_get(app->store, app->year.year, &survey_rules);
	if (!rc)
		rc = survey_rules_put(app->store, start->year.year, &survey_rules);
	if (!rc)
		rc = tasks_add(app->store, &start->tasks);
	if (!rc)
		rc = records_add(app->store, &ground_type, &start->grounds);
	if (!rc)
		rc = questionnaires_add(app->store, &start->surveys);
	return rc ? rc : records_add(app->store, &indicator_type, &start->indicators);
}

enum rc app_year_open(struct app *app, int64_t number)
{
	struct arena a = { 0 };
	struct year_start start;
	char name[12];

	if (year_is_there(app, number))
		return app_year_select(app, number);
	enum rc rc = year_prepare(app, &a, number, &start);
	if (!rc)
		rc = app_begin_school(app, N_("School year opened"), year_name(number, name));
	if (!rc)
		rc = app_end(app, year_write(app, &start));
	arena_done(&a);
	return rc ? rc : app_facts_load(app, number);
}
