/* Values of a form's fields: shown, taken from what was typed, chosen. */
#include <stdlib.h>
#include <string.h>

#include "form_private.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/dialog.h"

static struct choices choices_get(void *data, const char *set)
{
	struct frame *f = data;
	const struct form_spec *spec = form_spec_of(f);

	return spec->choices && set ? spec->choices(f, set) : (struct choices){ 0 };
}

static struct choice_source source_of(struct frame *f)
{
	return (struct choice_source){ .get = choices_get, .data = f };
}

bool item_is_text(const struct form_item *item)
{
	if (item->kind != ITEM_FIELD)
		return false;
	switch (item->field->kind) {
	case FIELD_TEXT:
	case FIELD_LONGTEXT:
	case FIELD_NUMBER:
	case FIELD_DATE:
		return true;
	default:
		return false;
	}
}

bool item_can_focus(const struct frame *f, const struct form_item *item)
{
	if (item->hidden || item->kind == ITEM_HEADING)
		return false;
	return item->kind == ITEM_MORE ||
	       (form_state_of(f)->writable && !(item->field->flags & FIELD_READONLY));
}

static void item_add(struct form_state *s, struct form_item item)
{
	s->item[s->n++] = item;
}

static void part_make(struct form_state *s, const struct form_part *part)
{
	bool more = false;

	if (part->title)
		item_add(s, (struct form_item){ .kind = ITEM_HEADING, .part = part });
	for (size_t i = 0; i < part->fields->n; i++)
		if (part->fields->row[i].flags & FIELD_MORE)
			more = true;
		else
			item_add(s, (struct form_item){ .part = part,
							.field = &part->fields->row[i] });
	if (!more)
		return;
	item_add(s, (struct form_item){ .kind = ITEM_MORE, .part = part });
	for (size_t i = 0; i < part->fields->n; i++)
		if (part->fields->row[i].flags & FIELD_MORE)
			item_add(s, (struct form_item){ .part = part,
							.field = &part->fields->row[i] });
}

void items_make(struct frame *f)
{
	struct form_state *s = form_state_of(f);
	const struct form_part *part;
	size_t cap = 0;

	for (part = s->shape.parts; part->fields; part++)
		cap += part->fields->n + 2;
	s->item = ARENA_NEW(&f->arena, struct form_item, cap);
	for (part = s->shape.parts; part->fields; part++)
		part_make(s, part);
}

void items_refresh(struct frame *f)
{
	struct form_state *s = form_state_of(f);
	const struct form_spec *spec = form_spec_of(f);
	const struct form_item *more = NULL;

	for (size_t i = 0; i < s->n; i++) {
		struct form_item *item = &s->item[i];

		if (item->kind == ITEM_MORE)
			more = item;
		if (item->kind != ITEM_FIELD)
			continue;
		item->hidden = (item->field->flags & FIELD_MORE && more && !more->open) ||
			       (spec->shown && !spec->shown(f, item->field, s->record));
	}
}

void record_blank(struct frame *f)
{
	struct form_state *s = form_state_of(f);

	memset(s->record, 0, s->shape.size);
	for (size_t i = 0; i < s->n; i++) {
		struct form_item *item = &s->item[i];

		item->typed = NULL;
		if (item->kind != ITEM_FIELD)
			continue;
		if (item->field->kind == FIELD_TEXT || item->field->kind == FIELD_LONGTEXT)
			field_set_text(item->field, item_record(f, item), "");
		else if (item->field->kind == FIELD_NUMBER)
			field_set_int(item->field, item_record(f, item), FIELD_NOTHING);
	}
}

const char *item_text(struct frame *f, const struct form_item *item)
{
	struct choice_source source = source_of(f);

	if (item->typed)
		return item->typed;
	return field_show(&form_state_of(f)->text, item->field, item_record(f, item), &source);
}

void item_changed(struct frame *f, const struct form_item *item)
{
	struct form_state *s = form_state_of(f);

	s->changed = true;
	if (form_spec_of(f)->changed)
		form_spec_of(f)->changed(f, item->field, s->record);
	items_refresh(f);
}

static void value_empty(struct frame *f, const struct form_item *item)
{
	const struct field *field = item->field;

	if (field->kind == FIELD_TEXT || field->kind == FIELD_LONGTEXT)
		field_set_text(field, item_record(f, item), "");
	else if (field->kind == FIELD_CHOICES)
		field_set_ids(field, item_record(f, item), (struct ids){ 0 });
	else
		field_set_int(field, item_record(f, item),
			      field->kind == FIELD_NUMBER ? FIELD_NOTHING : DATE_NONE);
}

/* Digits alone get dots while they are typed; where a year will do, «20.11» was meant as 2011. */
static const char *typed_year(const struct field *field, const char *text, char buf[5])
{
	if (field->kind != FIELD_DATE || !(field->flags & FIELD_YEAR_ALONE) || strlen(text) != 5 ||
	    text[2] != '.')
		return text;
	memcpy(buf, text, 2);
	memcpy(buf + 2, text + 3, 3);
	return atoi(buf) >= 1900 && atoi(buf) < 2200 ? buf : text;
}

enum rc item_take(struct frame *f, struct form_item *item, const char *text)
{
	struct form_state *s = form_state_of(f);
	struct choice_source source = source_of(f);
	char buf[5];

	item->typed = NULL;
	if (!*utf8_squeeze(&s->text, text)) {
		value_empty(f, item); /* whether it may be empty is asked when the whole is saved */
	} else if (field_parse(&f->arena, item->field, item_record(f, item),
			       typed_year(item->field, text, buf), &source) != RC_OK) {
		item->typed = arena_strdup(&f->arena, text);
		s->changed = true;
		return RC_INVALID;
	}
	item_changed(f, item);
	return RC_OK;
}

enum rc item_commit(struct frame *f)
{
	struct form_state *s = form_state_of(f);
	struct form_item *item = s->at < s->n ? &s->item[s->at] : NULL;

	if (!s->editing || !s->edit.changed)
		return item && item->typed ? RC_INVALID : RC_OK;
	if (item_take(f, item, str_text(&s->edit.text)) != RC_OK)
		return RC_INVALID;
	edit_begin(&s->edit, item_text(f, item));
	return RC_OK;
}

void item_enter(struct frame *f, size_t at)
{
	struct form_state *s = form_state_of(f);
	struct form_item *item = &s->item[at];

	s->at = at;
	s->left = 0;
	s->editing = item_is_text(item);
	if (!s->editing)
		return;
	edit_begin(&s->edit, item_text(f, item));
	/* Short values are typed anew more often than mended. */
	s->edit.fresh = item->field->kind == FIELD_DATE || item->field->kind == FIELD_NUMBER;
	s->edit.lines = item->field->kind == FIELD_LONGTEXT;
	s->edit.date = item->field->kind == FIELD_DATE;
	s->edit.max = 0;
	if (item->field->kind == FIELD_TEXT || item->field->kind == FIELD_LONGTEXT)
		s->edit.max = item->field->max > 0                  ? (size_t)item->field->max
			      : item->field->kind == FIELD_LONGTEXT ? 10000
								    : 250;
}

static void int_set(struct frame *f, const struct form_item *item, int64_t value)
{
	if (field_int(item->field, item_record(f, item)) == value)
		return;
	field_set_int(item->field, item_record(f, item), value);
	item_changed(f, item);
}

/* The choice before or behind the one that is set; «nothing» stands before the first. */
static void choice_step(struct frame *f, const struct form_item *item, int by)
{
	struct choices set = choices_get(f, item->field->choices);
	int64_t now = field_int(item->field, item_record(f, item));
	long at = -1;

	for (size_t i = 0; i < set.n; i++)
		if (set.row[i].id == now)
			at = (long)i;
	for (at += by; at >= 0 && at < (long)set.n && set.row[at].hidden;)
		at += by;
	if (at >= (long)set.n || at < -1 || (at == -1 && item->field->flags & FIELD_REQUIRED))
		return;
	int_set(f, item, at < 0 ? 0 : set.row[at].id);
}

static unsigned picked(struct frame *f, struct ids ids, void *data)
{
	struct form_item *item = data;
	struct ids kept = { ARENA_NEW(&f->arena, int64_t, ids.n), ids.n };

	if (item->field->kind == FIELD_CHOICE) {
		int_set(f, item, ids.n ? ids.row[0] : 0);
		return UI_TAKEN | UI_REDRAW;
	}
	if (ids.n)
		memcpy(kept.row, ids.row, ids.n * sizeof(*ids.row));
	field_set_ids(item->field, item_record(f, item), kept);
	item_changed(f, item);
	return UI_TAKEN | UI_REDRAW;
}

static unsigned pick(struct frame *f, struct form_item *item, const char *find)
{
	const struct field *field = item->field;
	bool many = field->kind == FIELD_CHOICES;
	int64_t now = many ? 0 : field_int(field, item_record(f, item));
	struct ids one = { &now, now != 0 };

	return dialog_pick(f, &(struct picker){
				      .title = text_of(field->label),
				      .choices = choices_get(f, field->choices),
				      .chosen = many ? field_ids(field, item_record(f, item)) : one,
				      .many = many,
				      .nothing = !many && !(field->flags & FIELD_REQUIRED),
				      .find = find,
				      .picked = picked,
				      .data = item,
			      });
}

unsigned choice_open(struct frame *f)
{
	struct form_state *s = form_state_of(f);

	return pick(f, &s->item[s->at], NULL);
}

static unsigned toggle(struct frame *f, const struct form_item *item)
{
	int_set(f, item, !field_int(item->field, item_record(f, item)));
	return UI_TAKEN | UI_REDRAW;
}

static unsigned value_clear(struct frame *f, const struct form_item *item)
{
	if (item->field->kind == FIELD_CHOICES) {
		field_set_ids(item->field, item_record(f, item), (struct ids){ 0 });
		item_changed(f, item);
	} else if (!(item->field->flags & FIELD_REQUIRED)) {
		int_set(f, item, 0);
	}
	return UI_TAKEN | UI_REDRAW;
}

unsigned choice_key(struct frame *f, struct form_item *item, const struct event *event)
{
	bool yesno = item->field->kind == FIELD_YESNO;
	char buf[5] = "";

	switch (event->key) {
	case K_LEFT:
	case K_RIGHT:
		if (yesno)
			return toggle(f, item);
		if (item->field->kind == FIELD_CHOICE)
			choice_step(f, item, event->key == K_LEFT ? -1 : 1);
		return UI_TAKEN | UI_REDRAW;
	case ' ':
		return yesno ? toggle(f, item) : pick(f, item, NULL);
	case K_DEL:
	case K_BACKSPACE:
		return value_clear(f, item);
	default:
		if (!key_is_char(event->key))
			return UI_IGNORED;
		if (yesno)
			return UI_TAKEN;
		buf[utf8_encode(event->key, buf)] = '\0';
		return pick(f, item, buf);
	}
}

int item_columns(const struct form_item *item, int room)
{
	int want = room > 60 ? 60 : room;

	switch (item->field->kind) {
	case FIELD_DATE:
		want = 11;
		break;
	case FIELD_NUMBER:
		want = 12;
		break;
	case FIELD_YESNO:
		want = 6;
		break;
	case FIELD_TEXT:
		if (item->field->max > 0 && item->field->max + 1 < want)
			want = (int)item->field->max + 1;
		break;
	default:
		break;
	}
	return want < room ? want : room;
}
