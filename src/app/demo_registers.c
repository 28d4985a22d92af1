/* What the demonstration school has in its registers: data/demo/registers.txt. */
#include <string.h>

#include "demo.h"
#include "inner.h"
#include "nastavnik/app/invitations.h"
#include "nastavnik/app/people.h"
#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/embed.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/read/record.h"

/* Records of one register at a time: each register is one step of the journal. */
struct filling {
	struct app *app;
	struct arena arena;
	const struct record_type *type;
	struct records records;
	size_t cap;
};

static enum rc mistake(const char *what)
{
	return err_set(RC_BUG, "demo/registers.txt: %s", what);
}

static enum rc filling_write(struct filling *f)
{
	enum rc rc = f->type && f->records.n
			     ? records_save_all(f->app, f->type, &f->records, N_("Record added"))
			     : RC_OK;

	f->records = (struct records){ 0 };
	f->cap = 0;
	return rc;
}

/* «[team]» */
static enum rc record_begin(struct filling *f, char *line)
{
	const struct record_type *type;
	enum rc rc = RC_OK;

	line[strcspn(line, "]")] = '\0';
	type = record_type_named(line + 1);
	if (!type)
		return mistake(line);
	if (type != f->type)
		rc = filling_write(f);
	f->type = type;
	f->records.row = arena_grow(&f->arena, f->records.row, f->records.n, &f->cap, type->size);
	record_init(type, record_at(type, &f->records, f->records.n++), f->app->year.year,
		    DATE_NONE);
	return rc;
}

static int64_t mentee_named(struct app *app, const char *name)
{
	const struct choice_source source = app_choices(app);
	const struct choices mentees = source.get(source.data, "mentee");

	for (size_t i = 0; i < mentees.n; i++)
		if (strcmp(mentees.row[i].name, name) == 0)
			return mentees.row[i].id;
	return 0;
}

static int64_t event_named(struct filling *f, const char *name)
{
	const struct record_type *type = record_type_named("event");
	struct records events = { 0 };

	record_list(f->app->store, &f->arena, type, f->app->year.year, &events);
	for (size_t i = 0; i < events.n; i++) {
		const struct record *event = record_at(type, &events, i);

		if (strcmp(record_label(&f->arena, type, event), name) == 0)
			return event->id;
	}
	return 0;
}

static enum rc value_take(struct filling *f, const char *name, const char *value)
{
	struct record *record = record_at(f->type, &f->records, f->records.n - 1);
	const struct choice_source source = app_choices(f->app);
	const struct field *field = field_find(*f->type->fields, name);

	if (strcmp(name, "whose") == 0) {
		record->owner = f->type->owner == OWNER_PARTICIPATION ? mentee_named(f->app, value)
								      : event_named(f, value);
		return record->owner ? RC_OK : mistake(value);
	}
	if (!field)
		return mistake(name);
	if (field_is_int(field) && *value >= '0' && *value <= '9' && !value[1]) {
		field_set_int(field, record, *value - '0'); /* words have no codes */
		return RC_OK;
	}
	return field_parse(&f->arena, field, record, value, &source);
}

static enum rc line_take(struct filling *f, char *line)
{
	char *value = strstr(line, " = ");

	if (*line == '[')
		return record_begin(f, line);
	if (*line == '#' || !*line)
		return RC_OK;
	if (!value || !f->records.n)
		return mistake(line);
	*value = '\0';
	return value_take(f, line, value + strlen(" = "));
}

/* The piles of the first classes have come back, the others have not. */
static enum rc entries_note(struct app *app, struct arena *a, enum role role, size_t share,
			    const char *day)
{
	struct participants all;
	struct ids ids;
	enum rc rc = app_participants(app, a, role, &all);

	if (rc)
		return rc;
	ids = (struct ids){ ARENA_NEW(a, int64_t, all.n), 0 };
	for (size_t i = 0; i < all.n * share / 100; i++)
		ids.row[ids.n++] = all.row[i].id;
	return people_set_all(app, ids, field_find(participant_fields(role), "entry_on"), day);
}

enum rc demo_registers(struct app *app)
{
	const struct embed *file = embed_find("demo/registers.txt");
	struct filling f = { .app = app };
	char *text, *line;
	size_t mentors;
	enum rc rc = file ? RC_OK : mistake("");

	text = arena_strdup(&f.arena, file ? file->text : "");
	while (!rc && (line = strsep(&text, "\n")))
		rc = line_take(&f, line);
	if (!rc)
		rc = filling_write(&f);
	if (!rc)
		rc = subbases_fill(app, &mentors);
	if (!rc)
		rc = entries_note(app, &f.arena, ROLE_MENTEE, 80, "25.09.2026");
	if (!rc)
		rc = entries_note(app, &f.arena, ROLE_MENTOR, 60, "28.09.2026");
	arena_done(&f.arena);
	return rc;
}
