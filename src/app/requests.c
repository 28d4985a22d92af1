#include "nastavnik/app/requests.h"

#include <string.h>

#include "nastavnik/app/records.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/participant.h"
#include "nastavnik/store/write/record.h"
#include "requests_inner.h"

static bool topics_have(struct ids topics, int64_t item)
{
	for (size_t i = 0; i < topics.n; i++)
		if (topics.row[i] == item)
			return true;
	return false;
}

static const struct request *request_at(const struct records *requests, size_t i)
{
	return record_at(&request_type, requests, i);
}

/* Is there one of the item; open: only such a one counts. */
static bool requests_have(const struct records *requests, int64_t item, bool open)
{
	for (size_t i = 0; i < requests->n; i++) {
		const struct request *r = request_at(requests, i);

		if (r->item == item && (!open || r->state == REQUEST_OPEN))
			return true;
	}
	return false;
}

enum rc request_settle(struct app *app, struct arena *a, void *record)
{
	struct request *request = record;

	(void)app, (void)a;
	if (request->state == REQUEST_OPEN)
		request->closed_on = DATE_NONE;
	else if (!request->closed_on)
		request->closed_on = date_today();
	return RC_OK;
}

/* The topic that an open request stands for; 0: none. */
static int64_t topic_of(const struct request *request)
{
	return request && request->state == REQUEST_OPEN ? request->item : 0;
}

/* The topics without one of them, and with the other at the end. */
static struct ids topics_change(struct arena *a, struct ids topics, int64_t gone, int64_t come)
{
	struct ids changed = { ARENA_NEW(a, int64_t, topics.n + 1), 0 };

	for (size_t i = 0; i < topics.n; i++)
		if (topics.row[i] != gone)
			changed.row[changed.n++] = topics.row[i];
	if (come && !topics_have(changed, come))
		changed.row[changed.n++] = come;
	return changed;
}

enum rc request_follow(struct app *app, struct arena *a, const void *before, const void *after)
{
	const struct record *head = after ? after : before;
	int64_t gone = topic_of(before), come = topic_of(after);
	struct records left;
	struct participant mentee;
	enum rc rc;

	if (gone == come)
		return RC_OK;
	rc = participant_get(app->store, a, head->owner, &mentee);
	if (!rc)
		rc = record_list(app->store, a, &request_type, head->owner, &left);
	if (rc)
		return rc;
	if (requests_have(&left, gone, true))
		gone = 0;
	mentee.topics = topics_change(a, mentee.topics, gone, come);
	return participant_put(app->store, &mentee);
}

/* Open requests for the topics that no record knows. */
static void topics_adopt(struct arena *a, const struct participant *mentee,
			 const struct records *known, struct records *fresh, size_t *cap)
{
	for (size_t i = 0; i < mentee->topics.n; i++) {
		struct request *request;

		if (requests_have(known, mentee->topics.row[i], false))
			continue;
		fresh->row = arena_grow(a, fresh->row, fresh->n, cap, sizeof(*request));
		request = record_at(&request_type, fresh, fresh->n++);
		record_init(&request_type, request, mentee->id, date_today());
		request->item = mentee->topics.row[i];
		if (mentee->joined)
			request->on_day = mentee->joined;
	}
}

enum rc requests_adopt(struct app *app, size_t *added)
{
	struct arena a = { 0 };
	struct participants mentees;
	struct records fresh = { 0 };
	size_t cap = 0;
	enum rc rc = app_participants(app, &a, ROLE_MENTEE, &mentees);

	for (size_t i = 0; !rc && i < mentees.n; i++) {
		struct records known;

		rc = record_list(app->store, &a, &request_type, mentees.row[i].id, &known);
		if (!rc)
			topics_adopt(&a, &mentees.row[i], &known, &fresh, &cap);
	}
	if (!rc)
		rc = records_save_all(app, &request_type, &fresh,
				      N_("Requests of the cards written down"));
	if (!rc)
		*added = fresh.n;
	arena_done(&a);
	return rc;
}

enum rc requests_close(struct app *app, struct ids ids, enum request_state state, int64_t on)
{
	struct arena a = { 0 };
	struct request *row = ARENA_NEW(&a, struct request, ids.n);
	struct records changed = { row, 0 };
	enum rc rc = RC_OK;

	for (size_t i = 0; i < ids.n && !rc; i++) {
		struct request *request = &row[changed.n];

		rc = record_get(app->store, &a, &request_type, ids.row[i], request);
		if (rc || request->state == (int64_t)state)
			continue;
		request->state = state;
		request->closed_on = on;
		changed.n++;
	}
	if (!rc)
		rc = records_save_all(app, &request_type, &changed,
				      state == REQUEST_OPEN ? N_("Requests opened again")
							    : N_("Requests closed"));
	arena_done(&a);
	return rc;
}

static int64_t source_of(const struct books *books, const char *code)
{
	for (size_t i = 0; i < books->n; i++)
		if (books->row[i].book == BOOK_SOURCE && strcmp(books->row[i].code, code) == 0)
			return books->row[i].id;
	return 0;
}

enum rc request_nominate(struct app *app, struct arena *a, int64_t participation, int64_t item,
			 const char *source)
{
	struct records known;
	struct request request;
	enum rc rc = record_list(app->store, a, &request_type, participation, &known);

	if (rc || requests_have(&known, item, true))
		return rc;
	record_init(&request_type, &request, participation, date_today());
	request.item = item;
	request.source = source_of(&app->books, source);
	return record_put(app->store, &request_type, &request);
}

enum rc requests_withdraw(struct app *app, struct arena *a, const struct participant *mentee)
{
	struct records known;
	enum rc rc = record_list(app->store, a, &request_type, mentee->id, &known);

	for (size_t i = 0; !rc && i < known.n; i++) {
		struct request *request = record_at(&request_type, &known, i);

		if (request->state != REQUEST_OPEN || !request->item ||
		    topics_have(mentee->topics, request->item))
			continue;
		request->state = REQUEST_WITHDRAWN;
		request->closed_on = date_today();
		rc = record_put(app->store, &request_type, request);
	}
	return rc;
}
