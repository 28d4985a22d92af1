/* nastavnik list tasks: the roadmap of the year, a line a step. */
#include <stdio.h>

#include "list.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/task.h"

static const char *state_word(const struct task *task)
{
	if (task->done_on)
		return "done";
	if (task_overdue(task, date_today()))
		return "overdue";
	return task->optional ? "optional" : "open";
}

/* «3 → overdue → 25.09.2026 → → Орлова И.В. → letters → Пригласить выпускников»: stage, state,
 * term, done on, responsible, result, what. */
static void task_line(const struct task *task)
{
	char due[DATE_SIZE], done[DATE_SIZE];

	printf("%lld\t%s\t%s\t%s\t%s\t%s\t%s\n", (long long)task->stage, state_word(task),
	       date_format((int)task->due, due), date_format((int)task->done_on, done),
	       task->responsible, task->result, task->name);
}

enum exit_code list_tasks(const struct args *args, struct app *app)
{
	struct arena a = { 0 };
	struct tasks tasks = { 0 };
	enum exit_code code = EXIT_DONE;

	if (task_list(app_store(app), &a, app_year(app)->year, 0, &tasks))
		code = command_failed();
	for (size_t i = 0; i < tasks.n; i++)
		if (!args->value[OPTION_OVERDUE] || task_overdue(&tasks.row[i], date_today()))
			task_line(&tasks.row[i]);
	arena_done(&a);
	return code;
}
