#include "years_make.h"

#include <stdio.h>
#include <stdlib.h>

#include "nastavnik/app/app.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/write/bond.h"
#include "nastavnik/store/write/participant.h"
#include "nastavnik/store/write/person.h"
#include "nastavnik/store/write/record.h"
#include "nastavnik/store/write/step.h"
#include "nastavnik/store/write/store.h"

enum { NEWEST = 2026, GRADES = 11, STAFF = 12 /* one of them is no pupil */ };

/* The file that is being made. */
struct making {
	const struct years_size *size;
	struct store *store;
	int64_t *person; /* ids */
};

static void must(enum rc rc)
{
	if (rc == RC_OK)
		return;
	fprintf(stderr, "bench: %s\n", err_last()->text);
	exit(1);
}

static const char *pick(const char *const *list, int n, int i)
{
	return list[i % n];
}

static struct person person_of(struct arena *a, int i, int64_t year)
{
	static const char *const families[] = { "Иванов",   "Смирнов", "Ёлкин",   "Попов",
						"Васильев", "Соколов", "Новиков", "Фёдоров",
						"Титов",    "Журавлёв" };
	static const char *const endings[] = { "", "ский", "енко", "ин", "чук", "ченко", "швили" };
	static const char *const given[] = { "Александр", "Максим", "Иван", "Артём",
					     "Дмитрий",   "Никита", "Егор", "Илья",
					     "Матвей",    "Пётр",   "Семён" };
	static const char *const patronymics[] = { "Александрович", "Ильич", "Петрович" };
	static const char *const letters[] = { "А", "Б", "В", "Г" };
	bool pupil = i % STAFF != 0;

	return (struct person){
		.family = arena_printf(a, "%s%s-%s", pick(families, 10, i),
				       pick(endings, 7, i / 10), pick(families, 10, i / 70)),
		.given = pick(given, 11, i / 700),
		.patronymic = pick(patronymics, 3, i),
		.birth = date_make(2008 + i % GRADES, 1 + i % 12, 1 + i % 28),
		.phone = arena_printf(a, "+7 9%09d", i),
		.email = "",
		.note = "",
		.kind = pupil ? KIND_PUPIL : KIND_TEACHER,
		.class_name = pupil ? arena_printf(a, "%d%s", 1 + (i + (int)year) % GRADES,
						   pick(letters, 4, i / GRADES))
				    : "",
		.position = pupil ? "" : "учитель",
		.place = "",
		.left_why = "",
		.year = year,
	};
}

static void people_make(struct making *m, int64_t year, bool first)
{
	struct arena a = { 0 };

	must(first ? step_begin_bulk(m->store, "bench", "") : step_begin(m->store, "bench", ""));
	for (int i = 0; i < m->size->people; i++) {
		struct person p = person_of(&a, i, year);

		p.id = m->person[i];
		must(first ? person_put(m->store, &p) : person_year_add(m->store, &p));
		m->person[i] = p.id;
		arena_reset(&a);
	}
	must(step_commit(m->store));
	arena_done(&a);
}

/* Another place of the list each year, so that some take part again and most do not. */
static int64_t participant_make(struct making *m, enum role role, int at, int64_t year)
{
	int i = (int)((at * 7 + year * 311 + role) % m->size->people);
	struct arena a = { 0 };
	struct participant p;

	participant_init(&p, role, year);
	p.person = person_of(&a, i, year);
	p.person.id = m->person[i];
	p.joined = date_make((int)year, 9, 15);
	must(participant_put(m->store, &p));
	arena_done(&a);
	return p.id;
}

static void date_set(const struct record_type *type, void *record, const char *name, int on)
{
	const struct field *field = field_find(*type->fields, name);

	if (field && field->kind == FIELD_DATE)
		field_set_int(field, record, on);
}

/* Records of a register that the program knows, by its name; another version may not have it. */
static void records_make(struct making *m, const char *name, int64_t owner, int n, int64_t year)
{
	const struct record_type *type = record_type_named(name);
	struct arena a = { 0 };

	for (int i = 0; type && i < n; i++) {
		struct record *record = arena_alloc(&a, type->size);
		int on = date_make((int)year + (i > 3), 1 + (i + 8) % 12, 1 + i % 28);

		record_init(type, record, owner, on);
		date_set(type, record, "on_day", on);
		must(record_put(m->store, type, record));
	}
	arena_done(&a);
}

static void pairs_make(struct making *m, int64_t year)
{
	must(step_begin(m->store, "bench", ""));
	for (int i = 0; i < m->size->pairs; i++) {
		struct bond_member member = {
			.mentee = participant_make(m, ROLE_MENTEE, i, year),
			.mentor = participant_make(m, ROLE_MENTOR, i + m->size->pairs, year),
			.from = date_make((int)year, 10, 1),
			.reason = "",
			.score = 700,
		};

		must(bond_member_add(m->store, &member));
		records_make(m, "meeting", member.bond, m->size->meetings, year);
		records_make(m, "plan_item", member.bond, 6, year);
		records_make(m, "feedback", member.bond, 2, year);
		records_make(m, "request", member.mentee, 1, year);
		if (year < NEWEST)
			must(bond_member_end(m->store, member.id, date_make((int)year + 1, 5, 31),
					     "конец года"));
	}
	must(step_commit(m->store));
}

static void years_open(const char *path, const struct years_size *size)
{
	struct app *app;

	must(app_new(path, "МБОУ «Школа № 9»", NEWEST + 1 - size->years, &app));
	for (int i = 1; i < size->years; i++)
		must(app_year_open(app, NEWEST + 1 - size->years + i));
	app_close(app);
}

void years_make(const char *path, const struct years_size *size)
{
	struct making m = { .size = size, .person = calloc((size_t)size->people, sizeof(int64_t)) };

	years_open(path, size);
	must(store_open(path, 0, &m.store));
	for (int i = 0; i < size->years; i++) {
		int64_t year = NEWEST + 1 - size->years + i;

		people_make(&m, year, i == 0);
		pairs_make(&m, year);
	}
	store_close(m.store);
	free(m.person);
}
