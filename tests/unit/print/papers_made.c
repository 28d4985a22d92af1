#include "papers_made.h"

#include "nastavnik/base/date.h"
#include "nastavnik/base/embed.h"
#include "nastavnik/model/person.h"
#include "nastavnik/model/school.h"
#include "nastavnik/print/template.h"

static const char *const families[] = {
	"Алексеева",
	"Быкова",
	"Воронцова-Дашкова",
	"Гаврилова",
	"Ёлкина",
	"Журавлёва",
	"Зайцева",
	"Иванова",
	"Коваль",
	"Лаптева",
	"Морозова",
	"О'Коннор",
	"Петренко",
	"Салтыкова-Щедрина",
	"Титова",
	"Ушакова",
	"Черных",
};
static const char *const givens[] = {
	"Мария",  "Зоя",       "Анна", "Инна",  "Ольга", "Александра",
	"Ксения", "Елизавета", "Юлия", "Дарья", "Вера",
};
static const char *const patronymics[] = {
	"Сергеевна", "Андреевна",    "Петровна", "Константиновна",
	"Ильинична", "Владимировна", "Олеговна",
};
static const char *const classes[] = { "5А", "6Б", "7В", "8Б", "9А", "10А", "11" };

#define PICK(table, i) ((table)[(i) % (sizeof(table) / sizeof((table)[0]))])

static const char *name_made(struct arena *a, size_t i)
{
	return arena_printf(a, "%s %s %s", PICK(families, i), PICK(givens, i / 3),
			    PICK(patronymics, i / 5));
}

static void pair_made(struct arena *a, struct paper_pair *pair, size_t i, size_t bond)
{
	bool staff = bond % 10 == 2;

	pair->bond = (unsigned)bond + 1;
	pair->mentor = name_made(a, bond * 7 + 2);
	pair->mentor_place = staff ? "учитель физики" : PICK(classes, bond + 5);
	pair->mentor_is_staff = staff;
	pair->mentee = name_made(a, i * 11 + 5);
	pair->mentee_place = PICK(classes, i);
	pair->form = staff ? "учитель – ученик" : "ученик – ученик";
	pair->from = 20260901;
	pair->to = 20270531;
}

struct paper_order order_made(struct arena *a, size_t n)
{
	struct paper_pair *pair = ARENA_NEW(a, struct paper_pair, n);

	for (size_t i = 0, bond = 0; i < n; bond++)
		for (size_t member = 0; member <= bond % 3 && i < n; member++, i++)
			pair_made(a, &pair[i], i, bond);
	return (struct paper_order){
		.school = "Муниципальное бюджетное общеобразовательное учреждение «Школа № 9»",
		.town = "г. Заречный",
		.director = "Иванова Мария Петровна",
		.curator = "Петрова Анна Ильинична",
		.curator_position = "заместитель директора по воспитательной работе",
		.year = 2026,
		.number = "112-од",
		.date = 20260915,
		.pair = pair,
		.n = n,
	};
}

struct paper_order order_of_long_names(struct arena *a, size_t n)
{
	struct paper_order order = order_made(a, n);
	struct paper_pair *pair = ARENA_NEW(a, struct paper_pair, n);

	order.school = "Государственное бюджетное общеобразовательное учреждение средняя "
		       "общеобразовательная "
		       "школа с углублённым изучением отдельных предметов имени дважды Героя Труда "
		       "академика "
		       "Константина Константиновича Вознесенского-Преображенского городского "
		       "округа Заречный";
	for (size_t i = 0; i < n; i++) {
		pair[i] = order.pair[i];
		pair[i].bond = (unsigned)i + 1;
		pair[i].mentor = arena_printf(a,
					      "Воскресенская-Преображенская Александра-Елизавета "
					      "Константиновна №%zu",
					      i + 1);
		pair[i].mentor_place = "учитель-логопед высшей категории";
	}
	order.pair = pair;
	return order;
}

enum rc text_made(struct doc *doc, const char *name, const struct scope *s)
{
	const char *path = arena_printf(doc->arena, "methodology/r145/papers/%s.txt", name);

	return template_add(doc, path, embed_find(path)->text, s);
}

static const char *initials(struct arena *a, const char *full)
{
	struct person p = { .family = "", .given = "", .patronymic = "" };
	char *text;

	if (!*full)
		return "";
	name_split(a, full, &p);
	text = person_initials(a, &p);
	for (char *at = text; *at; at++)
		if (*at == ' ')
			return arena_printf(a, "%.*s\u00a0%s", (int)(at - text), text, at + 1);
	return text;
}

static void pairs_made(struct scope *s, const struct paper_order *order)
{
	struct scope_table *table = scope_table(s, "pairs");
	unsigned bond = 0, member = 0;

	for (size_t i = 0; i < order->n; i++) {
		const struct paper_pair *pair = &order->pair[i];
		bool joined = i && pair[-1].bond == pair->bond;
		bool group = joined || (i + 1 < order->n && pair[1].bond == pair->bond);
		struct scope *row = scope_row(table);

		bond += !joined;
		member = joined ? member + 1 : 1;
		row->joined = joined;
		scope_text(row, "number",
			   group ? arena_printf(s->arena, "%u.%u", bond, member)
				 : arena_printf(s->arena, "%u", bond));
		scope_text(row, "mentor", pair->mentor);
		scope_text(row, "mentor_place", pair->mentor_place);
		scope_text(row, "mentee", pair->mentee);
		scope_text(row, "mentee_place", pair->mentee_place);
		scope_text(row, "form", pair->form);
		scope_date(row, "from", pair->from);
		scope_date(row, "to", pair->to);
	}
}

static void signers_made(struct scope *s, const struct paper_order *order)
{
	struct scope_table *table = scope_table(s, "acquainted");

	for (size_t i = 0; i <= order->n; i++) {
		bool curator = i == 0;
		struct scope *row;

		if (curator ? !*order->curator
			    : !order->pair[i - 1].mentor_is_staff ||
				      (i > 1 && order->pair[i - 2].bond == order->pair[i - 1].bond))
			continue;
		row = scope_row(table);
		scope_text(row, "name", curator ? order->curator : order->pair[i - 1].mentor);
		scope_text(row, "position",
			   curator ? order->curator_position : order->pair[i - 1].mentor_place);
	}
	scope_flag(s, "acquainted", table->rows > 0);
}

static void scope_made(struct scope *s, const struct paper_order *order)
{
	char year[12];

	scope_text(s, "school", order->school);
	scope_text(s, "school_genitive", school_genitive(s->arena, order->school));
	scope_text(s, "town", order->town);
	scope_text(s, "year", arena_strdup(s->arena, year_name(order->year, year)));
	scope_date(s, "date", order->date);
	scope_text(s, "number", order->number);
	scope_text(s, "director_post", order->director_acting ? "И.о. директора" : "Директор");
	scope_text(s, "director_initials", initials(s->arena, order->director));
	scope_text(s, "curator", order->curator);
	scope_text(s, "curator_initials", initials(s->arena, order->curator));
	scope_text(s, "curator_post", order->curator_position);
	signers_made(s, order);
	pairs_made(s, order);
}

static enum rc made(struct arena *a, const struct paper_order *order, bool whole, struct doc **doc)
{
	struct scope s = { .arena = a };
	struct doc *paper = doc_new(a, "");
	enum rc rc = RC_OK;

	scope_made(&s, order);
	if (whole) {
		rc = text_made(paper, "order", &s);
		doc_page_break(paper);
	}
	if (rc == RC_OK)
		rc = text_made(paper, "pair_list", &s);
	if (rc == RC_OK)
		*doc = paper;
	return rc;
}

enum rc paper_order(struct arena *a, const struct paper_order *order, struct doc **doc)
{
	return made(a, order, true, doc);
}

enum rc paper_pair_list(struct arena *a, const struct paper_order *order, struct doc **doc)
{
	return made(a, order, false, doc);
}

struct doc *chart_made(struct arena *a)
{
	static const struct doc_column column[] = { { "Вопрос", 3, 0, DOC_LEFT, false },
						    { "Было и стало", 3, 0, DOC_LEFT, true },
						    { "Баллы", 1, 0, DOC_RIGHT, false } };
	struct doc *doc = doc_new(a, "Итоги");
	struct doc_table *table = doc_table(doc, column, 3);

	doc_table_row(doc, table,
		      (const char *[]){ "Мне комфортно", doc_bar_pair(a, 540, 720), "5,4\n7,2" });
	doc_table_row(doc, table, (const char *[]){ "Мне полезно", doc_bar(a, 1000), "10" });
	doc_table_row(doc, table, (const char *[]){ "Почти никто", doc_bar(a, 4), "0" });
	doc_table_row(doc, table, (const char *[]){ "Никто", doc_bar(a, -5), "0" });
	doc_table_row(doc, table, (const char *[]){ "Мало ответов", "не показано", "–" });
	return doc;
}
