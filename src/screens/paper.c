/* A paper of the catalogue on the screen, and from there to a file or a printer. */
#include <string.h>

#include "nastavnik/app/papers.h"
#include "nastavnik/ui/dialog.h"
#include "nastavnik/ui/text.h"
#include "papers.h"

enum { PAPER_COLUMNS = 78 }; /* what a screen of 80 columns shows whole */

/* arg: const struct paper_shown. */
static const struct paper_shown *shown_of(const struct frame *f)
{
	return f->arg;
}

static const char *shown_title(struct arena *a, const struct paper_shown *shown)
{
	const char *title = text_of(shown->wish.paper->title);

	return *shown->whom ? arena_printf(a, "%s · %s", title, shown->whom) : title;
}

static enum rc paper_view_load(struct frame *f, struct lines *lines)
{
	const struct paper_shown *shown = shown_of(f);
	struct paper_text text;
	enum rc rc = paper_lines(desk_app(f), &shown->wish, &f->fresh, PAPER_COLUMNS, &text);

	if (rc != RC_OK)
		return rc;
	frame_title(f, "%s", shown_title(&f->fresh, shown));
	for (size_t i = 0; i < text.n; i++)
		lines_add(lines, INK_TEXT, "%s", text.line[i]);
	return RC_OK;
}

static const struct text_spec paper_text_spec = { .load = paper_view_load, .paper = true };

/* To a file, to a printer: the task's data is what is shown; `what` counts the papers of one job.
 */
static enum rc paper_write(struct frame *f, const struct save_task *task, struct issues *lost,
			   const char **said)
{
	const struct paper_shown *shown = task->data;
	enum rc rc;
	size_t made;

	rc = paper_save(desk_app(f), &shown[task->what].wish, task->path, task->encoding, lost,
			&made);
	if (rc == RC_OK && made > 1)
		*said = arena_printf(&f->arena, _("Sheets: %zu."), made);
	return rc;
}

/* «Реестр-наставников»: the title without what stands in brackets or behind a colon. */
static const char *file_name(struct arena *a, const struct paper *paper)
{
	char *name = arena_strdup(a, text_of(paper->title));
	size_t n = strcspn(name, "(:,");

	while (n && name[n - 1] == ' ')
		n--;
	name[n] = '\0';
	for (char *p = name; *p; p++) {
		if (*p == ' ' || *p == '/')
			*p = '-';
	}
	return name;
}

static struct save_task paper_task(struct frame *f, const struct paper_shown *shown, size_t n)
{
	struct paper_shown *kept = ARENA_NEW(&f->arena, struct paper_shown, n);

	memcpy(kept, shown, n * sizeof(*kept));
	return (struct save_task){ .title = text_of(shown->wish.paper->title),
				   .data = kept,
				   .papers = (int)n,
				   .write = paper_write };
}

unsigned paper_send(struct frame *f, const struct paper_shown *shown)
{
	struct save_task task = paper_task(f, shown, 1);

	task.path = file_name(&f->arena, shown->wish.paper);
	return paper_ask(f, &task);
}

unsigned paper_save_as(struct frame *f, const struct paper_shown *shown, const char *ending)
{
	struct save_task task = paper_task(f, shown, 1);

	task.path =
		arena_printf(&f->arena, "%s.%s", file_name(&f->arena, shown->wish.paper), ending);
	return save_ask(f, &task, strcmp(ending, "txt") == 0);
}

unsigned paper_print(struct frame *f, const struct paper_shown *shown, size_t n)
{
	struct save_task task = paper_task(f, shown, n);

	if (n > 1)
		task.title = _("The order with its annex");
	return printer_ask(f, &task);
}

static unsigned paper_view_print(struct frame *f)
{
	return paper_print(f, shown_of(f), 1);
}

static unsigned paper_view_pdf(struct frame *f)
{
	return paper_save_as(f, shown_of(f), "pdf");
}

static unsigned paper_view_odt(struct frame *f)
{
	return paper_save_as(f, shown_of(f), "odt");
}

static unsigned paper_view_text(struct frame *f)
{
	return paper_save_as(f, shown_of(f), "txt");
}

static bool paper_is_edited(struct frame *f)
{
	return action_needs(f, shown_of(f)->wish.paper->flags & PAPER_ODT,
			    N_("Not to be edited: print it, or save it as PDF or text."));
}

static const struct action paper_actions[] = {
	{ .key = K_F(2), .label = N_("PDF"), .title = N_("Save as PDF"), .run = paper_view_pdf },
	{ .key = K_F(4),
	  .label = N_("ODT"),
	  .title = N_("Save as ODT, to be edited"),
	  .help = N_("A text for LibreOffice or Word: the secretary can still change the wording."),
	  .enabled = paper_is_edited,
	  .run = paper_view_odt },
	{ .key = K_F(6), .label = N_("Text"), .title = N_("Save as text"), .run = paper_view_text },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("To a printer"),
	  .run = paper_view_print },
	{ 0 },
};

const struct view paper_view = {
	.name = "paper",
	.title = N_("A paper"),
	.kind = &text_kind,
	.spec = &paper_text_spec,
	.actions = paper_actions,
	.help = N_("The paper as it will be printed. An empty number or date leaves a place to "
		   "write it by hand."),
};

unsigned paper_open(struct frame *f, const struct paper_shown *shown)
{
	struct paper_shown *kept = arena_alloc(&f->arena, sizeof(*kept));

	*kept = *shown;
	return view_push(f, &paper_view, kept);
}

/* Papers of one record */

struct papers_of {
	struct choices papers;
	struct paper_shown *shown;
};

static unsigned papers_of_picked(struct frame *f, struct ids ids, void *data)
{
	const struct papers_of *of = data;

	return ids.n ? paper_open(f, &of->shown[ids.row[0] - 1]) : UI_TAKEN;
}

/* The one of the ids that the paper can be made for; 0. */
static int64_t choice_among(const struct choices *choices, struct ids ids)
{
	for (size_t i = 0; i < choices->n; i++) {
		for (size_t k = 0; k < ids.n; k++) {
			if (choices->row[i].id == ids.row[k])
				return ids.row[k];
		}
	}
	return 0;
}

/* Papers of the same subject stand together: its list is read once. */
static enum rc papers_find(struct frame *f, struct ids ids, const char *whom, struct papers_of *of)
{
	struct choice *choice = NULL;
	struct choices choices = { 0 };
	const struct paper_subject *read = NULL;
	const struct paper *paper;
	size_t cap = 0, shown_cap = 0;

	for (size_t i = 0; (paper = paper_at(i)) != NULL; i++) {
		int64_t id;

		if (!paper->of)
			continue;
		if (paper->of != read &&
		    paper_choices(desk_app(f), paper, &f->arena, &choices) != RC_OK)
			return err_last()->code;
		read = paper->of;
		id = choice_among(&choices, ids);
		if (!id)
			continue;
		choice = arena_grow(&f->arena, choice, of->papers.n, &cap, sizeof(*choice));
		of->shown = arena_grow(&f->arena, of->shown, of->papers.n, &shown_cap,
				       sizeof(*of->shown));
		of->shown[of->papers.n] = (struct paper_shown){
			.wish = { .paper = paper, .ids = { desk_id_arg(f, id), 1 } }, .whom = whom
		};
		choice[of->papers.n] = (struct choice){ .id = (int64_t)of->papers.n + 1,
							.code = "",
							.name = text_of(paper->title) };
		of->papers.n++;
	}
	of->papers.row = choice;
	return RC_OK;
}

unsigned papers_of_ask(struct frame *f, struct ids ids, const char *whom)
{
	struct papers_of *of = arena_alloc(&f->arena, sizeof(*of));

	if (papers_find(f, ids, arena_strdup(&f->arena, whom), of) != RC_OK)
		return ui_fault(f->ui);
	if (!of->papers.n) {
		err_set(RC_NOT_FOUND, _("There is no paper to make for this record: nobody takes "
					"part here yet, or the pair has ended."));
		return ui_fault(f->ui);
	}
	return dialog_pick(f, &(struct picker){ .title = of->shown->whom,
						.choices = of->papers,
						.picked = papers_of_picked,
						.data = of });
}

unsigned paper_show(struct frame *f, const char *name, int64_t id, const char *whom)
{
	const struct paper_shown shown = {
		.wish = { .paper = paper_find(name), .ids = { desk_id_arg(f, id), id != 0 } },
		.whom = arena_strdup(&f->arena, whom),
	};

	return paper_open(f, &shown);
}
