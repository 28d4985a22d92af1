/* The list of indicators, the values that are typed, the days they are told as of. */
#include <string.h>

#include "indicators.h"
#include "nastavnik/base/date.h"
#include "records.h"
#include "screens.h"

/* The list */

static bool indicator_shown(struct frame *f, const struct field *field, const void *record)
{
	(void)f, (void)record;
	return strcmp(field->name, "rule") != 0 && strcmp(field->name, "code") != 0;
}

static enum ink indicator_ink(const struct field *field, const void *record)
{
	(void)field;
	return ((const struct indicator *)record)->hidden ? INK_DIM : INK_TEXT;
}

static const struct record_desk indicators_desk = {
	.type = &indicator_type,
	.form = &indicator_view,
	.sort = "list",
	.empty = N_("The year has no indicators. Ins adds one."),
	.ink = indicator_ink,
	.shown = indicator_shown,
};

const struct view indicator_list_view = {
	.name = "indicator-list",
	.title = N_("List of indicators"),
	.kind = &list_kind,
	.spec = &record_list_spec,
	.subject = &indicators_desk,
	.actions = record_actions,
	.help = N_("Which indicators the school tells. Rename them, give other numbers, hide what "
		   "is not asked for, add your own: the values of these are typed. The list goes "
		   "on into the next year."),
	.place = true,
	.seldom = true,
};

const struct view indicator_view = {
	.name = "indicator",
	.title = N_("One indicator"),
	.kind = &form_kind,
	.spec = &record_form_spec,
	.subject = &indicators_desk,
	.help = N_("How an indicator is called and told. What it is counted from does not change "
		   "with its name."),
};

/* Values */

struct values_form {
	const char *value[MOMENT_END], *basis[MOMENT_END]; /* by moment - 1 */
};

/* clang-format off */
#define VALUE(moment, title) \
	{ .name = #moment, .label = title, \
	  .hint = N_("Such as 70, 70,5 or 4,25; empty: not known, or counted again."), \
	  .kind = FIELD_TEXT, .offset = offsetof(struct values_form, value[MOMENT_##moment - 1]), \
	  .max = 12 }, \
	{ .name = #moment "_basis", .label = N_("From what"), \
	  .hint = N_("The survey, the journal, the paper that it was taken from."), \
	  .kind = FIELD_TEXT, .offset = offsetof(struct values_form, basis[MOMENT_##moment - 1]), \
	  .max = 200 }
static const struct field value_rows[] = {
	VALUE(START, N_("At the start")),
	VALUE(BETWEEN, N_("Between")),
	VALUE(END, N_("At the end")),
};
/* clang-format on */
static const struct fields value_fields = FIELD_TABLE(value_rows);

static enum rc row_load(struct frame *f, struct indicator_row *out)
{
	const struct figure_arg *arg = f->arg;
	const struct indicator_row *row;
	struct indicators all;
	enum rc rc = indicators_load(desk_app(f), &f->arena, desk_year(f), &all);

	if (rc)
		return rc;
	row = indicator_of(&all, arg->indicator);
	if (!row || !row->indicator.head.id)
		return err_set(RC_NOT_FOUND, _("This record is not in the file any more."));
	*out = *row;
	return RC_OK;
}

/* What was typed; what is counted or fixed is not to be mended here. */
static enum rc values_load(struct frame *f, void *record)
{
	struct values_form *form = record;
	struct indicator_row *row = arena_alloc(&f->arena, sizeof(*row));
	enum rc rc = row_load(f, row);

	if (rc)
		return rc;
	for (enum moment m = MOMENT_START; m <= MOMENT_END; m++) {
		const struct indicator_cell *cell = &row->cell[m];
		bool typed = cell->told == TOLD_TYPED;

		form->value[m - 1] =
			typed ? indicator_show(&f->arena, &row->indicator, cell->value) : "";
		form->basis[m - 1] = typed ? cell->basis : "";
	}
	f->data = row;
	frame_title(f, "%s · %s", row->indicator.number, row->indicator.name);
	return RC_OK;
}

/* Only what was changed is written: the day of the others stays. */
static enum rc values_collect(const struct indicator_row *row, const struct values_form *form,
			      struct indicator_value *values, size_t *n)
{
	for (enum moment m = MOMENT_START; m <= MOMENT_END; m++) {
		const struct indicator_cell *cell = &row->cell[m];
		bool typed = cell->told == TOLD_TYPED;
		int64_t value;
		enum rc rc = indicator_parse(&row->indicator, form->value[m - 1], &value);

		if (rc)
			return rc;
		if (value == FIELD_NOTHING && *form->basis[m - 1])
			return err_set(RC_INVALID,
				       _("“%s”: the source stands there, the value is "
					 "missing."),
				       text_of(moment_names[m]));
		if (typed ? value == cell->value && !strcmp(cell->basis, form->basis[m - 1])
			  : value == FIELD_NOTHING)
			continue;
		values[(*n)++] = (struct indicator_value){ .moment = m,
							   .value = value,
							   .basis = form->basis[m - 1] };
	}
	return RC_OK;
}

static enum rc values_save(struct frame *f, void *record)
{
	const struct indicator_row *row = f->data;
	struct indicator_value values[MOMENT_END];
	size_t n = 0;
	enum rc rc = values_collect(row, record, values, &n);

	if (!rc && n)
		rc = indicators_type(desk_app(f), &row->indicator, values, n);
	if (!rc && n)
		ui_say(f->ui, "%s", _("Saved. Ctrl+Z takes it back."));
	return rc;
}

static void values_remarks(struct frame *f, struct lines *lines, const void *record)
{
	const struct indicator_row *row = f->data;

	(void)record;
	if (row->rule)
		lines_text(lines, INK_DIM,
			   _("The program counts this one itself. What is typed here stands "
			     "instead, and says so."));
	if (*row->indicator.note)
		lines_text(lines, INK_DIM, row->indicator.note);
}

static const struct form_part value_parts[] = {
	{ .fields = &value_fields },
	{ 0 },
};

static const struct form_spec values_form = {
	.size = sizeof(struct values_form),
	.parts = value_parts,
	.load = values_load,
	.save = values_save,
	.writable = desk_writable,
	.remarks = values_remarks,
};

const struct view indicator_values_view = {
	.name = "indicator-values",
	.title = N_("Values of an indicator"),
	.kind = &form_kind,
	.spec = &values_form,
	.help = N_("What the school knows of this indicator, and from where: at the start of the "
		   "year, between, at its end."),
};

/* Days */

struct days_form {
	int64_t on[MOMENTS];
};

/* clang-format off */
#define DAY(moment, title, said) \
	{ .name = #moment, .label = title, .hint = said, .kind = FIELD_DATE, \
	  .offset = offsetof(struct days_form, on[MOMENT_##moment]), \
	  .min = 20000101, .max = 21991231 }
static const struct field day_rows[] = {
	DAY(START, N_("At the start"), N_("Who has joined by this day; empty: 1 October.")),
	DAY(BETWEEN, N_("Between"), N_("Empty: 15 January.")),
	DAY(END, N_("At the end"), N_("Empty: the last day of the pairs' term.")),
};
/* clang-format on */
static const struct fields day_fields = FIELD_TABLE(day_rows);

static enum rc days_load(struct frame *f, void *record)
{
	struct indicators all;
	struct days_form *form = record;
	enum rc rc = indicators_load(desk_app(f), &f->arena, desk_year(f), &all);

	if (!rc)
		memcpy(form->on, all.days.on, sizeof(form->on));
	form->on[MOMENT_NOW] = DATE_NONE;
	return rc;
}

static enum rc days_save(struct frame *f, void *record)
{
	struct indicator_days days;
	enum rc rc;

	if (!form_changed(f))
		return RC_OK;
	memcpy(days.on, ((const struct days_form *)record)->on, sizeof(days.on));
	rc = indicators_days(desk_app(f), &days);
	if (!rc)
		ui_say(f->ui, "%s", _("Saved. Ctrl+Z takes it back."));
	return rc;
}

static const struct form_part day_parts[] = {
	{ .fields = &day_fields },
	{ 0 },
};

static const struct form_spec days_spec = {
	.size = sizeof(struct days_form),
	.parts = day_parts,
	.load = days_load,
	.save = days_save,
	.writable = desk_writable,
};

const struct view indicator_days_view = {
	.name = "indicator-days",
	.title = N_("Days of the indicators"),
	.kind = &form_kind,
	.spec = &days_spec,
	.help = N_("As of which days of the school year the indicators are told: at the start, "
		   "between, at the end. What was fixed keeps its day."),
};
