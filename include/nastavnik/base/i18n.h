/*
 * Words: English msgids in the code, Russian in data/po/ru.po, through gettext. Russian is the
 * default whatever the locale; NASTAVNIK_LANG=en gives the msgids.
 */
#ifndef NASTAVNIK_BASE_I18N_H
#define NASTAVNIK_BASE_I18N_H

#include <libintl.h>

#define _(text) gettext(text)
#define N_(text) text
/* A word in its context: C_("class", "Form"). A table keeps the msgid of CN_() and reads it with
 * text_in(). */
#define C_(context, text) text_in(context "\004" text)
#define CN_(context, text) context "\004" text

/* Set the locale so that letters work (C and missing locales become C.UTF-8; LC_NUMERIC stays C) and
 * find the catalogue: beside the program in a build tree, else under the prefix. Call once, first in
 * main(). */
void text_init(const char *program_path);
/* gettext() that knows contexts: "context\004msgid" gives the translation, or the msgid alone. */
const char *text_in(const char *msgid) __attribute__((format_arg(1)));
/* gettext() but "" stays "" (gettext("") would give the catalogue's header). NULL gives "". */
const char *text_of(const char *msgid) __attribute__((format_arg(1)));

#endif
