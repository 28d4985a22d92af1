/* The program with its screens: from here on a person works. */
#ifndef NASTAVNIK_SCREENS_SCREENS_H
#define NASTAVNIK_SCREENS_SCREENS_H

#include "nastavnik/app/app.h"

/*
 * Show the board of the school and work until the person leaves. The app is closed at the end, also
 * when a signal or the end of input made it leave. Returns the exit code of the program: 0, or 3
 * with a sentence on stderr when there is no terminal to work on.
 */
int screens_run(struct app *app);
/* The same without a school: a short form asks for it, makes the file at path (the person may
 * choose another), and goes on with its board. */
int screens_start(const char *path);
/* A packet that was given out elsewhere (app/packets.h): its sheets are typed, nothing else is to
 * be seen; asks for the passphrase of a sealed one. */
int screens_packet(const char *path);
/* Without a school either: the files opened lately are shown, to choose from. */
int screens_schools(void);

#endif
