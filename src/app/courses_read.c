/* A course as its sheet shows it. */
#include <stdlib.h>
#include <string.h>

#include "inner.h"
#include "nastavnik/app/courses.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/read/attendance.h"
#include "nastavnik/store/read/record.h"

static enum rc people_load(const struct app *app, struct arena *a, struct course_sheet *sheet)
{
	struct participant *who = ARENA_NEW(a, struct participant, sheet->n);
	int64_t *id = ARENA_NEW(a, int64_t, sheet->n);
	enum rc rc;

	for (size_t i = 0; i < sheet->n; i++)
		id[i] = sheet->row[i].learner.participation;
	rc = participant_page(app->store, a, id, sheet->n, who);
	for (size_t i = 0; !rc && i < sheet->n; i++)
		sheet->row[i].who = who[i];
	return rc;
}

struct by_name {
	const char *key;
	struct course_learner row;
};

static int compare_names(const void *a, const void *b)
{
	const struct by_name *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	if (order)
		return order;
	return (x->row.learner.head.id > y->row.learner.head.id) -
	       (x->row.learner.head.id < y->row.learner.head.id);
}

static void rows_order(struct arena *a, struct course_sheet *sheet)
{
	struct by_name *by = ARENA_NEW(a, struct by_name, sheet->n);

	for (size_t i = 0; i < sheet->n; i++)
		by[i] = (struct by_name){
			utf8_sort_key(a, person_name(a, &sheet->row[i].who.person)), sheet->row[i]
		};
	qsort(by, sheet->n, sizeof(*by), compare_names);
	for (size_t i = 0; i < sheet->n; i++)
		sheet->row[i] = by[i].row;
}

static size_t lesson_find(const struct course_sheet *sheet, int64_t id)
{
	for (size_t i = 0; i < sheet->lessons; i++)
		if (sheet->lesson[i].head.id == id)
			return i;
	return SIZE_MAX;
}

static struct course_learner *learner_find(const struct course_sheet *sheet, int64_t id)
{
	for (size_t i = 0; i < sheet->n; i++)
		if (sheet->row[i].learner.head.id == id)
			return &sheet->row[i];
	return NULL;
}

static void marks_put(struct course_sheet *sheet, const struct presence_marks *marks)
{
	for (size_t i = 0; i < marks->n; i++) {
		size_t lesson = lesson_find(sheet, marks->row[i].lesson);
		struct course_learner *row = learner_find(sheet, marks->row[i].learner);

		if (lesson != SIZE_MAX && row)
			row->state[lesson] = marks->row[i].state;
	}
}

static bool lesson_held(const struct course_sheet *sheet, size_t lesson)
{
	for (size_t i = 0; i < sheet->n; i++)
		if (sheet->row[i].state[lesson])
			return true;
	return false;
}

static void row_count(const struct course_sheet *sheet, struct course_learner *row, int64_t held)
{
	row->attended = (struct attended){ .lessons = (int64_t)sheet->lessons, .held = held };
	for (size_t l = 0; l < sheet->lessons; l++) {
		row->attended.there += row->state[l] == PRESENCE_THERE;
		row->attended.excused += row->state[l] == PRESENCE_EXCUSED;
	}
	row->learning = course_learning(&sheet->course, &row->learner, &row->attended);
}

void course_sheet_count(struct course_sheet *sheet)
{
	int64_t held = 0;

	for (size_t l = 0; l < sheet->lessons; l++)
		held += lesson_held(sheet, l);
	sheet->passed = 0;
	for (size_t i = 0; i < sheet->n; i++) {
		row_count(sheet, &sheet->row[i], held);
		sheet->passed += sheet->row[i].learning == LEARNING_PASSED;
	}
}

static enum rc attendance_load(const struct app *app, struct arena *a, struct course_sheet *sheet)
{
	struct presence_marks marks;
	enum rc rc = attendance_list(app->store, a, sheet->course.head.id, &marks);

	if (rc)
		return rc;
	for (size_t i = 0; i < sheet->n; i++)
		sheet->row[i].state = ARENA_NEW(a, int64_t, sheet->lessons + 1);
	marks_put(sheet, &marks);
	course_sheet_count(sheet);
	return RC_OK;
}

enum rc course_sheet_load(const struct app *app, struct arena *a, int64_t course,
			  struct course_sheet *out)
{
	struct course_sheet sheet = { 0 };
	struct records lessons, learners;
	enum rc rc = record_get(app->store, a, &course_type, course, &sheet.course);

	if (!rc)
		rc = record_list(app->store, a, &lesson_type, course, &lessons);
	if (!rc)
		rc = record_list(app->store, a, &learner_type, course, &learners);
	if (rc)
		return rc;
	sheet.lesson = lessons.row;
	sheet.lessons = lessons.n;
	sheet.n = learners.n;
	sheet.row = ARENA_NEW(a, struct course_learner, sheet.n);
	for (size_t i = 0; i < sheet.n; i++)
		sheet.row[i].learner = ((const struct learner *)learners.row)[i];
	rc = people_load(app, a, &sheet);
	if (!rc)
		rows_order(a, &sheet);
	if (!rc)
		rc = attendance_load(app, a, &sheet);
	if (!rc)
		*out = sheet;
	return rc;
}
