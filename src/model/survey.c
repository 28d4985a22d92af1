#include "nastavnik/model/survey.h"

#include <ctype.h>
#include <string.h>

#include "nastavnik/base/i18n.h"

enum { DATE_FIRST = 20000101, DATE_LAST = 21991231, FORMS_MAX = 5000, SECOND_MAX = 100 };

record_words survey_kinds = {
	[SURVEY_PEOPLE - 1] = N_("of participants"),
	[SURVEY_CARD - 1] = N_("the curator's card"),
	[SURVEY_FIT - 1] = N_("after the first meeting"),
	[SURVEY_EVENT - 1] = N_("after an event"),
	NULL,
};

record_words survey_waves = {
	[WAVE_BEFORE - 1] = N_("entry questionnaire"),
	[WAVE_AFTER - 1] = N_("final questionnaire"),
	NULL,
};

record_words survey_roles = {
	[ROLE_MENTEE - 1] = N_("mentees"),
	[ROLE_MENTOR - 1] = N_("mentors"),
	NULL,
};

record_words item_kinds = {
	[ITEM_SCALE - 1] = N_("scale"),
	[ITEM_YESNO - 1] = N_("yes or no"),
	[ITEM_ONE - 1] = N_("one of"),
	[ITEM_SEVERAL - 1] = N_("several of"),
	[ITEM_NUMBER - 1] = N_("number"),
	[ITEM_DATE - 1] = N_("date"),
	[ITEM_OPEN - 1] = N_("in one's own words"),
	NULL,
};

static enum rc code_check(const struct field *field, const void *record)
{
	const char *code = field_text(field, record);

	for (const char *at = code; *at; at++)
		if (!isalnum((unsigned char)*at) && *at != '_')
			return err_set(
				RC_INVALID,
				_("“%s”: only Latin letters, digits and “_” stand in a code, "
				  "not “%s”."),
				text_of(field->label), code);
	return RC_OK;
}

/* clang-format off */
#define AT(member) offsetof(struct survey, member)
static const struct field survey_rows[] = {
	{ .name = "name", .label = N_("Name"),
	  .hint = N_("As it stands above the questions."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 200, .width = 34 },
	{ .name = "kind", .label = N_("Kind"),
	  .hint = N_("Who answers, and when."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED | FIELD_IN_WIDE_LIST, .offset = AT(kind),
	  .width = 16, .choices = "survey_kind" },
	{ .name = "role", .label = N_("Of whom"),
	  .hint = N_("Mentees or mentors; empty: of both."),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_LIST, .offset = AT(role), .width = 12,
	  .choices = "survey_role" },
	{ .name = "form", .label = N_("Form of mentoring"),
	  .hint = N_("Whose participants answer it; empty: those of all forms."),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_LIST, .offset = AT(form), .width = 20,
	  .choices = "form" },
	{ .name = "wave", .label = N_("When"),
	  .hint = N_("The entry questionnaire and the final one are compared with one another."),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_WIDE_LIST, .offset = AT(wave), .width = 10,
	  .choices = "survey_wave" },
	{ .name = "intro", .label = N_("Above the questions"),
	  .hint = N_("What the paper says first: what it is for, how to answer."),
	  .kind = FIELD_LONGTEXT, .offset = AT(intro), .max = 1000 },
	{ .name = "second", .label = N_("Verify one sheet of"),
	  .hint = N_("Sheets typed twice: 10 – every tenth, 1 – all of them; empty: none."),
	  .kind = FIELD_NUMBER, .flags = FIELD_IN_WIDE_LIST, .offset = AT(second),
	  .min = 1, .max = SECOND_MAX, .width = -8 },
	{ .name = "speed", .label = N_("Show the rate of typing"),
	  .hint = N_("Sheets and keys an hour, while sheets are typed."),
	  .kind = FIELD_YESNO, .offset = AT(speed) },
	{ .name = "hidden", .label = N_("Not given out any more"),
	  .hint = N_("What was answered stays."),
	  .kind = FIELD_YESNO, .offset = AT(hidden) },
	{ .name = "code", .label = N_("Code"),
	  .hint = N_("For commands and tables; it does not change."),
	  .kind = FIELD_TEXT, .flags = FIELD_MORE, .offset = AT(code), .max = ITEM_CODE_MAX,
	  .width = 20, .check = code_check },
	{ .name = "version", .label = N_("Version"),
	  .hint = N_("Another one begins when questions are changed that were answered already."),
	  .kind = FIELD_NUMBER, .flags = FIELD_READONLY | FIELD_MORE, .offset = AT(version),
	  .min = 1, .max = 1000, .width = -6 },
};
#undef AT

#define AT(member) offsetof(struct survey_item, member)
#define LIMITS .min = -ITEM_LIMIT, .max = ITEM_LIMIT
static const struct field survey_item_rows[] = {
	{ .name = "position", .label = N_("№"),
	  .hint = N_("Its place among the questions; empty: the last."),
	  .kind = FIELD_NUMBER, .flags = FIELD_IN_LIST, .offset = AT(position), .min = 1,
	  .max = ITEM_MAX, .width = -3 },
	{ .name = "section", .label = N_("Section"),
	  .hint = N_("A heading above the question and those that follow; the same for all of them."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(section), .max = 150,
	  .width = 18 },
	{ .name = "code", .label = N_("Code"),
	  .hint = N_("The same in the entry and in the final questionnaire where both ask for the same."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(code),
	  .max = ITEM_CODE_MAX, .width = 14, .check = code_check },
	{ .name = "name", .label = N_("Question"),
	  .hint = N_("As it stands on paper."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 300, .width = 32 },
	{ .name = "kind", .label = N_("Answer"),
	  .hint = N_("What kind of answer is given."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(kind),
	  .width = 14, .choices = "item_kind" },
	{ .name = "low", .label = N_("Lowest value"),
	  .hint = N_("The lowest value of the scale or number; what is lower cannot be typed."),
	  .kind = FIELD_NUMBER, .offset = AT(low), LIMITS, .width = -5 },
	{ .name = "high", .label = N_("Highest value"),
	  .hint = N_("The highest value of the scale or number; what is higher cannot be typed."),
	  .kind = FIELD_NUMBER, .offset = AT(high), LIMITS, .width = -5 },
	{ .name = "low_label", .label = N_("The lowest means"),
	  .hint = N_("The words at the beginning of the scale."),
	  .kind = FIELD_TEXT, .offset = AT(low_label), .max = 80 },
	{ .name = "high_label", .label = N_("The highest means"),
	  .hint = N_("The words at the end of the scale."),
	  .kind = FIELD_TEXT, .offset = AT(high_label), .max = 80 },
	{ .name = "soft_low", .label = N_("Rarely below"),
	  .hint = N_("What is lower is asked about once."),
	  .kind = FIELD_NUMBER, .flags = FIELD_MORE, .offset = AT(soft_low), LIMITS, .width = -5 },
	{ .name = "soft_high", .label = N_("Rarely above"),
	  .hint = N_("What is higher is asked about once."),
	  .kind = FIELD_NUMBER, .flags = FIELD_MORE, .offset = AT(soft_high), LIMITS, .width = -5 },
	{ .name = "options", .label = N_("Answers to choose from"),
	  .hint = N_("One a line; the first is typed as 1."),
	  .kind = FIELD_LONGTEXT, .offset = AT(options), .max = 2000 },
	{ .name = "only_if", .label = N_("Asked only if"),
	  .hint = N_("The code of an earlier question and its answers: “met = 1” (yes is 1, no is 0)."),
	  .kind = FIELD_TEXT, .flags = FIELD_MORE, .offset = AT(only_if), .max = 80 },
	{ .name = "required", .label = N_("Must be answered"),
	  .hint = N_("Where the paper has no answer, one has to say so."),
	  .kind = FIELD_YESNO, .offset = AT(required) },
	{ .name = "reverse", .label = N_("Less is better"),
	  .hint = N_("As with anxiety or absences."),
	  .kind = FIELD_YESNO, .flags = FIELD_MORE, .offset = AT(reverse) },
	{ .name = "good", .label = N_("Threshold of the share"),
	  .hint = N_("Answers from this value on make up the share; empty: the upper third."),
	  .kind = FIELD_NUMBER, .flags = FIELD_MORE, .offset = AT(good), LIMITS, .width = -5 },
	{ .name = "scale", .label = N_("Part of the scale"),
	  .hint = N_("Questions about one thing have one name here: “comfort”; they are reckoned together."),
	  .kind = FIELD_TEXT, .flags = FIELD_MORE, .offset = AT(scale), .max = 80 },
	{ .name = "second", .label = N_("In the second entry"),
	  .hint = N_("Does it take part when sheets are typed twice?"),
	  .kind = FIELD_YESNO, .flags = FIELD_MORE, .offset = AT(second) },
};
#undef AT

#define AT(member) offsetof(struct batch, member)
static const struct field batch_rows[] = {
	{ .name = "name", .label = N_("Pile"),
	  .hint = N_("How you call it: “pile 2”, “classes 5 and 6”."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 100, .width = 24 },
	{ .name = "received_on", .label = N_("Received on"),
	  .hint = N_("The day the paper came in."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST, .offset = AT(received_on),
	  .min = DATE_FIRST, .max = DATE_LAST, .width = 10 },
	{ .name = "forms", .label = N_("Sheets received"),
	  .hint = N_("Counted by hand: as many must have been typed in the end."),
	  .kind = FIELD_NUMBER, .flags = FIELD_IN_LIST, .offset = AT(forms), .min = 1,
	  .max = FORMS_MAX, .width = -8 },
	{ .name = "giver", .label = N_("From whom"),
	  .hint = N_("Who handed the paper in."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(giver), .max = 150,
	  .width = 20 },
	{ .name = "note", .label = N_("Note"),
	  .hint = N_("Whatever is worth remembering."),
	  .kind = FIELD_LONGTEXT, .offset = AT(note) },
};
#undef AT

#define AT(member) offsetof(struct packet_record, member)
static const struct field packet_rows[] = {
	{ .name = "made_on", .label = N_("Given out on"),
	  .hint = N_("The day the packet was made."),
	  .kind = FIELD_DATE, .flags = FIELD_READONLY | FIELD_IN_LIST, .offset = AT(made_on),
	  .width = 12 },
	{ .name = "whom", .label = N_("To whom"),
	  .hint = N_("Who types the sheets of this packet."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(whom), .max = 100, .width = 20 },
	{ .name = "forms", .label = N_("Sheets wanted"),
	  .hint = N_("How many people it asks."),
	  .kind = FIELD_NUMBER, .flags = FIELD_READONLY | FIELD_IN_WIDE_LIST, .offset = AT(forms),
	  .max = INT32_MAX, .width = -8 },
	{ .name = "named", .label = N_("With names"),
	  .hint = N_("Do people's names stand in it, or codes only?"),
	  .kind = FIELD_YESNO, .flags = FIELD_READONLY | FIELD_IN_WIDE_LIST, .offset = AT(named),
	  .width = 10 },
	{ .name = "sealed", .label = N_("Sealed"),
	  .hint = N_("Is a passphrase needed to open it?"),
	  .kind = FIELD_YESNO, .flags = FIELD_READONLY | FIELD_IN_WIDE_LIST, .offset = AT(sealed),
	  .width = 10 },
	{ .name = "taken_on", .label = N_("Came back on"),
	  .hint = N_("The day it was taken back last."),
	  .kind = FIELD_DATE, .flags = FIELD_READONLY | FIELD_IN_LIST, .offset = AT(taken_on),
	  .width = 12 },
	{ .name = "note", .label = N_("Note"),
	  .hint = N_("Whatever is worth remembering."),
	  .kind = FIELD_LONGTEXT, .offset = AT(note) },
};
#undef AT
/* clang-format on */

static const struct fields packet_fields = FIELD_TABLE(packet_rows);
static const struct fields survey_fields = FIELD_TABLE(survey_rows);
static const struct fields survey_item_fields = FIELD_TABLE(survey_item_rows);
static const struct fields batch_fields = FIELD_TABLE(batch_rows);

static void survey_fresh(void *record, int today)
{
	struct survey *s = record;

	(void)today;
	s->kind = SURVEY_PEOPLE;
	s->version = 1;
}

static void survey_item_fresh(void *record, int today)
{
	struct survey_item *item = record;

	(void)today;
	item->kind = ITEM_SCALE;
	item->low = 1;
	item->high = 10;
	item->required = item->second = 1;
}

static void batch_fresh(void *record, int today)
{
	((struct batch *)record)->received_on = today;
}

/* Does the kind need limits, does it need options, and are they there? */
static enum rc survey_item_check(const void *record)
{
	const struct survey_item *item = record;
	int64_t options = item_options(item);
	bool chosen = item->kind == ITEM_ONE || item->kind == ITEM_SEVERAL;

	if (item->kind == ITEM_SCALE && (item->low == FIELD_NOTHING || item->high == FIELD_NOTHING))
		return err_set(RC_INVALID, _("A scale needs its lowest and its highest value."));
	if (item->low != FIELD_NOTHING && item->high != FIELD_NOTHING && item->low >= item->high)
		return err_set(
			RC_INVALID,
			_("The lowest value has to be less than the highest: %lld and %lld are "
			  "not."),
			(long long)item->low, (long long)item->high);
	if (chosen && options < 2)
		return err_set(RC_INVALID, _("There have to be at least two answers to choose "
					     "from, one a line."));
	if (chosen && options > ITEM_OPTIONS)
		return err_set(RC_INVALID, _("There may be at most %d answers to choose from."),
			       ITEM_OPTIONS);
	return RC_OK;
}

const struct record_type survey_type = {
	.name = "survey",
	.title = N_("Questionnaires"),
	.one = N_("questionnaire"),
	.size = sizeof(struct survey),
	.fields = &survey_fields,
	.fresh = survey_fresh,
};

const struct record_type survey_item_type = {
	.name = "survey_item",
	.title = N_("Questions"),
	.one = N_("question"),
	.owner = OWNER_RECORD,
	.size = sizeof(struct survey_item),
	.fields = &survey_item_fields,
	.fresh = survey_item_fresh,
	.check = survey_item_check,
};

const struct record_type batch_type = {
	.name = "batch",
	.title = N_("Piles of sheets"),
	.one = N_("pile of sheets"),
	.owner = OWNER_RECORD,
	.size = sizeof(struct batch),
	.fields = &batch_fields,
	.fresh = batch_fresh,
};

const struct record_type packet_type = {
	.name = "packet",
	.title = N_("Packets given out"),
	.one = N_("packet"),
	.owner = OWNER_RECORD,
	.size = sizeof(struct packet_record),
	.fields = &packet_fields,
};
