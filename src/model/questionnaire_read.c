/* The files of questionnaires: how one is made up stands in about.txt of the methodology. */
#include <stdlib.h>
#include <string.h>

#include "methodology_private.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/questionnaire.h"

struct reader {
	struct arena *arena;
	const char *file;
	int line;
	struct questionnaire q;
	size_t cap;
	int *lines; /* where each item begins */
	size_t lines_cap;
	const char *section;
};

static enum rc mistake(const struct reader *r, const char *what, const char *word)
{
	return methodology_mistake(r->file, r->line, what, word);
}

/* Words of the file; they are data for Russian teachers, hence not translated. */
struct word {
	const char *word;
	int64_t value;
};

static enum rc word_value(const struct reader *r, const struct word *words, const char *text,
			  int64_t *value)
{
	for (; words->word; words++) {
		if (strcmp(words->word, text) == 0) {
			*value = words->value;
			return RC_OK;
		}
	}
	return mistake(r, _("none of the words that are possible here"), text);
}

static const struct word kinds[] = { { "участников", SURVEY_PEOPLE },
				     { "карта куратора", SURVEY_CARD },
				     { "после первой встречи", SURVEY_FIT },
				     { "после события", SURVEY_EVENT },
				     { NULL, 0 } };
static const struct word roles[] = { { "наставляемые", ROLE_MENTEE },
				     { "наставники", ROLE_MENTOR },
				     { NULL, 0 } };
static const struct word waves[] = { { "входная", WAVE_BEFORE },
				     { "итоговая", WAVE_AFTER },
				     { NULL, 0 } };
static const struct word answers[] = {
	{ "шкала", ITEM_SCALE },         { "да или нет", ITEM_YESNO },
	{ "один из", ITEM_ONE },         { "несколько из", ITEM_SEVERAL },
	{ "число", ITEM_NUMBER },        { "дата", ITEM_DATE },
	{ "своими словами", ITEM_OPEN }, { NULL, 0 }
};
static const struct word yes_no[] = { { "да", 1 }, { "нет", 0 }, { NULL, 0 } };

/* «1…10» */
static enum rc range_read(const struct reader *r, const char *text, int64_t *low, int64_t *high)
{
	char *end;
	long long from = strtoll(text, &end, 10), to;
	const char *rest = end;

	if (end == text || strncmp(rest, "…", strlen("…")) != 0)
		return mistake(r, _("a range such as 1…10 is expected"), text);
	rest += strlen("…");
	to = strtoll(rest, &end, 10);
	if (end == rest || *end || from >= to || from < -ITEM_LIMIT || to > ITEM_LIMIT)
		return mistake(r, _("a range such as 1…10 is expected"), text);
	*low = from;
	*high = to;
	return RC_OK;
}

/* What stands above the questions */

static enum rc set_name(struct reader *r, char *value)
{
	r->q.survey.name = value;
	return RC_OK;
}

static enum rc set_kind(struct reader *r, char *value)
{
	return word_value(r, kinds, value, &r->q.survey.kind);
}

static enum rc set_role(struct reader *r, char *value)
{
	return word_value(r, roles, value, &r->q.survey.role);
}

static enum rc set_form(struct reader *r, char *value)
{
	r->q.form = value;
	return RC_OK;
}

static enum rc set_wave(struct reader *r, char *value)
{
	return word_value(r, waves, value, &r->q.survey.wave);
}

static enum rc set_intro(struct reader *r, char *value)
{
	const char *before = r->q.survey.intro;

	r->q.survey.intro = *before ? arena_printf(r->arena, "%s\n%s", before, value) : value;
	return RC_OK;
}

static enum rc set_section(struct reader *r, char *value)
{
	r->section = value;
	return RC_OK;
}

static const struct {
	const char *word;
	enum rc (*set)(struct reader *r, char *value);
} heads[] = {
	{ "название", set_name },  { "вид", set_kind },   { "кому", set_role },
	{ "форма", set_form },     { "когда", set_wave }, { "вступление", set_intro },
	{ "раздел", set_section },
};

/* Below a question */

static enum rc item_answer(struct reader *r, struct survey_item *item, char *value)
{
	char *digits = value + strcspn(value, "-0123456789");
	const char *range = *digits ? arena_strdup(r->arena, digits) : "";
	enum rc rc;

	*digits = '\0';
	rc = word_value(r, answers, methodology_trim(value), &item->kind);
	if (rc)
		return rc;
	item->low = item->high = FIELD_NOTHING;
	item->second = item->kind != ITEM_OPEN; /* nobody types words twice alike */
	if (item->kind != ITEM_SCALE && (item->kind != ITEM_NUMBER || !*range))
		return *range ? mistake(r, _("only a scale and a number have a range"), range)
			      : RC_OK;
	return range_read(r, range, &item->low, &item->high);
}

static enum rc item_ends(struct reader *r, struct survey_item *item, char *value)
{
	char *bar = strchr(value, '|');

	if (!bar)
		return mistake(r, _("“|” has to stand between the two ends"), value);
	*bar = '\0';
	item->low_label = methodology_trim(value);
	item->high_label = methodology_trim(bar + 1);
	return RC_OK;
}

static enum rc item_add_option(struct reader *r, struct survey_item *item, char *value)
{
	item->options =
		*item->options ? arena_printf(r->arena, "%s\n%s", item->options, value) : value;
	return RC_OK;
}

static enum rc item_only_if(struct reader *r, struct survey_item *item, char *value)
{
	(void)r;
	item->only_if = value;
	return RC_OK;
}

static enum rc item_required(struct reader *r, struct survey_item *item, char *value)
{
	return word_value(r, yes_no, value, &item->required);
}

static enum rc item_reverse(struct reader *r, struct survey_item *item, char *value)
{
	return word_value(r, yes_no, value, &item->reverse);
}

static enum rc item_usual(struct reader *r, struct survey_item *item, char *value)
{
	return range_read(r, value, &item->soft_low, &item->soft_high);
}

static enum rc item_good_from(struct reader *r, struct survey_item *item, char *value)
{
	char *end;
	long long good = strtoll(value, &end, 10);

	if (*end || good < -ITEM_LIMIT || good > ITEM_LIMIT)
		return mistake(r, _("a number is expected"), value);
	item->good = good;
	return RC_OK;
}

static enum rc item_scale(struct reader *r, struct survey_item *item, char *value)
{
	(void)r;
	item->scale = value;
	return RC_OK;
}

static const struct {
	const char *word;
	enum rc (*set)(struct reader *r, struct survey_item *item, char *value);
} keys[] = {
	{ "ответ", item_answer },         { "края", item_ends },
	{ "вариант", item_add_option },   { "если", item_only_if },
	{ "обязательно", item_required }, { "меньше – лучше", item_reverse },
	{ "обычно", item_usual },         { "хорошо от", item_good_from },
	{ "показатель", item_scale },
};

static enum rc key_read(struct reader *r, char *line)
{
	struct survey_item *item = r->q.items.n ? &r->q.items.row[r->q.items.n - 1] : NULL;
	char *value;
	enum rc rc = methodology_key(r->file, r->line, line, &line, &value);

	if (rc)
		return rc;
	if (!*value)
		return mistake(r, _("nothing stands behind the colon"), line);
	for (size_t i = 0; i < sizeof(heads) / sizeof(heads[0]); i++)
		if (strcmp(heads[i].word, line) == 0 && (!item || heads[i].set == set_section))
			return heads[i].set(r, value);
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		if (strcmp(keys[i].word, line) == 0)
			return item ? keys[i].set(r, item, value)
				    : mistake(r, _("there is no question above"), line);
	return mistake(r, _("unknown word before the colon"), line);
}

/* «[code] question» */
static enum rc item_begin(struct reader *r, char *line)
{
	char *end = strchr(line, ']');
	struct survey_items *items = &r->q.items;
	struct survey_item *item;

	if (!end)
		return mistake(r, _("not the beginning of an item"), line);
	if (items->n == ITEM_MAX)
		return mistake(r, _("too many questions"), line);
	*end = '\0';
	r->lines = arena_grow(r->arena, r->lines, items->n, &r->lines_cap, sizeof(*r->lines));
	r->lines[items->n] = r->line;
	items->row = arena_grow(r->arena, items->row, items->n, &r->cap, sizeof(*items->row));
	item = &items->row[items->n++];
	record_init(&survey_item_type, item, 0, DATE_NONE);
	item->kind = 0; /* until it is said */
	item->position = (int64_t)items->n;
	item->section = r->section;
	item->code = methodology_trim(line + 1);
	item->name = methodology_trim(end + 1);
	return RC_OK;
}

static enum rc line_read(struct reader *r, char *line)
{
	line = methodology_trim(line);
	if (*line == '\0' || *line == '#')
		return RC_OK;
	return *line == '[' ? item_begin(r, line) : key_read(r, line);
}

static enum rc record_sound(const struct record_type *type, const void *record)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < type->fields->n && !rc; i++)
		rc = field_check(&type->fields->row[i], record);
	return !rc && type->check ? type->check(record) : rc;
}

/* What a rule said, as a part of a longer sentence. */
static enum rc rule_broken(struct reader *r, const char *code)
{
	char *why = arena_strdup(r->arena, err_last()->text);

	if (*why && why[strlen(why) - 1] == '.')
		why[strlen(why) - 1] = '\0';
	return mistake(r, why, code);
}

/* The same rules as in the designer, told with the line where the question begins. */
static enum rc items_sound(struct reader *r)
{
	const struct survey_items *items = &r->q.items;

	for (size_t i = 0; i < items->n; i++) {
		const struct survey_item *item = &items->row[i];

		r->line = r->lines[i];
		if (!*item->code)
			return mistake(r, _("the question has no code"), item->name);
		if (!item->kind)
			return mistake(r, _("it is not said how the question is answered"),
				       item->code);
		if (record_sound(&survey_item_type, item) || item_fits(items, item))
			return rule_broken(r, item->code);
	}
	return RC_OK;
}

/* «…/pupil_pupil_mentee_before.txt» */
static const char *code_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;

	return arena_strndup(a, name, strcspn(name, "."));
}

static enum rc whole_sound(struct reader *r)
{
	if (!*r->q.survey.name)
		return mistake(r, _("the questionnaire has no name"), r->q.survey.code);
	if (!r->q.items.n)
		return mistake(r, _("the questionnaire has no questions"), r->q.survey.code);
	if (record_sound(&survey_type, &r->q.survey))
		return rule_broken(r, r->q.survey.code);
	return items_sound(r);
}

enum rc questionnaire_parse(struct arena *a, const struct embed *file, struct questionnaire *out)
{
	struct reader r = { .arena = a, .file = file->name, .q.form = "", .section = "" };
	char *text = arena_strndup(a, file->text, file->size), *line;
	enum rc rc = RC_OK;

	record_init(&survey_type, &r.q.survey, 0, DATE_NONE);
	r.q.survey.code = code_of(a, file->name);
	while (!rc && (line = strsep(&text, "\n"))) {
		r.line++;
		rc = line_read(&r, line);
	}
	if (!rc)
		rc = whole_sound(&r);
	if (!rc)
		*out = r.q;
	return rc;
}

enum rc questionnaires_of_methodology(struct arena *a, const char *methodology,
				      struct questionnaires *out)
{
	const char *prefix = arena_printf(a, "methodology/%s/questionnaires/", methodology);
	const struct embed *file = embed_first(prefix);
	struct questionnaires all = { 0 };
	size_t cap = 0;

	for (; file && file->name && !strncmp(file->name, prefix, strlen(prefix)); file++) {
		enum rc rc;

		all.row = arena_grow(a, all.row, all.n, &cap, sizeof(*all.row));
		rc = questionnaire_parse(a, file, &all.row[all.n]);
		if (rc)
			return rc;
		all.n++;
	}
	*out = all;
	return RC_OK;
}
