#include "papers_made.h"

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

	pair->bond = (long long)bond + 1;
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
		.methodology = "r145",
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
		pair[i].bond = (long long)i + 1;
		pair[i].mentor = arena_printf(a,
					      "Воскресенская-Преображенская Александра-Елизавета "
					      "Константиновна №%zu",
					      i + 1);
		pair[i].mentor_place = "учитель-логопед высшей категории";
	}
	order.pair = pair;
	return order;
}
