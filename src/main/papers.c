/* nastavnik papers: the catalogue, a line a paper, tab-separated for scripts. */
#include <stdio.h>

#include "command.h"
#include "nastavnik/app/papers.h"
#include "nastavnik/base/i18n.h"

static enum exit_code run(const struct args *args)
{
	const struct paper *paper;

	(void)args;
	for (size_t i = 0; (paper = paper_at(i)) != NULL; i++)
		printf("%s\t%s\t%s\n", paper->name, _(paper->title),
		       paper->of ? _(paper->of->name) : _("the year"));
	return EXIT_DONE;
}

const struct command command_papers = {
	.name = "papers",
	.words = { NULL },
	.summary = N_("The papers that can be printed: name, title, and what --for of nastavnik "
		      "print names."),
	.run = run,
};
