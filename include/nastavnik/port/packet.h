/*
 * Packets: a questionnaire given out as one file, to be typed elsewhere and taken back.
 *
 * A packet is UTF-8 text, a record a line, its fields between tabs (tab, line end and "\" escaped).
 * Each line begins with its own CRC-32 and the last one counts them all, so that a damaged or half
 * copied packet says where. A sealed one is the same text encrypted under a passphrase. Ids are
 * those of the school's file, so that what comes back finds its place by them.
 */
#ifndef NASTAVNIK_PORT_PACKET_H
#define NASTAVNIK_PORT_PACKET_H

#include "nastavnik/base/issue.h"
#include "nastavnik/base/str.h"
#include "nastavnik/model/survey.h"

enum {
	PACKET_VERSION = 1,         /* of the text: others are refused */
	PACKET_SIZE_MAX = 64 << 20, /* bytes of a file */
	PASSPHRASE_MIN = 8,         /* characters */
	PASSPHRASE_MAX = 200,       /* bytes */
};

/* Where it comes from. */
struct packet_head {
	int64_t id;              /* of the register "packet" */
	const char *school_uuid; /* whose it is */
	const char *school;      /* its short name, for the person */
	int64_t year;
	int64_t made_on;
	const char *whom; /* to whom it was given */
	int64_t named;    /* 1: people's names stand in it */
};

/* Who is asked. */
struct packet_person {
	int64_t participation;
	int64_t role; /* enum role */
	int64_t number;
	const char *name;  /* "" when there are only codes */
	const char *place; /* class or position; likewise */
};

struct packet_sheet {
	int64_t line; /* of the packet, for messages; 0 when it was not read from one */
	struct sheet head;
	struct answers answers; /* those that are not open */
};

struct packet {
	struct packet_head head;
	struct survey survey; /* form: 0, books do not travel */
	struct survey_items items;
	struct packet_person *person;
	size_t people;
	struct packet_sheet *sheet;
	size_t sheets;
	struct mismatches mismatches; /* of second entries, by sheet */
};

/* What a file may be. */
enum packet_kind { PACKET_NONE, PACKET_OPEN, PACKET_SEALED };

/* What a file is by its first bytes; PACKET_NONE also of one that cannot be read. */
enum packet_kind packet_recognise(const char *path);

/* The text of a packet behind what is in out. */
void packet_write(struct str *out, const struct packet *packet);
/*
 * Read the text of a packet (n bytes, changed in place, which must live as long as the packet).
 * RC_INVALID with a sentence that names the line: damaged, cut off, of another version, none at
 * all; RC_CONFLICT instead where a part of it could be read. partial: sheets in damaged lines are
 * left out and told, a missing end too; NULL: any damage refuses the whole. Answers are those of
 * its items, but were not checked otherwise.
 */
enum rc packet_read(struct arena *a, char *text, size_t n, struct issues *partial,
		    struct packet *out);

/* Write it to a file, sealed when passphrase is not NULL; atomic and with errors as save_open(), or
 * RC_NOT_FOUND when the part of the program that seals is not installed. */
enum rc packet_save(const char *path, const char *passphrase, const struct packet *packet);
/* Read one from a file. passphrase: of a sealed one, NULL else. RC_INVALID with a sentence: as
 * packet_read(), no or another passphrase; RC_IO, RC_NOT_FOUND likewise. */
enum rc packet_load(struct arena *a, const char *path, const char *passphrase,
		    struct issues *partial, struct packet *out);

#endif
