/* stages.txt of a methodology: the steps of the seven stages. */
#include <stdio.h>
#include <string.h>

#include "methodology_private.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/id.h"
#include "nastavnik/model/task.h"

struct reader {
	struct arena *arena;
	const struct year *year;
	struct tasks tasks;
	size_t cap;
	const char *file;
	int line;
	int64_t stage;
	bool other_terms; /* the newest step is for schools with other terms than the year's */
};

static enum rc mistake(const struct reader *r, const char *what, const char *word)
{
	return methodology_mistake(r->file, r->line, what, word);
}

static struct task *newest(struct reader *r)
{
	return r->tasks.n ? &r->tasks.row[r->tasks.n - 1] : NULL;
}

static enum rc set_stage(struct reader *r, char *value)
{
	if (strlen(value) != 1 || *value < '1' || *value > '0' + STAGES)
		return mistake(r, _("there is no such stage"), value);
	r->stage = *value - '0';
	return RC_OK;
}

/* «15.09»: August to December lie in the year's first calendar year. */
static enum rc set_due(struct reader *r, char *value)
{
	int day, month, end = 0, due = DATE_NONE;

	if (sscanf(value, "%2d.%2d%n", &day, &month, &end) == 2 && !value[end]) {
		int first = (int)r->year->year;

		due = date_make(year_of(date_make(first, month, 1)) == first ? first : first + 1,
				month, day);
	}
	if (due == DATE_NONE)
		return mistake(r, _("this is no day and month"), value);
	newest(r)->due = due;
	return RC_OK;
}

static enum rc set_result(struct reader *r, char *value)
{
	newest(r)->result = value;
	return RC_OK;
}

static enum rc set_optional(struct reader *r, char *value)
{
	if (strcmp(value, "да") != 0)
		return mistake(r, _("only “да” can stand here"), value);
	newest(r)->optional = 1;
	return RC_OK;
}

static enum rc set_terms(struct reader *r, char *value)
{
	static const struct {
		const char *word;
		int64_t terms;
	} known[] = { { "четверти", TERMS_QUARTERS },
		      { "триместры", TERMS_TRIMESTERS },
		      { "полугодия", TERMS_HALF_YEARS } };

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(known[i].word, value) == 0) {
			r->other_terms = known[i].terms != r->year->terms;
			return RC_OK;
		}
	return mistake(r, _("there are no such terms"), value);
}

/* The words of the file; they are data for Russian teachers, hence not translated. */
static const struct key {
	const char *word;
	enum rc (*set)(struct reader *r, char *value);
	bool alone; /* not of a step */
} keys[] = {
	{ "этап", set_stage, true },   { "срок", set_due, false },
	{ "итог", set_result, false }, { "необязательный", set_optional, false },
	{ "учёба", set_terms, false },
};

/* The step that has been read is one of the year's or none. */
static void step_end(struct reader *r)
{
	if (r->other_terms)
		r->tasks.n--;
	r->other_terms = false;
}

static bool code_known(const struct reader *r, const char *code)
{
	for (size_t i = 0; i < r->tasks.n; i++)
		if (strcmp(r->tasks.row[i].code, code) == 0)
			return true;
	return false;
}

/* «[code] name» begins a step. */
static enum rc step_begin(struct reader *r, char *line)
{
	char *end = strchr(line, ']');
	const char *code, *name;

	if (!r->stage || !end || end == line + 1)
		return mistake(r, _("not the beginning of an item"), line);
	*end = '\0';
	code = methodology_trim(line + 1);
	name = methodology_trim(end + 1);
	if (!*name)
		return mistake(r, _("the item has no name"), code);
	if (code_known(r, code))
		return mistake(r, _("the code is there twice"), code);
	const struct task *before = newest(r);
	int64_t position = before && before->stage == r->stage ? before->position + 1 : 1;

	r->tasks.row =
		arena_grow(r->arena, r->tasks.row, r->tasks.n, &r->cap, sizeof(*r->tasks.row));
	r->tasks.row[r->tasks.n++] = (struct task){ .id = id_new(),
						    .year = r->year->year,
						    .stage = r->stage,
						    .code = code,
						    .name = name,
						    .position = position,
						    .responsible = "",
						    .result = "",
						    .note = "" };
	return RC_OK;
}

static enum rc key_read(struct reader *r, char *line)
{
	char *value;
	enum rc rc = methodology_key(r->file, r->line, line, &line, &value);

	if (rc)
		return rc;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (strcmp(keys[i].word, line) != 0)
			continue;
		if (keys[i].alone)
			step_end(r);
		else if (!r->tasks.n)
			return mistake(r, _("there is no item above"), line);
		return keys[i].set(r, value);
	}
	return mistake(r, _("unknown word before the colon"), line);
}

static enum rc line_read(struct reader *r, char *line)
{
	line = methodology_trim(line);
	if (*line == '\0' || *line == '#')
		return RC_OK;
	if (*line != '[')
		return key_read(r, line);
	step_end(r);
	return step_begin(r, line);
}

enum rc tasks_parse(struct arena *a, const struct embed *file, const struct year *year,
		    struct tasks *out)
{
	struct reader r = { .arena = a, .year = year, .file = file->name };
	char *text = arena_strndup(a, file->text, file->size), *line;

	while ((line = strsep(&text, "\n"))) {
		enum rc rc;

		r.line++;
		rc = line_read(&r, line);
		if (rc)
			return rc;
	}
	step_end(&r);
	*out = r.tasks;
	return RC_OK;
}

enum rc tasks_of_methodology(struct arena *a, const struct year *year, struct tasks *out)
{
	const char *name = arena_printf(a, "methodology/%s/stages.txt", year->methodology);
	const struct embed *file = embed_find(name);

	if (!file)
		return err_set(RC_NOT_FOUND, _("There is no methodology “%s”."), year->methodology);
	return tasks_parse(a, file, year, out);
}
