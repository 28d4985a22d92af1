#include "nastavnik/model/plan_template.h"

#include <stdlib.h>
#include <string.h>

#include "methodology_private.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/workday.h"

enum { WEEK_MAX = 52, WEEK_DAYS = 7 };

struct reader {
	struct arena *arena;
	const char *file;
	int line;
	struct plan_template plan;
	size_t cap[PLAN_DEVELOPMENT + 1];
	int part; /* enum plan_part; 0: none begun */
};

static enum rc mistake(const struct reader *r, const char *what, const char *word)
{
	return methodology_mistake(r->file, r->line, what, word);
}

static enum rc set_part(struct reader *r, const char *value)
{
	if (strcmp(value, "программа") == 0)
		r->part = PLAN_PROGRAMME;
	else if (strcmp(value, "план") == 0)
		r->part = PLAN_DEVELOPMENT;
	else
		return mistake(r, _("there is no such part"), value);
	return RC_OK;
}

/* The words of the file; they are data for Russian teachers, hence not translated. */
static const struct key {
	const char *word;
	size_t offset; /* of the text; several lines are joined */
	bool many;
} keys[] = {
	{ "роль", offsetof(struct plan_template, roles), false },
	{ "форма", offsetof(struct plan_template, forms), false },
	{ "цель", offsetof(struct plan_template, aim), false },
	{ "задача", offsetof(struct plan_template, tasks), true },
	{ "трудность", offsetof(struct plan_template, difficulties), true },
	{ "критерий", offsetof(struct plan_template, success), true },
	{ "стратегия", offsetof(struct plan_template, strategy), true },
};

static enum rc set_text(struct reader *r, const struct key *key, const char *value)
{
	const char **text = (const char **)(void *)((char *)&r->plan + key->offset);

	if (!*value)
		return mistake(r, _("nothing stands behind the colon"), key->word);
	if (**text && !key->many)
		return mistake(r, _("it was said above already"), key->word);
	*text = **text ? arena_printf(r->arena, "%s\n%s", *text, value) : value;
	return RC_OK;
}

static enum rc key_read(struct reader *r, char *line)
{
	char *value;
	enum rc rc = methodology_key(r->file, r->line, line, &line, &value);

	if (rc)
		return rc;
	if (strcmp(line, "раздел") == 0)
		return set_part(r, value);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (strcmp(keys[i].word, line) == 0)
			return set_text(r, &keys[i], value);
	return mistake(r, _("unknown word before the colon"), line);
}

static char *cell_take(char **line)
{
	char *cell = strsep(line, "|");

	return cell ? methodology_trim(cell) : NULL;
}

/* «[3] Беседа о целях | talk | цели записаны»: in the third week after the start. */
static enum rc line_add(struct reader *r, char *line)
{
	char *close = strchr(line, ']'), *end, *rest = close ? close + 1 : NULL;
	long week = strtol(line + 1, &end, 10);

	if (!r->part || !close || end != close || end == line + 1)
		return mistake(r, _("not the beginning of an item"), line);
	if (week < 0 || week > WEEK_MAX)
		return mistake(r, _("there is no such week"), line);
	struct plan_line item = { .week = week, .name = cell_take(&rest) };
	size_t *n = &r->plan.part[r->part].n;

	item.work = cell_take(&rest);
	item.expected = cell_take(&rest);
	if (!*item.name || !item.expected || !*item.expected || rest)
		return mistake(r, _("an item is “[week] what | kind of work | result”"), item.name);
	if (*n && r->plan.part[r->part].row[*n - 1].week > week)
		return mistake(r, _("the weeks must not go back"), item.name);
	r->plan.part[r->part].row = arena_grow(r->arena, r->plan.part[r->part].row, *n,
					       &r->cap[r->part], sizeof(struct plan_line));
	r->plan.part[r->part].row[(*n)++] = item;
	return RC_OK;
}

static enum rc line_read(struct reader *r, char *line)
{
	line = methodology_trim(line);
	if (*line == '\0' || *line == '#')
		return RC_OK;
	return *line == '[' ? line_add(r, line) : key_read(r, line);
}

enum rc plan_template_parse(struct arena *a, const struct embed *file, struct plan_template *out)
{
	struct reader r = { .arena = a,
			    .file = file->name,
			    .plan = { .roles = "",
				      .forms = "",
				      .aim = "",
				      .tasks = "",
				      .difficulties = "",
				      .success = "",
				      .strategy = "" } };
	char *text = arena_strndup(a, file->text, file->size), *line;
	enum rc rc = RC_OK;

	while (!rc && (line = strsep(&text, "\n"))) {
		r.line++;
		rc = line_read(&r, line);
	}
	if (!rc && !*r.plan.roles && !*r.plan.forms)
		rc = mistake(&r, _("no role model and no form is named"), "роль");
	if (!rc)
		*out = r.plan;
	return rc;
}

/* Is the code one of "a; b"? */
static bool codes_have(const char *codes, const char *code)
{
	size_t n = strlen(code);

	for (const char *at = codes; n && *at; at += strspn(at, "; ")) {
		size_t len = strcspn(at, "; ");

		if (len == n && !strncmp(at, code, n))
			return true;
		at += len;
	}
	return false;
}

enum rc plan_template_find(struct arena *a, const char *methodology, const char *role,
			   const char *form, struct plan_template *out)
{
	const char *prefix = arena_printf(a, "methodology/%s/plans/", methodology);
	const struct embed *file = embed_first(prefix);
	bool found = false;

	for (; file && file->name && !strncmp(file->name, prefix, strlen(prefix)); file++) {
		struct plan_template plan;
		enum rc rc = plan_template_parse(a, file, &plan);

		if (rc)
			return rc;
		if (codes_have(plan.roles, role)) {
			*out = plan;
			return RC_OK;
		}
		if (!found && codes_have(plan.forms, form)) {
			*out = plan;
			found = true;
		}
	}
	return found ? RC_OK
		     : err_set(RC_NOT_FOUND,
			       _("There is no template of a plan for this form and role model. "
				 "Choose the role model in the pair's card."));
}

int64_t plan_template_weeks(const struct plan_template *plan)
{
	int64_t weeks = 0;

	for (int part = PLAN_PROGRAMME; part <= PLAN_DEVELOPMENT; part++) {
		size_t n = plan->part[part].n;

		if (n && plan->part[part].row[n - 1].week > weeks)
			weeks = plan->part[part].row[n - 1].week;
	}
	return weeks;
}

int plan_template_day(int from, int to, int64_t week, int64_t weeks)
{
	int64_t room = date_days(from, to), days = week * WEEK_DAYS;
	int day;

	if (weeks * WEEK_DAYS > room && weeks)
		days = room * week / weeks;
	day = workday_from(date_add_days(from, (int)days), REST_SUNDAY);
	return day <= to ? day : to;
}
