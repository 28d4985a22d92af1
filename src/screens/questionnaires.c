/* The designer: a questionnaire's own facts and its questions, both registers. */
#include "questionnaires.h"

#include <string.h>

#include "nastavnik/app/records.h"
#include "nastavnik/store/read/record.h"
#include "records.h"
#include "surveys.h"

/* The questionnaire */

static const struct record_desk survey_desk = { .type = &survey_type, .form = &survey_form_view };

const struct view survey_form_view = {
	.name = "survey_form",
	.title = N_("A questionnaire"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &survey_desk,
	.help = N_("Whose it is, when it is given out, what stands above its questions. Once there "
		   "are answers, who is asked and when has to stay."),
};

static unsigned survey_closed(struct frame *f, struct frame *form)
{
	if (form->answer)
		list_select(f, form->answer);
	return form->answer ? UI_TAKEN | UI_RELOAD : UI_TAKEN;
}

static unsigned survey_open(struct frame *f, int64_t id)
{
	struct record_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct record_arg){ .id = id, .owner = desk_year(f) };
	view_open(f->ui, f, &survey_form_view, arg, survey_closed);
	return UI_TAKEN;
}

unsigned survey_new(struct frame *f)
{
	return survey_open(f, 0);
}

unsigned survey_facts(struct frame *f)
{
	return survey_open(f, list_current(f));
}

unsigned survey_copy_make(struct frame *f)
{
	int64_t id;

	if (survey_copy(desk_app(f), list_current(f), &id) != RC_OK)
		return ui_fault(f->ui);
	list_select(f, id);
	ui_say(f->ui, _("Copied, with all its questions. Ctrl+Z takes it back."));
	return UI_TAKEN | UI_RELOAD;
}

unsigned survey_delete(struct frame *f)
{
	int64_t id = list_current(f);

	if (records_delete(desk_app(f), &survey_type, (struct ids){ &id, 1 }) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, _("Deleted. Ctrl+Z has it back."));
	return UI_TAKEN | UI_RELOAD;
}

bool survey_changeable(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

/* Its questions: always those of the newest version, whatever was undone or begun. */

struct items_arg {
	struct records_arg list; /* first: what the register is opened with */
	const char *code;        /* of the questionnaire */
	int64_t version;
};

static struct items_arg *items_arg(const struct frame *f)
{
	return f->arg;
}

unsigned survey_items_open(struct frame *f)
{
	struct items_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct items_arg){
		.list.owner = list_current(f),
		.code = arena_strdup(&f->arena, survey_current(f)->survey.code),
	};
	return view_push(f, &survey_items_view, arg);
}

static enum rc items_prepare(struct frame *f)
{
	struct items_arg *arg = items_arg(f);
	struct survey newest;
	struct ids versions;
	enum rc rc = survey_versions(desk_app(f), &f->fresh, arg->code, &versions);

	arg->list = (struct records_arg){ .whose = NULL };
	arg->version = 0;
	if (rc || !versions.n) /* taken back while it is looked at */
		return rc;
	rc = record_get(desk_store(f), &f->fresh, &survey_type, versions.row[0], &newest);
	if (rc)
		return rc;
	arg->version = newest.version;
	arg->list = (struct records_arg){
		.owner = newest.head.id,
		.whose = newest.version > 1 ? arena_printf(&f->fresh, _("%s · version %lld"),
							   newest.name, (long long)newest.version)
					    : newest.name,
	};
	return RC_OK;
}

/* An edit of what was answered has begun another version: that is to be known. */
static void version_tell(struct frame *f, int64_t version, int64_t before)
{
	if (version > before)
		ui_say(f->ui,
		       _("There are answers to the questionnaire: version %lld has begun, what was "
			 "answered stays as it is. Ctrl+Z takes it back."),
		       (long long)version);
}

static unsigned items_changed(struct frame *f, const char *said)
{
	int64_t before = items_arg(f)->version;
	enum rc rc = items_prepare(f);

	if (rc)
		return ui_fault(f->ui);
	if (said)
		ui_say(f->ui, "%s", said);
	version_tell(f, items_arg(f)->version, before);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned item_saved(struct frame *f, const void *record)
{
	(void)record;
	return items_changed(f, NULL);
}

/* A new one stands below the cursor, in the same section. */
static void item_begin(struct frame *f, void *record)
{
	const struct survey_item *above = record_current(f);
	struct survey_item *item = record;

	if (!above)
		return;
	item->position = above->position + 1;
	item->section = arena_strdup(&f->arena, above->section);
}

/* The form shows what the kind of answer needs. */
static bool item_field_shown(struct frame *f, const struct field *field, const void *record)
{
	static const char *const limits[] = { "low", "high", "good" };
	static const char *const ends[] = { "low_label", "high_label" };
	static const char *const soft[] = { "soft_low", "soft_high" };
	const struct survey_item *item = record;
	bool number = item->kind == ITEM_NUMBER, scale = item->kind == ITEM_SCALE;
	bool chosen = item->kind == ITEM_ONE || item->kind == ITEM_SEVERAL;

	(void)f;
	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++)
		if (strcmp(field->name, limits[i]) == 0)
			return scale || number;
	for (int i = 0; i < 2; i++) {
		if (strcmp(field->name, ends[i]) == 0)
			return scale;
		if (strcmp(field->name, soft[i]) == 0)
			return scale || number;
	}
	if (strcmp(field->name, "options") == 0)
		return chosen;
	if (strcmp(field->name, "scale") == 0 || strcmp(field->name, "reverse") == 0)
		return item_counts(item);
	return true;
}

static const struct record_desk items_desk = {
	.type = &survey_item_type,
	.form = &survey_item_view,
	.sort = "position",
	.empty = N_("No question yet. Ins adds one."),
	.prepare = items_prepare,
	.begin = item_begin,
	.saved = item_saved,
	.shown = item_field_shown,
};

static bool items_in_order(struct frame *f)
{
	const struct list_query *query = list_query(f);

	return survey_changeable(f) &&
	       action_needs(f, query->column == 0 && !query->descending && !*query->find,
			    N_("Questions change places while all of them stand in their own "
			       "order: Esc ends finding, Ctrl+O orders."));
}

static bool item_not_first(struct frame *f)
{
	return items_in_order(f) && action_needs(f, list_row(f) > 0, N_("It is the first."));
}

static bool item_not_last(struct frame *f)
{
	return items_in_order(f) &&
	       action_needs(f, list_row(f) + 1 < list_count(f), N_("It is the last."));
}

static unsigned item_move(struct frame *f, int by)
{
	int64_t id;

	if (survey_item_move(desk_app(f), list_current(f), by, &id) != RC_OK)
		return ui_fault(f->ui);
	list_select(f, id);
	return items_changed(f, NULL);
}

static unsigned item_up(struct frame *f)
{
	return item_move(f, -1);
}

static unsigned item_down(struct frame *f)
{
	return item_move(f, 1);
}

static unsigned items_delete(struct frame *f)
{
	struct ids ids = list_chosen(f, &f->arena);

	if (records_delete(desk_app(f), &survey_item_type, ids) != RC_OK)
		return ui_fault(f->ui);
	list_unmark(f);
	return items_changed(f,
			     ngettext("The question is deleted. Ctrl+Z has it back.",
				      "The questions are deleted. Ctrl+Z has them back.", ids.n));
}

static unsigned items_blank(struct frame *f)
{
	const struct records_arg *list = &items_arg(f)->list;

	return paper_show(f, "questionnaire", list->owner, list->whose);
}

static unsigned items_facts(struct frame *f)
{
	return survey_open(f, items_arg(f)->list.owner);
}

static bool items_there(struct frame *f)
{
	return items_arg(f)->list.owner != 0;
}

static const struct action items_actions[] = {
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Edit"),
	  .title = N_("Edit the question"),
	  .enabled = list_has_row,
	  .run = record_edit },
	{ .key = K_F(2),
	  .label = N_("Up"),
	  .title = N_("Move the question up"),
	  .enabled = item_not_first,
	  .run = item_up },
	{ .key = K_F(6),
	  .label = N_("Down"),
	  .title = N_("Move the question down"),
	  .enabled = item_not_last,
	  .run = item_down },
	{ .key = K_F(3),
	  .label = N_("Blank"),
	  .title = N_("The blank, as it will be on paper"),
	  .enabled = list_has_row,
	  .run = items_blank },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list of questions"),
	  .enabled = list_has_row,
	  .run = record_print },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Delete the question, or all that are marked"),
	  .enabled = survey_changeable,
	  .run = items_delete },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("A new question below this one"),
	  .enabled = desk_writable,
	  .run = record_new },
	{ .title = N_("Name, words above the questions, second entry…"),
	  .enabled = items_there,
	  .run = items_facts },
	{ .key = K_CTRL('o'),
	  .title = N_("Order of the rows"),
	  .enabled = list_has_row,
	  .run = list_order },
	{ 0 },
};

const struct view survey_items_view = {
	.name = "survey_items",
	.title = N_("Questions"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &items_desk,
	.actions = items_actions,
	.help = N_(
		"The questions in the order they stand on paper; F2 and F6 move them. Once there "
		"are answers, changing a question begins a new version of the questionnaire in "
		"the same step: sheets that are typed stay as they are, and answers under one "
		"code are counted together. What could not be counted together needs another "
		"code."),
};

const struct view survey_item_view = {
	.name = "survey_item",
	.title = N_("A question"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &items_desk,
	.help = N_("How the question is answered decides what else is asked for here. A code that "
		   "is left empty is made from the words."),
};
