#include "nastavnik/model/run.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS_MAX = 15 };

char *run_number(struct arena *a, const char *first, size_t steps)
{
	size_t length = strlen(first), from = length;

	while (from > 0 && isdigit((unsigned char)first[from - 1]) && length - from < DIGITS_MAX)
		from--;
	if (from == length)
		return NULL;
	return arena_printf(a, "%.*s%0*llu", (int)from, first, (int)(length - from),
			    strtoull(first + from, NULL, 10) + (unsigned long long)steps);
}
