#include "edit.h"

#include "nastavnik/base/utf8.h"
#include "nastavnik/ui/paint.h"
#include "private.h"
#include "tty.h"

/* Columns of the bytes from…to. */
static int width_between(const char *text, size_t from, size_t to)
{
	struct arena a = { 0 };
	int width = utf8_width(arena_strndup(&a, text + from, to - from));

	arena_done(&a);
	return width;
}

/* A star a character, its end when there are more than fit. */
static void stars_draw(const struct edit *e, int y, int x, int cols)
{
	int all = (int)utf8_count(str_text(&e->text)), n = all < cols ? all : cols - 1;
	struct arena a = { 0 };
	int at = (int)utf8_count(arena_strndup(&a, str_text(&e->text), e->at));

	paint_fill(y, x, n, INK_FOCUS, "*");
	paint_fill(y, x + n, cols - n, INK_FOCUS, " ");
	tty_cursor(y, x + (at < cols ? at : cols - 1), true);
	arena_done(&a);
}

void edit_draw(const struct edit *e, size_t *left, int y, int x, int cols)
{
	const char *text = str_text(&e->text);

	if (e->secret) {
		stars_draw(e, y, x, cols);
		return;
	}
	if (*left > e->at)
		*left = e->at;
	while (*left < e->at && width_between(text, *left, e->at) >= cols)
		*left = utf8_next(text, *left);
	int taken = paint_text(y, x, cols, INK_FOCUS, text + *left);

	paint_fill(y, x + taken, cols - taken, INK_FOCUS, " ");
	tty_cursor(y, x + width_between(text, *left, e->at), true);
}
