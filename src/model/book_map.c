/*
 * Free text to items of a reference book. Names and synonyms are cut into folded words once; a
 * table from the first letters of a word leads to the entries that begin with such a word.
 */
#include <stdlib.h>
#include <string.h>

#include "letters.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/book.h"

enum {
	FOLD_SIZE = 1024,
	WORDS_MAX = 64,   /* words looked at in one piece of text */
	ENTRY_WORDS = 10, /* longer synonyms are cut */
	STEM_LETTERS = 3, /* words that short have no endings */
	ENDING_LETTERS = 3,
	SLOTS = 1024, /* a power of two */
};

/* A folded word inside a text that lives longer. */
struct word {
	const char *text;
	uint16_t len, letters; /* bytes; characters */
};

struct entry {
	const struct book_item *item;
	struct word word[ENTRY_WORDS];
	size_t n;
	struct entry *next; /* of the same slot, more words first */
};

struct book_index {
	struct arena arena;
	struct entry *slot[SLOTS];
};

/* Cut a fold into words: letters and digits, also + and # («C++», «C#»). */
static size_t words_cut(const char *fold, struct word *word, size_t max)
{
	size_t n = 0, len;
	uint32_t cp;

	for (const char *p = fold; *p != '\0' && n < max;) {
		struct word w = { .text = p };

		while ((len = utf8_decode(p, &cp)) != 0 &&
		       (letter_is(cp) || (cp >= '0' && cp <= '9') || cp == '+' || cp == '#')) {
			p += len;
			w.letters++;
		}
		w.len = (uint16_t)(p - w.text);
		if (w.letters > 0)
			word[n++] = w;
		else
			p += len;
	}
	return n;
}

/* Bytes of the first STEM_LETTERS letters, which all forms of a word share. */
static size_t stem_len(const struct word *word)
{
	size_t len = 0;
	uint32_t cp;

	for (int i = 0; i < STEM_LETTERS && len < word->len; i++)
		len += utf8_decode(word->text + len, &cp);
	return len;
}

static size_t slot_of(const struct word *word)
{
	size_t len = stem_len(word);
	uint32_t hash = 2166136261u;

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)word->text[i]) * 16777619u;
	return (hash ^ hash >> 15) % SLOTS;
}

/* Endings of declined nouns and adjectives; what two forms of a word differ by. */
static bool is_ending(const char *text, size_t len)
{
	static const char *const endings[] = {
		"а",   "я",   "ы",   "и",   "у",   "ю",   "е",   "о",   "ь",   "й",   "ой",
		"ей",  "ою",  "ею",  "ам",  "ям",  "ом",  "ем",  "ах",  "ях",  "ов",  "ев",
		"ья",  "ие",  "ия",  "ии",  "ию",  "ий",  "ый",  "ая",  "яя",  "ое",  "ее",
		"ые",  "ую",  "юю",  "ым",  "им",  "ых",  "их",  "ью",  "ами", "ями", "ием",
		"ого", "его", "ому", "ему", "ыми", "ими", "иям", "иях",
	};

	if (len == 0)
		return true;
	for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++)
		if (strncmp(endings[i], text, len) == 0 && endings[i][len] == '\0')
			return true;
	return false;
}

/* Bytes that both words begin with, whole characters, and how many characters they are. */
static size_t common_len(const struct word *a, const struct word *b, int *letters)
{
	size_t len = 0, n;
	uint32_t cp;

	for (*letters = 0; len < a->len && len < b->len; len += n, ++*letters) {
		n = utf8_decode(a->text + len, &cp);
		if (len + n > b->len || memcmp(a->text + len, b->text + len, n) != 0)
			break;
	}
	return len;
}

/* Bytes of the character in front of at. */
static size_t step_back(const char *text, size_t at)
{
	size_t n = 1;

	while (n < at && (text[at - n] & 0xC0) == 0x80)
		n++;
	return n;
}

/* The same word but for its ending? Endings may begin alike («английский», «английским»), so the
 * border between stem and ending is looked for from where the words part backwards. */
static bool word_same(const struct word *a, const struct word *b)
{
	int letters;
	size_t len;

	if (a->len == b->len && memcmp(a->text, b->text, a->len) == 0)
		return true;
	len = common_len(a, b, &letters);
	for (; letters >= STEM_LETTERS && a->letters - letters <= ENDING_LETTERS &&
	       b->letters - letters <= ENDING_LETTERS;
	     letters--) {
		if (is_ending(a->text + len, a->len - len) &&
		    is_ending(b->text + len, b->len - len))
			return true;
		len -= step_back(a->text, len);
	}
	return false;
}

/* Longer entries first, so that «подготовка к ЕГЭ» wins over «ЕГЭ»; equal ones in the book's order.
 */
static void index_put(struct book_index *index, struct entry *entry)
{
	struct entry **at = &index->slot[slot_of(&entry->word[0])];

	while (*at != NULL && (*at)->n >= entry->n)
		at = &(*at)->next;
	entry->next = *at;
	*at = entry;
}

static void index_add(struct book_index *index, const struct book_item *item, const char *text)
{
	struct entry *entry = ARENA_NEW(&index->arena, struct entry, 1);

	entry->item = item;
	entry->n = words_cut(utf8_fold(&index->arena, text), entry->word, ENTRY_WORDS);
	if (entry->n > 0)
		index_put(index, entry);
}

struct book_index *book_index_new(const struct books *books, enum book book)
{
	struct book_index *index = mem_alloc(sizeof(*index));

	for (size_t i = 0; i < books->n; i++) {
		const struct book_item *item = &books->row[i];
		char *synonyms, *synonym;

		if (item->book != book || item->hidden)
			continue;
		index_add(index, item, item->name);
		synonyms = arena_strdup(&index->arena, item->synonyms);
		while ((synonym = strsep(&synonyms, ";\n")) != NULL)
			index_add(index, item, synonym);
	}
	return index;
}

void book_index_free(struct book_index *index)
{
	if (index == NULL)
		return;
	arena_done(&index->arena);
	free(index);
}

static bool entry_at(const struct entry *entry, const struct word *word, size_t n)
{
	if (entry->n > n)
		return false;
	for (size_t i = 0; i < entry->n; i++)
		if (!word_same(&entry->word[i], &word[i]))
			return false;
	return true;
}

/* The same words letter for letter? */
static bool entry_exact(const struct entry *entry, const struct word *word)
{
	for (size_t i = 0; i < entry->n; i++)
		if (entry->word[i].len != word[i].len ||
		    memcmp(entry->word[i].text, word[i].text, word[i].len) != 0)
			return false;
	return true;
}

/* The longest entry that begins at the first of n words; of equally long ones an exact one. */
static const struct entry *entry_find(const struct book_index *index, const struct word *word,
				      size_t n)
{
	const struct entry *best = NULL;

	for (const struct entry *e = index->slot[slot_of(word)]; e != NULL; e = e->next) {
		if (best != NULL && e->n < best->n)
			break;
		if (!entry_at(e, word, n))
			continue;
		if (entry_exact(e, word))
			return e;
		if (best == NULL)
			best = e;
	}
	return best;
}

struct mapping {
	struct arena *arena;
	const struct book_index *index;
	struct ids ids;
	size_t cap;
};

static void ids_add(struct mapping *m, int64_t id)
{
	for (size_t i = 0; i < m->ids.n; i++)
		if (m->ids.row[i] == id)
			return;
	m->ids.row = arena_grow(m->arena, m->ids.row, m->ids.n, &m->cap, sizeof(*m->ids.row));
	m->ids.row[m->ids.n++] = id;
}

/* Is the text as a whole one name or synonym? */
static bool map_whole(struct mapping *m, const struct word *word, size_t n)
{
	const struct entry *entry = n > 0 ? entry_find(m->index, word, n) : NULL;

	if (entry == NULL || entry->n != n)
		return false;
	ids_add(m, entry->item->id);
	return true;
}

/* Entries as whole words anywhere in the text, the longest at each place. */
static bool map_words(struct mapping *m, const struct word *word, size_t n)
{
	bool found = false;

	for (size_t i = 0; i < n;) {
		const struct entry *entry = entry_find(m->index, &word[i], n - i);

		if (entry != NULL) {
			ids_add(m, entry->item->id);
			found = true;
		}
		i += entry != NULL ? entry->n : 1;
	}
	return found;
}

/* «нет», «не знаю», «-» say that there is nothing to map. */
static bool says_nothing(const struct word *word, size_t n)
{
	static const char *const nothing[] = { "нет", "не знаю", "не указано", "незнаю" };
	const char *text;
	size_t len;

	if (n == 0)
		return true;
	text = word[0].text;
	len = (size_t)(word[n - 1].text + word[n - 1].len - text);
	for (size_t i = 0; i < sizeof(nothing) / sizeof(nothing[0]); i++)
		if (strlen(nothing[i]) == len && memcmp(nothing[i], text, len) == 0)
			return true;
	return false;
}

static void rest_add(struct str *rest, const char *text, size_t n)
{
	while (n > 0 && (text[0] == ' ' || text[0] == '\t' || text[0] == '\r'))
		text++, n--;
	while (n > 0 && (text[n - 1] == ' ' || text[n - 1] == '\t' || text[n - 1] == '\r' ||
			 text[n - 1] == '.'))
		n--;
	if (rest->len > 0)
		str_add(rest, ", ");
	str_add_n(rest, text, n);
}

/* A piece of n bytes; false when nothing in it is known. */
static bool map_piece(struct mapping *m, const char *text, size_t n, bool whole_only)
{
	char copy[FOLD_SIZE], fold[FOLD_SIZE];
	struct word word[WORDS_MAX];
	size_t words;

	if (n >= sizeof(copy))
		n = utf8_prev(text, sizeof(copy) - 1);
	memcpy(copy, text, n);
	copy[n] = '\0';
	utf8_fold_into(copy, fold, sizeof(fold));
	words = words_cut(fold, word, WORDS_MAX);
	if (map_whole(m, word, words))
		return true;
	return !whole_only && (map_words(m, word, words) || says_nothing(word, words));
}

/* « и » between two pieces; NULL: there is none before end. */
static const char *and_find(const char *text, const char *end)
{
	static const char and[] = " и ";
	const char *at = memmem(text, (size_t)(end - text), and, sizeof(and) - 1);

	return at;
}

/* A piece between commas: known as it is, or cut at « и ». */
static void map_part(struct mapping *m, const char *text, const char *end, struct str *rest)
{
	const char *and = and_find(text, end);

	if (and != NULL && map_piece(m, text, (size_t)(end - text), true))
		return;
	for (; and != NULL; text = and+strlen(" и "), and = and_find(text, end))
		if (!map_piece(m, text, (size_t)(and-text), false))
			rest_add(rest, text, (size_t)(and-text));
	if (!map_piece(m, text, (size_t)(end - text), false))
		rest_add(rest, text, (size_t)(end - text));
}

void book_map(struct arena *a, const struct book_index *index, const char *text, struct ids *ids,
	      struct str *rest)
{
	static const char cuts[] = ",;/\n\r";
	struct mapping m = { .arena = a, .index = index };
	size_t len = strlen(text);

	/* «лыжи, коньки, хоккей» may be one name. */
	if (strcspn(text, cuts) < len && map_piece(&m, text, len, true)) {
		*ids = m.ids;
		return;
	}
	for (const char *p = text, *end; *p != '\0'; p = *end != '\0' ? end + 1 : end) {
		end = p + strcspn(p, cuts);
		if (end > p)
			map_part(&m, p, end, rest);
	}
	*ids = m.ids;
}
