/* Arguments and wiring: a command, or the screens on a file. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "main/command.h"
#include "nastavnik/app/config.h"
#include "nastavnik/app/packets.h"
#include "nastavnik/app/recent.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/base/paths.h"
#include "nastavnik/screens/screens.h"

static enum exit_code help_all(void)
{
	puts("nastavnik [FILE]\nnastavnik --demo\n");
	puts(_("Opens the file of a school, or a demonstration school; a new file asks for its "
	       "school first. Without a screen:"));
	putchar('\n');
	for (size_t i = 0; commands[i]; i++)
		command_usage(commands[i]);
	putchar('\n');
	puts(_("Exit codes: 0 done, 1 done with problems reported, 2 wrong words, 3 could not."));
	return EXIT_DONE;
}

static enum exit_code version(void)
{
	puts("nastavnik " NASTAVNIK_VERSION);
	return EXIT_DONE;
}

static enum exit_code usage(const char *why)
{
	fprintf(stderr, "nastavnik: %s\n%s\n", why, _("Try: nastavnik --help"));
	return EXIT_USAGE;
}

static int demo(void)
{
	struct app *app;

	return app_demo(&app) ? (int)command_failed() : screens_run(app);
}

/* The screens on a file; one that is not there yet is made by a short form. */
static int file(const char *path)
{
	struct app *app;

	if (access(path, F_OK) && errno == ENOENT)
		return screens_start(path);
	if (packet_is(path))
		return screens_packet(path);
	return app_open(path, &app) ? (int)command_failed() : screens_run(app);
}

/* Without a word: the file that was open last. When that is not in its place, or nothing was open
 * yet, the one that a person has who has one school. */
static int file_usual(void)
{
	struct arena a = { 0 };
	struct recents recents = recents_load(&a);
	const char *home;
	int code = EXIT_COULD_NOT;

	if (recents.n && recents.row[0].there)
		code = file(recents.row[0].path);
	else if (recents.n)
		code = screens_schools();
	else if (paths_data_home(&a, &home))
		command_failed();
	else
		code = file(arena_printf(&a, "%s/school.nastavnik", home));
	arena_done(&a);
	return code;
}

static enum exit_code command(const struct command *row, int argc, char **argv)
{
	struct args args;

	if (args_parse(row, argc, argv, &args))
		return command_misused(row);
	if (args.value[OPTION_HELP]) {
		command_help(row);
		return EXIT_DONE;
	}
	stop_watch();
	return row->run(&args);
}

static int run(int argc, char **argv)
{
	const char *word = argc > 1 ? argv[1] : "";
	const struct command *row = command_find(word);

	if (row)
		return (int)command(row, argc - 2, argv + 2);
	if (!strcmp(word, "--help"))
		return (int)help_all();
	if (!strcmp(word, "--version"))
		return (int)version();
	if (argc > 2)
		return (int)usage(_("There is no such command."));
	if (!strcmp(word, "--demo"))
		return demo();
	if (argc < 2)
		return file_usual();
	if (word[0] != '-')
		return file(word);
	return (int)usage(_("There is no such option."));
}

/* Who starts the program may have closed these three: the next file opened would take the place of
 * one, and what is printed would end in it. Reading from here gives the end, writing fails. */
static void standard_files(void)
{
	int fd;

	do {
		fd = open("/dev/null", O_RDONLY);
	} while (fd >= 0 && fd <= STDERR_FILENO);
	if (fd >= 0)
		close(fd);
}

/* The person's own, from the settings. */
static void language_choose(void)
{
	struct config config;

	config_load(&config);
	text_language(config_code("language", config.language));
}

int main(int argc, char **argv)
{
	standard_files();
	text_init(argv[0]);
	language_choose();
	int code = run(argc, argv);

	if (fflush(stdout) || ferror(stdout)) {
		err_set(RC_IO, _("The result could not be written out: %s."), errno_text(errno));
		return (int)command_failed();
	}
	return code;
}
