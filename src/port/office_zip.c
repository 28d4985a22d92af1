/* The module's zips: libzip. */
#include "office_zip.h"

#include <errno.h>
#include <string.h>
#include <time.h>

#include <zip.h>

enum { TAIL_MAX = 64, CHUNK = 64 * 1024 };

/* Zip's times are local ones, of two seconds, since 1980. */
static void dos_time(int64_t when, zip_uint16_t *time, zip_uint16_t *date)
{
	time_t seconds = (time_t)when;
	struct tm tm;

	localtime_r(&seconds, &tm);
	*time = (zip_uint16_t)(tm.tm_hour << 11 | tm.tm_min << 5 | tm.tm_sec / 2);
	*date = (zip_uint16_t)((tm.tm_year < 80 ? 0 : tm.tm_year - 80) << 9 | (tm.tm_mon + 1) << 5 |
			       tm.tm_mday);
}

static bool part_add(zip_t *zip, const struct zip_part *part, int64_t when)
{
	zip_int32_t method = part->stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE;
	zip_source_t *source = zip_source_buffer(zip, part->bytes, strlen(part->bytes), 0);
	zip_uint16_t time, date;
	zip_int64_t at;

	if (!source)
		return false;
	at = zip_file_add(zip, part->name, source, ZIP_FL_ENC_UTF_8);
	if (at < 0) {
		zip_source_free(source);
		return false;
	}
	dos_time(when, &time, &date);
	return !zip_set_file_compression(zip, (zip_uint64_t)at, method, 0) &&
	       !zip_file_set_dostime(zip, (zip_uint64_t)at, time, date, 0);
}

/* All parts into the zip that lies in the source; closing makes it. */
static bool parts_pack(zip_source_t *made, const struct zip_part *part, size_t n, int64_t when)
{
	zip_t *zip = zip_open_from_source(made, ZIP_TRUNCATE, NULL);
	bool good = zip;

	if (!zip)
		return false;
	zip_source_keep(made); /* closing takes one */
	for (size_t i = 0; i < n && good; i++)
		good = part_add(zip, &part[i], when);
	if (good && !zip_close(zip))
		return true;
	zip_discard(zip);
	return false;
}

static bool bytes_hand_over(zip_source_t *made,
			    bool (*write)(void *data, const void *bytes, size_t n), void *data)
{
	static char chunk[CHUNK];
	zip_int64_t n = -1;

	if (zip_source_open(made))
		return false;
	while ((n = zip_source_read(made, chunk, sizeof(chunk))) > 0 &&
	       write(data, chunk, (size_t)n))
		;
	zip_source_close(made);
	return n == 0;
}

int zip_pack(const struct zip_part *part, size_t n, int64_t when,
	     bool (*write)(void *data, const void *bytes, size_t n), void *data)
{
	zip_source_t *made = zip_source_buffer_create(NULL, 0, 0, NULL);
	bool good;

	errno = 0;
	if (!made)
		return ENOMEM;
	good = parts_pack(made, part, n, when) && bytes_hand_over(made, write, data);
	zip_source_free(made);
	if (good)
		return 0;
	return errno ? errno : EIO;
}

/* Reads to the end, which is where the sum of the whole is compared; the last bytes into tail. */
static size_t tail_read(zip_file_t *file, char tail[TAIL_MAX])
{
	static char chunk[CHUNK];
	size_t have = 0;
	zip_int64_t n;

	while ((n = zip_fread(file, chunk, sizeof(chunk))) > 0) {
		size_t fresh = (size_t)n < TAIL_MAX ? (size_t)n : TAIL_MAX;
		size_t kept = have + fresh > TAIL_MAX ? TAIL_MAX - fresh : have;

		memmove(tail, tail + have - kept, kept);
		memcpy(tail + kept, chunk + (size_t)n - fresh, fresh);
		have = kept + fresh;
	}
	return n < 0 ? 0 : have;
}

bool zip_ends_with(const char *path, const char *name, const char *end)
{
	zip_t *zip = zip_open(path, ZIP_RDONLY, NULL);
	zip_file_t *file = zip ? zip_fopen(zip, name, 0) : NULL;
	size_t have = 0, n = strlen(end);
	char tail[TAIL_MAX];

	if (file) {
		have = tail_read(file, tail);
		zip_fclose(file);
	}
	if (zip)
		zip_discard(zip);
	return have >= n && !memcmp(tail + have - n, end, n);
}
