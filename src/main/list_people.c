/* nastavnik list leavers and ready: the school's list beside a fresh one; who suits nobody. */
#include <stdio.h>

#include "list.h"
#include "nastavnik/app/leavers.h"
#include "nastavnik/app/ready.h"
#include "nastavnik/base/i18n.h"

static const char *const leavers_words[LEAVERS_KINDS] = {
	[LEAVERS_NEW] = "new",   [LEAVERS_BACK] = "back",     [LEAVERS_MOVED] = "moved",
	[LEAVERS_GONE] = "left", [LEAVERS_UNSURE] = "unsure",
};

/* «moved → Быков Пётр → 7В → 8В» */
static void leavers_line(const struct leavers_row *row)
{
	bool there = row->kind != LEAVERS_GONE && row->kind != LEAVERS_UNSURE;

	printf("%s\t%s\t%s\t%s", leavers_words[row->kind], row->name, row->was,
	       there ? person_class_or_position(&row->person) : "");
	if (row->line)
		printf("\t%lld", (long long)row->line);
	putchar('\n');
	if (*row->text)
		fprintf(stderr, "%s: %s\n", row->name, row->text);
}

static enum exit_code leavers_print(struct import *import)
{
	const struct leavers *found;
	struct job job;

	if (import_start(import, &(struct import_options){ .dry = true }, &job) ||
	    job_run_watched(&job))
		return command_failed();
	found = leavers_found(import);
	for (size_t i = 0; i < found->n; i++)
		leavers_line(&found->row[i]);
	if (!found->classes)
		fprintf(stderr, "%s\n",
			_("The table names no classes: who has left cannot be told from it."));
	return found->count[LEAVERS_UNSURE] || !found->classes ? EXIT_PROBLEMS : EXIT_DONE;
}

enum exit_code list_leavers(const struct args *args, struct app *app)
{
	struct import *import;
	enum exit_code code;

	if (!args->value[OPTION_FROM]) {
		err_set(RC_INVALID, _("The option %s is missing."), "--from");
		return command_misused(&command_list);
	}
	if (command_table_open(args, app, &(struct import_what){ .kind = IMPORT_COMPARE }, &import))
		return command_failed();
	code = leavers_print(import);
	import_close(import);
	return code;
}

static const char *const ready_words[READY_KINDS] = {
	[READY_NOBODY] = "nobody",        [READY_ONE] = "one",
	[READY_NEEDLESS] = "needless",    [READY_REQUEST] = "no-request",
	[READY_CONSENT] = "no-consent",   [READY_COMPETENCE] = "no-competences",
	[READY_TRAINING] = "not-trained", [READY_FORM] = "form",
};

/* «one → Ёлкина Зоя → 9А → Титов Лев»; 1 while somebody suits nobody or places are missing. */
enum exit_code list_ready(const struct args *args, struct app *app)
{
	enum exit_code code = EXIT_DONE;
	const struct ready *found;
	struct ready_run *run;
	struct job job;

	(void)args;
	if (ready_start(app, &run, &job))
		return command_failed();
	if (job_run_watched(&job)) {
		code = command_failed();
	} else {
		found = ready_found(run);
		printf("waiting %lld\nplaces %lld\n", (long long)found->waiting,
		       (long long)found->places);
		for (size_t i = 0; i < found->n; i++)
			printf("%s\t%s\t%s\t%s\n", ready_words[found->row[i].kind],
			       found->row[i].name, found->row[i].where, found->row[i].text);
		if (found->count[READY_NOBODY] || found->waiting > found->places)
			code = EXIT_PROBLEMS;
	}
	ready_free(run);
	return code;
}
