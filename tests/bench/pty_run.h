/*
 * The real program on a pty that throws the picture away, from writing a key to its word that all
 * is drawn (NASTAVNIK_SYNC): what a terminal takes to draw is not counted.
 */
#ifndef TESTS_BENCH_PTY_RUN_H
#define TESTS_BENCH_PTY_RUN_H

#include <stddef.h>
#include <sys/types.h>
#include <time.h>

enum { RUN_SAMPLES = 512, RUN_ROWS = 40, RUN_COLS = 132 };

#define KEY_DOWN "\033[B"
#define KEY_PAGE_UP "\033[5~"
#define KEY_PAGE_DOWN "\033[6~"
#define KEY_HOME "\033[H"
#define KEY_END "\033[F"
#define KEY_F3 "\033OR"
#define KEY_F6 "\033[17~"
#define KEY_F10 "\033[21~"
#define KEY_BACKSPACE "\177"

/* The program and the pty it runs on. */
struct run {
	pid_t pid;
	int fd;
	clockid_t cpu;
	unsigned long long sent;
	char tail[4096]; /* of its output, with the newest mark */
	size_t n;
};

/* What one action took, again and again. */
struct series {
	const char *name, *wanted;
	double wall[RUN_SAMPLES], cpu[RUN_SAMPLES];
	size_t n;
};

/* Say what went wrong and leave. */
_Noreturn void run_fail(const char *what);
/* Milliseconds. */
double run_clock(clockid_t id);
/* The program on a file, waiting for keys; and its end. */
void run_start(struct run *r, const char *program, const char *file);
void run_stop(struct run *r);
/* Type, and wait until all is drawn; run_press() also writes down what it took. */
void run_keys(struct run *r, const char *bytes);
void run_press(struct run *r, struct series *s, const char *bytes);
/* One line: median and 95th percentile of the clock, median of the program's own processor time,
 * which a busy machine does not lengthen, and what is wanted. */
void series_print(struct series *s);

#endif
