/* What the readers of the methodology's files share. */
#ifndef MODEL_METHODOLOGY_PRIVATE_H
#define MODEL_METHODOLOGY_PRIVATE_H

#include "nastavnik/base/embed.h"
#include "nastavnik/base/err.h"
#include "nastavnik/model/book.h"
#include "nastavnik/model/indicator.h"
#include "nastavnik/model/plan_template.h"
#include "nastavnik/model/prepare.h"
#include "nastavnik/model/questionnaire.h"
#include "nastavnik/model/task.h"

/* methodology_load() from n files in memory (names end in "about.txt", "requests.txt",
 * "competences.txt", "interests.txt", "forms.txt", "roles.txt"; others are passed over). */
enum rc methodology_parse(struct arena *a, const struct embed *file, size_t n, int64_t year,
			  struct books *books, const char **version);

/* tasks_of_methodology() from one file in memory. */
enum rc tasks_parse(struct arena *a, const struct embed *file, const struct year *year,
		    struct tasks *out);
/* grounds_of_methodology() from one file in memory. */
enum rc grounds_parse(struct arena *a, const struct embed *file, const struct year *year,
		      struct records *out);
/* indicators_of_methodology() and targets_of_methodology() likewise. */
enum rc indicators_parse(struct arena *a, const struct embed *file, const struct year *year,
			 struct records *out);
enum rc targets_parse(struct arena *a, const struct embed *file, struct targets *out);
/* One template of a plan, as plan_template_find() reads it. */
enum rc plan_template_parse(struct arena *a, const struct embed *file, struct plan_template *out);
/* One of questionnaires_of_methodology(), from its file in memory. */
enum rc questionnaire_parse(struct arena *a, const struct embed *file, struct questionnaire *out);
/* A mistake in a file: which line, what is wrong, the word that is. Gives RC_BUG. */
enum rc methodology_mistake(const char *file, int line, const char *what, const char *word);
/* «word: value» in its two parts, in place; RC_BUG when there is no colon. */
enum rc methodology_key(const char *file, int line, char *text, char **word, char **value);
/* Cut white space from both ends, in place. */
char *methodology_trim(char *text);

#endif
