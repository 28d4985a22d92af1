/*
 * Every widget with made-up data: what tests of the toolkit drive and what a picture of it shows.
 * Links ui and base only. The first argument says how many rows the list has.
 */
#include "gallery.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/menu.h"
#include "nastavnik/ui/progress.h"
#include "nastavnik/ui/text.h"
#include "nastavnik/ui/ui.h"

#include "../../../src/ui/private.h"

/* The board: the menu of the gallery. */

static enum rc board_load(struct frame *f, struct menu_items *items)
{
	(void)f;
	menu_add(items, (struct menu_item){ .key = '1',
					    .title = "Список людей",
					    .id = 1,
					    .fact = { "12/12", "15.09", "карта" },
					    .done = 12,
					    .total = 12,
					    .open = &people_view,
					    .status = "Список: поиск, порядок, отметки." });
	menu_add(items, (struct menu_item){ .key = '2',
					    .title = "Карточка человека",
					    .id = 2,
					    .fact = { "45/48", "01.10" },
					    .done = 45,
					    .total = 48,
					    .open = &person_view,
					    .status = "Форма из таблицы полей." });
	menu_add(items, (struct menu_item){ .key = '3',
					    .title = "Явка на встречи",
					    .id = 3,
					    .fact = { "4/45", "01.11" },
					    .done = 4,
					    .total = 45,
					    .open = &visits_view,
					    .status = "Сетка: одна клавиша – одна клетка." });
	menu_add(items, (struct menu_item){ .key = '4',
					    .title = "Приказ на экране",
					    .id = 4,
					    .fact = { "", "25.05" },
					    .open = &paper_view,
					    .status = "Текст с поиском." });
	menu_add(items, (struct menu_item){ .key = '5',
					    .title = "Пустой список",
					    .id = 5,
					    .fact = { "", "31.05" },
					    .open = &empty_view });
	menu_heading(items, "Окна");
	menu_add(items, (struct menu_item){ .key = U'В',
					    .title = "Вопрос с кнопками",
					    .id = 6,
					    .mark = GLYPH_WARN,
					    .ink = INK_WARN,
					    .right = "буква В" });
	menu_add(items, (struct menu_item){ .key = U'с',
					    .title = "Строка для ввода",
					    .id = 7,
					    .mark = GLYPH_NOTE,
					    .right = "буква С" });
	menu_add(items, (struct menu_item){ .key = U'ы',
					    .title = "Выбор нескольких",
					    .id = 8,
					    .mark = GLYPH_NOTE,
					    .right = "буква Ы" });
	menu_add(items, (struct menu_item){ .key = U'р',
					    .title = "Долгая работа",
					    .id = 9,
					    .mark = GLYPH_NOTE,
					    .right = "буква Р" });
	menu_add(items, (struct menu_item){ .key = U'о',
					    .title = "Ошибка при открытии",
					    .id = 10,
					    .mark = GLYPH_NOTE,
					    .open = &broken_view,
					    .right = "буква О" });
	return RC_OK;
}

static unsigned answered(struct frame *f, int button, void *data)
{
	(void)data;
	ui_say(f->ui, "Нажато: %d", button);
	return UI_REDRAW;
}

static enum rc entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	(void)data;
	(void)took;
	if (!strcmp(text, "нет"))
		return err_set(RC_INVALID, "Такое имя не подходит: «%s».", text);
	ui_say(f->ui, "Введено: %s", text);
	return RC_OK;
}

static unsigned picked(struct frame *f, struct ids ids, void *data)
{
	char text[128] = "";

	(void)data;
	for (size_t i = 0; i < ids.n; i++) {
		char number[24];

		snprintf(number, sizeof(number), " %lld", (long long)ids.row[i]);
		strcat(text, number);
	}
	ui_say(f->ui, "Выбрано:%s", text);
	return UI_REDRAW;
}

static enum job_state count_step(struct job *job)
{
	for (volatile int spin = 0; spin < 200000; spin++)
		;
	job->done++;
	return job->done < job->total ? JOB_MORE : JOB_DONE;
}

static void count_cancel(struct job *job)
{
	job->done = 0;
}

static unsigned counted(struct frame *f, struct job *job, enum job_state state)
{
	ui_say(f->ui, state == JOB_DONE ? "Сделано: %lld" : "Остановлено: %lld",
	       (long long)job->done);
	return UI_REDRAW;
}

static unsigned count_start(struct frame *f)
{
	struct gallery *g = ui_app(f->ui);

	g->job = (struct job){ .title = "Загрузка списка",
			       .step = count_step,
			       .cancel = count_cancel,
			       .total = g->job_steps };
	return progress_start(f, &g->job, counted);
}

static unsigned board_run(struct frame *f, const struct menu_item *item)
{
	static const int64_t chosen[] = { 3 };

	switch (item->id) {
	case 6:
		return dialog_ask(
			f,
			&(struct question){
				.title = "Удалить наставника?",
				.text = "Орлова Инна Сергеевна будет удалена из базы наставников. "
					"Вернуть её можно будет клавишей Ctrl+Z.",
				.button = { "Удалить", "Оставить" },
				.chosen = 1,
				.answered = answered });
	case 7:
		return dialog_prompt(f,
				     &(struct prompt){ .title = "Новая школа",
						       .label = "Название",
						       .text = "Школа № 9",
						       .hint = "Так она будет названа в бумагах.",
						       .entered = entered });
	case 8:
		return dialog_pick(f, &(struct picker){ .title = "Интересы",
							.choices = interests,
							.chosen = { (int64_t[]){ chosen[0] }, 1 },
							.many = true,
							.picked = picked });
	default:
		return count_start(f);
	}
}

static unsigned undo(struct frame *f)
{
	ui_say(f->ui, "Возвращено.");
	return UI_TAKEN | UI_RELOAD;
}

static const struct action app_actions[] = {
	{ .key = K_CTRL('z'),
	  .title = "Вернуть",
	  .run = undo,
	  .help = "Отменяет последнее действие." },
	{ 0 },
};

static const struct menu_spec board_spec = {
	.title = "Этап",
	.column = { { .title = "Готово", .width = -5, .bar = true },
		    { .title = "Срок", .width = -5 },
		    { .title = "Итог", .width = 6 } },
	.load = board_load,
	.run = board_run,
};

static const struct action board_actions[] = {
	{ .key = K_F(5), .label = "Печать", .title = "Печать", .open = &paper_view },
	{ 0 },
};

static const struct view board_view = {
	.name = "board",
	.title = "Галерея · Школа № 9 · 2026/2027",
	.kind = &menu_kind,
	.spec = &board_spec,
	.actions = board_actions,
	.help = "Здесь видно каждую часть экрана с придуманными людьми.",
};

/* A text, and a view that cannot open. */

static enum rc paper_load(struct frame *f, struct lines *lines)
{
	(void)f;
	lines_text(lines, INK_TEXT,
		   "                              ПРИКАЗ\n\n"
		   "№ 118-о                                              01.11.2026\n\n"
		   "О закреплении наставнических пар\n");
	for (int i = 1; i <= 60; i++)
		lines_add(lines, INK_TEXT, "%2d. Наставляемый № %d – наставник № %d", i, i, i);
	return RC_OK;
}

static const struct text_spec paper_spec = { .load = paper_load, .paper = true };
const struct view paper_view = {
	.name = "paper", .title = "Приказ", .kind = &text_kind, .spec = &paper_spec
};

static enum rc broken_init(struct frame *f)
{
	(void)f;
	return err_set(RC_IO, "Файл школы не читается: диск отключён. Вставьте диск и откройте "
			      "этап ещё раз; всё, что было сохранено, лежит на нём.");
}

const struct view broken_view = {
	.name = "broken",
	.title = "Ошибка",
	.kind = &text_kind,
	.spec = &paper_spec,
	.init = broken_init,
};

static const char *state(void *app)
{
	(void)app;
	return "сохранено";
}

int main(int argc, char **argv)
{
	struct gallery g = { .people = argc > 1 ? strtoul(argv[1], NULL, 10) : 48,
			     .job_steps = argc > 2 ? strtol(argv[2], NULL, 10) : 20 };
	struct ui_options options = { .app = &g, .actions = app_actions, .state = state };
	struct ui *ui;

	text_init(argv[0]);
	people_make(&g);
	if (ui_new(&options, &ui) != RC_OK) {
		fprintf(stderr, "%s\n", err_last()->text);
		people_free(&g);
		return 3;
	}
	enum rc rc = ui_run(ui, &board_view, NULL);
	enum ui_end ended = ui->ended;

	ui_free(ui);
	people_free(&g);
	if (rc != RC_OK)
		fprintf(stderr, "%s\n", err_last()->text);
	printf("%s; сохранено: %zu\n", ended == UI_END_ASKED ? "пока" : "прервано", g.rescued);
	return ended == UI_END_SIGNAL ? 4 : ended == UI_END_INPUT ? 5 : 0;
}
