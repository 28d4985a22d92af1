/* nastavnik indicators: the indicators of a year as a table for other programs. */
#include "nastavnik/app/indicators.h"

#include <stdio.h>
#include <string.h>

#include "command.h"
#include "nastavnik/base/date.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/str.h"
#include "nastavnik/port/save.h"

static const char heading[] = "code,number,name,value,part,whole,target,verdict,on,source\n";

static const char *const told_words[] = { [TOLD_NOTHING] = "",
					  [TOLD_COUNTED] = "counted",
					  [TOLD_FIXED] = "fixed",
					  [TOLD_TYPED] = "typed" };
static const char *const verdict_words[] = {
	[VERDICT_NONE] = "", [VERDICT_MET] = "met", [VERDICT_MISSED] = "missed"
};

static const struct moment_row {
	const char *word;
	enum moment moment;
} moments[] = {
	{ "start", MOMENT_START },
	{ "now", MOMENT_NOW },
	{ "end", MOMENT_END },
	{ "between", MOMENT_BETWEEN },
};

static void text_add(struct str *out, const char *text)
{
	if (!strpbrk(text, ",\"\n\r")) {
		str_add(out, text);
		return;
	}
	str_add_char(out, '"');
	for (; *text; text++) {
		if (*text == '"')
			str_add_char(out, '"');
		str_add_char(out, *text);
	}
	str_add_char(out, '"');
}

/* «71.43» of hundredths; nothing where nothing is known. */
static void value_add(struct str *out, int64_t value)
{
	str_add_char(out, ',');
	if (value == FIELD_NOTHING)
		return;
	str_printf(out, "%lld.%02d", (long long)value / 100, (int)(value % 100));
}

static void count_add(struct str *out, int64_t count)
{
	str_add_char(out, ',');
	if (count != FIELD_NOTHING)
		str_printf(out, "%lld", (long long)count);
}

static void day_add(struct str *out, int64_t on)
{
	str_add_char(out, ',');
	if (on)
		str_printf(out, "%04d-%02d-%02d", date_year((int)on), date_month((int)on),
			   date_day((int)on));
}

static void row_add(struct str *out, const struct indicator_row *row, enum moment moment)
{
	const struct indicator_cell *cell = &row->cell[moment];
	bool share = row->indicator.kind == INDICATOR_PERCENT && !cell->count.few;

	str_add(out, row->indicator.code);
	str_add_char(out, ',');
	text_add(out, row->indicator.number);
	str_add_char(out, ',');
	text_add(out, row->indicator.name);
	value_add(out, cell->value);
	count_add(out, share ? cell->part : FIELD_NOTHING);
	count_add(out, share ? cell->whole : FIELD_NOTHING);
	value_add(out, row->target);
	str_printf(out, ",%s",
		   verdict_words[indicator_verdict(&row->indicator, cell->value, row->target)]);
	day_add(out, cell->on);
	str_printf(out, ",%s\n", told_words[cell->told]);
}

static enum rc table_save(const struct indicators *all, enum moment moment, const char *path)
{
	struct str out = { 0 };
	enum rc rc = RC_OK;

	str_add(&out, heading);
	for (size_t i = 0; i < all->n; i++)
		row_add(&out, &all->row[i], moment);
	if (path)
		rc = text_save(path, ENCODING_UTF8, str_text(&out), NULL);
	else
		fputs(str_text(&out), stdout);
	str_done(&out);
	return rc;
}

/* NULL: no such moment. */
static const struct moment_row *moment_find(const char *word)
{
	for (size_t i = 0; i < sizeof(moments) / sizeof(moments[0]); i++)
		if (strcmp(moments[i].word, word) == 0)
			return &moments[i];
	return NULL;
}

static enum exit_code run(const struct args *args)
{
	const char *at = args->value[OPTION_AT] ? args->value[OPTION_AT] : "now";
	const struct moment_row *row = moment_find(at);
	const char *path = args->value[OPTION_OUT];
	struct arena a = { 0 };
	struct indicators all;
	struct app *app;

	if (!row) {
		err_set(RC_INVALID, _("“%s” is no moment: start, now or end."), at);
		return command_misused(&command_indicators);
	}
	if ((path && command_csv_name(path)) || command_open(args, args->word[0], false, &app))
		return command_failed();
	enum rc rc = indicators_load(app, &a, app_year(app)->year, &all);

	if (!rc)
		rc = table_save(&all, row->moment, path);
	arena_done(&a);
	app_close(app);
	return rc ? command_failed() : EXIT_DONE;
}

const struct command command_indicators = {
	.name = "indicators",
	.words = { "FILE" },
	.takes = OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_AT) | OPTION_BIT(OPTION_OUT),
	.summary = N_("The indicators of a year as a table for other programs, without names: at "
		      "the start, now or at the end."),
	.run = run,
};
