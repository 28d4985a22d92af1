/* What `nastavnik list` can list: one function a word. */
#ifndef NASTAVNIK_MAIN_LIST_H
#define NASTAVNIK_MAIN_LIST_H

#include "command.h"
#include "nastavnik/model/class.h"

typedef enum exit_code list_run(const struct args *args, struct app *app);

/* «7 "в"» is «7В»; RC_NOT_FOUND with a sentence where nobody of the year is in such a class. */
enum rc list_class(const struct app *app, struct arena *a, const char *wanted,
		   char normal[CLASS_SIZE]);

list_run list_leavers, list_ready, list_tasks, list_behind, list_unanswered;

#endif
