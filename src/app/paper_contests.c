/* Papers of a contest: protocol, diplomas, experts' sheets. domain.md §6, §8. */
#include "nastavnik/app/outcome.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/record.h"
#include "paper.h"

/* Contests of the year with all that is in them. */
struct contests {
	struct contest_state *row;
	size_t n;
};

static enum rc contests_begin(const struct app *app, struct arena *a, void **data)
{
	struct contests *all = ARENA_NEW(a, struct contests, 1);
	struct records list;
	enum rc rc = record_list(app->store, a, &contest_type, app->year.year, &list);

	if (rc != RC_OK)
		return rc;
	all->row = ARENA_NEW(a, struct contest_state, list.n);
	for (size_t i = 0; i < list.n && !rc; i++) {
		const struct contest *contest = record_at(&contest_type, &list, i);

		rc = contest_load(app->store, a, contest->head.id, &all->row[all->n++]);
	}
	if (!rc)
		*data = all;
	return rc;
}

static const struct entry *entry_at(const struct contest_state *state, size_t row)
{
	return record_at(&entry_type, &state->entries, row);
}

static const struct entry *entry_of(const struct contest_state *state, int64_t id)
{
	for (size_t i = 0; i < state->entries.n; i++)
		if (entry_at(state, i)->head.id == id)
			return entry_at(state, i);
	return NULL;
}

static void contest_add_places(struct scope *s, const struct contest *contest)
{
	scope_text(s, "contest|конкурс", contest->name);
	scope_text(s, "number|номер", contest->number);
	scope_date(s, "date|дата", contest->awards_on);
	scope_date(s, "taken_to|приём_до", contest->taken_to);
	scope_date(s, "judged_to|экспертиза_до", contest->judged_to);
	paper_name(s, "chair|председатель", contest->chair);
	paper_name(s, "secretary|секретарь", contest->secretary);
}

/* The protocol */

static const char *names_joined(struct arena *a, const struct record_type *type,
				const struct records *records, const char *between)
{
	const char *text = "";

	for (size_t i = 0; i < records->n; i++)
		text = arena_printf(a, "%s%s%s", text, *text ? between : "",
				    record_label(a, type, record_at(type, records, i)));
	return text;
}

/* «13,5», Russian: it stands in a paper. */
static const char *mean_text(struct arena *a, int64_t mean)
{
	if (mean == FIELD_NOTHING)
		return "–";
	return arena_printf(a, "%lld,%02lld", (long long)mean / 100, (long long)mean % 100);
}

static const char *place_text(int64_t place)
{
	static const char *const words[] = { "", "1", "2", "3", "участие" };

	return place >= 0 && (size_t)place < sizeof(words) / sizeof(words[0]) ? words[place] : "";
}

static void work_add(const struct paper_work *w, struct scope_table *table,
		     const struct contest_state *state, const struct ranking *ranking)
{
	const struct entry *entry = entry_of(state, ranking->entry);
	struct scope *row = scope_row(table);

	scope_text(row, "work|работа", entry->name);
	scope_text(row, "author|автор", entry->author);
	scope_text(row, "nomination|номинация", book_item_name(&w->app->books, entry->nomination));
	scope_number(row, "sum|сумма", ranking->sum);
	scope_text(row, "mean|среднее", mean_text(row->arena, ranking->mean));
	scope_text(row, "place|место", place_text(entry->place));
}

static const struct contest_state *contest_of(const struct contests *all, int64_t id)
{
	for (size_t i = 0; i < all->n; i++)
		if (all->row[i].contest.head.id == id)
			return &all->row[i];
	return NULL;
}

static enum rc protocol_fill(const struct paper_work *w, struct scope *s)
{
	const struct contest_state *state = contest_of(w->data, w->id);
	struct scope_table *works = scope_table(s, "works|работы");

	if (!state || !state->entries.n)
		return err_set(RC_NOT_FOUND, _("No work has come to the contest: there is nothing "
					       "to write into its protocol."));
	contest_add_places(s, &state->contest);
	scope_text(s, "experts_list|эксперты",
		   names_joined(s->arena, &expert_type, &state->experts, ", "));
	scope_text(s, "criteria_list|критерии",
		   names_joined(s->arena, &criterion_type, &state->criteria, "; "));
	scope_number(s, "works_number|число_работ", (int64_t)state->entries.n);
	for (size_t i = 0; i < state->entries.n; i++)
		work_add(w, works, state, &state->ranking[i]);
	return RC_OK;
}

static enum rc contests_list(const struct app *app, struct arena *a, struct choices *out)
{
	struct records list;
	struct choice *row;
	enum rc rc = record_list(app->store, a, &contest_type, app->year.year, &list);

	if (rc != RC_OK)
		return rc;
	row = ARENA_NEW(a, struct choice, list.n);
	for (size_t i = 0; i < list.n; i++) {
		const struct contest *contest = record_at(&contest_type, &list, i);

		row[i] = (struct choice){ .id = contest->head.id,
					  .code = "",
					  .name = contest->name };
	}
	*out = (struct choices){ row, list.n };
	return RC_OK;
}

/* Diplomas */

static enum rc diploma_fill(const struct paper_work *w, struct scope *s)
{
	const struct contests *all = w->data;
	const struct entry *entry = NULL;
	size_t at = 0;

	while (at < all->n && !(entry = entry_of(&all->row[at], w->id)))
		at++;
	if (!entry || !entry->place)
		return err_set(RC_NOT_FOUND, _("No place is decided yet: “Places by the marks” of "
					       "the contest proposes them."));
	contest_add_places(s, &all->row[at].contest);
	scope_text(s, "work|работа", entry->name);
	scope_text(s, "author|автор", entry->author);
	scope_text(s, "nomination|номинация", book_item_name(&w->app->books, entry->nomination));
	scope_flag(s, "first|первое", entry->place == PLACE_FIRST);
	scope_flag(s, "second|второе", entry->place == PLACE_SECOND);
	scope_flag(s, "third|третье", entry->place == PLACE_THIRD);
	scope_flag(s, "part|участие", entry->place == PLACE_PART);
	return RC_OK;
}

/* All records of a type of the year's contests that are wanted. */
static enum rc parts_list(const struct app *app, struct arena *a, const struct record_type *type,
			  bool (*wanted)(const void *record), struct choices *out)
{
	struct records list;
	struct choice *row;
	size_t n = 0;
	enum rc rc = record_list_year(app->store, a, type, app->year.year, &list);

	if (rc != RC_OK)
		return rc;
	row = ARENA_NEW(a, struct choice, list.n);
	for (size_t i = 0; i < list.n; i++) {
		const struct record *record = record_at(type, &list, i);

		if (!wanted || wanted(record))
			row[n++] = (struct choice){ .id = record->id,
						    .code = "",
						    .name = record_label(a, type, record) };
	}
	*out = (struct choices){ row, n };
	return RC_OK;
}

static bool has_place(const void *record)
{
	const struct entry *entry = record;

	return entry->place != PLACE_NONE;
}

static enum rc winners_list(const struct app *app, struct arena *a, struct choices *out)
{
	return parts_list(app, a, &entry_type, has_place, out);
}

static enum rc experts_list(const struct app *app, struct arena *a, struct choices *out)
{
	return parts_list(app, a, &expert_type, NULL, out);
}

/* Experts' sheets, with the marks that are known */

static const struct expert *expert_find(const struct contests *all, int64_t id,
					const struct contest_state **state)
{
	for (size_t i = 0; i < all->n; i++)
		for (size_t e = 0; e < all->row[i].experts.n; e++) {
			const struct expert *expert =
				record_at(&expert_type, &all->row[i].experts, e);

			if (expert->head.id != id)
				continue;
			*state = &all->row[i];
			return expert;
		}
	return NULL;
}

static int64_t mark_given(const struct entry_marks *marks, int64_t entry, int64_t expert,
			  int64_t criterion)
{
	for (size_t i = 0; i < marks->n; i++)
		if (marks->row[i].entry == entry && marks->row[i].expert == expert &&
		    marks->row[i].criterion == criterion)
			return marks->row[i].mark;
	return FIELD_NOTHING;
}

static void sheet_rows(struct scope_table *table, const struct contest_state *state,
		       const struct entry *entry, int64_t expert)
{
	for (size_t c = 0; c < state->criteria.n; c++) {
		const struct criterion *criterion = record_at(&criterion_type, &state->criteria, c);
		struct scope *row = scope_row(table);

		row->joined = c > 0;
		scope_text(row, "work|работа", entry->name);
		scope_text(row, "author|автор", entry->author);
		scope_text(row, "criterion|критерий", criterion->name);
		scope_number(row, "mark_max|наибольший", criterion->mark_max);
		scope_number(row, "mark|балл",
			     mark_given(&state->marks, entry->head.id, expert, criterion->head.id));
	}
}

static enum rc sheet_fill(const struct paper_work *w, struct scope *s)
{
	const struct contest_state *state = NULL;
	const struct expert *expert = expert_find(w->data, w->id, &state);
	struct scope_table *marks = scope_table(s, "marks|оценки");

	if (!expert || !state->entries.n || !state->criteria.n)
		return err_set(RC_NOT_FOUND,
			       _("A sheet needs an expert, works and criteria: add them on the "
				 "screen of the contest."));
	contest_add_places(s, &state->contest);
	scope_text(s, "expert|эксперт", expert->name);
	scope_text(s, "position|должность", expert->position);
	for (size_t i = 0; i < state->entries.n; i++)
		sheet_rows(marks, state, entry_at(state, i), expert->head.id);
	return RC_OK;
}

static const struct paper_subject of_contest = { N_("a contest"), contests_list };
static const struct paper_subject of_winner = { N_("a work with a place"), winners_list };
static const struct paper_subject of_expert = { N_("an expert"), experts_list };

static const struct paper rows[] = {
	{ .name = "expert_sheet",
	  .title = N_("Experts' sheets of a contest"),
	  .stage = 7,
	  .of = &of_expert,
	  .begin = contests_begin,
	  .fill = sheet_fill },
	{ .name = "contest_protocol",
	  .title = N_("Protocol of a contest"),
	  .stage = 7,
	  .flags = PAPER_ODT,
	  .of = &of_contest,
	  .begin = contests_begin,
	  .fill = protocol_fill },
	{ .name = "contest_diploma",
	  .title = N_("Diplomas of a contest"),
	  .stage = 7,
	  .flags = PAPER_ODT,
	  .of = &of_winner,
	  .begin = contests_begin,
	  .fill = diploma_fill },
};

const struct papers contests_papers = PAPERS(rows);
