/* Where to save something: which encoding, what name, is a file to be overwritten. */
#include <string.h>
#include <unistd.h>

#include "nastavnik/app/check.h"
#include "nastavnik/app/import.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/paths.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/list.h"
#include "screens.h"

static unsigned save_write(struct frame *f, const struct save_task *task)
{
	struct issues lost = { .arena = &f->arena, .limit = 1 };
	const char *said = "";

	if (task->write(f, task, &lost, &said) != RC_OK)
		return ui_fault(f->ui) | UI_RELOAD;
	if (lost.n)
		ui_say(f->ui, _("Saved: %s. Letters that the encoding lacks were replaced: %s"),
		       task->path, lost.row[0].text);
	else
		ui_say(f->ui, _("Saved: %s. %s"), task->path, said);
	/* Saving rejected rows runs the import, and with it its report, anew. */
	return UI_TAKEN | UI_RELOAD;
}

static unsigned save_overwrite(struct frame *f, int button, void *data)
{
	return button == 0 ? save_write(f, data) : UI_TAKEN;
}

/* A name without an ending gets the one that was proposed: it says what is to be written. */
static const char *with_ending(struct arena *a, const char *path, const char *proposed)
{
	const char *name = strrchr(path, '/'), *ending = strrchr(proposed, '.');

	if (!ending || strchr(name ? name : path, '.') || access(path, F_OK) == 0)
		return path;
	return arena_printf(a, "%s%s", path, ending);
}

static enum rc save_path_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct save_task *task = data;

	if (!*text)
		return err_set(RC_INVALID, _("Where to? Type the name of the file."));
	task->path = with_ending(&f->arena, paths_expand(&f->arena, text), task->path);
	if (access(task->path, F_OK) != 0)
		*took = save_write(f, task);
	else if (task->fresh)
		return err_set(RC_CONFLICT, _("There is a file %s already. Choose another name."),
			       task->path);
	else
		*took = dialog_ask(
			f,
			&(struct question){ .title = _("The file is there already"),
					    .text = arena_printf(&f->arena, _("%s – overwrite it?"),
								 task->path),
					    .button = { _("Overwrite"), _("Leave it") },
					    .chosen = 1,
					    .answered = save_overwrite,
					    .data = task });
	return RC_OK;
}

static unsigned save_ask_path(struct frame *f, struct save_task *task)
{
	return dialog_prompt(f,
			     &(struct prompt){ .mend = true,
					       .title = task->title,
					       .label = _("File:"),
					       .text = arena_printf(&f->arena, "~/%s", task->path),
					       .max = 1000,
					       .entered = save_path_entered,
					       .data = task });
}

static unsigned save_encoding_picked(struct frame *f, struct ids ids, void *data)
{
	struct save_task *task = data;
	const struct choices encodings = import_encodings();

	for (size_t i = 0; i < encodings.n && ids.n; i++) {
		if (encodings.row[i].id == ids.row[0])
			task->encoding = encodings.row[i].code;
	}
	return save_ask_path(f, task);
}

/* Names of encodings say nothing to most people; what opens them does. */
static const struct {
	const char *code, *use;
} encoding_use[] = {
	{ "utf-8", N_("LibreOffice, the web") },
	{ "utf-8-bom", N_("Excel") },
	{ "cp1251", N_("Excel, electronic journals") },
	{ "cp866", N_("old programs") },
};

static const char **encoding_uses(struct arena *a, const struct choices *encodings)
{
	const char **use = ARENA_NEW(a, const char *, encodings->n);

	for (size_t i = 0; i < encodings->n; i++) {
		use[i] = "";
		for (size_t k = 0; k < sizeof(encoding_use) / sizeof(encoding_use[0]); k++) {
			if (!strcmp(encodings->row[i].code, encoding_use[k].code))
				use[i] = text_of(encoding_use[k].use);
		}
	}
	return use;
}

unsigned save_ask(struct frame *f, const struct save_task *asked, bool encoding)
{
	struct save_task *task = arena_alloc(&f->arena, sizeof(*task));
	const struct choices encodings = import_encodings();

	*task = *asked;
	if (!encoding)
		return save_ask_path(f, task);
	return dialog_pick(f, &(struct picker){ .title = _("In which encoding?"),
						.choices = encodings,
						.right = encoding_uses(&f->arena, &encodings),
						.picked = save_encoding_picked,
						.data = task });
}

static const char *const export_file[EXPORT_COUNT] = {
	[EXPORT_PEOPLE] = CN_("file", "people"),
	[EXPORT_MENTEES] = CN_("file", "mentees"),
	[EXPORT_MENTORS] = CN_("file", "mentors"),
	[EXPORT_PAIRS] = CN_("file", "pairs"),
};

/* All records that the list shows, in its order. */
static struct ids list_ids(struct frame *f)
{
	const struct list_spec *spec = f->view->spec; /* lists only: their spec begins with it */
	struct ids ids = { ARENA_NEW(&f->fresh, int64_t, list_count(f)), list_count(f) };

	for (size_t i = 0; i < ids.n; i++)
		ids.row[i] = spec->id(f, i);
	return ids;
}

static enum rc export_write(struct frame *f, const struct save_task *task, struct issues *lost,
			    const char **said)
{
	const struct ids shown = list_ids(f);
	const struct export_options options = { .encoding = task->encoding, .only = &shown };
	int64_t rows;
	enum rc rc = export_run(desk_app(f), (enum export_kind)task->what, task->path, &options,
				lost, &rows);

	if (rc == RC_OK)
		*said = arena_printf(&f->arena, _("Rows: %lld."), (long long)rows);
	return rc;
}

/* A list on its way to a table: its columns are not chosen yet. */
struct export_wish {
	struct save_task shown;
	enum export_kind kind;
	bool encoding;
};

enum { COLUMNS_ALL = 1, COLUMNS_SHOWN };

static unsigned export_picked(struct frame *f, struct ids ids, void *data)
{
	const struct export_wish *wish = data;
	struct save_task task = wish->shown;

	if (!ids.n)
		return UI_TAKEN;
	if (ids.row[0] == COLUMNS_ALL) {
		task.path = arena_printf(&f->arena, "%s%s", text_of(export_file[wish->kind]),
					 strrchr(task.path, '.'));
		task.what = wish->kind;
		task.write = export_write;
	}
	return save_ask(f, &task, wish->encoding);
}

unsigned export_ask(struct frame *f, enum export_kind kind, const struct save_task *shown,
		    bool encoding)
{
	struct export_wish *wish = arena_alloc(&f->arena, sizeof(*wish));
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, 2);

	*wish = (struct export_wish){ *shown, kind, encoding };
	choice[0] = (struct choice){ .id = COLUMNS_ALL,
				     .code = "",
				     .name = _("All columns: can be imported again") };
	choice[1] =
		(struct choice){ .id = COLUMNS_SHOWN, .code = "", .name = _("As on the screen") };
	return dialog_pick(f, &(struct picker){ .title = _("Which columns?"),
						.choices = { choice, 2 },
						.picked = export_picked,
						.data = wish });
}

static enum rc backup_write(struct frame *f, const struct save_task *task, struct issues *lost,
			    const char **said)
{
	(void)lost;
	*said = _("The copy holds everything that is saved.");
	return backup_make(desk_app(f), task->path);
}

unsigned backup_ask(struct frame *f)
{
	char today[DATE_SIZE];

	date_format(date_today(), today);
	return save_ask(
		f,
		&(struct save_task){ .title = _("Save a copy of the file"),
				     .path = arena_printf(&f->arena, _("copy %s.nastavnik"), today),
				     .fresh = true,
				     .write = backup_write },
		false);
}
