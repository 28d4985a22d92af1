/*
 * How the main screens look, with the demonstration school: golden/NAME.txt, written anew by
 * NASTAVNIK_GOLDEN=write. Facts are tested elsewhere; this shows whoever changes a layout or a word
 * what else that changes.
 */
#include "screen.h"

enum size { USUAL, SMALL, WIDE };

static const struct {
	int rows, cols;
} sizes[] = { [USUAL] = { 24, 80 }, [SMALL] = { 12, 40 }, [WIDE] = { 40, 120 } };

static const struct picture {
	const char *name, *view, *keys;
	enum size size;
} pictures[] = {
	{ "home", "home", "", USUAL },
	{ "home-small", "home", "", SMALL },
	{ "home-wide", "home", "", WIDE },
	{ "stage", "stage", "<Home><Enter>", USUAL },
	{ "stage-small", "stage", "<Home><Enter>Назначить<Esc>", SMALL },
	{ "stage-wide", "stage", "<Home><Down><Down><Down><Down><Enter><End>", WIDE },
	{ "task", "task", "<Home><Enter>Назначить<F4>", USUAL },
	{ "years", "years", "<C-p>учебные годы<Enter>", USUAL },
	{ "year-new", "year-new", "<C-p>учебные годы<Enter><Ins>", USUAL },
	{ "school", "school", "1", USUAL },
	{ "people", "people", "<F3>", USUAL },
	{ "person", "person", "<F3>Ёлкина<Enter>", USUAL },
	{ "mentees", "mentees", "2", USUAL },
	{ "mentees-wide", "mentees", "2<Down>", WIDE },
	{ "mentees-small", "mentees", "2", SMALL },
	{ "mentee", "mentee", "2<Down><Enter>", USUAL },
	{ "mentors", "mentors", "3", USUAL },
	{ "mentors-wide", "mentors", "3<Down>", WIDE },
	{ "mentor", "mentor", "3<Down><Enter>", USUAL },
	{ "training", "training", "4", USUAL },
	{ "pairs", "pairs", "5", USUAL },
	{ "pairs-wide", "pairs", "5<Down>", WIDE },
	{ "pairs-menu", "pairs", "5<F9>", USUAL },
	{ "confirm", "pairs", "5<C-k>", USUAL },
	{ "bonds", "bonds", "5<C-k><Enter><F10>6", USUAL },
	{ "import", "import", "<F2>", USUAL },
	{ "preview", "preview", "<F2>3mentors<Enter>", USUAL },
	{ "report", "report", "<F2>3mentors<Enter><F2>", USUAL },
	{ "books", "books", "<C-p>Справочники<Enter>", USUAL },
	{ "book", "book", "<C-p>Справочники<Enter>1", USUAL },
	{ "book-item", "book-item", "<C-p>Справочники<Enter>1<Enter>", USUAL },
	{ "papers", "papers", "<F5>", USUAL },
	{ "paper", "paper", "5<C-k><Enter><F5>1", USUAL },
	{ "history", "history", "<C-p>История изменений<Enter>", USUAL },
	{ "help", NULL, "2<F1>", USUAL },
};

static void every_screen_looks_as_it_did(void **state)
{
	static const char *const env[] = { "NASTAVNIK_SEED=1", NULL };

	(void)state;
	table_copy("mentors.cp1251.csv");
	for (size_t i = 0; i < sizeof(pictures) / sizeof(pictures[0]); i++) {
		const struct picture *picture = &pictures[i];
		struct term *t = screen_open_as(
			"--demo", (struct term_options){ .env = env,
							 .rows = sizes[picture->size].rows,
							 .cols = sizes[picture->size].cols });

		term_keys(t, picture->keys);
		if (picture->view)
			screen_is(t, picture->view);
		term_golden(t, GOLDEN, picture->name);
		screen_kill(t);
	}
}

static void a_new_school_begins_like_this(void **state)
{
	struct term *t = screen_open(FILE_NAME);

	(void)state;
	screen_is(t, "start");
	term_golden(t, GOLDEN, "start");
	screen_keys(t, SCHOOL_NAME "<F2>", "home");
	term_golden(t, GOLDEN, "home-empty");
	screen_leave(t);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_place(every_screen_looks_as_it_did),
		on_place(a_new_school_begins_like_this),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
