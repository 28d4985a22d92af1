/*
 * Reference books of a school year: requests, competences, interests, forms, role models. They are
 * copied from data/methodology/ when the year is opened and then belong to the school, which edits
 * them. domain.md §3.
 */
#ifndef NASTAVNIK_MODEL_BOOK_H
#define NASTAVNIK_MODEL_BOOK_H

#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/field.h"
#include "nastavnik/base/id.h"
#include "nastavnik/base/str.h"

/* Values are stored: never renumber. */
enum book {
	BOOK_REQUEST = 1,
	BOOK_COMPETENCE = 2,
	BOOK_INTEREST = 3,
	BOOK_FORM = 4,
	BOOK_ROLE = 5,
	BOOK_CATEGORY = 6,    /* of pupils; specially sensitive, see app/categories.h */
	BOOK_SOURCE = 7,      /* where a request is known from */
	BOOK_DEFICIT = 8,     /* what a teacher finds hard */
	BOOK_SUBBASE = 9,     /* of mentors: graduates, entrepreneurs … */
	BOOK_TECHNOLOGY = 10, /* kinds of mentoring: traditional, reverse … */
	BOOK_WORK = 11,       /* what a plan consists of: talk, visit of a lesson … */
	BOOK_TEAM = 12,       /* roles in the team */
	BOOK_DOCUMENT = 13,   /* kinds of papers: order, minutes … */
	BOOK_RESOURCE = 14,   /* kinds of resources */
	BOOK_PARTNER = 15,    /* kinds of partners */
	BOOK_EVENT = 16,      /* kinds of events */
	BOOK_NOMINATION = 17, /* of awards and contests */
	BOOK_END,
};

struct book_item {
	int64_t id, year;
	int64_t book;         /* enum book */
	const char *code;     /* stable, from the methodology; "" for one the school added */
	const char *name;     /* «английский язык» */
	const char *synonyms; /* other words, "; " between: «англ; English; инглиш» */
	int64_t position;     /* order in menus, from 1 */
	int64_t hidden;       /* 1: not offered any more, but old records keep it */
	struct ids answers;   /* a request: the competences that answer it */
	int64_t form;         /* a role model: the form it belongs to */
	int64_t mentor_kind, mentee_kind; /* a form: enum person_kind of its sides; 0: any */
};

/* The books of one year, as lists. */
struct books {
	struct book_item *row; /* by book, then position */
	size_t n;
};

extern const struct fields
	book_item_fields; /* name, synonyms, answers (set "competence"), hidden */

/* NULL when there is no such item. */
const struct book_item *book_item_by_id(const struct books *books, int64_t id);
/* The name, or "" when there is no such item. */
const char *book_item_name(const struct books *books, int64_t id);
/* Items of one book as choices; the hidden ones are marked. */
struct choices book_choices(struct arena *a, const struct books *books, enum book book);
/* Title of a book for the person: «Запросы». */
const char *book_title(enum book book);

/* Fast look-up of words in one book; built once per import. */
struct book_index;
struct book_index *book_index_new(const struct books *books, enum book book);
void book_index_free(struct book_index *index);
/*
 * Free text to items. The text is cut at , ; / line ends and « и »; a piece is known when its fold
 * equals an item's name or synonym, or else when it contains one as whole words (the longest wins;
 * a word's ending may differ by up to three letters: «математику» is «математика»). Items in order
 * of first mention, each once, into ids (arena). What was not known is appended to rest, ", "
 * between.
 */
void book_map(struct arena *a, const struct book_index *index, const char *text, struct ids *ids,
	      struct str *rest);

#endif
