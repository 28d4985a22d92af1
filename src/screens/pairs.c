/* Stage 5: the proposal of pairs, why each of them, changing it by hand, confirming it. */
#include "nastavnik/app/pairs.h"

#include <string.h>

#include "cells.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

enum { PAIR_MENTEE, PAIR_CLASS, PAIR_MENTOR, PAIR_POST, PAIR_SCORE, PAIR_STATE, PAIR_COLUMNS };
enum { NO_LINE = -1 };

static const struct list_column pair_columns[] = {
	[PAIR_MENTEE] = { N_("Mentee"), .width = 18, .grow = 1 },
	[PAIR_CLASS] = { N_("Class"), .width = 5, .drop = 3 },
	[PAIR_MENTOR] = { N_("Mentor"), .width = 18, .grow = 1 },
	[PAIR_POST] = { N_("Class"), .width = 9, .grow = 2, .drop = 2 },
	[PAIR_SCORE] = { N_("Score"), .width = -10 },
	[PAIR_STATE] = { "", .width = 5, .drop = 1, .unsorted = true },
	{ 0 },
};

/* A row of the list: a waiting mentee with the line of the proposal, or without one. */
struct pair_row {
	const struct participant *mentee;
	int line; /* NO_LINE: no pair */
	const struct pairs *pairs;
};

/* The screen's data; lives as long as the frame. */
struct pair_desk {
	struct cells cells;
	struct pairs *pairs;
	int64_t version; /* of the app, when pairs were read */
	struct pair_row *row;
};

static struct pair_desk *pair_desk(const struct frame *f)
{
	return f->data;
}

static struct pairs *pairs_of(const struct frame *f)
{
	return pair_desk(f)->pairs;
}

static const struct pairs_line *row_line(const struct pair_row *row)
{
	return row->line == NO_LINE ? NULL : pairs_line(row->pairs, (size_t)row->line);
}

static enum rc pairs_view_init(struct frame *f)
{
	struct pair_desk *desk = arena_alloc(&f->arena, sizeof(*desk));

	desk->version = app_version(desk_app(f));
	f->data = desk;
	return pairs_open(desk_app(f), &desk->pairs);
}

static void pairs_view_done(struct frame *f)
{
	if (f->data)
		pairs_close(pairs_of(f));
}

/* Loading: rows in the order of the mentees' names, then sorted as asked */

static const char *row_mentor(const struct pair_row *row)
{
	const struct pairs_line *line = row_line(row);

	return line ? line->mentor->person.family : "";
}

static int row_score(const struct pair_row *row)
{
	const struct pairs_line *line = row_line(row);

	return line ? (int)line->pair.score : -1;
}

static const char *row_post(const struct pair_row *row)
{
	const struct pairs_line *line = row_line(row);

	return line ? person_class_or_position(&line->mentor->person) : "";
}

static int by_class(const void *a, const void *b)
{
	const struct pair_row *x = a, *y = b;

	return cells_by_class(person_class_or_position(&x->mentee->person),
			      person_class_or_position(&y->mentee->person));
}

static int by_mentor(const void *a, const void *b)
{
	return cells_by_text(row_mentor(a), row_mentor(b));
}

static int by_post(const void *a, const void *b)
{
	return cells_by_class(row_post(a), row_post(b));
}

static int by_score(const void *a, const void *b)
{
	return row_score(b) - row_score(a);
}

static cells_order *const pair_order[PAIR_COLUMNS] = {
	[PAIR_CLASS] = by_class,
	[PAIR_MENTOR] = by_mentor,
	[PAIR_POST] = by_post,
	[PAIR_SCORE] = by_score,
};

static bool row_found(struct arena *a, const struct pair_row *row, const struct list_query *query)
{
	const struct pairs_line *line = row_line(row);

	return cells_found(a, query,
			   arena_printf(a, "%s %s %s", person_name(a, &row->mentee->person),
					row->mentee->person.class_name,
					line ? person_name(a, &line->mentor->person) : ""));
}

static void rows_add(struct frame *f, const struct list_query *query,
		     const struct participant *mentee, int line, size_t *n)
{
	struct pair_desk *desk = pair_desk(f);
	const struct pair_row row = { mentee, line, desk->pairs };

	if (row_found(&f->fresh, &row, query))
		desk->row[(*n)++] = row;
}

static void pairs_view_title(struct frame *f)
{
	const struct pairs_facts *facts = pairs_facts(pairs_of(f));

	if (!facts->proposal)
		frame_title(f, "%s", text_of(f->view->title));
	else
		frame_title(f,
			    facts->confirmed ? _("Stage 5 · Pairs · proposal %lld, confirmed")
					     : _("Stage 5 · Pairs · proposal %lld"),
			    (long long)facts->proposal);
}

static enum rc pairs_view_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct pair_desk *desk = pair_desk(f);
	struct pairs_people left;

	if (desk->version != app_version(desk_app(f))) {
		enum rc rc = pairs_reload(desk->pairs);

		if (rc)
			return rc;
		desk->version = app_version(desk_app(f));
	}
	left = pairs_waiting(desk->pairs, &f->fresh, true);
	desk->row = ARENA_NEW(&f->fresh, struct pair_row, pairs_count(desk->pairs) + left.n);
	*n = 0;
	for (size_t i = 0; i < pairs_count(desk->pairs); i++)
		rows_add(f, query, pairs_line(desk->pairs, i)->mentee, (int)i, n);
	cells_sort(&f->fresh, desk->row, *n, sizeof(*desk->row), pair_order, query);
	/* Those without a pair stand last whatever the order: they are what is left to do. */
	for (size_t i = 0; i < left.n; i++)
		rows_add(f, query, left.row[i], NO_LINE, n);
	desk->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, *n), *n };
	for (size_t i = 0; i < *n; i++)
		desk->cells.ids.row[i] = desk->row[i].mentee->id;
	pairs_view_title(f);
	return RC_OK;
}

static const char *score_text(struct arena *a, int64_t score)
{
	return score < 0 ? "–" : arena_printf(a, "%lld", (long long)(score + 5) / 10);
}

static enum rc pairs_view_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct pair_desk *desk = pair_desk(f);

	cells_page(&desk->cells, page, PAIR_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct pair_row *row = &desk->row[i];
		const struct pairs_line *line = row_line(row);

		cells_set(&desk->cells, i, PAIR_MENTEE, INK_TEXT,
			  person_short_name(page, &row->mentee->person));
		cells_set(&desk->cells, i, PAIR_CLASS, INK_TEXT,
			  person_class_or_position(&row->mentee->person));
		if (!line) {
			cells_set(&desk->cells, i, PAIR_MENTOR, INK_WARN, _("! no pair"));
			continue;
		}
		cells_set(&desk->cells, i, PAIR_MENTOR, INK_TEXT,
			  person_short_name(page, &line->mentor->person));
		cells_set(&desk->cells, i, PAIR_POST, INK_TEXT,
			  person_class_or_position(&line->mentor->person));
		cells_set(&desk->cells, i, PAIR_SCORE, INK_TEXT,
			  score_text(page, line->pair.score));
		cells_set(&desk->cells, i, PAIR_STATE, INK_DIM,
			  line->pair.locked ? _("locked") : "");
	}
	return RC_OK;
}

static const char *pairs_view_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct pairs_facts *facts = pairs_facts(pairs_of(f));
	int64_t mean = (facts->mean * 10 + 5) / 10;

	if (found)
		return arena_printf(a, _("found %zu"), n);
	if (!facts->proposal)
		return arena_printf(a, _("mentees %lld · places %lld"), (long long)facts->waiting,
				    (long long)facts->places);
	return arena_printf(
		a, _("pairs %lld · without a pair %lld · mean %lld,%lld"),
		(long long)facts->matched,
		(long long)(facts->confirmed ? facts->waiting : facts->waiting - facts->matched),
		(long long)mean / 10, (long long)mean % 10);
}

/* The pane below: why this pair, or who might be one */

static void pane_rules(struct lines *lines, const struct pair_row *row,
		       const struct participant *mentor)
{
	struct score score;

	if (pairs_score(row->pairs, row->mentee->id, mentor->id, &score) != RC_OK)
		return;
	for (enum rule rule = 0; rule < RULE_COUNT; rule++) {
		const struct rule_share *share = &score.rule[rule];
		const char *reason =
			pairs_reason(row->pairs, lines->arena, rule, row->mentee->id, mentor->id);

		if (!share->weight)
			continue;
		lines_pair(lines, rule_name(rule),
			   share->data ? arena_printf(lines->arena, "%2d/%-3d %s",
						      (share->share * share->weight + 500) / 1000,
						      share->weight, reason)
				       : arena_printf(lines->arena, "       %s", reason));
	}
}

/* Warnings about one of the two, one after the other: the pane is low. */
static void pane_warnings(struct lines *lines, const struct issues *warnings,
			  const struct participant *about)
{
	const char *text = "";

	for (size_t i = 0; i < warnings->n; i++) {
		if (warnings->row[i].subject == about->id)
			text = arena_printf(lines->arena, "%s %s", text, warnings->row[i].text);
	}
	if (*text)
		lines_add(lines, INK_WARN, GLYPH_WARN " %s:%s",
			  person_short_name(lines->arena, &about->person), text);
}

static void pane_pair(struct lines *lines, const struct pair_row *row)
{
	const struct pairs_line *line = row_line(row);
	struct arena *a = lines->arena;
	struct issues warnings = { .arena = a };
	const char *pair = arena_printf(
		a, _("%s – %s: %s of 100"), person_short_name(a, &row->mentee->person),
		person_short_name(a, &line->mentor->person), score_text(a, line->pair.score));

	lines_add(lines, INK_TITLE, line->pair.by_hand ? "%s · %s" : "%s", pair, _("by hand"));
	pane_rules(lines, row, line->mentor);
	pairs_warn(row->pairs, (size_t)row->line, &warnings);
	pane_warnings(lines, &warnings, line->mentor);
	pane_warnings(lines, &warnings, line->mentee);
}

static void pane_left(struct lines *lines, const struct pair_row *row)
{
	struct arena *a = lines->arena;
	struct pairs_people mentors = pairs_mentors_for(row->pairs, a, row->mentee->id, false);

	lines_add(lines, INK_TITLE, _("%s has no pair yet"),
		  person_short_name(a, &row->mentee->person));
	if (!mentors.n)
		lines_add(lines, INK_WARN,
			  _("No mentor suits: see the form, the role model and the refusals in the "
			    "card (F3)."));
	for (size_t i = 0; i < mentors.n && i < 4; i++) {
		struct score score;

		if (pairs_score(row->pairs, row->mentee->id, mentors.row[i]->id, &score) == RC_OK)
			lines_add(lines, INK_TEXT, "%3s  %s, %s", score_text(a, score.total),
				  person_short_name(a, &mentors.row[i]->person),
				  person_class_or_position(&mentors.row[i]->person));
	}
	if (mentors.n)
		lines_add(lines, INK_DIM,
			  _("F4 gives one of them to this mentee; F2 says why the best set does "
			    "not."));
}

static void pairs_view_pane(struct frame *f, struct lines *lines, size_t at)
{
	const struct pair_row *row = &pair_desk(f)->row[at];

	if (row->line == NO_LINE)
		pane_left(lines, row);
	else
		pane_pair(lines, row);
}

static const char *pairs_view_status(struct frame *f, struct arena *a, size_t row)
{
	const struct pairs_facts *facts = pairs_facts(pairs_of(f));

	(void)a, (void)row;
	if (!facts->proposal)
		return _("Enter finds the best set of pairs.");
	if (facts->confirmed)
		return facts->waiting && desk_writable(f)
			       ? _("Confirmed. Ins finds pairs for those who are left, F5 prints "
				   "the order.")
			       : _("The proposal is confirmed: F5 prints the order and the pair "
				   "list.");
	if (!desk_writable(f))
		return "";
	if (facts->older)
		return _("An older proposal: what you change here becomes a new one. Ctrl+K – "
			 "confirm.");
	return _("Ctrl+K – confirm by order. Ins – find again, F4 – another mentor.");
}

/* Doing */

static struct pair_row *pair_current(struct frame *f)
{
	return &pair_desk(f)->row[list_row(f)];
}

/* The end of every change: the sentence of a failure, or what was done. */
static unsigned pair_done(struct frame *f, enum rc rc, const char *said)
{
	if (rc != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, "%s", said);
	return UI_TAKEN | UI_RELOAD;
}

static bool has_proposal(struct frame *f)
{
	return action_needs(f, pairs_facts(pairs_of(f))->proposal,
			    N_("No pairs have been proposed yet: Ins."));
}

static bool proposal_open(struct frame *f)
{
	const struct pairs_facts *facts = pairs_facts(pairs_of(f));

	return desk_writable(f) && has_proposal(f) &&
	       action_needs(f, !facts->confirmed,
			    N_("This proposal has been confirmed: pairs at work are changed in "
			       "stage 6."));
}

static bool has_pair(struct frame *f)
{
	return list_has_row(f) &&
	       action_needs(f, pair_current(f)->line != NO_LINE, N_("This mentee has no pair."));
}

static bool pair_open(struct frame *f)
{
	return proposal_open(f) && has_pair(f);
}

/* On every row of a proposal, so that the key does not change its meaning from row to row. */
static bool pair_lockable(struct frame *f)
{
	return proposal_open(f) && list_has_row(f);
}

/* A pair that was confirmed is changed among the pairs at work, by closing it. */
static bool row_changeable(struct frame *f)
{
	return list_has_row(f) && desk_writable(f) && (proposal_open(f) || !has_pair(f));
}

static unsigned pair_variants(struct frame *f)
{
	return view_push(f, &variants_view, pairs_of(f));
}

static unsigned pair_run(struct frame *f)
{
	const struct pairs_facts *facts;
	enum rc rc = pairs_run(pairs_of(f));

	if (rc != RC_OK)
		return ui_fault(f->ui);
	facts = pairs_facts(pairs_of(f));
	ui_say(f->ui, _("Proposal %lld: %lld pairs, without a pair %lld. Ctrl+Z takes it back."),
	       (long long)facts->proposal, (long long)facts->matched,
	       (long long)(facts->waiting - facts->matched));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned pair_lock(struct frame *f)
{
	const struct pair_row *row = pair_current(f);

	if (!has_pair(f)) {
		err_set(RC_NOT_FOUND, _("There is no pair here to lock."));
		return ui_fault(f->ui);
	}
	bool locked = !row_line(row)->pair.locked;

	return pair_done(f, pairs_lock(pairs_of(f), (size_t)row->line, locked),
			 locked ? _("Locked: finding again keeps this pair.")
				: _("No longer locked."));
}

static unsigned pair_remove(struct frame *f)
{
	return pair_done(f, pairs_remove(pairs_of(f), (size_t)pair_current(f)->line),
			 _("The pair is taken out of the proposal. Ctrl+Z has it back."));
}

static unsigned pair_card(struct frame *f)
{
	struct base_new *arg = arena_alloc(&f->arena, sizeof(*arg));

	arg->participant = pair_current(f)->mentee->id;
	arg->role = ROLE_MENTEE;
	return view_push(f, &mentee_view, arg);
}

/* The first pair of a mentor in the proposal; NO_LINE. */
static int mentor_line(const struct pairs *pairs, int64_t mentor)
{
	for (size_t i = 0; i < pairs_count(pairs); i++) {
		if (pairs_line(pairs, i)->pair.mentor == mentor)
			return (int)i;
	}
	return NO_LINE;
}

static int mentee_line(const struct pairs *pairs, int64_t mentee)
{
	for (size_t i = 0; i < pairs_count(pairs); i++) {
		if (pairs_line(pairs, i)->pair.mentee == mentee)
			return (int)i;
	}
	return NO_LINE;
}

static bool people_have(const struct pairs_people *people, int64_t id)
{
	for (size_t i = 0; i < people->n; i++) {
		if (people->row[i]->id == id)
			return true;
	}
	return false;
}

/* Mentors to choose from for the mentee under the cursor, without the one who is there now. */
struct mentor_pick {
	struct arena *arena;
	const struct pair_row *row;
	struct pairs_people free; /* who has a place left */
	struct choice *choice;
	const char **right;
	size_t n;
};

/* What choosing this mentor would cost. */
static const char *mentor_place(const struct mentor_pick *pick, int64_t mentor)
{
	int line = mentor_line(pick->row->pairs, mentor);

	if (people_have(&pick->free, mentor))
		return _("has a place");
	if (line == NO_LINE)
		return _("no place");
	return arena_printf(
		pick->arena, _("with %s"),
		person_short_name(pick->arena,
				  &pairs_line(pick->row->pairs, (size_t)line)->mentee->person));
}

static void mentor_add(struct mentor_pick *pick, const struct participant *mentor, bool allowed)
{
	struct arena *a = pick->arena;
	const struct pairs_line *line = row_line(pick->row);
	struct score score = { .total = -1 };

	if (line && line->mentor->id == mentor->id)
		return;
	if (allowed)
		pairs_score(pick->row->pairs, pick->row->mentee->id, mentor->id, &score);
	pick->right[pick->n] = allowed ? mentor_place(pick, mentor->id) : _("not allowed");
	pick->choice[pick->n++] =
		(struct choice){ .id = mentor->id,
				 .code = "",
				 .name = arena_printf(a, "%3s  %s, %s", score_text(a, score.total),
						      person_short_name(a, &mentor->person),
						      person_class_or_position(&mentor->person)) };
}

/* Those who may, the best first; then, when asked why not, those who may not. */
static enum rc mentors_pick(struct frame *f, bool everybody, struct mentor_pick *pick)
{
	const struct pair_row *row = pair_current(f);
	struct pairs_people mentors =
		pairs_mentors_for(row->pairs, &f->arena, row->mentee->id, false);
	struct participants all = { 0 };
	enum rc rc = everybody ? participant_load_all(desk_store(f), &f->arena, desk_year(f),
						      ROLE_MENTOR, &all)
			       : RC_OK;

	if (rc != RC_OK)
		return rc;
	participants_here(&all);
	*pick = (struct mentor_pick){
		.arena = &f->arena,
		.row = row,
		.free = pairs_mentors_for(row->pairs, &f->arena, row->mentee->id, true),
		.choice = ARENA_NEW(&f->arena, struct choice, mentors.n + all.n),
		.right = ARENA_NEW(&f->arena, const char *, mentors.n + all.n),
	};
	for (size_t i = 0; i < mentors.n; i++)
		mentor_add(pick, mentors.row[i], true);
	for (size_t i = 0; i < all.n; i++) {
		if (!people_have(&mentors, all.row[i].id))
			mentor_add(pick, &all.row[i], false);
	}
	return RC_OK;
}

static unsigned pick_mentor(struct frame *f, const char *title, bool everybody,
			    unsigned (*picked)(struct frame *f, struct ids ids, void *data))
{
	struct mentor_pick pick;
	enum rc rc = mentors_pick(f, everybody, &pick);

	if (rc == RC_OK && !pick.n)
		rc = err_set(RC_NOT_FOUND, _("No other mentor suits: see the form, the role model "
					     "and the refusals in the card (F3)."));
	if (rc != RC_OK)
		return ui_fault(f->ui);
	return dialog_pick(f, &(struct picker){ .title = title,
						.choices = { pick.choice, pick.n },
						.right = pick.right,
						.picked = picked,
						.data = desk_id_arg(f, pick.row->mentee->id) });
}

static unsigned why_picked(struct frame *f, struct ids ids, void *data)
{
	const int64_t *mentee = data;

	if (!ids.n)
		return UI_TAKEN;
	return dialog_message(f, _("Why not?"),
			      pairs_why_not(pairs_of(f), &f->arena, *mentee, ids.row[0]));
}

static unsigned pair_why(struct frame *f)
{
	return pick_mentor(f, _("Why not this mentor?"), true, why_picked);
}

/* Two lines of the proposal whose mentees are to change places. */
struct pair_swap {
	int line, other;
};

static unsigned swap_answered(struct frame *f, int button, void *data)
{
	const struct pair_swap *swap = data;

	if (button != 0)
		return UI_TAKEN;
	return pair_done(f, pairs_swap(pairs_of(f), (size_t)swap->line, (size_t)swap->other),
			 _("The two mentees have changed places. Ctrl+Z takes it back."));
}

static unsigned ask_swap(struct frame *f, int line, int other)
{
	struct pair_swap *swap = arena_alloc(&f->arena, sizeof(*swap));
	const struct pairs_line *one = pairs_line(pairs_of(f), (size_t)line);
	const struct pairs_line *two = pairs_line(pairs_of(f), (size_t)other);

	*swap = (struct pair_swap){ line, other };
	return dialog_ask(
		f, &(struct question){
			   .title = _("Change places?"),
			   .text = arena_printf(&f->arena,
						_("%s has no free place. %s would get this mentor, "
						  "%s would get %s."),
						person_short_name(&f->arena, &two->mentor->person),
						person_short_name(&f->arena, &one->mentee->person),
						person_short_name(&f->arena, &two->mentee->person),
						person_short_name(&f->arena, &one->mentor->person)),
			   .button = { _("Change places"), _("Leave") },
			   .answered = swap_answered,
			   .data = swap });
}

static unsigned mentor_picked(struct frame *f, struct ids ids, void *data)
{
	const int64_t *mentee = data;
	struct pairs *pairs = pairs_of(f);
	int line = mentee_line(pairs, *mentee);
	enum rc rc;

	if (!ids.n)
		return UI_TAKEN;
	rc = pairs_add(pairs, *mentee, ids.row[0]);
	if (rc == RC_CONFLICT && line != NO_LINE && mentor_line(pairs, ids.row[0]) != NO_LINE)
		return ask_swap(f, line, mentor_line(pairs, ids.row[0]));
	list_select(f, *mentee);
	return pair_done(f, rc, _("The mentee has this mentor now. Ctrl+Z takes it back."));
}

static unsigned pair_edit(struct frame *f)
{
	return pick_mentor(f, _("Which mentor?"), false, mentor_picked);
}

static unsigned confirm_answered(struct frame *f, int button, void *data)
{
	int64_t bonds;

	(void)data;
	if (button != 0)
		return UI_TAKEN;
	if (pairs_confirm(pairs_of(f), &bonds) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui,
	       _("Confirmed: pairs and groups: %lld. F5 prints the order. Ctrl+Z takes it back."),
	       (long long)bonds);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned pair_confirm(struct frame *f)
{
	size_t n = pairs_count(pairs_of(f));

	return dialog_ask(
		f, &(struct question){ .title = _("Confirm by order"),
				       .text = arena_printf(
					       &f->arena,
					       ngettext("Confirm %zu pair? It stands in the order "
							"then. It can be taken back: Ctrl+Z.",
							"Confirm %zu pairs? They stand in the "
							"order then. It can be taken back: Ctrl+Z.",
							(unsigned long)n),
					       n),
				       .button = { _("Confirm"), _("Not yet") },
				       .answered = confirm_answered });
}

static bool nothing_proposed(struct frame *f)
{
	return desk_writable(f) && !pairs_facts(pairs_of(f))->proposal;
}

/* Enter: what comes next here: find pairs first, afterwards open the mentee's card. */
static unsigned pair_enter(struct frame *f)
{
	return nothing_proposed(f) ? pair_run(f) : list_has_row(f) ? pair_card(f) : UI_TAKEN;
}

static unsigned pairs_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action pair_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Why"),
	  .title = N_("Why not another mentor?"),
	  .help = N_("Choose a mentor: a sentence says what forbids this pair or what would be "
		     "lost by it."),
	  .enabled = list_has_row,
	  .run = pair_why },
	{ .key = K_F(3),
	  .label = N_("Card"),
	  .title = N_("Card of the mentee"),
	  .enabled = list_has_row,
	  .run = pair_card },
	{ .key = K_F(4),
	  .label = N_("Edit"),
	  .title = N_("Choose another mentor"),
	  .help = N_("Mentors who may be chosen, the best first. Where the mentor has no place, "
		     "the two mentees can change places."),
	  .enabled = row_changeable,
	  .run = pair_edit },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Order and pair list"),
	  .open = &papers_view },
	{ .key = K_F(6),
	  .label = N_("Lock"),
	  .title = N_("Lock the pair, or unlock it"),
	  .help = N_("A locked pair stays when pairs are found again."),
	  .enabled = pair_lockable,
	  .run = pair_lock },
	{ .key = K_F(8),
	  .label = N_("Remove"),
	  .title = N_("Take the pair out of the proposal"),
	  .enabled = pair_open,
	  .run = pair_remove },
	{ .key = K_INS,
	  .label = N_("Match"),
	  .title = N_("Find the best set of pairs"),
	  .anywhere = true,
	  .help = N_("First as many mentees as can be served, then the highest total score. Locked "
		     "pairs stay."),
	  .enabled = desk_writable,
	  .run = pair_run },
	{ .key = K_CTRL('k'),
	  .title = N_("Confirm by order"),
	  .enabled = proposal_open,
	  .run = pair_confirm },
	{ .key = K_CTRL('o'),
	  .title = N_("Order of the rows"),
	  .enabled = pair_lockable,
	  .run = list_order },
	{ .title = N_("Print the list, or save it as a table"),
	  .help = N_("The proposal as it stands on the screen, with its scores: to work with, not "
		     "to sign."),
	  .enabled = list_has_row,
	  .run = pairs_print },
	{ .title = N_("Another proposal…"),
	  .anywhere = true,
	  .help = N_("All that were formed this year: show one of them, or delete it."),
	  .enabled = has_proposal,
	  .run = pair_variants },
	{ .title = N_("Readiness: who suits nobody, what is missing"), .run = ready_go },
	{ .title = N_("Pairs at work"), .open = &bonds_view },
	{ .title = N_("Rules of forming pairs"), .open = &rules_view },
	{ .key = K_ENTER, .title = N_("What comes next here"), .run = pair_enter },
	{ 0 },
};

static const struct list_spec pairs_list = {
	.columns = pair_columns,
	.load = pairs_view_load,
	.id = cells_id,
	.fetch = pairs_view_fetch,
	.cell = cells_cell,
	.count = pairs_view_count,
	.status = pairs_view_status,
	.pane = pairs_view_pane,
	.pane_rows = 9,
	.empty = N_("Nobody waits for a mentor: fill the bases of mentees and mentors (stages 2 "
		    "and 3)."),
	.no_marks = true,
};

const struct view pairs_view = {
	.name = "pairs",
	.title = N_("Stage 5 · Pairs"),
	.kind = &list_kind,
	.spec = &pairs_list,
	.actions = pair_actions,
	.help = N_("The best set of pairs by the rules: first as many mentees as can be served, "
		   "then the "
		   "highest total score. Below stands why two were put together. A proposal can be "
		   "changed "
		   "by hand, found again around locked pairs, and is then confirmed by order."),
	.init = pairs_view_init,
	.done = pairs_view_done,
	.place = true,
};
