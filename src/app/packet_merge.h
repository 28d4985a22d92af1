/* Private: bringing the sheets of a packet into a file. */
#ifndef NASTAVNIK_APP_SRC_PACKET_MERGE_H
#define NASTAVNIK_APP_SRC_PACKET_MERGE_H

#include "nastavnik/app/packets.h"
#include "nastavnik/port/packet.h"

/* How it is done. */
struct packet_merge {
	/* The packet's own file: sheets keep their ids, and of two states of one sheet the one
	 * typed later stays. Else the school's: what differs is put beside. */
	bool own;
	const char *source;     /* of sheets that are added; "" in the own file */
	struct issues *partial; /* as packet_take() has it */
};

/* Within a step. The counts of out are filled in. */
enum rc packet_merge(struct app *app, struct arena *a, const struct packet *packet,
		     const struct packet_merge *how, struct packet_report *out);

/* What a person in a packet is called there: his name, else his code. In the arena. */
const char *packet_person_label(struct arena *a, const struct packet_person *person);
/* Sheets of a questionnaire version with all answers, rivals too, as a packet has them. */
enum rc packet_sheets(const struct app *app, struct arena *a, int64_t survey, struct packet *out);
/* The digest of a sheet by its items in their order: its answers and its note. */
int64_t packet_digest(const struct survey_items *items, const struct packet_sheet *sheet);

#endif
