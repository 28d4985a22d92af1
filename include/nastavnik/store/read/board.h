/* The counts that the board of a year shows. */
#ifndef NASTAVNIK_STORE_READ_BOARD_H
#define NASTAVNIK_STORE_READ_BOARD_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/base/err.h"

struct store;

struct board {
	bool anybody; /* is there a person in the year? How many: person_count() */
	int64_t mentees, mentors;
	int64_t places; /* sum of the mentors' capacities */
	int64_t mentees_without_topic, mentors_without_topic;
	int64_t mentees_without_consent, mentors_without_consent; /* to take part */
	int64_t mentees_without_data_consent, mentors_without_data_consent;
	int64_t mentees_complete, mentors_complete; /* topics and both consents are there */
	int64_t mentees_without_pair;
	int64_t mentors_selected, mentors_trained, mentors_ready; /* ready: both */
	int64_t entries;            /* entry questionnaires handed in, of both bases */
	int64_t bonds;              /* with at least one membership that goes on */
	int64_t bonds_without_plan; /* of these: neither programme nor plan */
	int64_t members;            /* memberships that go on */
	int64_t ended;              /* memberships that have ended */
	int64_t proposals;          /* saved ones */
	int64_t proposal_number, proposal_pairs, proposal_confirmed; /* of the newest; 0 */
};

/* Count it all for one year. */
enum rc board_load(const struct store *s, int64_t year, struct board *out);

#endif
