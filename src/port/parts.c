/* Archives of XML parts: the module is loaded, faults become sentences. */
#include "parts.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/paths.h"
#include "nastavnik/base/str.h"

typedef const struct parts_library *parts_entry(void);

/* The module stays loaded: the next table needs it too. */
static enum rc library_load(const struct parts_library **library)
{
	struct arena a = { 0 };
	parts_entry *entry = NULL;
	const char *path;
	enum rc rc = paths_module(&a, "nastavnik-sheets.so", &path);

	if (!rc) {
		void *module = dlopen(path, RTLD_NOW | RTLD_LOCAL);
		void *found = module ? dlsym(module, PARTS_MODULE_ENTRY) : NULL;

		if (found)
			memcpy(&entry, &found, sizeof(found)); /* ISO C has no cast for this */
		else
			rc = err_set(RC_NOT_FOUND,
				     _("Spreadsheets cannot be read here: %s. Install the packages "
				       "libzip4 and libexpat1, or save the table as CSV."),
				     dlerror());
	}
	arena_done(&a);
	if (rc)
		return rc;
	*library = entry();
	if ((*library)->version != PARTS_MODULE_VERSION)
		return err_set(RC_NOT_FOUND,
			       _("Spreadsheets cannot be read: nastavnik-sheets.so is of another "
				 "version. Install the program anew."));
	return RC_OK;
}

enum rc parts_open(struct parts *parts, const char *path)
{
	enum parts_fault fault;
	enum rc rc = library_load(&parts->library);

	if (rc)
		return rc;
	parts->path = mem_strdup(path);
	fault = parts->library->archive_open(path, &parts->archive);
	return parts_fault_tell(parts, fault, NULL);
}

void parts_close(struct parts *parts)
{
	if (parts->archive)
		parts->library->archive_close(parts->archive);
	free(parts->path);
	*parts = (struct parts){ 0 };
}

enum rc parts_read(const struct parts *parts, int64_t index, const struct part_reader *reader,
		   void *data)
{
	struct part *part;
	bool end = false;
	enum parts_fault fault =
		parts->library->part_open(parts->archive, index, reader, data, &part);

	if (!fault) {
		fault = parts->library->part_run(part, &end);
		parts->library->part_close(part);
	}
	return parts_fault_tell(parts, fault, NULL);
}

/* ---- sentences ---- */

static const char *const fault_text[] = {
	[PARTS_NO_ARCHIVE] =
		N_("“%s” is cut off or damaged: its end is missing. Copy or download it "
		   "again, or open it in your spreadsheet program and save it anew."),
	[PARTS_DAMAGED] =
		N_("“%s” is damaged: a part of it cannot be unpacked. Copy or download it "
		   "again, or open it in your spreadsheet program and save it anew."),
	[PARTS_LOCKED] = N_("“%s” is protected by a password. Take the password off in Excel or "
			    "LibreOffice, save, and choose the file again."),
	[PARTS_TOO_LARGE] = N_("“%s” is too large for a table of a school: more than 1 GB when "
			       "unpacked. Copy the rows that are needed to a new table."),
	[PARTS_BOMB] =
		N_("“%s” unpacks to hundreds of times its size, as no table does: it was not "
		   "read. Copy the rows that are needed to a new table."),
	[PARTS_XML] =
		N_("“%s” is damaged: a part of it cannot be read. Open it in your spreadsheet "
		   "program and save it anew."),
	[PARTS_DTD] =
		N_("“%s” holds what no table has (a document type), and was not read. Open it "
		   "in your spreadsheet program and save it anew."),
	[PARTS_DEEP] = N_("“%s” is nested deeper than any table, and was not read. Open it in your "
			  "spreadsheet program and save it anew."),
};

static const char damaged_sheet[] =
	N_("“%s”, sheet “%s”: damaged behind row %lld. Nothing was read. Open the file in your "
	   "spreadsheet program, look at that place and save it anew.");

enum rc parts_fault_tell(const struct parts *parts, enum parts_fault fault,
			 const struct parts_place *place)
{
	if (fault == PARTS_FINE)
		return RC_OK;
	if (fault == PARTS_SYSTEM)
		return err_set(RC_IO, _("“%s” cannot be read: %s."), parts->path,
			       errno_text(errno));
	if (place && place->sheet && (fault == PARTS_XML || fault == PARTS_DAMAGED))
		return err_set(RC_INVALID, _(damaged_sheet), parts->path, place->sheet,
			       (long long)place->row);
	return err_set(RC_INVALID, _(fault_text[fault]), parts->path);
}

/* ---- XML ---- */

const char *xml_attribute(const char **attribute, const char *name)
{
	for (; *attribute; attribute += 2) {
		if (!strcmp(attribute[0], name))
			return attribute[1];
	}
	return NULL;
}

const char *xml_local(const char *name)
{
	const char *colon = strchr(name, ':');

	return colon ? colon + 1 : name;
}
