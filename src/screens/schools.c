/* The files of schools: those opened lately, another one, a new one, the demonstration school. */
#include <string.h>

#include "cells.h"
#include "nastavnik/app/packets.h"
#include "nastavnik/app/recent.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/paths.h"
#include "packets.h"
#include "screens.h"

enum { SCHOOL_NAME, SCHOOL_PATH, SCHOOL_CHANGED, SCHOOL_COLUMNS };

static const struct list_column school_columns[] = {
	[SCHOOL_NAME] = { N_("School"), .width = 24, .grow = 1, .unsorted = true },
	[SCHOOL_PATH] = { N_("File"), .width = 24, .grow = 1, .drop = 2, .unsorted = true },
	[SCHOOL_CHANGED] = { N_("Changed"), .width = 16, .drop = 1, .unsorted = true },
	{ 0 },
};

struct schools_desk {
	struct cells cells;
	struct recents files; /* those that the find leaves */
};

static const struct recent *school_row(const struct frame *f, size_t row)
{
	return &((const struct schools_desk *)f->data)->files.row[row];
}

static enum rc schools_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct schools_desk *desk = arena_alloc(&f->fresh, sizeof(*desk));
	struct arena *a = &f->fresh;

	desk->files = recents_load(a);
	desk->cells.ids.row = ARENA_NEW(a, int64_t, desk->files.n);
	*n = 0;
	for (size_t i = 0; i < desk->files.n; i++) {
		const struct recent file = desk->files.row[i];

		if (!cells_found(a, query, arena_printf(a, "%s %s", file.school, file.path)))
			continue;
		desk->cells.ids.row[*n] = (int64_t)i + 1;
		desk->files.row[(*n)++] = file;
	}
	desk->cells.ids.n = desk->files.n = *n;
	f->data = desk;
	return RC_OK;
}

static enum rc schools_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct schools_desk *desk = f->data;
	char when[20];

	cells_page(&desk->cells, page, SCHOOL_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct recent *file = school_row(f, i);
		enum ink ink = file->there ? INK_TEXT : INK_DIM;

		cells_set(&desk->cells, i, SCHOOL_NAME, ink, file->school);
		cells_set(&desk->cells, i, SCHOOL_PATH, ink, strrchr(file->path, '/') + 1);
		if (file->there)
			cells_set(&desk->cells, i, SCHOOL_CHANGED, ink,
				  arena_strdup(page, clock_format(file->changed, when)));
		else
			cells_set(&desk->cells, i, SCHOOL_CHANGED, INK_WARN, _("! not there"));
	}
	return RC_OK;
}

static const char *schools_status(struct frame *f, struct arena *a, size_t row)
{
	const struct recent *file = school_row(f, row);

	if (file->there)
		return paths_short(a, file->path);
	return arena_printf(a, _("Not there now: %s. F8 takes it off the list."),
			    paths_short(a, file->path));
}

enum rc schools_open(struct frame *f, const char *path, unsigned *took)
{
	struct app *open = desk_app(f), *app;
	enum rc rc;

	*took = UI_TAKEN;
	if (open && !strcmp(app_path(open), path)) {
		view_restart(f->ui, &home_view);
		return RC_OK;
	}
	if (packet_is(path))
		return packet_desk_open(f, path, took);
	rc = app_open(path, &app);
	if (rc == RC_OK)
		desk_take(f, app);
	return rc;
}

static unsigned schools_enter(struct frame *f)
{
	const struct recent *file = school_row(f, list_row(f));
	unsigned took = UI_TAKEN;

	return schools_open(f, file->path, &took) == RC_OK ? took : ui_fault(f->ui);
}

static unsigned schools_forget(struct frame *f)
{
	recents_forget(school_row(f, list_row(f))->path);
	ui_say(f->ui, _("Off the list. The file itself was not touched: F2 finds it again."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned schools_demo(struct frame *f)
{
	struct app *app;

	if (app_demo(&app) != RC_OK)
		return ui_fault(f->ui);
	desk_take(f, app);
	return UI_TAKEN;
}

static const struct action schools_actions[] = {
	{ .key = K_ENTER,
	  .title = N_("Open the school"),
	  .enabled = list_has_row,
	  .run = schools_enter },
	{ .key = K_F(2),
	  .label = N_("Open"),
	  .title = N_("Another file…"),
	  .open = &school_files_view },
	{ .key = K_INS, .label = N_("New"), .title = N_("A new school…"), .open = &start_view },
	{ .key = K_F(4),
	  .label = N_("Example"),
	  .title = N_("The demonstration school"),
	  .help = N_("Invented people to try everything on; nothing of it is kept."),
	  .run = schools_demo },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Take off the list; the file stays"),
	  .enabled = list_has_row,
	  .run = schools_forget },
	{ 0 },
};

static const struct list_spec schools_list = {
	.columns = school_columns,
	.load = schools_load,
	.id = cells_id,
	.fetch = schools_fetch,
	.cell = cells_cell,
	.status = schools_status,
	.empty = N_(
		"No school was opened here yet. Ins: a new school, F2: a file that is there, F4: "
		"the demonstration school."),
	.no_marks = true,
};

const struct view schools_view = {
	.name = "schools",
	.title = N_("School files"),
	.kind = &list_kind,
	.spec = &schools_list,
	.actions = schools_actions,
	.help = N_(
		"Files opened on this computer lately, the newest first. Everything of a school is "
		"in one file. Opening another one closes the one before; it is saved already."),
	.place = true,
	.seldom = true,
};
