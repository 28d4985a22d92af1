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

static unsigned review_print(struct frame *f)
{
	return paper_show(f, "review", list_current(f), "");
}

static const struct action reviews_actions[] = {
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Edit"),
	  .title = N_("Edit the record"),
	  .enabled = list_has_row,
	  .run = record_edit },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("See the review as a paper"),
	  .enabled = list_has_row,
	  .run = review_print },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Delete the record, or all that are marked"),
	  .enabled = record_may_change,
	  .run = record_delete_ask },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("A new review, with texts proposed"),
	  .enabled = desk_writable,
	  .run = record_new },
	{ 0 },
};

const struct view reviews_view = {
	.name = "reviews",
	.title = N_("Stage 6 · Analytical reviews"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &reviews,
	.actions = reviews_actions,
	.help = N_("The paper for the director: aim, term, what was studied, tables, conclusions, "
		   "recommendations. F5 shows it as a paper, with its tables counted; nobody is "
		   "named in it."),
	.place = true,
	.seldom = true,
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
