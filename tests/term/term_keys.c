/* Keys by their names. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "term_private.h"

static const struct {
	const char *name, *bytes;
} names[] = {
	{ "Enter", "\r" },         { "Esc", "\033" },          { "Tab", "\t" },
	{ "BackTab", "\033[Z" },   { "Backspace", "\177" },    { "Del", "\033[3~" },
	{ "Ins", "\033[2~" },      { "Up", "\033[A" },         { "Down", "\033[B" },
	{ "Right", "\033[C" },     { "Left", "\033[D" },       { "Home", "\033[H" },
	{ "End", "\033[F" },       { "PageUp", "\033[5~" },    { "PageDown", "\033[6~" },
	{ "C-Left", "\033[1;5D" }, { "C-Right", "\033[1;5C" }, { "F1", "\033OP" },
	{ "F2", "\033OQ" },        { "F3", "\033OR" },         { "F4", "\033OS" },
	{ "F5", "\033[15~" },      { "F6", "\033[17~" },       { "F7", "\033[18~" },
	{ "F8", "\033[19~" },      { "F9", "\033[20~" },       { "F10", "\033[21~" },
	{ "F11", "\033[23~" },     { "F12", "\033[24~" },      { "lt", "<" },
};

/* The bytes of the name (n bytes of it) into buf; unknown ones end the test. */
static size_t key_bytes(struct term *t, const char *name, size_t n, char buf[16])
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (strlen(names[i].name) == n && !memcmp(names[i].name, name, n))
			return (size_t)snprintf(buf, 16, "%s", names[i].bytes);
	if (n == 3 && !memcmp(name, "C-", 2)) {
		buf[0] = (char)(name[2] & 0x1f);
		return 1;
	}
	if (n > 2 && n < 12 && !memcmp(name, "M-", 2))
		return (size_t)snprintf(buf, 16, "\033%.*s", (int)(n - 2), name + 2);
	term_fail(t, "no such key", name);
}

/* Send keys by `out`; after an Esc of its own the program is waited for when `wait`. */
static void send(struct term *t, const char *keys, bool wait,
		 void (*out)(struct term *, const char *, size_t))
{
	char chunk[2048];
	size_t n = 0;

	while (*keys) {
		const char *end = *keys == '<' ? strchr(keys, '>') : NULL;

		if (n + 16 > sizeof(chunk)) {
			out(t, chunk, n);
			n = 0;
		}
		if (!end) {
			chunk[n++] = *keys++;
			continue;
		}
		bool esc = !strncmp(keys, "<Esc>", 5);

		n += key_bytes(t, keys + 1, (size_t)(end - keys - 1), chunk + n);
		keys = end + 1;
		if (esc && wait && *keys) {
			out(t, chunk, n);
			n = 0;
			term_wait(t);
		}
	}
	out(t, chunk, n);
}

void term_keys(struct term *t, const char *keys)
{
	send(t, keys, true, term_write);
	term_wait(t);
}

void term_keys_split(struct term *t, const char *keys)
{
	send(t, keys, false, term_write_split);
	term_wait(t);
}

void term_send(struct term *t, const char *keys)
{
	send(t, keys, false, term_write);
}

void term_paste(struct term *t, const char *text)
{
	term_write(t, "\033[200~", 6);
	for (size_t n = strlen(text), at = 0; at < n;) {
		size_t part = n - at < 1024 ? n - at : 1024;

		while (at + part < n && (text[at + part] & 0xc0) == 0x80)
			part--; /* not within a character: charsets are converted by the piece */
		term_write(t, text + at, part);
		at += part;
	}
	term_write(t, "\033[201~", 6);
	term_wait(t);
}

void term_click(struct term *t, int row, int col)
{
	char bytes[64];
	int n = snprintf(bytes, sizeof(bytes), "\033[<0;%d;%dM\033[<0;%d;%dm", col + 1, row + 1,
			 col + 1, row + 1);

	term_bytes(t, bytes, (size_t)n);
}

void term_click_text(struct term *t, const char *text)
{
	int col, row = term_find(t, text, &col);

	if (row < 0)
		term_fail(t, "nowhere to click", text);
	term_click(t, row, col);
}
