#include "nastavnik/app/interviews.h"

#include <stdlib.h>

#include "inner.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/participant.h"
#include "nastavnik/store/write/record.h"

enum rc interviews_load(const struct app *app, struct arena *a, struct interview_rows *out)
{
	struct records all;
	struct interview_rows rows = { 0 };
	enum rc rc = record_list_year(app->store, a, &interview_type, app->year.year, &all);
	struct interview *sheet;

	if (rc)
		return rc;
	sheet = all.row;
	rows.row = ARENA_NEW(a, struct interview_row, all.n);
	for (size_t i = 0; i < all.n; i++) {
		if (!i || sheet[i].head.owner != sheet[i - 1].head.owner)
			rows.row[rows.n++] =
				(struct interview_row){ sheet[i].head.owner, &sheet[i], 0 };
		rows.row[rows.n - 1].n++;
	}
	*out = rows;
	return RC_OK;
}

static int by_mentor(const void *a, const void *b)
{
	const struct interview_row *x = a, *y = b;

	return (x->mentor > y->mentor) - (x->mentor < y->mentor);
}

struct interview_row interviews_of(const struct interview_rows *rows, int64_t mentor)
{
	struct interview_row wanted = { .mentor = mentor };
	const struct interview_row *found =
		rows->n ? bsearch(&wanted, rows->row, rows->n, sizeof(wanted), by_mentor) : NULL;

	return found ? *found : wanted;
}

static enum rc decide(struct app *app, struct interview *sheet, struct participant *mentor,
		      bool select)
{
	enum rc rc = record_put(app->store, &interview_type, sheet);

	if (rc || (mentor->selected != 0) == select)
		return rc;
	mentor->selected = select;
	return participant_put(app->store, mentor);
}

enum rc interviews_decide(struct app *app, struct interview *sheet, bool select)
{
	struct arena a = { 0 };
	struct participant mentor;
	enum rc rc = records_check(app, &interview_type, sheet);

	if (!rc)
		rc = participant_get(app->store, &a, sheet->head.owner, &mentor);
	if (!rc)
		rc = app_begin(app, N_("Decision on a mentor"), person_name(&a, &mentor.person));
	if (!rc)
		rc = app_end(app, decide(app, sheet, &mentor, select));
	arena_done(&a);
	return rc;
}
