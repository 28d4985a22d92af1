#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wctype.h>

#include "catalog.h"
#include "nastavnik/base/i18n.h"
#include "unit.h"

static void set_locale(const char *all)
{
	unsetenv("NASTAVNIK_LANG");
	unsetenv("LANGUAGE");
	setenv("LC_ALL", all, 1);
	text_init(NULL);
}

static void letters_are_letters_in_any_locale(void **state)
{
	static const char *const locales[] = {
		"C", "POSIX", "nosuch", "nosuch.UTF-8", "C.UTF-8", ""
	};

	(void)state;
	for (size_t i = 0; i < sizeof(locales) / sizeof(locales[0]); i++) {
		set_locale(locales[i]);
		assert_string_equal(nl_langinfo(CODESET), "UTF-8");
		assert_true(iswalpha(L'ё'));
		assert_string_equal(setlocale(LC_NUMERIC, NULL), "C");
	}
}

static void russian_is_the_default_whatever_the_locale(void **state)
{
	static const char *const locales[] = { "C", "nosuch", "C.UTF-8" };

	(void)state;
	for (size_t i = 0; i < sizeof(locales) / sizeof(locales[0]); i++) {
		set_locale(locales[i]);
		assert_string_equal(_("yes"), "да");
	}
	setenv("LANGUAGE", "en", 1);
	text_init(NULL);
	assert_string_equal(_("yes"), "да");
}

static void english_is_the_msgids(void **state)
{
	(void)state;
	setenv("NASTAVNIK_LANG", "en", 1);
	text_init(NULL);
	assert_string_equal(_("yes"), "yes");
	assert_string_equal(ngettext("%d pair", "%d pairs", 1), "%d pair");
	assert_string_equal(ngettext("%d pair", "%d pairs", 2), "%d pairs");
	assert_string_equal(ngettext("%d pair", "%d pairs", 0), "%d pairs");
	assert_string_equal(C_("class", "Form"), "Form");
	assert_string_equal(text_in(CN_("class", "Form")), "Form");
}

static void no_text_stays_no_text(void **state)
{
	(void)state;
	set_locale("C");
	assert_string_equal(text_of(""), "");
	assert_string_equal(text_of(NULL), "");
	assert_string_equal(text_of("yes"), "да");
	assert_string_equal(text_get("a msgid nobody knows"), "a msgid nobody knows");
}

/*
 * The catalogue itself, on files made here.
 */

static char path[] = "/tmp/nastavnik-catalog-XXXXXX";

struct entry {
	const char *msgid, *text;
	uint32_t msgid_size, text_size;
};

#define ENTRY(msgid, text)                                       \
	{                                                        \
		msgid, text, sizeof(msgid) - 1, sizeof(text) - 1 \
	}

/* Sorted by msgid, as msgfmt does. */
static const struct entry entries[] = {
	ENTRY("", "Content-Type: text/plain; charset=UTF-8\n"),
	ENTRY("%d pair\0%d pairs", "%d пара\0%d пары\0%d пар"),
	ENTRY("class\004Form", "Класс"),
	ENTRY("yes", "да"),
};
enum { ENTRIES = sizeof(entries) / sizeof(entries[0]) };

static void put(FILE *file, uint32_t value, bool swapped)
{
	value = swapped ? __builtin_bswap32(value) : value;
	fwrite(&value, sizeof(value), 1, file);
}

static void mo_write(bool swapped)
{
	FILE *file = fopen(path, "wb");
	uint32_t at = 28 + ENTRIES * 16;

	assert_non_null(file);
	put(file, 0x950412DE, swapped);
	put(file, 0, swapped);
	put(file, ENTRIES, swapped);
	put(file, 28, swapped);
	put(file, 28 + ENTRIES * 8, swapped);
	put(file, 0, swapped);
	put(file, 0, swapped);
	for (int i = 0; i < ENTRIES; at += entries[i++].msgid_size + 1) {
		put(file, entries[i].msgid_size, swapped);
		put(file, at, swapped);
	}
	for (int i = 0; i < ENTRIES; at += entries[i++].text_size + 1) {
		put(file, entries[i].text_size, swapped);
		put(file, at, swapped);
	}
	for (int i = 0; i < ENTRIES; i++)
		fwrite(entries[i].msgid, entries[i].msgid_size + 1, 1, file);
	for (int i = 0; i < ENTRIES; i++)
		fwrite(entries[i].text, entries[i].text_size + 1, 1, file);
	assert_int_equal(fclose(file), 0);
}

static int path_make(void **state)
{
	int fd = mkstemp(path);

	(void)state;
	return fd < 0 ? -1 : close(fd);
}

static int path_remove(void **state)
{
	(void)state;
	return unlink(path);
}

static void a_catalogue_of_either_byte_order_is_read(void **state)
{
	(void)state;
	for (int swapped = 0; swapped < 2; swapped++) {
		struct catalog c = { 0 };
		size_t length;

		mo_write(swapped);
		assert_true(catalog_open(path, &c));
		assert_string_equal(catalog_find(&c, "yes", &length), "да");
		assert_int_equal(length, strlen("да"));
		assert_string_equal(catalog_find(&c, "class\004Form", &length), "Класс");
		assert_null(catalog_find(&c, "Form", &length));
		assert_null(catalog_find(&c, "zzz", &length));
		catalog_close(&c);
		assert_null(catalog_find(&c, "yes", &length));
	}
}

static void forms_stand_one_behind_the_other(void **state)
{
	struct catalog c = { 0 };
	const char *forms;
	size_t length;

	(void)state;
	mo_write(false);
	assert_true(catalog_open(path, &c));
	forms = catalog_find(&c, "%d pair", &length);
	assert_string_equal(catalog_form(forms, length, 0), "%d пара");
	assert_string_equal(catalog_form(forms, length, 1), "%d пары");
	assert_string_equal(catalog_form(forms, length, 2), "%d пар");
	assert_string_equal(catalog_form(forms, length, 3), "%d пара");
	catalog_close(&c);
}

/* Whatever four bytes of the tables say, nothing outside the file is touched. */
static void a_damaged_catalogue_is_refused_or_read_within_its_bounds(void **state)
{
	static const uint32_t bad[] = { 0, 1, 100, 0x7FFFFFFF, 0xFFFFFFFF };

	(void)state;
	for (long at = 0; at < 28 + ENTRIES * 16; at += 4) {
		for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
			struct catalog c = { 0 };
			size_t length = 0;
			const char *text;
			FILE *file;

			mo_write(false);
			file = fopen(path, "r+b");
			assert_non_null(file);
			fseek(file, at, SEEK_SET);
			put(file, bad[i], false);
			fclose(file);
			if (!catalog_open(path, &c))
				continue;
			text = catalog_find(&c, "yes", &length);
			if (text)
				assert_int_equal(text[length], '\0');
			catalog_close(&c);
		}
	}
}

static void a_file_that_is_no_catalogue_is_refused(void **state)
{
	struct catalog c = { 0 };

	(void)state;
	assert_false(catalog_open("/nonexistent", &c));
	assert_false(catalog_open("/", &c));
	assert_int_equal(truncate(path, 0), 0);
	assert_false(catalog_open(path, &c));
	assert_null(c.data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_are_letters_in_any_locale),
		cmocka_unit_test(russian_is_the_default_whatever_the_locale),
		cmocka_unit_test(english_is_the_msgids),
		cmocka_unit_test(no_text_stays_no_text),
		cmocka_unit_test(a_catalogue_of_either_byte_order_is_read),
		cmocka_unit_test(forms_stand_one_behind_the_other),
		cmocka_unit_test(a_damaged_catalogue_is_refused_or_read_within_its_bounds),
		cmocka_unit_test(a_file_that_is_no_catalogue_is_refused),
	};

	return cmocka_run_group_tests(tests, path_make, path_remove);
}
