#include "nastavnik/app/recent.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "inner.h"
#include "nastavnik/base/err.h"
#include "nastavnik/base/log.h"
#include "nastavnik/base/paths.h"
#include "nastavnik/base/utf8.h"

enum { RECENT_MAX = 12, LINE_SIZE = 8192 };

/* The list is text: a school's name, a tab, the path. NULL when there is no place for it. */
static const char *list_path(struct arena *a)
{
	const char *folder;

	return paths_state_home(a, &folder) ? NULL : arena_printf(a, "%s/recent", folder);
}

static struct recent recent_of(struct arena *a, char *line)
{
	char *tab = strchr(line, '\t');
	struct recent recent = { .path = "", .school = "" };
	struct stat st;

	if (!tab)
		return recent;
	*tab = '\0';
	recent.school = arena_strdup(a, line);
	recent.path = arena_strdup(a, tab + 1);
	recent.there = stat(recent.path, &st) == 0 && S_ISREG(st.st_mode);
	recent.changed = recent.there ? st.st_mtime : 0;
	return recent;
}

struct recents recents_load(struct arena *a)
{
	const char *path = list_path(a);
	FILE *file = path ? fopen(path, "re") : NULL;
	struct recents all = { ARENA_NEW(a, struct recent, RECENT_MAX), 0 };
	char line[LINE_SIZE];

	while (file && all.n < RECENT_MAX && fgets(line, sizeof(line), file)) {
		struct recent recent;

		line[strcspn(line, "\n")] = '\0';
		recent = recent_of(a, line);
		if (*recent.path == '/' && utf8_valid(recent.path, strlen(recent.path)))
			all.row[all.n++] = recent;
	}
	if (file)
		fclose(file);
	return all;
}

static bool list_print(const struct recents *all, const char *path)
{
	FILE *file = fopen(path, "we");
	bool good = file != NULL;

	for (size_t i = 0; good && i < all->n; i++)
		good = fprintf(file, "%s\t%s\n", all->row[i].school, all->row[i].path) > 0;
	return file && fclose(file) == 0 && good;
}

/* All or nothing: a list half written would forget files. */
static void list_write(struct arena *a, const struct recents *all)
{
	const char *path = list_path(a);
	const char *fresh = path ? arena_printf(a, "%s.%ld", path, (long)getpid()) : NULL;

	if (!fresh)
		return;
	if (list_print(all, fresh) && rename(fresh, path) == 0)
		return;
	log_line("recent files not written: %s", strerror(errno));
	unlink(fresh);
}

/* The list without a path. */
static struct recents recents_but(struct arena *a, const char *path)
{
	struct recents all = recents_load(a);
	size_t n = 0;

	for (size_t i = 0; i < all.n; i++)
		if (strcmp(all.row[i].path, path) != 0)
			all.row[n++] = all.row[i];
	all.n = n;
	return all;
}

void recents_add(const struct app *app)
{
	struct arena a = { 0 };
	const char *path = app_path(app);
	struct recents others, all = { ARENA_NEW(&a, struct recent, RECENT_MAX), 1 };

	/* A line each: such a path is not kept. */
	if (!app->demo && !strchr(path, '\n')) {
		others = recents_but(&a, path);
		all.row[0] = (struct recent){ .path = path, .school = app->school.name };
		for (size_t i = 0; i < others.n && all.n < RECENT_MAX; i++)
			all.row[all.n++] = others.row[i];
		list_write(&a, &all);
	}
	arena_done(&a);
}

void recents_forget(const char *path)
{
	struct arena a = { 0 };
	struct recents all = recents_but(&a, path);

	list_write(&a, &all);
	arena_done(&a);
}
