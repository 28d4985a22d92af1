/* «к приказу Муниципального бюджетного учреждения «Школа № 9»»: the name of a school declined. */
#include "nastavnik/model/school.h"

#include <stdbool.h>
#include <string.h>

#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"

/* Nouns by their whole word, folded; the genitive as an ending instead of the last `cut` bytes. */
static const struct noun {
	const char *word;
	size_t cut;
	const char *ending;
} nouns[] = {
	{ "учреждение", 2, "я" },  { "школа", 2, "ы" },    { "гимназия", 2, "и" },
	{ "лицей", 2, "я" },       { "интернат", 0, "а" }, { "колледж", 0, "а" },
	{ "техникум", 0, "а" },    { "училище", 2, "а" },  { "центр", 0, "а" },
	{ "комплекс", 0, "а" },    { "корпус", 0, "а" },   { "организация", 2, "и" },
	{ "образование", 2, "я" }, { "сад", 0, "а" },
};

/* Endings of adjectives in the nominative; «физический» and «средний» differ by the letter before.
 */
static const struct ending {
	const char *from, *to;
} endings[] = {
	{ "ое", "ого" }, { "ее", "его" },   { "ая", "ой" },    { "яя", "ей" },
	{ "ый", "ого" }, { "кий", "кого" }, { "ний", "него" },
};

static bool ends_with(const char *word, const char *end)
{
	size_t n = strlen(word), m = strlen(end);

	return n > m && strcmp(word + n - m, end) == 0;
}

static bool noun_add(struct str *out, const char *word, const char *folded)
{
	for (size_t i = 0; i < sizeof(nouns) / sizeof(nouns[0]); i++) {
		if (strcmp(nouns[i].word, folded) != 0)
			continue;
		str_add_n(out, word, strlen(word) - nouns[i].cut);
		str_add(out, nouns[i].ending);
		return true;
	}
	return false;
}

static bool adjective_add(struct str *out, const char *word)
{
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
		if (!ends_with(word, endings[i].from))
			continue;
		str_add_n(out, word, strlen(word) - strlen(endings[i].from));
		str_add(out, endings[i].to);
		return true;
	}
	return false;
}

/* «школа-интернат»: both halves are declined. */
static bool double_noun_add(struct arena *a, struct str *out, const char *word)
{
	const char *hyphen = strchr(word, '-');

	if (!hyphen)
		return noun_add(out, word, utf8_fold(a, word));
	size_t before = out->len;
	const char *first = arena_strndup(a, word, (size_t)(hyphen - word));
	if (noun_add(out, first, utf8_fold(a, first))) {
		str_add_char(out, '-');
		if (noun_add(out, hyphen + 1, utf8_fold(a, hyphen + 1)))
			return true;
	}
	out->len = before;
	return false;
}

const char *school_genitive(struct arena *a, const char *name)
{
	struct str out = { 0 };
	const char *at = name;

	/* Folding drops quotes: a quoted name would be declined with the rest. */
	while (*at && strncmp(at, "«", strlen("«")) != 0 && *at != '"') {
		size_t n = strcspn(at, " ");
		const char *word = arena_strndup(a, at, n);
		if (!double_noun_add(a, &out, word) && !adjective_add(&out, word))
			break;
		at += n;
		n = strspn(at, " ");
		str_add_n(&out, at, n);
		at += n;
	}
	str_add(&out, at);
	const char *text = arena_strdup(a, str_text(&out));
	str_done(&out);
	return text;
}
