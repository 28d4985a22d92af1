/* Who in the file could be the person of a row to import. */
#include <string.h>

#include "nastavnik/store/read/person.h"
#include "query.h"
#include "search.h"

struct sighting {
	int64_t person, year;
};

struct sightings {
	struct sighting *row;
	size_t n, cap;
};

/* Is year a a better witness than b for who comes in `year`? The newest not after it, else the
 * oldest. */
static bool better(int64_t a, int64_t b, int64_t year)
{
	if ((a <= year) != (b <= year))
		return a <= year;
	return a <= year ? a > b : a < b;
}

static void note(struct arena *a, struct sightings *list, struct sighting seen, int64_t year)
{
	for (size_t i = 0; i < list->n; i++) {
		if (list->row[i].person != seen.person)
			continue;
		if (better(seen.year, list->row[i].year, year))
			list->row[i].year = seen.year;
		return;
	}
	if (list->n == list->cap)
		list->row = arena_grow(a, list->row, list->n, &list->cap, sizeof(*list->row));
	list->row[list->n++] = seen;
}

/*
 * A name key begins with the fold of «family given»; behind it stand a space and more names, or
 * \1 and the marks of ё, or nothing: all of it sorts before '!'.
 */
static enum rc sightings_find(const struct store *s, struct arena *a, const char *key, size_t n,
			      int64_t year, struct sightings *out)
{
	QUERY(q, s,
	      "SELECT y.person, y.year FROM year CROSS JOIN person_year y ON y.year = year.year"
	      " WHERE y.name_key >= ?1 AND y.name_key < ?2");
	char end[KEY_SIZE + 1];

	memcpy(end, key, n);
	end[n] = '!';
	bind_text_n(q, key, n);
	bind_text_n(q, end, n + 1);
	while (query_next(q)) {
		struct sighting seen = { .person = col_int(q) };

		seen.year = col_int(q);
		note(a, out, seen, year);
	}
	return query_rc(q);
}

enum rc person_candidates(const struct store *s, struct arena *a, const struct person *p,
			  struct people *out)
{
	char key[KEY_SIZE], other[KEY_SIZE];
	size_t n = person_name_key(p, key, sizeof(key));
	struct sightings seen = { 0 };
	struct people list = { 0 };

	if (n && key[n - 1] == ' ')
		n--; /* no given name, and no space at the end of a name key */
	if (sightings_find(s, a, key, n, p->year, &seen) != RC_OK)
		return err_last()->code;
	if (seen.n)
		list.row = ARENA_NEW(a, struct person, seen.n);
	for (size_t i = 0; i < seen.n; i++) {
		struct person *found = &list.row[list.n];

		if (person_get(s, a, seen.row[i].person, seen.row[i].year, found) != RC_OK)
			return err_last()->code;
		/* Who has no given name shares the beginning of the key with a whole family. */
		person_name_key(found, other, sizeof(other));
		list.n += strcmp(key, other) == 0;
	}
	*out = list;
	return RC_OK;
}
