#include "name_words.h"

#include <string.h>

#include "nastavnik/base/utf8.h"

static void words_add(struct arena *a, const char *text, struct name_words *words)
{
	char *save, *name = utf8_fold(a, text);

	for (char *word = strtok_r(name, " .\u00a0", &save); word && words->n < NAME_WORDS;
	     word = strtok_r(NULL, " .\u00a0", &save))
		words->word[words->n++] = word;
}

struct name_words name_words_of(struct arena *a, const struct person *p)
{
	struct name_words words = { .n = 0 };

	words_add(a, p->family, &words);
	words.family = words.n;
	words_add(a, p->given, &words);
	words_add(a, p->patronymic, &words);
	class_normal(p->class_name, words.class_name);
	return words;
}

void name_words_take(struct arena *a, const char *text, struct name_words *words)
{
	char *name = arena_strdup(a, text);
	size_t end = strcspn(name, "(,");

	*words = (struct name_words){ .n = 0 };
	if (name[end]) {
		char *behind = name + end + 1;

		behind[strcspn(behind, ")")] = '\0';
		class_normal(behind, words->class_name);
		name[end] = '\0';
	}
	words_add(a, name, words);
}

/* A whole word, or its first letter. */
static bool word_fits(const char *word, const char *name)
{
	return !strcmp(word, name) || (utf8_count(word) == 1 && !strncmp(word, name, strlen(word)));
}

/* Does the text's word at (i + from) % n stand for the i-th word of the name, for all of them? */
static bool words_fit(const struct name_words *words, const struct name_words *name, size_t from)
{
	if (words->n > name->n || words->n < name->family)
		return false;
	for (size_t i = 0; i < words->n; i++) {
		const char *word = words->word[(i + from) % words->n];

		if (i < name->family ? strcmp(word, name->word[i]) != 0
				     : !word_fits(word, name->word[i]))
			return false;
	}
	return true;
}

bool name_words_fit(const struct name_words *words, const struct name_words *name)
{
	if (!words->n)
		return true;
	if (*words->class_name && strcmp(words->class_name, name->class_name) != 0)
		return false;
	return words_fit(words, name, 0) ||
	       words_fit(words, name, words->n - (name->family < words->n ? name->family : 0));
}
