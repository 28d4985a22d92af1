/* The gallery's list, form and grid. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gallery.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/str.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/form.h"
#include "nastavnik/ui/grid.h"
#include "nastavnik/ui/list.h"
#include "nastavnik/ui/ui.h"

static const struct choice interest_rows[] = {
	{ .id = 1, .code = "chess", .name = "шахматы" },
	{ .id = 2, .code = "theatre", .name = "театр" },
	{ .id = 3, .code = "football", .name = "футбол" },
	{ .id = 4, .code = "music", .name = "музыка" },
	{ .id = 5, .code = "drawing", .name = "рисование" },
	{ .id = 6, .code = "robots", .name = "робототехника" },
	{ .id = 7, .code = "books", .name = "книги и чтение" },
	{ .id = 8, .code = "nature", .name = "природа" },
	{ .id = 9, .code = "yoyo", .name = "йо-йо", .hidden = true },
};
const struct choices interests = { interest_rows, 9 };

static const struct choice request_rows[] = {
	{ .id = 1, .code = "english", .name = "английский язык" },
	{ .id = 2, .code = "maths", .name = "математика, ОГЭ" },
	{ .id = 3, .code = "career", .name = "профориентация" },
	{ .id = 4, .code = "class", .name = "новый класс, общение" },
	{ .id = 5, .code = "cards", .name = "карточки", .hidden = true },
};
const struct choices requests = { request_rows, 5 };

static enum rc check_points(const struct field *field, const void *record)
{
	if (field_int(field, record) == 13)
		return err_set(RC_INVALID, "Баллы: 13 здесь не ставят.");
	return RC_OK;
}

static const struct field person_rows[] = {
	{ .name = "family",
	  .label = "Фамилия",
	  .kind = FIELD_TEXT,
	  .flags = FIELD_REQUIRED,
	  .offset = offsetof(struct person, family),
	  .max = 40,
	  .hint = "Как в паспорте." },
	{ .name = "given",
	  .label = "Имя и отчество",
	  .kind = FIELD_TEXT,
	  .offset = offsetof(struct person, given),
	  .max = 100 },
	{ .name = "birth",
	  .label = "Дата рождения",
	  .kind = FIELD_DATE,
	  .offset = offsetof(struct person, birth),
	  .flags = FIELD_YEAR_ALONE,
	  .hint = "Например 14.03.2012; можно только год." },
	{ .name = "grade",
	  .label = "Класс",
	  .kind = FIELD_NUMBER,
	  .offset = offsetof(struct person, grade),
	  .min = 1,
	  .max = 11 },
	{ .name = "request",
	  .label = "Запрос",
	  .kind = FIELD_CHOICE,
	  .choices = "request",
	  .offset = offsetof(struct person, request) },
	{ .name = "interests",
	  .label = "Интересы",
	  .kind = FIELD_CHOICES,
	  .choices = "interest",
	  .offset = offsetof(struct person, interests) },
	{ .name = "consent",
	  .label = "Согласие на обработку данных",
	  .kind = FIELD_YESNO,
	  .offset = offsetof(struct person, consent) },
	{ .name = "note",
	  .label = "Заметка",
	  .kind = FIELD_LONGTEXT,
	  .offset = offsetof(struct person, note),
	  .max = 2000 },
	{ .name = "phone",
	  .label = "Телефон",
	  .kind = FIELD_TEXT,
	  .flags = FIELD_MORE,
	  .offset = offsetof(struct person, phone),
	  .max = 20 },
	{ .name = "points",
	  .label = "Баллы",
	  .kind = FIELD_NUMBER,
	  .flags = FIELD_MORE,
	  .offset = offsetof(struct person, points),
	  .check = check_points },
};
const struct fields person_fields = { person_rows, sizeof(person_rows) / sizeof(person_rows[0]) };

enum { ROOM = 64 };

static void keys_make(struct gallery *g, struct person *p)
{
	p->key = utf8_sort_key(&g->arena, p->family);
	p->fold = utf8_fold(&g->arena, arena_printf(&g->arena, "%s %s", p->family, p->given));
}

void people_make(struct gallery *g)
{
	static int64_t yoyo[] = { 9 };
	static const char *const family[] = { "Алексеева", "Быков", "Ёлкина",           "Журавлёв",
					      "О'Коннор",  "Титов", "Салтыкова-Щедрина" };
	static const char *const given[] = {
		"Мария Сергеевна", "Пётр Ильич", "Зоя Андреевна", "Глеб", "Шон", "Лев",
		"Анна Ивановна"
	};

	g->person = calloc(g->people + ROOM, sizeof(*g->person)); /* rows stay where they are */
	for (size_t i = 0; i < g->people; i++) {
		struct person *p = &g->person[i];

		*p = (struct person){ .id = (int64_t)i + 1000,
				      .given = given[i % 7],
				      .birth = 20110000 + (int64_t)(i % 12 + 1) * 100 +
					       (int64_t)i % 28 + 1,
				      .grade = (int64_t)i % 7 + 5,
				      .points = FIELD_NOTHING,
				      .request = (int64_t)i % 5,
				      .consent = i % 3 != 0,
				      .note = "",
				      .phone = "" };
		p->family =
			i < 7 ? family[i] : arena_printf(&g->arena, "%s-%zu", family[i % 7], i / 7);
		keys_make(g, p);
	}
	if (g->people) /* what is not offered any more, and theirs */
		g->person[g->people - 1].interests = (struct ids){ yoyo, 1 };
}

void people_free(struct gallery *g)
{
	free(g->person);
	arena_done(&g->arena);
}

/* The list. */

struct people {
	struct person **row;
	size_t n;
};

static bool found(const struct person *p, const struct list_query *q)
{
	return !*q->find || strstr(p->fold, q->find) ||
	       (*q->find_other && strstr(p->fold, q->find_other));
}

static int compare_family(const void *a, const void *b)
{
	const struct person *const *p = a, *const *q = b;
	int way = strcmp((*p)->key, (*q)->key);

	return way ? way : (*p)->id < (*q)->id ? -1 : 1;
}

static int compare_grade(const void *a, const void *b)
{
	const struct person *const *p = a, *const *q = b;

	return (*p)->grade != (*q)->grade ? (int)((*p)->grade - (*q)->grade) : compare_family(a, b);
}

static enum rc people_load(struct frame *f, const struct list_query *q, size_t *n)
{
	struct gallery *g = ui_app(f->ui);
	struct people *people = ARENA_NEW(&f->fresh, struct people, 1);

	people->row = ARENA_NEW(&f->fresh, struct person *, g->people);
	for (size_t i = 0; i < g->people; i++)
		if (found(&g->person[i], q))
			people->row[people->n++] = &g->person[i];
	qsort(people->row, people->n, sizeof(*people->row),
	      q->column == 1 ? compare_grade : compare_family);
	for (size_t i = 0; q->descending && i < people->n / 2; i++) {
		struct person *p = people->row[i];

		people->row[i] = people->row[people->n - 1 - i];
		people->row[people->n - 1 - i] = p;
	}
	f->data = people;
	*n = people->n;
	return RC_OK;
}

static struct person *at(struct frame *f, size_t row)
{
	return ((struct people *)f->data)->row[row];
}

static int64_t people_id(struct frame *f, size_t row)
{
	return at(f, row)->id;
}

static const char *people_cell(struct frame *f, size_t row, size_t column, enum ink *ink)
{
	static char buf[256];
	const struct person *p = at(f, row);

	switch (column) {
	case 0:
		snprintf(buf, sizeof(buf), "%s %s", p->family, p->given);
		return buf;
	case 1:
		snprintf(buf, sizeof(buf), "%lldВ", (long long)p->grade);
		return buf;
	case 2:
		return p->request ? request_rows[p->request - 1].name : "";
	case 3:
		*ink = p->consent ? INK_GOOD : INK_WARN;
		return p->consent ? GLYPH_OK " 02.09.2026" : GLYPH_WARN " нет";
	default:
		return date_format((int)p->birth, buf);
	}
}

static const char *people_count(struct frame *f, struct arena *a, size_t n, bool found_some)
{
	(void)f;
	return arena_printf(a, "%zu человек · %s", n, found_some ? "найденные" : "все");
}

static void people_card(struct frame *f, struct lines *lines, size_t row)
{
	const struct person *p = at(f, row);
	char date[DATE_SIZE];

	lines_add(lines, INK_TITLE, "%s %s", p->family, p->given);
	lines_add(lines, INK_TEXT, "%s", "");
	lines_pair(lines, "Дата рождения", date_format((int)p->birth, date));
	lines_pair(lines, "Запрос", p->request ? request_rows[p->request - 1].name : "");
	lines_pair(lines, "Заметка",
		   "Длинная заметка, которая не помещается в одну строку карточки и "
		   "продолжается под собой же.");
}

static unsigned person_closed(struct frame *list, struct frame *form)
{
	if (form->answer)
		list_select(list, form->answer);
	return UI_REDRAW;
}

static unsigned people_edit(struct frame *f)
{
	size_t row = list_row(f);

	view_open(f->ui, f, &person_view, at(f, row), person_closed);
	return UI_TAKEN | UI_REDRAW;
}

static unsigned people_new(struct frame *f)
{
	view_open(f->ui, f, &person_view, NULL, person_closed);
	return UI_TAKEN | UI_REDRAW;
}

static unsigned people_delete(struct frame *f)
{
	struct gallery *g = ui_app(f->ui);
	struct ids ids = list_chosen(f, &f->arena);

	for (size_t k = 0; k < ids.n; k++)
		for (size_t i = 0; i < g->people; i++)
			if (g->person[i].id == ids.row[k]) {
				g->people--;
				memmove(g->person + i, g->person + i + 1,
					(g->people - i) * sizeof(*g->person));
				break;
			}
	ui_say(f->ui, "Удалено: %zu. Ctrl+Z – вернуть.", ids.n);
	return UI_TAKEN | UI_RELOAD;
}

static const struct list_column people_columns[] = {
	{ .title = "ФИО", .width = 28, .grow = 1 },
	{ .title = "Класс", .width = -5 },
	{ .title = "Запрос", .width = 20, .drop = 1 },
	{ .title = "Согласие", .width = 13, .unsorted = true, .drop = 2 },
	{ .title = "Родился", .width = 10, .wide = true },
	{ 0 },
};

static const struct action people_actions[] = {
	{ .key = K_F(2),
	  .also = K_INS,
	  .label = "Новый",
	  .title = "Новый человек",
	  .run = people_new },
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = "Правка",
	  .title = "Править карточку",
	  .enabled = list_has_row,
	  .run = people_edit,
	  .help = "Открывает карточку человека." },
	{ .key = K_F(5), .label = "Печать", .title = "Печать списка", .open = &paper_view },
	{ .key = K_F(8),
	  .also = K_DEL,
	  .label = "Удалить",
	  .title = "Удалить",
	  .enabled = list_has_row,
	  .run = people_delete },
	{ 0 },
};

static const struct list_spec people_spec = {
	.columns = people_columns,
	.load = people_load,
	.id = people_id,
	.cell = people_cell,
	.count = people_count,
	.card = people_card,
	.empty = "Здесь пока никого нет. F2 – внести первого человека.",
};

const struct view people_view = {
	.name = "people",
	.title = "Этап 2 · База наставляемых",
	.kind = &list_kind,
	.spec = &people_spec,
	.actions = people_actions,
	.help = "Все, кто хочет, чтобы им помогли.",
};

static enum rc empty_load(struct frame *f, const struct list_query *q, size_t *n)
{
	(void)f;
	(void)q;
	*n = 0;
	return RC_OK;
}

static const struct list_spec empty_spec = {
	.columns = people_columns,
	.load = empty_load,
	.id = people_id,
	.cell = people_cell,
	.empty = "Здесь пока никого нет. F2 – внести первого человека, F9 – загрузить таблицу.",
};

const struct view empty_view = {
	.name = "empty", .title = "Пустой список", .kind = &list_kind, .spec = &empty_spec
};

/* The form. */

static enum rc person_load(struct frame *f, void *record)
{
	if (f->arg)
		memcpy(record, f->arg, sizeof(struct person));
	return RC_OK;
}

static enum rc person_save(struct frame *f, void *record)
{
	struct gallery *g = ui_app(f->ui);
	struct person *from = record, *to = f->arg;

	if (!to) {
		to = &g->person[g->people++];
		from->id = (int64_t)g->people + 5000;
	}
	*to = *from;
	keys_make(g, to);
	to->family = arena_strdup(&g->arena, from->family);
	to->given = arena_strdup(&g->arena, from->given);
	to->note = arena_strdup(&g->arena, from->note);
	to->phone = arena_strdup(&g->arena, from->phone);
	to->interests.row = ARENA_NEW(&g->arena, int64_t, from->interests.n);
	for (size_t i = 0; i < from->interests.n; i++)
		to->interests.row[i] = from->interests.row[i];
	f->answer = to->id;
	ui_say(f->ui, "Сохранено: %s %s", to->family, to->given);
	return RC_OK;
}

static struct choices person_choices(struct frame *f, const char *set)
{
	(void)f;
	return strcmp(set, "interest") ? requests : interests;
}

static void person_remarks(struct frame *f, struct lines *lines, const void *record)
{
	const struct person *p = record;

	(void)f;
	if (!p->consent)
		lines_add(lines, INK_WARN, "! Согласия на обработку данных пока нет.");
}

static void person_rescue(struct frame *f)
{
	struct gallery *g = ui_app(f->ui);

	g->rescued++;
}

static const struct form_part person_parts[] = {
	{ .title = "Кто это", .fields = &person_fields },
	{ 0 },
};

static const struct form_spec person_spec = {
	.size = sizeof(struct person),
	.parts = person_parts,
	.load = person_load,
	.save = person_save,
	.choices = person_choices,
	.remarks = person_remarks,
};

const struct view person_view = {
	.name = "person",
	.title = "Карточка",
	.kind = &form_kind,
	.spec = &person_spec,
	.rescue = person_rescue,
	.help = "Карточка человека.",
};

/* The grid. */

enum { VISITS_ROWS = 30, VISITS_COLUMNS = 16 };

static int64_t *visits(struct frame *f)
{
	return f->data;
}

static enum rc visits_init(struct frame *f)
{
	f->data = ARENA_NEW(&f->arena, int64_t, VISITS_ROWS * VISITS_COLUMNS);
	return RC_OK;
}

static enum rc visits_load(struct frame *f, size_t *rows, size_t *columns)
{
	(void)f;
	*rows = VISITS_ROWS;
	*columns = VISITS_COLUMNS;
	return RC_OK;
}

static const char *visits_row(struct frame *f, size_t row)
{
	static const char *const names[] = { "Быков Пётр", "Ёлкина Зоя", "Журавлёв Глеб" };

	(void)f;
	return names[row % 3];
}

static const char *visits_column(struct frame *f, size_t column)
{
	static char buf[16];

	(void)f;
	snprintf(buf, sizeof(buf), "%zu", column + 1);
	return buf;
}

static int64_t visits_get(struct frame *f, size_t row, size_t column)
{
	return visits(f)[row * VISITS_COLUMNS + column];
}

static enum rc visits_set(struct frame *f, size_t row, size_t column, int64_t value)
{
	if (row == 4 && value)
		return err_set(RC_INVALID, "Пятый ещё болел: отметить нельзя.");
	visits(f)[row * VISITS_COLUMNS + column] = value;
	return RC_OK;
}

static const struct grid_mark visits_marks[] = {
	{ .key = '1', .value = 1, .shown = "да", .title = "был", .ink = INK_GOOD },
	{ .key = U'н', .value = 2, .shown = "н", .title = "не был", .ink = INK_BAD },
	{ .key = U'б', .value = 3, .shown = "б", .title = "болел", .ink = INK_WARN },
	{ 0 },
};

static const struct grid_spec visits_spec = {
	.marks = visits_marks,
	.load = visits_load,
	.row_title = visits_row,
	.column_title = visits_column,
	.get = visits_get,
	.set = visits_set,
};

const struct view visits_view = {
	.name = "visits",
	.title = "Явка на встречи",
	.kind = &grid_kind,
	.spec = &visits_spec,
	.init = visits_init,
};
