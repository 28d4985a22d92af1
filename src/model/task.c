#include "nastavnik/model/task.h"

#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"

enum { DATE_FIRST = 20000101, DATE_LAST = 21991231 };

#define AT(member) offsetof(struct task, member)

/* clang-format off */
static const struct field task_rows[] = {
	{ .name = "name", .label = N_("Step"),
	  .hint = N_("What is to be done, in a few words."),
	  .kind = FIELD_TEXT, .flags = FIELD_REQUIRED | FIELD_IN_LIST, .offset = AT(name),
	  .max = 200, .width = 30 },
	{ .name = "due", .label = N_("Term"),
	  .hint = N_("The day by which it should be done; may stay empty."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST, .offset = AT(due), .min = DATE_FIRST,
	  .max = DATE_LAST, .width = 10 },
	{ .name = "done_on", .label = N_("Done on"),
	  .hint = N_("Empty until it is done. In the list Space writes today's date."),
	  .kind = FIELD_DATE, .flags = FIELD_IN_LIST, .offset = AT(done_on), .min = DATE_FIRST,
	  .max = DATE_LAST, .width = 10 },
	{ .name = "responsible", .label = N_("Responsible"),
	  .hint = N_("Who sees to it: a name, or a position."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_LIST, .offset = AT(responsible), .max = 100,
	  .width = 14 },
	{ .name = "result", .label = N_("Result"),
	  .hint = N_("What comes out of it: an order, minutes, a list."),
	  .kind = FIELD_TEXT, .flags = FIELD_IN_WIDE_LIST, .offset = AT(result), .max = 200,
	  .width = 20 },
	{ .name = "optional", .label = N_("A school may do without"),
	  .hint = N_("Yes: the step is not counted and never overdue."),
	  .kind = FIELD_YESNO, .offset = AT(optional), .width = 5 },
	{ .name = "note", .label = N_("Note"),
	  .hint = N_("Whatever is worth remembering: numbers of papers, agreements."),
	  .kind = FIELD_LONGTEXT, .offset = AT(note) },
};
/* clang-format on */
const struct fields task_fields = { task_rows, sizeof(task_rows) / sizeof(task_rows[0]) };

const char *stage_title(int stage)
{
	static const char *const title[STAGES] = {
		N_("Preparing the programme"),  N_("Base of mentees"),
		N_("Base of mentors"),          N_("Selecting and training mentors"),
		N_("Forming pairs and groups"), N_("Pairs at work"),
		N_("Closing the programme"),
	};

	return text_of(title[stage - 1]);
}

bool task_overdue(const struct task *task, int today)
{
	return !task->optional && !task->done_on && task->due && task->due < today;
}

bool task_movable(const struct task *task)
{
	return task->due && !task->done_on;
}

struct stage_progress stage_progress(const struct tasks *tasks, int stage, int today)
{
	struct stage_progress p = { .result = "" };
	int64_t last = 0;

	for (size_t i = 0; i < tasks->n; i++) {
		const struct task *task = &tasks->row[i];

		if (task->stage != stage)
			continue;
		if (task->done_on && *task->result && task->done_on >= last) {
			last = task->done_on;
			p.result = task->result;
		}
		if (task->optional)
			continue;
		p.all++;
		p.done += task->done_on != DATE_NONE;
		p.overdue += task_overdue(task, today);
		if (task->due > p.due)
			p.due = task->due;
	}
	return p;
}
