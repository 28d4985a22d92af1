/* Changing the reference books. */
#ifndef NASTAVNIK_STORE_WRITE_BOOK_H
#define NASTAVNIK_STORE_WRITE_BOOK_H

#include "nastavnik/store/read/book.h"

/* New (id 0: gets one; position 0: the last of its book) or changed, with its answers. */
enum rc book_item_put(struct store *s, struct book_item *item);
/* Whatever uses one item uses another one of the book from now on; what uses both does so once. */
enum rc book_item_move(struct store *s, int64_t from, int64_t to);
/* RC_CONFLICT, with a sentence, while something uses it: hide it instead. */
enum rc book_item_delete(struct store *s, int64_t id);

#endif
