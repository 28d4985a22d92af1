/* «Заполнить по образцу»: programmes and plans from the templates of the role models. */
#include "nastavnik/app/plans.h"

#include "nastavnik/ui/dialog.h"
#include "pairwork.h"
#include "screens.h"

static unsigned plans_write(struct frame *f, struct ids bonds, enum plans_begun begun)
{
	struct plans_filled filled;

	if (plans_fill(desk_app(f), bonds, begun, &filled) != RC_OK)
		return ui_fault(f->ui);
	if (!filled.bonds)
		ui_say(f->ui, _("Nothing was to be filled: all is there already."));
	else
		ui_say(f->ui,
		       ngettext("Filled from the template: %zu pair, lines: %zu. Ctrl+Z takes it "
				"back.",
				"Filled from the templates: %zu pairs, lines: %zu. Ctrl+Z takes it "
				"back.",
				filled.bonds),
		       filled.bonds, filled.lines);
	return UI_TAKEN | UI_RELOAD;
}

unsigned plans_fill_empty(struct frame *f, struct ids bonds)
{
	return plans_write(f, bonds, PLANS_LEAVE);
}

static unsigned begun_answered(struct frame *f, int button, void *data)
{
	const struct ids *bonds = data;

	if (button != 0 && button != 1)
		return UI_TAKEN;
	return plans_write(f, *bonds, button == 0 ? PLANS_ADD : PLANS_LEAVE);
}

unsigned plans_fill_ask(struct frame *f, struct ids bonds)
{
	struct ids *kept = arena_alloc(&f->arena, sizeof(*kept));
	size_t begun = 0;

	*kept = bonds;
	if (plans_count_begun(desk_app(f), bonds, &begun) != RC_OK)
		return ui_fault(f->ui);
	if (!begun)
		return plans_write(f, bonds, PLANS_LEAVE);
	return dialog_ask(
		f,
		&(struct question){
			.title = _("Some lines are there already"),
			.text = arena_printf(
				&f->arena,
				ngettext("%zu of the chosen pairs has lines in its programme or "
					 "plan. They stay in any case.",
					 "%zu of the chosen pairs have lines in their programmes "
					 "or plans. They stay in any case.",
					 begun),
				begun),
			.button = { _("Add what is missing"), _("Only empty ones"), _("Leave") },
			.answered = begun_answered,
			.data = kept });
}
