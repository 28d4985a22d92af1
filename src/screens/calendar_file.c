/* The year as a file for calendar programs and telephones. */
#include "calendar.h"
#include "nastavnik/ui/dialog.h"
#include "screens.h"

/* By the buttons of the question. */
enum { FILE_BARE, FILE_NAMES };

static enum rc file_write(struct frame *f, const struct save_task *task, struct issues *lost,
			  const char **said)
{
	size_t events;
	enum rc rc = calendar_save(desk_app(f), task->path, task->what == FILE_NAMES, &events);

	(void)lost;
	if (rc == RC_OK)
		*said = arena_printf(&f->arena, _("Entries: %zu."), events);
	return rc;
}

static unsigned file_answered(struct frame *f, int button, void *data)
{
	(void)data;
	if (button < 0)
		return UI_TAKEN;
	return save_ask(f,
			&(struct save_task){
				.title = _("Calendar for other programs"),
				.path = arena_printf(&f->arena, "%s.ics", C_("file", "calendar")),
				.what = button,
				.write = file_write },
			false);
}

unsigned calendar_file_ask(struct frame *f)
{
	return dialog_ask(
		f, &(struct question){
			   .title = _("Calendar for other programs"),
			   .text = _("The whole school year as a file that calendar programs and "
				     "telephones read: terms, meetings, events, lessons. Who "
				     "meets whom is in it only when you choose so: such a file "
				     "stays in the school. Read again, it doubles nothing."),
			   .button = { _("Without names"), _("With names") },
			   .answered = file_answered });
}
