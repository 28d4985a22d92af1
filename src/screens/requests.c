/* Stage 2: requests of mentees with their history, of one person or of all. */
#include "nastavnik/app/requests.h"

#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/ui/dialog.h"
#include "records.h"
#include "screens.h"

static unsigned closing_picked(struct frame *f, struct ids ids, void *data)
{
	const struct ids *chosen = data;
	enum request_state state = ids.n ? (enum request_state)ids.row[0] : 0;

	if (!ids.n)
		return UI_TAKEN;
	if (requests_close(desk_app(f), *chosen, state, date_today()) != RC_OK)
		return ui_fault(f->ui);
	list_unmark(f);
	ui_say(f->ui, "%s",
	       state == REQUEST_OPEN
		       ? _("Open again: pairs are formed by it. Ctrl+Z takes it back.")
		       : _("Closed as of today: no pair is formed by it any more. Ctrl+Z takes it "
			   "back."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned requests_close_ask(struct frame *f)
{
	struct ids *ids = arena_alloc(&f->arena, sizeof(*ids));

	*ids = list_chosen(f, &f->arena);
	return dialog_pick(f, &(struct picker){ .title = _("What became of it?"),
						.choices = desk_choices(f, "request_state"),
						.picked = closing_picked,
						.data = ids });
}

static unsigned requests_take(struct frame *f)
{
	size_t n;

	if (requests_adopt(desk_app(f), &n) != RC_OK)
		return ui_fault(f->ui);
	if (n)
		ui_say(f->ui,
		       ngettext("%zu request of the cards was written down. Ctrl+Z takes it back.",
				"%zu requests of the cards were written down. Ctrl+Z takes them "
				"back.",
				n),
		       n);
	else
		ui_say(f->ui, "%s", _("All requests of the cards are written down already."));
	return UI_TAKEN | UI_RELOAD;
}

static const struct action requests_actions[] = {
	{ .key = K_F(2),
	  .label = N_("State"),
	  .title = N_("Close the request, or open it again"),
	  .help = N_("The marked ones, or the one under the cursor, as of today. For another day, "
		     "or to say what came of it, open the record."),
	  .enabled = record_may_change,
	  .run = requests_close_ask },
	RECORD_ACTIONS,
	{ .title = N_("Write down the requests of the cards"),
	  .help = N_("What tables and cards have brought in becomes records with a history, open "
		     "since the mentee joined. Those that are here already stay as they are."),
	  .anywhere = true,
	  .enabled = desk_writable,
	  .run = requests_take },
	{ 0 },
};

static enum ink request_ink(const struct field *field, const void *record)
{
	const struct request *request = record;

	(void)field;
	return request->state == REQUEST_OPEN ? INK_TEXT : INK_DIM;
}

static const struct record_desk requests = {
	.type = &request_type,
	.form = &request_view,
	.sort = "on_day",
	.empty = N_("No requests are written down: Ins adds one, F9 writes down those of the "
		    "cards."),
	.ink = request_ink,
	.owners = "mentee",
	.owners_title = N_("Mentee"),
};

const struct view requests_view = {
	.name = "requests",
	.title = N_("Stage 2 · Requests"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &requests,
	.actions = requests_actions,
	.help = N_("Several requests a person, each with its source, its date and what became of "
		   "it. An open request stands in the mentee's card and pairs are formed by it; a "
		   "closed one stays here as history."),
	.place = true,
	.seldom = true,
};

const struct view request_view = {
	.name = "request",
	.title = N_("A request"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &requests,
	.help = N_("Open: the request is added to the mentee's card. Met or withdrawn: it is taken "
		   "out of the card and stays here, with the date and what came of it."),
};
