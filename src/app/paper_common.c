/* Places that all papers have. */
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/person.h"
#include "nastavnik/model/school.h"
#include "paper.h"

/* «М.П. Иванова», on one line. */
static const char *initials_text(struct arena *a, const struct person *p)
{
	const char *text = person_initials(a, p);
	const char *space = strchr(text, ' ');

	if (!space)
		return text;
	return arena_printf(a, "%.*s\u00a0%s", (int)(space - text), text, space + 1);
}

static void name_add(struct scope *s, const char *name, const struct person *person,
		     const struct name_case *own)
{
	const char **cases = ARENA_NEW(s->arena, const char *, NOUN_CASES);

	person_decline(s->arena, person, own, cases);
	scope_name(s, name, cases, initials_text(s->arena, person));
}

void paper_person(const struct paper_work *w, struct scope *s, const char *name,
		  const struct person *person)
{
	const struct name_case *own = NULL;

	for (size_t i = 0; i < w->cases.n && !own; i++) {
		if (w->cases.row[i].person == person->id)
			own = &w->cases.row[i];
	}
	name_add(s, name, person, own);
}

void paper_name(struct scope *s, const char *name, const char *full)
{
	struct person person = { .family = "", .given = "", .patronymic = "" };

	if (*full)
		name_split(s->arena, full, &person);
	name_add(s, name, &person, NULL);
}

const char *paper_place(struct arena *a, const struct person *person)
{
	if (*person->class_name)
		return arena_printf(a, "%s\u00a0класс", person->class_name);
	return person_class_or_position(person);
}

/* «Заместитель директора» inside a sentence; «ЗДВР» stays as it is. */
static const char *post_within(struct arena *a, const char *post)
{
	char first[UTF8_MAX + 1] = "";
	uint32_t cp, next;
	size_t n = utf8_decode(post, &cp);

	if (!n || !utf8_decode(post + n, &next) || utf8_upper(next) == next)
		return post;
	utf8_encode(utf8_lower(cp), first);
	return arena_printf(a, "%s%s", first, post + n);
}

static const char *name_initials(struct arena *a, const char *full)
{
	struct person person = { .family = "", .given = "", .patronymic = "" };

	if (!*full)
		return "";
	name_split(a, full, &person);
	return initials_text(a, &person);
}

void paper_common(const struct app *app, struct scope *s)
{
	const struct school *school = &app->school;
	struct arena *a = s->arena;
	char year[12];

	scope_text(s, "school|школа", school->name);
	scope_text(s, "school_genitive|школы", school_genitive(a, school->name));
	scope_text(s, "school_short|школа_кратко",
		   *school->short_name ? school->short_name : school->name);
	scope_text(s, "town|город", school->town);
	scope_text(s, "year|год", arena_strdup(a, year_name((int)app->year.year, year)));
	scope_date(s, "today|сегодня", date_today());
	scope_long_date(s, "today_long|сегодня_словами", date_today());
	/* Russian whatever the interface speaks: it stands in a paper. */
	scope_text(s, "director_post|должность_директора",
		   school->director_acting ? "И.о. директора" : "Директор");
	paper_name(s, "director|директор", school->director);
	scope_text(s, "director_initials|директор_иоф", name_initials(a, school->director));
	paper_name(s, "curator|куратор", school->curator);
	scope_text(s, "curator_initials|куратор_иоф", name_initials(a, school->curator));
	scope_text(s, "curator_position|должность_куратора", school->curator_position);
	scope_text(s, "curator_post|куратор_должность", post_within(a, school->curator_position));
	scope_text(s, "order_number|номер_приказа", app->year.order_number);
	scope_date(s, "order_date|дата_приказа", app->year.order_date);
}
