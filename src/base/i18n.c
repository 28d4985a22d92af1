#include "nastavnik/base/i18n.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "catalog.h"
#include "nastavnik/base/arena.h"
#include "nastavnik/base/paths.h"

enum { CONTEXT_END = '\004' };

/* Set once by text_init(), before any thread. */
static struct catalog catalog;

/* Letters must be letters: without a usable locale of the person's, the one every system has. */
static void locale_init(void)
{
	const char *ctype = setlocale(LC_ALL, "") ? setlocale(LC_CTYPE, NULL) : "C";

	if (!strcmp(ctype, "C") || !strcmp(ctype, "POSIX"))
		setlocale(LC_CTYPE, "C.UTF-8");
	setlocale(LC_NUMERIC, "C");
}

static void catalog_init(const char *chosen)
{
	const char *language = getenv("NASTAVNIK_LANG");
	struct arena a = { 0 };

	if (!language)
		language = chosen;
	catalog_close(&catalog);
	if (!language || strcmp(language, "en") != 0)
		catalog_open(paths_catalog(&a, "ru"), &catalog);
	arena_done(&a);
}

void text_init(const char *program_path)
{
	paths_init(program_path);
	locale_init();
	catalog_init(NULL);
}

void text_language(const char *language)
{
	catalog_init(language);
}

const char *text_get(const char *msgid)
{
	size_t length;
	const char *text = catalog_find(&catalog, msgid, &length);

	return text ? text : msgid;
}

const char *text_of(const char *msgid)
{
	return msgid && *msgid ? text_get(msgid) : "";
}

const char *text_in(const char *msgid)
{
	const char *text = text_get(msgid), *end = strchr(msgid, CONTEXT_END);

	return text == msgid && end ? end + 1 : text;
}

/* 1, 21, 31 … / 2–4, 22–24 … / the rest. The lint keeps the catalogue's Plural-Forms equal to this.
 */
static unsigned russian_form(unsigned long n)
{
	if (n % 10 == 1 && n % 100 != 11)
		return 0;
	return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20) ? 1 : 2;
}

const char *text_count(const char *one, const char *many, unsigned long n)
{
	size_t length;
	const char *forms = catalog_find(&catalog, one, &length);

	if (!forms)
		return n == 1 ? one : many;
	return catalog_form(forms, length, russian_form(n));
}
