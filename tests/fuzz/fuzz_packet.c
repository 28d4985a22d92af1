/*
 * libFuzzer harness of packets: whatever the bytes, they are read or refused with a sentence, and
 * what was read and is written again says the same. The first byte chooses whether parts may be
 * taken. Checksums stand in the way of a fuzzer: the corpus is made of packets, and lines are given
 * their right checksums here.
 *
 *	CC=clang meson setup build-fuzz -Dfuzz=enabled -Db_sanitize=address \
 *		-Db_lundef=false -Dc_args=-fsanitize=fuzzer-no-link
 *	ninja -C build-fuzz tests/fuzz/fuzz_packet
 *	mkdir corpus	# libFuzzer adds to the first folder what it finds
 *	build-fuzz/tests/fuzz/fuzz_packet -detect_leaks=0 -max_len=4096 corpus
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "crc.h"
#include "nastavnik/port/packet.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* «kind\tfields» a line becomes a packet; the end line is added. */
static void text_make(struct str *out, const char *bytes, size_t n)
{
	uint32_t crc = 0;
	int lines = 0;

	str_printf(out, "nastavnik-packet %d\n", PACKET_VERSION);
	for (size_t at = 0; at < n; lines++) {
		const char *stop = memchr(bytes + at, '\n', n - at);
		size_t len = stop ? (size_t)(stop - bytes) - at : n - at, from = out->len;

		str_printf(out, "%08x\t", (unsigned)crc32_of(0, bytes + at, len));
		str_add_n(out, bytes + at, len);
		str_add_char(out, '\n');
		crc = crc32_of(crc, out->text + from, out->len - from);
		at += len + 1;
	}
	struct str end = { 0 };

	str_printf(&end, "end\t%d\t%lu", lines, (unsigned long)crc);
	str_printf(out, "%08x\t%s\n", (unsigned)crc32_of(0, end.text, end.len), end.text);
	str_done(&end);
}

static void again_check(const struct packet *packet)
{
	struct arena a = { 0 };
	struct str text = { 0 };
	struct packet again;

	packet_write(&text, packet);
	if (packet_read(&a, text.text, text.len, NULL, &again) != RC_OK ||
	    again.sheets != packet->sheets || again.people != packet->people)
		abort();
	str_done(&text);
	arena_done(&a);
}

static void text_try(char *text, size_t n, bool partial)
{
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	struct packet packet;

	if (packet_read(&a, text, n, partial ? &issues : NULL, &packet) != RC_OK) {
		if (!*err_last()->text)
			abort();
	} else if (!partial) {
		again_check(&packet);
	}
	arena_done(&a);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct str made = { 0 }, raw = { 0 };
	bool partial = n && bytes[0] & 1;

	text_make(&made, (const char *)bytes + (n > 0), n - (n > 0));
	text_try(made.text, made.len, partial);
	str_add_n(&raw, (const char *)bytes, n);
	if (raw.text)
		text_try(raw.text, raw.len, partial);
	str_done(&made);
	str_done(&raw);
	return 0;
}
