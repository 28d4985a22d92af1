/* The file itself: made, opened, held, copied, and whatever else may stand under its name. */
#include "fixture.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "nastavnik/base/str.h"

static bool exists(const char *path)
{
	return access(path, F_OK) == 0;
}

static bool exists_beside(struct fixture *f, const char *suffix)
{
	return exists(arena_printf(&f->arena, "%s%s", f->path, suffix));
}

static void write_file(const char *path, const void *data, size_t n)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(data, 1, n, file), n);
	fclose(file);
}

static void assert_refused(const char *path, enum rc wanted)
{
	struct store *s = NULL;
	enum rc rc = store_open(path, 0, &s);

	assert_null(s);
	if (rc != wanted)
		fail_msg("%s: rc %d: %s", path, rc, err_last()->text);
	assert_true(strlen(err_last()->text) > 20);
}

static void a_new_file_holds_school_year_and_books(void **state)
{
	struct fixture *f = *state;
	struct school school;
	struct year year;
	struct books books;
	struct stat st;

	must(school_get(f->store, &f->arena, &school));
	assert_string_equal(school.name, "МБОУ «Школа № 9»");
	assert_int_equal(strlen(school.uuid), 36);
	must(year_get(f->store, &f->arena, 0, &year));
	assert_int_equal(year.year, 2026);
	must(books_load(f->store, &f->arena, 2026, &books));
	assert_int_equal(books.n, 8);
	assert_int_equal(books.row[0].answers.n, 1);
	assert_int_equal(books.row[0].answers.row[0], f->competence);
	assert_int_equal(stat(f->path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	assert_int_equal(sql_number(f->path, "PRAGMA user_version"), 4);
}

static void missing_folders_are_made_for_the_owner_alone(void **state)
{
	struct fixture *f = *state;
	struct store *s;
	struct stat st;

	must(create_file(f, fixture_path(f, "a/b/school.nastavnik"), &s));
	store_close(s);
	assert_int_equal(stat(fixture_path(f, "a/b"), &st), 0);
	assert_int_equal(st.st_mode & 0777, 0700);
}

static void a_new_file_never_replaces_another(void **state)
{
	struct fixture *f = *state;
	struct store *s = NULL;
	char *other = fixture_path(f, "letter.txt");

	write_file(other, "важно", 10);
	assert_int_equal(create_file(f, other, &s), RC_CONFLICT);
	assert_int_equal(create_file(f, f->path, &s), RC_CONFLICT);
	assert_null(s);
	assert_int_equal(sql_number(f->path, "SELECT count(*) FROM year"), 1);
}

static void a_file_that_cannot_be_filled_leaves_nothing_behind(void **state)
{
	struct fixture *f = *state;
	struct school school = invented_school();
	struct year year = invented_year(2026);
	struct book_item nameless = {
		.book = BOOK_REQUEST, .name = "", .synonyms = "", .code = ""
	};
	struct books books = { &nameless, 1 };
	struct store *s = NULL;
	char *path = fixture_path(f, "b/half.nastavnik");

	assert_int_equal(
		store_create(path, &school, &year, &(struct store_start){ .books = &books }, &s),
		RC_INVALID);
	assert_null(s);
	assert_int_equal(rmdir(fixture_path(f, "b")), 0); /* so it is empty */
}

/* A log that an earlier file of the name left behind would be played into the new one. */
static void what_an_older_file_left_beside_does_not_get_into_a_new_one(void **state)
{
	struct fixture *f = *state;
	char *path = fixture_path(f, "old.nastavnik"), *wal = fixture_path(f, "old.nastavnik-wal");
	char *copy = fixture_path(f, "copy.wal");
	struct store *s;

	must(create_file(f, path, &s));
	must(step_begin(s, "New person", ""));
	must(person_put(s, &(struct person){ .family = "Старая", .year = 2026 }));
	must(step_commit(s));
	assert_int_equal(system(arena_printf(&f->arena, "cp %s %s", wal, copy)), 0);
	store_close(s);
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rename(copy, wal), 0);
	must(create_file(f, path, &s));
	assert_int_equal(sql_number(path, "SELECT count(*) FROM person"), 0);
	store_close(s);
}

static void after_closing_it_is_one_file(void **state)
{
	struct fixture *f = *state;

	add_person(f, "Ёлкина", "Зоя", "9А");
	assert_true(exists_beside(f, "-wal"));
	store_close(f->store);
	f->store = NULL;
	assert_true(exists(f->path));
	assert_false(exists_beside(f, "-wal"));
	assert_false(exists_beside(f, "-shm"));
	assert_false(exists_beside(f, "-journal"));
	assert_false(exists_beside(f, ".lock"));
}

static void when_idle_a_plain_copy_of_it_is_whole(void **state)
{
	struct fixture *f = *state;
	struct stat st;
	char *copy = fixture_path(f, "copy.nastavnik");

	add_person(f, "Ёлкина", "Зоя", "9А");
	store_checkpoint_idle(f->store);
	assert_int_equal(stat(arena_printf(&f->arena, "%s-wal", f->path), &st), 0);
	assert_int_equal(st.st_size, 0);
	assert_int_equal(system(arena_printf(&f->arena, "cp %s %s", f->path, copy)), 0);
	assert_int_equal(sql_number(copy, "SELECT count(*) FROM person"), 1);
}

static void the_second_program_reads_and_says_who_writes(void **state)
{
	struct fixture *f = *state;
	struct person p = invented_person("Быков", "Пётр", "5А");
	struct store *second;
	struct person read;
	int64_t id = add_person(f, "Ёлкина", "Зоя", "9А"), stamp;

	must(store_open(f->path, 0, &second));
	assert_true(store_is_readonly(second));
	assert_non_null(strstr(store_readonly_reason(second), store_operator(f->store)));
	assert_int_equal(step_begin(second, "New person", ""), RC_READONLY);
	assert_int_equal(person_put(second, &p), RC_BUG);
	must(person_get(second, &f->arena, id, 2026, &read));
	stamp = store_stamp(second);
	assert_int_equal(stamp, store_stamp(second));
	add_person(f, "Быков", "Пётр", "5А");
	assert_int_not_equal(stamp, store_stamp(second));
	/* The writer leaves first: who only reads still leaves one file behind. */
	store_close(f->store);
	store_close(second);
	f->store = NULL;
	assert_false(exists_beside(f, "-wal"));
	assert_false(exists_beside(f, "-shm"));
	assert_false(exists_beside(f, ".lock"));
}

static void after_the_writer_has_left_the_next_may_write(void **state)
{
	struct fixture *f = *state;

	fixture_reopen(f, STORE_READ_ONLY);
	assert_true(store_is_readonly(f->store));
	fixture_reopen(f, 0);
	assert_false(store_is_readonly(f->store));
	assert_string_equal(store_readonly_reason(f->store), "");
	add_person(f, "Ёлкина", "Зоя", "9А");
}

static void a_killed_program_does_not_hold_the_file(void **state)
{
	struct fixture *f = *state;
	int status;
	pid_t pid;

	store_close(f->store);
	f->store = NULL;
	pid = fork();
	if (pid == 0) {
		struct store *s;

		if (store_open(f->path, 0, &s) != RC_OK)
			_exit(1);
		raise(SIGKILL);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
	must(store_open(f->path, 0, &f->store));
	assert_false(store_is_readonly(f->store));
}

static void what_is_no_file_of_ours_is_refused_with_a_sentence(void **state)
{
	struct fixture *f = *state;
	char noise[5000];

	for (size_t i = 0; i < sizeof(noise); i++)
		noise[i] = (char)(i * 37);
	write_file(fixture_path(f, "noise"), noise, sizeof(noise));
	write_file(fixture_path(f, "short"), noise, 7);
	write_file(fixture_path(f, "empty"), "", 0);
	sql_run(f->path, "SELECT 1");
	assert_refused(f->folder, RC_INVALID);
	assert_refused("/dev/null", RC_INVALID);
	assert_refused(fixture_path(f, "nothing"), RC_NOT_FOUND);
	assert_refused(fixture_path(f, "empty"), RC_DB);
	assert_refused(fixture_path(f, "noise"), RC_DB);
	assert_refused(fixture_path(f, "short"), RC_DB);
	assert_false(exists(fixture_path(f, "noise.lock")));
}

static void another_programs_database_is_left_alone(void **state)
{
	struct fixture *f = *state;
	char *path = fixture_path(f, "other.db");
	struct stat before, after;

	must(store_backup(f->store, path));
	sql_run(path, "PRAGMA application_id = 7");
	assert_int_equal(stat(path, &before), 0);
	assert_refused(path, RC_DB);
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(before.st_mtime, after.st_mtime);
	assert_int_equal(before.st_size, after.st_size);
}

static void a_file_of_a_newer_version_is_refused_and_left_alone(void **state)
{
	struct fixture *f = *state;
	char *path = fixture_path(f, "newer");

	must(store_backup(f->store, path));
	sql_run(path, "PRAGMA user_version = 99");
	assert_refused(path, RC_DB);
	assert_non_null(strstr(err_last()->text, "newer"));
	assert_int_equal(sql_number(path, "PRAGMA user_version"), 99);
}

static void a_damaged_file_is_found_out(void **state)
{
	struct fixture *f = *state;
	struct issues issues = { .arena = &f->arena };
	char noise[3000];
	enum rc rc;
	int fd;

	for (int i = 0; i < 200; i++)
		add_person(f, "Ёлкина", "Зоя", "9А");
	must(store_check(f->store, &issues));
	assert_int_equal(issues.n, 0);
	store_close(f->store);
	f->store = NULL;
	memset(noise, 0x5a, sizeof(noise));
	fd = open(f->path, O_RDWR);
	assert_true(fd >= 0);
	for (off_t page = 3; page < 30; page++)
		assert_int_equal(pwrite(fd, noise, sizeof(noise), page * 4096 + 500),
				 sizeof(noise));
	close(fd);
	rc = store_open(f->path, 0, &f->store);
	if (rc == RC_OK)
		rc = store_check(f->store, &issues);
	assert_true(rc == RC_DB || issues.count[ISSUE_ERROR] > 0);
}

static void a_truncated_file_is_found_out(void **state)
{
	struct fixture *f = *state;
	struct issues issues = { .arena = &f->arena };
	enum rc rc;

	store_close(f->store);
	f->store = NULL;
	assert_int_equal(truncate(f->path, 9000), 0);
	rc = store_open(f->path, 0, &f->store);
	if (rc == RC_OK)
		rc = store_check(f->store, &issues);
	assert_true(rc == RC_DB || issues.count[ISSUE_ERROR] > 0);
}

static void a_file_that_vanished_is_noticed_and_can_be_saved(void **state)
{
	struct fixture *f = *state;
	char *copy = fixture_path(f, "saved.nastavnik");

	add_person(f, "Ёлкина", "Зоя", "9А");
	assert_int_equal(rename(f->path, fixture_path(f, "moved")), 0);
	assert_int_equal(step_begin(f->store, "New person", ""), RC_IO);
	assert_non_null(strstr(err_last()->text, "no longer in its place"));
	must(store_backup(f->store, copy));
	assert_int_equal(sql_number(copy, "SELECT count(*) FROM person"), 1);
	assert_int_equal(rename(fixture_path(f, "moved"), f->path), 0);
	add_person(f, "Быков", "Пётр", "5А");
}

static void a_copy_is_a_file_of_its_own(void **state)
{
	struct fixture *f = *state;
	char *copy = fixture_path(f, "copy.nastavnik");
	struct store *s;
	struct stat st;
	char *one, *two;

	add_person(f, "Ёлкина", "Зоя", "9А");
	must(store_backup(f->store, copy));
	assert_int_equal(store_backup(f->store, copy), RC_CONFLICT);
	assert_int_equal(store_backup(f->store, fixture_path(f, "no/such/folder")), RC_IO);
	assert_int_equal(stat(copy, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
	one = dump_records(f->path);
	must(store_open(copy, 0, &s));
	assert_false(store_is_readonly(s));
	two = dump_records(copy);
	assert_string_equal(one, two);
	must(step_undo(s, &f->arena, &(struct step){ 0 }));
	store_close(s);
	free(one);
	free(two);
}

static void who_only_reads_can_save_a_copy(void **state)
{
	struct fixture *f = *state;
	char *copy = fixture_path(f, "copy.nastavnik");

	add_person(f, "Ёлкина", "Зоя", "9А");
	fixture_reopen(f, STORE_READ_ONLY);
	must(store_backup(f->store, copy));
	assert_int_equal(sql_number(copy, "SELECT count(*) FROM person"), 1);
	assert_int_equal(step_begin(f->store, "New person", ""), RC_READONLY);
}

/* As somebody without rights: root may write anything. */
static int as_nobody(void (*work)(struct fixture *f), struct fixture *f)
{
	int status;
	pid_t pid = fork();

	if (pid == 0) {
		if (geteuid() == 0 && (setgid(65534) != 0 || setuid(65534) != 0))
			_exit(2);
		work(f);
		_exit(0);
	}
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 99;
}

static void read_on_a_medium(struct fixture *f)
{
	struct store *s;
	struct people people;

	if (store_open(f->path, 0, &s) != RC_OK)
		_exit(3);
	if (!store_is_readonly(s) || !store_readonly_reason(s)[0])
		_exit(4);
	if (person_load(s, &f->arena, 2026, &people) != RC_OK || people.n != 1)
		_exit(5);
	if (step_begin(s, "New person", "") != RC_READONLY)
		_exit(6);
	store_close(s);
}

static void a_file_on_a_medium_that_cannot_be_written_is_read(void **state)
{
	struct fixture *f = *state;

	add_person(f, "Ёлкина", "Зоя", "9А");
	store_close(f->store);
	f->store = NULL;
	assert_int_equal(chmod(f->path, 0444), 0);
	assert_int_equal(chmod(f->folder, 0555), 0);
	assert_int_equal(as_nobody(read_on_a_medium, f), 0);
	assert_int_equal(chmod(f->folder, 0700), 0);
	assert_false(exists_beside(f, "-shm"));
}

static void cannot_open(struct fixture *f)
{
	struct store *s;

	if (store_open(f->path, 0, &s) != RC_IO || !err_last()->text[0])
		_exit(3);
}

static void a_file_that_may_not_be_read_is_refused(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(chmod(f->folder, 0555), 0);
	assert_int_equal(as_nobody(cannot_open, f), 0);
	assert_int_equal(chmod(f->folder, 0700), 0);
}

static void the_check_finds_what_breaks_the_rules(void **state)
{
	struct fixture *f = *state;
	struct issues issues = { .arena = &f->arena };

	add_participant(f, ROLE_MENTEE, "Ёлкина", "Зоя");
	must(store_check(f->store, &issues));
	assert_int_equal(issues.n, 0);
	sql_run(f->path, "UPDATE person_year SET name_key = 'я'");
	must(store_check(f->store, &issues));
	assert_int_equal(issues.count[ISSUE_ERROR], 1);
	assert_string_equal(issues.row[0].name, "Ёлкина Зоя");
	sql_run(f->path, "DELETE FROM person_year");
	must(store_check(f->store, &issues));
	assert_int_equal(issues.count[ISSUE_ERROR], 2);
	assert_int_equal(issues.count[ISSUE_WARNING], 1);
	sql_run(f->path, "DELETE FROM person");
	must(store_check(f->store, &issues));
	assert_int_equal(issues.count[ISSUE_ERROR], 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)
		TEST(a_new_file_holds_school_year_and_books),
		TEST(missing_folders_are_made_for_the_owner_alone),
		TEST(a_new_file_never_replaces_another),
		TEST(a_file_that_cannot_be_filled_leaves_nothing_behind),
		TEST(what_an_older_file_left_beside_does_not_get_into_a_new_one),
		TEST(after_closing_it_is_one_file),
		TEST(when_idle_a_plain_copy_of_it_is_whole),
		TEST(the_second_program_reads_and_says_who_writes),
		TEST(after_the_writer_has_left_the_next_may_write),
		TEST(a_killed_program_does_not_hold_the_file),
		TEST(what_is_no_file_of_ours_is_refused_with_a_sentence),
		TEST(another_programs_database_is_left_alone),
		TEST(a_file_of_a_newer_version_is_refused_and_left_alone),
		TEST(a_damaged_file_is_found_out),
		TEST(a_truncated_file_is_found_out),
		TEST(a_file_that_vanished_is_noticed_and_can_be_saved),
		TEST(a_copy_is_a_file_of_its_own),
		TEST(who_only_reads_can_save_a_copy),
		TEST(a_file_on_a_medium_that_cannot_be_written_is_read),
		TEST(a_file_that_may_not_be_read_is_refused),
		TEST(the_check_finds_what_breaks_the_rules),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
