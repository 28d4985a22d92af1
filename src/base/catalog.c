#include "catalog.h"

#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { HEADER_SIZE = 28, ENTRY_SIZE = 8 };

static uint32_t word_at(const struct catalog *c, size_t offset)
{
	uint32_t value;

	memcpy(&value, c->data + offset, sizeof(value));
	return c->swapped ? __builtin_bswap32(value) : value;
}

/* A whole table inside the file, and each of its strings too, with a NUL behind. */
static bool table_sound(const struct catalog *c, uint32_t table)
{
	if (table > c->size || c->n > (c->size - table) / ENTRY_SIZE)
		return false;
	for (uint32_t i = 0; i < c->n; i++) {
		size_t length = word_at(c, table + (size_t)i * ENTRY_SIZE);
		size_t offset = word_at(c, table + (size_t)i * ENTRY_SIZE + 4);

		if (length >= c->size || offset >= c->size - length || c->data[offset + length])
			return false;
	}
	return true;
}

static bool catalog_sound(struct catalog *c)
{
	uint32_t magic = word_at(c, 0);

	c->swapped = magic == 0xDE120495;
	if (magic != 0x950412DE && !c->swapped)
		return false;
	c->n = word_at(c, 8);
	c->originals = word_at(c, 12);
	c->translations = word_at(c, 16);
	return table_sound(c, c->originals) && table_sound(c, c->translations);
}

bool catalog_open(const char *path, struct catalog *catalog)
{
	struct catalog c = { 0 };
	void *data = MAP_FAILED;
	struct stat st;
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return false;
	if (!fstat(fd, &st) && st.st_size >= HEADER_SIZE)
		data = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	close(fd);
	if (data == MAP_FAILED)
		return false;
	c.data = data;
	c.size = (size_t)st.st_size;
	if (!catalog_sound(&c)) {
		munmap(data, c.size);
		return false;
	}
	*catalog = c;
	return true;
}

void catalog_close(struct catalog *catalog)
{
	if (catalog->data)
		munmap((void *)(uintptr_t)catalog->data, catalog->size);
	*catalog = (struct catalog){ 0 };
}

static const char *string_at(const struct catalog *c, uint32_t table, uint32_t i)
{
	return c->data + word_at(c, table + (size_t)i * ENTRY_SIZE + 4);
}

const char *catalog_find(const struct catalog *c, const char *msgid, size_t *length)
{
	uint32_t low = 0, high = c->n;

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int order = strcmp(string_at(c, c->originals, middle), msgid);

		if (!order) {
			*length = word_at(c, c->translations + (size_t)middle * ENTRY_SIZE);
			return string_at(c, c->translations, middle);
		}
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

const char *catalog_form(const char *forms, size_t length, unsigned form)
{
	const char *at = forms, *end = forms + length;

	for (; form && at < end; form--)
		at += strlen(at) + 1;
	return at < end ? at : forms;
}
