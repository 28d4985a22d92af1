#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "nastavnik/base/str.h"

/* pid, host, operator, since: one a line. */
static void holder_write(int fd, const struct store_holder *self)
{
	char text[256];
	int n = snprintf(text, sizeof(text), "%" PRId64 "\n%s\n%s\n%" PRId64 "\n", self->pid,
			 self->host, self->operator, self->since);

	/* Only a courtesy to who finds the file held: the lock counts without it. */
	if (ftruncate(fd, 0) != 0 || pwrite(fd, text, (size_t)n, 0) != n)
		return;
}

static struct store_holder holder_read(int fd)
{
	struct store_holder h = { 0 };
	char text[256];
	ssize_t n = pread(fd, text, sizeof(text) - 1, 0);

	if (n <= 0)
		return h;
	text[n] = '\0';
	if (sscanf(text, "%" SCNd64 "\n%63[^\n]\n%63[^\n]\n%" SCNd64, &h.pid, h.host,
		   h.operator, & h.since) != 4)
		return (struct store_holder){ 0 };
	return h;
}

/* Is the file behind fd still the one at path? The holder before us may have removed it between our
 * open() and our lock: then somebody else may lock a new one of the same name. */
static bool same_file(int fd, const char *path)
{
	struct stat here, there;

	return fstat(fd, &here) == 0 && stat(path, &there) == 0 && here.st_ino == there.st_ino &&
	       here.st_dev == there.st_dev;
}

/* An open-file-description lock: it belongs to fd, so a second opening in this very process is
 * refused too; file systems without them get flock(). */
static int lock_fd(int fd)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

	if (fcntl(fd, F_OFD_SETLK, &whole) == 0)
		return 0;
	return errno == EAGAIN || errno == EACCES ? -1 : flock(fd, LOCK_EX | LOCK_NB);
}

static char *lock_path(const char *path)
{
	struct str s = { 0 };

	str_printf(&s, "%s.lock", path);
	return s.text;
}

enum lock_result lock_take(struct file_lock *lock, const char *path,
			   const struct store_holder *self, struct store_holder *holder)
{
	char *name = lock_path(path);
	int fd;

	for (;;) {
		fd = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
		if (fd < 0)
			break;
		if (lock_fd(fd) != 0) {
			int why = errno;

			*holder = holder_read(fd);
			close(fd);
			free(name);
			errno = why;
			return why == EAGAIN || why == EACCES ? LOCK_HELD : LOCK_REFUSED;
		}
		if (same_file(fd, name)) {
			holder_write(fd, self);
			*lock = (struct file_lock){ .fd = fd, .path = name };
			return LOCK_TAKEN;
		}
		close(fd);
	}
	free(name);
	return LOCK_REFUSED;
}

bool lock_is_held(const char *path)
{
	struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
	char *name = lock_path(path);
	int fd = open(name, O_RDWR | O_CLOEXEC);
	bool held = fd >= 0 && fcntl(fd, F_OFD_GETLK, &whole) == 0 && whole.l_type != F_UNLCK;

	if (fd >= 0)
		close(fd);
	free(name);
	return held;
}

void lock_release(struct file_lock *lock)
{
	if (lock->fd < 0)
		return;
	/* Removed while it is still held, so that nobody can lock a file that is about to go. */
	unlink(lock->path);
	close(lock->fd);
	free(lock->path);
	*lock = (struct file_lock){ .fd = -1 };
}
