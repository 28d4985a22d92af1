/* Packets as files: read whole, written whole or not at all, sealed or not. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/port/save.h"
#include "packet.h"
#include "seal.h"

enum { HEAD = 17 }; /* bytes of both magics */

static bool begins(const char *bytes, size_t n, const char *magic)
{
	return n >= strlen(magic) && memcmp(bytes, magic, strlen(magic)) == 0;
}

static enum packet_kind kind_of(const char *bytes, size_t n)
{
	return begins(bytes, n, PACKET_MAGIC)      ? PACKET_OPEN
	       : begins(bytes, n, SEAL_MAGIC_TEXT) ? PACKET_SEALED
						   : PACKET_NONE;
}

enum packet_kind packet_recognise(const char *path)
{
	char head[HEAD];
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	ssize_t n = fd < 0 ? -1 : read(fd, head, sizeof(head));

	if (fd >= 0)
		close(fd);
	return n < 0 ? PACKET_NONE : kind_of(head, (size_t)n);
}

/* ---- writing ---- */

/* Nothing of a sealed text stays in memory that was given back. */
static void text_wipe(struct str *text)
{
	if (text->text)
		explicit_bzero(text->text, text->cap);
	str_done(text);
}

static enum rc bytes_seal(const char *path, const char *passphrase, struct str *text)
{
	struct str sealed = { 0 };
	const struct seal *seal;
	enum rc rc = seal_get(&seal);

	if (rc)
		return rc;
	sealed.cap = text->len + SEAL_OVERHEAD;
	sealed.text = mem_alloc(sealed.cap);
	sealed.len = sealed.cap;
	rc = seal_tell(seal->seal(passphrase, text->text, text->len, (unsigned char *)sealed.text),
		       path);
	text_wipe(text);
	*text = sealed;
	return rc;
}

enum rc packet_save(const char *path, const char *passphrase, const struct packet *packet)
{
	struct str text = { 0 };
	struct save *save;
	enum rc rc = RC_OK;

	packet_write(&text, packet);
	if (text.len + SEAL_OVERHEAD > PACKET_SIZE_MAX)
		rc = err_set(RC_INVALID, _("The packet would be too large: at most %d MB."),
			     PACKET_SIZE_MAX >> 20);
	if (!rc && passphrase)
		rc = bytes_seal(path, passphrase, &text);
	if (!rc)
		rc = save_open(path, &save);
	if (!rc) {
		save_write(save, text.text, text.len);
		rc = save_commit(save);
	}
	text_wipe(&text);
	return rc;
}

/* ---- reading ---- */

static enum rc read_fault(const char *path)
{
	return err_set(errno == ENOENT ? RC_NOT_FOUND : RC_IO, _("“%s” cannot be read: %s."), path,
		       errno_text(errno));
}

static enum rc bytes_load(const char *path, struct str *bytes)
{
	char buf[64 * 1024];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : 1;
	enum rc rc = RC_OK;

	while (n > 0 && !rc) {
		n = read(fd, buf, sizeof(buf));
		if (n > 0)
			str_add_n(bytes, buf, (size_t)n);
		if (bytes->len > PACKET_SIZE_MAX)
			rc = err_set(RC_INVALID, _("“%s” is too large for a packet."), path);
	}
	if (n < 0)
		rc = read_fault(path);
	if (fd >= 0)
		close(fd);
	return rc;
}

static enum rc bytes_open(struct arena *a, const char *path, const char *passphrase,
			  const struct str *bytes, char **text, size_t *n)
{
	const struct seal *seal;
	enum rc rc;

	if (!passphrase)
		return err_set(RC_INVALID, _("“%s” is sealed: its passphrase is needed."), path);
	rc = seal_get(&seal);
	if (rc)
		return rc;
	*text = arena_alloc(a, bytes->len + 1);
	return seal_tell(
		seal->open(passphrase, (const unsigned char *)bytes->text, bytes->len, *text, n),
		path);
}

enum rc packet_load(struct arena *a, const char *path, const char *passphrase,
		    struct issues *partial, struct packet *out)
{
	struct str bytes = { 0 };
	char *text = NULL;
	size_t n = 0;
	enum rc rc = bytes_load(path, &bytes);

	if (!rc && kind_of(str_text(&bytes), bytes.len) == PACKET_SEALED) {
		rc = bytes_open(a, path, passphrase, &bytes, &text, &n);
	} else if (!rc) {
		n = bytes.len;
		text = arena_strndup(a, str_text(&bytes), n);
	}
	if (!rc)
		rc = packet_read(a, text, n, partial, out);
	str_done(&bytes);
	return rc;
}
