/* What stands on the command line: words and options, by the command's own row. */
#ifndef NASTAVNIK_MAIN_ARGS_H
#define NASTAVNIK_MAIN_ARGS_H

#include <stdbool.h>
#include <stdint.h>

#include "nastavnik/base/err.h"

enum option {
	OPTION_SCHOOL,
	OPTION_YEAR,
	OPTION_FROM,
	OPTION_TO,
	OPTION_ENCODING,
	OPTION_SHEET,
	OPTION_PARTIAL,
	OPTION_REJECTS,
	OPTION_DRY_RUN,
	OPTION_CONFIRM,
	OPTION_OUT,
	OPTION_FOR,
	OPTION_BLANK,
	OPTION_CLASS,
	OPTION_OWING,
	OPTION_OVERDUE,
	OPTION_NAMES,
	OPTION_PRINTER,
	OPTION_WITH,
	OPTION_AT,
	OPTION_SEAL,
	OPTION_PASSPHRASE,
	OPTION_HELP,
	OPTION_COUNT
};

#define OPTION_BIT(option) (1U << (option))

struct option_row {
	const char *name;  /* "--from", or "-o" */
	const char *value; /* name of its value; NULL: it has none */
	const char *help;  /* msgid */
};
extern const struct option_row option_rows[OPTION_COUNT];

enum { ARGS_WORDS = 3 };

struct args {
	const char *word[ARGS_WORDS + 1]; /* NULL ended */
	const char *value[OPTION_COUNT];  /* NULL: not given; "" for one without a value */
	int64_t year;                     /* of OPTION_YEAR; 0 */
};

struct command;

/* Read argv (the command's name left out) by the command's row. RC_INVALID with a sentence. */
enum rc args_parse(const struct command *command, int argc, char **argv, struct args *args);

#endif
