/*
 * Which question a column of a web form answers. Forms write the question itself above the column,
 * with a number before it, a star behind it, or one of its options: «Что мешает? [Время]».
 */
#include <ctype.h>
#include <string.h>

#include "import_answers.h"
#include "import_who.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"

enum { HEADING_WORDS_MAX = 6 }; /* of a heading that words alone may tell */

static const struct field filled_field = {
	.name = ANSWERS_FILLED,
	.label = N_("Filled in on"),
	.kind = FIELD_TEXT,
	.headings = (const char *const[]){ "отметка времени", "дата заполнения", "время заполнения",
					   "дата ответа", "время ответа", "дата и время", "дата",
					   "время создания", "время завершения", "дата создания",
					   "timestamp", "created", NULL },
};

/* Options may stand in a column each, and so may the parts of an open answer. */
static enum field_kind field_kind_of(const struct survey_item *item)
{
	if (item->kind == ITEM_ONE || item->kind == ITEM_SEVERAL)
		return FIELD_CHOICES;
	return item->kind == ITEM_OPEN ? FIELD_LONGTEXT : FIELD_TEXT;
}

/* A heading row is found by the words of the questions too. */
static const char *const *headings_of(struct arena *a, const struct survey_item *item)
{
	const char **list = ARENA_NEW(a, const char *, 2);

	list[0] = item->name;
	return list;
}

struct fields question_fields(struct import *import)
{
	struct survey_lines *lines = import->survey;
	struct arena *a = &import->made;
	size_t n = WHO_FIELDS + 1 + lines->items.n;
	struct field *row = ARENA_NEW(a, struct field, n);

	memcpy(row, who_fields, WHO_FIELDS * sizeof(*row));
	row[WHO_FIELDS] = filled_field;
	lines->first = WHO_FIELDS + 1;
	for (size_t i = 0; i < lines->items.n; i++) {
		const struct survey_item *item = &lines->items.row[i];

		row[lines->first + i] = (struct field){ .name = item->code,
							.label = item->name,
							.kind = field_kind_of(item),
							.headings = headings_of(a, item) };
	}
	return (struct fields){ row, n };
}

/* What a heading says */

/* Behind «1. », «№ 3)», «Вопрос 5: » of a folded text. */
static const char *number_skip(const char *text)
{
	static const char *const before[] = { "вопрос ", "№", "q" };
	const char *at = text, *digits;

	for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++)
		if (!strncmp(at, before[i], strlen(before[i])))
			at += strlen(before[i]);
	at += strspn(at, " ");
	digits = at;
	while (isdigit((unsigned char)*at) || (at > digits && *at == '.' && isdigit(at[1])))
		at++;
	if (at == digits || !*at || !strchr(".):", *at))
		return text;
	at++;
	return at + strspn(at, " ");
}

/* Quotation marks are written in many ways, dashes in three. */
static const char *char_plain(uint32_t cp)
{
	switch (cp) {
	case 0xAB:
	case 0xBB:
	case 0x201C:
	case 0x201D:
	case 0x201E:
	case '"':
		return "";
	case 0x2013:
	case 0x2014:
		return "-";
	case 0xA0:
		return " ";
	default:
		return NULL;
	}
}

/* Folded, without a number, without the ways in which it could have been typed otherwise. */
static char *key_begin(struct arena *a, const char *text)
{
	const char *at = number_skip(utf8_fold(a, utf8_squeeze(a, text)));
	struct str out = { 0 };
	char *key;
	uint32_t cp;

	for (size_t size; (size = utf8_decode(at, &cp)) > 0; at += size) {
		const char *plain = char_plain(cp);

		str_printf(&out, "%.*s", plain ? (int)strlen(plain) : (int)size,
			   plain ? plain : at);
	}
	key = arena_strdup(a, str_text(&out));
	str_done(&out);
	return key;
}

/* The same without what may stand behind: a star, a full stop, a question mark. */
static char *key_of(struct arena *a, const char *text)
{
	char *key = key_begin(a, text);
	size_t n = strlen(key);

	while (n && strchr(" *.:?!", key[n - 1]))
		key[--n] = '\0';
	return key;
}

/* The option behind the question, in brackets or behind a stroke; 0: there is none. */
static int64_t option_behind(struct arena *a, const struct survey_item *item, const char *rest)
{
	char *text = arena_strdup(a, rest + strspn(rest, " *?.!:"));
	size_t n = strlen(text);
	const char *option;

	if (!*text || !strchr("[(/|>-", *text))
		return 0;
	text += strspn(text, "[(/|>- ");
	n = strlen(text);
	while (n && strchr(" *])", text[n - 1]))
		text[--n] = '\0';
	for (int64_t i = 1; (option = item_option(a, item, i)) != NULL; i++)
		if (!strcmp(key_of(a, option), key_of(a, text)))
			return i;
	return 0;
}

static bool has_options(const struct survey_item *item)
{
	return item->kind == ITEM_ONE || item->kind == ITEM_SEVERAL;
}

/* The question that a heading names; lines->items.n: none. *option: of its options, 0 not one. */
static size_t heading_item(struct arena *a, const struct survey_items *items, const char *heading,
			   int64_t *option)
{
	const char *key = key_of(a, heading), *whole = key_begin(a, heading);

	*option = 0;
	for (size_t i = 0; i < items->n && *key; i++)
		if (!strcmp(key, key_of(a, items->row[i].name)) ||
		    !strcmp(key, utf8_fold(a, items->row[i].code)))
			return i;
	for (size_t i = 0; i < items->n && *key; i++) {
		const char *question = key_of(a, items->row[i].name);

		if (!has_options(&items->row[i]) || strncmp(whole, question, strlen(question)))
			continue;
		*option = option_behind(a, &items->row[i], whole + strlen(question));
		if (*option)
			return i;
	}
	return items->n;
}

static size_t words_count(const char *text)
{
	size_t n = 0;

	for (const char *at = text + strspn(text, " "); *at; at += strspn(at, " ")) {
		n++;
		at += strcspn(at, " ");
	}
	return n;
}

static bool is_question(const struct import *import, const struct field *field)
{
	return field >= import->fields.row + import->survey->first;
}

static bool is_taken(const struct import *import, const struct field *field)
{
	for (size_t i = 0; i < import->table.n; i++)
		if (import->table.column[i].field == field && import->table.column[i].sure == 100)
			return true;
	return false;
}

static void column_send(struct column *column, const struct field *field)
{
	column->use = field ? COLUMN_FIELD : COLUMN_IGNORE;
	column->field = field;
	column->sure = field ? 100 : 0;
}

/* Questions are known by all of their words: one that only shares some is another. A name, a code
 * or a date is asked for in few words. */
void questions_look(struct import *import)
{
	struct arena *a = &import->looked;
	struct table *table = &import->table;
	const struct survey_items *items = &import->survey->items;

	for (size_t i = 0; i < table->n; i++) {
		struct column *column = &table->column[i];

		if (column->field && (is_question(import, column->field) ||
				      words_count(column->heading) > HEADING_WORDS_MAX))
			column_send(column, NULL);
	}
	import->survey->says = ARENA_NEW(a, struct heading_says, table->n);
	for (size_t i = 0; i < table->n; i++) {
		struct heading_says *says = &import->survey->says[i];
		const struct field *field;

		says->item = heading_item(a, items, table->column[i].heading, &says->option);
		field = &import->fields.row[import->survey->first + says->item];
		if (says->item < items->n && (says->option || !is_taken(import, field)))
			column_send(&table->column[i], field);
	}
}

/* Cells */

/* Does the cell of an option's own column say that it was chosen? */
static bool cell_chooses(struct arena *a, const char *cell)
{
	static const char *const no[] = { "", "нет", "0", "-", "–", "false", "ложь", "no" };
	const char *text = utf8_fold(a, utf8_squeeze(a, cell));

	for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		if (!strcmp(text, no[i]))
			return false;
	return true;
}

/* What the cell says to the i-th question. */
static const char *cell_text(const struct import_row *row, size_t i, size_t column,
			     const char *cell)
{
	const struct survey_lines *lines = row->run->import->survey;
	const struct heading_says *says = &lines->says[column];
	struct arena *a = &row->run->row;

	if (says->item != i || !says->option)
		return cell;
	return cell_chooses(a, cell) ? item_option(a, &lines->items.row[i], says->option) : "";
}

const char *question_text(const struct import_row *row, const struct row *cells, size_t i)
{
	const struct import *import = row->run->import;
	const struct survey_item *item = &import->survey->items.row[i];
	const struct field *field = &import->fields.row[import->survey->first + i];
	const char *text = NULL;

	for (size_t k = 0; k < import->table.n; k++) {
		const struct column *column = &import->table.column[k];
		const char *cell = k < cells->n ? cells->cell[k] : "";

		if (column->field != field)
			continue;
		cell = cell_text(row, i, k, cell);
		if (!text || !*text)
			text = cell;
		else if (*cell)
			text = arena_printf(&row->run->row, "%s%s%s", text,
					    item->kind == ITEM_OPEN ? "\n" : "; ", cell);
	}
	return text;
}
