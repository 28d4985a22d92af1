/*
 * Views: screens as data. A view is a constant table: what kind it is (list, form, menu…), what
 *that kind needs to know, what can be done there. Opening one puts a frame on the stack; the top
 *frame gets the keys. Dialogs are frames too: nothing here waits for an answer in a loop of its
 *own; answers come back through callbacks.
 *
 *	const struct view mentees_view = {
 *		.name = "mentees", .title = N_("Mentees"), .kind = &list_kind, .spec =
 *&mentees_list, .actions = mentees_actions, .help = N_("…"), .init = mentees_init,
 *	};
 *
 * Handlers never draw. They return a set of enum took.
 */
#ifndef NASTAVNIK_UI_VIEW_H
#define NASTAVNIK_UI_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"
#include "nastavnik/ui/keys.h"
#include "nastavnik/ui/paint.h"

/* What a handler did with an event. */
enum took {
	UI_IGNORED = 0,
	UI_TAKEN = 1,
	UI_REDRAW = 2,
	UI_RELOAD = 4, /* the data changed: every view reads afresh before it is shown again */
	UI_CLOSE = 8,  /* close this frame */
	UI_QUIT = 16,  /* leave the program (every frame is closed) */
};

struct ui;
struct frame;
struct view;

/*
 * One thing that can be done in a view. Key bar, F9 menu, F1 help and dispatch all come from this
 * row. A table ends with a row without a title.
 */
struct action {
	uint32_t key;      /* K_F(4), K_INS, K_CTRL('z'), K_ENTER; 0: only in the menu */
	uint32_t also;     /* a second key; 0: none */
	const char *label; /* msgid: one short word for the key bar; NULL: not there */
	const char *title; /* msgid: for the menu and help: «Править запись» */
	const char *help;  /* msgid: what it does, a sentence or two; NULL: the title says it */
	bool anywhere;     /* asks for no row: the palette runs it from other screens too */
	bool (*enabled)(struct frame *); /* does it make sense here and now? NULL: always */
	unsigned (*run)(struct frame *); /* returns enum took; NULL: opens `open` */
	const struct view *open;         /* opened with the frame's arg when there is no run */
};

/* What a kind of view can do: one table for list, form, menu, … */
struct view_kind {
	const char *name;
	const char *title;            /* msgid, or CN_(): of its actions in the menu */
	size_t size;                  /* bytes of the kind's own state, zeroed, in frame->state */
	bool dialog;                  /* drawn over what lies below, not instead */
	const struct action *actions; /* of every view of this kind */
	const char *help;             /* msgid: how views of this kind are used, for F1 */
	enum rc (*init)(struct frame *); /* after the view's own init */
	void (*unload)(struct frame *);  /* before fresh is emptied for a new load; NULL: nothing */
	enum rc (*load)(struct frame *); /* after the view's own load */
	void (*draw)(struct frame *, struct area);
	unsigned (*key)(struct frame *, const struct event *);
	/* Does a field have the focus, so that letters are text? NULL: no. */
	bool (*typing)(const struct frame *);
	/* Has Esc something to close or clear here before the view itself? NULL: no. */
	bool (*busy)(const struct frame *);
	const char *(*status)(struct frame *); /* the status line; NULL or "": nothing */
	const char *(*place)(
		struct frame *);       /* right end of the first line; NULL: the file's state */
	bool (*leave)(struct frame *); /* false: asks first (and closes later itself) */
	/* A slice of long work. While it says true, no view reads and the loop does not wait. NULL:
	 * none. */
	bool (*work)(struct frame *, unsigned *took);
	void (*explain)(struct frame *,
			struct lines *); /* F1, first: what the cursor is on. NULL: nothing */
	void (*idle)(struct frame *);    /* nothing was pressed for a second; NULL: nothing to do */
	void (*rescue)(struct frame *);
	void (*done)(struct frame *);
};

struct view {
	const char *name;  /* stable, for tests and registers: "mentees" */
	const char *title; /* msgid; a frame may have its own, see frame_title() */
	const struct view_kind *kind;
	const void *spec;             /* struct list_spec for &list_kind, and so on */
	const void *subject;          /* what it is about, for a spec that serves several views */
	const struct action *actions; /* NULL: none of its own */
	const char *help;             /* msgid: a paragraph or more that F1 shows first */
	bool place;                   /* opens without an argument: menu and palette lead there */
	bool seldom;                  /* such a place, but the palette alone names it */
	enum rc (*init)(struct frame *); /* once; frame->arg is set; makes frame->data */
	enum rc (*load)(struct frame *); /* reads (again); frame->fresh is empty */
	/* What takes too long for a load: a slice at a time once the frame is shown and nobody
	 * types, until it says UI_IGNORED. UI_RELOAD: there is something to show. NULL: nothing. */
	unsigned (*later)(struct frame *);
	/* A block was pasted: a text with tabs or several lines, such as cells of a spreadsheet.
	 * Asked before the kind, which would take it as letters. NULL, UI_IGNORED: it may. */
	unsigned (*paste)(struct frame *, const char *text);
	void (*rescue)(
		struct frame *); /* the program must go (SIGTERM, end of input): save what can be */
	void (*done)(struct frame *);
};

/* One view on the stack. */
struct frame {
	const struct view *view;
	struct ui *ui;
	struct arena arena; /* lives as long as the frame */
	struct arena fresh; /* emptied before each load */
	void *arg;          /* what the opener gave; outlives the frame */
	void *data;         /* the screen's own */
	void *state;        /* the kind's own */
	int64_t answer;     /* for whoever opened it: an id, a count; 0: nothing */
	struct frame *below;
	/* private to ui */
	const char *title;
	struct frame *opener;
	unsigned (*closed)(struct frame *opener, struct frame *closing);
	unsigned generation;
	bool later_due;
};

/* Called when a frame that was opened for an answer closes, while it still lives: read its answer
 * and data here. Returns enum took for the opener. */
typedef unsigned frame_closed(struct frame *opener, struct frame *closing);

/*
 * Open a view above all. NULL when its init or load failed: the sentence of err_last() stands in
 * the status line then, and nothing was opened. opener and closed may be NULL.
 */
struct frame *view_open(struct ui *ui, struct frame *opener, const struct view *view, void *arg,
			frame_closed *closed);
/* The usual case: view_open(f->ui, f, view, arg, NULL) as a handler's last line; gives UI_TAKEN. */
unsigned view_push(struct frame *f, const struct view *view, void *arg);
/* Close f and all below it down to the nearest frame of `view`, that one too: back to where a chain
 * of screens was begun. A frame with something unsaved asks, and then stays. Without such a frame f
 * alone is closed. A handler's last line. */
unsigned view_close_past(struct frame *f, const struct view *view);
/* Close every frame, whatever it holds, and begin anew with this view, as soon as the handler is
 * through: the app is about to work on other data. */
void view_restart(struct ui *ui, const struct view *first);
/* A title of its own: translated text, copied («Этап 5 · Пары · вариант 3»). */
void frame_title(struct frame *f, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The title as it stands in the first line. */
const char *frame_title_text(const struct frame *f);

/* A sentence for the status line; it stays until the next key. */
void ui_say(struct ui *ui, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The sentence of err_last() in the status line, as a fault; returns UI_TAKEN | UI_REDRAW, so that
 * a handler may end `return ui_fault(f->ui);`. */
unsigned ui_fault(struct ui *ui);
/* What the app gave in ui_options.app. */
void *ui_app(const struct ui *ui);
/* Find an action for a frame by its key: view's own, its kind's, the app's, the toolkit's. NULL:
 * none. */
const struct action *action_find(struct frame *f, uint32_t key);
bool action_enabled(const struct action *action, struct frame *f);
/* For `enabled`: gives `holds` back, and keeps why it does not (a msgid or a sentence that lives as
 * long as the frame) for the menu and the status line: return action_needs(f, n > 0, N_("…")). */
bool action_needs(struct frame *f, bool holds, const char *why);

#endif
