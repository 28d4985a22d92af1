#include <errno.h>
#include <string.h>

#include "nastavnik/base/err.h"
#include "nastavnik/base/i18n.h"

static const struct {
	int code;
	const char *text;
} words[] = {
	{ ENOENT, N_("there is no such file or folder") },
	{ EACCES, N_("you have no permission") },
	{ EPERM, N_("the system does not allow it") },
	{ EISDIR, N_("it is a folder") },
	{ ENOTDIR, N_("a part of the path is no folder") },
	{ EEXIST, N_("it already exists") },
	{ ENOSPC, N_("there is no space left on the disk") },
	{ EDQUOT, N_("your share of the disk is used up") },
	{ EROFS, N_("the disk can only be read") },
	{ EFBIG, N_("the file is too large") },
	{ EIO, N_("the disk cannot be read or written") },
	{ EBUSY, N_("it is in use") },
	{ ENOMEM, N_("there is not enough memory") },
	{ EMFILE, N_("too many files are open") },
	{ ENFILE, N_("too many files are open") },
	{ ENAMETOOLONG, N_("the name is too long") },
	{ ELOOP, N_("the links go round in a circle") },
	{ ENODEV, N_("there is no such device") },
	{ ENXIO, N_("there is no such device") },
	{ ESTALE, N_("the network folder has gone") },
	{ ETIMEDOUT, N_("there was no answer in time") },
	{ EBADF, N_("it is closed") },
	{ EPIPE, N_("nobody reads the output any more") },
};

const char *errno_text(int code)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (words[i].code == code)
			return text_get(words[i].text);
	return strerror(code);
}
