#include "nastavnik/base/paths.h"

#include <errno.h>
#include <glob.h>
#include <limits.h>
#include <pwd.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "nastavnik/base/i18n.h"

/* The folder the program lies in; "." while it is not known. */
static char program_folder[PATH_MAX] = ".";

static void cut_last_part(char *path)
{
	char *slash = strrchr(path, '/');

	if (slash && slash != path)
		*slash = '\0';
	else
		strcpy(path, slash ? "/" : ".");
}

void paths_init(const char *program_path)
{
	ssize_t n = readlink("/proc/self/exe", program_folder, sizeof(program_folder) - 1);

	if (n > 0)
		program_folder[n] = '\0';
	else if (!program_path || !realpath(program_path, program_folder))
		strcpy(program_folder, "./program");
	cut_last_part(program_folder);
}

static bool exists(const char *path)
{
	return !access(path, R_OK);
}

/* The root of the build tree that the program lies in; NULL when it is installed. */
static const char *build_root(struct arena *a)
{
	char *folder = arena_strdup(a, program_folder);

	while (strlen(folder) > 1) {
		if (exists(arena_printf(a, "%s/meson-private", folder)))
			return folder;
		cut_last_part(folder);
	}
	return NULL;
}

/* A path under the prefix, given from the prefix on; one that is absolute stays as it is. */
static const char *under_prefix(struct arena *a, const char *path)
{
	return *path == '/' ? path : arena_printf(a, "%s/../%s", program_folder, path);
}

const char *paths_catalog(struct arena *a, const char *language)
{
	const char *root = build_root(a);
	const char *base = root ? arena_printf(a, "%s/data/po", root) : under_prefix(a, LOCALE_DIR);

	return arena_printf(a, "%s/%s/LC_MESSAGES/nastavnik.mo", base, language);
}

/* A module in src/ or a folder of src/ of a build tree; NULL. */
static const char *built_module(struct arena *a, const char *root, const char *name)
{
	const char *found = arena_printf(a, "%s/src/%s", root, name);
	glob_t match = { 0 };

	if (exists(found))
		return found;
	found = NULL;
	if (!glob(arena_printf(a, "%s/src/*/%s", root, name), 0, NULL, &match))
		found = arena_strdup(a, match.gl_pathv[0]);
	globfree(&match);
	return found;
}

enum rc paths_module(struct arena *a, const char *name, const char **path)
{
	const char *root = build_root(a), *found;

	if (root)
		found = built_module(a, root, name);
	else
		found = under_prefix(a, arena_printf(a, "%s/%s", MODULE_DIR, name));
	if (!found || !exists(found))
		return err_set(
			RC_NOT_FOUND,
			_("A part of the program is missing: “%s”. Install the program again."),
			name);
	*path = found;
	return RC_OK;
}

/* The person's home: $HOME, else what the system knows; NULL. */
static const char *home(void)
{
	const char *path = getenv("HOME");
	const struct passwd *person;

	if (path && *path == '/')
		return path;
	person = getpwuid(getuid());
	return person ? person->pw_dir : NULL;
}

/* Makes the folder and those above it, for the owner alone; the reason of the first one that is
 * not there and cannot be made, or 0. */
static int folders_make(char *path)
{
	for (char *slash = strchr(path + 1, '/');; slash = strchr(slash + 1, '/')) {
		struct stat st;
		int why;

		if (slash)
			*slash = '\0';
		why = mkdir(path, 0700) ? errno : 0;
		if (why && !stat(path, &st))
			why = S_ISDIR(st.st_mode) ? 0 : ENOTDIR;
		if (slash)
			*slash = '/';
		if (why || !slash)
			return why;
	}
}

static enum rc folder_make(char *path)
{
	struct stat st;
	int why = folders_make(path);

	if (!why)
		return RC_OK;
	if (!stat(path, &st))
		return err_set(RC_IO, _("“%s” should be a folder but is a file. Rename it."), path);
	return err_set(RC_IO,
		       _("The folder “%s” cannot be made: %s. Start the program with the name of a "
			 "file: nastavnik FILE."),
		       path, errno_text(why));
}

/* The program's folder in one of the person's homes: what the variable names, else below ~. */
static enum rc home_folder(struct arena *a, const char *variable, const char *usual, char **folder)
{
	const char *xdg = getenv(variable);

	if (xdg && *xdg == '/')
		*folder = arena_printf(a, "%s/nastavnik", xdg);
	else if (home())
		*folder = arena_printf(a, "%s/%s/nastavnik", home(), usual);
	else
		return err_set(RC_NOT_FOUND,
			       _("Your home folder is not known. Give the file by its "
				 "full name."));
	return RC_OK;
}

static enum rc home_folder_make(struct arena *a, const char *variable, const char *usual,
				const char **path)
{
	char *folder;
	enum rc rc = home_folder(a, variable, usual, &folder);

	if (rc == RC_OK)
		rc = folder_make(folder);
	if (rc == RC_OK)
		*path = folder;
	return rc;
}

enum rc paths_data_home(struct arena *a, const char **path)
{
	return home_folder_make(a, "XDG_DATA_HOME", ".local/share", path);
}

enum rc paths_state_home(struct arena *a, const char **path)
{
	return home_folder_make(a, "XDG_STATE_HOME", ".local/state", path);
}

enum rc paths_config(struct arena *a, const char **path)
{
	char *folder;
	enum rc rc = home_folder(a, "XDG_CONFIG_HOME", ".config", &folder);

	if (rc == RC_OK)
		*path = arena_printf(a, "%s/settings.conf", folder);
	return rc;
}

enum rc paths_config_make(struct arena *a, const char *path)
{
	char *folder = arena_strdup(a, path);

	cut_last_part(folder);
	return folder_make(folder);
}

char *paths_expand(struct arena *a, const char *path)
{
	if (path[0] == '~' && (!path[1] || path[1] == '/') && home())
		return arena_printf(a, "%s%s", home(), path + 1);
	return arena_strdup(a, path);
}

const char *paths_short(struct arena *a, const char *path)
{
	size_t n = home() ? strlen(home()) : 0;

	if (n < 2 || strncmp(path, home(), n) != 0 || path[n] != '/')
		return path;
	return arena_printf(a, "~%s", path + n);
}
