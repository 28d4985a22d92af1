/*
 * The one event loop. Signals are blocked except inside ppoll(): none can slip in between looking
 * for input and going to sleep.
 */
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/embed.h"
#include "nastavnik/base/str.h"
#include "private.h"
#include "tty.h"

enum { ESC_DELAY_MS = 50, PASTE_END_MS = 1000, WORK_PICTURE_MS = 50 };

static volatile sig_atomic_t signal_resize, signal_end;

static void on_resize(int number)
{
	(void)number;
	signal_resize = 1;
}

static void on_end(int number)
{
	(void)number;
	signal_end = 1;
}

/* abort() and failed assertions: their own words were lost with the screen. No gettext here: it may
 * need memory. */
static void on_abort(int number)
{
	static const char text[] = "nastavnik: программа аварийно остановлена; всё сохранённое "
				   "цело / the program broke down; what was saved is safe\n";

	tty_close();
	(void)!write(STDERR_FILENO, text, sizeof(text) - 1); /* or there is nobody left to tell */
	raise(number);                                       /* its handler stands once only */
}

static const struct {
	int number;
	void (*handler)(int);
} signals[] = {
	{ SIGWINCH, on_resize },
	{ SIGTERM, on_end },
	{ SIGHUP, on_end },
	{ SIGINT, on_end },
};

/* Our handlers stand before curses looks: it leaves those alone that are not the default. */
static void signals_take(void)
{
	const struct sigaction broken = { .sa_handler = on_abort, .sa_flags = (int)SA_RESETHAND };

	signal_resize = signal_end = 0;
	for (size_t i = 0; i < COUNT_OF(signals); i++) {
		struct sigaction action = { .sa_handler = signals[i].handler };

		sigemptyset(&action.sa_mask);
		sigaction(signals[i].number, &action, NULL);
	}
	sigaction(SIGABRT, &broken, NULL);
}

/* Block ours; *old is what holds inside ppoll(). */
static void signals_block(sigset_t *old)
{
	sigset_t set;

	sigemptyset(&set);
	for (size_t i = 0; i < COUNT_OF(signals); i++)
		sigaddset(&set, signals[i].number);
	sigprocmask(SIG_BLOCK, &set, old);
	for (size_t i = 0; i < COUNT_OF(signals); i++)
		sigdelset(old, signals[i].number);
}

/* A program that was told to go is told no second time: it has files to close. */
static void signals_give(bool ended)
{
	sigset_t set;

	sigemptyset(&set);
	signal(SIGABRT, SIG_DFL);
	for (size_t i = 0; i < COUNT_OF(signals); i++) {
		signal(signals[i].number, ended ? SIG_IGN : SIG_DFL);
		sigaddset(&set, signals[i].number);
	}
	sigprocmask(SIG_UNBLOCK, &set, NULL);
}

static int esc_delay(void)
{
	const char *text = getenv("ESCDELAY");
	int ms = text ? atoi(text) : 0;

	return ms > 0 ? ms : ESC_DELAY_MS;
}

enum rc ui_new(const struct ui_options *options, struct ui **out)
{
	const struct embed *keys = embed_find("keys.conf");
	struct ui *ui;
	enum rc rc;

	signals_take();
	rc = tty_open(&options->look);
	if (rc != RC_OK) {
		signals_give(false);
		return rc;
	}
	ui = mem_alloc(sizeof(*ui));
	ui->options = *options;
	ui->sync = getenv("NASTAVNIK_SYNC") != NULL;
	ui->esc_delay = esc_delay();
	keymap_parse(&ui->keymap, keys ? keys->text : "");
	tty_keys(&ui->keymap);
	ui->decoder.map = &ui->keymap;
	*out = ui;
	return RC_OK;
}

void ui_look(struct ui *ui, const struct ui_look *look)
{
	ui->options.look = *look;
	tty_look_set(look);
}

void ui_free(struct ui *ui)
{
	if (!ui)
		return;
	bool ended = ui->ended != UI_END_ASKED;

	stack_clear(ui);
	decode_done(&ui->decoder);
	free(ui->said);
	free(ui);
	tty_close();
	signals_give(ended);
}

/* Tell a test, in band, that all bytes so far are handled and shown. */
static void mark(const struct ui *ui, const char *what)
{
	char text[64];

	if (!ui->sync)
		return;
	snprintf(text, sizeof(text), "\033]2;%s %llu %dx%d\007", what,
		 (unsigned long long)ui->taken, ui->cols, ui->rows);
	tty_send(text);
}

static void end(struct ui *ui, enum ui_end why)
{
	ui->ended = why;
	ui->quit = true;
	stack_rescue(ui);
}

static bool is_working(const struct ui *ui)
{
	return ui->top && ui->top->view->kind->work != NULL;
}

/* Has the top frame something to find out yet? */
static bool is_later_due(const struct ui *ui)
{
	return ui->top && ui->top->later_due && !is_working(ui);
}

/* Milliseconds until something is due without input; -1: nothing is. */
static int due_ms(const struct ui *ui)
{
	int64_t since = clock_ms() - ui->byte_at, due;

	if (decode_waiting(&ui->decoder))
		due = ui->decoder.pasting ? PASTE_END_MS : ui->esc_delay;
	else if (ui->options.idle && !ui->idle_told && !is_working(ui))
		due = IDLE_MS;
	else
		return -1;
	return since >= due ? 0 : (int)(due - since);
}

/* True when there is input. */
static bool wait(struct ui *ui, const sigset_t *mask)
{
	struct pollfd in = { .fd = STDIN_FILENO, .events = POLLIN };
	int ms = is_working(ui) || is_later_due(ui) ? 0 : due_ms(ui);
	struct timespec time = { .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L };
	int ready = ppoll(&in, 1, ms < 0 ? NULL : &time, mask);

	if (signal_end) {
		end(ui, UI_END_SIGNAL);
		return false;
	}
	if (signal_resize) {
		signal_resize = 0;
		tty_resize();
	}
	if (ready > 0 && !(in.revents & POLLIN)) /* hung up */
		end(ui, UI_END_INPUT);
	return ready > 0 && !ui->quit;
}

static void read_input(struct ui *ui)
{
	struct event event;
	int byte = tty_byte();

	if (byte < 0) /* readable, and nothing to read: the end of input */
		end(ui, UI_END_INPUT);
	for (; byte >= 0 && !ui->quit && ui->top; byte = tty_byte()) {
		ui->taken++;
		ui->byte_at = clock_ms();
		ui->idle_told = false;
		if (decode_byte(&ui->decoder, (unsigned char)byte, &event))
			dispatch(ui, &event);
	}
}

static void time_passed(struct ui *ui)
{
	struct event event;

	if (due_ms(ui) != 0)
		return;
	if (decode_waiting(&ui->decoder)) {
		if (decode_timeout(&ui->decoder, &event))
			dispatch(ui, &event);
	} else {
		ui->idle_told = true;
		stack_idle(ui);
		ui->options.idle(ui->options.app);
	}
}

/* A slice of the long work of the top frame. */
static void work(struct ui *ui)
{
	struct frame *f = ui->top;
	unsigned took = UI_IGNORED;

	if (!f->view->kind->work(f, &took))
		stack_apply(f, took);
}

static void later(struct ui *ui)
{
	struct frame *f = ui->top;
	unsigned took = f->view->later(f);

	f->later_due = took != UI_IGNORED;
	stack_apply(f, took);
}

/* How far the picture is whole: for a test, and for a bench. */
static const char *mark_word(const struct ui *ui)
{
	if (is_later_due(ui))
		return "shown";
	return decode_waiting(&ui->decoder) || ui->decoder.half ? "held" : "idle";
}

static void show(struct ui *ui, int64_t *shown_at)
{
	if (is_working(ui)) {
		if (clock_ms() - *shown_at < WORK_PICTURE_MS)
			return;
	} else {
		stack_reload(ui);
	}
	picture(ui);
	*shown_at = clock_ms();
	if (!is_working(ui))
		mark(ui, mark_word(ui));
}

/* Begin anew where a handler has asked for it. */
static enum rc restart(struct ui *ui)
{
	const struct view *first = ui->restart;

	if (!first || ui->quit)
		return RC_OK;
	ui->restart = NULL;
	stack_clear(ui);
	return view_open(ui, NULL, first, NULL, NULL) ? RC_OK : err_last()->code;
}

enum rc ui_run(struct ui *ui, const struct view *first, void *arg)
{
	sigset_t mask;
	int64_t shown_at = 0;

	signals_block(&mask);
	ui->quit = false;
	ui->byte_at = clock_ms();
	if (!view_open(ui, NULL, first, arg, NULL))
		return err_last()->code;
	enum rc rc = RC_OK;
	while (!rc && !ui->quit && ui->top) {
		show(ui, &shown_at);
		bool input = wait(ui, &mask);

		if (input)
			read_input(ui);
		else if (!ui->quit)
			time_passed(ui);
		if (!ui->quit && is_working(ui))
			work(ui);
		else if (!ui->quit && !input && is_later_due(ui))
			later(ui);
		rc = restart(ui);
	}
	stack_clear(ui);
	return rc;
}
