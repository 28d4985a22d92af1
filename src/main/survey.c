/* nastavnik survey: questionnaires without a screen. */
#include "survey.h"

#include <string.h>

#include "nastavnik/app/questionnaires.h"
#include "nastavnik/base/i18n.h"

/* What the word behind the file names. */
enum third { THIRD_NONE, THIRD_SURVEY, THIRD_PACKET };

static const struct survey_row {
	const char *name;
	survey_run *run;
	bool writes; /* the file has to be writable */
	enum third third;
	unsigned needs, takes; /* options, OPTION_BIT()s */
} rows[] = {
	{ "list", survey_list, .third = THIRD_NONE },
	{ "blank", survey_blank, .third = THIRD_SURVEY, .needs = OPTION_BIT(OPTION_OUT),
	  .takes =
		  OPTION_BIT(OPTION_FOR) | OPTION_BIT(OPTION_BLANK) | OPTION_BIT(OPTION_ENCODING) },
	{ "import", survey_import, .writes = true, .third = THIRD_SURVEY,
	  .needs = OPTION_BIT(OPTION_FROM),
	  .takes = OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_SHEET) |
		   OPTION_BIT(OPTION_PARTIAL) | OPTION_BIT(OPTION_REJECTS) |
		   OPTION_BIT(OPTION_DRY_RUN) },
	{ "packet", survey_packet, .writes = true, .third = THIRD_SURVEY,
	  .needs = OPTION_BIT(OPTION_OUT),
	  .takes = OPTION_BIT(OPTION_NAMES) | OPTION_BIT(OPTION_FOR) | OPTION_BIT(OPTION_SEAL) |
		   OPTION_BIT(OPTION_PASSPHRASE) },
	{ "take", survey_take, .writes = true, .third = THIRD_PACKET,
	  .takes = OPTION_BIT(OPTION_PARTIAL) | OPTION_BIT(OPTION_PASSPHRASE) },
	{ "results", survey_results, .third = THIRD_SURVEY, .needs = OPTION_BIT(OPTION_OUT),
	  .takes = OPTION_BIT(OPTION_WITH) },
};
enum { ROWS = sizeof(rows) / sizeof(rows[0]) };

static const struct survey_row *row_find(const char *word)
{
	for (size_t i = 0; i < ROWS; i++)
		if (strcmp(rows[i].name, word) == 0)
			return &rows[i];
	return NULL;
}

static enum exit_code wrong_word(const char *word)
{
	const char *names[ROWS + 1] = { NULL };

	for (size_t i = 0; i < ROWS; i++)
		names[i] = rows[i].name;
	return command_wrong_word(word, names);
}

/* An option of another row would silently do nothing. */
static enum rc args_fit(const struct survey_row *row, const struct args *args)
{
	if (row->third != THIRD_NONE && !args->word[2])
		return err_set(RC_INVALID, _("%s is missing."),
			       row->third == THIRD_PACKET ? "PACKET" : "SURVEY");
	if (row->third == THIRD_NONE && args->word[2])
		return err_set(RC_INVALID, _("“%s” is one word too many."), args->word[2]);
	for (int i = 0; i < OPTION_COUNT; i++) {
		bool given = args->value[i] != NULL;

		if (!given && row->needs & OPTION_BIT(i))
			return err_set(RC_INVALID, _("The option %s is missing."),
				       option_rows[i].name);
		if (given && i != OPTION_YEAR && !((row->needs | row->takes) & OPTION_BIT(i)))
			return err_set(RC_INVALID, _("The command “%s” has no option %s."),
				       row->name, option_rows[i].name);
	}
	return RC_OK;
}

static enum exit_code run(const struct args *args)
{
	const struct survey_row *row = row_find(args->word[0]);
	enum exit_code code;
	struct app *app;

	if (!row)
		return wrong_word(args->word[0]);
	if (args_fit(row, args))
		return command_misused(&command_survey);
	if (row->writes ? command_open_write(args, args->word[1], false, &app)
			: command_open(args, args->word[1], false, &app))
		return command_failed();
	/* Questionnaires came later than some files; read-only ones stay without. */
	code = surveys_complete(app) ? command_failed() : row->run(args, app);
	app_close(app);
	return code;
}

const struct command command_survey = {
	.name = "survey",
	.words = { "list|blank|packet|take|import|results", "FILE", "[SURVEY|PACKET]" },
	.takes = OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_OUT) | OPTION_BIT(OPTION_FROM) |
		 OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_SHEET) | OPTION_BIT(OPTION_WITH) |
		 OPTION_BIT(OPTION_PARTIAL) | OPTION_BIT(OPTION_REJECTS) |
		 OPTION_BIT(OPTION_DRY_RUN) | OPTION_BIT(OPTION_SEAL) |
		 OPTION_BIT(OPTION_PASSPHRASE) | OPTION_BIT(OPTION_NAMES) | OPTION_BIT(OPTION_FOR) |
		 OPTION_BIT(OPTION_BLANK),
	.summary =
		N_("Questionnaires of the year: list them, print blanks, give them out as packets, "
		   "take packets back, read answers from a table, work out the results."),
	.run = run,
};
