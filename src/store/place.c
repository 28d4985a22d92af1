#include "place.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <linux/magic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"

/* Not in every version of the system's header. */
#define MAGIC_CIFS 0xff534d42u
#define MAGIC_SMB2 0xfe534d42u
#define MAGIC_FUSE 0x65735546u

/* The commonest reasons in the language of the interface; the system itself may not speak it. */
static const char *why(int error)
{
	switch (error) {
	case EACCES:
	case EPERM:
		return _("the system does not allow it");
	case EROFS:
		return _("the disk may only be read");
	case ENOSPC:
	case EDQUOT:
		return _("there is no room on the disk");
	case ENOENT:
		return _("there is no such folder");
	case ENOTDIR:
		return _("a part of its path is not a folder");
	case ENAMETOOLONG:
		return _("its name is too long");
	case EIO:
		return _("the disk does not answer");
	default:
		return strerror(error);
	}
}

static char *folder_of(const char *path)
{
	char *copy = mem_strdup(path);
	char *folder = mem_strdup(dirname(copy));

	free(copy);
	return folder;
}

static char *path_join(const char *folder, const char *name)
{
	struct str s = { 0 };

	str_printf(&s, "%s%s%s", folder, strcmp(folder, "/") == 0 ? "" : "/", name);
	return s.text;
}

char *place_absolute(const char *path)
{
	char *whole = realpath(path, NULL);
	char *folder, *real, *copy;

	if (whole)
		return whole;
	folder = folder_of(path);
	real = realpath(folder, NULL);
	copy = mem_strdup(path);
	whole = real ? path_join(real, basename(copy)) : mem_strdup(path);
	free(folder);
	free(real);
	free(copy);
	return whole;
}

static enum rc make_folder(const char *folder)
{
	struct stat st;
	enum rc rc;
	char *above;

	if (stat(folder, &st) == 0)
		return S_ISDIR(st.st_mode) ? RC_OK
					   : err_set(RC_IO, _("%s is not a folder."), folder);
	above = folder_of(folder);
	rc = strcmp(above, folder) == 0 ? RC_OK : make_folder(above);
	free(above);
	if (rc == RC_OK && mkdir(folder, 0700) != 0)
		rc = err_set(RC_IO, _("The folder %s cannot be made: %s."), folder, why(errno));
	return rc;
}

enum rc place_make_folder(const char *path)
{
	char *folder = folder_of(path);
	enum rc rc = make_folder(folder);

	free(folder);
	return rc;
}

enum rc place_check(const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0) {
		if (errno == ENOENT || errno == ENOTDIR)
			return err_set(RC_NOT_FOUND, _("There is no file %s."), path);
		return err_set(RC_IO, _("The file %s cannot be opened: %s."), path, why(errno));
	}
	if (S_ISDIR(st.st_mode))
		return err_set(RC_INVALID, _("%s is a folder; name the file in it."), path);
	if (!S_ISREG(st.st_mode))
		return err_set(RC_INVALID, _("%s is a device, not a file of this program."), path);
	if (st.st_size == 0)
		return err_set(RC_DB,
			       _("The file %s is empty: it is not a file of this program. "
				 "Take a backup copy, or make a new file under another name."),
			       path);
	if (access(path, R_OK) != 0)
		return err_set(RC_IO, _("The file %s may not be read: %s."), path, why(errno));
	return RC_OK;
}

bool place_is_network(const char *path)
{
	struct statfs fs;

	if (statfs(path, &fs) != 0)
		return false;
	switch ((unsigned)fs.f_type) {
	case NFS_SUPER_MAGIC:
	case SMB_SUPER_MAGIC:
	case V9FS_MAGIC:
	case MAGIC_CIFS:
	case MAGIC_SMB2:
	case MAGIC_FUSE:
		return true;
	default:
		return false;
	}
}

bool place_folder_writable(const char *path)
{
	char *folder = folder_of(path);
	bool writable = access(folder, W_OK) == 0;

	free(folder);
	return writable;
}

enum rc place_new_file(const char *path, const char *shown)
{
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (fd >= 0) {
		close(fd);
		return RC_OK;
	}
	if (errno == EEXIST)
		return err_set(RC_CONFLICT, _("There is a file %s already. Choose another name."),
			       shown);
	return err_set(RC_IO, _("The file %s cannot be made: %s."), shown, why(errno));
}

static int sync_path(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC);
	int rc = fd < 0 ? -1 : fsync(fd);

	if (fd >= 0)
		close(fd);
	return rc;
}

/* link() never replaces a file; file systems without links have the gap between look and rename. */
static int give_name(const char *made, const char *path)
{
	struct stat st;

	if (link(made, path) == 0)
		return unlink(made);
	if (errno == EEXIST)
		return -1;
	if (lstat(path, &st) == 0) {
		errno = EEXIST;
		return -1;
	}
	return rename(made, path);
}

static char *beside(const char *path, const char *suffix)
{
	struct str s = { 0 };

	str_add(&s, path);
	str_add(&s, suffix);
	return s.text;
}

void place_set_aside(const char *path)
{
	static const char *const suffixes[] = { "-wal", "-shm", "-journal" };

	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		char *name = beside(path, suffixes[i]), *aside = beside(name, ".old");

		rename(name, aside);
		free(name);
		free(aside);
	}
}

enum rc place_publish(const char *made, const char *path)
{
	char *folder = folder_of(path);
	enum rc rc = RC_OK;

	if (access(path, F_OK) != 0)
		place_set_aside(path);
	if (sync_path(made, O_RDWR) != 0 || give_name(made, path) != 0) {
		if (errno == EEXIST)
			rc = err_set(RC_CONFLICT,
				     _("There is a file %s already. Choose another name."), path);
		else
			rc = err_set(RC_IO, _("The file %s cannot be made: %s."), path, why(errno));
		unlink(made);
	} else {
		/* Not every file system can do it; there the name is as safe as it gets. */
		sync_path(folder, O_RDONLY | O_DIRECTORY);
	}
	free(folder);
	return rc;
}

void place_remove(const char *path)
{
	static const char *const suffixes[] = { "-wal", "-shm", "-journal", "" };

	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		char *name = beside(path, suffixes[i]);

		unlink(name);
		free(name);
	}
}

bool place_has_beside(const char *path, const char *suffix)
{
	char *name = beside(path, suffix);
	struct stat st;
	bool has = stat(name, &st) == 0 && st.st_size > 0;

	free(name);
	return has;
}
