/* What may be asked of an open file itself. Everything here leaves the file as it is. */
#ifndef NASTAVNIK_STORE_READ_STORE_H
#define NASTAVNIK_STORE_READ_STORE_H

#include <stdbool.h>
#include <stdint.h>

struct store;

/* Was it opened, or could it be opened, for reading only? */
bool store_is_readonly(const struct store *s);
/* A sentence why only reading is possible; "" when writing is. Owned by the store. */
const char *store_readonly_reason(const struct store *s);
/* Was that because another program wrote the file, and has it left since? Then opening it again may
 * write. */
bool store_is_free(const struct store *s);
const char *store_path(const struct store *s);
/* Login name under which steps are written. */
const char *store_operator(const struct store *s);
/* A number that is another one whenever the data are others, also when another program changed
 * them: what was loaded under the same number need not be loaded again. */
int64_t store_stamp(const struct store *s);

#endif
