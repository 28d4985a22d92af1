/* Names of people as tables have them, and as people write them. */
#include <string.h>

#include "letters.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/person.h"

enum { WORDS_MAX = 12, WORD_SIZE = 64 };

/* Words that go with the patronymic in front of them: «Расул оглы», «Лейла кызы». */
static const char *const sons[] = { "оглы", "оглу", "огли", "углы", "угли", "улы", "уулу", "улуу",
				    "кызы", "кизи", "гызы", "кыз",  "қызы", "ұлы", "заде" };
/* Words in front of a family name, written small: «фон Мекк», «де ла Крус», «аль Асад». */
static const char *const particles[] = { "фон", "де",  "дер", "ден", "ван", "ла",  "ле",  "ди",
					 "да",  "дос", "дю",  "аль", "эль", "ибн", "бен", "бин" };

#define IS_ONE_OF(word, table) is_one_of((word), (table), sizeof(table) / sizeof((table)[0]))

/* Is the word, whatever its case, in the table? */
static bool is_one_of(const char *word, const char *const *table, size_t n)
{
	char lower[WORD_SIZE];
	size_t len = 0;
	uint32_t cp;

	if (strlen(word) >= 12) /* longer than all of them */
		return false;
	while (*word != '\0') {
		word += utf8_decode(word, &cp);
		len += utf8_encode(utf8_lower(cp), lower + len);
	}
	lower[len] = '\0';
	for (size_t i = 0; i < n; i++)
		if (strcmp(lower, table[i]) == 0)
			return true;
	return false;
}

struct letters_seen {
	bool upper, lower, latin, cyrillic, latin_odd; /* odd: a Latin letter without a twin */
};

static void see_case(struct letters_seen *seen, uint32_t cp)
{
	if (utf8_lower(cp) != cp)
		seen->upper = true;
	else if (utf8_upper(cp) != cp)
		seen->lower = true;
}

/* Most letters are А…я, whose case the code tells; 100,000 names are looked at in one import. */
static void see(struct letters_seen *seen, uint32_t cp)
{
	if (cp >= 0x410 && cp <= 0x44F) {
		seen->cyrillic = true;
		seen->upper |= cp < 0x430;
		seen->lower |= cp >= 0x430;
	} else if (letter_is_cyrillic(cp)) {
		seen->cyrillic = true;
		see_case(seen, cp);
	} else if (letter_is_latin(cp)) {
		seen->latin |= letter_mend(cp) != cp;
		seen->latin_odd |= letter_mend(cp) == cp;
		see_case(seen, cp);
	}
}

enum { SOFT_HYPHEN = 0xAD };

/* Copy without soft hyphens, and with the Cyrillic twins of Latin letters. */
static char *mend_word(const char *text, const char *end, bool mend, char *out)
{
	uint32_t cp;

	while (text < end) {
		text += utf8_decode(text, &cp);
		if (cp != SOFT_HYPHEN)
			out += utf8_encode(mend ? letter_mend(cp) : cp, out);
	}
	return out;
}

/* Copy the word that begins at text to out; Latin letters among Cyrillic ones become Cyrillic when
 * all of them have a twin. */
static const char *clean_word(const char *text, char **out, struct letters_seen *all)
{
	struct letters_seen seen = { 0 };
	const char *end = text;
	bool soft = false, mend;
	uint32_t cp;
	size_t n;

	while ((n = utf8_decode(end, &cp)) != 0 && !letter_is_space(cp)) {
		see(&seen, cp);
		soft |= cp == SOFT_HYPHEN;
		end += n;
	}
	mend = seen.cyrillic && seen.latin && !seen.latin_odd;
	if (mend || soft)
		*out = mend_word(text, end, mend, *out);
	else
		*out = mempcpy(*out, text, (size_t)(end - text));
	all->upper |= seen.upper;
	all->lower |= seen.lower;
	return end;
}

/* Squeeze and mend into out, which has room for twice the text. */
static void clean(const char *text, char *out, struct letters_seen *seen)
{
	const char *begin = out;
	uint32_t cp;
	size_t n;

	while ((n = utf8_decode(text, &cp)) != 0) {
		if (letter_is_space(cp)) {
			text += n;
			continue;
		}
		if (out != begin)
			*out++ = ' ';
		text = clean_word(text, &out, seen);
	}
	*out = '\0';
}

/* Ends the word at its space or hyphen while it lives; 0 when the end was the text's. */
static bool piece_is(const char *word, const char *end, const char *const *table, size_t n)
{
	char piece[12];
	size_t len = (size_t)(end - word);

	if (len >= sizeof(piece))
		return false;
	memcpy(piece, word, len);
	piece[len] = '\0';
	return is_one_of(piece, table, n);
}

#define PIECE_IS(word, end, table) \
	piece_is((word), (end), (table), sizeof(table) / sizeof((table)[0]))

/* Is the piece at p written small: a particle with a word behind it, «оглы» with one in front? */
static bool piece_is_small(const char *text, const char *p, const char *end)
{
	if (p > text && p[-1] != '(' && PIECE_IS(p, end, sons))
		return true;
	return *end == ' ' && (p == text || p[-1] == ' ') && PIECE_IS(p, end, particles);
}

/* Put one piece between spaces and hyphens into out: «О'Коннор», «Иванов», «И.И.» */
static char *put_piece(const char *p, const char *end, bool small, char *out)
{
	bool capital = !small;
	int letters = 0;
	uint32_t cp;

	while (p < end) {
		p += utf8_decode(p, &cp);
		if (letter_is(cp)) {
			out += utf8_encode(capital ? utf8_upper(cp) : utf8_lower(cp), out);
			capital = false;
			letters++;
			continue;
		}
		out += utf8_encode(cp, out);
		if (!small &&
		    (cp == '.' || cp == '(' || (letter_is_apostrophe(cp) && letters == 1)))
			capital = true;
	}
	return out;
}

static bool is_border(char c)
{
	return c == ' ' || c == '-' || c == '\0';
}

/* As most names are: Russian letters of both cases, hyphens, single spaces, so nothing to do. By
 * the bytes, as 100,000 rows have three each. */
static bool is_settled(const char *name)
{
	const unsigned char *at = (const unsigned char *)name;
	bool upper = false, lower = false, space = true;

	for (; *at; at++) {
		if (*at == ' ' && space)
			return false;
		space = *at == ' ';
		if (space || *at == '-')
			continue;
		if (*at == 0xD0 && ((at[1] >= 0x90 && at[1] <= 0xAF) || at[1] == 0x81))
			upper = true; /* А…Я, Ё */
		else if ((*at == 0xD0 && at[1] >= 0xB0 && at[1] <= 0xBF) ||
			 (*at == 0xD1 && at[1] >= 0x80 && at[1] <= 0x91 && at[1] != 0x90))
			lower = true; /* а…я, ё */
		else
			return false;
		at++;
	}
	return upper && lower && !space;
}

char *name_case(struct arena *a, const char *name)
{
	size_t room = strlen(name) * 2 + 1;
	struct letters_seen seen = { 0 };
	char *text, *cased, *out;

	if (is_settled(name))
		return arena_strdup(a, name);
	text = arena_alloc(a, room);
	clean(name, text, &seen);
	if (seen.upper == seen.lower || (seen.lower && IS_ONE_OF(text, sons)))
		return text;
	cased = out = arena_alloc(a, strlen(text) * 2 + 1);
	for (const char *p = text, *end; *p != '\0'; p = end) {
		for (end = p; !is_border(*end); end++)
			;
		out = put_piece(p, end, piece_is_small(text, p, end), out);
		if (*end != '\0')
			*out++ = *end++;
	}
	*out = '\0';
	return cased;
}

/* Cut the cleaned text into words: numbering in front, commas and dashes alone are dropped. */
static size_t words_cut(char *text, char *word[WORDS_MAX])
{
	size_t n = 0;

	for (char *p = strtok_r(text, " ", &text); p != NULL && n < WORDS_MAX;
	     p = strtok_r(NULL, " ", &text)) {
		size_t len = strlen(p);

		while (len > 0 && (p[len - 1] == ',' || p[len - 1] == ';'))
			p[--len] = '\0';
		if (n == 0 && strspn(p, "0123456789.)") == len)
			continue;
		if (len == 0 || strcmp(p, "-") == 0 || strcmp(p, "–") == 0 || strcmp(p, "—") == 0)
			continue;
		word[n++] = p;
	}
	return n;
}

static bool ends_in(const char *word, const char *const *endings, size_t n)
{
	char lower[WORD_SIZE * 2];
	size_t len = utf8_fold_into(word, lower, sizeof(lower));

	for (size_t i = 0; i < n; i++) {
		size_t k = strlen(endings[i]);

		if (len > k && strcmp(lower + len - k, endings[i]) == 0)
			return true;
	}
	return false;
}

/* Endings that few family and no given names have. */
static bool is_patronymic(const char *word)
{
	static const char *const endings[] = { "ович", "евич", "ьич",  "кич",  "мич",
					       "овна", "евна", "ична", "оглы", "кызы" };

	return ends_in(word, endings, sizeof(endings) / sizeof(endings[0]));
}

/* May the word behind the given name be a patronymic? «Ань» of «Нгуен Тхи Ань» is not. */
static bool may_be_patronymic(const char *word)
{
	static const char *const endings[] = { "ич", "вна", "чна", "шна", "." };

	return is_patronymic(word) ||
	       ends_in(word, endings, sizeof(endings) / sizeof(endings[0])) ||
	       IS_ONE_OF(word, sons);
}

/* Bytes of the first initial in «И.И.»; 0 when the word is none. */
static size_t initial_len(const char *word)
{
	uint32_t cp;
	size_t n = utf8_decode(word, &cp);

	return n != 0 && letter_is(cp) && word[n] == '.' ? n + 1 : 0;
}

/* Put «И.И.» apart: returns the second initial, "" when there is one only. */
static const char *initials_cut(struct arena *a, const char **given)
{
	size_t n = initial_len(*given);
	const char *second = *given + n;

	if (n == 0 || *second == '\0')
		return "";
	*given = arena_strndup(a, *given, n);
	return second;
}

/* Words from…to with spaces between; they lie one behind the other only when nothing was dropped.
 */
static const char *words_join(struct arena *a, char *const *word, size_t from, size_t to)
{
	size_t room = 1;
	char *text, *out;

	if (to <= from)
		return "";
	if (to == from + 1)
		return word[from];
	for (size_t i = from; i < to; i++)
		room += strlen(word[i]) + 1;
	text = out = arena_alloc(a, room);
	for (size_t i = from; i < to; i++) {
		if (i > from)
			*out++ = ' ';
		out = stpcpy(out, word[i]);
	}
	return text;
}

/* How many of the first words make the family name. */
static size_t family_words(char *const *word, size_t n)
{
	size_t k = 0;

	while (k + 2 < n && IS_ONE_OF(word[k], particles))
		k++;
	k++;
	while (k < n && word[k][0] == '(')
		k++; /* «Иванова (Петрова) Мария» */
	return k;
}

/* The parts of n ≥ 2 words in the order family, given, patronymic. */
static void parts_set(struct arena *a, char *const *word, size_t n, struct person *out)
{
	size_t family = family_words(word, n), last = n;

	if (n >= family + 2 && IS_ONE_OF(word[n - 1], sons))
		last = n >= family + 3 ? n - 2 : n - 1;
	else if (n >= family + 2 && may_be_patronymic(word[n - 1]))
		last = n - 1;
	if (last != n && last > family + 1)
		family = last - 1; /* «Гарсиа Маркес Анна Сергеевна» */
	out->family = words_join(a, word, 0, family);
	out->given = words_join(a, word, family, last);
	out->patronymic = words_join(a, word, last, n);
	if (*out->patronymic == '\0')
		out->patronymic = initials_cut(a, &out->given);
}

/* «Иван Иванович Иванов» and «И.И. Иванов» to family first. */
static void order_mend(char **word, size_t n)
{
	char *family;

	if (n < 2 || n > 3)
		return;
	family = word[n - 1];
	if (initial_len(family) != 0)
		return;
	if (initial_len(word[0]) == 0 &&
	    (n != 3 || !is_patronymic(word[1]) || is_patronymic(family)))
		return;
	memmove(word + 1, word, (n - 1) * sizeof(*word));
	word[0] = family;
}

bool name_split(struct arena *a, const char *full, struct person *out)
{
	char *text = arena_alloc(a, strlen(full) * 2 + 1);
	struct letters_seen seen = { 0 };
	char *word[WORDS_MAX];
	size_t n;

	clean(full, text, &seen);
	n = words_cut(text, word);
	out->family = n > 0 ? word[0] : "";
	out->given = out->patronymic = "";
	if (n < 2)
		return false;
	order_mend(word, n);
	parts_set(a, word, n, out);
	return *out->given != '\0';
}
