#include "nastavnik/app/inquiry.h"

#include <stdlib.h>
#include <string.h>

#include "choices.h"
#include "inner.h"
#include "inquiry_subjects.h"
#include "inquiry_tests.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"

/* Columns of the answer: a number, groups, what was chosen, how many. */
enum { ANSWER_COLUMNS = 1 + INQUIRY_GROUPS + INQUIRY_COLUMNS + 1, WIDTH_MAX = 40 };

const struct inquiry_field *inquiry_field(const struct inquiry_fields *fields, const char *name)
{
	for (size_t i = 0; i < fields->n; i++)
		if (!strcmp(fields->row[i].field->name, name))
			return &fields->row[i];
	return NULL;
}

bool inquiry_field_groups(const struct inquiry_field *field)
{
	const struct field *f = field->field;

	if (f->kind == FIELD_TEXT)
		return strstr(f->name, "class") || !strcmp(f->name, "month") ||
		       !strcmp(f->name, "mentor") || !strcmp(f->name, "place");
	return f->kind != FIELD_LONGTEXT && f->kind != FIELD_DATE;
}

struct choices inquiry_choices(struct app *app, const char *set)
{
	const struct choice_source source = app_choices(app);

	return source.get(source.data, set);
}

const char *inquiry_personal(struct arena *a, const struct inquiry *q)
{
	const struct inquiry_fields fields = inquiry_fields(a, q->what);
	const char *text = "";

	for (size_t i = 0; i < q->columns + q->groups; i++) {
		const char *name = i < q->columns ? q->column[i].field : q->group[i - q->columns];
		const struct inquiry_field *field = inquiry_field(&fields, name);

		/* Numbers of people have no names. */
		if (field && field->personal && !(q->count && i < q->columns))
			text = arena_printf(a, "%s%s%s", text, *text ? ", " : "",
					    text_of(field->field->label));
	}
	return text;
}

/* Values as a person reads them: choices by name where they stand by code. */
static const char *values_show(struct app *app, struct arena *a, const struct field *f,
			       const char *text)
{
	const struct choices set =
		f->choices ? inquiry_choices(app, f->choices) : (struct choices){ 0 };
	const char *shown = "";

	while (*text) {
		size_t n = strcspn(text, ";");
		const char *one = utf8_squeeze(a, arena_strndup(a, text, n));

		for (size_t i = 0; i < set.n; i++)
			if (*set.row[i].code && !strcmp(set.row[i].code, one))
				one = set.row[i].name;
		if (f->kind == FIELD_YESNO)
			one = !strcmp(one, "1") ? _("yes") : _("no");
		shown = arena_printf(a, "%s%s%s", shown, *shown ? "; " : "", one);
		text += n + (text[n] == ';');
	}
	return shown;
}

const char *inquiry_condition_show(struct app *app, struct arena *a, const struct inquiry *q,
				   size_t condition)
{
	const struct inquiry_condition *c = &q->condition[condition];
	const struct inquiry_fields fields = inquiry_fields(a, q->what);
	const struct inquiry_field *field = inquiry_field(&fields, c->field);
	const char *label = field ? text_of(field->field->label) : c->field;

	switch (c->test) {
	case INQUIRY_EMPTY:
		return arena_printf(a, _("%s – not said"), label);
	case INQUIRY_FILLED:
		return arena_printf(a, _("%s – said"), label);
	case INQUIRY_NOT:
		return arena_printf(a, _("%s – any but %s"), label,
				    field ? values_show(app, a, field->field, c->value) : c->value);
	default:
		return arena_printf(a, "%s – %s", label,
				    field ? values_show(app, a, field->field, c->value) : c->value);
	}
}

/* The answer */

/* A column: a field (NULL: the number of the row, or how many) and its heading. */
struct out_column {
	const struct inquiry_field *field;
	const char *heading;
	bool summed; /* totals add it up */
};

struct running {
	struct app *app;
	struct arena *arena;
	const struct inquiry *q;
	struct inquiry_fields fields;
	struct choice_source source;
	struct inquiry_rows rows;
	const char **pass; /* the rows that fulfil the conditions */
	size_t n;
	struct out_column column[ANSWER_COLUMNS];
	size_t columns;
	const struct inquiry_field *group[INQUIRY_GROUPS];
	size_t groups;
	const char **cell;
	bool *total;
	size_t out, cap;
};

static void column_add(struct running *r, const struct inquiry_field *field, const char *heading,
		       bool summed)
{
	r->column[r->columns++] = (struct out_column){ field, heading, summed };
}

static bool is_group(const struct running *r, const struct inquiry_field *field)
{
	for (size_t i = 0; i < r->groups; i++)
		if (r->group[i] == field)
			return true;
	return false;
}

static void group_add(struct running *r, const char *name, struct issues *issues)
{
	const struct inquiry_field *field = inquiry_field(&r->fields, name);
	size_t at = inquiry_column_find(r->q, name);
	const char *own = at < r->q->columns ? r->q->column[at].heading : "";

	if (!field) {
		issue_add(issues, ISSUE_WARNING, 0, 0, NULL,
			  _("There is no field “%s” to group by any more."), name);
		return;
	}
	r->group[r->groups++] = field;
	column_add(r, field, *own ? own : text_of(field->field->label), false);
}

static bool can_sum(const struct field *f)
{
	return f->kind == FIELD_NUMBER || f->kind == FIELD_YESNO;
}

static void chosen_add(struct running *r, const struct inquiry_column *chosen,
		       struct issues *issues)
{
	const struct inquiry_field *field = inquiry_field(&r->fields, chosen->field);
	bool summed;

	if (!field) {
		issue_add(issues, ISSUE_WARNING, 0, 0, NULL, _("There is no field “%s” any more."),
			  chosen->field);
		return;
	}
	/* Years and parallels are no amounts. */
	summed = can_sum(field->field) && strcmp(field->field->name, "grade") != 0 &&
		 strcmp(field->field->name, "age") != 0;
	if (!is_group(r, field) && (!r->q->count || summed))
		column_add(r, field,
			   *chosen->heading ? chosen->heading : text_of(field->field->label),
			   summed);
}

static void columns_make(struct running *r, struct issues *issues)
{
	const struct inquiry *q = r->q;

	if (q->numbered && !q->count)
		column_add(r, NULL, "№", false);
	for (size_t i = 0; i < q->groups; i++)
		group_add(r, q->group[i], issues);
	if (q->count)
		column_add(r, NULL, _("How many"), true);
	for (size_t i = 0; i < q->columns; i++)
		chosen_add(r, &q->column[i], issues);
}

/* Rows in the order of their groups */

struct sorted {
	const char *row, *key;
	size_t at;
};

static int64_t choice_place(struct choices set, int64_t id)
{
	for (size_t i = 0; i < set.n; i++)
		if (set.row[i].id == id)
			return (int64_t)i;
	return (int64_t)set.n; /* not said: behind all */
}

static const char *group_key(const struct running *r, const struct inquiry_field *group,
			     const char *row)
{
	const struct field *f = group->field;
	const void *record = row + group->offset;

	if (f->kind == FIELD_CHOICE)
		return arena_printf(
			r->arena, "%06lld",
			(long long)choice_place(r->source.get(r->source.data, f->choices),
						field_int(f, record)));
	if (field_is_int(f))
		return arena_printf(r->arena, "%020llu",
				    (unsigned long long)field_int(f, record) + (1ull << 63));
	const char *text = field_show(r->arena, f, record, &r->source);
	return class_order(text) ? arena_printf(r->arena, "0%08d", class_order(text))
				 : arena_printf(r->arena, "1%s", utf8_sort_key(r->arena, text));
}

static int sorted_order(const void *a, const void *b)
{
	const struct sorted *x = a, *y = b;
	int order = strcmp(x->key, y->key);

	return order ? order : (x->at > y->at) - (x->at < y->at);
}

static void rows_sort(struct running *r)
{
	struct sorted *by = ARENA_NEW(r->arena, struct sorted, r->n);

	for (size_t i = 0; i < r->n; i++) {
		by[i] = (struct sorted){ .row = r->pass[i], .key = "", .at = i };
		for (size_t g = 0; g < r->groups; g++)
			by[i].key = arena_printf(r->arena, "%s%s\n", by[i].key,
						 group_key(r, r->group[g], r->pass[i]));
	}
	if (r->n && r->groups)
		qsort(by, r->n, sizeof(*by), sorted_order);
	for (size_t i = 0; i < r->n; i++)
		r->pass[i] = by[i].row;
}

static const char *value_of(const struct running *r, const struct inquiry_field *field,
			    const char *row)
{
	return field_show(r->arena, field->field, row + field->offset, &r->source);
}

static const char *group_value(const struct running *r, size_t group, const char *row)
{
	const char *text = value_of(r, r->group[group], row);

	return *text ? text : _("not stated");
}

/* Do two rows stand in the same group, down to that level? */
static bool same_group(const struct running *r, size_t levels, const char *x, const char *y)
{
	for (size_t g = 0; g < levels; g++)
		if (strcmp(value_of(r, r->group[g], x), value_of(r, r->group[g], y)) != 0)
			return false;
	return true;
}

static const char **row_new(struct running *r, bool total)
{
	size_t had = r->cap;

	r->total = arena_grow(r->arena, r->total, r->out, &r->cap, sizeof(*r->total));
	if (r->cap != had) {
		const char **cell = ARENA_NEW(r->arena, const char *, r->cap * r->columns);

		if (r->out)
			memcpy(cell, r->cell, r->out * r->columns * sizeof(*cell));
		r->cell = cell;
	}
	const char **row = r->cell + r->out * r->columns;
	for (size_t c = 0; c < r->columns; c++)
		row[c] = "";
	r->total[r->out++] = total;
	return row;
}

/* Was what row `at` is about already there since row `first`? */
static bool is_repeated(const struct running *r, size_t first, size_t at)
{
	const size_t one = r->rows.one;

	for (size_t i = first; one && i < at; i++)
		if (!memcmp(r->pass[i] + one, r->pass[at] + one, sizeof(int64_t)))
			return true;
	return false;
}

static size_t rows_count(const struct running *r, size_t first, size_t end)
{
	size_t n = 0;

	for (size_t i = first; i < end; i++)
		n += !is_repeated(r, first, i);
	return n;
}

/* What rows first … end - 1 come to in a column: how many, how many yes, the sum. */
static const char *sum_text(const struct running *r, const struct out_column *column, size_t first,
			    size_t end)
{
	char buf[NUMBER_SIZE];
	int64_t sum = 0;

	if (!column->field)
		return arena_printf(r->arena, "%zu", rows_count(r, first, end));
	for (size_t i = first; i < end; i++) {
		int64_t value = field_int(column->field->field, r->pass[i] + column->field->offset);

		if (value != FIELD_NOTHING && !is_repeated(r, first, i))
			sum += value;
	}
	return arena_strdup(r->arena, number_format(sum, column->field->field->decimals, buf));
}

static void sums_fill(const struct running *r, const char **row, size_t first, size_t end)
{
	for (size_t c = 0; c < r->columns; c++)
		if (r->column[c].summed)
			row[c] = sum_text(r, &r->column[c], first, end);
}

/* Where the words of a total stand: behind the number of the row. */
static size_t words_column(const struct running *r)
{
	return r->q->numbered && !r->q->count ? 1 : 0;
}

static void total_add(struct running *r, const char *words, size_t first, size_t end)
{
	const char **row = row_new(r, true);
	size_t at = words_column(r);

	sums_fill(r, row, first, end);
	if (r->q->count && at < r->columns && r->column[at].field)
		row[at] = words;
	else if (!r->q->count && at < r->columns)
		row[at] = arena_printf(r->arena, _("%s: %zu"), words, end - first);
}

/* The end of the rows that stand in one group with the first, down to that level. */
static size_t group_end(const struct running *r, size_t levels, size_t first)
{
	size_t end = first + 1;

	while (end < r->n && same_group(r, levels, r->pass[first], r->pass[end]))
		end++;
	return end;
}

static void numbers_make(struct running *r)
{
	for (size_t first = 0, end; first < r->n && r->groups; first = end) {
		size_t part = group_end(r, 1, first);

		end = group_end(r, r->groups, first);
		const char **row = row_new(r, false);
		for (size_t g = 0; g < r->groups; g++)
			row[g] = group_value(r, g, r->pass[first]);
		sums_fill(r, row, first, end);
		/* The last of its part: what the part comes to. */
		if (r->groups > 1 && end == part) {
			size_t begin = first;

			while (begin && same_group(r, 1, r->pass[begin - 1], r->pass[first]))
				begin--;
			total_add(r,
				  arena_printf(r->arena, _("Total: %s"),
					       group_value(r, 0, r->pass[first])),
				  begin, end);
		}
	}
	if (r->n || !r->groups)
		total_add(r, _("Total"), 0, r->n);
}

static void list_row(struct running *r, size_t i)
{
	const char **row = row_new(r, false);

	for (size_t c = 0; c < r->columns; c++) {
		const struct inquiry_field *field = r->column[c].field;

		if (!field)
			row[c] = arena_printf(r->arena, "%zu", i + 1);
		else
			row[c] = is_group(r, field) && !*value_of(r, field, r->pass[i])
					 ? _("not stated")
					 : value_of(r, field, r->pass[i]);
	}
}

static void list_make(struct running *r)
{
	for (size_t first = 0, end; first < r->n; first = end) {
		end = r->groups ? group_end(r, 1, first) : r->n;
		for (size_t i = first; i < end; i++)
			list_row(r, i);
		if (r->groups)
			total_add(r,
				  arena_printf(r->arena, _("Total: %s"),
					       group_value(r, 0, r->pass[first])),
				  first, end);
	}
	if (r->n)
		total_add(r, _("Total"), 0, r->n);
}

static const char *note_of(const struct running *r)
{
	struct arena *a = r->arena;
	const char *days = inquiry_period_show(a, r->q->from, r->q->to);
	const char *personal = inquiry_personal(a, r->q);
	const char *note = *days ? arena_printf(a, _("Days: %s"), days) : "";

	for (size_t i = 0; i < r->q->conditions; i++)
		note = arena_printf(a, "%s%s%s", note, *note ? " · " : "",
				    inquiry_condition_show(r->app, a, r->q, i));
	if (*personal)
		note = arena_printf(a, _("%s%sWith personal data: %s"), note, *note ? " · " : "",
				    personal);
	return note;
}

static void answer_finish(struct running *r, struct inquiry_answer *out)
{
	const char **heading = ARENA_NEW(r->arena, const char *, r->columns);
	int *width = ARENA_NEW(r->arena, int, r->columns);
	bool *number = ARENA_NEW(r->arena, bool, r->columns);

	for (size_t c = 0; c < r->columns; c++) {
		const struct inquiry_field *field = r->column[c].field;

		heading[c] = r->column[c].heading;
		number[c] = !field || field->field->kind == FIELD_NUMBER ||
			    (r->q->count && r->column[c].summed);
		width[c] = utf8_width(heading[c]) + 1;
		for (size_t i = 0; i < r->out; i++) {
			int wide = utf8_width(r->cell[i * r->columns + c]);

			if (wide > width[c])
				width[c] = wide < WIDTH_MAX ? wide : WIDTH_MAX;
		}
	}
	*out = (struct inquiry_answer){ .found = r->q->count ? rows_count(r, 0, r->n) : r->n,
					.heading = heading,
					.width = width,
					.number = number,
					.columns = r->columns,
					.cell = r->cell,
					.rows = r->out,
					.total = r->total,
					.note = note_of(r) };
}

static void rows_pass(struct running *r, const struct inquiry_checks *checks)
{
	r->pass = ARENA_NEW(r->arena, const char *, r->rows.n);
	for (size_t i = 0; i < r->rows.n; i++) {
		struct arena_mark mark = arena_mark(r->arena);
		const char *row = r->rows.row + i * r->rows.size;

		if (inquiry_checks_pass(r->arena, checks, row))
			r->pass[r->n++] = row;
		arena_back(r->arena, mark);
	}
}

enum rc inquiry_run(struct app *app, struct arena *a, const struct inquiry *q,
		    struct inquiry_answer *out, struct issues *issues)
{
	struct running r = { .app = app, .arena = a, .q = q, .fields = inquiry_fields(a, q->what) };
	struct choice_sets sets;
	struct inquiry_checks checks;
	enum rc rc = inquiry_rows_load(app, a, q, &r.rows);

	if (rc)
		return rc;
	choice_sets_load(app, a, &sets);
	r.source = choice_sets_source(&sets);
	columns_make(&r, issues);
	if (r.columns == words_column(&r))
		return err_set(RC_INVALID,
			       _("Choose columns for the list, or ask for numbers only."));
	inquiry_checks_make(a, q, &r.fields, &r.source, &checks, issues);
	rows_pass(&r, &checks);
	rows_sort(&r);
	if (q->count)
		numbers_make(&r);
	else
		list_make(&r);
	answer_finish(&r, out);
	return RC_OK;
}

enum rc inquiry_save(struct app *app, const struct inquiry_answer *answer, const char *title,
		     const char *path, const char *encoding, struct issues *issues)
{
	return paper_table_save(app,
				&(struct paper_table){ .title = title,
						       .note = answer->note,
						       .heading = answer->heading,
						       .width = answer->width,
						       .number = answer->number,
						       .columns = answer->columns,
						       .cell = answer->cell,
						       .rows = answer->rows,
						       .plain = true },
				path, encoding, issues);
}
