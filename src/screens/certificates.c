/* Certificates of a course: numbers, handing over, and who is marked as trained. */
#include "learners.h"
#include "nastavnik/app/people.h"
#include "nastavnik/ui/dialog.h"

/* The marked ones; when none is, those of all learners whom `wanted` takes. */
static struct ids learners_for(struct frame *f, bool (*wanted)(const struct course_learner *l))
{
	const struct course_sheet *sheet = &learners_of(f)->sheet;
	struct ids ids = { ARENA_NEW(&f->arena, int64_t, sheet->n), 0 };

	if (list_marks(f))
		return list_chosen(f, &f->arena);
	for (size_t i = 0; i < sheet->n; i++)
		if (wanted(&sheet->row[i]))
			ids.row[ids.n++] = sheet->row[i].learner.head.id;
	return ids;
}

static bool wants_number(const struct course_learner *l)
{
	return l->learning == LEARNING_PASSED && !*l->learner.certificate;
}

static bool wants_receipt(const struct course_learner *l)
{
	return *l->learner.certificate && !l->learner.received_on;
}

static bool wants_trained(const struct course_learner *l)
{
	return l->learning == LEARNING_PASSED && l->who.id && !l->who.trained;
}

/* Those who have passed and are not marked yet, as participations. */
static struct ids untrained(struct frame *f)
{
	const struct course_sheet *sheet = &learners_of(f)->sheet;
	struct ids ids = { ARENA_NEW(&f->arena, int64_t, sheet->n), 0 };

	for (size_t i = 0; sheet->course.role == ROLE_MENTOR && i < sheet->n; i++)
		if (wants_trained(&sheet->row[i]))
			ids.row[ids.n++] = sheet->row[i].who.id;
	return ids;
}

bool has_untrained(struct frame *f)
{
	return desk_writable(f) &&
	       action_needs(f, learners_of(f)->sheet.course.role == ROLE_MENTOR,
			    N_("Only mentors are marked as trained.")) &&
	       action_needs(f, untrained(f).n > 0,
			    N_("All who have passed are marked as trained already."));
}

unsigned trained_mark(struct frame *f)
{
	struct ids ids = untrained(f);

	if (people_set_all(desk_app(f), ids, field_find(mentor_fields, "trained"), "1") != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui,
	       ngettext("Marked as trained: %zu mentor. Ctrl+Z takes it back.",
			"Marked as trained: %zu mentors. Ctrl+Z takes it back.", ids.n),
	       ids.n);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned trained_answered(struct frame *f, int button, void *data)
{
	(void)data;
	return button == 0 ? trained_mark(f) : UI_TAKEN;
}

static unsigned trained_ask(struct frame *f, size_t n)
{
	return dialog_ask(f,
			  &(struct question){
				  .title = _("Mark them as trained?"),
				  .text = arena_printf(
					  &f->arena,
					  ngettext("%zu mentor has passed the course and is not "
						   "marked as trained yet.",
						   "%zu mentors have passed the course and are not "
						   "marked as trained yet.",
						   n),
					  n),
				  .button = { _("Mark as trained"), _("Leave") },
				  .answered = trained_answered });
}

/* Who gets certificates, and from which number on. */
struct giving {
	struct ids ids;
	const char *first;
};

static enum rc given_on(struct frame *f, const char *text, void *data, unsigned *took)
{
	const struct giving *g = data;
	size_t given, waiting = untrained(f).n;
	int on;

	if (!date_parse(text, &on) || !date_whole(on))
		return err_set(RC_INVALID, _("Give a day, such as 02.09.2026."));
	if (courses_certify(desk_app(f), g->ids, g->first, on, &given) != RC_OK)
		return err_last()->code;
	list_unmark(f);
	ui_say(f->ui,
	       ngettext("Certificates given: %zu. Ctrl+Z takes it back.",
			"Certificates given: %zu. Ctrl+Z takes it back.", given),
	       given);
	*took = UI_TAKEN | UI_RELOAD;
	if (waiting)
		*took |= trained_ask(f, waiting);
	return RC_OK;
}

static const char *today_text(struct frame *f)
{
	char date[DATE_SIZE];

	return arena_strdup(&f->arena, date_format(date_today(), date));
}

static enum rc number_given(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct giving *g = data;

	g->first = arena_strdup(&f->arena, text);
	if (!*g->first)
		return err_set(RC_INVALID, _("Say with which number the certificates begin."));
	*took = dialog_prompt(f, &(struct prompt){ .title = _("Certificates"),
						   .label = _("Given on:"),
						   .text = today_text(f),
						   .hint = _("The day that stands on them."),
						   .max = 30,
						   .date = true,
						   .entered = given_on,
						   .data = g });
	return RC_OK;
}

unsigned certificates_give(struct frame *f)
{
	struct giving *g = arena_alloc(&f->arena, sizeof(*g));
	const char *number;

	g->ids = learners_for(f, wants_number);
	if (!g->ids.n) {
		ui_say(f->ui, "%s", _("Nobody waits for a certificate: who has passed has one."));
		return UI_TAKEN | UI_REDRAW;
	}
	if (courses_next_number(desk_app(f), &f->arena, &number) != RC_OK)
		return ui_fault(f->ui);
	return dialog_prompt(
		f, &(struct prompt){ .title = _("Certificates"),
				     .label = _("First number:"),
				     .text = number,
				     .hint = arena_printf(
					     &f->arena,
					     _("Those who get one: %zu. The next numbers follow: "
					       "N-001, N-002 …"),
					     g->ids.n),
				     .max = 40,
				     .mend = true,
				     .entered = number_given,
				     .data = g });
}

static enum rc received_on(struct frame *f, const char *text, void *data, unsigned *took)
{
	const struct ids *ids = data;
	int on;

	if (!date_parse(text, &on) || !date_whole(on))
		return err_set(RC_INVALID, _("Give a day, such as 02.09.2026."));
	if (courses_receive(desk_app(f), *ids, on) != RC_OK)
		return err_last()->code;
	list_unmark(f);
	ui_say(f->ui,
	       ngettext("Certificates handed over: %zu. Ctrl+Z takes it back.",
			"Certificates handed over: %zu. Ctrl+Z takes it back.", ids->n),
	       ids->n);
	*took = UI_TAKEN | UI_RELOAD;
	return RC_OK;
}

unsigned certificates_receive(struct frame *f)
{
	struct ids *ids = arena_alloc(&f->arena, sizeof(*ids));

	*ids = learners_for(f, wants_receipt);
	if (!ids->n) {
		ui_say(f->ui, "%s", _("No certificate waits to be handed over."));
		return UI_TAKEN | UI_REDRAW;
	}
	return dialog_prompt(
		f,
		&(struct prompt){ .title = _("Certificates are handed over"),
				  .label = _("Received on:"),
				  .text = today_text(f),
				  .hint = arena_printf(&f->arena,
						       _("Those who receive theirs: %zu."), ids->n),
				  .max = 30,
				  .date = true,
				  .entered = received_on,
				  .data = ids });
}
