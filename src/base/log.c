#include "nastavnik/base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "nastavnik/base/date.h"

/* Opened at the first line and kept; NULL when nobody asked for a log or it cannot be written. */
static FILE *log_file(void)
{
	static FILE *file;
	static int asked;

	if (!asked) {
		const char *path = getenv("NASTAVNIK_LOG");

		asked = 1;
		file = path && *path ? fopen(path, "ae") : NULL;
		if (file)
			setvbuf(file, NULL, _IOLBF, 0);
	}
	return file;
}

void log_line(const char *format, ...)
{
	FILE *file = log_file();
	va_list args;

	if (!file)
		return;
	fprintf(file, "%lld %d ", (long long)clock_ms(), (int)getpid());
	va_start(args, format);
	vfprintf(file, format, args);
	va_end(args);
	putc('\n', file);
}
