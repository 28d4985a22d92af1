#include "expand.h"

#include <string.h>

#include "nastavnik/base/i18n.h"

struct expansion {
	const struct scope *scope;
	struct str *fault;
	bool missing; /* a place without a value was met */
};

const char *scope_find(const struct scope *scope, const char *name, size_t n)
{
	const struct places *places[] = { &scope->row, &scope->paper };

	for (size_t p = 0; p < 2; p++) {
		for (size_t i = 0; i < places[p]->n; i++) {
			const struct place *place = &places[p]->row[i];
			if (strncmp(place->name, name, n) == 0 && !place->name[n])
				return place->value;
		}
	}
	return NULL;
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
	const char *value = scope_find(e->scope, text, name);

	if (!value) {
		str_printf(e->fault, _("there is no place “%.*s”"), (int)name, text);
		return RC_INVALID;
	}
	if (*value)
		value_add(out, value);
	else if (bar)
		return expand_into(e, bar + 1, n - name - 1, out);
	else
		e->missing = true;
	return RC_OK;
}

static enum rc expand_optional(struct expansion *e, const char *text, size_t n, struct str *out)
{
	struct expansion inner = { .scope = e->scope, .fault = e->fault };
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
		str_printf(e->fault, _("“%c” is not closed"), open);
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
		} else {
			str_add_char(out, text[at++]);
		}
	}
	return rc;
}

enum rc expand(const struct scope *scope, const char *text, size_t n, struct str *out,
	       struct str *fault)
{
	struct expansion e = { .scope = scope, .fault = fault };

	return expand_into(&e, text, n, out);
}
