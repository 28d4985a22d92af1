/* The order on the pairs of a year, with those who acquaint themselves with it by signature. */
#include <string.h>

#include "papers.h"

struct signer {
	const char *name, *position;
};

struct signers {
	struct signer *row;
	size_t n, cap;
};

static bool signer_known(const struct signers *list, const char *name, const char *position)
{
	/* The curator stands first, with the curator's post, and may be a mentor too. */
	for (size_t i = 0; i < list->n; i++)
		if (strcmp(list->row[i].name, name) == 0 &&
		    (i == 0 || strcmp(list->row[i].position, position) == 0))
			return true;
	return false;
}

static void signer_add(struct arena *a, struct signers *list, const char *name,
		       const char *position)
{
	if (!*name || signer_known(list, name, position))
		return;
	list->row = arena_grow(a, list->row, list->n, &list->cap, sizeof(*list->row));
	list->row[list->n++] = (struct signer){ name, position };
}

/* Staff only: pupils and outside mentors sign nothing. */
static struct signers order_signers(struct arena *a, const struct paper_order *order)
{
	struct signers list = { 0 };

	signer_add(a, &list, order->curator, order->curator_position);
	for (size_t i = 0; i < order->n; i++)
		if (order->pair[i].mentor_is_staff)
			signer_add(a, &list, order->pair[i].mentor, order->pair[i].mentor_place);
	return list;
}

static struct places signer_places(struct arena *a, const void *data, size_t row, bool *joined)
{
	const struct signers *list = data;
	struct place *place = ARENA_NEW(a, struct place, 2);

	place[0] = (struct place){ "name", list->row[row].name };
	place[1] = (struct place){ "position", list->row[row].position };
	*joined = false;
	return (struct places){ place, 2 };
}

enum rc paper_order(struct arena *a, const struct paper_order *order, struct doc **doc)
{
	struct doc *paper = doc_new(a, "");
	struct signers signers = order_signers(a, order);
	const struct template_table table = {
		.name = "acquainted", .rows = signers.n, .row = signer_places, .data = &signers
	};
	enum rc rc = paper_template(paper, order, "order", paper_places(a, order, signers.n > 0),
				    &table);

	if (rc != RC_OK)
		return rc;
	doc_page_break(paper);
	rc = pair_list_add(paper, order);
	if (rc == RC_OK)
		*doc = paper;
	return rc;
}
