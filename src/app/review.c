#include "nastavnik/app/review.h"

#include "inner.h"
#include "nastavnik/base/str.h"
#include "nastavnik/store/read/board.h"
#include "programme.h"

/* The texts of a review, written sentence by sentence. Numbers stand behind a dash, so that no word
 * has to agree with them. */
struct writing {
	const struct app *app;
	struct arena *arena;
	struct programme p;
	struct board board;
	struct str text;
};

static const char *writing_take(struct writing *w)
{
	const char *text = arena_strdup(w->arena, str_text(&w->text));

	str_clear(&w->text);
	return text;
}

static void line_begin(struct writing *w)
{
	if (w->text.len)
		str_add_char(&w->text, '\n');
}

static const char *item_words(const struct writing *w, int64_t item)
{
	return item ? book_item_name(&w->app->books, item) : "не указана";
}

/* «по формам: «ученик – ученик» – 20, «учитель – учитель» – 4» */
static void forms_write(struct writing *w)
{
	for (size_t i = 0; i < w->p.forms.n; i++)
		str_printf(&w->text, "%s«%s» – %lld",
			   i ? ", " : "; по формам: ", item_words(w, w->p.forms.row[i].item),
			   (long long)w->p.forms.row[i].bonds);
	str_add(&w->text, ".");
}

static void bases_write(struct writing *w)
{
	const struct figures *f = &w->p.figures;

	line_begin(w);
	str_printf(&w->text,
		   "В базе наставляемых – %lld, с запросом – %lld; в базе наставников – %lld, "
		   "отобраны – %lld, прошли обучение – %lld.",
		   (long long)f->mentees, (long long)f->mentees_asking, (long long)f->mentors,
		   (long long)f->selected, (long long)f->trained);
}

static void pairs_write(struct writing *w)
{
	const struct pair_sum *all = &w->p.all;

	line_begin(w);
	str_printf(&w->text, "Сформировано пар и групп – %lld (наставляемых в них – %lld)",
		   (long long)all->bonds, (long long)all->mentees);
	if (all->groups)
		str_printf(&w->text, ", из них групп – %lld", (long long)all->groups);
	forms_write(w);
	line_begin(w);
	str_printf(&w->text, "Работают – %lld, завершены досрочно – %lld.", (long long)all->active,
		   (long long)all->early);
}

static void work_write(struct writing *w)
{
	const struct figures *f = &w->p.figures;
	const struct pair_sum *all = &w->p.all;

	line_begin(w);
	str_printf(&w->text, "Проведено встреч – %lld", (long long)all->meetings);
	if (all->bonds)
		str_printf(&w->text, ", в среднем на пару – %s",
			   tenths_show(w->arena,
				       (all->meetings * 20 + all->bonds) / (all->bonds * 2)));
	if (w->p.desk.rules.diaries)
		str_printf(&w->text, "; сдано дневников – %lld", (long long)w->p.handed);
	if (f->reports[0] + f->reports[1])
		str_printf(&w->text, "; отчётов пар – %lld",
			   (long long)(f->reports[0] + f->reports[1]));
	str_add(&w->text, ".");
}

static const char *studied_write(struct writing *w)
{
	str_add(&w->text, "Базы наставляемых и наставников, работа наставнических пар и групп, "
			  "документы куратора.");
	bases_write(w);
	pairs_write(w);
	work_write(w);
	return writing_take(w);
}

static void satisfaction_write(struct writing *w)
{
	static const char *const side[] = { "наставляемых", "наставников" };
	const struct figures *f = &w->p.figures;

	for (size_t i = 0; i < 2; i++) {
		if (!f->feedbacks[i] || f->mark_tenths[i] == FIELD_NOTHING)
			continue;
		line_begin(w);
		str_printf(&w->text, "Средняя оценка программы у %s – %s из 10 (ответов – %lld).",
			   side[i], tenths_show(w->arena, f->mark_tenths[i]),
			   (long long)f->feedbacks[i]);
	}
}

static const char *conclusions_write(struct writing *w)
{
	const struct pair_sum *all = &w->p.all;

	if (!all->bonds)
		str_add(&w->text, "Пары и группы ещё не закреплены.");
	else
		str_printf(&w->text, "Результативных пар и групп – %lld из %lld (%s). %s",
			   (long long)all->effective, (long long)all->bonds,
			   share_of(w->arena, all->effective, all->bonds),
			   effective_sentence(w->arena, &w->p.desk.rules));
	if (w->p.behind) {
		line_begin(w);
		str_printf(&w->text, "Отстают по встречам или дневникам – %lld.",
			   (long long)w->p.behind);
	}
	satisfaction_write(w);
	return writing_take(w);
}

static void advice(struct writing *w, int64_t n, const char *text)
{
	if (!n)
		return;
	line_begin(w);
	str_printf(&w->text, "%s %lld.", text, (long long)n);
}

static const char *recommendations_write(struct writing *w)
{
	advice(w, w->p.behind, "Куратору провести беседы с парами, которые отстают:");
	advice(w, w->board.mentees_without_pair,
	       "Продолжить поиск наставников для наставляемых без пары:");
	advice(w, w->p.figures.mentors - w->p.figures.trained,
	       "Предложить обучение наставникам, которые его не прошли:");
	if (w->p.all.effective) {
		line_begin(w);
		str_add(&w->text, "Обобщить опыт результативных пар и представить его коллегам.");
	}
	return writing_take(w);
}

enum rc review_propose(const struct app *app, struct arena *a, struct review *review)
{
	struct writing w = { .app = app, .arena = a };
	char year[12];
	enum rc rc = programme_load(app, a, &w.p);

	if (!rc)
		rc = board_load(app->store, app->year.year, &w.board);
	if (rc)
		return rc;
	review->aim = arena_printf(a,
				   "Оценить ход и результаты реализации программы наставничества "
				   "в %s учебном году.",
				   year_name(app->year.year, year));
	review->studied = studied_write(&w);
	review->conclusions = conclusions_write(&w);
	review->recommendations = recommendations_write(&w);
	str_done(&w.text);
	return RC_OK;
}
