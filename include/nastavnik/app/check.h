/* Looking after the file: is it whole, are its records sensible, a copy of it. */
#ifndef NASTAVNIK_APP_CHECK_H
#define NASTAVNIK_APP_CHECK_H

#include "nastavnik/app/app.h"
#include "nastavnik/base/issue.h"

/* The integrity of the file (ISSUE_ERROR) and the field's rules for every record of the year worked
 * on (ISSUE_ERROR for a broken rule, ISSUE_WARNING for what is allowed but odd). */
enum rc check_run(const struct app *app, struct issues *out);
/* A copy of the file as it is now, in one file; RC_CONFLICT when the name is taken. */
enum rc backup_make(const struct app *app, const char *path);

#endif
