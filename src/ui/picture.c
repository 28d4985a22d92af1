/* The whole picture: first line, rule, the views, status, key bar. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "private.h"
#include "tty.h"
#include "wrap.h"

enum { HEAD_ROWS = 2, FOOT_ROWS = 2 };

struct area picture_area(const struct ui *ui)
{
	return (struct area){
		.y = HEAD_ROWS, .x = 0, .rows = ui->rows - HEAD_ROWS - FOOT_ROWS, .cols = ui->cols
	};
}

static const char *place_text(struct ui *ui, struct frame *base, struct arena *a)
{
	const char *text = base->view->kind->place ? base->view->kind->place(base) : NULL;
	const char *alarm = ui->options.alarm ? ui->options.alarm(ui->options.app) : NULL;

	if (!text && ui->options.state)
		text = ui->options.state(ui->options.app);
	if (!text || !*text || !alarm || !*alarm || !strcmp(text, alarm))
		return text && *text ? text : alarm ? alarm : "";
	return arena_printf(a, "%s · %s", text, alarm);
}

static void head_draw(struct ui *ui, struct frame *base)
{
	struct arena a = { 0 };
	const char *place = place_text(ui, base, &a);
	const char *title = frame_title_text(base);
	const char *alarm = ui->options.alarm ? ui->options.alarm(ui->options.app) : "";
	int room = ui->cols - 2, right = utf8_width(place), spare = room - utf8_width(title) - 2;
	int most = room * 2 / 3;

	if (most < spare)
		most = spare;
	if (right > most)
		right = most;
	paint_cell(0, 1, right ? room - right - 2 : room, INK_TITLE, title);
	if (right)
		paint_cell(0, 1 + room - right, right, alarm && *alarm ? INK_WARN : INK_STATE,
			   place);
	paint_fill(1, 0, ui->cols, INK_RULE, "─");
	arena_done(&a);
}

/* What was said last, else the hint of the view. */
static const char *status_text(const struct ui *ui)
{
	struct frame *f = ui->top;
	const char *text = ui->said;

	if (!text && f->view->kind->status)
		text = f->view->kind->status(f);
	return text ? text : "";
}

/* Rows of the status line: nothing that is said is ever cut; a hint takes two rows at most. */
static int status_rows(const struct ui *ui, const char *text)
{
	int rows = wrap_count(text, ui->cols - 2), most = ui->said ? 4 : 2;

	return rows > most ? most : rows > 1 ? rows : 1;
}

static void status_draw(const struct ui *ui, const char *text, int rows)
{
	struct line line = { .ink = ui->fault ? INK_FAULT : INK_STATUS, .text = text };
	struct lines lines = { .row = &line, .n = 1 };
	int y = ui->rows - 1 - rows;

	for (int i = 0; i < rows; i++)
		paint_fill(y + i, 0, ui->cols, INK_TEXT, " ");
	paint_lines((struct area){ .y = y, .x = 1, .rows = rows, .cols = ui->cols - 2 }, &lines, 0);
}

static void views_draw(struct ui *ui, struct frame *f, struct frame *base, int status)
{
	struct area area = picture_area(ui);

	area.rows -= status - 1;
	if (f != base)
		views_draw(ui, f->below, base, status);
	f->view->kind->draw(f, area);
}

bool is_too_small(const struct ui *ui)
{
	return ui->cols < UI_MIN_COLS || ui->rows < UI_MIN_ROWS;
}

static void too_small_draw(struct ui *ui)
{
	struct line line = { .ink = INK_TEXT };
	struct lines lines = { .row = &line, .n = 1 };
	char text[256];

	snprintf(text, sizeof(text),
		 _("The window is too small: %d × %d. Make it at least %d × %d."), ui->cols,
		 ui->rows, UI_MIN_COLS, UI_MIN_ROWS);
	line.text = text;
	paint_lines((struct area){ .rows = ui->rows, .cols = ui->cols }, &lines, 0);
}

void picture(struct ui *ui)
{
	struct frame *base = stack_base(ui);

	tty_size(&ui->rows, &ui->cols);
	tty_begin();
	ui->bar_n = 0;
	if (is_too_small(ui)) {
		too_small_draw(ui);
	} else {
		const char *text = status_text(ui);
		int rows = status_rows(ui, text);

		head_draw(ui, base);
		bar_draw(ui, ui->rows - 1);
		status_draw(ui, text, rows);
		views_draw(ui, ui->top, base, rows);
	}
	tty_show();
}

static void say(struct ui *ui, char *text, bool fault)
{
	free(ui->said);
	ui->said = text;
	ui->fault = fault;
}

void ui_say(struct ui *ui, const char *format, ...)
{
	char *text = NULL;
	va_list args;

	va_start(args, format);
	if (vasprintf(&text, format, args) < 0)
		text = NULL;
	va_end(args);
	say(ui, text, false);
}

unsigned ui_fault(struct ui *ui)
{
	ui_say(ui, "%s", err_last()->text);
	ui->fault = true;
	return UI_TAKEN | UI_REDRAW;
}
