/* Stage 7: nominees, the decision on them, their papers. */
#include <stdlib.h>
#include <string.h>

#include "inner.h"
#include "nastavnik/app/outcome.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/run.h"
#include "nastavnik/store/read/record.h"

enum rc awards_nominate(struct app *app, struct ids ids, int64_t nomination, int64_t kind)
{
	struct arena a = { 0 };
	struct records list = { ARENA_NEW(&a, struct award, ids.n), ids.n };
	enum rc rc;

	for (size_t i = 0; i < ids.n; i++) {
		struct award *award = record_at(&award_type, &list, i);

		record_init(&award_type, award, app->year.year, date_today());
		award->participation = ids.row[i];
		award->nomination = nomination;
		award->kind = kind;
	}
	rc = records_save_all(app, &award_type, &list, N_("Nominees"));
	arena_done(&a);
	return rc;
}

/* Read some, change each, write them all in one step. */
static enum rc awards_change(struct app *app, struct ids ids, const char *step,
			     void (*change)(struct award *award, int64_t value), int64_t value)
{
	struct arena a = { 0 };
	struct records list = { ARENA_NEW(&a, struct award, ids.n), ids.n };
	enum rc rc = RC_OK;

	for (size_t i = 0; i < ids.n && !rc; i++) {
		struct award *award = record_at(&award_type, &list, i);

		rc = record_get(app->store, &a, &award_type, ids.row[i], award);
		if (!rc)
			change(award, value);
	}
	if (!rc)
		rc = records_save_all(app, &award_type, &list, step);
	arena_done(&a);
	return rc;
}

static void award_decide(struct award *award, int64_t decided)
{
	award->decided = decided;
	if (decided == AWARD_GIVEN)
		return;
	award->number = "";
	award->on_day = award->received_on = DATE_NONE;
}

enum rc awards_decide(struct app *app, struct ids ids, int64_t decided)
{
	return awards_change(app, ids, N_("Decision on awards"), award_decide, decided);
}

static void award_receive(struct award *award, int64_t on_day)
{
	award->received_on = on_day;
}

enum rc awards_receive(struct app *app, struct ids ids, int64_t on_day)
{
	return awards_change(app, ids, N_("Awards handed over"), award_receive, on_day);
}

/* A paper, not a badge or a present. */
static bool wants_number(const struct award *award)
{
	return award->decided == AWARD_GIVEN && award->kind <= AWARD_THANKS && !*award->number;
}

/* Those that want a number, numbered and dated, moved together. */
static enum rc records_number(struct arena *a, struct records *list, const char *first,
			      int64_t on_day)
{
	size_t n = 0;

	for (size_t i = 0; i < list->n; i++) {
		struct award award = *(struct award *)record_at(&award_type, list, i);

		if (!wants_number(&award))
			continue;
		award.number = run_number(a, first, n);
		award.on_day = on_day;
		if (!award.number)
			return err_set(RC_INVALID,
				       _("A number that others follow ends in a digit: Г-15."));
		*(struct award *)record_at(&award_type, list, n++) = award;
	}
	list->n = n;
	return n ? RC_OK
		 : err_set(RC_NOT_FOUND,
			   _("No paper waits for a number: decide first who is awarded."));
}

enum rc awards_number(struct app *app, const char *first, int64_t on_day, size_t *n)
{
	struct arena a = { 0 };
	struct records list;
	enum rc rc = record_list(app->store, &a, &award_type, app->year.year, &list);

	if (!rc)
		rc = records_number(&a, &list, first, on_day);
	if (!rc)
		rc = records_save_all(app, &award_type, &list, N_("Awards numbered"));
	if (!rc)
		*n = list.n;
	arena_done(&a);
	return rc;
}
