#include "nastavnik/base/job.h"

enum job_state job_run(struct job *job)
{
	enum job_state state;

	do
		state = job->step(job);
	while (state == JOB_MORE);
	return state;
}
