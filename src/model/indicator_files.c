/* indicators.txt and targets.txt of a methodology. */
#include <stdlib.h>
#include <string.h>

#include "methodology_private.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/indicator.h"

struct reader {
	struct arena *arena;
	const struct year *year;
	struct indicator *row;
	size_t n, cap;
	struct targets targets;
	size_t targets_cap;
	const char *code; /* whose targets are read; NULL: none yet */
	const char *file;
	int line;
};

static enum rc mistake(const struct reader *r, const char *what, const char *word)
{
	return methodology_mistake(r->file, r->line, what, word);
}

/* The words of the files; they are data for Russian teachers, hence not translated. */
static const char *const list_words[] = { "Р-145", "школа", "результаты" };
static const char *const kind_words[] = { "процент", "число", "среднее" };

/* The place of a word from 1; 0: it is none of them. */
static int64_t word_place(const char *const words[3], const char *value)
{
	for (int64_t i = 0; i < 3; i++)
		if (strcmp(words[i], value) == 0)
			return i + 1;
	return 0;
}

static enum rc set_list(struct reader *r, struct indicator *indicator, char *value)
{
	indicator->list = word_place(list_words, value);
	return indicator->list ? RC_OK : mistake(r, _("there is no such list"), value);
}

static enum rc set_kind(struct reader *r, struct indicator *indicator, char *value)
{
	indicator->kind = word_place(kind_words, value);
	return indicator->kind ? RC_OK : mistake(r, _("there is no such kind"), value);
}

static enum rc set_number(struct reader *r, struct indicator *indicator, char *value)
{
	(void)r;
	indicator->number = value;
	return RC_OK;
}

static enum rc set_less(struct reader *r, struct indicator *indicator, char *value)
{
	indicator->reverse = !strcmp(value, "лучше");
	return indicator->reverse ? RC_OK : mistake(r, _("“лучше” is expected"), value);
}

static enum rc set_rule(struct reader *r, struct indicator *indicator, char *value)
{
	indicator->rule = value;
	return indicator_rule(value) ? RC_OK : mistake(r, _("there is no such rule"), value);
}

static enum rc set_note(struct reader *r, struct indicator *indicator, char *value)
{
	(void)r;
	indicator->note = value;
	return RC_OK;
}

static const struct key {
	const char *word;
	enum rc (*set)(struct reader *r, struct indicator *indicator, char *value);
} keys[] = {
	{ "список", set_list }, { "номер", set_number }, { "вид", set_kind },
	{ "меньше", set_less }, { "правило", set_rule }, { "пояснение", set_note },
};

/* «[code] name»: the code, and what follows it. */
static enum rc head_read(const struct reader *r, char *line, char **code, char **name)
{
	char *end = strchr(line, ']');

	if (!end || end == line + 1)
		return mistake(r, _("not the beginning of an item"), line);
	*end = '\0';
	*code = methodology_trim(line + 1);
	*name = methodology_trim(end + 1);
	return RC_OK;
}

static enum rc indicator_begin(struct reader *r, char *line)
{
	struct indicator fresh;
	char *code = NULL, *name = NULL;
	enum rc rc = head_read(r, line, &code, &name);

	if (rc)
		return rc;
	if (!*name)
		return mistake(r, _("the item has no name"), code);
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->row[i].code, code) == 0)
			return mistake(r, _("the code is there twice"), code);
	record_init(&indicator_type, &fresh, r->year->year, DATE_NONE);
	fresh.code = code;
	fresh.name = name;
	fresh.position = (int64_t)r->n + 1;
	r->row = arena_grow(r->arena, r->row, r->n, &r->cap, sizeof(*r->row));
	r->row[r->n++] = fresh;
	return RC_OK;
}

static enum rc indicator_key(struct reader *r, char *line)
{
	char *word, *value;
	enum rc rc = methodology_key(r->file, r->line, line, &word, &value);

	if (rc)
		return rc;
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		if (strcmp(keys[i].word, word) != 0)
			continue;
		if (!r->n)
			return mistake(r, _("there is no item above"), word);
		return keys[i].set(r, &r->row[r->n - 1], value);
	}
	return mistake(r, _("unknown word before the colon"), word);
}

static enum rc indicator_line(struct reader *r, char *line)
{
	return *line == '[' ? indicator_begin(r, line) : indicator_key(r, line);
}

/* «2020: 10» */
static enum rc target_key(struct reader *r, char *line)
{
	struct target target = { .code = r->code, .history = 1 };
	const struct indicator any = { .kind = INDICATOR_PERCENT };
	char *word, *value;
	enum rc rc = methodology_key(r->file, r->line, line, &word, &value);

	if (rc)
		return rc;
	if (!r->code)
		return mistake(r, _("there is no item above"), word);
	target.year = strtoll(word, NULL, 10);
	if (target.year < 2000 || target.year > 2199)
		return mistake(r, _("this is no year"), word);
	if (indicator_parse(&any, value, &target.value) || target.value == FIELD_NOTHING)
		return mistake(r, _("this is no number"), value);
	r->targets.row =
		arena_grow(r->arena, r->targets.row, r->targets.n, &r->targets_cap, sizeof(target));
	r->targets.row[r->targets.n++] = target;
	return RC_OK;
}

static enum rc target_line(struct reader *r, char *line)
{
	char *code = NULL, *rest;
	enum rc rc = RC_OK;

	if (*line != '[')
		return target_key(r, line);
	rc = head_read(r, line, &code, &rest);
	if (!rc)
		r->code = code;
	return rc;
}

static enum rc file_read(struct reader *r, const struct embed *file,
			 enum rc (*read)(struct reader *r, char *line))
{
	char *text = arena_strndup(r->arena, file->text, file->size), *line;
	enum rc rc = RC_OK;

	r->file = file->name;
	while (!rc && (line = strsep(&text, "\n"))) {
		r->line++;
		line = methodology_trim(line);
		if (*line && *line != '#')
			rc = read(r, line);
	}
	return rc;
}

enum rc indicators_parse(struct arena *a, const struct embed *file, const struct year *year,
			 struct records *out)
{
	struct reader r = { .arena = a, .year = year };
	enum rc rc = file_read(&r, file, indicator_line);

	if (!rc)
		*out = (struct records){ r.row, r.n };
	return rc;
}

enum rc targets_parse(struct arena *a, const struct embed *file, struct targets *out)
{
	struct reader r = { .arena = a };
	enum rc rc = file_read(&r, file, target_line);

	if (!rc)
		*out = r.targets;
	return rc;
}

static enum rc file_find(struct arena *a, const struct year *year, const char *name,
			 const struct embed **file)
{
	*file = embed_find(arena_printf(a, "methodology/%s/%s", year->methodology, name));
	if (*file)
		return RC_OK;
	return err_set(RC_NOT_FOUND, _("There is no methodology “%s”."), year->methodology);
}

enum rc indicators_of_methodology(struct arena *a, const struct year *year, struct records *out)
{
	const struct embed *file;
	enum rc rc = file_find(a, year, "indicators.txt", &file);

	return rc ? rc : indicators_parse(a, file, year, out);
}

enum rc targets_of_methodology(struct arena *a, const struct year *year, struct targets *out)
{
	const struct embed *file;
	enum rc rc = file_find(a, year, "targets.txt", &file);

	return rc ? rc : targets_parse(a, file, out);
}
