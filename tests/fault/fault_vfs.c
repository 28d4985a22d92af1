#include "fault_vfs.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* A write that no sync has followed yet: what was there before. */
struct unsynced {
	struct unsynced *older;
	char path[128];
	sqlite3_int64 offset, size; /* size of the whole file before */
	int n;                      /* bytes at offset that existed; -1: it was a truncation */
	char *bytes;
};

static struct {
	enum fault fault;
	int call, at;
	bool struck, dead;
	struct unsynced *unsynced;
} disk;

struct fault_file {
	sqlite3_file base;
	char path[128];
	sqlite3_file *real; /* behind this struct */
};

static struct fault_file *fault_of(sqlite3_file *file)
{
	return (struct fault_file *)file;
}

/* Count a call; SQLITE_OK when it may go on. */
static int strike(bool writes, int error)
{
	if (disk.dead)
		return error;
	if (disk.fault == FAULT_NONE || ++disk.at < disk.call)
		return SQLITE_OK;
	if (disk.at > disk.call && disk.fault == FAULT_ONCE)
		return SQLITE_OK;
	if (disk.fault == FAULT_FULL && !writes)
		return SQLITE_OK;
	disk.struck = true;
	disk.dead = disk.fault == FAULT_POWER;
	return disk.fault == FAULT_FULL ? SQLITE_FULL : error;
}

static void remember(struct fault_file *f, sqlite3_int64 offset, int n, bool truncation)
{
	struct unsynced *u = calloc(1, sizeof(*u));

	if (!u)
		abort();
	memcpy(u->path, f->path, sizeof(u->path));
	f->real->pMethods->xFileSize(f->real, &u->size);
	u->offset = offset;
	if (truncation && u->size > offset)
		n = (int)(u->size - offset);
	if (offset + n > u->size)
		n = u->size > offset ? (int)(u->size - offset) : 0;
	u->n = n;
	u->bytes = malloc((size_t)n + 1);
	if (n)
		f->real->pMethods->xRead(f->real, u->bytes, n, offset);
	u->older = disk.unsynced;
	disk.unsynced = u;
}

/* path NULL: forget all. */
static void forget(const char *path)
{
	for (struct unsynced **at = &disk.unsynced; *at;) {
		struct unsynced *u = *at;

		if (path && strcmp(u->path, path) != 0) {
			at = &u->older;
			continue;
		}
		*at = u->older;
		free(u->bytes);
		free(u);
	}
}

static int f_close(sqlite3_file *file)
{
	struct fault_file *f = fault_of(file);

	return f->real->pMethods ? f->real->pMethods->xClose(f->real) : SQLITE_OK;
}

static int f_read(sqlite3_file *file, void *data, int n, sqlite3_int64 offset)
{
	int rc = strike(false, SQLITE_IOERR_READ);

	return rc ? rc
		  : fault_of(file)->real->pMethods->xRead(fault_of(file)->real, data, n, offset);
}

static int f_write(sqlite3_file *file, const void *data, int n, sqlite3_int64 offset)
{
	struct fault_file *f = fault_of(file);
	int rc = strike(true, SQLITE_IOERR_WRITE);

	if (rc && disk.fault != FAULT_FULL && disk.at == disk.call && n > 1) {
		/* Torn: the first half is written. */
		remember(f, offset, n / 2, false);
		f->real->pMethods->xWrite(f->real, data, n / 2, offset);
	}
	if (rc)
		return rc;
	remember(f, offset, n, false);
	return f->real->pMethods->xWrite(f->real, data, n, offset);
}

static int f_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	struct fault_file *f = fault_of(file);
	int rc = strike(true, SQLITE_IOERR_TRUNCATE);

	if (rc)
		return rc;
	remember(f, size, 0, true);
	return f->real->pMethods->xTruncate(f->real, size);
}

static int f_sync(sqlite3_file *file, int flags)
{
	int rc = strike(true, SQLITE_IOERR_FSYNC);

	(void)flags;
	if (rc == SQLITE_OK)
		forget(fault_of(file)->path);
	return rc;
}

static int f_size(sqlite3_file *file, sqlite3_int64 *size)
{
	int rc = strike(false, SQLITE_IOERR_FSTAT);

	return rc ? rc : fault_of(file)->real->pMethods->xFileSize(fault_of(file)->real, size);
}

/* The rest goes through as it is. */
static sqlite3_file *real_of(sqlite3_file *file)
{
	return fault_of(file)->real;
}

static int f_lock(sqlite3_file *file, int kind)
{
	return real_of(file)->pMethods->xLock(real_of(file), kind);
}

static int f_unlock(sqlite3_file *file, int kind)
{
	return real_of(file)->pMethods->xUnlock(real_of(file), kind);
}

static int f_reserved(sqlite3_file *file, int *out)
{
	return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out);
}

static int f_control(sqlite3_file *file, int op, void *arg)
{
	return real_of(file)->pMethods->xFileControl(real_of(file), op, arg);
}

static int f_sector(sqlite3_file *file)
{
	return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int f_device(sqlite3_file *file)
{
	return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file)) &
	       ~SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

static int f_shm_map(sqlite3_file *file, int region, int size, int extend, void volatile **out)
{
	int rc = strike(true, SQLITE_IOERR_SHMMAP);

	return rc ? rc : real_of(file)->pMethods->xShmMap(real_of(file), region, size, extend, out);
}

static int f_shm_lock(sqlite3_file *file, int offset, int n, int flags)
{
	return real_of(file)->pMethods->xShmLock(real_of(file), offset, n, flags);
}

static void f_shm_barrier(sqlite3_file *file)
{
	real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int f_shm_unmap(sqlite3_file *file, int delete)
{
	return real_of(file)->pMethods->xShmUnmap(real_of(file), delete);
}

static const sqlite3_io_methods plain_methods = {
	.iVersion = 1,
	.xClose = f_close,
	.xRead = f_read,
	.xWrite = f_write,
	.xTruncate = f_truncate,
	.xSync = f_sync,
	.xFileSize = f_size,
	.xLock = f_lock,
	.xUnlock = f_unlock,
	.xCheckReservedLock = f_reserved,
	.xFileControl = f_control,
	.xSectorSize = f_sector,
	.xDeviceCharacteristics = f_device,
};

static const sqlite3_io_methods shared_methods = {
	.iVersion = 2,
	.xClose = f_close,
	.xRead = f_read,
	.xWrite = f_write,
	.xTruncate = f_truncate,
	.xSync = f_sync,
	.xFileSize = f_size,
	.xLock = f_lock,
	.xUnlock = f_unlock,
	.xCheckReservedLock = f_reserved,
	.xFileControl = f_control,
	.xSectorSize = f_sector,
	.xDeviceCharacteristics = f_device,
	.xShmMap = f_shm_map,
	.xShmLock = f_shm_lock,
	.xShmBarrier = f_shm_barrier,
	.xShmUnmap = f_shm_unmap,
};

static sqlite3_vfs *real_vfs;
static const sqlite3_io_methods *methods;

static int v_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *out)
{
	struct fault_file *f = fault_of(file);
	int rc = strike(flags & SQLITE_OPEN_CREATE, SQLITE_CANTOPEN);

	(void)vfs;
	*f = (struct fault_file){ .real = (sqlite3_file *)(f + 1) };
	if (rc != SQLITE_OK)
		return rc == SQLITE_FULL ? SQLITE_CANTOPEN : rc;
	snprintf(f->path, sizeof(f->path), "%s", path ? path : "");
	rc = real_vfs->xOpen(real_vfs, path, f->real, flags, out);
	if (rc == SQLITE_OK)
		f->base.pMethods = methods;
	return rc;
}

static int v_delete(sqlite3_vfs *vfs, const char *path, int sync)
{
	int rc = strike(true, SQLITE_IOERR_DELETE);

	(void)vfs;
	(void)sync;
	if (rc != SQLITE_OK)
		return rc == SQLITE_FULL ? SQLITE_IOERR_DELETE : rc;
	forget(path);
	return real_vfs->xDelete(real_vfs, path, 0);
}

void fault_vfs_use(bool shared)
{
	static sqlite3_vfs vfs[2];
	sqlite3_vfs *mine = &vfs[shared];

	if (!real_vfs)
		real_vfs = sqlite3_vfs_find(NULL);
	*mine = *real_vfs;
	mine->pNext = NULL;
	mine->zName = shared ? "fault-shared" : "fault-plain";
	mine->szOsFile = (int)sizeof(struct fault_file) + real_vfs->szOsFile;
	mine->xOpen = v_open;
	mine->xDelete = v_delete;
	methods = shared ? &shared_methods : &plain_methods;
	if (sqlite3_vfs_register(mine, 1) != SQLITE_OK)
		abort();
}

void fault_arm(enum fault fault, int call)
{
	forget(NULL);
	disk.fault = fault;
	disk.call = call;
	disk.at = 0;
	disk.struck = disk.dead = false;
}

bool fault_disarm(void)
{
	disk.fault = FAULT_NONE;
	disk.dead = false;
	return disk.struck;
}

void fault_power_cut(unsigned seed)
{
	for (struct unsynced *u = disk.unsynced; u; u = u->older) {
		int fd;

		seed = seed * 1103515245u + 12345u;
		if (seed >> 16 & 1)
			continue;
		fd = open(u->path, O_RDWR);
		if (fd < 0)
			continue;
		if ((u->n && pwrite(fd, u->bytes, (size_t)u->n, u->offset) != u->n) ||
		    (u->size < lseek(fd, 0, SEEK_END) && ftruncate(fd, u->size) != 0))
			abort();
		close(fd);
	}
	forget(NULL);
}
