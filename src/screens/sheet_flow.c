/* From one sheet to the next: whose it is, of which pile, handing it in. */
#include <stdlib.h>
#include <string.h>

#include "nastavnik/model/prepare.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"
#include "sheet.h"

static bool is_by_name(const struct survey *survey)
{
	return survey->kind == SURVEY_PEOPLE || survey->kind == SURVEY_FIT;
}

/* The arena of the next sheet; what the one before it said stays for Ins. */
static struct arena *turn_over(struct sheet_desk *d)
{
	if (!d->whom && d->desk.items.n)
		d->previous = (struct answers){ d->desk.keying.now, d->desk.items.n };
	d->turn = !d->turn;
	arena_reset(&d->sheet[d->turn]);
	return &d->sheet[d->turn];
}

static struct arena *turn_of(struct sheet_desk *d)
{
	return &d->sheet[d->turn];
}

/* What stands above: code and name. */
static void whose_set(struct frame *f)
{
	struct sheet_desk *d = sheet_desk_of(f);
	const struct sheet *sheet = &d->desk.keying.sheet;
	struct participant p;

	d->name = "";
	d->code = sheet->participation || sheet->number
			  ? sheet_label(desk_app(f), turn_of(d), sheet)
			  : _("new sheet");
	if (sheet->participation &&
	    participant_get(desk_store(f), turn_of(d), sheet->participation, &p) == RC_OK &&
	    p.number)
		d->name = sheet_name(d->code, person_name(turn_of(d), &p.person));
	frame_title(f, _("Typing · %s"), d->desk.survey.name);
}

static void pile_set(struct frame *f)
{
	struct sheet_desk *d = sheet_desk_of(f);
	int64_t checked;
	struct batch batch;

	d->pile = "";
	d->forms = FIELD_NOTHING;
	d->entered = 0;
	if (!d->arg.batch ||
	    record_get(desk_store(f), &f->arena, &batch_type, d->arg.batch, &batch) != RC_OK ||
	    batch_count(desk_app(f), &batch, &d->entered, &checked) != RC_OK)
		return;
	d->pile = batch.name;
	d->forms = batch.forms;
	if (d->arg.second)
		d->entered = checked;
}

/* The sheet is on the desk. */
static unsigned sheet_begun(struct frame *f)
{
	struct sheet_desk *d = sheet_desk_of(f);

	d->whom = false;
	d->wait = WAIT_NOT;
	d->stranger = 0;
	if (d->desk.keying.sheet.batch && !d->desk.keying.mended)
		d->arg.batch = d->desk.keying.sheet.batch;
	whose_set(f);
	pile_set(f);
	keying_fresh(f);
	return UI_TAKEN | UI_REDRAW;
}

static enum rc sheet_take_up(struct frame *f, int64_t id, bool second)
{
	struct sheet_desk *d = sheet_desk_of(f);

	return keying_load(desk_app(f), turn_of(d), id, second, &d->desk);
}

static enum rc sheet_new(struct frame *f, int64_t participation)
{
	struct sheet_desk *d = sheet_desk_of(f);
	const struct sheet head = { .survey = d->survey.head.id,
				    .participation = participation,
				    .event = d->desk.keying.sheet.event,
				    .batch = d->arg.batch,
				    .filled_on = d->filled_on };

	return keying_new(desk_app(f), turn_of(d), &head, &d->desk);
}

/* The code is asked for, or the next sheet that is nobody's stands there. */
static enum rc flow_next(struct frame *f)
{
	struct sheet_desk *d = sheet_desk_of(f);
	enum rc rc = RC_OK;

	turn_over(d);
	d->wait = WAIT_NOT;
	d->whom = is_by_name(&d->survey) || d->arg.second;
	frame_title(f, _("Typing · %s"), d->survey.name);
	pile_set(f);
	if (!d->whom)
		rc = sheet_new(f, 0);
	if (!rc && !d->whom)
		sheet_begun(f);
	keying_fresh(f);
	return rc;
}

enum rc sheet_flow_begin(struct frame *f)
{
	struct sheet_desk *d = sheet_desk_of(f);
	struct survey_items items;
	enum rc rc = survey_get(desk_app(f), &f->arena, d->arg.survey, &d->survey, &items);

	d->whom = true;
	if (rc)
		return rc;
	/* Where blanks were not printed from here, the sheets are told apart by their names, and
	 * the codes are there for whoever is to come back to them. */
	if (survey_is_by_name(&d->survey))
		rc = respondents_number(desk_app(f), NULL);
	if (rc)
		return rc;
	if (!d->arg.sheet)
		return flow_next(f);
	rc = sheet_take_up(f, d->arg.sheet, d->arg.second);
	if (!rc)
		sheet_begun(f);
	return rc;
}

/* Whose */

/* The draft of a sheet of this respondent; 0: there is none. */
static int64_t draft_of(struct frame *f, int64_t participation)
{
	const struct sheet_desk *d = sheet_desk_of(f);
	struct sheet_drafts drafts;

	if (sheet_drafts_load(desk_app(f), &f->fresh, &d->survey, &drafts) != RC_OK)
		return 0;
	for (size_t i = 0; i < drafts.n; i++)
		if (drafts.row[i].head.participation == participation && !drafts.row[i].second)
			return drafts.row[i].head.id;
	return 0;
}

static bool is_asked(struct frame *f, int64_t participation)
{
	struct respondents asked;

	if (survey_respondents(desk_app(f), &f->fresh, &sheet_desk_of(f)->survey, &asked) != RC_OK)
		return true;
	for (size_t i = 0; i < asked.n; i++)
		if (asked.row[i].participation == participation)
			return true;
	return false;
}

static unsigned stranger_warn(struct frame *f, const struct respondent *r)
{
	sheet_desk_of(f)->stranger = r->participation;
	ui_say(f->ui,
	       _("%s is not among those whom this questionnaire asks. If the paper says so, press "
		 "Enter once more."),
	       respondent_code(&f->fresh, r->role, r->number));
	return UI_TAKEN | UI_REDRAW;
}

/* The first entry of somebody: what there is of it, or a new sheet. */
static enum rc first_open(struct frame *f, int64_t participation, int64_t id)
{
	int64_t draft = id ? id : draft_of(f, participation);

	if (draft && sheet_take_up(f, draft, false) != RC_OK)
		return err_last()->code;
	if (!draft)
		return sheet_new(f, participation);
	ui_say(f->ui, "%s",
	       id ? _("This sheet was handed in already: here it can be mended.")
		  : _("This sheet was begun: go on where it stopped."));
	return RC_OK;
}

static enum rc second_open(struct frame *f, int64_t id, const char *code)
{
	if (!id)
		return err_set(RC_NOT_FOUND,
			       _("There is no sheet %s to be typed a second time: its first entry "
				 "comes first."),
			       code);
	return sheet_take_up(f, id, true);
}

static unsigned respondent_taken(struct frame *f, const struct respondent *r)
{
	struct sheet_desk *d = sheet_desk_of(f);
	int64_t id = 0;
	enum rc rc = sheet_of(desk_app(f), &d->survey, r->participation, &id);

	if (!rc && !id && d->stranger != r->participation && !is_asked(f, r->participation))
		return stranger_warn(f, r);
	if (!rc)
		rc = d->arg.second
			     ? second_open(f, id, respondent_code(&f->fresh, r->role, r->number))
			     : first_open(f, r->participation, id);
	return rc ? ui_fault(f->ui) : sheet_begun(f);
}

/* «4» is the number of a sheet that is nobody's. */
static int64_t numbered_sheet(struct frame *f, const char *text)
{
	struct sheets sheets;

	if (sheet_list(desk_store(f), &f->fresh, sheet_desk_of(f)->survey.head.id, &sheets) !=
	    RC_OK)
		return 0;
	for (size_t i = 0; i < sheets.n; i++)
		if (sheets.row[i].number == strtoll(text, NULL, 10))
			return sheets.row[i].id;
	return 0;
}

unsigned sheet_whom_typed(struct frame *f, const char *text)
{
	struct sheet_desk *d = sheet_desk_of(f);
	struct respondent r;

	if (!is_by_name(&d->survey)) {
		if (second_open(f, numbered_sheet(f, text), text) != RC_OK)
			return ui_fault(f->ui);
		return sheet_begun(f);
	}
	if (keying_whom(desk_app(f), &f->fresh, &d->survey, text, &r) != RC_OK)
		return ui_fault(f->ui);
	return respondent_taken(f, &r);
}

static unsigned second_picked(struct frame *f, struct ids ids, void *data)
{
	(void)data;
	if (sheet_take_up(f, ids.row[0], true) != RC_OK)
		return ui_fault(f->ui);
	return sheet_begun(f);
}

static unsigned second_pick(struct frame *f)
{
	struct sheet_desk *d = sheet_desk_of(f);
	int64_t every = d->survey.second == FIELD_NOTHING ? 10 : 0;
	struct choice *choice;
	struct ids due;

	if (second_due(desk_app(f), &f->fresh, &d->survey, every, &due) != RC_OK)
		return ui_fault(f->ui);
	choice = ARENA_NEW(&f->arena, struct choice, due.n);
	for (size_t i = 0; i < due.n; i++) {
		struct answers answers;
		struct sheet sheet;

		choice[i] = (struct choice){ .id = due.row[i], .code = "", .name = "?" };
		if (sheet_get(desk_store(f), &f->fresh, due.row[i], &sheet, &answers) == RC_OK)
			choice[i].name = sheet_label(desk_app(f), &f->arena, &sheet);
	}
	if (due.n)
		return dialog_pick(f, &(struct picker){ .title = _("Which sheet a second time?"),
							.choices = { choice, due.n },
							.picked = second_picked });
	ui_say(f->ui, "%s", _("No sheet waits for its second entry."));
	return UI_TAKEN | UI_REDRAW;
}

static unsigned whom_picked(struct frame *f, struct ids ids, void *data)
{
	const struct respondents *waiting = data;

	for (size_t i = 0; i < waiting->n; i++)
		if (waiting->row[i].participation == ids.row[0])
			return respondent_taken(f, &waiting->row[i]);
	return UI_TAKEN;
}

unsigned sheet_whom_pick(struct frame *f)
{
	struct sheet_desk *d = sheet_desk_of(f);
	struct respondents *waiting = arena_alloc(&f->arena, sizeof(*waiting));
	struct choice *choice;

	if (d->arg.second)
		return second_pick(f);
	if (keying_waiting(desk_app(f), &f->arena, &d->survey, waiting) != RC_OK)
		return ui_fault(f->ui);
	choice = ARENA_NEW(&f->arena, struct choice, waiting->n);
	for (size_t i = 0; i < waiting->n; i++) {
		const struct respondent *r = &waiting->row[i];
		const char *code = respondent_code(&f->arena, r->role, r->number);

		if (*sheet_name(code, r->name))
			code = arena_printf(&f->arena, "%s  %s%s%s", code, r->name,
					    *r->place ? " · " : "", r->place);
		choice[i] = (struct choice){ .id = r->participation, .code = "", .name = code };
	}
	if (waiting->n)
		return dialog_pick(f, &(struct picker){ .title = _("Who has not answered yet"),
							.choices = { choice, waiting->n },
							.picked = whom_picked,
							.data = waiting });
	ui_say(f->ui, "%s", _("Everybody who is asked has a sheet."));
	return UI_TAKEN | UI_REDRAW;
}

/* Handing in */

static unsigned sheet_handed_in(struct frame *f)
{
	struct sheet_desk *d = sheet_desk_of(f);
	bool mended = d->desk.keying.mended && !d->arg.second;
	const char *code = arena_strdup(&f->fresh, d->code);
	enum rc rc;

	if (keying_finish(desk_app(f), &d->desk.keying) != RC_OK)
		return ui_fault(f->ui);
	d->sheets++;
	if (!d->desk.keying.mended)
		code = sheet_label(desk_app(f), &f->fresh, &d->desk.keying.sheet);
	ui_say(f->ui,
	       d->arg.second ? _("The sheet %s is verified.")
	       : mended      ? _("The sheet %s is mended. Ctrl+Z in the list takes it back.")
			     : _("The sheet %s is handed in."),
	       code);
	/* Nobody fills in a pile of the curator's cards: what it comes to is looked at. */
	if ((mended && d->arg.sheet) || d->survey.kind == SURVEY_CARD)
		return UI_TAKEN | UI_CLOSE | UI_RELOAD;
	rc = flow_next(f);
	return rc ? ui_fault(f->ui) : UI_TAKEN | UI_RELOAD;
}

static unsigned hand_in_answered(struct frame *f, int button, void *data)
{
	struct sheet_desk *d = sheet_desk_of(f);

	(void)data;
	if (button == 1)
		return sheet_handed_in(f);
	d->desk.keying.at = keying_open(&d->desk.keying);
	keying_fresh(f);
	return UI_TAKEN | UI_REDRAW;
}

/* «№ 5, 7, 12». */
static const char *open_text(struct frame *f, const struct keying *k)
{
	const char *text = "";

	for (size_t i = 0; i < k->items->n; i++)
		if (keying_wants(k, i) && k->now[i].status == ANSWER_OPEN &&
		    (k->second || k->items->row[i].required))
			text = arena_printf(&f->fresh, "%s%s%zu", text, *text ? ", " : "", i + 1);
	return text;
}

unsigned sheet_end(struct frame *f)
{
	const char *open = open_text(f, sheet_keying(f));

	if (!*open)
		return sheet_handed_in(f);
	ui_say(f->ui, _("Not typed yet: № %s. Up goes there, F2 hands the sheet in as it is."),
	       open);
	return UI_TAKEN | UI_REDRAW;
}

/* What was passed over is told of; on purpose it may be left out, in a first entry. */
unsigned sheet_hand_in(struct frame *f)
{
	struct sheet_desk *d = sheet_desk_of(f);
	struct keying *k = &d->desk.keying;
	const char *open = open_text(f, k);

	if (!*open)
		return sheet_handed_in(f);
	if (k->second) {
		ui_say(f->ui, _("Not typed yet: № %s. Where the paper has no answer, press Space."),
		       open);
		k->at = keying_open(k);
		keying_fresh(f);
		return UI_TAKEN | UI_REDRAW;
	}
	return dialog_ask(
		f, &(struct question){
			   .title = _("Not all is typed"),
			   .text = arena_printf(&f->fresh,
						_("Not typed yet: № %s. Handed in as it is, these "
						  "count as “no answer”."),
						open),
			   .button = { _("Go there"), _("Hand in as it is") },
			   .answered = hand_in_answered });
}

/* Pile and event */

static unsigned pile_picked(struct frame *f, struct ids ids, void *data)
{
	struct sheet_desk *d = sheet_desk_of(f);

	(void)data;
	d->arg.batch = ids.n ? ids.row[0] : 0;
	if (!d->whom && !d->desk.keying.mended)
		d->desk.keying.sheet.batch = d->arg.batch;
	pile_set(f);
	return UI_TAKEN | UI_REDRAW;
}

/* Records of a register to choose from, or none of them. */
static unsigned record_pick(struct frame *f, const struct record_type *type, int64_t owner,
			    const char *title,
			    unsigned (*picked)(struct frame *, struct ids, void *))
{
	struct records rows;
	struct choice *choice;

	if (record_list(desk_store(f), &f->arena, type, owner, &rows) != RC_OK)
		return ui_fault(f->ui);
	choice = ARENA_NEW(&f->arena, struct choice, rows.n);
	for (size_t i = 0; i < rows.n; i++) {
		const struct record *row = record_at(type, &rows, i);

		choice[i] = (struct choice){ .id = row->id,
					     .code = "",
					     .name = record_label(&f->arena, type, row) };
	}
	return dialog_pick(f, &(struct picker){ .title = title,
						.choices = { choice, rows.n },
						.nothing = true,
						.picked = picked });
}

unsigned sheet_pile_pick(struct frame *f)
{
	return record_pick(f, &batch_type, sheet_desk_of(f)->survey.head.id,
			   _("Of which pile are the sheets?"), pile_picked);
}

static unsigned event_picked(struct frame *f, struct ids ids, void *data)
{
	struct keying *k = sheet_keying(f);

	(void)data;
	k->sheet.event = ids.n ? ids.row[0] : 0;
	if (k->changed && keying_keep(desk_app(f), k) != RC_OK)
		return ui_fault(f->ui);
	return UI_TAKEN | UI_REDRAW;
}

unsigned sheet_event_pick(struct frame *f)
{
	return record_pick(f, &event_type, desk_year(f), _("After which event?"), event_picked);
}
