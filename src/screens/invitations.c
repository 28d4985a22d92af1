/* Stage 3: invitations of mentors; who has agreed goes into the base in one action. */
#include "nastavnik/app/invitations.h"

#include <string.h>

#include "nastavnik/base/utf8.h"
#include "nastavnik/model/bases.h"
#include "nastavnik/ui/dialog.h"
#include "records.h"
#include "screens.h"

/* Whom the questions are about. */
struct accepting {
	int64_t invitation, twin;
};

static unsigned accept_done(struct frame *f, int64_t invitation, int64_t person,
			    enum people_twin_rule rule)
{
	int64_t mentor;

	if (invitations_accept(desk_app(f), invitation, person, rule, &mentor) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, "%s",
	       _("In the base of mentors, the answer is noted. Ctrl+Z takes it back."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned twin_answered(struct frame *f, int button, void *data)
{
	const struct accepting *what = data;

	if (button < 0)
		return UI_TAKEN;
	return accept_done(f, what->invitation, button == 0 ? what->twin : 0, PEOPLE_ANOTHER);
}

static unsigned accept_ask(struct frame *f, int64_t invitation)
{
	struct accepting *what = arena_alloc(&f->arena, sizeof(*what));
	struct people_twins twins;
	struct person person;

	if (invitation_person(desk_app(f), &f->arena, invitation, &person) != RC_OK ||
	    people_twins(desk_app(f), &f->arena, &person, &twins) != RC_OK)
		return ui_fault(f->ui);
	if (!twins.n)
		return accept_done(f, invitation, 0, PEOPLE_ANOTHER);
	*what = (struct accepting){ invitation, twins.row[0].person.id };
	return dialog_ask(
		f, &(struct question){
			   .title = _("Is it the same person?"),
			   .text = arena_printf(&f->arena, _("The file knows: %s, %s."),
						person_name(&f->arena, &twins.row[0].person),
						person_class_or_position(&twins.row[0].person)),
			   .button = { _("The same"), _("Another one") },
			   .answered = twin_answered,
			   .data = what });
}

static unsigned invitation_accept(struct frame *f)
{
	return accept_ask(f, list_current(f));
}

static unsigned agreed_answered(struct frame *f, int button, void *data)
{
	const int64_t *invitation = data;

	return button == 0 ? accept_ask(f, *invitation) : UI_TAKEN;
}

/* Is somebody of that name a mentor of the year? */
static bool is_mentor(struct frame *f, const char *name)
{
	const struct choices mentors = desk_choices(f, "mentor");
	const char *key = utf8_fold(&f->fresh, name);

	for (size_t i = 0; i < mentors.n; i++)
		if (strcmp(utf8_fold(&f->fresh, mentors.row[i].name), key) == 0)
			return true;
	return false;
}

/* «Да» was written into the record: what follows is offered at once. */
static unsigned invitation_saved(struct frame *f, const void *record)
{
	const struct invitation *invitation = record;

	if (invitation->answer != ANSWER_YES || is_mentor(f, invitation->name))
		return UI_TAKEN;
	return dialog_ask(f, &(struct question){
				     .title = _("The answer is yes"),
				     .text = arena_printf(&f->arena,
							  _("Take %s into the base of mentors now? "
							    "Name, place and contacts go along."),
							  invitation->name),
				     .button = { _("Into the base"), _("Not yet") },
				     .answered = agreed_answered,
				     .data = desk_id_arg(f, invitation->head.id) });
}

static const struct action invitations_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Agreed"),
	  .title = N_("Agreed: into the base of mentors"),
	  .help = N_("The person goes into the school's list and into the base of mentors with "
		     "what the invitation says; the answer is noted. One action, nothing is typed "
		     "twice."),
	  .enabled = record_may_change,
	  .run = invitation_accept },
	RECORD_ACTIONS,
	{ .title = N_("Base of mentors"), .open = &mentors_view },
	{ 0 },
};

static enum ink invitation_ink(const struct field *field, const void *record)
{
	const struct invitation *invitation = record;

	if (strcmp(field->name, "answer") != 0)
		return INK_TEXT;
	return invitation->answer == ANSWER_YES  ? INK_GOOD
	       : invitation->answer == ANSWER_NO ? INK_DIM
						 : INK_TEXT;
}

static const struct record_desk invitations = {
	.type = &invitation_type,
	.form = &invitation_view,
	.sort = "on_day",
	.empty = N_("Nobody was invited yet: pupils, teachers, parents, graduates, partners. Ins "
		    "adds one."),
	.ink = invitation_ink,
	.saved = invitation_saved,
};

const struct view invitations_view = {
	.name = "invitations",
	.title = N_("Stage 3 · Invitations"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &invitations,
	.actions = invitations_actions,
	.help = N_("Whom the school has asked to become a mentor, and what they answered. F2 takes "
		   "who agreed into the base of mentors."),
	.place = true,
	.seldom = true,
};

const struct view invitation_view = {
	.name = "invitation",
	.title = N_("An invitation"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &invitations,
	.help = N_("When the answer is yes, the program offers to take the person into the base of "
		   "mentors with what is written here."),
};
