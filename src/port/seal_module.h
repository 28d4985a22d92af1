/*
 * What the program and its module nastavnik-seal say to each other: bytes encrypted under a
 * passphrase. The module knows libsodium; sentences are made by the program.
 */
#ifndef NASTAVNIK_PORT_SRC_SEAL_MODULE_H
#define NASTAVNIK_PORT_SRC_SEAL_MODULE_H

#include <stddef.h>

/* Grows with each change below. */
enum { SEAL_VERSION = 1 };

#define SEAL_MODULE "nastavnik-seal.so"
#define SEAL_ENTRY "nastavnik_seal"

/*
 * A sealed file: magic, then the parameters and the salt of Argon2id, the nonce, the length of what
 * is sealed, a check value of the passphrase, a CRC-32 of all that; the bytes under
 * XChaCha20-Poly1305 with everything before them as additional data.
 */
#define SEAL_MAGIC_TEXT "nastavnik-sealed "

enum {
	SEAL_MAGIC = 18, /* bytes: "nastavnik-sealed 1" without a line end */
	SEAL_OVERHEAD = SEAL_MAGIC + 8 + 16 + 24 + 8 + 16 + 4 + 16,
};

enum seal_fault {
	SEAL_FINE,
	SEAL_PASSPHRASE, /* another one */
	SEAL_DAMAGED,
	SEAL_CUT, /* shorter than it was */
	SEAL_OTHER_VERSION,
	SEAL_MEMORY, /* too little for the parameters */
};

struct seal {
	int version; /* SEAL_VERSION */
	/* Seal n bytes; out has room for n + SEAL_OVERHEAD. */
	enum seal_fault (*seal)(const char *passphrase, const void *plain, size_t n,
				unsigned char *out);
	/* The other way round; n bytes sealed, out has room for n. */
	enum seal_fault (*open)(const char *passphrase, const unsigned char *sealed, size_t n,
				void *out, size_t *plain);
};

const struct seal *nastavnik_seal(void);

#endif
