/* Stage 6: analytical reviews; a new one comes with texts that the program proposes. */
#include "nastavnik/app/review.h"
#include "records.h"
#include "screens.h"

static void review_begin(struct frame *f, void *record)
{
	/* Without its texts the form is still a form; what is wrong with the file is told there. */
	if (review_propose(desk_app(f), &f->arena, record) != RC_OK)
		ui_fault(f->ui);
}

static const struct record_desk reviews = {
	.type = &review_type,
	.form = &review_view,
	.sort = "on_day",
	.begin = review_begin,
	.empty = N_("No analytical review yet. Ins makes one: the program proposes its texts from "
		    "the file, you mend them."),
};

const struct view reviews_view = {
	.name = "reviews",
	.title = N_("Stage 6 · Analytical reviews"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &reviews,
	.actions = record_actions,
	.help = N_("The paper for the director: aim, term, what was studied, tables, conclusions, "
		   "recommendations. The tables are counted when it is printed (Papers); nobody is "
		   "named in it."),
};

const struct view review_view = {
	.name = "review",
	.title = N_("An analytical review"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &reviews,
	.help = N_("The texts are proposed from what the file holds on that day: mend them freely. "
		   "With a term chosen the table is of that term alone."),
};
