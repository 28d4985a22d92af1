#include "nastavnik/app/config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fixture.h"

static char folder[] = "/tmp/nastavnik-config-XXXXXX", path[128];

static int setup(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	setenv("XDG_CONFIG_HOME", folder, 1);
	snprintf(path, sizeof(path), "%s/nastavnik/settings.conf", folder);
	return 0;
}

static int teardown(void **state)
{
	char inner[128];

	(void)state;
	snprintf(inner, sizeof(inner), "%s/nastavnik", folder);
	unlink(path);
	rmdir(inner);
	return rmdir(folder);
}

static void file_put(const char *text)
{
	FILE *out = fopen(path, "w");

	assert_non_null(out);
	fputs(text, out);
	fclose(out);
}

static const char *file_get(void)
{
	static char text[4096];
	FILE *in = fopen(path, "r");

	assert_non_null(in);
	text[fread(text, 1, sizeof(text) - 1, in)] = '\0';
	fclose(in);
	return text;
}

static void assert_usual(const struct config *c)
{
	assert_string_equal(config_code("theme", c->theme), "dark");
	assert_string_equal(config_code("language", c->language), "ru");
	assert_int_equal(c->mouse, 1);
	assert_int_equal(c->plain, 0);
}

static void without_a_file_all_is_usual(void **state)
{
	struct config c;

	(void)state;
	config_load(&c);
	assert_usual(&c);
}

static void what_is_saved_is_loaded(void **state)
{
	struct config c, again;
	struct stat st;

	(void)state;
	config_load(&c);
	c.theme = config_choices("theme").row[2].id;
	c.mouse = 0;
	assert_int_equal(config_save(&c), RC_OK);
	config_load(&again);
	assert_memory_equal(&c, &again, sizeof(c));
	assert_string_equal(file_get(), "theme = norton\nlanguage = ru\nmouse = no\nplain = no\n");
	assert_int_equal(stat(folder, &st), 0);
}

static void what_is_wrong_or_strange_harms_nothing(void **state)
{
	struct config c;

	(void)state;
	file_put("theme = pink\nlanguage\nmouse = maybe\n= 3\n\xff\xfe\nplain=yes\r\n"
		 "# mine\nfuture = 7\n");
	config_load(&c);
	assert_string_equal(config_code("theme", c.theme), "dark");
	assert_int_equal(c.mouse, 1);
	assert_int_equal(c.plain, 1); /* Windows' line end, no spaces */
	assert_int_equal(config_save(&c), RC_OK);
	assert_non_null(strstr(file_get(), "# mine\n"));
	assert_non_null(strstr(file_get(), "future = 7\n")); /* of a newer program */
	assert_null(strstr(file_get(), "pink"));
}

static void where_nothing_can_be_written_it_says_so(void **state)
{
	char blocked[256];
	struct config c;

	(void)state;
	config_load(&c);
	snprintf(blocked, sizeof(blocked), "%s/nastavnik/settings.conf", folder);
	setenv("XDG_CONFIG_HOME", blocked, 1); /* a file where a folder should be */
	assert_int_equal(config_save(&c), RC_IO);
	config_load(&c);
	assert_usual(&c);
	setenv("XDG_CONFIG_HOME", folder, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_a_file_all_is_usual),
		cmocka_unit_test(what_is_saved_is_loaded),
		cmocka_unit_test(what_is_wrong_or_strange_harms_nothing),
		cmocka_unit_test(where_nothing_can_be_written_it_says_so),
	};

	return cmocka_run_group_tests(tests, setup, teardown);
}
