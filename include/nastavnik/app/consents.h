/* Consents on paper: noting them, taking them back, and papers that ask for them. domain.md §7, 8.
 */
#ifndef NASTAVNIK_APP_CONSENTS_H
#define NASTAVNIK_APP_CONSENTS_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/issue.h"
#include "nastavnik/store/read/consent.h"

/*
 * Note one kind of consent of several persons for the year worked on: one step. on: the date on the
 * paper, or DATE_NONE: there is no such paper, what stands is taken away (what was withdrawn or has
 * expired stays). Who has one of that very date is left as he is; another date corrects the paper
 * that stands. A new paper of a pupil is signed by the representative whom the record names.
 * RC_INVALID: no such day, or one to come; RC_CONFLICT: what is to be taken away is an earlier
 * year's, which one does in the person's own list. Nothing is changed then.
 */
enum rc consents_mark(struct app *app, struct ids persons, enum consent_kind kind, int64_t on);

/* A new record with what can be known beforehand: today, the representative of a pupil. Texts in
 * the arena; nothing is saved. */
enum rc consents_new(const struct app *app, struct arena *a, int64_t person, struct consent *c);
/* Save one record, id 0: a new one, its id is filled in. RC_INVALID with the field's sentence. */
enum rc consents_save(struct app *app, struct consent *c);
/* It was withdrawn on a day; the record stays. RC_INVALID: before it was signed. */
enum rc consents_withdraw(struct app *app, int64_t id, int64_t on);
/* It was noted by mistake. */
enum rc consents_delete(struct app *app, int64_t id);

/* From the class sheet: the main request of a pupil, who becomes a mentee when he is none yet. item
 * 0: the main request was a mistake, the next one takes its place. */
enum rc consents_request(struct app *app, int64_t person, int64_t item);

/* Which sheets to print. */
struct class_sheets {
	const char *const *class_name; /* «7В», n of them */
	size_t n;
	bool all;      /* every class instead */
	bool staff;    /* the teachers' sheet too */
	int return_by; /* DATE_NONE: a place to write it by hand */
};
/*
 * Write class sheets, a page or more a class, as paper_save() writes papers. What is known already
 * stands as «✓»; requests are never printed in words. RC_NOT_FOUND: no such class, or nobody in the
 * list. *sheets (may be NULL) gets their number.
 */
enum rc class_sheets_save(const struct app *app, const struct class_sheets *what, const char *path,
			  const char *encoding, struct issues *issues, size_t *sheets);

/* Does the person owe a consent? */
bool consents_owed(const struct consent_row *row);

#endif
