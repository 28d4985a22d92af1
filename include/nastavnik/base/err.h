/*
 * Errors: a code for the program, one sentence for the person.
 *
 * A function that can fail returns `enum rc`. Where the fault is seen, and only there, err_set()
 * writes the sentence (translated, what is wrong, where, what to do). It is shown by one of three
 * readers: the status line, stderr, a test's assert. What a person must act on row by row is not an
 * error but data: see issue.h.
 */
#ifndef NASTAVNIK_BASE_ERR_H
#define NASTAVNIK_BASE_ERR_H

enum rc {
	RC_OK = 0,
	RC_NOT_FOUND, /* what was asked for is not there */
	RC_INVALID,   /* the input breaks a rule; nothing was changed */
	RC_CONFLICT,  /* somebody else changed or holds it */
	RC_READONLY,  /* the file was opened for reading only */
	RC_IO,        /* the system refused: disk, permissions, a vanished file */
	RC_DB,        /* the database is damaged or not ours */
	RC_CANCELLED, /* the person stopped a long work */
	RC_BUG,       /* the program broke its own rule */
};

struct err {
	enum rc code;
	char text[1024]; /* UTF-8, in the language of the interface */
};

/* Remember what went wrong (printf format, UTF-8) and give code, so that it can be returned. */
#define err_set(code, ...) (err_write((code), __VA_ARGS__), err_code(code))

/* What err_set() is made of: a macro, so that the compiler sees which code is returned and knows
 * that an out parameter was written wherever RC_OK comes back. */
void err_write(enum rc code, const char *format, ...) __attribute__((format(printf, 2, 3)));
static inline enum rc err_code(enum rc code)
{
	return code;
}

/* What errno says, as words for a person: «на диске нет места». The common ones are translated,
 * others are the system's. */
const char *errno_text(int code);

/* The newest error of this thread; never NULL, code RC_OK when there was none. */
const struct err *err_last(void);

#endif
