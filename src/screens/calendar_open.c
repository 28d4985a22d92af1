/* What an entry of the calendar opens, by its kind, and what can be put on a day. */
#include "calendar.h"

#include "nastavnik/base/date.h"
#include "nastavnik/model/task.h"
#include "nastavnik/store/read/bond.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/list.h"
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

/* A kind with a screen of its own gets a row here. */
static item_open *const openers[CALENDAR_KINDS + 1] = {
	[CALENDAR_TASK] = open_task,
	[CALENDAR_MEETING] = open_meeting,
	[CALENDAR_HELD] = open_meeting,
	[CALENDAR_CONSENT] = open_consents,
};

bool calendar_item_opens(const struct calendar_item *item)
{
	return openers[item->entry.kind] != NULL;
}

unsigned calendar_item_open(struct frame *f, const struct calendar_item *item)
{
	return openers[item->entry.kind](f, item);
}

static unsigned stage_picked(struct frame *f, struct ids ids, void *data)
{
	const int *day = data;

	return task_open(f, 0, (int)ids.row[0], *day);
}

unsigned calendar_add(struct frame *f, int day)
{
	struct choice *choice = ARENA_NEW(&f->arena, struct choice, STAGES);
	int *kept = ARENA_NEW(&f->arena, int, 1);
	char date[DATE_SIZE];

	*kept = day;
	for (int stage = 1; stage <= STAGES; stage++)
		choice[stage - 1] =
			(struct choice){ .id = stage,
					 .code = "",
					 .name = arena_printf(&f->arena, "%d · %s", stage,
							      stage_title(stage)) };
	return dialog_pick(
		f, &(struct picker){ .title = arena_printf(&f->arena,
							   _("Of which stage is the step? %s"),
							   date_format(day, date)),
				     .choices = { choice, STAGES },
				     .picked = stage_picked,
				     .data = kept });
}
