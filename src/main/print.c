/* nastavnik print: papers on the confirmed pairs, lists, and sheets by class; to a file or to a
 * printer. */
#include <stdio.h>

#include "command.h"
#include "nastavnik/app/consents.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/app/printer.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/model/class.h"

enum { PRINT_ORDER, PRINT_PAIRS, PRINT_CLASSES, PRINT_PEOPLE, PRINT_MENTEES, PRINT_MENTORS };

static const char *const kinds[] = {
	[PRINT_ORDER] = "order",
	[PRINT_PAIRS] = "pairs",
	[PRINT_CLASSES] = "classes",
	[PRINT_PEOPLE] = "people",
	[PRINT_MENTEES] = "mentees",
	[PRINT_MENTORS] = "mentors",
	NULL,
};

/* What is printed, wherever it goes. */
struct print {
	const struct args *args;
	const struct app *app;
	int kind;
	struct issues *issues;
};

/* The sheets of one class, or of all of them and the teachers'. */
static enum rc classes_save(const struct print *p, const char *path, const char *encoding)
{
	char normal[CLASS_SIZE] = "";
	const char *wanted = p->args->value[OPTION_CLASS], *class_name = normal;
	const struct class_sheets what = {
		.class_name = &class_name, .n = wanted != NULL, .all = !wanted, .staff = !wanted
	};

	if (wanted)
		class_normal(wanted, normal);
	return class_sheets_save(p->app, &what, path, encoding, p->issues, NULL);
}

static enum rc kind_save(const struct print *p, const char *path, const char *encoding)
{
	if (p->kind == PRINT_CLASSES)
		return classes_save(p, path, encoding);
	if (p->kind >= PRINT_PEOPLE)
		return paper_list_save(p->app, (enum paper_list_kind)(p->kind - PRINT_PEOPLE), path,
				       encoding, p->issues);
	return paper_save(
		p->app,
		&(struct paper_wish){
			.paper = paper_find(p->kind == PRINT_ORDER ? "order" : "pair_list") },
		path, encoding, p->issues, NULL);
}

static enum rc to_file(const struct print *p)
{
	const char *path = p->args->value[OPTION_OUT];
	enum rc rc = kind_save(p, path, p->args->value[OPTION_ENCODING]);

	if (!rc)
		printf("written %s\n", path);
	return rc;
}

static enum rc printer_write(void *data, int paper, const char *path)
{
	(void)paper;
	return kind_save(data, path, NULL);
}

static enum rc to_printer(struct print *p)
{
	const char *printer = p->args->value[OPTION_PRINTER];
	struct arena a = { 0 };
	struct job job;
	enum rc rc = print_start(&a,
				 &(struct print_order){ .printer = printer,
							.copies = 1,
							.title = kinds[p->kind],
							.write = printer_write,
							.data = p },
				 &job);

	if (!rc)
		rc = job_run_watched(&job);
	if (!rc)
		printf("printed %s\n", printer);
	arena_done(&a);
	return rc;
}

static enum exit_code print_do(const struct args *args, const struct app *app, int kind)
{
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	struct print print = { .args = args, .app = app, .kind = kind, .issues = &issues };
	enum exit_code code = EXIT_DONE;
	enum rc rc = RC_OK;

	if (args->value[OPTION_OUT])
		rc = to_file(&print);
	if (!rc && args->value[OPTION_PRINTER])
		rc = to_printer(&print);
	command_tell(&issues);
	if (rc)
		code = command_failed();
	if (rc == RC_NOT_FOUND || (!rc && issues.n))
		code = EXIT_PROBLEMS;
	arena_done(&a);
	return code;
}

static enum exit_code run(const struct args *args)
{
	if (!args->value[OPTION_OUT] && !args->value[OPTION_PRINTER]) {
		err_set(RC_INVALID, _("Where to? Give a file (-o) or a printer (--printer)."));
		return command_misused(&command_print);
	}
	return command_on_kind(args, kinds, print_do);
}

const struct command command_print = {
	.name = "print",
	.words = { "order|pairs|classes|people|mentees|mentors", "FILE" },
	.takes = OPTION_BIT(OPTION_OUT) | OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_ENCODING) |
		 OPTION_BIT(OPTION_CLASS) | OPTION_BIT(OPTION_PRINTER),
	.summary = N_("Print the order or the pair list of the confirmed pairs, sheets for the "
		      "class teachers, or a list of people: into a file or on a printer."),
	.run = run,
};
