/* Every command by its name: those of this screen, the screens one can go to, and, once something
 * is typed, the commands of those screens. */
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/dialog.h"
#include "private.h"

/* What a row of the palette does: the action here, or on the place; without one the place. */
struct entry {
	const struct action *action;
	const struct view *place; /* NULL: here */
};

struct palette {
	struct frame *about;
	struct arena *arena;
	struct entry *entry;
	struct choice *row;
	const char **right, **why;
	size_t n, cap;
};

static void entry_add(struct palette *p, struct entry entry, const char *name, const char *right,
		      const char *why)
{
	size_t cap = p->cap;

	p->entry = arena_grow(p->arena, p->entry, p->n, &cap, sizeof(*p->entry));
	cap = p->cap;
	p->right = arena_grow(p->arena, p->right, p->n, &cap, sizeof(*p->right));
	cap = p->cap;
	p->why = arena_grow(p->arena, p->why, p->n, &cap, sizeof(*p->why));
	p->row = arena_grow(p->arena, p->row, p->n, &p->cap, sizeof(*p->row));
	p->entry[p->n] = entry;
	p->right[p->n] = right;
	p->why[p->n] = why;
	p->row[p->n] = (struct choice){ .id = (int64_t)p->n + 1, .code = "", .name = name };
	p->n++;
}

static const char *key_text(struct arena *a, uint32_t key)
{
	char buf[KEY_NAME_SIZE] = "";

	return arena_strdup(a, key ? key_label(key, buf) : buf);
}

static bool palette_visit(const struct action *action, void *data)
{
	struct palette *p = data;

	if (action->run != palette_open && action->run != pulldown_open &&
	    !action_hidden(p->about, action))
		entry_add(p, (struct entry){ .action = action }, text_of(action->title),
			  key_text(p->arena, action->key), action_why(action, p->about, p->arena));
	return true;
}

const struct view *const *places_of(const struct frame *f)
{
	const struct ui_options *options = &f->ui->options;

	return options->places ? options->places(options->app) : NULL;
}

static void places_add(struct palette *p, const struct view *const *view)
{
	for (; *view; view++)
		if ((*view)->place && *view != p->about->view)
			entry_add(p, (struct entry){ .place = *view }, text_of((*view)->title),
				  _("go to"), "");
}

/* What leads to another place is that place's own row already. */
static void place_actions_add(struct palette *p, const struct view *place)
{
	const struct action *action = place->actions;

	for (; action && action->title; action++)
		if (!(action->open && action->open->place))
			entry_add(p, (struct entry){ action, place },
				  arena_printf(p->arena, "%s: %s", text_of(place->title),
					       text_of(action->title)),
				  key_text(p->arena, action->key), "");
}

/* What could be gone on with on the place that was opened for its sake. */
static unsigned there(struct frame *f, const struct entry *entry)
{
	const struct action *action = entry->action;
	char key[KEY_NAME_SIZE] = "";
	struct ui *ui = f->ui;
	struct frame *top;
	unsigned took = place_go(f, entry->place);

	stack_apply(f, took); /* f may be gone */
	top = ui->top;
	if (top->view != entry->place) /* it could not be opened, or a form asks first */
		return UI_IGNORED;
	if (action->anywhere)
		stack_apply(top, action_run(action, top));
	else
		ui_say(ui, _("“%s” is here: %s. Choose the row first."), text_of(action->title),
		       key_label(action->key ? action->key : (uint32_t)K_F(9), key));
	return UI_IGNORED;
}

static unsigned picked(struct frame *f, struct ids ids, void *data)
{
	const struct palette *p = data;
	const struct entry *entry = &p->entry[ids.row[0] - 1];

	if (!entry->place)
		return action_run(entry->action, f);
	return entry->action ? there(f, entry) : place_go(f, entry->place);
}

/* f->arg is what was typed already. */
static enum rc palette_init(struct frame *f)
{
	struct palette *p = ARENA_NEW(&f->arena, struct palette, 1);
	struct picker *picker = ARENA_NEW(&f->arena, struct picker, 1);
	const struct view *const *places = places_of(f->opener);

	p->about = f->opener;
	p->arena = &f->arena;
	action_walk(p->about, palette_visit, p);
	if (places)
		places_add(p, places);
	picker->first = p->n;
	for (; places && *places; places++)
		if ((*places)->place && *places != p->about->view)
			place_actions_add(p, *places);
	picker->title = _("Commands");
	picker->choices = (struct choices){ p->row, p->n };
	picker->right = p->right;
	picker->why = p->why;
	picker->find = f->arg;
	picker->picked = picked;
	picker->data = p;
	f->arg = picker;
	return RC_OK;
}

static const struct view palette_view = {
	.name = "palette",
	.title = N_("Commands"),
	.kind = &pick_kind,
	.help = N_("Type a part of the name of what you want to do, several beginnings of words if "
		   "you like: “pr li” finds “Print the list”. First stand the commands of the "
		   "screen below, then the screens one can go to, then what can be done there; at "
		   "the right is the key that does the same without the palette."),
	.init = palette_init,
};

unsigned palette_open(struct frame *f)
{
	view_open(f->ui, f, &palette_view, NULL, pick_closed);
	return UI_TAKEN | UI_REDRAW;
}

unsigned palette_type(struct frame *f, uint32_t letter)
{
	char text[5] = "";

	text[utf8_encode(letter, text)] = '\0';
	view_open(f->ui, f, &palette_view, text, pick_closed);
	return UI_TAKEN | UI_REDRAW;
}

unsigned place_go(struct frame *f, const struct view *place)
{
	struct frame *above = NULL, *at = f->ui->top;

	while (at && (at->view != place || at->arg)) {
		above = at;
		at = at->below;
	}
	if (!at)
		return view_push(f, place, NULL);
	if (!above)
		return UI_TAKEN | UI_REDRAW;
	f->ui->close_past = above;
	return frame_leave(f);
}
