/*
 * A person and what one school year says of him: class and role belong to the year, never to the
 * person. domain.md §2.
 */
#ifndef NASTAVNIK_MODEL_PERSON_H
#define NASTAVNIK_MODEL_PERSON_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/field.h"

/* What a person is at the school in one year. Values are stored in the file: never renumber. */
enum person_kind {
	KIND_UNKNOWN = 0,
	KIND_PUPIL = 1,    /* ученик */
	KIND_TEACHER = 2,  /* педагог */
	KIND_STUDENT = 3,  /* студент */
	KIND_EMPLOYER = 4, /* работодатель, сотрудник предприятия, предприниматель */
	KIND_PARENT = 5,   /* родитель */
	KIND_GRADUATE = 6, /* выпускник */
	KIND_OTHER = 7, /* общественный деятель, участник социального проекта, … */
	KIND_COUNT
};

/* A person as one year sees him. Texts are never NULL. */
struct person {
	int64_t id;   /* of the person; the same in all years */
	int64_t year; /* first calendar year of the school year: 2026 is 2026/2027; 0: no record in
			 it */
	const char *family, *given,
		*patronymic; /* «Ёлкина» «Зоя» «Андреевна»; the last may be "" */
	int64_t birth;       /* date.h; may be a year alone; DATE_NONE */
	const char *phone, *email, *note;
	/* of the year */
	int64_t kind;           /* enum person_kind */
	const char *class_name; /* «7В», see class.h; "" for who has none */
	const char *position;   /* «учитель физики» */
	const char *place;      /* place of work or study when it is not this school */
	int64_t left_on;        /* date of leaving the school within the year; DATE_NONE: is here */
	const char *left_why;
};

extern const struct fields person_fields; /* over struct person */

/* «Ёлкина Зоя Андреевна»; «Ёлкина Зоя» when there is no patronymic. */
char *person_name(struct arena *a, const struct person *p);
/* «Ёлкина Зоя»: what screens show where there is little room. */
char *person_short_name(struct arena *a, const struct person *p);
/* «З.А. Ёлкина», as signatures have it. */
char *person_initials(struct arena *a, const struct person *p);
/* «7В», else position, else the kind's name: what lists and papers show beside the name. */
const char *person_class_or_position(const struct person *p);
/* Full years on 1 September of the year, or by class (class g is g + 6) when the birth is unknown;
 * -1 when neither is known. */
int person_age(const struct person *p, int64_t year);

/*
 * Split «Ёлкина Зоя Андреевна» into family, given and patronymic (in the arena). Knows double names
 * with a hyphen, «оглы», «кызы» and like words (they go with the patronymic), particles,
 * «О'Коннор». False when there is no second word: then all is family.
 */
bool name_split(struct arena *a, const char *full, struct person *out);
/* Upper-case or lower-case names as people write them: «ЁЛКИНА» gives «Ёлкина», «салтыков-щедрин»
 * gives «Салтыков-Щедрин»; a name in mixed case is left as it is. */
char *name_case(struct arena *a, const char *name);

/* Name of a kind; the set of choices "person_kind". */
const char *person_kind_name(enum person_kind kind);
enum person_kind person_kind_of(const char *text); /* by code or Russian word; KIND_UNKNOWN */
struct choices person_kind_choices(struct arena *a);

/*
 * Same person? design.md, The model: folded name (ё = е; a patronymic that one of them lacks does
 * not count) and birth date, else class of this year, else last year's class one higher.
 */
enum same { SAME_NO, SAME_MAYBE, SAME_YES };
/* old: the record in the file as its newest year has it; fresh: a row of the year `year`.
 * SAME_MAYBE: the names agree but nothing else says yes or no (a question for the person).
 * Different whole birth dates, or different patronymics, say no; so do a pupil and an adult of one
 * year. A year of birth alone agrees with a date of that year unless the class contradicts. Without
 * class and birth a full name with the patronymic (staff; pupils within one year) or the same
 * telephone or e-mail says yes. */
enum same person_same(const struct person *old, const struct person *fresh, int64_t year);
/* Folded family name and first given name: what candidates for the same person share. Into buf. */
size_t person_name_key(const struct person *p, char *buf, size_t size);

#endif
