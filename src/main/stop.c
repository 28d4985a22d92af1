/* Being asked to stop from outside: what runs is rolled back, and said so. */
#include <signal.h>

#include "command.h"
#include "nastavnik/base/i18n.h"

static volatile sig_atomic_t stop_signal;

static void stop_note(int number)
{
	stop_signal = number;
}

void stop_watch(void)
{
	/* Without SA_RESTART: a read from a pipe that never ends comes back too. */
	struct sigaction action = { .sa_handler = stop_note };

	sigemptyset(&action.sa_mask);
	sigaction(SIGINT, &action, NULL);
	sigaction(SIGTERM, &action, NULL);
	sigaction(SIGHUP, &action, NULL);
	/* A reader of stdout that went away is seen by the last fflush(). */
	signal(SIGPIPE, SIG_IGN);
}

bool stop_asked(void)
{
	return stop_signal != 0;
}

enum rc job_run_watched(struct job *job)
{
	enum job_state state = JOB_MORE;

	while (state == JOB_MORE && !stop_asked())
		state = job->step(job);
	if (state == JOB_DONE)
		return RC_OK;
	if (state == JOB_FAILED)
		return err_last()->code;
	job->cancel(job);
	return err_set(RC_CANCELLED, _("Stopped. The file is as it was before."));
}
