/* What a heading says: synonyms as a whole, keywords inside a long question. */
#include "heading.h"

#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"

/* Headings of the uses that no field table has: folded, as struct field.headings. */
static const struct {
	enum column_use use;
	bool whole;
	const char *text;
} use_headings[] = {
	{ COLUMN_FULL_NAME, false, "фио" },
	{ COLUMN_FULL_NAME, false, "ф и о" },
	{ COLUMN_FULL_NAME, false, "фамилия имя отчество" },
	{ COLUMN_FULL_NAME, false, "фамилию имя отчество" },
	{ COLUMN_FULL_NAME, false, "фамилия имя" },
	{ COLUMN_FULL_NAME, false, "имя фамилия" },
	{ COLUMN_FULL_NAME, false, "полное имя" },
	{ COLUMN_FULL_NAME, false, "как вас зовут фамилия имя" },
	{ COLUMN_FULL_NAME, false, "как тебя зовут фамилия имя" },
	{ COLUMN_FULL_NAME, false, "full name" },
	{ COLUMN_FULL_NAME, true, "фио наставника" },
	{ COLUMN_FULL_NAME, true, "фио наставляемого" },
	{ COLUMN_FULL_NAME, true, "ученик" },
	{ COLUMN_FULL_NAME, true, "обучающийся" },
	{ COLUMN_FULL_NAME, true, "учащийся" },
	{ COLUMN_FULL_NAME, true, "список учащихся" },
	{ COLUMN_FULL_NAME, true, "наставник" },
	{ COLUMN_FULL_NAME, true, "наставляемый" },
	{ COLUMN_FULL_NAME, true, "сотрудник" },
	{ COLUMN_GRADE, true, "параллель" },
	{ COLUMN_GRADE, true, "номер класса" },
	{ COLUMN_GRADE, true, "год обучения" },
	{ COLUMN_LETTER, true, "литера" },
	{ COLUMN_LETTER, true, "литер" },
	{ COLUMN_LETTER, true, "буква" },
	{ COLUMN_LETTER, true, "литера класса" },
	{ COLUMN_LETTER, true, "буква класса" },
	{ COLUMN_ROW_NUMBER, true, "№" },
	{ COLUMN_ROW_NUMBER, true, "№ п п" },
	{ COLUMN_ROW_NUMBER, true, "№ пп" },
	{ COLUMN_ROW_NUMBER, true, "n" },
	{ COLUMN_ROW_NUMBER, true, "n п п" },
	{ COLUMN_ROW_NUMBER, true, "n пп" },
	{ COLUMN_ROW_NUMBER, true, "no" },
	{ COLUMN_ROW_NUMBER, true, "п п" },
	{ COLUMN_ROW_NUMBER, true, "номер" },
	{ COLUMN_ROW_NUMBER, true, "номер п п" },
	{ COLUMN_ROW_NUMBER, true, "номер по порядку" },
	{ COLUMN_ROW_NUMBER, true, "порядковый номер" },
};

/* Words of a heading that speaks of somebody else than the person of the row. */
static const char *const other_people[] = { "родител", "представител", "руководител" };

static bool is_word_letter(uint32_t cp)
{
	return (cp >= '0' && cp <= '9') || (cp >= 'a' && cp <= 'z') ||
	       (cp >= 0x400 && cp < 0x530) || cp == 0x2116 || (cp >= 0xC0 && cp < 0x250);
}

/* Folded and cut at everything that is no letter; words beyond PHRASE_WORDS are left out. */
static void words_cut(struct arena *a, const char *text, struct words *words)
{
	char *at = utf8_fold(a, text);
	char *start = NULL;
	size_t size;

	*words = (struct words){ 0 };
	for (;; at += size) {
		uint32_t cp;
		bool letter;

		size = utf8_decode(at, &cp);
		letter = size && is_word_letter(cp);
		if (letter && !start)
			start = at;
		if (!letter && start) {
			*at = '\0';
			words->letters += strlen(start);
			words->word[words->n++] = start;
			start = NULL;
		}
		if (!size || words->n == PHRASE_WORDS)
			return;
	}
}

static bool begins_with(const char *word, const char *stem)
{
	return stem && !strncmp(word, stem, strlen(stem));
}

static bool names_role(const struct words *words, const char *role)
{
	for (size_t i = 0; i < words->n; i++) {
		if (begins_with(words->word[i], role))
			return true;
	}
	return false;
}

/* «Место работы наставника» is a mentor's place, but in a table of mentees it is somebody else's; a
 * choice, a number, an age may well be about the other side. */
static bool is_of_other(const struct phrase *phrase, const char *other_role)
{
	bool of_person = phrase->use == COLUMN_FULL_NAME ||
			 (phrase->field && phrase->field->kind == FIELD_TEXT);

	return of_person && names_role(&phrase->words, other_role);
}

static void phrase_add(struct arena *a, struct phrases *list, const char *text, enum column_use use,
		       const struct field *field, bool whole)
{
	struct phrase *phrase;

	if (field && (field->flags & FIELD_NO_IMPORT))
		return;
	list->row = arena_grow(a, list->row, list->n, &list->cap, sizeof(*list->row));
	phrase = &list->row[list->n];
	*phrase = (struct phrase){ .use = use, .field = field, .whole = whole };
	words_cut(a, text, &phrase->words);
	if (phrase->words.n && !is_of_other(phrase, list->other_role))
		list->n++;
}

/* Mentees choose mentors: by the set that a field offers one sees whose table it is. */
static const char *other_role_of(struct fields fields)
{
	for (size_t i = 0; i < fields.n; i++) {
		const char *set = fields.row[i].choices;

		if (set && !strcmp(set, "mentor"))
			return "наставник";
		if (set && !strcmp(set, "mentee"))
			return "наставляем";
	}
	return NULL;
}

void phrases_make(struct arena *a, struct fields fields, struct phrases *list)
{
	*list = (struct phrases){ .other_role = other_role_of(fields) };
	/* An export of ours has the labels, in one of two languages: they win over all words. */
	for (size_t i = 0; i < fields.n; i++) {
		phrase_add(a, list, text_of(fields.row[i].label), COLUMN_FIELD, &fields.row[i],
			   true);
		phrase_add(a, list, fields.row[i].label, COLUMN_FIELD, &fields.row[i], true);
	}
	for (size_t i = 0; i < fields.n; i++) {
		const struct field *field = &fields.row[i];

		phrase_add(a, list, field->name, COLUMN_FIELD, field, true);
		for (size_t k = 0; field->headings && field->headings[k]; k++)
			phrase_add(a, list, field->headings[k], COLUMN_FIELD, field, false);
	}
	for (size_t i = 0; i < sizeof(use_headings) / sizeof(use_headings[0]); i++)
		phrase_add(a, list, use_headings[i].text, use_headings[i].use, NULL,
			   use_headings[i].whole);
}

static bool words_equal(const struct words *a, const struct words *b)
{
	if (a->n != b->n || a->letters != b->letters)
		return false;
	for (size_t i = 0; i < a->n; i++) {
		if (strcmp(a->word[i], b->word[i]))
			return false;
	}
	return true;
}

/* «запрос» stands in «запроса»: a word of five letters or more may have up to three more. */
static bool word_stands(const char *word, const char *in)
{
	enum { STEM = 5 * 2, ENDING = 3 * 2 }; /* bytes of Cyrillic letters */
	size_t n = strlen(word);

	if (strncmp(word, in, n))
		return false;
	return !in[n] || (n >= STEM && strlen(in + n) <= ENDING);
}

static bool word_in(const char *word, const struct words *words)
{
	for (size_t i = 0; i < words->n; i++) {
		if (word_stands(word, words->word[i]))
			return true;
	}
	return false;
}

static bool names_other(const char *word, const char *other_role)
{
	for (size_t i = 0; i < sizeof(other_people) / sizeof(other_people[0]); i++) {
		if (begins_with(word, other_people[i]))
			return true;
	}
	return begins_with(word, other_role);
}

/* «Телефон родителя» is no telephone of the pupil: does the heading name somebody of whom the
 * phrase says nothing? */
static bool about_other(const struct words *heading, const struct phrase *phrase,
			const char *other_role)
{
	for (size_t i = 0; i < heading->n; i++) {
		bool covered = false;

		if (!names_other(heading->word[i], other_role))
			continue;
		for (size_t k = 0; k < phrase->words.n && !covered; k++)
			covered = names_other(phrase->words.word[k], other_role);
		if (!covered)
			return true;
	}
	return false;
}

/* How sure the phrase says what the heading is about; 0: not at all. */
static int phrase_sure(const struct phrase *phrase, const struct words *heading,
		       const char *other_role)
{
	int part;

	if (words_equal(&phrase->words, heading))
		return HEADING_EXACT;
	if (phrase->whole)
		return 0;
	for (size_t i = 0; i < phrase->words.n; i++) {
		if (!word_in(phrase->words.word[i], heading))
			return 0;
	}
	if (about_other(heading, phrase, other_role))
		return 0;
	part = (int)(35 * phrase->words.letters / heading->letters);
	return HEADING_WORDS + (part < 35 ? part : 35);
}

const struct phrase *phrase_find(struct arena *a, const struct phrases *phrases,
				 const char *heading, int *sure)
{
	const struct phrase *best = NULL;
	struct words words;
	int best_sure = 0;

	words_cut(a, heading, &words);
	if (!words.n)
		return NULL;
	for (size_t i = 0; i < phrases->n; i++) {
		int now = phrase_sure(&phrases->row[i], &words, phrases->other_role);

		if (now > best_sure) {
			best_sure = now;
			best = &phrases->row[i];
		}
	}
	if (best)
		*sure = best_sure;
	return best;
}
