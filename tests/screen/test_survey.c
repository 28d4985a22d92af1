/*
 * A questionnaire's whole way: ten sheets are typed by keys alone and a second time with planted
 * mistakes, the final ones come in two packets that contradict each other, and the results are
 * those of the reference (tests/data/survey_reference.py: scipy, R).
 */
#include "screen.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHEETS = 10, COLUMNS = 32, KEYS_SIZE = 1024 };

#define BEFORE "pupil_pupil_mentee_before"
#define AFTER "pupil_pupil_mentee_after"

/* What stands on the paper: a row a respondent, a column a question. */
struct paper {
	char *text; /* holds all of it */
	char *heading[COLUMNS];
	char *cell[SHEETS][COLUMNS];
	int columns;
};

static int line_cut(char *line, char **cell)
{
	int n = 0;

	for (char *next; line && n < COLUMNS; line = next) {
		next = strchr(line, ';');
		if (next)
			*next++ = '\0';
		cell[n++] = line;
	}
	return n;
}

static struct paper paper_read(const char *name)
{
	struct paper p = { 0 };
	char *line, *rest;

	table_copy(name);
	p.text = file_text(name);
	rest = p.text;
	p.columns = line_cut(strsep(&rest, "\n"), p.heading);
	for (int i = 0; i < SHEETS && (line = strsep(&rest, "\n")); i++)
		assert_int_equal(line_cut(line, p.cell[i]), p.columns);
	return p;
}

static bool among(const char *word, const char *words)
{
	const char *at = strstr(words, word);
	size_t n = strlen(word), from = at ? (size_t)(at - words) : 0;

	return at && (!from || words[from - 1] == ' ') && (!at[n] || at[n] == ' ');
}

/* The keys of one answer. */
static void answer_keys(char *keys, const char *code, const char *value)
{
	bool open = among(code, "where expectations valuable missing");

	if (!*value)
		return; /* not asked */
	if (open)
		sprintf(keys + strlen(keys), "%s<Enter>", strcmp(value, "-") ? value : "");
	else if (!strcmp(value, "-"))
		strcat(keys, " ");
	else if (!strcmp(value, "10"))
		strcat(keys, "0");
	else if (!strcmp(code, "gains"))
		for (; *value; value++)
			sprintf(keys + strlen(keys), "%.1s", *value == ',' ? "" : value);
	else
		strcat(keys, value);
	if (!strcmp(code, "gains"))
		strcat(keys, "<Enter>");
}

/* Another answer than the paper's, typed for a code's question. */
struct slip {
	int sheet; /* from 1 */
	const char *code, *typed;
	const char *settled; /* keys with which a mismatch is settled */
};

static const struct slip *slip_of(const struct slip *slips, int sheet, const char *code)
{
	for (; slips && slips->sheet; slips++)
		if (slips->sheet == sheet && !strcmp(slips->code, code))
			return slips;
	return NULL;
}

static void sheet_type(struct term *t, const struct paper *p, int sheet, const struct slip *slips,
		       const char *skipped, const char *said)
{
	char keys[KEYS_SIZE];

	snprintf(keys, sizeof(keys), "%d<Enter>", sheet);
	for (int i = 1; i < p->columns; i++) {
		const struct slip *slip = slip_of(slips, sheet, p->heading[i]);
		const char *value = p->cell[sheet - 1][i];

		if (among(p->heading[i], skipped))
			continue;
		answer_keys(keys, p->heading[i], slip && slip->typed ? slip->typed : value);
		if (slip && slip->settled)
			strcat(keys, slip->settled);
	}
	strcat(keys, "<Enter>");
	term_keys(t, keys);
	screen_says(t, said);
}

static void school_make(void)
{
	table_write("mentees.csv",
		    "Фамилия;Имя;Класс;Форма\n"
		    "Абрамова;Ада;7А;ученик – ученик\nБыков;Пётр;7А;ученик – ученик\n"
		    "Власов;Лев;6Б;ученик – ученик\nГущина;Ия;6Б;ученик – ученик\n"
		    "Дёмин;Олег;5В;ученик – ученик\nЕршова;Яна;5В;ученик – ученик\n"
		    "Жуков;Марк;8А;ученик – ученик\nЗуева;Нина;8А;ученик – ученик\n"
		    "Исаев;Глеб;9Б;ученик – ученик\nКлюев;Рём;9Б;ученик – ученик\n");
	assert_int_equal(command("import", "mentees", FILE_NAME, "--from", "mentees.csv", NULL), 0);
}

static struct term *typing(const char *name)
{
	struct term *t = screen_open(FILE_NAME);

	menu_take(t, "Анкеты");
	screen_is(t, "surveys");
	term_keys(t, name);
	return t;
}

/* The first entry of the entry questionnaires; what stands on paper of three answers was misread in
 * the first entry, the second or both. */
static void entry_twice(const struct paper *p)
{
	static const struct slip first[] = { { 3, "comfort", "8", NULL },
					     { 8, "wish", "1", NULL },
					     { 0 } };
	/* <F2> takes the first, <F3> the second, <F4> types anew. */
	static const struct slip second[] = { { 3, "comfort", NULL, "<F3>" },
					      { 5, "mood", "9", "<F2>" },
					      { 8, "wish", "2", "<F4>5" },
					      { 0 } };
	struct term *t = typing("Входная анкета: наставляемые, ученик");

	screen_keys(t, "<F2>", "sheet");
	for (int i = 1; i <= SHEETS; i++)
		sheet_type(t, p, i, first, "", "сдан");
	screen_keys(t, "<F10>", "surveys");
	screen_keys(t, "<Enter>", "survey-sheets");
	screen_keys(t, "<Ins>", "sheet");
	for (int i = 1; i <= SHEETS; i++)
		sheet_type(t, p, i, second, "where expectations valuable", "сверен");
	screen_keys(t, "<F10>", "survey-sheets");
	menu_take(t, "показал второй");
	screen_is(t, "verification");
	screen_leave(t);
}

/* Sheets first…last typed into a packet in the real program. */
static void packet_type(const char *packet, const struct paper *p, int first, int last,
			const struct slip *slips)
{
	struct term *t = screen_open(packet);

	screen_is(t, "packet-desk");
	screen_keys(t, "1", "sheet");
	for (int i = first; i <= last; i++)
		sheet_type(t, p, i, slips, "", "сдан");
	screen_keys(t, "<F10>", "packet-desk");
	screen_leave(t);
}

/* The final questionnaires were typed by two people; a sheet both of them typed, and one misread an
 * answer. */
static void packets_fill(const struct paper *p)
{
	static const struct slip slips[] = { { 6, "satisfaction", "4", NULL }, { 0 } };

	assert_int_equal(command("survey", "packet", FILE_NAME, AFTER, "-o", "a.packet", NULL), 0);
	assert_int_equal(command("survey", "packet", FILE_NAME, AFTER, "-o", "b.packet", NULL), 0);
	packet_type("a.packet", p, 1, 6, slips);
	packet_type("b.packet", p, 6, SHEETS, NULL);
}

static void packet_take(struct term *t, const char *packet)
{
	screen_keys(t, "<F2>", "packet-files");
	term_keys(t, "<F4>");
	term_keys(t, packet);
	term_keys(t, "<Enter>");
}

/* Both are taken back into a school's file; what differs is settled by the paper. */
static void packets_take(const char *school, const char *first, const char *second)
{
	struct term *t = screen_open(school);

	menu_take(t, "Выданные пакеты");
	screen_is(t, "packets");
	packet_take(t, first);
	screen_says(t, "добавлено");
	packet_take(t, second);
	term_expect(t, "введён дважды");
	term_keys(t, "<Enter>");
	screen_is(t, "disputes");
	term_expect(t, "2Н-006");
	screen_keys(t, "<Enter>", "dispute");
	term_keys(t, "<F4>9<Enter>");
	screen_keys(t, "<F2>", "disputes");
	term_expect(t, "решать нечего");
	screen_keys(t, "<F10>", "packets");
	packet_take(t, first);
	screen_says(t, "уже есть");
	screen_leave(t);
}

/* A cell of results: the same words, or the same number to 10⁻⁹. */
static void cell_agrees(const char *row, const char *column, const char *got, const char *expected)
{
	char *end1, *end2;
	double x = strtod(got, &end1), y = strtod(expected, &end2);

	if (*expected && !*end1 && !*end2 && end1 != got) {
		if (fabs(x - y) > 1e-9 * (fabs(y) > 1 ? fabs(y) : 1))
			fail_msg("%s, %s: %s, not %s", row, column, got, expected);
	} else if (strcmp(got, expected) != 0) {
		fail_msg("%s, %s: “%s”, not “%s”", row, column, got, expected);
	}
}

static int cells_cut(char *line, char **cell)
{
	for (char *at = line; *at; at++)
		if (*at == ',')
			*at = ';';
	return line_cut(line, cell);
}

static void results_agree(const char *school)
{
	char *text, *expected, *rest1, *rest2, *line1, *line2, *heading[COLUMNS] = { NULL };

	assert_int_equal(command("survey", "results", school, BEFORE, "--with", AFTER, "-o",
				 "results.csv", NULL),
			 0);
	table_copy("survey_reference.csv");
	rest1 = text = file_text("results.csv");
	rest2 = expected = file_text("survey_reference.csv");
	while ((line2 = strsep(&rest2, "\n")) && *line2) {
		char *got[COLUMNS], *want[COLUMNS];

		line1 = strsep(&rest1, "\n");
		assert_non_null(line1);
		assert_int_equal(cells_cut(line1, got), cells_cut(line2, want));
		if (!heading[0])
			memcpy(heading, want, sizeof(heading));
		for (int i = 0; i < 16; i++)
			cell_agrees(want[0], heading[i], got[i], want[i]);
	}
	assert_true(!rest1 || !*rest1); /* and no more rows */
	free(text);
	free(expected);
}

static void the_results_are_those_of_the_reference(void **state)
{
	struct paper before = paper_read("survey_before.csv"),
		     after = paper_read("survey_after.csv");

	(void)state;
	school_make();
	entry_twice(&before);
	packets_fill(&after);
	free(program_says("cp", FILE_NAME, "other.nastavnik", NULL));
	packets_take(FILE_NAME, "a.packet", "b.packet");
	packets_take("other.nastavnik", "b.packet", "a.packet");
	results_agree(FILE_NAME);
	results_agree("other.nastavnik");
	free(before.text);
	free(after.text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		on_empty(the_results_are_those_of_the_reference),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
