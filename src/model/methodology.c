#include "nastavnik/model/methodology.h"

#include <string.h>

#include "methodology_private.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/person.h"

/* An item and what can be looked up only when all files are read. */
struct raw {
	struct book_item item;
	const char *answers, *form; /* codes; NULL: not given */
	const char *file;
	int line;
};

struct reader {
	struct arena *arena;
	struct raw *row;
	size_t n, cap;
	const char *version;
	/* where it is */
	const char *file;
	int line;
	int64_t book; /* 0: about.txt */
	size_t position;
	int64_t year;
};

static const struct {
	const char *file;
	enum book book;
} book_files[] = {
	{ "requests.txt", BOOK_REQUEST },
	{ "competences.txt", BOOK_COMPETENCE },
	{ "interests.txt", BOOK_INTEREST },
	{ "forms.txt", BOOK_FORM },
	{ "roles.txt", BOOK_ROLE },
	{ "sources.txt", BOOK_SOURCE },
	{ "deficits.txt", BOOK_DEFICIT },
	{ "subbases.txt", BOOK_SUBBASE },
	{ "technologies.txt", BOOK_TECHNOLOGY },
	{ "works.txt", BOOK_WORK },
	{ "team.txt", BOOK_TEAM },
	{ "documents.txt", BOOK_DOCUMENT },
	{ "resources.txt", BOOK_RESOURCE },
	{ "partners.txt", BOOK_PARTNER },
	{ "events.txt", BOOK_EVENT },
	{ "nominations.txt", BOOK_NOMINATION },
};

enum rc methodology_mistake(const char *file, int line, const char *what, const char *word)
{
	return err_set(RC_BUG, _("%s, line %d: %s: “%s”."), file, line, what, word);
}

char *methodology_trim(char *text)
{
	size_t len;

	text += strspn(text, " \t\r");
	for (len = strlen(text); len > 0 && strchr(" \t\r", text[len - 1]) != NULL; len--)
		;
	text[len] = '\0';
	return text;
}

enum rc methodology_key(const char *file, int line, char *text, char **word, char **value)
{
	char *colon = strchr(text, ':');

	if (colon == NULL)
		return methodology_mistake(file, line, _("neither an item nor “word: value”"),
					   text);
	*colon = '\0';
	*word = methodology_trim(text);
	*value = methodology_trim(colon + 1);
	return RC_OK;
}

static enum rc set_synonyms(struct reader *r, struct raw *raw, char *value)
{
	const char *before = raw->item.synonyms;

	raw->item.synonyms =
		*before == '\0' ? value : arena_printf(r->arena, "%s; %s", before, value);
	return RC_OK;
}

static enum rc set_answers(struct reader *r, struct raw *raw, char *value)
{
	if (raw->item.book != BOOK_REQUEST)
		return methodology_mistake(r->file, r->line, _("only a request is answered"),
					   value);
	raw->answers = value;
	return RC_OK;
}

static enum rc set_form(struct reader *r, struct raw *raw, char *value)
{
	if (raw->item.book != BOOK_ROLE)
		return methodology_mistake(r->file, r->line,
					   _("only a role model belongs to a form"), value);
	raw->form = value;
	return RC_OK;
}

static enum rc set_side(struct reader *r, const struct raw *raw, const char *value, int64_t *kind)
{
	enum person_kind of = person_kind_of(value);

	if (raw->item.book != BOOK_FORM || (of == KIND_UNKNOWN && strcmp(value, "любой") != 0))
		return methodology_mistake(r->file, r->line, _("this is no side of a form"), value);
	*kind = of;
	return RC_OK;
}

static enum rc set_mentor(struct reader *r, struct raw *raw, char *value)
{
	return set_side(r, raw, value, &raw->item.mentor_kind);
}

static enum rc set_mentee(struct reader *r, struct raw *raw, char *value)
{
	return set_side(r, raw, value, &raw->item.mentee_kind);
}

/* The words of the files; they are data for Russian teachers, hence not translated. */
static const struct key {
	const char *word;
	enum rc (*set)(struct reader *r, struct raw *raw, char *value);
} keys[] = {
	{ "слова", set_synonyms },   { "помогает", set_answers },    { "форма", set_form },
	{ "наставник", set_mentor }, { "наставляемый", set_mentee },
};

/* «[code] name» begins an item. */
static enum rc item_begin(struct reader *r, char *line)
{
	char *end = strchr(line, ']');
	struct raw *raw;

	if (r->book == 0 || end == NULL || end == line + 1)
		return methodology_mistake(r->file, r->line, _("not the beginning of an item"),
					   line);
	*end = '\0';
	r->row = arena_grow(r->arena, r->row, r->n, &r->cap, sizeof(*r->row));
	raw = &r->row[r->n++];
	*raw = (struct raw){ .item = { .id = id_new(),
				       .year = r->year,
				       .book = r->book,
				       .code = methodology_trim(line + 1),
				       .name = methodology_trim(end + 1),
				       .synonyms = "",
				       .position = (int64_t)++r->position },
			     .file = r->file,
			     .line = r->line };
	if (*raw->item.name == '\0')
		return methodology_mistake(r->file, r->line, _("the item has no name"),
					   raw->item.code);
	return RC_OK;
}

/* «key: value» below an item, or of about.txt. */
static enum rc key_read(struct reader *r, char *line)
{
	char *value;
	enum rc rc = methodology_key(r->file, r->line, line, &line, &value);

	if (rc != RC_OK)
		return rc;
	if (r->book == 0) {
		if (strcmp(line, "версия") == 0)
			r->version = value;
		return RC_OK;
	}
	if (r->position == 0)
		return methodology_mistake(r->file, r->line, _("there is no item above"), line);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (strcmp(keys[i].word, line) == 0)
			return keys[i].set(r, &r->row[r->n - 1], value);
	return methodology_mistake(r->file, r->line, _("unknown word before the colon"), line);
}

static enum rc line_read(struct reader *r, char *line)
{
	line = methodology_trim(line);
	if (*line == '\0' || *line == '#')
		return RC_OK;
	return *line == '[' ? item_begin(r, line) : key_read(r, line);
}

static enum rc file_read(struct reader *r, const struct embed *file, int64_t book)
{
	char *text = arena_strndup(r->arena, file->text, file->size), *line;
	enum rc rc = RC_OK;

	r->file = file->name;
	r->line = 0;
	r->book = book;
	r->position = 0;
	while (rc == RC_OK && (line = strsep(&text, "\n")) != NULL) {
		r->line++;
		rc = line_read(r, line);
	}
	return rc;
}

static bool name_is(const char *path, const char *name)
{
	const char *slash = strrchr(path, '/');

	return strcmp(slash != NULL ? slash + 1 : path, name) == 0;
}

static enum rc files_read(struct reader *r, const struct embed *file, size_t n)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < n && rc == RC_OK; i++)
		if (name_is(file[i].name, "about.txt"))
			rc = file_read(r, &file[i], 0);
	/* In the order of the books, whatever the order of the files. */
	for (size_t b = 0; b < sizeof(book_files) / sizeof(book_files[0]); b++)
		for (size_t i = 0; i < n && rc == RC_OK; i++)
			if (name_is(file[i].name, book_files[b].file))
				rc = file_read(r, &file[i], book_files[b].book);
	return rc;
}

static int64_t code_find(const struct reader *r, int64_t book, const char *code)
{
	for (size_t i = 0; i < r->n; i++)
		if (r->row[i].item.book == book && strcmp(r->row[i].item.code, code) == 0)
			return r->row[i].item.id;
	return 0;
}

/* The competences of «math, exam» as ids. */
static enum rc answers_find(const struct reader *r, struct raw *raw)
{
	char *codes = arena_strdup(r->arena, raw->answers), *code;
	size_t cap = 0;

	while ((code = strsep(&codes, ",")) != NULL) {
		struct ids *ids = &raw->item.answers;
		int64_t id = code_find(r, BOOK_COMPETENCE, methodology_trim(code));

		if (id == 0)
			return methodology_mistake(raw->file, raw->line,
						   _("there is no such competence"),
						   methodology_trim(code));
		ids->row = arena_grow(r->arena, ids->row, ids->n, &cap, sizeof(*ids->row));
		ids->row[ids->n++] = id;
	}
	return RC_OK;
}

static enum rc references_find(const struct reader *r, struct raw *raw)
{
	if (code_find(r, raw->item.book, raw->item.code) != raw->item.id)
		return methodology_mistake(raw->file, raw->line, _("the code is there twice"),
					   raw->item.code);
	if (raw->form != NULL) {
		raw->item.form = code_find(r, BOOK_FORM, raw->form);
		if (raw->item.form == 0)
			return methodology_mistake(raw->file, raw->line, _("there is no such form"),
						   raw->form);
	}
	return raw->answers != NULL ? answers_find(r, raw) : RC_OK;
}

enum rc methodology_parse(struct arena *a, const struct embed *file, size_t n, int64_t year,
			  struct books *books, const char **version)
{
	struct reader r = { .arena = a, .version = "", .year = year };
	struct book_item *row;
	enum rc rc = files_read(&r, file, n);

	for (size_t i = 0; i < r.n && rc == RC_OK; i++)
		rc = references_find(&r, &r.row[i]);
	if (rc != RC_OK)
		return rc;
	row = ARENA_NEW(a, struct book_item, r.n);
	for (size_t i = 0; i < r.n; i++)
		row[i] = r.row[i].item;
	*books = (struct books){ row, r.n };
	*version = r.version;
	return RC_OK;
}

enum rc methodology_load(struct arena *a, const char *name, int64_t year, struct books *books,
			 const char **version)
{
	const char *prefix = arena_printf(a, "methodology/%s/", name);
	const struct embed *file = embed_first(prefix);
	size_t n = 0;

	if (file == NULL)
		return err_set(RC_NOT_FOUND, _("There is no methodology “%s”."), name);
	while (file[n].name != NULL && strncmp(file[n].name, prefix, strlen(prefix)) == 0)
		n++;
	return methodology_parse(a, file, n, year, books, version);
}
