/*
 * Packets: a questionnaire of the year given out as a file, typed elsewhere, taken back. What is
 * typed twice with other answers is kept beside what is here (sheet.rival) until somebody decides:
 * app/disputes.h. The file itself: port/packet.h.
 */
#ifndef NASTAVNIK_APP_PACKETS_H
#define NASTAVNIK_APP_PACKETS_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/issue.h"

/* What is given out. */
struct packet_order {
	int64_t survey;         /* a version */
	const char *whom;       /* to whom; may be "" */
	bool named;             /* people's names go with it, not their codes alone */
	const char *passphrase; /* NULL: it is not sealed */
	const char *path;
};

/* May that be a passphrase? RC_INVALID with a sentence. */
enum rc passphrase_check(const char *passphrase);

/* Write a packet: numbers are given to whoever has none, the file is written, and it stands among
 * the packets given out: one step. *forms (may be NULL): how many people it asks. RC_INVALID with a
 * sentence: the passphrase is too short; RC_CONFLICT: a packet is there that may have answers in
 * it; otherwise errors as packet_save(). */
enum rc packet_give(struct app *app, const struct packet_order *order, int64_t *forms);

/* Is there a packet at that path, and is it sealed? */
bool packet_is(const char *path);
bool packet_is_sealed(const char *path);

struct packet_report {
	const char *survey; /* its name, in the arena */
	const char *whom;   /* likewise */
	size_t sheets;      /* of the packet */
	size_t added;       /* that were not here */
	size_t same;        /* that say the same, or were taken before */
	size_t disputed;    /* with other answers, kept to be decided */
	size_t left_out;    /* only with `partial` */
};

/*
 * Take a packet back: one step, nothing is doubled when it was taken before. passphrase: of a
 * sealed one, else NULL. RC_INVALID with a sentence that names the place: damaged, cut off, of
 * another school, year or version, another passphrase, sheets of people who are not in the file,
 * answers that cannot be; then nothing is taken
 * (RC_CONFLICT where a part could be). partial: what cannot be taken is told there and
 * left out; NULL: it refuses the whole.
 */
enum rc packet_take(struct app *app, struct arena *a, const char *path, const char *passphrase,
		    struct issues *partial, struct packet_report *out);

#endif
