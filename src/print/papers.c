/* Places and texts that the papers share. */
#include "papers.h"
#include "genitive.h"

#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/embed.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/person.h"
#include "nastavnik/model/school.h"

/* «М.П. Иванова», on one line. */
static const char *name_initials(struct arena *a, const char *name)
{
	struct person p = { .family = "", .given = "", .patronymic = "" };

	if (!*name)
		return "";
	name_split(a, name, &p);
	const char *text = person_initials(a, &p);
	const char *space = strchr(text, ' ');
	if (!space)
		return text;
	return arena_printf(a, "%.*s\u00a0%s", (int)(space - text), text, space + 1);
}

static const char *date_text(struct arena *a, int date)
{
	char buf[DATE_SIZE];

	return arena_strdup(a, date_format(date, buf));
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

struct places paper_places(struct arena *a, const struct paper_order *order, bool acquainted)
{
	char year[12];
	const struct place places[] = {
		{ "school", order->school },
		{ "school_genitive", school_genitive(a, order->school) },
		{ "town", order->town },
		{ "year", arena_strdup(a, year_name(order->year, year)) },
		{ "date", date_text(a, order->date) },
		{ "number", order->number },
		/* Russian whatever the interface speaks: it stands in a paper. */
		{ "director_post", order->director_acting ? "И.о. директора" : "Директор" },
		{ "director", order->director },
		{ "director_initials", name_initials(a, order->director) },
		{ "curator", order->curator },
		{ "curator_initials", name_initials(a, order->curator) },
		{ "curator_position", order->curator_position },
		{ "curator_post", post_within(a, order->curator_position) },
		{ "acquainted", acquainted ? "+" : "" },
	};
	struct place *row = ARENA_NEW(a, struct place, sizeof(places) / sizeof(places[0]));

	memcpy(row, places, sizeof(places));
	return (struct places){ row, sizeof(places) / sizeof(places[0]) };
}

enum rc paper_template(struct doc *doc, const struct paper_order *order, const char *name,
		       struct places places, const struct template_table *table)
{
	const char *path =
		arena_printf(doc->arena, "methodology/%s/papers/%s.txt", order->methodology, name);
	const struct embed *file = embed_find(path);

	if (!file)
		return err_set(RC_NOT_FOUND,
			       _("The methodology “%s” has no text for this paper (%s)."),
			       order->methodology, path);
	return template_add(doc, path, file->text, places, table);
}
