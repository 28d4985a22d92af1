/* The module nastavnik-sheets: libzip unpacks, expat reads, limits are kept here. */
#include "parts_module.h"

#include <errno.h>
#include <expat.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

enum { CHUNK = 64 * 1024, TAG_SIZE = 64 };

struct archive {
	zip_t *zip;
};

struct part {
	zip_file_t *file;
	XML_Parser parser;
	const struct part_reader *reader;
	void *data;
	int64_t packed, done;
	int64_t seen; /* offset of the newest tag or text that was whole */
	int depth;
	bool paused, last;
	char tag[TAG_SIZE]; /* «sheetData>», to pass over what lies in it; "" when not, or done */
	char closing[TAG_SIZE]; /* «</x:sheetData>» once it was opened */
	enum parts_fault fault; /* a reader's own: parsing was aborted */
};

static enum parts_fault fault_of(const zip_error_t *error)
{
	switch (zip_error_code_zip(error)) {
	case ZIP_ER_OPEN:
	case ZIP_ER_READ:
	case ZIP_ER_SEEK:
	case ZIP_ER_NOENT:
		errno = zip_error_code_system(error);
		return PARTS_SYSTEM;
	case ZIP_ER_NOPASSWD:
	case ZIP_ER_WRONGPASSWD:
		return PARTS_LOCKED;
	case ZIP_ER_MEMORY:
		abort();
	case ZIP_ER_NOZIP:
#ifdef ZIP_ER_TRUNCATED_ZIP /* from libzip 1.11 on */
	case ZIP_ER_TRUNCATED_ZIP:
#endif
		return PARTS_NO_ARCHIVE;
	default:
		return PARTS_DAMAGED;
	}
}

static enum parts_fault archive_open(const char *path, struct archive **archive)
{
	int code;
	zip_t *zip = zip_open(path, ZIP_RDONLY, &code);

	if (!zip) {
		zip_error_t error;
		int system = errno;

		zip_error_init_with_code(&error, code);
		enum parts_fault fault = fault_of(&error);
		zip_error_fini(&error);
		if (fault == PARTS_SYSTEM)
			errno = system;
		return fault;
	}
	*archive = calloc(1, sizeof(**archive));
	if (!*archive)
		abort();
	(*archive)->zip = zip;
	return PARTS_FINE;
}

static void archive_close(struct archive *archive)
{
	if (!archive)
		return;
	zip_discard(archive->zip);
	free(archive);
}

static int64_t find(struct archive *archive, const char *name)
{
	return zip_name_locate(archive->zip, name, ZIP_FL_NOCASE);
}

static int64_t find_ending(struct archive *archive, const char *ending)
{
	int64_t n = zip_get_num_entries(archive->zip, 0);
	size_t size = strlen(ending);

	for (int64_t i = 0; i < n; i++) {
		const char *name = zip_get_name(archive->zip, (zip_uint64_t)i, 0);
		size_t length = name ? strlen(name) : 0;

		if (length >= size && !strcmp(name + length - size, ending))
			return i;
	}
	return -1;
}

static int64_t size_of(struct archive *archive, int64_t index)
{
	zip_stat_t st;

	return zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &st) ? 0 : (int64_t)st.size;
}

static int64_t head(struct archive *archive, int64_t index, char *buf, int64_t n)
{
	zip_file_t *file = zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
	int64_t got;

	if (!file)
		return -1;
	got = zip_fread(file, buf, (zip_uint64_t)n);
	zip_fclose(file);
	return got;
}

/* ---- XML ---- */

static void part_abort(struct part *part, enum parts_fault fault)
{
	if (!part->fault)
		part->fault = fault;
	XML_StopParser(part->parser, XML_FALSE);
}

static void XMLCALL on_begin(void *data, const XML_Char *name, const XML_Char **attribute)
{
	struct part *part = data;

	if (++part->depth > PARTS_DEPTH_MAX)
		part_abort(part, PARTS_DEEP);
	else if (part->reader->begin)
		part->reader->begin(part->data, name, attribute);
}

static void XMLCALL on_end(void *data, const XML_Char *name)
{
	struct part *part = data;

	part->depth--;
	if (part->reader->end)
		part->reader->end(part->data, name);
}

static void XMLCALL on_text(void *data, const XML_Char *text, int n)
{
	struct part *part = data;

	part->reader->text(part->data, text, n);
}

static void XMLCALL on_doctype(void *data, const XML_Char *name, const XML_Char *system,
			       const XML_Char *public, int internal)
{
	(void)name, (void)system, (void)public, (void)internal;
	part_abort(data, PARTS_DTD);
}

static void part_close(struct part *part)
{
	if (!part)
		return;
	if (part->parser)
		XML_ParserFree(part->parser);
	if (part->file)
		zip_fclose(part->file);
	free(part);
}

static enum parts_fault part_open(struct archive *archive, int64_t index,
				  const struct part_reader *reader, void *data,
				  struct part **opened)
{
	struct part *part;
	zip_stat_t st;

	if (zip_stat_index(archive->zip, (zip_uint64_t)index, 0, &st))
		return fault_of(zip_get_error(archive->zip));
	if (st.valid & ZIP_STAT_ENCRYPTION_METHOD && st.encryption_method != ZIP_EM_NONE)
		return PARTS_LOCKED;
	part = calloc(1, sizeof(*part));
	if (!part)
		abort();
	part->file = zip_fopen_index(archive->zip, (zip_uint64_t)index, 0);
	part->parser = XML_ParserCreate(NULL);
	if (!part->parser)
		abort();
	if (!part->file) {
		part_close(part);
		return fault_of(zip_get_error(archive->zip));
	}
	part->packed = (int64_t)st.comp_size;
	part->reader = reader;
	part->data = data;
	XML_SetUserData(part->parser, part);
	XML_SetElementHandler(part->parser, on_begin, on_end);
	XML_SetCharacterDataHandler(part->parser, reader->text ? on_text : NULL);
	XML_SetStartDoctypeDeclHandler(part->parser, on_doctype);
	*opened = part;
	return PARTS_FINE;
}

static enum parts_fault part_open_around(struct archive *archive, int64_t index,
					 const char *element, const struct part_reader *reader,
					 void *data, struct part **opened)
{
	enum parts_fault fault = part_open(archive, index, reader, data, opened);

	if (!fault)
		snprintf((*opened)->tag, TAG_SIZE, "%s>", element);
	return fault;
}

/* What the archive says about sizes is not believed: bytes are counted as they come. */
static enum parts_fault sizes_check(const struct part *part)
{
	/* A tag that never ends would be kept whole. */
	if (part->done > PARTS_SIZE_MAX || part->done - part->seen > PARTS_TAG_MAX)
		return PARTS_TOO_LARGE;
	if (part->done > PARTS_RATIO_FREE && part->done / PARTS_RATIO_MAX > part->packed)
		return PARTS_BOMB;
	return PARTS_FINE;
}

/* The next bytes of the part, behind `kept` ones that are in buf already. */
static enum parts_fault bytes_read(struct part *part, char *buf, size_t kept, size_t *n)
{
	int64_t got = zip_fread(part->file, buf + kept, CHUNK - kept);

	if (got < 0)
		return fault_of(zip_file_get_error(part->file));
	part->done += got;
	part->last = got == 0;
	*n = kept + (size_t)got;
	return sizes_check(part);
}

/* Behind the tag's end in buf; NULL: it is not there. */
static char *tag_find(const struct part *part, char *buf, size_t n)
{
	size_t size = strlen(part->tag);
	char *found = memmem(buf, n, part->tag, size);

	return found ? found + size : NULL;
}

/* The tag that closes the one ending at `end`; false: that is no tag. */
static bool closing_make(struct part *part, const char *buf, const char *end)
{
	const char *start = memrchr(buf, '<', (size_t)(end - buf));
	size_t n = start ? (size_t)(end - start) : TAG_SIZE;

	if (n + 2 > TAG_SIZE)
		return false;
	snprintf(part->closing, TAG_SIZE, "</%.*s", (int)n - 1, start + 1);
	return true;
}

/* Pass over bytes up to the closing tag; buf then begins with it and has *n bytes. */
static enum parts_fault bytes_skip(struct part *part, char *buf, size_t *n)
{
	size_t kept = 0, size = strlen(part->tag);
	enum parts_fault fault;
	char *end;

	do {
		fault = bytes_read(part, buf, kept, n);
		if (fault || part->last)
			return fault;
		part->seen = part->done;
		end = tag_find(part, buf, *n);
		kept = *n < size ? *n : size - 1;
		if (!end)
			memmove(buf, buf + *n - kept, kept);
	} while (!end);
	*n -= (size_t)(end - buf);
	memmove(buf + strlen(part->closing), end, *n);
	memcpy(buf, part->closing, strlen(part->closing));
	*n += strlen(part->closing);
	*part->tag = *part->closing = '\0';
	return PARTS_FINE;
}

/* The bytes to be parsed next. What is passed over must begin in the first chunk, as it does. */
static enum parts_fault chunk_read(struct part *part, char *buf, size_t *n)
{
	enum parts_fault fault;
	char *end;

	if (*part->closing)
		return bytes_skip(part, buf, n);
	fault = bytes_read(part, buf, 0, n);
	if (fault || !*part->tag)
		return fault;
	end = tag_find(part, buf, *n);
	if (end && tag_find(part, end, *n - (size_t)(end - buf)))
		end = NULL; /* it is short: nothing is won */
	if (end && closing_make(part, buf, end))
		*n = (size_t)(end - buf);
	else
		*part->tag = '\0';
	return PARTS_FINE;
}

static enum parts_fault chunk_parse(struct part *part, enum XML_Status *status)
{
	char *chunk = XML_GetBuffer(part->parser, CHUNK + TAG_SIZE);
	enum parts_fault fault;
	int64_t seen;
	size_t n = 0;

	if (!chunk)
		abort();
	fault = chunk_read(part, chunk, &n);
	if (fault)
		return fault;
	*status = XML_ParseBuffer(part->parser, (int)n, part->last);
	seen = XML_GetCurrentByteIndex(part->parser);
	if (seen > part->seen)
		part->seen = seen;
	return PARTS_FINE;
}

static enum parts_fault part_run(struct part *part, bool *end)
{
	*end = false;
	for (;;) {
		enum XML_Status status = XML_STATUS_OK;
		enum parts_fault fault = PARTS_FINE;

		if (part->paused) {
			part->paused = false;
			status = XML_ResumeParser(part->parser);
		} else {
			fault = chunk_parse(part, &status);
		}
		if (fault)
			return fault;
		if (status == XML_STATUS_SUSPENDED)
			return PARTS_FINE;
		if (status == XML_STATUS_ERROR)
			return part->fault ? part->fault : PARTS_XML;
		if (part->last) {
			*end = true;
			return PARTS_FINE;
		}
	}
}

static void part_pause(struct part *part)
{
	if (XML_StopParser(part->parser, XML_TRUE) == XML_STATUS_OK)
		part->paused = true;
}

static int64_t part_done(const struct part *part)
{
	return part->done;
}

static const struct parts_library library = {
	.version = PARTS_MODULE_VERSION,
	.archive_open = archive_open,
	.archive_close = archive_close,
	.find = find,
	.find_ending = find_ending,
	.size = size_of,
	.head = head,
	.part_open = part_open,
	.part_open_around = part_open_around,
	.part_run = part_run,
	.part_pause = part_pause,
	.part_done = part_done,
	.part_close = part_close,
};

__attribute__((visibility("default"))) const struct parts_library *nastavnik_parts(void)
{
	return &library;
}
