#include "keymap.h"

#include <string.h>

#include "nastavnik/ui/keys.h"

void keymap_add(struct keymap *map, const char *bytes, uint32_t key)
{
	size_t size = strlen(bytes) + 1;

	if (size < 3 || size > SEQUENCE_SIZE || map->n == SEQUENCES || key == K_NONE ||
	    keymap_find(map, bytes) != K_NONE)
		return;
	memcpy(map->row[map->n].bytes, bytes, size);
	map->row[map->n++].key = key;
}

uint32_t keymap_find(const struct keymap *map, const char *bytes)
{
	for (size_t i = 0; i < map->n; i++)
		if (!strcmp(map->row[i].bytes, bytes))
			return map->row[i].key;
	return K_NONE;
}

/* The next word of the line into buf, \e made Esc; NULL at the end of the line. */
static const char *word_next(const char *text, char *buf, size_t size)
{
	size_t n = 0;

	text += strspn(text, " \t");
	for (; *text && !strchr(" \t\n", *text); text++) {
		char c = *text;

		if (c == '\\' && text[1] == 'e') {
			c = '\033';
			text++;
		}
		if (n + 1 < size)
			buf[n++] = c;
	}
	buf[n] = '\0';
	return n ? text : NULL;
}

static void line_parse(struct keymap *map, const char *line)
{
	char word[32];
	uint32_t key;

	line = word_next(line, word, sizeof(word));
	if (!line || word[0] == '#')
		return;
	key = key_by_name(word);
	line = word_next(line, word, sizeof(word));
	if (!line || strcmp(word, "=") != 0)
		return;
	while ((line = word_next(line, word, sizeof(word))))
		keymap_add(map, word, key);
}

void keymap_parse(struct keymap *map, const char *text)
{
	while (*text) {
		line_parse(map, text);
		text += strcspn(text, "\n");
		text += *text == '\n';
	}
}
