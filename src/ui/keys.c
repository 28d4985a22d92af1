#include "nastavnik/ui/keys.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"

/* Names as keys.conf writes them are the msgids of what the person reads. */
static const struct {
	uint32_t key;
	const char *name;
} names[] = {
	{ K_ESC, N_("Esc") },
	{ K_ENTER, N_("Enter") },
	{ K_TAB, N_("Tab") },
	{ K_BACKTAB, "BackTab" },
	{ K_BACKSPACE, N_("Backspace") },
	{ K_INS, N_("Ins") },
	{ K_DEL, N_("Del") },
	{ K_UP, CN_("key", "Up") },
	{ K_DOWN, CN_("key", "Down") },
	{ K_LEFT, CN_("key", "Left") },
	{ K_RIGHT, CN_("key", "Right") },
	{ K_HOME, N_("Home") },
	{ K_END, CN_("key", "End") },
	{ K_PAGE_UP, N_("PageUp") },
	{ K_PAGE_DOWN, N_("PageDown") },
	{ K_WORD_LEFT, "WordLeft" },
	{ K_WORD_RIGHT, "WordRight" },
	{ ' ', CN_("key", "Space") },
};

enum { NAMES = sizeof(names) / sizeof(names[0]) };

static const char *plain_name(const char *msgid)
{
	const char *behind = strchr(msgid, '\004');

	return behind ? behind + 1 : msgid;
}

bool key_is_char(uint32_t key)
{
	return key >= ' ' && key != 0x7f && !(key >= 0x80 && key < 0xa0) && key < 0x110000;
}

bool key_same(uint32_t a, uint32_t b)
{
	return utf8_lower(utf8_key_position(utf8_lower(a))) ==
	       utf8_lower(utf8_key_position(utf8_lower(b)));
}

char *key_label(uint32_t key, char buf[KEY_NAME_SIZE])
{
	for (size_t i = 0; i < NAMES; i++)
		if (names[i].key == key) {
			snprintf(buf, KEY_NAME_SIZE, "%s", text_in(names[i].name));
			return buf;
		}
	if (key > K_F0 && key <= K_F(12)) {
		snprintf(buf, KEY_NAME_SIZE, "F%u", key - K_F0);
		return buf;
	}
	bool letter = key & (K_CTRL_0 | K_ALT_0);
	const char *held = key & K_CTRL_0 ? "Ctrl+" : key & K_ALT_0 ? "Alt+" : "";
	size_t n = (size_t)snprintf(buf, KEY_NAME_SIZE, "%s", held);

	key &= ~(uint32_t)(K_CTRL_0 | K_ALT_0);
	if (key_is_char(key))
		n += utf8_encode(letter ? utf8_upper(key) : key, buf + n);
	buf[n] = '\0';
	return buf;
}

uint32_t key_by_name(const char *name)
{
	if (name[0] == 'F' && name[1] >= '1' && name[1] <= '9') {
		int n = atoi(name + 1);

		return n <= 12 ? (uint32_t)K_F(n) : (uint32_t)K_NONE;
	}
	if (!strncmp(name, "Ctrl+", 5) && name[5])
		return K_CTRL(utf8_lower((unsigned char)name[5]));
	for (size_t i = 0; i < NAMES; i++)
		if (!strcmp(plain_name(names[i].name), name))
			return names[i].key;
	return K_NONE;
}
