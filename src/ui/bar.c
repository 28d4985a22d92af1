/* The key bar: numbers and short words of the function keys that work here and now. */
#include <stdio.h>
#include <string.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "private.h"

enum { BAR_F = 12, BAR_GAP = 8 };

/* What the bar will show; label NULL: nothing on that key. */
struct bar {
	struct frame *frame;
	const char *label[BAR_F + 1]; /* by number, from 1 */
};

static bool bar_visit(const struct action *action, void *data)
{
	struct bar *bar = data;
	uint32_t n = action->key - K_F0;

	if (action->key <= K_F0 || n > BAR_F || !action->label || bar->label[n])
		return true;
	if (action_enabled(action, bar->frame) && !action_hidden(bar->frame, action))
		bar->label[n] = text_of(action->label);
	return true;
}

static int word_width(const struct bar *bar, int n)
{
	return bar->label[n] ? utf8_width(bar->label[n]) + (n > 9 ? 2 : 1) + 1 : 0;
}

static int bar_width(const struct bar *bar)
{
	int width = 0;

	for (int n = 1; n <= BAR_F; n++)
		width += word_width(bar, n);
	return width;
}

/* A bar that is too long loses words from the middle: help, menu and back stay, the menu has all.
 */
static void bar_shorten(struct bar *bar, int cols)
{
	static const int order[] = { 12, 11, 8, 6, 5, 7, 4, 3, 2, 1 };

	for (size_t i = 0; i < COUNT_OF(order) && bar_width(bar) > cols; i++)
		bar->label[order[i]] = NULL;
}

/* Columns left free for each missing key below F10, so that words keep their places when there is
 * room. */
static int bar_gap(const struct bar *bar, int cols)
{
	int missing = 0;

	for (int n = 1; n < 10; n++)
		missing += !bar->label[n];
	int gap = missing ? (cols - bar_width(bar)) / missing : 0;

	return gap > BAR_GAP ? BAR_GAP : gap;
}

static int word_draw(struct ui *ui, int y, int x, int n, const char *label)
{
	char number[12];

	snprintf(number, sizeof(number), "%d", n);
	int taken = paint_text(y, x, ui->cols - x, INK_KEY, number);

	taken += paint_text(y, x + taken, ui->cols - x - taken, INK_LABEL, label);
	ui->bar[ui->bar_n++] = (struct bar_word){ .key = (uint32_t)K_F(n), .x = x, .cols = taken };
	return taken + 1;
}

void bar_draw(struct ui *ui, int y)
{
	struct bar bar = { .frame = ui->top };
	int x = 1;

	action_walk(ui->top, bar_visit, &bar);
	bar_shorten(&bar, ui->cols - 1);
	int gap = bar_gap(&bar, ui->cols - 1);

	ui->bar_n = 0;
	for (int n = 1; n <= BAR_F; n++)
		if (bar.label[n])
			x += word_draw(ui, y, x, n, bar.label[n]);
		else if (n < 10)
			x += gap;
}

uint32_t bar_key_at(const struct ui *ui, int x)
{
	for (size_t i = 0; i < ui->bar_n; i++)
		if (x >= ui->bar[i].x && x < ui->bar[i].x + ui->bar[i].cols)
			return ui->bar[i].key;
	return K_NONE;
}
