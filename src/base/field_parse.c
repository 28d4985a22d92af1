#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/field.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"

/* What a reader works with; value is what goes into the record when all rules are kept. */
struct reading {
	struct arena *a;
	const struct field *field;
	const struct choice_source *source;
	const char *text; /* as typed */
	union {
		const char *text;
		int64_t number;
		struct ids ids;
	} value;
};

static enum rc read_text(struct reading *r)
{
	r->value.text = utf8_squeeze(r->a, r->text);
	return RC_OK;
}

/* Lines keep their ends (as '\n') and their inner spaces; what stands at the end of the text goes.
 */
static enum rc read_longtext(struct reading *r)
{
	char *text = utf8_nfc(r->a, r->text), *to = text;
	uint32_t cp;

	for (const char *at = text, *next; *at; at = next) {
		next = at + utf8_decode(at, &cp);
		if (cp == '\r' && *next == '\n')
			continue;
		if (cp == '\r' || cp == '\n')
			*to++ = '\n';
		else if (cp == '\t')
			*to++ = ' ';
		else if (cp >= ' ' && (cp < 0x7F || cp >= 0xA0))
			for (; at < next; at++)
				*to++ = *at;
	}
	while (to > text && (to[-1] == '\n' || to[-1] == ' '))
		to--;
	*to = '\0';
	r->value.text = text;
	return RC_OK;
}

static enum rc number_refused(const struct reading *r)
{
	const char *label = text_of(r->field->label);

	if (r->field->decimals)
		return err_set(RC_INVALID, _("“%s”: a number is expected, such as 1,5, not “%s”."),
			       label, r->text);
	return err_set(RC_INVALID, _("“%s”: a whole number is expected, such as 5, not “%s”."),
		       label, r->text);
}

/* Digits with at most one comma or point among them; spaces between thousands were dropped. */
static bool number_parse(const char *text, int decimals, int64_t *number)
{
	bool negative = *text == '-', comma = false, digits = false;
	int64_t value = 0;

	if (*text == '-' || *text == '+')
		text++;
	for (; *text; text++) {
		if ((*text == ',' || *text == '.') && !comma && decimals) {
			comma = true;
			continue;
		}
		if (!isdigit((unsigned char)*text))
			return false;
		digits = true;
		if (comma && !decimals && *text == '0')
			continue; /* 1,50 where one decimal is kept */
		if ((comma && decimals-- <= 0) || value > (INT64_MAX - 9) / 10)
			return false;
		value = value * 10 + (*text - '0');
	}
	for (; decimals > 0; decimals--)
		if (__builtin_mul_overflow(value, 10, &value))
			return false;
	*number = negative ? -value : value;
	return digits;
}

static enum rc read_number(struct reading *r)
{
	char *text = utf8_fold(r->a, r->text), *to = text;

	for (const char *at = text; *at; at++)
		if (*at != ' ')
			*to++ = *at;
	*to = '\0';
	if (!*text)
		r->value.number = FIELD_NOTHING;
	else if (!number_parse(text, r->field->decimals, &r->value.number))
		return number_refused(r);
	return RC_OK;
}

/* 31.02.2026: written as a date is written. */
static bool is_date_like(const char *text)
{
	unsigned day, month, year;
	int end = 0;

	sscanf(text, " %2u.%2u.%4u %n", &day, &month, &year, &end);
	return end && !text[end] && year >= 1900 && year < 2200;
}

static enum rc read_date(struct reading *r)
{
	int date;

	if (!date_parse(r->text, &date) && is_date_like(r->text))
		return err_set(RC_INVALID, _("“%s”: the calendar has no day “%s”."),
			       text_of(r->field->label), r->text);
	if (!date_parse(r->text, &date))
		return err_set(
			RC_INVALID,
			r->field->flags & FIELD_YEAR_ALONE
				? _("“%s”: a date is expected, such as 01.09.2011, or a year, "
				    "not “%s”.")
				: _("“%s”: a date is expected, such as 01.09.2026, not “%s”."),
			text_of(r->field->label), r->text);
	r->value.number = date;
	return RC_OK;
}

static enum rc read_yesno(struct reading *r)
{
	static const char *const yes[] = { "да", "д", "есть", "yes", "y", "true", "1", "+",
					   "x",  "х", "v",    "✓",   "✔", "☑",    NULL };
	static const char *const no[] = { "", "нет", "н", "no", "n", "false", "0", "-", "☐", NULL };
	const char *text = utf8_fold(r->a, r->text);

	for (int i = 0; yes[i]; i++) {
		if (!strcmp(text, yes[i])) {
			r->value.number = 1;
			return RC_OK;
		}
	}
	for (int i = 0; no[i]; i++) {
		if (!strcmp(text, no[i])) {
			r->value.number = 0;
			return RC_OK;
		}
	}
	return err_set(RC_INVALID, _("“%s”: “yes” or “no” is expected, not “%s”."),
		       text_of(r->field->label), r->text);
}

/*
 * Choices.
 */

enum { FOLD_SIZE = 512 };

/* The choice whose name or code folds like the text; NULL. */
static const struct choice *choice_find(struct choices choices, const char *text)
{
	char wanted[FOLD_SIZE], fold[FOLD_SIZE];

	utf8_fold_into(text, wanted, sizeof(wanted));
	for (size_t i = 0; i < choices.n; i++) {
		const struct choice *choice = choices.row + i;

		utf8_fold_into(choice->name, fold, sizeof(fold));
		if (!strcmp(fold, wanted))
			return choice;
		utf8_fold_into(choice->code, fold, sizeof(fold));
		if (*fold && !strcmp(fold, wanted))
			return choice;
	}
	return NULL;
}

static enum rc choice_refused(const struct reading *r, struct choices choices, const char *text)
{
	enum { SHOWN = 8 };
	struct str list = { 0 };
	size_t n = 0;

	for (size_t i = 0; i < choices.n && n <= SHOWN; i++) {
		if (choices.row[i].hidden)
			continue;
		if (n++ < SHOWN)
			str_printf(&list, "%s%s", n > 1 ? "; " : "", choices.row[i].name);
		else
			str_add(&list, "; …");
	}
	if (n)
		err_set(RC_INVALID, _("“%s”: “%s” is not in the list. There are: %s."),
			text_of(r->field->label), text, list.text);
	else
		err_set(RC_INVALID, _("“%s”: “%s” is not in the list, which is empty yet."),
			text_of(r->field->label), text);
	str_done(&list);
	return RC_INVALID;
}

static enum rc read_choice(struct reading *r)
{
	struct choices choices = r->source->get(r->source->data, r->field->choices);
	const char *text = utf8_squeeze(r->a, r->text);
	const struct choice *choice = NULL;

	if (*text) {
		choice = choice_find(choices, text);
		if (!choice)
			return choice_refused(r, choices, text);
	}
	r->value.number = choice ? choice->id : 0;
	return RC_OK;
}

static void ids_add(struct ids *ids, int64_t id)
{
	for (size_t i = 0; i < ids->n; i++)
		if (ids->row[i] == id)
			return;
	ids->row[ids->n++] = id;
}

/* What may stand between several choices, the surest first. */
static const char *const separators[] = { ";\r\n", ",", "" };

/* A piece that is no name as a whole is cut at the next kind of separator. */
static enum rc read_piece(struct reading *r, struct choices choices, char *piece, int level)
{
	const char *text = utf8_squeeze(r->a, piece);
	const struct choice *choice = choice_find(choices, text);
	char *rest = NULL;
	enum rc rc = RC_OK;

	if (!*text)
		return RC_OK;
	if (choice) {
		ids_add(&r->value.ids, choice->id);
		return RC_OK;
	}
	while (!strpbrk(piece, separators[level]))
		if (!*separators[level++])
			return choice_refused(r, choices, text);
	for (char *part = strtok_r(piece, separators[level], &rest); part && rc == RC_OK;
	     part = strtok_r(NULL, separators[level], &rest))
		rc = read_piece(r, choices, part, level + 1);
	return rc;
}

static enum rc read_choices(struct reading *r)
{
	struct choices choices = r->source->get(r->source->data, r->field->choices);

	r->value.ids = (struct ids){ ARENA_NEW(r->a, int64_t, choices.n), 0 };
	return read_piece(r, choices, arena_strdup(r->a, r->text), 0);
}

/*
 * Putting it in.
 */

static enum rc (*const readers[])(struct reading *) = {
	[FIELD_TEXT] = read_text,     [FIELD_LONGTEXT] = read_longtext,
	[FIELD_NUMBER] = read_number, [FIELD_DATE] = read_date,
	[FIELD_CHOICE] = read_choice, [FIELD_CHOICES] = read_choices,
	[FIELD_YESNO] = read_yesno,
};

enum rc field_parse(struct arena *a, const struct field *f, void *record, const char *text,
		    const struct choice_source *source)
{
	struct reading r = { .a = a, .field = f, .source = source, .text = text };
	enum rc rc = readers[f->kind](&r);
	const char *old_text = NULL;
	int64_t old_int = 0;
	struct ids old_ids = { 0 };

	if (rc != RC_OK)
		return rc;
	/* The rules look at the whole record, so the value goes in first, and out again if refused.
	 */
	if (field_is_text(f)) {
		old_text = field_text(f, record);
		field_set_text(f, record, r.value.text);
	} else if (field_is_int(f)) {
		old_int = field_int(f, record);
		field_set_int(f, record, r.value.number);
	} else {
		old_ids = field_ids(f, record);
		field_set_ids(f, record, r.value.ids);
	}
	rc = field_check(f, record);
	if (rc == RC_OK)
		return RC_OK;
	if (field_is_text(f))
		field_set_text(f, record, old_text);
	else if (field_is_int(f))
		field_set_int(f, record, old_int);
	else
		field_set_ids(f, record, old_ids);
	return rc;
}
