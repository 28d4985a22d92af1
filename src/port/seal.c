/* Loading the module that seals packets; its faults become sentences. */
#include "seal.h"

#include <dlfcn.h>
#include <string.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/paths.h"

static enum rc seal_absent(const char *why)
{
	return err_set(RC_NOT_FOUND,
		       _("Packets cannot be sealed or opened here: %s. Install the library "
			 "libsodium23, or give the packet out unsealed."),
		       why);
}

static enum rc seal_load(const char *path, const struct seal **seal)
{
	const struct seal *(*entry)(void) = NULL;
	void *module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	void *found = module ? dlsym(module, SEAL_ENTRY) : NULL;

	if (!found)
		return seal_absent(dlerror());
	memcpy(&entry, &found, sizeof(found)); /* ISO C has no cast for this */
	if (entry()->version != SEAL_VERSION)
		return seal_absent(_("nastavnik-seal.so is of another version"));
	*seal = entry();
	return RC_OK;
}

enum rc seal_get(const struct seal **seal)
{
	struct arena a = { 0 };
	const char *path;
	enum rc rc = paths_module(&a, SEAL_MODULE, &path);

	if (!rc)
		rc = seal_load(path, seal);
	arena_done(&a);
	return rc;
}

static const char *const fault_text[] = {
	[SEAL_PASSPHRASE] = N_("“%s” is sealed with another passphrase. Look at the layout of the "
			       "keyboard and at the capital letters, and type it again."),
	[SEAL_DAMAGED] = N_("“%s” is sealed and was damaged on its way: nothing of it can be "
			    "read. Copy it again from where it was typed."),
	[SEAL_CUT] = N_("“%s” was copied in part only: its end is missing. Copy it again."),
	[SEAL_OTHER_VERSION] = N_("“%s” was sealed by a newer version of the program. Install the "
				  "same version on both computers."),
	[SEAL_MEMORY] = N_("“%s” cannot be opened or sealed: there is not enough memory. Close "
			   "other programs and try again."),
};

enum rc seal_tell(enum seal_fault fault, const char *path)
{
	return fault ? err_set(RC_INVALID, _(fault_text[fault]), path) : RC_OK;
}
