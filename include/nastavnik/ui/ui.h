/*
 * The screen and its one event loop.
 *
 * Environment: NO_COLOR, TERM, ESCDELAY (ms that a lone Esc is waited on, 50), NASTAVNIK_SYNC
 * (tests: "OSC 2 ; idle N COLSxROWS BEL" is sent once everything is drawn and input is waited for;
 * N counts the input bytes taken so far; while a key's sequence is half there it says "held"
 * instead, and "shown" while what is costly is still being found out).
 */
#ifndef NASTAVNIK_UI_UI_H
#define NASTAVNIK_UI_UI_H

#include "nastavnik/ui/view.h"

struct form_keeper;

/* How the screen looks and listens; all zero is usual. */
struct ui_look {
	const char *theme; /* name of a part of theme.conf; NULL: "dark". It is kept. NO_COLOR and
			    * terminals without colours have "mono" whatever it says. */
	bool no_mouse;     /* leave the mouse to the terminal */
	bool plain;        /* only letters and signs that every font has */
};

struct ui_options {
	void *app; /* ui_app() */
	const struct action
		*actions; /* everywhere: undo, redo, … run() gets the top view's frame */
	const char *(*state)(
		void *app); /* right end of the first line: «сохранено»; NULL: nothing */
	/* What no first line may hide, also where a screen has its own right end: «только чтение»;
	 * NULL or "": nothing. */
	const char *(*alarm)(void *app);
	/* Nothing was pressed for a second: checkpoint. Called once per pause; may be NULL. */
	void (*idle)(void *app);
	const struct form_keeper *keeper; /* of half-filled forms; NULL: none are kept */
	/* All views, NULL ended: those that are places can be gone to from anywhere. NULL now: none
	 * can. The callback may be NULL. */
	const struct view *const *(*places)(void *app);
	struct ui_look look;
};

/* Take the terminal; until ui_free() an abort() gives it back, with a sentence on stderr. RC_IO
 * with a sentence when this is none or it cannot move its cursor; then nothing was changed. */
enum rc ui_new(const struct ui_options *options, struct ui **ui);
/* Look differently from the next picture on. */
void ui_look(struct ui *ui, const struct ui_look *look);
/* Show the first view and run until it is closed or UI_QUIT. RC_OK also when the terminal went away
 * or a signal came. Views' rescue() has been called then, top first. */
enum rc ui_run(struct ui *ui, const struct view *first, void *arg);
/* Give the terminal back as it was; safe to call twice and with NULL. */
void ui_free(struct ui *ui);

#endif
