/* The roadmap of the year: the steps of all seven stages, and what is done to many at once. */
#include "roadmap.h"

#include <stdlib.h>
#include <string.h>

#include "nastavnik/app/tasks.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/task.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"
#include "stages.h"
#include "task.h"

enum { ROAD_NUMBER, ROAD_TASK, ROAD_COLUMNS = ROAD_TASK + TASK_CELLS };

static const struct list_column roadmap_columns[] = {
	[ROAD_NUMBER] = { N_("No."), .width = 5 },
	[ROAD_TASK + TASK_NAME] = { N_("What"), .width = 26, .grow = 1, .unsorted = true },
	[ROAD_TASK + TASK_DUE] = { N_("Term"), .width = 7 },
	[ROAD_TASK + TASK_DONE] = { N_("Done on"), .width = 10 },
	[ROAD_TASK + TASK_WHO] = { N_("Responsible"), .width = 14, .drop = 1 },
	[ROAD_TASK + TASK_RESULT] = { N_("Result"), .width = 24, .wide = true },
	{ 0 },
};

/* A step, or the heading of a stage. */
struct road_row {
	const struct task *task;
	int64_t stage;
	size_t number; /* within its stage, from 1 */
};

struct roadmap {
	struct cells cells;
	struct tasks tasks;
	struct road_row *row;
};

static const struct roadmap *roadmap_of(const struct frame *f)
{
	return f->data;
}

static const struct road_row *road_row(const struct frame *f, size_t row)
{
	return &roadmap_of(f)->row[row];
}

static const struct task *road_task(struct frame *f)
{
	return list_has_row(f) ? road_row(f, list_row(f))->task : NULL;
}

/* A heading's id is below 0. */
static int64_t road_id(const struct road_row *row)
{
	return row->task ? row->task->id : -row->stage;
}

/* The steps stand in the methodology's order, below their stages, until another one is asked for.
 */
static cells_order *const roadmap_order[ROAD_COLUMNS] = {
	[ROAD_TASK + TASK_DUE] = task_by_due,
	[ROAD_TASK + TASK_DONE] = task_by_done,
	[ROAD_TASK + TASK_WHO] = task_by_who,
	[ROAD_TASK + TASK_RESULT] = task_by_result,
};

static bool by_stage(const struct list_query *query)
{
	return query->column == ROAD_NUMBER && !query->descending && !*query->find;
}

static void rows_make(struct frame *f, struct roadmap *map, const struct list_query *query,
		      size_t *n)
{
	int64_t stage = 0, headed = 0;
	size_t number = 0;

	for (size_t i = 0; i < map->tasks.n; i++) {
		const struct task *task = &map->tasks.row[i];

		number = task->stage == stage ? number + 1 : 1;
		stage = task->stage;
		if (!task_found(&f->fresh, task, query))
			continue;
		if (by_stage(query) && stage != headed)
			map->row[(*n)++] = (struct road_row){ .stage = stage };
		headed = stage;
		map->row[(*n)++] = (struct road_row){ task, stage, number };
	}
}

static enum rc roadmap_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct roadmap *map = arena_alloc(&f->fresh, sizeof(*map));
	enum rc rc = task_list(desk_store(f), &f->fresh, desk_year(f), 0, &map->tasks);

	if (rc != RC_OK)
		return rc;
	map->row = ARENA_NEW(&f->fresh, struct road_row, map->tasks.n + STAGES);
	map->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, map->tasks.n + STAGES);
	*n = 0;
	rows_make(f, map, query, n);
	cells_sort(&f->fresh, map->row, *n, sizeof(*map->row), roadmap_order, query);
	for (size_t i = 0; i < *n; i++)
		map->cells.ids.row[i] = road_id(&map->row[i]);
	map->cells.ids.n = *n;
	f->data = map;
	return RC_OK;
}

static const char *heading_text(const struct roadmap *map, struct arena *a, int stage)
{
	struct stage_progress steps = stage_progress(&map->tasks, stage, date_today());

	return arena_printf(a, _("Stage %d · %s · %lld/%lld"), stage, stage_title(stage),
			    (long long)steps.done, (long long)steps.all);
}

static enum rc roadmap_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct roadmap *map = f->data;

	cells_page(&map->cells, page, ROAD_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct road_row *row = &map->row[i];

		if (!row->task) {
			cells_set(&map->cells, i, ROAD_NUMBER, INK_TITLE,
				  heading_text(map, page, (int)row->stage));
			continue;
		}
		cells_set(&map->cells, i, ROAD_NUMBER, INK_DIM,
			  arena_printf(page, "%lld.%zu", (long long)row->stage, row->number));
		task_show(&map->cells, page, i, ROAD_TASK, "", row->task);
	}
	return RC_OK;
}

static bool roadmap_whole(struct frame *f, size_t row)
{
	return !road_row(f, row)->task;
}

static const char *roadmap_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct roadmap *map = roadmap_of(f);
	size_t done = 0, all = 0, late = 0, shown = 0;

	for (size_t i = 0; i < n; i++)
		shown += map->row[i].task != NULL;
	for (size_t i = 0; i < map->tasks.n; i++) {
		all += !map->tasks.row[i].optional;
		done += !map->tasks.row[i].optional && map->tasks.row[i].done_on;
		late += task_overdue(&map->tasks.row[i], date_today());
	}
	if (found)
		return arena_printf(a, _("found %zu"), shown);
	if (late)
		return arena_printf(a, _("done %zu/%zu · overdue %zu"), done, all, late);
	return arena_printf(a, _("done %zu/%zu"), done, all);
}

static const char *roadmap_status(struct frame *f, struct arena *a, size_t row)
{
	const struct task *task = road_row(f, row)->task;

	if (!task)
		return _("Space marks the whole stage. Enter opens it.");
	return task_status(a, task, _("Space marks. F2: done. F4: term, responsible, result."));
}

/* A heading stands for the steps below it. */
struct ids roadmap_chosen(struct frame *f, struct arena *a)
{
	const struct tasks *tasks = &roadmap_of(f)->tasks;
	struct ids marked = list_chosen(f, a), ids = { ARENA_NEW(a, int64_t, tasks->n), 0 };

	for (size_t i = 0; i < tasks->n; i++)
		for (size_t k = 0; k < marked.n; k++)
			if (marked.row[k] == tasks->row[i].id ||
			    marked.row[k] == -tasks->row[i].stage) {
				ids.row[ids.n++] = tasks->row[i].id;
				break;
			}
	return ids;
}

const struct tasks *roadmap_tasks(const struct frame *f)
{
	return &roadmap_of(f)->tasks;
}

static bool on_steps(struct frame *f)
{
	return desk_writable(f) &&
	       action_needs(f, list_marks(f) || road_task(f),
			    N_("Put the cursor on a step, or mark some with Space."));
}

static bool has_steps(struct frame *f)
{
	return desk_writable(f) &&
	       action_needs(f, roadmap_of(f)->tasks.n > 0, N_("There is no step yet."));
}

static const char *name_of(struct frame *f, int64_t id)
{
	const struct tasks *tasks = &roadmap_of(f)->tasks;

	for (size_t i = 0; i < tasks->n; i++)
		if (tasks->row[i].id == id)
			return tasks->row[i].name;
	return "";
}

/* One of the handlers of task.h on what is chosen; marks have served their turn then. */
static unsigned on_chosen(struct frame *f,
			  unsigned (*run)(struct frame *f, struct ids ids, const char *name))
{
	struct ids ids = roadmap_chosen(f, &f->fresh);
	unsigned took = run(f, ids, name_of(f, ids.row[0]));

	if (took & UI_RELOAD)
		list_unmark(f);
	return took;
}

static unsigned roadmap_tick(struct frame *f)
{
	return on_chosen(f, task_tick);
}

static unsigned roadmap_delete(struct frame *f)
{
	return on_chosen(f, task_remove);
}

static int stage_here(struct frame *f)
{
	return list_row(f) == SIZE_MAX ? 1 : (int)road_row(f, list_row(f))->stage;
}

static unsigned roadmap_new(struct frame *f)
{
	return task_open(f, 0, stage_here(f), DATE_NONE);
}

static unsigned roadmap_edit(struct frame *f)
{
	if (list_marks(f))
		return view_push(f, &roadmap_many_view, roadmap_arg(f));
	return task_open(f, road_task(f)->id, stage_here(f), DATE_NONE);
}

static unsigned roadmap_enter(struct frame *f)
{
	if (road_task(f))
		return task_open(f, road_task(f)->id, stage_here(f), DATE_NONE);
	return view_push(f, &stage_view, (void *)(uintptr_t)&stage_numbers[stage_here(f)]);
}

static unsigned roadmap_move(struct frame *f)
{
	return view_push(f, &roadmap_move_view, roadmap_arg(f));
}

static unsigned roadmap_paper(struct frame *f)
{
	return paper_show(f, "roadmap", 0, "");
}

static unsigned roadmap_list_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

/* From the template. */

static unsigned restore_picked(struct frame *f, struct ids ids, void *data)
{
	const struct tasks *missing = data;
	struct tasks chosen = { ARENA_NEW(&f->arena, struct task, ids.n), 0 };

	for (size_t i = 0; i < missing->n; i++)
		for (size_t k = 0; k < ids.n; k++)
			if (missing->row[i].id == ids.row[k])
				chosen.row[chosen.n++] = missing->row[i];
	if (!chosen.n)
		return UI_TAKEN;
	if (tasks_restore(desk_app(f), &chosen) != RC_OK)
		return ui_fault(f->ui);
	list_select(f, chosen.row[0].id);
	ui_say(f->ui, _("Steps added from the template: %zu. Ctrl+Z takes them away."), chosen.n);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned roadmap_restore(struct frame *f)
{
	struct tasks *missing = arena_alloc(&f->arena, sizeof(*missing));
	struct choice *choice;
	struct ids all;

	if (tasks_missing(desk_app(f), &f->arena, missing) != RC_OK)
		return ui_fault(f->ui);
	if (!missing->n) {
		ui_say(f->ui, "%s", _("Every step of the template is in the roadmap."));
		return UI_TAKEN;
	}
	choice = ARENA_NEW(&f->arena, struct choice, missing->n);
	all = (struct ids){ ARENA_NEW(&f->arena, int64_t, missing->n), missing->n };
	for (size_t i = 0; i < missing->n; i++) {
		const struct task *task = &missing->row[i];

		all.row[i] = task->id;
		choice[i] = (struct choice){
			.id = task->id,
			.code = "",
			.name = arena_printf(&f->arena, "%lld · %s · %s", (long long)task->stage,
					     task_day(&f->arena, task->due), task->name)
		};
	}
	return dialog_pick(f, &(struct picker){ .title = _("Steps of the template to add"),
						.choices = { choice, missing->n },
						.chosen = all,
						.many = true,
						.picked = restore_picked,
						.data = missing });
}

static const struct action roadmap_actions[] = {
	{ .key = K_ENTER,
	  .title = N_("Open the step, or the stage"),
	  .enabled = list_has_row,
	  .run = roadmap_enter },
	{ .key = K_F(2),
	  .label = N_("Done"),
	  .title = N_("The steps are done today; once more: they are not"),
	  .enabled = on_steps,
	  .run = roadmap_tick },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("A step of the school's own"),
	  .enabled = desk_writable,
	  .run = roadmap_new },
	{ .key = K_F(3),
	  .label = N_("Move"),
	  .title = N_("Move the terms, of all steps or of those marked"),
	  .help = N_("By a number of days; what falls on a day off then may go to the next working "
		     "day. Nothing is moved before it was shown."),
	  .enabled = has_steps,
	  .run = roadmap_move },
	{ .key = K_F(4),
	  .label = N_("Edit"),
	  .title = N_("Term, responsible, result; of many: responsible, done, result"),
	  .enabled = on_steps,
	  .run = roadmap_edit },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("The roadmap on paper"),
	  .help = N_(
		  "It is shown first; from there it goes to a printer, or to a file to be edited "
		  "and signed."),
	  .enabled = list_has_row,
	  .run = roadmap_paper },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Delete the steps"),
	  .help = N_("What is the methodology's can be had again from the template."),
	  .enabled = on_steps,
	  .run = roadmap_delete },
	{ .title = N_("Add steps of the template that are missing"),
	  .help = N_("What was deleted, or is new in the methodology. It asks which; what the "
		     "school has changed stays as it is."),
	  .anywhere = true,
	  .enabled = desk_writable,
	  .run = roadmap_restore },
	{ .title = N_("Print the list as it stands here, or save it as a table"),
	  .enabled = list_has_row,
	  .run = roadmap_list_print },
	{ .title = N_("Calendar of the year"), .open = &calendar_view },
	{ 0 },
};

static enum rc roadmap_init(struct frame *f)
{
	char name[12];

	frame_title(f, _("Roadmap · %s"), year_name(desk_year(f), name));
	return RC_OK;
}

static const struct list_spec roadmap_list = {
	.columns = roadmap_columns,
	.load = roadmap_load,
	.id = cells_id,
	.fetch = roadmap_fetch,
	.cell = cells_cell,
	.whole = roadmap_whole,
	.count = roadmap_count,
	.status = roadmap_status,
	/* no card: on a wide screen the table is as on paper, with all its columns */
	.empty = N_("No steps here. Ins adds one, F9 has those of the template."),
};

const struct view roadmap_view = {
	.name = "roadmap",
	.title = N_("Roadmap"),
	.kind = &list_kind,
	.spec = &roadmap_list,
	.actions = roadmap_actions,
	.help = N_(
		"What is to be done in the school year, stage by stage: the methodology's steps, "
		"with terms of this year, and the school's own. Space marks steps, on the line "
		"of a stage all of it; F2, F3, F4 and F8 work on what is marked. What was "
		"deleted can be had again from the template."),
	.init = roadmap_init,
	.place = true,
};
