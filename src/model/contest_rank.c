/* Who won: sums, means, places. Ties stay ties; people break them. */
#include <stdlib.h>
#include <string.h>

#include "nastavnik/model/contest.h"

enum { HUNDREDTHS = 100 };

static int64_t id_at(const struct record_type *type, const struct records *records, size_t row)
{
	return ((const struct record *)record_at(type, records, row))->id;
}

/* How many of the criteria an expert has given a mark by, and their sum. */
static size_t sheet_sum(const struct records *criteria, const struct entry_marks *marks,
			int64_t entry, int64_t expert, int64_t *sum)
{
	size_t given = 0;

	*sum = 0;
	for (size_t i = 0; i < marks->n; i++) {
		const struct entry_mark *mark = &marks->row[i];

		if (mark->entry != entry || mark->expert != expert)
			continue;
		for (size_t c = 0; c < criteria->n; c++)
			if (id_at(&criterion_type, criteria, c) == mark->criterion) {
				*sum += mark->mark;
				given++;
			}
	}
	return given;
}

static void ranking_count(struct ranking *s, const struct records *criteria,
			  const struct records *experts, const struct entry_marks *marks)
{
	int64_t whole = 0;

	for (size_t i = 0; i < experts->n; i++) {
		int64_t sum;
		size_t given =
			sheet_sum(criteria, marks, s->entry, id_at(&expert_type, experts, i), &sum);

		s->sum += sum;
		if (criteria->n && given == criteria->n) {
			s->experts++;
			whole += sum;
		}
	}
	s->mean = s->experts ? (whole * HUNDREDTHS * 2 + s->experts) / (s->experts * 2)
			     : FIELD_NOTHING;
}

/* FIELD_NOTHING is less than any mean. */
static void rankings_sort(struct ranking *row, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		const struct ranking moved = row[i];
		size_t at = i;

		while (at > 0 && row[at - 1].mean < moved.mean)
			at--;
		memmove(&row[at + 1], &row[at], (i - at) * sizeof(*row));
		row[at] = moved;
	}
}

struct ranking *rankings_make(struct arena *a, const struct records *entries,
			      const struct records *criteria, const struct records *experts,
			      const struct entry_marks *marks)
{
	struct ranking *row = ARENA_NEW(a, struct ranking, entries->n);

	for (size_t i = 0; i < entries->n; i++) {
		row[i] = (struct ranking){ .entry = id_at(&entry_type, entries, i) };
		ranking_count(&row[i], criteria, experts, marks);
	}
	rankings_sort(row, entries->n);
	for (size_t i = 0; i < entries->n && row[i].mean != FIELD_NOTHING; i++) {
		bool tie = i > 0 && row[i - 1].mean == row[i].mean;

		row[i].rank = tie ? row[i - 1].rank : (int64_t)i + 1;
		row[i].place = row[i].rank <= PLACE_THIRD ? row[i].rank : PLACE_PART;
	}
	return row;
}

const char *ranking_text(struct arena *a, const struct ranking *all, size_t n, size_t row)
{
	size_t equals = 0;

	if (!all[row].rank)
		return "";
	for (size_t i = 0; i < n; i++)
		equals += all[i].rank == all[row].rank;
	if (equals == 1)
		return arena_printf(a, "%lld", (long long)all[row].rank);
	return arena_printf(a, "%lld–%lld", (long long)all[row].rank,
			    (long long)(all[row].rank + (int64_t)equals - 1));
}
