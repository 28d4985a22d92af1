/* What a column is by its values. */
#include "content.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"

enum looks {
	LOOKS_OTHER,
	LOOKS_NAME,
	LOOKS_FULL_NAME,
	LOOKS_DATE,
	LOOKS_CLASS,
	LOOKS_EMAIL,
	LOOKS_PHONE,
	LOOKS_NUMBER,
	LOOKS_COUNT
};

static bool ends_with(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);

	return n >= m && !strcmp(text + n - m, end);
}

static bool is_capital(uint32_t cp)
{
	return (cp >= 0x410 && cp < 0x430) || cp == 0x401;
}

static bool is_name_letter(uint32_t cp)
{
	return (cp >= 0x410 && cp < 0x450) || cp == 0x401 || cp == 0x451 || cp == '-' ||
	       cp == '\'' || cp == 0x2019;
}

/* Number of words of what looks like a person's name; 0: it does not. Words begin with a capital
 * but for particles such as «оглы». */
static int name_words(const char *text)
{
	int words = 0, capitals = 0;
	bool inside = false;
	uint32_t cp;
	size_t size;

	for (; (size = utf8_decode(text, &cp)); text += size) {
		if (cp == ' ') {
			inside = false;
			continue;
		}
		if (!is_name_letter(cp))
			return 0;
		if (!inside) {
			words++;
			capitals += is_capital(cp);
		}
		inside = true;
	}
	return capitals && capitals >= words - 1 ? words : 0;
}

static bool is_class(const char *text)
{
	char buf[CLASS_SIZE];

	/* A number alone is a row number as well as a class. */
	return strlen(text) < 16 && class_normal(text, buf) && class_order(buf) % 4096;
}

static size_t count_digits(const char *text)
{
	size_t n = 0;

	for (; *text; text++)
		n += *text >= '0' && *text <= '9';
	return n;
}

static enum looks looks_of(const char *text)
{
	size_t digits = count_digits(text);
	int date, words = name_words(text);

	if (words)
		return words == 1 ? LOOKS_NAME : LOOKS_FULL_NAME;
	if (strchr(text, '@') && !strchr(text, ' '))
		return LOOKS_EMAIL;
	if (digits && digits == strspn(text, "0123456789") && text[digits] == '\0' && digits < 6)
		return LOOKS_NUMBER;
	if (digits && date_parse(text, &date))
		return LOOKS_DATE;
	if (digits >= 10 && text[strspn(text, "+-() 0123456789")] == '\0')
		return LOOKS_PHONE;
	return is_class(text) ? LOOKS_CLASS : LOOKS_OTHER;
}

/* What at least four of five values look like. */
static enum looks column_looks(const struct contents *contents, size_t column)
{
	size_t count[LOOKS_COUNT] = { 0 }, total = 0;

	for (size_t row = 0; row < contents->rows; row++) {
		const char *text = contents->cell[row * contents->columns + column];

		if (*text) {
			count[looks_of(text)]++;
			total++;
		}
	}
	/* Some people have three names, some two, some one that is double. */
	if (count[LOOKS_FULL_NAME] * 2 > total)
		return LOOKS_FULL_NAME;
	for (int i = LOOKS_NAME; i < LOOKS_COUNT; i++) {
		if (total && count[i] * 5 >= total * 4)
			return (enum looks)i;
	}
	return LOOKS_OTHER;
}

bool content_is_full_name(const struct contents *contents, size_t column)
{
	return column_looks(contents, column) == LOOKS_FULL_NAME;
}

static bool is_patronymic(const char *text)
{
	static const char *const ends[] = {
		"вич", "вна", "ична", "ьич", "ВИЧ", "ВНА", "ИЧНА", "ЬИЧ"
	};

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		if (ends_with(text, ends[i]))
			return true;
	}
	return false;
}

static bool column_is_patronymic(const struct contents *contents, size_t column)
{
	size_t count = 0, total = 0;

	for (size_t row = 0; row < contents->rows; row++) {
		const char *text = contents->cell[row * contents->columns + column];

		total += *text != '\0';
		count += is_patronymic(text);
	}
	return count * 2 > total;
}

static bool is_counting(const struct contents *contents, size_t column)
{
	long before = 0;

	for (size_t row = 0; row < contents->rows; row++) {
		const char *text = contents->cell[row * contents->columns + column];
		long number = strtol(text, NULL, 10);

		if (row && number != before + 1)
			return false;
		before = number;
	}
	return contents->rows > 1;
}

static void column_set(struct table *table, size_t column, enum column_use use, const char *field,
		       int sure)
{
	struct column *c = &table->column[column];

	if (use == COLUMN_FIELD) {
		c->field = field_find(table->fields, field);
		if (!c->field || table_has(table, field))
			return;
	}
	c->use = use;
	c->sure = sure;
}

/* «Иванов», «Пётр», «Ильич» in columns of their own: the patronymic tells itself by its ending, the
 * family name stands first. */
static void name_columns(const struct contents *contents, struct table *table,
			 const enum looks *looks)
{
	static const char *const part[] = { "family", "given", "patronymic" };
	size_t found = 0;

	for (size_t i = 0; i < table->n && found < 3; i++) {
		bool patronymic;

		if (looks[i] != LOOKS_NAME)
			continue;
		patronymic = column_is_patronymic(contents, i);
		if (patronymic != (found == 2))
			return;
		column_set(table, i, COLUMN_FIELD, part[found], CONTENT_SURE);
		found++;
	}
}

static bool is_open(const struct column *column)
{
	return !*column->heading && column->use == COLUMN_IGNORE;
}

void content_guess(const struct contents *contents, struct table *table)
{
	static const struct {
		enum column_use use;
		const char *field;
		int sure;
	} meaning[LOOKS_COUNT] = {
		[LOOKS_FULL_NAME] = { COLUMN_FULL_NAME, NULL, CONTENT_SURE },
		[LOOKS_DATE] = { COLUMN_FIELD, "birth", CONTENT_UNSURE },
		[LOOKS_CLASS] = { COLUMN_FIELD, "class_name", CONTENT_SURE },
		[LOOKS_EMAIL] = { COLUMN_FIELD, "email", CONTENT_SURE },
		[LOOKS_PHONE] = { COLUMN_FIELD, "phone", CONTENT_UNSURE },
	};
	enum looks looks[ROWS_COLUMN_MAX] = { LOOKS_OTHER };

	for (size_t i = 0; i < table->n; i++) {
		if (!is_open(&table->column[i]))
			continue;
		looks[i] = column_looks(contents, i);
		if (looks[i] == LOOKS_NUMBER && is_counting(contents, i))
			column_set(table, i, COLUMN_ROW_NUMBER, NULL, CONTENT_SURE);
		else if (looks[i] == LOOKS_FULL_NAME && table_has(table, "family"))
			looks[i] = LOOKS_OTHER;
		if (meaning[looks[i]].use != COLUMN_IGNORE)
			column_set(table, i, meaning[looks[i]].use, meaning[looks[i]].field,
				   meaning[looks[i]].sure);
	}
	if (!table_has(table, "family"))
		name_columns(contents, table, looks);
}
