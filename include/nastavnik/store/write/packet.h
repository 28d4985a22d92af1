/* Writing what of packets was taken, and the people of a packet's own file. */
#ifndef NASTAVNIK_STORE_WRITE_PACKET_H
#define NASTAVNIK_STORE_WRITE_PACKET_H

#include "nastavnik/model/participant.h"
#include "nastavnik/store/read/packet.h"

/* A sheet of the packet was taken; over what was known of it. */
enum rc taken_put(struct store *s, int64_t packet, const struct taken *taken);

/* Somebody who is asked, of the year, under the participation's id in the school's file; person is
 * new. */
enum rc respondent_add(struct store *s, int64_t participation, enum role role, int64_t number,
		       struct person *person);

#endif
