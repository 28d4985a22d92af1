/* Stage 4: courses and their lessons. */
#include "nastavnik/model/training.h"
#include "records.h"
#include "screens.h"

/* The courses, a register whose lines lead to the learners. */

static unsigned course_learners(struct frame *f)
{
	return view_push(f, &learners_view, desk_id_arg(f, list_current(f)));
}

static const struct action courses_actions[] = {
	{ .key = K_ENTER,
	  .title = N_("Learners, attendance, certificates"),
	  .enabled = list_has_row,
	  .run = course_learners },
	RECORD_ACTIONS,
	{ 0 },
};

static const struct record_desk courses = {
	.type = &course_type,
	.form = &course_view,
	.sort = "name",
	.empty = N_("No course yet. Ins adds one: of mentors or of mentees; then its lessons and "
		    "learners."),
};

const struct view courses_view = {
	.name = "courses",
	.title = N_("Stage 4 · Courses"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &courses,
	.actions = courses_actions,
	.help = N_("Enter leads to the learners of a course, their attendance, test and "
		   "certificates; F4 to what the course asks for."),
	.place = true,
	.seldom = true,
};

const struct view course_view = {
	.name = "course",
	.title = N_("A course"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &courses,
	.help = N_("Passed has who has the points of the test and the share of lessons that are "
		   "asked for here. What stays empty is not asked for."),
};

static const struct record_desk lessons = {
	.type = &lesson_type,
	.form = &lesson_view,
	.sort = "on_day",
	.empty = N_("No lesson yet. Ins adds one: its date and theme."),
};

const struct view lessons_view = {
	.name = "lessons",
	.title = N_("Lessons"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &lessons,
	.actions = record_actions,
	.help = N_("The lessons of the course in their order. A lesson that is deleted takes its "
		   "attendance with it."),
};

const struct view lesson_view = {
	.name = "lesson",
	.title = N_("A lesson"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &lessons,
	.help = N_("Its date stands above the column of the attendance."),
};

/* A learner's own record is the certificate: points are typed beside the attendance. */
static bool learner_shown(struct frame *f, const struct field *field, const void *record)
{
	(void)f, (void)record;
	return field->kind != FIELD_NUMBER;
}

static const struct record_desk learner_desk = {
	.type = &learner_type,
	.form = &learner_view,
	.shown = learner_shown,
};

const struct view learner_view = {
	.name = "learner",
	.title = N_("Course certificate"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &learner_desk,
	.help = N_("Numbers are usually given to all who have passed at once; here one is put "
		   "right, or given by hand."),
};
