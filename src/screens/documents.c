/* Stage 1: the register of papers. */
#include "nastavnik/model/prepare.h"
#include "records.h"
#include "screens.h"

static const struct record_desk documents = {
	.type = &document_type,
	.form = &document_view,
	.sort = "on_day",
	.empty = N_("No paper is registered yet: orders, the regulation, minutes, letters. Ins "
		    "adds one."),
};

const struct view documents_view = {
	.name = "documents",
	.title = N_("Register of papers"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &documents,
	.actions = record_actions,
	.help = N_("What the school has on paper for the programme: number, date, what about, "
		   "where it lies."),
	.place = true,
	.seldom = true,
};

const struct view document_view = {
	.name = "document",
	.title = N_("A paper"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &documents,
	.help = N_("Number and date may stay empty until the office has registered the paper."),
};
