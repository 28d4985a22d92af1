/* Stage 7: the bank of cases, practices and programmes of all years. */
#include "nastavnik/model/outcome.h"
#include "nastavnik/ui/dialog.h"
#include "records.h"
#include "screens.h"

/* What the list is opened with, or makes itself: the kind it shows, 0 all. */
struct practices_arg {
	struct records_arg head;
	int64_t kind;
};

static struct practices_arg *practices_arg(const struct frame *f)
{
	return f->arg;
}

static bool practice_wanted(struct frame *f, const void *record)
{
	const struct practice *practice = record;
	int64_t kind = practices_arg(f)->kind;

	return !kind || practice->kind == kind;
}

static void practice_begin(struct frame *f, void *record)
{
	struct practice *practice = record;

	if (practices_arg(f)->kind)
		practice->kind = practices_arg(f)->kind;
}

static const struct record_desk practices = {
	.type = &practice_type,
	.form = &practice_view,
	.every_year = true,
	.wanted = practice_wanted,
	.begin = practice_begin,
	.empty = N_("Nothing is in the bank yet: Ins adds a case, a practice or a programme that "
		    "others can repeat."),
};

static enum rc practices_init(struct frame *f)
{
	f->arg = arena_alloc(&f->arena, sizeof(struct practices_arg));
	return RC_OK;
}

/* Another year may be worked on by now: new records belong to it. */
static enum rc practices_load(struct frame *f)
{
	practices_arg(f)->head.owner = desk_year(f);
	return RC_OK;
}

static unsigned kind_picked(struct frame *f, struct ids ids, void *data)
{
	const struct choices kinds = desk_choices(f, "practice_kind");

	(void)data;
	practices_arg(f)->kind = ids.n ? ids.row[0] : 0;
	list_unmark(f);
	frame_title(f, "%s", text_of(f->view->title));
	for (size_t i = 0; ids.n && i < kinds.n; i++)
		if (kinds.row[i].id == ids.row[0])
			frame_title(f, "%s · %s", text_of(f->view->title), kinds.row[i].name);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned practices_kind(struct frame *f)
{
	return dialog_pick(f, &(struct picker){ .title = _("Which kind to show?"),
						.choices = desk_choices(f, "practice_kind"),
						.nothing = true,
						.picked = kind_picked });
}

static unsigned practice_paper(struct frame *f)
{
	const struct practice *practice = record_current(f);

	return paper_show(f, "practice", practice->head.id, practice->name);
}

static const struct action practices_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Kind"),
	  .title = N_("Only cases, only practices, only programmes, or all"),
	  .run = practices_kind },
	{ .key = K_F(3),
	  .label = N_("Read"),
	  .title = N_("Read the whole of it, as a paper"),
	  .enabled = list_has_row,
	  .run = practice_paper },
	RECORD_ACTIONS,
	{ 0 },
};

const struct view practices_view = {
	.name = "practices",
	.title = N_("Bank of practices"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &practices,
	.actions = practices_actions,
	.init = practices_init,
	.load = practices_load,
	.help = N_("Cases, practices and programmes of all years: what is typed is looked for in "
		   "all of their texts. A case says with what somebody came, what was done, what "
		   "came of it, and whether others can repeat it; name no pupils in it without a "
		   "consent to publication. Records of other years can be read here, not changed."),
	.place = true,
	.seldom = true,
};

const struct view practice_view = {
	.name = "practice",
	.title = N_("A practice"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &practices,
	.help = N_("Whoever reads it should be able to repeat it: request, steps, result, what is "
		   "needed for it. No names of pupils without a consent to publication."),
};
