/* Stage 1: what the year's programme is prepared with, register by register. */
#include "nastavnik/app/books.h"
#include "nastavnik/base/date.h"
#include "nastavnik/model/prepare.h"
#include "records.h"
#include "screens.h"

#include <string.h>

/* Team */

static const struct record_desk teams = {
	.type = &team_type,
	.form = &team_view,
	.sort = "name",
	.empty = N_("Nobody is written down yet: the curator, the coordinator, the working group. "
		    "Ins adds one."),
};

const struct view teams_view = {
	.name = "teams",
	.title = N_("Team and roles"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &teams,
	.actions = record_actions,
	.help = N_("Who works on the programme and what each answers for: the order on the working "
		   "group is made of this list."),
	.place = true,
	.seldom = true,
};

const struct view team_view = {
	.name = "team",
	.title = N_("A member of the team"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &teams,
	.help = N_("One person may have several roles: one record for each."),
};

/* Aims */

static unsigned forms_open(struct frame *f)
{
	return view_push(f, &book_view, desk_id_arg(f, BOOK_FORM));
}

static const struct action aims_actions[] = {
	RECORD_ACTIONS,
	{ .title = N_("Forms of mentoring in use"),
	  .help = N_("A form that the school does not use is hidden in the reference book."),
	  .run = forms_open },
	{ 0 },
};

static const struct record_desk aims = {
	.type = &aim_type,
	.form = &aim_view,
	.empty = N_("No aims yet: what the programme is to change this year, and how one will see "
		    "it. Ins adds one."),
};

const struct view aims_view = {
	.name = "aims",
	.title = N_("Aims and expected results"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &aims,
	.actions = aims_actions,
	.help = N_("What the programme is to change, for all forms of mentoring or for one, and "
		   "what is expected. At the end of the year: what was reached."),
	.place = true,
	.seldom = true,
};

const struct view aim_view = {
	.name = "aim",
	.title = N_("An aim"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &aims,
	.help = N_("A result that can be counted is the easiest to report on."),
};

/* Legal grounds */

static unsigned grounds_fill(struct frame *f)
{
	size_t n;

	if (grounds_complete(desk_app(f), &n) != RC_OK)
		return ui_fault(f->ui);
	if (n)
		ui_say(f->ui,
		       ngettext("%zu ground of the methodology was added. Ctrl+Z takes it back.",
				"%zu grounds of the methodology were added. Ctrl+Z takes them "
				"back.",
				n),
		       n);
	else
		ui_say(f->ui, "%s", _("All grounds of the methodology are here already."));
	return UI_TAKEN | UI_RELOAD;
}

static const struct action grounds_actions[] = {
	RECORD_ACTIONS,
	{ .title = N_("Add what the methodology has"),
	  .help = N_("The grounds of the methodology that are not in the list."),
	  .anywhere = true,
	  .enabled = desk_writable,
	  .run = grounds_fill },
	{ 0 },
};

/* Only the methodology knows its codes. */
static bool ground_shown(struct frame *f, const struct field *field, const void *record)
{
	(void)f, (void)record;
	return strcmp(field->name, "code") != 0;
}

static const struct record_desk grounds = {
	.type = &ground_type,
	.form = &ground_view,
	.sort = "on_day",
	.empty = N_("No legal grounds: F9 adds what the methodology has, Ins one of your own."),
	.shown = ground_shown,
};

const struct view grounds_view = {
	.name = "grounds",
	.title = N_("Legal grounds"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &grounds,
	.actions = grounds_actions,
	.help = N_("The acts that orders and the regulation refer to. The list is the school's: "
		   "change it as laws do. The words are ours, not the acts': look into the act "
		   "before citing it."),
	.place = true,
	.seldom = true,
};

const struct view ground_view = {
	.name = "ground",
	.title = N_("A legal ground"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &grounds,
	.help = N_("Kind of act, number, date and what it is about."),
};

/* Resources */

static const struct record_desk resources = {
	.type = &resource_type,
	.form = &resource_view,
	.empty = N_("No resources yet: rooms, people, guides, money. Ins adds one."),
};

const struct view resources_view = {
	.name = "resources",
	.title = N_("Resources"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &resources,
	.actions = record_actions,
	.help = N_("What there is to work with, inside the school and outside."),
	.place = true,
	.seldom = true,
};

const struct view resource_view = {
	.name = "resource",
	.title = N_("A resource"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &resources,
	.help = N_("What it is, how much of it, and where it comes from."),
};

/* Partners */

static enum ink partner_ink(const struct field *field, const void *record)
{
	if (strcmp(field->name, "until") != 0)
		return INK_TEXT;
	return partner_agreement(record, date_today()) == AGREEMENT_RUNS ? INK_TEXT : INK_WARN;
}

static const struct record_desk partners = {
	.type = &partner_type,
	.form = &partner_view,
	.sort = "until",
	.empty = N_("No partners yet: colleges, enterprises, museums, other schools. Ins adds "
		    "one."),
	.ink = partner_ink,
};

const struct view partners_view = {
	.name = "partners",
	.title = N_("Partners"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &partners,
	.actions = record_actions,
	.help = N_("Who helps from outside, and on what agreement. An agreement that ends within "
		   "thirty days, or has ended, is painted; sorted by term it stands above."),
	.place = true,
	.seldom = true,
};

const struct view partner_view = {
	.name = "partner",
	.title = N_("A partner"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &partners,
	.help = N_("Number and dates may stay empty until the agreement is signed."),
};

/* Publications */

static const struct record_desk publications = {
	.type = &publication_type,
	.form = &publication_view,
	.sort = "on_day",
	.empty = N_("Nothing was published yet: on the school's site, in a community, in a "
		    "newspaper. Ins adds one."),
};

const struct view publications_view = {
	.name = "publications",
	.title = N_("Publications"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &publications,
	.actions = record_actions,
	.help = N_("What was written about the programme: where, when, with the link."),
	.place = true,
	.seldom = true,
};

const struct view publication_view = {
	.name = "publication",
	.title = N_("A publication"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &publications,
	.help = N_("Photos and names need the consent to publication: see the consents."),
};

/* Training of the team */

static void study_begin(struct frame *f, void *record)
{
	struct study *study = record;

	study->who = app_school(desk_app(f))->curator;
}

static const struct record_desk studies = {
	.type = &study_type,
	.form = &study_view,
	.sort = "until",
	.empty = N_("No training yet: courses and seminars of the curator and the team. Ins adds "
		    "one."),
	.begin = study_begin,
};

const struct view studies_view = {
	.name = "studies",
	.title = N_("The team's own training"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &studies,
	.actions = record_actions,
	.help = N_("What the curator and the team have learnt themselves: course, hours, "
		   "certificate."),
	.place = true,
	.seldom = true,
};

const struct view study_view = {
	.name = "study",
	.title = N_("A course taken"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &studies,
	.help = N_("A new record begins with the curator's name."),
};
