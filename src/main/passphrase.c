#include "passphrase.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "nastavnik/base/i18n.h"

/* The first line, without its end. */
static enum rc line_read(FILE *file, char out[PASSPHRASE_SIZE])
{
	if (!fgets(out, PASSPHRASE_SIZE, file))
		return err_set(RC_INVALID, _("A passphrase is needed, and none was given."));
	if (!strchr(out, '\n') && !feof(file))
		return err_set(RC_INVALID, _("This passphrase is too long."));
	out[strcspn(out, "\r\n")] = '\0';
	return *out ? RC_OK : err_set(RC_INVALID, _("A passphrase is needed, and none was given."));
}

static enum rc file_read(const char *path, char out[PASSPHRASE_SIZE])
{
	FILE *file = fopen(path, "re");
	enum rc rc;

	if (!file)
		return err_set(RC_IO, _("“%s” cannot be read: %s."), path, errno_text(errno));
	setvbuf(file, NULL, _IONBF, 0); /* no copy of it stays in a buffer */
	rc = line_read(file, out);
	fclose(file);
	return rc;
}

static enum rc terminal_ask(const char *question, char out[PASSPHRASE_SIZE])
{
	struct termios shown, hidden;
	enum rc rc;

	if (tcgetattr(STDIN_FILENO, &shown) != 0)
		return err_set(RC_IO, _("The terminal does not let a passphrase be typed: %s."),
			       errno_text(errno));
	hidden = shown;
	hidden.c_lflag &= ~(tcflag_t)ECHO;
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
	fputs(question, stderr);
	rc = line_read(stdin, out);
	tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
	fputc('\n', stderr);
	return rc;
}

enum rc passphrase_read(const struct args *args, bool twice, char out[PASSPHRASE_SIZE])
{
	char again[PASSPHRASE_SIZE] = "";
	enum rc rc;

	if (args->value[OPTION_PASSPHRASE])
		return file_read(args->value[OPTION_PASSPHRASE], out);
	setvbuf(stdin, NULL, _IONBF, 0);
	if (!isatty(STDIN_FILENO))
		return line_read(stdin, out);
	rc = terminal_ask(_("Passphrase: "), out);
	if (!rc && twice)
		rc = terminal_ask(_("Once more: "), again);
	if (!rc && twice && strcmp(out, again) != 0)
		rc = err_set(RC_INVALID, _("These were two different passphrases."));
	explicit_bzero(again, sizeof(again));
	return rc;
}
