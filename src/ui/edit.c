#include "edit.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/utf8.h"
#include "wrap.h"

enum change { CHANGE_NONE, CHANGE_TYPE, CHANGE_DELETE, CHANGE_WHOLE };

static void steps_clear(struct edit_step *step, size_t *n)
{
	while (*n > 0) {
		char *text = step[--*n].text;

		explicit_bzero(text, strlen(text));
		free(text);
	}
}

static void step_push(struct edit_step *step, size_t *n, const struct edit *e)
{
	if (*n == EDIT_UNDO) { /* the oldest is forgotten */
		free(step[0].text);
		memmove(step, step + 1, sizeof(*step) * (EDIT_UNDO - 1));
		--*n;
	}
	step[(*n)++] = (struct edit_step){ mem_strdup(str_text(&e->text)), e->at };
}

static void text_set(struct edit *e, const char *text, size_t at)
{
	str_clear(&e->text);
	str_add(&e->text, text);
	e->at = at;
}

void edit_begin(struct edit *e, const char *text)
{
	text_set(e, text, strlen(text));
	steps_clear(e->undo, &e->undos);
	steps_clear(e->redo, &e->redos);
	e->changed = e->fresh = false;
	e->last = CHANGE_NONE;
}

void edit_done(struct edit *e)
{
	steps_clear(e->undo, &e->undos);
	steps_clear(e->redo, &e->redos);
	if (e->secret && e->text.text)
		explicit_bzero(e->text.text, e->text.cap);
	str_done(&e->text);
}

/* Before a change: what typing has made so far is one step until something else is done. */
static void will_change(struct edit *e, enum change change)
{
	if (e->last != (int)change || change == CHANGE_WHOLE)
		step_push(e->undo, &e->undos, e);
	steps_clear(e->redo, &e->redos);
	e->last = change;
	e->changed = true;
}

static void swap_step(struct edit *e, struct edit_step *from, size_t *n, struct edit_step *to,
		      size_t *m)
{
	if (*n == 0)
		return;
	step_push(to, m, e);
	struct edit_step *step = &from[--*n];

	text_set(e, step->text, step->at);
	free(step->text);
	e->last = CHANGE_NONE;
	e->changed = true;
}

static void undo(struct edit *e)
{
	swap_step(e, e->undo, &e->undos, e->redo, &e->redos);
}

static void redo(struct edit *e)
{
	swap_step(e, e->redo, &e->redos, e->undo, &e->undos);
}

/* Put n bytes in place of those from…to; what stands before the cursor then is in NFC. */
static void replace(struct edit *e, size_t from, size_t to, const char *text, size_t n)
{
	struct arena a = { 0 };
	struct str head = { 0 };
	char *tail = arena_strdup(&a, str_text(&e->text) + to);

	str_add_n(&head, str_text(&e->text), from);
	str_add_n(&head, text, n);
	char *normal = utf8_nfc(&a, str_text(&head));

	text_set(e, normal, strlen(normal));
	str_add(&e->text, tail);
	str_done(&head);
	arena_done(&a);
}

static void delete_range(struct edit *e, size_t from, size_t to)
{
	if (from == to)
		return;
	will_change(e, CHANGE_DELETE);
	replace(e, from, to, "", 0);
}

/* The longest beginning of text that still fits in max. */
static size_t fitting(const struct edit *e, const char *text)
{
	size_t room, at = 0, used = utf8_count(str_text(&e->text));

	if (e->max == 0)
		return strlen(text);
	for (room = e->max > used ? e->max - used : 0; room > 0 && text[at]; room--)
		at = utf8_next(text, at);
	/* a mark belongs to the character before it */
	for (uint32_t cp;
	     text[at] && utf8_decode(text + at, &cp) && cp >= 0x300 && utf8_width_cp(cp) == 0;)
		at += utf8_decode(text + at, &cp);
	return at;
}

void edit_insert(struct edit *e, const char *text, bool *full)
{
	struct str plain = { 0 };

	for (; *text; text++)
		str_add_char(&plain, !e->lines && (*text == '\n' || *text == '\t') ? ' ' : *text);
	size_t n = fitting(e, str_text(&plain));

	*full = n < plain.len;
	if (n > 0)
		replace(e, e->at, e->at, str_text(&plain), n);
	str_done(&plain);
}

/* After dd and dd.mm the next digit brings the dot along. */
static void date_dot(struct edit *e, uint32_t key)
{
	const char *text = str_text(&e->text);
	bool at_end = e->at == e->text.len, full;

	if (!e->date || !at_end || key < '0' || key > '9')
		return;
	if ((e->text.len == 2 && isdigit((unsigned char)text[0]) &&
	     isdigit((unsigned char)text[1])) ||
	    (e->text.len == 5 && text[2] == '.' && isdigit((unsigned char)text[3]) &&
	     isdigit((unsigned char)text[4])))
		edit_insert(e, ".", &full);
}

/* The text that was there goes, in one step with what is put in. */
static void fresh_clear(struct edit *e)
{
	if (e->fresh)
		text_set(e, "", 0);
}

static void type(struct edit *e, uint32_t key, bool *full)
{
	char buf[5] = "";

	will_change(e, key == ' ' ? CHANGE_WHOLE : CHANGE_TYPE);
	fresh_clear(e);
	if (key == ' ')
		e->last = CHANGE_TYPE;
	date_dot(e, key);
	buf[utf8_encode(key, buf)] = '\0';
	edit_insert(e, buf, full);
}

static bool is_word_byte(char c)
{
	return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static size_t word_left(const char *text, size_t at)
{
	while (at > 0 && !is_word_byte(text[at - 1]))
		at--;
	while (at > 0 && is_word_byte(text[at - 1]))
		at--;
	return at;
}

static size_t word_right(const char *text, size_t at)
{
	while (text[at] && is_word_byte(text[at]))
		at++;
	while (text[at] && !is_word_byte(text[at]))
		at++;
	return at;
}

static size_t line_start(const char *text, size_t at)
{
	while (at > 0 && text[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_end(const char *text, size_t at)
{
	return at + strcspn(text + at, "\n");
}

/* Where a key takes the cursor; false when it is no such key. */
static bool target(const struct edit *e, uint32_t key, size_t *to)
{
	const char *text = str_text(&e->text);

	switch (key) {
	case K_LEFT:
		*to = utf8_prev(text, e->at);
		return true;
	case K_RIGHT:
		*to = utf8_next(text, e->at);
		return true;
	case K_HOME:
	case K_CTRL('a'):
		*to = line_start(text, e->at);
		return true;
	case K_END:
	case K_CTRL('e'):
		*to = line_end(text, e->at);
		return true;
	case K_WORD_LEFT:
		*to = word_left(text, e->at);
		return true;
	case K_WORD_RIGHT:
		*to = word_right(text, e->at);
		return true;
	default:
		return false;
	}
}

static bool erase_key(struct edit *e, uint32_t key)
{
	const char *text = str_text(&e->text);

	switch (key) {
	case K_BACKSPACE:
		delete_range(e, utf8_prev(text, e->at), e->at);
		return true;
	case K_DEL:
		delete_range(e, e->at, utf8_next(text, e->at));
		return true;
	case K_CTRL('w'):
		delete_range(e, word_left(text, e->at), e->at);
		return true;
	case K_CTRL('k'):
		delete_range(e, e->at, line_end(text, e->at));
		return true;
	case K_CTRL('u'):
		e->last = CHANGE_NONE;
		delete_range(e, 0, e->text.len);
		return true;
	default:
		return false;
	}
}

bool edit_key(struct edit *e, const struct event *event, bool *full)
{
	size_t to;

	*full = false;
	if (target(e, event->key, &to)) {
		e->at = to;
		e->last = CHANGE_NONE;
	} else if (event->key == K_CTRL('z')) {
		undo(e);
	} else if (event->key == K_CTRL('y')) {
		redo(e);
	} else if (event->key == K_PASTE) {
		will_change(e, CHANGE_WHOLE);
		fresh_clear(e);
		edit_insert(e, event->text, full);
	} else if (event->key == K_ENTER && e->lines) {
		will_change(e, CHANGE_WHOLE);
		edit_insert(e, "\n", full);
	} else if (key_is_char(event->key)) {
		type(e, event->key, full);
	} else if (!erase_key(e, event->key)) {
		return false;
	}
	e->fresh = false;
	return true;
}

void edit_place(const struct edit *e, int columns, int *row, int *column)
{
	const char *text = str_text(&e->text);
	size_t at = 0, shown;

	*row = 0;
	for (;;) {
		size_t taken = wrap_next(text + at, columns, &shown);
		/* behind the space at which a row broke is the beginning of the next */
		bool last = !text[at + taken] && !(taken > shown && e->at == at + taken);

		if (last || e->at < at + taken) {
			char *part = mem_strdup(text + at);

			part[e->at - at] = '\0';
			*column = utf8_width(part);
			free(part);
			return;
		}
		at += taken;
		++*row;
	}
}

bool edit_vertical(struct edit *e, int columns, int by)
{
	const char *text = str_text(&e->text);
	int row, column, here = 0;
	size_t at = 0, shown;

	edit_place(e, columns, &row, &column);
	if (row + by < 0)
		return false;
	for (;; here++) {
		size_t taken = wrap_next(text + at, columns, &shown);

		if (here == row + by)
			break;
		if (!text[at + taken] && !(taken > shown && text[at + shown] == '\n'))
			return false;
		at += taken;
	}
	size_t fit = utf8_fit(text + at, column);

	e->at = at + (fit < shown ? fit : shown);
	e->last = CHANGE_NONE;
	return true;
}
