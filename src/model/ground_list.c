/* grounds.txt of a methodology: the acts that a programme rests on. */
#include <string.h>

#include "methodology_private.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/prepare.h"

struct reader {
	struct arena *arena;
	const struct year *year;
	struct ground *row;
	size_t n, cap;
	const char *file;
	int line;
};

static enum rc mistake(const struct reader *r, const char *what, const char *word)
{
	return methodology_mistake(r->file, r->line, what, word);
}

static enum rc set_number(struct reader *r, struct ground *ground, char *value)
{
	(void)r;
	ground->number = value;
	return RC_OK;
}

static enum rc set_date(struct reader *r, struct ground *ground, char *value)
{
	int on;

	if (!date_parse(value, &on) || !date_whole(on))
		return mistake(r, _("this is no date"), value);
	ground->on_day = on;
	return RC_OK;
}

static enum rc set_link(struct reader *r, struct ground *ground, char *value)
{
	(void)r;
	ground->link = value;
	return RC_OK;
}

static enum rc set_note(struct reader *r, struct ground *ground, char *value)
{
	ground->note = *ground->note ? arena_printf(r->arena, "%s %s", ground->note, value) : value;
	return RC_OK;
}

/* The words of the file; they are data for Russian teachers, hence not translated. */
static const struct key {
	const char *word;
	enum rc (*set)(struct reader *r, struct ground *ground, char *value);
} keys[] = {
	{ "номер", set_number },
	{ "дата", set_date },
	{ "ссылка", set_link },
	{ "пояснение", set_note },
};

static bool code_known(const struct reader *r, const char *code)
{
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->row[i].code, code) == 0)
			return true;
	return false;
}

/* «[code] name» begins a ground. */
static enum rc ground_begin(struct reader *r, char *line)
{
	char *end = strchr(line, ']');
	struct ground fresh;

	if (!end || end == line + 1)
		return mistake(r, _("not the beginning of an item"), line);
	*end = '\0';
	record_init(&ground_type, &fresh, r->year->year, DATE_NONE);
	fresh.code = methodology_trim(line + 1);
	fresh.name = methodology_trim(end + 1);
	if (!*fresh.name)
		return mistake(r, _("the item has no name"), fresh.code);
	if (code_known(r, fresh.code))
		return mistake(r, _("the code is there twice"), fresh.code);
	r->row = arena_grow(r->arena, r->row, r->n, &r->cap, sizeof(*r->row));
	r->row[r->n++] = fresh;
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
		if (!r->n)
			return mistake(r, _("there is no item above"), line);
		return keys[i].set(r, &r->row[r->n - 1], value);
	}
	return mistake(r, _("unknown word before the colon"), line);
}

static enum rc line_read(struct reader *r, char *line)
{
	line = methodology_trim(line);
	if (*line == '\0' || *line == '#')
		return RC_OK;
	return *line == '[' ? ground_begin(r, line) : key_read(r, line);
}

enum rc grounds_parse(struct arena *a, const struct embed *file, const struct year *year,
		      struct records *out)
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
	*out = (struct records){ r.row, r.n };
	return RC_OK;
}

enum rc grounds_of_methodology(struct arena *a, const struct year *year, struct records *out)
{
	const char *name = arena_printf(a, "methodology/%s/grounds.txt", year->methodology);
	const struct embed *file = embed_find(name);

	if (!file)
		return err_set(RC_NOT_FOUND, _("There is no methodology “%s”."), year->methodology);
	return grounds_parse(a, file, year, out);
}
