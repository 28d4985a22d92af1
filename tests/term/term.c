#include "term.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <vterm.h>

#include "term_private.h"

enum { LIMIT_MS = 60000, MARK_MAX = 64 };

static int64_t now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

_Noreturn void term_fail(struct term *t, const char *what, const char *detail)
{
	fprintf(stderr, "\nterminal: %s%s%s\nlast mark “%s”, %llu bytes sent, %d × %d\n", what,
		*detail ? ": " : "", detail, t->mark, (unsigned long long)t->sent, t->rows,
		t->cols);
	fputs(term_screen(t), stderr);
	if (!t->alternate)
		fprintf(stderr, "---\n%s\n", term_left_over(t));
	if (t->pid > 0)
		kill(t->pid, SIGKILL);
	abort();
}

static void child(const struct term_options *o)
{
	unsetenv("LINES");
	unsetenv("COLUMNS");
	unsetenv("NO_COLOR");
	unsetenv("LANGUAGE");
	setenv("TERM", o->term ? o->term : "xterm-256color", 1);
	setenv("LC_ALL", o->locale ? o->locale : "C.UTF-8", 1);
	setenv("NASTAVNIK_SYNC", "1", 1);
	setenv("ESCDELAY", "25", 1);
	for (const char *const *env = o->env; env && *env; env++) {
		char *copy = strdup(*env), *value = strchr(copy, '=');

		if (value) {
			*value = '\0';
			setenv(copy, value + 1, 1);
		} else {
			unsetenv(copy);
		}
		free(copy);
	}
	/* execv() takes them without const and does not write to them */
	union {
		const char *const *from;
		char *const *to;
	} argv = { .from = o->argv };

	execv(o->argv[0], argv.to);
	_exit(127);
}

struct term *term_spawn(const struct term_options *o)
{
	struct term *t = calloc(1, sizeof(*t));

	t->rows = o->rows ? o->rows : 24;
	t->cols = o->cols ? o->cols : 80;
	t->vt = vterm_new(t->rows, t->cols);
	vterm_set_utf8(t->vt, 1);
	t->screen = vterm_obtain_screen(t->vt);
	vterm_screen_set_callbacks(t->screen, &term_callbacks, t);
	vterm_screen_enable_altscreen(t->screen, 1);
	vterm_screen_reset(t->screen, 1);
	t->from = t->to = (iconv_t)-1;
	if (o->charset) {
		t->from = iconv_open("UTF-8", o->charset);
		t->to = iconv_open(o->charset, "UTF-8");
	}
	struct winsize size = { .ws_row = (unsigned short)t->rows,
				.ws_col = (unsigned short)t->cols };

	t->pid = forkpty(&t->fd, NULL, NULL, &size);
	if (t->pid == 0)
		child(o);
	if (t->pid < 0)
		term_fail(t, "forkpty", strerror(errno));
	fcntl(t->fd, F_SETFL, fcntl(t->fd, F_GETFL) | O_NONBLOCK);
	return t;
}

struct term *term_start(const struct term_options *o)
{
	struct term *t = term_spawn(o);

	term_wait(t);
	return t;
}

void term_free(struct term *t)
{
	if (t->pid > 0) {
		kill(t->pid, SIGKILL);
		waitpid(t->pid, NULL, 0);
	}
	if (t->fd >= 0)
		close(t->fd);
	vterm_free(t->vt);
	free(t->output);
	free(t->texts[0]);
	free(t->texts[1]);
	free(t->texts[2]);
	if (t->from != (iconv_t)-1) {
		iconv_close(t->from);
		iconv_close(t->to);
	}
	free(t);
}

/* The program's marks are taken out of its output here: they are OSC 2 texts. */
static void mark_read(struct term *t, const char *text)
{
	char word[8];
	unsigned long long n;
	int cols, rows;

	if (sscanf(text, "%7s %llu %dx%d", word, &n, &cols, &rows) != 4)
		return;
	snprintf(t->mark, sizeof(t->mark), "%s", text);
	t->idle = !strcmp(word, "idle");
	t->held = !strcmp(word, "held");
	t->handled = n;
	t->drawn_rows = rows;
	t->drawn_cols = cols;
}

/* One byte; true when it belongs to the picture. */
static bool mark_filter(struct term *t, char c)
{
	static const char begin[] = "\033]2;";

	if (t->mark_n < sizeof(begin) - 1) {
		if (c == begin[t->mark_n]) {
			t->mark_text[t->mark_n++] = c;
			return false;
		}
		if (t->mark_n) { /* another sequence: what was held back goes on */
			size_t n = t->mark_n;

			t->mark_n = 0;
			vterm_input_write(t->vt, t->mark_text, n);
			return mark_filter(t, c);
		}
		return true;
	}
	if (c == '\007' || t->mark_n == sizeof(t->mark_text) - 1) {
		t->mark_text[t->mark_n] = '\0';
		t->mark_n = 0;
		mark_read(t, t->mark_text + sizeof(begin) - 1);
	} else {
		t->mark_text[t->mark_n++] = c;
	}
	return false;
}

static void output_keep(struct term *t, const char *bytes, size_t n)
{
	t->output = realloc(t->output, t->output_n + n + 1);
	memcpy(t->output + t->output_n, bytes, n);
	t->output_n += n;
	t->output[t->output_n] = '\0';
}

static void feed(struct term *t, char *bytes, size_t n)
{
	char utf8[16384], *in = bytes, *out = utf8;
	size_t left = sizeof(utf8);

	if (t->from != (iconv_t)-1) {
		iconv(t->from, &in, &n, &out, &left);
		bytes = utf8;
		n = sizeof(utf8) - left;
	}
	output_keep(t, bytes, n);
	for (size_t i = 0; i < n; i++)
		if (mark_filter(t, bytes[i]))
			vterm_input_write(t->vt, bytes + i, 1);
}

/* Read what there is, waiting at most ms for it; false at the end of the program's output. */
static bool pump(struct term *t, int ms)
{
	struct pollfd in = { .fd = t->fd, .events = POLLIN };
	char bytes[4096];

	if (poll(&in, 1, ms) <= 0)
		return true;
	ssize_t n = read(t->fd, bytes, sizeof(bytes));

	if (n > 0)
		feed(t, bytes, (size_t)n);
	return n > 0 || (n < 0 && errno == EAGAIN);
}

static bool is_settled(const struct term *t, bool held_too)
{
	return (t->idle || (held_too && t->held)) && t->handled >= t->sent &&
	       t->drawn_rows == t->rows && t->drawn_cols == t->cols;
}

static void wait_until(struct term *t, bool held_too)
{
	int64_t limit = now_ms() + LIMIT_MS;

	while (!is_settled(t, held_too)) {
		if (!pump(t, 1000))
			term_fail(t, "the program ended", "");
		if (now_ms() > limit)
			term_fail(t, "no answer", "");
	}
}

void term_wait(struct term *t)
{
	wait_until(t, false);
}

void term_wait_text(struct term *t, const char *text)
{
	int64_t limit = now_ms() + LIMIT_MS;

	while (!term_has(t, text)) {
		if (!pump(t, 1000))
			term_fail(t, "the program ended before", text);
		if (now_ms() > limit)
			term_fail(t, "never came", text);
	}
}

static void write_all(struct term *t, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t done = write(t->fd, bytes, n);

		if (done > 0) {
			t->sent += (uint64_t)done;
			bytes += done;
			n -= (size_t)done;
		} else if (!pump(t, 1000)) { /* the pty is full until its other side is read */
			term_fail(t, "the program ended", "");
		}
	}
}

void term_write(struct term *t, const char *utf8, size_t n)
{
	char bytes[4096];

	t->idle = t->held = false;
	if (t->to == (iconv_t)-1) {
		write_all(t, utf8, n);
		return;
	}
	char *copy = strndup(utf8, n), *in = copy, *out = bytes;
	size_t left = sizeof(bytes);

	iconv(t->to, &in, &n, &out, &left);
	write_all(t, bytes, sizeof(bytes) - left);
	free(copy);
}

void term_write_split(struct term *t, const char *utf8, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		t->idle = t->held = false;
		write_all(t, utf8 + i, 1);
		wait_until(t, true);
	}
}

void term_bytes(struct term *t, const char *bytes, size_t n)
{
	t->idle = t->held = false;
	write_all(t, bytes, n);
	term_wait(t);
}

void term_resize_only(struct term *t, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

	/* A picture of this size from before, when it was this size once already, is not the
	 * answer. */
	if (rows != t->rows || cols != t->cols)
		t->drawn_rows = t->drawn_cols = 0;
	t->rows = rows;
	t->cols = cols;
	vterm_set_size(t->vt, rows, cols);
	ioctl(t->fd, TIOCSWINSZ, &size);
}

void term_resize(struct term *t, int rows, int cols)
{
	term_resize_only(t, rows, cols);
	term_wait(t);
}

void term_signal(struct term *t, int number)
{
	kill(t->pid, number);
}

void term_hang_up(struct term *t)
{
	close(t->fd);
	t->fd = -1;
}

int term_exit(struct term *t)
{
	int64_t limit = now_ms() + LIMIT_MS;
	int status;

	while (t->fd >= 0 && pump(t, 1000))
		if (now_ms() > limit)
			term_fail(t, "the program does not end", "");
	waitpid(t->pid, &status, 0);
	t->pid = 0;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
