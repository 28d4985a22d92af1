#define NCURSES_WIDECHAR 1
#include "tty.h"

#include <curses.h>
#include <langinfo.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "nastavnik/base/embed.h"
#include "nastavnik/base/i18n.h"
#include "nastavnik/ui/keys.h"

#include <term.h> /* last: its macros have common names */

/* Arrows, lines, blocks: what is drawn rather than written begins here. */
enum { FIRST_DRAWN = 0x2190 };

/* curses itself is one a process; so is this. */
static struct {
	SCREEN *screen;
	WINDOW *input; /* a pad: reading from it draws nothing, unlike reading from stdscr */
	struct theme theme;
	struct look look[INK_N];
	bool utf8, linux_font;
	bool mouse_known; /* by the terminal */
	bool mouse, plain;
	int cursor_y, cursor_x; /* where it stands once all is painted */
	bool cursor_shown;
} tty;

static const struct {
	unsigned from;
	attr_t to;
} attributes[] = {
	{ THEME_BOLD, A_BOLD },
	{ THEME_DIM, A_DIM },
	{ THEME_REVERSE, A_REVERSE },
	{ THEME_UNDERLINE, A_UNDERLINE },
};

/* The names of theme.conf's eight colours are numbers in the order of the terminals. */
static short colour_here(short colour)
{
	return colour < COLORS ? colour : (short)-1;
}

/* Inks that ask for the same two colours share a pair: an 8-colour terminal has 64. */
static short pair_of(const struct theme_ink *ink, short *used)
{
	short fg = colour_here(ink->fg), bg = colour_here(ink->bg);

	if (fg < 0 && bg < 0)
		return 0;
	for (short i = 1; i <= *used; i++) {
		short f, b;

		if (pair_content(i, &f, &b) != ERR && f == fg && b == bg)
			return i;
	}
	if (*used + 1 >= COLOR_PAIRS || init_pair((short)(*used + 1), fg, bg) == ERR)
		return 0;
	return ++*used;
}

static void looks_make(void)
{
	short used = 0;

	for (size_t i = 0; i < INK_N; i++) {
		const struct theme_ink *ink = &tty.theme.ink[i];

		tty.look[i] = (struct look){ .pair = has_colors() ? pair_of(ink, &used) : 0 };
		for (size_t k = 0; k < sizeof(attributes) / sizeof(attributes[0]); k++)
			if (ink->attributes & attributes[k].from)
				tty.look[i].attributes |= attributes[k].to;
	}
}

static void theme_load(const char *name)
{
	const struct embed *file = embed_find("theme.conf");
	const char *no_color = getenv("NO_COLOR");
	bool plain = !has_colors() || (no_color && *no_color);

	if (!plain) {
		start_color();
		if (use_default_colors() == ERR)
			plain = true;
	}
	theme_parse(&tty.theme, file ? file->text : "",
		    plain  ? "mono"
		    : name ? name
			   : "dark",
		    !plain && COLORS >= 256);
	looks_make();
}

static const char *capability(const char *name)
{
	const char *text = tigetstr(name);

	return text && text != (char *)-1 ? text : NULL;
}

/* Clicks, told in decimal numbers: for the terminals that know a mouse. */
static void mouse_set(bool on)
{
	if (on != tty.mouse && tty.mouse_known)
		tty_send(on ? "\033[?1000h\033[?1006h" : "\033[?1006l\033[?1000l");
	tty.mouse = on;
}

/* Pastes told from typing: terminals that know a mouse know this too. */
static void paste_set(bool on)
{
	if (tty.mouse_known)
		tty_send(on ? "\033[?2004h" : "\033[?2004l");
}

static enum rc refuse(const char *sentence)
{
	return err_set(RC_IO, "%s", sentence);
}

static enum rc kind_unknown(const char *term)
{
	return err_set(RC_IO,
		       _("Nothing is known about a terminal of the kind “%s”. Try "
			 "“TERM=xterm-256color nastavnik”."),
		       term);
}

/* Before curses begins: newterm() fails without a word and leaves its memory behind. */
static enum rc kind_check(const char *term)
{
	int why;
	bool moves;

	if (setupterm(term, STDOUT_FILENO, &why) != OK)
		return kind_unknown(term);
	moves = capability("cup") && capability("clear");
	del_curterm(cur_term);
	if (!moves)
		return err_set(RC_IO,
			       _("A terminal of the kind “%s” cannot show a full screen. Try "
				 "“TERM=xterm-256color nastavnik”."),
			       term);
	return RC_OK;
}

enum rc tty_open(const struct ui_look *look)
{
	const char *term = getenv("TERM");

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return refuse(_("This program needs a terminal: run it in a terminal window, not "
				"through a pipe. “nastavnik --help” lists the commands that work "
				"without a screen."));
	if (!term || !*term)
		return refuse(_("The terminal's kind is not known: TERM is not set. Try "
				"“TERM=xterm-256color nastavnik”."));
	if (kind_check(term) != RC_OK)
		return err_last()->code;
	tty.screen = newterm(NULL, stdout, stdin);
	if (!tty.screen)
		return kind_unknown(term);
	set_term(tty.screen);
	raw();
	noecho();
	nonl();
	typeahead(-1); /* every picture is drawn whole */
	curs_set(0);
	tty.input = newpad(1, 1);
	nodelay(tty.input, TRUE);
	tty.utf8 = !strcmp(nl_langinfo(CODESET), "UTF-8");
	tty.linux_font = !strcmp(term, "linux");
	tty.mouse_known = capability("kmous") != NULL;
	paste_set(true);
	tty_look_set(look);
	return RC_OK;
}

/* The ground of the screen is that of plain text: a theme may have its own. */
static void ground_set(void)
{
	const struct look *text = &tty.look[INK_TEXT];
	cchar_t ground;

	setcchar(&ground, L" ", (attr_t)text->attributes, text->pair, NULL);
	bkgrndset(&ground);
}

void tty_look_set(const struct ui_look *look)
{
	tty.plain = look->plain;
	theme_load(look->theme);
	ground_set();
	mouse_set(!look->no_mouse);
	clearok(curscr, TRUE);
}

void tty_close(void)
{
	if (!tty.screen)
		return;
	mouse_set(false);
	paste_set(false);
	endwin();
	if (tty.input)
		delwin(tty.input);
	delscreen(tty.screen);
	tty.screen = NULL;
	tty.input = NULL;
}

void tty_keys(struct keymap *map)
{
	static const struct {
		const char *capability;
		uint32_t key;
	} keys[] = {
		{ "kf1", K_F(1) },    { "kf2", K_F(2) },      { "kf3", K_F(3) },
		{ "kf4", K_F(4) },    { "kf5", K_F(5) },      { "kf6", K_F(6) },
		{ "kf7", K_F(7) },    { "kf8", K_F(8) },      { "kf9", K_F(9) },
		{ "kf10", K_F(10) },  { "kcuu1", K_UP },      { "kcud1", K_DOWN },
		{ "kcub1", K_LEFT },  { "kcuf1", K_RIGHT },   { "khome", K_HOME },
		{ "kend", K_END },    { "kich1", K_INS },     { "kdch1", K_DEL },
		{ "kpp", K_PAGE_UP }, { "knp", K_PAGE_DOWN }, { "kcbt", K_BACKTAB },
	};

	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
		const char *bytes = capability(keys[i].capability);

		if (bytes && (!strncmp(bytes, "\033[", 2) || !strncmp(bytes, "\033O", 2)))
			keymap_add(map, bytes, keys[i].key);
	}
}

void tty_size(int *rows, int *cols)
{
	*rows = LINES;
	*cols = COLS;
}

void tty_resize(void)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0)
		resize_term(size.ws_row, size.ws_col);
	clearok(curscr, TRUE);
}

int tty_byte(void)
{
	int byte = wgetch(tty.input);

	return byte == ERR ? -1 : byte & 0xff;
}

void tty_begin(void)
{
	attrset(A_NORMAL);
	erase();
	tty.cursor_y = tty.cursor_x = 0;
	tty.cursor_shown = false;
}

void tty_cursor(int y, int x, bool shown)
{
	tty.cursor_y = y;
	tty.cursor_x = x;
	tty.cursor_shown = shown;
}

void tty_show(void)
{
	curs_set(tty.cursor_shown ? 1 : 0);
	move(tty.cursor_y, tty.cursor_x);
	refresh();
}

void tty_redraw(void)
{
	clearok(curscr, TRUE);
}

struct look tty_look(enum ink ink)
{
	return tty.look[ink];
}

const char *tty_twin(uint32_t cp)
{
	const struct theme_twin *twin;
	char buf[MB_LEN_MAX];
	mbstate_t state = { 0 };

	if (cp < 0x80 || (tty.utf8 && !tty.linux_font && !tty.plain))
		return NULL;
	twin = theme_twin(&tty.theme, cp);
	if (tty.plain && twin && (cp >= FIRST_DRAWN || twin->linux_lacks))
		return twin->text;
	if (tty.utf8)
		return tty.linux_font && twin && twin->linux_lacks ? twin->text : NULL;
	if (wcrtomb(buf, (wchar_t)cp, &state) != (size_t)-1)
		return NULL;
	return twin ? twin->text : "?";
}

void tty_send(const char *bytes)
{
	fputs(bytes, stdout);
	fflush(stdout);
}
