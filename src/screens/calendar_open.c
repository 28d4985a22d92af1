/* What an entry of the calendar opens, by its kind, and what can be put on a day. */
#include "calendar.h"

#include "nastavnik/base/date.h"
#include "nastavnik/model/task.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/list.h"
#include "records.h"
#include "screens.h"
#include "task.h"

typedef unsigned item_open(struct frame *f, const struct calendar_item *item);

static unsigned open_task(struct frame *f, const struct calendar_item *item)
{
	return task_open(f, item->entry.id, (int)item->entry.of, DATE_NONE);
}

/* The pairs, with the cursor on the one that meets. */
static unsigned open_meeting(struct frame *f, const struct calendar_item *item)
{
	struct members members;
	struct frame *pairs;

	if (members_load(desk_store(f), &f->fresh, desk_year(f), &members) != RC_OK)
		return ui_fault(f->ui);
	pairs = view_open(f->ui, f, &bonds_view, NULL, NULL);
	for (size_t i = 0; i < members.n && pairs; i++) {
		if (members.row[i].bond != item->entry.of)
			continue;
		list_select(pairs, members.row[i].id);
		break;
	}
	return UI_TAKEN | UI_REDRAW;
}

/* Who has none any more; or the person's own, when it is one person's. */
static unsigned open_consents(struct frame *f, const struct calendar_item *item)
{
	static const struct consents_arg past = { .show = CONSENTS_PAST };

	if (item->entry.count == 1)
		return view_push(f, &person_consents_view, desk_id_arg(f, item->entry.of));
	return view_push(f, &consents_view, item->overdue ? (void *)(uintptr_t)&past : NULL);
}

static unsigned record_show(struct frame *f, const struct view *form, struct record_arg what)
{
	struct record_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = what;
	return view_push(f, form, arg);
}

static unsigned open_event(struct frame *f, const struct calendar_item *item)
{
	return record_show(f, &event_view, (struct record_arg){ .id = item->entry.id });
}

static unsigned open_lesson(struct frame *f, const struct calendar_item *item)
{
	return record_show(f, &lesson_view, (struct record_arg){ .id = item->entry.id });
}

static unsigned open_course(struct frame *f, const struct calendar_item *item)
{
	return record_show(f, &course_view, (struct record_arg){ .id = item->entry.id });
}

static unsigned open_contest(struct frame *f, const struct calendar_item *item)
{
	return record_show(f, &contest_view, (struct record_arg){ .id = item->entry.id });
}

static unsigned open_partner(struct frame *f, const struct calendar_item *item)
{
	return record_show(f, &partner_view, (struct record_arg){ .id = item->entry.id });
}

static unsigned open_diaries(struct frame *f, const struct calendar_item *item)
{
	(void)item;
	return view_push(f, &diaries_view, NULL);
}

static item_open *const openers[CALENDAR_KINDS + 1] = {
	[CALENDAR_TASK] = open_task,        [CALENDAR_MEETING] = open_meeting,
	[CALENDAR_HELD] = open_meeting,     [CALENDAR_EVENT] = open_event,
	[CALENDAR_LESSON] = open_lesson,    [CALENDAR_TEST] = open_course,
	[CALENDAR_CONTEST] = open_contest,  [CALENDAR_DIARY] = open_diaries,
	[CALENDAR_CONSENT] = open_consents, [CALENDAR_AGREEMENT] = open_partner,
};

unsigned calendar_item_open(struct frame *f, const struct calendar_item *item)
{
	return openers[item->entry.kind](f, item);
}

/* An event is no stage. */
enum { ADD_EVENT = STAGES + 1 };

static unsigned added_picked(struct frame *f, struct ids ids, void *data)
{
	const int *day = data;

	if (ids.row[0] == ADD_EVENT)
		return record_show(f, &event_view,
				   (struct record_arg){ .owner = desk_year(f), .day = *day });
	return task_open(f, 0, (int)ids.row[0], *day);
}

unsigned calendar_add(struct frame *f, int day)
{
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, ADD_EVENT);
	int *kept = ARENA_NEW(&f->arena, int, 1);
	char date[DATE_SIZE];

	*kept = day;
	for (int stage = 1; stage <= STAGES; stage++)
		choice[stage - 1] =
			(struct choice){ .id = stage,
					 .code = "",
					 .name = arena_printf(&f->arena, "%d · %s", stage,
							      stage_title(stage)) };
	choice[STAGES] = (struct choice){ .id = ADD_EVENT, .code = "", .name = _("Event") };
	return dialog_pick(
		f, &(struct picker){ .title = arena_printf(
					     &f->arena, _("A step of which stage, or an event? %s"),
					     date_format(day, date)),
				     .choices = { choice, ADD_EVENT },
				     .picked = added_picked,
				     .data = kept });
}
