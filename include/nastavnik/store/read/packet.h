/* What of packets was taken back already, and whom a packet may bring sheets of. */
#ifndef NASTAVNIK_STORE_READ_PACKET_H
#define NASTAVNIK_STORE_READ_PACKET_H

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"
#include "nastavnik/base/id.h"

struct store;

/* A packet's sheet as it came. */
struct taken {
	int64_t origin; /* its id there */
	int64_t digest; /* of its answers */
};

/* In an arena. */
struct takens {
	struct taken *row; /* by origin */
	size_t n;
};

/* Of one packet. */
enum rc taken_list(const struct store *s, struct arena *a, int64_t packet, struct takens *out);

/* All participations of a year, also of those who have left, ascending. */
enum rc participation_ids(const struct store *s, struct arena *a, int64_t year, struct ids *out);

#endif
