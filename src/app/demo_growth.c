/* The demonstration school in November: marks and absences at the start; the end is in May. */
#include "demo.h"
#include "inner.h"
#include "nastavnik/app/growth.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/growth.h"

/* Marks from 2,95 to 4,7, absences from none to 28, few conflicts; the same at each start. */
static int64_t demo_value(const struct measure *measure, size_t who)
{
	switch (measure->kind) {
	case MEASURE_MARK:
		return 295 + (int64_t)(who * 37 % 36) * 5;
	case MEASURE_ABSENCES:
		return (int64_t)(who * 11 % 29) * 100;
	default:
		return who % 4 ? 0 : (int64_t)(who % 3 + 1) * 100;
	}
}

static enum rc values_write(struct app *app, const struct growth_sheet *sheet)
{
	enum rc rc = RC_OK;

	for (size_t m = 0; m < sheet->measures; m++)
		for (size_t i = 0; i < sheet->n && !rc; i++)
			rc = growth_put(
				app->store,
				&(const struct growth){ sheet->measure[m].head.id,
							sheet->row[i].participation, GROWTH_START,
							demo_value(&sheet->measure[m], i + m) });
	return rc;
}

enum rc demo_growth(struct app *app)
{
	struct growth_sheet sheet;
	struct arena a = { 0 };
	size_t added;
	enum rc rc = growth_propose(app, &added);

	if (!rc)
		rc = growth_load(app, &a, &sheet);
	if (!rc)
		rc = app_begin(app, N_("Import of marks and absences"), "");
	if (!rc)
		rc = app_end(app, values_write(app, &sheet));
	arena_done(&a);
	return rc;
}
