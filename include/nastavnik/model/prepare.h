/* What stage 1 writes down: registers of the year. domain.md §1, §8. */
#ifndef NASTAVNIK_MODEL_PREPARE_H
#define NASTAVNIK_MODEL_PREPARE_H

#include "nastavnik/model/record.h"
#include "nastavnik/model/school.h"

/* Who works on the programme, and as what. */
struct team {
	struct record head;
	const char *name; /* «Кравцова Ольга Николаевна» */
	int64_t role;     /* book item, BOOK_TEAM */
	const char *position;
	const char *duties;
	const char *contact;
};
extern const struct record_type team_type;

/* What the programme is for, and how one will know. */
struct aim {
	struct record head;
	const char *name;
	int64_t form; /* book item, BOOK_FORM; 0: the whole programme */
	const char *expected, *reached;
};
extern const struct record_type aim_type;

/* An order, a regulation, minutes, a letter: what the school has on paper. */
struct document {
	struct record head;
	int64_t kind; /* book item, BOOK_DOCUMENT */
	const char *number;
	int64_t on_day;   /* date */
	const char *name; /* what it is about */
	const char *file; /* where it lies: a file's name or a folder */
	const char *note;
};
extern const struct record_type document_type;

/* A law or a letter that the programme rests on. */
struct ground {
	struct record head;
	const char *name;
	const char *number;
	int64_t on_day; /* date */
	const char *link;
	const char *note;
	const char *code; /* stable, from the methodology; "" for one the school added */
};
extern const struct record_type ground_type;

/* The grounds that the year's methodology proposes, as records without ids; texts in the arena.
 * RC_NOT_FOUND: there is no such methodology; RC_BUG with file, line and reason: its text has a
 * mistake. */
enum rc grounds_of_methodology(struct arena *a, const struct year *year, struct records *out);

/* What there is to work with. */
struct resource {
	struct record head;
	int64_t kind; /* book item, BOOK_RESOURCE */
	const char *name;
	const char *quantity; /* «12 шт.», «два кабинета» */
	const char *source;
	const char *note;
};
extern const struct record_type resource_type;

/* Who helps from outside, and on what agreement. */
struct partner {
	struct record head;
	int64_t kind; /* book item, BOOK_PARTNER */
	const char *name;
	const char *person, *contact; /* with whom to speak */
	const char *agreement;        /* its number */
	int64_t agreed_on, until;     /* dates; until DATE_NONE: without a term */
	int64_t gives;                /* 1: mentors come from there */
	const char *what;             /* what they do together */
};
extern const struct record_type partner_type;

/* How an agreement stands on a day. */
enum agreement_state { AGREEMENT_RUNS, AGREEMENT_ENDS_SOON, AGREEMENT_OVER };
enum agreement_state partner_agreement(const struct partner *partner, int today);

/* A festival, a conference, a parents' meeting, a talk: an event; that word is the keyboard's
 * (ui/keys.h). */
struct occasion {
	struct record head;
	int64_t stage; /* 1…7: where it belongs */
	int64_t kind;  /* book item, BOOK_EVENT */
	const char *name;
	int64_t on_day, until; /* dates; until DATE_NONE: one day */
	const char *place;
	const char *audience; /* whom: «родители 5–6 классов» */
	int64_t people;       /* how many came; FIELD_NOTHING: not counted */
	int64_t outside;      /* 1: held by another organisation */
	const char *result;
	const char *link;
};
extern const struct record_type event_type;
/* The choices «stage»: titles of the seven stages. */
extern record_words stage_words;

/* Somebody known by name at an event. */
struct guest {
	struct record head;    /* of an event */
	int64_t participation; /* 0: nobody of the bases */
	const char *name;
	const char *part; /* «выступление», «жюри» */
	const char *result;
};
extern const struct record_type guest_type;

/* What was written about the programme, and where. */
struct publication {
	struct record head;
	int64_t on_day;
	const char *name, *place, *link, *note;
};
extern const struct record_type publication_type;

/* What the curator and the team have learnt themselves. */
struct study {
	struct record head;
	const char *who, *name, *place;
	int64_t on_day, until;
	int64_t hours; /* FIELD_NOTHING: not known */
	const char *certificate;
};
extern const struct record_type study_type;

#endif
