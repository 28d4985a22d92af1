/* The module nastavnik-seal: libsodium. */
#include "seal_module.h"

#include <sodium.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "crc.h"

enum {
	AT_OPS = SEAL_MAGIC,
	AT_MEMORY = AT_OPS + 4, /* in KiB */
	AT_SALT = AT_MEMORY + 4,
	AT_NONCE = AT_SALT + crypto_pwhash_SALTBYTES,
	AT_LENGTH = AT_NONCE + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
	AT_CHECK = AT_LENGTH + 8,
	AT_CRC = AT_CHECK + crypto_generichash_BYTES_MIN,
	AT_BYTES = AT_CRC + 4,
	KEY = crypto_aead_xchacha20poly1305_ietf_KEYBYTES,
	OPS_MAX = 16,
	MEMORY_MAX = 1 << 20, /* KiB: what asks for more is no packet of ours */
};
_Static_assert(AT_BYTES + crypto_aead_xchacha20poly1305_ietf_ABYTES == SEAL_OVERHEAD,
	       "as seal_module.h says");

static const char magic[SEAL_MAGIC + 1] = SEAL_MAGIC_TEXT "1";

/* One key seals, the other tells a wrong passphrase from damage. */
struct keys {
	unsigned char seal[KEY], check[KEY];
};

static void number_write(unsigned char *at, uint64_t value, int bytes)
{
	for (int i = 0; i < bytes; i++, value >>= 8)
		at[i] = (unsigned char)value;
}

static uint64_t number_read(const unsigned char *at, int bytes)
{
	uint64_t value = 0;

	for (int i = bytes; i-- > 0;)
		value = value << 8 | at[i];
	return value;
}

static uint32_t head_crc(const unsigned char *file)
{
	return crc32_of(0, (const char *)file, AT_CRC);
}

static bool keys_make(struct keys *keys, const char *passphrase, const unsigned char *file)
{
	return crypto_pwhash((unsigned char *)keys, sizeof(*keys), passphrase, strlen(passphrase),
			     file + AT_SALT, number_read(file + AT_OPS, 4),
			     (size_t)number_read(file + AT_MEMORY, 4) * 1024,
			     crypto_pwhash_ALG_ARGON2ID13) == 0;
}

static void check_make(const struct keys *keys, const unsigned char *file, unsigned char *out)
{
	crypto_generichash(out, AT_CRC - AT_CHECK, file, AT_CHECK, keys->check, KEY);
}

static enum seal_fault seal(const char *passphrase, const void *plain, size_t n, unsigned char *out)
{
	struct keys keys;

	if (sodium_init() < 0)
		return SEAL_MEMORY;
	memcpy(out, magic, SEAL_MAGIC);
	number_write(out + AT_OPS, crypto_pwhash_OPSLIMIT_INTERACTIVE, 4);
	number_write(out + AT_MEMORY, crypto_pwhash_MEMLIMIT_INTERACTIVE / 1024, 4);
	randombytes_buf(out + AT_SALT, AT_LENGTH - AT_SALT);
	number_write(out + AT_LENGTH, n, 8);
	if (!keys_make(&keys, passphrase, out))
		return SEAL_MEMORY;
	check_make(&keys, out, out + AT_CHECK);
	number_write(out + AT_CRC, head_crc(out), 4);
	crypto_aead_xchacha20poly1305_ietf_encrypt(out + AT_BYTES, NULL, plain, n, out, AT_BYTES,
						   NULL, out + AT_NONCE, keys.seal);
	sodium_memzero(&keys, sizeof(keys));
	return SEAL_FINE;
}

/* Before the costly part: is the head what was written, and all of the file there? */
static enum seal_fault head_check(const unsigned char *file, size_t n)
{
	size_t least = n < SEAL_MAGIC ? n : SEAL_MAGIC;

	if (memcmp(file, magic, least - (least == SEAL_MAGIC)) != 0)
		return SEAL_DAMAGED;
	if (n < SEAL_OVERHEAD)
		return SEAL_CUT;
	if (number_read(file + AT_CRC, 4) != head_crc(file))
		return file[SEAL_MAGIC - 1] != magic[SEAL_MAGIC - 1] &&
				       file[SEAL_MAGIC - 1] >= '0' && file[SEAL_MAGIC - 1] <= '9'
			       ? SEAL_OTHER_VERSION
			       : SEAL_DAMAGED;
	if (file[SEAL_MAGIC - 1] != magic[SEAL_MAGIC - 1])
		return SEAL_OTHER_VERSION;
	if (number_read(file + AT_OPS, 4) > OPS_MAX ||
	    number_read(file + AT_MEMORY, 4) > MEMORY_MAX)
		return SEAL_DAMAGED;
	if (number_read(file + AT_LENGTH, 8) != n - SEAL_OVERHEAD)
		return number_read(file + AT_LENGTH, 8) > n - SEAL_OVERHEAD ? SEAL_CUT
									    : SEAL_DAMAGED;
	return SEAL_FINE;
}

static enum seal_fault bytes_open(const struct keys *keys, const unsigned char *file, size_t n,
				  void *out)
{
	unsigned char check[AT_CRC - AT_CHECK];

	check_make(keys, file, check);
	if (sodium_memcmp(check, file + AT_CHECK, sizeof(check)) != 0)
		return SEAL_PASSPHRASE;
	return crypto_aead_xchacha20poly1305_ietf_decrypt(out, NULL, NULL, file + AT_BYTES,
							  n - AT_BYTES, file, AT_BYTES,
							  file + AT_NONCE, keys->seal) == 0
		       ? SEAL_FINE
		       : SEAL_DAMAGED;
}

static enum seal_fault seal_open(const char *passphrase, const unsigned char *sealed, size_t n,
				 void *out, size_t *plain)
{
	enum seal_fault fault = head_check(sealed, n);
	struct keys keys;

	if (fault)
		return fault;
	if (sodium_init() < 0 || !keys_make(&keys, passphrase, sealed))
		return SEAL_MEMORY;
	fault = bytes_open(&keys, sealed, n, out);
	sodium_memzero(&keys, sizeof(keys));
	if (!fault)
		*plain = n - SEAL_OVERHEAD;
	return fault;
}

__attribute__((visibility("default"))) const struct seal *nastavnik_seal(void)
{
	static const struct seal library = { SEAL_VERSION, seal, seal_open };

	return &library;
}
