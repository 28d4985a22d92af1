/* A school file in a folder of its own, for the tests of the store. */
#ifndef TESTS_STORE_FIXTURE_H
#define TESTS_STORE_FIXTURE_H

#include "../unit.h"

#include "nastavnik/store/read/board.h"
#include "nastavnik/store/read/store.h"
#include "nastavnik/store/write/bond.h"
#include "nastavnik/store/write/book.h"
#include "nastavnik/store/write/participant.h"
#include "nastavnik/store/write/person.h"
#include "nastavnik/store/write/school.h"
#include "nastavnik/store/write/step.h"
#include "nastavnik/store/write/store.h"

struct fixture {
	char folder[64], path[96];
	struct store *store;
	struct arena arena;
	/* ids of the books of 2026 */
	int64_t form, other_form, role_model, request, other_request, competence, other_competence,
		interest;
};

/* cmocka's setup and teardown: *state is the fixture, with a file of one school and the year 2026.
 */
int fixture_setup(void **state);
int fixture_teardown(void **state);
/* Close and open again. */
void fixture_reopen(struct fixture *f, unsigned flags);
/* The path of another file in the folder; in the arena. */
char *fixture_path(struct fixture *f, const char *name);

/* The school and year every file of these tests begins with. */
struct school invented_school(void);
struct year invented_year(int64_t year);
struct books invented_books(struct fixture *f);
enum rc create_file(struct fixture *f, const char *path, struct store **out);

/* A person with the texts that a struct must have. */
struct person invented_person(const char *family, const char *given, const char *class_name);
struct participant invented_participant(enum role role, const char *family, const char *given);

/* Fails the test with the sentence of the error. */
#define must(call)                                                   \
	do {                                                         \
		if ((call) != RC_OK)                                 \
			fail_msg("%s: %s", #call, err_last()->text); \
	} while (0)

/* In a step of its own. */
int64_t add_person(struct fixture *f, const char *family, const char *given,
		   const char *class_name);
int64_t add_participant(struct fixture *f, enum role role, const char *family, const char *given);

/* Everything that undo knows of, as text; on the heap. Read through a connection of its own. */
char *dump_records(const char *path);
/* One number that a statement gives, by a connection of its own; and running one. */
int64_t sql_number(const char *path, const char *sql);
void sql_run(const char *path, const char *sql);

#endif
