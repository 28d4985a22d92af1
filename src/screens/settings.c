/* The person's own settings: a form over the settings table, tried out while it is filled in. */
#include "nastavnik/app/config.h"
#include "nastavnik/ui/form.h"
#include "nastavnik/ui/ui.h"
#include "screens.h"

struct ui_look settings_look(const struct config *config)
{
	return (struct ui_look){ .theme = config_code("theme", config->theme),
				 .no_mouse = !config->mouse,
				 .plain = config->plain != 0 };
}

static enum rc settings_load(struct frame *f, void *record)
{
	const struct desk *desk = ui_app(f->ui);

	*(struct config *)record = desk->config;
	return RC_OK;
}

/* As it will look. */
static void settings_changed(struct frame *f, const struct field *field, void *record)
{
	const struct ui_look look = settings_look(record);

	(void)field;
	ui_look(f->ui, &look);
}

static enum rc settings_save(struct frame *f, void *record)
{
	struct desk *desk = ui_app(f->ui);
	enum rc rc = config_save(record);

	if (rc != RC_OK)
		return rc;
	desk->config = *(const struct config *)record;
	ui_say(f->ui, "%s", _("The settings are kept for you at this computer."));
	return RC_OK;
}

/* What was tried and not saved is as before. */
static void settings_done(struct frame *f)
{
	const struct desk *desk = ui_app(f->ui);
	const struct ui_look look = settings_look(&desk->config);

	ui_look(f->ui, &look);
}

static struct choices settings_choices(struct frame *f, const char *set)
{
	const struct choices choices = config_choices(set);
	struct choice *row = ARENA_NEW(&f->arena, struct choice, choices.n);

	for (size_t i = 0; i < choices.n; i++) {
		row[i] = choices.row[i];
		row[i].name = text_of(row[i].name);
	}
	return (struct choices){ row, choices.n };
}

static bool settings_school(struct frame *f)
{
	return action_needs(f, desk_app(f) != NULL, N_("There is no school yet."));
}

static const struct form_part settings_parts[] = {
	{ .title = N_("At this computer"), .fields = &config_fields },
	{ 0 },
};

static const struct form_spec settings_form = {
	.size = sizeof(struct config),
	.parts = settings_parts,
	.load = settings_load,
	.save = settings_save,
	.changed = settings_changed,
	.choices = settings_choices,
};

static const struct action settings_actions[] = {
	{ .key = K_F(3),
	  .label = N_("School"),
	  .title = N_("Facts of the school"),
	  .help = N_("Name, town, who signs: they belong to the school's file."),
	  .enabled = settings_school,
	  .open = &school_view },
	{ .key = K_F(6),
	  .label = N_("Rules"),
	  .title = N_("Rules of forming pairs"),
	  .help = N_("They belong to the school year and stand in its file."),
	  .enabled = settings_school,
	  .open = &rules_view },
	{ 0 },
};

const struct view settings_view = {
	.name = "settings",
	.title = N_("Settings"),
	.kind = &form_kind,
	.spec = &settings_form,
	.actions = settings_actions,
	.help = N_("How the program looks and listens at this computer. It is shown at once and "
		   "kept by F2; without F2 all is as before. What belongs to the school is kept in "
		   "its file: F3 and F6 lead there."),
	.done = settings_done,
};
