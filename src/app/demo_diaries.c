/* The demonstration school's diaries, reports of the first quarter and its analytical review. */
#include "demo.h"
#include "inner.h"
#include "nastavnik/app/records.h"
#include "nastavnik/app/review.h"
#include "nastavnik/app/work.h"
#include "nastavnik/base/date.h"

enum { SEPTEMBER = 20260901, OCTOBER = 20261001, FIRST_QUARTER = 1 };
enum { SEPTEMBER_READ = 20261006, OCTOBER_READ = 20261105, REPORTED = 20261030 };

/* September is read and marked; of October every fourth diary is missing, and some wait. */
static int64_t state_of(size_t pair, int month)
{
	if (month == SEPTEMBER)
		return pair % 3 ? DIARY_BEST : DIARY_BEST - 1;
	return pair % 4 == 3 ? 0 : pair % 2 ? DIARY_HANDED : DIARY_READ;
}

static enum rc month_fill(struct app *app, struct arena *a, const struct works *works, int month,
			  int on)
{
	struct diaries diaries = { ARENA_NEW(a, struct diary, works->n), 0 };

	for (size_t i = 0; i < works->n; i++) {
		struct diary d = { .bond = works->row[i].bond,
				   .month = month,
				   .mark = FIELD_NOTHING,
				   .remark = "" };

		diary_set(&d, state_of(i, month), on);
		if (month == SEPTEMBER && !i)
			d.remark = "Подробно и по делу: показать другим наставникам";
		if (!diary_is_empty(&d))
			diaries.row[diaries.n++] = d;
	}
	return diaries_save(app, &diaries, arena_printf(a, "%zu", diaries.n));
}

static const struct {
	int64_t side, mark;
	const char *done, *difficulties, *wishes;
} reports[] = {
	{ SIDE_MENTOR, 8, "Познакомились, составили план, провели первые занятия.",
	  "Трудно найти время, удобное обоим.", "Заниматься в один и тот же день недели." },
	{ SIDE_MENTEE, 9, "Стало понятнее, появилась привычка готовиться заранее.", "",
	  "Больше примеров из жизни." },
};

/* Both sides of every third pair; of the next one the mentor alone. */
static enum rc reports_write(struct app *app, const struct works *works)
{
	enum rc rc = RC_OK;

	for (size_t i = 0; i < works->n && !rc; i++) {
		for (size_t k = 0; k < 2 - i % 3 && !rc; k++) {
			struct term_report report;

			record_init(&term_report_type, &report, works->row[i].bond, REPORTED);
			report.term = FIRST_QUARTER;
			report.side = reports[k].side;
			report.mark = reports[k].mark;
			report.done = reports[k].done;
			report.difficulties = reports[k].difficulties;
			report.wishes = reports[k].wishes;
			rc = records_save(app, &term_report_type, &report);
		}
	}
	return rc;
}

static enum rc review_write(struct app *app, struct arena *a)
{
	struct review review;
	enum rc rc;

	record_init(&review_type, &review, app->year.year, OCTOBER_READ);
	rc = review_propose(app, a, &review);
	if (rc)
		return rc;
	review.term = FIRST_QUARTER;
	review.considered = "на совещании при директоре, протокол от 06.11.2026 № 4";
	return records_save(app, &review_type, &review);
}

enum rc demo_diaries(struct app *app)
{
	struct arena a = { 0 };
	struct work_desk desk;
	enum rc rc = work_desk_load(app, &a, &desk);

	/* On a computer whose clock stands before, nobody can have handed anything in. */
	if (!rc && desk.works.n && desk.today > OCTOBER_READ) {
		rc = month_fill(app, &a, &desk.works, SEPTEMBER, SEPTEMBER_READ);
		if (!rc)
			rc = month_fill(app, &a, &desk.works, OCTOBER, OCTOBER_READ);
		if (!rc)
			rc = reports_write(app, &desk.works);
		if (!rc)
			rc = review_write(app, &a);
	}
	arena_done(&a);
	return rc;
}
