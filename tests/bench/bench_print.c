/* How long the PDF of a long pair list takes, and what the whole process holds at its peak. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/print/pdf.h"
#include "papers_made.h"
#include "peak.h"

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* bench_print [ROWS [OUT.pdf]]: without a name the paper is thrown away. */
int main(int argc, char **argv)
{
	size_t rows = argc > 1 ? strtoul(argv[1], NULL, 10) : 5000;
	const char *path = argc > 2 ? argv[2] : "bench_print.pdf";
	struct arena a = { 0 };
	struct doc *doc;
	struct stat st;
	size_t pages;

	text_init(argv[0]);
	struct paper_order order = order_made(&a, rows);
	double begin = seconds();
	if (paper_pair_list(&a, &order, &doc) != RC_OK || pdf_write(doc, path, &pages) != RC_OK ||
	    stat(path, &st) != 0) {
		fprintf(stderr, "%s\n", err_last()->text);
		return EXIT_FAILURE;
	}
	double end = seconds();
	printf("rows=%zu pages=%zu bytes=%lld seconds=%.3f peak_kb=%ld\n", rows, pages,
	       (long long)st.st_size, end - begin, peak_kb());
	if (argc <= 2)
		unlink(path);
	arena_done(&a);
	return EXIT_SUCCESS;
}
