/* nastavnik match: propose pairs, and confirm them where asked. */
#include <stdio.h>

#include "command.h"
#include "nastavnik/app/pairs.h"
#include "nastavnik/base/i18n.h"

/* Those who stay without a pair, so that nobody is forgotten. */
static void waiting_tell(const struct pairs *pairs)
{
	struct arena a = { 0 };
	struct pairs_people left = pairs_waiting(pairs, &a, true);

	for (size_t i = 0; i < left.n; i++) {
		const struct person *p = &left.row[i]->person;

		fprintf(stderr, _("without a pair: %s, %s\n"), person_name(&a, p),
			person_class_or_position(p));
	}
	arena_done(&a);
}

static enum exit_code match_confirm(struct pairs *pairs)
{
	int64_t bonds, matched = pairs_facts(pairs)->matched;

	if (pairs_confirm(pairs, &bonds))
		return command_failed();
	printf("confirmed %lld\nbonds %lld\n", (long long)matched, (long long)bonds);
	return EXIT_DONE;
}

static enum exit_code match_do(const struct args *args, struct pairs *pairs)
{
	enum rc rc = pairs_run(pairs);

	if (rc) {
		command_failed();
		return rc == RC_NOT_FOUND ? EXIT_PROBLEMS : EXIT_COULD_NOT;
	}
	const struct pairs_facts *facts = pairs_facts(pairs);
	printf("proposal %lld\nmatched %lld of %lld\nscore %lld.%lld\n", (long long)facts->proposal,
	       (long long)facts->matched, (long long)facts->waiting, (long long)facts->mean / 10,
	       (long long)facts->mean % 10);
	waiting_tell(pairs);
	return args->value[OPTION_CONFIRM] ? match_confirm(pairs) : EXIT_DONE;
}

static enum exit_code run(const struct args *args)
{
	enum exit_code code;
	struct pairs *pairs;
	struct app *app;

	if (command_open_write(args, args->word[0], false, &app))
		return command_failed();
	if (pairs_open(app, &pairs)) {
		code = command_failed();
	} else {
		code = match_do(args, pairs);
		pairs_close(pairs);
	}
	app_close(app);
	return code;
}

const struct command command_match = {
	.name = "match",
	.words = { "FILE" },
	.takes = OPTION_BIT(OPTION_YEAR) | OPTION_BIT(OPTION_CONFIRM),
	.summary = N_("Find the best set of pairs and save it as a proposal."),
	.run = run,
};
