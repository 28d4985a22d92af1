/* Memory, for all benches. */
#ifndef BENCH_PEAK_H
#define BENCH_PEAK_H

#include <stdio.h>

/* Largest resident set of this program alone: getrusage() would count the one that started it too.
 */
static inline long peak_kb(void)
{
	FILE *file = fopen("/proc/self/status", "r");
	char line[256];
	long kb = 0;

	while (file && fgets(line, sizeof(line), file))
		if (sscanf(line, "VmHWM: %ld", &kb) == 1)
			break;
	if (file)
		fclose(file);
	return kb;
}

#endif
