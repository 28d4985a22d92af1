/*
 * Bringing in a table: open it, look at what was understood and correct it, run it dry for the
 * preview, answer questions, run it for real. The preview is the real run rolled back, so that it
 * cannot differ. One run is one transaction and one step. Importing the same table twice changes
 * nothing; a cell that is empty now never wipes what is there.
 */
#ifndef NASTAVNIK_APP_IMPORT_H
#define NASTAVNIK_APP_IMPORT_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/issue.h"
#include "nastavnik/base/job.h"
#include "nastavnik/model/person.h"

/* What can be imported. */
enum import_kind {
	IMPORT_PEOPLE,
	IMPORT_MENTEES,
	IMPORT_MENTORS,
	IMPORT_COMPARE,  /* a fresh class list: only told what is other than in the file, see
			    app/leavers.h */
	IMPORT_MEETINGS, /* of pairs, from the mentors' shared table */
	IMPORT_ANSWERS,  /* to a questionnaire, from a web form */
	IMPORT_GROWTH,   /* marks and absences, from the e-journal */
	IMPORT_COUNT
};

/* What a table is brought in as. */
struct import_what {
	enum import_kind kind;
	int64_t of; /* IMPORT_ANSWERS: a version of the questionnaire; IMPORT_GROWTH: enum
		     * growth_moment; 0 else */
};

struct import;

/* What was understood of the table; texts live until the next call that changes it. */
struct import_facts {
	const char *name;          /* of the file without its folder; of a paste, a word for it */
	int64_t encoding;          /* id of import_encodings() */
	const char *encoding_name; /* "Windows-1251" */
	char delimiter;            /* ; , | or tab */
	int64_t heading_line;      /* line of the headings, from 1; 0: there are none */
	size_t columns;
	int64_t sheet; /* id of import_sheets(); 0: the table is no spreadsheet */
};

/* Cells of a column kept to show what is in it. */
enum { IMPORT_SAMPLES = 3 };

/* Bytes that may be pasted; more is a file. */
enum { IMPORT_PASTE_MAX = 4 << 20 };

/* One column of the table. */
struct import_column {
	const char *heading;                /* as it stands in the table; "" */
	int64_t target;                     /* id of import_targets(); 0: not taken */
	int sure;                           /* 0…100; below 60 it is a guess worth a look */
	const char *sample[IMPORT_SAMPLES]; /* first values that are not empty; "" */
};

/* A row of which the program cannot say whether it is somebody the file knows. */
struct import_question {
	int64_t line;
	const char *name;               /* «Иванов Пётр, 7В» as the table has it */
	const struct person *candidate; /* of the file, n of them */
	size_t n;
	const char *text; /* the question, one sentence */
	bool no_other;    /* nobody new can be meant: IMPORT_ANOTHER is no answer */
};

enum import_answer {
	IMPORT_ASK,     /* no answer yet: the row is left out and counted as unsure */
	IMPORT_SAME,    /* it is this person of the file */
	IMPORT_ANOTHER, /* it is somebody new */
	IMPORT_SKIP,    /* leave the row out */
};

struct import_options {
	bool dry;            /* do everything, tell everything, keep nothing */
	bool partial;        /* keep the good rows although others were rejected */
	const char *rejects; /* write rejected rows and their reasons to this table, CSV or .xlsx;
			      * NULL: no */
};

/* What a run did; issues and questions live until the next run or import_close(). */
struct import_report {
	int64_t rows; /* data rows read */
	int64_t added, changed, unchanged, unsure, rejected, skipped;
	bool dry, kept;                         /* kept: the changes are in the file */
	const struct issues *issues;            /* row is the line of the table */
	const struct import_question *question; /* as many as unsure, at most IMPORT_QUESTION_MAX */
	size_t questions;
};
enum { IMPORT_QUESTION_MAX = 1000, IMPORT_ISSUE_MAX = 5000 };

/* Open a table and guess encoding, delimiter, headings and mapping. Errors, each with a sentence:
 * RC_IO, RC_INVALID (a directory, empty, no table, damaged, too large). */
enum rc import_open(struct app *app, enum import_kind kind, const char *path,
		    struct import **import);
/* The same of a kind that says more. RC_NOT_FOUND with a sentence: what->of is in the file no more.
 */
enum rc import_open_as(struct app *app, const struct import_what *what, const char *path,
		       struct import **import);
/* The same of a block that was copied from a spreadsheet or a Word table (UTF-8, cells apart by
 * tabs) and pasted; it is kept in memory alone. RC_INVALID also for one that is blank or larger
 * than 4 MB. */
enum rc import_paste(struct app *app, const struct import_what *what, const char *text,
		     struct import **import);
/* NULL is fine. A run that has not ended is rolled back. */
void import_close(struct import *import);

/* What is known so far, and one column of the table; owned by the import. */
const struct import_facts *import_facts(const struct import *import);
const struct import_column *import_column(const struct import *import, size_t column);
/* The encodings that may be chosen. */
struct choices import_encodings(void);
/* The sheets of a spreadsheet, in their order, hidden ones marked so in their names; none of a
 * text. Valid until the next call that changes the import. */
struct choices import_sheets(const struct import *import);
/* Id of an encoding by code, name or usual alias; 0 for "auto". RC_INVALID with the list of codes.
 */
enum rc import_encoding_find(const char *name, int64_t *encoding);
/* Where a column may go: the kind's fields, «ФИО» in one cell, class number and letter apart. */
struct choices import_targets(const struct import *import);

/* Corrections; each looks at the table again and maps the columns anew. 0, 0 and -1: find it out.
 * On an error all stays as it was. */
enum rc import_set_encoding(struct import *import, int64_t encoding);
enum rc import_set_delimiter(struct import *import, char delimiter);
enum rc import_set_sheet(struct import *import, int64_t sheet);
/* The same by name, however spelt. RC_NOT_FOUND: a sentence with the names there are. RC_INVALID:
 * the sheet is empty, or the table is no spreadsheet. */
enum rc import_set_sheet_named(struct import *import, const char *name);
enum rc import_set_heading(struct import *import, int64_t line); /* 0: there is none */
/* Send a column to a target (0: nowhere); another column that went to the same field goes nowhere
 * then, except that columns of choices and long texts are joined. */
enum rc import_map(struct import *import, size_t column, int64_t target);

/* Answer the question of a line; person: with IMPORT_SAME, the candidate's id. Taken into account
 * by the next run. */
void import_answer(struct import *import, int64_t line, enum import_answer answer, int64_t person);

/*
 * Make the job that runs it; run or cancel it before anything else is asked of the app. JOB_FAILED:
 * err_last() says why, nothing was changed. Rejected rows are no failure: without `partial` nothing
 * is kept then, and the report says so by kept = false. RC_INVALID at once when a required column
 * is missing.
 */
enum rc import_start(struct import *import, const struct import_options *options, struct job *job);
/* Of the run that ended last; all zero before. */
const struct import_report *import_report(const struct import *import);

#endif
