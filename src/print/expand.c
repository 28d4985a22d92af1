#include "expand.h"

#include <string.h>

#include "nastavnik/base/i18n.h"

struct expansion {
	const struct places *places;
	struct fault *fault;
	bool missing; /* a place without a value was met */
};

bool name_matches(const char *names, const char *name, size_t n)
{
	for (;;) {
		size_t len = strcspn(names, "|");

		if (len == n && strncmp(names, name, n) == 0)
			return true;
		if (!names[len])
			return false;
		names += len + 1;
	}
}

static const struct place *place_in(const struct scope *scope, const char *name, size_t n)
{
	for (; scope; scope = scope->outer) {
		for (size_t i = 0; i < scope->places; i++) {
			if (name_matches(scope->place[i].name, name, n))
				return &scope->place[i];
		}
	}
	return NULL;
}

/* What may stand behind a person's name; the nominative needs no word. */
static const struct {
	const char *name;
	enum noun_case noun_case;
} suffixes[] = {
	{ "им", CASE_NOMINATIVE },  { "род", CASE_GENITIVE },      { "дат", CASE_DATIVE },
	{ "вин", CASE_ACCUSATIVE }, { "твор", CASE_INSTRUMENTAL },
};

static enum rc place_refuse(struct fault *fault, const char *format, const char *name, size_t n)
{
	str_printf(&fault->words, format, (int)n, name);
	fault->at = name;
	return RC_INVALID;
}

/* The place in a case, or with initials. */
static enum rc name_value(const struct place *place, const char *suffix, size_t n,
			  struct str *value, struct fault *fault)
{
	const char *text = NULL;

	if (!place->cases)
		return place_refuse(fault, _("“%.*s” is of a person's name only"), suffix, n);
	if (name_matches("иоф", suffix, n))
		text = place->initials;
	for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
		if (name_matches(suffixes[i].name, suffix, n))
			text = place->cases[suffixes[i].noun_case];
	}
	if (!text)
		return place_refuse(fault, _("“%.*s” is no case: род, дат, вин, твор or иоф"),
				    suffix, n);
	str_add(value, text);
	return RC_OK;
}

enum rc place_value(const struct places *places, const char *name, size_t n, struct str *value,
		    struct fault *fault)
{
	const char *colon = memchr(name, ':', n);
	size_t length = colon ? (size_t)(colon - name) : n;
	const struct place *place = place_in(places->row, name, length);

	if (!place && places->number && name_matches("row|№", name, n)) {
		str_printf(value, "%zu", places->number);
		return RC_OK;
	}
	if (places->blank)
		return RC_OK;
	if (!place)
		place = place_in(places->paper, name, length);
	if (place && colon)
		return name_value(place, colon + 1, n - length - 1, value, fault);
	if (place)
		str_add(value, place->value);
	else
		return place_refuse(fault, _("there is no place “%.*s”"), name, n);
	return RC_OK;
}

static enum rc expand_into(struct expansion *e, const char *text, size_t n, struct str *out);

static bool begins_with(const char *text, const char *what)
{
	return strncmp(text, what, strlen(what)) == 0;
}

/* A value is a person's text: «Школа № 9» and «ученик – ученик» get the spaces that do not break.
 */
static void value_add(struct str *out, const char *value)
{
	bool behind = false; /* the number sign stands before */

	for (const char *at = value; *at; at++) {
		if (*at == ' ' && (behind || begins_with(at + 1, "№") || begins_with(at + 1, "–")))
			str_add(out, "\u00a0");
		else
			str_add_char(out, *at);
		behind = at - value >= 2 && begins_with(at - 2, "№");
	}
}

/* text stands behind the opening brace; n bytes lie before the closing one. */
static enum rc expand_place(struct expansion *e, const char *text, size_t n, struct str *out)
{
	const char *bar = memchr(text, '|', n);
	size_t name = bar ? (size_t)(bar - text) : n;
	struct str value = { 0 };
	enum rc rc = place_value(e->places, text, name, &value, e->fault);

	if (rc == RC_OK && value.len)
		value_add(out, str_text(&value));
	else if (rc == RC_OK && bar)
		rc = expand_into(e, bar + 1, n - name - 1, out);
	else
		e->missing = true;
	str_done(&value);
	return rc;
}

static enum rc expand_optional(struct expansion *e, const char *text, size_t n, struct str *out)
{
	struct expansion inner = { .places = e->places, .fault = e->fault };
	struct str part = { 0 };
	enum rc rc = expand_into(&inner, text, n, &part);

	if (rc == RC_OK && !inner.missing)
		str_add(out, str_text(&part));
	str_done(&part);
	return rc;
}

/* A part in braces or brackets; *at is set behind it. */
static enum rc expand_part(struct expansion *e, const char *text, size_t n, size_t *at,
			   struct str *out)
{
	char open = text[*at], shut = open == '{' ? '}' : ']';
	const char *begin = text + *at + 1;
	const char *end = memchr(begin, shut, n - *at - 1);

	if (!end) {
		str_printf(&e->fault->words, _("“%c” is not closed"), open);
		e->fault->at = begin;
		return RC_INVALID;
	}
	*at = (size_t)(end - text) + 1;
	if (open == '{')
		return expand_place(e, begin, (size_t)(end - begin), out);
	return expand_optional(e, begin, (size_t)(end - begin), out);
}

static enum rc expand_into(struct expansion *e, const char *text, size_t n, struct str *out)
{
	enum rc rc = RC_OK;

	for (size_t at = 0; at < n && rc == RC_OK;) {
		if (text[at] == '{' || text[at] == '[') {
			rc = expand_part(e, text, n, &at, out);
		} else if (text[at] == '\\' && at + 1 < n && text[at + 1] == 'n') {
			str_add_char(out, '\n');
			at += 2;
		} else if (text[at] == '~') {
			str_add(out, "\u00a0");
			at++;
		} else if (text[at] == '\n') {
			if (at + 1 < n && text[at + 1] != '\n')
				str_add_char(out, ' ');
			at++;
		} else {
			str_add_char(out, text[at++]);
		}
	}
	return rc;
}

enum rc expand(const struct places *places, const char *text, size_t n, struct str *out,
	       struct fault *fault)
{
	struct expansion e = { .places = places, .fault = fault };

	return expand_into(&e, text, n, out);
}
