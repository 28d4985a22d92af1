/* The roadmap of the year, stage by stage. domain.md §2, §8. */
#include "nastavnik/base/date.h"
#include "nastavnik/model/task.h"
#include "nastavnik/store/read/task.h"
#include "paper.h"

/* The stages in full, as papers name them; Russian whatever the interface speaks. */
static const char *const stage_name[STAGES] = {
	"Подготовка условий для запуска программы наставничества",
	"Формирование базы наставляемых",
	"Формирование базы наставников",
	"Отбор и обучение наставников",
	"Формирование наставнических пар или групп",
	"Организация работы наставнических пар или групп",
	"Завершение наставничества",
};

/* What a school may do without is planned once somebody sees to it. */
static bool is_planned(const struct task *task)
{
	return !task->optional || task->done_on || *task->responsible;
}

static void step_add(struct scope_table *table, const char *number, const struct task *task)
{
	struct scope *row = scope_row(table);

	scope_text(row, "number|номер", number);
	scope_text(row, "name|мероприятие", task->name);
	scope_date(row, "due|срок", task->due);
	scope_text(row, "responsible|ответственный", task->responsible);
	scope_text(row, "result|результат", task->result);
	scope_date(row, "done|сделано", task->done_on);
}

/* The steps of stage 1 are 1.1, 1.2. */
static void stage_add(struct scope_table *table, const struct tasks *tasks, int stage)
{
	struct arena *a = table->arena;
	int n = 0;

	for (size_t i = 0; i < tasks->n; i++) {
		const struct task *task = &tasks->row[i];

		if (task->stage != stage || !is_planned(task))
			continue;
		if (!n++)
			scope_row(table)->heading =
				arena_printf(a, "Этап %d. %s", stage, stage_name[stage - 1]);
		step_add(table, arena_printf(a, "%d.%d", stage, n), task);
	}
}

static enum rc roadmap_fill(const struct paper_work *w, struct scope *s)
{
	struct scope_table *table = scope_table(s, "steps|шаги");
	struct tasks tasks;
	enum rc rc = task_list(w->app->store, s->arena, w->app->year.year, 0, &tasks);

	if (rc != RC_OK)
		return rc;
	for (int stage = 1; stage <= STAGES; stage++)
		stage_add(table, &tasks, stage);
	if (!table->rows)
		return err_set(RC_NOT_FOUND,
			       _("The roadmap has no steps yet: there is nothing to print."));
	return RC_OK;
}

static const struct paper rows[] = {
	{ .name = "roadmap",
	  .title = N_("Roadmap"),
	  .stage = 1,
	  .flags = PAPER_ODT,
	  .fill = roadmap_fill },
};

const struct papers roadmap_papers = PAPERS(rows);
