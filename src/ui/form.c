#include "nastavnik/ui/form.h"

#include <string.h>

#include "form_private.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/ui/dialog.h"

static size_t next_focus(const struct frame *f, size_t at, int by)
{
	const struct form_state *s = form_state_of(f);

	for (size_t i = at + (size_t)by; i < s->n; i += (size_t)by) /* below 0 wraps above n */
		if (item_can_focus(f, &s->item[i]))
			return i;
	return s->n;
}

static enum rc form_init(struct frame *f)
{
	struct form_state *s = form_state_of(f);
	const struct form_spec *spec = form_spec_of(f);

	s->shape = spec->shape ? spec->shape(f) : (struct form_shape){ spec->size, spec->parts };
	s->record = arena_alloc(&f->arena, s->shape.size);
	s->before = arena_alloc(&f->arena, s->shape.size);
	s->writable = spec->save && (!spec->writable || spec->writable(f));
	return RC_OK;
}

static enum rc form_read(struct frame *f)
{
	struct form_state *s = form_state_of(f);
	enum rc rc = RC_OK;

	record_blank(f);
	if (form_spec_of(f)->load)
		rc = form_spec_of(f)->load(f, s->record);
	memcpy(s->before, s->record, s->shape.size);
	s->changed = false;
	s->refused = 0;
	return rc;
}

/* The view reads again: an untouched record follows the file, a touched one is the person's. */
static enum rc form_load(struct frame *f)
{
	struct form_state *s = form_state_of(f);
	bool opening = !s->loaded;
	size_t at = s->at;
	enum rc rc;

	if (s->loaded && form_changed(f))
		return RC_OK;
	if (!s->loaded)
		items_make(f);
	rc = form_read(f);
	if (rc != RC_OK)
		return rc;
	items_refresh(f);
	if (!s->loaded || at >= s->n || !item_can_focus(f, &s->item[at]))
		at = next_focus(f, (size_t)-1, 1);
	s->loaded = true;
	s->at = s->n;
	if (at < s->n)
		item_enter(f, at);
	if (opening)
		form_draft_offer(f);
	return RC_OK;
}

static void form_done(struct frame *f)
{
	struct form_state *s = form_state_of(f);

	edit_done(&s->edit);
	str_done(&s->kept);
	arena_done(&s->text);
}

static bool form_typing(const struct frame *f)
{
	return form_state_of(f)->at < form_state_of(f)->n;
}

/* Leave the field with the cursor; false when its text is refused for the first time. */
static bool may_leave_field(struct frame *f)
{
	struct form_state *s = form_state_of(f);

	if (item_commit(f) == RC_OK || s->refused == s->at + 1)
		return true;
	s->refused = s->at + 1;
	if (s->editing && s->edit.changed)
		ui_fault(f->ui);
	else
		return true;
	return false;
}

static unsigned focus(struct frame *f, size_t at)
{
	struct form_state *s = form_state_of(f);

	if (at >= s->n || at == s->at)
		return UI_TAKEN | UI_REDRAW;
	if (may_leave_field(f)) {
		s->refused = 0;
		if (!s->item[at].hidden) /* what was typed may have changed what is shown */
			item_enter(f, at);
		form_draft_keep(f);
	}
	return UI_TAKEN | UI_REDRAW;
}

static unsigned step(struct frame *f, int by)
{
	struct form_state *s = form_state_of(f);
	size_t at = next_focus(f, s->at, by);

	if (at < s->n)
		return focus(f, at);
	if (may_leave_field(f) && by > 0)
		ui_say(f->ui, "%s", _("This is the last field. F2 saves."));
	return UI_TAKEN | UI_REDRAW;
}

static unsigned scroll_by(struct frame *f, int rows)
{
	struct form_state *s = form_state_of(f);
	size_t at = s->at, next;
	int from = at < s->n ? s->item[at].y : 0;

	while ((next = next_focus(f, at, rows < 0 ? -1 : 1)) < s->n) {
		at = next;
		int way = s->item[at].y - from;

		if ((way < 0 ? -way : way) >= (rows < 0 ? -rows : rows))
			break;
	}
	return at < s->n ? focus(f, at) : UI_TAKEN;
}

static unsigned toggle_more(struct frame *f, struct form_item *item)
{
	item->open = !item->open;
	items_refresh(f);
	return UI_TAKEN | UI_REDRAW;
}

static unsigned click(struct frame *f, const struct event *event)
{
	struct form_state *s = form_state_of(f);
	int y = event->y - s->top + s->scroll;

	for (size_t i = 0; i < s->n; i++) {
		struct form_item *item = &s->item[i];

		if (!item_can_focus(f, item) || y < item->y || y >= item->y + item->rows)
			continue;
		if (i != s->at)
			return focus(f, i);
		return item->kind == ITEM_MORE ? toggle_more(f, item)
		       : item_is_text(item)    ? UI_TAKEN
					       : choice_key(f, item, &(struct event){ .key = ' ' });
	}
	return UI_TAKEN;
}

static unsigned move_key(struct frame *f, uint32_t key)
{
	struct form_state *s = form_state_of(f);

	switch (key) {
	case K_ENTER:
	case K_TAB:
	case K_DOWN:
		return step(f, 1);
	case K_BACKTAB:
	case K_UP:
		return step(f, -1);
	case K_PAGE_DOWN:
	case K_WHEEL_DOWN:
		return scroll_by(f, key == K_PAGE_DOWN ? s->height - 1 : 1);
	case K_PAGE_UP:
	case K_WHEEL_UP:
		return scroll_by(f, key == K_PAGE_UP ? 1 - s->height : -1);
	default:
		return UI_IGNORED;
	}
}

static unsigned text_key(struct frame *f, const struct event *event)
{
	struct form_state *s = form_state_of(f);
	const struct form_item *item = &s->item[s->at];
	bool full = false;

	if (s->edit.lines && (event->key == K_UP || event->key == K_DOWN) &&
	    edit_vertical(&s->edit, item_columns(item, f->ui->cols) - 1,
			  event->key == K_UP ? -1 : 1))
		return UI_TAKEN | UI_REDRAW;
	if (!edit_key(&s->edit, event, &full))
		return UI_IGNORED;
	s->refused = 0;
	if (full)
		ui_say(f->ui, _("At most %zu characters fit here."), s->edit.max);
	return UI_TAKEN | UI_REDRAW;
}

/* A form that only shows has no cursor to follow: the keys move the picture. */
static bool show_key(struct form_state *s, uint32_t key)
{
	const struct {
		uint32_t key;
		int by;
	} move[] = {
		{ K_UP, -1 },
		{ K_DOWN, 1 },
		{ K_WHEEL_UP, -3 },
		{ K_WHEEL_DOWN, 3 },
		{ K_HOME, -10000 },
		{ K_END, 10000 },
		{ K_PAGE_UP, 1 - s->height },
		{ K_PAGE_DOWN, s->height - 1 },
	};

	for (size_t i = 0; i < COUNT_OF(move) && !s->writable; i++) {
		if (move[i].key == key) {
			s->scroll += move[i].by; /* drawing keeps it within the form */
			return true;
		}
	}
	return false;
}

static unsigned form_key(struct frame *f, const struct event *event)
{
	struct form_state *s = form_state_of(f);
	struct form_item *item = s->at < s->n ? &s->item[s->at] : NULL;
	unsigned took = UI_IGNORED;

	if (event->key == K_CLICK)
		return click(f, event);
	if (show_key(s, event->key))
		return UI_TAKEN | UI_REDRAW;
	if (item && item->kind == ITEM_MORE && (event->key == ' ' || event->key == K_ENTER))
		return toggle_more(f, item);
	if (item && s->editing)
		took = text_key(f, event);
	else if (item && item->kind == ITEM_FIELD)
		took = choice_key(f, item, event);
	return took != UI_IGNORED ? took : move_key(f, event->key);
}

void form_go(struct frame *f, size_t at)
{
	struct form_state *s = form_state_of(f);

	if (at >= s->n)
		at = next_focus(f, (size_t)-1, 1);
	if (at >= s->n)
		return;
	for (size_t i = at; s->item[at].hidden && i-- > 0;)
		if (s->item[i].kind == ITEM_MORE) {
			s->item[i].open = true;
			break;
		}
	items_refresh(f);
	if (item_can_focus(f, &s->item[at]))
		item_enter(f, at);
}

static bool applies(struct frame *f, const struct form_item *item)
{
	const struct form_spec *spec = form_spec_of(f);

	return item->kind == ITEM_FIELD &&
	       (!spec->shown || spec->shown(f, item->field, form_state_of(f)->record));
}

/* Look at all that is there; the cursor goes to the first that is wrong. */
static enum rc check_all(struct frame *f)
{
	struct form_state *s = form_state_of(f);

	for (size_t i = 0; i < s->n; i++) {
		struct form_item *item = &s->item[i];

		if (!applies(f, item))
			continue;
		if (item->typed) { /* says again what is wrong with it */
			item_enter(f, i);
			s->edit.changed = true;
			return item_commit(f);
		}
		if (!(item->field->flags & FIELD_READONLY) &&
		    field_check(item->field, item_record(f, item)) != RC_OK) {
			form_go(f, i);
			return RC_INVALID;
		}
	}
	return RC_OK;
}

void form_saved(struct frame *f)
{
	form_state_of(f)->changed = false;
	form_draft_forget(f);
}

/* Take what is being typed into the record, check all, save. */
static unsigned form_save(struct frame *f)
{
	struct form_state *s = form_state_of(f);
	const struct form_spec *spec = form_spec_of(f);

	if (!s->writable)
		return UI_TAKEN;
	if ((item_commit(f) != RC_OK && s->editing && s->edit.changed) || check_all(f) != RC_OK ||
	    spec->save(f, s->record) != RC_OK)
		return ui_fault(f->ui);
	form_saved(f);
	if (!spec->stay)
		return UI_TAKEN | UI_RELOAD | UI_CLOSE;
	s->at = s->n;
	s->loaded = true;
	return UI_TAKEN | UI_RELOAD;
}

static unsigned leave_answered(struct frame *f, int button, void *data)
{
	(void)data;
	if (button == 0)
		return form_save(f);
	if (button != 1)
		return UI_TAKEN | UI_REDRAW;
	form_draft_forget(f);
	return UI_TAKEN | UI_CLOSE;
}

static bool form_leave(struct frame *f)
{
	if (!form_changed(f)) {
		form_draft_forget(f);
		return true;
	}
	dialog_ask(f, &(struct question){
			      .title = frame_title_text(f),
			      .text = _("Save what was changed?"),
			      .button = { _("Save"), _("Do not save"), _("Stay") },
			      .answered = leave_answered,
		      });
	return false;
}

static bool can_save(struct frame *f)
{
	return action_needs(f, form_state_of(f)->writable, N_("This form can only be read."));
}

/* The field with the cursor; NULL when there is none. */
static const struct field *form_field(const struct frame *f)
{
	const struct form_state *s = form_state_of(f);

	return s->at < s->n ? s->item[s->at].field : NULL;
}

static bool can_pick(struct frame *f)
{
	const struct field *field = form_field(f);

	return action_needs(f,
			    field && (field->kind == FIELD_CHOICE || field->kind == FIELD_CHOICES),
			    N_("The cursor is not in a field with a list."));
}

static const struct action form_actions[] = {
	{ .key = K_F(2),
	  .also = K_CTRL('s'),
	  .label = N_("Save"),
	  .title = N_("Save"),
	  .enabled = can_save,
	  .run = form_save,
	  .help = N_("Checks all fields and writes the record into the file.") },
	{ .key = K_F(4),
	  .label = N_("Choose"),
	  .title = N_("Choose from the list"),
	  .enabled = can_pick,
	  .run = choice_open,
	  .help = N_("Space does the same; a letter opens the list and finds in it.") },
	{ 0 },
};

static const char *form_status(struct frame *f)
{
	const struct form_state *s = form_state_of(f);
	const struct field *field = form_field(f);

	if (!field)
		return s->at < s->n ? _("Enter shows or hides the other fields.") : "";
	if (field->hint)
		return text_of(field->hint);
	switch (field->kind) {
	case FIELD_CHOICE:
		return _("← → change, Space opens the list, letters find.");
	case FIELD_CHOICES:
		return _("Space opens the list; several can be chosen, the first is the main one.");
	case FIELD_YESNO:
		return _("Space changes it.");
	case FIELD_LONGTEXT:
		return _("Enter begins a new line, Tab goes on.");
	default:
		return "";
	}
}

/* A bound of the field's range as a value of it is shown. */
static const char *bound_text(struct arena *a, const struct field *field, int64_t bound)
{
	struct field alone = *field;
	int64_t record = bound;

	alone.offset = 0;
	return field_show(a, &alone, &record, NULL);
}

static const char *date_rule(struct arena *a, const struct field *field)
{
	const char *rule = _("A date, day first: 01.09.2026, typed 01092026.");

	return field->flags & FIELD_YEAR_ALONE
		       ? arena_printf(a, "%s %s", rule, _("The year alone will do."))
		       : rule;
}

static const char *number_rule(struct arena *a, const struct field *field)
{
	if (field->min >= field->max)
		return _("A number.");
	return arena_printf(a, _("A number from %s to %s."), bound_text(a, field, field->min),
			    bound_text(a, field, field->max));
}

/* What may stand in a field of its kind. */
static const char *kind_rule(struct arena *a, const struct field *field)
{
	switch (field->kind) {
	case FIELD_DATE:
		return date_rule(a, field);
	case FIELD_NUMBER:
		return number_rule(a, field);
	case FIELD_CHOICE:
		return _("One of a list: ← → change it, Space or F4 opens the list, letters find.");
	case FIELD_CHOICES:
		return _("Any of a list, in your order: Space or F4 opens it, letters find.");
	case FIELD_YESNO:
		return _("Yes or no: Space changes it.");
	default:
		return field->max > 0 ? arena_printf(a, _("A text of at most %lld characters."),
						     (long long)field->max)
				      : _("A text.");
	}
}

static void form_explain(struct frame *f, struct lines *lines)
{
	const struct field *field = form_field(f);
	const char *text = field ? text_of(field->help ? field->help : field->hint) : "";

	if (!field)
		return;
	lines_add(lines, INK_HEADING, "%s", text_of(field->label));
	lines_text(lines, INK_TEXT, text);
	lines_text(lines, INK_DIM, kind_rule(lines->arena, field));
	if (field->flags & FIELD_REQUIRED)
		lines_text(lines, INK_DIM, _("It must be filled in."));
	if (field->flags & FIELD_SENSITIVE)
		lines_text(lines, INK_DIM,
			   _("It stands in no list, paper or table unless that is asked for."));
	lines_add(lines, INK_TEXT, "%s", "");
}

const struct view_kind form_kind = {
	.name = "form",
	.title = CN_("menu", "Form"),
	.size = sizeof(struct form_state),
	.actions = form_actions,
	.help = N_("Enter, Tab and ↓ go to the next field, ↑ and Shift+Tab back. Fields with * "
		   "must be "
		   "filled in. Ctrl+Z takes back what was typed in the field, Ctrl+U empties it. A "
		   "date "
		   "is typed as digits: 01092026 is 01.09.2026. In a date or a number the first "
		   "character typed takes the place of what stood there; ← and End keep it. "
		   "Nothing is written before F2."),
	.init = form_init,
	.load = form_load,
	.draw = form_draw,
	.key = form_key,
	.typing = form_typing,
	.status = form_status,
	.explain = form_explain,
	.leave = form_leave,
	.idle = form_draft_keep,
	.rescue = form_draft_keep,
	.done = form_done,
};

void *form_record(struct frame *f)
{
	return form_state_of(f)->record;
}

bool form_changed(const struct frame *f)
{
	const struct form_state *s = form_state_of(f);

	return s->changed || (s->editing && s->edit.changed);
}
