#include <stdio.h>

#include "nastavnik/app/draft.h"
#include "nastavnik/app/history.h"
#include "nastavnik/app/packet_work.h"
#include "nastavnik/app/packets.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/log.h"
#include "nastavnik/screens/screens.h"
#include "nastavnik/store/read/step.h"
#include "nastavnik/store/read/store.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/form.h"
#include "nastavnik/ui/grid.h"
#include "nastavnik/ui/list.h"
#include "nastavnik/ui/ui.h"
#include "screens.h"

void desk_close(struct desk *desk)
{
	if (desk->packet) {
		if (packet_work_save(desk->packet) != RC_OK)
			log_line("packet not written: %s", err_last()->text);
		packet_work_close(desk->packet);
	} else {
		app_close(desk->app);
	}
	desk->packet = NULL;
	desk->app = NULL;
}

struct app *desk_app(const struct frame *f)
{
	const struct desk *desk = ui_app(f->ui);

	return desk->app;
}

const struct store *desk_store(const struct frame *f)
{
	return app_store(desk_app(f));
}

int64_t desk_year(const struct frame *f)
{
	return app_year(desk_app(f))->year;
}

bool desk_file_writable(struct frame *f)
{
	struct app *app = desk_app(f);

	if (!app)
		return action_needs(f, false, N_("There is no school yet."));
	return action_needs(f, !app_readonly(app),
			    N_("The file can only be read here: “About the program” says why."));
}

bool desk_writable(struct frame *f)
{
	return desk_file_writable(f) &&
	       action_needs(f, !app_year_closed(desk_app(f)),
			    N_("This school year is closed and can only be read. It is opened "
			       "again in “School years”, F4."));
}

struct choices desk_choices(struct frame *f, const char *set)
{
	struct choice_source source = app_choices(desk_app(f));

	return source.get(source.data, set);
}

void desk_take(struct frame *f, struct app *app)
{
	struct desk *desk = ui_app(f->ui);

	desk->next = app;
	view_restart(f->ui, &home_view);
}

int64_t *desk_id_arg(struct frame *f, int64_t id)
{
	int64_t *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = id;
	return arg;
}

void desk_card(struct frame *f, struct lines *lines, struct fields fields, const void *record)
{
	const struct choice_source source = app_choices(desk_app(f));

	for (size_t i = 0; i < fields.n; i++) {
		const struct field *field = &fields.row[i];

		if (!field_is_empty(field, record))
			lines_pair(lines, text_of(field->label),
				   field_show(lines->arena, field, record, &source));
	}
}

unsigned desk_ask_twin(struct frame *f, const struct person *twin,
		       unsigned (*answered)(struct frame *f, int button, void *data))
{
	char date[DATE_SIZE];

	return dialog_ask(
		f,
		&(struct question){
			.title = _("Is it the same person?"),
			.text = arena_printf(
				&f->arena, _("The file knows: %s, %s, born %s."),
				person_name(&f->arena, twin), person_class_or_position(twin),
				twin->birth ? date_format((int)twin->birth, date) : _("not known")),
			.button = { _("The same"), _("Another one"), _("Back to the form") },
			.answered = answered,
			.data = desk_id_arg(f, twin->id) });
}

static enum rc day_entered(struct frame *f, const char *text, void *data, unsigned *took)
{
	int64_t *kept = data;
	int on;

	(void)f;
	if (!date_parse(text, &on) || !date_whole(on))
		return err_set(RC_INVALID, _("Give a day, such as 02.09.2026."));
	if (on > date_today())
		return err_set(RC_INVALID, _("This day is still to come. Give the date that stands "
					     "on the signed paper."));
	*kept = on;
	*took = UI_TAKEN | UI_REDRAW;
	return RC_OK;
}

unsigned desk_ask_day(struct frame *f, const char *hint, int64_t *on)
{
	char date[DATE_SIZE];

	return dialog_prompt(
		f, &(struct prompt){ .title = _("The date on the papers"),
				     .label = _("Date:"),
				     .text = arena_strdup(&f->arena, date_format((int)*on, date)),
				     .hint = hint,
				     .max = 30,
				     .date = true,
				     .entered = day_entered,
				     .data = on });
}

int64_t desk_draft_id(const struct frame *f)
{
	const int64_t *id = f->arg;

	return id ? *id : 0;
}

int64_t desk_draft_year(const struct frame *f)
{
	return desk_year(f);
}

static void desk_draft_keep(void *data, const char *form, int64_t record, const char *text)
{
	const struct desk *desk = data;

	draft_keep(desk->app, form, record, text);
}

static bool desk_draft_find(void *data, struct arena *a, const char *form, int64_t record,
			    struct form_draft *out)
{
	const struct desk *desk = data;
	struct draft draft;
	char when[20];

	if (!draft_find(desk->app, a, form, record, &draft))
		return false;
	*out = (struct form_draft){ draft.text, arena_strdup(a, clock_format(draft.at, when)) };
	return true;
}

static const struct form_keeper desk_keeper = { .keep = desk_draft_keep, .find = desk_draft_find };

/* Another year than the newest one says so on every screen. */
static const char *year_alarm(struct desk *desk)
{
	int64_t year = app_year(desk->app)->year;
	char name[12];

	year_name(year, name);
	if (app_year_closed(desk->app))
		snprintf(desk->alarm, sizeof(desk->alarm), _("%s is closed"), name);
	else if (year < app_newest_year(desk->app) && year < year_of(date_today()))
		snprintf(desk->alarm, sizeof(desk->alarm), _("past year %s"), name);
	else
		snprintf(desk->alarm, sizeof(desk->alarm), _("year %s"), name);
	return desk->alarm;
}

/* Stands in the first line of every screen. */
static const char *desk_alarm(void *data)
{
	struct desk *desk = data;

	if (!desk->app)
		return "";
	if (app_readonly(desk->app))
		return store_is_free(app_store(desk->app)) ? _("the file is free: F9")
							   : _("read only");
	if (app_year_closed(desk->app) || app_year(desk->app)->year != app_newest_year(desk->app))
		return year_alarm(desk);
	return "";
}

/* What stands at the right end of every first line. */
static const char *desk_state(void *data)
{
	const struct desk *desk = data;

	if (!desk->app)
		return "";
	if (*desk_alarm(data))
		return desk_alarm(data);
	if (desk->packet)
		return packet_work_owes(desk->packet) ? _("packet not written")
						      : _("in the packet");
	return app_is_demo(desk->app) ? _("demonstration") : _("saved");
}

static void desk_idle(void *data)
{
	struct desk *desk = data;

	if (desk->app)
		app_settle(desk->app);
	if (desk->packet && packet_work_save(desk->packet) != RC_OK)
		log_line("packet not written: %s", err_last()->text);
}

/* What was typed into a packet can be taken back, but not that there is a packet. */
static bool desk_undo_ends(struct frame *f)
{
	const struct desk *desk = ui_app(f->ui);
	struct step step;

	return desk->packet && step_to_undo(desk_store(f), &f->arena, &step) == RC_OK &&
	       packet_work_began(&step);
}

static unsigned desk_undo(struct frame *f)
{
	const char *what;

	if (desk_undo_ends(f)) {
		ui_say(f->ui, _("There is nothing more to take back."));
		return UI_TAKEN;
	}

	if (history_undo(desk_app(f), &f->arena, &what) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, _("Taken back: %s. Ctrl+Y does it again."), what);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned desk_redo(struct frame *f)
{
	const char *what;

	if (history_redo(desk_app(f), &f->arena, &what) != RC_OK)
		return ui_fault(f->ui);
	ui_say(f->ui, _("Done again: %s. Ctrl+Z takes it back."), what);
	return UI_TAKEN | UI_RELOAD;
}

static bool desk_only_reads(struct frame *f)
{
	return action_needs(f, desk_app(f) && app_readonly(desk_app(f)),
			    N_("The file can be changed already."));
}

/* The program that wrote has left, perhaps: the file is opened anew. */
static unsigned desk_open_writable(struct frame *f)
{
	struct app *app;

	if (app_open(app_path(desk_app(f)), &app) != RC_OK)
		return ui_fault(f->ui);
	if (!app_readonly(app)) {
		desk_take(f, app);
		return UI_TAKEN;
	}
	ui_say(f->ui, "%s", app_readonly_why(app));
	app_close(app);
	return UI_TAKEN | UI_REDRAW;
}

/* Lists that have nothing better for F5. */
static bool desk_is_list(struct frame *f)
{
	size_t rows = 0, columns;

	if (f->view->kind == &grid_kind)
		grid_size(f, &rows, &columns);
	else if (f->view->kind == &list_kind)
		rows = list_count(f);
	return desk_app(f) && rows;
}

static unsigned desk_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct action desk_actions[] = {
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list"),
	  .enabled = desk_is_list,
	  .run = desk_print },
	{ .key = K_CTRL('z'),
	  .title = N_("Take back the last change"),
	  .help = N_("Takes back what was done last, step by step, also after a restart."),
	  .enabled = desk_file_writable,
	  .run = desk_undo },
	{ .key = K_CTRL('y'),
	  .title = N_("Do again what was taken back"),
	  .enabled = desk_file_writable,
	  .run = desk_redo },
	{ .title = N_("Open for writing"),
	  .help = N_("When the other program that held the file has left it."),
	  .enabled = desk_only_reads,
	  .run = desk_open_writable },
	{ .title = N_("Settings"),
	  .help = N_("Colours, language, mouse: how the program looks and listens here."),
	  .open = &settings_view },
	{ .title = N_("About the program"),
	  .help = N_("Its version, and where the school's file and its copies lie."),
	  .open = &about_view },
	{ 0 },
};

/* Without a school there is nowhere to go. */
static const struct view *const *desk_places(void *data)
{
	const struct desk *desk = data;

	return desk->app && !desk->packet ? desk_views : NULL;
}

static int desk_run(struct desk *desk, const struct view *first)
{
	struct ui *ui;
	enum rc rc;

	config_load(&desk->config);
	rc = ui_new(&(struct ui_options){ .app = desk,
					  .actions = desk_actions,
					  .state = desk_state,
					  .alarm = desk_alarm,
					  .keeper = &desk_keeper,
					  .idle = desk_idle,
					  .places = desk_places,
					  .look = settings_look(&desk->config) },
		    &ui);

	if (rc == RC_OK) {
		rc = ui_run(ui, first, NULL);
		ui_free(ui);
	}
	if (rc != RC_OK)
		fprintf(stderr, "%s\n", err_last()->text);
	app_close(desk->next);
	packet_work_close(desk->next_packet);
	desk_close(desk);
	return rc == RC_OK ? 0 : 3;
}

int screens_run(struct app *app)
{
	return desk_run(&(struct desk){ .app = app }, &home_view);
}

int screens_start(const char *path)
{
	return desk_run(&(struct desk){ .start_path = path }, &start_view);
}

int screens_packet(const char *path)
{
	struct desk desk = { .start_path = path };

	if (packet_is_sealed(path))
		return desk_run(&desk, &packet_door_view);
	if (packet_work_open(path, NULL, &desk.next_packet) != RC_OK) {
		fprintf(stderr, "nastavnik: %s\n", err_last()->text);
		return 3;
	}
	return desk_run(&desk, &packet_desk_view);
}

int screens_schools(void)
{
	return desk_run(&(struct desk){ 0 }, &schools_view);
}
