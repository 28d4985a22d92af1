/* What the parts of the form share. */
#ifndef NASTAVNIK_UI_FORM_PRIVATE_H
#define NASTAVNIK_UI_FORM_PRIVATE_H

#include "edit.h"
#include "nastavnik/ui/form.h"
#include "private.h"

enum item_kind { ITEM_FIELD, ITEM_HEADING, ITEM_MORE };

/* One thing in the form, from above to below. */
struct form_item {
	enum item_kind kind;
	const struct form_part *part;
	const struct field *field; /* ITEM_FIELD */
	char *typed;               /* a text that was refused; NULL: the record holds the value */
	bool open;                 /* ITEM_MORE: its fields are shown */
	bool hidden;
	int y, rows; /* place within the form, of the last picture */
};

struct form_state {
	struct form_shape shape;
	char *record;
	struct form_item *item;
	size_t n, at; /* at: the one with the cursor; n: none has it */
	struct edit edit;
	bool editing; /* edit holds the value of the item with the cursor */
	bool changed;
	bool loaded;
	bool writable;  /* else it only shows */
	size_t refused; /* item + 1 whose text was refused when the cursor tried to leave */
	size_t left;    /* first byte shown of a line longer than its place */
	int scroll, height;
	int value_x, value_cols, top; /* of the last picture, for clicks */
	struct arena text;
	char *before;    /* the record as it was read */
	struct str kept; /* the draft as it is kept; "": there is none */
	bool offered;    /* a draft is offered and not answered yet */
};

static inline const struct form_spec *form_spec_of(const struct frame *f)
{
	return f->view->spec;
}

static inline struct form_state *form_state_of(const struct frame *f)
{
	return f->state;
}

static inline void *item_record(const struct frame *f, const struct form_item *item)
{
	return form_state_of(f)->record + item->part->offset;
}

/* form.c: bring the cursor to an item, showing it if it is hidden behind «more»; n: to the first.
 */
void form_go(struct frame *f, size_t at);

/* form_value.c */
bool item_is_text(const struct form_item *item); /* typed, not chosen */
bool item_can_focus(const struct frame *f, const struct form_item *item);
void items_make(struct frame *f);
void items_refresh(struct frame *f); /* which are hidden */
const char *item_text(struct frame *f, const struct form_item *item);
/* Take what is being typed into the record. */
enum rc item_commit(struct frame *f);
/* Take a text into the record; one that is refused is kept as it was typed. */
enum rc item_take(struct frame *f, struct form_item *item, const char *text);
void item_enter(struct frame *f, size_t at);
void record_blank(struct frame *f);
void item_changed(struct frame *f, const struct form_item *item);
/* Keys of the kinds that are chosen, not typed. */
unsigned choice_key(struct frame *f, struct form_item *item, const struct event *event);
unsigned choice_open(struct frame *f);
int item_columns(const struct form_item *item, int room);

/* form_draft.c */
void form_draft_keep(struct frame *f);
void form_draft_forget(struct frame *f);
void form_draft_offer(struct frame *f); /* asks, when there is one */

/* form_draw.c */
void form_draw(struct frame *f, struct area area);

#endif
