#include "nastavnik/app/ready.h"

#include <stdlib.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "pairs_inner.h"

enum { SLICE_MS = 20 };

struct ready_run {
	struct pairs *pairs;
	struct arena arena;
	size_t at;    /* next mentee to compare */
	bool *needed; /* by mentor: suits somebody who waits */
	struct ready_row *row;
	size_t n, cap;
	struct ready found;
	bool done;
};

static const char *const kind_names[READY_KINDS] = {
	[READY_NOBODY] = N_("nobody suits"),
	[READY_ONE] = N_("only one mentor suits"),
	[READY_NEEDLESS] = N_("suits nobody"),
	[READY_REQUEST] = N_("no request"),
	[READY_COMPETENCE] = N_("no competences"),
	[READY_CONSENT] = N_("no consent"),
	[READY_TRAINING] = N_("no selection or training"),
	[READY_FORM] = N_("form of mentoring"),
};

const char *ready_kind_name(enum ready_kind kind)
{
	return text_of(kind_names[kind]);
}

static struct ready_row *row_add(struct ready_run *run, enum ready_kind kind)
{
	run->row = arena_grow(&run->arena, run->row, run->n, &run->cap, sizeof(*run->row));
	run->row[run->n] = (struct ready_row){ .kind = kind, .name = "", .where = "", .text = "" };
	return &run->row[run->n++];
}

static struct ready_row *person_add(struct ready_run *run, enum ready_kind kind,
				    const struct participant *p)
{
	struct ready_row *row = row_add(run, kind);

	row->participant = p->id;
	row->role = (enum role)p->role;
	row->name = person_name(&run->arena, &p->person);
	row->where = person_class_or_position(&p->person);
	return row;
}

/* Why nobody suits, in words; those without a sentence say it by the kind alone. */
static const char *const refusals[FIT_COUNT] = {
	[FIT_SAME_PERSON] = N_("the same person"),
	[FIT_FORM] = N_("another form or kind"),
	[FIT_ROLE_MODEL] = N_("another role model"),
	[FIT_MENTEE_REFUSED] = N_("refused by the mentee"),
	[FIT_MENTOR_REFUSED] = N_("refused by the mentor"),
	[FIT_NOT_TRAINED] = N_("not selected or trained"),
	[FIT_NO_CONSENT] = N_("no consent"),
	[FIT_NO_PLACE] = N_("no free place"),
};

static const char *refusals_tell(struct arena *a, const size_t count[FIT_COUNT])
{
	const char *text = "";

	for (int i = 0; i < FIT_COUNT; i++) {
		if (count[i] && refusals[i])
			text = arena_printf(a, "%s%s%s – %zu", text, *text ? ", " : "",
					    text_of(refusals[i]), count[i]);
	}
	return text;
}

/* One mentee beside all mentors. */
static void mentee_compare(struct ready_run *run, size_t mentee)
{
	const struct pairs *pairs = run->pairs;
	const struct app *app = pairs->app;
	const struct participant *p = &pairs->mentee.all.row[mentee], *only = NULL;
	size_t refused[FIT_COUNT] = { 0 }, fit = 0;

	for (size_t i = 0; i < pairs->mentor.all.n; i++) {
		const struct participant *mentor = &pairs->mentor.all.row[i];
		enum refusal why = match_fit(&app->year, &app->books, p, mentor);

		if (why == FIT_OK && !mentor_places(pairs, i))
			why = FIT_NO_PLACE;
		if (why != FIT_OK) {
			refused[why]++;
			continue;
		}
		run->needed[i] = true;
		only = mentor;
		fit++;
	}
	if (!fit)
		person_add(run, READY_NOBODY, p)->text = refusals_tell(&run->arena, refused);
	else if (fit == 1)
		person_add(run, READY_ONE, p)->text = person_name(&run->arena, &only->person);
}

static void mentee_missing(struct ready_run *run, const struct participant *p)
{
	if (!p->topics.n)
		person_add(run, READY_REQUEST, p)->text = p->topic_words;
	if (run->pairs->app->year.need_consent && !p->consent_on)
		person_add(run, READY_CONSENT, p);
}

static void mentor_missing(struct ready_run *run, const struct participant *p)
{
	const struct year *year = &run->pairs->app->year;

	if (!p->topics.n)
		person_add(run, READY_COMPETENCE, p)->text = p->topic_words;
	if (year->need_consent && !p->consent_on)
		person_add(run, READY_CONSENT, p);
	if (year->need_trained && !(p->selected && p->trained))
		person_add(run, READY_TRAINING, p)->text =
			p->selected ? _("not trained") : _("not selected");
}

/* How many wait and how many places are free for a form; 0: for any. */
static void form_count(struct ready_run *run, int64_t form, const char *name)
{
	const struct pairs *pairs = run->pairs;
	struct arena *a = &run->arena;
	int64_t waiting = 0, places = 0;
	struct ready_row *row;

	for (size_t i = 0; i < pairs->mentee.all.n; i++)
		waiting += pairs->mentee.all.row[i].form == form && mentee_waits(pairs, i);
	for (size_t i = 0; i < pairs->mentor.all.n; i++) {
		if (pairs->mentor.all.row[i].form == form)
			places += mentor_places(pairs, i);
	}
	if (!waiting && !places)
		return;
	row = row_add(run, READY_FORM);
	row->name = arena_strdup(a, name);
	row->text = arena_printf(a, _("waiting %lld, free places %lld"), (long long)waiting,
				 (long long)places);
}

static void forms_count(struct ready_run *run)
{
	const struct books *books = &run->pairs->app->books;

	for (size_t i = 0; i < books->n; i++) {
		if (books->row[i].book == BOOK_FORM)
			form_count(run, books->row[i].id, books->row[i].name);
	}
	form_count(run, 0, _("any form"));
}

/* Rows by kind; within a kind they came by name. */
static void rows_order(struct ready_run *run)
{
	struct ready *found = &run->found;

	found->row = ARENA_NEW(&run->arena, struct ready_row, run->n);
	for (enum ready_kind kind = 0; kind < READY_KINDS; kind++) {
		for (size_t i = 0; i < run->n; i++) {
			if (run->row[i].kind != kind)
				continue;
			found->row[found->n++] = run->row[i];
			found->count[kind]++;
		}
	}
}

static void run_finish(struct ready_run *run)
{
	const struct pairs *pairs = run->pairs;

	for (size_t i = 0; i < pairs->mentor.all.n; i++) {
		const struct participant *p = &pairs->mentor.all.row[i];

		if (run->found.waiting && mentor_places(pairs, i) && !run->needed[i])
			person_add(run, READY_NEEDLESS, p);
		mentor_missing(run, p);
	}
	forms_count(run);
	rows_order(run);
	run->done = true;
}

static enum job_state ready_step(struct job *job)
{
	struct ready_run *run = job->data;
	const struct pairs *pairs = run->pairs;
	int64_t end = clock_ms() + SLICE_MS;

	while (run->at < pairs->mentee.all.n && clock_ms() < end) {
		if (mentee_waits(pairs, run->at))
			mentee_compare(run, run->at);
		mentee_missing(run, &pairs->mentee.all.row[run->at]);
		run->at++;
		job->done += (int64_t)pairs->mentor.all.n;
	}
	if (run->at < pairs->mentee.all.n)
		return JOB_MORE;
	run_finish(run);
	return JOB_DONE;
}

static void ready_cancel(struct job *job)
{
	(void)job; /* nothing was begun that would stay: the run is freed by its owner */
}

enum rc ready_start(struct app *app, struct ready_run **run, struct job *job)
{
	struct ready_run *begun = mem_alloc(sizeof(*begun));
	enum rc rc = pairs_open(app, &begun->pairs);

	if (rc) {
		ready_free(begun);
		return rc;
	}
	begun->needed = ARENA_NEW(&begun->arena, bool, begun->pairs->mentor.all.n);
	begun->found.waiting = begun->pairs->facts.waiting;
	begun->found.places = begun->pairs->facts.places;
	*job = (struct job){ .title = _("Checking the readiness"),
			     .step = ready_step,
			     .cancel = ready_cancel,
			     .total = (int64_t)(begun->pairs->mentee.all.n *
						begun->pairs->mentor.all.n),
			     .data = begun };
	*run = begun;
	return RC_OK;
}

const struct ready *ready_found(const struct ready_run *run)
{
	return run->done ? &run->found : NULL;
}

void ready_free(struct ready_run *run)
{
	if (!run)
		return;
	pairs_close(run->pairs);
	arena_done(&run->arena);
	free(run);
}
