#include "nastavnik/app/settings.h"

#include "inner.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/school.h"

enum rc settings_save_school(struct app *app, const struct school *school)
{
	enum rc rc = fields_check(school_fields, school);

	if (!rc)
		rc = app_begin_school(app, N_("School's facts changed"), "");
	return rc ? rc : app_end(app, school_put(app->store, school));
}

static enum rc year_check(const struct year *y)
{
	enum rc rc = fields_check(year_order_fields, y);

	if (!rc)
		rc = fields_check(year_match_fields, y);
	if (rc)
		return rc;
	if (y->bond_from && y->bond_to && y->bond_to < y->bond_from)
		return err_set(RC_INVALID, _("The term of the pairs ends before it begins."));
	if (y->weight_topics + y->weight_choices + y->weight_interests + y->weight_age +
		    y->weight_hours <=
	    0)
		return err_set(RC_INVALID,
			       _("At least one rule needs a weight, or no score can be told."));
	return RC_OK;
}

enum rc settings_save_year(struct app *app, const struct year *year)
{
	struct year fresh = *year;
	char name[12];
	enum rc rc = year_check(year);

	fresh.year = app->year.year;
	if (!rc)
		rc = app_begin(app, N_("Settings of the year changed"),
			       year_name(fresh.year, name));
	return rc ? rc : app_end(app, year_put(app->store, &fresh));
}
