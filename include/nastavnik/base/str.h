/* A text that grows, on the heap. For building output; what is kept lives in an arena. */
#ifndef NASTAVNIK_BASE_STR_H
#define NASTAVNIK_BASE_STR_H

#include <stddef.h>

/* All zero is a valid, empty string. text is NULL only while nothing was added. */
struct str {
	char *text; /* NUL behind the last byte */
	size_t len; /* bytes, without the NUL */
	size_t cap;
};

/* Add to the end. */
void str_add(struct str *s, const char *text);
void str_add_n(struct str *s, const char *text, size_t n);
void str_add_char(struct str *s, char c);
void str_printf(struct str *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Make it empty and keep the memory. */
void str_clear(struct str *s);
void str_done(struct str *s);
/* The text, "" when nothing was added; owned by s, valid until the next change. */
const char *str_text(const struct str *s);

/* Heap memory that never fails: when there is none, mem_out() says so on stderr and aborts. */
void *mem_alloc(size_t size); /* zeroed */
void *mem_realloc(void *p, size_t size);
char *mem_strdup(const char *text);
/* Grow a heap array, as arena_grow() does for arenas. */
void *mem_grow(void *row, size_t n, size_t *cap, size_t size);
_Noreturn void mem_out(void);

#endif
