/* Stage 6: one pair or group. What is written down weekly comes first, then who it is. */
#include "nastavnik/app/bonds.h"
#include "nastavnik/base/date.h"
#include "nastavnik/model/pairwork.h"
#include "nastavnik/model/termwork.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/ui/form.h"
#include "nastavnik/ui/menu.h"
#include "pairwork.h"
#include "records.h"
#include "screens.h"

enum { PAIR_COUNT, PAIR_TOLD };

/* The frame's data: what was read, in f->fresh. */
struct pair {
	struct bond bond;
	const char *name;
	struct bond_member *member; /* of this bond */
	size_t members;
};

static int64_t pair_bond(const struct frame *f)
{
	return *(const int64_t *)f->arg;
}

static const struct pair *pair_of(const struct frame *f)
{
	return f->data;
}

/* The one that replacing and ending are about; NULL: all have ended. */
static const struct bond_member *pair_active(const struct frame *f)
{
	const struct pair *pair = pair_of(f);

	for (size_t i = 0; i < pair->members; i++)
		if (pair->member[i].state == MEMBER_ACTIVE)
			return &pair->member[i];
	return NULL;
}

/* The doors */

struct told {
	const char *count, *text; /* translated; text may be NULL */
	enum ink ink;
};

struct door {
	uint32_t key;
	const char *title; /* msgid */
	const struct view *open;
	const struct record_type *type;
	/* More than how many there are; NULL: nothing. */
	void (*tell)(struct frame *f, const struct records *records, struct told *told);
};

static const char *date_text(struct arena *a, int64_t date)
{
	char text[DATE_SIZE];

	return arena_strdup(a, date_format((int)date, text));
}

/* «13.11»: within one school year the day and the month say enough. */
static const char *day_text(struct arena *a, int64_t date)
{
	return arena_printf(a, "%02d.%02d", date_day((int)date), date_month((int)date));
}

static void tell_meetings(struct frame *f, const struct records *records, struct told *told)
{
	struct arena *a = &f->fresh;
	const struct meeting *last;

	if (!records->n)
		return;
	last = record_at(&meeting_type, records, records->n - 1);
	told->text = arena_printf(a, _("last %s"), day_text(a, last->on_day));
	if (!last->next_on)
		return;
	told->text = arena_printf(a, _("%s, next %s"), told->text, day_text(a, last->next_on));
	if (last->next_on < date_today() && pair_active(f))
		told->ink = INK_WARN;
}

/* «3/9» and what is late. */
static size_t tell_items(struct frame *f, const struct record_type *type,
			 const struct records *records, struct told *told)
{
	size_t done = 0, late = 0;

	for (size_t i = 0; i < records->n; i++) {
		const struct plan_item *item = record_at(type, records, i);

		done += item->done_on != DATE_NONE;
		late += plan_item_overdue(item, date_today());
	}
	if (records->n)
		told->count = arena_printf(&f->fresh, "%zu/%zu", done, records->n);
	if (late)
		told->ink = INK_WARN;
	return late;
}

static void tell_plan(struct frame *f, const struct records *records, struct told *told)
{
	size_t late = tell_items(f, &plan_item_type, records, told);

	if (late)
		told->text = arena_printf(&f->fresh, _("past their term: %zu"), late);
	else if (!records->n)
		told->text = _("F2 fills it from the template");
}

static void tell_programme(struct frame *f, const struct records *records, struct told *told)
{
	int64_t on = pair_of(f)->bond.approved_on;
	size_t late = tell_items(f, &programme_item_type, records, told);

	if (on)
		told->text = arena_printf(&f->fresh, _("approved %s"), day_text(&f->fresh, on));
	else if (records->n)
		told->text = _("not approved yet");
	if (late)
		told->text =
			arena_printf(&f->fresh, _("%s, past their term: %zu"), told->text, late);
}

static void tell_pauses(struct frame *f, const struct records *records, struct told *told)
{
	const struct pause *last;

	if (!records->n)
		return;
	last = record_at(&pause_type, records, records->n - 1);
	if (!last->until || last->until >= date_today()) {
		told->text = arena_printf(&f->fresh, _("pauses since %s: %s"),
					  day_text(&f->fresh, last->on_day), last->reason);
		told->ink = INK_WARN;
	}
}

/* What is needed weekly, and what stands behind it. */
static const struct door weekly[] = {
	{ '1', N_("Meetings"), &meetings_view, &meeting_type, tell_meetings },
	{ '2', N_("Development plan"), &plan_view, &plan_item_type, tell_plan },
	{ '3', N_("The year's programme"), &programme_view, &programme_item_type, tell_programme },
};
static const struct door more[] = {
	{ '4', N_("Materials given out"), &handouts_view, &handout_type, NULL },
	{ '5', N_("Consultations"), &consultations_view, &consultation_type, NULL },
	{ '6', N_("Lesson visits"), &visits_view, &visit_type, NULL },
	{ '7', N_("Pauses"), &pauses_view, &pause_type, tell_pauses },
	{ '8', N_("Reports of the pair"), &pair_reports_view, &term_report_type, NULL },
};

static enum rc door_add(struct frame *f, struct menu_items *items, const struct door *door)
{
	struct records_arg *arg = arena_alloc(&f->arena, sizeof(*arg));
	struct records records;
	enum rc rc = record_list(desk_store(f), &f->fresh, door->type, pair_bond(f), &records);
	struct told told = { .ink = INK_DIM };

	if (rc)
		return rc;
	told.count = records.n ? arena_printf(&f->fresh, "%zu", records.n) : "–";
	if (door->tell)
		door->tell(f, &records, &told);
	*arg = (struct records_arg){ .owner = pair_bond(f),
				     .whose = arena_strdup(&f->arena, pair_of(f)->name) };
	menu_add(items, (struct menu_item){
				.key = door->key,
				.title = text_of(door->title),
				.fact = { [PAIR_COUNT] = told.count, [PAIR_TOLD] = told.text },
				.fact_ink = { [PAIR_TOLD] = told.ink },
				.total = -1,
				.status = _("Ins writes a meeting down. F2 fills programme and "
					    "plan from the template."),
				.id = (int64_t)door->key,
				.open = door->open,
				.arg = arg });
	return RC_OK;
}

static enum rc doors_add(struct frame *f, struct menu_items *items, const struct door *door,
			 size_t n)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n && !rc; i++)
		rc = door_add(f, items, &door[i]);
	return rc;
}

/* Who it is */

static void about_add(struct menu_items *items, const char *title, const char *text,
		      const struct view *open, void *arg)
{
	menu_add(items, (struct menu_item){ .title = title,
					    .fact = { [PAIR_TOLD] = text },
					    .total = -1,
					    .open = open,
					    .arg = arg });
}

static enum rc person_add(struct frame *f, struct menu_items *items, const char *title,
			  int64_t participation, const char *behind)
{
	struct base_new *arg = arena_alloc(&f->arena, sizeof(*arg));
	struct participant p;
	enum rc rc = participant_get(desk_store(f), &f->fresh, participation, &p);

	if (rc)
		return rc;
	*arg = (struct base_new){ .participant = p.id, .role = p.role, .person = p.person.id };
	about_add(items, title,
		  arena_printf(&f->fresh, "%s, %s%s", person_name(&f->fresh, &p.person),
			       person_class_or_position(&p.person), behind),
		  p.role == ROLE_MENTOR ? &mentor_view : &mentee_view, arg);
	return RC_OK;
}

static const char *member_behind(struct arena *a, const struct bond_member *m)
{
	if (m->state == MEMBER_ACTIVE)
		return "";
	return arena_printf(a, _(" – closed %s: %s"), day_text(a, m->to), m->reason);
}

static const char *term_text(struct frame *f)
{
	const struct pair *pair = pair_of(f);
	const struct year *year = app_year(desk_app(f));
	const struct bond_member *m = &pair->member[0];

	return arena_printf(&f->fresh, "%s – %s",
			    date_text(&f->fresh, m->from ? m->from : year->bond_from),
			    date_text(&f->fresh, m->to ? m->to : year->bond_to));
}

/* «ученик – ученик · успевающий – неуспевающий» */
static const char *form_text(struct frame *f)
{
	const struct books *books = app_books(desk_app(f));
	const struct bond *bond = &pair_of(f)->bond;
	const char *form = book_item_name(books, bond->form);

	if (!bond->role_model)
		return form;
	return arena_printf(&f->fresh, "%s%s%s", form, *form ? " · " : "",
			    book_item_name(books, bond->role_model));
}

static enum rc about_pair(struct frame *f, struct menu_items *items)
{
	const struct pair *pair = pair_of(f);
	const struct bond *bond = &pair->bond;
	enum rc rc = person_add(f, items, _("Mentor"), bond->mentor, "");

	for (size_t i = 0; i < pair->members && !rc; i++)
		rc = person_add(f, items, _("Mentee"), pair->member[i].mentee,
				member_behind(&f->fresh, &pair->member[i]));
	if (rc)
		return rc;
	about_add(items, _("Form"), form_text(f), &pair_card_view, f->arg);
	about_add(items, _("Term"), term_text(f), &pair_term_view, f->arg);
	if (bond->replaces)
		about_add(items, _("Instead of"),
			  choice_name(desk_choices(f, "bond"), bond->replaces), &pair_view,
			  desk_id_arg(f, bond->replaces));
	about_add(items, _("Aim"), *bond->aim ? bond->aim : _("not said yet: F4"), &pair_card_view,
		  f->arg);
	return RC_OK;
}

static enum rc pair_read(struct frame *f, struct pair *pair)
{
	struct members all;
	enum rc rc = bond_get(desk_store(f), &f->fresh, pair_bond(f), &pair->bond);

	if (!rc)
		rc = members_load(desk_store(f), &f->fresh, desk_year(f), &all);
	if (rc)
		return rc;
	pair->name = choice_name(desk_choices(f, "bond"), pair_bond(f));
	pair->member = ARENA_NEW(&f->fresh, struct bond_member, all.n);
	for (size_t i = 0; i < all.n; i++)
		if (all.row[i].bond == pair_bond(f))
			pair->member[pair->members++] = all.row[i];
	return RC_OK;
}

static enum rc pair_load(struct frame *f, struct menu_items *items)
{
	struct pair *pair = arena_alloc(&f->fresh, sizeof(*pair));
	enum rc rc = pair_read(f, pair);

	if (rc)
		return rc;
	f->data = pair;
	frame_title(f, "%s", pair->name);
	rc = doors_add(f, items, weekly, sizeof(weekly) / sizeof(weekly[0]));
	if (rc)
		return rc;
	menu_heading(items, _("The pair"));
	rc = about_pair(f, items);
	if (rc)
		return rc;
	menu_heading(items, _("More"));
	return doors_add(f, items, more, sizeof(more) / sizeof(more[0]));
}

/* What can be done */

static bool pair_works(struct frame *f)
{
	return desk_writable(f) &&
	       action_needs(f, pair_active(f) != NULL, N_("This pair is not at work."));
}

static unsigned pair_meet(struct frame *f)
{
	return meeting_new(f, pair_bond(f), NULL);
}

static unsigned pair_edit(struct frame *f)
{
	return view_push(f, &pair_card_view, f->arg);
}

static unsigned pair_replace(struct frame *f)
{
	return view_push(f, &pair_replace_view, desk_id_arg(f, pair_active(f)->id));
}

static unsigned pair_end(struct frame *f)
{
	return view_push(f, &bond_end_view, desk_id_arg(f, pair_active(f)->id));
}

static unsigned pair_fill(struct frame *f)
{
	return plans_fill_ask(f, (struct ids){ desk_id_arg(f, pair_bond(f)), 1 });
}

static unsigned pair_papers(struct frame *f)
{
	return papers_of_ask(f, (struct ids){ desk_id_arg(f, pair_bond(f)), 1 },
			     arena_strdup(&f->arena, pair_of(f)->name));
}

static const struct action pair_actions[] = {
	{ .key = K_INS,
	  .label = N_("Meeting"),
	  .title = N_("Write down a meeting"),
	  .help = N_("Its date and kind are proposed: the theme and F2 are enough."),
	  .enabled = desk_writable,
	  .run = pair_meet },
	{ .key = K_F(2),
	  .label = N_("Template"),
	  .title = N_("Fill programme and plan from the template"),
	  .help = N_("The template of the pair's role model; what is there already stays."),
	  .enabled = desk_writable,
	  .run = pair_fill },
	{ .key = K_F(4),
	  .label = N_("Card"),
	  .title = N_("Aim, tasks, strengths, term of approval"),
	  .run = pair_edit },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Papers of the pair"),
	  .help = N_("Programme, plan, meeting sheet, diary: seen first, then printed."),
	  .run = pair_papers },
	{ .title = N_("Replace the mentor or the mentee"),
	  .help = N_("The pair ends with its history, a new one takes its place: one step."),
	  .enabled = pair_works,
	  .run = pair_replace },
	{ .title = N_("Close the pair with a reason"), .enabled = pair_works, .run = pair_end },
	{ 0 },
};

static const struct menu_spec pair_menu = {
	.title = N_("What is written down"),
	.column = { [PAIR_COUNT] = { .title = N_("How many"), .width = -8 },
		    [PAIR_TOLD] = { .title = "", .width = 24, .grow = true } },
	.load = pair_load,
};

const struct view pair_view = {
	.name = "pair",
	.title = N_("A pair"),
	.kind = &menu_kind,
	.spec = &pair_menu,
	.actions = pair_actions,
	.help = N_("One pair or group: Ins writes a meeting down, the digits open what is written "
		   "of its work. Enter on a name opens the person's card."),
};

/* The card's words */

static enum rc card_load(struct frame *f, void *record)
{
	return bond_get(desk_store(f), &f->arena, pair_bond(f), record);
}

static enum rc card_save(struct frame *f, void *record)
{
	enum rc rc;

	if (!form_changed(f))
		return RC_OK;
	rc = bonds_save(desk_app(f), record);
	if (rc == RC_OK)
		ui_say(f->ui, _("Saved. Ctrl+Z takes it back."));
	return rc;
}

static const struct form_part card_parts[] = { { .fields = &bond_fields }, { 0 } };

static const struct form_spec card_form = {
	.size = sizeof(struct bond),
	.parts = card_parts,
	.load = card_load,
	.draft = desk_draft_id,
	.save = card_save,
	.writable = desk_writable,
	.choices = desk_choices,
};

const struct view pair_card_view = {
	.name = "pair-card",
	.title = N_("The pair's aim and tasks"),
	.kind = &form_kind,
	.spec = &card_form,
	.help = N_("What the programme and the development plan say of the pair. The template of "
		   "its role model fills what is empty; F2 in the pair's screen."),
};

/* The term */

static enum rc term_load(struct frame *f, void *record)
{
	struct bond_term *term = record;
	const struct year *year = app_year(desk_app(f));
	struct members all;
	enum rc rc = members_load(desk_store(f), &f->arena, desk_year(f), &all);

	*term = (struct bond_term){ pair_bond(f), year->bond_from, year->bond_to };
	for (size_t i = 0; !rc && i < all.n; i++) {
		const struct bond_member *m = &all.row[i];

		if (m->bond != term->bond || m->state != MEMBER_ACTIVE)
			continue;
		term->from = m->from ? m->from : term->from;
		term->to = m->to ? m->to : term->to;
	}
	return rc;
}

static enum rc term_save(struct frame *f, void *record)
{
	enum rc rc;

	if (!form_changed(f))
		return RC_OK;
	rc = bonds_set_term(desk_app(f), record);
	if (rc == RC_OK)
		ui_say(f->ui, _("Saved. Ctrl+Z takes it back."));
	return rc;
}

static const struct form_part term_parts[] = { { .fields = &bond_term_fields }, { 0 } };

static const struct form_spec term_form = {
	.size = sizeof(struct bond_term),
	.parts = term_parts,
	.load = term_load,
	.draft = desk_draft_id,
	.save = term_save,
	.writable = desk_writable,
};

const struct view pair_term_view = {
	.name = "pair-term",
	.title = N_("Term of the pair's work"),
	.kind = &form_kind,
	.spec = &term_form,
	.help = N_("Of a group all who go on have the same term. The plan's lines stay where they "
		   "are."),
};

/* Replacing somebody */

static enum rc replace_load(struct frame *f, void *record)
{
	struct replacement *r = record;

	*r = (struct replacement){ .member = *(const int64_t *)f->arg,
				   .who = REPLACED_MENTOR,
				   .on = date_today(),
				   .reason = "" };
	return RC_OK;
}

static enum rc replace_save(struct frame *f, void *record)
{
	struct replacement r = *(const struct replacement *)record;
	int64_t bond;
	enum rc rc;

	if (r.who == REPLACED_MENTOR)
		r.mentee = 0;
	else
		r.mentor = 0;
	rc = bonds_replace(desk_app(f), &r, &bond);
	if (rc != RC_OK)
		return rc;
	f->answer = bond;
	ui_say(f->ui, _("Replaced: %s. Ctrl+Z takes it back."),
	       choice_name(desk_choices(f, "bond"), bond));
	return RC_OK;
}

static bool replace_shown(struct frame *f, const struct field *field, const void *record)
{
	const struct replacement *r = record;

	(void)f;
	if (field->offset == offsetof(struct replacement, mentor))
		return r->who == REPLACED_MENTOR;
	if (field->offset == offsetof(struct replacement, mentee))
		return r->who == REPLACED_MENTEE;
	return true;
}

static void replace_remarks(struct frame *f, struct lines *lines, const void *record)
{
	struct issues warnings = { .arena = lines->arena };

	if (bonds_replace_warn(desk_app(f), record, &warnings) != RC_OK)
		return;
	for (size_t i = 0; i < warnings.n; i++)
		lines_add(lines, INK_WARN, GLYPH_WARN " %s", warnings.row[i].text);
}

static const struct form_part replace_parts[] = { { .fields = &replacement_fields }, { 0 } };

static const struct form_spec replace_form = {
	.size = sizeof(struct replacement),
	.parts = replace_parts,
	.load = replace_load,
	.draft = desk_draft_id,
	.save = replace_save,
	.writable = desk_writable,
	.choices = desk_choices,
	.shown = replace_shown,
	.remarks = replace_remarks,
};

const struct view pair_replace_view = {
	.name = "pair-replace",
	.title = N_("Replacing somebody of a pair"),
	.kind = &form_kind,
	.spec = &replace_form,
	.help = N_(
		"The pair as it was ends with its date and reason and keeps its history; the new "
		"one begins on the next day and keeps the term. Of a group all go to the new "
		"mentor."),
};
