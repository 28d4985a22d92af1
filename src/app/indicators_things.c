/* Who or what a figure counts. */
#include "inner.h"
#include "nastavnik/app/indicators.h"
#include "nastavnik/model/outcome.h"
#include "nastavnik/model/prepare.h"
#include "nastavnik/store/read/record.h"

static struct indicator_thing person_thing(struct arena *a, const struct participant *p)
{
	return (struct indicator_thing){
		.id = p->id,
		.role = p->role,
		.name = person_name(a, &p->person),
		.where = person_class_or_position(&p->person),
		.on = p->joined,
	};
}

static enum rc people_read(const struct app *app, struct arena *a, struct ids ids,
			   struct indicator_things *out)
{
	struct participant *row = ARENA_NEW(a, struct participant, ids.n);
	enum rc rc = participant_page(app->store, a, ids.row, ids.n, row);

	for (size_t i = 0; !rc && i < ids.n; i++)
		if (row[i].id)
			out->row[out->n++] = person_thing(a, &row[i]);
	return rc;
}

static struct indicator_thing partner_thing(const struct app *app, const void *record)
{
	const struct partner *p = record;

	return (struct indicator_thing){ .id = p->head.id,
					 .name = p->name,
					 .where = book_item_name(&app->books, p->kind),
					 .on = p->agreed_on };
}

static struct indicator_thing event_thing(const struct app *app, const void *record)
{
	const struct occasion *e = record;

	return (struct indicator_thing){ .id = e->head.id,
					 .name = e->name,
					 .where = book_item_name(&app->books, e->kind),
					 .on = e->on_day };
}

static struct indicator_thing practice_thing(const struct app *app, const void *record)
{
	const struct practice *p = record;

	(void)app;
	return (struct indicator_thing){
		.id = p->head.id, .name = p->name, .where = p->author, .on = p->reviewed_on
	};
}

/* Records of registers; BEHIND_PEOPLE are none. */
static const struct {
	const struct record_type *type;
	struct indicator_thing (*thing)(const struct app *app, const void *record);
} registers[] = {
	[BEHIND_PARTNERS] = { &partner_type, partner_thing },
	[BEHIND_EVENTS] = { &event_type, event_thing },
	[BEHIND_PRACTICES] = { &practice_type, practice_thing },
};

static enum rc records_read(const struct app *app, struct arena *a,
			    const struct indicator_count *count, struct indicator_things *out)
{
	const struct record_type *type = registers[count->behind].type;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < count->ids.n && !rc; i++) {
		void *record = arena_alloc(a, type->size);

		rc = record_get(app->store, a, type, count->ids.row[i], record);
		if (!rc)
			out->row[out->n++] = registers[count->behind].thing(app, record);
	}
	return rc;
}

enum rc indicator_things(const struct app *app, struct arena *a,
			 const struct indicator_count *count, struct indicator_things *out)
{
	struct indicator_things things = { ARENA_NEW(a, struct indicator_thing, count->ids.n), 0 };
	enum rc rc = count->behind == BEHIND_PEOPLE ? people_read(app, a, count->ids, &things)
						    : records_read(app, a, count, &things);

	if (!rc)
		*out = things;
	return rc;
}
