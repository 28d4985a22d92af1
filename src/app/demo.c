/*
 * The demonstration school: tables of data/demo brought in as a person would, in a folder that is
 * removed at the end.
 */
#include "demo.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "inner.h"
#include "nastavnik/app/import.h"
#include "nastavnik/app/people.h"
#include "nastavnik/app/settings.h"
#include "nastavnik/app/tasks.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/embed.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/port/save.h"
#include "nastavnik/store/read/task.h"

enum { DEMO_YEAR = 2026 };

static const struct {
	enum import_kind kind;
	const char *table; /* below data/ */
} demo_tables[] = {
	{ IMPORT_PEOPLE, "demo/pupils.csv" },          { IMPORT_PEOPLE, "demo/staff.csv" },
	{ IMPORT_MENTORS, "demo/mentors.csv" },        { IMPORT_MENTEES, "demo/mentees.csv" },
	{ IMPORT_MENTORS, "demo/mentor_ballots.csv" }, /* the mentees they name are there now */
};

void demo_remove(char *folder)
{
	DIR *dir = folder ? opendir(folder) : NULL;
	struct dirent *entry;

	while (dir && (entry = readdir(dir)))
		unlinkat(dirfd(dir), entry->d_name, 0); /* "." and ".." refuse by themselves */
	if (dir)
		closedir(dir);
	if (folder)
		rmdir(folder);
	free(folder);
}

static enum rc demo_import(struct app *app, enum import_kind kind, const char *path)
{
	struct import_options options = { .partial = true };
	struct import *import;
	struct job job;
	enum rc rc = import_open(app, kind, path, &import);

	if (rc)
		return rc;
	rc = import_start(import, &options, &job);
	if (!rc && job_run(&job) == JOB_FAILED)
		rc = err_last()->code;
	import_close(import);
	return rc;
}

/* Write the table into the folder and bring it in from there. */
static enum rc demo_table(struct app *app, const char *folder, enum import_kind kind,
			  const char *name)
{
	const struct embed *file = embed_find(name);
	struct arena a = { 0 };

	if (!file)
		return err_set(RC_BUG, "%s is not in the program", name);
	const char *path = arena_printf(&a, "%s/%s", folder, strrchr(name, '/') + 1);
	enum rc rc = text_save(path, ENCODING_UTF8, file->text, NULL);
	if (!rc)
		rc = demo_import(app, kind, path);
	unlink(path);
	arena_done(&a);
	return rc;
}

enum rc demo_lines(struct app *app, struct arena *a, const char *name, demo_line *take, void *data)
{
	const struct embed *file = embed_find(name);
	char *save, *text;
	enum rc rc = RC_OK;

	if (!file)
		return err_set(RC_BUG, "%s is not in the program", name);
	text = arena_strdup(a, file->text);
	for (char *line = strtok_r(text, "\n", &save); !rc && line;
	     line = strtok_r(NULL, "\n", &save)) {
		char *value = strstr(line, " = ");

		if (!value || line[0] == '#')
			continue;
		*value = '\0';
		rc = take(app, a, line, value + strlen(" = "), data);
	}
	return rc;
}

static enum rc school_line(struct app *app, struct arena *a, const char *name, const char *value,
			   void *school)
{
	const struct field *f = field_find(school_fields, name);

	(void)app;
	if (f && f->kind == FIELD_TEXT)
		field_set_text(f, school, utf8_squeeze(a, value));
	return RC_OK;
}

static enum rc demo_school(struct app *app)
{
	struct school school = app->school;
	struct arena a = { 0 };
	enum rc rc = demo_lines(app, &a, "demo/school.txt", school_line, &school);

	if (!rc)
		rc = settings_save_school(app, &school);
	arena_done(&a);
	return rc;
}

/* «curator = 03.09.2026 Савельева И.Л.»: a step of a stage that is done. */
static enum rc step_line(struct app *app, struct arena *a, const char *code, const char *value,
			 void *data)
{
	const struct tasks *tasks = data;
	const char *space = strchr(value, ' ');
	char date[DATE_SIZE];

	snprintf(date, sizeof(date), "%s", value);
	for (size_t i = 0; i < tasks->n; i++) {
		struct task task = tasks->row[i];
		int day;

		if (strcmp(task.code, code) || !date_parse(date, &day))
			continue;
		task.done_on = day;
		task.responsible = arena_strdup(a, space ? space + 1 : "");
		return tasks_save(app, &task);
	}
	return err_set(RC_BUG, "demo/steps.txt: %s", code);
}

static enum rc demo_steps(struct app *app)
{
	struct arena a = { 0 };
	struct tasks tasks = { 0 };
	enum rc rc = task_list(app->store, &a, app->year.year, 0, &tasks);

	if (!rc)
		rc = demo_lines(app, &a, "demo/steps.txt", step_line, &tasks);
	arena_done(&a);
	return rc;
}

/* All came in September; the tables are brought in today. */
static enum rc demo_joined(struct app *app, enum role role)
{
	struct fields fields = participant_fields(role);
	struct arena a = { 0 };
	struct participants all;
	enum rc rc = app_participants(app, &a, role, &all);

	if (!rc) {
		struct ids ids = { ARENA_NEW(&a, int64_t, all.n), all.n };

		for (size_t i = 0; i < all.n; i++)
			ids.row[i] = all.row[i].id;
		rc = people_set_all(app, ids, field_find(fields, "joined"), "10.09.2026");
	}
	arena_done(&a);
	return rc;
}

static enum rc demo_fill(struct app *app, const char *folder)
{
	enum rc rc = demo_school(app);

	for (size_t i = 0; !rc && i < sizeof(demo_tables) / sizeof(demo_tables[0]); i++)
		rc = demo_table(app, folder, demo_tables[i].kind, demo_tables[i].table);
	if (!rc)
		rc = demo_joined(app, ROLE_MENTEE);
	if (!rc)
		rc = demo_joined(app, ROLE_MENTOR);
	if (!rc)
		rc = demo_training(app);
	if (!rc)
		rc = demo_steps(app);
	if (!rc)
		rc = demo_registers(app);
	if (!rc)
		rc = demo_pairs(app);
	if (!rc)
		rc = demo_diaries(app);
	if (!rc)
		rc = demo_outcome(app);
	if (!rc)
		rc = demo_growth(app);
	return rc ? rc : demo_surveys(app);
}

enum rc app_demo(struct app **app)
{
	const char *tmp = getenv("TMPDIR");
	struct arena a = { 0 };
	char *folder = arena_printf(&a, "%s/nastavnik-XXXXXX", tmp && *tmp ? tmp : "/tmp");
	struct app *made;

	if (!mkdtemp(folder)) {
		enum rc failed = err_set(RC_IO,
					 _("A folder for the demonstration school cannot be made "
					   "(%s): %s."),
					 folder, errno_text(errno));
		arena_done(&a);
		return failed;
	}
	char *kept = mem_strdup(folder);
	enum rc rc = app_new(arena_printf(&a, "%s/demo.nastavnik", folder),
			     _("Demonstration school"), DEMO_YEAR, &made);
	arena_done(&a);
	if (rc) {
		demo_remove(kept);
		return rc;
	}
	made->demo = kept;
	rc = demo_fill(made, kept);
	if (rc)
		app_close(made);
	else
		*app = made;
	return rc;
}
