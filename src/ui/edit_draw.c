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

void edit_draw(const struct edit *e, size_t *left, int y, int x, int cols)
{
	const char *text = str_text(&e->text);

	if (*left > e->at)
		*left = e->at;
	while (*left < e->at && width_between(text, *left, e->at) >= cols)
		*left = utf8_next(text, *left);
	int taken = paint_text(y, x, cols, INK_FOCUS, text + *left);

	paint_fill(y, x + taken, cols - taken, INK_FOCUS, " ");
	tty_cursor(y, x + width_between(text, *left, e->at), true);
}
