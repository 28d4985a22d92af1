/* nastavnik print: any paper of the catalogue, and the lists; to a file or to a printer. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/app/printer.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/utf8.h"
#include "nastavnik/model/class.h"

/* Lists of the year, which are no papers of the catalogue. */
static const char *const lists[] = {
	[PAPER_LIST_PEOPLE] = "people",
	[PAPER_LIST_MENTEES] = "mentees",
	[PAPER_LIST_MENTORS] = "mentors",
	NULL,
};

/* Short words for papers that are printed often. */
static const struct {
	const char *word, *paper;
} words[] = { { "pairs", "pair_list" }, { "classes", "class_sheet" } };

/* What is printed, wherever it goes. */
struct print {
	const struct args *args;
	const struct app *app;
	const char *word;
	struct paper_wish wish; /* its paper is NULL: a list */
	int list;
	struct issues *issues;
};

static const struct paper *paper_named(const char *word)
{
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (!strcmp(words[i].word, word))
			word = words[i].paper;
	}
	return paper_find(word);
}

/* Does the choice stand for the wish: by id or code, or by a part of its name? exact: by the whole.
 */
static bool choice_fits(struct arena *a, const struct choice *choice, const char *wish, bool exact)
{
	const char *name = utf8_fold(a, choice->name), *folded = utf8_fold(a, wish);
	char *end;

	if (!exact)
		return strstr(name, folded) != NULL;
	return strcmp(name, folded) == 0 || (choice->code && strcmp(choice->code, wish) == 0) ||
	       (*wish && strtoll(wish, &end, 10) == choice->id && !*end);
}

/* Several that a name fits are a question, which the sentence asks by naming two of them. */
static enum rc choice_find(struct arena *a, const struct choices *choices, const char *wish,
			   const struct choice **out)
{
	for (int exact = 1; exact >= 0; exact--) {
		const struct choice *found = NULL;

		for (size_t i = 0; i < choices->n; i++) {
			if (!choice_fits(a, &choices->row[i], wish, exact))
				continue;
			if (found)
				return err_set(RC_INVALID,
					       _("“%s” fits several: “%s”, “%s”. Give more of the "
						 "name, or the number."),
					       wish, found->name, choices->row[i].name);
			found = &choices->row[i];
		}
		if (found) {
			*out = found;
			return RC_OK;
		}
	}
	return err_set(RC_NOT_FOUND,
		       _("There is nothing by the name “%s” to print this paper for."), wish);
}

/* --for, or --class in the spelling of a school. */
static enum rc wish_for(struct print *p, struct arena *a)
{
	const char *wanted = p->args->value[OPTION_FOR], *class_name = p->args->value[OPTION_CLASS];
	const struct choice *choice;
	struct choices choices;
	char normal[CLASS_SIZE];
	int64_t *id;
	enum rc rc;

	if (!wanted && !class_name)
		return RC_OK;
	if (!p->wish.paper || !p->wish.paper->of)
		return err_set(RC_INVALID,
			       _("This paper is made for the whole year: leave out %s."),
			       wanted ? "--for" : "--class");
	rc = paper_choices(p->app, p->wish.paper, a, &choices);
	if (rc == RC_OK && class_name) {
		class_normal(class_name, normal);
		wanted = normal;
	}
	if (rc == RC_OK)
		rc = choice_find(a, &choices, wanted, &choice);
	if (rc == RC_NOT_FOUND && class_name)
		return err_set(RC_NOT_FOUND, _("There is no class %s in the school's list."),
			       normal);
	if (rc != RC_OK)
		return rc;
	id = arena_alloc(a, sizeof(*id));
	*id = choice->id;
	p->wish.ids = (struct ids){ id, 1 };
	return RC_OK;
}

static enum rc wish_blank(struct print *p)
{
	p->wish.blank = p->args->value[OPTION_BLANK] != NULL;
	if (p->wish.blank && !(p->wish.paper && p->wish.paper->flags & PAPER_BLANK))
		return err_set(RC_INVALID, _("This paper is made of what the file knows: leave out "
					     "--blank."));
	return RC_OK;
}

static enum rc print_save(const struct print *p, const char *path, const char *encoding)
{
	if (!p->wish.paper)
		return paper_list_save(p->app, (enum paper_list_kind)p->list, path, encoding,
				       p->issues);
	return paper_save(p->app, &p->wish, path, encoding, p->issues, NULL);
}

static enum rc to_file(const struct print *p)
{
	const char *path = p->args->value[OPTION_OUT];
	enum rc rc = print_save(p, path, p->args->value[OPTION_ENCODING]);

	if (!rc)
		printf("written %s\n", path);
	return rc;
}

static enum rc printer_write(void *data, int paper, const char *path)
{
	(void)paper;
	return print_save(data, path, NULL);
}

static enum rc to_printer(struct print *p)
{
	const char *printer = p->args->value[OPTION_PRINTER];
	struct arena a = { 0 };
	struct job job;
	enum rc rc = print_start(&a,
				 &(struct print_order){ .printer = printer,
							.copies = 1,
							.title = p->word,
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

static enum exit_code print_do(struct print *p)
{
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	enum exit_code code = EXIT_DONE;
	enum rc rc = wish_for(p, &a);

	p->issues = &issues;
	if (!rc)
		rc = wish_blank(p);
	if (!rc && p->args->value[OPTION_OUT])
		rc = to_file(p);
	if (!rc && p->args->value[OPTION_PRINTER])
		rc = to_printer(p);
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
	struct print print = { .args = args,
			       .word = args->word[0],
			       .wish.paper = paper_named(args->word[0]),
			       .list = command_choice(lists, args->word[0]) };
	enum exit_code code;
	struct app *app;

	if (!args->value[OPTION_OUT] && !args->value[OPTION_PRINTER]) {
		err_set(RC_INVALID, _("Where to? Give a file (-o) or a printer (--printer)."));
		return command_misused(&command_print);
	}
	if (!print.wish.paper && print.list < 0) {
		err_set(RC_INVALID,
			_("There is no paper “%s”: nastavnik papers tells which there "
			  "are."),
			args->word[0]);
		return command_misused(&command_print);
	}
	if (command_open(args, args->word[1], false, &app))
		return command_failed();
	print.app = app;
	code = print_do(&print);
	app_close(app);
	return code;
}

const struct command command_print = {
	.name = "print",
	.words = { "PAPER|people|mentees|mentors", "FILE" },
	.takes = OPTION_BIT(OPTION_OUT) | OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_FOR) |
		 OPTION_BIT(OPTION_BLANK) | OPTION_BIT(OPTION_ENCODING) | OPTION_BIT(OPTION_CLASS) |
		 OPTION_BIT(OPTION_PRINTER),
	.summary =
		N_("Print a paper or a list of people: into a file or on a printer. Which papers "
		   "there are: nastavnik papers."),
	.run = run,
};
