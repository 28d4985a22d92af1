/*
 * The program's use cases: each thing a person can do is one function, one transaction and one
 * named step of the journal. A function that changes the file returns RC_READONLY, with the
 * sentence that says why, when the file was opened for reading only. Screens and commands stand on
 * this floor; what they only read they read from store/read/ through app_store().
 */
#ifndef NASTAVNIK_APP_APP_H
#define NASTAVNIK_APP_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/base/err.h"
#include "nastavnik/base/field.h"
#include "nastavnik/model/book.h"
#include "nastavnik/model/school.h"

struct app;
struct store;

/*
 * Make a new file with one school and its first year, the year's reference books copied in. There
 * must be no file of that name (RC_CONFLICT). name: the school's full name, not empty; year: first
 * calendar year of the school year (2026 is 2026/2027), 2000…2199, else RC_INVALID.
 */
enum rc app_new(const char *path, const char *name, int64_t year, struct app **app);
/* The same with everything that the first form asks for: texts of school are never NULL, an empty
 * uuid is drawn; terms: enum terms. RC_INVALID with the field's sentence. */
enum rc app_create(const char *path, const struct school *school, int64_t year, int64_t terms,
		   struct app **app);
/*
 * Open a file with its newest year. Where another program holds it or it may not be written, it is
 * opened for reading only: app_readonly_why() then says so. RC_IO: it is not there or cannot be
 * read; RC_DB: it is damaged or not ours.
 */
enum rc app_open(const char *path, struct app **app);
/* The demonstration school in a folder of its own below the temporary directory, filled from
 * data/demo by the same imports that a person uses and with one proposal made; app_close() removes
 * it. */
enum rc app_demo(struct app **app);
/* Checkpoint, let go of the file, free everything. NULL is fine. */
void app_close(struct app *app);

/* For the queries of store/read/. */
const struct store *app_store(const struct app *app);

/* Facts of the file; the pointers live until the next change of the file or app_close(). */
const char *app_path(const struct app *app);
const struct school *app_school(const struct app *app);
/* The year that is worked on. */
const struct year *app_year(const struct app *app);
/* The reference books of that year, hidden items too. */
const struct books *app_books(const struct app *app);
bool app_is_demo(const struct app *app);
bool app_readonly(const struct app *app);
/* One sentence: who holds the file or why it may not be written; "" when it may. */
const char *app_readonly_why(const struct app *app);

/* Is the year worked on closed? */
bool app_year_closed(const struct app *app);
/* One sentence: why nothing may be changed here and now, be it the file or that the year worked on
 * is closed; "" when it may. */
const char *app_change_why(const struct app *app);
/* The newest year of the file. */
int64_t app_newest_year(const struct app *app);

/*
 * Another number whenever the data are others (undo and redo too; also when another program changed
 * a file that is open for reading only). A view keeps the number it loaded at and loads again when
 * it differs.
 */
int64_t app_version(const struct app *app);
/* Call when nothing has happened for a second: brings all of it into the one file, so that a plain
 * copy is whole. What cannot be done now is left for later. */
void app_settle(struct app *app);
/* Read school, year and books again when another program has changed the file; true when it had.
 * Changes of one's own need no such call. */
bool app_refresh(struct app *app);

/* Work on another school year of the file; RC_NOT_FOUND with a sentence when the file has no such.
 */
enum rc app_year_select(struct app *app, int64_t year);
/*
 * Open a new school year and work on it; one step of the journal. Its reference books are the
 * methodology's, with what the school changed and added in the year before; the rules of matching
 * are taken over too. A year that is there already is only selected.
 */
enum rc app_year_open(struct app *app, int64_t year);

/*
 * The choice sets of the field tables, for forms and tables: person_kind, form, role_model,
 * request, competence, interest (hidden items are marked), mentor and mentee (the participants of
 * the year by name). Sets live until the file changes.
 */
struct choice_source app_choices(struct app *app);

#endif
