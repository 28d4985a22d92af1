/* Stage 4 of the demonstration school, from data/demo/training.txt: what the lines mean, its head
 * says. */
#include <stdlib.h>
#include <string.h>

#include "demo.h"
#include "inner.h"
#include "nastavnik/app/courses.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/read/record.h"

enum { PARTS = 8, LESSONS = 16, PEOPLE = 128 };

/* One course on its way into the file; interviews are kept until the end. */
struct course_made {
	struct course course;
	struct lesson lesson[LESSONS];
	size_t lessons;
	struct learner learner[PEOPLE];
	const char *state[PEOPLE]; /* a letter a lesson */
	size_t learners;
};

struct training {
	struct participants side[2]; /* by enum role, from 1 */
	struct course_made made;
	struct interview interview[PEOPLE];
	size_t interviews;
};

/* «а | б | в»: the parts, "" where there is none. */
static void parts_cut(struct arena *a, const char *value, const char *part[PARTS])
{
	char *rest = arena_strdup(a, value);

	for (size_t i = 0; i < PARTS; i++) {
		char *bar = rest ? strstr(rest, "|") : NULL;

		if (bar)
			*bar = '\0';
		part[i] = rest ? utf8_squeeze(a, rest) : "";
		rest = bar ? bar + 1 : NULL;
	}
}

static int64_t number_of(const char *text)
{
	return *text ? strtoll(text, NULL, 10) : FIELD_NOTHING;
}

static int64_t date_of(const char *text)
{
	int date;

	return date_parse(text, &date) ? date : DATE_NONE;
}

static int64_t who_is(const struct participants *all, struct arena *a, const char *name)
{
	for (size_t i = 0; i < all->n; i++)
		if (strcmp(person_name(a, &all->row[i].person), name) == 0)
			return all->row[i].id;
	return 0;
}

/* Is that the letter of the lesson? */
static bool letter_is(const char *letters, size_t lesson, const char *letter)
{
	for (size_t l = 0; l < lesson; l++)
		letters += utf8_next(letters, 0);
	return strncmp(letters, letter, strlen(letter)) == 0;
}

/* Those whose letter at the lesson is this one. */
static enum rc state_write(struct app *app, struct arena *a, const struct course_made *made,
			   size_t lesson, const char *letter, enum presence state)
{
	struct ids ids = { ARENA_NEW(a, int64_t, made->learners), 0 };

	for (size_t i = 0; i < made->learners; i++)
		if (letter_is(made->state[i], lesson, letter))
			ids.row[ids.n++] = made->learner[i].head.id;
	return ids.n ? courses_attend(app, made->lesson[lesson].head.id, ids, state) : RC_OK;
}

/* What was gathered of a course, written as its screens write it. */
static enum rc course_write(struct app *app, struct arena *a, struct course_made *made)
{
	struct records lessons = { made->lesson, made->lessons };
	struct records learners = { made->learner, made->learners };
	enum rc rc = made->lessons ? RC_OK : RC_NOT_FOUND;

	if (rc)
		return RC_OK;
	rc = records_save_all(app, &lesson_type, &lessons, N_("Record added"));
	if (!rc)
		rc = records_save_all(app, &learner_type, &learners, N_("Put on a course"));
	for (size_t l = 0; !rc && l < made->lessons; l++) {
		rc = state_write(app, a, made, l, "+", PRESENCE_THERE);
		if (!rc)
			rc = state_write(app, a, made, l, "н", PRESENCE_ABSENT);
		if (!rc)
			rc = state_write(app, a, made, l, "у", PRESENCE_EXCUSED);
	}
	made->lessons = made->learners = 0;
	return rc;
}

static enum rc course_line(struct app *app, struct arena *a, struct training *t,
			   const char *const *part)
{
	enum rc rc = course_write(app, a, &t->made);
	struct course *c = &t->made.course;

	record_init(&course_type, c, app->year.year, date_today());
	c->role = strcmp(part[0], "наставники") == 0 ? ROLE_MENTOR : ROLE_MENTEE;
	c->name = part[1];
	c->teacher = part[2];
	c->hours = number_of(part[3]);
	c->test_on = date_of(part[4]);
	c->mark_max = number_of(part[5]);
	c->mark_pass = number_of(part[6]);
	c->attend = number_of(part[7]);
	return rc ? rc : records_save(app, &course_type, c);
}

static enum rc lesson_line(struct app *app, struct arena *a, struct training *t,
			   const char *const *part)
{
	struct lesson *l = &t->made.lesson[t->made.lessons];

	(void)app, (void)a;
	if (t->made.lessons++ == LESSONS)
		return err_set(RC_BUG, "demo/training.txt: %s", part[1]);
	record_init(&lesson_type, l, t->made.course.head.id, date_today());
	l->on_day = date_of(part[0]);
	l->name = part[1];
	return RC_OK;
}

static enum rc learner_line(struct app *app, struct arena *a, struct training *t,
			    const char *const *part)
{
	struct learner *l = &t->made.learner[t->made.learners];
	int64_t who = who_is(&t->side[t->made.course.role - 1], a, part[0]);

	(void)app;
	if (!who || t->made.learners == PEOPLE)
		return err_set(RC_BUG, "demo/training.txt: %s", part[0]);
	record_init(&learner_type, l, t->made.course.head.id, date_today());
	l->participation = who;
	l->mark = number_of(part[2]);
	t->made.state[t->made.learners++] = part[1];
	return RC_OK;
}

/* All who have passed get certificates, by name; the first number, given on, received on. */
static enum rc certify_line(struct app *app, struct arena *a, struct training *t,
			    const char *const *part)
{
	struct course_sheet sheet;
	struct ids ids = { 0 };
	enum rc rc = course_write(app, a, &t->made);

	if (!rc)
		rc = course_sheet_load(app, a, t->made.course.head.id, &sheet);
	if (rc)
		return rc;
	ids.row = ARENA_NEW(a, int64_t, sheet.n);
	for (size_t i = 0; i < sheet.n; i++)
		if (sheet.row[i].learning == LEARNING_PASSED)
			ids.row[ids.n++] = sheet.row[i].learner.head.id;
	rc = courses_certify(app, ids, part[0], date_of(part[1]), NULL);
	/* The last ones wait for theirs. */
	ids.n = ids.n > 4 ? ids.n - 4 : ids.n;
	return rc ? rc : courses_receive(app, ids, date_of(part[2]));
}

static enum rc interview_line(struct app *app, struct arena *a, struct training *t,
			      const char *const *part)
{
	struct interview *sheet = &t->interview[t->interviews];
	int64_t who = who_is(&t->side[ROLE_MENTOR - 1], a, part[0]);

	(void)app;
	if (!who || t->interviews == PEOPLE || strlen(part[3]) != CRITERIA)
		return err_set(RC_BUG, "demo/training.txt: %s", part[0]);
	record_init(&interview_type, sheet, who, date_today());
	sheet->interviewer = part[1];
	sheet->on_day = date_of(part[2]);
	for (size_t c = 0; c < CRITERIA; c++)
		sheet->mark[c] = part[3][c] == '-' ? FIELD_NOTHING : part[3][c] - '0';
	sheet->decision = number_of(part[4]);
	sheet->reason = part[5];
	t->interviews++;
	return RC_OK;
}

static enum rc training_line(struct app *app, struct arena *a, const char *name, const char *value,
			     void *data)
{
	static const struct {
		const char *name;
		enum rc (*take)(struct app *app, struct arena *a, struct training *t,
				const char *const *part);
	} lines[] = { { "course", course_line },
		      { "lesson", lesson_line },
		      { "learner", learner_line },
		      { "certify", certify_line },
		      { "interview", interview_line } };
	const char *part[PARTS];

	parts_cut(a, value, part);
	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		if (strcmp(lines[i].name, name) == 0)
			return lines[i].take(app, a, data, part);
	return err_set(RC_BUG, "demo/training.txt: %s", name);
}

enum rc demo_training(struct app *app)
{
	struct arena a = { 0 };
	struct training *t = arena_alloc(&a, sizeof(*t));
	enum rc rc = participant_load_all(app->store, &a, app->year.year, ROLE_MENTEE,
					  &t->side[ROLE_MENTEE - 1]);

	if (!rc)
		rc = participant_load_all(app->store, &a, app->year.year, ROLE_MENTOR,
					  &t->side[ROLE_MENTOR - 1]);
	if (!rc)
		rc = demo_lines(app, &a, "demo/training.txt", training_line, t);
	if (!rc)
		rc = course_write(app, &a, &t->made);
	if (!rc)
		rc = records_save_all(app, &interview_type,
				      &(struct records){ t->interview, t->interviews },
				      N_("Interviews"));
	arena_done(&a);
	return rc;
}
