/*
 * Drafts: what was changed in a form and not saved yet, as a text. A line a field,
 * «part.name=value» as a person types it; the first line is the field with the cursor. Line ends
 * and backslashes within a value are written \n and \\.
 */
#include <stdlib.h>
#include <string.h>

#include "form_private.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/ui/dialog.h"

#define CURSOR "cursor"

static const struct form_keeper *keeper_of(const struct frame *f)
{
	return form_spec_of(f)->draft && form_state_of(f)->writable ? f->ui->options.keeper : NULL;
}

/* Two parts of a form may have fields of one name. */
static long part_number(const struct frame *f, const struct form_item *item)
{
	return item->part - form_state_of(f)->shape.parts;
}

static void value_write(struct str *out, const char *value)
{
	for (; *value; value++) {
		if (*value == '\n')
			str_add(out, "\\n");
		else if (*value == '\\')
			str_add(out, "\\\\");
		else
			str_add_char(out, *value);
	}
}

/* In place: it only gets shorter. */
static char *value_read(char *value)
{
	char *to = value;

	for (const char *from = value; *from; from++) {
		if (*from != '\\' || !from[1])
			*to++ = *from;
		else
			*to++ = *++from == 'n' ? '\n' : *from;
	}
	*to = '\0';
	return value;
}

/* The text that stands in an item against what was read; NULL: it is untouched. */
static const char *item_change(struct frame *f, size_t i)
{
	struct form_state *s = form_state_of(f);
	const struct form_item *item = &s->item[i];

	if (item->kind != ITEM_FIELD || item->field->flags & FIELD_READONLY)
		return NULL;
	if (i == s->at && s->editing && s->edit.changed)
		return str_text(&s->edit.text);
	if (!item->typed &&
	    field_equal(item->field, item_record(f, item), s->before + item->part->offset))
		return NULL;
	return item_text(f, item);
}

static void draft_write(struct frame *f, struct str *out)
{
	struct form_state *s = form_state_of(f);

	for (size_t i = 0; i < s->n; i++) {
		const struct form_item *item = &s->item[i];
		const char *text = item_change(f, i);

		if (!text)
			continue;
		if (!out->len && s->at < s->n && s->item[s->at].field)
			str_printf(out, CURSOR "=%ld.%s\n", part_number(f, &s->item[s->at]),
				   s->item[s->at].field->name);
		str_printf(out, "%ld.%s=", part_number(f, item), item->field->name);
		value_write(out, text);
		str_add_char(out, '\n');
	}
}

void form_draft_keep(struct frame *f)
{
	const struct form_keeper *keeper = keeper_of(f);
	struct form_state *s = form_state_of(f);
	struct str text = { 0 };

	if (!keeper || s->offered)
		return;
	draft_write(f, &text);
	if (strcmp(str_text(&text), str_text(&s->kept)) != 0)
		keeper->keep(ui_app(f->ui), f->view->name, form_spec_of(f)->draft(f),
			     str_text(&text));
	str_done(&s->kept);
	s->kept = text;
}

void form_draft_forget(struct frame *f)
{
	const struct form_keeper *keeper = keeper_of(f);
	struct form_state *s = form_state_of(f);

	if (keeper && s->kept.len)
		keeper->keep(ui_app(f->ui), f->view->name, form_spec_of(f)->draft(f), "");
	str_clear(&s->kept);
}

/* The item that «part.name» means; n: none, the form has become another one. */
static size_t item_named(const struct frame *f, const char *key)
{
	const struct form_state *s = form_state_of(f);
	char *name;
	long part = strtol(key, &name, 10);

	for (size_t i = 0; i < s->n && *name == '.'; i++) {
		const struct form_item *item = &s->item[i];

		if (item->kind == ITEM_FIELD && part_number(f, item) == part &&
		    strcmp(item->field->name, name + 1) == 0)
			return i;
	}
	return s->n;
}

/* Put back what was typed. What cannot be any more (a choice that is gone) stays as a text that is
 * refused when the form is saved. */
static void draft_read(struct frame *f, const char *text)
{
	struct form_state *s = form_state_of(f);
	size_t cursor = s->n, i;
	char *at, *copy = arena_strdup(&f->arena, text);

	s->at = s->n; /* what stands in the line of the cursor is not typed */
	s->editing = false;
	for (char *line = strtok_r(copy, "\n", &at); line; line = strtok_r(NULL, "\n", &at)) {
		char *value = strchr(line, '=');

		if (!value)
			continue;
		*value++ = '\0';
		if (strcmp(line, CURSOR) == 0)
			cursor = item_named(f, value);
		else if ((i = item_named(f, line)) < s->n)
			(void)item_take(f, &s->item[i], value_read(value));
	}
	form_go(f, cursor);
}

static unsigned draft_answered(struct frame *f, int button, void *data)
{
	const struct form_draft *draft = data;
	struct form_state *s = form_state_of(f);

	s->offered = false;
	if (button < 0) /* not decided: it stays for the next time */
		return UI_TAKEN | UI_CLOSE;
	str_add(&s->kept, draft->text);
	if (button == 0)
		draft_read(f, draft->text);
	else
		form_draft_forget(f);
	return UI_TAKEN | UI_REDRAW;
}

void form_draft_offer(struct frame *f)
{
	const struct form_keeper *keeper = keeper_of(f);
	struct form_draft *draft = arena_alloc(&f->arena, sizeof(*draft));

	if (!keeper || !keeper->find(ui_app(f->ui), &f->arena, f->view->name,
				     form_spec_of(f)->draft(f), draft))
		return;
	form_state_of(f)->offered = true;
	dialog_ask(f, &(struct question){
			      .title = frame_title_text(f),
			      .text = arena_printf(&f->arena,
						   _("This form was left half filled on %s. Go on "
						     "from there?"),
						   draft->when),
			      .button = { _("Go on"), _("Begin anew"), NULL },
			      .answered = draft_answered,
			      .data = draft });
}

char *form_draft_value(struct arena *a, const char *text, const char *field)
{
	size_t n = strlen(field);

	for (const char *line = text; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		const char *name = line + strspn(line, "0123456789");
		const char *value = name + 1 + n + 1;

		if (*name == '.' && strncmp(name + 1, field, n) == 0 && value[-1] == '=')
			return value_read(arena_strndup(a, value, strcspn(value, "\n")));
	}
	return NULL;
}
