#include "nastavnik/model/prepare.h"

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"

enum { DATE_FIRST = 20000101, DATE_LAST = 21991231, AGREEMENT_SOON_DAYS = 30 };

#define DATES .min = DATE_FIRST, .max = DATE_LAST
#define NOTE(record, member)                                                          \
	{                                                                             \
		.name = #member, .label = N_("Note"),                                 \
		.hint = N_("Whatever is worth remembering."), .kind = FIELD_LONGTEXT, \
		.offset = offsetof(struct record, member)                             \
	}
#define LINK(record)                                                                       \
	{                                                                                  \
		.name = "link", .label = N_("Link"), .hint = N_("An address on the web."), \
		.kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST,                           \
		.offset = offsetof(struct record, link), .max = 400, .width = 20           \
	}

/* clang-format off */
#define AT(member) offsetof(struct team, member)
static const struct field team_rows[] = {
	{ .name = "name", .label = N_("Full name"),
	  .hint = N_("Family name, given name, patronymic."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 150, .width = 26 },
	{ .name = "role", .label = N_("Role"),
	  .hint = N_("What the person answers for: curator, psychologist, a form of mentoring…"),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_LIST, .offset = AT(role), .width = 26,
	  .choices = "team_role" },
	{ .name = "position", .label = N_("Position"),
	  .hint = N_("At the school or elsewhere."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(position), .max = 150,
	  .width = 24 },
	{ .name = "duties", .label = N_("Duties"),
	  .hint = N_("What exactly, as the order will say it."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(duties), .width = 30 },
	{ .name = "contact", .label = N_("Contacts"),
	  .hint = N_("Telephone or e-mail."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(contact), .max = 150,
	  .width = 16 },
};
#undef AT

#define AT(member) offsetof(struct aim, member)
static const struct field aim_rows[] = {
	{ .name = "name", .label = N_("Aim or task"),
	  .hint = N_("What the programme is to change: “Help fifth-graders to settle in”."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 400, .width = 30 },
	{ .name = "form", .label = N_("Form of mentoring"),
	  .hint = N_("The form it belongs to; empty: the whole programme."),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_LIST, .offset = AT(form), .width = 18,
	  .choices = "form" },
	{ .name = "expected", .label = N_("Expected result"),
	  .hint = N_("How one will see that it was reached; a number is best."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_IN_LIST, .offset = AT(expected), .width = 24 },
	{ .name = "reached", .label = N_("What was reached"),
	  .hint = N_("To be filled in at the end of the year."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(reached), .width = 24 },
};
#undef AT

#define AT(member) offsetof(struct document, member)
static const struct field document_rows[] = {
	{ .name = "kind", .label = N_("Kind"),
	  .hint = N_("Order, regulation, minutes, letter…"),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_LIST, .offset = AT(kind), .width = 14,
	  .choices = "document_kind" },
	{ .name = "number", .label = N_("Number"),
	  .hint = N_("As the office registered it: 145-од; may stay empty until then."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(number), .max = 40, .width = 10 },
	{ .name = "on_day", .label = N_("Date"),
	  .hint = N_("The day that stands on the paper."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST, .offset = AT(on_day), DATES, .width = 10 },
	{ .name = "name", .label = N_("What about"),
	  .hint = N_("Its title: “On the curator of the mentoring programme”."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 300, .width = 30 },
	{ .name = "file", .label = N_("Where it lies"),
	  .hint = N_("The name of the file, or the folder with the paper."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(file), .max = 250,
	  .width = 20 },
	NOTE(document, note),
};
#undef AT

#define AT(member) offsetof(struct ground, member)
static const struct field ground_rows[] = {
	{ .name = "name", .label = N_("What"),
	  .hint = N_("The act and what it is about, in your own words."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 400, .width = 40 },
	{ .name = "number", .label = N_("Number"),
	  .hint = N_("The number of the act, or the article."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(number), .max = 40, .width = 14 },
	{ .name = "on_day", .label = N_("Date"),
	  .hint = N_("The day of the act; may stay empty."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST, .offset = AT(on_day), .min = 19000101,
	  .max = DATE_LAST, .width = 10 },
	LINK(ground),
	NOTE(ground, note),
	{ .name = "code", .label = N_("Code"),
	  .hint = N_("Known to the methodology by this code."),
	  .kind = FIELD_TEXT, .flags = FIELD_READONLY | FIELD_NO_EXPORT, .offset = AT(code),
	  .max = 40 },
};
#undef AT

#define AT(member) offsetof(struct resource, member)
static const struct field resource_rows[] = {
	{ .name = "kind", .label = N_("Kind"),
	  .hint = N_("People, rooms, equipment, methods, money…"),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_LIST, .offset = AT(kind), .width = 20,
	  .choices = "resource_kind" },
	{ .name = "name", .label = N_("What there is"),
	  .hint = N_("A room for meetings, a psychologist, a set of guides."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 300, .width = 30 },
	{ .name = "quantity", .label = N_("How much"),
	  .hint = N_("A number with its unit, or words."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(quantity), .max = 60,
	  .width = 12 },
	{ .name = "source", .label = N_("From where"),
	  .hint = N_("The school's own, a partner's, a grant."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(source), .max = 150,
	  .width = 20 },
	NOTE(resource, note),
};
#undef AT

#define AT(member) offsetof(struct partner, member)
static const struct field partner_rows[] = {
	{ .name = "kind", .label = N_("Kind"),
	  .hint = N_("College, enterprise, museum…"),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_WIDE_LIST, .offset = AT(kind), .width = 16,
	  .choices = "partner_kind" },
	{ .name = "name", .label = N_("Organisation"),
	  .hint = N_("As it calls itself."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 250, .width = 30 },
	{ .name = "person", .label = N_("Who answers there"),
	  .hint = N_("With whom to speak."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(person), .max = 150,
	  .width = 20 },
	{ .name = "contact", .label = N_("Contacts"),
	  .hint = N_("Telephone or e-mail."),
	  .kind = FIELD_TEXT, .offset = AT(contact), .max = 150, .width = 18 },
	{ .name = "agreement", .label = N_("Agreement"),
	  .hint = N_("Its number; may stay empty until it is signed."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(agreement), .max = 60,
	  .width = 12 },
	{ .name = "agreed_on", .label = N_("Signed on"),
	  .hint = N_("The day that stands on the agreement."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_WIDE_LIST, .offset = AT(agreed_on), DATES,
	  .width = 10 },
	{ .name = "until", .label = N_("In force until"),
	  .hint = N_("The last day of the agreement; empty: without a term."),
	  .help = N_("From thirty days before its end on, the date is painted: time to prolong."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST, .offset = AT(until), DATES, .width = 12 },
	{ .name = "gives", .label = N_("Mentors come from there"),
	  .hint = N_("Yes: counted as an enterprise that gave mentors."),
	  .kind = FIELD_YESNO, .flags = FIELD_IN_LIST, .offset = AT(gives), .width = 8 },
	{ .name = "what", .label = N_("What is done together"),
	  .hint = N_("Excursions, practice, lessons, mentors."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(what), .width = 24 },
};
#undef AT

#define AT(member) offsetof(struct occasion, member)
static const struct field event_rows[] = {
	{ .name = "stage", .label = N_("Stage"),
	  .hint = N_("To which stage of the programme it belongs."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED, .offset = AT(stage), .width = 20,
	  .choices = "stage" },
	{ .name = "kind", .label = N_("Kind"),
	  .hint = N_("Parents' meeting, festival, auction of ideas, conference…"),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_WIDE_LIST, .offset = AT(kind), .width = 20,
	  .choices = "event_kind" },
	{ .name = "name", .label = N_("Event"),
	  .hint = N_("Its name as people know it."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 300, .width = 30 },
	{ .name = "on_day", .label = N_("Date"),
	  .hint = N_("The day, or the first of several."),
	  .kind = FIELD_DATE, .flags = FIELD_REQUIRED | FIELD_IN_LIST | FIELD_IN_YEAR,
	  .offset = AT(on_day), DATES, .width = 10 },
	{ .name = "until", .label = N_("Last day"),
	  .hint = N_("Only when it goes on for several days."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_YEAR | FIELD_MORE, .offset = AT(until), DATES,
	  .width = 10 },
	{ .name = "audience", .label = N_("For whom"),
	  .hint = N_("Parents of classes 5–6, all teachers, pupils of 9А."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(audience), .max = 200,
	  .width = 18 },
	{ .name = "people", .label = N_("People"),
	  .hint = N_("How many came."),
	  .kind = FIELD_NUMBER, .flags = FIELD_IN_LIST, .offset = AT(people), .min = 0,
	  .max = 100000, .width = -6 },
	{ .name = "place", .label = N_("Place"),
	  .hint = N_("Where it was, or will be."),
	  .kind = FIELD_TEXT, .flags = FIELD_MORE, .offset = AT(place), .max = 200, .width = 16 },
	{ .name = "outside", .label = N_("Held by others"),
	  .hint = N_("Yes: an event of another organisation that the school took part in."),
	  .kind = FIELD_YESNO, .flags = FIELD_MORE, .offset = AT(outside), .width = 5 },
	{ .name = "result", .label = N_("Result"),
	  .hint = N_("What came out of it: requests, mentors, decisions."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(result), .width = 24 },
	{ .name = "link", .label = N_("Link"),
	  .hint = N_("An address on the web."),
	  .kind = FIELD_TEXT, .flags = FIELD_MORE, .offset = AT(link), .max = 400, .width = 20 },
};
#undef AT

#define AT(member) offsetof(struct guest, member)
static const struct field guest_rows[] = {
	{ .name = "participation", .label = N_("From the bases"),
	  .hint = N_("A mentor or mentee; the name below may then stay empty."),
	  .kind = FIELD_CHOICE, .offset = AT(participation), .width = 24,
	  .choices = "participant" },
	{ .name = "name", .label = N_("Full name"),
	  .hint = N_("Of somebody who is in neither base: family name, given name, patronymic."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(name), .max = 150, .width = 30 },
	{ .name = "part", .label = N_("As what"),
	  .hint = N_("Speaker, member of the jury, guest."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(part), .max = 150, .width = 18 },
	{ .name = "result", .label = N_("Result"),
	  .hint = N_("A prize, a diploma, a place."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(result), .max = 200,
	  .width = 18 },
};
#undef AT

#define AT(member) offsetof(struct publication, member)
static const struct field publication_rows[] = {
	{ .name = "on_day", .label = N_("Date"),
	  .hint = N_("The day it came out."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST | FIELD_IN_YEAR, .offset = AT(on_day), DATES,
	  .width = 10 },
	{ .name = "name", .label = N_("What"),
	  .hint = N_("The title, or what it tells of."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 300, .width = 36 },
	{ .name = "place", .label = N_("Where"),
	  .hint = N_("The school's site, a community, a newspaper."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(place), .max = 200,
	  .width = 20 },
	LINK(publication),
	NOTE(publication, note),
};
#undef AT

#define AT(member) offsetof(struct study, member)
static const struct field study_rows[] = {
	{ .name = "who", .label = N_("Who"),
	  .hint = N_("The curator, or another of the team."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(who),
	  .max = 150, .width = 22 },
	{ .name = "name", .label = N_("Course"),
	  .hint = N_("What was learnt."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 300, .width = 26 },
	{ .name = "place", .label = N_("Where"),
	  .hint = N_("Institute, centre, platform."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(place), .max = 200,
	  .width = 20 },
	{ .name = "on_day", .label = N_("Begins on"),
	  .hint = N_("The first day."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_WIDE_LIST, .offset = AT(on_day), DATES,
	  .width = 10 },
	{ .name = "until", .label = N_("Ends on"),
	  .hint = N_("The last day; empty: it goes on."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST, .offset = AT(until), DATES, .width = 10 },
	{ .name = "hours", .label = N_("Hours"),
	  .hint = N_("As the certificate says."),
	  .kind = FIELD_NUMBER, .flags = FIELD_IN_LIST, .offset = AT(hours), .min = 0, .max = 5000,
	  .width = -5 },
	{ .name = "certificate", .label = N_("Certificate"),
	  .hint = N_("Its number and date."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(certificate), .max = 150,
	  .width = 18 },
};
#undef AT
/* clang-format on */

static const struct fields team_fields = FIELD_TABLE(team_rows);
static const struct fields aim_fields = FIELD_TABLE(aim_rows);
static const struct fields document_fields = FIELD_TABLE(document_rows);
static const struct fields ground_fields = FIELD_TABLE(ground_rows);
static const struct fields resource_fields = FIELD_TABLE(resource_rows);
static const struct fields partner_fields = FIELD_TABLE(partner_rows);
static const struct fields event_fields = FIELD_TABLE(event_rows);
static const struct fields guest_fields = FIELD_TABLE(guest_rows);
static const struct fields publication_fields = FIELD_TABLE(publication_rows);
static const struct fields study_fields = FIELD_TABLE(study_rows);

static enum rc order_check(int64_t first, int64_t last)
{
	if (!first || !last || first <= last)
		return RC_OK;
	return err_set(RC_INVALID,
		       _("The last day lies before the first one. Mend one of the two dates."));
}

static bool team_lives_on(const void *record, int64_t year)
{
	(void)record, (void)year;
	return true;
}

const struct record_type team_type = {
	.name = "team",
	.title = N_("Team and roles"),
	.one = N_("member of the team"),
	.size = sizeof(struct team),
	.fields = &team_fields,
	.lives_on = team_lives_on,
};

const struct record_type aim_type = {
	.name = "aim",
	.title = N_("Aims and expected results"),
	.one = N_("aim"),
	.size = sizeof(struct aim),
	.fields = &aim_fields,
};

const struct record_type document_type = {
	.name = "document",
	.title = N_("Register of papers"),
	.one = N_("paper"),
	.size = sizeof(struct document),
	.fields = &document_fields,
};

const struct record_type ground_type = {
	.name = "ground",
	.title = N_("Legal grounds"),
	.one = N_("legal ground"),
	.size = sizeof(struct ground),
	.fields = &ground_fields,
};

const struct record_type resource_type = {
	.name = "resource",
	.title = N_("Resources"),
	.one = N_("resource"),
	.size = sizeof(struct resource),
	.fields = &resource_fields,
};

static enum rc partner_check(const void *record)
{
	const struct partner *partner = record;

	return order_check(partner->agreed_on, partner->until);
}

enum agreement_state partner_agreement(const struct partner *partner, int today)
{
	if (!partner->until)
		return AGREEMENT_RUNS;
	if (partner->until < today)
		return AGREEMENT_OVER;
	return partner->until <= date_add_days(today, AGREEMENT_SOON_DAYS) ? AGREEMENT_ENDS_SOON
									   : AGREEMENT_RUNS;
}

/* An agreement without a term goes on; else it must reach into the new year. */
static bool partner_lives_on(const void *record, int64_t year)
{
	const struct partner *partner = record;

	return !partner->until || partner->until >= date_make((int)year, 9, 1);
}

const struct record_type partner_type = {
	.name = "partner",
	.title = N_("Partners"),
	.one = N_("partner"),
	.size = sizeof(struct partner),
	.fields = &partner_fields,
	.check = partner_check,
	.lives_on = partner_lives_on,
};

static void event_fresh(void *record, int today)
{
	struct occasion *event = record;

	event->stage = 1;
	event->on_day = today;
}

static enum rc event_check(const void *record)
{
	const struct occasion *event = record;

	return order_check(event->on_day, event->until);
}

const struct record_type event_type = {
	.name = "event",
	.title = N_("Events"),
	.one = N_("event"),
	.size = sizeof(struct occasion),
	.fields = &event_fields,
	.fresh = event_fresh,
	.check = event_check,
};

record_words stage_words = { N_("Preparing the programme"),  N_("Base of mentees"),
			     N_("Base of mentors"),          N_("Selecting and training mentors"),
			     N_("Forming pairs and groups"), N_("Pairs at work"),
			     N_("Closing the programme"),    NULL };

static enum rc guest_check(const void *record)
{
	const struct guest *guest = record;

	if (guest->participation || *guest->name)
		return RC_OK;
	return err_set(RC_INVALID,
		       _("Who was it? Choose somebody from the bases, or type a name."));
}

const struct record_type guest_type = {
	.name = "guest",
	.title = N_("Participants of the event"),
	.one = N_("participant of an event"),
	.owner = OWNER_RECORD,
	.size = sizeof(struct guest),
	.fields = &guest_fields,
	.check = guest_check,
};

static void publication_fresh(void *record, int today)
{
	((struct publication *)record)->on_day = today;
}

const struct record_type publication_type = {
	.name = "publication",
	.title = N_("Publications"),
	.one = N_("publication"),
	.size = sizeof(struct publication),
	.fields = &publication_fields,
	.fresh = publication_fresh,
};

static enum rc study_check(const void *record)
{
	const struct study *study = record;

	return order_check(study->on_day, study->until);
}

const struct record_type study_type = {
	.name = "study",
	.title = N_("The team's own training"),
	.one = N_("course taken"),
	.size = sizeof(struct study),
	.fields = &study_fields,
	.check = study_check,
};
