/* A person's part in the programme over all years: what a mentor asks for when he is to be
 * attested. */
#include "cells.h"
#include "nastavnik/base/date.h"
#include "nastavnik/model/outcome.h"
#include "nastavnik/store/read/outcome.h"
#include "nastavnik/store/read/person.h"
#include "screens.h"

enum { SERVICE_YEAR, SERVICE_WHAT, SERVICE_WHO, SERVICE_FORM, SERVICE_RESULT, SERVICE_COLUMNS };

static const struct list_column service_columns[] = {
	[SERVICE_YEAR] = { N_("Year"), .width = 9, .unsorted = true },
	[SERVICE_WHAT] = { N_("What"), .width = 14, .unsorted = true },
	[SERVICE_WHO] = { N_("With whom, or which"), .width = 20, .grow = 1, .unsorted = true },
	[SERVICE_FORM] = { N_("Form"), .width = 18, .drop = 1, .unsorted = true },
	[SERVICE_RESULT] = { N_("Result"), .width = 12, .grow = 1, .unsorted = true },
	{ 0 },
};

/* A pair, or a course or an award. */
struct service_row {
	const struct service_pair *pair;
	const struct service_fact *fact;
	const char *text[SERVICE_COLUMNS];
};

struct service_rows {
	struct cells cells;
	struct service service;
	struct service_row *row;
};

static const char *year_text(struct arena *a, int64_t year)
{
	return year_name(year, arena_alloc(a, 12));
}

static const char *outcome_text(const struct service_pair *pair)
{
	if (pair->passed)
		return _("whole way");
	return pair->state == 1 ? _("at work") : pair->state ? _("has ended") : "";
}

static const char *other_text(struct arena *a, const struct service_pair *pair)
{
	const struct person person = { .family = pair->family,
				       .given = pair->given,
				       .patronymic = pair->patronymic };

	if (!pair->state)
		return _("in the base, without a pair");
	return arena_printf(a, "%s%s%s", person_short_name(a, &person),
			    *pair->class_name ? ", " : "", pair->class_name);
}

static struct service_row pair_row(struct arena *a, const struct service_pair *pair)
{
	const char *outcome = outcome_text(pair);

	return (struct service_row){
		.pair = pair,
		.text = { year_text(a, pair->year),
			  pair->role == ROLE_MENTOR ? _("mentor") : _("mentee"),
			  other_text(a, pair), pair->form,
			  *pair->result ? arena_printf(a, "%s: %s", outcome, pair->result)
					: outcome },
	};
}

static struct service_row fact_row(struct frame *f, struct arena *a,
				   const struct service_fact *fact)
{
	const struct choices kinds = desk_choices(f, "award_kind");
	char day[DATE_SIZE];
	const char *what = _("course");

	if (fact->kind > 0 && (size_t)fact->kind <= kinds.n)
		what = kinds.row[fact->kind - 1].name;
	return (struct service_row){
		.fact = fact,
		.text = { year_text(a, fact->year), what, fact->name, "",
			  arena_printf(a, "%s%s %s", *fact->number ? "№ " : "", fact->number,
				       date_format((int)fact->on_day, day)) },
	};
}

static bool row_found(struct arena *a, const struct service_row *row,
		      const struct list_query *query)
{
	return cells_found(a, query,
			   arena_printf(a, "%s %s %s %s %s", row->text[0], row->text[1],
					row->text[2], row->text[3], row->text[4]));
}

/* Ids count the rows from 1. */
static void rows_take(struct frame *f, struct service_rows *rows, const struct list_query *query)
{
	const struct service *s = &rows->service;
	size_t all = s->pairs + s->facts, n = 0;

	rows->row = ARENA_NEW(&f->fresh, struct service_row, all);
	rows->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, all);
	for (size_t i = 0; i < all; i++) {
		const struct service_row row =
			i < s->pairs ? pair_row(&f->fresh, &s->pair[i])
				     : fact_row(f, &f->fresh, &s->fact[i - s->pairs]);

		if (!row_found(&f->fresh, &row, query))
			continue;
		rows->cells.ids.row[n] = (int64_t)i + 1;
		rows->row[n++] = row;
	}
	rows->cells.ids.n = n;
}

static enum rc service_rows_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct service_rows *rows = arena_alloc(&f->fresh, sizeof(*rows));
	const int64_t person_id = *(const int64_t *)f->arg;
	struct person person;
	enum rc rc = person_get(desk_store(f), &f->fresh, person_id, desk_year(f), &person);

	if (!rc)
		rc = service_load(desk_store(f), &f->fresh, person_id, &rows->service);
	if (rc)
		return rc;
	frame_title(f, _("Over the years · %s"), person_short_name(&f->fresh, &person));
	rows_take(f, rows, query);
	*n = rows->cells.ids.n;
	f->data = rows;
	return RC_OK;
}

static enum rc service_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct service_rows *rows = f->data;

	cells_page(&rows->cells, page, SERVICE_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++)
		for (size_t c = 0; c < SERVICE_COLUMNS; c++)
			cells_set(&rows->cells, i, c, INK_TEXT, rows->row[i].text[c]);
	return RC_OK;
}

static const char *service_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct service *s = &((const struct service_rows *)f->data)->service;
	size_t pairs = 0, years = 0;
	int64_t last = 0;

	(void)n, (void)found;
	for (size_t i = 0; i < s->pairs; i++) {
		pairs += s->pair[i].state != 0;
		years += s->pair[i].year != last;
		last = s->pair[i].year;
	}
	return arena_printf(a, _("years %zu · pairs %zu"), years, pairs);
}

static void service_card(struct frame *f, struct lines *lines, size_t at)
{
	const struct service_row *row = &((const struct service_rows *)f->data)->row[at];
	struct arena *a = lines->arena;
	char from[DATE_SIZE], to[DATE_SIZE];

	lines_add(lines, INK_TITLE, "%s", row->text[SERVICE_WHO]);
	lines_pair(lines, _("Year"), row->text[SERVICE_YEAR]);
	lines_pair(lines, _("What"), row->text[SERVICE_WHAT]);
	if (!row->pair || !row->pair->state)
		return;
	lines_pair(lines, _("Form"), row->pair->form);
	lines_pair(lines, _("Term"),
		   arena_printf(a, "%s – %s", date_format((int)row->pair->from, from),
				date_format((int)row->pair->to, to)));
	lines_pair(lines, _("Meetings"), arena_printf(a, "%lld", (long long)row->pair->meetings));
	if (row->pair->plan)
		lines_pair(lines, _("Plan"),
			   arena_printf(a, "%lld/%lld", (long long)row->pair->plan_done,
					(long long)row->pair->plan));
	lines_pair(lines, _("Result"), row->text[SERVICE_RESULT]);
}

/* The paper is made for a mentor of the year worked on; of others the list is printed. */
static unsigned service_print(struct frame *f)
{
	const struct service *s = &((const struct service_rows *)f->data)->service;

	for (size_t i = 0; i < s->pairs; i++)
		if (s->pair[i].year == desk_year(f) && s->pair[i].role == ROLE_MENTOR)
			return paper_show(f, "service", s->pair[i].participation, "");
	return print_ask(f, EXPORT_COUNT);
}

static const struct action service_actions[] = {
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("A mentor's work over the years"),
	  .enabled = list_has_row,
	  .run = service_print },
	{ 0 },
};

static const struct list_spec service_list = {
	.columns = service_columns,
	.load = service_rows_load,
	.id = cells_id,
	.fetch = service_fetch,
	.cell = cells_cell,
	.count = service_count,
	.card = service_card,
	.empty = N_("The file knows of no part in the programme."),
	.no_marks = true,
};

const struct view service_view = {
	.name = "service",
	.title = N_("Over the years"),
	.kind = &list_kind,
	.spec = &service_list,
	.actions = service_actions,
	.help = N_("Everything that the file knows of this person's part in the programme: pairs "
		   "of all years with their forms and results, courses, awards. The paper for an "
		   "attestation stands among the papers of stage 7."),
};
