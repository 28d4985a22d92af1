/* nastavnik survey results: a row an item, for R, Python and spreadsheets; nothing is rounded. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "nastavnik/app/results.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/str.h"
#include "nastavnik/port/save.h"
#include "survey.h"

static const char heading[] = "item,n1,n2,pairs,mean1,mean2,median1,median2,share1,share2,"
			      "better,same,worse,w,p,effect\n";

/* The shortest that reads back as the same number; nothing where there is none. */
static void figure_add(struct str *out, double figure)
{
	enum { ENOUGH = 17, USUAL = 15 };
	char text[40];

	str_add_char(out, ',');
	if (isnan(figure))
		return;
	for (int digits = USUAL; digits <= ENOUGH; digits++) {
		snprintf(text, sizeof(text), "%.*g", digits, figure);
		if (strtod(text, NULL) == figure)
			break;
	}
	str_add(out, text);
}

static void count_add(struct str *out, int64_t count)
{
	if (count == FIELD_NOTHING)
		str_add_char(out, ',');
	else
		str_printf(out, ",%lld", (long long)count);
}

static void row_add(struct str *out, const struct item_result *r)
{
	const int64_t counts[] = { r->wave[0].n, r->wave[1].n, r->pairs };
	const double figures[] = { r->wave[0].mean,   r->wave[1].mean,  r->wave[0].median,
				   r->wave[1].median, r->wave[0].share, r->wave[1].share };
	const int64_t changes[] = { r->better, r->same, r->worse };
	const double test[] = { r->w, r->p, r->effect };

	str_add(out, r->item->code);
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
		count_add(out, counts[i]);
	for (size_t i = 0; i < sizeof(figures) / sizeof(figures[0]); i++)
		figure_add(out, figures[i]);
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++)
		count_add(out, changes[i]);
	for (size_t i = 0; i < sizeof(test) / sizeof(test[0]); i++)
		figure_add(out, test[i]);
	str_add_char(out, '\n');
}

static enum rc table_save(const struct results *results, const char *path)
{
	struct str out = { 0 };
	enum rc rc;

	str_add(&out, heading);
	for (size_t i = 0; i < results->own; i++)
		row_add(&out, &results->row[i]);
	rc = text_save(path, ENCODING_UTF8, str_text(&out), NULL);
	str_done(&out);
	return rc;
}

enum exit_code survey_results(const struct args *args, struct app *app)
{
	const char *with = args->value[OPTION_WITH];
	struct arena a = { 0 };
	struct survey survey = { 0 }, other = { 0 };
	struct results results = { 0 };
	enum rc rc = command_csv_name(args->value[OPTION_OUT]);

	if (!rc)
		rc = survey_find(app, &a, args->word[2], &survey);
	if (!rc && with)
		rc = survey_find(app, &a, with, &other);
	if (!rc)
		rc = results_load(app, &a, &survey, with ? &other : NULL, RESULTS_WHOLE, &results);
	if (!rc)
		rc = table_save(&results, args->value[OPTION_OUT]);
	arena_done(&a);
	return rc ? command_failed() : EXIT_DONE;
}
