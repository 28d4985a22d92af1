/* Private: the module nastavnik-office, loaded on first use: linking libxlsxwriter and libzip would
 * cost every start 3 ms, most of them for libcrypto. */
#ifndef NASTAVNIK_PORT_SRC_OFFICE_H
#define NASTAVNIK_PORT_SRC_OFFICE_H

#include "office_module.h"

/* The module; stays loaded. RC_NOT_FOUND with a sentence that names what to install. */
enum rc office_get(const struct office **office);

#endif
