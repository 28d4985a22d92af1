/* Putting people on a course: from its own list, and from the lists of the bases. */
#include "learners.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/ui/dialog.h"

static unsigned enrol(struct frame *f, int64_t course, struct ids people)
{
	size_t added;

	if (courses_enrol(desk_app(f), course, people, &added) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui,
	       ngettext("On the course: %zu more. Ctrl+Z takes it back.",
			"On the course: %zu more. Ctrl+Z takes it back.", added),
	       added);
	return UI_TAKEN | UI_RELOAD;
}

/* Those of the base who are not on the course. */
static enum rc others_read(struct frame *f, struct participants *out)
{
	const struct course_sheet *sheet = &learners_of(f)->sheet;
	enum rc rc = participant_load_all(desk_store(f), &f->arena, desk_year(f),
					  (enum role)sheet->course.role, out);
	size_t n = 0;

	if (rc != RC_OK)
		return rc;
	participants_here(out);
	for (size_t i = 0; i < out->n; i++) {
		bool known = false;

		for (size_t k = 0; k < sheet->n && !known; k++)
			known = sheet->row[k].learner.participation == out->row[i].id;
		if (!known)
			out->row[n++] = out->row[i];
	}
	out->n = n;
	return RC_OK;
}

static unsigned people_picked(struct frame *f, struct ids ids, void *data)
{
	(void)data;
	return ids.n ? enrol(f, learners_course(f), ids) : UI_TAKEN;
}

static unsigned people_pick(struct frame *f, const struct participants *all)
{
	struct choice *row = ARENA_NEW(&f->arena, struct choice, all->n);
	const char **place = ARENA_NEW(&f->arena, const char *, all->n);

	for (size_t i = 0; i < all->n; i++) {
		row[i] = (struct choice){ .id = all->row[i].id,
					  .code = "",
					  .name = person_name(&f->arena, &all->row[i].person) };
		place[i] = person_class_or_position(&all->row[i].person);
	}
	return dialog_pick(f, &(struct picker){ .title = _("Onto the course (Space – several)"),
						.choices = { row, all->n },
						.many = true,
						.right = place,
						.picked = people_picked });
}

static unsigned enrol_answered(struct frame *f, int button, void *data)
{
	const struct participants *all = data;
	struct ids ids = { ARENA_NEW(&f->arena, int64_t, all->n), all->n };

	if (button == 1)
		return people_pick(f, all);
	if (button != 0)
		return UI_TAKEN;
	for (size_t i = 0; i < all->n; i++)
		ids.row[i] = all->row[i].id;
	return enrol(f, learners_course(f), ids);
}

unsigned learners_add(struct frame *f)
{
	struct participants *all = arena_alloc(&f->arena, sizeof(*all));
	bool mentors = learners_of(f)->sheet.course.role == ROLE_MENTOR;

	if (others_read(f, all) != RC_OK)
		return ui_fault(f->ui);
	if (!all->n) {
		ui_say(f->ui, "%s",
		       mentors ? _("There is no other mentor in the base.")
			       : _("There is no other mentee in the base."));
		return UI_TAKEN | UI_REDRAW;
	}
	return dialog_ask(
		f, &(struct question){
			   .title = _("Who comes onto the course?"),
			   .text = arena_printf(&f->arena,
						mentors ? _("Mentors of the base who are not on "
							    "it: %zu.")
							: _("Mentees of the base who are not on "
							    "it: %zu."),
						all->n),
			   .button = { _("All of them"), _("Choose by name") },
			   .answered = enrol_answered,
			   .data = all });
}

struct enrolment {
	struct ids people;
};

static unsigned course_picked(struct frame *f, struct ids ids, void *data)
{
	const struct enrolment *e = data;

	return ids.n ? enrol(f, ids.row[0], e->people) : UI_TAKEN;
}

unsigned course_enrol_ask(struct frame *f, enum role role, struct ids people)
{
	struct enrolment *e = arena_alloc(&f->arena, sizeof(*e));
	struct records all;
	struct choice *row;
	size_t n = 0;

	e->people = people;
	if (record_list(desk_store(f), &f->arena, &course_type, desk_year(f), &all) != RC_OK)
		return ui_fault(f->ui);
	row = ARENA_NEW(&f->arena, struct choice, all.n);
	for (size_t i = 0; i < all.n; i++) {
		const struct course *c = record_at(&course_type, &all, i);

		if (c->role == (int64_t)role)
			row[n++] = (struct choice){ .id = c->head.id, .code = "", .name = c->name };
	}
	if (!n) {
		ui_say(f->ui, "%s",
		       role == ROLE_MENTOR
			       ? _("There is no course of mentors yet: stage 4, “Courses”.")
			       : _("There is no course of mentees yet: stage 4, “Courses”."));
		return UI_TAKEN | UI_REDRAW;
	}
	return dialog_pick(f, &(struct picker){ .title = _("Onto which course?"),
						.choices = { row, n },
						.picked = course_picked,
						.data = e });
}
