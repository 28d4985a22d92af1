#ifndef TERM_PRIVATE_H
#define TERM_PRIVATE_H

#include <iconv.h>
#include <stdint.h>
#include <sys/types.h>
#include <vterm.h>

#include "term.h"

struct term {
	VTerm *vt;
	VTermScreen *screen;
	int fd;
	pid_t pid;
	int rows, cols;
	iconv_t from, to; /* of the locale's charset; (iconv_t)-1: UTF-8 */
	uint64_t sent, handled;
	bool idle, held;
	int drawn_rows, drawn_cols;
	char mark[64], mark_text[64];
	size_t mark_n;
	bool cursor_shown, alternate;
	char *output; /* all of it */
	size_t output_n;
	char *texts[3]; /* of term_row, term_screen, term_left_over */
};

extern const VTermScreenCallbacks term_callbacks;
_Noreturn void term_fail(struct term *t, const char *what, const char *detail);
void term_write(struct term *t, const char *utf8, size_t n);
void term_write_split(struct term *t, const char *utf8, size_t n);

#endif
