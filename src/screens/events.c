/* Events of the programme with those who took part; those of stage 2 tell people about it. */
#include "nastavnik/app/events.h"
#include "nastavnik/model/prepare.h"
#include "nastavnik/ui/dialog.h"
#include "records.h"
#include "screens.h"

enum { STAGE_INFORMING = 2, STAGE_CLOSING = 7 };

static unsigned event_guests(struct frame *f)
{
	const struct occasion *event = record_current(f);
	struct records_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct records_arg){ .owner = event->head.id,
				     .whose = arena_strdup(&f->arena, event->name) };
	return view_push(f, &guests_view, arg);
}

static const struct action events_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Who"),
	  .title = N_("Participants of the event"),
	  .help = N_("Those known by name: from the bases, or typed."),
	  .enabled = list_has_row,
	  .run = event_guests },
	RECORD_ACTIONS,
	{ 0 },
};

static const struct record_desk events = {
	.type = &event_type,
	.form = &event_view,
	.sort = "on_day",
	.empty = N_("No events yet: festivals, auctions of ideas, conferences, meetings. Ins adds "
		    "one."),
};

const struct view events_view = {
	.name = "events",
	.title = N_("Events of the year"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &events,
	.actions = events_actions,
	.help = N_("All events of the year's programme, of all stages: when, for whom, how many "
		   "came, what came out of it. F2 opens the list of those who took part."),
	.place = true,
	.seldom = true,
};

const struct view event_view = {
	.name = "event",
	.title = N_("An event"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &events,
	.help = N_("An event counts for the stage it belongs to; those of stage 2 stand also in "
		   "the list of informing."),
};

static bool informs(struct frame *f, const void *record)
{
	(void)f;
	return ((const struct occasion *)record)->stage == STAGE_INFORMING;
}

static void informing_begin(struct frame *f, void *record)
{
	(void)f;
	((struct occasion *)record)->stage = STAGE_INFORMING;
}

static const struct record_desk informing = {
	.type = &event_type,
	.form = &event_view,
	.sort = "on_day",
	.empty = N_("Nobody was told yet: parents' meetings, class hours, talks. Ins adds one."),
	.wanted = informs,
	.begin = informing_begin,
};

const struct view informing_view = {
	.name = "informing",
	.title = N_("Stage 2 · Informing"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &informing,
	.actions = events_actions,
	.help = N_("Parents' meetings, class hours, talks that told of the programme: date, whom, "
		   "how many. They are the events of stage 2."),
	.place = true,
	.seldom = true,
};

static bool closes(struct frame *f, const void *record)
{
	(void)f;
	return ((const struct occasion *)record)->stage == STAGE_CLOSING;
}

static void final_begin(struct frame *f, void *record)
{
	(void)f;
	((struct occasion *)record)->stage = STAGE_CLOSING;
}

static const struct record_desk final_events = {
	.type = &event_type,
	.form = &event_view,
	.sort = "on_day",
	.empty = N_("No final event yet: a festival, a gala, a meeting with awards. Ins adds one."),
	.wanted = closes,
	.begin = final_begin,
};

const struct view final_events_view = {
	.name = "final-events",
	.title = N_("Stage 7 · Final events"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &final_events,
	.actions = events_actions,
	.help = N_("Where the year ends in public: results, thanks, awards. They are the events of "
		   "stage 7."),
	.place = true,
	.seldom = true,
};

/* Who took part */

static unsigned guests_picked(struct frame *f, struct ids ids, void *data)
{
	size_t n;

	(void)data;
	if (!ids.n)
		return UI_TAKEN;
	if (events_invite(desk_app(f), records_owner(f), ids, &n) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui,
	       ngettext("%zu participant was added. Ctrl+Z takes it back.",
			"%zu participants were added. Ctrl+Z takes them back.", n),
	       n);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned guests_pick(struct frame *f)
{
	return dialog_pick(f, &(struct picker){ .title = _("Who took part?"),
						.choices = desk_choices(f, "participant"),
						.many = true,
						.picked = guests_picked });
}

static const struct action guests_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Bases"),
	  .title = N_("Choose mentors and mentees"),
	  .help = N_("Space marks several; who is in the list already is passed over."),
	  .enabled = desk_writable,
	  .run = guests_pick },
	RECORD_ACTIONS,
	{ 0 },
};

static const struct record_desk guests = {
	.type = &guest_type,
	.form = &guest_view,
	.sort = "name",
	.empty = N_("Nobody is written down: F2 chooses from the bases, Ins adds somebody else."),
};

const struct view guests_view = {
	.name = "guests",
	.title = N_("Participants of the event"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &guests,
	.actions = guests_actions,
	.help = N_("Those known by name. How many came altogether stands in the event itself."),
};

const struct view guest_view = {
	.name = "guest",
	.title = N_("A participant of the event"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &guests,
	.help = N_("Somebody of the bases is chosen and gets his name by himself; anybody else is "
		   "typed."),
};
