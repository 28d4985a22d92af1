/* nastavnik survey packet, survey take: a questionnaire given out as a file, and taken back. */
#include <stdio.h>
#include <string.h>

#include "nastavnik/app/packets.h"
#include "nastavnik/app/surveys.h"
#include "nastavnik/base/i18n.h"
#include "passphrase.h"
#include "survey.h"

static enum rc packet_write_out(const struct args *args, struct app *app, const char *passphrase)
{
	struct arena a = { 0 };
	struct survey survey;
	int64_t forms = 0;
	enum rc rc = survey_find(app, &a, args->word[2], &survey);
	struct packet_order order = { .whom = args->value[OPTION_FOR] ? args->value[OPTION_FOR]
								      : "",
				      .named = args->value[OPTION_NAMES] != NULL,
				      .passphrase = passphrase,
				      .path = args->value[OPTION_OUT] };

	if (!rc) {
		order.survey = survey.head.id;
		rc = packet_give(app, &order, &forms);
	}
	if (!rc)
		printf("respondents %lld\nnames %d\nsealed %d\n", (long long)forms, order.named,
		       passphrase != NULL);
	arena_done(&a);
	return rc;
}

enum exit_code survey_packet(const struct args *args, struct app *app)
{
	char passphrase[PASSPHRASE_SIZE] = "";
	bool sealed = args->value[OPTION_SEAL] || args->value[OPTION_PASSPHRASE];
	enum rc rc = sealed ? passphrase_read(args, true, passphrase) : RC_OK;

	if (!rc)
		rc = packet_write_out(args, app, sealed ? passphrase : NULL);
	explicit_bzero(passphrase, sizeof(passphrase));
	return rc ? command_failed() : EXIT_DONE;
}

static enum exit_code report_tell(const struct packet_report *report, const struct issues *issues)
{
	printf("sheets %zu\nadded %zu\nsame %zu\ndisputed %zu\nleft-out %zu\n", report->sheets,
	       report->added, report->same, report->disputed, report->left_out);
	if (report->disputed) {
		fprintf(stderr,
			ngettext("%zu sheet has other answers than the one that is here: look at "
				 "the paper and decide in “Differing answers”.",
				 "%zu sheets have other answers than those that are here: look at "
				 "the papers and decide in “Differing answers”.",
				 report->disputed),
			report->disputed);
		fputc('\n', stderr);
	}
	if (issues)
		command_tell(issues);
	return report->disputed || (issues && issues->n) ? EXIT_PROBLEMS : EXIT_DONE;
}

enum exit_code survey_take(const struct args *args, struct app *app)
{
	char passphrase[PASSPHRASE_SIZE] = "";
	struct arena a = { 0 };
	struct issues issues = { .arena = &a };
	struct issues *partial = args->value[OPTION_PARTIAL] ? &issues : NULL;
	bool sealed = packet_is_sealed(args->word[2]);
	struct packet_report report;
	enum exit_code code;
	enum rc rc = sealed ? passphrase_read(args, false, passphrase) : RC_OK;

	if (!rc)
		rc = packet_take(app, &a, args->word[2], sealed ? passphrase : NULL, partial,
				 &report);
	explicit_bzero(passphrase, sizeof(passphrase));
	code = rc ? command_failed() : report_tell(&report, partial);
	arena_done(&a);
	return code;
}
