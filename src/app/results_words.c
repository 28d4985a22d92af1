/* Results in words: one plain sentence first, the figures for who asks. */
#include <math.h>
#include <string.h>

#include "nastavnik/app/results.h"
#include "nastavnik/base/i18n.h"

enum { PAIRS_FEW = 6 }; /* fewer differences can never be told from chance */

static const double p_chance = 0.05, p_hardly = 0.001;

const char *figure_text(struct arena *a, double figure, int decimals)
{
	char *text, *point;

	if (isnan(figure))
		return "–";
	if (figure == rint(figure) && decimals == 1)
		decimals = 0;
	text = arena_printf(a, "%.*f", decimals, figure);
	point = strchr(text, '.');
	if (point)
		*point = ',';
	return text;
}

static const char *changed_sentence(struct arena *a, const struct item_result *r)
{
	long long better = r->better, same = r->same, worse = r->worse, of = r->pairs;

	if (r->item->kind == ITEM_YESNO)
		return arena_printf(a,
				    _("Now “yes”, “no” before: %lld of %lld; the other way round: "
				      "%lld; as before: %lld."),
				    r->item->reverse ? worse : better, of,
				    r->item->reverse ? better : worse, same);
	if (r->item->reverse)
		return arena_printf(a,
				    _("Less, which is better, in %lld of %lld, as before in %lld, "
				      "more in %lld."),
				    better, of, same, worse);
	return arena_printf(a, _("More in %lld of %lld, as before in %lld, less in %lld."), better,
			    of, same, worse);
}

/* The one that there is: an item may be asked in the second questionnaire alone. */
static const struct wave_result *wave_of(const struct item_result *r)
{
	return &r->wave[r->wave[0].n == FIELD_NOTHING && r->wave[1].n != FIELD_NOTHING];
}

/* The option that was chosen most often. */
static const char *option_sentence(struct arena *a, const struct item_result *r)
{
	const struct wave_result *wave = wave_of(r);
	size_t most = 0;

	for (size_t i = 1; i < r->bars; i++)
		if (wave->count[i] > wave->count[most])
			most = i;
	if (!r->bars || !wave->count[most])
		return "";
	return arena_printf(a, _("Most often: “%s” (%lld of %lld)."),
			    item_option(a, r->item, (int64_t)most + 1),
			    (long long)wave->count[most], (long long)wave->n);
}

static const char *wave_sentence(struct arena *a, const struct item_result *r)
{
	const struct wave_result *wave = wave_of(r);
	long long good = isnan(wave->share) ? 0 : llround(wave->share * (double)wave->n);

	switch (r->item->kind) {
	case ITEM_YESNO:
		return arena_printf(a, _("“Yes”: %lld of %lld."), good, (long long)wave->n);
	case ITEM_ONE:
	case ITEM_SEVERAL:
		return option_sentence(a, r);
	case ITEM_SCALE:
	case ITEM_NUMBER:
		if (isnan(wave->share))
			return arena_printf(a, _("On average %s, answers: %lld."),
					    figure_text(a, wave->mean, 2), (long long)wave->n);
		return arena_printf(a, _("On average %s; %lld and more: %lld of %lld."),
				    figure_text(a, wave->mean, 2), (long long)item_good(r->item),
				    good, (long long)wave->n);
	default:
		return arena_printf(a, _("Answers: %lld."), (long long)wave->n);
	}
}

const char *result_sentence(struct arena *a, const struct item_result *r, int64_t group_min)
{
	const struct wave_result *wave = wave_of(r);

	if (!wave->n)
		return _("Nobody has answered yet.");
	if (r->better != FIELD_NOTHING)
		return changed_sentence(a, r);
	if (wave->n == FIELD_NOTHING || wave->n < group_min)
		return arena_printf(a,
				    _("Not shown: fewer than %lld people, or it would tell what "
				      "others said."),
				    (long long)group_min);
	return wave_sentence(a, r);
}

double result_middle(const struct item_result *r, int wave)
{
	return isnan(r->both[wave]) ? r->wave[wave].mean : r->both[wave];
}

const char *result_chance(struct arena *a, const struct item_result *r)
{
	if (r->better == FIELD_NOTHING)
		return "";
	if (isnan(r->p))
		return _("Nobody has changed the answer.");
	if (r->better + r->worse < PAIRS_FEW)
		return _("Too few people have changed the answer to judge whether it is chance.");
	if (r->p < p_hardly)
		return _("The difference is hardly chance (p < 0.001).");
	return arena_printf(a,
			    r->p < p_chance ? _("The difference is hardly chance (p = %s).")
					    : _("The difference may well be chance (p = %s)."),
			    figure_text(a, r->p, 3));
}
