#include "fixture.h"

#include <dirent.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "nastavnik/base/str.h"

struct school invented_school(void)
{
	return (struct school){ .uuid = "",
				.name = "МБОУ «Школа № 9»",
				.short_name = "",
				.town = "Заречный",
				.director = "Орлова Инна Петровна",
				.curator = "Лаптев Семён Ильич",
				.curator_position = "учитель" };
}

struct year invented_year(int64_t year)
{
	struct year y;

	year_init(&y, year);
	return y;
}

static struct book_item item(enum book book, const char *code, const char *name)
{
	return (struct book_item){ .book = book, .code = code, .name = name, .synonyms = "" };
}

struct books invented_books(struct fixture *f)
{
	struct book_item row[] = {
		item(BOOK_REQUEST, "study", "учёба"),
		item(BOOK_REQUEST, "career", "профориентация"),
		item(BOOK_COMPETENCE, "maths", "математика"),
		item(BOOK_COMPETENCE, "talk", "общение"),
		item(BOOK_INTEREST, "theatre", "театр"),
		item(BOOK_FORM, "pupils", "ученик – ученик"),
		item(BOOK_FORM, "teacher", "учитель – ученик"),
		item(BOOK_ROLE, "equal", "равный – равному"),
	};
	size_t n = sizeof(row) / sizeof(row[0]);
	struct book_item *kept = ARENA_NEW(&f->arena, struct book_item, n);
	int64_t *answer = ARENA_NEW(&f->arena, int64_t, 1);

	for (size_t i = 0; i < n; i++) {
		row[i].id = 101 + (int64_t)i;
		row[i].position = 1 + (int64_t)i;
	}
	*answer = row[2].id;
	row[0].answers = (struct ids){ answer, 1 };
	row[7].form = row[5].id;
	f->request = row[0].id;
	f->other_request = row[1].id;
	f->competence = row[2].id;
	f->other_competence = row[3].id;
	f->interest = row[4].id;
	f->form = row[5].id;
	f->other_form = row[6].id;
	f->role_model = row[7].id;
	memcpy(kept, row, sizeof(row));
	return (struct books){ kept, n };
}

enum rc create_file(struct fixture *f, const char *path, struct store **out)
{
	struct school school = invented_school();
	struct year year = invented_year(2026);
	struct books books = invented_books(f);

	return store_create(path, &school, &year, &(struct store_start){ .books = &books }, out);
}

int fixture_setup(void **state)
{
	struct fixture *f = mem_alloc(sizeof(*f));

	snprintf(f->folder, sizeof(f->folder), "%s", "/tmp/nastavnik-store-XXXXXX");
	assert_non_null(mkdtemp(f->folder));
	snprintf(f->path, sizeof(f->path), "%s/school.nastavnik", f->folder);
	must(create_file(f, f->path, &f->store));
	*state = f;
	return 0;
}

static void remove_folder(const char *folder)
{
	DIR *dir = opendir(folder);
	struct str path = { 0 };

	for (struct dirent *e; dir && (e = readdir(dir));) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
			continue;
		str_clear(&path);
		str_printf(&path, "%s/%s", folder, e->d_name);
		if (e->d_type == DT_DIR)
			remove_folder(path.text);
		else
			unlink(path.text);
	}
	if (dir)
		closedir(dir);
	str_done(&path);
	rmdir(folder);
}

int fixture_teardown(void **state)
{
	struct fixture *f = *state;

	store_close(f->store);
	remove_folder(f->folder);
	arena_done(&f->arena);
	free(f);
	return 0;
}

void fixture_reopen(struct fixture *f, unsigned flags)
{
	store_close(f->store);
	f->store = NULL;
	must(store_open(f->path, flags, &f->store));
}

char *fixture_path(struct fixture *f, const char *name)
{
	return arena_printf(&f->arena, "%s/%s", f->folder, name);
}

struct person invented_person(const char *family, const char *given, const char *class_name)
{
	return (struct person){ .year = 2026,
				.family = family,
				.given = given,
				.patronymic = "",
				.kind = KIND_PUPIL,
				.class_name = class_name,
				.position = "",
				.place = "",
				.phone = "",
				.email = "",
				.note = "" };
}

struct participant invented_participant(enum role role, const char *family, const char *given)
{
	struct participant p;

	participant_init(&p, role, 2026);
	p.person = invented_person(family, given, role == ROLE_MENTEE ? "7В" : "10А");
	return p;
}

int64_t add_person(struct fixture *f, const char *family, const char *given, const char *class_name)
{
	struct person p = invented_person(family, given, class_name);

	must(step_begin(f->store, "New person", family));
	must(person_put(f->store, &p));
	must(step_commit(f->store));
	return p.id;
}

int64_t add_participant(struct fixture *f, enum role role, const char *family, const char *given)
{
	struct participant p = invented_participant(role, family, given);

	must(step_begin(f->store, "New participant", family));
	must(participant_put(f->store, &p));
	must(step_commit(f->store));
	return p.id;
}

static sqlite3 *connection(const char *path)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	sqlite3_busy_timeout(db, 3000);
	return db;
}

static int add_row(void *data, int n, char **value, char **name)
{
	(void)name;
	for (int i = 0; i < n; i++) {
		str_add(data, value[i] ? value[i] : "(null)");
		str_add_char(data, '|');
	}
	str_add_char(data, '\n');
	return 0;
}

char *dump_records(const char *path)
{
	static const char *const queries[] = {
		"SELECT * FROM school",
		"SELECT * FROM year ORDER BY 1",
		"SELECT * FROM book_item ORDER BY 1",
		"SELECT * FROM book_answer ORDER BY 1, 2",
		"SELECT * FROM person ORDER BY 1",
		"SELECT * FROM person_year ORDER BY 1, 2",
		"SELECT * FROM participation ORDER BY 1",
		"SELECT * FROM trait ORDER BY 1, 2",
		"SELECT * FROM ballot ORDER BY 1, 2",
		"SELECT * FROM consent ORDER BY 1",
		"SELECT * FROM bond ORDER BY 1",
		"SELECT * FROM member ORDER BY 1",
		"SELECT * FROM proposal ORDER BY 1",
		"SELECT * FROM proposal_pair ORDER BY 1",
	};
	sqlite3 *db = connection(path);
	struct str out = { 0 };

	for (size_t i = 0; i < sizeof(queries) / sizeof(queries[0]); i++) {
		str_printf(&out, "%s\n", queries[i]);
		assert_int_equal(sqlite3_exec(db, queries[i], add_row, &out, NULL), SQLITE_OK);
	}
	sqlite3_close(db);
	return out.text;
}

int64_t sql_number(const char *path, const char *sql)
{
	sqlite3 *db = connection(path);
	sqlite3_stmt *stmt;
	int64_t n;

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	n = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	return n;
}

void sql_run(const char *path, const char *sql)
{
	sqlite3 *db = connection(path);

	if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db));
	sqlite3_close(db);
}
