#include "nastavnik/app/printer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "child.h"
#include "inner.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/store/read/school.h"
#include "nastavnik/store/write/school.h"

/* A server at the other end of the house may be slow; one that is not there must not hold her up.
 */
enum { LIST_LIMIT_MS = 10000, PRINT_LIMIT_MS = 60000, SLICE_MS = 20 };

#define SETTING_PRINTER "printer"

static enum rc no_cups(enum rc rc)
{
	if (rc == RC_NOT_FOUND)
		return err_set(RC_IO,
			       _("There is no printing system on this computer (CUPS, package "
				 "cups-client). Save as PDF and print the file elsewhere."));
	return err_set(rc,
		       _("The printing system could not be started: %s. Save as PDF and print "
			 "the file elsewhere."),
		       errno_text(errno));
}

/* What a program had to complain of, as one line: it goes into a sentence of ours. */
static const char *complaint(struct arena *a, const struct child *child)
{
	const char *said = utf8_squeeze(a, utf8_nfc(a, str_text(&child->said[CHILD_ERR])));

	return *said ? said : arena_printf(a, _("code %d"), child->code);
}

/* The list */

struct listing {
	struct child child;
	struct arena *arena;
	struct printers *out;
};

/* «system default destination: HP», in the words of the system's language: no name of a printer
 * has a space, and what the colon is followed by is one. */
static void usual_find(struct printer *row, size_t n, const char *line)
{
	const char *name = strrchr(line, ' ');

	for (size_t i = 0; name && i < n; i++) {
		struct printer found = { row[i].name, true };

		if (strcmp(row[i].name, name + 1) != 0)
			continue;
		memmove(row + 1, row, i * sizeof(*row));
		row[0] = found;
		return;
	}
}

static size_t list_read(struct listing *listing)
{
	char *text = arena_strdup(listing->arena, str_text(&listing->child.said[CHILD_OUT]));
	struct printer *row = NULL;
	const char *usual = "";
	size_t n = 0, cap = 0;
	char *at;

	for (char *line = strtok_r(text, "\n", &at); line; line = strtok_r(NULL, "\n", &at)) {
		if (strchr(line, ' ')) {
			usual = line;
			continue;
		}
		row = arena_grow(listing->arena, row, n, &cap, sizeof(*row));
		row[n++] = (struct printer){ .name = line };
	}
	usual_find(row, n, usual);
	*listing->out = (struct printers){ row, n };
	return n;
}

static enum job_state list_end(struct listing *listing)
{
	const struct child *child = &listing->child;

	if (child->late)
		err_set(RC_IO, _("The printing system does not answer. Save as PDF and print the "
				 "file elsewhere."));
	else if (list_read(listing))
		return JOB_DONE;
	else if (child->said[CHILD_ERR].len)
		err_set(RC_IO,
			_("The printing system refuses: %s. Save as PDF and print the file "
			  "elsewhere."),
			complaint(listing->arena, child));
	else
		err_set(RC_NOT_FOUND,
			_("The system knows no printer. Have one set up, or save as PDF and print "
			  "the file elsewhere."));
	return JOB_FAILED;
}

static enum job_state list_step(struct job *job)
{
	static char program[] = "lpstat", every[] = "-e", usual[] = "-d";
	char *argv[] = { program, every, usual, NULL };
	struct listing *listing = job->data;
	enum job_state state;

	if (!listing->child.pid) {
		enum rc rc = child_start(&listing->child, argv, LIST_LIMIT_MS);

		if (rc == RC_OK)
			return JOB_MORE;
		no_cups(rc);
		return JOB_FAILED;
	}
	if (!child_wait(&listing->child, SLICE_MS))
		return JOB_MORE;
	state = list_end(listing);
	child_done(&listing->child);
	return state;
}

static void list_cancel(struct job *job)
{
	struct listing *listing = job->data;

	child_done(&listing->child);
}

void printers_start(struct arena *a, struct printers *out, struct job *job)
{
	struct listing *listing = arena_alloc(a, sizeof(*listing));

	*listing = (struct listing){ .arena = a, .out = out };
	*job = (struct job){ .title = _("Looking for printers"),
			     .step = list_step,
			     .cancel = list_cancel,
			     .data = listing };
}

/* The paper */

struct printing {
	struct child child;
	struct arena *arena;
	const char *printer;
	const char *folder; /* of its own, so that nobody else can read what is in it */
	const char **path;
	int papers;
	char **argv;
};

static void folder_remove(const struct printing *p)
{
	for (int i = 0; i < p->papers; i++)
		unlink(p->path[i]);
	rmdir(p->folder);
}

static enum job_state print_end(struct printing *p)
{
	if (p->child.late)
		err_set(RC_IO,
			_("The printer (%s) does not answer. See whether it is on, or save "
			  "as PDF and print the file elsewhere."),
			p->printer);
	else if (p->child.code)
		err_set(RC_IO,
			_("The printer (%s) did not take the paper: %s. Try another one, or "
			  "save as PDF."),
			p->printer, complaint(p->arena, &p->child));
	else
		return JOB_DONE;
	return JOB_FAILED;
}

static enum job_state print_step(struct job *job)
{
	struct printing *p = job->data;
	enum job_state state = JOB_FAILED;

	if (!p->child.pid) {
		enum rc rc = child_start(&p->child, p->argv, PRINT_LIMIT_MS);

		if (rc == RC_OK)
			return JOB_MORE;
		no_cups(rc);
	} else if (!child_wait(&p->child, SLICE_MS)) {
		return JOB_MORE;
	} else {
		state = print_end(p);
	}
	child_done(&p->child);
	folder_remove(p);
	return state;
}

static void print_cancel(struct job *job)
{
	struct printing *p = job->data;

	child_done(&p->child);
	folder_remove(p);
}

static enum rc folder_make(struct arena *a, const char **out)
{
	const char *tmp = getenv("TMPDIR");
	char *folder = arena_printf(a, "%s/nastavnik-XXXXXX", tmp && *tmp ? tmp : "/tmp");

	if (!mkdtemp(folder))
		return err_set(RC_IO,
			       _("There is no place for the paper on its way to the printer "
				 "(%s): %s."),
			       folder, errno_text(errno));
	*out = folder;
	return RC_OK;
}

/* Where PDF cannot be made, printers take text too. */
static enum rc paper_write(struct printing *p, const struct print_order *order)
{
	int i = p->papers++;

	p->path[i] = arena_printf(p->arena, "%s/%d.pdf", p->folder, i + 1);
	if (order->write(order->data, i, p->path[i]) == RC_OK)
		return RC_OK;
	p->path[i] = arena_printf(p->arena, "%s/%d.txt", p->folder, i + 1);
	return order->write(order->data, i, p->path[i]);
}

static enum rc papers_write(struct printing *p, const struct print_order *order)
{
	int papers = order->papers ? order->papers : 1;
	enum rc rc = RC_OK;

	p->path = ARENA_NEW(p->arena, const char *, (size_t)papers);
	while (rc == RC_OK && p->papers < papers)
		rc = paper_write(p, order);
	if (rc != RC_OK)
		folder_remove(p);
	return rc;
}

static char **argv_make(struct arena *a, const struct print_order *order, const struct printing *p)
{
	char **argv = ARENA_NEW(a, char *, 9 + (size_t)p->papers);
	size_t n = 0;

	argv[n++] = arena_strdup(a, "lp");
	argv[n++] = arena_strdup(a, "-d");
	argv[n++] = arena_strdup(a, order->printer);
	argv[n++] = arena_strdup(a, "-n");
	argv[n++] = arena_printf(a, "%lld", (long long)order->copies);
	argv[n++] = arena_strdup(a, "-t");
	argv[n++] = arena_strdup(a, order->title);
	argv[n++] = arena_strdup(a, "--");
	for (int i = 0; i < p->papers; i++)
		argv[n++] = arena_strdup(a, p->path[i]);
	argv[n] = NULL;
	return argv;
}

enum rc print_start(struct arena *a, const struct print_order *order, struct job *job)
{
	struct printing *p = arena_alloc(a, sizeof(*p));
	enum rc rc;

	*p = (struct printing){ .arena = a, .printer = arena_strdup(a, order->printer) };
	rc = folder_make(a, &p->folder);
	if (rc == RC_OK)
		rc = papers_write(p, order);
	if (rc != RC_OK)
		return rc;
	p->argv = argv_make(a, order, p);
	*job = (struct job){ .title = _("Handing over to the printer"),
			     .step = print_step,
			     .cancel = print_cancel,
			     .data = p };
	return RC_OK;
}

const char *printer_last(const struct app *app, struct arena *a)
{
	const char *name = "";

	setting_get(app->store, a, SETTING_PRINTER, &name);
	return name;
}

void printer_remember(struct app *app, const char *printer)
{
	struct arena a = { 0 };

	/* Not worth a word when it fails: the person is asked again, that is all. */
	if (!app_readonly(app) && strcmp(printer_last(app, &a), printer) != 0)
		setting_set(app->store, SETTING_PRINTER, printer);
	arena_done(&a);
}
