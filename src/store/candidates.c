/* Who in the file could be the person of a row to import. */
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/store/read/person.h"
#include "person_private.h"
#include "query.h"
#include "search.h"

/* Is year a a better witness than b for who comes in `year`? The newest not after it, else the
 * oldest. */
static bool better(int64_t a, int64_t b, int64_t year)
{
	if ((a <= year) != (b <= year))
		return a <= year;
	return a <= year ? a > b : a < b;
}

/* Each person once, as the best of his years has him. */
static void note(struct arena *a, struct people *list, size_t *cap, const struct person *found,
		 int64_t year)
{
	for (size_t i = 0; i < list->n; i++) {
		if (list->row[i].id != found->id)
			continue;
		if (better(found->year, list->row[i].year, year))
			list->row[i] = *found;
		return;
	}
	list->row = arena_grow(a, list->row, list->n, cap, sizeof(*list->row));
	list->row[list->n++] = *found;
}

/* Is found's key the one that was looked for? Not so for the whole family of who has no given name,
 * and for names that are cut at another place. */
static bool key_agrees(const struct person *p, const struct person *found, const char *key)
{
	char other[KEY_SIZE];

	if (!strcmp(p->family, found->family) && !strcmp(p->given, found->given))
		return true;
	person_name_key(found, other, sizeof(other));
	return !strcmp(key, other);
}

/*
 * A name key begins with the fold of «family given»; behind it stand a space and more names, or
 * \1 and the marks of ё, or nothing: all of it sorts before '!'.
 *
 * Of several namesakes most fall out by their birth, before their year is looked up.
 */
enum rc person_candidates(const struct store *s, struct arena *a, const struct person *p,
			  struct people *out)
{
	QUERY(q, s,
	      "SELECT " PERSON_COLUMNS " FROM year CROSS JOIN person_year k ON k.year = year.year"
	      " CROSS JOIN person p ON p.id = k.person"
	      " CROSS JOIN person_year y ON y.person = k.person AND y.year = k.year"
	      " WHERE k.name_key >= ?1 AND k.name_key < ?2"
	      " AND (?3 = 0 OR p.birth = ?3 OR p.birth % 100 = 0)");
	char key[KEY_SIZE], end[KEY_SIZE + 1];
	size_t n = person_name_key(p, key, sizeof(key)), cap = 0;
	size_t shown = n && key[n - 1] == ' ' ? n - 1 : n; /* a name key has no space at its end */
	struct people list = { 0 };

	memcpy(end, key, shown);
	end[shown] = '!';
	bind_text_n(q, key, shown);
	bind_text_n(q, end, shown + 1);
	bind_int(q, date_day((int)p->birth) ? p->birth : 0);
	while (query_next(q)) {
		struct person found = person_read(q, a);

		if (key_agrees(p, &found, key))
			note(a, &list, &cap, &found, p->year);
	}
	if (query_rc(q) == RC_OK)
		*out = list;
	return query_rc(q);
}
