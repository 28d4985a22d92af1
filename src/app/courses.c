#include "nastavnik/app/courses.h"

#include <string.h>

#include "id_set.h"
#include "inner.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/attendance.h"
#include "nastavnik/store/write/record.h"

/* Coming onto a course */

static enum rc learners_known(const struct app *app, struct arena *a, int64_t course,
			      struct id_set *known)
{
	struct records learners;
	enum rc rc = record_list(app->store, a, &learner_type, course, &learners);

	for (size_t i = 0; !rc && i < learners.n; i++)
		id_set_add(a, known, ((const struct learner *)learners.row)[i].participation);
	return rc;
}

static enum rc role_check(const struct course *c, const struct participant *p)
{
	if (p->role == c->role && p->id)
		return RC_OK;
	return err_set(RC_INVALID,
		       c->role == ROLE_MENTOR
			       ? _("The course is for mentors, and %s %s is not in their base.")
			       : _("The course is for mentees, and %s %s is not in their base."),
		       p->person.family, p->person.given);
}

/* Those who are not on the course yet, as new learners. */
static enum rc newcomers(const struct app *app, struct arena *a, const struct course *c,
			 struct ids ids, struct records *out)
{
	struct participant *who = ARENA_NEW(a, struct participant, ids.n);
	struct learner *fresh = ARENA_NEW(a, struct learner, ids.n);
	struct id_set known = { 0 };
	enum rc rc = learners_known(app, a, c->head.id, &known);

	if (!rc)
		rc = participant_page(app->store, a, ids.row, ids.n, who);
	*out = (struct records){ fresh, 0 };
	for (size_t i = 0; !rc && i < ids.n; i++) {
		rc = role_check(c, &who[i]);
		if (rc || id_set_has(&known, ids.row[i]))
			continue;
		id_set_add(a, &known, ids.row[i]);
		record_init(&learner_type, &fresh[out->n], c->head.id, date_today());
		fresh[out->n++].participation = ids.row[i];
	}
	return rc;
}

enum rc courses_enrol(struct app *app, int64_t course, struct ids participations, size_t *added)
{
	struct arena a = { 0 };
	struct course c;
	struct records fresh = { 0 };
	enum rc rc = record_get(app->store, &a, &course_type, course, &c);

	if (!rc)
		rc = newcomers(app, &a, &c, participations, &fresh);
	if (!rc && !fresh.n)
		rc = err_set(RC_CONFLICT, _("All of them are on the course “%s” already."), c.name);
	if (!rc)
		rc = records_save_all(app, &learner_type, &fresh, N_("Put on a course"));
	if (!rc)
		*added = fresh.n;
	arena_done(&a);
	return rc;
}

/* Attendance and test */

static enum rc marks_write(struct app *app, int64_t lesson, struct ids learners,
			   enum presence state)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < learners.n; i++)
		rc = attendance_put(app->store,
				    &(struct presence_mark){ lesson, learners.row[i], state });
	return rc;
}

enum rc courses_attend(struct app *app, int64_t lesson, struct ids learners, enum presence state)
{
	struct arena a = { 0 };
	struct lesson l;
	enum rc rc = record_get(app->store, &a, &lesson_type, lesson, &l);

	if (!rc)
		rc = app_begin(app, N_("Attendance"), record_label(&a, &lesson_type, &l));
	if (!rc)
		rc = app_end(app, marks_write(app, lesson, learners, state));
	arena_done(&a);
	return rc;
}

static enum rc mark_check(const struct course *c, int64_t mark)
{
	if (mark == FIELD_NOTHING)
		return RC_OK;
	if (c->mark_max == FIELD_NOTHING)
		return err_set(RC_INVALID, _("This course has no test: say in its record (F4) how "
					     "many points it can bring."));
	if (mark < 0 || mark > c->mark_max)
		return err_set(RC_INVALID, _("The test brings 0 to %lld points, not %lld."),
			       (long long)c->mark_max, (long long)mark);
	return RC_OK;
}

enum rc courses_mark(struct app *app, int64_t learner, int64_t mark)
{
	struct arena a = { 0 };
	struct learner l;
	struct course c;
	enum rc rc = record_get(app->store, &a, &learner_type, learner, &l);

	if (!rc)
		rc = record_get(app->store, &a, &course_type, l.head.owner, &c);
	if (!rc)
		rc = mark_check(&c, mark);
	if (!rc && l.mark != mark) {
		l.mark = mark;
		rc = records_save_all(app, &learner_type, &(struct records){ &l, 1 },
				      N_("Points of a test"));
	}
	arena_done(&a);
	return rc;
}

/* Certificates */

static enum rc certificates(const struct app *app, struct arena *a, struct records *out)
{
	return record_list_year(app->store, a, &learner_type, app->year.year, out);
}

static bool number_used(const struct records *all, const char *number)
{
	const struct learner *l = all->row;

	for (size_t i = 0; i < all->n; i++)
		if (strcmp(l[i].certificate, number) == 0)
			return true;
	return false;
}

static const char *number_free(struct arena *a, const struct records *all, const char *number)
{
	while (number_used(all, number))
		number = number_after(a, number);
	return number;
}

/* The newest given; of one day's the highest, which is the longest and then the last. */
static bool is_newer(const struct learner *l, const struct learner *than)
{
	size_t a = strlen(l->certificate), b = strlen(than->certificate);

	if (l->certified_on != than->certified_on)
		return l->certified_on > than->certified_on;
	return a != b ? a > b : strcmp(l->certificate, than->certificate) > 0;
}

enum rc courses_next_number(const struct app *app, struct arena *a, const char **number)
{
	struct records all;
	const struct learner *l, *last = NULL;
	enum rc rc = certificates(app, a, &all);

	if (rc)
		return rc;
	l = all.row;
	for (size_t i = 0; i < all.n; i++)
		if (*l[i].certificate && (!last || is_newer(&l[i], last)))
			last = &l[i];
	*number = number_free(a, &all, number_after(a, last ? last->certificate : ""));
	return RC_OK;
}

static enum rc learners_get(const struct app *app, struct arena *a, struct ids ids,
			    struct learner *out)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; !rc && i < ids.n; i++)
		rc = record_get(app->store, a, &learner_type, ids.row[i], &out[i]);
	return rc;
}

/* All of them are of one course: its sheet says who has passed. */
static enum rc passed_check(const struct app *app, struct arena *a, const struct learner *l,
			    size_t n)
{
	struct course_sheet sheet;
	enum rc rc = n ? course_sheet_load(app, a, l->head.owner, &sheet) : RC_OK;

	for (size_t i = 0; !rc && i < n; i++)
		for (size_t k = 0; k < sheet.n; k++)
			if (sheet.row[k].learner.head.id == l[i].head.id && !*l[i].certificate &&
			    sheet.row[k].learning != LEARNING_PASSED)
				return err_set(RC_INVALID,
					       _("%s has not passed the course: %s. A certificate "
						 "given all the same is written by hand (F4)."),
					       person_short_name(a, &sheet.row[k].who.person),
					       learning_name(sheet.row[k].learning));
	return rc;
}

static size_t numbers_give(struct arena *a, const struct records *all, struct learner *l, size_t n,
			   const char *first, int64_t on)
{
	const char *number = number_free(a, all, first);
	size_t given = 0;

	for (size_t i = 0; i < n; i++) {
		if (*l[i].certificate)
			continue;
		l[given] = l[i];
		l[given].certificate = number;
		l[given++].certified_on = on;
		number = number_free(a, all, number_after(a, number));
	}
	return given;
}

static enum rc given_check(const char *first, int64_t on)
{
	if (!*first)
		return err_set(RC_INVALID, _("Say with which number the certificates begin."));
	if (!on)
		return err_set(RC_INVALID, _("Say which day stands on the certificates."));
	return RC_OK;
}

enum rc courses_certify(struct app *app, struct ids learners, const char *first, int64_t on,
			size_t *given)
{
	struct arena a = { 0 };
	struct learner *l = ARENA_NEW(&a, struct learner, learners.n);
	struct records all, fresh = { l, 0 };
	enum rc rc = given_check(first, on);

	if (!rc)
		rc = learners_get(app, &a, learners, l);
	if (!rc)
		rc = passed_check(app, &a, l, learners.n);
	if (!rc)
		rc = certificates(app, &a, &all);
	if (!rc)
		fresh.n = numbers_give(&a, &all, l, learners.n, first, on);
	if (!rc)
		rc = records_save_all(app, &learner_type, &fresh, N_("Certificates given"));
	if (!rc && given)
		*given = fresh.n;
	arena_done(&a);
	return rc;
}

enum rc courses_receive(struct app *app, struct ids learners, int64_t on)
{
	struct arena a = { 0 };
	struct learner *l = ARENA_NEW(&a, struct learner, learners.n);
	enum rc rc = learners_get(app, &a, learners, l);

	for (size_t i = 0; i < learners.n; i++)
		l[i].received_on = on;
	if (!rc)
		rc = records_save_all(app, &learner_type, &(struct records){ l, learners.n },
				      N_("Certificates received"));
	arena_done(&a);
	return rc;
}
