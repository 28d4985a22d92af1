/* A short name for the head of the screens, from the name that the charter has. */
#include <string.h>

#include "nastavnik/base/utf8.h"
#include "nastavnik/model/school.h"

enum { PHRASE_SIZE = 256 };

/* How schools shorten these words themselves; data for Russian schools, hence not translated. */
static const struct {
	const char *words, *letters;
} phrases[] = {
	{ "муниципальное бюджетное общеобразовательное учреждение", "МБОУ" },
	{ "муниципальное автономное общеобразовательное учреждение", "МАОУ" },
	{ "муниципальное казённое общеобразовательное учреждение", "МКОУ" },
	{ "муниципальное общеобразовательное учреждение", "МОУ" },
	{ "государственное бюджетное общеобразовательное учреждение", "ГБОУ" },
	{ "государственное автономное общеобразовательное учреждение", "ГАОУ" },
	{ "государственное казённое общеобразовательное учреждение", "ГКОУ" },
	{ "средняя общеобразовательная школа", "СОШ" },
	{ "основная общеобразовательная школа", "ООШ" },
	{ "начальная общеобразовательная школа", "НОШ" },
};

/* Bytes of the phrase that begins at text, 0 when none does; a small letter is as long as its
 * capital. */
static size_t phrase_at(const char *text, const char **letters)
{
	char here[PHRASE_SIZE], known[PHRASE_SIZE], fold[PHRASE_SIZE];

	for (size_t i = 0; i < sizeof(phrases) / sizeof(phrases[0]); i++) {
		size_t n = strlen(phrases[i].words);

		if (strlen(text) < n || (text[n] & 0xC0) == 0x80)
			continue;
		memcpy(here, text, n);
		here[n] = '\0';
		utf8_fold_into(here, fold, sizeof(fold));
		utf8_fold_into(phrases[i].words, known, sizeof(known));
		if (strcmp(fold, known) == 0) {
			*letters = phrases[i].letters;
			return n;
		}
	}
	return 0;
}

const char *school_short_name(struct arena *a, const char *name)
{
	char *out = arena_strdup(a, name), *to = out;
	int depth = 0;

	for (const char *p = name; *p;) {
		const char *letters;
		size_t n = phrase_at(p, &letters);

		if (n) {
			memcpy(to, letters, strlen(letters));
			to += strlen(letters);
			p += n;
			continue;
		}
		depth += !strncmp(p, "«", strlen("«")) - !strncmp(p, "»", strlen("»"));
		*to++ = *p++;
		/* Behind the name stands whose school it is. */
		if (!depth && to - out >= 2 && !strncmp(to - 2, "»", strlen("»")))
			break;
	}
	*to = '\0';
	return strcmp(out, name) == 0 ? "" : out;
}
