#include "nastavnik/port/load.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/port/encoding.h"

enum { READ_SIZE = 16 * 1024 };

static enum rc bytes_read(int fd, const char *path, size_t max, struct str *bytes)
{
	char buf[READ_SIZE];
	ssize_t n;

	while ((n = read(fd, buf, sizeof(buf))) != 0) {
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return err_set(RC_IO, _("“%s” cannot be read: %s."), path,
				       errno_text(errno));
		str_add_n(bytes, buf, (size_t)n);
		if (bytes->len > max)
			return err_set(RC_INVALID, _("“%s” is too large for a text."), path);
	}
	return RC_OK;
}

/* Ends of lines as '\n', other control characters away. */
static void lines_settle(char *text)
{
	char *to = text;

	for (const char *p = text; *p; p++) {
		if (*p == '\r' && p[1] != '\n')
			*to++ = '\n';
		else if (*p == '\t')
			*to++ = ' ';
		else if ((unsigned char)*p >= ' ' || *p == '\n')
			*to++ = *p;
	}
	*to = '\0';
}

static enum rc bytes_decode(struct arena *a, const char *path, const struct str *bytes,
			    const char **text)
{
	struct str out = { 0 };
	struct decoder *decoder;
	char *settled;
	enum rc rc = decoder_new(encoding_detect(str_text(bytes), bytes->len), &decoder);

	if (rc != RC_OK)
		return rc;
	if (decoder_add(decoder, str_text(bytes), bytes->len, true, &out) ||
	    strlen(str_text(&out)) != out.len)
		rc = err_set(RC_INVALID, _("“%s” is no plain text. Save it as text in UTF-8."),
			     path);
	decoder_free(decoder);
	if (rc == RC_OK) {
		settled = utf8_nfc(a, str_text(&out));
		lines_settle(settled);
		*text = settled;
	}
	str_done(&out);
	return rc;
}

enum rc text_load(struct arena *a, const char *path, size_t max, const char **text)
{
	struct str bytes = { 0 };
	enum rc rc;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR
			       ? RC_NOT_FOUND
			       : err_set(RC_IO, _("“%s” cannot be read: %s."), path,
					 errno_text(errno));
	rc = bytes_read(fd, path, max, &bytes);
	close(fd);
	if (rc == RC_OK)
		rc = bytes_decode(a, path, &bytes, text);
	str_done(&bytes);
	return rc;
}
