/*
 * The school's list beside a fresh one. The rows go through the import itself, in a step that is
 * rolled back: who a row is is found out in one way only. Here is gathered what they tell.
 */
#include <stdlib.h>
#include <string.h>

#include "import_inner.h"
#include "nastavnik/base/str.h"
#include "nastavnik/model/class.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/person.h"

/* How many pupils a class has in the file, and how many of them stand in it in the table. */
struct class_cover {
	const char *name;
	size_t pupils, stay;
};

/* A table covers a class when a part of it, 1 in so many, stands there as in the file: one who
 * moved to another class says nothing of all the others in it. */
enum { COVER_PART = 4 };

struct comparison {
	struct arena arena;    /* of one run */
	struct people before;  /* everybody of the year before the run, by name */
	struct person **by_id; /* the same by id */
	struct id_set seen;    /* they stand in the table */
	struct id_set doubt;   /* they may stand in it */
	struct class_cover *class;
	size_t classes, classes_cap;
	struct leavers_row *row;
	size_t n, cap;
	struct leavers found;
	bool told;
};

static int by_id(const void *a, const void *b)
{
	const struct person *const *x = a, *const *y = b;

	return ((*x)->id > (*y)->id) - ((*x)->id < (*y)->id);
}

static const struct person *before_find(const struct comparison *c, int64_t id)
{
	struct person key = { .id = id }, *wanted = &key, **found;

	found = bsearch(&wanted, c->by_id, c->before.n, sizeof(*c->by_id), by_id);
	return found ? *found : NULL;
}

static struct class_cover *class_of(struct comparison *c, const char *name)
{
	for (size_t i = 0; i < c->classes; i++) {
		if (class_same(c->class[i].name, name))
			return &c->class[i];
	}
	c->class = arena_grow(&c->arena, c->class, c->classes, &c->classes_cap, sizeof(*c->class));
	c->class[c->classes] = (struct class_cover){ .name = name };
	return &c->class[c->classes++];
}

static bool is_pupil(const struct person *p)
{
	return p->kind == KIND_PUPIL && !p->left_on && *p->class_name;
}

static void classes_count(struct comparison *c)
{
	for (size_t i = 0; i < c->before.n; i++) {
		if (is_pupil(&c->before.row[i]))
			class_of(c, c->before.row[i].class_name)->pupils++;
	}
}

static enum rc before_load(struct comparison *c, const struct app *app)
{
	const struct person_query query = { .year = app->year.year, .left = LEFT_TOO };
	struct ids ids;
	enum rc rc = person_ids(app->store, &c->arena, &query, &ids);

	if (rc)
		return rc;
	c->before.row = ARENA_NEW(&c->arena, struct person, ids.n);
	c->before.n = ids.n;
	rc = person_page(app->store, &c->arena, query.year, ids.row, ids.n, c->before.row);
	c->by_id = ARENA_NEW(&c->arena, struct person *, ids.n);
	for (size_t i = 0; i < ids.n; i++)
		c->by_id[i] = &c->before.row[i];
	qsort(c->by_id, ids.n, sizeof(*c->by_id), by_id);
	classes_count(c);
	return rc;
}

enum rc comparison_begin(struct import *import)
{
	comparison_free(import->comparison);
	import->comparison = mem_alloc(sizeof(*import->comparison));
	return before_load(import->comparison, import->app);
}

void comparison_free(struct comparison *c)
{
	if (c)
		arena_done(&c->arena);
	free(c);
}

static struct leavers_row *row_add(struct comparison *c, enum leavers_kind kind, int64_t id,
				   int64_t line)
{
	c->row = arena_grow(&c->arena, c->row, c->n, &c->cap, sizeof(*c->row));
	c->row[c->n] = (struct leavers_row){
		.kind = kind, .id = id ? id : -line, .line = line, .name = "", .was = "", .text = ""
	};
	return &c->row[c->n++];
}

static void person_add(struct comparison *c, enum leavers_kind kind, int64_t id, int64_t line,
		       const struct person *person, const char *was)
{
	struct leavers_row *row = row_add(c, kind, id, line);

	row->person = person_keep(&c->arena, person);
	row->name = person_name(&c->arena, person);
	row->was = was;
}

/* A row whose person is known for sure, or is surely nobody of the file. */
static void row_settled(struct comparison *c, const struct import_row *row)
{
	struct person person = row->record.person;
	const struct person *before = before_find(c, person.id);

	if (id_set_has(&c->seen, person.id))
		return; /* stands in the table twice */
	id_set_add(&c->arena, &c->seen, person.id);
	if (!before) {
		if (!row->known)
			person.id = 0; /* the one it got in the step that is rolled back */
		person_add(c, LEAVERS_NEW, 0, row->line, &person, "");
	} else if (before->left_on) {
		person.left_on = 0;
		person.left_why = "";
		person_add(c, LEAVERS_BACK, person.id, row->line, &person, before->class_name);
	} else if (*row->fresh.person.class_name &&
		   !class_same(before->class_name, person.class_name)) {
		person_add(c, LEAVERS_MOVED, person.id, row->line, &person, before->class_name);
	} else if (*row->fresh.person.class_name) {
		class_of(c, before->class_name)->stay++;
	}
}

/* It says of nobody that he has left: those whom the row may mean. */
static enum rc row_doubtful(struct comparison *c, const struct import_row *row)
{
	const struct person *p = &row->fresh.person;
	struct people candidates;
	enum rc rc;

	if (!*p->family || !*p->given)
		return RC_OK;
	rc = person_candidates(row->run->import->app->store, &row->run->row, p, &candidates);
	for (size_t i = 0; !rc && i < candidates.n; i++)
		id_set_add(&c->arena, &c->doubt, candidates.row[i].id);
	return rc;
}

enum rc comparison_row(const struct import_row *row)
{
	struct comparison *c = row->run->import->comparison;

	if (row->fate == ROW_SKIPPED)
		return RC_OK;
	c->found.classes |= *row->fresh.person.class_name != '\0';
	if (row->fate == ROW_UNSURE || row->fate == ROW_REJECTED)
		return row_doubtful(c, row);
	row_settled(c, row);
	return RC_OK;
}

static enum rc gone_find(struct comparison *c, const struct app *app)
{
	for (size_t i = 0; i < c->before.n; i++) {
		const struct person *p = &c->before.row[i];
		const struct class_cover *class;
		struct ids members;

		if (!is_pupil(p) || id_set_has(&c->seen, p->id) || id_set_has(&c->doubt, p->id))
			continue;
		class = class_of(c, p->class_name);
		if (class->stay * COVER_PART < class->pupils)
			continue;
		person_add(c, LEAVERS_GONE, p->id, 0, p, p->class_name);
		if (members_of_person(app->store, &c->arena, p->id, app->year.year, &members))
			return err_last()->code;
		c->row[c->n - 1].in_pair = members.n > 0;
	}
	return RC_OK;
}

static void unsure_tell(struct comparison *c, const struct import *import)
{
	for (size_t i = 0; i < import->report.questions; i++) {
		const struct import_question *question = &import->question[i];
		struct leavers_row *row = row_add(c, LEAVERS_UNSURE, 0, question->line);

		row->name = question->name;
		row->question = question;
		row->text = question->text;
	}
	for (size_t i = 0; i < import->issues.n; i++) {
		const struct issue *issue = &import->issues.row[i];
		struct leavers_row *row;

		if (issue->level != ISSUE_ERROR)
			continue;
		row = row_add(c, LEAVERS_UNSURE, 0, issue->row);
		row->name = issue->name;
		row->text = issue->text;
	}
}

/* In the order of the kinds; within a kind as they came. */
static void rows_order(struct comparison *c)
{
	struct leavers *found = &c->found;

	found->row = ARENA_NEW(&c->arena, struct leavers_row, c->n);
	for (enum leavers_kind kind = 0; kind < LEAVERS_KINDS; kind++) {
		for (size_t i = 0; i < c->n; i++) {
			if (c->row[i].kind != kind)
				continue;
			found->row[found->n++] = c->row[i];
			found->count[kind]++;
		}
	}
}

enum rc comparison_end(struct import *import)
{
	struct comparison *c = import->comparison;
	enum rc rc = gone_find(c, import->app);

	if (rc)
		return rc;
	unsure_tell(c, import);
	rows_order(c);
	c->told = true;
	return RC_OK;
}

const struct leavers *leavers_found(const struct import *import)
{
	return import->comparison && import->comparison->told ? &import->comparison->found : NULL;
}
