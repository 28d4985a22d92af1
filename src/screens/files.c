/* Which file? Folders first, then the tables in them; typing finds, a path can be typed too. */
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cells.h"
#include "import.h"
#include "nastavnik/app/packets.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/paths.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/dialog.h"
#include "packets.h"
#include "screens.h"

enum { FILE_NAME, FILE_SIZE, FILE_DATE, FILE_COLUMNS };

static const struct list_column file_columns[] = {
	[FILE_NAME] = { N_("Name"), .width = 40, .grow = 1, .unsorted = true },
	[FILE_SIZE] = { N_("Size"), .width = -10, .drop = 2, .unsorted = true },
	[FILE_DATE] = { N_("Changed"), .width = 16, .drop = 1, .unsorted = true },
	{ 0 },
};

struct file {
	const char *name;
	bool folder;
	int64_t size, changed;
};

struct file_desk {
	struct cells cells;
	const char *folder; /* absolute */
	struct file *row;
};

/* What may hold a table; of some, opening one says what to do. */
static const char *const file_ending[] = { ".xlsx", ".ods", ".csv",  ".txt",  ".tsv",
					   ".tab",  ".xls", ".xlsb", ".xlsm", ".docx" };

static bool name_ends(const char *name, const char *ending)
{
	size_t n = strlen(name), end = strlen(ending);

	return n > end && strcasecmp(name + n - end, ending) == 0;
}

static bool file_is_table(const char *name)
{
	for (size_t i = 0; i < sizeof(file_ending) / sizeof(file_ending[0]); i++)
		if (name_ends(name, file_ending[i]))
			return true;
	return false;
}

static bool file_is_school(const char *name)
{
	return name_ends(name, ".nastavnik");
}

/* Also packets that were given out elsewhere: they are opened as a school's file is. */
static bool file_is_packet(const char *name)
{
	return name_ends(name, ".packet");
}

static bool file_opens(const char *name)
{
	return file_is_school(name) || file_is_packet(name);
}

static bool is_for_packets(const struct frame *f)
{
	return f->view == &packet_files_view;
}

static bool is_for_schools(const struct frame *f)
{
	return f->view == &school_files_view;
}

static int by_kind_and_name(const void *a, const void *b)
{
	const struct file *x = a, *y = b;
	char one[512], two[512];

	if (x->folder != y->folder)
		return y->folder - x->folder;
	utf8_sort_key_into(x->name, one, sizeof(one));
	utf8_sort_key_into(y->name, two, sizeof(two));
	return strcmp(one, two);
}

static bool file_wanted(struct frame *f, const char *name, const struct stat *st,
			const struct list_query *query)
{
	bool (*is_mine)(const char *) = is_for_packets(f)   ? file_is_packet
					: is_for_schools(f) ? file_opens
							    : file_is_table;
	const char *fold;

	if (strcmp(name, "..") == 0)
		return !*query->find;
	if (*name == '.' || !(S_ISDIR(st->st_mode) || (S_ISREG(st->st_mode) && is_mine(name))))
		return false;
	fold = utf8_fold(&f->fresh, name);
	return strstr(fold, query->find) || (*query->find_other && strstr(fold, query->find_other));
}

static enum rc files_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct file_desk *desk = f->data;
	struct arena *a = &f->fresh;
	DIR *dir = opendir(desk->folder);
	size_t cap = 0;

	if (!dir)
		return err_set(RC_IO, _("The folder %s cannot be read: %s."), desk->folder,
			       errno_text(errno));
	*n = 0;
	desk->row = NULL;
	for (const struct dirent *entry; (entry = readdir(dir));) {
		struct stat st;

		if (fstatat(dirfd(dir), entry->d_name, &st, 0) != 0 ||
		    !file_wanted(f, entry->d_name, &st, query))
			continue;
		desk->row = arena_grow(a, desk->row, *n, &cap, sizeof(*desk->row));
		desk->row[(*n)++] = (struct file){ arena_strdup(a, entry->d_name),
						   S_ISDIR(st.st_mode), st.st_size, st.st_mtime };
	}
	closedir(dir);
	if (*n)
		qsort(desk->row, *n, sizeof(*desk->row), by_kind_and_name);
	desk->cells.ids = (struct ids){ ARENA_NEW(a, int64_t, *n), *n };
	for (size_t i = 0; i < *n; i++)
		desk->cells.ids.row[i] = (int64_t)i + 1;
	return RC_OK;
}

static const char *size_text(struct arena *a, int64_t size)
{
	if (size < 1024)
		return arena_printf(a, _("%lld B"), (long long)size);
	if (size < 10 * 1024 * 1024)
		return arena_printf(a, _("%lld KB"), (long long)(size + 1023) / 1024);
	return arena_printf(a, _("%lld MB"), (long long)size / 1024 / 1024);
}

static enum rc files_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct file_desk *desk = f->data;
	char when[20];

	cells_page(&desk->cells, page, FILE_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct file *file = &desk->row[i];

		if (file->folder) {
			cells_set(&desk->cells, i, FILE_NAME, INK_TITLE,
				  arena_printf(page, "%s/", file->name));
			cells_set(&desk->cells, i, FILE_SIZE, INK_DIM, _("folder"));
			continue;
		}
		cells_set(&desk->cells, i, FILE_NAME, INK_TEXT, file->name);
		cells_set(&desk->cells, i, FILE_SIZE, INK_TEXT, size_text(page, file->size));
		cells_set(&desk->cells, i, FILE_DATE, INK_TEXT,
			  arena_strdup(page, clock_format(file->changed, when)));
	}
	return RC_OK;
}

static const char *files_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	(void)a, (void)n, (void)found;
	return ((const struct file_desk *)f->data)->folder;
}

static enum rc files_init(struct frame *f)
{
	struct file_desk *desk = arena_alloc(&f->arena, sizeof(*desk));
	const struct desk *last = ui_app(f->ui);
	char folder[PATH_MAX];

	if (*last->folder && access(last->folder, R_OK | X_OK) == 0)
		desk->folder = arena_strdup(&f->arena, last->folder);
	else
		desk->folder =
			getcwd(folder, sizeof(folder)) ? arena_strdup(&f->arena, folder) : "/";
	f->data = desk;
	if (!is_for_schools(f) && !is_for_packets(f))
		frame_title(f, "%s", import_title(((const struct import_what *)f->arg)->kind));
	return RC_OK;
}

/* Whoever asked for a packet takes it from here. */
static enum rc packet_chosen(struct frame *f, const char *path, unsigned *took)
{
	struct packet_pick *pick = f->arg;

	if (!packet_is(path))
		return err_set(RC_INVALID, _("“%s” is no packet of a questionnaire."), path);
	snprintf(pick->path, sizeof(pick->path), "%s", path);
	f->answer = 1;
	*took = UI_TAKEN | UI_CLOSE;
	return RC_OK;
}

/* Go into a folder, or open the file at that path as a table. */
static enum rc files_go(struct frame *f, const char *path, unsigned *took)
{
	struct file_desk *desk = f->data;
	struct desk *last = ui_app(f->ui);
	char real[PATH_MAX];
	struct stat st;

	if (!realpath(path, real) || stat(real, &st) != 0)
		return err_set(RC_NOT_FOUND, _("%s: %s."), path, errno_text(errno));
	if (!S_ISDIR(st.st_mode) && is_for_schools(f))
		return schools_open(f, real, took);
	if (!S_ISDIR(st.st_mode) && is_for_packets(f))
		return packet_chosen(f, real, took);
	if (!S_ISDIR(st.st_mode))
		return preview_open(f, f->arg, real);
	desk->folder = arena_strdup(&f->arena, real);
	snprintf(last->folder, sizeof(last->folder), "%s", real);
	list_unfind(f);
	*took = UI_TAKEN | UI_RELOAD;
	return RC_OK;
}

static unsigned files_enter(struct frame *f)
{
	const struct file_desk *desk = f->data;
	unsigned took = UI_TAKEN;
	const char *path =
		arena_printf(&f->fresh, "%s/%s", desk->folder, desk->row[list_row(f)].name);

	return files_go(f, path, &took) == RC_OK ? took : ui_fault(f->ui);
}

static enum rc files_path_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	(void)data;
	return files_go(f, paths_expand(&f->arena, text), took);
}

static unsigned files_path(struct frame *f)
{
	return dialog_prompt(f, &(struct prompt){ .mend = true,
						  .title = is_for_schools(f) || is_for_packets(f)
								   ? _("Path of the file")
								   : _("Path of the table"),
						  .label = _("File:"),
						  .max = 4000,
						  .entered = files_path_entered });
}

static unsigned files_paste(struct frame *f)
{
	view_open(f->ui, f, &paste_view, f->arg, import_closed);
	return UI_TAKEN | UI_REDRAW;
}

static unsigned files_block(struct frame *f, const char *text)
{
	return preview_paste(f, f->arg, text, import_closed) == RC_OK ? UI_TAKEN : ui_fault(f->ui);
}

static const struct action file_actions[] = {
	{ .key = K_ENTER,
	  .title = N_("Open the file or the folder"),
	  .enabled = list_has_row,
	  .run = files_enter },
	{ .key = K_F(2), .label = N_("Paste"), .title = N_("Paste a table"), .run = files_paste },
	{ .key = K_F(4), .label = N_("Path"), .title = N_("Type the path"), .run = files_path },
	{ 0 },
};

static const struct list_spec files_list = {
	.columns = file_columns,
	.load = files_load,
	.id = cells_id,
	.fetch = files_fetch,
	.cell = cells_cell,
	.count = files_count,
	.empty = N_("No tables in this folder. Enter on “../” goes up, F4 takes a path."),
	.no_marks = true,
};

const struct view files_view = {
	.name = "files",
	.title = N_("Which table?"),
	.kind = &list_kind,
	.spec = &files_list,
	.actions = file_actions,
	.help = N_(
		"Folders and tables: .xlsx, .ods, CSV. Sheet, encoding and delimiter are found by "
		"themselves. What is copied in a spreadsheet or in Word can be pasted here too."),
	.init = files_init,
	.paste = files_block,
};

static const struct action school_file_actions[] = {
	{ .key = K_ENTER,
	  .title = N_("Open the file or the folder"),
	  .enabled = list_has_row,
	  .run = files_enter },
	{ .key = K_F(4), .label = N_("Path"), .title = N_("Type the path"), .run = files_path },
	{ 0 },
};

static const struct list_spec school_files_list = {
	.columns = file_columns,
	.load = files_load,
	.id = cells_id,
	.fetch = files_fetch,
	.cell = cells_cell,
	.count = files_count,
	.empty = N_("No school files (.nastavnik) and no packets (.packet) in this folder. Enter "
		    "on “../” goes up, F4 takes a "
		    "path."),
	.no_marks = true,
};

const struct view school_files_view = {
	.name = "school-files",
	.title = N_("Which school file?"),
	.kind = &list_kind,
	.spec = &school_files_list,
	.actions = school_file_actions,
	.help = N_("Folders and school files. The file of the school that is open is closed first; "
		   "everything in it is saved."),
	.init = files_init,
};

static const struct list_spec packet_files_list = {
	.columns = file_columns,
	.load = files_load,
	.id = cells_id,
	.fetch = files_fetch,
	.cell = cells_cell,
	.count = files_count,
	.empty =
		N_("No packets (.packet) in this folder. Enter on “../” goes up, F4 takes a path."),
	.no_marks = true,
};

const struct view packet_files_view = {
	.name = "packet-files",
	.title = N_("Which packet has come back?"),
	.kind = &list_kind,
	.spec = &packet_files_list,
	.actions = school_file_actions,
	.help = N_("Folders and packets: the files that were given out to be typed elsewhere."),
	.init = files_init,
};
