/* Stage 4: the learners of a course: attendance, test, certificates. */
#include "learners.h"

#include "nastavnik/app/records.h"
#include "nastavnik/ui/dialog.h"
#include "papers.h"
#include "records.h"

enum {
	LEARNER_NAME,
	LEARNER_CLASS,
	LEARNER_SHARE,
	LEARNER_MARK,
	LEARNER_STATE,
	LEARNER_NUMBER,
	LEARNER_RECEIVED,
	LEARNER_COLUMNS
};

static const struct list_column learner_columns[] = {
	[LEARNER_NAME] = { N_("Full name"), .width = 20, .grow = 1 },
	[LEARNER_CLASS] = { N_("Class"), .width = 7, .drop = 2 },
	[LEARNER_SHARE] = { N_("Lessons"), .width = 10 },
	[LEARNER_MARK] = { N_("Test"), .width = -4 },
	[LEARNER_STATE] = { N_("How it stands"), .width = 16 },
	[LEARNER_NUMBER] = { N_("Course certificate"), .width = 10, .drop = 1 },
	[LEARNER_RECEIVED] = { N_("Received"), .width = 10, .drop = 3 },
	{ 0 },
};

struct learners_screen *learners_of(const struct frame *f)
{
	return f->data;
}

int64_t learners_course(const struct frame *f)
{
	return *(const int64_t *)f->arg;
}

static int by_number(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int by_class(const void *a, const void *b)
{
	const struct course_learner *x = a, *y = b;

	return cells_by_class(person_class_or_position(&x->who.person),
			      person_class_or_position(&y->who.person));
}

static int by_share(const void *a, const void *b)
{
	const struct course_learner *x = a, *y = b;

	return by_number(attended_share(&x->attended), attended_share(&y->attended));
}

static int by_mark(const void *a, const void *b)
{
	const struct course_learner *x = a, *y = b;

	return by_number(x->learner.mark, y->learner.mark);
}

static int by_learning(const void *a, const void *b)
{
	const struct course_learner *x = a, *y = b;

	return by_number(x->learning, y->learning);
}

static int by_certificate(const void *a, const void *b)
{
	const struct course_learner *x = a, *y = b;

	return cells_by_text(x->learner.certificate, y->learner.certificate);
}

static int by_received(const void *a, const void *b)
{
	const struct course_learner *x = a, *y = b;

	return by_number(x->learner.received_on, y->learner.received_on);
}

/* They come by name. */
static cells_order *const learner_order[LEARNER_COLUMNS] = {
	[LEARNER_CLASS] = by_class,        [LEARNER_SHARE] = by_share,
	[LEARNER_MARK] = by_mark,          [LEARNER_STATE] = by_learning,
	[LEARNER_NUMBER] = by_certificate, [LEARNER_RECEIVED] = by_received,
};

static bool learner_found(struct frame *f, const struct course_learner *l,
			  const struct list_query *query)
{
	return cells_found(&f->fresh, query,
			   arena_printf(&f->fresh, "%s %s %s %s",
					person_name(&f->fresh, &l->who.person),
					person_class_or_position(&l->who.person),
					l->learner.certificate, learning_name(l->learning)));
}

static enum rc learners_load(struct frame *f, const struct list_query *query, size_t *n)
{
	struct learners_screen *s = arena_alloc(&f->fresh, sizeof(*s));
	enum rc rc = course_sheet_load(desk_app(f), &f->fresh, learners_course(f), &s->sheet);

	if (rc != RC_OK)
		return rc;
	frame_title(f, "%s · %s", _("Course"), s->sheet.course.name);
	s->row = ARENA_NEW(&f->fresh, struct course_learner, s->sheet.n);
	for (size_t i = 0; i < s->sheet.n; i++)
		if (learner_found(f, &s->sheet.row[i], query))
			s->row[s->n++] = s->sheet.row[i];
	cells_sort(&f->fresh, s->row, s->n, sizeof(*s->row), learner_order, query);
	s->cells.ids = (struct ids){ ARENA_NEW(&f->fresh, int64_t, s->n), s->n };
	for (size_t i = 0; i < s->n; i++)
		s->cells.ids.row[i] = s->row[i].learner.head.id;
	*n = s->n;
	f->data = s;
	return RC_OK;
}

static const char *share_text(struct arena *a, const struct attended *attended)
{
	int64_t share = attended_share(attended);

	if (share == FIELD_NOTHING)
		return "";
	return arena_printf(a, "%lld/%lld %lld%%", (long long)attended->there,
			    (long long)(attended->held - attended->excused), (long long)share);
}

static enum ink learning_ink(enum learning learning)
{
	static const enum ink inks[] = { [LEARNING_GOING] = INK_DIM,
					 [LEARNING_ABSENT] = INK_WARN,
					 [LEARNING_FAILED] = INK_WARN,
					 [LEARNING_PASSED] = INK_GOOD };

	return inks[learning];
}

static const char *date_text(struct arena *a, int64_t date)
{
	char text[DATE_SIZE];

	return date ? arena_strdup(a, date_format((int)date, text)) : "";
}

static void learner_show(struct cells *cells, struct arena *page, size_t i,
			 const struct course_learner *l)
{
	char number[NUMBER_SIZE];

	cells_set(cells, i, LEARNER_NAME, INK_TEXT, person_name(page, &l->who.person));
	cells_set(cells, i, LEARNER_CLASS, INK_TEXT, person_class_or_position(&l->who.person));
	cells_set(cells, i, LEARNER_SHARE, INK_TEXT, share_text(page, &l->attended));
	if (l->learner.mark != FIELD_NOTHING)
		cells_set(cells, i, LEARNER_MARK, INK_TEXT,
			  arena_strdup(page, number_format(l->learner.mark, 0, number)));
	cells_set(cells, i, LEARNER_STATE, learning_ink(l->learning),
		  arena_printf(page, "%s%s",
			       l->learning == LEARNING_PASSED  ? GLYPH_OK " "
			       : l->learning == LEARNING_GOING ? ""
							       : GLYPH_WARN " ",
			       learning_name(l->learning)));
	cells_set(cells, i, LEARNER_NUMBER, INK_TEXT, l->learner.certificate);
	cells_set(cells, i, LEARNER_RECEIVED, INK_TEXT, date_text(page, l->learner.received_on));
}

static enum rc learners_fetch(struct frame *f, struct arena *page, size_t first, size_t n)
{
	struct learners_screen *s = learners_of(f);

	cells_page(&s->cells, page, LEARNER_COLUMNS, first, n);
	for (size_t i = first; i < first + n; i++)
		learner_show(&s->cells, page, i, &s->row[i]);
	return RC_OK;
}

static const char *learners_count(struct frame *f, struct arena *a, size_t n, bool found)
{
	const struct course_sheet *sheet = &learners_of(f)->sheet;

	if (found)
		return arena_printf(a, _("found %zu"), n);
	return arena_printf(a, _("learners %zu · lessons %zu · passed %zu"), sheet->n,
			    sheet->lessons, sheet->passed);
}

static const char *learners_status(struct frame *f, struct arena *a, size_t row)
{
	(void)f, (void)a, (void)row;
	return _("F2 – who was there and the test · F6 – lessons · Ins – more learners · F9 – "
		 "certificates");
}

static const char *learners_nothing(struct frame *f)
{
	return learners_of(f)->sheet.course.role == ROLE_MENTOR
		       ? _("Nobody is on the course yet. Ins takes mentors from their base, all at "
			   "once or by name; F6 – the lessons.")
		       : _("Nobody is on the course yet. Ins takes mentees from their base, all at "
			   "once or by name; F6 – the lessons.");
}

static void learner_card(struct frame *f, struct lines *lines, size_t row)
{
	const struct course_learner *l = &learners_of(f)->row[row];
	const struct course *c = &learners_of(f)->sheet.course;
	struct arena *a = lines->arena;

	lines_add(lines, INK_TITLE, "%s", person_name(a, &l->who.person));
	lines_pair(lines, _("Class"), person_class_or_position(&l->who.person));
	lines_pair(lines, _("Lessons"), share_text(a, &l->attended));
	if (l->attended.excused)
		lines_pair(lines, _("with a reason"),
			   arena_printf(a, "%lld", (long long)l->attended.excused));
	if (c->attend != FIELD_NOTHING)
		lines_pair(lines, _("Attendance, %"),
			   arena_printf(a, _("from %lld"), (long long)c->attend));
	if (c->mark_pass != FIELD_NOTHING)
		lines_pair(lines, _("Points to pass"),
			   arena_printf(a, _("%lld of %lld"), (long long)c->mark_pass,
					(long long)c->mark_max));
	desk_card(f, lines, *learner_type.fields, &l->learner);
}

/* The rest of what can be done */

static unsigned learners_attendance(struct frame *f)
{
	return view_push(f, &attendance_view, f->arg);
}

static unsigned learners_lessons(struct frame *f)
{
	struct records_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct records_arg){
		.owner = learners_course(f),
		.whose = arena_strdup(&f->arena, learners_of(f)->sheet.course.name),
	};
	return view_push(f, &lessons_view, arg);
}

static unsigned course_open(struct frame *f)
{
	struct record_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct record_arg){ .id = learners_course(f), .owner = desk_year(f) };
	return view_push(f, &course_view, arg);
}

static unsigned learner_edit(struct frame *f)
{
	struct record_arg *arg = arena_alloc(&f->arena, sizeof(*arg));

	*arg = (struct record_arg){ .id = list_current(f), .owner = learners_course(f) };
	return view_push(f, &learner_view, arg);
}

static unsigned learners_remove(struct frame *f, struct ids ids)
{
	if (records_delete(desk_app(f), &learner_type, ids) != RC_OK)
		return ui_fault(f->ui);
	list_unmark(f);
	ui_say(f->ui,
	       ngettext("Taken off the course: %zu. Ctrl+Z has it back.",
			"Taken off the course: %zu. Ctrl+Z has them back.", ids.n),
	       ids.n);
	return UI_TAKEN | UI_RELOAD;
}

static unsigned remove_answered(struct frame *f, int button, void *data)
{
	return button == 0 ? learners_remove(f, *(const struct ids *)data) : UI_TAKEN;
}

static unsigned learners_delete(struct frame *f)
{
	struct ids *ids = arena_alloc(&f->arena, sizeof(*ids));

	*ids = list_chosen(f, &f->arena);
	if (ids->n == 1)
		return learners_remove(f, *ids);
	return dialog_ask(
		f, &(struct question){
			   .title = _("Take them off the course?"),
			   .text = arena_printf(&f->arena,
						_("%zu with their attendance and marks."), ids->n),
			   .button = { _("Take off"), _("Leave") },
			   .chosen = 1,
			   .answered = remove_answered,
			   .data = ids });
}

static bool may_change(struct frame *f)
{
	return list_has_row(f) && desk_writable(f);
}

static unsigned learners_print(struct frame *f)
{
	return print_ask(f, EXPORT_COUNT);
}

/* Papers */

static bool has_number(struct frame *f)
{
	const struct course_sheet *sheet = &learners_of(f)->sheet;
	bool any = false;

	for (size_t i = 0; i < sheet->n; i++)
		any = any || *sheet->row[i].learner.certificate;
	return action_needs(f, any, N_("No certificate has a number yet: give them first."));
}

/* Of the marked ones, or of all who have a number. */
static unsigned certificates_show(struct frame *f)
{
	const struct course_sheet *sheet = &learners_of(f)->sheet;
	struct ids ids = { ARENA_NEW(&f->arena, int64_t, sheet->n), 0 };
	struct paper_shown shown = { .wish.paper = paper_find("certificate"),
				     .whom = arena_strdup(&f->arena, sheet->course.name) };

	for (size_t i = 0; i < sheet->n; i++)
		if (*sheet->row[i].learner.certificate)
			ids.row[ids.n++] = sheet->row[i].learner.head.id;
	shown.wish.ids = list_marks(f) ? list_chosen(f, &f->arena) : ids;
	return paper_open(f, &shown);
}

static unsigned attendance_show(struct frame *f)
{
	return paper_show(f, "attendance_sheet", learners_course(f),
			  learners_of(f)->sheet.course.name);
}

static unsigned receipt_show(struct frame *f)
{
	return paper_show(f, "course_receipt", learners_course(f),
			  learners_of(f)->sheet.course.name);
}

static const struct action learners_actions[] = {
	{ .key = K_F(2),
	  .label = N_("Attendance"),
	  .title = N_("Attendance and test: one key a cell"),
	  .run = learners_attendance },
	{ .key = K_F(4),
	  .also = K_ENTER,
	  .label = N_("Course certificate"),
	  .title = N_("The certificate of the learner: number, dates"),
	  .enabled = list_has_row,
	  .run = learner_edit },
	{ .key = K_F(5),
	  .label = N_("Print"),
	  .title = N_("Print the list, or save it as a table"),
	  .enabled = list_has_row,
	  .run = learners_print },
	{ .key = K_F(6),
	  .label = N_("Lessons"),
	  .title = N_("Lessons of the course"),
	  .run = learners_lessons },
	{ .key = K_F(8),
	  .label = N_("Take off"),
	  .title = N_("Take the learner, or all that are marked, off the course"),
	  .enabled = may_change,
	  .run = learners_delete },
	{ .key = K_INS,
	  .label = N_("New"),
	  .title = N_("Learners from the base: all, or some by name"),
	  .enabled = desk_writable,
	  .run = learners_add },
	{ .title = N_("Give certificates to those who have passed, or to the marked ones"),
	  .help = N_("Numbers follow one another; who has one keeps it."),
	  .enabled = may_change,
	  .run = certificates_give },
	{ .title = N_("Certificates are handed over"),
	  .enabled = may_change,
	  .run = certificates_receive },
	{ .title = N_("Mark those who have passed as trained"),
	  .enabled = has_untrained,
	  .run = trained_mark },
	{ .title = N_("Certificates on paper: of the marked ones, or of all"),
	  .enabled = has_number,
	  .run = certificates_show },
	{ .title = N_("Certificates of a course: list of receipt"),
	  .enabled = has_number,
	  .run = receipt_show },
	{ .title = N_("Attendance sheet of the course on paper"),
	  .enabled = list_has_row,
	  .run = attendance_show },
	{ .title = N_("What the course asks for"), .run = course_open },
	{ 0 },
};

static const struct list_spec learners_list = {
	.columns = learner_columns,
	.load = learners_load,
	.id = cells_id,
	.fetch = learners_fetch,
	.cell = cells_cell,
	.count = learners_count,
	.status = learners_status,
	.nothing = learners_nothing,
	.card = learner_card,
};

const struct view learners_view = {
	.name = "learners",
	.title = N_("Course"),
	.kind = &list_kind,
	.spec = &learners_list,
	.actions = learners_actions,
	.help = N_("Who learns on the course. F2 opens the attendance, where each cell takes one "
		   "key and the points of the test are typed one after another. Certificates get "
		   "their numbers for all who have passed at once (F9), or for the marked ones."),
};
