#include <string.h>

#include "form_private.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "tty.h"
#include "wrap.h"

enum { MARGIN = 3, GAP = 2, LONGTEXT_ROWS = 6, CHOICES_ROWS = 3, REMARK_ROWS = 12 };

static const char *label_of(struct frame *f, const struct form_item *item)
{
	const char *label = text_of(item->field->label);

	if (item->field->flags & FIELD_REQUIRED && form_state_of(f)->writable)
		return arena_printf(&form_state_of(f)->text, "%s *", label);
	return label;
}

static int label_width(struct frame *f, int cols)
{
	struct form_state *s = form_state_of(f);
	int width = 0;

	for (size_t i = 0; i < s->n; i++)
		if (s->item[i].kind == ITEM_FIELD && !s->item[i].hidden) {
			int w = utf8_width(label_of(f, &s->item[i]));

			width = w > width ? w : width;
		}
	return width > cols * 2 / 5 ? cols * 2 / 5 : width;
}

static bool is_focus(const struct form_state *s, const struct form_item *item)
{
	return s->at < s->n && &s->item[s->at] == item;
}

/* The text of the item as it stands on the screen: what is being typed, or the value. */
static const char *shown_text(struct frame *f, const struct form_item *item)
{
	struct form_state *s = form_state_of(f);

	return is_focus(s, item) && s->editing ? str_text(&s->edit.text) : item_text(f, item);
}

static int field_rows(struct frame *f, const struct form_item *item, int room)
{
	int most = item->field->kind == FIELD_LONGTEXT  ? LONGTEXT_ROWS
		   : item->field->kind == FIELD_CHOICES ? CHOICES_ROWS
							: 1;
	int least = item->field->kind == FIELD_LONGTEXT && form_state_of(f)->writable ? 2 : 1, rows;

	if (most == 1)
		return 1;
	rows = wrap_count(shown_text(f, item), item_columns(item, room) - 1);
	if (item->field->kind == FIELD_LONGTEXT && is_focus(form_state_of(f), item))
		rows = LONGTEXT_ROWS; /* room to write */
	return rows > most ? most : rows < least ? least : rows;
}

/* Give each item its rows; returns how many all take. */
static int layout(struct frame *f, int room)
{
	struct form_state *s = form_state_of(f);
	int y = 0;

	for (size_t i = 0; i < s->n; i++) {
		struct form_item *item = &s->item[i];

		if (item->kind == ITEM_HEADING && y > 0)
			y++; /* an empty row before a heading */
		item->y = y;
		item->rows = item->hidden               ? 0
			     : item->kind == ITEM_FIELD ? field_rows(f, item, room)
							: 1;
		y += item->rows;
	}
	return y;
}

/* Several rows; of a text being edited those around the cursor. */
static void block_draw(struct frame *f, const struct form_item *item, struct area area,
		       const char *text, enum ink ink)
{
	struct form_state *s = form_state_of(f);
	bool editing = is_focus(s, item) && s->editing;
	int row = 0, column = 0, first = 0, here = 0;
	size_t shown;

	if (editing)
		edit_place(&s->edit, area.cols - 1, &row, &column);
	if (row >= area.rows)
		first = row - area.rows + 1;
	for (int i = 0; i < area.rows; i++)
		paint_fill(area.y + i, area.x, area.cols, ink, " ");
	for (; *text && here < first + area.rows; here++) {
		size_t taken = wrap_next(text, area.cols - 1, &shown);

		if (here >= first)
			paint_text(area.y + here - first, area.x, area.cols - 1, ink,
				   arena_strndup(&s->text, text, shown));
		text += taken;
	}
	if (*text && !editing) /* more than fits */
		paint_text(area.y + area.rows - 1, area.x + area.cols - 1, 1, ink, GLYPH_MORE);
	if (editing)
		tty_cursor(area.y + row - first, area.x + column, true);
}

static enum ink value_ink(const struct frame *f, const struct form_item *item)
{
	const struct form_state *s = form_state_of(f);

	if (is_focus(s, item))
		return INK_FOCUS;
	if (item->typed)
		return INK_BAD;
	return item_can_focus(f, item) ? INK_FIELD : INK_TEXT;
}

static void value_draw(struct frame *f, const struct form_item *item, struct area area)
{
	struct form_state *s = form_state_of(f);
	const char *text = shown_text(f, item);
	enum ink ink = value_ink(f, item);
	bool focus = is_focus(s, item);

	if (area.rows > 1 || item->field->kind == FIELD_LONGTEXT)
		block_draw(f, item, area, text, ink);
	else if (focus && s->editing)
		edit_draw(&s->edit, &s->left, area.y, area.x, area.cols);
	else
		paint_cell(area.y, area.x, area.cols, ink, text);
	if (focus && !s->editing)
		tty_cursor(area.y, area.x, false);
}

static void more_draw(struct frame *f, const struct form_item *item, int y, int cols)
{
	bool focus = is_focus(form_state_of(f), item);
	const char *text = item->open ? _("▾ Less") : _("▸ More");

	paint_text(y, MARGIN, cols, focus ? INK_FOCUS : INK_DIM, text);
	if (focus)
		tty_cursor(y, MARGIN, false);
}

static void item_draw(struct frame *f, const struct form_item *item, struct area area, int label)
{
	struct form_state *s = form_state_of(f);
	int y = area.y + item->y - s->scroll, rows = item->rows, x = MARGIN + label + GAP;

	if (y < area.y || y >= area.y + area.rows || rows == 0)
		return;
	if (y + rows > area.y + area.rows)
		rows = area.y + area.rows - y;
	if (item->kind == ITEM_HEADING) {
		paint_cell(y, 1, area.cols - 2, INK_HEADING, text_of(item->part->title));
	} else if (item->kind == ITEM_MORE) {
		more_draw(f, item, y, area.cols);
	} else {
		if (item->typed)
			paint_text(y, 1, 1, INK_BAD, GLYPH_WARN);
		paint_cell(y, MARGIN, label, is_focus(s, item) ? INK_TITLE : INK_DIM,
			   label_of(f, item));
		value_draw(f, item,
			   (struct area){ y, x, rows, item_columns(item, area.cols - x - 1) });
	}
}

/* Keep the item with the cursor in sight, and what stands right above a first field. */
static void scroll(struct form_state *s, int rows, int all)
{
	const struct form_item *item = s->writable && s->at < s->n ? &s->item[s->at] : NULL;

	if (item) {
		int above = s->at > 0 && s->item[s->at - 1].kind == ITEM_HEADING ? 1 : 0;

		if (item->y - above < s->scroll)
			s->scroll = item->y - above;
		if (item->y + item->rows > s->scroll + rows)
			s->scroll = item->y + item->rows - rows;
	}
	if (s->scroll + rows > all)
		s->scroll = all - rows;
	if (s->scroll < 0)
		s->scroll = 0;
}

/* Remarks take the free rows below the fields, or up to a third when there are none. */
static int remarks_rows(struct frame *f, struct lines *lines, struct area area, int fields)
{
	int want = 0, free = area.rows - fields - 1;

	if (!form_spec_of(f)->remarks)
		return 0;
	form_spec_of(f)->remarks(f, lines, form_state_of(f)->record);
	for (size_t i = 0; i < lines->n; i++)
		want += wrap_count(lines->row[i].text, area.cols - MARGIN - 1);
	if (free < area.rows / 3)
		free = area.rows / 3;
	return want < free ? want : free;
}

void form_draw(struct frame *f, struct area area)
{
	struct form_state *s = form_state_of(f);
	struct lines lines = { .arena = &s->text };
	int label, all, remarks;

	arena_reset(&s->text);
	label = label_width(f, area.cols);
	all = layout(f, area.cols - MARGIN - label - GAP - 1);
	remarks = remarks_rows(f, &lines, area, all);
	if (remarks)
		area.rows -= remarks + 1;
	s->height = area.rows;
	s->top = area.y;
	scroll(s, area.rows, all);
	for (size_t i = 0; i < s->n; i++)
		if (!s->item[i].hidden)
			item_draw(f, &s->item[i], area, label);
	if (remarks)
		paint_lines((struct area){ area.y + area.rows + 1, MARGIN, remarks,
					   area.cols - MARGIN - 1 },
			    &lines, 0);
}
