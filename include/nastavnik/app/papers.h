/*
 * The school's papers: one catalogue of them, and each on the screen, in a file, on a printer. What
 * a paper says is data: a text of the methodology (or the school's own copy of it) with places for
 * what the file knows. domain.md §8; how a paper is added: docs/architecture.md.
 */
#ifndef NASTAVNIK_APP_PAPERS_H
#define NASTAVNIK_APP_PAPERS_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/issue.h"

struct doc;
struct paper_work;
struct scope;

/* What some papers are made for: a pair, a class, a course. */
struct paper_subject {
	const char *name; /* msgid: "a class" */
	/* All there are in the year, by name, in the arena. A paper for all leaves the hidden ones
	 * out: pairs that have ended. */
	enum rc (*list)(const struct app *app, struct arena *a, struct choices *out);
};

enum paper_flag {
	PAPER_ODT = 1,      /* people edit it before it is signed */
	PAPER_BLANK = 2,    /* may be printed for nobody, to be filled in by hand */
	PAPER_TOGETHER = 4, /* several follow one another on one page */
};

/* A row of the catalogue. */
struct paper {
	const char *name; /* stable, "pair_list": also of its text in data/methodology/…/papers */
	const char *title;              /* msgid */
	const char *annex;              /* another text behind it, from a new page; NULL */
	int stage;                      /* 1…7, where the lists have it */
	unsigned flags;                 /* enum paper_flag */
	const struct paper_subject *of; /* NULL: the year */
	/* What all pages need, read once; NULL: nothing. */
	enum rc (*begin)(const struct app *app, struct arena *a, void **data);
	/* The places of one page, or more, of it. RC_NOT_FOUND with a sentence: there is nothing to
	 * print; of several pages that one is left out then. */
	enum rc (*fill)(const struct paper_work *work, struct scope *s);
	/* For each of whom one of the subject is made: participations, in the arena. NULL: it is
	 * made once. */
	enum rc (*each)(const struct paper_work *work, struct arena *a, struct ids *people);
	/* What follows the text and is no text of places: blocks added to the paper. NULL: nothing.
	 */
	enum rc (*draw)(const struct paper_work *work, struct doc *doc);
};

/* The papers by stage: the i-th, NULL behind the last. */
const struct paper *paper_at(size_t i);
/* The paper of that name, or NULL. */
const struct paper *paper_find(const char *name);

/* A wish for one. */
struct paper_wish {
	const struct paper *paper;
	struct ids ids;    /* of what it is made for; none: of all that there are */
	struct ids people; /* of one that is made for each: for these alone; none: for all */
	bool blank;        /* for nobody: PAPER_BLANK ones */
	int day;           /* that it is to name: to be returned by; DATE_NONE */
};

/* Whom or what it can be made for: the choices of its subject; none when it is the year's. */
enum rc paper_choices(const struct app *app, const struct paper *paper, struct arena *a,
		      struct choices *out);

/* All that make a paper: RC_NOT_FOUND with a sentence when there is nothing to print, RC_INVALID
 * with file and line when its text is broken; nothing is written then. */

/* A paper as lines of text, pages one below the other. */
struct paper_text {
	const char **line;
	size_t n;
};
/* For the screen, at most `columns` columns wide (40…200) unless the paper lies on its side, in the
 * arena. */
enum rc paper_lines(const struct app *app, const struct paper_wish *wish, struct arena *a,
		    int columns, struct paper_text *text);
/*
 * Write it to a file: PDF when the name ends in .pdf, a text to edit when it ends in .odt, text of
 * A4 pages when it ends in .txt, another ending: RC_INVALID. encoding: of the text, code as in
 * export.h; NULL: UTF-8. The file appears whole or not at all; letters that the encoding lacks are
 * told in issues (may be NULL). *made (may be NULL) is for how many of its subject it was made.
 */
enum rc paper_save(const struct app *app, const struct paper_wish *wish, const char *path,
		   const char *encoding, struct issues *issues, size_t *made);

/*
 * The school's own text of a paper lies in a folder beside the file, SCHOOL.papers/NAME.txt beside
 * SCHOOL.nastavnik, so that it goes where the file goes. It is edited with any editor and wins over
 * the methodology's.
 */
/* Where it is or would be; *there (may be NULL): it is there. */
const char *paper_own_path(const struct app *app, struct arena *a, const struct paper *paper,
			   bool *there);
/* Put a copy of the methodology's text there, to be edited, and how.txt, which tells how texts are
 * written. RC_CONFLICT: there is one already. */
enum rc paper_own_make(const struct app *app, const struct paper *paper);
/* Give it up for the methodology's: it is put aside as NAME.txt.old. RC_NOT_FOUND: there is none.
 */
enum rc paper_own_drop(const struct app *app, const struct paper *paper);

/* A list as the screen shows it, on its way to paper. Texts are never NULL. */
struct paper_table {
	const char *title; /* translated: «Этап 2 · База наставляемых» */
	const char *note;  /* below it: what the list is filtered by; "" */
	const char *const *heading; /* of the columns */
	const int *width;           /* characters that a column likes to have */
	const bool *number;         /* columns whose texts are numbers; NULL: none */
	size_t columns;
	const char *const *cell; /* rows * columns, row by row */
	size_t rows;
	bool plain; /* on paper without a column № of its own */
};

/* Write a list: as a table when the name ends in .xlsx or .csv, see export.h, else on paper with
 * the school's name above, as paper_save() does it. */
enum rc paper_table_save(const struct app *app, const struct paper_table *table, const char *path,
			 const char *encoding, struct issues *issues);

/* The whole lists of the year. */
enum paper_list_kind { PAPER_LIST_PEOPLE, PAPER_LIST_MENTEES, PAPER_LIST_MENTORS };

/* Write one as paper_table_save() does: name, class or position and what lists show of the rest.
 * RC_NOT_FOUND when nobody stands in it. */
enum rc paper_list_save(const struct app *app, enum paper_list_kind kind, const char *path,
			const char *encoding, struct issues *issues);

#endif
