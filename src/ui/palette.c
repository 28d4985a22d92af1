/* F9: everything that can be done here and now, with its key; letters find. */
#include "nastavnik/base/i18n.h"
#include "nastavnik/ui/dialog.h"
#include "private.h"

enum { PALETTE_MAX = 64 };

struct palette {
	struct frame *frame;
	const struct action *action[PALETTE_MAX];
	struct choice row[PALETTE_MAX];
	const char *right[PALETTE_MAX];
	size_t n;
};

static bool palette_visit(const struct action *action, void *data)
{
	struct palette *p = data;
	char key[KEY_NAME_SIZE] = "";

	if (p->n == PALETTE_MAX || action->run == palette_open ||
	    !action_enabled(action, p->frame) || action_hidden(p->frame, action))
		return true;
	if (action->key)
		key_label(action->key, key);
	p->action[p->n] = action;
	p->right[p->n] = arena_strdup(&p->frame->arena, key);
	p->row[p->n] = (struct choice){ .id = (int64_t)p->n + 1,
					.code = "",
					.name = text_of(action->title) };
	p->n++;
	return true;
}

static unsigned picked(struct frame *f, struct ids ids, void *data)
{
	const struct palette *p = data;

	return action_run(p->action[ids.row[0] - 1], f);
}

unsigned palette_open(struct frame *f)
{
	struct palette *p = ARENA_NEW(&f->arena, struct palette, 1);

	p->frame = f;
	action_walk(f, palette_visit, p);
	return dialog_pick(f, &(struct picker){ .title = _("Menu"),
						.choices = { p->row, p->n },
						.right = p->right,
						.picked = picked,
						.data = p });
}
