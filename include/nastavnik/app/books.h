/* The reference books of the year worked on: requests, competences, interests, forms, role models.
 */
#ifndef NASTAVNIK_APP_BOOKS_H
#define NASTAVNIK_APP_BOOKS_H

#include "nastavnik/app/app.h"

/* Save an item; id 0: a new one of item->book, which gets its id and the last position. RC_CONFLICT
 * when another item of the book has that name or one of the synonyms, with a sentence that names
 * it. */
enum rc books_save(struct app *app, struct book_item *item);
/* How many participants of the year use the item. */
enum rc books_used(const struct app *app, int64_t item, int64_t *n);
/* Delete an item that nobody uses; one that is used is hidden instead, and *hidden says so. */
enum rc books_delete(struct app *app, int64_t item, bool *hidden);
/* Show a hidden item again, or hide one. */
enum rc books_hide(struct app *app, int64_t item, bool hidden);
/* Everybody who has gone gets keep, keep's synonyms take in gone's name and synonyms, gone is
 * deleted. Both must be of one book (RC_INVALID). */
enum rc books_merge(struct app *app, int64_t keep, int64_t gone);
/* Put an item on a place of its book, 1 the first; the others move along. */
enum rc books_move(struct app *app, int64_t item, int64_t position);
/* A year that was opened before the methodology had all of today's books, and its legal grounds,
 * gets them: one step, once. Nothing to do: RC_OK. */
enum rc books_complete(struct app *app);
/* The legal grounds of the methodology that the year has not, by their codes: one step; *added says
 * how many. */
enum rc grounds_complete(struct app *app, size_t *added);

#endif
