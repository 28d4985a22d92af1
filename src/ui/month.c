#include "month.h"

#include <stdio.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"

enum { CELL = 3, TITLE_ROW = 0, NAMES_ROW, WEEKS_ROW };

static const char *const weekday[MONTH_WEEK] = {
	CN_("weekday", "Mo"), CN_("weekday", "Tu"), CN_("weekday", "We"), CN_("weekday", "Th"),
	CN_("weekday", "Fr"), CN_("weekday", "Sa"), CN_("weekday", "Su"),
};

static void names_draw(int y, int x)
{
	for (int i = 0; i < MONTH_WEEK; i++)
		paint_text(y, x + i * CELL, CELL, INK_HEADING, text_in(weekday[i]));
}

static void day_draw(int y, int x, const struct month *month, int day)
{
	enum ink ink = day == month->chosen ? INK_CURSOR : month->ink[day];
	char text[4];

	snprintf(text, sizeof(text), "%2u", (unsigned)day % 100);
	paint_text(y, x, 2, ink, text);
	if (month->sign[day])
		paint_text(y, x + 2, 1, ink, month->sign[day]);
}

void month_draw(int y, int x, const struct month *month)
{
	int width = utf8_width(month->title);

	paint_text(y + TITLE_ROW, x + (width < MONTH_COLS ? (MONTH_COLS - 1 - width) / 2 : 0),
		   MONTH_COLS, INK_TITLE, month->title);
	names_draw(y + NAMES_ROW, x);
	for (int day = 1; day <= month->days; day++) {
		int at = day + month->first - 2;

		day_draw(y + WEEKS_ROW + at / MONTH_WEEK, x + at % MONTH_WEEK * CELL, month, day);
	}
}

int month_day_at(const struct month *month, int row, int col)
{
	int day = (row - WEEKS_ROW) * MONTH_WEEK + col / CELL - month->first + 2;

	if (row < WEEKS_ROW || col < 0 || col >= MONTH_COLS || day < 1 || day > month->days)
		return 0;
	return day;
}
