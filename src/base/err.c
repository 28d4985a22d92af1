#include "nastavnik/base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "nastavnik/base/log.h"

static _Thread_local struct err last;

/* A text cut by its size must not end in half a character. */
static void cut_half_character(char *text)
{
	size_t n = strlen(text), start = n;

	while (start > 0 && ((unsigned char)text[start - 1] & 0xC0) == 0x80)
		start--;
	if (start > 0 && (unsigned char)text[start - 1] >= 0xC0)
		text[start - 1] = '\0';
}

void err_write(enum rc code, const char *format, ...)
{
	struct err fresh = { .code = code }; /* the arguments may point into the old text */
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(fresh.text, sizeof(fresh.text), format, args);
	va_end(args);
	if (n >= (int)sizeof(fresh.text))
		cut_half_character(fresh.text);
	last = fresh;
	log_line("error %d: %s", (int)code, last.text);
}

const struct err *err_last(void)
{
	return &last;
}
