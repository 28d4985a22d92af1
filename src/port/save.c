/* Files written whole or not at all. */
#include "nastavnik/port/save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"

enum { SAVE_BUFFER = 64 * 1024 };

struct save {
	char *path;      /* for the sentences */
	char *target;    /* where it goes, links resolved */
	char *temporary; /* beside the target; NULL: written directly */
	int fd;
	int fault; /* the first errno; sticks */
	struct str buffer;
};

/* Says why; the sentence names the file and the way out. */
static enum rc save_fault(const char *path, int fault)
{
	switch (fault) {
	case EISDIR:
		return err_set(RC_INVALID, _("“%s” is a folder: give the name of a file in it."),
			       path);
	case EEXIST:
		return err_set(RC_INVALID,
			       _("“%s” is a school's file and is never written over: give another "
				 "name."),
			       path);
	case ENOENT:
	case ENOTDIR:
		return err_set(RC_IO, _("There is no folder for “%s”: check the path."), path);
	case EACCES:
	case EPERM:
		return err_set(RC_IO, _("No permission to write “%s”: choose another folder."),
			       path);
	case EROFS:
		return err_set(RC_IO, _("“%s” lies on a disk that can only be read."), path);
	case ENOSPC:
	case EDQUOT:
		return err_set(RC_IO,
			       _("The disk is full: “%s” was not saved. Free some space and try "
				 "again."),
			       path);
	default:
		return err_set(RC_IO, _("“%s” was not saved: %s."), path, errno_text(fault));
	}
}

static void save_free(struct save *save)
{
	if (save->fd >= 0)
		close(save->fd);
	if (save->temporary)
		unlink(save->temporary);
	free(save->temporary);
	free(save->target);
	free(save->path);
	str_done(&save->buffer);
	free(save);
}

/* A temporary file in the folder of the target, so that renaming stays on one file system. */
static int open_beside(struct save *save, mode_t mode)
{
	struct str name = { 0 };

	str_printf(&name, "%s.XXXXXX", save->target);
	save->fd = mkostemp(name.text, O_CLOEXEC);
	if (save->fd < 0) {
		int fault = errno;

		str_done(&name);
		return fault;
	}
	save->temporary = name.text;
	if (mode && fchmod(save->fd, mode))
		return errno;
	return 0;
}

/* Whether it is a school's file. One that is in use has a journal beside it and is not opened here:
 * closing it again would let go of the locks upon it. */
static bool is_school(const char *target)
{
	static const char magic[] = "SQLite format 3";
	char head[sizeof(magic)] = "";
	struct str log = { 0 };
	bool in_use;
	int fd;

	str_printf(&log, "%s-wal", target);
	in_use = access(log.text, F_OK) == 0;
	str_done(&log);
	fd = in_use ? -1 : open(target, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return in_use;
	if (read(fd, head, sizeof(head)) < 0)
		head[0] = '\0';
	close(fd);
	return memcmp(head, magic, sizeof(magic)) == 0;
}

/* Room for a regular file that is there already. */
static int open_over(struct save *save, mode_t mode)
{
	if (access(save->target, W_OK))
		return errno;
	return is_school(save->target) ? EEXIST : open_beside(save, mode);
}

static int open_target(struct save *save)
{
	struct stat old;

	if (stat(save->target, &old))
		return errno == ENOENT ? open_beside(save, 0) : errno;
	if (S_ISDIR(old.st_mode))
		return EISDIR;
	if (S_ISREG(old.st_mode))
		return open_over(save, old.st_mode & 07777);
	save->fd = open(save->target, O_WRONLY | O_CLOEXEC);
	return save->fd < 0 ? errno : 0;
}

enum rc save_open(const char *path, struct save **save)
{
	struct save *s = mem_alloc(sizeof(*s));
	int fault;

	s->fd = -1;
	s->path = mem_strdup(path);
	s->target = realpath(path, NULL);
	if (!s->target)
		s->target = mem_strdup(path);
	fault = open_target(s);
	if (fault) {
		enum rc rc = save_fault(path, fault);

		save_free(s);
		return rc;
	}
	*save = s;
	return RC_OK;
}

static void save_flush(struct save *save)
{
	size_t at = 0;

	while (!save->fault && at < save->buffer.len) {
		ssize_t n = write(save->fd, save->buffer.text + at, save->buffer.len - at);

		if (n >= 0)
			at += (size_t)n;
		else if (errno != EINTR)
			save->fault = errno;
	}
	str_clear(&save->buffer);
}

void save_write(struct save *save, const void *bytes, size_t n)
{
	str_add_n(&save->buffer, bytes, n);
	if (save->buffer.len >= SAVE_BUFFER)
		save_flush(save);
}

const char *save_name(const struct save *save)
{
	return save->temporary;
}

void save_fail(struct save *save, int fault)
{
	if (!save->fault)
		save->fault = fault;
}

/* The new name must outlive a power cut too. What has no folder to open is no reason to fail. */
static void sync_folder(const char *target)
{
	char *folder = mem_strdup(target), *slash = strrchr(folder, '/');
	int fd;

	if (slash)
		slash[slash == folder] = '\0';
	fd = open(slash ? folder : ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd >= 0) {
		fsync(fd);
		close(fd);
	}
	free(folder);
}

static int save_finish(struct save *save)
{
	save_flush(save);
	if (save->fault)
		return save->fault;
	/* A pipe or a terminal cannot be synced, and need not be. */
	if (save->temporary && fsync(save->fd))
		return errno;
	if (close(save->fd)) {
		save->fd = -1;
		return errno;
	}
	save->fd = -1;
	if (!save->temporary)
		return 0;
	if (rename(save->temporary, save->target))
		return errno;
	free(save->temporary);
	save->temporary = NULL;
	sync_folder(save->target);
	return 0;
}

enum rc save_commit(struct save *save)
{
	int fault = save_finish(save);
	enum rc rc = fault ? save_fault(save->path, fault) : RC_OK;

	save_free(save);
	return rc;
}

void save_drop(struct save *save)
{
	if (save)
		save_free(save);
}

/* Lines one by one, so that what is lost can be told by line. */
static void text_lines(struct save *save, struct encoder *encoder, const char *text,
		       struct issues *issues)
{
	struct str out = { 0 };
	int64_t line = 1;

	encoder_begin(encoder, &out);
	for (; *text; line++) {
		const char *end = strchrnul(text, '\n');
		size_t n = (size_t)(end - text) + (*end == '\n');
		uint32_t cp;
		size_t lost = encoder_add(encoder, text, n, &out, &cp);

		if (lost && issues) {
			char letter[5] = "";

			utf8_encode(cp, letter);
			issue_add(issues, ISSUE_WARNING, line, 0, letter,
				  ngettext("The encoding lacks “%s”: %zu character is replaced.",
					   "The encoding lacks “%s”: %zu characters are replaced.",
					   lost),
				  letter, lost);
		}
		save_write(save, out.text, out.len);
		str_clear(&out);
		text += n;
	}
	str_done(&out);
}

enum rc text_save(const char *path, enum encoding encoding, const char *text, struct issues *issues)
{
	struct encoder *encoder;
	struct save *save;
	enum rc rc = encoder_new(encoding, &encoder);

	if (rc)
		return rc;
	rc = save_open(path, &save);
	if (!rc) {
		text_lines(save, encoder, text, issues);
		rc = save_commit(save);
	}
	encoder_free(encoder);
	return rc;
}
