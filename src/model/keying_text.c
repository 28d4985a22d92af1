/* The text of a sheet that is being typed: a word a line, texts in one line each. */
#include <stdio.h>
#include <string.h>

#include "keying_private.h"
#include "nastavnik/base/str.h"

/* Line ends of a text as "\n", a backslash as "\\". */
static const char *text_quote(struct arena *a, const char *text)
{
	char *out = arena_alloc(a, 2 * strlen(text) + 1), *to = out;

	for (; *text; text++) {
		if (*text == '\n' || *text == '\\')
			*to++ = '\\';
		*to++ = *text == '\n' ? 'n' : *text;
	}
	*to = '\0';
	return out;
}

static const char *text_unquote(struct arena *a, const char *text, size_t n)
{
	char *out = arena_alloc(a, n + 1), *to = out;

	for (size_t i = 0; i < n; i++) {
		if (text[i] == '\\' && i + 1 < n)
			*to++ = text[++i] == 'n' ? '\n' : text[i];
		else
			*to++ = text[i];
	}
	*to = '\0';
	return out;
}

static void answer_text(struct arena *a, struct str *text, const char *word, const struct answer *w)
{
	if (w->status == ANSWER_GIVEN || w->status == ANSWER_NONE)
		str_printf(text, "%s %lld %lld %lld %lld %s\n", word, (long long)w->item,
			   (long long)w->status, (long long)w->value, (long long)w->doubt,
			   text_quote(a, w->words));
}

static void head_text(struct arena *a, struct str *text, const struct keying *k)
{
	const struct sheet *h = &k->sheet;
	int64_t at = k->at < k->items->n ? k->items->row[k->at].head.id : 0;

	str_printf(text, "survey %lld\nof %lld %lld %lld %lld %lld\ntyped %lld %lld\nat %lld\n",
		   (long long)h->survey, (long long)h->participation, (long long)h->event,
		   (long long)h->batch, (long long)h->number, (long long)h->filled_on,
		   (long long)h->seconds, (long long)h->keys, (long long)at);
	str_printf(text, "note %s\nline %s\n", text_quote(a, h->note), text_quote(a, k->line));
}

const char *keying_text(struct arena *a, const struct keying *k)
{
	struct str text = { 0 };
	const char *out;

	head_text(a, &text, k);
	for (size_t i = 0; i < k->items->n; i++) {
		answer_text(a, &text, "answer", &k->now[i]);
		answer_text(a, &text, "kept", &k->kept[i]);
		if (!k->differ[i].taken)
			continue;
		answer_text(a, &text, "second", &k->differ[i].second);
		str_printf(&text, "taken %lld %lld\n", (long long)k->items->row[i].head.id,
			   (long long)k->differ[i].taken);
	}
	out = arena_strdup(a, str_text(&text));
	str_done(&text);
	return out;
}

/* Behind the word with which a line begins; NULL: it begins otherwise. */
static const char *line_of(const char *line, const char *word)
{
	size_t n = strlen(word);

	return strncmp(line, word, n) == 0 && line[n] == ' ' ? line + n + 1 : NULL;
}

static const char *line_next(const char *line)
{
	line += strcspn(line, "\n");
	return *line ? line + 1 : line;
}

/* The first line that begins with the word; "": there is none. */
static const char *line_find(const char *text, const char *word)
{
	for (; *text; text = line_next(text))
		if (line_of(text, word))
			return line_of(text, word);
	return "";
}

static const char *line_text(struct arena *a, const char *line)
{
	return text_unquote(a, line, strcspn(line, "\n"));
}

int64_t keying_survey(const char *text)
{
	long long id = 0;

	return sscanf(text, "survey %lld", &id) == 1 ? id : 0;
}

bool keying_head(struct arena *a, const char *text, struct sheet *sheet)
{
	long long n[8] = { 0 };

	if (!keying_survey(text) || sscanf(line_find(text, "of"), "%lld %lld %lld %lld %lld", &n[0],
					   &n[1], &n[2], &n[3], &n[4]) != 5)
		return false;
	(void)!sscanf(line_find(text, "typed"), "%lld %lld", &n[5], &n[6]);
	*sheet = (struct sheet){ .survey = keying_survey(text),
				 .participation = n[0],
				 .event = n[1],
				 .batch = n[2],
				 .number = n[3],
				 .filled_on = n[4],
				 .seconds = n[5],
				 .keys = n[6],
				 .note = line_text(a, line_find(text, "note")),
				 .entered_by = "",
				 .checked_by = "",
				 .source = "" };
	return true;
}

static size_t item_place(const struct keying *k, int64_t id)
{
	size_t i = 0;

	while (i < k->items->n && k->items->row[i].head.id != id)
		i++;
	return i;
}

/* An answer of such a line, and at which item. */
static bool answer_read(const struct keying *k, const char *line, size_t *i, struct answer *out)
{
	long long item, status, value, doubt;
	int n = 0;

	if (!line || sscanf(line, "%lld %lld %lld %lld%n", &item, &status, &value, &doubt, &n) != 4)
		return false;
	*i = item_place(k, item);
	if (*i == k->items->n || (status != ANSWER_GIVEN && status != ANSWER_NONE))
		return false;
	line += n;
	*out = (struct answer){ .item = item,
				.status = status,
				.value = value,
				.doubt = doubt,
				.words = line_text(k->arena, line + (*line == ' ')) };
	return answer_check(&k->items->row[*i], out) == RC_OK;
}

static void line_resume(struct keying *k, const char *line)
{
	struct answer answer;
	long long item, taken;
	size_t i;

	if (answer_read(k, line_of(line, "answer"), &i, &answer)) {
		k->now[i] = answer;
	} else if (answer_read(k, line_of(line, "kept"), &i, &answer)) {
		k->kept[i] = answer;
	} else if (answer_read(k, line_of(line, "second"), &i, &answer)) {
		k->differ[i].second = answer;
	} else if (sscanf(line, "taken %lld %lld", &item, &taken) == 2 && taken >= 1 &&
		   taken <= 3) {
		i = item_place(k, item);
		if (i < k->items->n)
			k->differ[i].taken = taken;
	}
}

void keying_resume(struct keying *k, const char *text)
{
	size_t cleared, which;
	long long at = 0;

	for (const char *line = text; *line; line = line_next(line))
		line_resume(k, line);
	keying_settle(k, &cleared, &which);
	(void)!sscanf(line_find(text, "at"), "%lld", &at);
	k->at = item_place(k, at);
	k->line = line_text(k->arena, line_find(text, "line"));
	k->changed = true;
}

size_t keying_answers(const char *text)
{
	size_t n = 0;

	for (; *text; text = line_next(text))
		n += line_of(text, "answer") != NULL;
	return n;
}
