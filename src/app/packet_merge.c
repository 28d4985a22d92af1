/* Sheets of a packet come to those that are here. */
#include "packet_merge.h"

#include <stdlib.h>
#include <string.h>

#include "inner.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/store/write/packet.h"
#include "nastavnik/store/write/sheet.h"

/* A sheet that is here. */
struct here {
	struct packet_sheet sheet; /* its answers by the items of the packet's version */
	struct here *next;         /* of the same respondent, or beside the same sheet */
};

struct merging {
	struct app *app;
	struct arena *arena;
	const struct packet *packet;
	const struct packet_merge *how;
	struct packet_report *report;
	struct survey_items items; /* ours */
	int64_t *item;             /* ours by the place of the packet's; 0: we have none such */
	struct ids people;
	struct here **of;     /* by place in people: the sheets here */
	struct here **origin; /* those that came from packets, by origin */
	size_t origins;
	struct takens takens;
	int64_t number; /* the next one of sheets without a respondent */
};

/* ---- what is here ---- */

static int64_t origin_of(const struct merging *m, const struct here *h)
{
	return m->how->own ? h->sheet.head.id : h->sheet.head.origin;
}

static int by_sheet(const void *a, const void *b)
{
	const struct packet_sheet *x = a, *y = b;

	return (x->head.id > y->head.id) - (x->head.id < y->head.id);
}

static enum rc rivals_read(const struct app *app, struct arena *a, struct packet *out)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < out->sheets && !rc; i++)
		if (out->sheet[i].head.rival)
			rc = sheet_get(app->store, a, out->sheet[i].head.id, &out->sheet[i].head,
				       &out->sheet[i].answers);
	return rc;
}

/* Hand the answers, which stand sheet by sheet, to the sheets, which are in the same order. */
static void answers_spread(struct arena *a, const struct sheet_answers *all, struct packet *out)
{
	size_t at = 0;

	for (size_t i = 0; i < out->sheets; i++) {
		struct answers *to = &out->sheet[i].answers;
		size_t end = at;

		if (out->sheet[i].head.rival)
			continue;
		while (end < all->n && all->row[end].sheet == out->sheet[i].head.id)
			end++;
		to->row = ARENA_NEW(a, struct answer, end - at);
		while (at < end)
			to->row[to->n++] = all->row[at++].answer;
	}
}

enum rc packet_sheets(const struct app *app, struct arena *a, int64_t survey, struct packet *out)
{
	struct sheet_answers all;
	struct sheets heads;
	enum rc rc = sheet_list(app->store, a, survey, &heads);

	if (!rc)
		rc = sheet_answers(app->store, a, survey, true, &all);
	if (rc)
		return rc;
	out->sheet = ARENA_NEW(a, struct packet_sheet, heads.n);
	out->sheets = heads.n;
	for (size_t i = 0; i < heads.n; i++)
		out->sheet[i].head = heads.row[i];
	if (heads.n)
		qsort(out->sheet, heads.n, sizeof(*out->sheet), by_sheet);
	answers_spread(a, &all, out);
	rc = mismatch_list(app->store, a, survey, &out->mismatches);
	return rc ? rc : rivals_read(app, a, out);
}

static int by_id(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

static struct here **place_of(struct merging *m, int64_t participation)
{
	const int64_t *found = m->people.n ? bsearch(&participation, m->people.row, m->people.n,
						     sizeof(participation), by_id)
					   : NULL;

	return found ? &m->of[found - m->people.row] : NULL;
}

static void here_add(struct merging *m, const struct packet_sheet *sheet)
{
	struct here **place = place_of(m, sheet->head.participation);
	struct here *h = ARENA_NEW(m->arena, struct here, 1);

	h->sheet = *sheet;
	if (place) {
		h->next = *place;
		*place = h;
	}
	if (origin_of(m, h))
		m->origin[m->origins++] = h;
}

/* Answers to another version, by the codes of the packet's questions. */
static enum rc version_translate(struct merging *m, int64_t version, struct packet *sheets)
{
	struct survey_items other;
	struct survey survey;
	enum rc rc = survey_get(m->app, m->arena, version, &survey, &other);

	for (size_t i = 0; i < sheets->sheets && !rc; i++) {
		struct answers *all = &sheets->sheet[i].answers;
		size_t n = 0;

		for (size_t k = 0; k < all->n; k++) {
			const struct survey_item *theirs = item_by_id(&other, all->row[k].item);
			const struct survey_item *ours =
				theirs ? item_by_code(&m->items, theirs->code) : NULL;

			if (!ours)
				continue;
			all->row[n] = all->row[k];
			all->row[n++].item = ours->head.id;
		}
		all->n = n;
	}
	return rc;
}

static enum rc version_read(struct merging *m, int64_t version, struct packet *sheets)
{
	enum rc rc = packet_sheets(m->app, m->arena, version, sheets);

	if (!rc && version != m->packet->survey.head.id)
		rc = version_translate(m, version, sheets);
	return rc;
}

static int by_origin(const void *a, const void *b)
{
	const struct here *x = *(struct here *const *)a, *y = *(struct here *const *)b;

	return (x->sheet.head.origin > y->sheet.head.origin) -
	       (x->sheet.head.origin < y->sheet.head.origin);
}

static enum rc here_read(struct merging *m, const char *code)
{
	struct ids versions;
	struct packet *sheets;
	size_t all = 0;
	enum rc rc = survey_versions(m->app, m->arena, code, &versions);

	if (rc)
		return rc;
	sheets = ARENA_NEW(m->arena, struct packet, versions.n);
	for (size_t v = 0; v < versions.n && !rc; v++) {
		rc = version_read(m, versions.row[v], &sheets[v]);
		all += sheets[v].sheets;
	}
	m->origin = ARENA_NEW(m->arena, struct here *, all + m->packet->sheets);
	for (size_t v = 0; v < versions.n && !rc; v++)
		for (size_t i = 0; i < sheets[v].sheets; i++)
			here_add(m, &sheets[v].sheet[i]);
	if (m->origins && !m->how->own)
		qsort(m->origin, m->origins, sizeof(struct here *), by_origin);
	return rc;
}

/* The packet's questions among ours: by id, else by code and kind. */
static enum rc items_match(struct merging *m)
{
	const struct survey_items *theirs = &m->packet->items;

	m->item = ARENA_NEW(m->arena, int64_t, theirs->n);
	for (size_t i = 0; i < theirs->n; i++) {
		const struct survey_item *item = item_by_id(&m->items, theirs->row[i].head.id);

		if (!item)
			item = item_by_code(&m->items, theirs->row[i].code);
		if (item && item->kind == theirs->row[i].kind)
			m->item[i] = item->head.id;
		else if (!m->how->partial)
			return err_set(RC_CONFLICT,
				       _("The packet's question “%s” (%s) is not in the "
					 "questionnaire any more. Nothing was taken."),
				       theirs->row[i].name, theirs->row[i].code);
		else
			issue_add(m->how->partial, ISSUE_WARNING, 0, 0, theirs->row[i].code,
				  _("This question is not in the questionnaire any more; its "
				    "answers are left out."));
	}
	return RC_OK;
}

/* ---- comparing ---- */

static const struct answer *answer_or_open(const struct answers *answers, int64_t item)
{
	static const struct answer open = { .value = FIELD_NOTHING, .words = "" };
	const struct answer *found = answer_of(answers, item);

	return found ? found : &open;
}

/* A note of the packet's that is empty takes nothing away. */
static bool sheet_same(const struct merging *m, const struct packet_sheet *theirs,
		       const struct packet_sheet *ours)
{
	if (*theirs->head.note && strcmp(theirs->head.note, ours->head.note) != 0)
		return false;
	for (size_t i = 0; i < m->items.n; i++)
		if (!answer_equal(answer_or_open(&theirs->answers, m->items.row[i].head.id),
				  answer_or_open(&ours->answers, m->items.row[i].head.id)))
			return false;
	return true;
}

/* FNV-1a of 64 bits, by Fowler, Noll and Vo. */
static uint64_t digest_add(uint64_t digest, const void *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++)
		digest = (digest ^ ((const unsigned char *)bytes)[i]) * 0x100000001B3;
	return digest;
}

int64_t packet_digest(const struct survey_items *items, const struct packet_sheet *sheet)
{
	uint64_t digest =
		digest_add(0xCBF29CE484222325, sheet->head.note, strlen(sheet->head.note) + 1);

	for (size_t i = 0; i < items->n; i++) {
		const struct answer *answer =
			answer_or_open(&sheet->answers, items->row[i].head.id);
		const int64_t numbers[] = { answer->status, answer->status == ANSWER_GIVEN
								    ? answer->value
								    : FIELD_NOTHING };

		digest = digest_add(digest, numbers, sizeof(numbers));
		digest = digest_add(digest, answer->words, strlen(answer->words) + 1);
	}
	return (int64_t)digest;
}

/* ---- one sheet of the packet ---- */

const char *packet_person_label(struct arena *a, const struct packet_person *person)
{
	return *person->name ? person->name
			     : respondent_code(a, (enum role)person->role, person->number);
}

static const char *label_of(const struct merging *m, const struct packet_sheet *sheet)
{
	for (size_t i = 0; i < m->packet->people && sheet->head.participation; i++)
		if (m->packet->person[i].participation == sheet->head.participation)
			return packet_person_label(m->arena, &m->packet->person[i]);
	return sheet->head.participation
		       ? "?"
		       : arena_printf(m->arena, "№ %lld", (long long)sheet->head.number);
}

/* The answers as ours: the items' ids, what is not asked skipped, rules kept. */
static enum rc answers_take(const struct merging *m, const struct packet_sheet *from,
			    struct answers *out)
{
	const struct survey_items *theirs = &m->packet->items;
	enum rc rc = RC_OK;
	size_t n = 0;

	*out = (struct answers){ ARENA_NEW(m->arena, struct answer, from->answers.n), 0 };
	for (size_t i = 0, place = 0; i < from->answers.n; i++) {
		while (theirs->row[place].head.id != from->answers.row[i].item)
			place++;
		if (!m->item[place])
			continue;
		out->row[n] = from->answers.row[i];
		out->row[n++].item = m->item[place];
	}
	out->n = n;
	for (size_t i = 0; i < n && !rc; i++) {
		const struct survey_item *item = item_by_id(&m->items, out->row[i].item);

		if (!item_asked(&m->items, item, out))
			out->row[i] = (struct answer){ .item = item->head.id,
						       .status = ANSWER_SKIPPED,
						       .value = FIELD_NOTHING,
						       .words = "" };
		rc = answer_check(item, &out->row[i]);
	}
	return rc;
}

static int64_t not_negative(int64_t n)
{
	return n > 0 ? n : 0;
}

/* A packet may have gone through other hands: nothing in it is believed. */
static void head_settle(struct sheet *head)
{
	head->event = head->batch = head->origin = head->rival = head->decided_at = 0;
	head->number = not_negative(head->number);
	head->filled_on = date_valid((int)head->filled_on) ? head->filled_on : DATE_NONE;
	head->entered_at = not_negative(head->entered_at);
	head->seconds = not_negative(head->seconds);
	head->keys = not_negative(head->keys);
	head->checked_at = not_negative(head->checked_at);
	head->compared = not_negative(head->compared);
}

static enum rc sheet_take_in(struct merging *m, const struct packet_sheet *from,
			     struct packet_sheet *out)
{
	*out = (struct packet_sheet){ .line = from->line, .head = from->head };
	head_settle(&out->head);
	out->head.survey = m->packet->survey.head.id;
	out->head.source = m->how->source;
	if (out->head.participation && !place_of(m, out->head.participation))
		return err_set(RC_INVALID, _("This person is not in the file any more: open "
					     "“History” to see when the record was deleted."));
	return answers_take(m, from, &out->answers);
}

/* Only in the order of origins that there were before the merge; what came since has origins of
 * this packet, which are looked for in no other sheet. */
static struct here *known_by_origin(const struct merging *m, int64_t origin)
{
	if (m->how->own) {
		for (size_t i = 0; i < m->origins; i++)
			if (m->origin[i]->sheet.head.id == origin)
				return m->origin[i];
		return NULL;
	}
	for (size_t low = 0, high = m->origins; low < high;) {
		size_t middle = low + (high - low) / 2;
		int64_t at = m->origin[middle]->sheet.head.origin;

		if (at == origin)
			return m->origin[middle];
		if (at < origin)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

static bool was_taken(const struct merging *m, int64_t origin, int64_t digest)
{
	const struct taken *found = m->takens.n ? bsearch(&origin, m->takens.row, m->takens.n,
							  sizeof(*m->takens.row), by_id)
						: NULL;

	return found && found->digest == digest;
}

/* The sheet that counts among those of one respondent. */
static struct here *counting(struct here *list)
{
	while (list && list->sheet.head.rival)
		list = list->next;
	return list;
}

static bool among(const struct merging *m, const struct packet_sheet *sheet,
		  const struct here *list)
{
	for (; list; list = list->next)
		if (sheet_same(m, sheet, &list->sheet))
			return true;
	return false;
}

static int64_t item_ours(const struct merging *m, int64_t theirs)
{
	for (size_t i = 0; i < m->packet->items.n; i++)
		if (m->packet->items.row[i].head.id == theirs)
			return m->item[i];
	return 0;
}

/* What was found when it was typed the second time goes along. origin: its id in the packet. */
static enum rc mismatches_write(struct merging *m, int64_t origin, int64_t sheet)
{
	const struct mismatches *all = &m->packet->mismatches;
	enum rc rc = RC_OK;

	for (size_t i = 0; i < all->n && !rc; i++) {
		struct mismatch one = all->row[i];

		if (one.sheet != origin)
			continue;
		one.sheet = sheet;
		one.item = item_ours(m, one.item);
		if (one.item)
			rc = mismatch_put(m->app->store, &one);
	}
	return rc;
}

static enum rc sheet_write(struct merging *m, struct packet_sheet *sheet, int64_t origin)
{
	enum rc rc = sheet_put(m->app->store, &sheet->head, &sheet->answers);

	return rc || !sheet->head.compared ? rc : mismatches_write(m, origin, sheet->head.id);
}

static enum rc sheet_new(struct merging *m, struct packet_sheet *sheet, int64_t rival)
{
	struct here **place = place_of(m, sheet->head.participation);
	struct here *h = ARENA_NEW(m->arena, struct here, 1);
	int64_t origin = sheet->head.id;
	enum rc rc;

	if (!m->how->own) {
		sheet->head.origin = sheet->head.id;
		sheet->head.id = 0;
	}
	sheet->head.rival = rival;
	if (!sheet->head.participation)
		sheet->head.number = rival ? 0 : m->number++;
	rc = sheet_write(m, sheet, origin);
	h->sheet = *sheet;
	if (place) {
		h->next = *place;
		*place = h;
	}
	return rc;
}

/* The same sheet as it was changed where it was typed. */
static enum rc sheet_renew(struct merging *m, struct here *h, struct packet_sheet *sheet)
{
	int64_t origin = sheet->head.id;

	sheet->head.origin = h->sheet.head.origin;
	sheet->head.id = h->sheet.head.id;
	sheet->head.rival = h->sheet.head.rival;
	sheet->head.number = h->sheet.head.number;
	h->sheet = *sheet;
	return sheet_write(m, sheet, origin);
}

/* What the same packet brought earlier and nobody has decided about. */
static struct here *undecided(const struct merging *m, int64_t origin)
{
	for (size_t i = 0; i < m->origins; i++) {
		const struct sheet *head = &m->origin[i]->sheet.head;

		if (head->origin == origin && head->rival && !head->decided_at)
			return m->origin[i];
	}
	return NULL;
}

static enum rc sheet_differs(struct merging *m, struct packet_sheet *sheet, struct here *list,
			     struct here *known)
{
	const struct here *main = counting(list);
	struct here *earlier = m->how->own ? NULL : undecided(m, sheet->head.id);
	bool later = known && sheet->head.entered_at > known->sheet.head.entered_at;

	if (m->how->own && known) {
		m->report->same += !later;
		m->report->added += later;
		return later ? sheet_renew(m, known, sheet) : RC_OK;
	}
	m->report->disputed++;
	if (earlier)
		return sheet_renew(m, earlier, sheet);
	return sheet_new(m, sheet,
			 main    ? main->sheet.head.id
			 : known ? known->sheet.head.rival
				 : 0);
}

/* It says the same, and was typed a second time since it came last. */
static bool is_verified_since(const struct merging *m, const struct packet_sheet *sheet,
			      const struct here *known)
{
	return known && !known->sheet.head.rival && !known->sheet.head.checked_at &&
	       sheet->head.checked_at && sheet_same(m, sheet, &known->sheet);
}

static enum rc sheet_verify(struct merging *m, const struct packet_sheet *sheet, struct here *known)
{
	struct sheet head = known->sheet.head;
	enum rc rc;

	head.checked_by = sheet->head.checked_by;
	head.checked_at = sheet->head.checked_at;
	head.compared = sheet->head.compared;
	rc = sheet_head_put(m->app->store, &head);
	return rc ? rc : mismatches_write(m, sheet->head.id, head.id);
}

static enum rc sheet_merge(struct merging *m, struct packet_sheet *sheet)
{
	struct here **place = place_of(m, sheet->head.participation);
	struct here *known = known_by_origin(m, sheet->head.id);
	struct here *list = place ? *place : known;
	struct taken taken = { sheet->head.id, packet_digest(&m->items, sheet) };
	enum rc rc = RC_OK;

	if (!list) {
		m->report->added++;
		rc = sheet_new(m, sheet, 0);
	} else if (among(m, sheet, list) || was_taken(m, taken.origin, taken.digest)) {
		m->report->same++;
		if (is_verified_since(m, sheet, known))
			rc = sheet_verify(m, sheet, known);
	} else {
		rc = sheet_differs(m, sheet, list, known);
	}
	if (!rc && !m->how->own && !was_taken(m, taken.origin, taken.digest))
		rc = taken_put(m->app->store, m->packet->head.id, &taken);
	return rc;
}

static enum rc sheet_refused(struct merging *m, const struct packet_sheet *from)
{
	const char *label = label_of(m, from);

	if (!m->how->partial)
		return err_set(
			RC_CONFLICT, _("Line %lld of the packet, sheet %s: %s Nothing was taken."),
			(long long)from->line, label, arena_strdup(m->arena, err_last()->text));
	issue_add(m->how->partial, ISSUE_ERROR, from->line, from->head.participation, label, "%s",
		  err_last()->text);
	m->report->left_out++;
	return RC_OK;
}

static enum rc sheets_merge(struct merging *m)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < m->packet->sheets && !rc; i++) {
		const struct packet_sheet *from = &m->packet->sheet[i];
		struct packet_sheet sheet;

		rc = sheet_take_in(m, from, &sheet) ? sheet_refused(m, from)
						    : sheet_merge(m, &sheet);
	}
	return rc;
}

static enum rc begin(struct merging *m, struct survey *survey)
{
	int64_t version = m->packet->survey.head.id;
	enum rc rc = survey_get(m->app, m->arena, version, survey, &m->items);

	if (!rc)
		rc = items_match(m);
	if (!rc)
		rc = participation_ids(m->app->store, m->arena, m->packet->head.year, &m->people);
	if (!rc)
		rc = taken_list(m->app->store, m->arena, m->packet->head.id, &m->takens);
	if (!rc)
		rc = sheet_next_number(m->app->store, version, &m->number);
	return rc;
}

enum rc packet_merge(struct app *app, struct arena *a, const struct packet *packet,
		     const struct packet_merge *how, struct packet_report *out)
{
	struct merging m = { .app = app, .arena = a, .packet = packet, .how = how, .report = out };
	struct survey survey;
	enum rc rc = begin(&m, &survey);

	if (rc)
		return rc;
	m.of = ARENA_NEW(a, struct here *, m.people.n);
	rc = here_read(&m, survey.code);
	return rc ? rc : sheets_merge(&m);
}
