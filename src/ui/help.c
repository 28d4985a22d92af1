/* F1: made from the view's own words and the very tables that keys are dispatched by. */
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/ui/text.h"
#include "private.h"

/* The frame that help was asked for lies below; its words are read once, when help opens. */
static void line_key(struct lines *lines, const char *key, const char *title, const char *help)
{
	size_t n = strlen(title), more = strlen(GLYPH_MORE);

	if (n > more &&
	    !strcmp(title + n - more, GLYPH_MORE)) /* «…» and a full stop: one too many */
		n -= more;
	lines_pair(lines, key,
		   *help ? arena_printf(lines->arena, "%.*s. %s", (int)n, title, help) : title);
}

struct help_walk {
	struct frame *frame;
	struct lines *lines;
};

static bool help_visit(const struct action *action, void *data)
{
	struct help_walk *w = data;
	char key[KEY_NAME_SIZE] = "–", also[KEY_NAME_SIZE];

	if (action_hidden(w->frame, action))
		return true;
	if (action->key)
		key_label(action->key, key);
	line_key(w->lines,
		 action->also ? arena_printf(w->lines->arena, "%s, %s", key,
					     key_label(action->also, also))
			      : key,
		 text_of(action->title), text_of(action->help));
	return true;
}

static enum rc help_load(struct frame *f, struct lines *lines)
{
	struct frame *about = f->arg;
	const struct view *view = about->view;

	if (view->kind->explain)
		view->kind->explain(about, lines);
	if (view->help) {
		lines_text(lines, INK_TEXT, text_of(view->help));
		lines_add(lines, INK_TEXT, "%s", "");
	}
	lines_add(lines, INK_HEADING, "%s", _("Keys"));
	action_walk(about, help_visit, &(struct help_walk){ about, lines });
	lines_add(lines, INK_TEXT, "%s", "");
	if (view->kind->help) {
		lines_text(lines, INK_TEXT, text_of(view->kind->help));
		lines_add(lines, INK_TEXT, "%s", "");
	}
	lines_text(lines, INK_DIM,
		   _("If the terminal keeps a function key for itself: Alt and a digit, a click on "
		     "the "
		     "word in the last line, or the menu do the same; so do Esc and then a digit "
		     "where "
		     "there is nothing that Esc would close. 0 stands for F10."));
	return RC_OK;
}

static const struct text_spec help_spec = { .load = help_load };

static const struct view help_view = {
	.name = "help", .title = N_("Help"), .kind = &text_kind, .spec = &help_spec
};

unsigned help_open(struct frame *f)
{
	struct frame *help;

	if (f->view == &help_view)
		return UI_TAKEN;
	help = view_open(f->ui, f, &help_view, f, NULL);
	if (help && *frame_title_text(f))
		frame_title(help, _("Help · %s"), frame_title_text(f));
	return UI_TAKEN | UI_REDRAW;
}
