/* Long work cut into slices of some 20 ms, so that the screen lives and the person can stop it. */
#ifndef NASTAVNIK_BASE_JOB_H
#define NASTAVNIK_BASE_JOB_H

#include <stdint.h>

enum job_state { JOB_MORE, JOB_DONE, JOB_FAILED }; /* failed: see err_last() */

struct job {
	const char *title;                    /* translated: «Загрузка списка» */
	enum job_state (*step)(struct job *); /* one slice; the last slice commits */
	void (*cancel)(struct job *); /* undo what was begun; called instead of further steps */
	int64_t done, total;          /* for the progress bar; total 0: not known */
	void *data;
};

/* Run all steps at once, without a screen. */
enum job_state job_run(struct job *job);

#endif
