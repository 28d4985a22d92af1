/* The list of people, kept from one letter of a find to the next. */
#ifndef STORE_PERSON_IDS_H
#define STORE_PERSON_IDS_H

#include "nastavnik/base/id.h"
#include "nastavnik/base/str.h"
#include "search.h"

/* What a list depends on. */
struct person_list_key {
	const char *sql; /* which column and direction; NULL: nothing is kept */
	int64_t stamp;   /* store_stamp() when it was read */
	int64_t year, kind, part, left;
	char class_key[KEY_SIZE];
};

/*
 * Everybody of one list in its order, with what a find looks at: reading that from the file takes
 * several times as long as looking through it, and a list is found in letter by letter. 100,000
 * people are some 7 MB, used again for the next list. All zero: nothing is kept.
 */
struct person_list {
	struct person_list_key key;
	struct ids ids; /* on the heap */
	size_t cap;
	struct str texts; /* of each in turn: name key, newline, class key, NUL */
};

/* Forget it and free its memory. */
void person_list_clear(struct person_list *list);

#endif
