/* What the questionnaires of the year say of each question. */
#ifndef NASTAVNIK_SRC_APP_SWOT_FIGURES_H
#define NASTAVNIK_SRC_APP_SWOT_FIGURES_H

#include "nastavnik/app/app.h"
#include "nastavnik/model/swot.h"

struct swot_figures {
	struct swot_figure *row;
	size_t n;
};

/* Of all questions on a scale of the questionnaires of participants and after events; form 0: of
 * all forms. In the arena. */
enum rc swot_figures_load(const struct app *app, struct arena *a, int64_t form,
			  struct swot_figures *out);

#endif
