/* The school years of the file: work on another one, close one, open the next one with last year's
 * people. */
#include "nastavnik/app/closing.h"
#include "nastavnik/app/compare.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/school.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/list.h"
#include "screens.h"

enum { YEAR_NAME, YEAR_PEOPLE, YEAR_MENTEES, YEAR_MENTORS, YEAR_PAIRS, YEAR_STATE };

static const struct list_column year_columns[] = {
	[YEAR_NAME] = { N_("School year"), .width = 12, .grow = 1, .unsorted = true },
	[YEAR_PEOPLE] = { N_("People"), .width = -7, .unsorted = true },
	[YEAR_MENTEES] = { N_("Mentees"), .width = -13, .unsorted = true },
	[YEAR_MENTORS] = { N_("Mentors"), .width = -12, .unsorted = true },
	[YEAR_PAIRS] = { N_("Pairs"), .width = -5, .unsorted = true },
	[YEAR_STATE] = { N_("State"), .width = 17, .unsorted = true },
	{ 0 },
};

/* A year with what is in it. */
struct year_row {
	struct year year;
	struct year_numbers numbers;
};

struct year_rows {
	struct year_row *row;
	size_t n;
};

static const struct year_numbers *numbers_find(const struct years_numbers *all, int64_t year)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->row[i].year == year)
			return &all->row[i];
	return &all->row[0];
}

static enum rc years_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct year_rows *rows = arena_alloc(&f->fresh, sizeof(*rows));
	const struct years_numbers *numbers;
	struct years years;
	enum rc rc = year_list(desk_store(f), &f->fresh, &years);

	(void)query;
	if (rc == RC_OK)
		rc = compare_years(desk_app(f), &numbers);
	if (rc != RC_OK)
		return rc;
	rows->row = ARENA_NEW(&f->fresh, struct year_row, years.n);
	for (size_t i = 0; i < years.n; i++)
		rows->row[i] = (struct year_row){ years.row[i],
						  *numbers_find(numbers, years.row[i].year) };
	f->data = rows;
	*n = rows->n = years.n;
	return RC_OK;
}

static const struct year_row *year_row(const struct frame *f, size_t row)
{
	return &((const struct year_rows *)f->data)->row[row];
}

static int64_t years_id(struct frame *f, size_t row)
{
	return year_row(f, row)->year.year;
}

static const char *number(struct arena *a, int64_t n)
{
	return arena_printf(a, "%lld", (long long)n);
}

static const char *state_text(struct arena *a, const struct year *year)
{
	int64_t today = year_of(date_today());
	char day[DATE_SIZE];

	if (year->closed)
		return arena_printf(a, _("closed %s"), date_format((int)year->closed_on, day));
	if (year->year < today)
		return _("over, not closed");
	return year->year == today ? _("goes on") : _("is to come");
}

static const char *years_cell(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	const struct year_row *year = year_row(f, row);
	struct arena *a = &f->fresh;
	char name[12];

	if (year->year.year == desk_year(f))
		*ink = INK_TITLE;
	switch (column) {
	case YEAR_NAME:
		return arena_strdup(a, year_name(year->year.year, name));
	case YEAR_PEOPLE:
		return number(a, year->numbers.listed);
	case YEAR_MENTEES:
		return number(a, year->numbers.mentees);
	case YEAR_MENTORS:
		return number(a, year->numbers.mentors);
	case YEAR_PAIRS:
		return number(a, year->numbers.bonds);
	default:
		return state_text(a, &year->year);
	}
}

static const char *years_status(struct frame *f, struct arena *a, size_t row)
{
	const struct year *year = &year_row(f, row)->year;
	char name[12];

	year_name(desk_year(f), name);
	if (year->year == desk_year(f))
		return arena_printf(
			a, _("You are working on %s. Ins: the next year with its people."), name);
	return arena_printf(a,
			    year->closed ? _("Enter: look into this closed year. You are working "
					     "on %s.")
					 : _("Enter: work on this year. You are working on %s."),
			    name);
}

/* Work on that year: back to the board, which is of it now. */
static unsigned year_take(struct frame *f, int64_t year)
{
	char name[12];

	if (app_year_select(desk_app(f), year) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui,
	       app_year_closed(desk_app(f)) ? _("The school year %s is shown; it is closed and can "
						"only be read.")
					    : _("You are working on the school year %s."),
	       year_name(desk_year(f), name));
	return UI_TAKEN | UI_RELOAD | UI_CLOSE;
}

static unsigned years_enter(struct frame *f)
{
	return year_take(f, list_current(f));
}

/* The newest before the one worked on; 0: there is none. */
static int64_t year_before(const struct frame *f)
{
	const struct year_rows *rows = f->data;

	for (size_t i = 0; i < rows->n; i++)
		if (rows->row[i].year.year < desk_year(f))
			return rows->row[i].year.year;
	return 0;
}

static bool has_year_before(struct frame *f)
{
	return action_needs(f, year_before(f) != 0, N_("The file has no earlier school year."));
}

static unsigned years_before(struct frame *f)
{
	return year_take(f, year_before(f));
}

static bool is_not_newest(struct frame *f)
{
	return action_needs(f, desk_year(f) != app_newest_year(desk_app(f)),
			    N_("This is the newest school year."));
}

static unsigned years_newest(struct frame *f)
{
	return year_take(f, app_newest_year(desk_app(f)));
}

static bool next_is_free(struct frame *f)
{
	const struct year_rows *rows = f->data;
	bool there = false;

	for (size_t i = 0; i < rows->n; i++)
		there |= rows->row[i].year.year == desk_year(f) + 1;
	return desk_file_writable(f) &&
	       action_needs(f, !there, N_("The next year is there already: Enter on it opens it."));
}

static unsigned year_made(struct frame *f, struct frame *form)
{
	(void)f;
	return form->answer ? UI_TAKEN | UI_CLOSE : UI_TAKEN; /* to its board */
}

static unsigned years_new(struct frame *f)
{
	view_open(f->ui, f, &year_new_view, NULL, year_made);
	return UI_TAKEN | UI_REDRAW;
}

static bool year_is_open(struct frame *f)
{
	return list_has_row(f) && desk_file_writable(f) &&
	       action_needs(f, !year_row(f, list_row(f))->year.closed,
			    N_("This year is closed already; F4 opens it again."));
}

static bool year_is_closed(struct frame *f)
{
	return list_has_row(f) && desk_file_writable(f) &&
	       action_needs(f, year_row(f, list_row(f))->year.closed,
			    N_("This year is not closed; F2 closes it."));
}

static unsigned years_close(struct frame *f)
{
	return view_push(f, &year_close_view, desk_id_arg(f, list_current(f)));
}

static unsigned reopen_answered(struct frame *f, int button, void *data)
{
	int64_t year = *(const int64_t *)data;
	char name[12];

	if (button != 1)
		return UI_TAKEN;
	if (year_reopen(desk_app(f), year) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, _("The school year %s can be changed again. Close it when you are through."),
	       year_name(year, name));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned years_reopen(struct frame *f)
{
	const struct year *year = &year_row(f, list_row(f))->year;
	char name[12], day[DATE_SIZE];

	year_name(year->year, name);
	return dialog_ask(
		f,
		&(struct question){
			.title = _("Open a closed year again?"),
			.text = arena_printf(
				&f->fresh,
				_("The school year %s was closed on %s. Its numbers may stand in "
				  "reports that were handed in; when something is changed, they "
				  "come out differently. Pairs that ended stay ended. Close the "
				  "year again afterwards."),
				name, date_format((int)year->closed_on, day)),
			.button = { _("Leave it closed"), _("Open again") },
			.answered = reopen_answered,
			.data = desk_id_arg(f, year->year) });
}

static const struct action years_actions[] = {
	{ .key = K_ENTER,
	  .title = N_("Work on this school year"),
	  .enabled = list_has_row,
	  .run = years_enter },
	{ .key = K_F(2),
	  .label = N_("Close"),
	  .title = N_("Close the school year…"),
	  .help = N_("What is unfinished is listed; then the year can only be read."),
	  .enabled = year_is_open,
	  .run = years_close },
	{ .key = K_F(3),
	  .label = N_("Compare"),
	  .title = N_("Compare the school years"),
	  .open = &compare_view },
	{ .key = K_F(4),
	  .label = N_("Reopen"),
	  .title = N_("Open a closed year again…"),
	  .enabled = year_is_closed,
	  .run = years_reopen },
	{ .key = K_INS,
	  .label = N_("New year"),
	  .title = N_("Open the next school year with these people"),
	  .enabled = next_is_free,
	  .run = years_new },
	{ .title = N_("Look into the school year before"),
	  .anywhere = true,
	  .enabled = has_year_before,
	  .run = years_before },
	{ .title = N_("Back to the newest school year"),
	  .anywhere = true,
	  .enabled = is_not_newest,
	  .run = years_newest },
	{ 0 },
};

static const struct list_spec years_list = {
	.columns = year_columns,
	.load = years_load,
	.id = years_id,
	.cell = years_cell,
	.status = years_status,
	.empty = "",
	.no_marks = true,
};

const struct view years_view = {
	.name = "years",
	.title = N_("School years"),
	.kind = &list_kind,
	.spec = &years_list,
	.actions = years_actions,
	.help = N_(
		"All school years of the file. Enter looks into any of them or works on it; the "
		"first line of every screen says which, when it is not the newest. F2 closes a "
		"year: then it can only be read, until F4 opens it again. Ins opens the next year: "
		"pupils go one class up, staff stays, mentors who go on are proposed; what is "
		"typed "
		"of last year is not touched."),
	.place = true,
};
