/* The field table of a pair's card, domain.md §2: Индивидуальный план развития, План менторинга. */
#include "nastavnik/model/bond.h"

#include "nastavnik/base/i18n.h"
#include "nastavnik/model/school.h"

enum { DATE_FIRST = 20000101, DATE_LAST = 21991231, WORDS_MAX = 2000 };

#define AT(member) offsetof(struct bond, member)

/* clang-format off */
static const struct field bond_rows[] = {
	{ .name = "aim", .label = N_("Aim"),
	  .hint = N_("What the pair wants to come to by the end of its term, in one sentence."),
	  .kind = FIELD_LONGTEXT, .offset = AT(aim), .max = WORDS_MAX, .width = 40 },
	{ .name = "tasks", .label = N_("Common tasks"),
	  .hint = N_("The steps to the aim, one a line; the programme prints them in this order."),
	  .kind = FIELD_LONGTEXT, .offset = AT(tasks), .max = WORDS_MAX, .width = 40 },
	{ .name = "technology", .label = N_("Kind of mentoring"),
	  .hint = N_("Traditional, situational, partnership, reverse…"),
	  .kind = FIELD_CHOICE, .offset = AT(technology), .width = 18, .choices = "technology" },
	{ .name = "approved_on", .label = N_("Programme approved on"),
	  .hint = N_("The day when the director approved the pair's personalised programme; empty "
		     "while it is not."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_YEAR, .offset = AT(approved_on), .min = DATE_FIRST,
	  .max = DATE_LAST, .width = 10 },
	{ .name = "mentor_strengths", .label = N_("Strengths of the mentor"),
	  .hint = N_("What the pair can lean on."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_MORE, .offset = AT(mentor_strengths),
	  .max = WORDS_MAX, .width = 40 },
	{ .name = "mentee_strengths", .label = N_("Strengths of the mentee"),
	  .hint = N_("What the mentee does well already; of a group, of each."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_MORE, .offset = AT(mentee_strengths),
	  .max = WORDS_MAX, .width = 40 },
	{ .name = "difficulties", .label = N_("Difficulties and ways to overcome them"),
	  .hint = N_("Section 1 of the development plan."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_MORE, .offset = AT(difficulties),
	  .max = WORDS_MAX, .width = 40 },
	{ .name = "success", .label = N_("Success criteria"),
	  .hint = N_("By what both will see that it has succeeded."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_MORE, .offset = AT(success), .max = WORDS_MAX,
	  .width = 40 },
	{ .name = "strategy", .label = N_("Strategy"),
	  .hint = N_("How the pair goes about it."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_MORE, .offset = AT(strategy), .max = WORDS_MAX,
	  .width = 40 },
	{ .name = "form", .label = N_("Form of mentoring"),
	  .hint = N_("As the order has it."),
	  .kind = FIELD_CHOICE, .flags = FIELD_MORE, .offset = AT(form), .width = 20,
	  .choices = "form" },
	{ .name = "role_model", .label = N_("Role model"),
	  .hint = N_("It chooses the template of the plan; it stands in no paper that is posted."),
	  .kind = FIELD_CHOICE, .flags = FIELD_MORE, .offset = AT(role_model), .width = 24,
	  .choices = "role_model" },
};
/* clang-format on */
#undef AT

const struct fields bond_fields = FIELD_TABLE(bond_rows);

#define AT(member) offsetof(struct bond_term, member)
/* clang-format off */
static const struct field bond_term_rows[] = {
	{ .name = "from", .label = N_("Works from"),
	  .hint = N_("The first day; the order has the term of all pairs, this one may differ."),
	  .kind = FIELD_DATE, .flags = FIELD_REQUIRED, .offset = AT(from), .min = DATE_FIRST,
	  .max = DATE_LAST, .width = 10 },
	{ .name = "to", .label = N_("Works to"),
	  .hint = N_("The last day that is planned."),
	  .kind = FIELD_DATE, .flags = FIELD_REQUIRED, .offset = AT(to), .min = DATE_FIRST,
	  .max = DATE_LAST, .width = 10 },
};
/* clang-format on */
#undef AT

const struct fields bond_term_fields = FIELD_TABLE(bond_term_rows);

const char *const replaced_words[] = { N_("the mentor"), N_("the mentee"), NULL };

#define AT(member) offsetof(struct replacement, member)
/* clang-format off */
static const struct field replacement_rows[] = {
	{ .name = "who", .label = N_("Who is replaced"),
	  .hint = N_("The other one stays; a whole group goes to the new mentor."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED, .offset = AT(who), .choices = "replaced" },
	{ .name = "mentor", .label = N_("New mentor"),
	  .hint = N_("Type the beginning of the name."),
	  .kind = FIELD_CHOICE, .offset = AT(mentor), .choices = "mentor" },
	{ .name = "mentee", .label = N_("New mentee"),
	  .hint = N_("Type the beginning of the name."),
	  .kind = FIELD_CHOICE, .offset = AT(mentee), .choices = "mentee" },
	{ .name = "on", .label = N_("Last day of the pair as it is"),
	  .hint = N_("The new pair begins on the day after it."),
	  .kind = FIELD_DATE, .flags = FIELD_REQUIRED | FIELD_IN_YEAR, .offset = AT(on),
	  .min = DATE_FIRST, .max = DATE_LAST, .width = 10 },
	{ .name = "reason", .label = N_("Reason"),
	  .hint = N_("In a word or two: moved away, ill for long, asked for it."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED, .offset = AT(reason), .max = 250,
	  .width = 40 },
};
/* clang-format on */
#undef AT

const struct fields replacement_fields = FIELD_TABLE(replacement_rows);

bool bond_member_lasts(const struct bond_member *m, const struct year *year)
{
	bool early = year->closed_on && year->closed_on <= year->bond_to;

	return m->state == MEMBER_ACTIVE || m->to >= (early ? year->closed_on : year->bond_to);
}
