/* What `nastavnik list` can list: one function a word. */
#ifndef NASTAVNIK_MAIN_LIST_H
#define NASTAVNIK_MAIN_LIST_H

#include "command.h"

typedef enum exit_code list_run(const struct args *args, struct app *app);

list_run list_leavers, list_ready, list_tasks, list_behind;

#endif
