/* What `nastavnik survey` does: one function a word. */
#ifndef NASTAVNIK_MAIN_SURVEY_H
#define NASTAVNIK_MAIN_SURVEY_H

#include "command.h"

/* args->word[2] is the questionnaire or the packet, app the open file. */
typedef enum exit_code survey_run(const struct args *args, struct app *app);

survey_run survey_import;
survey_run survey_blank;
survey_run survey_list;
survey_run survey_packet, survey_take;
survey_run survey_results;

#endif
