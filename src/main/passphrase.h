/* A passphrase for a command: from the terminal, standard input, or a file; never an argument. */
#ifndef NASTAVNIK_MAIN_PASSPHRASE_H
#define NASTAVNIK_MAIN_PASSPHRASE_H

#include "args.h"

enum { PASSPHRASE_SIZE = 256 };

/* From the file of --passphrase when that was given; else typed on the terminal without echo
 * (twice: a new one is asked for again); else a line of standard input. RC_INVALID or RC_IO with a
 * sentence. Whoever asked wipes out. */
enum rc passphrase_read(const struct args *args, bool twice, char out[PASSPHRASE_SIZE]);

#endif
