/* Nominees in the order of what their year shows. The curator decides; this only counts. */
#include "nastavnik/model/outcome.h"

#include <stdlib.h>
#include <string.h>

enum { WHOLE = 1000, MARK_MAX = 10 };

const int nominee_weight[NOMINEE_PARTS] = {
	[NOMINEE_EFFECTIVE] = 40, [NOMINEE_MEETINGS] = 20, [NOMINEE_PLAN] = 20,
	[NOMINEE_FEEDBACK] = 10,  [NOMINEE_DIARIES] = 10,
};

static int64_t share_of(int64_t part, int64_t whole)
{
	if (whole <= 0)
		return FIELD_NOTHING;
	return part >= whole ? WHOLE : part * WHOLE / whole;
}

int64_t nominee_share(const struct nominee *n, enum nominee_part part)
{
	switch (part) {
	case NOMINEE_EFFECTIVE:
		return share_of(n->effective, n->pairs);
	case NOMINEE_MEETINGS:
		return share_of(n->meetings, n->meetings_due);
	case NOMINEE_PLAN:
		return share_of(n->plan_done, n->plan);
	case NOMINEE_FEEDBACK:
		return share_of(n->mark_sum, n->marks * MARK_MAX);
	default:
		return share_of(n->diaries, n->diaries_due);
	}
}

int64_t nominee_score(const struct nominee *n)
{
	int64_t sum = 0, weights = 0;

	for (enum nominee_part part = 0; part < NOMINEE_PARTS; part++) {
		int64_t share = nominee_share(n, part);

		if (share == FIELD_NOTHING)
			continue;
		sum += share * nominee_weight[part];
		weights += nominee_weight[part];
	}
	return weights ? (sum + weights / 2) / weights : 0;
}

/* Insertion: a school has some tens of mentors who come nearly in order. */
void nominees_rank(struct nominee *row, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		const struct nominee moved = row[i];
		size_t at = i;

		while (at > 0 && row[at - 1].score < moved.score)
			at--;
		memmove(&row[at + 1], &row[at], (i - at) * sizeof(*row));
		row[at] = moved;
	}
}
