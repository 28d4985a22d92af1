/* A school in a folder of its own, with a few invented people, for the tests of the use cases. */
#ifndef TESTS_APP_FIXTURE_H
#define TESTS_APP_FIXTURE_H

#include "../unit.h"

#include "nastavnik/app/app.h"
#include "nastavnik/app/import.h"
#include "nastavnik/model/participant.h"

struct fixture {
	char folder[64], path[96];
	struct app *app;
	struct arena arena;
	struct issues issues; /* of the last import_text() */
};

/* cmocka's setup and teardown: *state is the fixture, with an empty school of 2026. */
int fixture_setup(void **state);
int fixture_teardown(void **state);
void fixture_reopen(struct fixture *f);
/* A file of the folder with that text; its path in the arena. */
const char *fixture_table(struct fixture *f, const char *text);
/* Import a table given as text; the report lives until the fixture's end. */
struct import_report import_text(struct fixture *f, enum import_kind kind, const char *text);
/* Id of a participant of the year by family name; 0. */
int64_t participant_named(struct fixture *f, enum role role, const char *family);
/* Number of people in the year. */
size_t people_count(struct fixture *f);

/* Fails the test with the sentence of the error. */
#define must(call)                                                   \
	do {                                                         \
		if ((call) != RC_OK)                                 \
			fail_msg("%s: %s", #call, err_last()->text); \
	} while (0)

#endif
