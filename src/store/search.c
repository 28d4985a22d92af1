#include "search.h"

#include <string.h>

#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"

enum { WORDS = 8, TEXTS = 4, WHOLE_SIZE = 4096 };

struct word {
	const char *fold;
	const char *as_class; /* «7b» is «7в» too; NULL */
};

struct words {
	struct word word[WORDS];
	size_t n;
};

struct search {
	struct words typed, twin;
};

static void add_word(struct arena *a, struct words *words, const char *word)
{
	char class_name[CLASS_SIZE];
	struct word *w = &words->word[words->n++];

	w->fold = word;
	if (class_normal(word, class_name))
		w->as_class = utf8_fold(a, class_name);
}

static void split(struct arena *a, struct words *words, const char *text)
{
	char *fold = utf8_fold(a, text), *rest = fold;

	for (char *word; words->n < WORDS && (word = strsep(&rest, " "));)
		if (*word)
			add_word(a, words, word);
}

struct search *search_new(struct arena *a, const char *filter)
{
	struct search *s;

	if (!filter)
		return NULL;
	s = ARENA_NEW(a, struct search, 1);
	split(a, &s->typed, filter);
	split(a, &s->twin, utf8_other_layout(a, filter));
	return s->typed.n ? s : NULL;
}

static bool word_found(const struct word *w, const char *const *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strstr(text[i], w->fold) || (w->as_class && strstr(text[i], w->as_class)))
			return true;
	return false;
}

static bool all_found(const struct words *words, const char *const *text, size_t n)
{
	for (size_t i = 0; i < words->n; i++)
		if (!word_found(&words->word[i], text, n))
			return false;
	return words->n > 0;
}

bool search_found(const struct search *s, const char *text)
{
	return all_found(&s->typed, &text, 1) || all_found(&s->twin, &text, 1);
}

static bool words_begin(const struct words *words, const char *text)
{
	return words->n > 0 && strncmp(text, words->word[0].fold, strlen(words->word[0].fold)) == 0;
}

bool search_begins(const struct search *s, const char *text)
{
	return words_begin(&s->typed, text) || words_begin(&s->twin, text);
}

static void sql_begins(sqlite3_context *context, int argc, sqlite3_value **argv)
{
	const struct search *s = sqlite3_value_pointer(argv[1], SEARCH_POINTER);
	const char *text = (const char *)sqlite3_value_text(argv[0]);

	(void)argc;
	sqlite3_result_int(context, s && text && search_begins(s, text));
}

/* found(folded text, …, search): is every word in one of the texts? */
static void sql_found(sqlite3_context *context, int argc, sqlite3_value **argv)
{
	const struct search *s = sqlite3_value_pointer(argv[argc - 1], SEARCH_POINTER);
	const char *text[TEXTS];
	size_t n = 0;

	for (int i = 0; i < argc - 1 && n < TEXTS; i++) {
		const char *value = (const char *)sqlite3_value_text(argv[i]);

		if (value)
			text[n++] = value;
	}
	sqlite3_result_int(context,
			   s && (all_found(&s->typed, text, n) || all_found(&s->twin, text, n)));
}

typedef size_t key_function(const char *text, char *buf, size_t size);

static void sql_key(sqlite3_context *context, sqlite3_value **argv, key_function *key)
{
	const char *text = (const char *)sqlite3_value_text(argv[0]);
	char buf[KEY_SIZE];

	if (text)
		sqlite3_result_text(context, buf, (int)key(text, buf, sizeof(buf)),
				    SQLITE_TRANSIENT);
}

static void sql_fold(sqlite3_context *context, int argc, sqlite3_value **argv)
{
	(void)argc;
	sql_key(context, argv, utf8_fold_into);
}

static void sql_sort_key(sqlite3_context *context, int argc, sqlite3_value **argv)
{
	(void)argc;
	sql_key(context, argv, utf8_sort_key_into);
}

void search_register(sqlite3 *db)
{
	int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;

	/* Fails only without memory; then the first query that needs one says so. */
	sqlite3_create_function_v2(db, "found", -1, flags, NULL, sql_found, NULL, NULL, NULL);
	sqlite3_create_function_v2(db, "begins", 2, flags, NULL, sql_begins, NULL, NULL, NULL);
	sqlite3_create_function_v2(db, "fold", 1, flags, NULL, sql_fold, NULL, NULL, NULL);
	sqlite3_create_function_v2(db, "sort_key", 1, flags, NULL, sql_sort_key, NULL, NULL, NULL);
}

static char *append(char *at, const char *end, const char *text)
{
	size_t n = strlen(text), room = (size_t)(end - at);

	if (n > room)
		n = room;
	memcpy(at, text, n);
	return at + n;
}

size_t name_key_into(const struct person *p, char buf[KEY_SIZE])
{
	char whole[WHOLE_SIZE], *at = whole;
	const char *end = whole + WHOLE_SIZE - 3; /* two spaces and the NUL */

	at = append(at, end, p->family);
	*at++ = ' ';
	at = append(at, end + 1, p->given ? p->given : "");
	*at++ = ' ';
	at = append(at, end + 2, p->patronymic ? p->patronymic : "");
	*at = '\0';
	return utf8_sort_key_into(whole, buf, KEY_SIZE);
}

size_t class_key_into(const char *class_name, const char *position, char buf[KEY_SIZE])
{
	int grade = class_grade(class_name);

	if (!grade) {
		/* Behind all classes: what the list shows in the class's place. */
		buf[0] = '~';
		return 1 +
		       utf8_fold_into(class_name[0] ? class_name : position, buf + 1, KEY_SIZE - 1);
	}
	buf[0] = (char)('0' + grade / 10);
	buf[1] = (char)('0' + grade % 10);
	class_name += strspn(class_name, "0123456789");
	return 2 + utf8_fold_into(class_name, buf + 2, KEY_SIZE - 2);
}
