#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "nastavnik/base/paths.h"
#include "unit.h"

static struct arena arena;
static char folder[] = "/tmp/nastavnik-paths-XXXXXX";

static int folder_make(void **state)
{
	(void)state;
	paths_init(NULL);
	return mkdtemp(folder) ? 0 : -1;
}

static int folder_remove(void **state)
{
	char *command = arena_printf(&arena, "rm -r '%s'", folder);
	int rc = system(command);

	(void)state;
	arena_done(&arena);
	return rc;
}

static void a_tilde_is_the_home_folder(void **state)
{
	(void)state;
	setenv("HOME", "/srv/zoya", 1);
	assert_string_equal(paths_expand(&arena, "~/Документы/а.csv"), "/srv/zoya/Документы/а.csv");
	assert_string_equal(paths_expand(&arena, "~"), "/srv/zoya");
	assert_string_equal(paths_expand(&arena, "~other/x"), "~other/x");
	assert_string_equal(paths_expand(&arena, "x/~"), "x/~");
	assert_string_equal(paths_expand(&arena, ""), "");
}

static void assert_private(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	assert_true(S_ISDIR(st.st_mode));
	assert_int_equal(st.st_mode & 0777, 0700);
}

static void the_data_home_is_made_for_the_owner_alone(void **state)
{
	const char *path = NULL;

	(void)state;
	unsetenv("XDG_DATA_HOME");
	setenv("HOME", arena_printf(&arena, "%s/home", folder), 1);
	assert_int_equal(paths_data_home(&arena, &path), RC_OK);
	assert_string_equal(path, arena_printf(&arena, "%s/home/.local/share/nastavnik", folder));
	assert_private(path);
	assert_private(arena_printf(&arena, "%s/home/.local", folder));
	assert_int_equal(paths_data_home(&arena, &path), RC_OK);
}

static void xdg_data_home_goes_first(void **state)
{
	const char *path = NULL;

	(void)state;
	setenv("XDG_DATA_HOME", arena_printf(&arena, "%s/xdg", folder), 1);
	assert_int_equal(paths_data_home(&arena, &path), RC_OK);
	assert_string_equal(path, arena_printf(&arena, "%s/xdg/nastavnik", folder));
	setenv("XDG_DATA_HOME", "not/absolute", 1);
	assert_int_equal(paths_data_home(&arena, &path), RC_OK);
	assert_non_null(strstr(path, "/.local/share/nastavnik"));
}

static void a_file_in_the_way_is_named(void **state)
{
	char *file = arena_printf(&arena, "%s/nastavnik", folder);
	const char *path = "unchanged";

	(void)state;
	fclose(fopen(file, "w"));
	setenv("XDG_DATA_HOME", folder, 1);
	assert_int_equal(paths_data_home(&arena, &path), RC_IO);
	assert_non_null(strstr(err_last()->text, file));
	assert_string_equal(path, "unchanged");
	setenv("XDG_DATA_HOME", file, 1);
	assert_int_equal(paths_data_home(&arena, &path), RC_IO);
}

static void a_module_that_is_not_there_is_named(void **state)
{
	const char *path = NULL;

	(void)state;
	assert_int_equal(paths_module(&arena, "no-such-module.so", &path), RC_NOT_FOUND);
	assert_non_null(strstr(err_last()->text, "no-such-module.so"));
	assert_null(path);
}

static void in_the_build_tree_modules_and_words_are_found(void **state)
{
	const char *path = NULL;

	(void)state;
	assert_int_equal(paths_module(&arena, "libbase.a", &path), RC_OK);
	assert_non_null(strstr(path, "/src/base/libbase.a"));
	assert_int_equal(access(paths_catalog(&arena, "ru"), R_OK), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_tilde_is_the_home_folder),
		cmocka_unit_test(the_data_home_is_made_for_the_owner_alone),
		cmocka_unit_test(xdg_data_home_goes_first),
		cmocka_unit_test(a_file_in_the_way_is_named),
		cmocka_unit_test(a_module_that_is_not_there_is_named),
		cmocka_unit_test(in_the_build_tree_modules_and_words_are_found),
	};

	return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
