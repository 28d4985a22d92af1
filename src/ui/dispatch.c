/* From an event to whoever handles it: the kind, then the action tables, then the ways of the
 * toolkit. */
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "private.h"
#include "tty.h"

static bool is_typing(const struct frame *f)
{
	return f->view->kind->typing && f->view->kind->typing(f);
}

static bool in_dialog(const struct frame *f)
{
	return f->view->kind->dialog;
}

static bool can_menu(struct frame *f)
{
	return !in_dialog(f);
}

static bool can_back(struct frame *f)
{
	return f->below != NULL;
}

static bool can_leave(struct frame *f)
{
	return f->below == NULL;
}

unsigned frame_leave(struct frame *f)
{
	if (f->view->kind->leave && !f->view->kind->leave(f))
		return UI_TAKEN | UI_REDRAW;
	return UI_TAKEN | UI_REDRAW | (f->below ? UI_CLOSE : UI_QUIT);
}

static unsigned redraw(struct frame *f)
{
	(void)f;
	tty_redraw();
	return UI_TAKEN | UI_REDRAW;
}

const struct action toolkit_actions[] = {
	{ .key = K_F(1),
	  .label = N_("Help"),
	  .title = N_("Help"),
	  .run = help_open,
	  .help = N_("What this screen is for and which keys work here.") },
	{ .key = K_F(9),
	  .label = N_("Menu"),
	  .title = N_("Menu"),
	  .run = pulldown_open,
	  .enabled = can_menu,
	  .help = N_("Everything that can be done here, each with its key.") },
	{ .key = K_CTRL('p'),
	  .title = N_("Find a command"),
	  .run = palette_open,
	  .enabled = can_menu,
	  .help = N_("Type a part of the name of what you want to do: all commands of this screen "
		     "and of the others are looked through, in either keyboard layout.") },
	{ .key = K_F(10),
	  .label = N_("Back"),
	  .title = N_("Back"),
	  .run = frame_leave,
	  .enabled = can_back,
	  .help = N_("To the screen before. Esc does the same.") },
	{ .key = K_F(10),
	  .label = N_("Exit"),
	  .title = N_("Leave the program"),
	  .run = frame_leave,
	  .enabled = can_leave,
	  .help = N_("Everything is saved already.") },
	{ .key = K_CTRL('l'),
	  .title = N_("Draw the screen anew"),
	  .run = redraw,
	  .help = N_("When another program has written across the screen.") },
	{ 0 },
};

void action_tables(const struct frame *f, const struct action *tables[ACTION_TABLES])
{
	tables[TABLE_VIEW] = f->view->actions;
	tables[TABLE_KIND] = f->view->kind->actions;
	/* the app's actions change the data: not while a dialog waits for an answer */
	tables[TABLE_APP] = in_dialog(f) ? NULL : f->ui->options.actions;
	tables[TABLE_TOOLKIT] = toolkit_actions;
}

void action_walk(const struct frame *f, bool (*visit)(const struct action *, void *), void *data)
{
	const struct action *tables[ACTION_TABLES];

	if (f->view->kind->work) /* nothing but stopping it */
		return;
	action_tables(f, tables);
	for (size_t i = 0; i < COUNT_OF(tables); i++)
		for (const struct action *a = tables[i]; a && a->title; a++)
			if (!visit(a, data))
				return;
}

bool action_enabled(const struct action *action, struct frame *f)
{
	f->ui->why = NULL;
	return !action->enabled || action->enabled(f);
}

bool action_needs(struct frame *f, bool holds, const char *why)
{
	if (!holds)
		f->ui->why = why;
	return holds;
}

const char *action_why(const struct action *action, struct frame *f, struct arena *a)
{
	if (action_enabled(action, f))
		return "";
	return f->ui->why ? text_of(f->ui->why)
			  : arena_printf(a, _("“%s” is not possible here just now."),
					 text_of(action->title));
}

unsigned action_run(const struct action *action, struct frame *f)
{
	if (!action_enabled(action, f)) {
		ui_say(f->ui, "%s", action_why(action, f, &f->arena));
		return UI_TAKEN | UI_REDRAW;
	}
	if (action->run)
		return action->run(f);
	return action->open ? view_push(f, action->open, f->arg) : UI_IGNORED;
}

struct search {
	struct frame *frame;
	uint32_t key;
	const struct action *enabled, *disabled;
};

static bool search_visit(const struct action *action, void *data)
{
	struct search *s = data;

	if (action->key != s->key && action->also != s->key)
		return true;
	if (action_enabled(action, s->frame)) {
		s->enabled = action;
		return false;
	}
	if (!s->disabled)
		s->disabled = action;
	return true;
}

const struct action *action_find(struct frame *f, uint32_t key)
{
	struct search s = { .frame = f, .key = key };

	if (key == K_NONE)
		return NULL;
	action_walk(f, search_visit, &s);
	return s.enabled ? s.enabled : s.disabled;
}

/* A row of a higher table with the same key hides this one. */
bool action_hidden(struct frame *f, const struct action *action)
{
	return action->key != K_NONE && action_find(f, action->key) != action;
}

/* A letter where none is typed: Ctrl+letter, on terminals that send no control character under the
 * Russian layout. Latin letters are left alone: those terminals send them right. */
static unsigned try_ctrl_letter(struct frame *f, uint32_t key)
{
	const struct action *action;
	uint32_t place = key_is_char(key) ? utf8_key_position(utf8_lower(key)) : key;

	if (place == key || place < 'a' || place > 'z')
		return UI_IGNORED;
	action = action_find(f, K_CTRL(place));
	return action ? action_run(action, f) : UI_IGNORED;
}

/* Tabs, or lines: nobody pastes these to find a name. */
static bool is_block(const char *text)
{
	const char *end = strchr(text, '\n');

	return strchr(text, '\t') || (end && end[strspn(end, "\n")]);
}

static unsigned offer_block(struct frame *f, const struct event *event)
{
	if (event->key != K_PASTE || !f->view->paste || !is_block(event->text))
		return UI_IGNORED;
	return f->view->paste(f, event->text);
}

static unsigned offer(struct frame *f, const struct event *event)
{
	const struct action *action;
	unsigned took = offer_block(f, event);

	if (took == UI_IGNORED && f->view->kind->key)
		took = f->view->kind->key(f, event);
	if (took != UI_IGNORED)
		return took;
	action = action_find(f, event->key);
	if (action)
		return action_run(action, f);
	if (event->key == K_ESC && f->below)
		return frame_leave(f);
	return is_typing(f) ? UI_IGNORED : try_ctrl_letter(f, event->key);
}

/* Alt+5, and Esc then 5, are F5; 0 is F10. */
static uint32_t function_key(uint32_t digit)
{
	return digit == '0' ? (uint32_t)K_F(10) : (uint32_t)K_F(digit - '0');
}

static uint32_t translate(struct ui *ui, const struct event *event)
{
	uint32_t key = event->key;
	int64_t esc_at = ui->esc_at;

	ui->esc_at = 0;
	if (key == K_CTRL('c'))
		return K_ESC;
	if (key >= K_ALT('0') && key <= K_ALT('9'))
		return function_key(key - K_ALT_0);
	if (esc_at && key >= '0' && key <= '9' && clock_ms() - esc_at <= ESC_DIGIT_MS)
		return function_key(key);
	if (key == K_CLICK && event->y == ui->rows - 1)
		return bar_key_at(ui, event->x);
	return key;
}

void dispatch(struct ui *ui, const struct event *event)
{
	struct event e = *event;
	struct frame *f = ui->top;

	e.key = translate(ui, event);
	/* Nobody presses keys on purpose in what cannot be seen. */
	if (!f || e.key == K_NONE || is_too_small(ui))
		return;
	if (!f->view->kind->work)
		stack_reload(
			ui); /* keys that came together act on what the first of them changed */
	free(ui->said);
	ui->said = NULL;
	ui->fault = false;
	unsigned took = offer(f, &e);

	if (took == UI_IGNORED && e.key == K_ESC && !is_typing(f))
		ui->esc_at = clock_ms();
	stack_apply(f, took);
}
