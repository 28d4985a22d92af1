/*
 * The bulk path of the store: how long 100,000 new people take (a look for the same person and a
 *put for each, in one step, then the commit), what lists cost afterwards, and how much memory it
 *takes.
 *
 *	bench_store [people] [file]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/write/person.h"
#include "nastavnik/store/write/step.h"
#include "nastavnik/store/write/store.h"
#include "peak.h"

static const char *const families[] = { "Иванов",   "Ёлкин",    "Салтыков-Щедрин", "Петренко",
					"О'Коннор", "Журавлёв", "Алексеев",        "Орлов",
					"Титов",    "Быков" };
static const char *const givens[] = {
	"Пётр", "Зоя", "Мария", "Семён", "Инна", "Глеб", "Лев", "Анна"
};
static const char *const patronymics[] = { "Андреевич", "Сергеевна", "", "Ильич", "Эльдар оглы" };
static const char *const syllables[] = {
	"ба", "во", "гу", "ди", "же", "за", "ки", "ло", "му", "не",
	"па", "ро", "су", "те", "фо", "ха", "цы", "чу", "ши", "щё"
};

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void must(enum rc rc)
{
	if (rc == RC_OK)
		return;
	fprintf(stderr, "bench_store: %s\n", err_last()->text);
	exit(3);
}

static unsigned next_random(void)
{
	static unsigned long long state = 42;

	state = state * 6364136223846793005ull + 1442695040888963407ull;
	return (unsigned)(state >> 33);
}

static const char *pick(const char *const *row, size_t n)
{
	return row[next_random() % n];
}

#define PICK(row) pick(row, sizeof(row) / sizeof((row)[0]))

/* Names of a town: many families, few people of the same name. */
static struct person invent(struct arena *a, int i)
{
	struct person p = {
		.year = 2026, .kind = KIND_PUPIL, .position = "", .place = "", .note = ""
	};

	p.family = arena_printf(a, "%s%s%s%s", PICK(families), PICK(syllables), PICK(syllables),
				PICK(syllables));
	p.given = PICK(givens);
	p.patronymic = PICK(patronymics);
	p.birth = (2009 + (int)(next_random() % 9)) * 10000 + 101 + (int)(next_random() % 28);
	p.class_name =
		arena_printf(a, "%d%s", 1 + i / 25 % 11, PICK(((const char *[]){ "А", "Б", "В" })));
	p.phone = arena_printf(a, "+7 900 %07u", next_random() % 10000000);
	p.email = arena_printf(a, "pupil%d@school.example", i);
	return p;
}

static void bench_put(struct store *s, int n)
{
	struct arena a = { 0 };
	size_t found = 0;
	double start = now(), put;

	must(step_begin_bulk(s, "Import of people", "bench"));
	for (int i = 0; i < n; i++) {
		struct people same;
		struct person p = invent(&a, i);

		must(person_candidates(s, &a, &p, &same));
		found += same.n;
		must(person_put(s, &p));
		arena_reset(&a);
	}
	put = now();
	must(step_commit(s));
	printf("people=%d candidates=%zu put=%.3f commit=%.3f peak_kb=%ld\n", n, found, put - start,
	       now() - put, peak_kb());
	arena_done(&a);
}

static void bench_ids(struct store *s, const char *what, struct person_query query)
{
	struct arena a = { 0 };
	struct ids ids;
	double best = 1e9, start;

	for (int i = 0; i < 5; i++) {
		arena_reset(&a);
		start = now();
		must(person_ids(s, &a, &query, &ids));
		best = now() - start < best ? now() - start : best;
	}
	printf("list %-24s rows=%zu ms=%.2f\n", what, ids.n, best * 1e3);
	arena_done(&a);
}

static void bench_page(struct store *s)
{
	struct person_query query = { .year = 2026 };
	struct arena a = { 0 };
	struct person row[24];
	struct ids ids;
	double start;

	must(person_ids(s, &a, &query, &ids));
	start = now();
	for (size_t at = 0; at + 24 <= ids.n; at += 2400)
		must(person_page(s, &a, 2026, ids.row + at, 24, row));
	printf("page of 24: ms=%.3f\n", (now() - start) * 1e3 / (double)(ids.n / 2400 + 1));
	arena_done(&a);
}

int main(int argc, char **argv)
{
	int n = argc > 1 ? atoi(argv[1]) : 100000;
	const char *path = argc > 2 ? argv[2] : "bench_store.nastavnik";
	struct school school = { .uuid = "",
				 .name = "bench",
				 .short_name = "",
				 .town = "",
				 .director = "",
				 .curator = "",
				 .curator_position = "" };
	struct arena a = { 0 };
	struct year year;
	struct store *s;
	struct step step;
	double start;

	unlink(path);
	year_init(&year, 2026);
	must(store_create(path, &school, &year, &(struct store_start){ 0 }, &s));
	bench_put(s, n);
	start = now();
	store_close(s);
	printf("close=%.3f\n", now() - start);
	start = now();
	must(store_open(path, 0, &s));
	printf("open: ms=%.2f\n", (now() - start) * 1e3);
	bench_ids(s, "by name", (struct person_query){ .year = 2026 });
	bench_ids(s, "by name, descending",
		  (struct person_query){ .year = 2026, .descending = true });
	bench_ids(s, "by class", (struct person_query){ .year = 2026, .sort = "class_name" });
	bench_ids(s, "by birth", (struct person_query){ .year = 2026, .sort = "birth" });
	bench_ids(s, "by given name", (struct person_query){ .year = 2026, .sort = "given" });
	bench_ids(s, "find ёлкин", (struct person_query){ .year = 2026, .filter = "ёлкин" });
	bench_ids(s, "find tkrby 7d", (struct person_query){ .year = 2026, .filter = "tkrby 7d" });
	bench_ids(s, "find nothing", (struct person_query){ .year = 2026, .filter = "ъъъ" });
	bench_page(s);
	start = now();
	must(step_undo(s, &a, &step));
	printf("undo=%.3f peak_kb=%ld\n", now() - start, peak_kb());
	start = now();
	must(step_redo(s, &a, &step));
	printf("redo=%.3f peak_kb=%ld\n", now() - start, peak_kb());
	arena_done(&a);
	store_close(s);
	unlink(path);
	return 0;
}
