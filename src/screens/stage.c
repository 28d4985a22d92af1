/* One stage: what the data say of it with the doors to them, and its steps below. */
#include "nastavnik/base/date.h"
#include "nastavnik/model/bases.h"
#include "nastavnik/model/contest.h"
#include "nastavnik/model/outcome.h"
#include "nastavnik/model/prepare.h"
#include "nastavnik/store/read/participant.h"
#include "nastavnik/store/read/record.h"
#include "nastavnik/store/read/subbase.h"
#include "nastavnik/ui/menu.h"
#include "screens.h"
#include "stages.h"
#include "task.h"

static const struct list_column stage_columns[] = {
	[TASK_NAME] = { N_("What"), .width = 30, .grow = 1 },
	[TASK_DUE] = { N_("Term"), .width = 7, .drop = 1 },
	[TASK_DONE] = { N_("Done on"), .width = 10 },
	[TASK_WHO] = { N_("Responsible"), .width = 14, .drop = 2 },
	[TASK_RESULT] = { N_("Result"), .width = 20, .wide = true },
	{ 0 },
};

/* A way from the stage to its data. */
struct door {
	int stage;
	const char *text; /* msgid */
	const struct view *open;
	const void *arg;
	/* What the data say, translated; NULL: nothing worth a line, and no door. */
	const char *(*fact)(struct arena *a, const struct stages *stages);
};

static const struct base_arg without_topics = { .lack = LACK_TOPICS };
static const struct base_arg without_consent = { .lack = LACK_CONSENT };
static const struct base_arg without_pair = { .lack = LACK_PAIR };

static const char *count_text(struct arena *a, int64_t n)
{
	return n ? arena_printf(a, "%lld", (long long)n) : NULL;
}

/* The number first: a narrow screen cuts the end. */
static const char *share_text(struct arena *a, const struct stages *stages, int stage,
			      const char *what)
{
	const struct stage_state *state = &stages->state[stage];

	return state->total ? arena_printf(a, "%lld/%lld %s", (long long)state->done,
					   (long long)state->total, what)
			    : _("nobody yet");
}

static const char *mentees_fact(struct arena *a, const struct stages *stages)
{
	return share_text(a, stages, 2, _("with a request and consents"));
}

static const char *mentors_fact(struct arena *a, const struct stages *stages)
{
	return share_text(a, stages, 3, _("with competences and consents"));
}

static const char *training_fact(struct arena *a, const struct stages *stages)
{
	return share_text(a, stages, 4, _("selected and trained"));
}

static const char *pairs_fact(struct arena *a, const struct stages *stages)
{
	return share_text(a, stages, 5, _("in a pair or group"));
}

static const char *bonds_fact(struct arena *a, const struct stages *stages)
{
	return arena_printf(a, _("mentees: at work %lld, finished %lld"),
			    (long long)stages->board.members, (long long)stages->board.ended);
}

static const char *results_fact(struct arena *a, const struct stages *stages)
{
	return arena_printf(a, _("of %lld mentees %lld have finished"),
			    (long long)(stages->board.members + stages->board.ended),
			    (long long)stages->board.ended);
}

static const char *mentees_topics(struct arena *a, const struct stages *stages)
{
	return count_text(a, stages->board.mentees_without_topic);
}

static const char *mentees_consents(struct arena *a, const struct stages *stages)
{
	return count_text(a, stages->board.mentees_without_consent);
}

static const char *mentors_topics(struct arena *a, const struct stages *stages)
{
	return count_text(a, stages->board.mentors_without_topic);
}

static const char *mentors_consents(struct arena *a, const struct stages *stages)
{
	return count_text(a, stages->board.mentors_without_consent);
}

static const char *mentees_alone(struct arena *a, const struct stages *stages)
{
	return count_text(a, stages->board.mentees_without_pair);
}

/* Steps of all stages. */
static const char *roadmap_fact(struct arena *a, const struct stages *stages)
{
	const struct tasks *tasks = &stages->tasks;
	long long done = 0, all = 0;

	for (size_t i = 0; i < tasks->n; i++) {
		all += !tasks->row[i].optional;
		done += !tasks->row[i].optional && tasks->row[i].done_on;
	}
	return arena_printf(a, _("steps %lld/%lld"), done, all);
}

static const char *always(struct arena *a, const struct stages *stages)
{
	(void)a, (void)stages;
	return "";
}

/* How many records of a register the year has. */
static const char *records_fact(struct arena *a, const struct stages *stages,
				const struct record_type *type)
{
	int64_t n = 0;

	record_count_year(stages->store, type, stages->year, &n);
	return n ? arena_printf(a, "%lld", (long long)n) : "";
}

#define RECORDS_FACT(name)                                                           \
	static const char *name##_fact(struct arena *a, const struct stages *stages) \
	{                                                                            \
		return records_fact(a, stages, &name##_type);                        \
	}
RECORDS_FACT(document)
RECORDS_FACT(event)
RECORDS_FACT(partner)
RECORDS_FACT(team)
RECORDS_FACT(aim)
RECORDS_FACT(ground)
RECORDS_FACT(resource)
RECORDS_FACT(publication)
RECORDS_FACT(study)

RECORDS_FACT(request)
RECORDS_FACT(invitation)

RECORDS_FACT(feedback)
RECORDS_FACT(incentive)
RECORDS_FACT(practice)
RECORDS_FACT(contest)
RECORDS_FACT(award)
RECORDS_FACT(self_analysis)

static const char *entries_fact(struct arena *a, const struct stages *stages)
{
	const struct board *b = &stages->board;

	return arena_printf(a, _("handed in %lld of %lld"), (long long)b->entries,
			    (long long)(b->mentees + b->mentors));
}

/* «педагоги 12 · ученики 20», the greatest first. */
static const char *subbases_fact(struct arena *a, const struct stages *stages)
{
	struct subbase_counts counts = { 0 };
	const char *text = "";

	subbase_counts_load(stages->store, a, stages->year, &counts);
	for (size_t i = 0; i < counts.n; i++) {
		const struct subbase_count *row = &counts.row[i];

		text = arena_printf(a, "%s%s%s %lld", text, *text ? " · " : "",
				    row->subbase ? book_item_name(stages->books, row->subbase)
						 : _("not said"),
				    (long long)row->mentors);
	}
	return text;
}

static const int64_t forms_book = BOOK_FORM;

/* For the papers: where their list begins. */
static const int stage_number[] = { 0, 1, 2, 3, 4, 5, 6, 7 };

/* What is needed every week. */
static const struct door doors[] = {
	{ 1, N_("Roadmap of the year"), &roadmap_view, NULL, roadmap_fact },
	{ 1, N_("Calendar of the year"), &calendar_view, NULL, always },
	{ 1, N_("List of the school"), &people_view, NULL, always },
	{ 1, N_("Register of papers"), &documents_view, NULL, document_fact },
	{ 1, N_("Events"), &events_view, NULL, event_fact },
	{ 1, N_("Partners"), &partners_view, NULL, partner_fact },
	{ 1, N_("Papers of the stage"), &all_papers_view, &stage_number[1], always },
	{ 2, N_("Base of mentees"), &mentees_view, NULL, mentees_fact },
	{ 2, N_("Requests and what became of them"), &requests_view, NULL, request_fact },
	{ 2, N_("Informing families, teachers, pupils"), &informing_view, NULL, always },
	{ 2, N_("Consents"), &consents_view, NULL, always },
	{ 2, N_("Class sheets: nominations and consents"), &class_sheets_view, NULL, always },
	{ 2, N_("Entry questionnaires"), &entry_sheets_view, NULL, entries_fact },
	{ 2, N_("Without a request"), &mentees_view, &without_topics, mentees_topics },
	{ 2, N_("Without a consent to take part"), &mentees_view, &without_consent,
	  mentees_consents },
	{ 2, N_("Papers of the stage"), &all_papers_view, &stage_number[2], always },
	{ 3, N_("Base of mentors"), &mentors_view, NULL, mentors_fact },
	{ 3, N_("Invitations of mentors"), &invitations_view, NULL, invitation_fact },
	{ 3, N_("Sub-bases"), &subbases_view, NULL, subbases_fact },
	{ 3, N_("Without competences"), &mentors_view, &without_topics, mentors_topics },
	{ 3, N_("Without a consent to take part"), &mentors_view, &without_consent,
	  mentors_consents },
	{ 3, N_("Papers of the stage"), &all_papers_view, &stage_number[3], always },
	{ 4, N_("Readiness of mentors"), &training_view, NULL, training_fact },
	{ 4, N_("Interviews: sheets and decisions"), &interviews_view, NULL, always },
	{ 4, N_("Courses: lessons, attendance, certificates"), &courses_view, NULL, always },
	{ 4, N_("Papers of the stage"), &all_papers_view, &stage_number[4], always },
	{ 5, N_("Pairs and proposals"), &pairs_view, NULL, pairs_fact },
	{ 5, N_("Readiness: who suits nobody, what is missing"), &ready_view, NULL, always },
	{ 5, N_("Mentees without a pair"), &mentees_view, &without_pair, mentees_alone },
	{ 5, N_("Rules of forming pairs"), &rules_view, NULL, always },
	{ 5, N_("Order and pair list"), &papers_view, NULL, always },
	{ 5, N_("Papers of the stage"), &all_papers_view, &stage_number[5], always },
	{ 6, N_("Pairs and groups at work"), &bonds_view, NULL, bonds_fact },
	{ 6, N_("Meetings of all pairs"), &meetings_view, NULL, always },
	{ 6, N_("Who is behind, by how many days"), &behind_view, NULL, always },
	{ 6, N_("Mentors' diaries by month"), &diaries_view, NULL, always },
	{ 6, N_("Monitoring: indicators, surveys, report"), &monitoring_view, NULL, always },
	{ 6, N_("Papers of the stage"), &all_papers_view, &stage_number[6], always },
	{ 7, N_("Results of pairs against their plans"), &results_view, NULL, results_fact },
	{ 7, N_("Feedback of both sides"), &feedbacks_view, NULL, feedback_fact },
	{ 7, N_("Monitoring: indicators, surveys, report"), &monitoring_view, NULL, always },
	{ 7, N_("Payment for success, month by month"), &incentives_view, NULL, incentive_fact },
	{ 7, N_("Awards: decision, numbers, receipt"), &awards_view, NULL, award_fact },
	{ 7, N_("Closing the year and opening the next"), &years_view, NULL, always },
	{ 7, N_("Papers of the stage"), &all_papers_view, &stage_number[7], always },
};

/* What is needed once or a few times a year: behind «Подробно». */
static const struct door more_doors[] = {
	{ 1, N_("School: name, town, who signs"), &school_view, NULL, always },
	{ 1, N_("Team and roles"), &teams_view, NULL, team_fact },
	{ 1, N_("Aims and expected results"), &aims_view, NULL, aim_fact },
	{ 1, N_("Forms of mentoring in use"), &book_view, &forms_book, always },
	{ 1, N_("Legal grounds"), &grounds_view, NULL, ground_fact },
	{ 1, N_("Resources"), &resources_view, NULL, resource_fact },
	{ 1, N_("Publications"), &publications_view, NULL, publication_fact },
	{ 1, N_("The team's own training"), &studies_view, NULL, study_fact },
	{ 1, N_("Head counts"), &headcount_view, NULL, always },
	{ 1, N_("Reference books"), &books_view, NULL, always },
	{ 6, N_("Development plans of all pairs"), &plan_view, NULL, always },
	{ 6, N_("How the pairs are at work, which are effective"), &behind_view, &works_all,
	  always },
	{ 6, N_("Reports of the pairs by term"), &term_reports_view, NULL, always },
	{ 6, N_("Analytical reviews"), &reviews_view, NULL, always },
	{ 6, N_("Rules of stage 6"), &work_rules_view, NULL, always },
	{ 7, N_("Final events"), &final_events_view, NULL, always },
	{ 7, N_("Closing pairs with a date and a reason"), &bonds_view, NULL, bonds_fact },
	{ 7, N_("Who stands out: nominees by what is counted"), &nominees_view, NULL, always },
	{ 7, N_("Bank of cases, practices, programmes"), &practices_view, NULL, practice_fact },
	{ 7, N_("Contests"), &contests_view, NULL, contest_fact },
	{ 7, N_("Who goes on next year, and who becomes a mentor"), &going_on_view, NULL, always },
	{ 7, N_("Teachers' self-analysis"), &self_analyses_view, NULL, self_analysis_fact },
	{ 7, N_("Comparison of the years"), &compare_view, NULL, always },
};

/* A door, or a step. */
struct stage_row {
	const struct task *task;
	const struct door *door;
	const char *fact;
};

struct stage_desk {
	struct cells cells;
	struct stages stages;
	struct stage_row *row;
	size_t doors; /* they stand first */
};

static int stage_of(const struct frame *f)
{
	return *(const int *)f->arg;
}

static const struct stage_row *stage_row(const struct frame *f, size_t row)
{
	return &((const struct stage_desk *)f->data)->row[row];
}

static const struct task *stage_task(struct frame *f)
{
	return list_has_row(f) ? stage_row(f, list_row(f))->task : NULL;
}

/* The steps stand in the methodology's order until another one is asked for. */
static cells_order *const stage_order[TASK_CELLS] = {
	[TASK_DUE] = task_by_due,
	[TASK_DONE] = task_by_done,
	[TASK_WHO] = task_by_who,
	[TASK_RESULT] = task_by_result,
};

enum {
	DOORS = sizeof(doors) / sizeof(doors[0]),
	MORE_DOORS = sizeof(more_doors) / sizeof(more_doors[0])
};

/* The way to what is not needed every week, on the stage's screen itself. */
static const struct door more_door = { .text = N_("More"), .open = &stage_more_view };

/* What is told of a door of this stage; NULL: there is no such door now. */
static const char *door_fact(struct frame *f, const struct door *door, const struct stages *stages)
{
	return door->stage == stage_of(f) ? door->fact(&f->fresh, stages) : NULL;
}

/* «школа, команда, задачи…» */
static const char *more_names(struct frame *f, const struct stages *stages)
{
	const char *names = "";

	for (size_t i = 0; i < MORE_DOORS; i++)
		if (door_fact(f, &more_doors[i], stages))
			names = arena_printf(&f->fresh, "%s%s%s", names, *names ? " · " : "",
					     text_of(more_doors[i].text));
	return names;
}

static void door_add(struct stage_desk *desk, int64_t id, const struct door *door, const char *fact,
		     size_t *n)
{
	desk->cells.ids.row[*n] = id;
	desk->row[(*n)++] = (struct stage_row){ .door = door, .fact = fact };
}

static void doors_add(struct frame *f, struct stage_desk *desk, size_t *n)
{
	const char *more = more_names(f, &desk->stages);

	for (size_t i = 0; i < DOORS; i++) {
		const char *fact = door_fact(f, &doors[i], &desk->stages);

		if (fact)
			door_add(desk, -1 - (int64_t)i, &doors[i], fact, n);
	}
	if (*more)
		door_add(desk, -1 - (int64_t)DOORS, &more_door, more, n);
	desk->doors = *n;
}

static bool task_wanted(struct frame *f, const struct task *task, const struct list_query *query)
{
	int stage = stage_of(f);

	if (stage ? task->stage != stage : !task_overdue(task, date_today()))
		return false;
	return task_found(&f->fresh, task, query);
}

static void steps_add(struct frame *f, struct stage_desk *desk, const struct list_query *query,
		      size_t *n)
{
	const struct tasks *tasks = &desk->stages.tasks;
	size_t first = *n;

	for (size_t i = 0; i < tasks->n; i++)
		if (task_wanted(f, &tasks->row[i], query))
			desk->row[(*n)++] = (struct stage_row){ .task = &tasks->row[i] };
	cells_sort(&f->fresh, desk->row + first, *n - first, sizeof(*desk->row), stage_order,
		   query);
	for (size_t i = first; i < *n; i++)
		desk->cells.ids.row[i] = desk->row[i].task->id;
}

static enum rc stage_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct stage_desk *desk = arena_alloc(&f->fresh, sizeof(*desk));
	enum rc rc = stages_load(f, &desk->stages);

	if (rc != RC_OK)
		return rc;
	size_t room = DOORS + 1 + desk->stages.tasks.n;

	desk->row = ARENA_NEW(&f->fresh, struct stage_row, room);
	desk->cells.ids.row = ARENA_NEW(&f->fresh, int64_t, room);
	*n = 0;
	if (!*query->find)
		doors_add(f, desk, n);
	steps_add(f, desk, query, n);
	desk->cells.ids.n = *n;
	f->data = desk;
	return RC_OK;
}

static const char *door_text(struct arena *a, const struct stage_row *what)
{
	const char *text = text_of(what->door->text);

	return *what->fact ? arena_printf(a, "%s · %s", text, what->fact) : text;
}

static void door_show(struct cells *cells, struct arena *page, size_t row,
		      const struct stage_row *what)
{
	cells_set(cells, row, TASK_NAME, INK_TITLE, door_text(page, what));
}

static void step_show(struct cells *cells, struct arena *page, size_t row, const struct task *task,
		      bool of_all)
{
	const char *stage = arena_printf(page, "%lld  ", (long long)task->stage);

	task_show(cells, page, row, 0, of_all ? stage : "  ", task);
}

static enum rc stage_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct stage_desk *desk = f->data;

	cells_page(&desk->cells, page, TASK_CELLS, first, n);
	for (size_t i = first; i < first + n; i++) {
		const struct stage_row *row = &desk->row[i];

		if (row->door)
			door_show(&desk->cells, page, i, row);
		else
			step_show(&desk->cells, page, i, row->task, !stage_of(f));
	}
	return RC_OK;
}

static bool stage_whole(struct frame *f, size_t row)
{
	return stage_row(f, row)->door != NULL;
}

static const char *stage_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct stage_desk *desk = f->data;
	struct stage_progress steps =
		stage_progress(&desk->stages.tasks, stage_of(f), date_today());

	if (found || !stage_of(f))
		return arena_printf(a, found ? _("found %zu") : _("steps: %zu"), n);
	if (!steps.due)
		return arena_printf(a, _("steps %lld/%lld"), (long long)steps.done,
				    (long long)steps.all);
	return arena_printf(a, _("steps %lld/%lld · by %s"), (long long)steps.done,
			    (long long)steps.all, task_day(a, steps.due));
}

static const char *stage_status(struct frame *f, struct arena *a, size_t row)
{
	const struct task *task = stage_row(f, row)->task;

	if (!task)
		return arena_printf(a, _("%s. Enter opens it."), door_text(a, stage_row(f, row)));
	return task_status(a, task,
			   *task->result ? _("Space: done. F4: term, responsible, note.")
					 : _("Space: done, and once more: not done. F4: "
					     "term, responsible, result, note."));
}

static void stage_card(struct frame *f, struct lines *lines, size_t row)
{
	const struct stage_row *what = stage_row(f, row);

	if (what->door) {
		lines_add(lines, INK_TITLE, "%s", text_of(what->door->text));
		lines_text(lines, INK_TEXT, text_of(what->door->open->help));
	} else {
		desk_card(f, lines, task_fields, what->task);
	}
}

static bool on_step(struct frame *f)
{
	return desk_writable(f) &&
	       action_needs(f, stage_task(f) != NULL, N_("Put the cursor on a step first."));
}

static bool may_add(struct frame *f)
{
	return desk_writable(f) &&
	       action_needs(f, stage_of(f) != 0, N_("A step is added in the screen of its stage."));
}

static unsigned stage_tick(struct frame *f)
{
	int64_t id = list_current(f), next = list_next(f);
	unsigned took = task_tick(f, (struct ids){ &id, 1 }, stage_task(f)->name);

	if (took & UI_RELOAD)
		list_select(f, next);
	return took;
}

static unsigned stage_key(struct frame *f, const struct event *event)
{
	if (event->key != ' ' || *list_find(f))
		return UI_IGNORED;
	return on_step(f) ? stage_tick(f) : UI_TAKEN;
}

static unsigned stage_enter(struct frame *f)
{
	const struct door *door = stage_row(f, list_row(f))->door;

	if (door)
		return view_push(f, door->open,
				 door == &more_door ? f->arg : (void *)(uintptr_t)door->arg);
	return task_open(f, list_current(f), stage_of(f), DATE_NONE);
}

static unsigned stage_edit(struct frame *f)
{
	return task_open(f, list_current(f), stage_of(f), DATE_NONE);
}

static unsigned stage_new(struct frame *f)
{
	return task_open(f, 0, stage_of(f), DATE_NONE);
}

static unsigned stage_delete(struct frame *f)
{
	int64_t id = list_current(f);

	return task_remove(f, (struct ids){ &id, 1 }, stage_task(f)->name);
}

static unsigned stage_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

static const struct list_spec stage_list = {
	.columns = stage_columns,
	.load = stage_load,
	.id = cells_id,
	.fetch = stage_fetch,
	.cell = cells_cell,
	.whole = stage_whole,
	.count = stage_count,
	.status = stage_status,
	.card = stage_card,
	.empty = N_("No steps here. Ins adds one of your own."),
	.no_marks = true,
	.key = stage_key,
};

static const struct action stage_actions[] = {
	{ .key = K_ENTER,
	  .title = N_("Open what the line leads to"),
	  .enabled = list_has_row,
	  .run = stage_enter },
	{ .key = K_F(2),
	  .also = ' ',
	  .label = N_("Done"),
	  .title = N_("The step is done today; once more: it is not"),
	  .help = N_("Space does the same and goes on to the next line."),
	  .enabled = on_step,
	  .run = stage_tick },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("A step of the school's own"),
	  .enabled = may_add,
	  .run = stage_new },
	{ .key = K_F(4),
	  .label = N_("Edit"),
	  .title = N_("Term, responsible, result, note"),
	  .enabled = on_step,
	  .run = stage_edit },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list"),
	  .enabled = list_has_row,
	  .run = stage_print },
	{ .key = K_F(8),
	  .label = N_("Delete"),
	  .title = N_("Delete the step"),
	  .help = N_("What is the methodology's can be had again in the roadmap."),
	  .enabled = on_step,
	  .run = stage_delete },
	{ 0 },
};

static enum rc stage_init(struct frame *f)
{
	if (stage_of(f))
		frame_title(f, _("Stage %d · %s"), stage_of(f), stage_title(stage_of(f)));
	return RC_OK;
}

const struct view stage_view = {
	.name = "stage",
	.title = N_("Steps past their term"),
	.kind = &list_kind,
	.spec = &stage_list,
	.actions = stage_actions,
	.help = N_(
		"Above: what the data say of the stage, and the ways to them. Below: the steps of "
		"the methodology and the school's own. Space marks a step as done today. A step "
		"that a school may do without is never counted nor overdue."),
	.init = stage_init,
};

/* What stands behind «Подробно». */

static enum rc more_init(struct frame *f)
{
	frame_title(f, _("Stage %d · More"), stage_of(f));
	return RC_OK;
}

static enum rc more_load(struct frame *f, struct menu_items *items)
{
	struct stages stages;
	enum rc rc = stages_load(f, &stages);

	for (size_t i = 0; rc == RC_OK && i < MORE_DOORS; i++) {
		const char *fact = door_fact(f, &more_doors[i], &stages);

		if (fact)
			menu_add(items, (struct menu_item){
						.key = items->n < 9 ? '1' + (uint32_t)items->n : 0,
						.title = text_of(more_doors[i].text),
						.right = fact,
						.id = (int64_t)i + 1,
						.open = more_doors[i].open,
						.arg = (void *)(uintptr_t)more_doors[i].arg });
	}
	return rc;
}

static const struct menu_spec more_menu = { .load = more_load };

const struct view stage_more_view = {
	.name = "stage-more",
	.title = N_("More of a stage"),
	.kind = &menu_kind,
	.spec = &more_menu,
	.help = N_("What is written down once or a few times a year. What is needed every week "
		   "stands in the screen of the stage itself."),
	.init = more_init,
};
