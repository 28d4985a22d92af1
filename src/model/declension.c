#include "nastavnik/model/declension.h"

#include <string.h>

#include "declension.h"
#include "letters.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"

static const char *const vowels = "аеиоуыэюя";

/* The correction */

#define FIELD(member, ...)                                                                 \
	{                                                                                  \
		.name = #member, .offset = offsetof(struct name_case, member), __VA_ARGS__ \
	}

enum { NAME_MAX = 200 };

static const struct field rows[] = {
	FIELD(gender, .label = N_("He or she"), .kind = FIELD_CHOICE, .choices = "gender",
	      .hint = N_("Leave it empty when the name tells it.")),
	FIELD(genitive, .label = N_("Genitive (of whom)"), .kind = FIELD_TEXT, .max = NAME_MAX,
	      .hint = N_("The whole name. Empty: as the program proposes.")),
	FIELD(dative, .label = N_("Dative (to whom)"), .kind = FIELD_TEXT, .max = NAME_MAX,
	      .hint = N_("The whole name. Empty: as the program proposes.")),
	FIELD(accusative, .label = N_("Accusative (whom)"), .kind = FIELD_TEXT, .max = NAME_MAX,
	      .hint = N_("The whole name. Empty: as the program proposes.")),
	FIELD(instrumental, .label = N_("Instrumental (by whom)"), .kind = FIELD_TEXT,
	      .max = NAME_MAX, .hint = N_("The whole name. Empty: as the program proposes.")),
};

const struct fields name_case_fields = FIELD_TABLE(rows);

record_words gender_words = { N_("he"), N_("she"), NULL };

void name_case_init(struct name_case *own, int64_t person)
{
	*own = (struct name_case){
		.person = person, .genitive = "", .dative = "", .accusative = "", .instrumental = ""
	};
}

bool name_case_says(const struct name_case *own)
{
	return own->gender != GENDER_UNKNOWN || *own->genitive || *own->dative ||
	       *own->accusative || *own->instrumental;
}

/* One word */

static int vowels_count(const char *folded)
{
	char letter[UTF8_MAX + 1] = "";
	int n = 0;
	uint32_t cp;
	size_t len;

	for (; (len = utf8_decode(folded, &cp)) != 0; folded += len) {
		letter[utf8_encode(cp, letter)] = '\0';
		n += strstr(vowels, letter) != NULL;
	}
	return n;
}

static bool rule_fits(const struct name_rule *rule, const char *folded, int who, bool first)
{
	size_t n = strlen(folded), k = strlen(rule->ending);

	if (!(rule->who & who) || k > n || strcmp(folded + n - k, rule->ending) != 0)
		return false;
	if ((rule->needs & RULE_WHOLE && n != k) || (rule->needs & RULE_FIRST && !first))
		return false;
	if (rule->needs & (RULE_SHORT | RULE_LONG))
		return (vowels_count(folded) > 1) == ((rule->needs & RULE_LONG) != 0);
	return true;
}

static const struct name_rule *rule_find(const struct name_rules *rules, const char *folded,
					 int who, bool first)
{
	for (size_t i = 0; i < rules->n; i++) {
		if (rule_fits(&rules->row[i], folded, who, first))
			return &rules->row[i];
	}
	return NULL;
}

/* Does the word shout? «ИВАНОВ» gets «А». */
static bool is_upper(const char *word)
{
	uint32_t cp = 0;
	size_t last = strlen(word);

	last = utf8_prev(word, last);
	utf8_decode(word + last, &cp);
	return last > 0 && utf8_lower(cp) != cp;
}

static void ending_add(struct str *out, const char *ending, bool upper)
{
	char letter[UTF8_MAX + 1];
	uint32_t cp;
	size_t len;

	for (; (len = utf8_decode(ending, &cp)) != 0; ending += len) {
		letter[utf8_encode(upper ? utf8_upper(cp) : cp, letter)] = '\0';
		str_add(out, letter);
	}
}

/* A word on its way into a case. */
struct declining {
	struct arena *arena;
	const struct name_rules *rules;
	int who; /* NAME_* */
	enum noun_case to;
	struct str *out;
};

static void word_decline(const struct declining *d, const char *word, bool first)
{
	const struct name_rule *rule =
		rule_find(d->rules, utf8_fold(d->arena, word), d->who, first);
	size_t keep = strlen(word);

	if (!rule || !rule->form[0] || utf8_count(word) < 2) {
		str_add(d->out, word);
		return;
	}
	for (int i = 0; i < rule->cut; i++)
		keep = utf8_prev(word, keep);
	str_add_n(d->out, word, keep);
	ending_add(d->out, rule->form[d->to - CASE_GENITIVE], is_upper(word));
}

/* A part of the name */

static bool is_word(uint32_t cp)
{
	return letter_is(cp) || letter_is_apostrophe(cp);
}

/* Particles are written small: «фон Мекк», «де ла Крус». */
static bool is_particle(const char *word)
{
	uint32_t cp = 0;

	utf8_decode(word, &cp);
	return utf8_upper(cp) != cp;
}

/* Each of several words by itself: «Римского-Корсакова», «Анны-Марии». */
static void part_decline(const struct declining *d, const char *part)
{
	while (*part) {
		uint32_t cp;
		size_t n = 0, len;

		while ((len = utf8_decode(part + n, &cp)) != 0 && is_word(cp))
			n += len;
		const char *word = arena_strndup(d->arena, part, n);
		if (n && !is_particle(word) && part[n] != '.')
			word_decline(d, word, part[n] == '-');
		else
			str_add(d->out, word);
		part += n;
		if (!n) {
			str_add_n(d->out, part, len);
			part += len;
		}
	}
}

/* He or she */

static bool ends_in(const char *folded, const char *const *ending)
{
	size_t n = strlen(folded);

	for (; *ending; ending++) {
		size_t k = strlen(*ending);

		if (n >= k && strcmp(folded + n - k, *ending) == 0)
			return true;
	}
	return false;
}

static enum gender gender_by_ending(const char *folded, const char *const *he,
				    const char *const *she)
{
	if (ends_in(folded, he))
		return GENDER_HE;
	return ends_in(folded, she) ? GENDER_SHE : GENDER_UNKNOWN;
}

static enum gender gender_of_patronymic(const char *folded)
{
	static const char *const he[] = { "ич",   "оглы", "оглу", "огли", "углы",
					  "угли", "уулу", "улуу", "улы",  NULL };
	static const char *const she[] = {
		"вна", "чна", "шна", "кызы", "кизи", "гызы", "кыз", NULL
	};

	return gender_by_ending(folded, he, she);
}

static enum gender gender_of_given(const char *folded)
{
	static const char *const she[] = { "а", "я", NULL };
	static const char *const he[] = { "б", "в", "г", "д", "ж", "з", "й", "к",
					  "л", "м", "н", "п", "р", "с", "т", "ф",
					  "х", "ц", "ч", "ш", "щ", "ь", NULL };
	int known = given_exception(folded);

	if (known)
		return known == NAME_HE    ? GENDER_HE
		       : known == NAME_SHE ? GENDER_SHE
					   : GENDER_UNKNOWN;
	return utf8_count(folded) < 2 ? GENDER_UNKNOWN : gender_by_ending(folded, he, she);
}

static enum gender gender_of_family(const char *folded)
{
	static const char *const he[] = { "ов", "ев", "ин", "ын", "ий", "ый", "ой", NULL };
	static const char *const she[] = { "ова", "ева", "ина", "ына", "ая", NULL };

	return gender_by_ending(folded, he, she);
}

/* The first word: «Анна-Мария», «Тхи Минь». */
static const char *first_word(struct arena *a, const char *folded)
{
	return arena_strndup(a, folded, strcspn(folded, " -."));
}

enum gender person_gender(struct arena *a, const struct person *p)
{
	enum gender gender = gender_of_patronymic(utf8_fold(a, p->patronymic));

	if (gender == GENDER_UNKNOWN)
		gender = gender_of_given(first_word(a, utf8_fold(a, p->given)));
	if (gender == GENDER_UNKNOWN)
		gender = gender_of_family(utf8_fold(a, p->family));
	return gender;
}

/* The whole name */

static const char *name_decline(struct arena *a, const struct person *p, enum gender gender,
				enum noun_case to)
{
	const struct {
		const char *text;
		const struct name_rules *rules;
	} part[] = { { p->family, &family_rules },
		     { p->given, &given_rules },
		     { p->patronymic, &patronymic_rules } };
	struct str out = { 0 };
	const char *text;

	for (size_t i = 0; i < sizeof(part) / sizeof(part[0]); i++) {
		if (!*part[i].text)
			continue;
		if (out.len)
			str_add_char(&out, ' ');
		part_decline(&(struct declining){ .arena = a,
						  .rules = part[i].rules,
						  .who = gender == GENDER_HE ? NAME_HE : NAME_SHE,
						  .to = to,
						  .out = &out },
			     part[i].text);
	}
	text = arena_strdup(a, str_text(&out));
	str_done(&out);
	return text;
}

void person_decline(struct arena *a, const struct person *p, const struct name_case *own,
		    const char *cases[NOUN_CASES])
{
	const char *const typed[NOUN_CASES] = {
		[CASE_NOMINATIVE] = "",
		[CASE_GENITIVE] = own ? own->genitive : "",
		[CASE_DATIVE] = own ? own->dative : "",
		[CASE_ACCUSATIVE] = own ? own->accusative : "",
		[CASE_INSTRUMENTAL] = own ? own->instrumental : "",
	};
	enum gender gender = own ? (enum gender)own->gender : GENDER_UNKNOWN;

	if (gender == GENDER_UNKNOWN)
		gender = person_gender(a, p);
	cases[CASE_NOMINATIVE] = person_name(a, p);
	for (enum noun_case to = CASE_GENITIVE; to < NOUN_CASES; to++) {
		if (*typed[to])
			cases[to] = typed[to];
		else if (gender == GENDER_UNKNOWN)
			cases[to] = cases[CASE_NOMINATIVE];
		else
			cases[to] = name_decline(a, p, gender, to);
	}
}
