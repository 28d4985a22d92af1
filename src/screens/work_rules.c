/* Stage 6: what the year asks of its pairs. */
#include "nastavnik/app/work.h"
#include "nastavnik/ui/form.h"
#include "screens.h"

static enum rc work_rules_load(struct frame *f, void *record)
{
	return work_rules_get(desk_store(f), desk_year(f), record);
}

static enum rc work_rules_write(struct frame *f, void *record)
{
	enum rc rc;

	/* No step would be recorded, and Ctrl+Z would take back another one. */
	if (!form_changed(f))
		return RC_OK;
	rc = work_rules_save(desk_app(f), record);
	if (rc == RC_OK)
		ui_say(f->ui, "%s", effective_sentence(&f->fresh, record));
	return rc;
}

static const struct form_part work_rules_parts[] = {
	{ .fields = &work_rule_fields },
	{ 0 },
};

static const struct form_spec work_rules_form = {
	.size = sizeof(struct work_rules),
	.parts = work_rules_parts,
	.load = work_rules_load,
	.draft = desk_draft_year,
	.save = work_rules_write,
	.writable = desk_writable,
};

const struct view work_rules_view = {
	.name = "work-rules",
	.title = N_("Rules of stage 6"),
	.kind = &form_kind,
	.spec = &work_rules_form,
	.help = N_("By these rules the program tells who is behind and which pair is effective. "
		   "They are the school's own, count for this year and go on into the next. "
		   "Diaries that are not asked for are never reminded of."),
	.place = true,
	.seldom = true,
};
