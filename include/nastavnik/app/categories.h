/*
 * Categories of domain.md §2 (a reference book, empty at first): specially sensitive. They are seen
 * by the curator only, after «Показать категории» of this sitting, on a screen of their own. No
 * list, pair, paper, table or find has them; a report has their number alone, and a small one not
 * even that.
 */
#ifndef NASTAVNIK_APP_CATEGORIES_H
#define NASTAVNIK_APP_CATEGORIES_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/id.h"

/* Are they shown in this sitting? Never so at the start. */
bool categories_shown(const struct app *app);
/* Show or hide them until the program ends. */
void categories_show(struct app *app, bool shown);

/* Those of a person in the year worked on; none while they are not shown. */
enum rc categories_get(const struct app *app, struct arena *a, int64_t person, struct ids *out);
/* These and no others. RC_INVALID with a sentence while they are not shown. The step's words name
 * neither the person nor the category. */
enum rc categories_save(struct app *app, int64_t person, struct ids items);

/* Smaller numbers of people are not told: they would point at somebody. */
enum { CATEGORIES_FEW = 3 };

struct category_row {
	const char *name;
	const char *people, *mentees; /* «fewer than 3» below CATEGORIES_FEW */
};
struct category_rows {
	struct category_row *row; /* in the book's order; hidden items left out */
	size_t n;
};

/* How many of the year carry each. RC_INVALID with a sentence while they are not shown. */
enum rc categories_report(const struct app *app, struct arena *a, struct category_rows *out);

#endif
