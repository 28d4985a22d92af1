/*
 * Dialogs: frames over the view that opened them. The answer comes to a callback of the opener,
 * after the dialog has closed; texts are copied. Esc (and Ctrl+C) always means "no, nothing". Never
 * Y or N: buttons are pressed by Enter, arrows and clicks.
 */
#ifndef NASTAVNIK_UI_DIALOG_H
#define NASTAVNIK_UI_DIALOG_H

#include "nastavnik/base/field.h"
#include "nastavnik/ui/view.h"

/* Buttons of a question, at most. */
enum { DIALOG_BUTTONS = 4 };

/* A text and a button «Закрыть». */
unsigned dialog_message(struct frame *f, const char *title, const char *text);

/* A text with buttons under it. */
struct question {
	const char *title;
	const char *text;
	const char *button[DIALOG_BUTTONS + 1]; /* translated, NULL ended */
	int chosen;                             /* the button under the cursor at first */
	/* The button pressed, from 0; -1: Esc. Returns enum took for the opener. */
	unsigned (*answered)(struct frame *f, int button, void *data);
	void *data;
};

/* Opens it over f; returns what the key handler of f returns. */
unsigned dialog_ask(struct frame *f, const struct question *question);

/* One line to type. */
struct prompt {
	const char *title;
	const char *label; /* before the line; NULL: none */
	const char *text;  /* to start with; NULL: "" */
	const char *hint;  /* sentence below; NULL: none */
	size_t max;        /* characters; 0: 250 */
	bool mend;         /* the text is mended, as a path is; otherwise what is typed first takes
			      its place */
	bool date;         /* a date: digits get their dots */
	bool secret;       /* a passphrase: stars are shown; wiped out when it closes */
	/* Enter was pressed. RC_OK closes; otherwise the sentence is shown and the line stays.
	 * *took is UI_TAKEN and may be changed. Esc calls nothing. */
	enum rc (*entered)(struct frame *f, const char *text, void *data, unsigned *took);
	void *data;
};

/* Likewise. */
unsigned dialog_prompt(struct frame *f, const struct prompt *prompt);

/* A list to choose from, found by typing: beginnings of words first, then any part of them. */
struct picker {
	const char *title;
	struct choices choices;   /* must live until the answer */
	struct ids chosen;        /* at first */
	bool many;                /* Space chooses several; their order is the order of choosing */
	bool nothing;             /* one: «not chosen» may be taken too; gives no ids */
	const char *find;         /* what is found at first; NULL: nothing */
	const char *const *right; /* a text at the right of each choice; NULL: none */
	const char *const *why;   /* a choice with a sentence here cannot be taken; NULL: all can */
	size_t first;             /* choices shown while nothing is typed; 0: all */
	/* Enter: one id, or several, or none; ids live while it runs. Esc calls nothing. */
	unsigned (*picked)(struct frame *f, struct ids ids, void *data);
	void *data;
};

/* Likewise. */
unsigned dialog_pick(struct frame *f, const struct picker *picker);

#endif
