/*
 * libFuzzer harness of the files of questionnaires, which people edit: whatever the text, it
 *becomes a questionnaire that keeps every rule of the designer, or is refused with a sentence that
 *has a line.
 *
 *	CC=clang meson setup build-fuzz -Dfuzz=enabled -Db_sanitize=address \
 *		-Db_lundef=false -Dc_args=-fsanitize=fuzzer-no-link
 *	ninja -C build-fuzz tests/fuzz/fuzz_questionnaire
 *	mkdir corpus	# libFuzzer adds to the first folder what it finds
 *	build-fuzz/tests/fuzz/fuzz_questionnaire -detect_leaks=0 -max_len=2048 corpus \
 *		data/methodology/r145/questionnaires
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/err.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/questionnaire.h"

#include "../../src/model/methodology_private.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void sound(struct arena *a, const struct survey_items *items)
{
	for (size_t i = 0; i < items->n; i++) {
		const struct survey_item *item = &items->row[i];
		struct answers none = { 0 };

		if (item_fits(items, item) != RC_OK || item->position != (int64_t)i + 1)
			abort();
		if (!*item_code_of(a, item->name, items))
			abort();
		item_asked(items, item, &none);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena a = { 0 };
	const char *text = utf8_nfc(&a, arena_strndup(&a, (const char *)bytes, n));
	struct embed file = { .name = "q/fuzz.txt", .text = text, .size = strlen(text) };
	struct questionnaire q;

	if (questionnaire_parse(&a, &file, &q) == RC_OK)
		sound(&a, &q.items);
	else if (err_last()->code != RC_BUG || !strstr(err_last()->text, "line"))
		abort();
	arena_done(&a);
	return 0;
}
