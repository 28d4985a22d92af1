/* The catalogue of papers, and a paper made by its row: places from the file, words from the text.
 */
#include "nastavnik/app/papers.h"

#include <string.h>
#include <strings.h>

#include "nastavnik/print/template.h"
#include "nastavnik/print/text.h"
#include "paper.h"

/* A theme's rows stand together within a stage, in this order. */
static const struct papers *const themes[] = {
	/* clang-format off */
	&roadmap_papers,
	&pairs_papers,
	&classes_papers,
	&bases_papers,
	&consents_papers,
	&plans_papers,
	&blanks_papers,
	&review_papers,
	&monitoring_papers,
	&awards_papers,
	&contests_papers,
	&outcome_papers,
	&training_papers,
	&swot_papers,
	&surveys_papers,
	&results_papers,
	/* clang-format on */
};

enum { THEMES = sizeof(themes) / sizeof(themes[0]), STAGES = 7 };

const struct paper *paper_at(size_t i)
{
	for (int stage = 1; stage <= STAGES; stage++) {
		for (size_t t = 0; t < THEMES; t++) {
			for (size_t r = 0; r < themes[t]->n; r++) {
				if (themes[t]->row[r].stage == stage && !i--)
					return &themes[t]->row[r];
			}
		}
	}
	return NULL;
}

const struct paper *paper_find(const char *name)
{
	for (size_t t = 0; t < THEMES; t++) {
		for (size_t r = 0; r < themes[t]->n; r++) {
			if (strcmp(themes[t]->row[r].name, name) == 0)
				return &themes[t]->row[r];
		}
	}
	return NULL;
}

enum rc paper_choices(const struct app *app, const struct paper *paper, struct arena *a,
		      struct choices *out)
{
	if (paper->of)
		return paper->of->list(app, a, out);
	*out = (struct choices){ 0 };
	return RC_OK;
}

/* A paper on its way from the wish to the doc. */
struct making {
	struct paper_work work;
	const struct paper *paper;
	struct ids people; /* of the wish */
	struct doc *doc;
	struct scope common;
};

static enum rc text_add(struct making *m, const char *name, const struct scope *s)
{
	struct paper_words words;
	enum rc rc = paper_words_find(m->work.app, m->doc->arena, name, &words);

	return rc == RC_OK ? template_add(m->doc, words.path, words.text, s) : rc;
}

static enum rc texts_add(struct making *m, const struct scope *s)
{
	enum rc rc;

	if (m->work.page && !(m->paper->flags & PAPER_TOGETHER))
		doc_page_break(m->doc);
	rc = text_add(m, m->paper->name, s);
	if (rc != RC_OK || !m->paper->annex)
		return rc;
	doc_page_break(m->doc);
	return text_add(m, m->paper->annex, s);
}

/* The pages of one of the subject. */
static enum rc page_make(struct making *m, int64_t id)
{
	struct scope s = { .arena = m->doc->arena, .outer = &m->common };
	enum rc rc;

	m->work.id = id;
	rc = m->paper->fill(&m->work, &s);
	if (rc == RC_OK)
		rc = texts_add(m, &s);
	if (rc == RC_OK && m->paper->draw)
		rc = m->paper->draw(&m->work, m->doc);
	if (rc == RC_OK)
		m->work.page++;
	return rc;
}

/* One of the subject, for each of its people where the paper is theirs. */
static enum rc subject_make(struct making *m, int64_t id)
{
	struct ids people = m->people;
	enum rc rc = RC_OK;

	if (!m->paper->each)
		return page_make(m, id);
	m->work.id = id;
	if (!people.n)
		rc = m->paper->each(&m->work, m->doc->arena, &people);
	for (size_t i = 0; i < people.n && rc == RC_OK; i++) {
		m->work.person = people.row[i];
		rc = page_make(m, id);
	}
	return rc;
}

/* Who has nothing to print is no fault while others have; else the sentence of the last one says
 * what is missing. */
static enum rc pages_make(struct making *m, struct ids ids)
{
	enum rc rc =
		err_set(RC_NOT_FOUND, _("There is nothing to print yet: %s."), _(m->paper->title));

	for (size_t i = 0; i < ids.n && (rc == RC_OK || rc == RC_NOT_FOUND); i++)
		rc = subject_make(m, ids.row[i]);
	return rc == RC_NOT_FOUND && m->work.page ? RC_OK : rc;
}

static enum rc ids_all(const struct making *m, struct arena *a, struct ids *out)
{
	struct choices choices;
	enum rc rc = paper_choices(m->work.app, m->paper, a, &choices);

	if (rc != RC_OK)
		return rc;
	out->row = ARENA_NEW(a, int64_t, choices.n);
	out->n = 0;
	for (size_t i = 0; i < choices.n; i++) {
		if (!choices.row[i].hidden)
			out->row[out->n++] = choices.row[i].id;
	}
	return RC_OK;
}

static enum rc paper_make(const struct app *app, const struct paper_wish *wish, const char *tick,
			  struct arena *a, struct doc **doc, size_t *made)
{
	struct making m = { .work = { .app = app, .day = wish->day, .tick = tick },
			    .paper = wish->paper,
			    .people = wish->people,
			    .doc = doc_new(a, ""),
			    .common.arena = a };
	struct ids ids = wish->ids;
	enum rc rc = name_case_load(app->store, a, &m.work.cases);

	paper_common(app, &m.common);
	/* A box to tick is in no 8-bit encoding either. */
	scope_text(&m.common, "box|клетка", strcmp(tick, "✓") == 0 ? "☐" : "__");
	if (rc == RC_OK && wish->paper->begin)
		rc = wish->paper->begin(app, a, &m.work.data);
	m.work.all = wish->paper->of && !ids.n && !wish->blank;
	if (rc == RC_OK && m.work.all)
		rc = ids_all(&m, a, &ids);
	if (rc == RC_OK)
		rc = wish->paper->of && !wish->blank ? pages_make(&m, ids) : page_make(&m, 0);
	if (rc != RC_OK)
		return rc;
	if (!*m.doc->title)
		m.doc->title = _(wish->paper->title);
	*doc = m.doc;
	if (made)
		*made = m.work.page;
	return RC_OK;
}

enum rc paper_lines(const struct app *app, const struct paper_wish *wish, struct arena *a,
		    int columns, struct paper_text *text)
{
	struct text_setup setup = { .columns = columns, .lines = -1 };
	struct text_pages pages = { 0 };
	struct doc *doc;
	enum rc rc = paper_make(app, wish, "✓", a, &doc, NULL);

	if (rc != RC_OK)
		return rc;
	if (doc->landscape)
		setup.columns = 0;
	text_layout(a, doc, &setup, &pages);
	*text = (struct paper_text){ pages.line, pages.lines };
	return RC_OK;
}

/* «✓» is in no 8-bit encoding. */
static const char *tick_for(const char *encoding)
{
	return !encoding || !strncasecmp(encoding, "utf", 3) || !strcasecmp(encoding, "auto") ? "✓"
											      : "+";
}

enum rc paper_save(const struct app *app, const struct paper_wish *wish, const char *path,
		   const char *encoding, struct issues *issues, size_t *made)
{
	struct arena a = { 0 };
	struct doc *doc;
	size_t count = 0;
	enum rc rc = paper_make(app, wish, tick_for(encoding), &a, &doc, &count);

	if (rc == RC_OK)
		rc = app_doc_save(doc, path, encoding, issues);
	if (rc == RC_OK && made)
		*made = count;
	arena_done(&a);
	return rc;
}
