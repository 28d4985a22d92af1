/*
 * A sheet while it is typed: where one stands, what was answered, what was taken away because it is
 * not asked any more, and where a second entry differs from the first. Pure. As a text it is the
 * draft of the sheet, so that work resumes at the field where it stopped.
 */
#ifndef NASTAVNIK_MODEL_KEYING_H
#define NASTAVNIK_MODEL_KEYING_H

#include "nastavnik/model/survey.h"

/* An answer that was there before, to be taken back. */
struct keying_step {
	size_t at;
	struct answer was;
};

struct keying {
	struct sheet sheet; /* id drawn at its beginning */
	const struct survey_items *items;
	bool second;             /* the second entry: blind, against `first` */
	bool mended;             /* the file has the sheet already */
	bool changed;            /* something was typed since it was opened */
	struct answer *now;      /* one an item, in their order */
	struct answer *kept;     /* of items that are not asked any more: what stood there */
	struct answer *first;    /* second entry: what was typed first */
	struct mismatch *differ; /* by item; taken 0: no difference, or none that was decided */
	size_t at;               /* the item under the cursor; items->n: behind the last */
	const char *line;        /* typed into a line and not entered yet; "" */
	struct keying_step *step;
	size_t steps, cap;
	struct arena *arena; /* of all of it */
};

/* Begin with nothing answered; everything lives in the arena. */
void keying_begin(struct keying *k, struct arena *a, const struct survey_items *items,
		  const struct sheet *sheet);
/* Begin with the answers of a sheet that is there, to mend them. */
void keying_mend(struct keying *k, const struct answers *answers);
/* Begin a second entry: the items that take no part keep their first answers. */
void keying_again(struct keying *k, const struct answers *first);

/* Is the item to be typed here: asked, and of a second entry one that takes part? */
bool keying_wants(const struct keying *k, size_t i);
/* The next or the last one before that is to be typed; items->n behind the last, `i` itself when
 * there is none before. */
size_t keying_next(const struct keying *k, size_t i);
size_t keying_before(const struct keying *k, size_t i);
/* The first required item without an answer, in a second entry any item; items->n: the sheet is
 * whole. */
size_t keying_open(const struct keying *k);
/* How many are to be typed, and how many of them are. */
void keying_count(const struct keying *k, size_t *done, size_t *all);

/* Write an answer (of status ANSWER_OPEN: none). What is not asked any more is taken away and kept
 * for when it is asked again. *cleared: how many answers that were; *which: the first of them. */
void keying_put(struct keying *k, size_t i, const struct answer *answer, size_t *cleared,
		size_t *which);
/* Take the last one back and stand there; false: there is none. */
bool keying_back(struct keying *k);
/* Does the answer differ from that of the first entry? */
bool keying_differs(const struct keying *k, size_t i, const struct answer *answer);

/* Is one key one answer? */
bool item_by_key(const struct survey_item *item);
/* Which value a character means there, '0'…'9' and '-'; FIELD_NOTHING: none. On 1…10 '0' is ten, on
 * 0…10 '-' is. Of several options: the option. */
int64_t item_key_value(const struct survey_item *item, uint32_t key);
/* «1…10, 0 = 10»: what can be typed, in the arena. */
const char *item_keys(struct arena *a, const struct survey_item *item);
/* The label of a value at an end of a scale, the option's words, «да»; "": it has none. */
const char *answer_label(struct arena *a, const struct survey_item *item,
			 const struct answer *answer);

/* The draft's text, in the arena; its first line names the questionnaire: keying_survey(). */
const char *keying_text(struct arena *a, const struct keying *k);
int64_t keying_survey(const char *text);
/* What such a text says of the sheet's head; false: it is no such text. */
bool keying_head(struct arena *a, const char *text, struct sheet *sheet);
/* Take up the answers of such a text; answers to items that are not there are passed over. */
void keying_resume(struct keying *k, const char *text);
/* How many answers such a text has. */
size_t keying_answers(const char *text);

#endif
