/* Stage 4 on paper: interview sheets, attendance sheets, certificates and who received them.
 * domain.md §6, §8. */
#include "nastavnik/app/courses.h"
#include "nastavnik/app/interviews.h"
#include "nastavnik/store/read/record.h"
#include "paper.h"

/* Interviews: a page a sheet; who was not talked with has an empty one with his name. */

/* As papers name them; Russian whatever the interface speaks. */
static const char *const criterion_words[CRITERIA][2] = {
	{ "Профессиональный опыт", "0 – пока нет, 3 – несколько лет, 5 – мастер" },
	{ "Развитые компетенции, сильные стороны",
	  "0 – не называет, 3 – называет, 5 – показывает" },
	{ "Навыки коммуникации", "0 – не слушает, 3 – общается, 5 – вызывает доверие" },
	{ "Ресурс времени", "0 – нет, 3 – час в неделю, 5 – сколько нужно" },
	{ "Положительный жизненный и профессиональный опыт",
	  "0 – нет, 3 – есть, 5 – пример другим" },
	{ "Соответствие запросам наставляемых", "0 – нет, 3 – одному, 5 – самым частым" },
	{ "Активная гражданская позиция", "0 – в стороне, 3 – участвует, 5 – начинает дела" },
	{ "Мотивация", "0 – велели, 3 – пробует, 5 – знает зачем" },
};

static const char *const decision_word[] = { [DECISION_NONE] = "",
					     [DECISION_SUITS] = "подходит",
					     [DECISION_NOT] = "не подходит",
					     [DECISION_LATER] = "вернуться позже" };

struct talks {
	struct participants mentors;
	struct interview_rows rows;
};

static enum rc talks_begin(const struct app *app, struct arena *a, void **data)
{
	struct talks *talks = ARENA_NEW(a, struct talks, 1);
	enum rc rc = app_participants(app, a, ROLE_MENTOR, &talks->mentors);

	if (!rc)
		rc = interviews_load(app, a, &talks->rows);
	if (!rc)
		*data = talks;
	return rc;
}

/* Sheets of each mentor by their ids; who has none by his own. */
static enum rc talks_list(const struct app *app, struct arena *a, struct choices *out)
{
	void *data;
	const struct talks *talks;
	struct choices list = { 0 };
	struct choice *row;
	size_t room;
	enum rc rc = talks_begin(app, a, &data);

	if (rc)
		return rc;
	talks = data;
	room = talks->mentors.n;
	for (size_t i = 0; i < talks->rows.n; i++)
		room += talks->rows.row[i].n;
	row = ARENA_NEW(a, struct choice, room);
	for (size_t i = 0; i < talks->mentors.n; i++) {
		const struct participant *p = &talks->mentors.row[i];
		const struct interview_row sheets = interviews_of(&talks->rows, p->id);
		const char *name = person_name(a, &p->person);

		if (!sheets.n)
			row[list.n++] = (struct choice){ .id = p->id, .code = "", .name = name };
		for (size_t k = 0; k < sheets.n; k++)
			row[list.n++] = (struct choice){ .id = sheets.sheet[k].head.id,
							 .code = "",
							 .name = arena_printf(
								 a, "%s – %s", name,
								 sheets.sheet[k].interviewer) };
	}
	list.row = row;
	*out = list;
	return RC_OK;
}

static const struct paper_subject of_talk = { N_("an interview, or a mentor who had none"),
					      talks_list };

/* The sheet of that id, or the mentor of that id; both NULL for a blank. */
static void talk_find(const struct talks *talks, int64_t id, const struct participant **mentor,
		      const struct interview **sheet)
{
	*mentor = NULL;
	*sheet = NULL;
	for (size_t i = 0; i < talks->mentors.n && !*mentor; i++) {
		const struct participant *p = &talks->mentors.row[i];
		const struct interview_row sheets = interviews_of(&talks->rows, p->id);

		if (p->id == id)
			*mentor = p;
		for (size_t k = 0; k < sheets.n; k++)
			if (sheets.sheet[k].head.id == id) {
				*mentor = p;
				*sheet = &sheets.sheet[k];
			}
	}
}

static void criteria_fill(struct scope *s, const struct interview *sheet)
{
	struct scope_table *table = scope_table(s, "criteria|критерии");

	for (size_t c = 0; c < CRITERIA; c++) {
		struct scope *row = scope_row(table);

		scope_text(row, "criterion|критерий", criterion_words[c][0]);
		scope_text(row, "scale|шкала", criterion_words[c][1]);
		scope_number(row, "mark|балл", sheet ? sheet->mark[c] : FIELD_NOTHING);
	}
}

static enum rc talk_fill(const struct paper_work *w, struct scope *s)
{
	const struct participant *mentor;
	const struct interview *sheet;
	char mean[NUMBER_SIZE] = "";

	talk_find(w->data, w->id, &mentor, &sheet);
	if (w->id && !mentor)
		return err_set(RC_NOT_FOUND,
			       _("This interview is not in the file any more: choose another."));
	if (mentor)
		paper_person(w, s, "mentor|наставник", &mentor->person);
	else
		scope_text(s, "mentor|наставник", "");
	scope_text(s, "place|кто", mentor ? paper_place(s->arena, &mentor->person) : "");
	scope_text(s, "interviewer|проводит", sheet ? sheet->interviewer : "");
	scope_date(s, "date|дата", sheet ? sheet->on_day : DATE_NONE);
	if (sheet && interview_mean(sheet) != FIELD_NOTHING)
		number_format(interview_mean(sheet), 1, mean);
	scope_text(s, "mean|средний", arena_strdup(s->arena, mean));
	scope_text(s, "decision|решение", decision_word[sheet ? sheet->decision : DECISION_NONE]);
	scope_text(s, "reason|причина", sheet ? sheet->reason : "");
	criteria_fill(s, sheet);
	return RC_OK;
}

/* Attendance: a page for so many lessons of a course. A page's id is the course's, of a further
 * page that of its first lesson. */

enum { LESSONS_A_PAGE = 12 };

static enum rc courses_load(const struct app *app, struct arena *a, struct records *out)
{
	return record_list(app->store, a, &course_type, app->year.year, out);
}

static const char *page_title(struct arena *a, const struct course *c, size_t first, size_t all)
{
	size_t last = first + LESSONS_A_PAGE < all ? first + LESSONS_A_PAGE : all;

	return all <= LESSONS_A_PAGE
		       ? c->name
		       : arena_printf(a, _("%s: lessons %zu–%zu"), c->name, first + 1, last);
}

static enum rc sheets_list(const struct app *app, struct arena *a, struct choices *out)
{
	struct choices list = { 0 };
	struct records courses, lessons;
	struct choice *row = NULL;
	size_t cap = 0;
	enum rc rc = courses_load(app, a, &courses);

	for (size_t i = 0; !rc && i < courses.n; i++) {
		const struct course *c = record_at(&course_type, &courses, i);

		rc = record_list(app->store, a, &lesson_type, c->head.id, &lessons);
		for (size_t l = 0; !rc && (!l || l < lessons.n); l += LESSONS_A_PAGE) {
			const struct lesson *first = lessons.row;

			row = arena_grow(a, row, list.n, &cap, sizeof(*row));
			row[list.n++] = (struct choice){ .id = l ? first[l].head.id : c->head.id,
							 .code = "",
							 .name = page_title(a, c, l, lessons.n) };
		}
	}
	list.row = row;
	if (!rc)
		*out = list;
	return rc;
}

static const struct paper_subject of_sheet = { N_("a course"), sheets_list };

/* The course of a page, and with which lesson it begins. */
static enum rc page_find(const struct paper_work *w, struct arena *a, struct course_sheet *sheet,
			 size_t *first)
{
	struct lesson lesson = { 0 };
	int64_t course = w->id;
	enum rc rc;

	if (record_get(w->app->store, a, &lesson_type, w->id, &lesson) == RC_OK)
		course = lesson.head.owner;
	rc = course_sheet_load(w->app, a, course, sheet);
	*first = 0;
	for (size_t i = 0; !rc && i < sheet->lessons; i++)
		if (sheet->lesson[i].head.id == lesson.head.id)
			*first = i;
	return rc;
}

/* Above the columns: «05.10», or the number of the lesson. */
static void heads_fill(struct scope *s, const struct course_sheet *sheet, size_t first)
{
	for (size_t c = 0; c < LESSONS_A_PAGE; c++) {
		const char *name = arena_printf(s->arena, "d%zu|д%zu", c + 1, c + 1);
		const char *text = "";
		int day;

		if (first + c < sheet->lessons) {
			day = (int)sheet->lesson[first + c].on_day;
			text = day ? arena_printf(s->arena, "%02d.%02d", date_day(day),
						  date_month(day))
				   : arena_printf(s->arena, "%zu", first + c + 1);
		}
		scope_text(s, name, text);
	}
}

static void learner_fill(struct scope_table *table, const struct course_sheet *sheet,
			 const struct course_learner *l, size_t first)
{
	static const char *const marks[] = { "", "+", "н", "у" };
	struct scope *row = scope_row(table);
	struct arena *a = table->arena;

	scope_text(row, "name|фио", person_name(a, &l->who.person));
	scope_text(row, "place|кто", paper_place(a, &l->who.person));
	for (size_t c = 0; c < LESSONS_A_PAGE; c++)
		scope_text(row, arena_printf(a, "c%zu|к%zu", c + 1, c + 1),
			   first + c < sheet->lessons ? marks[l->state[first + c]] : "");
	scope_number(row, "mark|балл", l->learner.mark);
}

static void themes_fill(struct scope *s, const struct course_sheet *sheet, size_t first)
{
	struct scope_table *table = scope_table(s, "lessons|занятия");

	for (size_t i = first; i < sheet->lessons && i < first + LESSONS_A_PAGE; i++) {
		struct scope *row = scope_row(table);

		scope_date(row, "date|дата", sheet->lesson[i].on_day);
		scope_text(row, "theme|тема", sheet->lesson[i].name);
	}
}

static void course_fill(struct scope *s, const struct course *c)
{
	scope_text(s, "course|курс", c->name);
	scope_text(s, "teacher|ведёт", c->teacher);
	scope_number(s, "hours|часов", c->hours);
}

static enum rc sheet_fill(const struct paper_work *w, struct scope *s)
{
	struct scope_table *table = scope_table(s, "learners|слушатели");
	struct course_sheet sheet;
	size_t first;
	enum rc rc = page_find(w, s->arena, &sheet, &first);

	if (rc)
		return rc;
	if (!sheet.n)
		return err_set(RC_NOT_FOUND, _("Nobody is on the course “%s” yet."),
			       sheet.course.name);
	course_fill(s, &sheet.course);
	heads_fill(s, &sheet, first);
	themes_fill(s, &sheet, first);
	for (size_t i = 0; i < sheet.n; i++)
		learner_fill(table, &sheet, &sheet.row[i], first);
	return RC_OK;
}

/* Certificates: a page each. */

struct certified {
	struct course_sheet *sheet;
	size_t n;
};

static enum rc certified_begin(const struct app *app, struct arena *a, void **data)
{
	struct certified *all = ARENA_NEW(a, struct certified, 1);
	struct records courses;
	enum rc rc = courses_load(app, a, &courses);

	if (rc)
		return rc;
	all->sheet = ARENA_NEW(a, struct course_sheet, courses.n);
	for (size_t i = 0; !rc && i < courses.n; i++) {
		const struct record *head = record_at(&course_type, &courses, i);

		rc = course_sheet_load(app, a, head->id, &all->sheet[all->n++]);
	}
	if (!rc)
		*data = all;
	return rc;
}

/* Those who have a number, course by course. */
static enum rc certified_list(const struct app *app, struct arena *a, struct choices *out)
{
	void *data;
	const struct certified *all;
	struct choices list = { 0 };
	struct choice *row = NULL;
	size_t cap = 0;
	enum rc rc = certified_begin(app, a, &data);

	if (rc)
		return rc;
	all = data;
	for (size_t i = 0; i < all->n; i++) {
		for (size_t k = 0; k < all->sheet[i].n; k++) {
			const struct course_learner *l = &all->sheet[i].row[k];

			if (!*l->learner.certificate)
				continue;
			row = arena_grow(a, row, list.n, &cap, sizeof(*row));
			row[list.n++] = (struct choice){
				.id = l->learner.head.id,
				.code = l->learner.certificate,
				.name = arena_printf(a, "%s, № %s", person_name(a, &l->who.person),
						     l->learner.certificate)
			};
		}
	}
	list.row = row;
	*out = list;
	return RC_OK;
}

static const struct paper_subject of_certified = { N_("somebody with a certificate"),
						   certified_list };

static enum rc certificate_fill(const struct paper_work *w, struct scope *s)
{
	const struct certified *all = w->data;

	for (size_t i = 0; i < all->n; i++) {
		for (size_t k = 0; k < all->sheet[i].n; k++) {
			const struct course_learner *l = &all->sheet[i].row[k];

			if (l->learner.head.id != w->id || !*l->learner.certificate)
				continue;
			course_fill(s, &all->sheet[i].course);
			paper_person(w, s, "name|фио", &l->who.person);
			scope_text(s, "place|кто", paper_place(s->arena, &l->who.person));
			scope_text(s, "number|номер", l->learner.certificate);
			scope_long_date(s, "date|дата", l->learner.certified_on);
			return RC_OK;
		}
	}
	return err_set(RC_NOT_FOUND, _("No certificate has a number yet: give them on the screen "
				       "of the course."));
}

/* Who received a certificate of a course, against a signature. */

static enum rc courses_list(const struct app *app, struct arena *a, struct choices *out)
{
	struct records courses;
	struct choice *row;
	enum rc rc = courses_load(app, a, &courses);

	if (rc)
		return rc;
	row = ARENA_NEW(a, struct choice, courses.n);
	for (size_t i = 0; i < courses.n; i++) {
		const struct course *c = record_at(&course_type, &courses, i);

		row[i] = (struct choice){ .id = c->head.id, .code = "", .name = c->name };
	}
	*out = (struct choices){ row, courses.n };
	return RC_OK;
}

static const struct paper_subject of_course = { N_("a course"), courses_list };

static enum rc received_fill(const struct paper_work *w, struct scope *s)
{
	struct scope_table *table = scope_table(s, "certificates|сертификаты");
	struct course_sheet sheet;
	enum rc rc = course_sheet_load(w->app, s->arena, w->id, &sheet);

	if (rc)
		return rc;
	course_fill(s, &sheet.course);
	for (size_t i = 0; i < sheet.n; i++) {
		const struct course_learner *l = &sheet.row[i];
		struct scope *row;

		if (!*l->learner.certificate)
			continue;
		row = scope_row(table);
		scope_text(row, "name|фио", person_name(s->arena, &l->who.person));
		scope_text(row, "place|кто", paper_place(s->arena, &l->who.person));
		scope_text(row, "number|номер", l->learner.certificate);
		scope_date(row, "date|дата", l->learner.certified_on);
		scope_date(row, "received|вручён", l->learner.received_on);
	}
	if (!table->rows)
		return err_set(RC_NOT_FOUND, _("No certificate has a number yet: give them on the "
					       "screen of the course."));
	return RC_OK;
}

static const struct paper rows[] = {
	{ .name = "interview_sheet",
	  .title = N_("Interview sheet"),
	  .stage = 4,
	  .flags = PAPER_BLANK,
	  .of = &of_talk,
	  .begin = talks_begin,
	  .fill = talk_fill },
	{ .name = "attendance_sheet",
	  .title = N_("Attendance sheet of a course"),
	  .stage = 4,
	  .of = &of_sheet,
	  .fill = sheet_fill },
	{ .name = "certificate",
	  .title = N_("Certificates of courses"),
	  .stage = 4,
	  .flags = PAPER_ODT,
	  .of = &of_certified,
	  .begin = certified_begin,
	  .fill = certificate_fill },
	{ .name = "course_receipt",
	  .title = N_("Certificates of a course: list of receipt"),
	  .stage = 4,
	  .of = &of_course,
	  .fill = received_fill },
};

const struct papers training_papers = PAPERS(rows);
