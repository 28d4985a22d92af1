#include "nastavnik/model/class.h"

#include <stdint.h>
#include <string.h>

#include "letters.h"
#include "nastavnik/base/utf8.h"

enum {
	GRADE_MAX = 12,  /* the 12th is of evening schools */
	LETTERS_MAX = 3, /* «10ФМ», «11СЭН» */
	CYRILLIC_A = 0x410,
	CYRILLIC_YO = 0x401,
	ORDER_GRADE = 4096,
};

/* A growing buffer that never overflows and is never cut inside a character. */
struct out {
	char *at, *end; /* end: place of the last NUL that fits */
	bool full;
};

static void out_put(struct out *out, uint32_t cp)
{
	char bytes[4];
	size_t n = utf8_encode(cp, bytes);

	if (out->full || (size_t)(out->end - out->at) < n) {
		out->full = true;
		return;
	}
	memcpy(out->at, bytes, n);
	out->at += n;
}

/* A word: letters and digits. */
struct word {
	const char *text, *end;
	size_t letters;
	bool glued; /* nothing stands between it and what was before */
};

static bool word_next(const char **at, struct word *word)
{
	const char *p = *at;
	uint32_t cp;
	size_t n;

	while ((n = utf8_decode(p, &cp)) != 0 && !letter_is(cp) && !(cp >= '0' && cp <= '9'))
		p += n;
	*word = (struct word){ .text = p, .glued = p == *at };
	while ((n = utf8_decode(p, &cp)) != 0 && (letter_is(cp) || (cp >= '0' && cp <= '9'))) {
		p += n;
		word->letters++;
	}
	word->end = *at = p;
	return p != word->text;
}

static bool word_is(const struct word *word, const char *lower)
{
	const char *p = word->text;
	uint32_t a, b;
	size_t n;

	while (p < word->end && (n = utf8_decode(lower, &b)) != 0) {
		lower += n;
		p += utf8_decode(p, &a);
		if (utf8_lower(letter_mend(a)) != b)
			return false;
	}
	return p == word->end && *lower == '\0';
}

/* «класс» in the forms it comes in, and endings of ordinals («7-й», «5-го»). */
static bool word_is_filler(const struct word *word)
{
	static const char *const fillers[] = { "класс", "класса", "классе", "классы", "кл",
					       "й",     "ый",     "го",     "классов" };

	for (size_t i = 0; i < sizeof(fillers) / sizeof(fillers[0]); i++)
		if (word->letters * strlen("й") == strlen(fillers[i]) && word_is(word, fillers[i]))
			return true;
	return false;
}

/* Reads «7», «07» at the beginning of *text; 0 when there is no grade. */
static int grade_read(const char **text)
{
	const char *p = *text;
	int grade = 0;

	if (*p < '0' || *p > '9')
		return 0;
	for (int digits = 0; *p >= '0' && *p <= '9'; p++)
		if (++digits > 2)
			return 0;
		else
			grade = grade * 10 + (*p - '0');
	if (grade < 1 || grade > GRADE_MAX)
		return 0;
	*text = p;
	return grade;
}

/* Step over quotes, spaces and the word «класс» in front of the grade. */
static const char *grade_find(const char *text)
{
	const char *at = text;
	struct word word;

	if (!word_next(&at, &word))
		return text;
	if (word_is_filler(&word) && !word_next(&at, &word))
		return text;
	return word.text;
}

static void put_squeezed(struct out *out, const char *text)
{
	bool space = false;
	const char *begin = out->at;
	uint32_t cp;
	size_t n;

	for (; (n = utf8_decode(text, &cp)) != 0; text += n) {
		if (letter_is_space(cp)) {
			space = true;
			continue;
		}
		if (space && out->at != begin)
			out_put(out, ' ');
		space = false;
		out_put(out, cp);
	}
	if (out->at != begin && out->at[-1] == ' ')
		out->at--;
}

static void put_letters(struct out *out, const struct word *word)
{
	const char *p = word->text;
	uint32_t cp;

	while (p < word->end) {
		p += utf8_decode(p, &cp);
		out_put(out, letter_mend(utf8_upper(cp)));
	}
}

static void put_profile(struct out *out, const struct word *word)
{
	const char *p = word->text;
	char *begin = out->at;
	uint32_t cp;

	out_put(out, ' ');
	while (p < word->end) {
		p += utf8_decode(p, &cp);
		out_put(out, cp);
	}
	if (out->at == begin + 1)
		out->at = begin;
}

static bool word_is_number(const struct word *word)
{
	return *word->text >= '0' && *word->text <= '9';
}

static void put_class(struct out *out, int grade, const char *rest)
{
	struct word word;
	bool lettered = false;

	if (grade >= 10)
		out_put(out, '1');
	out_put(out, (uint32_t)('0' + grade % 10));
	while (word_next(&rest, &word)) {
		if (word_is_filler(&word))
			continue;
		if (!lettered && word_is_number(&word)) {
			out_put(out, '-');
			put_letters(out, &word);
		} else if (!lettered &&
			   (word.letters == 1 || (word.glued && word.letters <= LETTERS_MAX))) {
			put_letters(out, &word);
		} else {
			put_profile(out, &word);
		}
		lettered = true;
	}
}

bool class_normal(const char *text, char buf[CLASS_SIZE])
{
	struct out out = { .at = buf, .end = buf + CLASS_SIZE - 1 };
	const char *p = grade_find(text);
	int grade = grade_read(&p);

	if (grade != 0)
		put_class(&out, grade, p);
	else
		put_squeezed(&out, text);
	*out.at = '\0';
	return grade != 0;
}

int class_grade(const char *class_name)
{
	return grade_read(&class_name);
}

/* Number of the letter behind the grade in the Russian alphabet, from 64; parallels with a number
 * («7-2») stand before them; 0: none. */
static int class_letter(const char *class_name)
{
	uint32_t cp;

	if (grade_read(&class_name) == 0)
		return 0;
	if (*class_name == '-') {
		class_name++;
		return *class_name >= '0' && *class_name <= '9' ? *class_name - '0' + 1 : 0;
	}
	utf8_decode(class_name, &cp);
	if (!letter_is(cp))
		return 0;
	cp = utf8_upper(cp);
	if (cp == CYRILLIC_YO)
		return 64 + 2 * 5 + 1; /* behind Е, the sixth */
	if (cp >= CYRILLIC_A && cp < CYRILLIC_A + 32)
		return 64 + 2 * (int)(cp - CYRILLIC_A);
	return 256 + (int)(cp % 2048);
}

static bool letters_agree(const char *a, const char *b)
{
	int letter_a = class_letter(a), letter_b = class_letter(b);

	return letter_a == 0 || letter_b == 0 || letter_a == letter_b;
}

bool class_same(const char *a, const char *b)
{
	int grade = class_grade(a);

	if (grade == 0)
		return strcmp(a, b) == 0;
	return class_grade(b) == grade && letters_agree(a, b);
}

bool class_next(const char *a, const char *b)
{
	int grade = class_grade(a);

	return grade != 0 && class_grade(b) == grade + 1 && letters_agree(a, b);
}

int class_order(const char *class_name)
{
	return class_grade(class_name) * ORDER_GRADE + class_letter(class_name);
}
