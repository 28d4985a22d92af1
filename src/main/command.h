/* A command: one file, one row. The table stands in commands.c. */
#ifndef NASTAVNIK_MAIN_COMMAND_H
#define NASTAVNIK_MAIN_COMMAND_H

#include "args.h"
#include "nastavnik/app/app.h"
#include "nastavnik/app/import.h"
#include "nastavnik/base/issue.h"
#include "nastavnik/base/job.h"

/* Exit codes; scripts build on them. */
enum exit_code {
	EXIT_DONE = 0,
	EXIT_PROBLEMS = 1, /* done, or done in part, with problems reported on stderr */
	EXIT_USAGE = 2,
	EXIT_COULD_NOT = 3,
};

struct command {
	const char *name;
	/* Names of the words behind it, NULL ended; «[SURVEY]» may be left out. */
	const char *words[ARGS_WORDS + 1];
	unsigned needs, takes; /* OPTION_BIT()s: must be given, may be given */
	const char *summary;   /* msgid: one line for --help */
	enum exit_code (*run)(const struct args *args);
};

extern const struct command command_new, command_import, command_export, command_match,
	command_print, command_undo, command_redo, command_history, command_check, command_backup,
	command_list, command_ics, command_papers, command_year, command_survey, command_indicators;
/* All of them, NULL ended. */
extern const struct command *const commands[];

const struct command *command_find(const char *name);
/* «nastavnik import people|mentees|mentors FILE --from TABLE [--year Y] …» on one line. */
void command_usage(const struct command *command);
void command_help(const struct command *command);

/* Say on stderr what err_last() holds, and give the exit code for it. */
enum exit_code command_failed(void);
/* One word is not in a NULL ended list: says so, with the list. */
enum exit_code command_wrong_word(const char *word, const char *const *list);
/* Say on stderr what err_last() holds as a fault in the words of the command. */
enum exit_code command_misused(const struct command *command);
/* The issues on stderr, a line each; notes too. */
void command_tell(const struct issues *issues);
/* Open the file and, with --year, its year (`make`: a year that is not there is opened). */
enum rc command_open(const struct args *args, const char *path, bool make, struct app **app);
/* The same for a command that changes the file: refuses one that is open for reading only. */
enum rc command_open_write(const struct args *args, const char *path, bool make, struct app **app);
/* A command whose first word is one of a NULL ended list and whose second is the file: opens it,
 * does the work with the word's place in the list, closes it. */
enum exit_code command_on_kind(const struct args *args, const char *const *kinds,
			       enum exit_code (*work)(const struct args *args,
						      const struct app *app, int kind));
/* Place of a word in a NULL ended list, or -1. */
int command_choice(const char *const *list, const char *word);

/* Open the table of --from in the encoding and the sheet that were asked for. */
enum rc command_table_open(const struct args *args, struct app *app, const struct import_what *what,
			   struct import **import);
/* Run it as the options of `args` say, tell what it did, print the counts. */
enum exit_code command_table_run(const struct args *args, struct import *import);

/* Whether a name may be that of a CSV file: one that ends as another kind of document would lie.
 * RC_INVALID with a sentence. */
enum rc command_csv_name(const char *path);

/* SIGINT, SIGTERM and SIGHUP ask the command to stop; a job is cancelled then. */
void stop_watch(void);
bool stop_asked(void);
/* Run a job to its end or until stop_asked(); RC_CANCELLED with a sentence then. */
enum rc job_run_watched(struct job *job);

#endif
