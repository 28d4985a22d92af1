/* Sheets that were filled in, with their answers. */
#ifndef NASTAVNIK_STORE_READ_SHEET_H
#define NASTAVNIK_STORE_READ_SHEET_H

#include "nastavnik/base/id.h"
#include "nastavnik/model/survey.h"

struct store;

/* All of a version of a questionnaire, rivals too, by respondent. */
enum rc sheet_list(const struct store *s, struct arena *a, int64_t survey, struct sheets *out);
/* One, with its answers by item. RC_NOT_FOUND with a sentence. */
enum rc sheet_get(const struct store *s, struct arena *a, int64_t id, struct sheet *sheet,
		  struct answers *answers);
/* The sheet of a respondent that counts; *id is 0 when there is none. */
enum rc sheet_find(const struct store *s, int64_t survey, int64_t participation, int64_t *id);
/* The next number of a sheet without a respondent. */
enum rc sheet_next_number(const struct store *s, int64_t survey, int64_t *number);

/* An answer and on which sheet it stands. */
struct sheet_answer {
	int64_t sheet, participation;
	struct answer answer;
};

/* Rows of a list, in an arena. */
struct sheet_answers {
	struct sheet_answer *row;
	size_t n;
};

/* All answers of the sheets of a version that count (rivals do not), sheet by sheet. words: those
 * of open items too; "" else, which is faster. */
enum rc sheet_answers(const struct store *s, struct arena *a, int64_t survey, bool words,
		      struct sheet_answers *out);

/* Where second entries of a version differed, sheet by sheet. */
enum rc mismatch_list(const struct store *s, struct arena *a, int64_t survey,
		      struct mismatches *out);

/* How far a version has come. */
struct survey_count {
	int64_t survey;
	int64_t sheets;   /* that count */
	int64_t people;   /* respondents of the bases among them */
	int64_t checked;  /* with a second entry */
	int64_t disputed; /* rivals that nobody has looked at */
};

/* By questionnaire, in an arena. */
struct survey_counts {
	struct survey_count *row;
	size_t n;
};

/* Of all versions of a year that have sheets. */
enum rc survey_counts(const struct store *s, struct arena *a, int64_t year,
		      struct survey_counts *out);

/* That somebody's sheet of a questionnaire counts. */
struct sheet_person {
	const char *code; /* of the questionnaire, whichever version it is */
	int64_t participation;
};

/* Rows in an arena. */
struct sheet_people {
	struct sheet_person *row;
	size_t n;
};

/* Of all questionnaires of a year. */
enum rc sheet_people(const struct store *s, struct arena *a, int64_t year,
		     struct sheet_people *out);

/* The respondents' numbers given out in a role and year: the largest, 0 when there is none. */
enum rc respondent_newest(const struct store *s, int64_t year, enum role role, int64_t *number);

struct respondent {
	int64_t participation;
	enum role role;
	int64_t number;    /* 0: none was given */
	int64_t form;      /* book item: wished for, else that of his newest pair; 0: none */
	int64_t kind;      /* enum person_kind */
	const char *name;  /* «Ёлкина Зоя Андреевна» */
	const char *place; /* class or position */
};

/* Rows of a list, in an arena. */
struct respondents {
	struct respondent *row;
	size_t n;
};

/* The mentees and mentors of a year that have not left, by name; role 0: both. */
enum rc respondent_list(const struct store *s, struct arena *a, int64_t year, int64_t role,
			struct respondents *out);

#endif
