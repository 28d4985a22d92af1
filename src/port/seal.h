/* Private: sealing, by the module nastavnik-seal, which is loaded on first use. */
#ifndef NASTAVNIK_PORT_SRC_SEAL_H
#define NASTAVNIK_PORT_SRC_SEAL_H

#include "nastavnik/base/err.h"
#include "seal_module.h"

/* RC_NOT_FOUND with a sentence when it is not installed. */
enum rc seal_get(const struct seal **seal);
/* The sentence of a fault with the file at path; RC_INVALID, RC_OK of SEAL_FINE. */
enum rc seal_tell(enum seal_fault fault, const char *path);

#endif
