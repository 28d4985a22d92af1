/* Stage 7: awards: nominees, the decision, numbers, who has received them. */
#include <string.h>

#include "nastavnik/app/outcome.h"
#include "nastavnik/base/date.h"
#include "nastavnik/ui/dialog.h"
#include "records.h"
#include "screens.h"

static enum ink award_ink(const struct field *field, const void *record)
{
	const struct award *award = record;

	(void)field;
	return award->decided == AWARD_GIVEN     ? INK_GOOD
	       : award->decided == AWARD_REFUSED ? INK_DIM
						 : INK_TEXT;
}

/* One column for whom it is: a participant, or somebody by name. */
static const char *award_text(const struct field *field, const void *record)
{
	const struct award *award = record;

	if (strcmp(field->name, "participation") == 0 && !award->participation)
		return award->name;
	return NULL;
}

static const struct record_desk awards = {
	.type = &award_type,
	.form = &award_view,
	.ink = award_ink,
	.text = award_text,
	.empty = N_("Nobody is nominated yet. “Who stands out” ranks the mentors; Ins adds a "
		    "parent or a partner by name."),
};

static unsigned decision_picked(struct frame *f, struct ids ids, void *data)
{
	const struct ids *chosen = data;

	if (awards_decide(desk_app(f), *chosen, ids.n ? ids.row[0] : AWARD_NOMINEE) != RC_OK)
		return ui_fault(f->ui);
	list_unmark(f);
	ui_say(f->ui, _("The decision is written down. Ctrl+Z takes it back."));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned award_decide(struct frame *f)
{
	struct ids *ids = arena_alloc(&f->arena, sizeof(*ids));

	*ids = list_chosen(f, &f->arena);
	return dialog_pick(f, &(struct picker){ .title = _("What was decided?"),
						.choices = desk_choices(f, "award_decided"),
						.nothing = true,
						.picked = decision_picked,
						.data = ids });
}

static enum rc number_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	size_t n = 0;
	enum rc rc = awards_number(desk_app(f), text, date_today(), &n);

	(void)data;
	if (rc != RC_OK)
		return rc;
	ui_say(f->ui,
	       ngettext("%zu paper is numbered and dated today. Ctrl+Z takes it back.",
			"%zu papers are numbered and dated today. Ctrl+Z takes it back.", n),
	       n);
	*took = UI_TAKEN | UI_RELOAD;
	return RC_OK;
}

static unsigned award_number(struct frame *f)
{
	return dialog_prompt(f, &(struct prompt){ .title = _("Numbers of the papers"),
						  .label = _("First number:"),
						  .text = "1",
						  .hint = _("All awarded without a number get the "
							    "next ones: Г-15, Г-16…"),
						  .max = 40,
						  .entered = number_entered });
}

static enum rc day_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	const struct ids *ids = data;
	int day = DATE_NONE;
	enum rc rc;

	if (*text && (!date_parse(text, &day) || !date_whole(day)))
		return err_set(RC_INVALID, _("“%s” is no date. Type it as 01.09.2026."), text);
	rc = awards_receive(desk_app(f), *ids, day);
	if (rc != RC_OK)
		return rc;
	list_unmark(f);
	ui_say(f->ui, _("Saved. Ctrl+Z takes it back."));
	*took = UI_TAKEN | UI_RELOAD;
	return RC_OK;
}

static unsigned award_receive(struct frame *f)
{
	struct ids *ids = arena_alloc(&f->arena, sizeof(*ids));
	char day[DATE_SIZE];

	*ids = list_chosen(f, &f->arena);
	return dialog_prompt(
		f,
		&(struct prompt){ .title = _("Handed over"),
				  .label = _("Date:"),
				  .text = arena_strdup(&f->arena, date_format(date_today(), day)),
				  .hint = _("For all that are marked; an empty line: not yet."),
				  .max = 10,
				  .entered = day_entered,
				  .data = ids });
}

/* The paper of a kind; NULL: a badge or a present has none. */
static const char *paper_of(int64_t kind)
{
	static const char *const papers[] = {
		[AWARD_GRAMOTA] = "gramota", [AWARD_DIPLOMA] = "diploma", [AWARD_THANKS] = "thanks"
	};

	return kind >= AWARD_GRAMOTA && kind <= AWARD_THANKS ? papers[kind] : NULL;
}

static bool has_paper(struct frame *f)
{
	const struct award *award = record_current(f);

	return list_has_row(f) &&
	       action_needs(f, award->decided == AWARD_GIVEN && paper_of(award->kind),
			    N_("A paper is made for what is awarded: decide first (F2)."));
}

static unsigned award_paper(struct frame *f)
{
	const struct award *award = record_current(f);

	return paper_show(f, paper_of(award->kind), award->head.id, award->name);
}

static unsigned award_receipt(struct frame *f)
{
	return paper_show(f, "receipt", 0, "");
}

static const struct action awards_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Decide"),
	  .title = N_("The decision on the marked: awarded or not"),
	  .enabled = record_may_change,
	  .run = award_decide },
	{ .key = K_F(3),
	  .label = N_("Numbers"),
	  .title = N_("Number and date all papers that are awarded"),
	  .enabled = record_may_change,
	  .run = award_number },
	{ .title = N_("The marked are handed over: note the day"),
	  .enabled = record_may_change,
	  .run = award_receive },
	RECORD_ACTIONS,
	{ .title = N_("The paper of this award"), .enabled = has_paper, .run = award_paper },
	{ .title = N_("List of receipt of certificates and awards"), .run = award_receipt },
	{ .title = N_("Who stands out"), .open = &nominees_view },
	{ 0 },
};

const struct view awards_view = {
	.name = "awards",
	.title = N_("Stage 7 · Awards"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &awards,
	.actions = awards_actions,
	.help = N_("Nominees and what was decided. Mark with Space; F2 notes the decision, F3 "
		   "numbers the papers that are awarded, in the menu F9 the day when they were "
		   "handed over. Papers print certificates, diplomas, letters, and the list of "
		   "receipt."),
	.place = true,
	.seldom = true,
};

const struct view award_view = {
	.name = "award",
	.title = N_("An award"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &awards,
	.help = N_("A participant of the year, or somebody by name: a parent, a partner. What for "
		   "stands on the paper; left empty, it says the usual words."),
};
