#include "push.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

#include "nastavnik/base/str.h"

struct push {
	char *log;
	pthread_t thread;
	bool running; /* the thread was started; of whoever asks alone */
	pthread_mutex_t lock;
	pthread_cond_t changed;
	bool asked, ending; /* under the lock */
};

struct push *push_new(const char *path)
{
	struct push *p = mem_alloc(sizeof(*p));
	struct str log = { 0 };

	str_printf(&log, "%s-wal", path);
	p->log = log.text;
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->changed, NULL);
	return p;
}

/* A log that is not there was written home already. What fails here is seen by the next step, which
 * waits for the disk. */
static void log_sync(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return;
	(void)!fdatasync(fd);
	close(fd);
}

static void *push_run(void *data)
{
	struct push *p = data;

	pthread_mutex_lock(&p->lock);
	while (p->asked || !p->ending) {
		if (!p->asked) {
			pthread_cond_wait(&p->changed, &p->lock);
			continue;
		}
		p->asked = false;
		pthread_mutex_unlock(&p->lock);
		log_sync(p->log);
		pthread_mutex_lock(&p->lock);
	}
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

/* Signals are the loop's. Without a thread drafts reach the disk at the next pause, as before. */
static void push_start(struct push *p)
{
	sigset_t all, old;

	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &old);
	p->running = pthread_create(&p->thread, NULL, push_run, p) == 0;
	pthread_sigmask(SIG_SETMASK, &old, NULL);
}

void push_ask(struct push *p)
{
	if (!p->running)
		push_start(p);
	pthread_mutex_lock(&p->lock);
	p->asked = true;
	pthread_cond_signal(&p->changed);
	pthread_mutex_unlock(&p->lock);
}

void push_free(struct push *p)
{
	if (p->running) {
		pthread_mutex_lock(&p->lock);
		p->ending = true;
		pthread_cond_signal(&p->changed);
		pthread_mutex_unlock(&p->lock);
		pthread_join(p->thread, NULL);
	}
	pthread_cond_destroy(&p->changed);
	pthread_mutex_destroy(&p->lock);
	free(p->log);
	free(p);
}
