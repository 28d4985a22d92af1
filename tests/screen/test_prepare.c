/* Stage 1: its registers, one like the other, and what stands behind «Подробно». */
#include "screen.h"

#include <string.h>

static const struct {
	const char *menu, *list, *form;
	const char *keys;  /* fill the form from its first field on */
	const char *seen;  /* then in the list */
	const char *first; /* in the list at first */
} registers[] = {
	{ "Рабочая группа", "teams", "team", "Петров Пётр Петрович", "Петров Пётр", "Ins" },
	{ "Цели и ожидаемые", "aims", "aim", "Помочь новичкам", "Помочь новичкам", "Ins" },
	{ "Правовые основания", "grounds", "ground", "Устав школы", "Устав школы", "Р-145" },
	{ "Ресурсы", "resources", "resource", "<Down>Кабинет 214", "Кабинет 214", "Ins" },
	{ "Партнёры", "partners", "partner", "<Down>Завод «Агат»", "Завод «Агат»", "Ins" },
	{ "Мероприятия года", "events", "event", "<Down><Down>Фестиваль уроков", "Фестиваль уроков",
	  "Ins" },
	{ "Информирование", "informing", "event", "<Down><Down>Собрание 5Б", "Собрание 5Б", "Ins" },
	{ "Публикации", "publications", "publication", "<Down>Новость сайта", "Новость сайта",
	  "Ins" },
	{ "Обучение рабочей", "studies", "study", "Кравцова О.Н.<Down>Курс куратора",
	  "Курс куратора", "Ins" },
	{ "Приглашения", "invitations", "invitation", "<Down>Орлова Инна", "Орлова Инна", "Ins" },
	{ "Реестр документов", "documents", "document", "<Down><Down><Down>Приказ о кураторе",
	  "Приказ о кураторе", "Ins" },
};

static void register_lives(struct term *t, size_t i)
{
	menu_take(t, registers[i].menu);
	screen_is(t, registers[i].list);
	assert_true(body_has(t, registers[i].first));
	screen_keys(t, "<Ins>", registers[i].form);
	term_keys(t, registers[i].keys);
	screen_keys(t, "<F2>", registers[i].list);
	assert_true(body_has(t, registers[i].seen));
	screen_keys(t, "<F4>", registers[i].form);
	screen_keys(t, "<F10>", registers[i].list);
	term_keys(t, "<F8>");
	screen_says(t, "Ctrl+Z");
	assert_false(body_has(t, registers[i].seen));
	term_keys(t, "<C-z>");
	assert_true(body_has(t, registers[i].seen));
	screen_keys(t, "<F10>", "home");
}

static void every_register_adds_changes_deletes_and_has_back(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	for (size_t i = 0; i < sizeof(registers) / sizeof(registers[0]); i++)
		register_lives(t, i);
	screen_leave(t);
}

static void what_is_rare_stands_behind_more(void **state)
{
	struct term *t = screen_go("<Enter>");

	(void)state;
	screen_is(t, "stage");
	assert_true(body_has(t, "Реестр документов"));
	assert_true(body_has(t, "Подробно"));
	term_keys(t, "<Down><Down><Down><Down><Down>");
	while (!strstr(term_row(t, term_cursor_row(t)), "Подробно"))
		term_keys(t, "<Down>");
	screen_keys(t, "<Enter>", "stage-more");
	assert_true(body_has(t, "Рабочая группа"));
	screen_keys(t, "2", "teams");
	screen_keys(t, "<F10><Home><Down><Down><Down><Enter>", "book"); /* forms in use */
	assert_true(body_has(t, "ученик – ученик"));
	screen_leave(t);
}

static void the_methodologys_grounds_can_be_had_again(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Правовые основания");
	assert_true(body_has(t, "Р-145"));
	term_keys(t, "<C-a><F8><Left><Enter>");
	assert_false(body_has(t, "Р-145"));
	menu_take(t, "Добавить основания");
	assert_true(body_has(t, "Р-145"));
	assert_true(body_has(t, "1264-р"));
	menu_take(t, "Добавить основания");
	screen_says(t, "уже здесь");
	screen_leave(t);
}

static void an_agreement_that_ends_soon_is_painted(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Партнёры");
	screen_keys(t, "<Ins>", "partner");
	term_keys(t, "<Down>Колледж<Down><Down><Down>3/26<Down>01.10.2026<Down>10.12.2026<F2>");
	assert_true(body_has(t, "10.12.2026 !"));
	screen_keys(t, "<Ins>", "partner");
	term_keys(t, "<Down>Вуз<Down><Down><Down>4<Down>01.10.2026<Down>01.09.2026<F2>");
	screen_is(t, "partner");
	screen_says(t, "раньше первого");
	term_keys(t, "<C-u>31.08.2028<F2>");
	screen_is(t, "partners");
	assert_true(body_has(t, "31.08.2028"));
	assert_false(body_has(t, "31.08.2028 !"));
	screen_leave(t);
}

static void a_date_out_of_the_year_is_refused(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Мероприятия года");
	screen_keys(t, "<Ins>", "event");
	term_keys(t, "<Down><Down>Слёт<Down>01.03.2025<F2>");
	screen_is(t, "event");
	screen_says(t, "учебн");
	term_keys(t, "<Up><Up><Up><Up><Up><Down><Down><Down><C-u>01.03.2027<F2>");
	screen_is(t, "events");
	assert_true(body_has(t, "01.03.2027"));
	screen_leave(t);
}

static void those_who_took_part_come_from_the_bases_or_are_typed(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	menu_take(t, "Мероприятия года");
	screen_keys(t, "<Ins>", "event");
	term_keys(t, "<Down><Down>Конференция<F2>");
	screen_keys(t, "<F2>", "guests");
	term_expect(t, "Конференция");
	screen_keys(t, "<Ins>", "guest");
	term_keys(t, "<F2>"); /* nobody is named */
	screen_is(t, "guest");
	term_keys(t, "<Down>Ветров Павел<Down>выступление<F2>");
	screen_is(t, "guests");
	assert_true(body_has(t, "Ветров Павел"));
	term_keys(t, "<F2>Орлова <Enter>");
	screen_is(t, "guests");
	assert_true(body_has(t, "Орлова Инна"));
	/* Who is there already does not come twice. */
	term_keys(t, "<F2>Орлова <Enter>");
	screen_says(t, "0");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(every_register_adds_changes_deletes_and_has_back),
		on_empty(what_is_rare_stands_behind_more),
		on_empty(the_methodologys_grounds_can_be_had_again),
		on_empty(an_agreement_that_ends_soon_is_painted),
		on_empty(a_date_out_of_the_year_is_refused),
		on_school(those_who_took_part_come_from_the_bases_or_are_typed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
