/*
 * Consents: papers that somebody has signed. Taking part, the processing of personal data and their
 * publication are three different papers (152-ФЗ; since 2025 the second is never a part of another
 * paper), so each is a record of its own, with its history. domain.md §7.
 */
#ifndef NASTAVNIK_MODEL_CONSENT_H
#define NASTAVNIK_MODEL_CONSENT_H

#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/field.h"

/* Stored: never renumber. */
enum consent_kind {
	CONSENT_TAKE_PART = 1, /* in the programme: what a rule of forming pairs may ask for */
	CONSENT_DATA = 2,      /* the processing of personal data */
	CONSENT_PUBLISH = 3,   /* distribution of personal data: photos, cases; asked for only where
				* something is to be published, so nobody owes it */
	CONSENT_KINDS = 3
};

/* One signed paper. Texts are never NULL. */
struct consent {
	int64_t id, person;
	int64_t year;      /* for which it was signed; one to data processing or publication that
			    * names a term counts in later years too, up to its last day */
	int64_t kind;      /* enum consent_kind */
	int64_t signed_on; /* a whole date */
	const char *signed_by; /* parent, guardian, or the person; "": not noted */
	int64_t until;         /* the last day it is good for; DATE_NONE: without a term */
	int64_t withdrawn_on;  /* DATE_NONE: it stands */
};

/* Over struct consent. The set of choices: "consent_kind". */
extern const struct fields consent_fields;

/* What a paper is worth on a day. */
enum consent_state {
	CONSENT_NONE, /* there is none */
	CONSENT_STANDS,
	CONSENT_EXPIRED,   /* its last day is past */
	CONSENT_WITHDRAWN, /* nothing rests on it any more, whatever its term */
};
enum consent_state consent_state(const struct consent *c, int today);

/* One kind of consent of one person, as lists show it. */
struct consent_mark {
	int64_t id;   /* of the record that tells; 0: there is none */
	int64_t year; /* the record's */
	enum consent_state state;
	int64_t on; /* signed on, expired after, withdrawn on */
};
/* Take one more record into a mark: a standing one wins, else the one signed last. */
void consent_mark_add(struct consent_mark *mark, const struct consent *c, int today);

/* May a school do without it? (publication) */
bool consent_is_optional(enum consent_kind kind);
/* Does somebody with such a mark owe that paper? */
bool consent_is_owed(enum consent_kind kind, const struct consent_mark *mark);

/* «участие», «обработка данных», «публикация»: a word for headings; and «Согласие на участие». */
const char *consent_kind_name(enum consent_kind kind);
const char *consent_kind_title(enum consent_kind kind);
struct choices consent_kind_choices(struct arena *a);
/* «02.09.2026», «нет», «истекло 31.05.2026», «отозвано 01.10.2026», in the arena. */
const char *consent_mark_show(struct arena *a, const struct consent_mark *mark);

#endif
