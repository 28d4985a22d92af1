/* What stages 2 and 3 write down beside the bases: requests of mentees and what became of them,
 * invitations of mentors and their answers. domain.md §1. */
#ifndef NASTAVNIK_MODEL_BASES_H
#define NASTAVNIK_MODEL_BASES_H

#include "nastavnik/model/book.h"
#include "nastavnik/model/person.h"
#include "nastavnik/model/record.h"

/* Stored: never renumber. */
enum request_state { REQUEST_OPEN = 1, REQUEST_MET = 2, REQUEST_WITHDRAWN = 3 };

/*
 * A request of a mentee with its history. An open one with an item of the book stands among the
 * mentee's topics, which is what forming pairs reads; when it is closed it leaves them and stays
 * here. See app/requests.h.
 */
struct request {
	struct record head; /* of a participation */
	int64_t item;       /* book item, BOOK_REQUEST; 0: in words only */
	const char *words;
	int64_t source; /* book item, BOOK_SOURCE */
	int64_t on_day; /* date */
	int64_t state;  /* enum request_state */
	int64_t closed_on;
	const char *result;
};
extern const struct record_type request_type;
extern record_words request_states;

/* Stored: never renumber. */
enum invitation_answer { ANSWER_AWAITED = 1, ANSWER_YES = 2, ANSWER_NO = 3, ANSWER_LATER = 4 };

/* Somebody who was asked to become a mentor. */
struct invitation {
	struct record head; /* of the year */
	int64_t on_day;
	const char *name; /* «Орлова Инна Петровна» */
	int64_t subbase;  /* book item, BOOK_SUBBASE */
	const char *place;
	const char *contact;
	const char *by; /* who invited, or how */
	int64_t answer; /* enum invitation_answer */
	int64_t answered_on;
	const char *note;
};
extern const struct record_type invitation_type;
extern record_words invitation_answers;

/* The choices «mentor_type». */
extern record_words mentor_types;

/* The sub-base that people of a kind belong to, and the kind of people of a sub-base; 0 and
 * KIND_OTHER: it cannot be told (the school took the item out, or added one of its own). */
int64_t subbase_of_kind(const struct books *books, enum person_kind kind);
enum person_kind kind_of_subbase(const struct books *books, int64_t subbase);

#endif
