/*
 * Questions that are answered alike stand in one table: scales with their numbers to be ringed,
 * choices with boxes, open ones with empty lines. Widths are such that all tables of a paper have
 * their rules at the same places.
 */
#include "survey_paper.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/i18n.h"

enum { NUMBER_WIDTH = 80, ANSWER_WIDTH = 600, STEPS_MAX = 11, SMALL_STEPS = 6, OPEN_LINES = 3 };

/* What a question needs beside it. */
enum shape { SHAPE_SCALE, SHAPE_ANSWER, SHAPE_OPEN };

struct sheet_paper {
	struct doc *doc;
	struct arena *arena;
	const struct survey_items *items;
	const char *box;
	struct doc_table *table; /* that is being filled; NULL: none */
	enum shape shape;
	int64_t low, high;   /* of its scale */
	const char *section; /* whose questions stand in it */
};

static int64_t steps_of(const struct survey_item *item)
{
	return item->high - item->low + 1;
}

static enum shape shape_of(const struct survey_item *item)
{
	if (item->kind == ITEM_OPEN)
		return SHAPE_OPEN;
	return item->kind == ITEM_SCALE && steps_of(item) <= STEPS_MAX ? SHAPE_SCALE : SHAPE_ANSWER;
}

static const char *lines_join(struct arena *a, const char *text, const char *line)
{
	return *text ? arena_printf(a, "%s\n%s", text, line) : line;
}

/* Skip rules in words: «Если на вопрос 1 ответ „да“:» */

static const char *answer_word(struct arena *a, const struct survey_item *item, long long value)
{
	const char *option;

	if (item->kind == ITEM_YESNO)
		return value ? "да" : "нет";
	option = item->kind == ITEM_ONE || item->kind == ITEM_SEVERAL ? item_option(a, item, value)
								      : NULL;
	return option ? option : arena_printf(a, "%lld", value);
}

static const char *answers_words(struct arena *a, const struct survey_item *item,
				 const char *values)
{
	const char *words = "";

	while (*values) {
		char *end;
		long long value = strtoll(values, &end, 10);

		if (end == values)
			break;
		words = arena_printf(a, "%s%s«%s»", words, *words ? " или " : "",
				     answer_word(a, item, value));
		values = end + strspn(end, " ,;");
	}
	return words;
}

static const char *condition_words(const struct sheet_paper *p, const struct survey_item *item)
{
	const char *equals = strchr(item->only_if, '=');
	const struct survey_item *other;
	char *code;

	if (!equals)
		return "";
	code = arena_strndup(p->arena, item->only_if, (size_t)(equals - item->only_if));
	code[strcspn(code, " ")] = '\0';
	other = item_by_code(p->items, code);
	if (!other)
		return "";
	return arena_printf(p->arena, "Если на вопрос %lld ответ %s:", (long long)other->position,
			    answers_words(p->arena, other, equals + 1));
}

static const char *ends_words(struct arena *a, const struct survey_item *item)
{
	if (!*item->low_label && !*item->high_label)
		return "";
	return arena_printf(a, "%lld – %s, %lld – %s", (long long)item->low, item->low_label,
			    (long long)item->high, item->high_label);
}

/* What is asked after another question is told in fewer words. */
static int open_lines(const struct survey_item *item)
{
	return *item->only_if ? OPEN_LINES - 1 : OPEN_LINES;
}

static const char *question_words(const struct sheet_paper *p, const struct survey_item *item)
{
	const char *text = lines_join(p->arena, condition_words(p, item), item->name);
	const char *ends = item->kind == ITEM_SCALE ? ends_words(p->arena, item) : "";

	if (*ends)
		text = lines_join(p->arena, text, ends);
	for (int i = 0; item->kind == ITEM_OPEN && i < open_lines(item); i++)
		text = lines_join(p->arena, text, "\u00a0");
	return text;
}

/* Room for the answer */

static const char *options_words(const struct sheet_paper *p, const struct survey_item *item)
{
	const char *text = "", *option;

	for (int64_t i = 1; (option = item_option(p->arena, item, i)); i++)
		text = lines_join(p->arena, text,
				  arena_printf(p->arena, "%s\u00a0%s", p->box, option));
	return text;
}

static const char *number_words(struct arena *a, const struct survey_item *item)
{
	bool low = item->low != FIELD_NOTHING, high = item->high != FIELD_NOTHING;

	if (low && high)
		return arena_printf(a, "__________ (от %lld до %lld)", (long long)item->low,
				    (long long)item->high);
	return "__________";
}

static const char *answer_words(const struct sheet_paper *p, const struct survey_item *item)
{
	switch (item->kind) {
	case ITEM_YESNO:
		return arena_printf(p->arena, "%s\u00a0да\u00a0\u00a0\u00a0\u00a0\u00a0%s\u00a0нет",
				    p->box, p->box);
	case ITEM_DATE:
		return "____.____.20____";
	case ITEM_NUMBER:
	case ITEM_SCALE:
		return number_words(p->arena, item);
	default:
		return options_words(p, item);
	}
}

/* Tables */

static int step_width(const struct survey_item *item)
{
	int64_t steps = steps_of(item);

	return steps < SMALL_STEPS ? ANSWER_WIDTH / SMALL_STEPS : ANSWER_WIDTH / (int)steps;
}

static struct doc_table *table_begin(struct sheet_paper *p, const struct survey_item *item)
{
	struct doc_column column[2 + STEPS_MAX] = {
		{ .heading = "", .width = NUMBER_WIDTH, .align = DOC_CENTRE },
		{ .heading = "", .weight = 1 },
	};
	size_t n = 2;

	if (p->shape == SHAPE_ANSWER)
		column[n++] = (struct doc_column){ .heading = "", .width = ANSWER_WIDTH };
	for (int64_t i = 0; p->shape == SHAPE_SCALE && i < steps_of(item); i++)
		column[n++] = (struct doc_column){ .heading = "",
						   .width = step_width(item),
						   .align = DOC_CENTRE };
	return doc_table(p->doc, column, n);
}

static bool table_goes_on(const struct sheet_paper *p, const struct survey_item *item)
{
	return p->table && p->shape == shape_of(item) &&
	       (p->shape != SHAPE_SCALE || (p->low == item->low && p->high == item->high));
}

static void item_add(struct sheet_paper *p, const struct survey_item *item)
{
	const char *cell[2 + STEPS_MAX];
	size_t n = 0;

	if (!table_goes_on(p, item)) {
		p->shape = shape_of(item);
		p->low = item->low;
		p->high = item->high;
		p->table = table_begin(p, item);
	}
	if (strcmp(p->section, item->section) != 0) {
		p->section = item->section;
		if (*item->section)
			doc_table_heading(p->doc, p->table, item->section);
	}
	cell[n++] = arena_printf(p->arena, "%lld", (long long)item->position);
	cell[n++] = question_words(p, item);
	if (p->shape == SHAPE_ANSWER)
		cell[n++] = answer_words(p, item);
	for (int64_t i = item->low; p->shape == SHAPE_SCALE && i <= item->high; i++)
		cell[n++] = arena_printf(p->arena, "%lld", (long long)i);
	doc_table_row(p->doc, p->table, cell);
}

void survey_paper_add(struct doc *doc, const struct survey_items *items, const char *box)
{
	struct sheet_paper p = {
		.doc = doc, .arena = doc->arena, .items = items, .box = box, .section = ""
	};

	for (size_t i = 0; i < items->n; i++)
		item_add(&p, &items->row[i]);
}
