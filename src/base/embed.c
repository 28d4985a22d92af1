#include "nastavnik/base/embed.h"

#include <string.h>

/* The first file whose name is not before `name`; embed_files[embed_count] when there is none. */
static const struct embed *lower_bound(const char *name)
{
	size_t low = 0, high = embed_count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(embed_files[middle].name, name) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return embed_files + low;
}

const struct embed *embed_find(const char *name)
{
	const struct embed *file = lower_bound(name);

	return file->name && !strcmp(file->name, name) ? file : NULL;
}

const struct embed *embed_first(const char *prefix)
{
	const struct embed *file = lower_bound(prefix);

	return file->name && !strncmp(file->name, prefix, strlen(prefix)) ? file : NULL;
}
