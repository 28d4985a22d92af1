/*
 * Papers by class: the sheet that a class teacher fills in, and who owes which consent. domain.md
 * §8. Their words are data of the methodology (papers/class_sheet.txt, papers/owing.txt). A request
 * is never printed in words: a sheet lies on a desk or hangs on a wall.
 */
#ifndef NASTAVNIK_PRINT_SHEETS_H
#define NASTAVNIK_PRINT_SHEETS_H

#include "nastavnik/print/papers.h"

enum { SHEET_CONSENTS = 3 }; /* to take part, data processing, publication */

/* One pupil of a sheet: what is known already. */
struct sheet_row {
	const char *name; /* «Ёлкина Зоя Андреевна» */
	bool request;     /* the program knows one */
	bool consent[SHEET_CONSENTS];
};

struct sheet {
	const char *class_name; /* «7В»; "": the teachers */
	const struct sheet_row *row;
	size_t n;
};

struct paper_sheets {
	const char *school;      /* full name */
	const char *methodology; /* "r145" */
	int year;                /* 2026 is 2026/2027 */
	int return_by;           /* DATE_NONE: a place to write it by hand */
	const char
		*tick; /* what stands for "is there": «✓», or «+» where there is no such letter */
	const struct sheet *sheet;
	size_t n;
};

/* Each sheet begins a page. RC_INVALID, RC_NOT_FOUND: as paper_order(). */
enum rc paper_class_sheets(struct arena *a, const struct paper_sheets *sheets, struct doc **doc);

/* Who owes papers: rows of a class stand together. Texts are never NULL. */
struct owing_row {
	const char *class_name; /* «7В»; "": adults */
	const char *name;
	const char *owes; /* «участие, обработка данных (истекло 31.05.2026)» */
};

struct paper_owing {
	const char *school;
	const char *methodology;
	int year, date; /* date: of the paper */
	const struct owing_row *row;
	size_t n;
};

/* A table a class, a line to cut along between them. */
enum rc paper_owing(struct arena *a, const struct paper_owing *owing, struct doc **doc);

#endif
