/* Stage 7: contests. The experts judge, this counts, the jury decides. */
#include "inner.h"
#include "nastavnik/app/outcome.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/outcome.h"
#include "nastavnik/store/write/record.h"

/* domain.md §6: criteria seen in public papers of schools and regions. */
static const char *const usual_criteria[] = {
	N_("Novelty"),
	N_("Results and practical worth"),
	N_("Scalability: can others repeat it"),
};

static enum rc contest_put(struct app *app, struct contest *contest)
{
	enum rc rc = record_put(app->store, &contest_type, contest);

	for (size_t i = 0; !rc && i < sizeof(usual_criteria) / sizeof(usual_criteria[0]); i++) {
		struct criterion criterion;

		record_init(&criterion_type, &criterion, contest->head.id, date_today());
		criterion.name = text_of(usual_criteria[i]);
		rc = record_put(app->store, &criterion_type, &criterion);
	}
	return rc;
}

enum rc contest_add(struct app *app, const char *name, int64_t *id)
{
	struct contest contest;
	enum rc rc;

	record_init(&contest_type, &contest, app->year.year, date_today());
	contest.name = name;
	rc = fields_check(*contest_type.fields, &contest);
	if (!rc)
		rc = app_begin(app, N_("New contest"), name);
	if (!rc)
		rc = app_end(app, contest_put(app, &contest));
	if (!rc)
		*id = contest.head.id;
	return rc;
}

enum rc contest_mark(struct app *app, const struct entry_mark *mark)
{
	struct arena a = { 0 };
	struct criterion criterion;
	struct entry entry;
	enum rc rc = record_get(app->store, &a, &criterion_type, mark->criterion, &criterion);

	if (!rc)
		rc = record_get(app->store, &a, &entry_type, mark->entry, &entry);
	if (!rc && (mark->mark < 0 || mark->mark > criterion.mark_max))
		rc = err_set(RC_INVALID, _("“%s”: the highest mark is %lld."), criterion.name,
			     (long long)criterion.mark_max);
	if (!rc)
		rc = app_begin(app, N_("Expert's mark"), entry.name);
	if (!rc)
		rc = app_end(app, entry_mark_put(app->store, mark));
	arena_done(&a);
	return rc;
}

enum rc contest_load(const struct store *s, struct arena *a, int64_t id, struct contest_state *out)
{
	struct contest_state state = { 0 };
	enum rc rc = record_get(s, a, &contest_type, id, &state.contest);

	if (!rc)
		rc = record_list(s, a, &criterion_type, id, &state.criteria);
	if (!rc)
		rc = record_list(s, a, &expert_type, id, &state.experts);
	if (!rc)
		rc = record_list(s, a, &entry_type, id, &state.entries);
	if (!rc)
		rc = entry_marks_load(s, a, id, &state.marks);
	if (rc)
		return rc;
	state.ranking =
		rankings_make(a, &state.entries, &state.criteria, &state.experts, &state.marks);
	*out = state;
	return RC_OK;
}

static int64_t place_proposed(const struct contest_state *state, int64_t entry)
{
	for (size_t i = 0; i < state->entries.n; i++)
		if (state->ranking[i].entry == entry)
			return state->ranking[i].place;
	return PLACE_NONE;
}

enum rc contest_places(struct app *app, int64_t id, size_t *n)
{
	struct arena a = { 0 };
	struct contest_state state;
	struct records changed = { 0 };
	enum rc rc = contest_load(app->store, &a, id, &state);

	if (!rc)
		changed.row = ARENA_NEW(&a, struct entry, state.entries.n);
	for (size_t i = 0; !rc && i < state.entries.n; i++) {
		struct entry *entry = record_at(&entry_type, &state.entries, i);
		int64_t place = place_proposed(&state, entry->head.id);

		if (entry->place || !place)
			continue;
		entry->place = place;
		*(struct entry *)record_at(&entry_type, &changed, changed.n++) = *entry;
	}
	if (!rc && !changed.n)
		rc = err_set(RC_NOT_FOUND, _("There is nothing to propose: no work without a place "
					     "has a whole sheet of marks."));
	if (!rc)
		rc = records_save_all(app, &entry_type, &changed, N_("Places proposed"));
	if (!rc)
		*n = changed.n;
	arena_done(&a);
	return rc;
}
