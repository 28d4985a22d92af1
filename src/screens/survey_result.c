/* One question of a questionnaire in all its figures. */
#include <math.h>
#include <string.h>

#include "nastavnik/ui/text.h"
#include "screens.h"
#include "survey_results.h"

enum { CHART = 30 };

static const double effect_small = 0.1, effect_medium = 0.3, effect_large = 0.5;
static const double alpha_good = 0.7, p_shown = 0.0001;

static const struct item_result *result_find(const struct results *r, const struct result_arg *arg)
{
	const struct item_result *row = *arg->group ? NULL : r->row;

	for (size_t g = 0; g < r->groups; g++)
		if (*arg->group && strcmp(r->group[g].name, arg->group) == 0)
			row = r->group[g].row;
	for (size_t i = 0; row && i < r->n; i++)
		if (strcmp(row[i].item->code, arg->code) == 0)
			return &row[i];
	return NULL;
}

/* The distribution */

static const char *value_text(struct arena *a, const struct item_result *r, size_t bar)
{
	const struct survey_item *item = r->item;

	if (item->kind == ITEM_YESNO)
		return bar ? _("yes") : _("no");
	if (item->kind == ITEM_ONE || item->kind == ITEM_SEVERAL)
		return item_option(a, item, (int64_t)bar + 1);
	return arena_printf(a, "%lld", (long long)r->first + (long long)bar);
}

static long long count_most(const struct item_result *r)
{
	long long most = 1;

	for (int w = 0; w < 2; w++)
		for (size_t i = 0; r->wave[w].count && i < r->bars; i++)
			if (r->wave[w].count[i] > most)
				most = r->wave[w].count[i];
	return most;
}

/* A bar a value; of both questionnaires two, the first one dim. */
static void distribution_add(struct lines *lines, const struct item_result *r)
{
	struct arena *a = lines->arena;
	struct chart_bar *bar = ARENA_NEW(a, struct chart_bar, r->bars * 2);
	bool both = r->wave[0].count && r->wave[1].count;
	size_t n = 0;

	if (!r->wave[0].count && !r->wave[1].count)
		return;
	lines_add(lines, INK_TEXT, "%s", "");
	lines_add(lines, INK_HEADING, "%s",
		  both ? _("How often which answer: the upper bar at the start, the lower one at "
			   "the end")
		       : _("How often which answer"));
	for (size_t i = 0; i < r->bars; i++)
		for (int w = 0, first = 1; w < 2; w++) {
			if (!r->wave[w].count)
				continue;
			bar[n++] = (struct chart_bar){
				.label = first ? value_text(a, r, i) : NULL,
				.value = r->wave[w].count[i],
				.text = arena_printf(a, "%lld", (long long)r->wave[w].count[i]),
				.ink = both && !w ? INK_DIM : INK_TEXT,
			};
			first = 0;
		}
	lines_chart(lines, CHART, count_most(r), bar, n);
}

/* Figures */

/* Which questionnaires ask it. */
enum asked { ASKED_BEFORE, ASKED_AFTER, ASKED_BOTH };

static enum asked asked_of(const struct results *r, const char *code)
{
	for (size_t i = 0; i < r->n; i++)
		if (strcmp(r->row[i].item->code, code) == 0)
			return r->row[i].wave[1].n == FIELD_NOTHING   ? ASKED_BEFORE
			       : r->row[i].wave[0].n == FIELD_NOTHING ? ASKED_AFTER
								      : ASKED_BOTH;
	return ASKED_BEFORE;
}

static const char *both_text(struct arena *a, enum asked asked, const char *before,
			     const char *after)
{
	return asked == ASKED_BOTH    ? arena_printf(a, "%s → %s", before, after)
	       : asked == ASKED_AFTER ? after
				      : before;
}

static const char *count_text(struct arena *a, int64_t n)
{
	return n == FIELD_NOTHING ? "–" : arena_printf(a, "%lld", (long long)n);
}

static const char *share_text(struct arena *a, double share)
{
	return isnan(share) ? "–" : arena_printf(a, "%s %%", figure_text(a, share * 100, 1));
}

static void waves_add(struct lines *lines, const struct item_result *r, enum asked asked)
{
	struct arena *a = lines->arena;
	const struct wave_result *x = &r->wave[0], *y = &r->wave[1];

	lines_add(lines, INK_HEADING, "%s",
		  asked == ASKED_BOTH ? _("All who answered: start → end") : _("All who answered"));
	lines_pair(lines, _("Answers"),
		   both_text(a, asked, count_text(a, x->n), count_text(a, y->n)));
	lines_pair(lines, _("Sheets without an answer"),
		   both_text(a, asked, count_text(a, x->missing), count_text(a, y->missing)));
	if (!item_counts(r->item))
		return;
	lines_pair(lines, _("Mean"),
		   both_text(a, asked, figure_text(a, x->mean, 2), figure_text(a, y->mean, 2)));
	lines_pair(lines, _("Median"),
		   both_text(a, asked, figure_text(a, x->median, 1), figure_text(a, y->median, 1)));
	if (item_good(r->item) != FIELD_NOTHING)
		lines_pair(lines,
			   r->item->kind == ITEM_YESNO
				   ? _("Share of “yes”")
				   : arena_printf(a, _("Share of %lld and more"),
						  (long long)item_good(r->item)),
			   both_text(a, asked, share_text(a, x->share), share_text(a, y->share)));
}

static const char *effect_words(double effect)
{
	double size = fabs(effect);

	return size < effect_small    ? _("hardly any")
	       : size < effect_medium ? _("small")
	       : size < effect_large  ? _("medium")
				      : _("large");
}

static const char *chance_text(struct arena *a, double p)
{
	return p < p_shown ? arena_printf(a, "< %s", figure_text(a, p_shown, 4))
			   : arena_printf(a, "= %s", figure_text(a, p, 4));
}

static void test_add(struct lines *lines, const struct item_result *r)
{
	struct arena *a = lines->arena;

	lines_pair(lines, _("Mean difference"), figure_text(a, r->difference, 2));
	lines_pair(lines, _("Wilcoxon's test"),
		   isnan(r->p) ? _("nothing to test: no answer has changed")
			       : arena_printf(a,
					      r->exact ? _("W = %s, p %s (exact)")
						       : _("W = %s, p %s (approximate)"),
					      figure_text(a, r->w, 1), chance_text(a, r->p)));
	if (!isnan(r->effect))
		lines_pair(lines, _("Size of the change"),
			   arena_printf(a, _("%s (r = %s)"), effect_words(r->effect),
					figure_text(a, r->effect, 2)));
}

static void pairs_add(struct lines *lines, const struct item_result *r)
{
	struct arena *a = lines->arena;

	lines_add(lines, INK_HEADING, "%s", _("Those who answered both times"));
	lines_pair(lines, _("How many people"), count_text(a, r->pairs));
	if (r->better == FIELD_NOTHING) {
		lines_add(lines, INK_TEXT, "%s", "");
		return;
	}
	lines_pair(lines, _("Better, as before, worse"),
		   arena_printf(a, "%lld, %lld, %lld", (long long)r->better, (long long)r->same,
				(long long)r->worse));
	test_add(lines, r);
	lines_add(lines, INK_TEXT, "%s", "");
}

static void scale_add(struct lines *lines, const struct results *r, const char *name)
{
	enum asked asked = r->with.head.id ? ASKED_BOTH : ASKED_BEFORE;
	struct arena *a = lines->arena;

	for (size_t i = 0; i < r->scales; i++) {
		const struct scale_result *s = &r->scale[i];
		double newest = isnan(s->alpha[1]) ? s->alpha[0] : s->alpha[1];

		if (strcmp(s->name, name) != 0 || s->items < 2)
			continue;
		lines_add(lines, INK_TEXT, "%s", "");
		lines_add(lines, INK_HEADING, _("The scale “%s”"), s->name);
		lines_pair(lines, _("Cronbach's alpha"),
			   both_text(a, asked, figure_text(a, s->alpha[0], 2),
				     figure_text(a, s->alpha[1], 2)));
		if (!isnan(newest))
			lines_text(lines, INK_DIM,
				   newest >= alpha_good
					   ? _("Its questions go together well: their mean may be "
					       "looked at as one figure.")
					   : _("Its questions do not go together well: look at "
					       "each of them by itself."));
	}
}

static enum rc words_add(struct frame *f, struct lines *lines, const struct survey *survey,
			 const char *code)
{
	struct result_words words = { 0 };
	enum rc rc = results_words(desk_app(f), &f->fresh, survey, code, &words);

	if (rc || !words.n)
		return rc;
	lines_add(lines, INK_TEXT, "%s", "");
	lines_add(lines, INK_HEADING, _("%s: in words, without names"), survey->name);
	for (size_t i = 0; i < words.n; i++) {
		size_t at = lines->n;

		lines_text(lines, INK_TEXT, arena_printf(&f->fresh, "– %s", words.row[i]));
		for (; at < lines->n; at++)
			lines->row[at].indent = 2;
	}
	return RC_OK;
}

static enum rc open_add(struct frame *f, struct lines *lines, const struct results *r,
			const char *code)
{
	enum rc rc = words_add(f, lines, &r->survey, code);

	return rc || !r->with.head.id ? rc : words_add(f, lines, &r->with, code);
}

static void head_add(struct lines *lines, const struct results *r, const struct item_result *row,
		     const struct result_arg *arg)
{
	const char *chance = result_chance(lines->arena, row);

	lines_text(lines, INK_TITLE, row->item->name);
	if (*arg->group)
		lines_add(lines, INK_DIM, "%s", arg->group);
	lines_add(lines, INK_TEXT, "%s", "");
	lines_text(lines, INK_TEXT, result_sentence(lines->arena, row, r->group_min));
	if (*chance)
		lines_text(lines, INK_TEXT, chance);
	lines_add(lines, INK_TEXT, "%s", "");
}

static enum rc result_text(struct frame *f, struct lines *lines)
{
	const struct result_arg *arg = f->arg;
	const struct item_result *row;
	struct results r = { 0 };
	enum rc rc = results_read(f, &arg->ask, &r);

	if (rc)
		return rc;
	row = result_find(&r, arg);
	if (!row)
		return err_set(RC_NOT_FOUND, _("This question is not in the file any more."));
	head_add(lines, &r, row, arg);
	if (row->pairs != FIELD_NOTHING)
		pairs_add(lines, row);
	waves_add(lines, row, asked_of(&r, arg->code));
	distribution_add(lines, row);
	if (!*arg->group)
		scale_add(lines, &r, row->item->scale);
	return row->item->kind == ITEM_OPEN && !*arg->group
		       ? open_add(f, lines, &r, row->item->code)
		       : RC_OK;
}

static const struct text_spec result_spec = { .load = result_text };

const struct view survey_result_view = {
	.name = "survey-result",
	.title = N_("Result of a question"),
	.kind = &text_kind,
	.spec = &result_spec,
	.help = N_("The sentence on top says the result. Below: how often each answer was given, "
		   "the mean, the median (half of the answers lie below it), the share of high "
		   "answers; for those who answered both times Wilcoxon's signed-rank test: p is "
		   "how likely such a difference is by chance alone, r from -1 to 1 how large it "
		   "is."),
};
