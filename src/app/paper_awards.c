/* Certificates of honour, diplomas, letters of thanks, and the list of their receipt. domain.md §8.
 */
#include "nastavnik/app/outcome.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/record.h"
#include "paper.h"

/* Read once for all pages. */
struct awards {
	struct records list;
	struct participants side[2]; /* by role - 1 */
	struct receipts receipts;
};

static enum rc awards_begin(const struct app *app, struct arena *a, void **data)
{
	struct awards *all = ARENA_NEW(a, struct awards, 1);
	enum rc rc = record_list(app->store, a, &award_type, app->year.year, &all->list);

	for (enum role role = ROLE_MENTEE; role <= ROLE_MENTOR && !rc; role++)
		rc = participant_load_all(app->store, a, app->year.year, role,
					  &all->side[role - 1]);
	if (!rc)
		rc = receipts_load(app->store, a, app->year.year, &all->receipts);
	if (!rc)
		*data = all;
	return rc;
}

static const struct participant *awarded(const struct awards *all, int64_t id)
{
	for (int side = 0; side < 2; side++)
		for (size_t i = 0; i < all->side[side].n; i++)
			if (all->side[side].row[i].id == id)
				return &all->side[side].row[i];
	return NULL;
}

static const struct award *award_of(const struct awards *all, int64_t id)
{
	for (size_t i = 0; i < all->list.n; i++) {
		const struct award *award = record_at(&award_type, &all->list, i);

		if (award->head.id == id)
			return award;
	}
	return NULL;
}

static void recipient_add(const struct paper_work *w, struct scope *s, const struct participant *p,
			  const char *name)
{
	if (p)
		paper_person(w, s, "name|фио", &p->person);
	else
		paper_name(s, "name|фио", name);
	scope_text(s, "place|кто", p ? paper_place(s->arena, &p->person) : "");
}

static enum rc award_fill(const struct paper_work *w, struct scope *s)
{
	const struct award *award = award_of(w->data, w->id);
	const struct participant *p;
	bool said;

	if (!award || award->decided != AWARD_GIVEN)
		return err_set(RC_NOT_FOUND, _("Nobody is awarded yet: decide it on the screen "
					       "“Awards”."));
	p = awarded(w->data, award->participation);
	said = *award->reason;
	recipient_add(w, s, p, award->name);
	scope_text(s, "reason|за_что", award->reason);
	scope_flag(s, "mentor|наставник", !said && p && p->role == ROLE_MENTOR);
	scope_flag(s, "mentee|наставляемый", !said && p && p->role == ROLE_MENTEE);
	scope_flag(s, "guest|гость", !said && !p);
	scope_text(s, "nomination|номинация", book_item_name(&w->app->books, award->nomination));
	scope_text(s, "number|номер", award->number);
	scope_date(s, "date|дата", award->on_day);
	return RC_OK;
}

/* Those awarded with a paper of that kind, in the order of the list. */
static enum rc awards_list(const struct app *app, struct arena *a, int64_t kind,
			   struct choices *out)
{
	struct awards *all;
	void *data;
	struct choices list = { 0 };
	struct choice *row;
	enum rc rc = awards_begin(app, a, &data);

	if (rc != RC_OK)
		return rc;
	all = data;
	row = ARENA_NEW(a, struct choice, all->list.n);
	for (size_t i = 0; i < all->list.n; i++) {
		const struct award *award = record_at(&award_type, &all->list, i);
		const struct participant *p = awarded(all, award->participation);

		if (award->kind == kind && award->decided == AWARD_GIVEN)
			row[list.n++] = (struct choice){ .id = award->head.id,
							 .code = "",
							 .name = p ? person_name(a, &p->person)
								   : award->name };
	}
	list.row = row;
	*out = list;
	return RC_OK;
}

static enum rc gramotas_list(const struct app *app, struct arena *a, struct choices *out)
{
	return awards_list(app, a, AWARD_GRAMOTA, out);
}

static enum rc diplomas_list(const struct app *app, struct arena *a, struct choices *out)
{
	return awards_list(app, a, AWARD_DIPLOMA, out);
}

static enum rc thanks_list(const struct app *app, struct arena *a, struct choices *out)
{
	return awards_list(app, a, AWARD_THANKS, out);
}

static const struct paper_subject of_gramota = { N_("somebody awarded"), gramotas_list };
static const struct paper_subject of_diploma = { N_("somebody awarded"), diplomas_list };
static const struct paper_subject of_thanks = { N_("somebody awarded"), thanks_list };

/* «сертификат: Школа наставника»; Russian, as above. */
static const char *what_text(struct arena *a, const struct receipt *r)
{
	static const char *const kinds[] = { "сертификат", "грамота",
					     "диплом",     "благодарственное письмо",
					     "значок",     "подарок" };
	const char *kind = r->kind >= 0 && (size_t)r->kind < sizeof(kinds) / sizeof(kinds[0])
				   ? kinds[r->kind]
				   : "";

	return arena_printf(a, "%s%s%s", kind, *r->what ? ": " : "", r->what);
}

static enum rc receipt_fill(const struct paper_work *w, struct scope *s)
{
	const struct awards *all = w->data;
	struct scope_table *table = scope_table(s, "receipt|ведомость");

	if (!all->receipts.n)
		return err_set(RC_NOT_FOUND, _("Nothing is handed over yet: no certificate has a "
					       "number, and nobody is awarded."));
	for (size_t i = 0; i < all->receipts.n; i++) {
		const struct receipt *r = &all->receipts.row[i];
		struct scope *row = scope_row(table);

		recipient_add(w, row, awarded(all, r->participation), r->name);
		scope_text(row, "what|что", what_text(s->arena, r));
		scope_text(row, "paper|номер", r->number);
		scope_date(row, "received|получено", r->received_on);
	}
	return RC_OK;
}

static const struct paper rows[] = {
	{ .name = "gramota",
	  .title = N_("Certificates of honour"),
	  .stage = 7,
	  .flags = PAPER_ODT,
	  .of = &of_gramota,
	  .begin = awards_begin,
	  .fill = award_fill },
	{ .name = "diploma",
	  .title = N_("Diplomas"),
	  .stage = 7,
	  .flags = PAPER_ODT,
	  .of = &of_diploma,
	  .begin = awards_begin,
	  .fill = award_fill },
	{ .name = "thanks",
	  .title = N_("Letters of thanks"),
	  .stage = 7,
	  .flags = PAPER_ODT,
	  .of = &of_thanks,
	  .begin = awards_begin,
	  .fill = award_fill },
	{ .name = "receipt",
	  .title = N_("List of receipt of certificates and awards"),
	  .stage = 7,
	  .begin = awards_begin,
	  .fill = receipt_fill },
};

const struct papers awards_papers = PAPERS(rows);
