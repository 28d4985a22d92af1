#include <string.h>

#include "nastavnik/base/embed.h"
#include "unit.h"

static void files_are_sorted_and_end_with_a_row_without_a_name(void **state)
{
	(void)state;
	assert_null(embed_files[embed_count].name);
	for (size_t i = 0; i < embed_count; i++) {
		const struct embed *file = embed_files + i;

		assert_non_null(file->name);
		assert_int_equal(file->text[file->size], '\0');
		if (i)
			assert_true(strcmp(file[-1].name, file->name) < 0);
	}
}

static void each_file_is_found_by_its_name_and_nothing_else_is(void **state)
{
	(void)state;
	for (size_t i = 0; i < embed_count; i++)
		assert_ptr_equal(embed_find(embed_files[i].name), embed_files + i);
	assert_null(embed_find(""));
	assert_null(embed_find("sql"));
	assert_null(embed_find("sql/"));
	assert_null(embed_find("zzz"));
}

static void the_first_of_a_folder_is_found_by_prefix(void **state)
{
	const struct embed *first = embed_first("sql/");

	(void)state;
	for (size_t i = 0; i < embed_count; i++) {
		if (strncmp(embed_files[i].name, "sql/", 4) != 0)
			continue;
		assert_ptr_equal(first, embed_files + i);
		return;
	}
	assert_null(first);
}

static void what_only_the_build_needs_is_not_embedded(void **state)
{
	(void)state;
	assert_null(embed_find("meson.build"));
	assert_null(embed_find("packages"));
	assert_null(embed_first("po/"));
	assert_ptr_equal(embed_first(""), embed_count ? embed_files : NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_are_sorted_and_end_with_a_row_without_a_name),
		cmocka_unit_test(each_file_is_found_by_its_name_and_nothing_else_is),
		cmocka_unit_test(the_first_of_a_folder_is_found_by_prefix),
		cmocka_unit_test(what_only_the_build_needs_is_not_embedded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
