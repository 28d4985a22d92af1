/* The parts of the monitoring report that tell of questionnaires and of the e-journal. */
#ifndef NASTAVNIK_SRC_APP_PAPER_MONITORING_H
#define NASTAVNIK_SRC_APP_PAPER_MONITORING_H

#include "paper.h"

/* The table "surveys": what the questionnaires of the year come to, before and after. */
enum rc monitoring_surveys_fill(const struct paper_work *w, struct scope *s);
/* The table "growth": marks, absences and conflicts of the mentees at the start and at the end. */
enum rc monitoring_growth_fill(const struct paper_work *w, struct scope *s);

#endif
