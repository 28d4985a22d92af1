/* What stage 7 writes down of a year that ends, and the rule by which nominees are ranked.
 * domain.md §6. Contests have a header of their own. */
#ifndef NASTAVNIK_MODEL_OUTCOME_H
#define NASTAVNIK_MODEL_OUTCOME_H

#include "nastavnik/model/record.h"
#include "nastavnik/model/termwork.h"

/* Stored. */
enum again { AGAIN_YES = 1, AGAIN_NO = 2 };

/* What one of a pair says after the programme. */
struct feedback {
	struct record head;    /* of a bond */
	int64_t side;          /* enum pair_side */
	int64_t participation; /* whose words; 0: not told */
	int64_t on_day;
	int64_t mark; /* 1…10 */
	const char *gained, *missed;
	int64_t again; /* enum again; 0: not said */
};

/* Stored. */
enum award_kind { AWARD_GRAMOTA = 1, AWARD_DIPLOMA, AWARD_THANKS, AWARD_BADGE, AWARD_GIFT };
enum award_decided { AWARD_NOMINEE = 0, AWARD_GIVEN = 1, AWARD_REFUSED = 2 };

/* A nominee, and what was decided. */
struct award {
	struct record head;    /* of the year */
	int64_t nomination;    /* book item */
	int64_t participation; /* 0: somebody by name */
	const char *name;
	int64_t kind;    /* enum award_kind */
	int64_t decided; /* enum award_decided */
	const char *reason, *number;
	int64_t on_day, received_on;
};

/* A mentor's line of the monthly paper on payment for success. */
struct incentive {
	struct record head; /* of the year */
	int64_t month;      /* its first day */
	int64_t participation;
	const char *basis;
	int64_t points; /* tenths; FIELD_NOTHING: not given yet */
	const char *note;
};

/* Stored. */
enum practice_kind { PRACTICE_CASE = 1, PRACTICE_PRACTICE, PRACTICE_PROGRAMME };

/* A case, a practice, a programme: what others may repeat. */
struct practice {
	struct record head; /* of the year */
	int64_t kind;       /* enum practice_kind */
	const char *name, *author;
	int64_t form; /* book item */
	const char *request, *done, *result, *repeat, *link;
	int64_t reviewed_on; /* passed a review by experts; DATE_NONE */
};

/* A teacher's look back at the end of the year. */
struct self_analysis {
	struct record head; /* of a participation */
	int64_t on_day;
	const char *aims, *done, *gained, *difficulties, *next;
};

/* Their registers. */
extern const struct record_type feedback_type, award_type, incentive_type, practice_type,
	self_analysis_type;

/* Words of their choices. */
extern record_words again_words, award_kind_words, award_decided_words, practice_kind_words;

/* The month's first day that a date lies in. */
int64_t month_of(int64_t date);
/* «октябрь 2026 г.», translated, in the arena. */
const char *month_text(struct arena *a, int64_t month);

/* What is known of a mentor's year. Shares are 0…1000; FIELD_NOTHING: nothing to judge by. */
struct nominee {
	int64_t participation;
	int64_t pairs, ended;    /* mentees, and those who went the whole way */
	int64_t effective;       /* mentees whose work is effective by the year's rule */
	int64_t meetings;        /* held with all of them */
	int64_t meetings_due;    /* by today, for an effective pair */
	int64_t plan, plan_done; /* items */
	int64_t marks, mark_sum; /* of the mentees' feedback, 1…10 */
	int64_t diaries, diaries_due;
	int64_t score; /* 0…1000, nominee_score() */
};

/* What the score consists of, and what it weighs of 100. */
enum nominee_part {
	NOMINEE_EFFECTIVE,
	NOMINEE_MEETINGS,
	NOMINEE_PLAN,
	NOMINEE_FEEDBACK,
	NOMINEE_DIARIES,
	NOMINEE_PARTS
};
extern const int nominee_weight[NOMINEE_PARTS];

/* How much of a part he has, 0…1000; FIELD_NOTHING: nobody can say. */
int64_t nominee_share(const struct nominee *n, enum nominee_part part);
/* The weighed mean of the parts that can be judged, 0…1000; 0 when none can. */
int64_t nominee_score(const struct nominee *n);
/* Best first; equals stay as they stood. */
void nominees_rank(struct nominee *row, size_t n);

#endif
