#include "pty_run.h"

#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LIMIT_MS = 60000 };

_Noreturn void run_fail(const char *what)
{
	fprintf(stderr, "bench: %s\n", what);
	exit(1);
}

double run_clock(clockid_t id)
{
	struct timespec t;

	clock_gettime(id, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

/* Has the newest mark said that all bytes are handled and the picture is whole? What is costly may
 * still come after it. */
static bool is_idle(const struct run *r)
{
	static const char begin[] = "\033]2;";
	unsigned long long taken;
	char word[8];
	const char *at = r->tail, *mark = NULL;

	while ((at = strstr(at, begin)))
		mark = at++;
	return mark && strchr(mark, '\007') &&
	       sscanf(mark + sizeof(begin) - 1, "%7s %llu", word, &taken) == 2 &&
	       (!strcmp(word, "idle") || !strcmp(word, "shown")) && taken >= r->sent;
}

/* Keep the end of what is written; the mark comes last and is short. */
static void tail_add(struct run *r, const char *bytes, size_t n)
{
	size_t keep = r->n < 64 ? r->n : 64;

	memmove(r->tail, r->tail + r->n - keep, keep);
	memcpy(r->tail + keep, bytes, n);
	r->n = keep + n;
	r->tail[r->n] = '\0';
}

static void wait_idle(struct run *r)
{
	char bytes[4000];

	while (!is_idle(r)) {
		struct pollfd in = { .fd = r->fd, .events = POLLIN };
		ssize_t n = poll(&in, 1, LIMIT_MS) > 0 ? read(r->fd, bytes, sizeof(bytes)) : 0;

		if (n <= 0)
			run_fail("the program ended or does not answer");
		for (ssize_t i = 0; i < n; i++) /* strstr() goes on to the next mark */
			if (!bytes[i])
				bytes[i] = ' ';
		tail_add(r, bytes, (size_t)n);
	}
}

void run_keys(struct run *r, const char *bytes)
{
	size_t n = strlen(bytes);

	r->sent += n;
	r->n = 0;
	if (write(r->fd, bytes, n) != (ssize_t)n)
		run_fail("a key could not be written");
	wait_idle(r);
}

static void child(const char *program, const char *file)
{
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("NASTAVNIK_SYNC", "1", 1);
	setenv("XDG_STATE_HOME", "/dev/null", 1); /* the files opened lately are not this one */
	unsetenv("LINES");
	unsetenv("COLUMNS");
	execl(program, program, file, (char *)NULL);
	_exit(127);
}

void run_start(struct run *r, const char *program, const char *file)
{
	struct winsize size = { .ws_row = RUN_ROWS, .ws_col = RUN_COLS };

	memset(r, 0, sizeof(*r));
	r->pid = forkpty(&r->fd, NULL, NULL, &size);
	if (r->pid < 0)
		run_fail("no pty");
	if (r->pid == 0)
		child(program, file);
	if (clock_getcpuclockid(r->pid, &r->cpu))
		run_fail("no clock of the program");
	wait_idle(r);
}

void run_stop(struct run *r)
{
	kill(r->pid, SIGHUP);
	close(r->fd);
	waitpid(r->pid, NULL, 0);
}

/* A key whose answer is timed. */
void run_press(struct run *r, struct series *s, const char *bytes)
{
	double wall = run_clock(CLOCK_MONOTONIC), cpu = run_clock(r->cpu);

	run_keys(r, bytes);
	s->wall[s->n] = run_clock(CLOCK_MONOTONIC) - wall;
	s->cpu[s->n++] = run_clock(r->cpu) - cpu;
}

static int compare(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Width for printf(), which counts bytes, that makes names one column wide. */
static int pad(const char *name)
{
	int width = 24;

	for (; *name; name++)
		width += (*name & 0xc0) == 0x80;
	return width;
}

void series_print(struct series *s)
{
	qsort(s->wall, s->n, sizeof(*s->wall), compare);
	qsort(s->cpu, s->n, sizeof(*s->cpu), compare);
	printf("%-*s median_ms=%.2f p95_ms=%.2f cpu_ms=%.2f wanted_ms=%s\n", pad(s->name), s->name,
	       s->wall[s->n / 2], s->wall[s->n * 95 / 100], s->cpu[s->n / 2], s->wanted);
}
