/* Rules of items and answers. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/survey.h"

/* The base of the role: stage 2 has the mentees, stage 3 the mentors. */
static int stage_of(enum role role)
{
	return role == ROLE_MENTOR ? 3 : 2;
}

const char *respondent_code(struct arena *a, enum role role, int64_t number)
{
	return number > 0 ? arena_printf(a,
					 "%d"
					 "Н-%03lld",
					 stage_of(role), (long long)number)
			  : "";
}

enum rc respondent_parse(const char *text, enum role *role, int64_t *number)
{
	const char *at = text + strspn(text, " ");
	char *end;
	unsigned long long first = strtoull(at, &end, 10), second;
	const char *rest = end;
	bool bare = end != at && !end[strspn(end, " ")];

	if (bare && first > 0 && first < INT32_MAX) {
		*number = (int64_t)first;
		return RC_OK;
	}
	while (*rest && !isdigit((unsigned char)*rest))
		rest++;
	second = strtoull(rest, &end, 10);
	if ((first != 2 && first != 3) || rest == end || end[strspn(end, " ")] || !second ||
	    second >= INT32_MAX)
		return err_set(RC_INVALID,
			       _("“%s” is no respondent's code. On the sheet it looks like 2Н-017; "
				 "2-17 or 17 will do."),
			       text);
	*role = first == 3 ? ROLE_MENTOR : ROLE_MENTEE;
	*number = (int64_t)second;
	return RC_OK;
}

const char *item_option(struct arena *a, const struct survey_item *item, int64_t i)
{
	for (const char *at = item->options; *at; at++) {
		size_t n = strcspn(at, "\n");

		if (n && --i == 0)
			return arena_strndup(a, at, n);
		at += n;
		if (!*at)
			break;
	}
	return NULL;
}

int64_t item_options(const struct survey_item *item)
{
	int64_t n = 0;

	for (const char *at = item->options; *at; at++) {
		size_t length = strcspn(at, "\n");

		n += length > 0;
		at += length;
		if (!*at)
			break;
	}
	return n;
}

const struct survey_item *item_by_code(const struct survey_items *items, const char *code)
{
	for (size_t i = 0; i < items->n; i++)
		if (strcmp(items->row[i].code, code) == 0)
			return &items->row[i];
	return NULL;
}

const struct survey_item *item_by_id(const struct survey_items *items, int64_t id)
{
	for (size_t i = 0; i < items->n; i++)
		if (items->row[i].head.id == id)
			return &items->row[i];
	return NULL;
}

bool item_counts(const struct survey_item *item)
{
	return item->kind == ITEM_SCALE || item->kind == ITEM_YESNO || item->kind == ITEM_NUMBER;
}

int64_t item_good(const struct survey_item *item)
{
	if (item->good != FIELD_NOTHING)
		return item->good;
	if (item->kind == ITEM_YESNO)
		return 1;
	if (item->kind != ITEM_SCALE)
		return FIELD_NOTHING;
	return item->low + ((item->high - item->low) * 2 + 2) / 3;
}

const struct answer *answer_of(const struct answers *answers, int64_t item)
{
	for (size_t i = 0; i < answers->n; i++)
		if (answers->row[i].item == item)
			return &answers->row[i];
	return NULL;
}

static bool answer_among(const struct survey_item *item, const struct answer *answer,
			 const char *values)
{
	while (*values) {
		char *end;
		long long want = strtoll(values, &end, 10);

		if (end == values)
			return false;
		if (item->kind == ITEM_SEVERAL
			    ? want >= 1 && want <= ITEM_OPTIONS && (answer->value >> (want - 1) & 1)
			    : answer->value == want)
			return true;
		values = end + strspn(end, " ,;");
	}
	return false;
}

bool item_asked(const struct survey_items *items, const struct survey_item *item,
		const struct answers *answers)
{
	const char *equals = strchr(item->only_if, '=');
	size_t n = equals ? (size_t)(equals - item->only_if) : 0;
	char code[ITEM_CODE_MAX + 1];
	const struct survey_item *other;
	const struct answer *answer;

	while (n && item->only_if[n - 1] == ' ')
		n--;
	if (!n || n > ITEM_CODE_MAX)
		return true;
	memcpy(code, item->only_if, n);
	code[n] = '\0';
	other = item_by_code(items, code);
	if (!other || other->position >= item->position)
		return true;
	answer = answer_of(answers, other->head.id);
	return answer && answer->status == ANSWER_GIVEN &&
	       answer_among(other, answer, equals + 1 + strspn(equals + 1, " "));
}

static enum rc limits_check(const struct survey_item *item, int64_t value)
{
	bool low = item->low != FIELD_NOTHING, high = item->high != FIELD_NOTHING;

	if ((!low || value >= item->low) && (!high || value <= item->high))
		return RC_OK;
	if (low && high)
		return err_set(RC_INVALID, _("“%s”: from %lld to %lld, not %lld."), item->name,
			       (long long)item->low, (long long)item->high, (long long)value);
	if (low)
		return err_set(RC_INVALID, _("“%s”: at least %lld, not %lld."), item->name,
			       (long long)item->low, (long long)value);
	return err_set(RC_INVALID, _("“%s”: at most %lld, not %lld."), item->name,
		       (long long)item->high, (long long)value);
}

static enum rc option_check(const struct survey_item *item, int64_t value)
{
	int64_t n = item_options(item);

	if (item->kind == ITEM_YESNO ? value == 0 || value == 1
	    : item->kind == ITEM_ONE ? value >= 1 && value <= n
				     : value > 0 && value < (int64_t)1 << n)
		return RC_OK;
	if (item->kind == ITEM_YESNO)
		return err_set(RC_INVALID, _("“%s”: yes (1) or no (0)."), item->name);
	return err_set(RC_INVALID, _("“%s”: the answers have the numbers 1 to %lld."), item->name,
		       (long long)n);
}

enum rc answer_check(const struct survey_item *item, const struct answer *answer)
{
	if (answer->status != ANSWER_GIVEN)
		return RC_OK;
	switch (item->kind) {
	case ITEM_SCALE:
	case ITEM_NUMBER:
		return limits_check(item, answer->value);
	case ITEM_DATE:
		if (date_valid((int)answer->value) && date_whole((int)answer->value))
			return RC_OK;
		return err_set(RC_INVALID, _("“%s”: a date is expected, such as 01.09.2026."),
			       item->name);
	case ITEM_OPEN:
		if (*answer->words && utf8_count(answer->words) <= ITEM_WORDS_MAX)
			return RC_OK;
		return err_set(RC_INVALID, _("“%s”: words are expected, at most %d characters."),
			       item->name, ITEM_WORDS_MAX);
	default:
		return option_check(item, answer->value);
	}
}

bool answer_is_odd(const struct survey_item *item, const struct answer *answer)
{
	return answer->status == ANSWER_GIVEN &&
	       ((item->soft_low != FIELD_NOTHING && answer->value < item->soft_low) ||
		(item->soft_high != FIELD_NOTHING && answer->value > item->soft_high));
}

bool answer_equal(const struct answer *a, const struct answer *b)
{
	if (a->status != b->status)
		return false;
	return a->status != ANSWER_GIVEN ||
	       (a->value == b->value && strcmp(a->words, b->words) == 0);
}

/* «да», «нет», «+», "true", whatever a table says for them; -1: neither. */
static int64_t yesno_parse(const char *text, struct arena *a)
{
	static const struct field yesno = { .name = "", .label = "", .kind = FIELD_YESNO };
	int64_t value;

	return field_parse(a, &yesno, &value, text, NULL) == RC_OK ? value : -1;
}

/* An option by number or words, 1 or 0 of yes and no; -1: none of them. */
static int64_t option_parse(const struct survey_item *item, const char *text, struct arena *a)
{
	const char *folded = utf8_fold(a, text), *option;
	char *end;
	long long number = strtoll(folded, &end, 10);

	if (*folded && !*end)
		return number < 0 ? -1 : number;
	if (item->kind == ITEM_YESNO)
		return yesno_parse(text, a);
	for (int64_t i = 1; (option = item_option(a, item, i)); i++)
		if (strcmp(utf8_fold(a, option), folded) == 0)
			return i;
	return -1;
}

/* An option may hold a comma or a semicolon itself: the longest piece that names one is taken. */
static int64_t options_parse(const struct survey_item *item, const char *text, struct arena *a)
{
	int64_t bits = 0;

	while (*text) {
		size_t n = strlen(text);
		int64_t option = -1;

		while (n && (option = option_parse(item, arena_strndup(a, text, n), a)) <= 0) {
			do
				n--;
			while (n && text[n] != ',' && text[n] != ';' && text[n] != '\n');
		}
		if (!n || option > ITEM_OPTIONS)
			return -1;
		bits |= (int64_t)1 << (option - 1);
		text += n;
		text += strspn(text, ",;\n ");
	}
	return bits;
}

static enum rc not_understood(const struct survey_item *item, const char *text)
{
	return err_set(RC_INVALID, _("“%s”: the answer “%s” is none of those that are possible."),
		       item->name, text);
}

static enum rc value_parse(struct arena *a, const struct survey_item *item, const char *text,
			   int64_t *out)
{
	char *end;
	int date;

	if (item->kind == ITEM_DATE) {
		if (!date_parse(text, &date))
			return not_understood(item, text);
		*out = date;
		return RC_OK;
	}
	if (item->kind == ITEM_SCALE || item->kind == ITEM_NUMBER) {
		*out = strtoll(text, &end, 10);
		if (*end == ',' || *end == '.') /* 7,0 of a spreadsheet */
			end += 1 + strspn(end + 1, "0");
		return *end ? not_understood(item, text) : RC_OK;
	}
	*out = item->kind == ITEM_SEVERAL ? options_parse(item, text, a)
					  : option_parse(item, text, a);
	return *out < 0 ? not_understood(item, text) : RC_OK;
}

enum rc answer_parse(struct arena *a, const struct survey_item *item, const char *text,
		     struct answer *out)
{
	struct answer answer = {
		.item = item->head.id, .status = ANSWER_GIVEN, .value = FIELD_NOTHING, .words = ""
	};
	const char *squeezed = utf8_squeeze(a, text);
	enum rc rc = RC_OK;

	if (!*squeezed)
		answer.status = ANSWER_NONE;
	else if (item->kind == ITEM_OPEN)
		answer.words = squeezed;
	else
		rc = value_parse(a, item, squeezed, &answer.value);
	if (!rc)
		rc = answer_check(item, &answer);
	if (!rc)
		*out = answer;
	return rc;
}

static const char *option_name(struct arena *a, const struct survey_item *item, int64_t i)
{
	const char *option = item_option(a, item, i);

	return option ? option : "?";
}

static const char *options_show(struct arena *a, const struct survey_item *item, int64_t bits)
{
	const char *text = "";

	for (int64_t i = 0; i < ITEM_OPTIONS; i++)
		if (bits >> i & 1)
			text = arena_printf(a, "%s%s%s", text, *text ? "; " : "",
					    option_name(a, item, i + 1));
	return text;
}

const char *answer_show(struct arena *a, const struct survey_item *item,
			const struct answer *answer)
{
	char date[DATE_SIZE];

	if (!answer || answer->status == ANSWER_OPEN || answer->status == ANSWER_SKIPPED)
		return "";
	if (answer->status == ANSWER_NONE)
		return _("no answer");
	switch (item->kind) {
	case ITEM_YESNO:
		return answer->value ? _("yes") : _("no");
	case ITEM_ONE:
		return option_name(a, item, answer->value);
	case ITEM_SEVERAL:
		return options_show(a, item, answer->value);
	case ITEM_DATE:
		return arena_strdup(a, date_format((int)answer->value, date));
	case ITEM_OPEN:
		return answer->words;
	default:
		return arena_printf(a, "%lld", (long long)answer->value);
	}
}
