#include "args.h"

#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "nastavnik/base/i18n.h"

const struct option_row option_rows[OPTION_COUNT] = {
	[OPTION_SCHOOL] = { "--school", "NAME", N_("full name of the school") },
	[OPTION_YEAR] = { "--year", "YEAR",
			  N_("school year by its first year: 2026 is 2026/2027") },
	[OPTION_FROM] = { "--from", "TABLE", N_("table to read: .xlsx, .ods, CSV") },
	[OPTION_TO] = { "--to", "TABLE", N_("table to write: .xlsx or CSV") },
	[OPTION_ENCODING] = { "--encoding", "NAME",
			      N_("encoding of the text: UTF-8, windows-1251, KOI8-R, …") },
	[OPTION_SHEET] = { "--sheet", "NAME",
			   N_("sheet of the spreadsheet; without it, the first with rows") },
	[OPTION_PARTIAL] = { "--partial", NULL,
			     N_("keep the good rows although others are rejected") },
	[OPTION_REJECTS] = { "--rejects", "OUT.csv",
			     N_("write rejected rows and the reasons to this table") },
	[OPTION_DRY_RUN] = { "--dry-run", NULL,
			     N_("report what would be done and change nothing") },
	[OPTION_CONFIRM] = { "--confirm", NULL, N_("confirm the pairs that were found") },
	[OPTION_OUT] = { "-o", "OUT",
			 N_("file to write; of a paper, its ending says how: .pdf, .odt, .txt, "
			    ".xlsx, .csv") },
	[OPTION_FOR] = { "--for", "NAME",
			 N_("whom or what it is for: a name or its part, a code") },
	[OPTION_BLANK] = { "--blank", NULL, N_("for nobody: a form to be filled in by hand") },
	[OPTION_CLASS] = { "--class", "CLASS", N_("only this class: 7В") },
	[OPTION_OWING] = { "--owing", NULL, N_("only who owes something") },
	[OPTION_OVERDUE] = { "--overdue", NULL, N_("only what is past its term") },
	[OPTION_NAMES] = { "--names", NULL, N_("with the names of people") },
	[OPTION_PRINTER] = { "--printer", "NAME", N_("hand it to this printer (CUPS)") },
	[OPTION_WITH] = { "--with", "SURVEY",
			  N_("compare with this questionnaire, answered later") },
	[OPTION_AT] = { "--at", "MOMENT", N_("start, now or end") },
	[OPTION_SEAL] = { "--seal", NULL, N_("seal the packet; the passphrase is asked for") },
	[OPTION_PASSPHRASE] = { "--passphrase", "FILE",
				N_("read the passphrase from the first line of this file") },
	[OPTION_HELP] = { "--help", NULL, N_("help on the command") },
};

/* The option that arg names, with the value behind '=' where there is one; -1. */
static int option_find(const char *arg, const char **value)
{
	for (int i = 0; i < OPTION_COUNT; i++) {
		size_t n = strlen(option_rows[i].name);

		if (strncmp(arg, option_rows[i].name, n) || (arg[n] && arg[n] != '='))
			continue;
		*value = arg[n] ? arg + n + 1 : NULL;
		return i;
	}
	return -1;
}

static enum rc option_take(const struct command *command, struct args *args, char **argv, int *at)
{
	const char *value = NULL;
	int option = option_find(argv[*at], &value);
	unsigned allowed = command->needs | command->takes | OPTION_BIT(OPTION_HELP);

	if (option < 0 || !(allowed & OPTION_BIT(option)))
		return err_set(RC_INVALID, _("The command “%s” has no option %s."), command->name,
			       argv[*at]);
	if (args->value[option])
		return err_set(RC_INVALID, _("The option %s is given twice."),
			       option_rows[option].name);
	if (!option_rows[option].value && value)
		return err_set(RC_INVALID, _("The option %s takes no value."),
			       option_rows[option].name);
	if (option_rows[option].value && !value && !(value = argv[++*at]))
		return err_set(RC_INVALID, _("A value is missing behind %s."),
			       option_rows[option].name);
	args->value[option] = value ? value : "";
	return RC_OK;
}

static enum rc year_take(struct args *args)
{
	const char *text = args->value[OPTION_YEAR];
	char *end;

	if (!text)
		return RC_OK;
	long year = strtol(text, &end, 10);
	if (end == text || *end || year < 2000 || year > 2199)
		return err_set(RC_INVALID,
			       _("“%s” is no school year. Give its first year, such as 2026."),
			       text);
	args->year = year;
	return RC_OK;
}

static enum rc args_complete(const struct command *command, const struct args *args, int words)
{
	if (words < ARGS_WORDS && command->words[words] && command->words[words][0] != '[')
		return err_set(RC_INVALID, _("%s is missing."), command->words[words]);
	for (int i = 0; i < OPTION_COUNT; i++) {
		if (command->needs & OPTION_BIT(i) && !args->value[i])
			return err_set(RC_INVALID, _("The option %s is missing."),
				       option_rows[i].name);
	}
	return RC_OK;
}

enum rc args_parse(const struct command *command, int argc, char **argv, struct args *args)
{
	struct args got = { 0 };
	bool options = true; /* until "--" */
	int words = 0;

	for (int i = 0; i < argc; i++) {
		if (options && !strcmp(argv[i], "--")) {
			options = false;
		} else if (options && argv[i][0] == '-' && argv[i][1]) {
			if (option_take(command, &got, argv, &i))
				return err_last()->code;
		} else if (!command->words[words]) {
			return err_set(RC_INVALID, _("“%s” is one word too many."), argv[i]);
		} else {
			got.word[words++] = argv[i];
		}
	}
	if (!got.value[OPTION_HELP] && (args_complete(command, &got, words) || year_take(&got)))
		return err_last()->code;
	*args = got;
	return RC_OK;
}
