/*
 * Paper through the system's printers: CUPS' lpstat and lp, run beside the program, without a shell
 * and with a time limit. Every fault is a sentence that ends with what else can be done: a PDF.
 */
#ifndef NASTAVNIK_APP_PRINTER_H
#define NASTAVNIK_APP_PRINTER_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/app/app.h"
#include "nastavnik/base/arena.h"
#include "nastavnik/base/job.h"

struct printer {
	const char *name;
	bool usual; /* what the system prints on when nothing is said */
};

/* The system's own one first, the others as the system has them. */
struct printers {
	const struct printer *row;
	size_t n;
};

/*
 * Ask the system for its printers: a job that fills in out by JOB_DONE, then at least one.
 * JOB_FAILED: there is no CUPS, it does not answer, it knows no printer. Arena and out must outlive
 * the job.
 */
void printers_start(struct arena *a, struct printers *out, struct job *job);

/* More than a class needs. */
enum { PRINT_COPIES_MAX = 99 };

struct print_order {
	const char *printer; /* its name */
	int64_t copies;      /* 1…PRINT_COPIES_MAX */
	const char *title;   /* as the printer's queue will show it */
	int papers;          /* that belong together: an order and its annex; 0 is 1 */
	/* Write paper 0, 1 … to a file that only its owner may read and that is gone again after
	 * the job: .pdf, and when that fails .txt. */
	enum rc (*write)(void *data, int paper, const char *path);
	void *data;
};

/*
 * Write the papers and make the job that hands them over; texts are copied into the arena, which
 * must outlive the job. What write() refuses is returned. JOB_FAILED: the printer did not take it,
 * err_last() has its own words.
 */
enum rc print_start(struct arena *a, const struct print_order *order, struct job *job);

/* The printer taken last on this file; "" when there was none. Remembering is no step of the
 * journal; a file open for reading only remembers nothing. */
const char *printer_last(const struct app *app, struct arena *a);
void printer_remember(struct app *app, const char *printer);

#endif
