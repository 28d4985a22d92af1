/* A sheet on the desk: what the files of its screen share. */
#ifndef SCREENS_SHEET_H
#define SCREENS_SHEET_H

#include "nastavnik/app/keying.h"
#include "nastavnik/ui/keying.h"
#include "surveys.h"

/* Why the cursor waits at a field. */
enum sheet_wait {
	WAIT_NOT,
	WAIT_DOUBT,   /* beyond the soft limits: is it so on the paper? */
	WAIT_DIFFERS, /* the second entry says something else */
	WAIT_ANEW,    /* and is typed anew */
};

struct sheet_desk {
	struct sheet_arg arg;
	struct survey survey;    /* of the flow: the newest version */
	bool whom;               /* the code is asked for */
	int64_t stranger;        /* a participation that was warned of */
	struct arena sheet[2];   /* of the sheet typed now, and of the one before it */
	int turn;                /* which is now */
	struct keying_desk desk; /* of the sheet typed now */
	const char *code, *name; /* whose it is */
	struct answers previous; /* of the sheet before it; n 0: none */
	const char *pile;        /* name of the pile; "" */
	int64_t filled_on;       /* the date on the papers, of new sheets; 0: not said */
	int64_t forms, entered;  /* of the pile: received, typed */
	enum sheet_wait wait;
	struct answer answer;          /* what it waits with */
	int64_t key_at;                /* clock_now() of the last key */
	int64_t sheets, keys, seconds; /* of this sitting */
};

struct sheet_desk *sheet_desk_of(const struct frame *f);
struct keying *sheet_keying(const struct frame *f);
/* The item under the cursor; NULL: the code is asked for, or all is typed. */
const struct survey_item *sheet_item(const struct frame *f);

/* sheet_show.c: the parts of a keying_spec that say how it looks. */
void sheet_head(struct frame *f, struct lines *lines);
size_t sheet_count(struct frame *f);
void sheet_field(struct frame *f, struct arena *a, size_t i, struct keying_row *out);
void sheet_pane(struct frame *f, struct lines *lines);
const char *sheet_status(struct frame *f, struct arena *a);
const char *sheet_place(struct frame *f, struct arena *a);

/* sheet_flow.c: from one sheet to the next. Each gives enum took. */
enum rc sheet_flow_begin(struct frame *f);
unsigned sheet_whom_typed(struct frame *f, const char *text);
unsigned sheet_whom_pick(struct frame *f);
unsigned sheet_hand_in(struct frame *f);
/* Enter behind the last question: hands in what is whole. What is not stays where it is, so that
 * keys typed ahead for the next sheet answer nothing here. */
unsigned sheet_end(struct frame *f);
unsigned sheet_pile_pick(struct frame *f);
unsigned sheet_event_pick(struct frame *f);

#endif
