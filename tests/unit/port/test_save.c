#include "port_test.h"

#include <dirent.h>
#include <sys/stat.h>

#include "nastavnik/port/save.h"

static void assert_content(const char *path, const char *expected)
{
	char buf[256] = "";
	FILE *file = fopen(path, "rb");

	assert_non_null(file);
	fread(buf, 1, sizeof(buf) - 1, file);
	fclose(file);
	assert_string_equal(buf, expected);
}

static int files_in_folder(void)
{
	DIR *dir = opendir(folder);
	int n = 0;

	assert_non_null(dir);
	for (struct dirent *entry; (entry = readdir(dir));)
		n += entry->d_name[0] != '.';
	closedir(dir);
	return n;
}

static mode_t mode_of(const char *path)
{
	struct stat st;

	assert_int_equal(stat(path, &st), 0);
	return st.st_mode & 0777;
}

static void a_new_file_is_private_and_a_replaced_one_keeps_its_mode(void **state)
{
	const char *path = in_folder("a.txt");

	(void)state;
	assert_int_equal(text_save(path, ENCODING_UTF8, "один\n", NULL), RC_OK);
	assert_content(path, "один\n");
	assert_int_equal(mode_of(path), 0600);
	assert_int_equal(chmod(path, 0644), 0);
	assert_int_equal(text_save(path, ENCODING_UTF8, "два\n", NULL), RC_OK);
	assert_content(path, "два\n");
	assert_int_equal(mode_of(path), 0644);
	assert_int_equal(files_in_folder(), 1);
}

static void nothing_is_left_when_a_file_is_dropped(void **state)
{
	const char *path = in_folder("b.txt");
	struct save *save;
	int before = files_in_folder();

	(void)state;
	assert_int_equal(save_open(path, &save), RC_OK);
	save_write(save, "abc", 3);
	save_drop(save);
	assert_int_equal(files_in_folder(), before);
}

static void a_link_stays_a_link_to_the_new_text(void **state)
{
	char target[128], path[128];
	struct stat st;

	(void)state;
	strcpy(target, in_folder("target.txt"));
	strcpy(path, in_folder("link.txt"));
	assert_int_equal(text_save(target, ENCODING_UTF8, "a", NULL), RC_OK);
	assert_int_equal(symlink("target.txt", path), 0);
	assert_int_equal(text_save(path, ENCODING_UTF8, "b", NULL), RC_OK);
	assert_int_equal(lstat(path, &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_content(target, "b");
}

static void places_that_cannot_be_written_are_told(void **state)
{
	(void)state;
	assert_int_equal(text_save(folder, ENCODING_UTF8, "", NULL), RC_INVALID);
	assert_non_null(strstr(err_last()->text, folder));
	assert_int_equal(text_save(in_folder("no/such/a.txt"), ENCODING_UTF8, "", NULL), RC_IO);
	assert_non_null(strstr(err_last()->text, "no/such/a.txt"));
	/* /dev/full takes the open and refuses the bytes. */
	assert_int_equal(text_save("/dev/full", ENCODING_UTF8, "x", NULL), RC_IO);
	assert_non_null(strstr(err_last()->text, "full"));
	assert_int_equal(text_save("/dev/null", ENCODING_UTF8, "x", NULL), RC_OK);
}

static void a_schools_file_is_never_written_over(void **state)
{
	const char *path = in_folder("school");
	struct save *save;

	(void)state;
	assert_int_equal(save_open(path, &save), RC_OK);
	save_write(save, "SQLite format 3", 16);
	save_write(save, "its pages", 9);
	assert_int_equal(save_commit(save), RC_OK);
	assert_int_equal(text_save(path, ENCODING_UTF8, "item,n1\n", NULL), RC_INVALID);
	assert_non_null(strstr(err_last()->text, "school"));
	assert_int_equal(text_save(in_folder("d.csv"), ENCODING_UTF8, "a\n", NULL), RC_OK);
	assert_int_equal(text_save(in_folder("d.csv-wal"), ENCODING_UTF8, "", NULL), RC_OK);
	assert_int_equal(text_save(in_folder("d.csv"), ENCODING_UTF8, "b\n", NULL), RC_INVALID);
}

static void lost_letters_of_a_text_are_told_by_line(void **state)
{
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };

	(void)state;
	assert_int_equal(
		text_save(in_folder("c.txt"), ENCODING_CP866, "строка\n№ 1 – «漢»\n", &issues),
		RC_OK);
	assert_int_equal(issues.n, 1);
	assert_int_equal(issues.row[0].row, 2);
	assert_string_equal(issues.row[0].name, "漢");
	assert_content(in_folder("c.txt"), "\xE1\xE2\xE0\xAE\xAA\xA0\n\xFC 1 - \"?\"\n");
	arena_done(&a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_file_is_private_and_a_replaced_one_keeps_its_mode),
		cmocka_unit_test(nothing_is_left_when_a_file_is_dropped),
		cmocka_unit_test(a_link_stays_a_link_to_the_new_text),
		cmocka_unit_test(places_that_cannot_be_written_are_told),
		cmocka_unit_test(a_schools_file_is_never_written_over),
		cmocka_unit_test(lost_letters_of_a_text_are_told_by_line),
	};

	return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
