/*
 * Results of questionnaires: what the answers come to, before and after on the same respondents, by
 * group. The figures are those of floor stats; what could tell one person's answers is left out
 * here, so that nobody who shows them can forget it.
 */
#ifndef NASTAVNIK_APP_RESULTS_H
#define NASTAVNIK_APP_RESULTS_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/survey.h"

/* What the year worked on lays down for results. RC_INVALID with a field's sentence. */
enum rc survey_rules_save(struct app *app, const struct survey_rules *rules);

/* One item in one wave. What is not shown or cannot be reckoned is NAN, NULL, FIELD_NOTHING. */
struct wave_result {
	int64_t n;       /* answers */
	int64_t missing; /* sheets on which the paper has none; who was not asked is not meant */
	double mean, median;
	double share;         /* 0…1, at or above item_good() */
	const int64_t *count; /* answers by value, item_result.bars of them */
};

/* One item; before is wave[0], after wave[1], which is empty when nothing is compared. */
struct item_result {
	const struct survey_item *item;
	struct wave_result wave[2];
	int64_t first;               /* value of the first bar: of options and scales */
	size_t bars;                 /* 0: values are not counted apart */
	int64_t pairs;               /* respondents who answered both times */
	int64_t better, same, worse; /* of them; where less is better, less */
	double both[2];              /* means of those who answered both times */
	double difference;           /* mean of after - before */
	double w, p, effect;         /* wilcoxon.h, of after - before whatever is better */
	bool exact;
};

/* How well the items of a scale go together. */
struct scale_result {
	const char *name;
	size_t items;
	int64_t cases[2]; /* sheets on which all of them are answered */
	double alpha[2];  /* NAN: too few */
};

enum results_by {
	RESULTS_WHOLE,
	RESULTS_BY_FORM,
	RESULTS_BY_MODEL,
	RESULTS_BY_CLASS,
	RESULTS_BY_YEAR, /* the questionnaires of the same codes in all years */
	RESULTS_BY_COUNT
};

/* Some of the respondents; row[i] belongs to results.row[i]. n is FIELD_NOTHING where too few of
 * them answered, or where the figures would tell those of another group. */
struct result_group {
	const char *name;
	struct item_result *row;
};

struct results {
	struct survey survey, with; /* the newest versions; with.head.id 0: nothing is compared */
	int64_t group_min;
	int64_t sheets[2];       /* that count, of all versions */
	int64_t pairs;           /* respondents with both */
	struct item_result *row; /* by the newest version, then what only older ones asked */
	size_t n;
	size_t own; /* of them the items of `survey`; behind them what only `with` asks */
	struct scale_result *scale;
	size_t scales;
	struct result_group *group; /* in order; none when the whole was asked for */
	size_t groups;
};

/* Work out a questionnaire, compared with another one (NULL: with nothing); in the arena. Items go
 * together by code where they are of one kind. */
enum rc results_load(const struct app *app, struct arena *a, const struct survey *survey,
		     const struct survey *with, enum results_by by, struct results *out);

/* A questionnaire as it is best looked at: where sheets of both waves are there, «Входная» as
 * before and «Итоговая» as after, whichever was given, matched by their codes, else by kind, role
 * and form. Else it alone: after->head.id is 0. */
enum rc survey_compared(const struct app *app, struct arena *a, const struct survey *survey,
			struct survey *before, struct survey *after);

/* Answers in words. */
struct result_words {
	const char **row;
	size_t n;
};

/* The answers to an open item, in the order of the alphabet, so that their order tells nobody's
 * sheet; none when fewer people than the year lays down have answered. */
enum rc results_words(const struct app *app, struct arena *a, const struct survey *survey,
		      const char *code, struct result_words *out);

/* «Выросло у 24 из 31, не изменилось у 4, снизилось у 3.»: the result in one sentence for a person;
 * in the arena. group_min: of the results. */
const char *result_sentence(struct arena *a, const struct item_result *result, int64_t group_min);
/* The mean to be shown for a wave: of those who answered both times where there are any, so that
 * means and what changed agree; else of all who answered. NAN: none. */
double result_middle(const struct item_result *result, int wave);
/* Whether the change may be chance, in careful words, with p; "" when nothing is compared. */
const char *result_chance(struct arena *a, const struct item_result *result);

/* A figure as a person reads it, «6,42», «6,50»; one decimal is left out where it is none, «7»; «–»
 * for NAN. In the arena. */
const char *figure_text(struct arena *a, double figure, int decimals);

#endif
