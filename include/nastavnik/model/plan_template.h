/*
 * Templates of a pair's programme and plan: data/methodology/…/plans, one a role model. domain.md
 * §2, §3; how a file is made up: about.txt of the methodology.
 */
#ifndef NASTAVNIK_MODEL_PLAN_TEMPLATE_H
#define NASTAVNIK_MODEL_PLAN_TEMPLATE_H

#include "nastavnik/model/pairwork.h"

struct plan_line {
	int64_t week; /* from the pair's start */
	const char *name;
	const char *work; /* code of BOOK_WORK */
	const char *expected;
};

/* Texts are never NULL; several tasks, and so on, stand on lines of their own. */
struct plan_template {
	const char *roles; /* codes of BOOK_ROLE, ";" between */
	const char *forms; /* codes of BOOK_FORM that it serves where nothing fits better */
	const char *aim, *tasks, *difficulties, *success, *strategy;
	struct {
		struct plan_line *row; /* by week */
		size_t n;
	} part[PLAN_DEVELOPMENT + 1]; /* by enum plan_part; [0] is empty */
};

/* The methodology's template for a role model ("": none chosen), else for the form; texts in the
 * arena. RC_NOT_FOUND with a sentence; RC_BUG with file, line and reason: a text has a mistake. */
enum rc plan_template_find(struct arena *a, const char *methodology, const char *role,
			   const char *form, struct plan_template *out);
/* The newest week of its lines. */
int64_t plan_template_weeks(const struct plan_template *plan);
/* The day of a week of `weeks`, never a Sunday or a holiday unless there is no other, within the
 * term; where the term is too short for them all, weeks become shorter. */
int plan_template_day(int from, int to, int64_t week, int64_t weeks);

#endif
