/* nastavnik import: a class list, mentees or mentors from a table. */
#include <stdio.h>

#include "command.h"
#include "nastavnik/app/import.h"
#include "nastavnik/base/i18n.h"

static const char *const kinds[] = { "people", "mentees", "mentors", "meetings", NULL };
static const enum import_kind kind_of[] = { IMPORT_PEOPLE, IMPORT_MENTEES, IMPORT_MENTORS,
					    IMPORT_MEETINGS };

/* What the table was taken for: for the eye, beside the counts. */
static void facts_tell(const struct import *import)
{
	const struct import_facts *facts = import_facts(import);
	struct choices targets = import_targets(import);

	if (facts->sheet)
		fprintf(stderr, _("%s: sheet “%s”, headings on line %lld\n"), facts->name,
			import_sheets(import).row[facts->sheet - 1].name,
			(long long)facts->heading_line);
	else if (facts->heading_line)
		fprintf(stderr, _("%s: encoding %s, headings on line %lld\n"), facts->name,
			facts->encoding_name, (long long)facts->heading_line);
	else
		fprintf(stderr, _("%s: encoding %s, no headings\n"), facts->name,
			facts->encoding_name);
	for (size_t i = 0; i < facts->columns; i++) {
		const struct import_column *column = import_column(import, i);

		for (size_t k = 0; k < targets.n; k++) {
			if (targets.row[k].id == column->target)
				fprintf(stderr, _("column “%s” → %s\n"), column->heading,
					targets.row[k].name);
		}
	}
}

/* Counts of what is in the file now; a dry run counts what would be. */
static void report_print(const struct import_report *report)
{
	bool counts = report->kept || report->dry;

	printf("added %lld\n", counts ? (long long)report->added : 0LL);
	printf("changed %lld\n", counts ? (long long)report->changed : 0LL);
	printf("unchanged %lld\n", (long long)report->unchanged);
	printf("unsure %lld\n", (long long)report->unsure);
	printf("rejected %lld\n", (long long)report->rejected);
}

static enum exit_code report_tell(const struct import_report *report)
{
	command_tell(report->issues);
	if (report->dry)
		fputs(_("Only tried: the file is as it was.\n"), stderr);
	else if (!report->kept)
		fputs(_("Nothing was imported, since there are rejected rows. Correct them, or "
			"import the good rows alone with --partial.\n"),
		      stderr);
	report_print(report);
	return report->rejected || report->unsure || !report->rows ? EXIT_PROBLEMS : EXIT_DONE;
}

enum exit_code command_table_run(const struct args *args, struct import *import)
{
	struct import_options options = {
		.dry = args->value[OPTION_DRY_RUN] != NULL,
		.partial = args->value[OPTION_PARTIAL] != NULL,
		.rejects = args->value[OPTION_REJECTS],
	};
	struct job job;

	if (options.dry)
		facts_tell(import);
	if (import_start(import, &options, &job) || job_run_watched(&job))
		return command_failed();
	return report_tell(import_report(import));
}

/* Open the table in the encoding that was asked for. */
enum rc command_table_open(const struct args *args, struct app *app, const struct import_what *what,
			   struct import **import)
{
	const char *name = args->value[OPTION_ENCODING], *sheet = args->value[OPTION_SHEET];
	struct import *opened;
	int64_t encoding = 0;
	enum rc rc = name ? import_encoding_find(name, &encoding) : RC_OK;

	if (!rc)
		rc = import_open_as(app, what, args->value[OPTION_FROM], &opened);
	if (rc)
		return rc;
	if (encoding)
		rc = import_set_encoding(opened, encoding);
	if (!rc && sheet)
		rc = import_set_sheet_named(opened, sheet);
	if (rc)
		import_close(opened);
	else
		*import = opened;
	return rc;
}

static enum exit_code run(const struct args *args)
{
	int kind = command_choice(kinds, args->word[0]);
	enum exit_code code;
	struct import *import;
	struct app *app;

	if (kind < 0)
		return command_wrong_word(args->word[0], kinds);
	if (command_open_write(args, args->word[1], true, &app))
		return command_failed();
	if (command_table_open(args, app, &(struct import_what){ .kind = kind_of[kind] },
			       &import)) {
		code = command_failed();
	} else {
		code = command_table_run(args, import);
		import_close(import);
	}
	app_close(app);
	return code;
}

const struct command command_import = {
	.name = "import",
	.words = { "people|mentees|mentors|meetings", "FILE" },
	.needs = OPTION_BIT(OPTION_FROM),
	.takes = OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_SHEET) |
		 OPTION_BIT(OPTION_PARTIAL) | OPTION_BIT(OPTION_REJECTS) |
		 OPTION_BIT(OPTION_DRY_RUN),
	.summary =
		N_("Bring in a class list, mentees, mentors or the pairs' meetings from a table."),
	.run = run,
};
