/* Loading the module that packs workbooks and zips. */
#include "office.h"

#include <dlfcn.h>
#include <string.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/paths.h"

static enum rc office_absent(const char *why)
{
	return err_set(RC_NOT_FOUND,
		       _("Files of office programs cannot be made here: %s. Install the libraries "
			 "libxlsxwriter and libzip, or save as CSV, PDF or text."),
		       why);
}

static enum rc office_load(const char *path, const struct office **office)
{
	const struct office *(*entry)(void) = NULL;
	void *module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	void *found = module ? dlsym(module, OFFICE_ENTRY) : NULL;

	if (!found)
		return office_absent(dlerror());
	memcpy(&entry, &found, sizeof(found)); /* ISO C has no cast for this */
	if (entry()->version != OFFICE_VERSION)
		return office_absent(_("nastavnik-office.so is of another version"));
	*office = entry();
	return RC_OK;
}

enum rc office_get(const struct office **office)
{
	struct arena a = { 0 };
	const char *path;
	enum rc rc = paths_module(&a, OFFICE_MODULE, &path);

	if (!rc)
		rc = office_load(path, office);
	arena_done(&a);
	return rc;
}
