/* What people write in questionnaires about age and time, to numbers. */
#include <stdlib.h>
#include <string.h>

#include "letters.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/participant.h"

enum {
	FOLD_SIZE = 256,
	TOKENS_MAX = 40,
	GRADE_MAX = 11,
	GRADE_ALONE_MAX = 9,
	AGE_OF_GRADE = 6, /* class g is g + 6 to g + 7 years old */
	AGE_FIRST = 5,
	AGE_LAST = 99,
	AGE_ADULT = 18,
};

/* A number (times 10), a word, or a dash. */
struct token {
	int tenths; /* -1: a word */
	const char *word;
	bool dash;
};

struct tokens {
	char words[FOLD_SIZE + TOKENS_MAX]; /* the words, a NUL behind each */
	struct token row[TOKENS_MAX];
	size_t n;
};

/* Reads «12», «1,5», «1.5» as tenths; a comma or dot counts only before one digit. */
static const char *number_read(const char *p, int *tenths)
{
	char *end;
	long whole = strtol(p, &end, 10);

	p = end;
	*tenths = whole > 9999 ? 99990 : (int)whole * 10;
	if ((*p == ',' || *p == '.') && p[1] >= '0' && p[1] <= '9') {
		*tenths += p[1] - '0';
		for (p++; *p >= '0' && *p <= '9'; p++)
			;
	}
	return p;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Bytes of the letter at p; 0 when there is none. */
static size_t letter_len(const char *p)
{
	uint32_t cp;
	size_t n = utf8_decode(p, &cp);

	return n != 0 && letter_is(cp) ? n : 0;
}

static const char *word_read(const char *p, char **out)
{
	for (size_t n; (n = letter_len(p)) != 0; p += n)
		*out = mempcpy(*out, p, n);
	*(*out)++ = '\0';
	return p;
}

static void tokens_read(struct tokens *t, const char *text)
{
	char fold[FOLD_SIZE], *out = t->words;

	utf8_fold_into(text, fold, sizeof(fold));
	t->n = 0;
	for (const char *p = fold; *p != '\0' && t->n < TOKENS_MAX;) {
		struct token token = { .tenths = -1, .word = "" };

		if (is_digit(*p)) {
			p = number_read(p, &token.tenths);
		} else if (letter_len(p) != 0) {
			token.word = out;
			p = word_read(p, &out);
		} else {
			token.dash = *p == '-';
			token.word = *p == '+' ? "+" : "";
			if (*p++ != '+' && !token.dash)
				continue;
		}
		t->row[t->n++] = token;
	}
}

static bool begins(const char *word, const char *stem)
{
	return strncmp(word, stem, strlen(stem)) == 0;
}

static bool any_begins(const struct tokens *t, const char *stem)
{
	for (size_t i = 0; i < t->n; i++)
		if (begins(t->row[i].word, stem))
			return true;
	return false;
}

struct range {
	int64_t from, to;
};

static const struct {
	const char *stem;
	struct range age;
} age_words[] = {
	{ "любо", { FIELD_NOTHING, FIELD_NOTHING } },
	{ "любы", { FIELD_NOTHING, FIELD_NOTHING } },
	{ "люба", { FIELD_NOTHING, FIELD_NOTHING } },
	{ "все", { FIELD_NOTHING, FIELD_NOTHING } },
	{ "всем", { FIELD_NOTHING, FIELD_NOTHING } },
	{ "неважно", { FIELD_NOTHING, FIELD_NOTHING } },
	{ "важно", { FIELD_NOTHING, FIELD_NOTHING } },
	{ "значени", { FIELD_NOTHING, FIELD_NOTHING } },
	{ "разниц", { FIELD_NOTHING, FIELD_NOTHING } },
	{ "ограничен", { FIELD_NOTHING, FIELD_NOTHING } },
	{ "предпочтен", { FIELD_NOTHING, FIELD_NOTHING } },
	{ "старшекласс", { 16, 18 } },
	{ "старш", { 16, 18 } },
	{ "младшекласс", { 7, 11 } },
	{ "младш", { 7, 11 } },
	{ "начальн", { 7, 11 } },
	{ "подрост", { 11, 16 } },
	{ "средн", { 11, 16 } },
	{ "взросл", { AGE_ADULT, FIELD_NOTHING } },
	{ "педагог", { AGE_ADULT, FIELD_NOTHING } },
	{ "учител", { AGE_ADULT, FIELD_NOTHING } },
	{ "студент", { AGE_ADULT, 23 } },
};

/* «старшеклассники», «начальная школа», «любой», for texts without a number. */
static bool age_by_words(const struct tokens *t, struct range *age)
{
	for (size_t w = 0; w < sizeof(age_words) / sizeof(age_words[0]); w++) {
		if (any_begins(t, age_words[w].stem)) {
			*age = age_words[w].age;
			return true;
		}
	}
	return false;
}

enum unit { UNIT_NONE, UNIT_YEARS, UNIT_CLASSES };

static enum unit unit_of(const struct token *token)
{
	if (begins(token->word, "лет") || begins(token->word, "год"))
		return UNIT_YEARS;
	if (begins(token->word, "класс") || strcmp(token->word, "кл") == 0)
		return UNIT_CLASSES;
	return UNIT_NONE;
}

/* What the words in front of a number say of the range's open side. */
struct bounds {
	bool from, to;     /* «от», «старше»; «до», «младше» */
	bool above, below; /* «старше 12» begins at 13 */
	bool not ;         /* «не старше» turns the sides */
};

static void bounds_word(struct bounds *b, const char *word, bool before_range)
{
	if (strcmp(word, "не") == 0) {
		b->not = true;
	} else if (strcmp(word, "от") == 0 || strcmp(word, "с") == 0 || strcmp(word, "+") == 0) {
		b->from = true;
	} else if (strcmp(word, "до") == 0) {
		b->to = true;
	} else if (strcmp(word, "по") == 0) {
		b->to = !before_range;
	} else if (begins(word, "старше") || begins(word, "больше")) {
		b->from = !b->not ;
		b->above = !b->not ;
		b->to = b->to || b->not ;
	} else if (begins(word, "младше") || begins(word, "меньше") || begins(word, "моложе")) {
		b->to = !b->not ;
		b->below = !b->not ;
		b->from = b->from || b->not ;
	} else if (strcmp(word, "более") == 0) {
		b->to = b->to || b->not ;
	} else if (strcmp(word, "менее") == 0) {
		b->from = b->from || b->not ;
	}
}

struct numbers {
	int64_t low, high;
	size_t n;
	enum unit unit;
	struct bounds bounds;
};

static bool says_both_units(const struct tokens *t)
{
	return (any_begins(t, "лет") || any_begins(t, "год")) && any_begins(t, "класс");
}

/* Does a token behind a unit carry on the list of numbers: «5 класс – 7 класс», «7 класс, 8 класс»?
 * In «10–14 лет, 2 человека» it does not. */
static bool carries_on(const struct token *token, enum unit unit)
{
	return (token->tenths >= 0 && unit == UNIT_CLASSES) || token->dash ||
	       strcmp(token->word, "до") == 0 || strcmp(token->word, "по") == 0 ||
	       strcmp(token->word, "и") == 0;
}

/* Numbers and words up to the end of the list that has the first unit; in «10–14 лет (4–8 класс)»
 * the classes only repeat the ages. */
static void numbers_read(const struct tokens *t, struct numbers *out)
{
	bool both = says_both_units(t);

	*out = (struct numbers){ .low = INT64_MAX };
	for (size_t i = 0; i < t->n; i++) {
		const struct token *token = &t->row[i];
		enum unit unit = unit_of(token);

		if (token->tenths >= 0) {
			int64_t value = token->tenths / 10;

			out->low = value < out->low ? value : out->low;
			out->high = value > out->high ? value : out->high;
			out->n++;
		} else if (unit == UNIT_NONE) {
			bounds_word(&out->bounds, token->word, out->n == 0);
		} else {
			out->unit = unit;
			if (out->n > 0 && (both || i + 1 == t->n || !carries_on(token + 1, unit)))
				return;
		}
	}
}

/* Classes are meant where it is said; where nothing is said, «5-7» and «9-11» are classes, but «от
 * 10» is the age at which the programme begins. */
static bool numbers_are_classes(const struct numbers *n)
{
	if (n->unit == UNIT_NONE)
		return n->high <= (n->n > 1 ? GRADE_MAX : GRADE_ALONE_MAX);
	return n->unit == UNIT_CLASSES;
}

static bool range_of(const struct numbers *n, struct range *age)
{
	bool classes = numbers_are_classes(n);
	int64_t first = classes ? 1 : AGE_FIRST, last = classes ? 12 : AGE_LAST;
	int64_t low = n->low + (n->bounds.above ? 1 : 0),
		high = n->high - (n->bounds.below ? 1 : 0);

	if (n->low < first || n->high > last)
		return false;
	age->from = low + (classes ? AGE_OF_GRADE : 0);
	age->to = high + (classes ? AGE_OF_GRADE + 1 : 0);
	if (n->n == 1 && n->bounds.from && !n->bounds.to)
		age->to = FIELD_NOTHING;
	else if (n->n == 1 && n->bounds.to && !n->bounds.from)
		age->from = FIELD_NOTHING;
	return true;
}

bool age_range_parse(const char *text, int64_t *from, int64_t *to)
{
	struct tokens tokens;
	struct numbers numbers;
	struct range age;

	tokens_read(&tokens, text);
	numbers_read(&tokens, &numbers);
	if (numbers.n > 0 ? !range_of(&numbers, &age) : !age_by_words(&tokens, &age))
		return false;
	*from = age.from;
	*to = age.to;
	return true;
}

char *age_range_show(struct arena *a, int64_t from, int64_t to)
{
	if (from == FIELD_NOTHING && to == FIELD_NOTHING)
		return arena_strdup(a, "");
	if (to == FIELD_NOTHING)
		return arena_printf(a,
				    ngettext("from %d year", "from %d years", (unsigned long)from),
				    (int)from);
	if (from == FIELD_NOTHING)
		return arena_printf(
			a, ngettext("up to %d year", "up to %d years", (unsigned long)to), (int)to);
	if (from == to)
		return arena_printf(a, ngettext("%d year", "%d years", (unsigned long)to), (int)to);
	return arena_printf(a, ngettext("%d–%d year", "%d–%d years", (unsigned long)to), (int)from,
			    (int)to);
}

/* Number words, in tenths. */
static const struct {
	const char *stem;
	int tenths;
} number_words[] = {
	{ "полтор", 15 }, { "один", 10 },   { "одн", 10 },  { "два", 20 },  { "две", 20 },
	{ "двух", 20 },   { "дважды", 20 }, { "три", 30 },  { "трех", 30 }, { "четыр", 40 },
	{ "пять", 50 },   { "пяти", 50 },   { "шест", 60 }, { "семь", 70 }, { "восем", 80 },
	{ "десят", 100 }, { "пару", 20 },   { "пара", 20 },
};

static int number_of_word(const char *word)
{
	for (size_t i = 0; i < sizeof(number_words) / sizeof(number_words[0]); i++)
		if (begins(word, number_words[i].stem))
			return number_words[i].tenths;
	return -1;
}

enum {
	HOUR = 60,
	HALF_HOUR = 30,
	LESSON = 45,
	SCHOOL_DAYS = 5,
	WEEKS_A_MONTH = 4,
	HOURS_BARE_MAX = 20,    /* a bare number above it is minutes, */
	MINUTES_BARE_MAX = 300, /* and one above that says nothing */
	HOURS_MAX = 400,        /* tenths, as the field has it */
};

/* What a phrase about time has said so far. */
struct span {
	int pending; /* tenths of a number without its unit yet; -1: none */
	bool dash;   /* a dash stands behind it */
	int minutes; /* of one time */
	int times;   /* tenths: «2 раза» */
	int weeks;   /* tenths: «в 2 недели», «в месяц» */
	bool daily;
};

static void span_number(struct span *s, int tenths)
{
	s->pending = s->pending >= 0 && s->dash ? (s->pending + tenths) / 2 : tenths;
	s->dash = false;
}

static int span_take(struct span *s, int otherwise)
{
	int tenths = s->pending >= 0 ? s->pending : otherwise;

	s->pending = -1;
	s->dash = false;
	return tenths;
}

static bool is_hour(const char *word)
{
	return strcmp(word, "ч") == 0 || strcmp(word, "час") == 0 || strcmp(word, "часа") == 0 ||
	       strcmp(word, "часу") == 0 || strcmp(word, "часов") == 0 ||
	       strcmp(word, "часам") == 0 || strcmp(word, "часик") == 0;
}

static void span_word(struct span *s, const char *word)
{
	int number = number_of_word(word);

	if (number >= 0)
		span_number(s, number);
	else if (is_hour(word))
		s->minutes += span_take(s, 10) * HOUR / 10;
	else if (begins(word, "получас") || begins(word, "полчас"))
		s->minutes += span_take(s, 10) * HALF_HOUR / 10;
	else if (begins(word, "мин"))
		s->minutes += span_take(s, 0) / 10;
	else if (begins(word, "урок") || begins(word, "заняти"))
		s->minutes += span_take(s, 10) * LESSON / 10;
	else if (begins(word, "раз"))
		s->times = span_take(s, 10);
	else if (begins(word, "недел"))
		s->weeks = span_take(s, s->weeks);
	else if (begins(word, "месяц"))
		s->weeks = span_take(s, 10) * WEEKS_A_MONTH;
	else if (begins(word, "ежедн") || begins(word, "каждый"))
		s->daily = true;
	else if (strcmp(word, "день") == 0 && s->pending < 0)
		s->daily = true;
	else if (strcmp(word, "дня") == 0 || strcmp(word, "дней") == 0)
		s->times = span_take(s, 10);
}

/* Tenths of an hour a week; a bare number at the end is hours, or minutes when it is large. */
static long long span_hours(struct span *s)
{
	long long minutes;

	if (s->minutes == 0 && s->pending > 0 && s->pending <= MINUTES_BARE_MAX * 10)
		s->minutes =
			s->pending > HOURS_BARE_MAX * 10 ? s->pending / 10 : s->pending * HOUR / 10;
	if (s->weeks <= 0)
		return 0;
	minutes = (long long)s->minutes * s->times * (s->daily ? SCHOOL_DAYS : 1);
	/* minutes × times/10 ÷ (weeks/10) ÷ 6, rounded */
	return (minutes + 3LL * s->weeks) / (6LL * s->weeks);
}

bool hours_parse(const char *text, int64_t *hours)
{
	struct tokens tokens;
	struct span span = { .pending = -1, .times = 10, .weeks = 10 };
	long long tenths;

	tokens_read(&tokens, text);
	for (size_t i = 0; i < tokens.n; i++) {
		const struct token *token = &tokens.row[i];

		if (token->tenths >= 0)
			span_number(&span, token->tenths);
		else if (token->dash)
			span.dash = span.pending >= 0;
		else
			span_word(&span, token->word);
	}
	tenths = span_hours(&span);
	if (tenths < 1 || tenths > HOURS_MAX)
		return false;
	*hours = tenths;
	return true;
}
