/* The pair list: mentors with their mentees, a group under one mentor. */
#include "nastavnik/base/date.h"
#include "papers.h"

/* Pairs count 1, 2, 3; the mentees of the third, when it is a group, are 3.1, 3.2. */
struct pair_number {
	unsigned bond, member; /* member 0: a pair, no group */
};

struct pair_rows {
	const struct paper_order *order;
	const struct pair_number *number;
};

static struct pair_number *pairs_number(struct arena *a, const struct paper_order *order)
{
	struct pair_number *number = ARENA_NEW(a, struct pair_number, order->n);
	unsigned bond = 0;

	for (size_t i = 0; i < order->n;) {
		size_t end = i + 1;
		while (end < order->n && order->pair[end].bond == order->pair[i].bond)
			end++;
		bond++;
		for (size_t from = i; i < end; i++)
			number[i] = (struct pair_number){ bond, end - from > 1
									? (unsigned)(i - from) + 1
									: 0 };
	}
	return number;
}

static const char *number_text(struct arena *a, struct pair_number number)
{
	return number.member ? arena_printf(a, "%u.%u", number.bond, number.member)
			     : arena_printf(a, "%u", number.bond);
}

static const char *date_text(struct arena *a, int date)
{
	char buf[DATE_SIZE];

	return arena_strdup(a, date_format(date, buf));
}

static struct places pair_places(struct arena *a, const void *data, size_t row, bool *joined)
{
	const struct pair_rows *rows = data;
	const struct paper_pair *pair = &rows->order->pair[row];
	const struct place places[] = {
		{ "number", number_text(a, rows->number[row]) },
		{ "mentor", pair->mentor },
		{ "mentor_place", pair->mentor_place },
		{ "mentee", pair->mentee },
		{ "mentee_place", pair->mentee_place },
		{ "form", pair->form },
		{ "from", date_text(a, pair->from) },
		{ "to", date_text(a, pair->to) },
	};
	struct place *kept = ARENA_NEW(a, struct place, sizeof(places) / sizeof(places[0]));

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		kept[i] = places[i];
	*joined = rows->number[row].member > 1;
	return (struct places){ kept, sizeof(places) / sizeof(places[0]) };
}

enum rc pair_list_add(struct doc *doc, const struct paper_order *order)
{
	struct pair_rows rows = { order, pairs_number(doc->arena, order) };
	const struct template_table table = {
		.name = "pairs", .rows = order->n, .row = pair_places, .data = &rows
	};

	return paper_template(doc, order, "pair_list", paper_places(doc->arena, order, false),
			      &table);
}

enum rc paper_pair_list(struct arena *a, const struct paper_order *order, struct doc **doc)
{
	struct doc *paper = doc_new(a, "");
	enum rc rc = pair_list_add(paper, order);

	if (rc == RC_OK)
		*doc = paper;
	return rc;
}
