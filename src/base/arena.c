#include "nastavnik/base/arena.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/str.h"

/* Under AddressSanitizer what was given back is poisoned, so that a text kept too long is found. */
#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif
#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
#else
#define ASAN_POISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#define ASAN_UNPOISON_MEMORY_REGION(at, size) ((void)(at), (void)(size))
#endif

enum {
	ALIGN = _Alignof(max_align_t),
	BLOCK_MIN = 4096,    /* the first block; each next one is twice as large */
	BLOCK_MAX = 1 << 20, /* up to here; more would waste half of it at the end */
};

struct arena_block {
	struct arena_block *older;
	size_t size, used; /* of data */
	_Alignas(max_align_t) char data[];
};

static size_t round_up(size_t size)
{
	return (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

static struct arena_block *block_new(struct arena *a, size_t need)
{
	size_t size = a->block ? a->block->size * 2 : BLOCK_MIN - sizeof(struct arena_block);
	struct arena_block *block;

	if (size > BLOCK_MAX)
		size = BLOCK_MAX;
	if (size < need)
		size = need;
	block = malloc(sizeof(*block) + size);
	if (!block)
		mem_out();
	block->older = a->block;
	block->size = size;
	block->used = 0;
	ASAN_POISON_MEMORY_REGION(block->data, size);
	a->block = block;
	a->total += sizeof(*block) + size;
	return block;
}

/* Room for size bytes with whatever was in it before. */
static char *take(struct arena *a, size_t size)
{
	struct arena_block *block = a->block;
	char *room;

	if (size > PTRDIFF_MAX - ALIGN)
		mem_out();
	if (!block || block->size - block->used < round_up(size))
		block = block_new(a, round_up(size));
	room = block->data + block->used;
	block->used += round_up(size);
	ASAN_UNPOISON_MEMORY_REGION(room, size);
	return room;
}

void *arena_alloc(struct arena *a, size_t size)
{
	return memset(take(a, size ? size : 1), 0, size);
}

char *arena_strndup(struct arena *a, const char *text, size_t n)
{
	char *copy = take(a, n + 1);

	if (n)
		memcpy(copy, text, n);
	copy[n] = '\0';
	return copy;
}

char *arena_strdup(struct arena *a, const char *text)
{
	return text ? arena_strndup(a, text, strlen(text)) : arena_strndup(a, "", 0);
}

char *arena_vprintf(struct arena *a, const char *format, va_list args)
{
	char shortish[256], *text;
	va_list again;
	int n;

	va_copy(again, args);
	n = vsnprintf(shortish, sizeof(shortish), format, args);
	if (n < (int)sizeof(shortish)) {
		text = arena_strndup(a, shortish, n < 0 ? 0 : (size_t)n);
	} else {
		text = take(a, (size_t)n + 1);
		vsnprintf(text, (size_t)n + 1, format, again);
	}
	va_end(again);
	return text;
}

char *arena_printf(struct arena *a, const char *format, ...)
{
	va_list args;
	char *text;

	va_start(args, format);
	text = arena_vprintf(a, format, args);
	va_end(args);
	return text;
}

/* Makes the newest piece of the arena longer where it lies; false when it is not the newest or
 * there is no room. */
static bool extend(struct arena *a, const void *piece, size_t old, size_t size)
{
	struct arena_block *block = a->block;
	size_t start;

	if (!piece || (const char *)piece + round_up(old) != block->data + block->used)
		return false;
	start = block->used - round_up(old);
	if (block->size - start < round_up(size))
		return false;
	block->used = start + round_up(size);
	ASAN_UNPOISON_MEMORY_REGION(block->data + start, size);
	memset(block->data + start + old, 0, size - old);
	return true;
}

void *arena_grow(struct arena *a, void *row, size_t n, size_t *cap, size_t size)
{
	size_t more = *cap ? *cap * 2 : 8;
	void *grown = row;

	if (n < *cap)
		return row;
	if (!extend(a, row, *cap * size, more * size)) {
		grown = arena_alloc(a, more * size);
		if (n)
			memcpy(grown, row, n * size);
	}
	*cap = more;
	return grown;
}

static void block_pop(struct arena *a)
{
	struct arena_block *block = a->block;

	a->block = block->older;
	a->total -= sizeof(*block) + block->size;
	ASAN_UNPOISON_MEMORY_REGION(block->data, block->size);
	free(block);
}

static void block_cut(struct arena_block *block, size_t used)
{
	block->used = used;
	ASAN_POISON_MEMORY_REGION(block->data + used, block->size - used);
}

struct arena_mark arena_mark(const struct arena *a)
{
	return (struct arena_mark){ a->block, a->block ? a->block->used : 0 };
}

void arena_back(struct arena *a, struct arena_mark mark)
{
	if (!mark.block) {
		arena_reset(a);
		return;
	}
	while (a->block != mark.block)
		block_pop(a);
	block_cut(a->block, mark.used);
}

void arena_reset(struct arena *a)
{
	struct arena_block *newest = a->block;

	if (!newest)
		return;
	for (a->block = newest->older; a->block;)
		block_pop(a);
	newest->older = NULL;
	block_cut(newest, 0);
	a->block = newest;
}

void arena_done(struct arena *a)
{
	while (a->block)
		block_pop(a);
}
