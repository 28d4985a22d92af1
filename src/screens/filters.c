/* Conditions of a list: chosen in a form, kept under a name, picked by it. */
#include "filters.h"

#include "nastavnik/model/class.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/form.h"
#include "screens.h"

static struct filtered *filtered_of(const struct frame *f)
{
	return f->data;
}

const char *filtered_tell(struct frame *f, struct arena *a)
{
	const struct filtered *shown = filtered_of(f);
	const char *text = filter_tell(desk_app(f), a, shown->list, &shown->filter);

	return *text ? text : _("all");
}

const char *filtered_nothing(struct frame *f)
{
	const struct filtered *shown = filtered_of(f);
	const struct list_spec *spec = f->view->spec; /* lists only: their spec begins with it */

	if (filter_is_empty(shown->list, &shown->filter))
		return text_of(spec->empty);
	return arena_printf(&f->fresh,
			    _("Nobody here: %s. Ctrl+F changes the filter or shows "
			      "everybody."),
			    filtered_tell(f, &f->fresh));
}

/* The form; its argument is what the list shows, and gets what was typed */

static enum rc filter_load(struct frame *f, void *record)
{
	*(struct filter *)record = ((const struct filtered *)f->arg)->filter;
	return RC_OK;
}

/* The list below outlives the form: so must the text. */
static enum rc filter_save(struct frame *f, void *record)
{
	struct filtered *shown = f->arg;
	const struct filter *filter = record;
	char class_name[CLASS_SIZE];

	shown->filter = *filter;
	shown->filter.class_name = arena_strdup(
		&f->below->arena,
		class_normal(filter->class_name, class_name) ? class_name : filter->class_name);
	f->answer = 1;
	return RC_OK;
}

static struct choices filter_set(struct frame *f, const char *set)
{
	const struct choice_source source = filter_choices(desk_app(f));

	return source.get(source.data, set);
}

#define FILTER_FORM(table)                                                          \
	{                                                                           \
		.size = sizeof(struct filter), .parts = table, .load = filter_load, \
		.save = filter_save, .choices = filter_set                          \
	}
#define FILTER_VIEW(id, form_)                                                                 \
	{                                                                                      \
		.name = id, .title = N_("Filter: who is shown"), .kind = &form_kind,           \
		.spec = form_,                                                                 \
		.help = N_("Who fulfils all conditions is shown; an empty condition asks for " \
			   "nothing. F2 shows them. Under a name a filter is kept from the "   \
			   "list: Ctrl+F.")                                                    \
	}

static const struct form_part people_parts[] = { { .fields = &people_filter_fields }, { 0 } };
static const struct form_part mentees_parts[] = { { .fields = &mentees_filter_fields }, { 0 } };
static const struct form_part mentors_parts[] = { { .fields = &mentors_filter_fields }, { 0 } };
static const struct form_spec people_form = FILTER_FORM(people_parts);
static const struct form_spec mentees_form = FILTER_FORM(mentees_parts);
static const struct form_spec mentors_form = FILTER_FORM(mentors_parts);

const struct view people_filter_view = FILTER_VIEW("people-filter", &people_form);
const struct view mentees_filter_view = FILTER_VIEW("mentees-filter", &mentees_form);
const struct view mentors_filter_view = FILTER_VIEW("mentors-filter", &mentors_form);

static const struct view *const filter_views[FILTER_LISTS] = {
	[FILTER_PEOPLE] = &people_filter_view,
	[FILTER_MENTEES] = &mentees_filter_view,
	[FILTER_MENTORS] = &mentors_filter_view,
};

/* Choosing one */

enum { PICK_NEW = 1, PICK_ALL, PICK_KEEP, PICK_FORGET, PICK_KEPT }; /* + place of the kept one */

static unsigned filter_shown(struct frame *f)
{
	list_unmark(f);
	ui_say(f->ui, _("Shown: %s."), filtered_tell(f, &f->arena));
	return UI_TAKEN | UI_RELOAD;
}

static unsigned filter_closed(struct frame *f, struct frame *form)
{
	return form->answer ? filter_shown(f) : UI_TAKEN;
}

static enum rc filter_named(struct frame *f, const char *text, void *data, unsigned *took)
{
	const struct filtered *shown = filtered_of(f);
	enum rc rc = filter_keep(desk_app(f), shown->list, text, &shown->filter);

	(void)data, (void)took;
	if (rc == RC_OK)
		ui_say(f->ui, _("The filter is kept: Ctrl+F offers it by its name."));
	return rc;
}

static unsigned filter_name_ask(struct frame *f)
{
	return dialog_prompt(f, &(struct prompt){ .title = _("Keep the filter"),
						  .label = _("Name:"),
						  .text = filtered_tell(f, &f->arena),
						  .max = 60,
						  .entered = filter_named });
}

static unsigned filter_forget_picked(struct frame *f, struct ids ids, void *data)
{
	const struct kept_filters *kept = data;

	if (!ids.n)
		return UI_TAKEN;
	if (filter_forget(desk_app(f), &kept->row[ids.row[0] - PICK_KEPT]) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, _("The filter is forgotten. Ctrl+Z has it back."));
	return UI_TAKEN;
}

static size_t kept_choices(const struct kept_filters *kept, struct choice *choice)
{
	for (size_t i = 0; i < kept->n; i++)
		choice[i] = (struct choice){ .id = PICK_KEPT + (int64_t)i,
					     .code = "",
					     .name = kept->row[i].name };
	return kept->n;
}

static unsigned filter_forget_ask(struct frame *f, struct kept_filters *kept)
{
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, kept->n);

	return dialog_pick(f, &(struct picker){ .title = _("Which filter is to be forgotten?"),
						.choices = { choice, kept_choices(kept, choice) },
						.picked = filter_forget_picked,
						.data = kept });
}

static unsigned filter_picked(struct frame *f, struct ids ids, void *data)
{
	struct filtered *shown = filtered_of(f);
	struct kept_filters *kept = data;
	int64_t what = ids.n ? ids.row[0] : 0;

	switch (what) {
	case 0:
		return UI_TAKEN;
	case PICK_NEW:
		view_open(f->ui, f, filter_views[shown->list], shown, filter_closed);
		return UI_TAKEN;
	case PICK_KEEP:
		return filter_name_ask(f);
	case PICK_FORGET:
		return filter_forget_ask(f, kept);
	case PICK_ALL:
		shown->filter = (struct filter){ .class_name = "" };
		break;
	default:
		filter_read(desk_app(f), &f->arena, shown->list, kept->row[what - PICK_KEPT].text,
			    &shown->filter);
	}
	return filter_shown(f);
}

unsigned filtered_ask(struct frame *f)
{
	const struct filtered *shown = filtered_of(f);
	bool all = filter_is_empty(shown->list, &shown->filter);
	struct kept_filters *kept = arena_alloc(&f->arena, sizeof(*kept));
	struct choice *choice;
	size_t n;

	if (filters_kept(desk_app(f), &f->arena, shown->list, kept) != RC_OK)
		return ui_fault(f->ui);
	choice = ARENA_NEW(&f->arena, struct choice, kept->n + PICK_KEPT);
	n = kept_choices(kept, choice);
	choice[n++] = (struct choice){ PICK_NEW, "", _("Conditions…"), false };
	if (!all)
		choice[n++] = (struct choice){ PICK_ALL, "", _("Show everybody"), false };
	if (!all && desk_file_writable(f))
		choice[n++] = (struct choice){ PICK_KEEP, "", _("Keep under a name…"), false };
	if (kept->n && desk_file_writable(f))
		choice[n++] = (struct choice){ PICK_FORGET, "", _("Forget a kept one…"), false };
	return dialog_pick(f, &(struct picker){ .title = _("Who is shown?"),
						.choices = { choice, n },
						.picked = filter_picked,
						.data = kept });
}
