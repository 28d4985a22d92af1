/*
 * Questionnaires: what is asked, what may be answered, and the sheets that came back.
 * Questionnaires, their items and the piles of paper are registers (model/record.h); sheets with
 * their answers are not. domain.md §5; why answers tell "none" from "not typed yet": users.md, Data
 * entry.
 */
#ifndef NASTAVNIK_MODEL_SURVEY_H
#define NASTAVNIK_MODEL_SURVEY_H

#include "nastavnik/model/participant.h"
#include "nastavnik/model/record.h"

/* The numbers below are stored: never renumber. */

enum survey_kind {
	SURVEY_PEOPLE = 1, /* of mentees or mentors */
	SURVEY_CARD,       /* the curator's card: nine criteria, 0…2 */
	SURVEY_FIT,        /* do we fit: after the first meeting */
	SURVEY_EVENT,      /* after an event, without names */
};
extern record_words survey_kinds;

/* Which of the two questionnaires of a year. */
enum survey_wave { WAVE_NONE, WAVE_BEFORE, WAVE_AFTER };
/* By enum survey_wave. */
extern record_words survey_waves;
extern record_words survey_roles; /* by enum role */

/* What a year lays down for all results. */
struct survey_rules {
	int64_t group_min; /* figures of fewer people are not shown, 1…50 */
};
extern const struct fields survey_rule_fields;

/* One version of a questionnaire. */
struct survey {
	struct record head; /* of a year */
	const char *name;
	int64_t kind;      /* enum survey_kind */
	int64_t role;      /* enum role; 0: of all */
	int64_t form;      /* book item, BOOK_FORM; 0: of all */
	int64_t wave;      /* enum survey_wave */
	const char *intro; /* what stands above the questions on paper */
	int64_t second;    /* second entry of every n-th sheet, 1: of all; FIELD_NOTHING: of none */
	int64_t speed;     /* 1: the rate of typing is shown */
	int64_t hidden;    /* 1: not given out any more */
	const char *code;  /* stable: "pupil_pupil_mentee_before" */
	int64_t version;   /* from 1 */
};
extern const struct record_type survey_type;

enum item_kind {
	ITEM_SCALE = 1, /* low…high, ends with words */
	ITEM_YESNO,
	ITEM_ONE,     /* of the options */
	ITEM_SEVERAL, /* of the options */
	ITEM_NUMBER,
	ITEM_DATE,
	ITEM_OPEN,
};
extern record_words item_kinds;

enum {
	ITEM_OPTIONS = 30,     /* at most */
	ITEM_MAX = 200,        /* items of a questionnaire, at most */
	ITEM_LIMIT = 1000000,  /* of the limits of a number */
	ITEM_CODE_MAX = 40,    /* characters */
	ITEM_WORDS_MAX = 2000, /* characters of an open answer */
};

/* A question. Its code is the same in «Входная» and «Итоговая анкета» where both ask for the same.
 */
struct survey_item {
	struct record head; /* of a survey */
	int64_t position;   /* from 1; FIELD_NOTHING: last */
	const char *section;
	const char *code;  /* latin letters, digits, "_" */
	const char *name;  /* the question */
	int64_t kind;      /* enum item_kind */
	int64_t low, high; /* hard limits of a scale or number; FIELD_NOTHING: none */
	const char *low_label, *high_label;
	int64_t soft_low, soft_high; /* beyond them it is asked once; FIELD_NOTHING: none */
	const char *options;         /* one a line, numbered from 1 */
	const char *only_if;         /* «met = 1»: see item_asked() */
	int64_t required;            /* 1: a sheet without it is not whole */
	int64_t reverse;             /* 1: less is better */
	int64_t good; /* from which value on it counts into the share; FIELD_NOTHING: item_good() */
	const char *scale; /* the scale that it is a part of; "": none */
	int64_t second;    /* 1: takes part in a second entry */
};
extern const struct record_type survey_item_type;

struct survey_items {
	struct survey_item *row; /* by position */
	size_t n;
};

/* Not typed yet, answered, the paper has none, not to be asked. */
enum answer_status { ANSWER_OPEN, ANSWER_GIVEN, ANSWER_NONE, ANSWER_SKIPPED };

struct answer {
	int64_t item;   /* its id */
	int64_t status; /* enum answer_status */
	int64_t value;  /* scale, yes 1 no 0, option from 1, options as bits (1: the first), number,
			 * date; FIELD_NOTHING of an open one */
	const char *words; /* of an open one; "" else */
	int64_t doubt;     /* 1: beyond the soft limits, and so it stands on the paper */
};

/* Of one sheet. */
struct answers {
	struct answer *row;
	size_t n;
};

/* A questionnaire that was filled in. */
struct sheet {
	int64_t id;
	int64_t survey;
	int64_t participation; /* 0: nobody of the bases */
	int64_t event;         /* 0: none */
	int64_t batch;         /* 0: none */
	int64_t number;        /* tells sheets without a respondent apart, from 1; 0 else */
	int64_t filled_on;     /* date on the paper */
	const char *note;
	const char *entered_by;
	int64_t entered_at;    /* clock_now() */
	int64_t seconds, keys; /* of typing; 0: not typed here */
	const char *checked_by;
	int64_t checked_at; /* 0: no second entry */
	int64_t compared;   /* fields that were typed twice */
	const char *source; /* of which packet or table; "": typed here */
	int64_t origin;     /* its id there; 0 */
	int64_t rival;      /* the sheet that counts instead of this one; 0: it counts itself */
	int64_t decided_at; /* of a rival: when somebody looked at both; 0: nobody yet */
};

/* Several. */
struct sheets {
	struct sheet *row;
	size_t n;
};

/* Where a second entry differed. */
struct mismatch {
	int64_t sheet, item;
	struct answer first, second; /* as they were typed */
	int64_t taken;               /* 1 the first, 2 the second, 3 typed anew */
};

/* Several. */
struct mismatches {
	struct mismatch *row;
	size_t n;
};

/* A pile of paper. */
struct batch {
	struct record head; /* of a survey */
	const char *name;   /* «пачка 2», «5–6 классы» */
	int64_t received_on;
	int64_t forms; /* how many came in; FIELD_NOTHING: not counted */
	const char *giver;
	const char *note;
};
extern const struct record_type batch_type;

/* A questionnaire given out to be typed elsewhere; the file itself is port/packet.h. */
struct packet_record {
	struct record head; /* of a survey: the version given out */
	int64_t made_on;
	const char *whom;
	int64_t forms;    /* whose sheets are wanted; FIELD_NOTHING: nobody's by name */
	int64_t named;    /* 1: people's names stand in it */
	int64_t sealed;   /* 1: with a passphrase */
	int64_t taken_on; /* when it came back last; DATE_NONE: not yet */
	const char *note;
};
extern const struct record_type packet_type;

/* «2Н-017» of a mentee, «3Н-004» of a mentor: the stage of the base, then the number; "" without a
 * number. In the arena. */
const char *respondent_code(struct arena *a, enum role role, int64_t number);
/* What was typed: «2Н-017», «2н17», «2-17», «17» (then of `role`). RC_INVALID with a sentence. */
enum rc respondent_parse(const char *text, enum role *role, int64_t *number);

/* The i-th option, from 1, in the arena; NULL behind the last. */
const char *item_option(struct arena *a, const struct survey_item *item, int64_t i);
int64_t item_options(const struct survey_item *item);
/* The item of that code; NULL: there is none. */
const struct survey_item *item_by_code(const struct survey_items *items, const char *code);
const struct survey_item *item_by_id(const struct survey_items *items, int64_t id);
/* From which value on an answer counts into the share; FIELD_NOTHING: of such items there is none.
 */
int64_t item_good(const struct survey_item *item);
/* Has it values that can be reckoned with (scale, yes/no, number)? */
bool item_counts(const struct survey_item *item);

/* The answer to an item; NULL: not typed yet. */
const struct answer *answer_of(const struct answers *answers, int64_t item);
/* Is the item to be asked, as the answers to the items before it stand? «CODE = 1, 3» asks when the
 * item of that code was answered with one of these (yes is 1, no 0; of several options: one of
 * them). An item that was itself not asked asks for nothing. */
bool item_asked(const struct survey_items *items, const struct survey_item *item,
		const struct answers *answers);
/* May the value stand there? RC_INVALID with a sentence: not within the hard limits, no such
 * option, no such date. */
enum rc answer_check(const struct survey_item *item, const struct answer *answer);
/* Is it beyond the soft limits? */
bool answer_is_odd(const struct survey_item *item, const struct answer *answer);
/* Do both say the same? (Notes and doubts aside.) */
bool answer_equal(const struct answer *a, const struct answer *b);
/* What was typed or stands in a table: a number, «да»/«нет», an option by number or words (folded),
 * several between ";" or ",", a date, words; "": none. The words are copied into the arena.
 * RC_INVALID with a sentence; the limits are looked at too. */
enum rc answer_parse(struct arena *a, const struct survey_item *item, const char *text,
		     struct answer *out);
/* As a person reads it: «8», «да», the option's words; «нет ответа»; "" when not typed or not
 * asked. In the arena. */
const char *answer_show(struct arena *a, const struct survey_item *item,
			const struct answer *answer);

#endif
