/*
 * Stage 6 in bulk: the rules of a school year, how each pair is at work, who is behind and by how
 * many days, which pair is «результативная». domain.md §1, §2.
 */
#ifndef NASTAVNIK_MODEL_WORK_H
#define NASTAVNIK_MODEL_WORK_H

#include <stdbool.h>

#include "nastavnik/base/field.h"
#include "nastavnik/model/person.h"
#include "nastavnik/model/school.h"

/* What a year asks of its pairs. */
struct work_rules {
	int64_t diaries;            /* 1: the mentors' diaries are asked for; by law voluntary */
	int64_t diary_day;          /* of the next month, by when; 1…28 */
	int64_t meet_every;         /* days between two meetings; 0: not asked for */
	int64_t effective_meetings; /* in the pair's whole term; 0: they do not count */
	int64_t effective_plan;     /* percent of the plan done; 0: it does not count */
};
extern const struct fields work_rule_fields;

/* A month of a pair's diary. */
struct diary {
	int64_t bond;
	int64_t month;              /* its first day */
	int64_t handed_on, read_on; /* dates; DATE_NONE */
	int64_t mark;               /* 1…5; FIELD_NOTHING */
	const char *remark;
};
/* What a key says of a diary, beside 0: there is none. Marks go from 3 on, so that a digit is the
 * state or the mark it shows. */
enum diary_state { DIARY_HANDED = 1, DIARY_READ = 2, DIARY_MARKED = 3, DIARY_BEST = 5 };
/* The state of one; and make it that, on a day. Whoever has read a diary has had it. */
int64_t diary_state(const struct diary *d);
void diary_set(struct diary *d, int64_t state, int on);
/* Is there nothing in it? */
bool diary_is_empty(const struct diary *d);

/* Months of a school year count 0…11 from September; -1: no month of that year. */
enum { WORK_MONTHS = 12 };
int work_month_of(int64_t year, int date);
/* Its first day. */
int work_month(int64_t year, int month);
/* «сент.» for a column; «за сентябрь» inside a sentence, msgids. */
const char *work_month_short(int month);
const char *work_month_for(int month);

/* The terms of a school year count from 1; whole months, since quarters differ from school to
 * school. False: it has no such term. */
bool work_term(const struct year *year, int64_t term, int *from, int *to);
/* «1-я четверть», «2-й триместр»; term 0: the whole year. In the arena. */
const char *work_term_name(struct arena *a, const struct year *year, int64_t term);

struct pause_span {
	int64_t from, until; /* until DATE_NONE: goes on */
};

/* A pair or group and what the file knows of its work. */
struct work {
	int64_t bond, form, role_model;
	struct person mentor, mentee; /* names, class, position; of a group the first mentee */
	size_t mentees;
	int64_t from, to; /* the days between which it works, or did */
	bool active;
	bool early;              /* it has ended before its term, and nobody went the whole way */
	int64_t meetings;        /* held */
	int64_t last;            /* day of the newest; DATE_NONE */
	int64_t next;            /* the next one, as the newest says; DATE_NONE */
	int64_t plan, due, done; /* lines of the plan: all, those whose day has come, done */
	unsigned handed, read;   /* diaries: bits by month */
	const struct pause_span *pause; /* by day */
	size_t pauses;
};

/* Many, by the mentor's name. */
struct works {
	struct work *row;
	size_t n;
};

/* «Орлова И.П. – Титов Л.О.», of a group «… +2». */
const char *work_name(struct arena *a, const struct work *w);
/* May the diary of that month be asked for by the day `on`? What lies outside the term is not. */
bool work_diary_due(const struct work *w, const struct work_rules *rules, int64_t year, int month,
		    int on);

/* What a pair is late with; 0 days: nothing. */
struct behind {
	int64_t meeting; /* days beyond meet_every without a meeting; pauses do not count */
	int64_t diary;   /* days since the oldest diary that is missing was due */
	int64_t diaries; /* how many are */
	int oldest;      /* its month, 0…11 */
	int64_t planned; /* days since the planned next meeting */
	int64_t days;    /* the largest of these */
};
struct behind work_behind(const struct work *w, const struct work_rules *rules, int64_t year,
			  int on);
/* «встречи не было 34 дня, дневник за октябрь»; "" */
const char *behind_show(struct arena *a, const struct work *w, const struct behind *b, int on);

/* Meetings that an effective pair has held by the day `on`: in its term's proportion. */
int64_t work_meetings_due(const struct work *w, const struct work_rules *rules, int on);
/* Is it effective by the rules as of a day? */
bool work_effective(const struct work *w, const struct work_rules *rules, int on);
/* What it lacks for that: «встреч 2 из 5, план 40 %»; "" when it is. */
const char *work_lacks(struct arena *a, const struct work *w, const struct work_rules *rules,
		       int on);
/* The rule in one sentence. */
const char *effective_sentence(struct arena *a, const struct work_rules *rules);

#endif
