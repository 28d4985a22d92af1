/* Stage 7: how teachers look back at their plan of growth (ИППР). */
#include "nastavnik/model/outcome.h"
#include "records.h"
#include "screens.h"

static const struct record_desk self_analyses = {
	.type = &self_analysis_type,
	.form = &self_analysis_view,
	.owners = "teacher",
	.owners_title = N_("Teacher"),
	.empty = N_("No teacher has handed in a self-analysis yet. Ins asks whose it is."),
};

const struct view self_analyses_view = {
	.name = "self-analyses",
	.title = N_("Teachers' self-analysis"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &self_analyses,
	.actions = record_actions,
	.help = N_("At the end of the year a teacher looks back at the plan of growth: aims, what "
		   "was done, what was gained, difficulties, what to go on with."),
	.place = true,
	.seldom = true,
};

const struct view self_analysis_view = {
	.name = "self-analysis",
	.title = N_("A self-analysis"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &self_analyses,
	.help = N_("In the teacher's own words, as it was handed in."),
};
