/*
 * A participant: one person in one role in one year. A person may be mentee and mentor in the same
 * year; role belongs to the participation. domain.md §2.
 */
#ifndef NASTAVNIK_MODEL_PARTICIPANT_H
#define NASTAVNIK_MODEL_PARTICIPANT_H

#include "nastavnik/base/issue.h"
#include "nastavnik/model/person.h"

/* Stored: never renumber. */
enum role { ROLE_MENTEE = 1, ROLE_MENTOR = 2 };

/* Texts are never NULL. */
struct participant {
	int64_t id;   /* of the participation */
	int64_t role; /* enum role */
	struct person person;
	int64_t form;            /* book item; 0: any that fits the two persons */
	int64_t role_model;      /* book item; 0: any */
	struct ids topics;       /* mentee: requests, the main one first; mentor: competences */
	const char *topic_words; /* the same in the person's own words, as imported or typed */
	struct ids interests;
	const char *interest_words;
	int64_t hours; /* tenths of an hour a week: a mentee's wish, a mentor's offer to each mentee
			*/
	int64_t joined; /* date of entering the base */
	struct ids
		choices; /* participations of the other role this one chose, best first (ballot) */
	struct ids refusals; /* participations of the other role this one will not work with */
	/* Dates of the signed consents that stand, see model/consent.h; DATE_NONE: none */
	int64_t consent_on;         /* to take part */
	int64_t data_consent_on;    /* to the processing of personal data */
	int64_t publish_consent_on; /* to publication */
	const char *note;
	int64_t entry_on; /* date the entry questionnaire was handed in; DATE_NONE */
	/* a mentee */
	struct ids deficits; /* of a teacher: what is hard, items of BOOK_DEFICIT */
	int64_t going_on;    /* next year: 1 as mentee, 2 as mentor, 3 not; 0: not asked */
	int64_t number;      /* of the respondent, see survey.h; 0: none was given. Read only */
	const char *representative, *representative_contact; /* parent or guardian */
	/* a mentor */
	const char *achievements;
	int64_t age_from, age_to;  /* wished age of the mentee in full years; FIELD_NOTHING: open */
	int64_t capacity;          /* mentees at once, 1…30 */
	int64_t selected, trained; /* 1: yes */
	int64_t checked_on;  /* date the certificate of criminal record was shown; DATE_NONE */
	int64_t subbase;     /* book item, BOOK_SUBBASE; 0: not said */
	int64_t technology;  /* book item, BOOK_TECHNOLOGY; 0: not said */
	int64_t mentor_type; /* 1 консультант, 2 предметник; 0: not said */
};

/* Over struct participant, the person's fields first. Choice sets: "person_kind", "form",
 * "role_model", "request", "competence", "interest", "deficit", "subbase", "technology",
 * "mentor_type", "mentor", "mentee". */
extern const struct fields mentee_fields;
extern const struct fields mentor_fields;
struct fields participant_fields(enum role role);

/* A new one with the defaults (capacity 1, joined today, all texts ""). */
void participant_init(struct participant *p, enum role role, int64_t year);
/* Warnings of domain §2–3 (never prohibitions): age outside 10…18, mentor younger than…, no
 * request, no consent, and the like. */
void participant_warn(const struct participant *p, struct issues *out);

/* «8–11 классы», «10-14 лет», «5-7», «старшеклассники», «любой» to an age range; classes become
 * ages (class g: g+6…g+7). False when it says nothing known. */
bool age_range_parse(const char *text, int64_t *from, int64_t *to);
/* «14–17 лет», «от 14 лет», «до 17 лет», «» */
char *age_range_show(struct arena *a, int64_t from, int64_t to);
/* «2 часа», «1,5», «час в неделю», «4 часа в месяц», «30 минут» to tenths of an hour a week; false.
 */
bool hours_parse(const char *text, int64_t *hours);

#endif
