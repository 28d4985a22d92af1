/* Stage 4: who of the mentors is ready for stage 5: selected, trained, consent, document check; a
 * grid filled with one key a cell. */
#include "nastavnik/app/consents.h"
#include "nastavnik/app/people.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/grid.h"
#include "screens.h"

enum { COLUMN_SELECTED, COLUMN_TRAINED, COLUMN_CONSENT, COLUMN_CHECK, COLUMNS };
enum { WIDTH_MARK = 10, WIDTH_DATE = 15, WIDTH_TITLE = 28 };

/* The fields behind the columns. */
static const char *const training_fields[COLUMNS] = { "selected", "trained", "consent_on",
						      "checked_on" };

struct training_screen {
	struct participants mentors; /* those shown */
	size_t all, ready, selected, trained;
	int64_t on;   /* the date that a key notes */
	bool unready; /* show only those who are not ready */
};

static struct training_screen *screen_of(const struct frame *f)
{
	return f->data;
}

static const struct field *training_field(size_t column)
{
	return field_find(mentor_fields, training_fields[column]);
}

/* The document check is the school's own affair: it makes nobody unready. */
static bool is_ready(const struct participant *p)
{
	return p->selected && p->trained && p->consent_on;
}

static enum rc training_init(struct frame *f)
{
	struct training_screen *s = arena_alloc(&f->arena, sizeof(*s));

	s->on = date_today();
	f->data = s;
	return RC_OK;
}

static void mentors_count(struct training_screen *s)
{
	size_t shown = 0;

	s->all = s->mentors.n;
	s->ready = s->selected = s->trained = 0;
	for (size_t i = 0; i < s->mentors.n; i++) {
		const struct participant *p = &s->mentors.row[i];

		s->selected += p->selected != 0;
		s->trained += p->trained != 0;
		s->ready += is_ready(p);
		if (!s->unready || !is_ready(p))
			s->mentors.row[shown++] = *p;
	}
	s->mentors.n = shown;
}

static enum rc training_load(struct frame *f, size_t *rows, size_t *columns)
{
	struct training_screen *s = screen_of(f);
	enum rc rc = participant_load_all(desk_store(f), &f->fresh, desk_year(f), ROLE_MENTOR,
					  &s->mentors);

	if (rc != RC_OK)
		return rc;
	participants_here(&s->mentors);
	mentors_count(s);
	*rows = s->mentors.n;
	*columns = COLUMNS;
	return RC_OK;
}

static const char *training_row(struct frame *f, size_t row)
{
	const struct person *person = &screen_of(f)->mentors.row[row].person;

	return arena_printf(&f->fresh, "%s, %s", person_short_name(&f->fresh, person),
			    person_class_or_position(person));
}

static const char *training_column(struct frame *f, size_t column)
{
	static const char *const title[COLUMNS] = { N_("Picked"), N_("Training of mentors"),
						    N_("Consent"), N_("Papers shown") };

	(void)f;
	return text_of(title[column]);
}

static int training_width(struct frame *f, size_t column)
{
	(void)f;
	return column < COLUMN_CONSENT ? WIDTH_MARK : WIDTH_DATE;
}

static int64_t training_get(struct frame *f, size_t row, size_t column)
{
	return field_int(training_field(column), &screen_of(f)->mentors.row[row]);
}

static const char *training_text(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	int64_t value = training_get(f, row, column);
	char date[DATE_SIZE];

	*ink = value ? INK_GOOD : INK_DIM;
	if (!value)
		return GLYPH_NOTE;
	if (column < COLUMN_CONSENT)
		return _("yes");
	return arena_printf(&f->fresh, GLYPH_OK " %s", date_format((int)value, date));
}

static enum rc training_put(struct frame *f, struct ids ids, size_t column, int64_t value)
{
	char date[DATE_SIZE] = "";
	const char *text = value ? "1" : "0";

	if (column == COLUMN_CHECK)
		text = value ? date_format((int)value, date) : "";
	return people_set_all(desk_app(f), ids, training_field(column), text);
}

/* A consent is the person's paper: the records of consents are what is written. */
static enum rc consents_put(struct frame *f, const struct participants *mentors, int64_t on)
{
	struct ids persons = { ARENA_NEW(&f->fresh, int64_t, mentors->n), mentors->n };

	for (size_t i = 0; i < mentors->n; i++)
		persons.row[i] = mentors->row[i].person.id;
	return consents_mark(desk_app(f), persons, CONSENT_TAKE_PART, on);
}

static enum rc training_set(struct frame *f, size_t row, size_t column, int64_t value)
{
	struct training_screen *s = screen_of(f);
	struct participant *mentor = &s->mentors.row[row];
	int64_t on = column < COLUMN_CONSENT ? value : value ? s->on : DATE_NONE;

	if (column == COLUMN_CONSENT)
		return consents_put(f, &(struct participants){ mentor, 1 }, on);
	return training_put(f, (struct ids){ &mentor->id, 1 }, column, on);
}

static unsigned column_fill(struct frame *f);

static unsigned training_key(struct frame *f, size_t row, size_t column, const struct event *event)
{
	uint32_t key = event->key;
	bool empties = key == K_DEL || key == K_BACKSPACE || key == '0';
	int64_t value = key == '1' || (key == ' ' && !training_get(f, row, column));

	if (key != '1' && key != ' ' && key != '+' && key != '=' && !empties)
		return UI_IGNORED;
	if (!desk_writable(f)) {
		ui_say(f->ui, "%s", app_readonly_why(desk_app(f)));
		return UI_TAKEN | UI_REDRAW;
	}
	if (key == '+' || key == '=')
		return column_fill(f);
	if (training_set(f, row, column, value) != RC_OK)
		return ui_fault(f->ui);
	/* In the list of those who are not ready the next one may come up to this row. */
	return (key == '1' && !screen_of(f)->unready ? grid_advance(f) : UI_TAKEN) | UI_RELOAD;
}

static const char *training_count(struct frame *f, struct arena *a)
{
	const struct training_screen *s = screen_of(f);

	return arena_printf(a, _("of %zu: selected %zu · trained %zu · ready %zu"), s->all,
			    s->selected, s->trained, s->ready);
}

static const char *training_status(struct frame *f, struct arena *a)
{
	char date[DATE_SIZE];

	if (grid_column(f) < COLUMN_CONSENT)
		return _("1 – passed  + – all below too  Del – empty the cell  F6 – who is not "
			 "ready");
	return arena_printf(a, _("1 – dated %s (F4)  + – all empty ones  Del – empty the cell"),
			    date_format((int)screen_of(f)->on, date));
}

/* What can be done */

static bool has_rows(struct frame *f)
{
	return screen_of(f)->mentors.n > 0;
}

static bool may_fill(struct frame *f)
{
	return has_rows(f) && desk_writable(f);
}

/* Those shown whose cell of the column is empty. */
static struct participants empty_ones(struct frame *f, size_t column)
{
	const struct participants *all = &screen_of(f)->mentors;
	struct participants empty = { ARENA_NEW(&f->fresh, struct participant, all->n), 0 };

	for (size_t i = 0; i < all->n; i++)
		if (!training_get(f, i, column))
			empty.row[empty.n++] = all->row[i];
	return empty;
}

static unsigned column_filled(struct frame *f, size_t column)
{
	const struct participants empty = empty_ones(f, column);
	struct ids ids = { ARENA_NEW(&f->fresh, int64_t, empty.n), empty.n };
	int64_t value = column < COLUMN_CONSENT ? 1 : screen_of(f)->on;
	enum rc rc;

	for (size_t i = 0; i < empty.n; i++)
		ids.row[i] = empty.row[i].id;
	rc = column == COLUMN_CONSENT ? consents_put(f, &empty, value)
				      : training_put(f, ids, column, value);
	if (rc != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui,
	       ngettext("Marked: %zu mentor. Ctrl+Z takes it back.",
			"Marked: %zu mentors. Ctrl+Z takes it back.", empty.n),
	       empty.n);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned fill_answered(struct frame *f, int button, void *data)
{
	(void)data;
	return button == 0 ? column_filled(f, grid_column(f)) : UI_TAKEN;
}

static unsigned column_fill(struct frame *f)
{
	size_t column = grid_column(f), n = empty_ones(f, column).n;

	if (!n) {
		ui_say(f->ui, "%s", _("No cell of this column is empty."));
		return UI_TAKEN | UI_REDRAW;
	}
	return dialog_ask(
		f, &(struct question){ .title = _("Fill the whole column?"),
				       .text = arena_printf(&f->arena, _("%s: empty cells %zu."),
							    training_column(f, column), n),
				       .button = { _("Fill"), _("Leave") },
				       .answered = fill_answered });
}

static unsigned training_date(struct frame *f)
{
	return desk_ask_day(f,
			    _("Consents and document checks are noted with this date from now on."),
			    &screen_of(f)->on);
}

static unsigned training_filter(struct frame *f)
{
	struct training_screen *s = screen_of(f);

	s->unready = !s->unready;
	ui_say(f->ui, "%s",
	       s->unready ? _("Shown: those who are not ready yet. F6 shows all.")
			  : _("Shown: all mentors."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned training_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action training_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Column"),
	  .title = N_("Fill all empty cells of the column"),
	  .help = N_("Of the mentors shown; one step, which Ctrl+Z takes back. The key + does the "
		     "same."),
	  .enabled = may_fill,
	  .run = column_fill },
	{ .key = K_F(4),
	  .label = N_("Date"),
	  .title = N_("The date that is noted"),
	  .help = N_("Today at first."),
	  .enabled = desk_writable,
	  .run = training_date },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the table, or save it"),
	  .enabled = has_rows,
	  .run = training_print },
	{ .key = K_F(6),
	  .label = N_("Unready"),
	  .title = N_("Only those who are not ready, or all"),
	  .run = training_filter },
	{ .title = N_("Interviews"), .open = &interviews_view },
	{ .title = N_("Courses"), .open = &courses_view },
	{ .title = N_("Base of mentors"), .open = &mentors_view },
	{ .title = N_("Rules of forming pairs"), .open = &rules_view },
	{ 0 },
};

static const struct grid_mark no_marks[] = { { 0 } };

static const struct grid_spec training_grid = {
	.marks = no_marks,
	.width = training_width,
	.title_width = WIDTH_TITLE,
	.text = training_text,
	.key = training_key,
	.load = training_load,
	.row_title = training_row,
	.column_title = training_column,
	.get = training_get,
	.set = training_set,
	.count = training_count,
	.status = training_status,
	.empty = N_("Nobody here: fill the base of mentors first (stage 3); with F6 those who are "
		    "ready are shown too."),
};

const struct view training_view = {
	.name = "training",
	.title = N_("Stage 4 · Readiness of mentors"),
	.kind = &grid_kind,
	.spec = &training_grid,
	.actions = training_actions,
	.init = training_init,
	.help = N_("Ready is who is selected, trained and has signed the consent to take part; F6 "
		   "shows those who are not. 1 marks what a mentor has, Del takes the mark away; "
		   "each mark is saved at once. Whether only ready mentors get pairs is a rule of "
		   "stage 5; otherwise it is only a warning. The document check – the certificate "
		   "of criminal record of a mentor from outside – is the school's own affair: "
		   "nothing waits for it."),
	.place = true,
};
