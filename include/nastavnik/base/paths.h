/* Where things lie: what was installed, what belongs to the person. No path of any one machine. */
#ifndef NASTAVNIK_BASE_PATHS_H
#define NASTAVNIK_BASE_PATHS_H

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"

/* Remember where the program lies (argv[0] and /proc/self/exe); text_init() calls it. */
void paths_init(const char *program_path);
/* A part of the program loaded on first use ("nastavnik-pdf.so"): beside the program in a build tree,
 * else in the prefix's libdir. RC_NOT_FOUND with a sentence. */
enum rc paths_module(struct arena *a, const char *name, const char **path);
/* $XDG_DATA_HOME/nastavnik or ~/.local/share/nastavnik, made with mode 0700 when absent. */
enum rc paths_data_home(struct arena *a, const char **path);
/* "~/Документы/а.csv" with the home directory in place of ~. */
char *paths_expand(struct arena *a, const char *path);

#endif
