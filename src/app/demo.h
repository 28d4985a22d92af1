/* The demonstration school's own folder. */
#ifndef NASTAVNIK_SRC_APP_DEMO_H
#define NASTAVNIK_SRC_APP_DEMO_H

#include "nastavnik/app/app.h"

/* Takes one line «name = value» of a file of the demonstration. */
typedef enum rc demo_line(struct app *app, struct arena *a, const char *name, const char *value,
			  void *data);
/* Hand the lines of a file below data/ to take, until it fails; "#" begins a remark. RC_BUG when
 * the program lacks the file. */
enum rc demo_lines(struct app *app, struct arena *a, const char *name, demo_line *take, void *data);

/* Some pairs confirmed and at work, for the others a proposal. */
enum rc demo_pairs(struct app *app);

/* Remove the folder with what is in it and free its name; NULL is fine. */
void demo_remove(char *folder);

/* What the registers of stages 1 to 3 hold, sub-bases and entry questionnaires. */
enum rc demo_registers(struct app *app);
/* Diaries and reports of the pairs that are at work, and the review of the first quarter. */
enum rc demo_diaries(struct app *app);
/* Interviews and courses of stage 4. */
enum rc demo_training(struct app *app);

/* Stage 7 as it is in November: practices, a contest, the payment of October. */
enum rc demo_outcome(struct app *app);
/* Marks and absences of the mentees at the start. */
enum rc demo_growth(struct app *app);
/* Questionnaires that were typed. */
enum rc demo_surveys(struct app *app);

#endif
