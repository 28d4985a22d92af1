/* What the parts of ui know of each other. */
#ifndef NASTAVNIK_UI_PRIVATE_H
#define NASTAVNIK_UI_PRIVATE_H

#include "decode.h"
#include "keymap.h"
#include "nastavnik/ui/ui.h"
#include "nastavnik/ui/view.h"

enum { UI_MIN_COLS = 40, UI_MIN_ROWS = 12, ESC_DIGIT_MS = 400, IDLE_MS = 1000 };
enum { BAR_KEYS = 12 };

/* Why the program leaves: somebody asked it to, or it must. */
enum ui_end { UI_END_ASKED, UI_END_SIGNAL, UI_END_INPUT };

/* Where a word of the key bar stands, for clicks. */
struct bar_word {
	uint32_t key;
	int x, cols;
};

struct ui {
	struct ui_options options;
	struct frame *top;
	struct decoder decoder;
	struct keymap keymap;
	char *said; /* status line until the next key; NULL: nothing */
	bool fault; /* it is one */
	int rows, cols;
	unsigned generation; /* of the data: frames that read an older one read again */
	const char *why; /* why the action asked about last is not possible, see action_needs() */
	struct frame *close_past; /* frames are closed down to it, it too, with the next UI_CLOSE */
	const struct view *restart; /* view_restart(); NULL */
	bool quit;
	enum ui_end ended;
	bool sync;
	int esc_delay;
	uint64_t taken;  /* bytes of input */
	int64_t byte_at; /* when the last one came, clock_ms() */
	int64_t esc_at;  /* when an Esc came that nothing took; 0: none */
	bool idle_told;
	struct bar_word bar[BAR_KEYS];
	size_t bar_n;
};

/* stack.c */
void stack_apply(struct frame *f, unsigned took); /* f may be gone afterwards */
void stack_close(struct frame *f);
void stack_clear(struct ui *ui);
void stack_reload(struct ui *ui);
void frame_stale(struct frame *f); /* it reads again before the next picture */
void stack_rescue(struct ui *ui);
void stack_idle(struct ui *ui);
struct frame *stack_base(const struct ui *ui); /* the topmost that is no dialog */

/* dispatch.c */
void dispatch(struct ui *ui, const struct event *event);
/* The frame's tables: the view's, its kind's, the app's, the toolkit's; NULL: there is none. */
enum { TABLE_VIEW, TABLE_KIND, TABLE_APP, TABLE_TOOLKIT, ACTION_TABLES };
void action_tables(const struct frame *f, const struct action *tables[ACTION_TABLES]);
/* Calls each action of them, view's first; stops when visit says false. */
void action_walk(const struct frame *f, bool (*visit)(const struct action *, void *), void *data);
/* Why the action is not possible: the sentence of action_needs(), or one that names the action. */
const char *action_why(const struct action *action, struct frame *f, struct arena *a);
bool action_hidden(struct frame *f, const struct action *action);
unsigned action_run(const struct action *action, struct frame *f);
extern const struct action toolkit_actions[];
unsigned frame_leave(struct frame *f);

/* picture.c */
void picture(struct ui *ui);
/* Is the window too small for anything but the sentence that says so? */
bool is_too_small(const struct ui *ui);
struct area picture_area(const struct ui *ui);

/* bar.c */
void bar_draw(struct ui *ui, int y);
uint32_t bar_key_at(const struct ui *ui, int x);

/* help.c */
unsigned help_open(struct frame *f);

/* pulldown.c: the menu of F9. */
unsigned pulldown_open(struct frame *f);

/* palette.c: every command, found by its name. */
unsigned palette_open(struct frame *f);
/* The same with a letter typed already. */
unsigned palette_type(struct frame *f, uint32_t letter);
/* To a screen: the open one, if it is, else a new one above f. */
unsigned place_go(struct frame *f, const struct view *place);
/* Where one can go from here; NULL: nowhere. */
const struct view *const *places_of(const struct frame *f);

/* picker.c: also of views that make their struct picker themselves, in init, as f->arg. */
extern const struct view_kind pick_kind;
unsigned pick_closed(struct frame *opener, struct frame *f);

/* paint.c: where the cursor of the terminal stands after the picture; hidden ones are for braille.
 */
void paint_cursor(int y, int x, bool shown);
/* A frame as large as the area with a title; gives the room inside. */
struct area paint_box(struct area area, const char *title);
/* The same in the middle of the area, as large as it must be. */
struct area paint_dialog(struct area area, int rows, int cols, const char *title);

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
