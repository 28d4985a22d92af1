#include "fixture.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/person.h"

int fixture_setup(void **state)
{
	struct fixture *f = calloc(1, sizeof(*f));

	setenv("NASTAVNIK_NOW", "2026-11-22T10:00:00", 1);
	strcpy(f->folder, "/tmp/nastavnik-app-XXXXXX");
	if (!mkdtemp(f->folder))
		return 1;
	snprintf(f->path, sizeof(f->path), "%s/school.nastavnik", f->folder);
	must(app_new(f->path, "Школа № 9", 2026, &f->app));
	*state = f;
	return 0;
}

int fixture_teardown(void **state)
{
	struct fixture *f = *state;
	struct dirent *entry;
	DIR *dir = opendir(f->folder);

	app_close(f->app);
	while (dir && (entry = readdir(dir)))
		unlinkat(dirfd(dir), entry->d_name, 0);
	closedir(dir);
	rmdir(f->folder);
	arena_done(&f->arena);
	free(f);
	return 0;
}

void fixture_reopen(struct fixture *f)
{
	app_close(f->app);
	must(app_open(f->path, &f->app));
}

const char *fixture_table(struct fixture *f, const char *text)
{
	const char *path = arena_printf(&f->arena, "%s/table.csv", f->folder);
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	fclose(file);
	return path;
}

/* Issues outlive their import in the fixture's arena. */
static void issues_keep(struct fixture *f, const struct issues *issues)
{
	f->issues = (struct issues){ .arena = &f->arena };
	for (size_t i = 0; i < issues->n; i++) {
		const struct issue *issue = &issues->row[i];

		issue_add(&f->issues, issue->level, issue->row, issue->subject,
			  arena_strdup(&f->arena, issue->name), "%s", issue->text);
	}
}

struct import_report import_text(struct fixture *f, enum import_kind kind, const char *text)
{
	struct import_options options = { .partial = true };
	struct import_report report;
	struct import *import;
	struct job job;

	must(import_open(f->app, kind, fixture_table(f, text), &import));
	must(import_start(import, &options, &job));
	if (job_run(&job) != JOB_DONE)
		fail_msg("%s", err_last()->text);
	report = *import_report(import);
	issues_keep(f, report.issues);
	report.issues = &f->issues;
	import_close(import);
	return report;
}

int64_t participant_named(struct fixture *f, enum role role, const char *family)
{
	struct participants all;

	must(participant_load_all(app_store(f->app), &f->arena, app_year(f->app)->year, role,
				  &all));
	for (size_t i = 0; i < all.n; i++) {
		if (!strcmp(all.row[i].person.family, family))
			return all.row[i].id;
	}
	return 0;
}

size_t people_count(struct fixture *f)
{
	struct people people;

	must(person_load(app_store(f->app), &f->arena, app_year(f->app)->year, &people));
	return people.n;
}
