/* The school's own facts, and the rules by which pairs are formed: two forms over one year. */
#include "nastavnik/store/read/school.h"
#include "nastavnik/app/settings.h"
#include "nastavnik/ui/form.h"
#include "screens.h"

static enum rc school_load(struct frame *f, void *record)
{
	return school_get(desk_store(f), &f->arena, record);
}

static enum rc school_save(struct frame *f, void *record)
{
	enum rc rc;

	/* No step would be recorded, and Ctrl+Z would take back another one. */
	if (!form_changed(f))
		return RC_OK;
	rc = settings_save_school(desk_app(f), record);
	if (rc == RC_OK)
		ui_say(f->ui, _("The school's data are saved. Ctrl+Z takes it back."));
	return rc;
}

static const struct form_part school_parts[] = {
	{ .fields = &school_fields },
	{ 0 },
};

static const struct form_spec school_form = {
	.size = sizeof(struct school),
	.parts = school_parts,
	.load = school_load,
	.draft = desk_draft_id,
	.save = school_save,
	.writable = desk_file_writable,
};

const struct view school_view = {
	.name = "school",
	.title = N_("Stage 1 · The school"),
	.kind = &form_kind,
	.spec = &school_form,
	.help = N_(
		"What stands here is printed on every paper: the school's full name as its charter "
		"has it, the town, who signs. The short name stands in the head of the screens."),
	.place = true,
	.seldom = true,
};

static enum rc rules_load(struct frame *f, void *record)
{
	return year_get(desk_store(f), &f->arena, desk_year(f), record);
}

static enum rc rules_save(struct frame *f, void *record)
{
	enum rc rc;

	/* No step would be recorded, and Ctrl+Z would take back another one. */
	if (!form_changed(f))
		return RC_OK;
	rc = settings_save_year(desk_app(f), record);
	if (rc == RC_OK)
		ui_say(f->ui, _("The rules are saved. They count from the next proposal on."));
	return rc;
}

static const struct form_part rules_parts[] = {
	{ .fields = &year_match_fields },
	{ 0 },
};

static const struct form_spec rules_form = {
	.size = sizeof(struct year),
	.parts = rules_parts,
	.load = rules_load,
	.draft = desk_draft_year,
	.save = rules_save,
	.writable = desk_writable,
};

const struct view rules_view = {
	.name = "rules",
	.title = N_("Stage 5 · Rules of forming pairs"),
	.kind = &form_kind,
	.spec = &rules_form,
	.help = N_("The score of a pair is the weighted mean of the rules that have data. A weight "
		   "of 0 "
		   "switches a rule off. A rule without data drops out for that pair."),
	.place = true,
	.seldom = true,
};
