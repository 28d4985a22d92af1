/* Long work with a bar and «Остановить»: a struct job (base/job.h) run in slices by the event loop.
 */
#ifndef NASTAVNIK_UI_PROGRESS_H
#define NASTAVNIK_UI_PROGRESS_H

#include "nastavnik/base/job.h"
#include "nastavnik/ui/view.h"

/*
 * Start the job over the frame; it lives until `finished` returned. Nothing else gets keys and no
 * view reads meanwhile. finished gets JOB_DONE, JOB_FAILED (err_last() says why) or JOB_MORE when
 * the person stopped it (cancel was called). Returns enum took for the frame. A job without cancel
 * cannot be stopped.
 */
unsigned progress_start(struct frame *f, struct job *job,
			unsigned (*finished)(struct frame *f, struct job *job,
					     enum job_state state));

#endif
