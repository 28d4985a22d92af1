/* No school yet: a short form that makes the file and goes on with its board. */
#include "nastavnik/app/settings.h"
#include "nastavnik/base/date.h"
#include "nastavnik/ui/form.h"
#include "screens.h"

struct start_record {
	struct school school;
	int64_t year;
	const char *path;
};

static const struct field start_table[] = {
	{ .name = "year",
	  .label = N_("School year, from"),
	  .hint = N_("The year in which the school year begins: 2026 is 2026/2027."),
	  .kind = FIELD_NUMBER,
	  .flags = FIELD_REQUIRED,
	  .offset = offsetof(struct start_record, year),
	  .min = 2000,
	  .max = 2199,
	  .width = 6 },
	{ .name = "path",
	  .label = N_("File"),
	  .hint = N_(
		  "Everything is kept in this one file. The folder is made when it is not there."),
	  .kind = FIELD_TEXT,
	  .flags = FIELD_REQUIRED,
	  .offset = offsetof(struct start_record, path),
	  .max = 1000,
	  .width = 50 },
};
static const struct fields start_fields = { start_table,
					    sizeof(start_table) / sizeof(start_table[0]) };

static enum rc start_load(struct frame *f, void *record)
{
	const struct desk *desk = ui_app(f->ui);
	struct start_record *start = record;

	start->school = (struct school){ "", "", "", "", "", 0, "", "" };
	start->year = year_of(date_today());
	start->path = desk->start_path;
	return RC_OK;
}

static enum rc start_save(struct frame *f, void *record)
{
	struct desk *desk = ui_app(f->ui);
	struct start_record *start = record;
	struct app *app;
	enum rc rc = app_new(start->path, start->school.name, start->year, &app);

	if (rc != RC_OK)
		return rc;
	start->school.uuid = app_school(app)->uuid;
	rc = settings_save_school(app, &start->school);
	desk->app = app;
	if (rc == RC_OK)
		view_open(f->ui, NULL, &home_view, NULL, NULL);
	return rc;
}

static const struct form_part start_parts[] = {
	{ .title = N_("The school"),
	  .fields = &school_fields,
	  .offset = offsetof(struct start_record, school) },
	{ .title = N_("The file"), .fields = &start_fields },
	{ 0 },
};

static const struct form_spec start_form = {
	.size = sizeof(struct start_record),
	.parts = start_parts,
	.load = start_load,
	.save = start_save,
};

const struct view start_view = {
	.name = "start",
	.title = N_("Mentoring · a new school"),
	.kind = &form_kind,
	.spec = &start_form,
	.help = N_("Only the school's name is needed to begin; the rest can be filled in later. "
		   "What is "
		   "typed here is printed on the order and the lists."),
};
