#include "decode.h"

#include <stdio.h>
#include <string.h>

#include "nastavnik/base/utf8.h"

static const char paste_end[] = "\033[201~";

static bool is_key(struct event *event, uint32_t key)
{
	*event = (struct event){ .key = key };
	return key != K_NONE;
}

/* Control characters as the keys that send them. */
static uint32_t control_key(unsigned char byte)
{
	switch (byte) {
	case '\r':
	case '\n':
		return K_ENTER;
	case '\t':
		return K_TAB;
	case '\b':
	case 0x7f:
		return K_BACKSPACE;
	case 0:
		return K_NONE;
	default:
		return byte <= 26 ? K_CTRL((uint32_t)(byte + 'a' - 1)) : (uint32_t)K_NONE;
	}
}

/* A byte of a character, or a control character. */
static bool take_letter(struct decoder *d, unsigned char byte, struct event *event)
{
	char c = (char)byte;
	wchar_t wide = 0;
	bool alt = d->alt;

	if (!d->half && (byte < ' ' || byte == 0x7f)) {
		d->alt = false;
		return is_key(event, control_key(byte));
	}
	size_t got = mbrtowc(&wide, &c, 1, &d->letter);

	if (got == (size_t)-1 && d->half) { /* the character broke off: this byte begins another */
		memset(&d->letter, 0, sizeof(d->letter));
		d->half = false;
		return take_letter(d, byte, event);
	}
	d->half = got == (size_t)-2;
	if (d->half)
		return false;
	d->alt = false;
	if (got == (size_t)-1) {
		memset(&d->letter, 0, sizeof(d->letter));
		return false;
	}
	uint32_t key = (uint32_t)wide;

	if (!key_is_char(key))
		return false;
	return is_key(event, alt ? K_ALT(utf8_lower(key)) : key);
}

/* Bytes of the locale to UTF-8; line ends of every kind become '\n'. */
static const char *paste_text(struct decoder *d)
{
	struct str out = { 0 };
	mbstate_t state = { 0 };
	const char *from = str_text(&d->paste);
	size_t left = d->paste.len;
	const char *text;

	while (left > 0) {
		wchar_t wide = 0;
		char buf[4];
		size_t got = mbrtowc(&wide, from, left, &state);

		if (got == 0 || got > left) { /* a NUL or no character: skip the byte */
			memset(&state, 0, sizeof(state));
			got = 1;
		} else if (wide == '\r') {
			str_add_char(&out, '\n');
			if (left > 1 && from[1] == '\n')
				got = 2;
		} else if (wide == '\n' || wide == '\t' || key_is_char((uint32_t)wide)) {
			str_add_n(&out, buf, utf8_encode((uint32_t)wide, buf));
		}
		from += got;
		left -= got;
	}
	arena_reset(&d->arena);
	text = utf8_nfc(&d->arena, str_text(&out));
	str_done(&out);
	return text;
}

static bool paste_finish(struct decoder *d, struct event *event)
{
	d->pasting = false;
	*event = (struct event){ .key = K_PASTE, .text = paste_text(d) };
	str_done(&d->paste);
	return true;
}

static bool take_pasted(struct decoder *d, unsigned char byte, struct event *event)
{
	enum { END = sizeof(paste_end) - 1 };

	if (d->paste.len < PASTE_MAX || byte == '\033' || d->n > 0) {
		str_add_char(&d->paste, (char)byte);
		d->n = byte == '\033' ? 1 : d->n ? d->n + 1 : 0;
		if (d->n > END)
			d->n = 0;
	}
	if (d->paste.len < END || memcmp(d->paste.text + d->paste.len - END, paste_end, END) != 0)
		return false;
	d->paste.len -= END;
	d->paste.text[d->paste.len] = '\0';
	d->n = 0;
	return paste_finish(d, event);
}

/* Buttons of the mouse in both ways that terminals tell them. */
static bool mouse_event(struct event *event, int button, int x, int y)
{
	static const struct {
		int button;
		uint32_t key;
	} buttons[] = { { 0, K_CLICK }, { 64, K_WHEEL_UP }, { 65, K_WHEEL_DOWN } };

	for (size_t i = 0; i < sizeof(buttons) / sizeof(buttons[0]); i++)
		if (buttons[i].button == button && x > 0 && y > 0) {
			*event = (struct event){ .key = buttons[i].key, .y = y - 1, .x = x - 1 };
			return true;
		}
	return false;
}

static bool sequence_event(struct decoder *d, struct event *event)
{
	int button, x, y;
	char last = d->held[d->n - 1];
	size_t n = d->n;

	d->held[n] = '\0';
	d->n = 0;
	if (!strcmp(d->held, "\033[200~")) {
		d->pasting = true;
		str_clear(&d->paste);
		return false;
	}
	if (last == 'M' && sscanf(d->held, "\033[<%d;%d;%d", &button, &x, &y) == 3)
		return mouse_event(event, button, x, y);
	if (n == 6 && !strncmp(d->held, "\033[M", 3))
		return mouse_event(event, (unsigned char)d->held[3] - 32,
				   (unsigned char)d->held[4] - 32, (unsigned char)d->held[5] - 32);
	return is_key(event, keymap_find(d->map, d->held));
}

/* Are the n held bytes a whole sequence? ESC [ … final, ESC O x, ESC [ [ x, ESC [ M b x y. */
static bool sequence_whole(const char *held, size_t n)
{
	if (n < 3)
		return false;
	if (held[1] == 'O' || held[2] == '[')
		return n == (held[1] == 'O' ? 3 : 4);
	if (held[2] == 'M')
		return n == 6;
	return held[n - 1] >= 0x40 && held[n - 1] <= 0x7e;
}

static bool take_held(struct decoder *d, unsigned char byte, struct event *event)
{
	if (byte == '\033') { /* a sequence broken off, or Esc twice */
		bool lone = d->n == 1;

		d->n = 1;
		return lone && is_key(event, K_ESC);
	}
	if (d->n == 1 && byte != '[' && byte != 'O') {
		d->n = 0;
		d->alt = true;
		return take_letter(d, byte, event);
	}
	if (d->n == DECODE_HELD - 1) /* no key is that long: only its end matters */
		d->n--;
	d->held[d->n++] = (char)byte;
	return sequence_whole(d->held, d->n) && sequence_event(d, event);
}

bool decode_byte(struct decoder *d, unsigned char byte, struct event *event)
{
	if (d->pasting)
		return take_pasted(d, byte, event);
	if (d->n > 0)
		return take_held(d, byte, event);
	if (byte == '\033') {
		memset(&d->letter, 0, sizeof(d->letter));
		d->half = d->alt = false;
		d->held[d->n++] = (char)byte;
		return false;
	}
	return take_letter(d, byte, event);
}

bool decode_timeout(struct decoder *d, struct event *event)
{
	size_t n = d->n;

	d->n = 0;
	if (d->pasting)
		return paste_finish(d, event);
	if (n == 1)
		return is_key(event, K_ESC);
	if (n == 2)
		return is_key(event, K_ALT(utf8_lower((unsigned char)d->held[1])));
	return false;
}

bool decode_waiting(const struct decoder *d)
{
	return d->n > 0 || d->pasting;
}

void decode_done(struct decoder *d)
{
	str_done(&d->paste);
	arena_done(&d->arena);
}
