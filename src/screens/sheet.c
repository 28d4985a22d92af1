/* Typing a sheet: one key an answer. */
#include "sheet.h"

#include <string.h>

#include "nastavnik/base/date.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

enum { PAUSE = 60, LINE_CODE = 20, LINE_NUMBER = 12, LINE_DATE = 10 };

struct sheet_desk *sheet_desk_of(const struct frame *f)
{
	return f->data;
}

struct keying *sheet_keying(const struct frame *f)
{
	return &sheet_desk_of(f)->desk.keying;
}

const struct survey_item *sheet_item(const struct frame *f)
{
	const struct keying *k = sheet_keying(f);

	return sheet_desk_of(f)->whom || k->at >= k->items->n ? NULL : &k->items->row[k->at];
}

/* Keys and the time they took; a longer pause was a pause. */
static void key_count(struct frame *f)
{
	struct sheet_desk *d = sheet_desk_of(f);
	int64_t now = clock_now(), gap = now - d->key_at;

	d->key_at = now;
	if (gap < 0 || gap > PAUSE)
		gap = 0;
	d->keys++;
	d->seconds += gap;
	if (d->whom)
		return;
	sheet_keying(f)->sheet.keys++;
	sheet_keying(f)->sheet.seconds += gap;
}

/* What was just typed is kept at once. */
static unsigned sheet_kept(struct frame *f)
{
	if (keying_keep(desk_app(f), sheet_keying(f)) != RC_OK)
		return ui_fault(f->ui);
	return UI_TAKEN | UI_RELOAD; /* lists below show how far it is */
}

static unsigned sheet_at(struct frame *f, size_t at)
{
	sheet_keying(f)->at = at;
	sheet_keying(f)->line = "";
	sheet_desk_of(f)->wait = WAIT_NOT;
	keying_fresh(f);
	return UI_TAKEN | UI_REDRAW;
}

/* Answers */

/* Which answers are gone, when some are not asked any more. */
static void cleared_say(struct frame *f, size_t cleared, size_t which)
{
	const struct survey_item *item = &sheet_keying(f)->items->row[which];

	if (cleared == 1)
		ui_say(f->ui,
		       _("“%s” is not asked then: its answer is taken away. Ctrl+Z has it back."),
		       item->name);
	else if (cleared > 1)
		ui_say(f->ui,
		       _("“%s” and %zu more are not asked then: their answers are taken away. "
			 "Ctrl+Z has them back."),
		       item->name, cleared - 1);
}

static unsigned answer_write(struct frame *f, const struct answer *answer, bool on)
{
	struct keying *k = sheet_keying(f);
	size_t cleared, which, at = k->at;

	keying_put(k, at, answer, &cleared, &which);
	if (on)
		sheet_at(f, keying_next(k, at));
	if (cleared)
		cleared_say(f, cleared, which);
	return sheet_kept(f);
}

/* The second entry says something else, or what was typed anew settles it. */
static unsigned answer_settle(struct frame *f, const struct answer *answer, int64_t taken)
{
	struct sheet_desk *d = sheet_desk_of(f);
	struct keying *k = sheet_keying(f);

	if (taken != 3)
		k->differ[k->at].second = d->answer;
	k->differ[k->at].taken = taken;
	return answer_write(f, answer, true);
}

static unsigned answer_compare(struct frame *f, const struct answer *answer)
{
	struct sheet_desk *d = sheet_desk_of(f);
	struct keying *k = sheet_keying(f);

	if (d->wait == WAIT_ANEW)
		return answer_settle(f, answer, 3);
	if (!keying_differs(k, k->at, answer)) {
		k->differ[k->at].taken = 0;
		return answer_write(f, answer, true);
	}
	d->answer = *answer;
	d->answer.words = arena_strdup(&d->sheet[d->turn], answer->words);
	d->wait = WAIT_DIFFERS;
	return UI_TAKEN | UI_REDRAW;
}

static unsigned answer_take(struct frame *f, struct answer answer)
{
	struct sheet_desk *d = sheet_desk_of(f);
	const struct survey_item *item = sheet_item(f);

	answer.item = item->head.id;
	answer.words = answer.words ? answer.words : "";
	if (answer_check(item, &answer) != RC_OK)
		return ui_fault(f->ui);
	answer.doubt = answer_is_odd(item, &answer);
	if (d->arg.second)
		return answer_compare(f, &answer);
	if (!answer.doubt)
		return answer_write(f, &answer, true);
	d->answer = answer;
	d->wait = WAIT_DOUBT;
	ui_say(f->ui,
	       _("%s is seldom met here. Is it so on the paper? Enter – yes; or type it anew."),
	       answer_show(&d->sheet[d->turn], item, &answer));
	return UI_TAKEN | UI_REDRAW;
}

static unsigned option_toggle(struct frame *f, const struct survey_item *item, int64_t option)
{
	const struct answer *now = &sheet_keying(f)->now[sheet_keying(f)->at];
	int64_t bits = now->status == ANSWER_GIVEN ? now->value : 0;
	struct answer answer = { .item = item->head.id, .status = ANSWER_GIVEN, .words = "" };

	if (option < 1 || option > item_options(item)) {
		answer.value = 0;
		answer_check(item, &answer);
		return ui_fault(f->ui);
	}
	answer.value = bits ^ (int64_t)1 << (option - 1);
	if (!answer.value)
		answer = (struct answer){ .value = FIELD_NOTHING, .words = "" };
	return answer_write(f, &answer, false);
}

static unsigned value_typed(struct frame *f, uint32_t key)
{
	const struct survey_item *item = sheet_item(f);
	int64_t value = item_key_value(item, key);

	if (value == FIELD_NOTHING)
		return UI_IGNORED;
	key_count(f);
	if (item->kind == ITEM_SEVERAL)
		return option_toggle(f, item, value);
	return answer_take(f, (struct answer){ .status = ANSWER_GIVEN, .value = value });
}

static unsigned answer_again(struct frame *f)
{
	const struct sheet_desk *d = sheet_desk_of(f);
	const struct answer *before = answer_of(&d->previous, sheet_item(f)->head.id);

	if (d->arg.second || !before || before->status == ANSWER_SKIPPED ||
	    before->status == ANSWER_OPEN) {
		ui_say(f->ui, "%s",
		       d->arg.second
			       ? _("A second entry repeats nothing: it is typed from the paper.")
			       : _("There is no sheet before this one to repeat."));
		return UI_TAKEN | UI_REDRAW;
	}
	return answer_take(f, *before);
}

/* Nothing was typed yet, after all. */
static unsigned answer_empty(struct frame *f)
{
	return answer_write(f, &(struct answer){ .value = FIELD_NOTHING, .words = "" }, false);
}

static unsigned sheet_key(struct frame *f, const struct event *event)
{
	struct sheet_desk *d = sheet_desk_of(f);
	const struct survey_item *item = sheet_item(f);
	unsigned took;

	if (!item)
		return key_is_char(event->key) ? UI_TAKEN : UI_IGNORED;
	if (d->wait == WAIT_DIFFERS && (key_is_char(event->key) || event->key == K_INS)) {
		ui_say(f->ui, "%s",
		       _("The two entries differ: look at the paper, then F2, F3 or F4."));
		return UI_TAKEN | UI_REDRAW;
	}
	switch (event->key) {
	case ' ':
		key_count(f);
		return answer_take(
			f, (struct answer){ .status = ANSWER_NONE, .value = FIELD_NOTHING });
	case K_INS:
		key_count(f);
		return answer_again(f);
	case K_DEL:
	case K_BACKSPACE:
		return answer_empty(f);
	default:
		took = item_by_key(item) ? value_typed(f, event->key) : UI_IGNORED;
	}
	if (took != UI_IGNORED || !key_is_char(event->key))
		return took;
	ui_say(f->ui, _("This question is answered with: %s."),
	       item_keys(&d->sheet[d->turn], item));
	return UI_TAKEN | UI_REDRAW;
}

/* Lines */

static bool sheet_line(struct frame *f, struct keying_line *out)
{
	const struct sheet_desk *d = sheet_desk_of(f);
	const struct survey_item *item = sheet_item(f);
	const struct keying *k = sheet_keying(f);
	const char *text;

	if (d->whom) {
		*out = (struct keying_line){ .text = "", .max = LINE_CODE };
		return true;
	}
	if (!item || item_by_key(item) || d->wait == WAIT_DIFFERS)
		return false;
	text = *k->line ? k->line : "";
	*out = (struct keying_line){ .text = text,
				     .half = *text != '\0',
				     .date = item->kind == ITEM_DATE,
				     .max = item->kind == ITEM_OPEN      ? ITEM_WORDS_MAX
					    : item->kind == ITEM_SEVERAL ? 100
					    : item->kind == ITEM_DATE    ? LINE_DATE
									 : LINE_NUMBER };
	if (!*text && k->now[k->at].status == ANSWER_GIVEN)
		out->text = answer_show(&f->fresh, item, &k->now[k->at]);
	return true;
}

static void sheet_changed(struct frame *f, const char *text)
{
	struct sheet_desk *d = sheet_desk_of(f);

	key_count(f);
	d->wait = d->wait == WAIT_ANEW ? WAIT_ANEW : WAIT_NOT;
	if (d->whom)
		return;
	sheet_keying(f)->line = arena_strdup(&d->sheet[d->turn], text);
	sheet_kept(f);
}

static unsigned sheet_typed(struct frame *f, const char *text, int by)
{
	struct sheet_desk *d = sheet_desk_of(f);
	struct answer answer;
	size_t at;
	unsigned took;

	key_count(f);
	if (d->whom)
		return by > 0 ? sheet_whom_typed(f, text) : UI_TAKEN;
	if (d->wait == WAIT_DOUBT && by > 0)
		return answer_write(f, &d->answer, true);
	if (!*text)
		return answer_empty(f);
	if (answer_parse(&d->sheet[d->turn], sheet_item(f), text, &answer) != RC_OK)
		return ui_fault(f->ui);
	at = sheet_keying(f)->at;
	took = answer_take(f, answer);
	if (by < 0 && d->wait == WAIT_NOT)
		return sheet_at(f, keying_before(sheet_keying(f), at));
	return took;
}

/* On and back without typing. */
static unsigned sheet_go(struct frame *f, int by)
{
	struct sheet_desk *d = sheet_desk_of(f);
	struct keying *k = sheet_keying(f);
	const struct answer *now;

	if (d->whom)
		return UI_TAKEN;
	key_count(f);
	if (d->wait == WAIT_DIFFERS)
		return UI_TAKEN;
	if (d->wait == WAIT_DOUBT && by > 0)
		return answer_write(f, &d->answer, true);
	if (by < 0)
		return sheet_at(f, k->at < k->items->n || keying_open(k) == k->items->n
					   ? keying_before(k, k->at)
					   : keying_open(k));
	if (k->at >= k->items->n)
		return sheet_end(f);
	now = &k->now[k->at];
	if (k->second && sheet_item(f)->kind == ITEM_SEVERAL && !k->differ[k->at].taken &&
	    keying_differs(k, k->at, now))
		return answer_compare(f, now);
	return sheet_at(f, keying_next(k, k->at));
}

static unsigned sheet_click(struct frame *f, size_t i)
{
	const struct keying *k = sheet_keying(f);

	if (sheet_desk_of(f)->whom || sheet_desk_of(f)->wait == WAIT_DIFFERS ||
	    (i < k->items->n && !keying_wants(k, i)))
		return UI_TAKEN;
	return sheet_at(f, i);
}

static size_t sheet_cursor(struct frame *f)
{
	return sheet_desk_of(f)->whom ? 0 : sheet_keying(f)->at;
}

/* Actions */

static bool is_whom(struct frame *f)
{
	return action_needs(f, sheet_desk_of(f)->whom, N_("It is known whose sheet this is."));
}

static bool is_typed(struct frame *f)
{
	return action_needs(f, !sheet_desk_of(f)->whom, N_("Type the respondent's code first."));
}

static bool is_differing(struct frame *f)
{
	return action_needs(f, sheet_desk_of(f)->wait == WAIT_DIFFERS,
			    N_("Only where the second entry differs from the first."));
}

static unsigned differs_first(struct frame *f)
{
	const struct keying *k = sheet_keying(f);

	return answer_settle(f, &k->first[k->at], 1);
}

static unsigned differs_second(struct frame *f)
{
	const struct answer answer = sheet_desk_of(f)->answer;

	return answer_settle(f, &answer, 2);
}

static unsigned differs_anew(struct frame *f)
{
	struct sheet_desk *d = sheet_desk_of(f);
	struct keying *k = sheet_keying(f);

	k->differ[k->at].second = d->answer;
	d->wait = WAIT_ANEW;
	k->line = "";
	keying_fresh(f);
	ui_say(f->ui, "%s", _("Type what stands on the paper."));
	return UI_TAKEN | UI_REDRAW;
}

static bool has_steps(struct frame *f)
{
	return action_needs(f, !sheet_desk_of(f)->whom && sheet_keying(f)->steps,
			    N_("Nothing was typed into this sheet. Sheets that are handed in are "
			       "taken back in their list."));
}

static unsigned sheet_back(struct frame *f)
{
	keying_back(sheet_keying(f));
	sheet_at(f, sheet_keying(f)->at);
	return sheet_kept(f);
}

static enum rc note_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct sheet_desk *d = sheet_desk_of(f);

	(void)data;
	d->desk.keying.sheet.note = arena_strdup(&d->sheet[d->turn], text);
	d->desk.keying.changed = true;
	*took = sheet_kept(f);
	return RC_OK;
}

static unsigned sheet_note(struct frame *f)
{
	return dialog_prompt(f, &(struct prompt){ .title = _("Note on the sheet"),
						  .label = _("Note:"),
						  .text = sheet_keying(f)->sheet.note,
						  .mend = true,
						  .entered = note_entered });
}

/* The date on the papers: of this sheet, and of those that follow. */
static enum rc date_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	struct sheet_desk *d = sheet_desk_of(f);
	int on = 0;

	(void)data;
	if (*text && (!date_parse(text, &on) || !date_whole(on)))
		return err_set(RC_INVALID, _("Give a day, such as 02.09.2026."));
	if (on > date_today())
		return err_set(RC_INVALID, _("This day is still to come."));
	d->filled_on = on;
	*took = UI_TAKEN | UI_REDRAW;
	if (d->whom)
		return RC_OK;
	d->desk.keying.sheet.filled_on = on;
	d->desk.keying.changed = true;
	*took = sheet_kept(f);
	return RC_OK;
}

static unsigned sheet_date(struct frame *f)
{
	const struct sheet_desk *d = sheet_desk_of(f);
	char day[DATE_SIZE];
	int64_t on = d->whom ? d->filled_on : d->desk.keying.sheet.filled_on;

	return dialog_prompt(
		f, &(struct prompt){
			   .title = _("Date on the paper"),
			   .label = _("Date:"),
			   .text = on ? arena_strdup(&f->fresh, date_format((int)on, day)) : "",
			   .hint = _("The sheets that follow get it too, until another one is "
				     "given."),
			   .max = 30,
			   .date = true,
			   .entered = date_entered });
}

static bool is_after_event(struct frame *f)
{
	return action_needs(
		f, sheet_desk_of(f)->survey.kind == SURVEY_EVENT && !sheet_desk_of(f)->whom,
		N_("This questionnaire is not about an event."));
}

static const struct action sheet_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Choose"),
	  .title = N_("Choose whose sheet it is"),
	  .enabled = is_whom,
	  .run = sheet_whom_pick },
	{ .key = K_F(2),
	  .label = N_("The first"),
	  .title = N_("The first entry is right"),
	  .enabled = is_differing,
	  .run = differs_first },
	{ .key = K_F(3),
	  .label = N_("The second"),
	  .title = N_("What is typed now is right"),
	  .enabled = is_differing,
	  .run = differs_second },
	{ .key = K_F(4),
	  .label = N_("Anew"),
	  .title = N_("Type the answer anew"),
	  .enabled = is_differing,
	  .run = differs_anew },
	{ .key = K_F(2),
	  .label = N_("Hand in"),
	  .title = N_("Hand the sheet in"),
	  .help = N_("What has no answer yet is told of first."),
	  .enabled = is_typed,
	  .run = sheet_hand_in },
	{ .key = K_F(6),
	  .label = N_("Sheet note"),
	  .title = N_("A note on the sheet"),
	  .enabled = is_typed,
	  .run = sheet_note },
	{ .key = K_CTRL('z'),
	  .title = N_("Take back the last answer"),
	  .enabled = has_steps,
	  .run = sheet_back },
	{ .title = N_("Date on the paper"),
	  .help = N_("Of this sheet and of those that follow."),
	  .run = sheet_date },
	{ .title = N_("Choose the pile the sheets are of"), .run = sheet_pile_pick },
	{ .title = N_("Choose the event the sheet is about"),
	  .enabled = is_after_event,
	  .run = sheet_event_pick },
	{ 0 },
};

static enum rc sheet_init(struct frame *f)
{
	struct sheet_desk *d = arena_alloc(&f->arena, sizeof(*d));

	d->arg = *(const struct sheet_arg *)f->arg;
	d->key_at = clock_now();
	f->data = d;
	if (!desk_writable(f))
		return err_set(RC_READONLY, "%s", app_change_why(desk_app(f)));
	return sheet_flow_begin(f);
}

static void sheet_done(struct frame *f)
{
	struct sheet_desk *d = f->data;

	if (!d)
		return;
	arena_done(&d->sheet[0]);
	arena_done(&d->sheet[1]);
}

static const struct keying_spec sheet_spec = {
	.head = sheet_head,
	.count = sheet_count,
	.at = sheet_cursor,
	.row = sheet_field,
	.pane = sheet_pane,
	.line = sheet_line,
	.changed = sheet_changed,
	.typed = sheet_typed,
	.key = sheet_key,
	.go = sheet_go,
	.click = sheet_click,
	.status = sheet_status,
	.place = sheet_place,
};

const struct view sheet_view = {
	.name = "sheet",
	.title = N_("Typing a sheet"),
	.kind = &keying_kind,
	.spec = &sheet_spec,
	.actions = sheet_actions,
	.help = N_("The sheet's code, then one key an answer: on a scale of 1…10 the key 0 is "
		   "ten, on 0…10 the key - is. Space: the paper has no answer. Ins: as in the "
		   "sheet before. After the last question Enter hands the sheet in and asks for "
		   "the next code. What was typed is kept: a sheet that is left stands in the "
		   "list as begun."),
	.init = sheet_init,
	.done = sheet_done,
};
