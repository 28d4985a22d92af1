/*
 * libFuzzer harness of the spreadsheet readers: whatever the XML, every row can be read or is
 *refused with a sentence, all cells are valid UTF-8, and rewinding gives the same rows. Bytes that
 *no zip holds would be thrown away at the door, so the harness packs them: the first byte says as
 *which part of an .xlsx or .ods the others come. An input that is an archive itself is taken as it
 *is.
 *
 *	CC=clang meson setup build-fuzz -Dfuzz=enabled -Db_sanitize=address \
 *		-Db_lundef=false -Dc_args=-fsanitize=fuzzer-no-link
 *	ninja -C build-fuzz tests/fuzz/fuzz_sheet src/port/nastavnik-sheets.so
 *	build-fuzz/tests/fuzz/fuzz_sheet -detect_leaks=0 -max_total_time=60 tests/data
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "nastavnik/base/paths.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/port/rows.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* A part of a book that is sound but for the one that is tried. */
struct part_text {
	const char *name, *text;
};

#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

static const struct part_text xlsx[] = {
	{ "xl/worksheets/sheet1.xml",
	  "<worksheet><sheetData><row><c t=\"s\" s=\"1\"><v>0</v></c><c s=\"1\"><v>41397.5</v></c>"
	  "</row></sheetData></worksheet>" },
	{ "xl/sharedStrings.xml", "<sst><si><t>a_x0041_</t></si></sst>" },
	{ "xl/styles.xml",
	  "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>"
	  "</styleSheet>" },
	{ "xl/workbook.xml",
	  "<workbook><sheets><sheet name=\"A\" r:id=\"r1\"/></sheets></workbook>" },
	{ "xl/_rels/workbook.xml.rels",
	  "<Relationships><Relationship Id=\"r1\" Type=\"" RELATION "/worksheet\" "
	  "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" RELATION
	  "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"" RELATION
	  "/styles\" Target=\"styles.xml\"/></Relationships>" },
};
static const struct part_text ods[] = {
	{ "content.xml", "<a/>" },
	{ "META-INF/manifest.xml", "<manifest/>" },
	{ "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
};
enum { XLSX_PARTS = sizeof(xlsx) / sizeof(xlsx[0]), ODS_PARTS = sizeof(ods) / sizeof(ods[0]) };

/* ---- a zip, stored ---- */

static uint32_t crc_of(const uint8_t *bytes, size_t n)
{
	uint32_t crc = ~0u;

	for (size_t i = 0; i < n; i++) {
		crc ^= bytes[i];
		for (int bit = 0; bit < 8; bit++)
			crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0);
	}
	return ~crc;
}

static void number_add(struct str *out, uint32_t value, int bytes)
{
	for (int i = 0; i < bytes; i++)
		str_add_char(out, (char)(value >> (8 * i)));
}

/* What stands both before a part and in the directory. */
static void head_add(struct str *out, const char *name, const uint8_t *bytes, size_t n)
{
	number_add(out, 20, 2);
	number_add(out, 0, 4); /* flags, method */
	number_add(out, 0, 4); /* time */
	number_add(out, crc_of(bytes, n), 4);
	number_add(out, (uint32_t)n, 4);
	number_add(out, (uint32_t)n, 4);
	number_add(out, (uint32_t)strlen(name), 2);
	number_add(out, 0, 2);
}

static void part_add(struct str *zip, struct str *directory, const char *name, const uint8_t *bytes,
		     size_t n)
{
	uint32_t at = (uint32_t)zip->len;

	str_add_n(directory, "PK\x01\x02\x14\0", 6);
	head_add(directory, name, bytes, n);
	number_add(directory, 0, 4);
	number_add(directory, 0, 4);
	number_add(directory, 0, 2);
	number_add(directory, at, 4);
	str_add(directory, name);
	str_add_n(zip, "PK\x03\x04", 4);
	head_add(zip, name, bytes, n);
	str_add(zip, name);
	str_add_n(zip, (const char *)bytes, n);
}

static void zip_make(struct str *zip, const struct part_text *part, size_t parts, size_t tried,
		     const uint8_t *bytes, size_t n)
{
	struct str directory = { 0 };
	uint32_t at;

	for (size_t i = 0; i < parts; i++) {
		const uint8_t *text = (const uint8_t *)part[i].text;

		part_add(zip, &directory, part[i].name, i == tried ? bytes : text,
			 i == tried ? n : strlen(part[i].text));
	}
	at = (uint32_t)zip->len;
	str_add_n(zip, str_text(&directory), directory.len);
	str_add_n(zip, "PK\x05\x06\0\0\0\0", 8);
	number_add(zip, (uint32_t)parts, 2);
	number_add(zip, (uint32_t)parts, 2);
	number_add(zip, (uint32_t)directory.len, 4);
	number_add(zip, at, 4);
	number_add(zip, 0, 2);
	str_done(&directory);
}

/* ---- reading ---- */

static uint64_t read_all(struct row_source *source, bool *good)
{
	uint64_t hash = 14695981039346656037u;
	struct row row;
	enum rc rc;

	while (!(rc = rows_next(source, &row)) && row.n) {
		for (size_t i = 0; i < row.n; i++) {
			const char *cell = row.cell[i];

			if (!utf8_valid(cell, strlen(cell)))
				abort();
			for (; *cell; cell++)
				hash = (hash ^ (uint8_t)*cell) * 1099511628211u;
			hash = (hash ^ 0xFF) * 1099511628211u;
		}
	}
	*good = !rc;
	return hash;
}

static void read_twice(const char *path)
{
	struct row_options options = { .encoding = ENCODING_AUTO };
	struct arena a = { 0 };
	struct issues issues = { .arena = &a, .limit = 100 };
	struct row_source *source;
	bool good, again;
	uint64_t hash;

	if (!rows_open(path, &options, &source)) {
		source->issues = &issues;
		hash = read_all(source, &good);
		if (rows_rewind(source) || read_all(source, &again) != hash || again != good)
			abort();
		rows_close(source);
	} else if (!*err_last()->text || err_last()->code == RC_BUG) {
		abort();
	}
	arena_done(&a);
}

static void read_bytes(const void *bytes, size_t n)
{
	char path[40];
	int fd = memfd_create("table", MFD_CLOEXEC);

	if (fd < 0 || write(fd, bytes, n) != (ssize_t)n)
		abort();
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	read_twice(path);
	close(fd);
}

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	paths_init((*argv)[0]); /* the module is found from here */
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct str zip = { 0 };

	if (!n)
		return 0;
	if (n > 4 && !memcmp(bytes, "PK", 2)) {
		read_bytes(bytes, n);
		return 0;
	}
	size_t tried = bytes[0] % (XLSX_PARTS + ODS_PARTS);
	if (tried < XLSX_PARTS)
		zip_make(&zip, xlsx, XLSX_PARTS, tried, bytes + 1, n - 1);
	else
		zip_make(&zip, ods, ODS_PARTS, tried - XLSX_PARTS, bytes + 1, n - 1);
	read_bytes(zip.text, zip.len);
	str_done(&zip);
	return 0;
}
