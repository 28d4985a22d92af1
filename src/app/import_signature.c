/*
 * What is signed below a list and is no person: «Директор ______ Кузнецов А.В.», «Классный
 * руководитель: Сомова А.И.», «М.П.», «1 сентября 2026 г.».
 *
 * Учитель and Секретарь are family names too. So a row that says anything of a person's own (a
 * number in front, a class, a birth date, a position) is a person whatever its first word, and a
 * first word that is a post makes a signature only together with what no name has.
 */
#include <string.h>

#include "import_inner.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"

/* What a signature begins with, in lower case. */
static const char *const posts[] = {
	"директор",  "заместитель",   "зам",          "и.о",      "и. о",
	"врио",      "врид",          "руководитель", "классный", "кл",
	"завуч",     "заведующий",    "куратор",      "учитель",  "педагог",
	"секретарь", "методист",      "председатель", "дата",     "исполнитель",
	"исп",       "ответственный",
};

/* Likewise, and nobody is called so. */
static const char *const notes[] = {
	"подпись",   "расшифровка", "согласовано", "утверждаю", "утверждено",
	"составил",  "составила",   "исполнил",    "исполнила", "проверил",
	"проверила", "м.п",         "м. п",        "мп",
};

static bool is_letter(uint32_t cp)
{
	return utf8_lower(cp) != utf8_upper(cp);
}

bool text_has_letter(const char *text)
{
	uint32_t cp;
	size_t n;

	for (; (n = utf8_decode(text, &cp)) != 0; text += n) {
		if (is_letter(cp))
			return true;
	}
	return false;
}

/* What stands behind a label at the beginning of a text; NULL when it does not begin so. */
static const char *behind_label(const char *text, const char *label)
{
	uint32_t cp, wanted;
	size_t n;

	for (; (n = utf8_decode(label, &wanted)) != 0; label += n) {
		n = utf8_decode(text, &cp);
		if (!n || utf8_lower(cp) != wanted)
			return NULL;
		text += n;
	}
	n = utf8_decode(text, &cp);
	return n && is_letter(cp) ? NULL : text;
}

static const char *behind_any(const char *text, const char *const label[], size_t n)
{
	const char *rest = NULL;

	for (size_t i = 0; i < n && !rest; i++)
		rest = behind_label(text, label[i]);
	return rest;
}

/* The first letter of a text; 0: it has none. */
static uint32_t first_letter(const char *text)
{
	uint32_t cp;
	size_t n;

	for (; (n = utf8_decode(text, &cp)) != 0; text += n) {
		if (is_letter(cp))
			return cp;
	}
	return 0;
}

static bool is_upper(uint32_t cp)
{
	return is_letter(cp) && utf8_lower(cp) != cp;
}

/* «Кузнецов А.В.», «А. В. Кузнецов»: two initials, and a word. */
static bool has_initials_and_name(const char *text)
{
	uint32_t cp, before = 0;
	size_t n, letters = 0, initials = 0;
	bool name = false;

	for (; (n = utf8_decode(text, &cp)) != 0; text += n) {
		if (is_letter(cp)) {
			name = ++letters > 2 || name;
			before = cp;
			continue;
		}
		initials += cp == '.' && letters == 1 && is_upper(before);
		letters = 0;
	}
	return name && initials >= 2;
}

/* Does what stands behind a post show that the post is no family name? */
static bool is_behind_post(const char *post, const char *rest)
{
	uint32_t first = first_letter(rest);

	if (!first || strstr(rest, "__") || rest[strspn(rest, " .")] == ':')
		return true;
	/* «Директор школы»; in a list all in small letters this says nothing. */
	if (is_upper(first_letter(post)) && !is_upper(first))
		return true;
	return has_initials_and_name(rest);
}

static bool is_number(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	return digits && !text[digits + strspn(text + digits, " .)")];
}

/* Does the row say what only the row of a person does? */
static bool row_is_somebody(const struct import_row *row, const struct row *cells)
{
	static const char *const own[] = { "birth", "position" };
	const struct table *table = &row->run->import->table;
	const char *class = import_value(row, "class_name");
	char name[CLASS_SIZE];

	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
		if (*import_value(row, own[i]))
			return true;
	}
	for (size_t i = 0; i < cells->n; i++) {
		bool front = !i || (i < table->n && table->column[i].use == COLUMN_ROW_NUMBER);

		if (front && is_number(cells->cell[i]))
			return true;
	}
	return *class && class_normal(class, name);
}

/* Where a name or the number in front of it stands. */
static bool is_name_cell(const struct table *table, size_t i)
{
	static const char *const parts[] = { "family", "given", "patronymic" };
	const struct column *column = &table->column[i];

	if (i >= table->n)
		return false;
	for (size_t k = 0; k < sizeof(parts) / sizeof(parts[0]); k++) {
		if (column->use == COLUMN_FIELD && !strcmp(column->field->name, parts[k]))
			return true;
	}
	return column->use == COLUMN_FULL_NAME || column->use == COLUMN_ROW_NUMBER;
}

/* The row's words: those where a name should be, else all of them. */
static char *row_words(struct import_row *row, const struct row *cells)
{
	const struct table *table = &row->run->import->table;
	struct arena *a = &row->run->row;
	char *named = arena_strdup(a, ""), *all = named;

	for (size_t i = 0; i < cells->n; i++) {
		if (!cells->cell[i][strspn(cells->cell[i], " ")])
			continue;
		all = arena_printf(a, "%s %s", all, cells->cell[i]);
		if (is_name_cell(table, i))
			named = arena_printf(a, "%s %s", named, cells->cell[i]);
	}
	return utf8_squeeze(a, *named ? named : all);
}

/* A day, and nothing else in the row; but not where somebody's birth date would stand. */
static bool row_is_day(const struct import_row *row, const struct row *cells)
{
	struct arena *a = &row->run->row;
	const char *alone = NULL;
	int day = DATE_NONE;

	for (size_t i = 0; i < cells->n; i++) {
		if (!cells->cell[i][strspn(cells->cell[i], " ")])
			continue;
		if (alone || *import_value(row, "birth"))
			return false;
		alone = cells->cell[i];
	}
	return alone && date_parse(utf8_fold(a, alone), &day) && date_whole(day);
}

/* What begins like a signature, or leaves room for one where a name should be. */
static bool is_signed(const char *words)
{
	const char *begin = words + strspn(words, " _./(-\"");
	const char *rest = behind_any(begin, posts, sizeof(posts) / sizeof(posts[0]));

	if (rest)
		return is_behind_post(begin, rest);
	return behind_any(begin, notes, sizeof(notes) / sizeof(notes[0])) || strstr(words, "___");
}

const char *import_row_signature(struct import_row *row, const struct row *cells)
{
	const char *words;

	if (row_is_day(row, cells))
		return row_words(row, cells);
	if (row_is_somebody(row, cells))
		return NULL;
	words = row_words(row, cells);
	return is_signed(words) ? words : NULL;
}
