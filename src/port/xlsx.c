/* A book of .xlsx: its parts, its sheets. */
#include "xlsx.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/i18n.h"

/* What a relation of the workbook leads to. */
struct relation {
	const char *id, *target;
};

struct loading {
	struct xlsx *book;
	struct relation *relation;
	size_t n, cap;
	const char *strings, *styles; /* targets */
	const char **sheet_id;        /* of relations, by sheet */
	size_t sheets_cap;
};

static bool ends_with(const char *text, const char *ending)
{
	size_t n = strlen(text), end = strlen(ending);

	return n >= end && !strcmp(text + n - end, ending);
}

/* Relations are told by the end of their type: its beginning depends on the age of the standard. */
static void relations_begin(void *data, const char *name, const char **attribute)
{
	const char *id = xml_attribute(attribute, "Id");
	const char *type = xml_attribute(attribute, "Type");
	const char *target = xml_attribute(attribute, "Target");
	struct loading *l = data;
	struct arena *a = &l->book->sheet.arena;

	if (strcmp(xml_local(name), "Relationship") || !id || !type || !target ||
	    l->n == 2 * SHEET_COUNT_MAX)
		return;
	if (ends_with(type, "/sharedStrings"))
		l->strings = arena_strdup(a, target);
	else if (ends_with(type, "/styles"))
		l->styles = arena_strdup(a, target);
	l->relation = arena_grow(a, l->relation, l->n, &l->cap, sizeof(*l->relation));
	l->relation[l->n++] = (struct relation){ arena_strdup(a, id), arena_strdup(a, target) };
}

/* Some write r:id, some another prefix. */
static const char *relation_id(const char **attribute)
{
	for (; *attribute; attribute += 2) {
		if (strchr(attribute[0], ':') && !strcmp(xml_local(attribute[0]), "id"))
			return attribute[1];
	}
	return NULL;
}

static bool is_true(const char *text)
{
	return text && (!strcmp(text, "1") || !strcmp(text, "true"));
}

static void workbook_begin(void *data, const char *name, const char **attribute)
{
	struct loading *l = data;
	struct sheet *s = &l->book->sheet;

	name = xml_local(name);
	if (!strcmp(name, "workbookPr")) {
		l->book->since_1904 = is_true(xml_attribute(attribute, "date1904"));
	} else if (!strcmp(name, "sheet")) {
		const char *title = xml_attribute(attribute, "name");
		const char *state = xml_attribute(attribute, "state");
		const char *id = relation_id(attribute);

		if (!title || !id || s->base.facts.sheets == SHEET_COUNT_MAX)
			return;
		l->sheet_id = arena_grow(&s->arena, l->sheet_id, s->base.facts.sheets,
					 &l->sheets_cap, sizeof(*l->sheet_id));
		l->sheet_id[s->base.facts.sheets] = arena_strdup(&s->arena, id);
		sheet_add(s, title, state && strcmp(state, "visible"));
	}
}

/* A target as the name of a part: from the root, or from the folder of the workbook. */
static int64_t target_find(const struct xlsx *x, const char *folder, const char *target)
{
	const struct parts *parts = &x->sheet.parts;
	struct str name = { 0 };
	int64_t index;

	if (!target)
		return -1;
	if (*target == '/')
		str_add(&name, target + 1);
	else
		str_printf(&name, "%s%s", folder, target);
	index = parts->library->find(parts->archive, str_text(&name));
	str_done(&name);
	return index;
}

static const char *relation_target(const struct loading *l, const char *id)
{
	for (size_t i = 0; i < l->n; i++) {
		if (!strcmp(l->relation[i].id, id))
			return l->relation[i].target;
	}
	return NULL;
}

/* Diagrams and dialogs are sheets to Excel; what is missing or no part of cells is an empty one. */
static void parts_bind(struct loading *l, const char *folder)
{
	struct xlsx *x = l->book;
	size_t n = x->sheet.base.facts.sheets;

	x->part = ARENA_NEW(&x->sheet.arena, int64_t, n);
	for (size_t i = 0; i < n; i++)
		x->part[i] = target_find(x, folder, relation_target(l, l->sheet_id[i]));
}

static enum rc cells_load(struct loading *l, const char *folder)
{
	struct xlsx *x = l->book;
	int64_t strings = target_find(x, folder, l->strings);
	int64_t styles = target_find(x, folder, l->styles);
	enum rc rc = RC_OK;

	if (strings >= 0)
		rc = xlsx_strings_load(&x->sheet.parts, strings, &x->strings);
	if (!rc && styles >= 0)
		rc = xlsx_styles_load(&x->sheet.arena, &x->sheet.parts, styles, &x->styles);
	return rc;
}

static enum rc xlsx_begin(struct sheet *s)
{
	static const struct part_reader workbook = { workbook_begin, NULL, NULL };
	static const struct part_reader relations = { relations_begin, NULL, NULL };
	static const char folder[] = "xl/";
	struct loading l = { .book = xlsx_of(s) };
	int64_t rels = s->parts.library->find(s->parts.archive, "xl/_rels/workbook.xml.rels");
	enum rc rc = parts_read(&s->parts, l.book->workbook, &workbook, &l);

	if (!rc && rels >= 0)
		rc = parts_read(&s->parts, rels, &relations, &l);
	if (rc)
		return rc;
	parts_bind(&l, folder);
	return cells_load(&l, folder);
}

static int by_line(const void *a, const void *b)
{
	const struct xlsx_merge *x = a, *y = b;

	return (x->line > y->line) - (x->line < y->line);
}

static enum rc xlsx_look(struct sheet *s, size_t at, bool *filled)
{
	struct xlsx *x = xlsx_of(s);
	enum rc rc;

	if (x->part[at] < 0) {
		*filled = false;
		return RC_OK;
	}
	x->filled = false;
	x->merges = 0;
	s->line = 0;
	rc = sheet_read(s, x->part[at], NULL, &xlsx_values);
	s->line = 0;
	if (!rc && x->filled)
		rc = sheet_read(s, x->part[at], "sheetData", &xlsx_merges);
	if (!rc && x->merges)
		qsort(x->merge, x->merges, sizeof(*x->merge), by_line);
	if (!rc)
		*filled = x->filled;
	return rc;
}

static int64_t xlsx_part(const struct sheet *s)
{
	const struct xlsx *x = (const struct xlsx *)(const void *)s;

	return x->part[s->base.facts.sheet];
}

static void xlsx_restart(struct sheet *s)
{
	struct xlsx *x = xlsx_of(s);

	x->merge_at = 0;
	x->in_value = x->in_phonetic = false;
	str_clear(&x->value);
}

static void xlsx_done(struct sheet *s)
{
	struct xlsx *x = xlsx_of(s);

	xlsx_strings_done(&x->strings);
	str_done(&x->value);
	free(x->merge);
}

enum rc xlsx_open(struct parts parts, int64_t workbook, const struct row_options *options,
		  struct row_source **source)
{
	static const struct sheet_kind kind = {
		.begin = xlsx_begin,
		.look = xlsx_look,
		.part = xlsx_part,
		.restart = xlsx_restart,
		.done = xlsx_done,
		.reader = &xlsx_rows,
	};
	struct xlsx *x = mem_alloc(sizeof(*x));

	x->workbook = workbook;
	return sheet_begin(&x->sheet, &kind, parts, options, source);
}
