/* Sheets that a pair fills in by hand, and the regulation to begin with. domain.md §8. */
#include "nastavnik/model/pairwork.h"
#include "nastavnik/store/read/record.h"
#include "paper.h"

static enum rc pair_sheet_fill(const struct paper_work *w, struct scope *s)
{
	return paper_bond(w, s, w->data);
}

/* What is written down already, and lines to go on by hand. */
static enum rc meeting_sheet_fill(const struct paper_work *w, struct scope *s)
{
	struct scope_table *meetings = scope_table(s, "meetings|встречи");
	struct records held = { 0 };
	enum rc rc = paper_bond(w, s, w->data);

	if (!rc && w->id)
		rc = record_list(w->app->store, s->arena, &meeting_type, w->id, &held);
	for (size_t i = 0; i < held.n && !rc; i++) {
		const struct meeting *meeting = record_at(&meeting_type, &held, i);
		struct scope *row = scope_row(meetings);

		scope_date(row, "date|дата", meeting->on_day);
		scope_text(row, "theme|тема", meeting->theme);
		scope_text(row, "result|итог", meeting->result);
	}
	return rc;
}

static enum rc regulation_fill(const struct paper_work *w, struct scope *s)
{
	struct scope_table *forms = scope_table(s, "forms|формы");

	for (size_t i = 0; i < w->app->books.n; i++) {
		const struct book_item *item = &w->app->books.row[i];

		if (item->book == BOOK_FORM && !item->hidden)
			scope_text(scope_row(forms), "form|форма", item->name);
	}
	return RC_OK;
}

static const struct paper rows[] = {
	{ .name = "regulation",
	  .title = N_("Regulation on mentoring (to be edited)"),
	  .stage = 1,
	  .flags = PAPER_ODT,
	  .fill = regulation_fill },
	{ .name = "diary_blank",
	  .title = N_("Mentor's diary: a blank for a month"),
	  .stage = 6,
	  .flags = PAPER_BLANK | PAPER_ODT,
	  .of = &paper_of_bond,
	  .begin = paper_bonds_begin,
	  .fill = pair_sheet_fill },
	{ .name = "meeting_sheet",
	  .title = N_("Meeting sheet of a pair for the year"),
	  .stage = 6,
	  .flags = PAPER_BLANK,
	  .of = &paper_of_bond,
	  .begin = paper_bonds_begin,
	  .fill = meeting_sheet_fill },
};

const struct papers blanks_papers = PAPERS(rows);
