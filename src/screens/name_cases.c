/* How a person's name stands in papers: what the program proposes, and the correction. */
#include "nastavnik/app/people.h"
#include "nastavnik/store/read/name_case.h"
#include "nastavnik/store/read/person.h"
#include "nastavnik/ui/form.h"
#include "screens.h"

/* arg: the person's id. */
static enum rc cases_load(struct frame *f, void *record)
{
	const int64_t *person = f->arg;
	struct person p;
	enum rc rc = person_get(desk_store(f), &f->arena, *person, 0, &p);

	if (rc != RC_OK)
		return rc;
	frame_title(f, _("Cases of the name · %s"), person_short_name(&f->arena, &p));
	return name_case_get(desk_store(f), &f->arena, *person, record);
}

static enum rc cases_save(struct frame *f, void *record)
{
	enum rc rc;

	/* No step would be recorded, and Ctrl+Z would take back another one. */
	if (!form_changed(f))
		return RC_OK;
	rc = people_save_cases(desk_app(f), record);
	if (rc == RC_OK)
		ui_say(f->ui, "%s", _("Papers will have the name so. Ctrl+Z takes it back."));
	return rc;
}

/* As papers will have it, with what is typed here. */
static void cases_remarks(struct frame *f, struct lines *lines, const void *record)
{
	static const char *const title[NOUN_CASES] = {
		[CASE_NOMINATIVE] = N_("Who:"),       [CASE_GENITIVE] = N_("Of whom:"),
		[CASE_DATIVE] = N_("To whom:"),       [CASE_ACCUSATIVE] = N_("Whom:"),
		[CASE_INSTRUMENTAL] = N_("By whom:"),
	};
	const struct name_case *own = record;
	const char *cases[NOUN_CASES];
	struct person p;

	if (person_get(desk_store(f), &f->arena, own->person, 0, &p) != RC_OK)
		return;
	person_decline(&f->arena, &p, own, cases);
	lines_text(lines, INK_DIM, _("In papers:"));
	for (enum noun_case c = CASE_NOMINATIVE; c < NOUN_CASES; c++)
		lines_pair(lines, text_of(title[c]), cases[c]);
	if (!own->gender && person_gender(&f->arena, &p) == GENDER_UNKNOWN)
		lines_text(lines, INK_WARN,
			   _("Whether it is he or she the name does not tell: choose it, and the "
			     "cases follow."));
}

static const struct form_part cases_parts[] = { { .fields = &name_case_fields }, { 0 } };

static const struct form_spec cases_form = {
	.size = sizeof(struct name_case),
	.parts = cases_parts,
	.load = cases_load,
	.draft = desk_draft_id,
	.save = cases_save,
	.writable = desk_writable,
	.choices = desk_choices,
	.remarks = cases_remarks,
};

const struct view name_cases_view = {
	.name = "name-cases",
	.title = N_("Cases of the name"),
	.kind = &form_kind,
	.spec = &cases_form,
	.help = N_("Papers need names in cases: “issued to Maria Ivanova”. The program proposes "
		   "them; where a proposal is wrong, type the whole name as the school writes it. "
		   "An empty field gives the proposal back."),
};
