/*
 * bench_screen NASTAVNIK PEOPLE: the real program on a real file, from writing a key to its word
 * that all is drawn (NASTAVNIK_SYNC). The terminal is a pty that throws the picture away: what a
 * terminal takes to draw is not counted. Prints one action a line, milliseconds: median and 95th
 * percentile of the clock, median of the program's own processor time (which a busy machine does
 * not lengthen), and what is wanted; and the memory resident at the end.
 */
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	STARTS = 21,
	ROUNDS = 21,
	KEYS = 201,
	SAMPLES = 512,
	LIMIT_MS = 60000,
	ROWS = 40,
	COLS = 132
};

#define DOWN "\033[B"
#define PAGE_UP "\033[5~"
#define PAGE_DOWN "\033[6~"
#define HOME "\033[H"
#define END "\033[F"
#define F3 "\033OR"
#define F6 "\033[17~"
#define F10 "\033[21~"
#define BACKSPACE "\177"

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
	double wall[SAMPLES], cpu[SAMPLES];
	size_t n;
};

static _Noreturn void fail(const char *what)
{
	fprintf(stderr, "bench_screen: %s\n", what);
	exit(1);
}

static double clock_of(clockid_t id)
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
			fail("the program ended or does not answer");
		for (ssize_t i = 0; i < n; i++) /* strstr() goes on to the next mark */
			if (!bytes[i])
				bytes[i] = ' ';
		tail_add(r, bytes, (size_t)n);
	}
}

static void keys(struct run *r, const char *bytes)
{
	size_t n = strlen(bytes);

	r->sent += n;
	r->n = 0;
	if (write(r->fd, bytes, n) != (ssize_t)n)
		fail("a key could not be written");
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
	unsetenv("NASTAVNIK_LANG");
	execl(program, program, file, (char *)NULL);
	_exit(127);
}

static void start(struct run *r, const char *program, const char *file)
{
	struct winsize size = { .ws_row = ROWS, .ws_col = COLS };

	memset(r, 0, sizeof(*r));
	r->pid = forkpty(&r->fd, NULL, NULL, &size);
	if (r->pid < 0)
		fail("no pty");
	if (r->pid == 0)
		child(program, file);
	if (clock_getcpuclockid(r->pid, &r->cpu))
		fail("no clock of the program");
	wait_idle(r);
}

static void stop(struct run *r)
{
	kill(r->pid, SIGHUP);
	close(r->fd);
	waitpid(r->pid, NULL, 0);
}

/* A key whose answer is timed. */
static void press(struct run *r, struct series *s, const char *bytes)
{
	double wall = clock_of(CLOCK_MONOTONIC), cpu = clock_of(r->cpu);

	keys(r, bytes);
	s->wall[s->n] = clock_of(CLOCK_MONOTONIC) - wall;
	s->cpu[s->n++] = clock_of(r->cpu) - cpu;
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

static void print(struct series *s)
{
	qsort(s->wall, s->n, sizeof(*s->wall), compare);
	qsort(s->cpu, s->n, sizeof(*s->cpu), compare);
	printf("%-*s median_ms=%.2f p95_ms=%.2f cpu_ms=%.2f wanted_ms=%s\n", pad(s->name), s->name,
	       s->wall[s->n / 2], s->wall[s->n * 95 / 100], s->cpu[s->n / 2], s->wanted);
}

static void bench_start(const char *program, const char *file)
{
	struct series s = { .name = "start", .wanted = "20" };
	struct series list = { .name = "F3 for the first time", .wanted = "-" };

	for (int i = 0; i < STARTS; i++) {
		double from = clock_of(CLOCK_MONOTONIC);
		struct run r;

		start(&r, program, file);
		s.wall[s.n] = clock_of(CLOCK_MONOTONIC) - from;
		s.cpu[s.n++] = clock_of(r.cpu);
		press(&r, &list, F3);
		stop(&r);
	}
	print(&s);
	print(&list);
}

/* The same key, n times, after another that is not timed (NULL: none). */
static void bench_key(struct run *r, const char *name, const char *wanted, const char *before,
		      const char *key, int n)
{
	struct series s = { .name = name, .wanted = wanted };

	for (int i = 0; i < n; i++) {
		if (before)
			keys(r, before);
		press(r, &s, key);
	}
	print(&s);
}

/* A word letter by letter, and taken back again. */
static void bench_find(struct run *r, const char *const *letters, size_t n)
{
	struct series letter[8] = { 0 }, back[8] = { 0 };
	char word[8][32] = { "" }, text[96];

	for (int round = 0; round < ROUNDS; round++) {
		for (size_t i = 0; i < n; i++)
			press(r, &letter[i], letters[i]);
		for (size_t i = n; i-- > 0;)
			press(r, &back[i], BACKSPACE);
	}
	for (size_t i = 0; i < n; i++) {
		snprintf(word[i], sizeof(word[i]), "%.24s%s", i ? word[i - 1] : "", letters[i]);
		snprintf(text, sizeof(text), "find %.64s", word[i]);
		letter[i].name = text;
		letter[i].wanted = "20";
		print(&letter[i]);
	}
	for (size_t i = n; i-- > 0;) {
		snprintf(text, sizeof(text), "backspace from %.64s", word[i]);
		back[i].name = text;
		back[i].wanted = "20";
		print(&back[i]);
	}
}

/* F6 and the column: both directions. */
static void bench_sort(struct run *r, const char *name, int column)
{
	struct series s = { .name = name, .wanted = "-" };

	for (int i = 0; i < ROUNDS; i++) {
		keys(r, F6 HOME);
		for (int k = 0; k < column; k++)
			keys(r, DOWN);
		press(r, &s, "\r");
	}
	print(&s);
}

static void bench_card(struct run *r)
{
	struct series open = { .name = "enter opens the form", .wanted = "-" };
	struct series close_ = { .name = "F10 back to the list", .wanted = "-" };

	for (int i = 0; i < ROUNDS; i++) {
		press(r, &open, "\r");
		press(r, &close_, F10);
	}
	print(&open);
	print(&close_);
}

static void print_memory(const struct run *r)
{
	char path[64], line[256];

	snprintf(path, sizeof(path), "/proc/%d/status", (int)r->pid);
	FILE *status = fopen(path, "r");
	while (status && fgets(line, sizeof(line), status)) {
		long kb;

		if (sscanf(line, "VmRSS: %ld", &kb) == 1)
			printf("%-24s kb=%ld wanted_kb=25000\n", "resident", kb);
		if (sscanf(line, "VmHWM: %ld", &kb) == 1)
			printf("%-24s kb=%ld\n", "resident at most", kb);
	}
	if (status)
		fclose(status);
}

static void bench_list(struct run *r)
{
	static const char *const word[] = { "и", "в", "а", "н", "о" };
	static const char *const other[] = { "b", "d", "f", "y" };
	static const char *const words[] = { "т", "и", "т", " ", "7", "б" };

	bench_key(r, "F3 again", "-", F10, F3, ROUNDS);
	bench_key(r, "down", "1", NULL, DOWN, KEYS);
	bench_key(r, "page down", "2", NULL, PAGE_DOWN, KEYS);
	bench_key(r, "page up", "2", NULL, PAGE_UP, KEYS / 2);
	bench_key(r, "end", "2", HOME, END, KEYS / 4);
	bench_key(r, "home", "2", END, HOME, KEYS / 4);
	bench_find(r, word, sizeof(word) / sizeof(word[0]));
	bench_find(r, other, sizeof(other) / sizeof(other[0]));
	bench_find(r, words, sizeof(words) / sizeof(words[0]));
	bench_card(r);
	bench_sort(r, "order by class", 1);
	bench_sort(r, "order by birth", 2);
	bench_key(r, "find и, by birth", "20", BACKSPACE, "и", ROUNDS);
	keys(r, BACKSPACE);
	bench_sort(r, "order by kind", 3);
	bench_sort(r, "order by telephone", 4);
	bench_sort(r, "order by name", 0);
}

/* A class list like a school's, only larger; no two rows are the same person. */
static void table_make(const char *path, int people)
{
	static const char *const families[] = { "Иванов",   "Смирнов", "Ёлкин",   "Попов",
						"Васильев", "Соколов", "Новиков", "Фёдоров",
						"Титов",    "Журавлёв" };
	static const char *const endings[] = { "", "ский", "енко", "ин", "чук", "ченко", "швили" };
	static const char *const given[] = { "Александр", "Максим", "Иван", "Артём",
					     "Дмитрий",   "Никита", "Егор", "Илья",
					     "Матвей",    "Пётр",   "Семён" };
	static const char *const patronymics[] = { "Александрович", "Ильич", "Петрович" };
	static const char *const letters[] = { "А", "Б", "В", "Г" };
	FILE *out = fopen(path, "w");

	if (!out)
		fail("the table could not be written");
	fputs("Фамилия;Имя;Отчество;Дата рождения;Класс;Телефон;Электронная почта;Примечание\n",
	      out);
	srand(1);
	for (int i = 0; i < people; i++) {
		int grade = 1 + rand() % 11;

		fprintf(out,
			"%s%s-%s;%s;%s;%02d.%02d.%d;%d%s;+7 (9%02d) %07d;p%d@school.example;дело "
			"%d\n",
			families[i % 10], endings[i / 10 % 7], families[rand() % 10],
			given[i / 70 % 11], patronymics[rand() % 3], 1 + rand() % 28,
			1 + rand() % 12, 2019 - grade, grade, letters[rand() % 4], rand() % 100,
			i * 7 % 10000000, i, i);
	}
	if (fclose(out))
		fail("the table could not be written");
}

static void file_make(const char *program, const char *file, const char *table)
{
	char command[4096];

	snprintf(command, sizeof(command),
		 "'%s' new '%s' --school Школа --year 2026 >/dev/null &&"
		 " '%s' import people '%s' --from '%s' --partial 2>/dev/null | grep added",
		 program, file, program, file, table);
	fflush(stdout);
	if (system(command))
		fail("the file could not be made");
}

int main(int argc, char **argv)
{
	char folder[] = "/tmp/nastavnik-bench-XXXXXX", table[64], file[64], lock[80];
	struct run r;

	if (argc != 3 || atoi(argv[2]) < 1) {
		fprintf(stderr, "bench_screen NASTAVNIK PEOPLE\n");
		return 2;
	}
	if (!mkdtemp(folder))
		fail("no folder below /tmp");
	snprintf(table, sizeof(table), "%s/table.csv", folder);
	snprintf(file, sizeof(file), "%s/school.nastavnik", folder);
	snprintf(lock, sizeof(lock), "%s.lock", file);
	table_make(table, atoi(argv[2]));
	file_make(argv[1], file, table);
	unlink(table);
	bench_start(argv[1], file);
	start(&r, argv[1], file);
	keys(&r, F3);
	bench_list(&r);
	print_memory(&r);
	stop(&r);
	unlink(file);
	unlink(lock);
	rmdir(folder);
	return 0;
}
