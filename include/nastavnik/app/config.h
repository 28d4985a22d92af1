/*
 * What belongs to the person at this computer and not to a school's file: how the program looks and
 * listens. Kept as lines "name = value" in $XDG_CONFIG_HOME/nastavnik/settings.conf.
 */
#ifndef NASTAVNIK_APP_CONFIG_H
#define NASTAVNIK_APP_CONFIG_H

#include "nastavnik/base/err.h"
#include "nastavnik/base/field.h"

struct config {
	int64_t theme, language; /* ids of config_choices() */
	int64_t mouse, plain;    /* yes/no */
};

/* The settings table: form, file and help read it. Choices stand in the file by their code. */
extern const struct fields config_fields;
/* What may be chosen: sets "theme" (codes are parts of data/theme.conf) and "language" (ru, en).
 * The names are msgids. */
struct choices config_choices(const char *set);
/* The code of what is chosen in the set. */
const char *config_code(const char *set, int64_t id);
/* Every setting that the file does not have, or has wrongly, is as usual; so is all without a file.
 */
void config_load(struct config *config);
/* Write the file anew, whole or not at all; lines it has of settings we do not know stay. RC_IO
 * with a sentence. */
enum rc config_save(const struct config *config);

#endif
