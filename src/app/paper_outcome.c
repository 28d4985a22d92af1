/* A mentor's record over the years, the paper on payment for success, a practice. domain.md §6, §8.
 */
#include "nastavnik/app/outcome.h"
#include "nastavnik/base/date.h"
#include "nastavnik/store/read/record.h"
#include "paper.h"

/* Words below stand in papers and are Russian whatever the interface speaks. */

static const char *year_text(struct arena *a, int64_t year)
{
	return year_name(year, arena_alloc(a, 12));
}

static const char *other_text(struct arena *a, const struct service_pair *pair)
{
	const struct person person = { .family = pair->family,
				       .given = pair->given,
				       .patronymic = pair->patronymic };

	if (!pair->state)
		return "–";
	return arena_printf(a, "%s%s%s", person_short_name(a, &person),
			    *pair->class_name ? ", " : "", pair->class_name);
}

static const char *result_text(struct arena *a, const struct service_pair *pair)
{
	char day[DATE_SIZE];
	const char *outcome = "без пары";

	if (pair->passed)
		outcome = "программа пройдена";
	else if (pair->state == MEMBER_ACTIVE)
		outcome = "работа продолжается";
	else if (pair->state)
		outcome = arena_printf(a, "работа завершена %s", date_format((int)pair->to, day));
	return *pair->result ? arena_printf(a, "%s: %s", outcome, pair->result) : outcome;
}

static void service_pairs_add(struct scope *s, const struct service *service)
{
	struct scope_table *table = scope_table(s, "pairs|пары");
	int64_t years = 0, pairs = 0, last = 0;

	for (size_t i = 0; i < service->pairs; i++) {
		const struct service_pair *pair = &service->pair[i];
		struct scope *row = scope_row(table);

		row->joined = pair->year == last;
		years += pair->year != last;
		pairs += pair->state != 0;
		last = pair->year;
		scope_text(row, "year|год", year_text(s->arena, pair->year));
		scope_text(row, "role|роль",
			   pair->role == ROLE_MENTOR ? "наставник" : "наставляемый");
		scope_text(row, "other|с_кем", other_text(s->arena, pair));
		scope_text(row, "form|форма", pair->form);
		scope_number(row, "meetings|встреч", pair->state ? pair->meetings : FIELD_NOTHING);
		scope_text(row, "result|итог", result_text(s->arena, pair));
	}
	scope_number(s, "years|лет", years);
	scope_number(s, "pairs_number|число_пар", pairs);
}

static void service_facts_add(struct scope *s, const struct service *service)
{
	static const char *const kinds[] = { "обучение", "грамота",
					     "диплом",   "благодарственное письмо",
					     "значок",   "подарок" };
	struct scope_table *table = scope_table(s, "facts|обучение_и_награды");
	int64_t last = 0;

	for (size_t i = 0; i < service->facts; i++) {
		const struct service_fact *fact = &service->fact[i];
		struct scope *row = scope_row(table);
		char day[DATE_SIZE];

		row->joined = fact->year == last;
		last = fact->year;
		scope_text(row, "year|год", year_text(s->arena, fact->year));
		scope_text(row, "what|что",
			   fact->kind >= 0 && fact->kind <= AWARD_GIFT ? kinds[fact->kind] : "");
		scope_text(row, "name|название", fact->name);
		scope_text(row, "number|номер",
			   arena_printf(s->arena, "%s%s%s%s", *fact->number ? "№\u00a0" : "",
					fact->number, *fact->number && fact->on_day ? "\n" : "",
					date_format((int)fact->on_day, day)));
	}
	scope_flag(s, "facts|обучение_и_награды", service->facts > 0);
}

static enum rc service_fill(const struct paper_work *w, struct scope *s)
{
	struct participant mentor;
	struct service service;
	enum rc rc = participant_get(w->app->store, s->arena, w->id, &mentor);

	if (!rc)
		rc = service_load(w->app->store, s->arena, mentor.person.id, &service);
	if (rc)
		return rc;
	if (w->all && !service.pairs)
		return err_set(RC_NOT_FOUND, _("%s has not been in a pair yet."),
			       person_name(s->arena, &mentor.person));
	paper_person(w, s, "mentor|наставник", &mentor.person);
	scope_text(s, "place|кто", paper_place(s->arena, &mentor.person));
	service_pairs_add(s, &service);
	service_facts_add(s, &service);
	return RC_OK;
}

/* Payment for success: for a month, whose first day is the id. */

static const char *paper_month(struct arena *a, int64_t month)
{
	static const char *const names[] = { "январь",   "февраль", "март",   "апрель",
					     "май",      "июнь",    "июль",   "август",
					     "сентябрь", "октябрь", "ноябрь", "декабрь" };

	return arena_printf(a, "%s %d\u00a0года", names[date_month((int)month) - 1],
			    date_year((int)month));
}

static enum rc months_list(const struct app *app, struct arena *a, struct choices *out)
{
	struct records list;
	struct choice *row;
	size_t n = 0;
	enum rc rc = record_list(app->store, a, &incentive_type, app->year.year, &list);

	if (rc != RC_OK)
		return rc;
	row = ARENA_NEW(a, struct choice, list.n);
	for (size_t i = 0; i < list.n; i++) {
		const struct incentive *line = record_at(&incentive_type, &list, i);

		if (!n || row[n - 1].id != line->month) /* they come by month */
			row[n++] = (struct choice){ .id = line->month,
						    .code = "",
						    .name = month_text(a, line->month) };
	}
	*out = (struct choices){ row, n };
	return RC_OK;
}

static const char *points_text(struct arena *a, int64_t points)
{
	char number[NUMBER_SIZE];

	return points == FIELD_NOTHING ? "" : arena_strdup(a, number_format(points, 1, number));
}

static enum rc incentive_row(const struct paper_work *w, struct scope *row,
			     const struct incentive *line)
{
	struct participant mentor;
	enum rc rc = participant_get(w->app->store, row->arena, line->participation, &mentor);

	if (rc)
		return rc;
	paper_person(w, row, "name|фио", &mentor.person);
	scope_text(row, "place|кто", paper_place(row->arena, &mentor.person));
	scope_text(row, "basis|основание", line->basis);
	scope_text(row, "points|баллы", points_text(row->arena, line->points));
	return RC_OK;
}

static enum rc incentive_fill(const struct paper_work *w, struct scope *s)
{
	struct scope_table *table = scope_table(s, "rows|строки");
	struct records list;
	int64_t total = 0;
	enum rc rc =
		record_list(w->app->store, s->arena, &incentive_type, w->app->year.year, &list);

	for (size_t i = 0; !rc && i < list.n; i++) {
		const struct incentive *line = record_at(&incentive_type, &list, i);

		if (line->month != w->id)
			continue;
		total += line->points == FIELD_NOTHING ? 0 : line->points;
		rc = incentive_row(w, scope_row(table), line);
	}
	if (!rc && !table->rows)
		rc = err_set(RC_NOT_FOUND, _("No line is written yet: “Payment for success” writes "
					     "them for a month."));
	if (rc)
		return rc;
	scope_text(s, "month|месяц", paper_month(s->arena, w->id));
	scope_text(s, "total|всего", total ? points_text(s->arena, total) : "");
	return RC_OK;
}

/* A practice */

static enum rc practices_list(const struct app *app, struct arena *a, struct choices *out)
{
	struct records list;
	struct choice *row;
	enum rc rc = record_list(app->store, a, &practice_type, app->year.year, &list);

	if (rc != RC_OK)
		return rc;
	row = ARENA_NEW(a, struct choice, list.n);
	for (size_t i = 0; i < list.n; i++) {
		const struct practice *practice = record_at(&practice_type, &list, i);

		row[i] = (struct choice){ .id = practice->head.id,
					  .code = "",
					  .name = practice->name };
	}
	*out = (struct choices){ row, list.n };
	return RC_OK;
}

static enum rc practice_fill(const struct paper_work *w, struct scope *s)
{
	static const char *const kinds[] = { [PRACTICE_CASE] = "Кейс",
					     [PRACTICE_PRACTICE] = "Практика",
					     [PRACTICE_PROGRAMME] = "Программа" };
	struct practice p;
	enum rc rc = record_get(w->app->store, s->arena, &practice_type, w->id, &p);

	if (rc)
		return rc;
	scope_text(s, "kind|вид",
		   p.kind >= PRACTICE_CASE && p.kind <= PRACTICE_PROGRAMME ? kinds[p.kind] : "");
	scope_text(s, "year|год", year_text(s->arena, p.head.owner));
	scope_text(s, "name|название", p.name);
	scope_text(s, "author|автор", p.author);
	scope_text(s, "form|форма", book_item_name(&w->app->books, p.form));
	scope_text(s, "request|запрос", p.request);
	scope_text(s, "done|сделано", p.done);
	scope_text(s, "result|результат", p.result);
	scope_text(s, "repeat|повторить", p.repeat);
	scope_text(s, "link|ссылка", p.link);
	scope_date(s, "reviewed_on|экспертиза", p.reviewed_on);
	return RC_OK;
}

static const struct paper_subject of_month = { N_("a month"), months_list };
static const struct paper_subject of_practice = { N_("a practice"), practices_list };

static const struct paper rows[] = {
	{ .name = "incentive",
	  .title = N_("Payment for success: to the director"),
	  .stage = 7,
	  .flags = PAPER_ODT,
	  .of = &of_month,
	  .fill = incentive_fill },
	{ .name = "service",
	  .title = N_("A mentor's work over the years"),
	  .stage = 7,
	  .flags = PAPER_ODT,
	  .of = &paper_of_mentor,
	  .fill = service_fill },
	{ .name = "practice",
	  .title = N_("A case or practice"),
	  .stage = 7,
	  .flags = PAPER_ODT,
	  .of = &of_practice,
	  .fill = practice_fill },
};

const struct papers outcome_papers = PAPERS(rows);
