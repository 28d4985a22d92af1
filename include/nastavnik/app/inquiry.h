/*
 * Requests from above: what the municipality wants to know by fourteen o'clock. A request
 * (model/inquiry.h) names a subject, fields, conditions, days and groups; it is answered with a
 * table, kept under a name and answered again for other days or another year. Fields are those of
 * the field tables, and what is worked out beside them: the mentor's name, meetings held, an age.
 */
#ifndef NASTAVNIK_APP_INQUIRY_H
#define NASTAVNIK_APP_INQUIRY_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/issue.h"
#include "nastavnik/model/inquiry.h"
#include "nastavnik/store/read/inquiry.h"

/* What can be asked about. */
struct inquiry_subject {
	const char *name;  /* stable, "mentees" */
	const char *title; /* msgid: «Наставляемые» */
};
/* The i-th, NULL behind the last; the one of that name, NULL: there is none. */
const struct inquiry_subject *inquiry_subject_at(size_t i);
const struct inquiry_subject *inquiry_subject_find(const char *name);

/* What is known of each. */
struct inquiry_field {
	const struct field *field;
	size_t offset; /* of the field's struct in the subject's row */
	bool personal; /* a name, a telephone …: such columns are said aloud */
};
struct inquiry_fields {
	const struct inquiry_field *row;
	size_t n;
};
/* All of a subject, in the arena; none of an unknown one. */
struct inquiry_fields inquiry_fields(struct arena *a, const char *subject);
/* By name; NULL. */
const struct inquiry_field *inquiry_field(const struct inquiry_fields *fields, const char *name);
/* Does it make sense to group by it? (Choices, yes or no, classes, small numbers.) */
bool inquiry_field_groups(const struct inquiry_field *field);

/* The sets of choices that fields name. */
struct choices inquiry_choices(struct app *app, const char *set);

/* A condition as a person reads it: «Класс – 7; 8А». In the arena. */
const char *inquiry_condition_show(struct app *app, struct arena *a, const struct inquiry *inquiry,
				   size_t condition);
/* The columns with names and the like: «Фамилия, Телефон»; "": there are none. In the arena. */
const char *inquiry_personal(struct arena *a, const struct inquiry *inquiry);

/* The answer: a table of texts, row by row. */
struct inquiry_answer {
	size_t found; /* records that fulfil the conditions */
	const char *const *heading;
	const int *width; /* characters that a column likes to have */
	const bool *number;
	size_t columns;
	const char *const *cell;
	size_t rows;       /* totals too */
	const bool *total; /* by row: it sums others up */
	const char *note;  /* days and conditions, and that there are names in it; "" */
};
/* In the arena. What is not understood – a field that is gone, a choice that this year does not
 * have – is told in issues and not asked. RC_INVALID with a sentence: no such subject, or there is
 * nothing to show. */
enum rc inquiry_run(struct app *app, struct arena *a, const struct inquiry *inquiry,
		    struct inquiry_answer *out, struct issues *issues);
/* Write the answer under a title, as paper_table_save() does. */
enum rc inquiry_save(struct app *app, const struct inquiry_answer *answer, const char *title,
		     const char *path, const char *encoding, struct issues *issues);

/* Those that are kept, by name; behind them, with id 0, those that the methodology proposes and
 * that are not kept under the same name. In the arena. */
enum rc inquiries_load(const struct app *app, struct arena *a, struct kept_inquiries *out);
/* Keep it; id 0: a new one, and one of the same name is replaced. RC_INVALID without a name. */
enum rc inquiry_keep(struct app *app, struct kept_inquiry *kept);
/* Forget it. */
enum rc inquiry_forget(struct app *app, const struct kept_inquiry *kept);

#endif
