/*
 * bench_screen NASTAVNIK PEOPLE: the real program on a real file, one action a line; and the memory
 * resident at the end.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "pty_run.h"

enum { STARTS = 21, ROUNDS = 21, KEYS = 201 };

static void bench_start(const char *program, const char *file)
{
	struct series s = { .name = "start", .wanted = "20" };
	struct series list = { .name = "F3 for the first time", .wanted = "-" };

	for (int i = 0; i < STARTS; i++) {
		double from = run_clock(CLOCK_MONOTONIC);
		struct run r;

		run_start(&r, program, file);
		s.wall[s.n] = run_clock(CLOCK_MONOTONIC) - from;
		s.cpu[s.n++] = run_clock(r.cpu);
		run_press(&r, &list, KEY_F3);
		run_stop(&r);
	}
	series_print(&s);
	series_print(&list);
}

/* The same key, n times, after another that is not timed (NULL: none). */
static void bench_key(struct run *r, const char *name, const char *wanted, const char *before,
		      const char *key, int n)
{
	struct series s = { .name = name, .wanted = wanted };

	for (int i = 0; i < n; i++) {
		if (before)
			run_keys(r, before);
		run_press(r, &s, key);
	}
	series_print(&s);
}

/* A word letter by letter, and taken back again. */
static void bench_find(struct run *r, const char *const *letters, size_t n)
{
	struct series letter[8] = { 0 }, back[8] = { 0 };
	char word[8][32] = { "" }, text[96];

	for (int round = 0; round < ROUNDS; round++) {
		for (size_t i = 0; i < n; i++)
			run_press(r, &letter[i], letters[i]);
		for (size_t i = n; i-- > 0;)
			run_press(r, &back[i], KEY_BACKSPACE);
	}
	for (size_t i = 0; i < n; i++) {
		snprintf(word[i], sizeof(word[i]), "%.24s%s", i ? word[i - 1] : "", letters[i]);
		snprintf(text, sizeof(text), "find %.64s", word[i]);
		letter[i].name = text;
		letter[i].wanted = "20";
		series_print(&letter[i]);
	}
	for (size_t i = n; i-- > 0;) {
		snprintf(text, sizeof(text), "backspace from %.64s", word[i]);
		back[i].name = text;
		back[i].wanted = "20";
		series_print(&back[i]);
	}
}

/* KEY_F6 and the column: both directions. */
static void bench_sort(struct run *r, const char *name, int column)
{
	struct series s = { .name = name, .wanted = "-" };

	for (int i = 0; i < ROUNDS; i++) {
		run_keys(r, KEY_F6 KEY_HOME);
		for (int k = 0; k < column; k++)
			run_keys(r, KEY_DOWN);
		run_press(r, &s, "\r");
	}
	series_print(&s);
}

static void bench_card(struct run *r)
{
	struct series open = { .name = "enter opens the form", .wanted = "-" };
	struct series close_ = { .name = "F10 back to the list", .wanted = "-" };

	for (int i = 0; i < ROUNDS; i++) {
		run_press(r, &open, "\r");
		run_press(r, &close_, KEY_F10);
	}
	series_print(&open);
	series_print(&close_);
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

	bench_key(r, "F3 again", "-", KEY_F10, KEY_F3, ROUNDS);
	bench_key(r, "down", "1", NULL, KEY_DOWN, KEYS);
	bench_key(r, "page down", "2", NULL, KEY_PAGE_DOWN, KEYS);
	bench_key(r, "page up", "2", NULL, KEY_PAGE_UP, KEYS / 2);
	bench_key(r, "end", "2", KEY_HOME, KEY_END, KEYS / 4);
	bench_key(r, "home", "2", KEY_END, KEY_HOME, KEYS / 4);
	bench_find(r, word, sizeof(word) / sizeof(word[0]));
	bench_find(r, other, sizeof(other) / sizeof(other[0]));
	bench_find(r, words, sizeof(words) / sizeof(words[0]));
	bench_card(r);
	bench_sort(r, "order by class", 1);
	bench_sort(r, "order by birth", 2);
	bench_key(r, "find и, by birth", "20", KEY_BACKSPACE, "и", ROUNDS);
	run_keys(r, KEY_BACKSPACE);
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
		run_fail("the table could not be written");
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
		run_fail("the table could not be written");
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
		run_fail("the file could not be made");
}

int main(int argc, char **argv)
{
	char folder[] = "/tmp/nastavnik-bench-XXXXXX", table[64], file[64], lock[80];
	struct run r;

	if (argc != 3 || atoi(argv[2]) < 1) {
		fprintf(stderr, "bench_screen NASTAVNIK PEOPLE\n");
		return 2;
	}
	unsetenv("NASTAVNIK_LANG"); /* Russian, as people have it */
	if (!mkdtemp(folder))
		run_fail("no folder below /tmp");
	snprintf(table, sizeof(table), "%s/table.csv", folder);
	snprintf(file, sizeof(file), "%s/school.nastavnik", folder);
	snprintf(lock, sizeof(lock), "%s.lock", file);
	table_make(table, atoi(argv[2]));
	file_make(argv[1], file, table);
	unlink(table);
	bench_start(argv[1], file);
	run_start(&r, argv[1], file);
	run_keys(&r, KEY_F3);
	bench_list(&r);
	print_memory(&r);
	run_stop(&r);
	unlink(file);
	unlink(lock);
	rmdir(folder);
	return 0;
}
