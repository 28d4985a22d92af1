/* One value for several records: the field, then the value, then one step. */
#include "change.h"

#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/list.h"
#include "screens.h"

struct changing {
	const struct change *change;
	struct ids ids;
	const struct field *field;
	struct choices values; /* of a field that is chosen */
};

static enum rc change_write(struct frame *f, const struct changing *c, const char *text)
{
	enum rc rc = c->change->set(desk_app(f), c->ids, c->field, text);

	if (rc != RC_OK)
		return rc;
	list_unmark(f);
	ui_say(f->ui, _("%s: %s, records: %zu. Ctrl+Z takes all of it back."),
	       text_of(c->field->label), *text ? text : _("nothing"), c->ids.n);
	return RC_OK;
}

static enum rc change_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	*took = UI_TAKEN | UI_RELOAD;
	return change_write(f, data, text);
}

static unsigned change_picked(struct frame *f, struct ids ids, void *data)
{
	const struct changing *c = data;
	const char *text = "";

	for (size_t i = 0; ids.n && i < c->values.n; i++) {
		if (c->values.row[i].id == ids.row[0])
			text = c->values.row[i].name;
	}
	return change_write(f, c, text) == RC_OK ? UI_TAKEN | UI_RELOAD : ui_fault(f->ui);
}

/* What may be chosen; yes and no are chosen too. */
static struct choices change_values(struct frame *f, const struct field *field)
{
	struct choice *row;

	if (field->kind == FIELD_CHOICE)
		return desk_choices(f, field->choices);
	row = ARENA_NEW(&f->arena, struct choice, 2);
	row[0] = (struct choice){ .id = 1, .code = "", .name = _("yes") };
	row[1] = (struct choice){ .id = 2, .code = "", .name = _("no") };
	return (struct choices){ row, field->kind == FIELD_YESNO ? 2 : 0 };
}

static const char *change_title(struct frame *f, const struct changing *c)
{
	return arena_printf(
		&f->arena,
		ngettext("%s: one value for %zu record", "%s: one value for %zu records", c->ids.n),
		text_of(c->field->label), c->ids.n);
}

static unsigned change_value_ask(struct frame *f, struct changing *c)
{
	c->values = change_values(f, c->field);
	if (c->values.n)
		return dialog_pick(f, &(struct picker){ .title = change_title(f, c),
							.choices = c->values,
							.nothing = c->field->kind == FIELD_CHOICE,
							.picked = change_picked,
							.data = c });
	return dialog_prompt(f, &(struct prompt){ .title = change_title(f, c),
						  .label = _("Value:"),
						  .hint = text_of(c->field->hint),
						  .entered = change_entered,
						  .data = c });
}

static unsigned change_field_picked(struct frame *f, struct ids ids, void *data)
{
	struct changing *c = data;

	if (!ids.n)
		return UI_TAKEN;
	c->field = field_find(*c->change->fields, c->change->names[ids.row[0] - 1]);
	return change_value_ask(f, c);
}

unsigned change_ask(struct frame *f, const struct change *change)
{
	struct changing *c = arena_alloc(&f->arena, sizeof(*c));
	struct choice *row;
	size_t n = 0;

	*c = (struct changing){ .change = change, .ids = list_chosen(f, &f->arena) };
	while (change->names[n])
		n++;
	row = ARENA_NEW(&f->arena, struct choice, n);
	for (size_t i = 0; i < n; i++)
		row[i] = (struct choice){
			.id = (int64_t)i + 1,
			.code = "",
			.name = text_of(field_find(*change->fields, change->names[i])->label)
		};
	return dialog_pick(f, &(struct picker){ .title = arena_printf(
							&f->arena,
							ngettext("Change in %zu record",
								 "Change in %zu records", c->ids.n),
							c->ids.n),
						.choices = { row, n },
						.picked = change_field_picked,
						.data = c });
}
