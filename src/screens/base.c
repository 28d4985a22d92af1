/* The two bases (stages 2 and 3): lists of participants. */
#include "change.h"
#include "filters.h"
#include "leavers.h"
#include "nastavnik/app/people.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/ui/dialog.h"
#include "records.h"
#include "screens.h"

/* What one cell shows, and in which ink. */
typedef const char *base_show(struct frame *f, struct arena *a, const struct participant *p,
			      enum ink *ink);

struct base_column {
	const char *sort; /* field that the list is sorted by; NULL: the person's name */
	base_show *show;
};

/* What tells one list of participants from another. A view's spec points to the list within. */
struct base {
	struct list_spec list;
	enum role role;
	const struct base_column *column;
	size_t columns;
	const struct view *form;
	enum export_kind export;
	const char *title; /* msgid */
};

struct base_rows {
	struct filtered shown;
	const struct participant *page;
};

static const struct base *base_of(const struct frame *f)
{
	return f->view->spec; /* the list is its first member */
}

static const char *show_name(struct frame *f, struct arena *a, const struct participant *p,
			     enum ink *ink)
{
	(void)f, (void)ink;
	return person_name(a, &p->person);
}

static const char *show_class(struct frame *f, struct arena *a, const struct participant *p,
			      enum ink *ink)
{
	(void)f, (void)a, (void)ink;
	return person_class_or_position(&p->person);
}

static const char *show_topics(struct frame *f, struct arena *a, const struct participant *p,
			       enum ink *ink)
{
	const struct books *books = app_books(desk_app(f));
	const char *names = "";

	/* by the books: a topic that was hidden since is no choice any more, but still theirs */
	for (size_t i = 0; i < p->topics.n; i++)
		names = arena_printf(a, "%s%s%s", names, *names ? "; " : "",
				     book_item_name(books, p->topics.row[i]));
	if (*names)
		return names;
	*ink = INK_WARN;
	return *p->topic_words ? p->topic_words : _("! none");
}

static const char *show_consent(struct frame *f, struct arena *a, const struct participant *p,
				enum ink *ink)
{
	char date[DATE_SIZE];

	(void)f;
	*ink = p->consent_on ? INK_GOOD : INK_WARN;
	if (!p->consent_on)
		return _("! no");
	return arena_printf(a, GLYPH_OK " %s", date_format((int)p->consent_on, date));
}

static const char *show_capacity(struct frame *f, struct arena *a, const struct participant *p,
				 enum ink *ink)
{
	(void)f, (void)ink;
	return arena_printf(a, "%lld", (long long)p->capacity);
}

static enum rc base_init(struct frame *f)
{
	struct base_rows *rows = arena_alloc(&f->arena, sizeof(*rows));
	const struct base_arg *arg = f->arg;

	rows->shown.list = base_of(f)->role == ROLE_MENTEE ? FILTER_MENTEES : FILTER_MENTORS;
	rows->shown.filter = filter_of_lack(arg ? arg->lack : 0);
	rows->shown.filter.subbase = arg ? arg->subbase : 0;
	f->data = rows;
	return RC_OK;
}

static enum rc base_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct base_rows *rows = f->data;
	const struct base *base = base_of(f);
	struct participant_query asked = { .year = desk_year(f),
					   .role = base->role,
					   .filter = query->find,
					   .sort = base->column[query->column].sort,
					   .descending = query->descending };
	struct ids ids;
	enum rc rc;

	filter_participants_query(&rows->shown.filter, &asked);
	rc = participant_ids(desk_store(f), &f->fresh, &asked, &ids);
	if (rc != RC_OK)
		return rc;
	rows->shown.cells.ids = ids;
	*n = ids.n;
	return RC_OK;
}

static enum rc base_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct base_rows *rows = f->data;
	struct cells *cells = &rows->shown.cells;
	const struct base *base = base_of(f);
	struct participant *p = ARENA_NEW(page, struct participant, n);
	enum rc rc = participant_page(desk_store(f), page, cells->ids.row + first, n, p);

	if (rc != RC_OK)
		return rc;
	cells_page(cells, page, base->columns, first, n);
	rows->page = p;
	for (size_t i = 0; i < n; i++) {
		for (size_t c = 0; c < base->columns; c++) {
			enum ink ink = INK_TEXT;
			const char *text = base->column[c].show(f, page, &p[i], &ink);

			cells_set(cells, first + i, c, ink, text);
		}
	}
	return RC_OK;
}

static const struct participant *base_row(const struct frame *f, size_t row)
{
	const struct base_rows *rows = f->data;

	return &rows->page[row - rows->shown.cells.first];
}

static const char *base_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const char *people = base_of(f)->role == ROLE_MENTEE
				     ? ngettext("%zu mentee", "%zu mentees", (unsigned long)n)
				     : ngettext("%zu mentor", "%zu mentors", (unsigned long)n);

	return arena_printf(a, "%s · %s", arena_printf(a, people, n),
			    found ? _("found") : filtered_tell(f, a));
}

static void base_card(struct frame *f, struct lines *lines, size_t row)
{
	const struct participant *p = base_row(f, row);
	struct issues warnings = { .arena = lines->arena };

	desk_card(f, lines, participant_fields((enum role)p->role), p);
	left_card(lines, &p->person);
	people_warn(desk_app(f), p, &warnings);
	for (size_t i = 0; i < warnings.n; i++)
		lines_add(lines, INK_WARN, GLYPH_WARN " %s", warnings.row[i].text);
}

/* What is odd about the record under the cursor: the first warning, on screens without a card. */
static const char *base_status(struct frame *f, struct arena *a, size_t row)
{
	struct issues warnings = { .arena = a };

	if (people_warn(desk_app(f), base_row(f, row), &warnings) != RC_OK || !warnings.n)
		return desk_writable(f) ? _("Type to find. Enter opens the record, Ins adds one.")
					: _("Type to find. Enter opens the record.");
	return warnings.row[0].text;
}

/* Changing */

static unsigned base_form_closed(struct frame *f, struct frame *form)
{
	if (!form->answer)
		return UI_TAKEN;
	list_select(f, form->answer);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned base_open(struct frame *f, int64_t participant, int64_t person)
{
	struct base_new *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct base_new){ participant, base_of(f)->role, person };
	view_open(f->ui, f, base_of(f)->form, arg, base_form_closed);
	return UI_TAKEN;
}

static unsigned base_edit(struct frame *f)
{
	return base_open(f, list_current(f), 0);
}

static unsigned base_person_picked(struct frame *f, struct frame *list)
{
	return list->answer ? base_open(f, 0, list->answer) : UI_TAKEN;
}

static unsigned base_new_answered(struct frame *f, int button, void *data)
{
	(void)data;
	if (button == 0)
		view_open(f->ui, f, &person_pick_view, NULL, base_person_picked);
	else if (button == 1)
		return base_open(f, 0, 0);
	return UI_TAKEN;
}

static unsigned base_new(struct frame *f)
{
	return dialog_ask(
		f, &(struct question){ .title = text_of(base_of(f)->title),
				       .text = _("Whom do you want to add?"),
				       .button = { _("From the school's list"), _("Somebody new") },
				       .answered = base_new_answered });
}

static unsigned base_delete_answered(struct frame *f, int button, void *data)
{
	const struct ids *ids = data;

	if (button != 0)
		return UI_TAKEN;
	if (people_delete_participants(desk_app(f), *ids) != RC_OK)
		return ui_fault(f->ui);
	list_unmark(f);
	ui_say(f->ui, _("Taken out of the base. Ctrl+Z has it back."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned base_delete(struct frame *f)
{
	struct ids *ids = arena_alloc(&f->arena, sizeof(*ids));

	*ids = list_chosen(f, &f->arena);
	return dialog_ask(
		f, &(struct question){
			   .title = text_of(base_of(f)->title),
			   .text = arena_printf(&f->arena,
						ngettext("Take %zu record out of the base? The "
							 "person stays in the school's list.",
							 "Take %zu records out of the base? The "
							 "persons stay in the school's list.",
							 (unsigned long)ids->n),
						ids->n),
			   .button = { _("Take out"), _("Leave") },
			   .chosen = 1,
			   .answered = base_delete_answered,
			   .data = ids });
}

/* Consents come back from the class teachers in piles: one date for all that are marked. */
static enum rc consent_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	const struct ids *ids = data;
	const struct field *field = field_find(participant_fields(base_of(f)->role), "consent_on");
	enum rc rc = people_set_all(desk_app(f), *ids, field, text);

	if (rc != RC_OK)
		return rc;
	list_unmark(f);
	ui_say(f->ui,
	       ids->n == 1 ? _("The consent is noted. Ctrl+Z takes it back.")
			   : _("Consents noted: %zu. Ctrl+Z takes all of them back."),
	       ids->n);
	*took = UI_TAKEN | UI_RELOAD;
	return RC_OK;
}

static unsigned base_consent(struct frame *f)
{
	struct ids *ids = arena_alloc(&f->arena, sizeof(*ids));
	char today[DATE_SIZE];

	*ids = list_chosen(f, &f->arena);
	return dialog_prompt(
		f,
		&(struct prompt){
			.title = arena_printf(&f->arena,
					      ngettext("Consent of %zu participant",
						       "Consents of %zu participants",
						       (unsigned long)ids->n),
					      ids->n),
			.label = _("Date:"),
			.text = arena_strdup(&f->arena, date_format(date_today(), today)),
			.hint = _("The date on the paper; an empty line takes the consent away."),
			.max = 10,
			.entered = consent_entered,
			.data = ids });
}

static unsigned base_consents(struct frame *f)
{
	return view_push(f, &person_consents_view,
			 desk_id_arg(f, base_row(f, list_row(f))->person.id));
}

/* Papers of the person, and of the part that is taken. */
static unsigned base_papers(struct frame *f)
{
	const struct participant *p = base_row(f, list_row(f));
	int64_t *id = ARENA_NEW(&f->arena, int64_t, 2);

	id[0] = p->id;
	id[1] = p->person.id;
	return papers_of_ask(f, (struct ids){ id, 2 }, person_name(&f->arena, &p->person));
}

static unsigned base_cases(struct frame *f)
{
	return view_push(f, &name_cases_view, desk_id_arg(f, base_row(f, list_row(f))->person.id));
}

static unsigned base_service(struct frame *f)
{
	return view_push(f, &service_view, desk_id_arg(f, base_row(f, list_row(f))->person.id));
}

static unsigned base_enrol(struct frame *f)
{
	return course_enrol_ask(f, base_of(f)->role, list_chosen(f, &f->arena));
}

static unsigned base_export(struct frame *f)
{
	return print_ask(f, base_of(f)->export);
}

static bool base_changeable(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

#define BASE_EDIT                                                                         \
	{                                                                                 \
		.key = K_F(4), .also = K_ENTER, .label = N_("Edit"),                      \
		.title = N_("Edit the record"), .enabled = list_has_row, .run = base_edit \
	}
#define BASE_EXPORT                                                                            \
	{                                                                                      \
		.key = K_F(5), .label = N_("Print"),                                           \
		.title = N_("Print the list, or save it as a table"), .enabled = list_has_row, \
		.run = base_export                                                             \
	}

static unsigned base_change(struct frame *f)
{
	static const char *const of_mentee[] = { "form",       "role_model", "hours", "joined",
						 "class_name", "entry_on",   NULL };
	static const char *const of_mentor[] = { "form",        "role_model", "subbase",
						 "mentor_type", "technology", "selected",
						 "trained",     "hours",      "capacity",
						 "age_from",    "age_to",     "place",
						 "joined",      "entry_on",   NULL };
	static const struct change mentees = { &mentee_fields, of_mentee, people_set_all };
	static const struct change mentors = { &mentor_fields, of_mentor, people_set_all };

	return change_ask(f, base_of(f)->role == ROLE_MENTEE ? &mentees : &mentors);
}

static unsigned base_requests(struct frame *f)
{
	const struct participant *p = base_row(f, list_row(f));
	struct records_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct records_arg){ .owner = p->id, .whose = person_name(&f->arena, &p->person) };
	return view_push(f, &requests_view, arg);
}

/* What can be done in both bases. */
/* clang-format off */
#define BASE_ACTIONS \
	{ .key = K_F(2), \
	  .label = N_("Consent"), \
	  .title = N_("Note the consent to take part"), \
	  .help = N_("One date for the marked records (Space marks), or for the one under the " \
		     "cursor."), \
	  .enabled = base_changeable, \
	  .run = base_consent }, \
	BASE_EDIT, \
	BASE_EXPORT, \
	{ .key = K_F(8), \
	  .label = N_("Delete"), \
	  .title = N_("Take out of the base"), \
	  .help = N_("The marked records, or the one under the cursor. The persons stay in the " \
		     "school's list."), \
	  .enabled = base_changeable, \
	  .run = base_delete }, \
	{ .key = K_INS, \
	  .label = N_("New"), \
	  .title = N_("Add to the base"), \
	  .anywhere = true, \
	  .enabled = desk_writable, \
	  .run = base_new }, \
	{ .title = N_("Change in the marked ones…"), \
	  .help = N_("One value for all records that are marked (Space, Ctrl+A), or for the one " \
		     "under the cursor, in one step."), \
	  .enabled = base_changeable, \
	  .run = base_change }, \
	FILTER_ACTION, \
	{ .title = N_("All consents of the person"), \
	  .help = N_("Who signed, until when, what was withdrawn."), \
	  .enabled = list_has_row, \
	  .run = base_consents }, \
	{ .title = N_("Papers of the participant…"), \
	  .help = N_("Application, consents and what else is made for one: seen first, then " \
		     "printed."), \
	  .enabled = list_has_row, \
	  .run = base_papers }, \
	{ .title = N_("Cases of the name"), \
	  .help = N_("How the name stands in certificates and letters; a wrong case is mended " \
		     "here."), \
	  .enabled = list_has_row, \
	  .run = base_cases }, \
	{ .title = N_("Over the years"), \
	  .help = N_("Pairs, courses and awards of this person in all years of the file."), \
	  .enabled = list_has_row, \
	  .run = base_service }, \
	{ .title = N_("Put on a course: this one, or all that are marked"), \
	  .help = N_("Ctrl+A marks all that the filter shows."), \
	  .enabled = base_changeable, \
	  .run = base_enrol }, \
	{ .title = N_("Bring in a table"), .enabled = desk_writable, .open = &import_view }
/* clang-format on */

static const struct action mentees_actions[] = {
	BASE_ACTIONS,
	{ .title = N_("All requests of the person"),
	  .help = N_("Each with its source, its date and what became of it."),
	  .enabled = list_has_row,
	  .run = base_requests },
	{ 0 },
};

static const struct action mentors_actions[] = {
	BASE_ACTIONS,
	{ .title = N_("Cards for a regional bank…"),
	  .help = N_("A table of the marked mentors, or of the one under the cursor, with their "
		     "contacts. Asks first: names leave the school."),
	  .enabled = list_has_row,
	  .run = bank_ask },
	{ .title = N_("Sub-bases"), .open = &subbases_view },
	{ .title = N_("Invitations of mentors"), .open = &invitations_view },
	{ 0 },
};

/* The lists */

static const struct list_column mentee_columns[] = {
	{ N_("Full name"), .width = 28, .grow = 2 },
	{ N_("Class"), .width = 8, .grow = 1 },
	{ N_("Request"), .width = 22, .grow = 3 },
	{ N_("Consent"), .width = 12, .drop = 1 },
	{ 0 },
};

static const struct base_column mentee_cells[] = {
	{ NULL, show_name },
	{ "class_name", show_class },
	{ "topics", show_topics },
	{ "consent_on", show_consent },
};

static const struct list_column mentor_columns[] = {
	{ N_("Full name"), .width = 26, .grow = 2 },   { N_("Class"), .width = 9, .grow = 1 },
	{ N_("Competences"), .width = 14, .grow = 3 }, { N_("Places"), .width = -4, .drop = 2 },
	{ N_("Consent"), .width = 12, .drop = 1 },     { 0 },
};

static const struct base_column mentor_cells[] = {
	{ NULL, show_name },           { "class_name", show_class },   { "topics", show_topics },
	{ "capacity", show_capacity }, { "consent_on", show_consent },
};

#define BASE_LIST(table, sentence)             \
	.list = { .columns = table,            \
		  .load = base_load,           \
		  .id = cells_id,              \
		  .fetch = base_fetch,         \
		  .cell = cells_cell,          \
		  .count = base_count,         \
		  .status = base_status,       \
		  .card = base_card,           \
		  .nothing = filtered_nothing, \
		  .empty = sentence }

static const struct base mentees_base = {
	BASE_LIST(
		mentee_columns,
		N_("Nobody here yet. Bring in the table of requests (F9) or add a mentee – Ins.")),
	.role = ROLE_MENTEE,
	.column = mentee_cells,
	.columns = sizeof(mentee_cells) / sizeof(mentee_cells[0]),
	.form = &mentee_view,
	.export = EXPORT_MENTEES,
	.title = N_("Base of mentees"),
};

static const struct base mentors_base = {
	BASE_LIST(mentor_columns,
		  N_("Nobody here yet. Bring in the table of mentors (F9) or add a mentor – Ins.")),
	.role = ROLE_MENTOR,
	.column = mentor_cells,
	.columns = sizeof(mentor_cells) / sizeof(mentor_cells[0]),
	.form = &mentor_view,
	.export = EXPORT_MENTORS,
	.title = N_("Base of mentors"),
};

const struct view mentees_view = {
	.name = "mentees",
	.title = N_("Stage 2 · Base of mentees"),
	.kind = &list_kind,
	.spec = &mentees_base.list,
	.actions = mentees_actions,
	.init = base_init,
	.help = N_("Who asks for a mentor this year, and for what. Somebody may be a mentee here "
		   "and a "
		   "mentor elsewhere. What is odd is said, never forbidden."),
	.paste = mentees_paste,
	.place = true,
};

const struct view mentors_view = {
	.name = "mentors",
	.title = N_("Stage 3 · Base of mentors"),
	.kind = &list_kind,
	.spec = &mentors_base.list,
	.actions = mentors_actions,
	.init = base_init,
	.help = N_("Who can help this year: competences, interests, the wished age of the mentee, "
		   "time, and "
		   "how many mentees at once."),
	.paste = mentors_paste,
	.place = true,
};
