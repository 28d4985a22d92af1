#include "nastavnik/app/plans.h"

#include <string.h>

#include "inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/plan_template.h"
#include "nastavnik/store/write/bond.h"
#include "nastavnik/store/write/record.h"

static const struct record_type *const part_type[] = {
	[PLAN_PROGRAMME] = &programme_item_type,
	[PLAN_DEVELOPMENT] = &plan_item_type,
};

enum rc plans_count_begun(const struct app *app, struct ids bonds, size_t *n)
{
	struct arena a = { 0 };
	size_t begun = 0;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < bonds.n && !rc; i++) {
		struct records programme = { 0 }, plan = { 0 };

		rc = record_list(app->store, &a, &programme_item_type, bonds.row[i], &programme);
		if (!rc)
			rc = record_list(app->store, &a, &plan_item_type, bonds.row[i], &plan);
		begun += programme.n || plan.n;
	}
	arena_done(&a);
	if (!rc)
		*n = begun;
	return rc;
}

/* What is worked out before anything is written. */
struct filling {
	struct app *app;
	struct arena *arena;
	struct members members;
	enum plans_begun begun;
	struct bond *card; /* to be written */
	size_t cards, cards_cap;
	struct plan_item *item; /* likewise */
	size_t items, items_cap;
	size_t bonds, without; /* filled; without a template */
};

static const char *item_code(const struct books *books, int64_t id)
{
	const struct book_item *item = id ? book_item_by_id(books, id) : NULL;

	return item ? item->code : "";
}

static int64_t work_of(const struct books *books, const char *code)
{
	for (size_t i = 0; i < books->n; i++)
		if (books->row[i].book == BOOK_WORK && strcmp(books->row[i].code, code) == 0)
			return books->row[i].id;
	return 0;
}

/* The days between which the bond works: those of its first member that goes on. */
static void term_of(const struct filling *w, int64_t bond, int *from, int *to)
{
	const struct year *year = &w->app->year;

	*from = (int)year->bond_from;
	*to = (int)year->bond_to;
	for (size_t i = w->members.n; i-- > 0;) {
		const struct bond_member *m = &w->members.row[i];

		if (m->bond != bond)
			continue;
		*from = (int)(m->from ? m->from : year->bond_from);
		*to = (int)(m->to ? m->to : year->bond_to);
		if (m->state == MEMBER_ACTIVE)
			return;
	}
}

static bool item_there(const struct records *items, const struct record_type *type,
		       const char *name)
{
	for (size_t i = 0; i < items->n; i++)
		if (strcmp(((const struct plan_item *)record_at(type, items, i))->name, name) == 0)
			return true;
	return false;
}

static void item_add(struct filling *w, const struct plan_template *plan, int part, int64_t bond,
		     const struct plan_line *line)
{
	struct plan_item item;
	int from, to;

	term_of(w, bond, &from, &to);
	record_init(part_type[part], &item, bond, from);
	item.name = line->name;
	item.expected = line->expected;
	item.work = work_of(&w->app->books, line->work);
	item.due = plan_template_day(from, to, line->week, plan_template_weeks(plan));
	w->item = arena_grow(w->arena, w->item, w->items, &w->items_cap, sizeof(*w->item));
	w->item[w->items++] = item;
}

static enum rc part_fill(struct filling *w, const struct plan_template *plan, int part,
			 int64_t bond)
{
	struct records there;
	enum rc rc = record_list(w->app->store, w->arena, part_type[part], bond, &there);

	if (rc || (there.n && w->begun == PLANS_LEAVE))
		return rc;
	for (size_t i = 0; i < plan->part[part].n; i++) {
		const struct plan_line *line = &plan->part[part].row[i];

		if (!item_there(&there, part_type[part], line->name))
			item_add(w, plan, part, bond, line);
	}
	return RC_OK;
}

/* Fills the empty texts of a card; true when there were any. */
static bool card_fill(struct bond *card, const struct plan_template *plan)
{
	const struct {
		const char **text;
		const char *words;
	} of[] = { { &card->aim, plan->aim },
		   { &card->tasks, plan->tasks },
		   { &card->difficulties, plan->difficulties },
		   { &card->success, plan->success },
		   { &card->strategy, plan->strategy } };
	bool any = false;

	for (size_t i = 0; i < sizeof(of) / sizeof(of[0]); i++) {
		if (**of[i].text || !*of[i].words)
			continue;
		*of[i].text = of[i].words;
		any = true;
	}
	return any;
}

static enum rc bond_fill(struct filling *w, int64_t id)
{
	const struct books *books = &w->app->books;
	struct plan_template plan;
	struct bond card;
	size_t items = w->items;
	enum rc rc = bond_get(w->app->store, w->arena, id, &card);

	if (rc)
		return rc;
	rc = plan_template_find(w->arena, w->app->year.methodology,
				item_code(books, card.role_model), item_code(books, card.form),
				&plan);
	if (rc == RC_NOT_FOUND) {
		w->without++;
		return RC_OK;
	}
	for (int part = PLAN_PROGRAMME; part <= PLAN_DEVELOPMENT && !rc; part++)
		rc = part_fill(w, &plan, part, id);
	if (rc)
		return rc;
	bool words = card_fill(&card, &plan);

	if (words) {
		w->card = arena_grow(w->arena, w->card, w->cards, &w->cards_cap, sizeof(card));
		w->card[w->cards++] = card;
	}
	w->bonds += words || w->items > items;
	return RC_OK;
}

static enum rc filling_write(const struct filling *w)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < w->cards && !rc; i++)
		rc = bond_put(w->app->store, &w->card[i]);
	for (size_t i = 0; i < w->items && !rc; i++)
		rc = record_put(w->app->store, part_type[w->item[i].part], &w->item[i]);
	return rc;
}

static enum rc filling_save(const struct filling *w)
{
	enum rc rc = app_begin(w->app, N_("Plans filled from templates"),
			       arena_printf(w->arena, _("pairs: %zu"), w->bonds));

	return rc ? rc : app_end(w->app, filling_write(w));
}

enum rc plans_fill(struct app *app, struct ids bonds, enum plans_begun begun,
		   struct plans_filled *filled)
{
	struct arena a = { 0 };
	struct filling w = { .app = app, .arena = &a, .begun = begun };
	enum rc rc = members_load(app->store, &a, app->year.year, &w.members);

	for (size_t i = 0; i < bonds.n && !rc; i++)
		rc = bond_fill(&w, bonds.row[i]);
	/* the sentence of the search stands */
	if (!rc && bonds.n && w.without == bonds.n)
		rc = RC_NOT_FOUND;
	if (!rc && w.bonds)
		rc = filling_save(&w);
	if (!rc)
		*filled = (struct plans_filled){ w.bonds, w.items };
	arena_done(&a);
	return rc;
}
