#include "nastavnik/app/compare.h"

#include "inner.h"
#include "nastavnik/store/read/compare.h"

enum rc compare_years(struct app *app, const struct years_numbers **out)
{
	enum rc rc = RC_OK;

	app_refresh(app);
	if (!app->years.n)
		rc = years_compare(app->store, &app->facts, &app->years);
	if (!rc)
		*out = &app->years;
	return rc;
}
