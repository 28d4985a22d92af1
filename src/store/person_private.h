/* The person's part of a row, for all who read people. */
#ifndef STORE_PERSON_PRIVATE_H
#define STORE_PERSON_PRIVATE_H

#include "nastavnik/store/read/person.h"

struct query;

/* p is person; y person_year, or nothing by a LEFT JOIN. */
#define PERSON_COLUMNS                                                                      \
	"p.id, p.family, p.given, p.patronymic, p.birth, p.phone, p.email, p.note, y.year," \
	" y.kind, y.class_name, y.position, y.place, y.left_on, y.left_why"

struct person person_read(struct query *q, struct arena *a);
/* id 0, all texts "". */
void person_nobody(struct person *p);

#endif
