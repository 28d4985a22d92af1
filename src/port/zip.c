/* Zips written whole or not at all. */
#include "nastavnik/port/zip.h"

#include "nastavnik/base/date.h"
#include "nastavnik/port/save.h"
#include "office.h"

static bool bytes_save(void *data, const void *bytes, size_t n)
{
	save_write(data, bytes, n);
	return true;
}

enum rc zip_save(const char *path, const struct zip_part *part, size_t n)
{
	const struct office *office;
	struct save *save;
	enum rc rc = office_get(&office);

	if (!rc)
		rc = save_open(path, &save);
	if (rc)
		return rc;
	save_fail(save, office->pack(part, n, clock_now(), bytes_save, save));
	return save_commit(save);
}
