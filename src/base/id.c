#include "nastavnik/base/id.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>

enum { RUN = 65536 };

/* The one sequence of the program. */
static struct {
	bool begun, seeded;
	uint64_t state; /* of the generator, when seeded */
	int64_t next;
	int left; /* of the run */
} sequence;

/* splitmix64, of Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014. */
static uint64_t splitmix(uint64_t *state)
{
	uint64_t z = *state += 0x9E3779B97F4A7C15;

	z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
	z = (z ^ z >> 27) * 0x94D049BB133111EB;
	return z ^ z >> 31;
}

static void sequence_begin(uint64_t salt)
{
	const char *seed = getenv("NASTAVNIK_SEED");

	sequence.begun = true;
	sequence.seeded = seed && *seed;
	if (sequence.seeded) {
		uint64_t mixed = salt;

		sequence.state = strtoull(seed, NULL, 10) ^ splitmix(&mixed);
		sequence.left = 0;
	}
}

static uint64_t random64(void)
{
	uint64_t value;

	if (!sequence.begun)
		sequence_begin(0);
	if (sequence.seeded)
		return splitmix(&sequence.state);
	while (getrandom(&value, sizeof(value), 0) != (ssize_t)sizeof(value)) {
		if (errno != EINTR) {
			perror("nastavnik: getrandom");
			abort();
		}
	}
	return value;
}

void id_stir(uint64_t salt)
{
	if (getenv("NASTAVNIK_SEED"))
		sequence_begin(salt);
}

int64_t id_new(void)
{
	if (!sequence.left) {
		sequence.next = (int64_t)(random64() >> 2) + 1; /* 62 bits: a run cannot overflow */
		sequence.left = RUN;
	}
	sequence.left--;
	return sequence.next++;
}

void uuid_new(char buf[37])
{
	uint64_t high = random64(), low = random64();

	high = (high & ~UINT64_C(0xF000)) | 0x4000;             /* version 4 */
	low = (low & ~(UINT64_C(3) << 62)) | UINT64_C(1) << 63; /* variant 1 */
	snprintf(buf, 37, "%08x-%04x-%04x-%04x-%012llx", (unsigned)(high >> 32),
		 (unsigned)(high >> 16 & 0xFFFF), (unsigned)(high & 0xFFFF), (unsigned)(low >> 48),
		 (unsigned long long)(low & 0xFFFFFFFFFFFF));
}
