/* Reference books of a year. */
#ifndef NASTAVNIK_STORE_READ_BOOK_H
#define NASTAVNIK_STORE_READ_BOOK_H

#include "nastavnik/model/book.h"

struct store;

/* All books of a year, by book, then position. */
enum rc books_load(const struct store *s, struct arena *a, int64_t year, struct books *out);
/* How many records name the item: participations, bonds, registers and, of a category, persons. */
enum rc book_item_uses(const struct store *s, int64_t id, int64_t *out);

#endif
