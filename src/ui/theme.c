#include "theme.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/utf8.h"

static const char *const ink_names[INK_N] = {
	[INK_TEXT] = "text",         [INK_DIM] = "dim",       [INK_TITLE] = "title",
	[INK_STATE] = "state",       [INK_RULE] = "rule",     [INK_HEADING] = "heading",
	[INK_GOOD] = "good",         [INK_WARN] = "warn",     [INK_BAD] = "bad",
	[INK_CURSOR] = "cursor",     [INK_MARKED] = "marked", [INK_FOUND] = "found",
	[INK_FIELD] = "field",       [INK_FOCUS] = "focus",   [INK_STATUS] = "status",
	[INK_FAULT] = "fault",       [INK_KEY] = "key",       [INK_LABEL] = "label",
	[INK_DIALOG] = "dialog",     [INK_BUTTON] = "button", [INK_CHOSEN] = "chosen",
	[INK_HOT] = "hot",           [INK_OFF] = "off",       [INK_BAR_DONE] = "bar_done",
	[INK_BAR_LEFT] = "bar_left",
};

static const char *const colour_names[] = { "black", "red",     "green", "yellow",
					    "blue",  "magenta", "cyan",  "white" };

static const struct {
	const char *name;
	unsigned attribute;
} attribute_names[] = {
	{ "bold", THEME_BOLD },
	{ "dim", THEME_DIM },
	{ "reverse", THEME_REVERSE },
	{ "underline", THEME_UNDERLINE },
};

static bool colour_read(const char *word, short *colour)
{
	char *end;
	long n = strtol(word, &end, 10);

	if (end != word && *end == '\0' && n >= 0 && n < 256) {
		*colour = (short)n;
		return true;
	}
	for (short i = 0; i < 8; i++)
		if (!strcmp(word, colour_names[i])) {
			*colour = i;
			return true;
		}
	*colour = THEME_DEFAULT;
	return !strcmp(word, "default");
}

static unsigned attribute_read(const char *word)
{
	for (size_t i = 0; i < sizeof(attribute_names) / sizeof(attribute_names[0]); i++)
		if (!strcmp(word, attribute_names[i].name))
			return attribute_names[i].attribute;
	return 0;
}

static void ink_read(struct theme *theme, const char *name, char *value)
{
	struct theme_ink ink = { .fg = THEME_DEFAULT, .bg = THEME_DEFAULT };
	short *colour = &ink.fg;
	char *save;

	for (char *w = strtok_r(value, " \t", &save); w; w = strtok_r(NULL, " \t", &save)) {
		unsigned attribute = attribute_read(w);

		ink.attributes |= attribute;
		if (!strcmp(w, "on"))
			colour = &ink.bg;
		else if (!attribute)
			colour_read(w, colour);
	}
	for (size_t i = 0; i < INK_N; i++)
		if (!strcmp(ink_names[i], name))
			theme->ink[i] = ink;
}

/* What an ink leaves to the terminal is as plain text has it. */
static void grounds_fill(struct theme *theme)
{
	const struct theme_ink *text = &theme->ink[INK_TEXT];

	for (size_t i = 0; i < INK_N; i++) {
		struct theme_ink *ink = &theme->ink[i];

		if (ink->fg == THEME_DEFAULT)
			ink->fg = text->fg;
		if (ink->bg == THEME_DEFAULT)
			ink->bg = text->bg;
	}
}

/* "✓ = +"; nothing behind the sign stands for a space. */
static void twin_read(struct theme *theme, const char *line)
{
	struct theme_twin twin = { 0 };
	size_t n = utf8_decode(line, &twin.cp);

	if (strncmp(line + n, " =", 2) != 0 || theme->twins == THEME_TWINS)
		return;
	n += 2;
	snprintf(twin.text, sizeof(twin.text), "%.4s", line[n] ? line + n + 1 : " ");
	theme->twin[theme->twins++] = twin;
}

static void lacks_read(struct theme *theme, const char *value)
{
	uint32_t cp;
	size_t n;

	for (; (n = utf8_decode(value, &cp)); value += n)
		for (size_t i = 0; i < theme->twins; i++)
			if (theme->twin[i].cp == cp)
				theme->twin[i].linux_lacks = true;
}

static void line_read(struct theme *theme, const char *part, const char *name, bool many,
		      char *line)
{
	size_t base = strlen(name);
	char word[32];
	int at = 0;

	if (!strcmp(part, "twins")) {
		twin_read(theme, line);
	} else if (sscanf(line, "%31[a-z_] = %n", word, &at) == 1 && at > 0) {
		if (!strcmp(part, "linux"))
			lacks_read(theme, line + at);
		else if (!strncmp(part, name, base) &&
			 (!part[base] || (many && !strcmp(part + base, " 256"))))
			ink_read(theme, word, line + at);
	}
}

void theme_parse(struct theme *theme, const char *text, const char *name, bool many)
{
	char part[32] = "", line[256];

	*theme = (struct theme){ 0 };
	for (size_t i = 0; i < INK_N; i++)
		theme->ink[i] = (struct theme_ink){ .fg = THEME_DEFAULT, .bg = THEME_DEFAULT };
	while (*text) {
		size_t n = strcspn(text, "\n");

		snprintf(line, sizeof(line), "%.*s", (int)n, text);
		text += n + (text[n] == '\n');
		if (line[0] == '#')
			continue;
		if (sscanf(line, "[%31[^]]]", part) != 1)
			line_read(theme, part, name, many, line);
	}
	grounds_fill(theme);
}

const struct theme_twin *theme_twin(const struct theme *theme, uint32_t cp)
{
	for (size_t i = 0; i < theme->twins; i++)
		if (theme->twin[i].cp == cp)
			return &theme->twin[i];
	return NULL;
}
