#include "nastavnik/model/bases.h"

#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"

enum { DATE_FIRST = 20000101, DATE_LAST = 21991231 };

record_words request_states = { N_("open"), N_("met"), N_("withdrawn by the person"), NULL };
record_words invitation_answers = { N_("no answer yet"), N_("agreed"), N_("declined"),
				    N_("later, not now"), NULL };
record_words mentor_types = { N_("counsellor"), N_("for a school subject"), NULL };

/* clang-format off */
#define AT(member) offsetof(struct request, member)
static const struct field request_rows[] = {
	{ .name = "item", .label = N_("Request"),
	  .hint = N_("From the reference book: pairs are formed by it."),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_LIST, .offset = AT(item), .width = 20,
	  .choices = "request" },
	{ .name = "state", .label = N_("State"),
	  .hint = N_("Open: pairs are formed by it. A closed one stays as history."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(state),
	  .width = 12, .choices = "request_state" },
	{ .name = "on_day", .label = N_("Date"),
	  .hint = N_("The day it became known."),
	  .kind = FIELD_DATE, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(on_day),
	  .min = DATE_FIRST, .max = DATE_LAST, .width = 10 },
	{ .name = "source", .label = N_("Source"),
	  .hint = N_("From whom it is known."),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_LIST, .offset = AT(source), .width = 14,
	  .choices = "source" },
	{ .name = "words", .label = N_("In own words"),
	  .hint = N_("What was said or written; enough where the book has no such request."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(words), .max = 400,
	  .width = 24 },
	{ .name = "closed_on", .label = N_("Closed on"),
	  .hint = N_("Empty while it is open; a closed one gets today's date by itself."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_WIDE_LIST, .offset = AT(closed_on),
	  .min = DATE_FIRST, .max = DATE_LAST, .width = 10 },
	{ .name = "result", .label = N_("Result"),
	  .hint = N_("What came of it, in a few words."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(result), .width = 24 },
};
#undef AT

#define AT(member) offsetof(struct invitation, member)
static const struct field invitation_rows[] = {
	{ .name = "on_day", .label = N_("Date"),
	  .hint = N_("The day of the invitation."),
	  .kind = FIELD_DATE, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(on_day),
	  .min = DATE_FIRST, .max = DATE_LAST, .width = 10 },
	{ .name = "name", .label = N_("Full name"),
	  .hint = N_("Family name, given name, patronymic: so it goes into the base."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 150, .width = 24 },
	{ .name = "subbase", .label = N_("Sub-base"),
	  .hint = N_("From which group of people: teachers, graduates, entrepreneurs…"),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_LIST, .offset = AT(subbase), .width = 18,
	  .choices = "subbase" },
	{ .name = "place", .label = N_("Place of work or study"),
	  .hint = N_("The class of a pupil, the position of a teacher, the organisation of others."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(place), .max = 200,
	  .width = 20 },
	{ .name = "contact", .label = N_("Contacts"),
	  .hint = N_("Telephone or e-mail."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(contact), .max = 150,
	  .width = 16 },
	{ .name = "by", .label = N_("Invited by"),
	  .hint = N_("Who spoke to the person, or how: a letter, a meeting."),
	  .kind = FIELD_TEXT, .offset = AT(by), .max = 150, .width = 16 },
	{ .name = "answer", .label = N_("Answer"),
	  .hint = N_("In the list F2 takes who agreed into the base of mentors."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(answer),
	  .width = 16, .choices = "invitation_answer" },
	{ .name = "answered_on", .label = N_("Answered on"),
	  .hint = N_("The day of the answer."),
	  .kind = FIELD_DATE, .offset = AT(answered_on), .min = DATE_FIRST, .max = DATE_LAST,
	  .width = 10 },
	{ .name = "note", .label = N_("Note"),
	  .hint = N_("Whatever is worth remembering."),
	  .kind = FIELD_LONGTEXT, .offset = AT(note) },
};
#undef AT
/* clang-format on */

static const struct fields request_fields = FIELD_TABLE(request_rows);
static const struct fields invitation_fields = FIELD_TABLE(invitation_rows);

static void request_fresh(void *record, int today)
{
	struct request *request = record;

	request->on_day = today;
	request->state = REQUEST_OPEN;
}

static enum rc request_check(const void *record)
{
	const struct request *request = record;

	if (!request->item && !*request->words)
		return err_set(RC_INVALID,
			       _("What is asked for? Choose a request, or write it in words."));
	if (request->closed_on && request->closed_on < request->on_day)
		return err_set(RC_INVALID,
			       _("The request cannot be closed before it was made. Mend one of "
				 "the two dates."));
	return RC_OK;
}

const struct record_type request_type = {
	.name = "request",
	.title = N_("Requests of mentees"),
	.one = N_("request"),
	.owner = OWNER_PARTICIPATION,
	.size = sizeof(struct request),
	.fields = &request_fields,
	.fresh = request_fresh,
	.check = request_check,
};

static void invitation_fresh(void *record, int today)
{
	struct invitation *invitation = record;

	invitation->on_day = today;
	invitation->answer = ANSWER_AWAITED;
}

static enum rc invitation_check(const void *record)
{
	const struct invitation *invitation = record;

	if (!invitation->answered_on || invitation->answered_on >= invitation->on_day)
		return RC_OK;
	return err_set(
		RC_INVALID,
		_("The answer cannot come before the invitation. Mend one of the two dates."));
}

const struct record_type invitation_type = {
	.name = "invitation",
	.title = N_("Invitations of mentors"),
	.one = N_("invitation"),
	.size = sizeof(struct invitation),
	.fields = &invitation_fields,
	.fresh = invitation_fresh,
	.check = invitation_check,
};

/* By the methodology's codes; the first sub-base of a kind is the one proposed for it. */
static const struct {
	const char *code;
	enum person_kind kind;
} subbases[] = {
	{ "pupils", KIND_PUPIL },       { "teachers", KIND_TEACHER },
	{ "parents", KIND_PARENT },     { "graduates", KIND_GRADUATE },
	{ "graduates", KIND_STUDENT },  { "staff", KIND_TEACHER },
	{ "employers", KIND_EMPLOYER }, { "entrepreneurs", KIND_EMPLOYER },
	{ "public", KIND_OTHER },       { "social", KIND_OTHER },
};
enum { SUBBASES = sizeof(subbases) / sizeof(subbases[0]) };

int64_t subbase_of_kind(const struct books *books, enum person_kind kind)
{
	size_t row = 0;

	while (row < SUBBASES && subbases[row].kind != kind)
		row++;
	for (size_t i = 0; row < SUBBASES && i < books->n; i++) {
		const struct book_item *item = &books->row[i];

		if (item->book == BOOK_SUBBASE && !item->hidden &&
		    strcmp(item->code, subbases[row].code) == 0)
			return item->id;
	}
	return 0;
}

enum person_kind kind_of_subbase(const struct books *books, int64_t subbase)
{
	const struct book_item *item = book_item_by_id(books, subbase);

	for (size_t row = 0; item && row < SUBBASES; row++)
		if (strcmp(item->code, subbases[row].code) == 0)
			return subbases[row].kind;
	return KIND_OTHER;
}
