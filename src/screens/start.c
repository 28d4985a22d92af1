/* A new school: a short guided form that makes the file and goes on with its board. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/paths.h"
#include "nastavnik/ui/form.h"
#include "screens.h"

enum { FILES_TRIED = 100 };

struct start_record {
	struct school school;
	int64_t year, terms;
	const char *path;
};

#define AT(member) offsetof(struct start_record, member)

static const struct field year_rows[] = {
	{ .name = "year",
	  .label = N_("School year, from"),
	  .hint = N_("The year in which the school year begins: 2026 is 2026/2027."),
	  .kind = FIELD_NUMBER,
	  .flags = FIELD_REQUIRED,
	  .offset = AT(year),
	  .min = 2000,
	  .max = 2199,
	  .width = 6 },
	{ .name = "terms",
	  .label = N_("Divided into"),
	  .hint = N_("Quarters, trimesters or half-years: control and reports follow them."),
	  .kind = FIELD_CHOICE,
	  .flags = FIELD_REQUIRED,
	  .offset = AT(terms),
	  .choices = "terms",
	  .width = 14 },
};

static const struct field path_rows[] = {
	{ .name = "path",
	  .label = N_("File"),
	  .hint = N_(
		  "Everything is kept in this one file. The folder is made when it is not there."),
	  .kind = FIELD_TEXT,
	  .flags = FIELD_REQUIRED,
	  .offset = AT(path),
	  .max = 1000,
	  .width = 50 },
};

#undef AT

static const struct fields year_fields = { year_rows, sizeof(year_rows) / sizeof(year_rows[0]) };
static const struct fields path_fields = { path_rows, sizeof(path_rows) / sizeof(path_rows[0]) };

/* What the form has proposed, to tell it from what the person has typed. */
struct start_desk {
	const char *short_name;
	struct choices terms;
};

/* A name that no file has yet, in the person's own folder; "" when there is none to be had. */
static const char *path_free(struct arena *a)
{
	const char *folder, *path;

	if (paths_data_home(a, &folder))
		return "";
	path = arena_printf(a, "%s/school.nastavnik", folder);
	for (int i = 2; i < FILES_TRIED && access(path, F_OK) == 0; i++)
		path = arena_printf(a, "%s/school-%d.nastavnik", folder, i);
	return path;
}

static enum rc start_load(struct frame *f, void *record)
{
	const struct desk *desk = ui_app(f->ui);
	struct start_desk *own = arena_alloc(&f->arena, sizeof(*own));
	struct start_record *start = record;

	*own = (struct start_desk){ .short_name = "", .terms = terms_choices(&f->arena) };
	f->data = own;
	start->school = (struct school){ "", "", "", "", "", 0, "", "" };
	start->year = year_of(date_today());
	start->terms = TERMS_QUARTERS;
	start->path = paths_short(&f->arena, desk->start_path && !desk->app ? desk->start_path
									    : path_free(&f->arena));
	return RC_OK;
}

static struct choices start_choices(struct frame *f, const char *set)
{
	(void)set;
	return ((const struct start_desk *)f->data)->terms;
}

/* A short name is proposed until the person has typed one. */
static void start_changed(struct frame *f, const struct field *field, void *record)
{
	struct start_desk *own = f->data;
	struct start_record *start = record;

	if (strcmp(field->name, "name") != 0 ||
	    strcmp(start->school.short_name, own->short_name) != 0)
		return;
	own->short_name = school_short_name(&f->arena, start->school.name);
	start->school.short_name = own->short_name;
}

static enum rc start_save(struct frame *f, void *record)
{
	const struct start_record *start = record;
	const char *path = paths_expand(&f->arena, start->path);
	struct app *app;
	enum rc rc = app_create(path, &start->school, start->year, start->terms, &app);

	if (rc == RC_OK)
		desk_take(f, app);
	return rc;
}

static const struct form_part start_parts[] = {
	{ .title = N_("The school"),
	  .fields = &school_fields,
	  .offset = offsetof(struct start_record, school) },
	{ .title = N_("The school year"), .fields = &year_fields },
	{ .title = N_("The file"), .fields = &path_fields },
	{ 0 },
};

static const struct form_spec start_form = {
	.size = sizeof(struct start_record),
	.parts = start_parts,
	.load = start_load,
	.save = start_save,
	.choices = start_choices,
	.changed = start_changed,
};

static const struct action start_actions[] = {
	{ .title = N_("School files"),
	  .help = N_("Open a school that is there already, or the demonstration school."),
	  .open = &schools_view },
	{ 0 },
};

const struct view start_view = {
	.name = "start",
	.title = N_("Mentoring · a new school"),
	.kind = &form_kind,
	.spec = &start_form,
	.actions = start_actions,
	.help = N_(
		"Only the school's name is needed to begin; the rest can be filled in later, and "
		"everything can be changed. What is typed here is printed on orders and lists. Is "
		"there a school file already, or would you like to look at an invented school "
		"first? F9 leads to “School files”."),
};
