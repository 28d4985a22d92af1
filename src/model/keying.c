#include "keying_private.h"
#include "nastavnik/base/i18n.h"

enum { ONE_DIGIT = 9, TEN = 10 };

static struct answer answer_none(const struct survey_item *item)
{
	return (struct answer){ .item = item->head.id, .value = FIELD_NOTHING, .words = "" };
}

static struct answer *answers_open(struct arena *a, const struct survey_items *items)
{
	struct answer *row = ARENA_NEW(a, struct answer, items->n);

	for (size_t i = 0; i < items->n; i++)
		row[i] = answer_none(&items->row[i]);
	return row;
}

static void answers_take(struct answer *row, const struct survey_items *items,
			 const struct answers *from)
{
	for (size_t i = 0; i < items->n; i++) {
		const struct answer *answer = answer_of(from, items->row[i].head.id);

		if (answer)
			row[i] = *answer;
	}
}

void keying_settle(struct keying *k, size_t *cleared, size_t *which)
{
	const struct answers now = { k->now, k->items->n };

	*cleared = 0;
	for (size_t i = 0; i < k->items->n; i++) {
		const struct survey_item *item = &k->items->row[i];
		bool asked = item_asked(k->items, item, &now);

		if (asked && k->now[i].status == ANSWER_SKIPPED) {
			k->now[i] = k->kept[i];
		} else if (!asked && k->now[i].status != ANSWER_SKIPPED) {
			if (k->now[i].status != ANSWER_OPEN && !(*cleared)++)
				*which = i;
			k->kept[i] = k->now[i];
			k->now[i] = answer_none(item);
			k->now[i].status = ANSWER_SKIPPED;
		}
	}
}

void keying_begin(struct keying *k, struct arena *a, const struct survey_items *items,
		  const struct sheet *sheet)
{
	size_t cleared, which;

	*k = (struct keying){ .sheet = *sheet, .items = items, .line = "", .arena = a };
	k->now = answers_open(a, items);
	k->kept = answers_open(a, items);
	k->differ = ARENA_NEW(a, struct mismatch, items->n);
	keying_settle(k, &cleared, &which);
	k->at = keying_wants(k, 0) ? 0 : keying_next(k, 0);
}

void keying_mend(struct keying *k, const struct answers *answers)
{
	size_t cleared, which;

	k->mended = true;
	answers_take(k->now, k->items, answers);
	keying_settle(k, &cleared, &which);
	k->at = keying_wants(k, 0) ? 0 : keying_next(k, 0);
}

void keying_again(struct keying *k, const struct answers *first)
{
	size_t cleared, which;

	k->mended = k->second = true;
	k->first = answers_open(k->arena, k->items);
	answers_take(k->first, k->items, first);
	for (size_t i = 0; i < k->items->n; i++)
		if (!k->items->row[i].second)
			k->now[i] = k->first[i];
	keying_settle(k, &cleared, &which);
	k->at = keying_wants(k, 0) ? 0 : keying_next(k, 0);
}

bool keying_wants(const struct keying *k, size_t i)
{
	return i < k->items->n && k->now[i].status != ANSWER_SKIPPED &&
	       (!k->second || k->items->row[i].second);
}

size_t keying_next(const struct keying *k, size_t i)
{
	while (i < k->items->n && !keying_wants(k, ++i))
		;
	return i < k->items->n ? i : k->items->n;
}

size_t keying_before(const struct keying *k, size_t i)
{
	for (size_t at = i; at-- > 0;)
		if (keying_wants(k, at))
			return at;
	return i;
}

size_t keying_open(const struct keying *k)
{
	for (size_t i = 0; i < k->items->n; i++)
		if (keying_wants(k, i) && (k->second || k->items->row[i].required) &&
		    k->now[i].status == ANSWER_OPEN)
			return i;
	return k->items->n;
}

void keying_count(const struct keying *k, size_t *done, size_t *all)
{
	*done = *all = 0;
	for (size_t i = 0; i < k->items->n; i++) {
		*all += keying_wants(k, i);
		*done += keying_wants(k, i) && k->now[i].status != ANSWER_OPEN;
	}
}

void keying_put(struct keying *k, size_t i, const struct answer *answer, size_t *cleared,
		size_t *which)
{
	k->step = arena_grow(k->arena, k->step, k->steps, &k->cap, sizeof(*k->step));
	k->step[k->steps++] = (struct keying_step){ i, k->now[i] };
	k->now[i] = *answer;
	k->now[i].item = k->items->row[i].head.id;
	k->now[i].words = arena_strdup(k->arena, answer->words ? answer->words : "");
	k->changed = true;
	keying_settle(k, cleared, which);
}

bool keying_back(struct keying *k)
{
	size_t cleared, which;

	if (!k->steps)
		return false;
	k->at = k->step[--k->steps].at;
	k->now[k->at] = k->step[k->steps].was;
	k->differ[k->at].taken = 0;
	k->changed = true;
	keying_settle(k, &cleared, &which);
	return true;
}

bool keying_differs(const struct keying *k, size_t i, const struct answer *answer)
{
	return k->second && answer->status != ANSWER_OPEN && !answer_equal(&k->first[i], answer);
}

/* Keys */

static bool scale_by_key(const struct survey_item *item)
{
	return item->low >= 0 && item->high <= TEN;
}

bool item_by_key(const struct survey_item *item)
{
	switch (item->kind) {
	case ITEM_SCALE:
		return scale_by_key(item);
	case ITEM_YESNO:
		return true;
	case ITEM_ONE:
	case ITEM_SEVERAL:
		return item_options(item) <= ONE_DIGIT;
	default:
		return false;
	}
}

int64_t item_key_value(const struct survey_item *item, uint32_t key)
{
	bool ten = item->kind == ITEM_SCALE && item->high == TEN;

	if (key == '-')
		return ten && item->low == 0 ? TEN : FIELD_NOTHING;
	if (key < '0' || key > '9')
		return FIELD_NOTHING;
	return key == '0' && ten && item->low > 0 ? TEN : (int64_t)(key - '0');
}

static const char *scale_keys(struct arena *a, const struct survey_item *item)
{
	const char *range =
		arena_printf(a, "%lld…%lld", (long long)item->low, (long long)item->high);

	if (!scale_by_key(item) || item->high < TEN)
		return range;
	return arena_printf(a, item->low ? _("%s, 0 = 10") : _("%s, - = 10"), range);
}

const char *item_keys(struct arena *a, const struct survey_item *item)
{
	switch (item->kind) {
	case ITEM_SCALE:
		return scale_keys(a, item);
	case ITEM_YESNO:
		return _("1 – yes, 0 – no");
	case ITEM_ONE:
	case ITEM_SEVERAL:
		return arena_printf(a, "1…%lld", (long long)item_options(item));
	case ITEM_NUMBER:
		return item->low != FIELD_NOTHING && item->high != FIELD_NOTHING
			       ? scale_keys(a, item)
			       : _("a number");
	case ITEM_DATE:
		return _("a date");
	default:
		return _("words");
	}
}

const char *answer_label(struct arena *a, const struct survey_item *item,
			 const struct answer *answer)
{
	if (answer->status != ANSWER_GIVEN)
		return "";
	if (item->kind == ITEM_SCALE)
		return answer->value == item->low    ? item->low_label
		       : answer->value == item->high ? item->high_label
						     : "";
	return item->kind == ITEM_YESNO || item->kind == ITEM_ONE || item->kind == ITEM_SEVERAL
		       ? answer_show(a, item, answer)
		       : "";
}
