/* Changing the categories of persons. */
#ifndef NASTAVNIK_STORE_WRITE_CATEGORY_H
#define NASTAVNIK_STORE_WRITE_CATEGORY_H

#include "nastavnik/store/read/category.h"

/* These and no others in a year; those that were there already stay as they are. */
enum rc category_put(struct store *s, int64_t person, int64_t year, struct ids items);
/* What `from` has in any year goes over to `to`. */
enum rc category_move(struct store *s, int64_t from, int64_t to);

#endif
