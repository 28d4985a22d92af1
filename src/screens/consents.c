/* Consents: who owes what, noted with one key a row. */
#include "nastavnik/app/consents.h"
#include "nastavnik/app/papers.h"

#include <string.h>

#include "cells.h"
#include "nastavnik/base/date.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

enum { COLUMN_NAME, COLUMN_CLASS, COLUMN_TAKE_PART, COLUMN_DATA, COLUMN_PUBLISH, COLUMNS };

static const struct list_column consents_columns[] = {
	[COLUMN_NAME] = { N_("Full name"), .width = 22, .grow = 1 },
	[COLUMN_CLASS] = { N_("Class"), .width = 7 },
	[COLUMN_TAKE_PART] = { N_("Taking part"), .width = 12 },
	[COLUMN_DATA] = { N_("Data"), .width = 12 },
	[COLUMN_PUBLISH] = { N_("Publication"), .width = 12, .drop = 1 },
	{ 0 },
};

struct consents_screen {
	struct cells cells;
	struct consent_row *row;
	const char **class_name; /* of all participants, classes of them, in their order */
	size_t classes;
	/* of all that the filter leaves, whatever is found */
	size_t people, without[CONSENT_KINDS];
	/* what stays over loads */
	int64_t on;             /* the date that a key notes */
	enum consent_kind kind; /* what Space notes */
	struct consents_arg filter;
};

static struct consents_screen *screen_of(const struct frame *f)
{
	return f->data;
}

static enum rc consents_init(struct frame *f)
{
	struct consents_screen *s = arena_alloc(&f->arena, sizeof(*s));
	const struct consents_arg *arg = f->arg;

	s->on = date_today();
	s->kind = CONSENT_TAKE_PART;
	if (arg)
		s->filter = *arg;
	if (s->filter.show >= CONSENTS_WITHOUT && s->filter.show < CONSENTS_PAST)
		s->kind = (enum consent_kind)(s->filter.show - CONSENTS_WITHOUT + 1);
	f->data = s;
	return RC_OK;
}

/* Reading */

static bool row_is_past(const struct consent_row *row)
{
	for (int k = 0; k < CONSENT_KINDS; k++) {
		if (row->mark[k].state > CONSENT_STANDS)
			return true;
	}
	return false;
}

static bool row_shown(const struct consents_arg *filter, const struct consent_row *row)
{
	if (filter->class_name && strcmp(filter->class_name, row->person.class_name) != 0)
		return false;
	if ((filter->role == ROLE_MENTEE && !row->mentee) ||
	    (filter->role == ROLE_MENTOR && !row->mentor))
		return false;
	if (filter->show == CONSENTS_ALL)
		return true;
	if (filter->show == CONSENTS_OWING)
		return consents_owed(row);
	if (filter->show == CONSENTS_PAST)
		return row_is_past(row);
	return row->mark[filter->show - CONSENTS_WITHOUT].state != CONSENT_STANDS;
}

static int by_name(const void *a, const void *b)
{
	const struct consent_row *x = a, *y = b;
	int order = cells_by_text(x->person.family, y->person.family);

	return order ? order : cells_by_text(x->person.given, y->person.given);
}

static int by_mark(const void *a, const void *b, int kind)
{
	const struct consent_mark *x = &((const struct consent_row *)a)->mark[kind],
				  *y = &((const struct consent_row *)b)->mark[kind];
	int64_t order = (x->state == CONSENT_STANDS) - (y->state == CONSENT_STANDS);

	return (int)(order ? order : (x->on > y->on) - (x->on < y->on));
}

static int by_take_part(const void *a, const void *b)
{
	return by_mark(a, b, 0);
}

static int by_data(const void *a, const void *b)
{
	return by_mark(a, b, 1);
}

static int by_publish(const void *a, const void *b)
{
	return by_mark(a, b, 2);
}

/* Rows are read by class and name: so papers come back from the class teachers. */
static cells_order *const consents_order[COLUMNS] = {
	[COLUMN_NAME] = by_name,
	[COLUMN_TAKE_PART] = by_take_part,
	[COLUMN_DATA] = by_data,
	[COLUMN_PUBLISH] = by_publish,
};

static bool row_found(struct arena *a, const struct consent_row *row,
		      const struct list_query *query)
{
	return cells_found(a, query,
			   arena_printf(a, "%s %s", person_name(a, &row->person),
					person_class_or_position(&row->person)));
}

static void row_count(struct consents_screen *s, const struct consent_row *row)
{
	s->people++;
	for (int k = 0; k < CONSENT_KINDS; k++)
		s->without[k] += row->mark[k].state != CONSENT_STANDS;
}

static bool filter_is_on(const struct consents_arg *filter)
{
	return filter->show || filter->role || filter->class_name;
}

static const char *filter_name(struct arena *a, const struct consents_arg *filter)
{
	static const char *const show[] = {
		[CONSENTS_ALL] = N_("all"),
		[CONSENTS_OWING] = N_("who owes"),
		[CONSENTS_WITHOUT] = N_("without a consent to take part"),
		[CONSENTS_WITHOUT + 1] = N_("without a consent to data processing"),
		[CONSENTS_WITHOUT + 2] = N_("without a consent to publication"),
		[CONSENTS_PAST] = N_("expired or withdrawn"),
	};
	const char *text = text_of(show[filter->show]);

	if (filter->role)
		text = arena_printf(a, "%s: %s",
				    filter->role == ROLE_MENTEE ? _("mentees") : _("mentors"),
				    text);
	if (!filter->class_name)
		return text;
	return arena_printf(a, "%s: %s", *filter->class_name ? filter->class_name : _("adults"),
			    text);
}

/* Rows come by class. */
static void class_keep(struct consents_screen *s, const char *name)
{
	if (*name && (!s->classes || strcmp(s->class_name[s->classes - 1], name) != 0))
		s->class_name[s->classes++] = name;
}

static enum rc consents_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct consents_screen *s = screen_of(f);
	struct consent_rows rows;
	enum rc rc = consent_rows_load(desk_store(f), &f->fresh, desk_year(f),
				       CONSENTS_OF_PARTICIPANTS, "", &rows);

	if (rc != RC_OK)
		return rc;
	s->row = rows.row;
	s->class_name = ARENA_NEW(&f->fresh, const char *, rows.n);
	s->classes = s->people = 0;
	memset(s->without, 0, sizeof(s->without));
	s->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, rows.n), 0 };
	*n = 0;
	for (size_t i = 0; i < rows.n; i++) {
		struct arena_mark mark = arena_mark(&f->fresh);
		const struct consent_row row = rows.row[i];
		bool shown = row_shown(&s->filter, &row);

		class_keep(s, row.person.class_name);
		if (shown)
			row_count(s, &row);
		if (shown && row_found(&f->fresh, &row, query))
			s->row[(*n)++] = row;
		arena_back(&f->fresh, mark);
	}
	cells_sort(&f->fresh, s->row, *n, sizeof(*s->row), consents_order, query);
	for (size_t i = 0; i < *n; i++)
		s->cells.ids.row[s->cells.ids.n++] = s->row[i].person.id;
	if (filter_is_on(&s->filter))
		frame_title(f, _("Consents · %s"), filter_name(&f->fresh, &s->filter));
	else
		frame_title(f, "%s", _("Consents"));
	return RC_OK;
}

/* A short word where there is no date to note: what is past stands in the card with its day. */
static const char *mark_text(struct arena *a, enum consent_kind kind,
			     const struct consent_mark *mark, enum ink *ink)
{
	char date[DATE_SIZE];

	*ink = mark->state == CONSENT_STANDS ? INK_GOOD
	       : consent_is_optional(kind)   ? INK_DIM
					     : INK_WARN;
	switch (mark->state) {
	case CONSENT_STANDS:
		return arena_printf(a, GLYPH_OK " %s", date_format((int)mark->on, date));
	case CONSENT_EXPIRED:
		return _("! expired");
	case CONSENT_WITHDRAWN:
		return _("! withdrawn");
	default:
		return consent_is_optional(kind) ? _("· no") : _("! no");
	}
}

static enum rc consents_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct consents_screen *s = screen_of(f);

	cells_page(&s->cells, page, COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct consent_row *row = &s->row[i];

		cells_set(&s->cells, i, COLUMN_NAME, INK_TEXT, person_name(page, &row->person));
		cells_set(&s->cells, i, COLUMN_CLASS, INK_TEXT,
			  person_class_or_position(&row->person));
		for (int k = 0; k < CONSENT_KINDS; k++) {
			enum ink ink;
			const char *text =
				mark_text(page, (enum consent_kind)(k + 1), &row->mark[k], &ink);

			cells_set(&s->cells, i, COLUMN_TAKE_PART + (size_t)k, ink, text);
		}
	}
	return RC_OK;
}

static const char *consents_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct consents_screen *s = screen_of(f);

	if (found)
		return arena_printf(a, _("found %zu"), n);
	if (filter_is_on(&s->filter))
		return arena_printf(a, _("shown %zu"), n);
	return arena_printf(a, _("people %zu · no consent to take part %zu, to processing %zu"),
			    s->people, s->without[0], s->without[1]);
}

static const char *consents_status(struct frame *f, struct arena *a, size_t row)
{
	const struct consents_screen *s = screen_of(f);
	char date[DATE_SIZE];

	(void)row;
	if (!desk_writable(f))
		return _("Type to find. Enter opens the person's consents.");
	if (list_marks(f))
		return arena_printf(a,
				    _("Marked: %zu. 1, 2, 3 note the consent of all of them, %s."),
				    list_marks(f), date_format((int)s->on, date));
	return arena_printf(a, _("Space (←→): %s · 1 part 2 data 3 publication · %s"),
			    consent_kind_name(s->kind), date_format((int)s->on, date));
}

static void consents_card(struct frame *f, struct lines *lines, size_t at)
{
	const struct consent_row *row = &screen_of(f)->row[at];
	struct arena *a = lines->arena;

	lines_add(lines, INK_TITLE, "%s", person_name(a, &row->person));
	lines_add(lines, INK_DIM, "%s", person_class_or_position(&row->person));
	lines_pair(lines, _("Part"),
		   row->mentee && row->mentor ? _("mentee and mentor")
		   : row->mentee              ? _("mentee")
					      : _("mentor"));
	lines_pair(lines, _("Legal representative"), row->representative);
	lines_pair(lines, _("Taking part"), consent_mark_show(a, &row->mark[0]));
	lines_pair(lines, _("Personal data"), consent_mark_show(a, &row->mark[1]));
	lines_pair(lines, _("Publication"), consent_mark_show(a, &row->mark[2]));
}

/* Noting */

static const struct consent_row *row_of(const struct consents_screen *s, int64_t person)
{
	for (size_t i = 0; i < s->cells.ids.n; i++) {
		if (s->cells.ids.row[i] == person)
			return &s->row[i];
	}
	return NULL;
}

/* Has everyone chosen given it already? Then the key takes it away. */
static bool all_have(const struct consents_screen *s, struct ids persons, enum consent_kind kind)
{
	for (size_t i = 0; i < persons.n; i++) {
		const struct consent_row *row = row_of(s, persons.row[i]);

		if (!row || row->mark[kind - 1].state != CONSENT_STANDS)
			return false;
	}
	return true;
}

static void noted_say(struct frame *f, struct ids persons, enum consent_kind kind, int64_t on)
{
	const struct consent_row *row = row_of(screen_of(f), persons.row[0]);
	char date[DATE_SIZE];

	if (persons.n > 1 || !row)
		ui_say(f->ui,
		       on ? _("%s: noted for %zu. Ctrl+Z takes all of them back.")
			  : _("%s: taken away from %zu. Ctrl+Z takes it back."),
		       consent_kind_title(kind), persons.n);
	else
		ui_say(f->ui, _("%s: %s – %s. Ctrl+Z takes it back."),
		       person_short_name(&f->fresh, &row->person), consent_kind_name(kind),
		       on ? date_format((int)on, date) : _("no"));
}

/* Note it for the marked rows, or for the one under the cursor, and go on to the next row. What was
 * found by typing has served: the next letters begin anew. */
static unsigned consents_note(struct frame *f, enum consent_kind kind)
{
	struct consents_screen *s = screen_of(f);
	struct ids persons = list_chosen(f, &f->fresh);
	bool marked = list_marks(f) > 0;
	int64_t on = all_have(s, persons, kind) ? DATE_NONE : s->on;
	int64_t next = list_next(f);

	if (!list_has_row(f))
		return UI_TAKEN;
	if (!desk_writable(f)) {
		ui_say(f->ui, "%s", app_change_why(desk_app(f)));
		return UI_TAKEN | UI_REDRAW;
	}
	if (consents_mark(desk_app(f), persons, kind, on) != RC_OK)
		return ui_fault(f->ui);
	noted_say(f, persons, kind, on);
	list_unmark(f);
	if (*list_find(f))
		list_unfind(f);
	else if (!marked)
		list_select(f, next);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned kind_change(struct frame *f, int by)
{
	struct consents_screen *s = screen_of(f);

	s->kind = (enum consent_kind)((s->kind - 1 + by + CONSENT_KINDS) % CONSENT_KINDS + 1);
	return UI_TAKEN | UI_REDRAW;
}

static unsigned consents_key(struct frame *f, const struct event *event)
{
	switch (event->key) {
	case '1':
	case '2':
	case '3':
		return consents_note(f, (enum consent_kind)(event->key - '0'));
	case ' ':
		return *list_find(f) ? UI_IGNORED : consents_note(f, screen_of(f)->kind);
	case '*':
		return list_mark_all(f);
	case K_LEFT:
		return kind_change(f, -1);
	case K_RIGHT:
		return kind_change(f, 1);
	default:
		return UI_IGNORED;
	}
}

static unsigned consents_date(struct frame *f)
{
	return desk_ask_day(f, _("Keys 1, 2, 3 and Space note this date from now on."),
			    &screen_of(f)->on);
}

/* The filter */

enum { PICK_ROLE = 20, PICK_ADULTS = 30, PICK_CLASS = 40 };

static unsigned filter_picked(struct frame *f, struct ids ids, void *data)
{
	struct consents_screen *s = screen_of(f);
	const char *const *class_name = data;
	int64_t id = ids.n ? ids.row[0] - 1 : 0;

	if (id == CONSENTS_ALL)
		s->filter = (struct consents_arg){ .show = CONSENTS_ALL };
	else if (id < PICK_ROLE)
		s->filter.show = (enum consents_show)id;
	else if (id < PICK_ADULTS)
		s->filter.role = (enum role)(id - PICK_ROLE);
	else
		s->filter.class_name = id < PICK_CLASS ? "" : class_name[id - PICK_CLASS];
	list_unmark(f);
	return UI_TAKEN | UI_RELOAD;
}

static void pick_add(struct choices *choices, struct choice *row, int64_t id, const char *name)
{
	row[choices->n++] = (struct choice){ .id = id + 1, .code = "", .name = name };
}

/* What can be chosen: whom, then the classes that have participants. */
static unsigned consents_filter(struct frame *f)
{
	const struct consents_screen *s = screen_of(f);
	const char **name = ARENA_NEW(&f->arena, const char *, s->classes);
	struct choice *row = ARENA_NEW(&f->arena, struct choice, s->classes + PICK_ROLE);
	struct choices choices = { .row = row };

	for (int show = CONSENTS_ALL; show <= CONSENTS_PAST; show++)
		pick_add(&choices, row, show,
			 filter_name(&f->arena,
				     &(struct consents_arg){ .show = (enum consents_show)show }));
	pick_add(&choices, row, PICK_ROLE + ROLE_MENTEE, _("mentees"));
	pick_add(&choices, row, PICK_ROLE + ROLE_MENTOR, _("mentors"));
	pick_add(&choices, row, PICK_ADULTS, _("adults"));
	for (size_t i = 0; i < s->classes; i++) {
		name[i] = arena_strdup(&f->arena, s->class_name[i]);
		pick_add(&choices, row, PICK_CLASS + (int64_t)i,
			 arena_printf(&f->arena, _("Class %s"), name[i]));
	}
	return dialog_pick(f, &(struct picker){ .title = _("Whom to show"),
						.choices = choices,
						.picked = filter_picked,
						.data = name });
}

/* Paper */

static enum rc owing_write(struct frame *f, const struct save_task *task, struct issues *lost,
			   const char **said)
{
	size_t classes;
	enum rc rc = paper_save(desk_app(f), &(struct paper_wish){ .paper = paper_find("owing") },
				task->path, task->encoding, lost, &classes);

	if (rc == RC_OK)
		*said = arena_printf(&f->arena, _("Classes (and adults): %zu."), classes);
	return rc;
}

enum { PRINT_OWING = 1, PRINT_LIST, PRINT_SHEETS, PRINT_BLANKS };

/* The catalogue, from the papers of stage 2 on. */
static unsigned blanks_open(struct frame *f)
{
	int *stage = arena_alloc(&f->arena, sizeof(*stage));

	*stage = 2;
	return view_push(f, &all_papers_view, stage);
}

static unsigned print_picked(struct frame *f, struct ids ids, void *data)
{
	(void)data;
	switch (ids.n ? ids.row[0] : 0) {
	case PRINT_OWING:
		return paper_ask(f, &(struct save_task){ .title = _("Who owes what, by class"),
							 .path = _("owing"),
							 .write = owing_write });
	case PRINT_LIST:
		return print_ask(f, EXPORT_COUNT);
	case PRINT_SHEETS:
		return view_push(f, &class_sheets_view, NULL);
	case PRINT_BLANKS:
		return blanks_open(f);
	default:
		return UI_TAKEN;
	}
}

static unsigned consents_print(struct frame *f)
{
	struct choice *row = ARENA_NEW(&f->arena, struct choice, PRINT_BLANKS);
	struct choices choices = { 0 };

	pick_add(&choices, row, PRINT_OWING - 1, _("Who owes what, by class…"));
	pick_add(&choices, row, PRINT_LIST - 1, _("The list as it is shown…"));
	pick_add(&choices, row, PRINT_SHEETS - 1, _("Sheets for the class teachers…"));
	pick_add(&choices, row, PRINT_BLANKS - 1, _("Applications and consents to be signed…"));
	choices.row = row;
	return dialog_pick(f, &(struct picker){ .title = _("What is to be printed?"),
						.choices = choices,
						.picked = print_picked });
}

static unsigned consents_open(struct frame *f)
{
	return view_push(f, &person_consents_view, desk_id_arg(f, list_current(f)));
}

static bool consents_changeable(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

static const struct action consents_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Date"),
	  .title = N_("The date that is noted"),
	  .help = N_("Today at first. Mark rows with Ins (* marks all), then 1, 2 or 3 notes the "
		     "consent of all of them with this date."),
	  .enabled = desk_writable,
	  .run = consents_date },
	{ .key = K_F(3),
	  .also = K_ENTER,
	  .label = N_("Card"),
	  .title = N_("All consents of the person"),
	  .help = N_("Who signed, until when, what was withdrawn."),
	  .enabled = list_has_row,
	  .run = consents_open },
	{ .key = K_F(4),
	  .label = N_("Filter"),
	  .title = N_("Whom to show"),
	  .help = N_("All, those who owe, those without one kind of consent, one class."),
	  .run = consents_filter },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print who owes what, by class, or the list"),
	  .run = consents_print },
	{ .key = K_INS,
	  .label = N_("Mark"),
	  .title = N_("Mark the row"),
	  .enabled = consents_changeable,
	  .run = list_mark },
	{ .title = N_("Class sheets"), .open = &class_sheets_view },
	{ 0 },
};

static const struct list_spec consents_list = {
	.columns = consents_columns,
	.sort = COLUMN_CLASS,
	.load = consents_load,
	.id = cells_id,
	.fetch = consents_fetch,
	.cell = cells_cell,
	.count = consents_count,
	.status = consents_status,
	.card = consents_card,
	.key = consents_key,
	.empty = N_("Nobody to show. Participants come into the bases of stages 2 and 3; F4 shows "
		    "others."),
};

const struct view consents_view = {
	.name = "consents",
	.title = N_("Consents"),
	.kind = &list_kind,
	.spec = &consents_list,
	.actions = consents_actions,
	.init = consents_init,
	.help = N_("Who of the participants has given which consent. To take part, to the "
		   "processing of personal data and to publication are three different papers; "
		   "publication is asked for only where something is to be published. 1, 2 and 3 "
		   "note a consent with the date of F2 and go on to the next row; the same key "
		   "takes it away again. Space does the same for one kind, which ← and → choose. "
		   "Each key is saved at once. What has expired or was withdrawn counts nowhere."),
	.place = true,
};
