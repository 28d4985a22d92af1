/*
 * One run of an import, in slices. It is one step of the journal: begun by the first slice, kept or
 * rolled back by the last.
 */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "import_inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/store/write/step.h"

enum { SLICE_MS = 20, SLICE_ROWS = 32 };

void *import_record(const struct import_run *run, struct participant *p)
{
	return import_kind_row(run->import->kind)->role ? (void *)p : (void *)&p->person;
}

static void run_free(struct import_run *run)
{
	struct import *import = run->import;

	sink_drop(run->rejects);
	book_index_free(run->topics);
	book_index_free(run->interests);
	arena_done(&run->arena);
	arena_done(&run->row);
	import->source->issues = NULL;
	import->run = NULL;
	free(run);
}

/* Give up: the file is as it was. */
static void run_cancel(struct import_run *run)
{
	struct app *app = run->import->app;

	if (run->begun)
		step_rollback(app->store);
	run->import->report.kept = false;
	run_free(run);
	app_refresh(app);
}

static void job_cancel(struct job *job)
{
	if (job->data)
		run_cancel(job->data);
	job->data = NULL;
}

static enum job_state job_fail(struct job *job)
{
	job_cancel(job);
	return JOB_FAILED;
}

/* Rejects in the table's own place would take its good rows away. NULL: it was pasted. */
static bool is_same_file(const char *path, const char *other)
{
	struct stat one, two;

	return path && stat(path, &one) == 0 && stat(other, &two) == 0 &&
	       one.st_dev == two.st_dev && one.st_ino == two.st_ino && S_ISREG(one.st_mode);
}

/* The rejected rows as a table that can be corrected and imported: the same columns, encoding and
 * delimiter, the reason behind. */
static enum rc rejects_begin(struct import_run *run)
{
	const struct table *table = &run->import->table;
	const struct row_facts *facts = &run->import->source->facts;
	const char **heading = ARENA_NEW(&run->arena, const char *, table->n + 1);

	if (is_same_file(run->import->path, run->options.rejects))
		return err_set(RC_INVALID,
			       _("“%s” is the table itself: write the rejected rows to another "
				 "file."),
			       run->options.rejects);
	for (size_t i = 0; i < table->n; i++)
		heading[i] = table->column[i].heading;
	heading[table->n] = _("Reason");
	return sink_open(run->options.rejects,
			 &(struct sink_options){ .title = _("Rejected rows"),
						 .heading = table->heading_line ? heading : NULL,
						 .columns = table->n + 1,
						 .encoding = facts->encoding,
						 .delimiter = facts->delimiter },
			 &run->rejects);
}

static enum rc run_begin(struct import_run *run)
{
	struct import *import = run->import;
	bool anybody = false;
	enum rc rc = import->kind == IMPORT_COMPARE ? comparison_begin(import) : RC_OK;

	if (!rc)
		rc = app_begin_bulk(import->app, import_kind_row(import->kind)->step, import->name);

	run->begun = !rc;
	if (!rc)
		rc = person_any(import->app->store, &anybody);
	run->first_table = !anybody;
	if (!rc && import_kind_row(import->kind)->begin)
		rc = import_kind_row(import->kind)->begin(run);
	if (!rc)
		rc = rows_rewind(import->source);
	if (!rc && run->options.rejects)
		rc = rejects_begin(run);
	return rc;
}

static void row_rejected(struct import_row *row, const struct row *cells)
{
	struct import_run *run = row->run;
	const struct person *p = &row->fresh.person;
	const char *reason = arena_strdup(&run->row, err_last()->text);

	row->fate = ROW_REJECTED;
	issue_add(&run->import->issues, ISSUE_ERROR, row->line, 0,
		  *p->family ? person_short_name(&run->row, p) : "", "%s", reason);
	if (!run->rejects)
		return;
	for (size_t i = 0; i < cells->n; i++)
		sink_text(run->rejects, cells->cell[i]);
	sink_text(run->rejects, reason);
	sink_row_end(run->rejects);
}

static void row_count(struct import_report *report, enum row_fate fate)
{
	int64_t *const count[] = {
		[ROW_ADDED] = &report->added,         [ROW_CHANGED] = &report->changed,
		[ROW_UNCHANGED] = &report->unchanged, [ROW_UNSURE] = &report->unsure,
		[ROW_REJECTED] = &report->rejected,   [ROW_SKIPPED] = &report->skipped,
	};

	report->rows++;
	++*count[fate];
}

static enum rc person_row(struct import_row *row, const struct row *cells)
{
	enum rc rc = RC_OK;

	if (import_row_apart(row, cells))
		row->fate = ROW_SKIPPED;
	else if (import_row_read(row))
		row_rejected(row, cells);
	else
		rc = import_row_store(row);
	return rc;
}

static enum rc other_row(struct import_row *row, const struct row *cells)
{
	enum rc rc = import_kind_row(row->run->import->kind)->row(row, cells);

	if (rc != RC_INVALID)
		return rc;
	row_rejected(row, cells);
	return RC_OK;
}

static enum rc row_run(struct import_run *run, const struct row *cells)
{
	struct import *import = run->import;
	struct import_row row = { .run = run, .line = cells->line };
	enum rc rc;

	row.value = ARENA_NEW(&run->row, const char *, run->fields.n);
	row.given = ARENA_NEW(&run->row, bool, run->fields.n);
	table_values(&run->row, &import->table, cells, row.value);
	row.fresh = run->blank;
	rc = import_kind_row(import->kind)->row ? other_row(&row, cells) : person_row(&row, cells);
	if (!rc && import->kind == IMPORT_COMPARE)
		rc = comparison_row(&row);
	if (!rc)
		row_count(&import->report, row.fate);
	return rc;
}

/* Rows for some 20 ms. */
static enum rc rows_run(struct import_run *run)
{
	struct import *import = run->import;
	int64_t end = clock_ms() + SLICE_MS;
	struct row cells;

	do {
		for (int i = 0; i < SLICE_ROWS; i++) {
			enum rc rc = table_next(&import->table, import->source, &cells);

			if (rc || !cells.n) {
				run->rows_read = true;
				return rc;
			}
			arena_reset(&run->row);
			rc = row_run(run, &cells);
			if (rc)
				return rc;
		}
	} while (clock_ms() < end);
	return RC_OK;
}

static enum rc rejects_end(struct import_run *run)
{
	struct sink *rejects = run->rejects;

	run->rejects = NULL;
	return rejects ? sink_commit(rejects) : RC_OK;
}

/* The step's detail: «people.csv: 118, 3». */
static enum rc run_detail(struct import_run *run)
{
	const struct import_report *report = &run->import->report;

	return step_set_detail(run->import->app->store,
			       arena_printf(&run->row, _("%s, added %lld, changed %lld"),
					    run->import->name, (long long)report->added,
					    (long long)report->changed));
}

static enum rc run_end(struct import_run *run)
{
	struct import_report *report = &run->import->report;
	struct app *app = run->import->app;
	bool keep = !run->options.dry && (!report->rejected || run->options.partial);
	enum rc rc = rejects_end(run);

	if (!rc && keep)
		rc = run_detail(run);
	if (rc)
		return rc;
	run->begun = false;
	if (keep)
		rc = step_commit(app->store);
	else
		step_rollback(app->store);
	report->kept = keep && !rc;
	return report->kept ? import_columns_keep(run->import) : rc;
}

static void report_close(struct import *import)
{
	import->report.issues = &import->issues;
	import->report.question = import->question;
}

static const char *nothing_told(const struct import *import)
{
	const char *nothing = import_kind_row(import->kind)->nothing;

	return text_of(nothing ? nothing : N_("There are headings and no people below them."));
}

static enum job_state job_step(struct job *job)
{
	struct import_run *run = job->data;
	struct import *import = run->import;
	bool done = false;
	enum rc rc = RC_OK;

	if (!run->begun)
		rc = run_begin(run);
	else if (!run->rows_read)
		rc = rows_run(run);
	else
		rc = import_ballots_resolve(run, &done);
	if (!rc && done) {
		if (!import->report.rows)
			issue_add(&import->issues, ISSUE_WARNING, 0, 0, NULL, "%s",
				  nothing_told(import));
		import_warnings_tell(run);
		if (import_kind_row(import->kind)->tell)
			import_kind_row(import->kind)->tell(run);
		rc = run_end(run);
		if (!rc && import->kind == IMPORT_COMPARE)
			rc = comparison_end(import);
	}
	job->done = import->source->facts.done;
	report_close(import);
	if (rc)
		return job_fail(job);
	if (!done)
		return JOB_MORE;
	job->data = NULL;
	run_free(run);
	app_refresh(import->app);
	return JOB_DONE;
}

/* What a table must have: a name. */
static enum rc columns_check(const struct import *import)
{
	static const char *const required[] = { "family", "given" };

	if (import_kind_row(import->kind)->columns)
		return import_kind_row(import->kind)->columns(import);
	for (size_t i = 0; i < sizeof(required) / sizeof(required[0]); i++) {
		const struct field *f = field_find(import->fields, required[i]);

		if (!table_has(&import->table, required[i]))
			return err_set(RC_INVALID,
				       _("No column of “%s” was recognised as “%s”. Say which "
					 "column it is, or give the columns headings."),
				       import->name, text_of(f->label));
	}
	return RC_OK;
}

static void report_reset(struct import *import)
{
	arena_done(&import->told);
	import->issues = (struct issues){ .arena = &import->told, .limit = IMPORT_ISSUE_MAX };
	import->question = NULL;
	import->questions_cap = 0;
	import->report = (struct import_report){ 0 };
	report_close(import);
}

static struct import_run *run_new(struct import *import, const struct import_options *options)
{
	struct import_run *run = mem_alloc(sizeof(*run));
	const struct books *books = &import->app->books;
	enum role role = import_kind_row(import->kind)->role;

	run->import = import;
	run->options = *options;
	run->fields = import->fields;
	participant_init(&run->blank, role ? role : ROLE_MENTEE, import->app->year.year);
	import_readers_bind(run);
	choice_sets_load(import->app, &run->arena, &run->sets);
	run->source = choice_sets_source(&run->sets);
	if (role) {
		run->topics =
			book_index_new(books, role == ROLE_MENTEE ? BOOK_REQUEST : BOOK_COMPETENCE);
		run->interests = book_index_new(books, BOOK_INTEREST);
	}
	import->source->issues = &import->issues;
	return run;
}

enum rc import_start(struct import *import, const struct import_options *options, struct job *job)
{
	enum rc rc = columns_check(import);

	if (!rc && import->run)
		rc = err_set(RC_BUG, "import_start: a run goes on");
	if (!rc && *app_change_why(import->app))
		rc = err_set(RC_READONLY, "%s", app_change_why(import->app));
	if (rc)
		return rc;
	report_reset(import);
	import->run = run_new(import, options);
	if (import->kind == IMPORT_COMPARE)
		import->run->options.dry = true;
	import->report.dry = import->run->options.dry;
	*job = (struct job){
		.title = _(import_kind_row(import->kind)->title),
		.step = job_step,
		.cancel = job_cancel,
		.total = import->source->facts.size,
		.data = import->run,
	};
	return RC_OK;
}

void import_close(struct import *import)
{
	if (!import)
		return;
	if (import->run)
		run_cancel(import->run);
	rows_close(import->source);
	arena_done(&import->looked);
	arena_done(&import->told);
	arena_done(&import->made);
	comparison_free(import->comparison);
	free(import->reply);
	if (import->pasted >= 0)
		close(import->pasted);
	free(import->path);
	free(import->name);
	free(import->sheet);
	free(import);
}
