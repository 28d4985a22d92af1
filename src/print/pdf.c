/* PDF files: the module is loaded, the file is written beside its place and renamed. */
#include "nastavnik/print/pdf.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/paths.h"
#include "pdf_module.h"

typedef enum pdf_fault pdf_entry(struct pdf_job *job);

/* The module stays loaded: GLib types cannot be taken back. */
static enum rc module_load(pdf_entry **entry)
{
	struct arena a = { 0 };
	const char *path;
	enum rc rc = paths_module(&a, "nastavnik-pdf.so", &path);

	if (rc == RC_OK) {
		void *module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
		void *found = module ? dlsym(module, PDF_MODULE_ENTRY) : NULL;
		if (found)
			memcpy(entry, &found, sizeof(found)); /* ISO C has no cast for this */
		else
			rc = err_set(RC_NOT_FOUND,
				     _("PDF files cannot be made here: %s. Install the package "
				       "libpangocairo-1.0-0, or save the paper as text."),
				     dlerror());
	}
	arena_done(&a);
	return rc;
}

/* Builds with the leak finder: what cairo's cache holds of fontconfig is reached by offsets, not by
 * pointers, and so looks lost. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define LEAKS_ARE_SOUGHT
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define LEAKS_ARE_SOUGHT
#endif
#ifdef LEAKS_ARE_SOUGHT
const char *__lsan_default_options(void);
__attribute__((visibility("default"))) const char *__lsan_default_options(void)
{
	return "print_suppressions=0";
}

const char *__lsan_default_suppressions(void);
__attribute__((visibility("default"))) const char *__lsan_default_suppressions(void)
{
	return "leak:libfontconfig.so\n";
}
#endif

/* The new paper on its way: a file beside the place it will take. */
struct target {
	const char *path;
	char *real; /* where path leads, when it is there already */
	char *beside;
	int fd;
	int error; /* errno of the first write that failed */
};

static enum rc target_refuse(const char *path, int error)
{
	return err_set(RC_IO, _("The paper cannot be written to %s: %s."), path, errno_text(error));
}

/* A name that is taken was left by a program that was stopped; the next number is free. */
static bool target_create(struct target *t, const char *place)
{
	for (int i = 0; i < 100; i++) {
		free(t->beside);
		if (asprintf(&t->beside, "%s.%ld-%d.new", place, (long)getpid(), i) < 0)
			abort();
		t->fd = open(t->beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
		if (t->fd >= 0 || errno != EEXIST)
			break;
	}
	return t->fd >= 0;
}

static enum rc target_open(struct target *t, const char *path)
{
	struct stat st;

	*t = (struct target){ .path = path, .fd = -1 };
	if (stat(path, &st) == 0) {
		if (S_ISDIR(st.st_mode))
			return target_refuse(path, EISDIR);
		if (!S_ISREG(st.st_mode))
			return err_set(RC_IO, _("%s is no ordinary file: choose another name."),
				       path);
		t->real = realpath(path, NULL);
	}
	return target_create(t, t->real ? t->real : path) ? RC_OK : target_refuse(path, errno);
}

static bool target_write(void *data, const void *bytes, size_t n)
{
	struct target *t = data;
	const char *at = bytes;

	while (n > 0 && !t->error) {
		ssize_t done = write(t->fd, at, n);
		if (done < 0 && errno != EINTR)
			t->error = errno;
		if (done > 0) {
			at += done;
			n -= (size_t)done;
		}
	}
	return !t->error;
}

/* Nothing takes the old paper's place before the new one is safely on the disk. */
static enum rc target_close(struct target *t, bool good)
{
	int error = 0;

	if (t->fd >= 0) {
		if (good && fsync(t->fd) != 0 && errno != EINVAL)
			error = errno;
		if (close(t->fd) != 0 && !error)
			error = errno;
		if (good && !error && rename(t->beside, t->real ? t->real : t->path) != 0)
			error = errno;
		if (!good || error)
			unlink(t->beside);
	}
	free(t->real);
	free(t->beside);
	return error ? target_refuse(t->path, error) : RC_OK;
}

static enum rc fault_tell(enum pdf_fault fault, const struct pdf_job *job, const struct target *t)
{
	switch (fault) {
	case PDF_FINE:
		return RC_OK;
	case PDF_OTHER_VERSION:
		return err_set(RC_NOT_FOUND,
			       _("PDF files cannot be made: nastavnik-pdf.so is of another "
				 "version. Install the program anew."));
	case PDF_NO_FONT:
		return err_set(RC_NOT_FOUND,
			       _("No font with Russian letters is installed. Install the "
				 "package fonts-paratype, or save the paper as text."));
	case PDF_WRITE:
		return target_refuse(t->path, t->error ? t->error : EIO);
	case PDF_CAIRO:
		break;
	}
	return err_set(RC_IO, _("The PDF file was not made: %s."), job->detail);
}

/* SOURCE_DATE_EPOCH is the clock of reproducible builds, NASTAVNIK_NOW (in clock_now) that of
 * tests. */
static void created_format(char *buf, size_t size)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	time_t now = epoch && *epoch ? (time_t)strtoll(epoch, NULL, 10) : (time_t)clock_now();
	struct tm tm;

	gmtime_r(&now, &tm);
	strftime(buf, size, "%Y-%m-%dT%H:%M:%SZ", &tm);
}

static enum rc paper_make(pdf_entry *entry, struct pdf_job *job, struct target *t)
{
	char created[64];

	created_format(created, sizeof(created));
	job->created = created;
	job->write = target_write;
	job->data = t;
	return fault_tell(entry(job), job, t);
}

enum rc pdf_write(const struct doc *doc, const char *path, size_t *pages)
{
	struct pdf_job job = { .version = PDF_MODULE_VERSION, .doc = doc };
	struct target target;
	pdf_entry *entry = NULL;
	enum rc rc = module_load(&entry);

	if (rc != RC_OK)
		return rc;
	rc = target_open(&target, path);
	if (rc == RC_OK)
		rc = paper_make(entry, &job, &target);
	enum rc closed = target_close(&target, rc == RC_OK);
	if (rc == RC_OK)
		rc = closed;
	if (rc == RC_OK && pages)
		*pages = job.pages;
	return rc;
}
