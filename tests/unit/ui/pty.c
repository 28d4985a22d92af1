#include "pty.h"

static const char *const english[] = { "NASTAVNIK_LANG=en", NULL };

struct term *gallery_start(const char *people, struct term_options options)
{
	const char *argv[] = { GALLERY, people, NULL };

	options.argv = argv;
	if (!options.env)
		options.env = english;
	return term_start(&options);
}

struct term *gallery(void)
{
	return gallery_start("48", (struct term_options){ 0 });
}

void gallery_leave(struct term *t)
{
	term_send(t, "\033[21~");
	assert_int_equal(term_exit(t), 0);
	term_free(t);
}
