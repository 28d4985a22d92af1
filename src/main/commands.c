#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "command.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"

/* clang-format off */
const struct command *const commands[] = {
	&command_new,
	&command_import,
	&command_export,
	&command_match,
	&command_print,
	&command_undo,
	&command_redo,
	&command_history,
	&command_check,
	&command_backup,
	&command_list,
	&command_ics,
	&command_papers,
	&command_year,
	&command_survey,
	&command_indicators,
	NULL,
};
/* clang-format on */

const struct command *command_find(const char *name)
{
	for (size_t i = 0; commands[i]; i++) {
		if (!strcmp(commands[i]->name, name))
			return commands[i];
	}
	return NULL;
}

void command_usage(const struct command *command)
{
	printf("nastavnik %s", command->name);
	for (size_t i = 0; command->words[i]; i++)
		printf(" %s", command->words[i]);
	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = &option_rows[i];
		bool need = command->needs & OPTION_BIT(i);

		if (!need && !(command->takes & OPTION_BIT(i)))
			continue;
		printf(need ? " %s" : " [%s", row->name);
		if (row->value)
			printf(" %s", row->value);
		if (!need)
			putchar(']');
	}
	putchar('\n');
}

void command_help(const struct command *command)
{
	command_usage(command);
	printf("\n%s\n\n", _(command->summary));
	for (int i = 0; i < OPTION_COUNT; i++) {
		const struct option_row *row = &option_rows[i];

		if ((command->needs | command->takes) & OPTION_BIT(i))
			printf("  %-12s %-8s %s\n", row->name, row->value ? row->value : "",
			       _(row->help));
	}
}

enum exit_code command_failed(void)
{
	const struct err *err = err_last();

	fprintf(stderr, "nastavnik: %s\n", err->text);
	return EXIT_COULD_NOT;
}

enum exit_code command_misused(const struct command *command)
{
	fprintf(stderr, "nastavnik: %s\n", err_last()->text);
	fprintf(stderr, _("Try: nastavnik %s --help\n"), command->name);
	return EXIT_USAGE;
}

enum exit_code command_wrong_word(const char *word, const char *const *list)
{
	fprintf(stderr, "nastavnik: ");
	fprintf(stderr, _("“%s” is none of these:"), word);
	for (size_t i = 0; list[i]; i++)
		fprintf(stderr, " %s", list[i]);
	fputc('\n', stderr);
	return EXIT_USAGE;
}

enum exit_code command_on_kind(const struct args *args, const char *const *kinds,
			       enum exit_code (*work)(const struct args *args,
						      const struct app *app, int kind))
{
	int kind = command_choice(kinds, args->word[0]);
	struct app *app;

	if (kind < 0)
		return command_wrong_word(args->word[0], kinds);
	if (command_open(args, args->word[1], false, &app))
		return command_failed();
	enum exit_code code = work(args, app, kind);
	app_close(app);
	return code;
}

static const char *issue_level_name(enum issue_level level)
{
	static const char *const name[] = {
		[ISSUE_NOTE] = N_("note"),
		[ISSUE_WARNING] = N_("warning"),
		[ISSUE_QUESTION] = N_("question"),
		[ISSUE_ERROR] = N_("error"),
	};

	return _(name[level]);
}

void command_tell(const struct issues *issues)
{
	size_t all = 0;

	for (size_t i = 0; i < issues->n; i++) {
		const struct issue *issue = &issues->row[i];

		if (issue->row)
			fprintf(stderr, _("line %lld, "), (long long)issue->row);
		fprintf(stderr, "%s: ", issue_level_name(issue->level));
		if (issue->name && *issue->name)
			fprintf(stderr, "%s: ", issue->name);
		fprintf(stderr, "%s\n", issue->text);
	}
	for (size_t i = 0; i < sizeof(issues->count) / sizeof(issues->count[0]); i++)
		all += issues->count[i];
	if (all > issues->n)
		fprintf(stderr, ngettext("… and %zu more.\n", "… and %zu more.\n", all - issues->n),
			all - issues->n);
}

enum rc command_open(const struct args *args, const char *path, bool make, struct app **app)
{
	struct app *opened;
	enum rc rc = app_open(path, &opened);

	if (rc)
		return rc;
	if (args->year)
		rc = make ? app_year_open(opened, args->year) : app_year_select(opened, args->year);
	if (rc)
		app_close(opened);
	else
		*app = opened;
	return rc;
}

enum rc command_open_write(const struct args *args, const char *path, bool make, struct app **app)
{
	struct app *opened;
	struct args first = *args;

	first.year = 0; /* opening a year would fail with a lesser reason */
	if (command_open(&first, path, false, &opened))
		return err_last()->code;
	if (app_readonly(opened)) {
		err_set(RC_READONLY, "%s", app_readonly_why(opened));
		app_close(opened);
		return RC_READONLY;
	}
	if (args->year &&
	    (make ? app_year_open(opened, args->year) : app_year_select(opened, args->year))) {
		app_close(opened);
		return err_last()->code;
	}
	*app = opened;
	return RC_OK;
}

enum rc command_csv_name(const char *path)
{
	static const char *const others[] = { ".xlsx", ".xls", ".ods", ".odt", ".docx", ".pdf" };
	const char *end = strrchr(path, '.');

	for (size_t i = 0; end && i < sizeof(others) / sizeof(others[0]); i++)
		if (strcasecmp(end, others[i]) == 0)
			return err_set(RC_INVALID,
				       _("%s: this table is written as CSV; end its name in .csv."),
				       path);
	return RC_OK;
}

int command_choice(const char *const *list, const char *word)
{
	for (int i = 0; list[i]; i++) {
		if (!strcmp(list[i], word))
			return i;
	}
	return -1;
}
