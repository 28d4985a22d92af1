/* Closing a school year: what is unfinished, and how the pairs end that are still at work. */
#include "nastavnik/app/closing.h"

#include "nastavnik/base/date.h"
#include "nastavnik/store/read/closing.h"
#include "nastavnik/store/read/school.h"
#include "nastavnik/ui/form.h"
#include "screens.h"

#define AT(member) offsetof(struct closing, member)

static const struct field closing_table[] = {
	{ .name = "on",
	  .label = N_("Pairs at work end on"),
	  .hint = N_("The last day of all pairs that nobody has closed yet."),
	  .kind = FIELD_DATE,
	  .flags = FIELD_REQUIRED,
	  .offset = AT(on),
	  .min = 20000101,
	  .max = 21991231,
	  .width = 10 },
	{ .name = "why",
	  .label = N_("Reason"),
	  .hint = N_("Stands in the history of each of them."),
	  .kind = FIELD_TEXT,
	  .flags = FIELD_REQUIRED,
	  .offset = AT(why),
	  .max = 100,
	  .width = 30 },
};

#undef AT

static const struct fields closing_fields = { closing_table,
					      sizeof(closing_table) / sizeof(closing_table[0]) };

/* Of the year that is to be closed. */
struct closing_desk {
	struct year year;
	struct unfinished left;
};

static enum rc closing_load(struct frame *f, void *record)
{
	struct closing_desk *desk = arena_alloc(&f->arena, sizeof(*desk));
	int64_t number = *(const int64_t *)f->arg;
	char name[12];
	enum rc rc = year_get(desk_store(f), &f->arena, number, &desk->year);

	if (rc == RC_OK)
		rc = unfinished_count(desk_store(f), number, date_today(), &desk->left);
	if (rc == RC_OK)
		rc = closing_propose(desk_app(f), number, record);
	f->data = desk;
	frame_title(f, _("Closing the school year %s"), year_name(number, name));
	return rc;
}

/* Where no pair is at work there is nothing to ask. */
static bool closing_shown(struct frame *f, const struct field *field, const void *record)
{
	const struct closing_desk *desk = f->data;

	(void)field, (void)record;
	return desk->left.at_work > 0;
}

static void left_add(struct lines *lines, int64_t n, const char *what)
{
	if (n)
		lines_add(lines, INK_WARN, "%s %s: %lld", GLYPH_WARN, what, (long long)n);
}

static void unfinished_add(struct lines *lines, const struct unfinished *left)
{
	size_t before = lines->n;

	left_add(lines, left->no_result, _("Pairs without a result written down"));
	left_add(lines, left->no_feedback, _("Pairs and groups without a word of feedback"));
	left_add(lines, left->tasks, _("Steps of the stages not done"));
	left_add(lines, left->diaries, _("Diaries that are missing, by months"));
	left_add(lines, left->requests, _("Requests still open"));
	left_add(lines, left->nominees, _("Nominees nobody has decided on"));
	if (lines->n == before)
		lines_add(lines, INK_GOOD, "%s %s", GLYPH_OK, _("Nothing is left undone."));
	else
		lines_add(lines, INK_DIM, "%s",
			  _("It may stay so; or press Esc, finish it and come back."));
}

static void closing_remarks(struct frame *f, struct lines *lines, const void *record)
{
	const struct closing_desk *desk = f->data;
	char name[12];

	(void)record;
	year_name(desk->year.year, name);
	lines_add(lines, INK_HEADING, "%s", _("Unfinished"));
	if (desk->year.year >= year_of(date_today()))
		lines_add(lines, INK_WARN, "%s %s", GLYPH_WARN,
			  _("This year is not over yet by the calendar."));
	unfinished_add(lines, &desk->left);
	lines_add(lines, INK_HEADING, "%s", _("What F2 will do"));
	if (desk->left.at_work)
		lines_add(lines, INK_TEXT,
			  ngettext("%lld pair at work ends; its history stays.",
				   "%lld pairs at work end; their history stays.",
				   (unsigned long)desk->left.at_work),
			  (long long)desk->left.at_work);
	lines_add(lines, INK_TEXT,
		  _("%s can only be read then. Pairs of teachers are prolonged when the next year "
		    "is opened."),
		  name);
}

static enum rc closing_save(struct frame *f, void *record)
{
	const struct closing_desk *desk = f->data;
	int64_t ended = 0;
	char name[12];
	enum rc rc = year_close(desk_app(f), desk->year.year, record, &ended);

	if (rc != RC_OK)
		return rc;
	ui_say(f->ui,
	       _("The school year %s is closed; pairs and groups ended: %lld. Ctrl+Z takes it "
		 "back."),
	       year_name(desk->year.year, name), (long long)ended);
	return RC_OK;
}

static const struct form_part closing_parts[] = { { .fields = &closing_fields }, { 0 } };

static const struct form_spec closing_form = {
	.size = sizeof(struct closing),
	.parts = closing_parts,
	.load = closing_load,
	.save = closing_save,
	.writable = desk_file_writable,
	.shown = closing_shown,
	.remarks = closing_remarks,
};

const struct view year_close_view = {
	.name = "year-close",
	.title = N_("Closing the school year"),
	.kind = &form_kind,
	.spec = &closing_form,
	.help = N_("A closed year can be looked into, printed and counted, and nothing in it "
		   "changes any more. What is unfinished is listed as advice. The year is opened "
		   "again, where that must be, in “School years” with F4."),
};
