/* The measures of the e-journal: which columns its table has. */
#include "nastavnik/model/growth.h"
#include "nastavnik/store/read/growth.h"
#include "nastavnik/ui/dialog.h"
#include "records.h"
#include "screens.h"

static const struct record_desk measures = {
	.type = &measure_type,
	.form = &measure_view,
	.empty = N_("No measures yet. Ins adds one; a table of the e-journal brings its own."),
};

static unsigned measures_delete_answered(struct frame *f, int button, void *data)
{
	(void)data;
	return button == 0 ? record_delete_ask(f) : UI_TAKEN;
}

/* A measure takes its column of the table along: that is said before. */
static unsigned measures_delete(struct frame *f)
{
	struct ids ids = list_chosen(f, &f->arena);
	int64_t values = 0;

	for (size_t i = 0; i < ids.n; i++) {
		int64_t n = 0;

		if (growth_of_measure(desk_store(f), ids.row[i], &n) != RC_OK)
			return ui_fault(f->ui);
		values += n;
	}
	if (!values)
		return record_delete_ask(f);
	return dialog_ask(
		f, &(struct question){ .title = _("Delete with its values?"),
				       .text = arena_printf(
					       &f->arena,
					       ngettext("%lld value of the e-journal goes with it.",
							"%lld values of the e-journal go with it.",
							(unsigned long)values),
					       (long long)values),
				       .button = { _("Delete"), _("Leave") },
				       .chosen = 1,
				       .answered = measures_delete_answered });
}

static const struct action measures_actions[] = {
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Delete the measure with its values"),
	  .enabled = record_may_change,
	  .run = measures_delete },
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Edit"),
	  .title = N_("Edit the record"),
	  .enabled = list_has_row,
	  .run = record_edit },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = record_print },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("A new record"),
	  .enabled = desk_writable,
	  .run = record_new },
	{ 0 },
};

const struct view measures_view = {
	.name = "measures",
	.title = N_("Measures of the e-journal"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &measures,
	.actions = measures_actions,
	.help = N_("What is looked at from the start to the end of the year: average marks by the "
		   "subjects you choose, absences, conflicts. Of some less is better."),
};

const struct view measure_view = {
	.name = "measure",
	.title = N_("A measure"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &measures,
	.help = N_("How the e-journal heads its column, and whether less is better."),
};
