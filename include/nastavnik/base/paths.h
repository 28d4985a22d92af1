/* Where things lie: what was installed, what belongs to the person. No path of any one machine. */
#ifndef NASTAVNIK_BASE_PATHS_H
#define NASTAVNIK_BASE_PATHS_H

#include "nastavnik/base/arena.h"
#include "nastavnik/base/err.h"

/* Remember where the program lies (/proc/self/exe, else argv[0]); text_init() calls it. */
void paths_init(const char *program_path);
/* A part of the program loaded on first use ("nastavnik-pdf.so"): in a build tree in src/ or in a
 * folder of src/, else in LIBDIR/nastavnik under the prefix, as seen from the program. RC_NOT_FOUND
 * with a sentence. */
enum rc paths_module(struct arena *a, const char *name, const char **path);
/* Where the catalogue of a language ("ru") should be; it need not exist. */
const char *paths_catalog(struct arena *a, const char *language);
/* $XDG_DATA_HOME/nastavnik or ~/.local/share/nastavnik, made with mode 0700 when absent. RC_IO when
 * it cannot be made, RC_NOT_FOUND when there is no home. */
enum rc paths_data_home(struct arena *a, const char **path);
/* $XDG_STATE_HOME/nastavnik or ~/.local/state/nastavnik, likewise. */
enum rc paths_state_home(struct arena *a, const char **path);
/* $XDG_CONFIG_HOME/nastavnik/settings.conf, else the same in ~/.config; neither it nor its folder
 * need be there. RC_NOT_FOUND when there is no home. */
enum rc paths_config(struct arena *a, const char **path);
/* Make the folder that a path of paths_config() lies in; as paths_data_home(). */
enum rc paths_config_make(struct arena *a, const char *path);
/* "~/Документы/а.csv" for a path below the home directory; others as they are. */
const char *paths_short(struct arena *a, const char *path);
/* "~/Документы/а.csv" with the home directory in place of ~; other paths as they are. */
char *paths_expand(struct arena *a, const char *path);

#endif
