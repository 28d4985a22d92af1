/* Cards of mentors for a regional bank: only those chosen, and only after a plain question. */
#include <string.h>

#include "nastavnik/app/export.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/list.h"
#include "screens.h"

static enum rc bank_write(struct frame *f, const struct save_task *task, struct issues *lost,
			  const char **said)
{
	const struct ids *chosen = task->data;
	const struct export_options options = { .encoding = task->encoding, .only = chosen };
	int64_t rows;
	enum rc rc = export_run(desk_app(f), EXPORT_BANK, task->path, &options, lost, &rows);

	if (rc == RC_OK)
		*said = arena_printf(&f->arena, _("Rows: %lld."), (long long)rows);
	return rc;
}

enum { BANK_XLSX, BANK_CSV };

static unsigned bank_answered(struct frame *f, int button, void *data)
{
	if (button != BANK_XLSX && button != BANK_CSV)
		return UI_TAKEN;
	return save_ask(
		f,
		&(struct save_task){ .title = _("Cards for a regional bank"),
				     .path = button == BANK_CSV ? _("bank.csv") : _("bank.xlsx"),
				     .data = data,
				     .write = bank_write },
		button == BANK_CSV);
}

unsigned bank_ask(struct frame *f)
{
	struct ids *ids = arena_alloc(&f->arena, sizeof(*ids));

	*ids = list_chosen(f, &f->arena);
	return dialog_ask(
		f,
		&(struct question){
			.title = _("Cards for a regional bank"),
			.text = arena_printf(
				&f->arena,
				ngettext("The card of %zu mentor, with name, telephone and e-mail, "
					 "becomes a file that leaves the school. Only with the "
					 "person's consent. Names of mentees are not in it.",
					 "The cards of %zu mentors, with names, telephones and "
					 "e-mails, become a file that leaves the school. Only with "
					 "the consent of each. Names of mentees are not in it.",
					 ids->n),
				ids->n),
			.button = { _("Excel"), _("CSV"), _("Do not") },
			.chosen = 2,
			.answered = bank_answered,
			.data = ids });
}
