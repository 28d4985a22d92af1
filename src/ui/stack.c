#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "private.h"

static void frame_free(struct frame *f)
{
	if (f->view->kind->done)
		f->view->kind->done(f);
	if (f->view->done)
		f->view->done(f);
	arena_done(&f->arena);
	arena_done(&f->fresh);
	free(f->state);
	free(f);
}

static enum rc frame_load(struct frame *f)
{
	const struct view *view = f->view;
	enum rc rc = RC_OK;

	f->generation = f->ui->generation;
	f->later_due = view->later != NULL;
	if (view->kind->unload)
		view->kind->unload(f);
	arena_reset(&f->fresh);
	if (view->load)
		rc = view->load(f);
	if (rc == RC_OK && view->kind->load)
		rc = view->kind->load(f);
	return rc;
}

void frame_stale(struct frame *f)
{
	f->generation = f->ui->generation - 1;
}

static enum rc frame_init(struct frame *f)
{
	const struct view *view = f->view;
	enum rc rc = RC_OK;

	if (view->init)
		rc = view->init(f);
	if (rc == RC_OK && view->kind->init)
		rc = view->kind->init(f);
	return rc == RC_OK ? frame_load(f) : rc;
}

struct frame *view_open(struct ui *ui, struct frame *opener, const struct view *view, void *arg,
			frame_closed *closed)
{
	struct frame *f = mem_alloc(sizeof(*f));

	*f = (struct frame){
		.view = view, .ui = ui, .arg = arg, .opener = opener, .closed = closed
	};
	f->state = mem_alloc(view->kind->size);
	f->below = ui->top;
	ui->top = f; /* init may already open a dialog above it */
	if (frame_init(f) == RC_OK)
		return f;
	ui_fault(ui);
	while (ui->top != f) /* what init opened before it failed */
		stack_close(ui->top);
	ui->top = f->below;
	frame_free(f);
	return NULL;
}

unsigned view_push(struct frame *f, const struct view *view, void *arg)
{
	view_open(f->ui, f, view, arg, NULL);
	return UI_TAKEN | UI_REDRAW;
}

void frame_title(struct frame *f, const char *format, ...)
{
	char text[256];
	va_list args;

	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	f->title = arena_strdup(&f->arena, text);
}

const char *frame_title_text(const struct frame *f)
{
	return f->title ? f->title : text_of(f->view->title);
}

/* The frame leaves the stack before its opener hears of it, so that the opener may open the next.
 */
void stack_close(struct frame *f)
{
	struct ui *ui = f->ui;
	struct frame **at = &ui->top;

	while (*at && *at != f)
		at = &(*at)->below;
	if (!*at)
		return;
	*at = f->below;
	unsigned took = f->closed && f->opener ? f->closed(f->opener, f) : UI_IGNORED;
	struct frame *opener = f->opener;

	frame_free(f);
	if (opener && took)
		stack_apply(opener, took);
}

static bool is_open(const struct ui *ui, const struct frame *frame)
{
	const struct frame *f = ui->top;

	while (f && f != frame)
		f = f->below;
	return f != NULL;
}

/* The rest of a chain of screens, from above; stops at one that asks. */
static void close_past(struct ui *ui, const struct frame *last)
{
	while (is_open(ui, last)) {
		struct frame *f = ui->top;

		if (f->view->kind->leave && !f->view->kind->leave(f))
			return;
		stack_close(f);
	}
}

unsigned view_close_past(struct frame *f, const struct view *view)
{
	struct frame *last = f;

	while (last && last->view != view)
		last = last->below;
	f->ui->close_past = last;
	return frame_leave(f);
}

void stack_apply(struct frame *f, unsigned took)
{
	struct ui *ui = f->ui;
	const struct frame *last = ui->close_past;

	ui->close_past = NULL;
	if (took & UI_RELOAD)
		ui->generation++;
	if (took & UI_QUIT)
		ui->quit = true;
	if (took & UI_CLOSE) {
		stack_close(f);
		close_past(ui, last);
	}
}

void view_restart(struct ui *ui, const struct view *first)
{
	ui->restart = first;
}

/* Nobody hears of it: the program leaves. */
void stack_clear(struct ui *ui)
{
	while (ui->top) {
		struct frame *f = ui->top;

		ui->top = f->below;
		frame_free(f);
	}
}

struct frame *stack_base(const struct ui *ui)
{
	struct frame *f = ui->top;

	while (f && f->view->kind->dialog && f->below)
		f = f->below;
	return f;
}

/* What is on the screen reads what has changed; the rest when it comes to light. */
void stack_reload(struct ui *ui)
{
	struct frame *base = stack_base(ui);

	for (struct frame *f = ui->top; f; f = f == base ? NULL : f->below)
		if (f->generation != ui->generation && frame_load(f) != RC_OK)
			ui_fault(ui);
}

void stack_rescue(struct ui *ui)
{
	for (struct frame *f = ui->top; f; f = f->below) {
		if (f->view->kind->rescue)
			f->view->kind->rescue(f);
		if (f->view->rescue)
			f->view->rescue(f);
	}
}

void stack_idle(struct ui *ui)
{
	for (struct frame *f = ui->top; f; f = f->below)
		if (f->view->kind->idle)
			f->view->kind->idle(f);
}

void *ui_app(const struct ui *ui)
{
	return ui->options.app;
}
