/* Private: CRC-32 as in zip and PNG. */
#ifndef NASTAVNIK_PORT_SRC_CRC_H
#define NASTAVNIK_PORT_SRC_CRC_H

#include <stddef.h>
#include <stdint.h>

/* crc is that of the bytes before, 0 at first. */
uint32_t crc32_of(uint32_t crc, const char *bytes, size_t n);

#endif
