/* How a sheet looks while it is typed. */
#include <string.h>

#include "nastavnik/app/app.h"
#include "nastavnik/base/date.h"
#include "nastavnik/model/card.h"
#include "nastavnik/store/read/store.h"
#include "screens.h"
#include "sheet.h"

enum { HOUR = 3600 };

static const struct survey_item *item_at(const struct frame *f, size_t i)
{
	return &sheet_keying(f)->items->row[i];
}

/* Above */

/* «заполнен 12.10.2026», where it is known. */
static const char *filled_text(struct frame *f, struct arena *a)
{
	const struct sheet_desk *d = sheet_desk_of(f);
	int64_t on = d->whom ? d->filled_on : sheet_keying(f)->sheet.filled_on;
	char day[DATE_SIZE];

	return on ? arena_printf(a, _(" · of %s"), date_format((int)on, day)) : "";
}

void sheet_head(struct frame *f, struct lines *lines)
{
	const struct sheet_desk *d = sheet_desk_of(f);
	const char *turn = d->arg.second ? _("second entry") : _("first entry");

	if (!d->whom && sheet_keying(f)->mended && !d->arg.second)
		turn = _("mending");
	lines_pair(lines,
		   d->whom ? _("Whose sheet is it?")
			   : arena_printf(lines->arena, "%s%s%s%s", d->code, *d->name ? "  " : "",
					  d->name, filled_text(f, lines->arena)),
		   arena_printf(lines->arena, "%s · %s", turn, store_operator(desk_store(f))));
}

const char *sheet_place(struct frame *f, struct arena *a)
{
	const struct sheet_desk *d = sheet_desk_of(f);
	const char *pile = *d->pile ? arena_printf(a, " · %s", d->pile) : "";

	if (d->forms != FIELD_NOTHING && *d->pile)
		return arena_printf(a, _("sheet %lld of %lld%s"), (long long)d->entered + 1,
				    (long long)d->forms, pile);
	if (*d->pile)
		return arena_printf(a, _("sheet %lld%s"), (long long)d->entered + 1, pile);
	return d->sheets ? arena_printf(a, _("typed in this sitting: %lld"), (long long)d->sheets)
			 : NULL;
}

/* The fields */

size_t sheet_count(struct frame *f)
{
	return sheet_desk_of(f)->whom ? 1 : sheet_keying(f)->items->n + 1;
}

/* «1, 3» of several options, the number of one. */
static const char *value_text(struct arena *a, const struct survey_item *item,
			      const struct answer *w)
{
	const char *text = "";

	if (item->kind == ITEM_DATE || item->kind == ITEM_OPEN)
		return answer_show(a, item, w);
	if (item->kind != ITEM_SEVERAL)
		return arena_printf(a, "%lld", (long long)w->value);
	for (int64_t i = 0; i < ITEM_OPTIONS; i++)
		if (w->value >> i & 1)
			text = arena_printf(a, "%s%s%lld", text, *text ? ", " : "",
					    (long long)i + 1);
	return text;
}

static void answer_row(struct arena *a, const struct survey_item *item, const struct answer *w,
		       struct keying_row *out)
{
	switch (w->status) {
	case ANSWER_GIVEN:
		out->value = value_text(a, item, w);
		out->label = w->doubt ? _("so on the paper") : answer_label(a, item, w);
		break;
	case ANSWER_NONE:
		out->value = "–";
		out->label = _("no answer");
		break;
	case ANSWER_SKIPPED:
		out->label = _("not asked");
		break;
	default:
		break;
	}
}

void sheet_field(struct frame *f, struct arena *a, size_t i, struct keying_row *out)
{
	const struct sheet_desk *d = sheet_desk_of(f);
	const struct keying *k = sheet_keying(f);
	const struct survey_item *item;

	if (d->whom) {
		out->title = _("Code of the respondent");
		return;
	}
	if (i == k->items->n) {
		out->title = _("Hand the sheet in");
		out->label = _("Enter");
		return;
	}
	item = item_at(f, i);
	if (i == 0 ? *item->section != '\0' : strcmp(item->section, item_at(f, i - 1)->section))
		out->section = item->section;
	out->number = arena_printf(a, "%zu", i + 1);
	out->title = item->name;
	out->ink = keying_wants(k, i) ? INK_TEXT : INK_DIM;
	if (!k->second || item->second || k->now[i].status == ANSWER_SKIPPED)
		answer_row(a, item, &k->now[i], out);
	if (d->wait == WAIT_DOUBT && i == k->at)
		answer_row(a, item, &d->answer, out);
}

/* Below */

static void pane_item(struct lines *lines, const struct survey_item *item)
{
	const char *option;

	lines_add(lines, INK_TITLE, "%s", item->name);
	if (item->kind == ITEM_SCALE && (*item->low_label || *item->high_label))
		lines_add(lines, INK_DIM, "%lld – %s · %lld – %s", (long long)item->low,
			  item->low_label, (long long)item->high, item->high_label);
	for (int64_t i = 1; (option = item_option(lines->arena, item, i)); i++)
		if (item->kind == ITEM_ONE || item->kind == ITEM_SEVERAL)
			lines_add(lines, INK_TEXT, "%lld – %s", (long long)i, option);
}

/* Both stand there, and neither is right before somebody has looked. */
static void pane_differs(struct frame *f, struct lines *lines)
{
	const struct keying *k = sheet_keying(f);
	const struct survey_item *item = sheet_item(f);

	lines_add(lines, INK_TITLE, "%s", item->name);
	lines_add(lines, INK_WARN, _("First: %s · now: %s. Look at the paper."),
		  answer_show(lines->arena, item, &k->first[k->at]),
		  answer_show(lines->arena, item, &sheet_desk_of(f)->answer));
	lines_add(lines, INK_TEXT, "%s",
		  _("F2 – the first is right, F3 – what is typed now is, F4 – type it anew."));
}

/* Only where the questionnaire says that it is wanted: nobody is to feel driven. */
static void rate_add(struct frame *f, struct lines *lines)
{
	const struct sheet_desk *d = sheet_desk_of(f);

	if (d->survey.speed && d->seconds)
		lines_add(lines, INK_DIM, _("An hour: %lld sheets, %lld keys"),
			  (long long)(d->sheets * HOUR / d->seconds),
			  (long long)(d->keys * HOUR / d->seconds));
}

/* What the curator's card comes to. */
static void pane_card(const struct keying *k, struct lines *lines)
{
	const struct card_result card =
		card_judge(k->items, &(struct answers){ k->now, k->items->n });

	if (card.verdict == CARD_OPEN)
		lines_add(lines, INK_DIM,
			  _("The level is told when all nine criteria are answered."));
	else
		lines_add(lines, INK_TITLE, _("The sum is %lld of %d: %s."), (long long)card.sum,
			  CARD_MOST, card_verdict_name(card.verdict));
}

static void pane_end(struct frame *f, struct lines *lines)
{
	size_t done, all;

	keying_count(sheet_keying(f), &done, &all);
	lines_add(lines,
		  keying_open(sheet_keying(f)) < sheet_keying(f)->items->n ? INK_WARN : INK_GOOD,
		  _("Typed %zu of %zu."), done, all);
	if (sheet_desk_of(f)->survey.kind == SURVEY_CARD)
		pane_card(sheet_keying(f), lines);
	rate_add(f, lines);
}

void sheet_pane(struct frame *f, struct lines *lines)
{
	const struct sheet_desk *d = sheet_desk_of(f);

	if (d->whom) {
		lines_add(lines, INK_DIM, "%s",
			  _("The code stands on the sheet: 2Н-017. Digits will do: 17."));
		rate_add(f, lines);
	} else if (d->wait == WAIT_DIFFERS) {
		pane_differs(f, lines);
	} else if (sheet_item(f)) {
		pane_item(lines, sheet_item(f));
	} else {
		pane_end(f, lines);
	}
}

const char *sheet_status(struct frame *f, struct arena *a)
{
	const struct sheet_desk *d = sheet_desk_of(f);
	const struct survey_item *item = sheet_item(f);

	if (d->whom)
		return d->arg.second ? _("Enter – type its second entry, F2 – which ones wait.")
				     : _("Enter – type it, F2 – who has not answered yet.");
	if (d->wait == WAIT_DIFFERS)
		return _("The two entries differ: look at the paper.");
	if (!item)
		return _("Enter hands the sheet in. Up goes back and mends.");
	if (d->arg.second)
		return arena_printf(a, _("%s · Space – no answer · Up – back"), item_keys(a, item));
	if (item->kind == ITEM_SEVERAL)
		return arena_printf(a, _("%s, Enter – on · Space – no answer · Ins – as before"),
				    item_keys(a, item));
	return arena_printf(a, _("%s · Space – no answer · Up – back · Ins – as before"),
			    item_keys(a, item));
}
