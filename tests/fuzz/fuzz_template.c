/*
 * libFuzzer harness of the texts of papers, which people edit: whatever the text, it becomes a
 *paper that can be laid out and made an OpenDocument text, or is refused with a sentence that has a
 *line.
 *
 *	CC=clang meson setup build-fuzz -Dfuzz=enabled -Db_sanitize=address \
 *		-Db_lundef=false -Dc_args=-fsanitize=fuzzer-no-link
 *	ninja -C build-fuzz tests/fuzz/fuzz_template
 *	mkdir corpus	# libFuzzer adds to the first folder what it finds
 *	build-fuzz/tests/fuzz/fuzz_template -detect_leaks=0 -max_len=2048 corpus \
 *		data/methodology/r145/papers
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/utf8.h"
#include "nastavnik/print/odt.h"
#include "nastavnik/print/template.h"
#include "nastavnik/print/text.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

static void scope_fill(struct scope *s)
{
	static const char *const cases[NOUN_CASES] = { "Ёлкина Зоя", "Ёлкиной Зои", "Ёлкиной Зое",
						       "Ёлкину Зою", "Ёлкиной Зоей" };
	struct scope_table *table = scope_table(s, "mentors|наставники");

	scope_text(s, "year|год", "2026/2027");
	scope_text(s, "number|номер", "");
	scope_name(s, "name|фио", cases, "З. Ёлкина");
	for (int i = 0; i < 3; i++) {
		struct scope *row = scope_row(table);

		row->joined = i == 1;
		scope_name(row, "name|фио", cases, "З. Ёлкина");
		scope_text(row, "form|форма", i ? "ученик – ученик" : "");
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct arena a = { 0 };
	struct scope s = { .arena = &a };
	struct doc *doc = doc_new(&a, "");
	const char *text = utf8_nfc(&a, arena_strndup(&a, (const char *)bytes, n));
	struct odt_part part[ODT_PARTS];
	struct text_pages pages;

	scope_fill(&s);
	if (template_add(doc, "text", text, &s) == RC_OK) {
		text_layout(&a, doc, &(struct text_setup){ 0 }, &pages);
		text_layout(&a, doc, &(struct text_setup){ .columns = 40, .lines = -1 }, &pages);
		odt_make(&a, doc, part);
	} else if (err_last()->code != RC_INVALID || !strstr(err_last()->text, "line")) {
		abort();
	}
	arena_done(&a);
	return 0;
}
