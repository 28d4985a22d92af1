/* The analytical review and the year's report: numbers by term, form, role model and class. Never a
 * name. domain.md §5. */
#include "nastavnik/base/date.h"
#include "nastavnik/model/termwork.h"
#include "nastavnik/store/read/record.h"
#include "paper.h"
#include "programme.h"

static enum rc programme_begin(const struct app *app, struct arena *a, void **data)
{
	struct programme *p = ARENA_NEW(a, struct programme, 1);
	enum rc rc = programme_load(app, a, p);

	if (rc == RC_OK)
		*data = p;
	return rc;
}

static const char *item_words(const struct paper_work *w, int64_t item)
{
	return item ? book_item_name(&w->app->books, item) : "не указана";
}

static const char *number_text(struct arena *a, int64_t n)
{
	return arena_printf(a, "%lld", (long long)n);
}

/* Terms, form by form; the last row of each sums up. */

static const char *const term_words[TERMS_QUARTERS + 1] = {
	[TERMS_HALF_YEARS] = "полугодие",
	[TERMS_TRIMESTERS] = "триместр",
	[TERMS_QUARTERS] = "четверть",
};

/* «I четверть», as the roadmap has it and after any preposition; Russian whatever the interface
 * speaks. */
static const char *term_title(const struct paper_work *w, struct arena *a, int64_t term)
{
	static const char *const roman[] = { "", "I", "II", "III", "IV" };
	const struct year *year = &w->app->year;

	return term ? arena_printf(a, "%s\u00a0%s", roman[term], term_words[year->terms]) : "год";
}

static void term_row(const struct paper_work *w, struct scope_table *table, int64_t term,
		     int64_t form, const char *title)
{
	const struct programme *p = w->data;
	struct term_sum sum = programme_term(p, &w->app->year, term, form);
	struct scope *row = scope_row(table);

	scope_text(row, "term|период", term_title(w, table->arena, term));
	scope_text(row, "form|форма", title);
	scope_number(row, "bonds|пар", sum.bonds);
	scope_number(row, "meetings|встреч", sum.meetings);
	scope_number(row, "diaries|дневников", sum.diaries);
	scope_number(row, "reports|отчётов", sum.reports);
	row->joined = form != p->forms.row[0].item && !(form < 0 && p->forms.n == 1);
}

/* Terms that have begun; of a review of one term that one. */
static void terms_add(const struct paper_work *w, struct scope_table *table, int64_t only)
{
	const struct programme *p = w->data;
	int from, to;

	for (int64_t term = 1; work_term(&w->app->year, term, &from, &to); term++) {
		if (only ? term != only : from > p->desk.today)
			continue;
		for (size_t i = 0; p->forms.n > 1 && i < p->forms.n; i++)
			term_row(w, table, term, p->forms.row[i].item,
				 item_words(w, p->forms.row[i].item));
		if (p->forms.n)
			term_row(w, table, term, -1,
				 p->forms.n > 1 ? "Всего" : item_words(w, p->forms.row[0].item));
	}
}

static void sum_row(struct scope_table *table, const struct pair_sum *sum, const char *title)
{
	struct scope *row = scope_row(table);

	scope_text(row, "name|название", title);
	scope_number(row, "bonds|пар", sum->bonds);
	scope_number(row, "mentees|наставляемых", sum->mentees);
	scope_number(row, "early|досрочно", sum->early);
	scope_number(row, "meetings|встреч", sum->meetings);
	scope_number(row, "effective|результативных", sum->effective);
	scope_text(row, "share|доля", share_of(table->arena, sum->effective, sum->bonds));
}

static void sums_add(const struct paper_work *w, struct scope_table *table,
		     const struct pair_sums *sums)
{
	const struct programme *p = w->data;

	for (size_t i = 0; i < sums->n; i++)
		sum_row(table, &sums->row[i], item_words(w, sums->row[i].item));
	if (sums->n > 1)
		sum_row(table, &p->all, "Всего");
}

static void rule_add(const struct paper_work *w, struct scope *s)
{
	const struct programme *p = w->data;

	scope_text(s, "rule|правило", effective_sentence(s->arena, &p->desk.rules));
}

/* The analytical review */

static enum rc reviews_list(const struct app *app, struct arena *a, struct choices *out)
{
	struct records reviews;
	struct choice *row;
	char date[DATE_SIZE];
	enum rc rc = record_list(app->store, a, &review_type, app->year.year, &reviews);

	if (rc != RC_OK)
		return rc;
	row = ARENA_NEW(a, struct choice, reviews.n);
	for (size_t i = 0; i < reviews.n; i++) {
		const struct review *review = record_at(&review_type, &reviews, i);

		row[i] = (struct choice){
			.id = review->head.id,
			.code = "",
			.name = arena_printf(a, "%s, %s",
					     work_term_name(a, &app->year, review->term),
					     date_format((int)review->on_day, date)),
		};
	}
	*out = (struct choices){ row, reviews.n };
	return RC_OK;
}

static const struct paper_subject paper_of_review = { .name = N_("an analytical review"),
						      .list = reviews_list };

static enum rc review_fill(const struct paper_work *w, struct scope *s)
{
	const struct programme *p = w->data;
	struct scope_table *terms = scope_table(s, "terms|периоды");
	struct scope_table *forms = scope_table(s, "forms|формы");
	struct review review;
	enum rc rc = record_get(w->app->store, s->arena, &review_type, w->id, &review);

	if (rc != RC_OK)
		return rc;
	scope_text(s, "term|период", review.term ? term_title(w, s->arena, review.term) : NULL);
	scope_date(s, "date|дата", review.on_day);
	scope_text(s, "aim|цель", review.aim);
	scope_text(s, "studied|изучено", review.studied);
	scope_text(s, "conclusions|выводы", review.conclusions);
	scope_text(s, "recommendations|рекомендации", review.recommendations);
	scope_text(s, "considered|рассмотрено", review.considered);
	rule_add(w, s);
	scope_flag(s, "pairs|пары", p->all.bonds > 0);
	terms_add(w, terms, review.term);
	sums_add(w, forms, &p->forms);
	return RC_OK;
}

/* The year's report */

/* A line of numbers: what it tells and where it stands. core: told even when it is 0. */
struct report_line {
	int stage;
	const char *name;
	size_t offset;
	bool core;
};
#define LINE(stage, name, member, core)                             \
	{                                                           \
		stage, name, offsetof(struct figures, member), core \
	}

static const struct report_line report_lines[] = {
	LINE(1, "Членов рабочей группы", team, false),
	LINE(1, "Документов в реестре", documents, false),
	LINE(1, "Партнёров", partners, false),
	LINE(1, "из них с договором (соглашением)", agreements, false),
	LINE(1, "Мероприятий", events, false),
	LINE(1, "участников мероприятий", event_people, false),
	LINE(1, "Публикаций", publications, false),
	LINE(1, "Курсов, которые прошли куратор и команда", studies, false),
	LINE(2, "Наставляемых в базе", mentees, true),
	LINE(2, "из них с запросом", mentees_asking, true),
	LINE(2, "Запросов записано", requests, false),
	LINE(2, "из них удовлетворено", requests_met, false),
	LINE(2, "Охвачено информированием, человек", pupils_informed, false),
	LINE(3, "Наставников в базе", mentors, true),
	LINE(3, "мест у них", places, true),
	LINE(3, "Приглашено стать наставниками", invitations, false),
	LINE(3, "из них согласились", invitations_accepted, false),
	LINE(4, "Собеседований", interviews, false),
	LINE(4, "Отобрано наставников", selected, true),
	LINE(4, "Обучено наставников", trained, true),
	LINE(4, "Курсов", courses, false),
	LINE(4, "занятий на них", lessons, false),
	LINE(4, "слушателей", learners, false),
	LINE(4, "выдано сертификатов", certificates, false),
	LINE(6, "Посещений уроков", visits, false),
	LINE(6, "Выдано материалов", handouts, false),
	LINE(6, "Консультаций", consultations, false),
	LINE(6, "Приостановок работы пар", pauses, false),
	LINE(6, "Отчётов наставляемых", reports[0], false),
	LINE(6, "Отчётов наставников", reports[1], false),
	LINE(7, "Отзывов наставляемых", feedbacks[0], false),
	LINE(7, "Отзывов наставников", feedbacks[1], false),
	LINE(7, "Хотят продолжать", again, false),
	LINE(7, "Награждено участников", awarded, false),
	LINE(7, "грамот", awards[0], false),
	LINE(7, "дипломов", awards[1], false),
	LINE(7, "благодарственных писем", awards[2], false),
	LINE(7, "Кейсов", practices[0], false),
	LINE(7, "Практик", practices[1], false),
	LINE(7, "Программ", practices[2], false),
	LINE(7, "прошли экспертизу", reviewed, false),
	LINE(7, "Конкурсов", contests, false),
	LINE(7, "работ на них", entries, false),
	LINE(7, "Представлений на стимулирование", incentives, false),
	LINE(7, "Рефлексивных самоанализов педагогов", self_analyses, false),
	LINE(7, "Наставляемых, которые станут наставниками", next_mentors, false),
};

static void line_add(struct scope_table *table, const char *stage, const char *name,
		     const char *value)
{
	struct scope *row = scope_row(table);

	scope_text(row, "stage|этап", stage);
	scope_text(row, "name|показатель", name);
	scope_text(row, "value|значение", value);
	row->joined = table->rows > 1 && !*stage;
}

/* Pairs are formed in stage 5 and work in stage 6: told from the pairs themselves. */
static void pairs_add(struct scope_table *table, const struct programme *p, int stage, bool *first)
{
	const struct pair_sum *all = &p->all;
	const struct {
		int stage;
		const char *name;
		int64_t n;
	} row[] = {
		{ 5, "Пар и групп", all->bonds },
		{ 5, "из них групп", all->groups },
		{ 5, "наставляемых в них", all->mentees },
		{ 6, "Встреч", all->meetings },
		{ 6, "Пар и групп работает", all->active },
		{ 6, "завершены досрочно", all->early },
		{ 6, "Результативных пар и групп", all->effective },
		{ 6, "Сдано дневников", p->handed },
	};

	for (size_t i = 0; i < sizeof(row) / sizeof(row[0]); i++) {
		if (row[i].stage != stage)
			continue;
		line_add(table, *first ? number_text(table->arena, stage) : "", row[i].name,
			 number_text(table->arena, row[i].n));
		*first = false;
	}
}

static void lines_add(struct scope_table *table, const struct programme *p)
{
	for (int stage = 1; stage <= 7; stage++) {
		bool first = true;

		pairs_add(table, p, stage, &first);
		for (size_t i = 0; i < sizeof(report_lines) / sizeof(report_lines[0]); i++) {
			const struct report_line *line = &report_lines[i];
			int64_t n = *(const int64_t *)((const char *)&p->figures + line->offset);

			if (line->stage != stage || (!n && !line->core))
				continue;
			line_add(table, first ? number_text(table->arena, stage) : "", line->name,
				 number_text(table->arena, n));
			first = false;
		}
	}
}

/* Marks are means: «8,7 из 10». */
static void marks_add(struct scope_table *table, const struct figures *f)
{
	static const char *const name[] = { "Средняя оценка наставляемых, из 10",
					    "Средняя оценка наставников, из 10" };

	for (size_t i = 0; i < 2; i++)
		if (f->feedbacks[i] && f->mark_tenths[i] != FIELD_NOTHING)
			line_add(table, "", name[i], tenths_show(table->arena, f->mark_tenths[i]));
}

static const char *const month_names[WORK_MONTHS] = {
	"сентябрь", "октябрь", "ноябрь", "декабрь", "январь", "февраль",
	"март",     "апрель",  "май",    "июнь",    "июль",   "август",
};

static void months_add(struct scope_table *table, const struct programme *p)
{
	for (int m = 0; m < WORK_MONTHS; m++) {
		struct scope *row;

		if (!p->meetings[m] && !p->diaries[m])
			continue;
		row = scope_row(table);
		scope_text(row, "month|месяц", month_names[m]);
		scope_number(row, "meetings|встреч", p->meetings[m]);
		scope_number(row, "diaries|дневников", p->diaries[m]);
	}
}

static void kinds_add(struct scope_table *table, const struct programme *p)
{
	static const char *const kinds[FIGURE_KINDS] = { "организационные", "пробные рабочие",
							 "планирование", "регулярные", "итоговые" };

	for (size_t i = 0; i < FIGURE_KINDS; i++) {
		struct scope *row;

		if (!p->kinds[i])
			continue;
		row = scope_row(table);
		scope_text(row, "kind|вид", kinds[i]);
		scope_number(row, "meetings|встреч", p->kinds[i]);
	}
}

static enum rc classes_add(const struct paper_work *w, struct scope_table *table)
{
	struct figure_classes classes;
	enum rc rc = figures_by_class(w->app->store, table->arena, w->app->year.year, &classes);

	for (size_t i = 0; !rc && i < classes.n; i++) {
		const struct figure_class *c = &classes.row[i];
		struct scope *row = scope_row(table);

		scope_text(row, "class|класс", *c->name ? c->name : "взрослые");
		scope_number(row, "mentees|наставляемых", c->mentees);
		scope_number(row, "mentors|наставников", c->mentors);
		scope_number(row, "paired|в_парах", c->paired);
	}
	return rc;
}

static enum rc year_report_fill(const struct paper_work *w, struct scope *s)
{
	const struct programme *p = w->data;
	struct scope_table *lines = scope_table(s, "figures|показатели");

	if (!p->figures.mentees && !p->figures.mentors)
		return err_set(RC_NOT_FOUND,
			       _("Nobody stands in the bases of this year yet: there is nothing to "
				 "report."));
	lines_add(lines, p);
	marks_add(lines, &p->figures);
	sums_add(w, scope_table(s, "forms|формы"), &p->forms);
	/* Where no pair has a role model, there is nothing to tell by it. */
	scope_flag(s, "roles|модели", p->roles.n > 1 || (p->roles.n && p->roles.row[0].item));
	sums_add(w, scope_table(s, "roles|модели"), &p->roles);
	terms_add(w, scope_table(s, "terms|периоды"), 0);
	months_add(scope_table(s, "months|месяцы"), p);
	kinds_add(scope_table(s, "kinds|виды"), p);
	rule_add(w, s);
	scope_flag(s, "pairs|пары", p->all.bonds > 0);
	scope_flag(s, "meetings|встречи", p->all.meetings > 0);
	return classes_add(w, scope_table(s, "classes|классы"));
}

static const struct paper rows[] = {
	{ .name = "review",
	  .title = N_("Analytical review"),
	  .stage = 6,
	  .flags = PAPER_ODT,
	  .of = &paper_of_review,
	  .begin = programme_begin,
	  .fill = review_fill },
	{ .name = "year_report",
	  .title = N_("Report of the year in numbers"),
	  .stage = 7,
	  .flags = PAPER_ODT,
	  .begin = programme_begin,
	  .fill = year_report_fill },
};

const struct papers review_papers = PAPERS(rows);
