/*
 * The school files that this person has opened, newest first: a list in $XDG_STATE_HOME/nastavnik.
 * It is a convenience: what cannot be read or written is passed over, with a line in the log.
 */
#ifndef NASTAVNIK_APP_RECENT_H
#define NASTAVNIK_APP_RECENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nastavnik/base/arena.h"

struct app;

struct recent {
	const char *path; /* absolute */
	const char *school;
	bool there;      /* false: not in its place now */
	int64_t changed; /* clock_now() of the file's last change; 0: it is not there */
};

/* Newest first. */
struct recents {
	struct recent *row;
	size_t n;
};

/* Read the list into the arena; without one it is empty. */
struct recents recents_load(struct arena *a);
/* The open file is the newest now; the demonstration school never is. */
void recents_add(const struct app *app);
/* Take a file off the list; the file itself stays where it is. */
void recents_forget(const char *path);

#endif
