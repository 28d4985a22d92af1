/* Numbers of fields as people write them, shared by field*.c. */
#ifndef NASTAVNIK_SRC_BASE_FIELD_PRIVATE_H
#define NASTAVNIK_SRC_BASE_FIELD_PRIVATE_H

#include <stdint.h>

enum { NUMBER_SIZE = 32 };

/* 15 with one decimal is «1,5», 20 is «2». Returns buf. */
char *number_format(int64_t value, int decimals, char buf[NUMBER_SIZE]);

#endif
