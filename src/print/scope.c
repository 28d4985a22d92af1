#include "nastavnik/print/scope.h"

#include "nastavnik/base/date.h"
#include "nastavnik/base/field.h"

static struct place *place_add(struct scope *s, const char *name, const char *value)
{
	struct place *place;

	s->place = arena_grow(s->arena, s->place, s->places, &s->places_cap, sizeof(*s->place));
	place = &s->place[s->places++];
	*place = (struct place){ .name = name, .value = value ? value : "" };
	return place;
}

void scope_text(struct scope *s, const char *name, const char *value)
{
	place_add(s, name, value);
}

void scope_date(struct scope *s, const char *name, int64_t date)
{
	char buf[DATE_SIZE];

	place_add(s, name, arena_strdup(s->arena, date_format((int)date, buf)));
}

void scope_long_date(struct scope *s, const char *name, int64_t date)
{
	/* Russian whatever the interface speaks: it stands in a paper. */
	static const char *const month[] = { "января",   "февраля", "марта",  "апреля",
					     "мая",      "июня",    "июля",   "августа",
					     "сентября", "октября", "ноября", "декабря" };

	if (date_whole((int)date))
		place_add(s, name,
			  arena_printf(s->arena, "%d\u00a0%s %d\u00a0г.", date_day((int)date),
				       month[date_month((int)date) - 1], date_year((int)date)));
	else
		scope_date(s, name, date);
}

void scope_number(struct scope *s, const char *name, int64_t number)
{
	place_add(s, name,
		  number == FIELD_NOTHING ? "" : arena_printf(s->arena, "%lld", (long long)number));
}

void scope_flag(struct scope *s, const char *name, bool on)
{
	place_add(s, name, on ? "+" : "");
}

void scope_name(struct scope *s, const char *name, const char *const *cases, const char *initials)
{
	struct place *place = place_add(s, name, cases[CASE_NOMINATIVE]);

	place->cases = cases;
	place->initials = initials;
}

struct scope_table *scope_table(struct scope *s, const char *name)
{
	struct scope_table *table = ARENA_NEW(s->arena, struct scope_table, 1);

	*table = (struct scope_table){ .name = name, .arena = s->arena };
	s->table = arena_grow(s->arena, s->table, s->tables, &s->tables_cap,
			      sizeof(struct scope_table *));
	s->table[s->tables++] = table;
	return table;
}

struct scope *scope_row(struct scope_table *table)
{
	struct scope *row = ARENA_NEW(table->arena, struct scope, 1);

	*row = (struct scope){ .arena = table->arena };
	table->row = arena_grow(table->arena, table->row, table->rows, &table->cap,
				sizeof(struct scope *));
	table->row[table->rows++] = row;
	return row;
}
