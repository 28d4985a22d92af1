/* Rules of questionnaires; the reader of their files is questionnaire_read.c. */
#include "nastavnik/model/questionnaire.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/i18n.h"

const struct questionnaire *questionnaire_coded(const struct questionnaires *all, const char *code)
{
	for (size_t i = 0; i < all->n; i++)
		if (strcmp(all->row[i].survey.code, code) == 0)
			return &all->row[i];
	return NULL;
}

static int64_t form_coded(const struct books *books, const char *code)
{
	for (size_t i = 0; i < books->n; i++)
		if (books->row[i].book == BOOK_FORM && strcmp(books->row[i].code, code) == 0)
			return books->row[i].id;
	return 0;
}

void questionnaires_bind(struct questionnaires *all, int64_t year, const struct books *books)
{
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++) {
		struct questionnaire q = all->row[i];

		q.survey.head.owner = year;
		if (*q.form)
			q.survey.form = form_coded(books, q.form);
		if (!*q.form || q.survey.form)
			all->row[n++] = q;
	}
	all->n = n;
}

static enum rc code_alone(const struct survey_items *items, const struct survey_item *item)
{
	for (size_t i = 0; i < items->n; i++)
		if (&items->row[i] != item && strcmp(items->row[i].code, item->code) == 0)
			return err_set(RC_CONFLICT,
				       _("Another question has the code “%s” already: “%s”. Give "
					 "one of them another code."),
				       item->code, items->row[i].name);
	return RC_OK;
}

static enum rc condition_unclear(const struct survey_item *item)
{
	return err_set(RC_INVALID,
		       _("“Asked only if” of the question “%s” is not understood: “%s”. Write the "
			 "code of an earlier question and its answers: met = 1, 3."),
		       item->name, item->only_if);
}

/* An answer of several is one of the options too. */
static enum rc condition_value(const struct survey_item *item, const struct survey_item *other,
			       long long value)
{
	struct answer answer = { .status = ANSWER_GIVEN, .value = value, .words = "" };
	bool known = other->kind == ITEM_SEVERAL ? value >= 1 && value <= item_options(other)
						 : answer_check(other, &answer) == RC_OK;

	if (known)
		return RC_OK;
	return err_set(RC_INVALID,
		       _("“Asked only if” of the question “%s”: the question “%s” has no answer "
			 "%lld."),
		       item->name, other->name, value);
}

static enum rc condition_values(const struct survey_item *item, const struct survey_item *other,
				const char *values)
{
	enum rc rc = *values ? RC_OK : condition_unclear(item);

	while (*values && !rc) {
		char *end;
		long long value = strtoll(values, &end, 10);

		if (end == values)
			return condition_unclear(item);
		rc = condition_value(item, other, value);
		values = end + strspn(end, " ,;");
	}
	return rc;
}

static enum rc condition_fits(const struct survey_items *items, const struct survey_item *item)
{
	const char *equals = strchr(item->only_if, '=');
	size_t n = equals ? (size_t)(equals - item->only_if) : 0;
	const struct survey_item *other;
	char code[ITEM_CODE_MAX + 1];

	if (!*item->only_if)
		return RC_OK;
	while (n && item->only_if[n - 1] == ' ')
		n--;
	if (!n || n > ITEM_CODE_MAX)
		return condition_unclear(item);
	memcpy(code, item->only_if, n);
	code[n] = '\0';
	other = item_by_code(items, code);
	if (!other || other >= item)
		return err_set(RC_INVALID,
			       _("“Asked only if” of the question “%s”: no earlier question has "
				 "the code “%s”."),
			       item->name, code);
	if (other->kind == ITEM_OPEN || other->kind == ITEM_DATE)
		return err_set(RC_INVALID,
			       _("“Asked only if” of the question “%s”: the answer to “%s” is no "
				 "number and no choice."),
			       item->name, other->name);
	return condition_values(item, other, equals + 1 + strspn(equals + 1, " "));
}

enum rc item_fits(const struct survey_items *items, const struct survey_item *item)
{
	enum rc rc = code_alone(items, item);

	return rc ? rc : condition_fits(items, item);
}

static bool is_chosen(const struct survey_item *item)
{
	return item->kind == ITEM_ONE || item->kind == ITEM_SEVERAL;
}

bool item_comparable(const struct survey_item *before, const struct survey_item *after)
{
	if (before->kind != after->kind || before->reverse != after->reverse)
		return false;
	if (is_chosen(before))
		return item_options(before) <= item_options(after);
	if (before->kind == ITEM_SCALE)
		return before->low == after->low && before->high == after->high;
	return true;
}

/* Lower case; a letter that sounds like two is two. */
static const char *const latin[32] = { "a", "b",  "v",  "g",   "d", "e", "zh", "z", "i",  "y", "k",
				       "l", "m",  "n",  "o",   "p", "r", "s",  "t", "u",  "f", "h",
				       "c", "ch", "sh", "sch", "",  "y", "",   "e", "yu", "ya" };

/* The Latin of a letter; NULL: it is none. *next: behind it. */
static const char *letter_latin(const char *at, char one[2], const char **next)
{
	const unsigned char *b = (const unsigned char *)at;
	unsigned code = b[0];

	*next = at + 1;
	if (code >= 0xC0 && b[1]) {
		code = (code & 0x1F) << 6 | (b[1] & 0x3F);
		*next = at + 2;
	}
	if ((code >= 'a' && code <= 'z') || (code >= '0' && code <= '9')) {
		one[0] = (char)code;
		one[1] = '\0';
		return one;
	}
	if (code >= 'A' && code <= 'Z') {
		one[0] = (char)(code - 'A' + 'a');
		one[1] = '\0';
		return one;
	}
	if (code == 0x401 || code == 0x451) /* ё */
		return "e";
	if (code >= 0x410 && code <= 0x42F)
		return latin[code - 0x410];
	return code >= 0x430 && code <= 0x44F ? latin[code - 0x430] : NULL;
}

enum { CODE_LENGTH = 14 };

/* Whole words as long as they find room. */
static void code_write(const char *words, char *code)
{
	char one[2];
	size_t n = 0, whole = 0;

	while (*words && n < CODE_LENGTH) {
		const char *text = letter_latin(words, one, &words);

		if (!text) {
			whole = n ? n : whole;
			if (n && code[n - 1] != '_')
				code[n++] = '_';
			continue;
		}
		if (n + strlen(text) > CODE_LENGTH)
			break;
		memcpy(code + n, text, strlen(text));
		n += strlen(text);
	}
	if (*words && whole && letter_latin(words, one, &words))
		n = whole;
	while (n && code[n - 1] == '_')
		n--;
	code[n] = '\0';
}

const char *item_code_of(struct arena *a, const char *words, const struct survey_items *items)
{
	char code[CODE_LENGTH + 1] = "";
	const char *free_code;

	code_write(words, code);
	if (!*code)
		strcpy(code, "q");
	free_code = arena_strdup(a, code);
	for (int i = 2; item_by_code(items, free_code); i++)
		free_code = arena_printf(a, "%s_%d", code, i);
	return free_code;
}
