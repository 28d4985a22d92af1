/* Changing the corrections of names in cases. */
#ifndef NASTAVNIK_STORE_WRITE_NAME_CASE_H
#define NASTAVNIK_STORE_WRITE_NAME_CASE_H

#include "nastavnik/store/read/name_case.h"

/* In place of the person's older one; one that says nothing takes it away. */
enum rc name_case_put(struct store *s, const struct name_case *own);
/* What `from` has goes over to `to`, unless `to` has one itself. */
enum rc name_case_move(struct store *s, int64_t from, int64_t to);

#endif
