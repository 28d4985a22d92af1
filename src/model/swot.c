#include "nastavnik/model/swot.h"

#include <stdlib.h>

#include "nastavnik/base/i18n.h"

enum { NAME_MAX_CHARS = 500, BASIS_MAX_CHARS = 500, CODE_MAX_CHARS = 120 };

record_words swot_parts = {
	[SWOT_STRENGTHS - 1] = N_("Strengths"),
	[SWOT_WEAKNESSES - 1] = N_("Weaknesses"),
	[SWOT_OPPORTUNITIES - 1] = N_("Opportunities"),
	[SWOT_THREATS - 1] = N_("Threats"),
	NULL,
};

record_words swot_states = {
	[SWOT_TAKEN - 1] = N_("on the board"),
	[SWOT_DISMISSED - 1] = N_("not wanted"),
	NULL,
};

/* clang-format off */
#define AT(member) offsetof(struct swot, member)
static const struct field swot_rows[] = {
	{ .name = "part", .label = N_("Part of the board"),
	  .hint = N_("Strengths and weaknesses are within the programme, opportunities and threats before it."),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(part),
	  .width = 16, .choices = "swot_part" },
	{ .name = "name", .label = N_("Words"),
	  .hint = N_("As it is to stand on paper: one thought."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = NAME_MAX_CHARS, .width = 40 },
	{ .name = "form", .label = N_("Form of mentoring"),
	  .hint = N_("Empty: it concerns the whole programme."),
	  .kind = FIELD_CHOICE, .flags = FIELD_IN_WIDE_LIST, .offset = AT(form), .width = 18,
	  .choices = "form" },
	{ .name = "basis", .label = N_("Rests on"),
	  .hint = N_("The figures, or whatever else it is known from."),
	  .kind = FIELD_LONGTEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(basis),
	  .max = BASIS_MAX_CHARS, .width = 30 },
	{ .name = "state", .label = N_("State"),
	  .hint = N_("Is it on the board?"),
	  .kind = FIELD_CHOICE, .flags = FIELD_REQUIRED, .offset = AT(state),
	  .width = 12, .choices = "swot_state" },
	{ .name = "code", .label = N_("Proposed by"),
	  .hint = N_("Which question; empty: it is the curator's own."),
	  .kind = FIELD_TEXT, .flags = FIELD_READONLY, .offset = AT(code), .max = CODE_MAX_CHARS,
	  .width = 20 },
};
#undef AT
/* clang-format on */
static const struct fields swot_fields = FIELD_TABLE(swot_rows);

static void swot_fresh(void *record, int today)
{
	struct swot *swot = record;

	(void)today;
	swot->part = SWOT_STRENGTHS;
	swot->state = SWOT_TAKEN;
}

const struct record_type swot_type = {
	.name = "swot",
	.title = N_("SWOT board"),
	.one = N_("line of the SWOT board"),
	.owner = OWNER_YEAR,
	.size = sizeof(struct swot),
	.fields = &swot_fields,
	.fresh = swot_fresh,
};

/* Proposals */

/* What a figure says for a part: how clearly, 0 not at all. */
struct lean {
	const struct swot_figure *figure;
	double clear;
};

static double level_of(const struct swot_figure *f, double mean)
{
	double level = (mean - (double)f->low) * 1000 / (double)(f->high - f->low);

	return f->reverse ? 1000 - level : level;
}

static double clear_high(const struct swot_figure *f)
{
	double level = level_of(f, f->mean);

	return level >= SWOT_HIGH ? level : 0;
}

static double clear_low(const struct swot_figure *f)
{
	double level = level_of(f, f->mean);

	return level < SWOT_HIGH ? 1000 - level : 0;
}

static double change_of(const struct swot_figure *f)
{
	return level_of(f, f->after) - level_of(f, f->before);
}

static double clear_rise(const struct swot_figure *f)
{
	return change_of(f) >= SWOT_CHANGE ? change_of(f) : 0;
}

static double clear_fall(const struct swot_figure *f)
{
	return change_of(f) <= -SWOT_CHANGE ? -change_of(f) : 0;
}

static const struct lean_rule {
	double (*clear)(const struct swot_figure *f);
	bool change; /* it rests on who answered twice */
} lean_rules[] = {
	[SWOT_STRENGTHS - 1] = { clear_high, false },
	[SWOT_WEAKNESSES - 1] = { clear_low, false },
	[SWOT_OPPORTUNITIES - 1] = { clear_rise, true },
	[SWOT_THREATS - 1] = { clear_fall, true },
};

static const char *words_of(struct arena *a, int64_t part, const char *question)
{
	switch (part) {
	case SWOT_STRENGTHS:
		return arena_printf(a, _("Goes well: “%s”"), question);
	case SWOT_WEAKNESSES:
		return arena_printf(a, _("Needs attention: “%s”"), question);
	case SWOT_OPPORTUNITIES:
		return arena_printf(a, _("Changes for the better: “%s”"), question);
	default:
		return arena_printf(a, _("Changes for the worse: “%s”"), question);
	}
}

/* The clearest first; then as the questionnaires have them. */
static int lean_order(const void *a, const void *b)
{
	const struct lean *x = a, *y = b;

	if (x->clear != y->clear)
		return x->clear < y->clear ? 1 : -1;
	return (x->figure > y->figure) - (x->figure < y->figure);
}

static const char *tenths(struct arena *a, double mean)
{
	char buf[NUMBER_SIZE];
	double half = mean < 0 ? -0.5 : 0.5;

	return arena_strdup(a, number_format((int64_t)(mean * 10 + half), 1, buf));
}

static const char *basis_of(struct arena *a, const struct swot_figure *f, bool change)
{
	if (change)
		return arena_printf(
			a, _("%s: was %s, is %s on the scale %lld…%lld; answered twice: %lld"),
			f->whose, tenths(a, f->before), tenths(a, f->after), (long long)f->low,
			(long long)f->high, (long long)f->pairs);
	return arena_printf(a, _("%s: mean %s on the scale %lld…%lld; answered: %lld"), f->whose,
			    tenths(a, f->mean), (long long)f->low, (long long)f->high,
			    (long long)f->n);
}

static struct swot proposal_of(struct arena *a, const struct swot_figure *f, int64_t part)
{
	const struct lean_rule *rule = &lean_rules[part - 1];

	return (struct swot){
		.part = part,
		.name = words_of(a, part, f->name),
		.form = f->form,
		.basis = basis_of(a, f, rule->change),
		.code = arena_printf(a, "%lld/%lld/%lld/%s", (long long)part, (long long)f->form,
				     (long long)f->role, f->code),
	};
}

static void part_propose(struct arena *a, const struct swot_figure *figure, size_t n, int64_t part,
			 struct swot_rules rules, struct swots *out)
{
	const struct lean_rule *rule = &lean_rules[part - 1];
	struct lean *lean = ARENA_NEW(a, struct lean, n);
	size_t found = 0;

	for (size_t i = 0; i < n; i++) {
		const struct swot_figure *f = &figure[i];
		int64_t people = rule->change ? f->pairs : f->n;

		if (f->high <= f->low || people < rules.least || people < 1)
			continue;
		lean[found] = (struct lean){ f, rule->clear(f) };
		found += lean[found].clear > 0;
	}
	if (found)
		qsort(lean, found, sizeof(*lean), lean_order);
	for (size_t i = 0; i < found && i < rules.most; i++)
		out->row[out->n++] = proposal_of(a, lean[i].figure, part);
}

void swot_propose(struct arena *a, const struct swot_figure *figure, size_t n,
		  struct swot_rules rules, struct swots *out)
{
	struct swots list = { ARENA_NEW(a, struct swot, SWOT_PARTS * rules.most), 0 };

	for (int64_t part = 1; part <= SWOT_PARTS; part++)
		part_propose(a, figure, n, part, rules, &list);
	*out = list;
}
