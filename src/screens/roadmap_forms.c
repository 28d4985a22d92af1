/* What many steps of the roadmap get at once: somebody responsible, another term. */
#include "roadmap.h"

#include <string.h>

#include "nastavnik/app/tasks.h"
#include "nastavnik/base/date.h"
#include "nastavnik/model/workday.h"
#include "nastavnik/ui/form.h"
#include "nastavnik/ui/list.h"
#include "screens.h"

struct road_arg {
	struct frame *list;
	struct tasks tasks; /* all of the year */
	struct ids marked;  /* n 0: none is */
};

void *roadmap_arg(struct frame *f)
{
	struct road_arg *arg = arena_alloc(&f->arena, sizeof(*arg));
	const struct tasks *tasks = roadmap_tasks(f);

	arg->list = f;
	arg->tasks = (struct tasks){ ARENA_NEW(&f->arena, struct task, tasks->n), tasks->n };
	for (size_t i = 0; i < tasks->n; i++) {
		arg->tasks.row[i] = tasks->row[i];
		arg->tasks.row[i].name = arena_strdup(&f->arena, tasks->row[i].name);
	}
	if (list_marks(f))
		arg->marked = roadmap_chosen(f, &f->arena);
	return arg;
}

/* Several steps changed in the same way. */

#define AT(member) offsetof(struct task_change, member)

static const struct field many_table[] = {
	{ .name = "responsible",
	  .label = N_("Responsible"),
	  .hint = N_("Who sees to them. Empty: everybody stays who is."),
	  .kind = FIELD_TEXT,
	  .offset = AT(responsible),
	  .max = 100,
	  .width = 40 },
	{ .name = "done_on",
	  .label = N_("Done on"),
	  .hint = N_("The day on which all of them were done. Empty: as it stands."),
	  .kind = FIELD_DATE,
	  .offset = AT(done_on),
	  .width = 10 },
	{ .name = "result",
	  .label = N_("Result"),
	  .hint = N_("The document that came out of them. Empty: as it stands."),
	  .kind = FIELD_TEXT,
	  .offset = AT(result),
	  .max = 200,
	  .width = 40 },
};
static const struct fields many_fields = { many_table, sizeof(many_table) / sizeof(many_table[0]) };

#undef AT

static enum rc many_load(struct frame *f, void *record)
{
	(void)f;
	*(struct task_change *)record = (struct task_change){ .responsible = "", .result = "" };
	return RC_OK;
}

static void many_remarks(struct frame *f, struct lines *lines, const void *record)
{
	const struct road_arg *arg = f->arg;

	(void)record;
	lines_add(lines, INK_HEADING, _("Steps: %zu"), arg->marked.n);
	for (size_t i = 0; i < arg->tasks.n; i++)
		for (size_t k = 0; k < arg->marked.n; k++)
			if (arg->tasks.row[i].id == arg->marked.row[k])
				lines_add(lines, INK_DIM, "%lld  %s",
					  (long long)arg->tasks.row[i].stage,
					  arg->tasks.row[i].name);
}

static enum rc many_save(struct frame *f, void *record)
{
	const struct road_arg *arg = f->arg;
	enum rc rc;

	if (!form_changed(f))
		return err_set(RC_INVALID, "%s", _("Nothing is filled in yet; Esc goes back."));
	rc = tasks_change(desk_app(f), arg->marked, record);
	if (rc != RC_OK)
		return rc;
	list_unmark(arg->list);
	ui_say(f->ui, _("Steps changed: %zu. Ctrl+Z takes it back."), arg->marked.n);
	return RC_OK;
}

static const struct form_part many_parts[] = { { .fields = &many_fields }, { 0 } };

static const struct form_spec many_form = {
	.size = sizeof(struct task_change),
	.parts = many_parts,
	.load = many_load,
	.save = many_save,
	.writable = desk_writable,
	.remarks = many_remarks,
};

const struct view roadmap_many_view = {
	.name = "roadmap-many",
	.title = N_("Roadmap · all marked steps"),
	.kind = &form_kind,
	.spec = &many_form,
	.help = N_("What is filled in here is written to every marked step; what stays empty stays "
		   "as each of them has it."),
};

/* Terms moved. */

enum { MOVE_ALL = 1, MOVE_MARKED };

struct move {
	struct task_move by;
	int64_t which;
};

static const struct field move_table[] = {
	{ .name = "days",
	  .label = N_("By how many days"),
	  .hint = N_("7 is a week later, -7 a week earlier; 0 only clears days off."),
	  .kind = FIELD_NUMBER,
	  .flags = FIELD_REQUIRED,
	  .offset = offsetof(struct move, by.days),
	  .min = -366,
	  .max = 366,
	  .width = 5 },
	{ .name = "rest",
	  .label = N_("A term on a day off"),
	  .hint = N_("Goes on to the next working day, if you wish."),
	  .help = N_("Holidays are those of the labour code. Which days off are moved by the "
		     "government, and the school's own holidays, the program does not know."),
	  .kind = FIELD_CHOICE,
	  .flags = FIELD_REQUIRED,
	  .offset = offsetof(struct move, by.rest),
	  .choices = "rest",
	  .width = 44 },
	{ .name = "which",
	  .label = N_("Which steps"),
	  .hint = N_("Steps that are done or have no term are never moved."),
	  .kind = FIELD_CHOICE,
	  .flags = FIELD_REQUIRED,
	  .offset = offsetof(struct move, which),
	  .choices = "which",
	  .width = 30 },
};
static const struct fields move_fields = { move_table, sizeof(move_table) / sizeof(move_table[0]) };

static enum rc move_load(struct frame *f, void *record)
{
	const struct road_arg *arg = f->arg;

	*(struct move *)record = (struct move){ .by = { .days = 7, .rest = REST_WEEKEND },
						.which = arg->marked.n ? MOVE_MARKED : MOVE_ALL };
	return RC_OK;
}

static struct choices move_choices(struct frame *f, const char *set)
{
	static const char *const rest[] = { N_("stays there"), N_("goes on: Sundays and holidays"),
					    N_("goes on: Saturdays, Sundays and holidays") };
	static const char *const which[] = { N_("all"), N_("the marked ones") };
	const struct road_arg *arg = f->arg;
	bool of_rest = !strcmp(set, "rest");
	size_t n = of_rest ? 3 : arg->marked.n ? 2 : 1;
	struct choice *row = ARENA_NEW(&f->arena, struct choice, n);

	for (size_t i = 0; i < n; i++)
		row[i] = (struct choice){ .id = (int64_t)i + 1,
					  .code = "",
					  .name = text_of(of_rest ? rest[i] : which[i]) };
	return (struct choices){ row, n };
}

static bool has_id(struct ids ids, int64_t id)
{
	for (size_t i = 0; i < ids.n; i++)
		if (ids.row[i] == id)
			return true;
	return false;
}

/* The steps whose terms will be others. */
static struct ids move_ids(struct arena *a, const struct road_arg *arg, const struct move *move)
{
	struct ids ids = { ARENA_NEW(a, int64_t, arg->tasks.n), 0 };

	for (size_t i = 0; i < arg->tasks.n; i++) {
		const struct task *task = &arg->tasks.row[i];

		if (task_movable(task) && task_moved(task, &move->by) != task->due &&
		    (move->which == MOVE_ALL || has_id(arg->marked, task->id)))
			ids.row[ids.n++] = task->id;
	}
	return ids;
}

static bool is_outside(const struct frame *f, const struct task *task, const struct move *move)
{
	return !year_has(desk_year(f), task_moved(task, &move->by));
}

/* «05.09.2026 → 14.09.2026  Назначить куратора» */
static void move_line(struct frame *f, struct lines *lines, const struct task *task,
		      const struct move *move)
{
	bool outside = is_outside(f, task, move);
	char was[DATE_SIZE], will[DATE_SIZE];

	lines_add(lines, outside ? INK_BAD : INK_TEXT, "%s → %s  %s%s",
		  date_format((int)task->due, was), date_format(task_moved(task, &move->by), will),
		  outside ? _("! outside the school year: ") : "", task->name);
}

/* What cannot be comes first: a small screen shows the beginning only. */
static void move_remarks(struct frame *f, struct lines *lines, const void *record)
{
	const struct road_arg *arg = f->arg;
	const struct move *move = record;
	struct ids ids;

	if (move->by.days == FIELD_NOTHING || !move->by.rest)
		return;
	ids = move_ids(lines->arena, arg, move);
	lines_add(lines, INK_HEADING, _("Terms that will be moved: %zu"), ids.n);
	for (int outside = 1; outside >= 0; outside--)
		for (size_t i = 0; i < arg->tasks.n; i++) {
			const struct task *task = &arg->tasks.row[i];

			if (has_id(ids, task->id) && is_outside(f, task, move) == outside)
				move_line(f, lines, task, move);
		}
}

static enum rc move_save(struct frame *f, void *record)
{
	const struct road_arg *arg = f->arg;
	const struct move *move = record;
	struct ids ids = move_ids(&f->arena, arg, move);
	enum rc rc;

	if (!ids.n)
		return err_set(RC_INVALID, "%s", _("No term would be another one; Esc goes back."));
	rc = tasks_move(desk_app(f), ids, &move->by);
	if (rc != RC_OK)
		return rc;
	list_unmark(arg->list);
	ui_say(f->ui, _("Terms moved: %zu. Ctrl+Z takes it back."), ids.n);
	return RC_OK;
}

static const struct form_part move_parts[] = { { .fields = &move_fields }, { 0 } };

static const struct form_spec move_form = {
	.size = sizeof(struct move),
	.parts = move_parts,
	.load = move_load,
	.save = move_save,
	.writable = desk_writable,
	.choices = move_choices,
	.remarks = move_remarks,
};

const struct view roadmap_move_view = {
	.name = "roadmap-move",
	.title = N_("Roadmap · moving terms"),
	.kind = &form_kind,
	.spec = &move_form,
	.help = N_(
		"Below stands what every term will be; F2 does it. Steps that are done stay where "
		"they are. All of it is one step: Ctrl+Z takes it back."),
};
