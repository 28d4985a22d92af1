#include "child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "nastavnik/base/date.h"

static void pipe_close(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* Standard streams of the new program; those of this one are the screen. */
static int streams_set(posix_spawn_file_actions_t *actions, const int *ends)
{
	int code =
		posix_spawn_file_actions_addopen(actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);

	if (!code)
		code = posix_spawn_file_actions_adddup2(actions, ends[CHILD_OUT], STDOUT_FILENO);
	if (!code)
		code = posix_spawn_file_actions_adddup2(actions, ends[CHILD_ERR], STDERR_FILENO);
	return code;
}

/* A group of its own, to be stopped as one; and the signals that the event loop keeps for itself
 * are given back. */
static int signals_set(posix_spawnattr_t *attr)
{
	sigset_t none, all;
	int code;

	sigemptyset(&none);
	sigfillset(&all);
	code = posix_spawnattr_setflags(attr, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
						      POSIX_SPAWN_SETSIGDEF);
	if (!code)
		code = posix_spawnattr_setsigmask(attr, &none);
	if (!code)
		code = posix_spawnattr_setsigdefault(attr, &all);
	return code;
}

static int spawn(pid_t *pid, char *const *argv, const int *ends)
{
	posix_spawn_file_actions_t actions;
	posix_spawnattr_t attr;
	int code;

	posix_spawn_file_actions_init(&actions);
	posix_spawnattr_init(&attr);
	code = streams_set(&actions, ends);
	if (!code)
		code = signals_set(&attr);
	if (!code)
		code = posix_spawnp(pid, argv[0], &actions, &attr, argv, environ);
	posix_spawnattr_destroy(&attr);
	posix_spawn_file_actions_destroy(&actions);
	return code;
}

/* Both pipes; our ends are read without waiting and belong to no program started later. */
static bool pipes_make(int *ours, int *theirs)
{
	for (int i = 0; i < 2; i++)
		ours[i] = theirs[i] = -1;
	for (int i = 0; i < 2; i++) {
		int ends[2];

		if (pipe2(ends, O_CLOEXEC) != 0)
			return false;
		ours[i] = ends[0];
		theirs[i] = ends[1];
		if (fcntl(ours[i], F_SETFL, O_NONBLOCK) != 0)
			return false;
	}
	return true;
}

enum rc child_start(struct child *child, char *const *argv, int64_t limit_ms)
{
	struct child started = { .since = clock_ms(), .limit = limit_ms };
	int theirs[2];
	int code = pipes_make(started.pipe, theirs) ? spawn(&started.pid, argv, theirs) : errno;

	for (int i = 0; i < 2; i++)
		pipe_close(&theirs[i]);
	if (code) {
		for (int i = 0; i < 2; i++)
			pipe_close(&started.pipe[i]);
		return code == ENOENT ? RC_NOT_FOUND : RC_IO;
	}
	*child = started;
	return RC_OK;
}

/* A program that talks without end is listened to, but not remembered. */
static void pipe_read(struct child *child, int which)
{
	struct str *said = &child->said[which];
	char bytes[4096];
	ssize_t n;

	while ((n = read(child->pipe[which], bytes, sizeof(bytes))) > 0) {
		size_t room = CHILD_SAID_MAX - said->len;

		str_add_n(said, bytes, (size_t)n < room ? (size_t)n : room);
	}
	if (n == 0 || (errno != EAGAIN && errno != EINTR))
		pipe_close(&child->pipe[which]);
}

static bool reap(struct child *child, int flags)
{
	int status;

	if (waitpid(child->pid, &status, flags) != child->pid)
		return false;
	child->code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
	child->pid = 0;
	return true;
}

static void stop(struct child *child)
{
	kill(-child->pid, SIGKILL);
	while (child->pid && !reap(child, 0) && errno == EINTR)
		;
	child->pid = 0;
}

bool child_wait(struct child *child, int ms)
{
	struct pollfd in[2];

	for (int i = 0; i < 2; i++)
		in[i] = (struct pollfd){ .fd = child->pipe[i], .events = POLLIN };
	poll(in, 2, ms);
	for (int i = 0; i < 2; i++)
		if (child->pipe[i] >= 0)
			pipe_read(child, i);
	if (reap(child, WNOHANG)) {
		for (int i = 0; i < 2; i++) /* what it said last */
			if (child->pipe[i] >= 0)
				pipe_read(child, i);
		return true;
	}
	if (clock_ms() - child->since < child->limit)
		return false;
	child->late = true;
	stop(child);
	return true;
}

void child_done(struct child *child)
{
	if (!child->since)
		return;
	if (child->pid)
		stop(child);
	for (int i = 0; i < 2; i++) {
		pipe_close(&child->pipe[i]);
		str_done(&child->said[i]);
	}
	*child = (struct child){ 0 };
}
