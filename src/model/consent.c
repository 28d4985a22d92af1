#include "nastavnik/model/consent.h"

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"

enum { SIGNED_FIRST = 20000101, SIGNED_LAST = 21991231 };

static const struct {
	const char *code, *name, *title;
	bool optional;
} kinds[CONSENT_KINDS + 1] = {
	[CONSENT_TAKE_PART] = { .code = "take_part",
				.name = N_("taking part"),
				.title = N_("Consent to take part") },
	[CONSENT_DATA] = { .code = "data",
			   .name = N_("personal data"),
			   .title = N_("Consent to data processing") },
	[CONSENT_PUBLISH] = { .code = "publish",
			      .name = N_("publication"),
			      .title = N_("Consent to publication"),
			      .optional = true },
};

/* A paper is signed before it is noted. */
static enum rc signed_check(const struct field *field, const void *record)
{
	const struct consent *c = record;

	(void)field;
	if (c->signed_on <= date_today())
		return RC_OK;
	return err_set(RC_INVALID, _("This day is still to come. Give the date that stands on the "
				     "signed paper."));
}

static enum rc until_check(const struct field *field, const void *record)
{
	const struct consent *c = record;

	(void)field;
	if (c->until == DATE_NONE || c->until >= c->signed_on)
		return RC_OK;
	return err_set(RC_INVALID, _("The term ends before the day of signing. Check both dates."));
}

static enum rc withdrawn_check(const struct field *field, const void *record)
{
	const struct consent *c = record;

	(void)field;
	if (c->withdrawn_on == DATE_NONE || c->withdrawn_on >= c->signed_on)
		return RC_OK;
	return err_set(RC_INVALID,
		       _("It is withdrawn before the day of signing. Check both dates."));
}

#define AT(member) offsetof(struct consent, member)

/* clang-format off */
static const struct field consent_rows[] = {
	{ .name = "consent_kind", .label = N_("Consent to"),
	  .hint = N_("Each consent is a paper of its own."),
	  .help = N_("Taking part, the processing of personal data and their publication are three "
		     "different papers. Publication is asked for only where photos or cases are to be "
		     "shown."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED, .offset = AT(kind), .width = 18,
	  .choices = "consent_kind" },
	{ .name = "signed_on", .label = N_("Signed on"),
	  .hint = N_("The date on the paper."),
	  .kind = FIELD_DATE, .flags = FIELD_REQUIRED, .offset = AT(signed_on),
	  .min = SIGNED_FIRST, .max = SIGNED_LAST, .width = 10, .check = signed_check },
	{ .name = "signed_by", .label = N_("Signed by"),
	  .hint = N_("For a minor the legal representative; from 14 on the pupil usually signs too."),
	  .kind = FIELD_TEXT, .offset = AT(signed_by), .width = 30 },
	{ .name = "until", .label = N_("Good until"),
	  .hint = N_("The last day; empty when the paper names no term."),
	  .help = N_("After this day the consent does not count any more. A consent to data processing "
		     "or publication with a term counts in later school years too, up to that day."),
	  .kind = FIELD_DATE, .offset = AT(until), .min = SIGNED_FIRST, .max = SIGNED_LAST,
	  .width = 10, .check = until_check },
	{ .name = "withdrawn_on", .label = N_("Withdrawn on"),
	  .hint = N_("When it was taken back; the record stays as history."),
	  .kind = FIELD_DATE, .offset = AT(withdrawn_on), .min = SIGNED_FIRST, .max = SIGNED_LAST,
	  .width = 10, .check = withdrawn_check },
};
/* clang-format on */
const struct fields consent_fields = { consent_rows,
				       sizeof(consent_rows) / sizeof(consent_rows[0]) };

enum consent_state consent_state(const struct consent *c, int today)
{
	if (!c->id)
		return CONSENT_NONE;
	if (c->withdrawn_on != DATE_NONE)
		return CONSENT_WITHDRAWN;
	return c->until != DATE_NONE && c->until < today ? CONSENT_EXPIRED : CONSENT_STANDS;
}

void consent_mark_add(struct consent_mark *mark, const struct consent *c, int today)
{
	enum consent_state state = consent_state(c, today);
	bool stands = state == CONSENT_STANDS, stood = mark->state == CONSENT_STANDS;

	/* Records come oldest first. */
	if (mark->id && stood && !stands)
		return;
	*mark = (struct consent_mark){ .id = c->id,
				       .year = c->year,
				       .state = state,
				       .on = state == CONSENT_WITHDRAWN ? c->withdrawn_on
					     : state == CONSENT_EXPIRED ? c->until
									: c->signed_on };
}

bool consent_is_optional(enum consent_kind kind)
{
	return kinds[kind].optional;
}

bool consent_is_owed(enum consent_kind kind, const struct consent_mark *mark)
{
	return mark->state != CONSENT_STANDS && !kinds[kind].optional;
}

const char *consent_kind_name(enum consent_kind kind)
{
	return _(kinds[kind].name);
}

const char *consent_kind_title(enum consent_kind kind)
{
	return _(kinds[kind].title);
}

struct choices consent_kind_choices(struct arena *a)
{
	struct choice *row = ARENA_NEW(a, struct choice, CONSENT_KINDS);

	for (int i = 0; i < CONSENT_KINDS; i++)
		row[i] = (struct choice){ .id = i + 1,
					  .code = kinds[i + 1].code,
					  .name = _(kinds[i + 1].name) };
	return (struct choices){ row, CONSENT_KINDS };
}

const char *consent_mark_show(struct arena *a, const struct consent_mark *mark)
{
	char date[DATE_SIZE];

	date_format((int)mark->on, date);
	switch (mark->state) {
	case CONSENT_STANDS:
		return arena_strdup(a, date);
	case CONSENT_EXPIRED:
		return arena_printf(a, _("expired %s"), date);
	case CONSENT_WITHDRAWN:
		return arena_printf(a, _("withdrawn %s"), date);
	default:
		return _("none");
	}
}
