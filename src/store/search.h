/* What SQL alone cannot do with Russian: finding and ordering. */
#ifndef STORE_SEARCH_H
#define STORE_SEARCH_H

#include <stddef.h>

#include "file.h"
#include "nastavnik/base/arena.h"
#include "nastavnik/model/person.h"

/* A filter as typed, ready to be looked for: its words as they are, and in the other layout. */
struct search;
#define SEARCH_POINTER "search" /* type for bind_pointer() */

/* NULL when there is nothing to look for. Lives in the arena. */
struct search *search_new(struct arena *a, const char *filter);

/* Is every word in the text, which is folded? */
bool search_found(const struct search *s, const char *text);

/* Does the text begin with the first of the words? A name does with the beginning of its surname:
 * such people are found first, before those whose patronymic has the letters. */
bool search_begins(const struct search *s, const char *text);

/* The SQL functions: found(text, …, search), begins(text, search), fold(text), sort_key(text). */
void search_register(sqlite3 *db);

enum { KEY_SIZE = 512 };
/* person_year.name_key and class_key; return the length. */
size_t name_key_into(const struct person *p, char buf[KEY_SIZE]);
size_t class_key_into(const char *class_name, const char *position, char buf[KEY_SIZE]);

#endif
