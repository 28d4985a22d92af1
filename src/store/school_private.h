/* Between the sources that make a file. */
#ifndef STORE_SCHOOL_PRIVATE_H
#define STORE_SCHOOL_PRIVATE_H

#include "file.h"
#include "nastavnik/model/book.h"
#include "nastavnik/model/school.h"

/* The row of a new file; uuid "" or NULL: a new one is drawn. */
enum rc school_insert(struct store *s, const struct school *school);
/* The books of a new year; ids 0 get new ones. */
enum rc books_add(struct store *s, int64_t year, const struct books *books);

#endif
