/*
 * Words: English msgids in the code, Russian in data/po/ru.po, made with the tools of gettext.
 * Russian is the default whatever the locale; NASTAVNIK_LANG=en gives the msgids. Why libintl is
 * not asked: src/base/catalog.h. All texts are UTF-8 whatever the locale.
 */
#ifndef NASTAVNIK_BASE_I18N_H
#define NASTAVNIK_BASE_I18N_H

#define _(text) text_get(text) /* the translation */
#define N_(text) text          /* a msgid in a table, to be read with text_of() */
/* A word in its context: C_("class", "Form"). A table keeps the msgid of CN_() and reads it with
 * text_in(). */
#define C_(context, text) text_in(context "\004" text)
#define CN_(context, text) context "\004" text
/* The two msgids of a number in a table, to be read with text_count(). */
#define NN_(one, many) one, many
/* ngettext("%d pair", "%d pairs", n): the form that goes with the number. */
#define ngettext(one, many, n) text_count(one, many, n)

/* Set the locale so that letters work (C and missing locales become C.UTF-8; LC_NUMERIC stays C)
 * and find the catalogue: in the build tree the program lies in, else under the prefix. Call once,
 * first in main(). */
void text_init(const char *program_path);
/* The person's own choice, "ru" or "en", before anything was said; NASTAVNIK_LANG goes before it.
 */
void text_language(const char *language);
/* The translation of a msgid, or the msgid; kept for ever. */
const char *text_get(const char *msgid) __attribute__((format_arg(1)));
/* The same for a number: Russian has three forms, by the catalogue. */
const char *text_count(const char *one, const char *many, unsigned long n)
	__attribute__((format_arg(1), format_arg(2)));
/* text_get() that knows contexts: "context\004msgid" gives the translation, or the msgid alone. */
const char *text_in(const char *msgid) __attribute__((format_arg(1)));
/* text_get() but "" stays "" (the catalogue keeps its header there), and NULL gives "". */
const char *text_of(const char *msgid) __attribute__((format_arg(1)));

#endif
