#include "nastavnik/ui/progress.h"

#include <stdio.h>

#include "nastavnik/base/i18n.h"
#include "private.h"
#include "tty.h"

enum { PROGRESS_COLS = 50 };

struct progress {
	struct job *job;
	unsigned (*finished)(struct frame *f, struct job *job, enum job_state state);
	enum job_state state; /* JOB_MORE: stopped by the person */
};

static enum rc progress_init(struct frame *f)
{
	struct progress *p = f->state;

	*p = *(struct progress *)f->arg;
	f->arg = NULL;
	frame_title(f, "%s", p->job->title);
	return RC_OK;
}

static void progress_draw(struct frame *f, struct area area)
{
	struct progress *p = f->state;
	const struct job *job = p->job;
	int cols = area.cols - 8 < PROGRESS_COLS ? area.cols - 8 : PROGRESS_COLS;
	struct area in = paint_dialog(area, 4, cols, f->title);
	struct arena a = { 0 };
	long long percent = job->total > 0 ? job->done * 100 / job->total : 0;

	if (job->total > 0) {
		paint_text(in.y + 1, in.x, in.cols, INK_BAR_DONE,
			   bar_text(&a, in.cols - 6, job->done, job->total));
		paint_cell(in.y + 1, in.x + in.cols - 5, -5, INK_DIALOG,
			   arena_printf(&a, "%lld %%", percent > 100 ? 100 : percent));
	} else if (job->done) {
		paint_text(in.y + 1, in.x, in.cols, INK_DIALOG,
			   arena_printf(&a, _("Done so far: %lld"), (long long)job->done));
	}
	if (job->cancel)
		paint_text(in.y + 3, in.x, in.cols, INK_CHOSEN,
			   arena_printf(&a, "[ Esc – %s ]", _("Stop")));
	tty_cursor(in.y + 3, in.x, false);
	arena_done(&a);
}

static unsigned stop(struct frame *f)
{
	struct progress *p = f->state;

	if (!p->job->cancel)
		return UI_TAKEN;
	p->job->cancel(p->job);
	p->state = JOB_MORE;
	return UI_TAKEN | UI_REDRAW | UI_CLOSE;
}

static unsigned progress_key(struct frame *f, const struct event *event)
{
	/* Every other key does nothing: what is typed ahead, Enter above all, must neither stop the
	 * work nor fall into the next screen. */
	if (event->key == K_ESC || event->key == K_F(10) || event->key == K_CLICK)
		return stop(f);
	return UI_TAKEN;
}

static bool progress_work(struct frame *f, unsigned *took)
{
	struct progress *p = f->state;

	p->state = p->job->step(p->job);
	if (p->state == JOB_MORE)
		return true;
	*took = UI_TAKEN | UI_REDRAW | UI_CLOSE;
	return false;
}

static unsigned progress_closed(struct frame *opener, struct frame *f)
{
	struct progress *p = f->state;

	return p->finished ? p->finished(opener, p->job, p->state) : UI_REDRAW;
}

/* The program must go: what is half done is undone. */
static void progress_rescue(struct frame *f)
{
	struct progress *p = f->state;

	if (p->job->cancel)
		p->job->cancel(p->job);
}

static const char *progress_status(struct frame *f)
{
	const struct progress *p = f->state;

	return p->job->cancel ? _("Esc stops; nothing is half done then.")
			      : _("One moment, please.");
}

static const struct view_kind progress_kind = {
	.name = "progress",
	.size = sizeof(struct progress),
	.dialog = true,
	.init = progress_init,
	.draw = progress_draw,
	.key = progress_key,
	.work = progress_work,
	.status = progress_status,
	.rescue = progress_rescue,
};

static const struct view progress_view = { .name = "progress",
					   .title = "",
					   .kind = &progress_kind };

unsigned progress_start(struct frame *f, struct job *job,
			unsigned (*finished)(struct frame *f, struct job *job,
					     enum job_state state))
{
	struct progress progress = { .job = job, .finished = finished };

	view_open(f->ui, f, &progress_view, &progress, progress_closed);
	return UI_TAKEN | UI_REDRAW;
}
