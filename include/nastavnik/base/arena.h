/*
 * Arenas: memory that dies together. One per view and per command; rows and strings live in it and
 * are never freed one by one. Out of memory says so on stderr and aborts: what was saved is safe.
 */
#ifndef NASTAVNIK_BASE_ARENA_H
#define NASTAVNIK_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena_block;

/* All zero is a valid, empty arena. */
struct arena {
	struct arena_block *block; /* the newest block */
	size_t total;              /* bytes held from the system */
};

/* A place in an arena to go back to. */
struct arena_mark {
	struct arena_block *block;
	size_t used;
};

/* size bytes, zeroed, aligned for any type; never NULL, also for size 0. */
void *arena_alloc(struct arena *a, size_t size);
/* A copy of text; NULL is copied as "". */
char *arena_strdup(struct arena *a, const char *text);
/* A copy of the first n bytes of text, with a NUL behind. */
char *arena_strndup(struct arena *a, const char *text, size_t n);
/* A formatted text of any length. */
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *format, va_list args)
	__attribute__((format(printf, 2, 0)));
/* Grow an array kept in the arena: row holds n of *cap elements of size bytes; returns where the
 * array now is, with room for at least one more; *cap is updated. */
void *arena_grow(struct arena *a, void *row, size_t n, size_t *cap, size_t size);

/* Where the arena is now. */
struct arena_mark arena_mark(const struct arena *a);
/* Forget all that was taken since the mark. */
void arena_back(struct arena *a, struct arena_mark mark);
/* Forget everything but keep the newest block for use again. */
void arena_reset(struct arena *a);
/* Give everything back to the system; the arena is empty and usable again. */
void arena_done(struct arena *a);

/* A new array of n elements of a type. */
#define ARENA_NEW(a, type, n) ((type *)arena_alloc((a), sizeof(type) * (n)))

#endif
