/* A mentee's or mentor's record: the person and the part he takes this year, in one form. */
#include <string.h>

#include "nastavnik/app/people.h"
#include "nastavnik/model/bases.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/form.h"
#include "screens.h"

static enum rc participant_load(struct frame *f, void *record)
{
	const struct base_new *arg = f->arg;

	if (arg->participant)
		return participant_get(desk_store(f), &f->arena, arg->participant, record);
	return people_new_participant(desk_app(f), &f->arena, arg->role, arg->person, record);
}

/* Of a new one the person: ids of both are drawn from one well. */
static int64_t participant_draft(const struct frame *f)
{
	const struct base_new *arg = f->arg;

	return arg->participant ? arg->participant : arg->person;
}

static enum rc participant_store(struct frame *f, struct participant *p, enum people_twin_rule rule)
{
	struct issues warnings = { .arena = &f->arena };
	enum rc rc = people_save_participant(desk_app(f), p, rule, &warnings);
	const char *name = person_short_name(&f->arena, &p->person);

	if (rc != RC_OK)
		return rc;
	f->answer = p->id;
	if (warnings.n)
		ui_say(f->ui, _("Saved: %s. %s"), name, warnings.row[0].text);
	else
		ui_say(f->ui, _("Saved: %s. Ctrl+Z takes it back."), name);
	return RC_OK;
}

static unsigned participant_twin_answered(struct frame *f, int button, void *data)
{
	struct participant *p = form_record(f);
	const int64_t *twin = data;

	if (button != 0 && button != 1)
		return UI_TAKEN;
	if (button == 0)
		p->person.id = *twin;
	if (participant_store(f, p, PEOPLE_ANOTHER) != RC_OK)
		return ui_fault(f->ui);
	form_saved(f);
	return UI_TAKEN | UI_RELOAD | UI_CLOSE;
}

static enum rc participant_save(struct frame *f, void *record)
{
	struct participant *p = record;
	struct people_twins twins = { 0 };
	enum rc rc;

	/* No step would be recorded, and Ctrl+Z would take back another one. */
	if (p->id && !form_changed(f))
		return RC_OK;
	rc = participant_store(f, p, PEOPLE_ASK);
	if (rc != RC_CONFLICT || p->person.id ||
	    people_twins(desk_app(f), &f->arena, &p->person, &twins) != RC_OK || !twins.n)
		return rc;
	desk_ask_twin(f, &twins.row[0].person, participant_twin_answered);
	return rc;
}

/* A pupil has a class, everybody else a position. */
static bool participant_shown(struct frame *f, const struct field *field, const void *record)
{
	const struct participant *p = record;
	bool pupil = p->person.kind == KIND_PUPIL;

	(void)f;
	if (strcmp(field->name, "class_name") == 0)
		return pupil || p->person.kind == KIND_STUDENT || *p->person.class_name;
	if (strcmp(field->name, "position") == 0)
		return !pupil || *p->person.position;
	if (strcmp(field->name, "deficits") == 0)
		return p->person.kind == KIND_TEACHER || p->deficits.n;
	if (strcmp(field->name, "mentor_type") == 0)
		return p->person.kind == KIND_TEACHER || p->mentor_type;
	return true;
}

/* A mentor who becomes somebody of another kind belongs to another sub-base, unless it was chosen.
 */
static void participant_changed(struct frame *f, const struct field *field, void *record)
{
	struct participant *p = record;

	if (p->role == ROLE_MENTOR && !p->subbase && strcmp(field->name, "kind") == 0)
		p->subbase =
			subbase_of_kind(app_books(desk_app(f)), (enum person_kind)p->person.kind);
}

static void participant_remarks(struct frame *f, struct lines *lines, const void *record)
{
	struct issues warnings = { .arena = lines->arena };

	if (people_warn(desk_app(f), record, &warnings) != RC_OK)
		return;
	for (size_t i = 0; i < warnings.n; i++)
		lines_add(lines, INK_WARN, GLYPH_WARN " %s", warnings.row[i].text);
}

#define PARTICIPANT_FORM(table)                                                                  \
	{                                                                                        \
		.size = sizeof(struct participant), .parts = table, .load = participant_load,    \
		.draft = participant_draft, .save = participant_save, .writable = desk_writable, \
		.choices = desk_choices, .shown = participant_shown,                             \
		.changed = participant_changed, .remarks = participant_remarks                   \
	}

static const struct form_part mentee_parts[] = { { .fields = &mentee_fields }, { 0 } };
static const struct form_spec mentee_form = PARTICIPANT_FORM(mentee_parts);

static const struct form_part mentor_parts[] = { { .fields = &mentor_fields }, { 0 } };
static const struct form_spec mentor_form = PARTICIPANT_FORM(mentor_parts);

static bool participant_known(struct frame *f)
{
	return action_needs(f, ((const struct participant *)form_record(f))->person.id != 0,
			    N_("The record is not saved yet."));
}

static unsigned participant_years(struct frame *f)
{
	const struct participant *p = form_record(f);

	return view_push(f, &service_view, desk_id_arg(f, p->person.id));
}

static const struct action participant_actions[] = {
	{ .key = K_F(3),
	  .label = N_("Years"),
	  .title = N_("Over the years"),
	  .help = N_("Pairs, courses and awards of this person in all years of the file."),
	  .enabled = participant_known,
	  .run = participant_years },
	{ 0 },
};

const struct view mentee_view = {
	.name = "mentee",
	.title = N_("Stage 2 · A mentee"),
	.kind = &form_kind,
	.spec = &mentee_form,
	.actions = participant_actions,
	.help = N_("The first request is the main one and counts double when pairs are formed. "
		   "What does "
		   "not fit the reference book stands in the mentee's own words."),
};

const struct view mentor_view = {
	.name = "mentor",
	.title = N_("Stage 3 · A mentor"),
	.kind = &form_kind,
	.spec = &mentor_form,
	.actions = participant_actions,
	.help = N_("An empty form or role model means: any that fits. Places say how many mentees "
		   "the mentor "
		   "takes at once; with more than one they become a group."),
};
